//! What is wrong with an expression, and how to mend it.

use crate::words::{Words, words};

// A value that is taken for something else.
pub(crate) const NOT_AS_WANTED: Words = words(
    "this gives {found}, where {wanted} is to be filled in",
    "ceci donne {found}, alors que {wanted} est à renseigner",
);
pub(crate) const NOT_AS_WANTED_HINT: Words = words(
    "Name an element of that kind, or change the kind of the fact.",
    "Désignez un élément de cette nature, ou changez la nature du fait.",
);

// What a part is.
pub(crate) const A_BOOL: Words = words("a condition", "une condition");
pub(crate) const A_NUMBER: Words = words("a number", "un nombre");
pub(crate) const A_TEXT: Words = words("a text", "un texte");
pub(crate) const A_CODE: Words = words("a code", "un code");
pub(crate) const A_MOMENT: Words = words("a date", "une date");
pub(crate) const A_LENGTH: Words = words("a length of time", "une durée");
pub(crate) const AN_AMOUNT: Words = words("an amount of money", "une somme d’argent");
pub(crate) const A_QUANTITY: Words = words("a quantity with a unit", "une quantité avec une unité");
pub(crate) const A_LIST: Words = words("a list", "une liste");
pub(crate) const A_RECORD: Words = words("a class of elements", "une classe d’éléments");
pub(crate) const A_VALUE: Words = words("a value", "une valeur");

// Hints that several faults share.
pub(crate) const MEANT: Words = words("Did you mean `{word}`?", "Vouliez-vous dire « {word} » ?");
pub(crate) const KNOWN: Words = words("Known here: {known}.", "Connus ici : {known}.");
pub(crate) const NONE_KNOWN: Words =
    words("No names are known here.", "Aucun nom n’est connu ici.");

// Form.
pub(crate) const TOO_LONG: Words =
    words("the expression has more than {most} bytes", "l’expression compte plus de {most} octets");
pub(crate) const TOO_DEEP: Words = words(
    "the expression is nested more than {most} levels deep",
    "l’expression comporte plus de {most} niveaux d’imbrication",
);
pub(crate) const SPLIT_HINT: Words = words("Make two rules of it.", "Faites-en deux règles.");
pub(crate) const MISWRITTEN: Words = words(
    "`{sign}` is not written so in an expression",
    "« {sign} » ne s’écrit pas ainsi dans une expression",
);
pub(crate) const MISWRITTEN_HINT: Words = words("Write `{right}`.", "Écrivez « {right} ».");
pub(crate) const SIGN: Words = words(
    "`{sign}` has no meaning in an expression",
    "« {sign} » n’a pas de sens dans une expression",
);
pub(crate) const SIGN_HINT: Words = words(
    "Remove it; a text stands in single quotes, as `'RETRO'`.",
    "Supprimez-le ; un texte s’écrit entre apostrophes, comme « 'RETRO' ».",
);
pub(crate) const LETTER: Words =
    words("`{sign}` cannot be part of a name", "« {sign} » ne peut pas faire partie d’un nom");
pub(crate) const LETTER_HINT: Words = words(
    "Names have letters without accents, digits and `_`; a text stands in single quotes.",
    "Les noms comportent des lettres sans accent, des chiffres et « _ » ; un texte s’écrit entre apostrophes.",
);
pub(crate) const PREFIX: Words = words(
    "a text with the prefix `{word}` is not part of the language",
    "un texte précédé de « {word} » ne fait pas partie du langage",
);
pub(crate) const PREFIX_HINT: Words = words(
    "Leave the prefix out and write `\\\\` for a backslash.",
    "Omettez ce préfixe et écrivez « \\\\ » pour une barre oblique inverse.",
);
pub(crate) const NUMBER: Words =
    words("`{number}` is not a number", "« {number} » n’est pas un nombre");
pub(crate) const NUMBER_HINT: Words = words(
    "Write digits with a point before the decimals, as `12` or `0.5`; a whole number has at most 18 digits. What begins with a digit and is no number stands in quotes.",
    "Écrivez des chiffres, avec un point avant les décimales, comme « 12 » ou « 0.5 » ; un nombre entier a au plus 18 chiffres. Ce qui commence par un chiffre sans être un nombre s’écrit entre apostrophes.",
);
pub(crate) const BRACES: Words = words(
    "`{sign}`: maps and messages cannot be written in this language",
    "« {sign} » : ce langage n’admet ni tableaux associatifs ni messages littéraux",
);
pub(crate) const BRACES_HINT: Words = words(
    "Write a list in square brackets, as `['BTB', 'MOVCERT']`.",
    "Écrivez une liste entre crochets, comme « ['BTB', 'MOVCERT'] ».",
);
pub(crate) const TRIPLE: Words = words(
    "a text in three quotes is not part of the language",
    "un texte entre triples apostrophes ne fait pas partie du langage",
);
pub(crate) const TRIPLE_HINT: Words = words(
    "Put it in single quotes, with `\\n` for a new line.",
    "Écrivez-le entre apostrophes simples, avec « \\n » pour un retour à la ligne.",
);
pub(crate) const OPEN_TEXT: Words =
    words("the text that begins here does not end", "le texte qui commence ici ne se termine pas");
pub(crate) const OPEN_TEXT_HINT: Words = words(
    "Close it with the quote that opens it; write a quote within it as `\\'`.",
    "Fermez-le par l’apostrophe ou le guillemet qui l’ouvre ; une apostrophe dans le texte s’écrit « \\' ».",
);
pub(crate) const ESCAPE: Words = words(
    "a backslash and `{sign}` mean nothing together",
    "une barre oblique inverse suivie de « {sign} » n’a pas de sens",
);
pub(crate) const ESCAPE_HINT: Words = words(
    "Write `\\\\` for a backslash; there are `\\'`, `\\\"`, `\\n`, `\\t`, `\\r` and `\\u` with four digits.",
    "Écrivez « \\\\ » pour une barre oblique inverse ; il existe « \\' », « \\\" », « \\n », « \\t », « \\r » et « \\u » suivi de quatre chiffres.",
);
pub(crate) const ENDS: Words =
    words("the expression ends too early", "l’expression s’arrête trop tôt");
pub(crate) const ENDS_HINT: Words = words(
    "Say what comes after the last sign, or remove that sign.",
    "Complétez ce qui suit le dernier signe, ou supprimez ce signe.",
);
pub(crate) const UNEXPECTED: Words =
    words("`{found}` cannot stand here", "« {found} » ne peut pas se trouver ici");
pub(crate) const UNEXPECTED_HINT: Words = words(
    "Join conditions with `&&` (and) or `||` (or); put texts in single quotes.",
    "Reliez les conditions par « && » (et) ou « || » (ou) ; mettez les textes entre apostrophes.",
);
pub(crate) const NOT_CLOSED: Words = words("`{open}` is not closed", "« {open} » n’est pas fermé");
pub(crate) const CLOSE_HINT: Words = words("Add `{close}`.", "Ajoutez « {close} ».");
pub(crate) const NO_COLON: Words =
    words("`?` has no second alternative", "« ? » n’a pas de seconde possibilité");
pub(crate) const NO_COLON_HINT: Words = words(
    "Write `condition ? value : other value`.",
    "Écrivez « condition ? valeur : autre valeur ».",
);
pub(crate) const MACRO: Words = words(
    "`{name}` needs a name for an item and what is asked of it",
    "« {name} » exige un nom pour l’élément et ce qui en est demandé",
);
pub(crate) const MACRO_HINT: Words = words(
    "Write it as `list.{name}(x, x.ID == '1')`.",
    "Écrivez-le comme « list.{name}(x, x.ID == '1') ».",
);
pub(crate) const RESERVED: Words = words(
    "`{word}` is a word of the language and cannot be a name",
    "« {word} » est un mot du langage et ne peut pas être un nom",
);
pub(crate) const RESERVED_HINT: Words = words("Use another name.", "Utilisez un autre nom.");
pub(crate) const NULL: Words = words("there is no `null`", "« null » n’existe pas");
pub(crate) const NULL_HINT: Words = words(
    "Ask whether something is there with `has(…)`.",
    "Demandez si quelque chose est présent au moyen de « has(…) ».",
);
pub(crate) const HAS: Words =
    words("`has` takes one name with a dot", "« has » prend un seul nom, avec un point");
pub(crate) const HAS_HINT: Words = words(
    "Write it as `has(Certificate.IssueDateTime)`.",
    "Écrivez-le comme « has(Certificate.IssueDateTime) ».",
);

// Names.
pub(crate) const UNKNOWN: Words = words(
    "`{name}` is not a name that this expression can use",
    "« {name} » n’est pas un nom que cette expression peut employer",
);
pub(crate) const UNKNOWN_BELOW: Words =
    words("`{class}` has no `{name}`", "« {class} » n’a pas de « {name} »");
pub(crate) const NOTHING_BELOW: Words = words(
    "`.{name}`: what stands before the dot is {type} and has nothing below it",
    "« .{name} » : ce qui précède le point est {type} et ne contient rien",
);
pub(crate) const SHORTEN: Words = words(
    "Remove `.{name}`, or name an element of a class.",
    "Supprimez « .{name} », ou citez un élément d’une classe.",
);
pub(crate) const NO_FUNCTION: Words =
    words("there is no function `{name}`", "la fonction « {name} » n’existe pas");

// Types.
pub(crate) const CONDITION: Words = words(
    "a condition has to stand here, but this is {type}",
    "une condition est attendue ici, mais ceci est {type}",
);
pub(crate) const CONDITION_HINT: Words = words(
    "Compare it with something, as with `==` or `<=`.",
    "Comparez-le à quelque chose, par exemple avec « == » ou « <= ».",
);
pub(crate) const CONDITION_HINT_HAS: Words = words(
    "Compare it with something, or ask whether it is there with `has(…)`.",
    "Comparez-le à quelque chose, ou demandez s’il est présent au moyen de « has(…) ».",
);
pub(crate) const OF_LIST: Words = words(
    "what stands before `.{name}` may occur several times",
    "ce qui précède « .{name} » peut figurer plusieurs fois",
);
pub(crate) const OF_LIST_HINT: Words = words(
    "Say which is meant: `.exists(x, x.{name} == …)` for at least one, `.all(x, x.{name} == …)` for each.",
    "Précisez lequel : « .exists(x, x.{name} == …) » pour au moins un, « .all(x, x.{name} == …) » pour chacun.",
);
pub(crate) const NOT_A_LIST: Words = words(
    "a list has to stand here, but this is {type}",
    "une liste est attendue ici, mais ceci est {type}",
);
pub(crate) const NOT_A_LIST_HINT: Words = words(
    "It occurs at most once: name what is asked of it directly, as `x.ID == …`.",
    "Il figure au plus une fois : citez directement ce qui en est demandé, comme « x.ID == … ».",
);
pub(crate) const NEGATE: Words = words("{type} has no opposite", "{type} n’a pas d’opposé");
pub(crate) const NEGATE_HINT: Words = words(
    "`-` goes before a number, `!` before a condition.",
    "« - » précède un nombre, « ! » une condition.",
);
pub(crate) const CHOICE: Words = words(
    "the two alternatives are {left} and {right}",
    "les deux possibilités sont {left} et {right}",
);
pub(crate) const CHOICE_HINT: Words =
    words("Let both be of one kind.", "Faites en sorte qu’elles soient de même nature.");
pub(crate) const MIXED: Words =
    words("the list has {left} and {right}", "la liste comporte {left} et {right}");
pub(crate) const MIXED_HINT: Words = words(
    "Let all be of one kind; texts and codes stand in quotes.",
    "Faites en sorte que tous soient de même nature ; les textes et les codes s’écrivent entre apostrophes.",
);
pub(crate) const COMPARE: Words =
    words("{left} cannot be compared with {right}", "{left} ne peut pas être comparé à {right}");
pub(crate) const COMPARE_HINT: Words =
    words("Compare two values of one kind.", "Comparez deux valeurs de même nature.");
pub(crate) const QUOTES_HINT: Words = words(
    "A number stands without quotes, a text or code in quotes, as `'171'`.",
    "Un nombre s’écrit sans apostrophes, un texte ou un code entre apostrophes, comme « '171' ».",
);
pub(crate) const DATE_HINT: Words =
    words("Write a day as `date('2027-02-01')`.", "Écrivez un jour comme « date('2027-02-01') ».");
pub(crate) const COMPARE_LIST_HINT: Words = words(
    "Say which of the list is meant, as `.exists(x, x == …)`, or use `in`.",
    "Précisez lequel de la liste, comme « .exists(x, x == …) », ou utilisez « in ».",
);
pub(crate) const ORDER: Words =
    words("`{sign}`: {type} has no order", "« {sign} » : {type} n’a pas d’ordre");
pub(crate) const ORDER_HINT: Words = words(
    "Compare it with `==` or `!=`, or with `in` and a list.",
    "Comparez au moyen de « == » ou « != », ou de « in » et d’une liste.",
);
pub(crate) const ARGUMENT: Words = words(
    "`{function}` takes {wanted} here, not {type}",
    "« {function} » prend ici {wanted}, et non {type}",
);
pub(crate) const ARGUMENT_HINT: Words = words("Give it {wanted}.", "Donnez-lui {wanted}.");
pub(crate) const USAGE: Words =
    words("`{name}` is not used like this", "« {name} » ne s’emploie pas ainsi");
pub(crate) const USAGE_HINT: Words =
    words("Write it as `{usage}`.", "Écrivez-le comme « {usage} ».");
pub(crate) const SIZE: Words = words("{type} has no size", "{type} n’a pas de taille");
pub(crate) const SIZE_HINT: Words = words(
    "`size` counts the items of a list or the characters of a text.",
    "« size » compte les éléments d’une liste ou les caractères d’un texte.",
);
pub(crate) const NO_NUMBER: Words = words(
    "numbers, quantities or amounts are reckoned with, not {type}",
    "on calcule avec des nombres, des quantités ou des sommes, et non avec {type}",
);
pub(crate) const NO_NUMBER_HINT: Words = words(
    "Name the element that holds the number; `list.map(x, x.…)` takes one from each item.",
    "Citez l’élément qui contient le nombre ; « list.map(x, x.…) » en tire un de chaque élément.",
);
pub(crate) const ARITHMETIC: Words = words(
    "`{sign}` does not go with {left} and {right}",
    "« {sign} » ne s’applique pas à {left} et {right}",
);
pub(crate) const ARITHMETIC_HINT: Words = words(
    "Reckon with numbers, with quantities of one kind, or with dates and lengths of time.",
    "Calculez avec des nombres, des quantités de même nature, ou des dates et des durées.",
);
pub(crate) const DIVISION: Words = words(
    "a division says to how many decimals it is rounded",
    "une division indique à combien de décimales elle est arrondie",
);
pub(crate) const DIVISION_HINT: Words = words(
    "Write it as `round(a / b, 2)`, with the division last (`a * 100 / b`); or compare `a <= b * c` without dividing.",
    "Écrivez-la comme « round(a / b, 2) », la division en dernier (« a * 100 / b ») ; ou comparez « a <= b * c » sans diviser.",
);
pub(crate) const PLACES: Words = words(
    "the number of decimals is a whole number from 0 to {most}",
    "le nombre de décimales est un nombre entier de 0 à {most}",
);
pub(crate) const PLACES_HINT: Words =
    words("Write it as `round(x, 2)`.", "Écrivez-le comme « round(x, 2) ».");
pub(crate) const LITERAL: Words =
    words("a text in quotes has to stand here", "un texte entre apostrophes est attendu ici");
pub(crate) const LITERAL_HINT: Words =
    words("Write it as `{example}`.", "Écrivez-le comme « {example} ».");
pub(crate) const PATTERN: Words = words(
    "the text is not a pattern (regular expression)",
    "le texte n’est pas un motif (expression rationnelle)",
);
pub(crate) const PATTERN_HINT: Words = words(
    "Check brackets and repetitions; `'^[0-9]{6}$'` asks for six digits. There are no back-references and no look-around.",
    "Vérifiez parenthèses et répétitions ; « '^[0-9]{6}$' » demande six chiffres. Il n’y a ni référence arrière ni anticipation.",
);
pub(crate) const PATTERN_SIZE: Words =
    words("the pattern is too large", "le motif est trop volumineux");
pub(crate) const PATTERN_SIZE_HINT: Words = words(
    "Make repetitions shorter, or make two conditions of it.",
    "Raccourcissez les répétitions, ou faites-en deux conditions.",
);
pub(crate) const NO_LENGTH: Words =
    words("`{text}` is not a length of time", "« {text} » n’est pas une durée");
pub(crate) const NO_LENGTH_HINT: Words = words(
    "Write hours, minutes or seconds, as `duration('240h')` for ten days or `duration('1h30m')`.",
    "Écrivez des heures, des minutes ou des secondes, comme « duration('240h') » pour dix jours ou « duration('1h30m') ».",
);
pub(crate) const NO_DAY: Words = words("`{text}` is not a day", "« {text} » n’est pas un jour");
pub(crate) const NO_DAY_HINT: Words = words(
    "Write year, month and day, as `date('2027-02-01')`.",
    "Écrivez l’année, le mois et le jour, comme « date('2027-02-01') ».",
);
pub(crate) const NO_MOMENT: Words =
    words("`{text}` is not a moment", "« {text} » n’est pas un instant");
pub(crate) const NO_MOMENT_HINT: Words = words(
    "Write it with its time zone, as `timestamp('2027-02-01T00:00:00Z')`; a day alone is `date('2027-02-01')`.",
    "Écrivez-le avec son fuseau, comme « timestamp('2027-02-01T00:00:00Z') » ; un jour seul s’écrit « date('2027-02-01') ».",
);

// Units.
pub(crate) const BARE: Words = words(
    "{left} and {right}: one of the two has no unit",
    "{left} et {right} : l’un des deux n’a pas d’unité",
);
pub(crate) const BARE_HINT: Words = words(
    "Say the unit: `quantity(100, 'KGM')` for 100 kilograms, `amount(6000, 'EUR')` for 6,000 euros. Only 0 needs none.",
    "Indiquez l’unité : « quantity(100, 'KGM') » pour 100 kilogrammes, « amount(6000, 'EUR') » pour 6 000 euros. Seul 0 n’en a pas besoin.",
);
pub(crate) const UNLIKE: Words = words(
    "{left} and {right}: their units cannot be converted into each other",
    "{left} et {right} : leurs unités ne sont pas convertibles l’une dans l’autre",
);
pub(crate) const UNLIKE_HINT: Words = words(
    "Take two quantities of one kind (mass, volume, length, area, number), or two amounts of one currency.",
    "Prenez deux quantités de même nature (masse, volume, longueur, surface, nombre), ou deux sommes de même monnaie.",
);
pub(crate) const NO_UNIT: Words = words(
    "`{code}` is not a unit of UNECE Recommendation 20",
    "« {code} » n’est pas une unité de la Recommandation n° 20 de la CEE-ONU",
);
pub(crate) const NO_UNIT_HINT: Words = words(
    "Look for it with `gnc catalogue show unece.rec-20`; a kilogram is `KGM`, a litre `LTR`, a piece `H87`.",
    "Cherchez-la avec « gnc catalogue show unece.rec-20 » ; le kilogramme est « KGM », le litre « LTR », la pièce « H87 ».",
);
pub(crate) const NO_CURRENCY: Words = words(
    "`{code}` is not a currency of ISO 4217",
    "« {code} » n’est pas une monnaie de la norme ISO 4217",
);
pub(crate) const NO_CURRENCY_HINT: Words = words(
    "Write its three letters, as `EUR` or `USD`.",
    "Écrivez ses trois lettres, comme « EUR » ou « USD ».",
);

// Codes.
pub(crate) const NOT_A_CODE: Words = words(
    "`{code}` is not a code of the list `{list}`",
    "« {code} » n’est pas un code de la liste « {list} »",
);
pub(crate) const LEFT_OUT: Words = words(
    "`{code}` is a code that the list `{list}` leaves out, so the comparison never holds",
    "« {code} » est un code que la liste « {list} » ne retient pas : la comparaison n’est jamais vraie",
);
pub(crate) const LEFT_OUT_HINT: Words = words(
    "Admit the code in the list, or leave it out here too.",
    "Admettez le code dans la liste, ou omettez-le ici aussi.",
);
pub(crate) const APART: Words = words(
    "the lists `{left}` and `{right}` have no code in common",
    "les listes « {left} » et « {right} » n’ont aucun code en commun",
);
pub(crate) const APART_HINT: Words = words(
    "Compare codes of one list, or relate the lists first.",
    "Comparez des codes d’une même liste, ou mettez d’abord les listes en correspondance.",
);

// Why an expression cannot be decided.
pub(crate) const HALT_ABSENT: Words = words("it is not there", "il est absent");
pub(crate) const HALT_MALFORMED: Words =
    words("it is no value of its kind", "ce n’est pas une valeur de sa nature");
pub(crate) const HALT_DIVISION: Words = words(
    "it divides by zero, or asks for the remainder of a number that is not whole",
    "il divise par zéro, ou demande le reste d’un nombre qui n’est pas entier",
);
pub(crate) const HALT_TOO_LARGE: Words = words(
    "the result has too many digits or is outside of the calendar",
    "le résultat a trop de chiffres ou sort du calendrier",
);
pub(crate) const HALT_UNITS: Words = words(
    "the units cannot be converted into each other, or one is not said",
    "les unités ne sont pas convertibles l’une dans l’autre, ou l’une n’est pas indiquée",
);
pub(crate) const HALT_MONTHS: Words = words(
    "which is longer depends on which months are meant",
    "la plus longue dépend des mois dont il s’agit",
);
pub(crate) const HALT_UNKNOWN: Words =
    words("it is not known here", "l’information n’est pas connue ici");
pub(crate) const HALT_STEPS: Words = words("it takes too many steps", "il exige trop d’étapes");
