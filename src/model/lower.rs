//! Tree to block: one finding for each mistake, and the rest of the file is still read.

use crate::diag::{Code, Edit, Finding, Findings};
use crate::model::control::Block;
use crate::model::shape::{Lower, Record, Scalar, Shape};
use crate::syntax::{Entry, Node, Value};
use crate::text::likeness::closest;
use crate::text::{Piece, Spanned};
use crate::words::{Words, words};

/// A key that the format does not have.
static UNKNOWN_KEY: Code = Code::format(
    "FMT-01",
    "unknown-key",
    words("`{key}` is not a key of `{record}`", "« {key} » n’est pas une clé de « {record} »"),
    words(
        "What stands under an unknown key would be ignored, so the annex would silently lack it.",
        "Ce qui suit une clé inconnue serait ignoré : l’annexe serait incomplète sans le dire.",
    ),
    words("{hint}", "{hint}"),
);

/// A value of another kind than the key asks for.
static WRONG_KIND: Code = Code::format(
    "FMT-02",
    "wrong-kind-of-value",
    words(
        "{found} stands where the tool expects {wanted}",
        "on trouve {found} là où l’outil attend {wanted}",
    ),
    words("The tool cannot tell what is meant.", "L’outil ne peut pas savoir ce qui est voulu."),
    words(
        "Check the indentation, and write {wanted}.",
        "Vérifiez le retrait des lignes et écrivez {wanted}.",
    ),
);

/// A string of another form than the key asks for.
static WRONG_FORM: Code = Code::format(
    "FMT-03",
    "wrong-form",
    words("`{text}` is not {wanted}", "« {text} » n’est pas {wanted}"),
    words(
        "Documents and schemas are made from this value, so its form has to be exact.",
        "Les documents et les schémas sont tirés de cette valeur : sa forme doit être exacte.",
    ),
    words("Write it like this: `{example}`.", "Écrivez par exemple : « {example} »."),
);

/// A word outside a fixed set.
static UNKNOWN_WORD: Code = Code::format(
    "FMT-04",
    "unknown-word",
    words("`{text}` is not one of the words allowed here", "« {text} » n’est pas un mot admis ici"),
    words(
        "The rules and the documents know only the words of the list.",
        "Les règles et les documents ne connaissent que les mots de la liste.",
    ),
    words("{hint} Allowed: {allowed}.", "{hint} Mots admis : {allowed}."),
);

/// A key that has to be there is not.
static MISSING_KEY: Code = Code::format(
    "FMT-05",
    "missing-key",
    words("`{key}` is missing in `{record}`", "« {key} » manque dans « {record} »"),
    words(
        "Without it the entry cannot be told apart or used.",
        "Sans cette clé, l’entrée ne peut être ni distinguée ni utilisée.",
    ),
    words("Add `{key}: …` to this entry.", "Ajoutez « {key}: … » à cette entrée."),
);

/// A key without a value.
static EMPTY_VALUE: Code = Code::format(
    "FMT-06",
    "empty-value",
    words("nothing is written after `{key}`", "rien n’est écrit après « {key} »"),
    words(
        "An empty value says neither what is agreed nor who owes the answer.",
        "Une valeur vide ne dit ni ce qui est convenu ni qui doit répondre.",
    ),
    words(
        "Write the value, remove the key, or say who owes it: `open: {owner: …, due: …}`.",
        "Écrivez la valeur, supprimez la clé, ou dites qui la doit : « open: {owner: …, due: …} ».",
    ),
);

/// Every code that reading a block may report.
pub static CODES: &[&Code] =
    &[&UNKNOWN_KEY, &WRONG_KIND, &WRONG_FORM, &UNKNOWN_WORD, &MISSING_KEY, &EMPTY_VALUE];

const A_MAP: Words = words("a group of `key: value` lines", "un groupe de lignes « clé: valeur »");
const A_LIST: Words =
    words("a list (lines that begin with `-`)", "une liste (lignes commençant par « - »)");
const A_TEXT: Words = words("a text", "un texte");
const NOTHING: Words = words("nothing", "rien");
const A_TEXT_OR_LANGUAGES: Words = words(
    "a text, or one text for each language (`en: …`, `fr: …`)",
    "un texte, ou un texte par langue (« en: … », « fr: … »)",
);
const A_PROPOSAL_FOR_EACH_PARTY: Words =
    words("one value for each Party (`ADJ: …`)", "une valeur par Partie (« ADJ: … »)");

const MEANT: Words = words("Did you mean `{word}`?", "Vouliez-vous dire « {word} » ?");

/// What is known while a tree is read.
#[derive(Debug, Default)]
pub struct Lowering {
    /// What was found.
    pub findings: Findings,
}

/// Reads a block from its tree. `None` only when the document is no mapping, or has no `gnc`.
pub fn lower(root: &Node) -> (Option<Block>, Findings) {
    let mut cx = Lowering::default();
    let block = Block::lower(root, &mut cx);
    (block, cx.findings)
}

impl Lowering {
    /// The items of a list; anything else is reported and counts as empty.
    pub fn list<'a>(&mut self, node: &'a Node) -> &'a [Node] {
        if let Value::List(items) = &node.value {
            return items;
        }
        self.wrong_kind(node, A_LIST);
        &[]
    }

    /// The entries of a mapping; anything else is reported.
    pub fn entries<'a>(&mut self, node: &'a Node) -> Option<&'a [Entry]> {
        if let Value::Map(entries) = &node.value {
            return Some(entries);
        }
        self.wrong_kind(node, A_MAP);
        None
    }

    /// The string of a node; anything else is reported.
    pub fn text<'a>(&mut self, node: &'a Node) -> Option<&'a Piece> {
        if let Value::Scalar(scalar) = &node.value {
            return Some(&scalar.text);
        }
        self.wrong_kind(node, A_TEXT);
        None
    }

    /// Reads a string of a certain form; another form is reported.
    pub fn scalar<T: Scalar>(&mut self, node: &Node) -> Option<Spanned<T>> {
        let text = self.text(node)?;
        let value = self.parse(text, node.span)?;
        Some(Spanned::new(value, node.span))
    }

    /// Reads `text`, which stands at `span`, as a certain form; another form is reported.
    pub fn parse<T: Scalar>(&mut self, text: &Piece, span: crate::text::Span) -> Option<T> {
        if let Some(value) = T::take(text) {
            return Some(value);
        }
        let finding = match T::kind() {
            Shape::Scalar(kind) => Finding::new(&WRONG_FORM, span)
                .arg_words("wanted", kind.what)
                .arg("example", kind.example),
            Shape::Choice(choice) => {
                let words: Vec<_> = choice.variants.iter().map(|it| it.id).collect();
                let allowed = words.join(", ");
                let finding = Finding::new(&UNKNOWN_WORD, span).arg("allowed", allowed);
                did_you_mean(finding, text, words)
            }
            _ => Finding::new(&WRONG_FORM, span).arg_words("wanted", A_TEXT),
        };
        self.findings.add(finding.arg("text", excerpt(text)));
        None
    }

    /// Whether something was written behind the key; an empty value is reported.
    pub fn present(&mut self, entry: &Entry) -> bool {
        let written = !matches!(entry.value.value, Value::Null);
        if !written {
            let finding = Finding::new(&EMPTY_VALUE, entry.key.span).arg("key", &entry.key.value);
            self.findings.add(finding);
        }
        written
    }

    /// Reports a key that the record does not have.
    pub fn unknown_key(&mut self, entry: &Entry, record: &'static Record) {
        let keys = record.fields.iter().map(|field| field.key);
        let finding = Finding::new(&UNKNOWN_KEY, entry.key.span)
            .arg("key", excerpt(&entry.key.value))
            .arg("record", record.name);
        self.findings.add(did_you_mean(finding, &entry.key.value, keys));
    }

    /// Reports a key that was meant to be `meant`, and how to mend it.
    pub fn misspelt_key(&mut self, entry: &Entry, record: &'static Record, meant: &'static str) {
        const RENAME: Words = words("write `{word}`", "écrire « {word} »");
        let edit = Edit { span: entry.key.span, text: meant.to_owned() };
        let finding = Finding::new(&UNKNOWN_KEY, entry.key.span)
            .arg("key", excerpt(&entry.key.value))
            .arg("record", record.name)
            .arg_words("hint", MEANT)
            .arg("word", meant);
        self.findings.add(finding.fix(RENAME, vec![edit]));
    }

    /// Reports required keys that were not written, and says whether all were.
    pub fn complete(&mut self, node: &Node, record: &'static Record) -> bool {
        let required = record.fields.iter().filter(|field| field.required);
        let missing: Vec<_> = required.filter(|field| node.entry(field.key).is_none()).collect();
        for field in &missing {
            let finding = Finding::new(&MISSING_KEY, node.span.head())
                .arg("key", field.key)
                .arg("record", record.name);
            self.findings.add(finding);
        }
        missing.is_empty()
    }

    /// Reports a value that is neither a text nor one text for each language.
    pub fn not_a_text(&mut self, node: &Node) {
        self.wrong_kind(node, A_TEXT_OR_LANGUAGES);
    }

    /// Reads what a text says of its translations; anything but such records is reported.
    pub(super) fn translated(&mut self, node: &Node) {
        let Value::Map(entries) = &node.value else { return self.not_a_text(node) };
        for entry in &**entries {
            if !entry.value.text().is_some_and(crate::model::translation::is_record) {
                self.not_a_text(&entry.value);
            }
        }
    }

    /// Reports something else than one value for each Party.
    pub fn not_proposals(&mut self, node: &Node) {
        self.wrong_kind(node, A_PROPOSAL_FOR_EACH_PARTY);
    }

    fn wrong_kind(&mut self, node: &Node, wanted: Words) {
        let found = match node.value {
            Value::Null => NOTHING,
            Value::Scalar(_) => A_TEXT,
            Value::List(_) => A_LIST,
            Value::Map(_) => A_MAP,
        };
        let finding = Finding::new(&WRONG_KIND, node.span);
        self.findings.add(finding.arg_words("wanted", wanted).arg_words("found", found));
    }
}

/// The beginning of a text, short enough to be quoted.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Fills `{hint}`: the known word that `text` is close to, if there is one.
fn did_you_mean<'a>(
    finding: Finding,
    text: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Finding {
    const LOOK_UP: Words = words(
        "Remove it, or look up the right one in the format reference.",
        "Supprimez-le, ou cherchez le terme exact dans la référence du format.",
    );
    match closest(text, known) {
        Some(word) => finding.arg_words("hint", MEANT).arg("word", word),
        None => finding.arg_words("hint", LOOK_UP),
    }
}
