//! What stands at the head of the tables of the annex.

use super::{Words, words};

/// Column of changes: what a change means for systems that are in use.
pub const CHANGE_CLASS: Words = words("Class", "Classe");
/// Column of changes.
pub const CHANGE_PLACE: Words = words("Place in the block", "Emplacement dans le bloc");
/// Column of changes: added, removed, changed, moved.
pub const CHANGE_KIND: Words = words("Change", "Nature");
/// Column of changes.
pub const CHANGE_BEFORE: Words = words("Before", "Avant");
/// Column of changes.
pub const CHANGE_AFTER: Words = words("Now", "Désormais");
/// Column of changes: why it is of this class.
pub const CHANGE_WHY: Words = words("Why", "Motif du classement");
/// Column.
pub const NUMBER: Words = words("No.", "N°");
/// Column.
pub const PARTY: Words = words("Party", "Partie");
/// Column.
pub const SHORT_NAME: Words = words("Short name", "Sigle");
/// Column.
pub const ADMINISTRATION: Words = words("Customs administration", "Administration des douanes");
/// Column.
pub const ACTS_AS: Words = words("Acts as", "Rôle");
/// Column.
pub const PURPOSE: Words = words("Purpose", "Finalité");
/// Column.
pub const FUNCTION: Words = words("Function", "Fonction");
/// Column.
pub const BENEFIT: Words = words("Benefit", "Avantage");
/// Column.
pub const FOR_WHOM: Words = words("For", "Pour");
/// Column.
pub const MEASURE: Words = words("Measured by", "Mesure");
/// Column.
pub const FROM_PARTY: Words = words("From", "De");
/// Column.
pub const TO_PARTY: Words = words("To", "Vers");
/// Column.
pub const START: Words = words("Start", "Début");
/// Column.
pub const PROVISION: Words = words("Provision", "Disposition");
/// Column.
pub const INSTRUMENT: Words = words("Instrument", "Instrument");
/// Column.
pub const LEVEL: Words = words("Level", "Niveau");
/// Column.
pub const STANDING: Words = words("Standing", "Statut");
/// Column: how a message comes to be sent.
pub const SENT: Words = words("Sent", "Envoi");
/// Column: numbers of purposes.
pub const FOR_PURPOSES: Words = words("For purposes", "Finalités");
/// Column: provisions.
pub const PERMITTED_BY: Words = words("Permitted by", "Autorisé par");
/// How a message comes to be sent.
pub const UNASKED: Words = words("unasked", "sans demande");
/// How a message comes to be sent.
pub const AS_REQUEST: Words = words("as a request", "à titre de demande");
/// How a message comes to be sent.
pub const IN_ANSWER: Words = words("in answer to a request", "en réponse à une demande");
/// In place of provisions, where none permits a message.
pub const NOTHING_CITED: Words =
    words("no provision is cited that permits it", "aucune disposition citée ne l’autorise");
/// Column.
pub const PERMITS: Words = words("Permits", "Autorise");
/// Column.
pub const IN_FORCE_BY: Words = words("In force by", "En vigueur au plus tard");
/// Column.
pub const SUMMARY: Words = words("In short", "En résumé");
/// Column.
pub const ENTITY: Words = words("Entity", "Entité");
/// Column.
pub const ROLE: Words = words("Role", "Rôle");
/// Column.
pub const SIDE: Words = words("Side", "Côté");
/// Column.
pub const DUTY: Words = words("Duty", "Mission");
/// Column.
pub const BODIES: Words = words("Body of each Party", "Organisme de chaque Partie");
/// Column.
pub const EVENT: Words = words("Event", "Événement");
/// Column.
pub const CONDITION: Words = words("Condition", "Condition");
/// Column.
pub const WHO_SENDS: Words = words("Who sends", "Expéditeur");
/// Column.
pub const MESSAGE: Words = words("Message", "Message");
/// Column.
pub const MESSAGES: Words = words("Messages", "Messages");
/// Column.
pub const WITHIN: Words = words("Within", "Délai");
/// Column.
pub const WHO_RECEIVES: Words = words("Who receives", "Destinataire");
/// Column.
pub const FUNCTION_CODE: Words = words("Function code", "Code de fonction");
/// Column.
pub const ACKNOWLEDGED_BY: Words = words("Acknowledged by", "Accusé de réception");
/// Column.
pub const ANSWERED_BY: Words = words("Answered by", "Réponse");
/// Column.
pub const TYPE_NAME: Words = words("Type", "Type");
/// Column.
pub const VERSION: Words = words("Version", "Version");
/// Column.
pub const RULE: Words = words("Rule", "Règle");
/// Column.
pub const KIND: Words = words("Kind", "Nature");
/// Column.
pub const STATEMENT: Words = words("Statement", "Énoncé");
/// Column.
pub const TEST_CASE: Words = words("Test case", "Cas d’essai");
/// Column.
pub const BESIDE_MESSAGE: Words =
    words("To be set up beside the message", "À établir en dehors du message");
/// Column.
pub const ANSWER_IF_BROKEN: Words = words("Answer if not observed", "Réponse à défaut");
/// Column.
pub const EXACTLY: Words =
    words("In exact terms, from the expression", "En termes exacts, d’après l’expression");
/// Column.
pub const TOLERANCE: Words = words("Tolerance", "Tolérance");
/// Column.
pub const OTHERWISE: Words = words("Otherwise", "À défaut");
/// Column.
pub const CODE: Words = words("Code", "Code");
/// Column.
pub const MEANING: Words = words("Meaning", "Signification");
/// Column.
pub const ACTION: Words = words("Action of the sender", "Mesure à prendre par l’expéditeur");
/// Column.
pub const CATEGORY: Words = words("Category", "Catégorie");
/// Column.
pub const CONTACT: Words = words("Contact point", "Point de contact");
/// Column.
pub const OFFICE: Words = words("Office", "Service");
/// Column.
pub const REACH: Words = words("How to reach it", "Coordonnées");
/// Column.
pub const HOURS: Words = words("Hours", "Heures");
/// Column.
pub const LANGUAGES: Words = words("Languages", "Langues");
/// Column.
pub const PHASE: Words = words("Phase", "Phase");
/// Column.
pub const DESCRIPTION: Words =
    words("What is done, and when it is passed", "Contenu et critère de réussite");
/// Column.
pub const INDICATOR: Words = words("Indicator", "Indicateur");
/// Column.
pub const PERIOD: Words = words("Period", "Durée");
/// Column.
pub const FROM_EVENT: Words = words("Counted from", "À compter de");
/// Column.
pub const KEY: Words = words("Key", "Clé");
/// Column.
pub const ELEMENTS: Words = words("Elements", "Éléments");
/// Column.
pub const UNIQUE: Words = words("Unique", "Unicité");
/// Column.
pub const ISSUED_BY: Words = words("Issued by", "Attribuée par");
/// Column.
pub const STANDARD: Words = words("Standard", "Norme");
/// Column.
pub const STATE: Words = words("State", "État");
/// Column.
pub const FINAL: Words = words("Final", "Final");
/// Column.
pub const STATE_BEFORE: Words = words("From", "De");
/// Column.
pub const STATE_AFTER: Words = words("To", "Vers");
/// Column.
pub const ACTOR: Words = words("Brought about by", "Provoqué par");
/// Column.
pub const STEP: Words = words("Step", "Étape");
/// Column.
pub const RULES: Words = words("Rules", "Règles");
/// Column.
pub const THEN: Words = words("Then", "Suite");
/// Column.
pub const OPERATION: Words = words("Operation", "Opération");
/// Column.
pub const GATEWAY: Words = words("Offered by", "Offerte par");
/// Column.
pub const PATH: Words = words("Path", "Chemin");
/// Column.
pub const NAME: Words = words("Name", "Nom");
/// Column.
pub const WCO_ID: Words = words("WCO ID", "ID OMD");
/// Column.
pub const FORMAT: Words = words("Format", "Format");
/// Column.
pub const OCCURS: Words = words("Occurs", "Occ.");
/// Column.
pub const CODE_LIST: Words = words("Code list", "Liste de codes");
/// Column.
pub const NOTES: Words = words("Definition and notes", "Définition et remarques");
/// Column.
pub const LIST: Words = words("List", "Liste");
/// Column.
pub const TITLE: Words = words("Title", "Titre");
/// Column.
pub const MAINTAINER: Words = words("Maintained by", "Tenue par");
/// Column.
pub const EXTENT: Words = words("Codes", "Codes");
/// Column.
pub const XML_SCHEMA: Words = words("XML Schema", "Schéma XML");
/// Column.
pub const JSON_SCHEMA: Words = words("JSON Schema", "Schéma JSON");
/// Column.
pub const XML_SAMPLE: Words = words("Sample in XML", "Exemple en XML");
/// Column.
pub const JSON_SAMPLE: Words = words("Sample in JSON", "Exemple en JSON");
/// Column.
pub const POINT: Words = words("Point", "Point");
/// Column.
pub const WHERE: Words = words("Where", "Emplacement");
/// A place of the annex, in a paper of another kind.
pub const PLACE_IN_ANNEX: Words = words("annex, {place}", "annexe, {place}");
/// A point that a paper does not show, but the annex does.
pub const IN_ANNEX: Words = words("in the annex", "dans l’annexe");
/// Column.
pub const OWNER: Words = words("Owed by", "Responsable");
/// Column.
pub const DUE: Words = words("Due", "Échéance");
/// Column.
pub const POSITIONS: Words = words("Positions", "Positions");
/// Column.
pub const WAITS_FOR: Words = words("Remark", "Remarque");
/// Column.
pub const DATE: Words = words("Date", "Date");
/// Column.
pub const CHANGE: Words = words("Change", "Modification");
/// Column.
pub const BY: Words = words("Asked for by", "Demandée par");
/// Column.
pub const DOCUMENT: Words = words("Document", "Document");
/// Column.
pub const CONTENT: Words = words("Content", "Contenu");

/// A message in the head of a narrow column.
pub const SHORT_MESSAGE: Words = words("M{n}", "M{n}");
/// In the cell of an element that a message does not carry.
pub const NOT_CARRIED: Words = words("–", "–");
/// Every message.
pub const ALL_MESSAGES: Words = words("all messages", "tous les messages");
/// An identifier that no public schema confirms.
pub const UNCONFIRMED: Words =
    words("WCO identifier not confirmed.", "Identifiant OMD non confirmé.");
/// An element of our own.
pub const PROPOSED: Words = words(
    "Proposed; not in the WCO Data Model.",
    "Proposé ; absent du Modèle de données de l’OMD.",
);
/// An element that may hold personal data.
pub const PERSONAL: Words =
    words("May be personal data.", "Peut contenir des données à caractère personnel.");
/// A code list whose codes are kept elsewhere.
pub const KEPT_ELSEWHERE: Words =
    words("as published by its maintainer", "selon la publication de son organisme");
/// How many codes may be used.
pub const RESTRICTED: Words = words("{n} of the list", "{n} de la liste");
/// How many codes there are.
pub const ALL_CODES: Words = words("{n}", "{n}");
/// A way that is taken after a time.
pub const AFTER: Words = words("after ", "après ");
/// A process that is not part of the annex.
pub const OUT_OF_SCOPE: Words =
    words("Not part of this annex: ", "Hors du champ de la présente annexe : ");
/// Who owes a point that no single Party owes.
pub const ALL_PARTIES: Words = words("all Parties", "toutes les Parties");
/// Said where a list of points would stand.
pub const NO_POINT: Words = words("There is none.", "Néant.");
/// In place of the points that are due next, where none has a day.
pub const NO_DUE: Words = words("No day is set for any of them.", "Aucune échéance n’est fixée.");
/// Caption of the figure of a process.
pub const DIAGRAM: Words = words("{name}: diagram", "{name} : diagramme");
/// Caption of the steps of a process.
pub const STEPS: Words = words("{name}: steps", "{name} : étapes");
/// Text in the place of a diagram.
pub const DIAGRAM_ALTERNATIVE: Words = words(
    "Process diagram “{name}”: {steps} steps of {entities} entities",
    "Diagramme du processus « {name} » : {steps} étapes de {entities} entités",
);
/// Behind what stands in the place of a picture, where a table of the document says the same.
pub const SAME_IN_TABLE: Words = words(
    "{text}; {place} says the same in words.",
    "{text} ; le {place} dit la même chose en toutes lettres.",
);
/// Behind what stands in the place of a picture, where no table stands beside it.
pub const SAME_IN_ANNEX: Words = words(
    "{text}; the technical annex says the same in words.",
    "{text} ; l’annexe technique dit la même chose en toutes lettres.",
);
/// Caption of the data table of one kind of document.
pub const DATA: Words = words("Data elements: {name}", "Éléments de données : {name}");
/// Caption of the codes of a list.
pub const CODES: Words = words("Codes: {name}", "Codes : {name}");
/// Between a name and its number in a legend.
pub const LEGEND: Words = words("Messages: ", "Messages : ");
/// Text in the place of the diagram of the exchange.
pub const EXCHANGE_ALTERNATIVE: Words = words(
    "Diagram of {messages} messages and which side sends them",
    "Diagramme de {messages} messages et du côté qui les envoie",
);
/// Text in the place of the diagram of the states.
pub const LIFECYCLE_ALTERNATIVE: Words = words(
    "Diagram of {states} states and the transitions between them",
    "Diagramme de {states} états et des passages de l’un à l’autre",
);
/// Column.
pub const COVERS: Words = words("Covers", "Couvre");

/// Column.
pub const MATCHING: Words = words("Matching", "Rapprochement");
/// Column.
pub const MATCHED_WITH: Words = words("Compared with", "Comparés avec");
/// Column.
pub const BELONG_TOGETHER: Words = words("Belong together where", "Vont ensemble lorsque");
/// Column.
pub const MATCHING_RULES: Words = words("Rules", "Règles");
/// Column.
pub const NAME_IN_EXPRESSIONS: Words = words("Name in rules", "Nom dans les règles");
/// Column.
pub const COPIED_FROM: Words = words("Copied from", "Copié de");
/// Column.
pub const DERIVED_FROM: Words = words("Derived as", "Déduit comme");
/// Column.
pub const LEFT_TO: Words = words("Left to", "Laissé à");
/// The version of a code list whose maintainer gives it none.
pub const CURRENT: Words = words("current", "en vigueur");
