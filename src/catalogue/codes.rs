//! What can be wrong with a data file that someone supplies.

use crate::diag::Code;
use crate::words::words;

const WHY_SHAPE: crate::words::Words = words(
    "A data file that is misread would give wrong checks and wrong artefacts.",
    "Un fichier de données mal lu fausserait les contrôles et les documents produits.",
);

/// A row has another number of cells than the header.
pub static UNEVEN_ROW: Code = Code::format(
    "CAT-01",
    "uneven-row",
    words(
        "this row has {found} cells, the header has {expected}",
        "cette ligne compte {found} cellules, l’en-tête {expected}",
    ),
    WHY_SHAPE,
    words(
        "separate cells by commas and put a cell that holds a comma between double quotes",
        "séparer les cellules par des virgules et mettre entre guillemets droits toute cellule contenant une virgule",
    ),
);

/// The header lacks a column.
pub static MISSING_COLUMN: Code = Code::format(
    "CAT-02",
    "missing-column",
    words("missing columns: {column}", "colonnes manquantes : {column}"),
    WHY_SHAPE,
    words(
        "add what is missing to the header; the file is UTF-8, separated by commas, with a header row",
        "compléter l’en-tête ; le fichier est en UTF-8, séparé par des virgules, avec une ligne d’en-tête",
    ),
);

/// A cell holds a value that its column does not admit.
pub static BAD_CELL: Code = Code::format(
    "CAT-03",
    "bad-cell",
    words(
        "`{value}` is not a value of the column `{column}`",
        "`{value}` n’est pas une valeur de la colonne `{column}`",
    ),
    WHY_SHAPE,
    words("write one of: {expected}", "écrire l’une des valeurs suivantes : {expected}"),
);

/// The same key stands in two rows.
pub static DUPLICATE_KEY: Code = Code::format(
    "CAT-04",
    "row-key-twice",
    words(
        "`{key}` stands in an earlier row already",
        "`{key}` figure déjà dans une ligne antérieure",
    ),
    WHY_SHAPE,
    words("keep one of the two rows", "ne conserver que l’une des deux lignes"),
);

/// The index names a file that was not supplied.
pub static FILE_MISSING: Code = Code::format(
    "CAT-05",
    "data-file-missing",
    words(
        "the file `{file}` named here is not in the folder",
        "le fichier `{file}` indiqué ici n’est pas dans le dossier",
    ),
    WHY_SHAPE,
    words(
        "put the file next to the index, or take the row out",
        "placer le fichier à côté de l’index ou retirer la ligne",
    ),
);

/// A file was supplied that no index row names.
pub static FILE_NOT_IN_INDEX: Code = Code {
    severity: crate::diag::Severity::Warning,
    ..Code::format(
        "CAT-06",
        "data-file-not-in-index",
        words(
            "no row of an index.csv names this file: it is not used",
            "aucune ligne d’un index.csv ne mentionne ce fichier : il n’est pas utilisé",
        ),
        WHY_SHAPE,
        words("add a row for it to index.csv", "ajouter une ligne pour lui dans index.csv"),
    )
};

/// A dataset row stands below a class that has no row before it.
pub static PARENT_MISSING: Code = Code::format(
    "CAT-07",
    "parent-missing",
    words(
        "the class `{parent}` has no row before this one",
        "la classe `{parent}` n’a pas de ligne avant celle-ci",
    ),
    WHY_SHAPE,
    words(
        "add a row for the class `{parent}` above",
        "ajouter au-dessus une ligne pour la classe `{parent}`",
    ),
);

/// A key cell is empty.
pub static EMPTY_KEY: Code = Code::format(
    "CAT-08",
    "empty-key",
    words("the cell `{column}` is empty", "la cellule `{column}` est vide"),
    WHY_SHAPE,
    words("fill the cell or take the row out", "remplir la cellule ou retirer la ligne"),
);

/// The folder has files but no index.
pub static NO_INDEX: Code = Code::format(
    "CAT-09",
    "no-index",
    words(
        "the data folder holds no index.csv",
        "le dossier de données ne contient pas d’index.csv",
    ),
    WHY_SHAPE,
    words(
        "add an index.csv with one row for each file",
        "ajouter un index.csv comptant une ligne par fichier",
    ),
);

/// Every code of this layer.
pub static ALL: [&Code; 9] = [
    &UNEVEN_ROW,
    &MISSING_COLUMN,
    &BAD_CELL,
    &DUPLICATE_KEY,
    &FILE_MISSING,
    &FILE_NOT_IN_INDEX,
    &PARENT_MISSING,
    &EMPTY_KEY,
    &NO_INDEX,
];
