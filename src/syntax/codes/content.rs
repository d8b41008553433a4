//! What YAML allows and a block file does not.

use crate::diag::Code;
use crate::syntax::codes::code;
use crate::words::{Words, words};

const ONE_READING: Words = words(
    "Every reader of the file, person or program, must understand the same thing by it.",
    "Tout lecteur du fichier, personne ou programme, doit y comprendre la même chose.",
);
const SAID_ONCE: Words = words(
    "In an annex that two Parties sign, what is in force must be read where it stands, not looked \
     up elsewhere in the file.",
    "Dans une annexe que deux Parties signent, ce qui s’applique doit se lire à sa place, et non \
     être recherché ailleurs dans le fichier.",
);

/// A key stands twice in one section.
pub static DUPLICATE_KEY: Code = code(
    "SYN-01",
    "duplicate-key",
    words(
        "A key stands only once in a section.",
        "Une clé ne figure qu’une fois dans une section.",
    ),
    words(
        "`{key}` stands twice in the same section.",
        "« {key} » figure deux fois dans la même section.",
    ),
    words(
        "Only one of the two values could count, and readers differ on which.",
        "Une seule des deux valeurs pourrait compter, et les lecteurs divergent sur laquelle.",
    ),
    words(
        "Keep one of the two, or give the second its own name.",
        "Conservez l’une des deux, ou donnez à la seconde un nom propre.",
    ),
);

/// Remark at the first place of a duplicate key.
pub(in crate::syntax) const FIRST_HERE: Words =
    words("`{key}` stands here first", "« {key} » figure d’abord ici");

/// A value is given a name to be repeated elsewhere.
pub static ANCHOR: Code = code(
    "SYN-02",
    "anchor",
    words("Values carry no anchors.", "Les valeurs ne portent pas d’ancre."),
    words(
        "`&{name}` marks a value for repetition (an anchor); block files do not use anchors.",
        "« &{name} » marque une valeur à répéter (une ancre) ; les fichiers de bloc n’en utilisent \
         pas.",
    ),
    SAID_ONCE,
    words(
        "Remove `&{name}` and write the value where it is needed. If the text is meant to begin \
         with `&`, put it in quotes.",
        "Supprimez « &{name} » et écrivez la valeur là où elle est nécessaire. Si le texte doit \
         commencer par « & », mettez-le entre guillemets droits.",
    ),
);

/// Remark where an anchor is repeated.
pub(in crate::syntax) const REPEATED_HERE: Words = words(
    "repeated here; write the value out",
    "répétée ici ; écrivez la valeur en toutes lettres",
);

/// A value is taken from an anchor that does not exist.
pub static ALIAS: Code = code(
    "SYN-03",
    "alias",
    words("Values are written out, not aliased.", "Les valeurs s’écrivent, sans alias."),
    words(
        "`*{name}` would repeat a value from elsewhere (an alias), and nothing is marked so.",
        "« *{name} » répéterait une valeur d’un autre endroit (un alias), et rien n’est marqué \
         ainsi.",
    ),
    SAID_ONCE,
    words(
        "Write the value itself. If the text is meant to begin with `*`, put it in quotes.",
        "Écrivez la valeur elle-même. Si le texte doit commencer par « * », mettez-le entre \
         guillemets droits.",
    ),
);

/// A section takes over the keys of another.
pub static MERGE_KEY: Code = code(
    "SYN-04",
    "merge-key",
    words("Sections are not merged with `<<`.", "Les sections ne se fusionnent pas par « << »."),
    words(
        "`<<` would take over the keys of another section; block files do not use it.",
        "« << » reprendrait les clés d’une autre section ; les fichiers de bloc ne l’utilisent pas.",
    ),
    SAID_ONCE,
    words(
        "Write the keys out, or build on another block with `extends`.",
        "Écrivez les clés, ou partez d’un autre bloc avec « extends ».",
    ),
);

/// A value carries a YAML type.
pub static TAG: Code = code(
    "SYN-05",
    "tag",
    words("Values carry no type tags.", "Les valeurs ne portent pas d’étiquette de type."),
    words(
        "`{tag}` would set the type of the value (a tag); block files do not use tags.",
        "« {tag} » fixerait le type de la valeur (une étiquette) ; les fichiers de bloc n’en \
         utilisent pas.",
    ),
    words(
        "The type of a value follows from its key; every value is read as it was written.",
        "Le type d’une valeur découle de sa clé ; chaque valeur est lue telle qu’elle est écrite.",
    ),
    words(
        "Remove `{tag}`. If the text is meant to begin with `!`, put it in quotes.",
        "Supprimez « {tag} ». Si le texte doit commencer par « ! », mettez-le entre guillemets \
         droits.",
    ),
);

/// What removing a tag does.
pub(in crate::syntax) const REMOVE_TAG: Words = words("remove the tag", "supprimer l’étiquette");

/// A file holds more than one document.
pub static SEVERAL_DOCUMENTS: Code = code(
    "SYN-07",
    "several-documents",
    words("One file holds one block.", "Un fichier contient un seul bloc."),
    words(
        "A second document begins here; what follows is not read.",
        "Un second document commence ici ; la suite n’est pas lue.",
    ),
    words(
        "One file is one Utility Block, so that it has one version and one history.",
        "Un fichier est un bloc utilitaire : une seule version, un seul historique.",
    ),
    words(
        "Remove the line with `---` or `...`, or move what follows to a file of its own.",
        "Supprimez la ligne « --- » ou « ... », ou déplacez la suite dans un fichier distinct.",
    ),
);

/// A key is a list or a section.
pub static KEY_NOT_TEXT: Code = code(
    "SYN-08",
    "key-not-text",
    words("Keys are plain words.", "Les clés sont de simples mots."),
    words(
        "A list, a section or nothing at all stands where a key is expected.",
        "Une liste, une section ou rien du tout se trouve là où une clé est attendue.",
    ),
    words("Keys are names from the format.", "Les clés sont des noms définis par le format."),
    words(
        "Write a name before the colon. A text that begins with `{` or `[`, such as a placeholder, \
         must stand in quotes.",
        "Écrivez un nom avant les deux-points. Un texte qui commence par « { » ou « [ », par \
         exemple un espace réservé, doit être mis entre guillemets droits.",
    ),
);

/// A line that begins with `%`.
pub static DIRECTIVE: Code = code(
    "SYN-31",
    "directive",
    words("Files carry no YAML directives.", "Les fichiers ne portent pas de directive YAML."),
    words(
        "A line that begins with `%` is an instruction to the YAML reader; block files have none.",
        "Une ligne qui commence par « % » est une instruction au lecteur YAML ; les fichiers de \
         bloc n’en ont pas.",
    ),
    ONE_READING,
    words("Remove the line.", "Supprimez la ligne."),
);
