//! What documents say besides their clauses: units, labels of tables, words of the cover.

use super::{Words, words};

/// Units of time with their plural: years, months, weeks, days, hours, minutes, seconds.
pub const UNITS: [(char, Words, Words); 7] = [
    ('Y', words("{n} year", "{n} an"), words("{n} years", "{n} ans")),
    ('M', words("{n} month", "{n} mois"), words("{n} months", "{n} mois")),
    ('W', words("{n} week", "{n} semaine"), words("{n} weeks", "{n} semaines")),
    ('D', words("{n} day", "{n} jour"), words("{n} days", "{n} jours")),
    ('H', words("{n} hour", "{n} heure"), words("{n} hours", "{n} heures")),
    ('m', words("{n} minute", "{n} minute"), words("{n} minutes", "{n} minutes")),
    ('S', words("{n} second", "{n} seconde"), words("{n} seconds", "{n} secondes")),
];

/// Names of the months.
pub const MONTHS: [Words; 12] = [
    words("January", "janvier"),
    words("February", "février"),
    words("March", "mars"),
    words("April", "avril"),
    words("May", "mai"),
    words("June", "juin"),
    words("July", "juillet"),
    words("August", "août"),
    words("September", "septembre"),
    words("October", "octobre"),
    words("November", "novembre"),
    words("December", "décembre"),
];

/// A day.
pub const DATE: Words = words("{day} {month} {year}", "{day} {month} {year}");
/// How the first day of a month is written.
pub const FIRST: Words = words("1", "1er");
/// Between the last two of several.
pub const AND: Words = words(" and ", " et ");
/// Yes.
pub const YES: Words = words("yes", "oui");
/// No.
pub const NO: Words = words("no", "non");

/// A position of a Party.
pub const POSITION: Words = words("[{party}: ", "[{party} : ");
/// The start of a point that somebody owes by a day.
pub const OPEN_OWNER_DUE: Words =
    words("[to be agreed: {owner}, by {due}", "[à convenir : {owner}, d’ici au {due}");
/// The start of a point that somebody owes.
pub const OPEN_OWNER: Words = words("[to be agreed: {owner}", "[à convenir : {owner}");
/// The start of a point that is due by a day.
pub const OPEN_DUE: Words = words("[to be agreed by {due}", "[à convenir d’ici au {due}");
/// The start of a point that nobody owes.
pub const OPEN: Words = words("[to be agreed", "[à convenir");
/// Behind a translation whose original has changed.
pub const STALE: Words = words(" [translation to be reviewed]", " [traduction à revoir]");
/// Behind a text that exists in another language only.
pub const ONLY_IN: Words = words(" [in {language} only]", " [en {language} seulement]");
/// In the place of what the block does not say.
pub const NOT_STATED: Words = words("[not stated]", "[non précisé]");

/// The word before the number of an Article.
pub const ARTICLE: Words = words("Article {n}", "Article {n}");
/// The word before the letter of an Appendix.
pub const APPENDIX: Words = words("Appendix {n}", "Appendice {n}");
/// The word before the number of a table.
pub const TABLE: Words = words("Table {n}", "Tableau {n}");
/// The word before the number of a figure.
pub const FIGURE: Words = words("Figure {n}", "Figure {n}");
/// A reference to an Article, within a sentence.
pub const TO_ARTICLE: Words = words("Article {n}", "article {n}");
/// A reference to a numbered paragraph, within a sentence.
pub const TO_PARAGRAPH: Words = words("paragraph {n}", "paragraphe {n}");
/// A reference to an Appendix, within a sentence.
pub const TO_APPENDIX: Words = words("Appendix {n}", "appendice {n}");
/// A reference to a table, within a sentence.
pub const TO_TABLE: Words = words("Table {n}", "tableau {n}");
/// A reference to a figure, within a sentence.
pub const TO_FIGURE: Words = words("Figure {n}", "figure {n}");

/// Before a caption.
pub const CAPTION: Words = words("{label}. ", "{label}. ");
/// The number of a page and how many there are, at its foot.
pub const PAGE: Words = words("Page {n} of {of}", "Page {n} sur {of}");
/// Version and status, at the head of each page.
pub const VERSION_STATUS: Words =
    words("Version {version} – {status}", "Version {version} – {status}");
/// Heading of the table of contents.
pub const CONTENTS: Words = words("Contents", "Table des matières");
/// Link for those who use the keyboard.
pub const SKIP: Words = words("Skip to the text", "Aller au texte");
/// Between a term and its meaning.
pub const DEFINED_AS: Words = words(": ", "\u{202f}: ");
/// In the header of a page: the version.
pub const HEADER_VERSION: Words = words("version {version}", "version {version}");
/// At the foot of a page: which it is, of how many.
pub const PAGE_OF: Words = words("Page {n} of {of}", "Page {n} sur {of}");
/// Says in words what a picture shows that has several sheets.
pub const SHEET: Words = words("{text} Sheet {n} of {of}.", "{text} Feuille {n} sur {of}.");
/// Heading of the notes at the foot.
pub const FOOTNOTES: Words = words("Notes", "Notes");
/// Link from a note back to its mark.
pub const BACK: Words = words("Back to the text", "Retour au texte");
/// A remark to the reader.
pub const NOTE: Words = words("Note", "Note");
/// Link to the words that say what a figure shows.
pub const DESCRIBED: Words = words("The same in words", "La même chose en toutes lettres");
/// What a link of a bracket leads to.
pub const TO_POINT: Words =
    words("Go to the list of open points", "Aller à la liste des points ouverts");
/// Name of the part of the page that holds the table of contents.
pub const COVER: Words = words("Cover", "Page de garde");
/// Between several names that may have commas in them.
pub const SEMICOLON: Words = words("; ", "\u{202f}; ");
/// Between a name and what is said of it.
pub const COLON: Words = words(": ", "\u{202f}: ");
/// The mark of a text that is not agreed.
pub const DRAFT: Words = words("DRAFT", "PROJET");
/// What the document is not.
pub const NOTICE: Words = words(
    "Draft prepared with gnc from a Utility Block; not a document of the World Customs Organization.",
    "Projet établi avec gnc à partir d’un bloc utilitaire ; ce n’est pas un document de l’Organisation mondiale des douanes.",
);
/// The same for a text that is agreed.
pub const NOTICE_AGREED: Words = words(
    "Prepared with gnc from a Utility Block; not a document of the World Customs Organization.",
    "Établi avec gnc à partir d’un bloc utilitaire ; ce n’est pas un document de l’Organisation mondiale des douanes.",
);
/// What kind of document it is.
pub const SUBTITLE: Words =
    words("Technical annex between {parties}", "Annexe technique (Parties : {parties})");
/// The same where no Parties are named.
pub const SUBTITLE_ALONE: Words = words("Technical annex", "Annexe technique");
/// What kind of document a guiding template is.
pub const SUBTITLE_FRAMEWORK: Words = words(
    "Framework for a technical annex (guiding template with placeholder Parties)",
    "Cadre pour une annexe technique (modèle indicatif, Parties fictives)",
);
/// What kind of document it is, for others than the annex.
pub const SUBTITLE_OF: Words = words("{what} – {parties}", "{what} – {parties}");
/// The same of a guiding template.
pub const SUBTITLE_OF_FRAMEWORK: Words = words(
    "{what} of a guiding template with placeholder Parties",
    "{what} d’un modèle indicatif, Parties fictives",
);
/// Fact of the cover.
pub const FACT_PARTIES: Words = words("Parties", "Parties");
/// Fact of the cover.
pub const FACT_STATUS: Words = words("Status", "État");
/// Fact of the cover.
pub const FACT_VERSION: Words = words("Version", "Version");
/// Fact of the cover.
pub const FACT_DATE: Words = words("Date", "Date");
/// Fact of the cover.
pub const FACT_BLOCK: Words = words("Utility Block", "Bloc utilitaire");
/// Fact of the cover.
pub const FACT_FRAMEWORK: Words = words("Framework block", "Bloc-cadre");
/// Fact of the cover.
pub const FACT_LANGUAGES: Words = words("Authentic languages", "Langues faisant foi");
/// Fact of the cover.
pub const FACT_DATA: Words =
    words("Data model and maximum dataset", "Modèle de données et ensemble maximal");
/// Fact of the cover.
pub const FACT_POINTS: Words = words("Points to be agreed", "Points à convenir");
/// How many points, then of which kinds.
pub const POINT_COUNTS: Words = words("{all}: {kinds}", "{all} : {kinds}");
/// Points for which Parties have proposed something, one and several.
pub const POINTS_PROPOSED: [Words; 2] = [
    words("{n} with proposals", "{n} avec propositions"),
    words("{n} with proposals", "{n} avec propositions"),
];
/// Points for which nobody has, one and several.
pub const POINTS_OPEN: [Words; 2] =
    [words("{n} open", "{n} ouvert"), words("{n} open", "{n} ouverts")];
/// Points that the block does not state, one and several.
pub const POINTS_NOT_STATED: [Words; 2] =
    [words("{n} not stated", "{n} non précisé"), words("{n} not stated", "{n} non précisés")];
/// Names of languages.
pub const LANGUAGES: [(&str, Words); 7] = [
    ("en", words("English", "anglais")),
    ("fr", words("French", "français")),
    ("es", words("Spanish", "espagnol")),
    ("ar", words("Arabic", "arabe")),
    ("pt", words("Portuguese", "portugais")),
    ("ru", words("Russian", "russe")),
    ("zh", words("Chinese", "chinois")),
];
