//! What bringing something in may find: a workbook back, each at the address of a cell; an XML Schema.

use crate::diag::{Code, Finding, Findings};
use crate::import::grid::Refused;
use crate::import::xsd::codes as xsd;
use crate::text::{Sources, Span};
use crate::words::{Words, words};

/// Every code of bringing something in.
pub static CODES: &[&Code] = &[
    &NOT_A_WORKBOOK,
    &OTHER_BLOCK,
    &MISSING_SHEET,
    &MISSING_COLUMN,
    &MISSING_ROW,
    &ROW_WITHOUT_PATH,
    &BAD_VALUE,
    &NOT_BROUGHT_BACK,
    &CHANGED_SINCE,
    &CONTRADICTION,
    &NOT_CLEARED,
    &NOT_PUT,
    &xsd::NOT_READ,
    &xsd::OUTSIDE,
    &xsd::NOT_FOUND,
    &xsd::UNDEFINED,
    &xsd::NOT_CARRIED,
    &xsd::OTHER_FORMAT,
    &xsd::BAD_NAME,
    &xsd::TOO_MANY_ELEMENTS,
    &xsd::NO_MESSAGE,
    &xsd::WITHIN_ITSELF,
    &xsd::TOO_DEEP_CLASS,
    &xsd::NO_DOCUMENT,
    &xsd::NOT_A_MESSAGE,
];

const WHY_EXACT: Words = words(
    "What is brought back becomes part of the text that the Parties agree on; it is taken exactly or not at all.",
    "Ce qui est repris devient partie du texte que les Parties conviennent ; on le reprend exactement ou pas du tout.",
);
const WRITE_ANEW: Words = words(
    "Write the workbook anew with `gnc build --only xlsx`, and carry your edits over.",
    "Produisez de nouveau le classeur avec « gnc build --only xlsx » et reportez-y vos modifications.",
);

pub(super) static NOT_A_WORKBOOK: Code = Code::format(
    "IMP-01",
    "not-a-workbook",
    words("this file cannot be read: {fault}", "ce fichier ne peut pas être lu : {fault}"),
    words(
        "Only a workbook that was written from a block can be brought back into it.",
        "Seul un classeur produit à partir d’un bloc peut y être repris.",
    ),
    words(
        "Save the workbook as “Excel workbook (.xlsx)”, without password.",
        "Enregistrez le classeur au format « Classeur Excel (.xlsx) », sans mot de passe.",
    ),
);
pub(super) const TOO_LARGE: Words = words(
    "it is larger than any workbook of a data cluster",
    "il est plus grand que tout classeur d’un groupe de données",
);
pub(super) const DAMAGED: Words = words(
    "it is no workbook of the format .xlsx, or it is damaged",
    "ce n’est pas un classeur au format .xlsx, ou il est endommagé",
);

pub(super) static OTHER_BLOCK: Code = Code::format(
    "IMP-02",
    "workbook-of-another-block",
    words(
        "this workbook does not say that it was written from the block `{block}`",
        "ce classeur n’indique pas qu’il a été produit à partir du bloc « {block} »",
    ),
    words(
        "Elements of one block mean something else in another.",
        "Les éléments d’un bloc ont un autre sens dans un autre bloc.",
    ),
    words(
        "Name the block that the first sheet names, or write the workbook anew from this block.",
        "Indiquez le bloc que cite la première feuille, ou produisez de nouveau le classeur à partir de ce bloc.",
    ),
);

pub(super) static MISSING_SHEET: Code = Code {
    severity: crate::diag::Severity::Advice,
    ..Code::format(
        "IMP-03",
        "sheet-missing",
        words(
            "the sheet of the message `{value}` is not there; nothing of it is brought back",
            "la feuille du message « {value} » est absente ; rien n’en est repris",
        ),
        words(
            "Whoever deletes a sheet may expect that the message goes.",
            "Qui supprime une feuille peut penser que le message disparaît.",
        ),
        words(
            "To take a message out of the block, edit the block itself.",
            "Pour retirer un message du bloc, modifiez le bloc lui-même.",
        ),
    )
};

pub(super) static MISSING_COLUMN: Code = Code::format(
    "IMP-04",
    "column-missing",
    words("the column “{value}” is not there", "la colonne « {value} » est absente"),
    words(
        "Rows are known by their path, and columns by their heads.",
        "Les lignes se reconnaissent à leur chemin et les colonnes à leur en-tête.",
    ),
    words(
        "Put the head back as it was written in the first row of the sheet.",
        "Rétablissez l’en-tête tel qu’il figurait à la première ligne de la feuille.",
    ),
);

pub(super) static MISSING_ROW: Code = Code::format(
    "IMP-05",
    "row-missing",
    words(
        "the row of `{value}` is not there, or stands here twice",
        "la ligne de « {value} » est absente, ou figure deux fois ici",
    ),
    words(
        "A row that is deleted by mistake would silently take an element out of the message.",
        "Une ligne supprimée par erreur retirerait sans bruit un élément du message.",
    ),
    words(
        "Put one row with this path back; to leave the element out of the message, write NC as its requirement.",
        "Rétablissez une seule ligne portant ce chemin ; pour écarter l’élément du message, inscrivez NC comme exigence.",
    ),
);

pub(super) static ROW_WITHOUT_PATH: Code = Code::format(
    "IMP-06",
    "row-without-path",
    words(
        "a row that says something has no path of an element: `{value}`",
        "une ligne remplie n’a pas de chemin d’élément : « {value} »",
    ),
    WHY_EXACT,
    words(
        "Write the path of XML tags from the root of the message, as Certificate/Exporter/Name.",
        "Inscrivez le chemin des balises XML depuis la racine du message, comme Certificate/Exporter/Name.",
    ),
);

pub(super) static BAD_VALUE: Code = Code::format(
    "IMP-07",
    "cell-not-understood",
    words("`{value}` does not fit here: {fault}", "« {value} » ne convient pas ici : {fault}"),
    WHY_EXACT,
    words(
        "Write a value of the form named, or put the former one back.",
        "Inscrivez une valeur de la forme indiquée, ou rétablissez la précédente.",
    ),
);

pub(super) static NOT_BROUGHT_BACK: Code = Code::format(
    "IMP-08",
    "cell-not-brought-back",
    words(
        "what was written here is not brought back: `{value}`",
        "ce qui a été écrit ici n’est pas repris : « {value} »",
    ),
    words(
        "This cell shows what the dataset, the framework or another part of the block says; an edit here would be lost.",
        "Cette cellule montre ce que dit l’ensemble de données, le cadre ou une autre partie du bloc ; une modification y serait perdue.",
    ),
    words(
        "Put the former value back: `{before}`; change it where it comes from.",
        "Rétablissez la valeur précédente : « {before} » ; modifiez-la là d’où elle vient.",
    ),
);

pub(super) static CHANGED_SINCE: Code = Code::format(
    "IMP-09",
    "block-changed-since",
    words(
        "the block has changed in this row since the workbook was written: it says `{before}`, the cell `{value}`",
        "le bloc a changé dans cette ligne depuis la production du classeur : il dit « {before} », la cellule « {value} »",
    ),
    words(
        "Who wrote what last cannot be told; one of the two changes would be lost.",
        "On ne peut savoir qui a écrit en dernier ; l’une des deux modifications serait perdue.",
    ),
    WRITE_ANEW,
);

pub(super) static CONTRADICTION: Code = Code::format(
    "IMP-10",
    "two-cells-contradict",
    words(
        "`{value}` here, but `{before}` in the cell {other}, for the same value of the block",
        "« {value} » ici, mais « {before} » dans la cellule {other}, pour la même valeur du bloc",
    ),
    words(
        "The value holds in every message that carries the element.",
        "La valeur vaut pour tous les messages qui portent l’élément.",
    ),
    words("Write the same in both cells.", "Inscrivez la même chose dans les deux cellules."),
);

pub(super) static NOT_CLEARED: Code = Code::format(
    "IMP-11",
    "inherited-value-cleared",
    words(
        "this cell is empty, but what it said (`{before}`) comes from the framework block or the dataset",
        "cette cellule est vide, mais ce qu’elle disait (« {before} ») vient du bloc-cadre ou de l’ensemble de données",
    ),
    words(
        "A profile can say something else than its framework, but not nothing.",
        "Un profil peut dire autre chose que son cadre, mais pas rien.",
    ),
    words(
        "Put the former value back, or write another one.",
        "Rétablissez la valeur précédente, ou inscrivez-en une autre.",
    ),
);

pub(super) static NOT_PUT: Code = Code::format(
    "IMP-12",
    "not-put-into-the-block",
    words(
        "`{value}` cannot be put into the file of the block without losing comments or layout",
        "« {value} » ne peut être inscrit dans le fichier du bloc sans perdre des commentaires ou la mise en page",
    ),
    words(
        "The file is edited in place and keeps everything else as it is.",
        "Le fichier est modifié sur place et conserve tout le reste.",
    ),
    words(
        "Make this change in the block itself.",
        "Apportez cette modification dans le bloc lui-même.",
    ),
);

/// What a cell must look like.
pub(super) const A_FORMAT: Words =
    words("a format in WCO notation, as an..35", "un format en notation OMD, comme an..35");
/// What a cell must look like.
pub(super) const AN_OCCURRENCE: Words =
    words("an occurrence, as 0..1 or 1..*", "un nombre d’occurrences, comme 0..1 ou 1..*");
/// What a cell must look like.
pub(super) const A_CHOICE: Words = words("one of {choices}", "l’une des valeurs {choices}");
/// What a cell must look like.
pub(super) const A_LIST: Words = words(
    "the identifier of a code list of the block or of the catalogue",
    "l’identifiant d’une liste de codes du bloc ou du catalogue",
);
/// What a cell must look like.
pub(super) const PURPOSES: Words = words(
    "identifiers of purposes of the block, separated by commas",
    "des identifiants de finalités du bloc, séparés par des virgules",
);
/// What a cell must look like.
pub(super) const A_PATH: Words = words(
    "a path below the root of the message, as Certificate/Exporter/Name",
    "un chemin sous la racine du message, comme Certificate/Exporter/Name",
);

/// Reports findings at cells: each cell is a text of its own, named by its address.
pub(super) struct Cells<'a> {
    book: &'a str,
    sources: &'a mut Sources,
    findings: &'a mut Findings,
}

impl<'a> Cells<'a> {
    /// Of the workbook of this name.
    pub(super) fn new(book: &'a str, sources: &'a mut Sources, findings: &'a mut Findings) -> Self {
        Self { book, sources, findings }
    }

    fn span(&mut self, cell: &str, text: &str) -> Span {
        let name = match cell {
            "" => self.book.to_owned(),
            _ => format!("{}#{cell}", self.book),
        };
        let file = self.sources.add(name, text);
        Span::new(file, 0, text.len())
    }

    /// The file as a whole is refused.
    pub(super) fn whole(&mut self, refused: Refused) {
        let span = self.span("", "");
        let fault = match refused {
            Refused::TooLarge => TOO_LARGE,
            Refused::NotAWorkbook => DAMAGED,
        };
        self.findings.add(Finding::new(&NOT_A_WORKBOOK, span).arg_words("fault", fault));
    }

    /// Something is wrong with a cell that holds `value`.
    pub(super) fn refuse(&mut self, code: &'static Code, cell: &str, value: &str) {
        self.add(code, cell, value, |it| it);
    }

    /// The same, with further arguments.
    pub(super) fn add(
        &mut self,
        code: &'static Code,
        cell: &str,
        value: &str,
        more: impl FnOnce(Finding) -> Finding,
    ) {
        let span = self.span(cell, value);
        self.findings.add(more(Finding::new(code, span).arg("value", value)));
    }
}
