//! What stubs and `gnc stub` say.

use super::{Words, words};

/// About `gnc stub`.
pub const ABOUT: Words = words(
    "Write a program to exchange the messages of a block: types, client, server skeleton, smoke test",
    "Écrire un programme pour échanger les messages d’un bloc : types, client, squelette de serveur, test de bon fonctionnement",
);
/// Help of an option.
pub const LANGUAGE: Words = words(
    "The programming language: java, typescript or rust",
    "Le langage de programmation : java, typescript ou rust",
);
/// Help of an option.
pub const OUT: Words =
    words("The folder for the files of the program", "Le dossier des fichiers du programme");
/// What was written.
pub const WRITTEN: Words = words(
    "{files} of a stub for {block} {version} in {out}; begin with README.md",
    "{files} d’un squelette pour {block} {version} dans {out} ; commencer par README.fr.md",
);
/// Counted.
pub const FILE: Words = words("{n} file", "{n} fichier");
/// Counted.
pub const FILES: Words = words("{n} files", "{n} fichiers");
/// Why no stub is written.
pub const TOO_WIDE: Words = words(
    "class `{class}` has {n} elements, and a type of this language takes at most {most}; choose another language",
    "la classe « {class} » compte {n} éléments, or un type de ce langage en admet au plus {most} ; choisissez un autre langage",
);
/// Warning in the terminal.
pub const UNAGREED: Words = words(
    "Not agreed yet, so the stub begins with values of its own: {names}.",
    "Pas encore convenus, le squelette part donc de ses propres valeurs : {names}.",
);

/// In comments and in the README.
pub const ORIGIN: Words = words(
    "Made by gnc from {block} {version}. Made anew, it is overwritten: write your own code beside it.",
    "Produit par gnc à partir de {block} {version}. Une nouvelle production l’écrase : écrivez votre propre code à côté.",
);
/// In comments.
pub const WCO_ID: Words = words("WCO ID {id}", "Identifiant OMD {id}");
/// In comments.
pub const FORMAT: Words = words("Format {format}", "Format {format}");
/// In comments.
pub const CONDITION: Words = words("Mandatory if: {condition}", "Obligatoire si : {condition}");
/// In comments.
pub const ANSWERED_BY: Words = words("Answered by {message}", "Réponse : {message}");
/// In comments.
pub const ACKNOWLEDGED_BY: Words =
    words("Acknowledged by {message}", "Accusé de réception : {message}");

/// Column.
pub const METHOD: Words = words("Method of the client", "Méthode du client");
/// Column.
pub const PATH: Words = words("Path", "Chemin");
/// Column.
pub const MESSAGE: Words = words("Message", "Message");
/// Column.
pub const GATEWAY: Words = words("Gateway", "Passerelle");
/// Column.
pub const REPLY: Words = words("Comes back", "En retour");
/// Cell.
pub const STATUS_ALONE: Words = words("status 202 alone", "l’état 202 seul");
/// Column.
pub const SETTING: Words = words("Setting", "Paramètre");
/// Column.
pub const VALUE: Words = words("Value", "Valeur");
/// Column.
pub const AGREED: Words = words("Agreed", "Convenu");
/// Cell.
pub const YES: Words = words("yes", "oui");
/// Cell.
pub const NO: Words =
    words("no: settle it with the partner", "non : à convenir avec le partenaire");
/// Setting.
pub const ACKNOWLEDGEMENT: Words = words("acknowledgement time-out", "délai d’accusé de réception");
/// Setting.
pub const RESPONSE: Words = words("response time-out", "délai de réponse");
/// Setting.
pub const RETRIES: Words = words("number of retransmissions", "nombre de retransmissions");
/// Setting.
pub const INTERVAL: Words = words("retransmission interval", "intervalle de retransmission");
/// Setting.
pub const SIZE: Words = words("largest message", "taille maximale d’un message");
/// Value.
pub const SECONDS: Words = words("{n} s", "{n} s");
/// Value.
pub const BYTES: Words = words("{n} bytes", "{n} octets");
/// Column.
pub const CODE: Words = words("Code", "Code");
/// Column.
pub const STATUS: Words = words("HTTP status", "État HTTP");
/// Column.
pub const MEANING: Words = words("Meaning", "Signification");
/// Column.
pub const ACTION: Words = words("What the sender does", "Ce que fait l’expéditeur");
/// Where the block has no error codes.
pub const NO_CODES: Words = words(
    "The block has no error codes yet; the stub reports the kind of trouble in their place.",
    "Le bloc n’a pas encore de codes d’erreur ; le squelette indique à leur place la nature du problème.",
);
/// Where the interface has no operations.
pub const NO_OPERATIONS: Words = words(
    "The block describes no operations yet: the stub has types only, and nothing to call.",
    "Le bloc ne décrit pas encore d’opérations : le squelette ne contient que des types et rien à appeler.",
);
