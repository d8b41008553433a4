//! Breaks of the layout: indentation, punctuation, quotes and brackets.

use crate::diag::Code;
use crate::syntax::codes::code;
use crate::words::{Words, words};

const LAYOUT: Words = words(
    "In this format the indentation and the punctuation say what belongs to what; where they are \
     unclear, the rest of the section cannot be read with certainty.",
    "Dans ce format, l’indentation et la ponctuation disent ce qui se rattache à quoi ; lorsqu’elles \
     sont ambiguës, le reste de la section ne peut être lu avec certitude.",
);

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
        "La largeur d’une tabulation varie d’un programme à l’autre ; elle ne peut donc pas dire ce \
         qui se rattache à quoi.",
    ),
    words(
        "Replace each tab at the beginning of a line by two spaces; most editors do so with \
         “convert indentation to spaces”.",
        "Remplacez chaque tabulation en début de ligne par deux espaces ; la plupart des éditeurs \
         le font par « convertir l’indentation en espaces ».",
    ),
);

/// A line that starts at a column where nothing begins.
pub static WRONG_INDENTATION: Code = code(
    "SYN-16",
    "wrong-indentation",
    words(
        "Lines of one section begin in one column.",
        "Les lignes d’une section débutent dans la même colonne.",
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
        "Décalez-la pour qu’elle débute exactement sous la ligne à laquelle elle se rattache ; ce \
         qui dépend d’une clé se place deux espaces plus à droite, et cette clé n’a rien après ses \
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
    words("A space follows the colon of a key.", "Une espace suit les deux-points d’une clé."),
    words("The space after the colon is missing.", "L’espace après les deux-points manque."),
    words(
        "Without it the colon is part of the word, as in a web address or a time.",
        "Sans elle, les deux-points font partie du mot, comme dans une adresse web ou une heure.",
    ),
    words("Write `{key}: {value}`.", "Écrivez « {key}: {value} »."),
);

/// What inserting the space does.
pub(in crate::syntax) const INSERT_SPACE: Words =
    words("insert a space after the colon", "insérer une espace après les deux-points");

/// A quoted text without an end.
pub static UNCLOSED_QUOTE: Code = code(
    "SYN-19",
    "unclosed-quote",
    words("Quotes are closed.", "Les guillemets sont fermés."),
    words(
        "The text that opens here with `{quote}` is not closed.",
        "Le texte ouvert ici par « {quote} » n’est pas fermé.",
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
        "« {open} » s’ouvre ici et n’est pas fermé par « {close} ».",
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
        "Des deux-points suivis d’une espace figurent dans un texte qui n’est pas entre guillemets.",
    ),
    words(
        "Colon and space end a key, so the line could be read in two ways.",
        "Les deux-points suivis d’une espace terminent une clé ; la ligne pourrait donc se lire de \
         deux façons.",
    ),
    words(
        "Put the text in quotes: {quoted}.",
        "Mettez le texte entre guillemets droits : {quoted}.",
    ),
);

/// What quoting a text does.
pub(in crate::syntax) const PUT_IN_QUOTES: Words =
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
        "Un texte ne peut commencer par « {character} » que s’il est entre guillemets.",
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
        "Entourez tout le texte. Entre guillemets simples, une apostrophe s’écrit deux fois \
         (« '' ») ; entre guillemets doubles, un guillemet double s’écrit « \\\" ».",
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
        "« {escape} » n’a pas de sens entre guillemets doubles.",
    ),
    words(
        "Within double quotes a backslash begins a special character.",
        "Entre guillemets doubles, une barre oblique inverse introduit un caractère spécial.",
    ),
    words(
        "Use single quotes, in which a backslash is just a backslash, or write it twice.",
        "Utilisez des guillemets simples, où elle n’a pas de sens particulier, ou écrivez-la deux \
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
        "Le texte introduit ici par « | » ou « > » n’est pas disposé comme il se doit.",
    ),
    LAYOUT,
    words(
        "Leave nothing but the sign on this line; write the text on the lines below, all indented \
         by the same number of spaces.",
        "Ne laissez que le signe sur cette ligne ; écrivez le texte sur les lignes suivantes, \
         toutes indentées du même nombre d’espaces.",
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
        "Supprimez-le ou ajoutez le signe ouvrant ; s’il fait partie d’un texte, mettez celui-ci \
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

/// Any other break of YAML.
pub static BROKEN_YAML: Code = code(
    "SYN-33",
    "broken-yaml",
    words("The file is YAML.", "Le fichier est du YAML."),
    words(
        "The text cannot be read as YAML from here on.",
        "À partir d’ici, le texte ne peut être lu comme du YAML.",
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
