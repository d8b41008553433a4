//! What the commands on messages say.

use super::{Words, words};

/// About `gnc message`.
pub const MESSAGE: Words = words(
    "Judge, convert and explain messages of a block",
    "Vérifier, convertir et expliquer les messages d’un bloc",
);
/// About `gnc message validate`.
pub const VALIDATE: Words = words(
    "Judge messages in XML or JSON: structure, formats, code lists, conditions, business rules",
    "Vérifier des messages en XML ou JSON : structure, formats, listes de codes, conditions, règles de gestion",
);
/// About `gnc message convert`.
pub const CONVERT: Words = words(
    "Turn a message from XML into JSON, or from JSON into XML, without loss",
    "Convertir un message de XML en JSON ou de JSON en XML, sans perte",
);
/// About `gnc message explain`.
pub const EXPLAIN: Words = words(
    "Explain an element (meaning, format, codes, where it stands in each message) or a business rule",
    "Expliquer un élément (sens, format, codes, place dans chaque message) ou une règle de gestion",
);
/// Help of an option.
pub const BLOCK: Words =
    words("The block that the messages belong to", "Le bloc dont relèvent les messages");
/// Help of an argument.
pub const FILES: Words = words(
    "Messages: files, folders, files of one JSON message a line (.ndjson), or - for such lines on standard input",
    "Messages : fichiers, dossiers, fichiers d’un message JSON par ligne (.ndjson), ou - pour de telles lignes sur l’entrée standard",
);
/// Help of an argument.
pub const FILE: Words = words("The message", "Le message");
/// Help of an option.
pub const FORMAT: Words = words(
    "human (default); json: one object a line for each message; acknowledgement: what the block answers to each message",
    "human (par défaut) ; json : un objet par ligne pour chaque message ; acknowledgement : la réponse que le bloc prévoit pour chaque message",
);
/// Help of an option.
pub const OUT: Words =
    words("Write into this file instead of printing", "Écrire dans ce fichier au lieu d’afficher");
/// Help of an argument.
pub const PATH: Words = words(
    "Path of XML tags as Certificate/Exporter/Name, or its end; or a business rule as BR-CO-28",
    "Chemin de balises XML comme Certificate/Exporter/Name, ou sa fin ; ou une règle de gestion comme BR-CO-28",
);
/// A valid message.
pub const VALID: Words = words("{file}: valid ({message})", "{file} : valide ({message})");
/// A message that is not valid.
pub const INVALID: Words = words("{file}: not valid: {counts}", "{file} : non valide : {counts}");
/// The codes that the block gives to what is wrong.
pub const ERROR_CODE: Words = words(
    "Error codes of the block for this message: {code}",
    "Codes d’erreur du bloc pour ce message : {code}",
);
/// A valid message with remarks.
pub const VALID_BUT: Words =
    words("{file}: valid ({message}): {counts}", "{file} : valide ({message}) : {counts}");
/// Help of an option.
pub const FACTS: Words = words(
    "JSON file of what rules know beside a message: declaration, register, agreement …",
    "Fichier JSON de ce que les règles connaissent en dehors d’un message : déclaration, registre, accord…",
);
/// A file of facts that cannot be read.
pub const FACTS_WRONG: Words = words(
    "the facts in {file} are no JSON object: {fault}",
    "les faits dans {file} ne constituent pas un objet JSON : {fault}",
);
/// Rules that were not judged.
pub const NOT_JUDGED: Words = words(
    "Not judged, since facts beside the messages are needed ({facts}): {rules}. Give them with --facts FILE.",
    "Non vérifiées, faute de faits extérieurs aux messages ({facts}) : {rules}. Indiquez-les par --facts FICHIER.",
);
/// At the end.
pub const SUMMARY: Words = words(
    "{n}: {valid} valid, {invalid} not valid",
    "{n} : {valid} valides, {invalid} non valides",
);
/// A count of messages.
pub const ONE: Words = words("{n} message", "{n} message");
/// A count of messages.
pub const MANY: Words = words("{n} messages", "{n} messages");
/// A message that cannot be converted.
pub const NOT_CONVERTED: Words = words(
    "The message is not valid and was not converted: what does not belong to it would be lost.",
    "Le message n’est pas valide et n’a pas été converti : ce qui n’en relève pas serait perdu.",
);
/// A path that no message has.
pub const NO_PATH: Words = words(
    "no message of {block} has an element {path}{hint}",
    "aucun message de {block} ne comporte d’élément {path}{hint}",
);
/// A similar path.
pub const MEANT: Words = words("; did you mean {path}?", " ; vouliez-vous dire {path} ?");
/// No similar path.
pub const NO_HINT: Words = words("", "");

/// Fact about an element.
pub const WCO: Words = words("WCO Data Model", "Modèle de données de l’OMD");
/// Fact about an element.
pub const KIND: Words = words("Kind of data", "Nature des données");
/// Fact about an element.
pub const ELEMENT_FORMAT: Words = words("Format", "Format");
/// Fact about an element.
pub const CODES: Words = words("Code list", "Liste de codes");
/// Fact about an element.
pub const PERSONAL: Words = words("Personal data", "Données personnelles");
/// Fact about an element.
pub const CLASSIFICATION: Words = words("Classification", "Classification");
/// Fact about an element.
pub const JSON: Words = words("In JSON", "En JSON");
/// Head of the list of messages.
pub const IN_MESSAGES: Words = words("In the messages:", "Dans les messages :");
/// An element in a message: requirement and occurrence.
pub const IN_MESSAGE: Words =
    words("  {message}: {requirement}, {occurs}", "  {message} : {requirement}, {occurs}");
/// Under which condition.
pub const CONDITION: Words = words("    where: {condition}", "    si : {condition}");

/// What an expression says, as a sentence.
pub const MEANS: Words = words("In words: {x}.", "En toutes lettres : {x}.");
/// What an expression says, as written.
pub const EXPRESSION: Words = words("As an expression: {x}", "Expression : {x}");
/// How far values may differ.
pub const TOLERANCE: Words = words("Tolerance: {x}", "Tolérance : {x}");
/// The error code of a rule.
pub const RULE_CODE: Words = words("Error code: {x}", "Code d’erreur : {x}");
/// What follows.
pub const OTHERWISE: Words = words("Otherwise: {x}", "À défaut : {x}");
/// The messages of a rule.
pub const JUDGED_ON: Words = words("Judged on: {x}", "Vérifiée sur : {x}");
/// The facts of a rule.
pub const NEEDS: Words =
    words("Needs to know, beside the message: {x}", "Suppose connus, en dehors du message : {x}");
/// The rules that name an element.
pub const RULES_OF: Words = words("Named by: {x}", "Mentionné par : {x}");

/// About `gnc message sample`.
pub const SAMPLE: Words = words(
    "Write sample messages: valid ones, and for each rule one that keeps it and one that breaks it",
    "Écrire des messages d’essai : valides, et pour chaque règle l’un qui la respecte et l’un qui l’enfreint",
);
/// Help of an option.
pub const SAMPLE_OUT: Words =
    words("Folder to write the messages into", "Dossier où écrire les messages");
/// Help of an option.
pub const SAMPLE_MESSAGE: Words = words(
    "Only this message, by its identifier in the block",
    "Ce message seulement, par son identifiant dans le bloc",
);
/// Help of an option.
pub const SAMPLE_COUNT: Words = words(
    "How many valid messages of each (default: 1)",
    "Combien de messages valides de chaque sorte (par défaut : 1)",
);
/// Help of an option.
pub const SAMPLE_ITEMS: Words = words(
    "How many items each message has, where it has items",
    "Combien d’articles comporte chaque message qui en a",
);
/// Help of an option.
pub const SAMPLE_SEED: Words = words(
    "The same number gives the same messages (default: 1)",
    "Le même nombre donne les mêmes messages (par défaut : 1)",
);
/// Help of an option.
pub const SAMPLE_RULES: Words = words(
    "For each condition and business rule, a message that keeps it and one that breaks it and nothing else",
    "Pour chaque condition et règle de gestion, un message qui la respecte et un autre qui n’enfreint qu’elle",
);
/// Help of an option.
pub const SAMPLE_FAULTS: Words = words(
    "For each element, messages in which it alone is wrong: missing, too often, format, code, unit",
    "Pour chaque élément, des messages où lui seul est en défaut : absent, trop fréquent, format, code, unité",
);
/// A message that the block does not have.
pub const NO_MESSAGE: Words = words(
    "{block} has no message {message}; it has: {known}",
    "{block} ne comporte pas de message {message} ; il comporte : {known}",
);
/// At the end.
pub const WRITTEN: Words = words("{n} written into {out}", "{n} dans {out}");

/// Help of an option.
pub const ANSWER_OUT: Words = words(
    "With --format acknowledgement: folder to write each answer into, instead of printing",
    "Avec --format acknowledgement : dossier où écrire chaque réponse, au lieu de l’afficher",
);
/// Help of an option.
pub const ANSWER_AT: Words = words(
    "With --format acknowledgement: the moment that answers state, as 2027-02-01T10:15:00Z (default: now)",
    "Avec --format acknowledgement : l’instant qu’indiquent les réponses, p. ex. 2027-02-01T10:15:00Z (par défaut : maintenant)",
);
/// An argument that is no moment.
pub const NO_MOMENT: Words = words(
    "{value} is no moment; write it as 2027-02-01T10:15:00Z",
    "{value} n’est pas un instant ; écrivez-le sous la forme 2027-02-01T10:15:00Z",
);
/// What is wrong, as an answer describes it.
pub const ANSWER_ERROR: Words =
    words("{said} (line {line}, column {column})", "{said} (ligne {line}, colonne {column})");
/// A message without an answer.
pub const UNANSWERED: Words =
    words("{file}: no answer: {reason}", "{file} : pas de réponse : {reason}");
/// Why there is no answer.
pub const UNANSWERED_UNKNOWN: Words = words(
    "it cannot be read far enough to name it in an answer; refuse it where it arrives (code {code})",
    "il ne peut être lu assez loin pour être désigné dans une réponse ; refusez-le à l’arrivée (code {code})",
);
/// Why there is no answer.
pub const UNANSWERED_NONE: Words = words(
    "the block has no message that acknowledges or answers {message}",
    "le bloc ne prévoit aucun message qui accuse réception de {message} ou y réponde",
);
/// Why there is no answer.
pub const UNANSWERED_REFERENCE: Words = words(
    "it has no message reference that an answer could name; refuse it where it arrives (code {code})",
    "il ne porte pas de référence de message qu’une réponse puisse indiquer ; refusez-le à l’arrivée (code {code})",
);
/// Why there is no answer.
pub const UNANSWERED_PLACE: Words = words(
    "no valid {answer} of the block can say what was found; it lacks a code for it, or needs what the message does not say",
    "aucun message {answer} valide du bloc ne peut indiquer ce qui a été relevé ; il lui manque un code, ou il exige ce que le message ne dit pas",
);
/// Why a message of a block that keeps an XML Schema is not turned into JSON, and none is made up.
pub const KEPT_SCHEMA: Words = words(
    "The messages of this block keep an XML Schema that exists already: it says nothing of JSON, and neither samples, answers nor programs are made of it. They can be judged with `gnc message validate`.",
    "Les messages de ce bloc suivent un schéma XML existant : il ne dit rien de JSON, et il n’en est tiré ni exemples, ni réponses, ni programmes. On peut les contrôler avec « gnc message validate ».",
);

/// About `gnc message match`.
pub const MATCH: Words = words(
    "Compare a message with a document beside it, as an import declaration, by the rules of the block, item by item",
    "Rapprocher un message d’un document extérieur, par exemple une déclaration d’importation, selon les règles du bloc, article par article",
);
/// Help of an argument.
pub const MATCH_MESSAGE: Words =
    words("The message of the block, in XML or JSON", "Le message du bloc, en XML ou JSON");
/// Help of an argument.
pub const MATCH_DOCUMENT: Words = words(
    "The other document, in XML or JSON, by the names of the facts of the block",
    "L’autre document, en XML ou JSON, selon les noms des faits du bloc",
);
/// Help of an option.
pub const MATCHING: Words = words(
    "Which matching of the block, where a message has several",
    "Quel rapprochement du bloc, si un message en a plusieurs",
);
/// Help of an option.
pub const MATCH_FORMAT: Words = words("human (default) or json", "human (par défaut) ou json");
/// About `gnc message prefill`.
pub const PREFILL: Words = words(
    "Fill in a document beside the messages, as an import declaration, as far as a message says it",
    "Préremplir un document extérieur, par exemple une déclaration d’importation, à partir d’un message",
);
/// Help of an option.
pub const PREFILL_OUT: Words = words(
    "Write the document into this file instead of printing it; its report is printed then",
    "Écrire le document dans ce fichier au lieu de l’afficher ; son compte rendu est alors affiché",
);
/// A block without matchings.
pub const NO_MATCHING: Words = words(
    "{block} states no matching for the message {message}; it has: {known}",
    "{block} ne prévoit aucun rapprochement pour le message {message} ; il comporte : {known}",
);
/// A message that is compared only if it is valid.
pub const NOT_COMPARED: Words = words(
    "The message is not in the form of the block and was not used.",
    "Le message n’a pas la forme prévue par le bloc et n’a pas été utilisé.",
);
/// A document that is not as the block says.
pub const DOCUMENT_WRONG: Words = words(
    "{file} is not a document as {block} describes it:",
    "{file} n’est pas un document tel que {block} le décrit :",
);
/// A fault of a document.
pub const DOCUMENT_UNREADABLE: Words =
    words("{path}: cannot be read: {fault}", "{path} : illisible : {fault}");
/// Why a document cannot be read.
pub const UNREAD_LARGE: Words =
    words("it is larger than {limit} bytes", "il dépasse {limit} octets");
/// Why a document cannot be read.
pub const UNREAD_UTF_16: Words =
    words("it is UTF-16; save it as UTF-8", "il est en UTF-16 ; enregistrez-le en UTF-8");
/// Why a document cannot be read.
pub const UNREAD_ENCODING: Words = words(
    "it is not UTF-8 at byte {byte}, line {line}; save it as UTF-8",
    "il n’est pas en UTF-8 à l’octet {byte}, ligne {line} ; enregistrez-le en UTF-8",
);
/// Why a document cannot be read.
pub const UNREAD_XML: Words = words(
    "it is not well-formed XML (line {line})",
    "ce n’est pas du XML bien formé (ligne {line})",
);
/// Why a document cannot be read.
pub const UNREAD_EARLY: Words =
    words("it ends too early (line {line})", "il se termine trop tôt (ligne {line})");
/// Why a document cannot be read.
pub const UNREAD_DOCTYPE: Words = words(
    "it has a document type declaration (line {line}); documents need none",
    "il comporte une déclaration de type de document (ligne {line}), dont les documents n’ont pas besoin",
);
/// Why a document cannot be read.
pub const UNREAD_ENTITY: Words = words(
    "it uses the entity `&{found};` (line {line}); write what it stands for",
    "il emploie l’entité « &{found}; » (ligne {line}) ; écrivez ce qu’elle désigne",
);
/// Why a document cannot be read.
pub const UNREAD_DEEP: Words = words(
    "more than {limit} elements stand in each other (line {line})",
    "plus de {limit} éléments sont imbriqués (ligne {line})",
);
/// Why a document cannot be read.
pub const UNREAD_JSON: Words =
    words("it is not JSON (line {line})", "ce n’est pas du JSON (ligne {line})");
/// Why a document cannot be read.
pub const UNREAD_NO_OBJECT: Words = words(
    "it is no object of names and values in JSON",
    "ce n’est pas un objet JSON de noms et de valeurs",
);
/// A fault of a document.
pub const DOCUMENT_NO_GROUP: Words =
    words("{path}: names are expected below it", "{path} : des noms sont attendus en dessous");
/// A fault of a document.
pub const DOCUMENT_UNKNOWN: Words = words(
    "{path}: `{name}` is no name of the block here; it may hold: {known}",
    "{path} : « {name} » n’est pas ici un nom du bloc ; possibles : {known}",
);
/// A fault of a document.
pub const DOCUMENT_MISSING: Words = words("{path}: is missing", "{path} : manque");
/// A fault of a document.
pub const DOCUMENT_TOO_MANY: Words =
    words("{path}: occurs more than {max} times", "{path} : figure plus de {max} fois");
/// A fault of a document.
pub const DOCUMENT_KIND: Words = words(
    "{path}: `{value}` is not a value of its kind",
    "{path} : « {value} » n’est pas une valeur de sa nature",
);
/// A fault of a document.
pub const DOCUMENT_CODE: Words = words(
    "{path}: `{value}` is not a code of its list",
    "{path} : « {value} » n’est pas un code de sa liste",
);
/// Whether two documents belong together.
pub const KEY_HOLDS: Words = words("belong together: {key}", "vont ensemble : {key}");
/// Whether two documents belong together.
pub const KEY_FAILS: Words = words("do not belong together: {key}", "ne vont pas ensemble : {key}");
/// Whether two documents belong together.
pub const KEY_OPEN: Words = words(
    "it cannot be decided whether they belong together: {key}",
    "on ne peut décider s’ils vont ensemble : {key}",
);
/// What is said of both documents.
pub const WHOLE: Words = words("Both documents", "Les deux documents");
/// What becomes of an item.
pub const GROUP: Words = words("{name}: {result}", "{name} : {result}");
/// What becomes of an item of which something is open.
pub const GROUP_OPEN: Words =
    words("{name}: {result}, as far as decided", "{name} : {result}, pour autant que décidé");
/// A rule that holds.
pub const HOLDS: Words = words("holds       ", "respectée   ");
/// A rule that does not hold.
pub const FAILS: Words = words("fails       ", "enfreinte   ");
/// A rule that cannot be decided.
pub const OPEN: Words = words("not decided ", "indécise    ");
/// Why a rule is not decided.
pub const BECAUSE: Words = words("Because: {x} ({part})", "Motif : {x} ({part})");
/// A tolerance that is still to be agreed.
pub const TOLERANCE_OPEN: Words = words(
    "Tolerance: not agreed yet, none applied",
    "Tolérance : non encore convenue, aucune appliquée",
);
/// What follows.
pub const RESULT: Words = words("Result: {x}", "Résultat : {x}");
/// What follows, of what is decided.
pub const RESULT_OPEN: Words =
    words("Result: {x}, as far as decided", "Résultat : {x}, pour autant que décidé");
/// A result.
pub const RESULT_ACCEPT: Words = words("accepted", "accepté");
/// A result.
pub const RESULT_DISCREPANCY: Words = words("discrepancy", "discordance");
/// A result.
pub const RESULT_GUARANTEE: Words =
    words("release against a guarantee", "mainlevée contre garantie");
/// A result.
pub const RESULT_REFUSE: Words = words("refused", "refusé");
/// Remark beside an empty element.
pub const LEFT_TO: Words = words("left to: {to}", "laissé à : {to}");
/// Remark beside an empty element.
pub const LEFT_EMPTY: Words = words("not filled in", "non renseigné");
/// Head of a list.
pub const COPIED: Words = words("Copied from the message:", "Copié du message :");
/// Head of a list.
pub const DERIVED: Words = words("Derived from the message:", "Déduit du message :");
/// Head of a list.
pub const LEFT: Words = words("Left empty:", "Laissé vide :");
/// Head of a list.
pub const UNSAID: Words = words("Not said by the message:", "Non indiqué par le message :");
/// An element of a list.
pub const FILLED_FROM: Words =
    words("  {path} ({label}) from {from}", "  {path} ({label}) : {from}");
/// An element of a list.
pub const LEFT_ITEM: Words = words("  {path} ({label}): {to}", "  {path} ({label}) : {to}");
