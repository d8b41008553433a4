//! Words of the table that sets an annex beside the framework that it extends.

use super::{Words, words};

/// Column: what is compared.
pub const MATTER: Words = words("Matter", "Objet");
/// Column: what stands in the framework.
pub const FRAMEWORK: Words = words("Framework", "Cadre");
/// Column: what stands in the annex.
pub const HERE: Words = words("This annex", "Présente annexe");
/// Column: how the annex stands to the framework.
pub const EFFECT: Words = words("Effect", "Effet");
/// Column: what the framework says of a point that it leaves to the Parties.
pub const GUIDANCE: Words = words("What the framework says of it", "Indications du cadre");

/// Group of rows.
pub const SCOPE: Words = words("Scope and governance", "Champ d’application et gouvernance");
/// Group of rows.
pub const PROCESS: Words = words("Messages, processes and rules", "Messages, processus et règles");
/// Group of rows.
pub const NOT_USED: Words = words("Data elements not used", "Éléments de données non utilisés");
/// Group of rows.
pub const ELEMENTS: Words = words(
    "Data elements: requirement, occurrence, format",
    "Éléments de données : exigence, occurrence, format",
);
/// Group of rows.
pub const CODES: Words = words("Code lists", "Listes de codes");
/// Group of rows.
pub const TECHNICAL: Words = words("Interface and operation", "Interface et exploitation");
/// Group of rows.
pub const WORDING: Words = words("Provisions worded otherwise", "Dispositions rédigées autrement");
/// Group of rows.
pub const DEPARTURES: Words = words(
    "Departures: beyond the framework, or other than it",
    "Écarts : au-delà du cadre ou autres que lui",
);

/// Effect: what the framework has is not used.
pub const LEFT_OUT: Words = words("not used", "non utilisé");
/// Effect: less is let through, or more is asked.
pub const NARROWER: Words = words("narrower", "plus étroit");
/// Effect: more is let through, or less is asked.
pub const WIDER: Words = words("wider", "plus large");
/// Effect: the framework has no such thing.
pub const ADDED: Words = words("added", "ajouté");
/// Effect: neither wider nor narrower.
pub const OTHER: Words = words("other", "autre");
/// Effect: another text, which only a person can compare.
pub const REWORDED: Words = words("other words", "autre texte");
/// Effect: an agreed value is negotiated again.
pub const REOPENED: Words = words("negotiated again", "renégocié");

/// In place of a value where there is none.
pub const NONE: Words = words("–", "–");
/// A class that is not used, and how many elements belong to it.
pub const WITH_ONE: Words = words("with 1 element", "avec 1 élément");
/// The same for several.
pub const WITH_MANY: Words = words("with {n} elements", "avec {n} éléments");
/// A requirement in one message.
pub const IN_MESSAGE: Words = words("{message}: {requirement}", "{message} : {requirement}");
/// A code list and its codes.
pub const LIST: Words = words("{list}: {codes}", "{list} : {codes}");
/// A code list and how many codes it has.
pub const COUNTED: Words = words("{list} ({n} codes)", "{list} ({n} codes)");

/// What a key is about that is no negotiable value; also `architecture.description` for a key that
/// means something else elsewhere.
pub fn matter(key: &str) -> Option<Words> {
    MATTERS.iter().find(|(it, _)| *it == key).map(|(_, words)| *words)
}

const MATTERS: &[(&str, Words)] = &[
    ("purposes", words("Purpose", "Finalité")),
    ("benefits", words("Benefit", "Avantage")),
    ("proofs", words("Document exchanged", "Document échangé")),
    ("regimes", words("Procedure", "Régime")),
    ("goods", words("Goods covered", "Marchandises couvertes")),
    ("exclusions", words("Exclusions", "Exclusions")),
    ("asymmetry", words("Directions of the exchange", "Sens de l’échange")),
    ("purpose_limitation", words("Limitation to purposes", "Limitation aux finalités")),
    ("confidentiality", words("Confidentiality", "Confidentialité")),
    ("onward_transfer", words("Onward transfer of data", "Communication ultérieure des données")),
    ("retention", words("Retention", "Conservation")),
    ("body", words("Joint body", "Organe conjoint")),
    ("entities", words("Entity", "Entité")),
    ("triggers", words("Trigger", "Événement déclencheur")),
    ("event", words("Trigger", "Événement déclencheur")),
    ("sends", words("Message sent on the trigger", "Message envoyé sur l’événement")),
    ("messages", words("Message", "Message")),
    ("root", words("Root class of the message", "Classe racine du message")),
    ("nature", words("Nature of the message", "Nature du message")),
    ("version", words("Version", "Version")),
    ("acknowledged_by", words("Acknowledgement of the message", "Accusé de réception du message")),
    ("answered_by", words("Answer to the message", "Réponse au message")),
    ("subset", words("Elements of the message", "Éléments du message")),
    ("facts", words("Fact known beside the messages", "Fait connu en dehors des messages")),
    ("business_rules", words("Business rule", "Règle de gestion")),
    ("statement", words("Statement of the rule", "Énoncé de la règle")),
    ("assert", words("Expression of the rule", "Expression de la règle")),
    ("severity", words("Consequence of the rule", "Conséquence de la règle")),
    ("matchings", words("Matching", "Rapprochement")),
    ("processes", words("Process", "Processus")),
    ("out_of_scope", words("Process not regulated", "Processus non réglé")),
    ("steps", words("Step of a process", "Étape d’un processus")),
    ("rules", words("Rule applied at a step", "Règle appliquée à une étape")),
    ("states", words("State", "État")),
    ("transitions", words("Transition", "Transition")),
    ("keys", words("Key", "Clé")),
    ("issued_by", words("Who issues the key", "Qui attribue la clé")),
    ("code_lists", words("Code list", "Liste de codes")),
    ("codes", words("Code", "Code")),
    ("user_codes", words("User-assigned code", "Code attribué par l’utilisateur")),
    ("condition", words("Condition", "Condition")),
    ("operations", words("Operation of the interface", "Opération de l’interface")),
    ("errors", words("Error code", "Code d’erreur")),
    ("meaning", words("Meaning of the code", "Signification du code")),
    ("action", words("Action on the error", "Suite donnée à l’erreur")),
    ("architecture.description", words("Architecture", "Architecture")),
    ("description", words("Description", "Description")),
    ("name", words("Name", "Nom")),
    ("note", words("Note on the element", "Note relative à l’élément")),
    ("character_set", words("Character set", "Jeu de caractères")),
    ("phases", words("Phase of testing", "Phase d’essai")),
    ("indicators", words("Indicator", "Indicateur")),
    ("report", words("Report on operation", "Rapport d’exploitation")),
    ("definition", words("Definition", "Définition")),
];
