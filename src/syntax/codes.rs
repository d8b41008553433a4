//! What can be wrong with a block file as YAML text.

use crate::diag::Code;
use crate::words::{Words, words};

/// Every code of this layer, in the order of their identifiers.
pub static CODES: &[&Code] = &[
    &DUPLICATE_KEY,
    &ANCHOR,
    &ALIAS,
    &MERGE_KEY,
    &TAG,
    &TAB_INDENTATION,
    &SEVERAL_DOCUMENTS,
    &KEY_NOT_TEXT,
    &NOT_UTF8,
    &CONTROL_CHARACTER,
    &TOO_DEEP,
    &FILE_TOO_LARGE,
    &LINE_TOO_LONG,
    &TOO_MANY_VALUES,
    &EMPTY_FILE,
    &WRONG_INDENTATION,
    &MISSING_COLON,
    &MISSING_SPACE,
    &UNCLOSED_QUOTE,
    &UNCLOSED_BRACKET,
    &COLON_IN_TEXT,
    &RESERVED_START,
    &TEXT_AFTER_QUOTE,
    &UNKNOWN_ESCAPE,
    &BROKEN_TEXT_BLOCK,
    &KEYS_AND_ITEMS_MIXED,
    &LIST_BESIDE_KEY,
    &MISSING_COMMA,
    &STRAY_BRACKET,
    &MISPLACED_COMMENT,
    &DIRECTIVE,
    &TOO_MANY_FINDINGS,
    &BROKEN_YAML,
];

const ONE_READING: Words = words(
    "Every reader of the file, person or program, must understand the same thing by it.",
    "Tout lecteur du fichier, personne ou programme, doit y comprendre la même chose.",
);
const SAID_ONCE: Words = words(
    "In an annex that two Parties sign, what is in force must be read where it stands, not looked \
     up elsewhere in the file.",
    "Dans une annexe que deux Parties signent, ce qui s'applique doit se lire à sa place, et non \
     être recherché ailleurs dans le fichier.",
);
const LAYOUT: Words = words(
    "In this format the indentation and the punctuation say what belongs to what; where they are \
     unclear, the rest of the section cannot be read with certainty.",
    "Dans ce format, l'indentation et la ponctuation disent ce qui se rattache à quoi ; lorsqu'elles \
     sont ambiguës, le reste de la section ne peut être lu avec certitude.",
);
const BOUNDS: Words = words(
    "The limit is far above any real Utility Block; it keeps a damaged or hostile file from \
     blocking the tool.",
    "La limite dépasse de loin tout bloc utilitaire réel ; elle évite qu'un fichier endommagé ou \
     malveillant ne bloque l'outil.",
);

const fn code(
    id: &'static str,
    name: &'static str,
    title: Words,
    message: Words,
    why: Words,
    help: Words,
) -> Code {
    Code { title, ..Code::format(id, name, message, why, help) }
}

/// A key stands twice in one section.
pub static DUPLICATE_KEY: Code = code(
    "SYN-01",
    "duplicate-key",
    words(
        "A key stands only once in a section.",
        "Une clé ne figure qu'une fois dans une section.",
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
        "Conservez l'une des deux, ou donnez à la seconde un nom propre.",
    ),
);

/// Remark at the first place of a duplicate key.
pub(super) const FIRST_HERE: Words =
    words("`{key}` stands here first", "« {key} » figure d'abord ici");

/// A value is given a name to be repeated elsewhere.
pub static ANCHOR: Code = code(
    "SYN-02",
    "anchor",
    words("Values carry no anchors.", "Les valeurs ne portent pas d'ancre."),
    words(
        "`&{name}` marks a value for repetition (an anchor); block files do not use anchors.",
        "« &{name} » marque une valeur à répéter (une ancre) ; les fichiers de bloc n'en utilisent \
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
pub(super) const REPEATED_HERE: Words = words(
    "repeated here; write the value out",
    "répétée ici ; écrivez la valeur en toutes lettres",
);

/// A value is taken from an anchor that does not exist.
pub static ALIAS: Code = code(
    "SYN-03",
    "alias",
    words("Values are written out, not aliased.", "Les valeurs s'écrivent, sans alias."),
    words(
        "`*{name}` would repeat a value from elsewhere (an alias), and nothing is marked so.",
        "« *{name} » répéterait une valeur d'un autre endroit (un alias), et rien n'est marqué \
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
        "« << » reprendrait les clés d'une autre section ; les fichiers de bloc ne l'utilisent pas.",
    ),
    SAID_ONCE,
    words(
        "Write the keys out, or build on another block with `extends`.",
        "Écrivez les clés, ou partez d'un autre bloc avec « extends ».",
    ),
);

/// A value carries a YAML type.
pub static TAG: Code = code(
    "SYN-05",
    "tag",
    words("Values carry no type tags.", "Les valeurs ne portent pas d'étiquette de type."),
    words(
        "`{tag}` would set the type of the value (a tag); block files do not use tags.",
        "« {tag} » fixerait le type de la valeur (une étiquette) ; les fichiers de bloc n'en \
         utilisent pas.",
    ),
    words(
        "The type of a value follows from its key; every value is read as it was written.",
        "Le type d'une valeur découle de sa clé ; chaque valeur est lue telle qu'elle est écrite.",
    ),
    words(
        "Remove `{tag}`. If the text is meant to begin with `!`, put it in quotes.",
        "Supprimez « {tag} ». Si le texte doit commencer par « ! », mettez-le entre guillemets \
         droits.",
    ),
);

/// What removing a tag does.
pub(super) const REMOVE_TAG: Words = words("remove the tag", "supprimer l'étiquette");

/// A line is indented with a tab.
pub static TAB_INDENTATION: Code = code(
    "SYN-06",
    "tab-indentation",
    words("Lines are indented with spaces.", "Les lignes sont indentées par des espaces."),
    words(
        "This line is indented with a tab (lines of the file that begin with one: {n}).",
        "Cette ligne est indentée par une tabulation (lignes du fichier qui commencent ainsi : {n}).",
    ),
    words(
        "A tab is as wide as each program likes, so it cannot say what belongs to what.",
        "La largeur d'une tabulation varie d'un programme à l'autre ; elle ne peut donc pas dire ce \
         qui se rattache à quoi.",
    ),
    words(
        "Replace each tab at the beginning of a line by two spaces; most editors do so with \
         “convert indentation to spaces”.",
        "Remplacez chaque tabulation en début de ligne par deux espaces ; la plupart des éditeurs \
         le font par « convertir l'indentation en espaces ».",
    ),
);

/// A file holds more than one document.
pub static SEVERAL_DOCUMENTS: Code = code(
    "SYN-07",
    "several-documents",
    words("One file holds one block.", "Un fichier contient un seul bloc."),
    words(
        "A second document begins here; what follows is not read.",
        "Un second document commence ici ; la suite n'est pas lue.",
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

/// The bytes are not UTF-8.
pub static NOT_UTF8: Code = code(
    "SYN-09",
    "not-utf-8",
    words("Files are saved as UTF-8.", "Les fichiers sont enregistrés en UTF-8."),
    words(
        "The file is not saved as UTF-8; it looks like {encoding} (first at byte {byte}, line \
         {line}).",
        "Le fichier n'est pas enregistré en UTF-8 ; il semble être en {encoding} (premier écart à \
         l'octet {byte}, ligne {line}).",
    ),
    words(
        "In another encoding, accented letters and other scripts come out differently on each \
         machine.",
        "Dans un autre encodage, les lettres accentuées et les autres écritures apparaissent \
         différemment selon les machines.",
    ),
    words(
        "Open it in the program it was written with and save it again with the encoding UTF-8.",
        "Ouvrez-le dans le programme d'origine et enregistrez-le de nouveau avec l'encodage UTF-8.",
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
        "Il est invisible, et ni XML ni YAML ne l'admettent ; il provient en général d'un \
         copier-coller depuis un autre programme.",
    ),
    words("Delete it.", "Supprimez-le."),
);

/// Remark at a further control character.
pub(super) const ANOTHER: Words = words("another one", "un autre");

/// What deleting control characters does.
pub(super) const DELETE_CONTROLS: Words =
    words("delete the control characters", "supprimer les caractères de contrôle");

/// Sections in sections in sections.
pub static TOO_DEEP: Code = code(
    "SYN-11",
    "too-deep",
    words("Nesting is limited.", "L'imbrication est limitée."),
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
        "Vérifiez qu'il s'agit du bon fichier ; les jeux de données vont dans un dossier de \
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
        "Le fichier contient plus de {limit} valeurs ; la suite n'est pas lue.",
    ),
    BOUNDS,
    words(
        "Check that it is the right file; data sets belong in a dataset folder, not in the block.",
        "Vérifiez qu'il s'agit du bon fichier ; les jeux de données vont dans un dossier de \
         données, non dans le bloc.",
    ),
);

/// Nothing but comments, if that.
pub static EMPTY_FILE: Code = code(
    "SYN-15",
    "empty-file",
    words("A block file says something.", "Un fichier de bloc a un contenu."),
    words("The file has no content.", "Le fichier n'a pas de contenu."),
    words("There is nothing to check.", "Il n'y a rien à vérifier."),
    words(
        "Begin with `gnc: 1` and `block:`, or let `gnc new` write a first version.",
        "Commencez par « gnc: 1 » et « block: », ou laissez « gnc new » écrire une première version.",
    ),
);

/// A line that starts at a column where nothing begins.
pub static WRONG_INDENTATION: Code = code(
    "SYN-16",
    "wrong-indentation",
    words(
        "Lines of one section begin in one column.",
        "Les lignes d'une section débutent dans la même colonne.",
    ),
    words(
        "This line begins in column {column}, where no section or list it could belong to begins.",
        "Cette ligne débute en colonne {column}, où ne commence aucune section ou liste à laquelle \
         elle puisse appartenir.",
    ),
    LAYOUT,
    words(
        "Move it so that it begins exactly below the line it belongs with; what is part of a key \
         stands two spaces further right, and that key has nothing after its colon.",
        "Décalez-la pour qu'elle débute exactement sous la ligne à laquelle elle se rattache ; ce \
         qui dépend d'une clé se place deux espaces plus à droite, et cette clé n'a rien après ses \
         deux-points.",
    ),
);

/// A line without a colon among lines with one.
pub static MISSING_COLON: Code = code(
    "SYN-17",
    "missing-colon",
    words("A key ends in a colon.", "Une clé se termine par deux-points."),
    words(
        "No colon follows the key in `{line}`.",
        "Aucun deux-points ne suit la clé dans « {line} ».",
    ),
    LAYOUT,
    words(
        "Write `key: value`. If the line continues the text above, indent it further than the key \
         of that text.",
        "Écrivez « clé: valeur ». Si la ligne poursuit le texte précédent, indentez-la davantage \
         que la clé de ce texte.",
    ),
);

/// `key:value` without the space.
pub static MISSING_SPACE: Code = code(
    "SYN-18",
    "missing-space",
    words("A space follows the colon of a key.", "Une espace suit les deux-points d'une clé."),
    words("The space after the colon is missing.", "L'espace après les deux-points manque."),
    words(
        "Without it the colon is part of the word, as in a web address or a time.",
        "Sans elle, les deux-points font partie du mot, comme dans une adresse web ou une heure.",
    ),
    words("Write `{key}: {value}`.", "Écrivez « {key}: {value} »."),
);

/// What inserting the space does.
pub(super) const INSERT_SPACE: Words =
    words("insert a space after the colon", "insérer une espace après les deux-points");

/// A quoted text without an end.
pub static UNCLOSED_QUOTE: Code = code(
    "SYN-19",
    "unclosed-quote",
    words("Quotes are closed.", "Les guillemets sont fermés."),
    words(
        "The text that opens here with `{quote}` is not closed.",
        "Le texte ouvert ici par « {quote} » n'est pas fermé.",
    ),
    LAYOUT,
    words(
        "Put `{quote}` at its end. An apostrophe at the beginning of a text needs the whole text in \
         double quotes.",
        "Placez « {quote} » à la fin. Une apostrophe en début de texte impose de mettre tout le \
         texte entre guillemets droits doubles.",
    ),
);

/// A bracket without its end.
pub static UNCLOSED_BRACKET: Code = code(
    "SYN-20",
    "unclosed-bracket",
    words("Brackets are closed.", "Les crochets et accolades sont fermés."),
    words(
        "`{open}` opens here and is not closed by `{close}`.",
        "« {open} » s'ouvre ici et n'est pas fermé par « {close} ».",
    ),
    LAYOUT,
    words(
        "Put `{close}` at the end of the list or section. If the text is meant to begin with \
         `{open}`, put it in quotes.",
        "Placez « {close} » à la fin de la liste ou section. Si le texte doit commencer par \
         « {open} », mettez-le entre guillemets droits.",
    ),
);

/// A colon and a space within a text without quotes.
pub static COLON_IN_TEXT: Code = code(
    "SYN-21",
    "colon-in-text",
    words(
        "A text with a colon stands in quotes.",
        "Un texte contenant deux-points se met entre guillemets.",
    ),
    words(
        "A colon followed by a space stands within a text that is not in quotes.",
        "Des deux-points suivis d'une espace figurent dans un texte qui n'est pas entre guillemets.",
    ),
    words(
        "Colon and space end a key, so the line could be read in two ways.",
        "Les deux-points suivis d'une espace terminent une clé ; la ligne pourrait donc se lire de \
         deux façons.",
    ),
    words(
        "Put the text in quotes: {quoted}.",
        "Mettez le texte entre guillemets droits : {quoted}.",
    ),
);

/// What quoting a text does.
pub(super) const PUT_IN_QUOTES: Words =
    words("put the text in quotes", "mettre le texte entre guillemets droits");

/// A text that begins with a character YAML keeps for itself.
pub static RESERVED_START: Code = code(
    "SYN-22",
    "reserved-start",
    words(
        "A text that begins with a special character stands in quotes.",
        "Un texte qui débute par un caractère réservé se met entre guillemets.",
    ),
    words(
        "A text cannot begin with `{character}` unless it stands in quotes.",
        "Un texte ne peut commencer par « {character} » que s'il est entre guillemets.",
    ),
    words("YAML keeps this character for itself.", "YAML se réserve ce caractère."),
    words(
        "Put the text in quotes: {quoted}.",
        "Mettez le texte entre guillemets droits : {quoted}.",
    ),
);

/// Something follows a closing quote.
pub static TEXT_AFTER_QUOTE: Code = code(
    "SYN-23",
    "text-after-quote",
    words("Quotes enclose the whole text.", "Les guillemets entourent tout le texte."),
    words(
        "The text in quotes ends before this place, and more follows.",
        "Le texte entre guillemets se termine avant cet endroit, mais quelque chose suit.",
    ),
    LAYOUT,
    words(
        "Enclose the whole text. Within single quotes an apostrophe is written twice (`''`); \
         within double quotes a double quote is written `\\\"`.",
        "Entourez tout le texte. Entre guillemets simples, une apostrophe s'écrit deux fois \
         (« '' ») ; entre guillemets doubles, un guillemet double s'écrit « \\\" ».",
    ),
);

/// A backslash in double quotes that means nothing.
pub static UNKNOWN_ESCAPE: Code = code(
    "SYN-24",
    "unknown-escape",
    words(
        "A backslash in double quotes has a meaning.",
        "Une barre oblique inverse entre guillemets doubles a un sens.",
    ),
    words(
        "`{escape}` means nothing within double quotes.",
        "« {escape} » n'a pas de sens entre guillemets doubles.",
    ),
    words(
        "Within double quotes a backslash begins a special character.",
        "Entre guillemets doubles, une barre oblique inverse introduit un caractère spécial.",
    ),
    words(
        "Use single quotes, in which a backslash is just a backslash, or write it twice.",
        "Utilisez des guillemets simples, où elle n'a pas de sens particulier, ou écrivez-la deux \
         fois.",
    ),
);

/// The text below `|` or `>` is not well indented.
pub static BROKEN_TEXT_BLOCK: Code = code(
    "SYN-25",
    "broken-text-block",
    words(
        "The text below `|` or `>` is indented evenly.",
        "Le texte sous « | » ou « > » est indenté régulièrement.",
    ),
    words(
        "The text that begins here with `|` or `>` is not laid out as it must be.",
        "Le texte introduit ici par « | » ou « > » n'est pas disposé comme il se doit.",
    ),
    LAYOUT,
    words(
        "Leave nothing but the sign on this line; write the text on the lines below, all indented \
         by the same number of spaces.",
        "Ne laissez que le signe sur cette ligne ; écrivez le texte sur les lignes suivantes, \
         toutes indentées du même nombre d'espaces.",
    ),
);

/// A list item among keys, or the other way round.
pub static KEYS_AND_ITEMS_MIXED: Code = code(
    "SYN-26",
    "keys-and-items-mixed",
    words(
        "A section has keys or items, not both.",
        "Une section comporte des clés ou des éléments, pas les deux.",
    ),
    words(
        "Lines with a key and lines with `-` are mixed in one column.",
        "Des lignes à clé et des lignes à « - » se mêlent dans une même colonne.",
    ),
    LAYOUT,
    words(
        "Indent what belongs to the key above, or give all lines of the section the same form.",
        "Indentez ce qui dépend de la clé précédente, ou donnez à toutes les lignes de la section \
         la même forme.",
    ),
);

/// `key: - item` on one line.
pub static LIST_BESIDE_KEY: Code = code(
    "SYN-27",
    "list-beside-key",
    words("A list with `-` begins below its key.", "Une liste à « - » débute sous sa clé."),
    words(
        "A list begins on the same line as its key.",
        "Une liste commence sur la même ligne que sa clé.",
    ),
    LAYOUT,
    words(
        "Begin the list on the next line, indented, with one `-` per item. If the text is meant to \
         begin with a dash, put it in quotes.",
        "Commencez la liste à la ligne suivante, indentée, avec un « - » par élément. Si le texte \
         doit commencer par un tiret, mettez-le entre guillemets droits.",
    ),
);

/// Between brackets, something is not separated.
pub static MISSING_COMMA: Code = code(
    "SYN-28",
    "missing-comma",
    words("Between brackets, commas separate.", "Entre crochets, les virgules séparent."),
    words(
        "Between `{open}` and `{close}` a comma or the closing bracket is expected before this \
         place.",
        "Entre « {open} » et « {close} », une virgule ou le signe fermant est attendu avant cet \
         endroit.",
    ),
    LAYOUT,
    words(
        "Separate the entries with commas; a text that holds a comma, a colon or a bracket must \
         stand in quotes.",
        "Séparez les éléments par des virgules ; un texte contenant une virgule, deux-points ou un \
         crochet doit être mis entre guillemets droits.",
    ),
);

/// A closing bracket that closes nothing, or the wrong thing.
pub static STRAY_BRACKET: Code = code(
    "SYN-29",
    "stray-bracket",
    words("Brackets come in pairs.", "Crochets et accolades vont par paires."),
    words(
        "`{close}` closes nothing that was opened with its counterpart.",
        "« {close} » ne ferme rien qui ait été ouvert par son pendant.",
    ),
    LAYOUT,
    words(
        "Remove it or add the opening bracket; as part of a text it must stand in quotes.",
        "Supprimez-le ou ajoutez le signe ouvrant ; s'il fait partie d'un texte, mettez celui-ci \
         entre guillemets droits.",
    ),
);

/// A comment that breaks a value.
pub static MISPLACED_COMMENT: Code = code(
    "SYN-30",
    "misplaced-comment",
    words("Comments stand apart.", "Les commentaires se tiennent à part."),
    words(
        "A comment breaks this value, or no space stands before its `#`.",
        "Un commentaire interrompt cette valeur, ou aucune espace ne précède son « # ».",
    ),
    LAYOUT,
    words(
        "Put the comment on a line of its own above the key. A text with `#` must stand in quotes.",
        "Placez le commentaire sur sa propre ligne, au-dessus de la clé. Un texte contenant « # » \
         doit être mis entre guillemets droits.",
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
         bloc n'en ont pas.",
    ),
    ONE_READING,
    words("Remove the line.", "Supprimez la ligne."),
);

/// Enough.
pub static TOO_MANY_FINDINGS: Code = code(
    "SYN-32",
    "too-many-findings",
    words("Reading stops after many mistakes.", "La lecture s'arrête après de nombreuses erreurs."),
    words(
        "More than {limit} mistakes were found; the rest of the file was not read.",
        "Plus de {limit} erreurs ont été trouvées ; le reste du fichier n'a pas été lu.",
    ),
    BOUNDS,
    words(
        "Mend those above and check again.",
        "Corrigez celles qui précèdent et relancez la vérification.",
    ),
);

/// Any other break of YAML.
pub static BROKEN_YAML: Code = code(
    "SYN-33",
    "broken-yaml",
    words("The file is YAML.", "Le fichier est du YAML."),
    words(
        "The text cannot be read as YAML from here on.",
        "À partir d'ici, le texte ne peut être lu comme du YAML.",
    ),
    LAYOUT,
    words(
        "Compare the line and the one above with a block that reads well: `key: value`, items with \
         `- `, two spaces per level, texts with special characters in quotes.",
        "Comparez la ligne et la précédente à un bloc correct : « clé: valeur », éléments \
         introduits par « - », deux espaces par niveau, textes à caractères spéciaux entre \
         guillemets droits.",
    ),
);
