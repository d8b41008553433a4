//! Texts that are not read, or not to their end.

use crate::diag::Code;
use crate::syntax::codes::code;
use crate::words::{Words, words};

const BOUNDS: Words = words(
    "The limit is far above any real Utility Block; it keeps a damaged or hostile file from \
     blocking the tool.",
    "La limite dépasse de loin tout bloc utilitaire réel ; elle évite qu’un fichier endommagé ou \
     malveillant ne bloque l’outil.",
);

/// The bytes are not UTF-8.
pub static NOT_UTF8: Code = code(
    "SYN-09",
    "not-utf-8",
    words("Files are saved as UTF-8.", "Les fichiers sont enregistrés en UTF-8."),
    words(
        "The file is not saved as UTF-8; it looks like {encoding} (first at byte {byte}, line \
         {line}).",
        "Le fichier n’est pas enregistré en UTF-8 ; il semble que ce soit {encoding} (premier écart \
         à l’octet {byte}, ligne {line}).",
    ),
    words(
        "In another encoding, accented letters and other scripts come out differently on each \
         machine.",
        "Dans un autre encodage, les lettres accentuées et les autres écritures apparaissent \
         différemment selon les machines.",
    ),
    words(
        "Open it in the program it was written with and save it again with the encoding UTF-8.",
        "Ouvrez-le dans le programme d’origine et enregistrez-le de nouveau avec l’encodage UTF-8.",
    ),
);

/// A character that cannot be seen.
pub static CONTROL_CHARACTER: Code = code(
    "SYN-10",
    "control-character",
    words(
        "Texts hold no control characters.",
        "Les textes ne contiennent pas de caractères de contrôle.",
    ),
    words(
        "The control character {character} stands here (in the whole file: {n}).",
        "Le caractère de contrôle {character} se trouve ici (dans tout le fichier : {n}).",
    ),
    words(
        "It cannot be seen, and neither XML nor YAML allows it; it usually comes from pasting out \
         of another program.",
        "Il est invisible, et ni XML ni YAML ne l’admettent ; il provient en général d’un \
         copier-coller depuis un autre programme.",
    ),
    words("Delete it.", "Supprimez-le."),
);

/// Remark at a further control character.
pub(in crate::syntax) const ANOTHER: Words = words("another one", "un autre");

/// What deleting control characters does.
pub(in crate::syntax) const DELETE_CONTROLS: Words =
    words("delete the control characters", "supprimer les caractères de contrôle");

/// Sections in sections in sections.
pub static TOO_DEEP: Code = code(
    "SYN-11",
    "too-deep",
    words("Nesting is limited.", "L’imbrication est limitée."),
    words(
        "Lists and sections stand more than {limit} levels deep in each other here.",
        "Les listes et sections sont ici imbriquées sur plus de {limit} niveaux.",
    ),
    BOUNDS,
    words("Remove the superfluous levels.", "Supprimez les niveaux superflus."),
);

/// A file above the limit.
pub static FILE_TOO_LARGE: Code = code(
    "SYN-12",
    "file-too-large",
    words("Files are limited in size.", "La taille des fichiers est limitée."),
    words(
        "The file has {bytes} bytes; at most {limit} are read.",
        "Le fichier compte {bytes} octets ; au plus {limit} sont lus.",
    ),
    BOUNDS,
    words(
        "Check that it is the right file; data sets belong in a dataset folder, not in the block.",
        "Vérifiez qu’il s’agit du bon fichier ; les jeux de données vont dans un dossier de \
         données, non dans le bloc.",
    ),
);

/// A line above the limit.
pub static LINE_TOO_LONG: Code = code(
    "SYN-13",
    "line-too-long",
    words("Lines are limited in length.", "La longueur des lignes est limitée."),
    words(
        "This line has {bytes} bytes; at most {limit} are read.",
        "Cette ligne compte {bytes} octets ; au plus {limit} sont lus.",
    ),
    BOUNDS,
    words("Break the line.", "Coupez la ligne."),
);

/// More values than any block has.
pub static TOO_MANY_VALUES: Code = code(
    "SYN-14",
    "too-many-values",
    words("The number of values is limited.", "Le nombre de valeurs est limité."),
    words(
        "The file holds more than {limit} values; what follows is not read.",
        "Le fichier contient plus de {limit} valeurs ; la suite n’est pas lue.",
    ),
    BOUNDS,
    words(
        "Check that it is the right file; data sets belong in a dataset folder, not in the block.",
        "Vérifiez qu’il s’agit du bon fichier ; les jeux de données vont dans un dossier de \
         données, non dans le bloc.",
    ),
);

/// Nothing but comments, if that.
pub static EMPTY_FILE: Code = code(
    "SYN-15",
    "empty-file",
    words("A block file says something.", "Un fichier de bloc a un contenu."),
    words("The file has no content.", "Le fichier n’a pas de contenu."),
    words("There is nothing to check.", "Il n’y a rien à vérifier."),
    words(
        "Begin with `gnc: 1` and `block:`, or let `gnc new` write a first version.",
        "Commencez par « gnc: 1 » et « block: », ou laissez « gnc new » écrire une première version.",
    ),
);

/// Enough.
pub static TOO_MANY_FINDINGS: Code = code(
    "SYN-32",
    "too-many-findings",
    words("Reading stops after many mistakes.", "La lecture s’arrête après de nombreuses erreurs."),
    words(
        "More than {limit} mistakes were found; the rest of the file was not read.",
        "Plus de {limit} erreurs ont été trouvées ; le reste du fichier n’a pas été lu.",
    ),
    BOUNDS,
    words(
        "Mend those above and check again.",
        "Corrigez celles qui précèdent et relancez la vérification.",
    ),
);
