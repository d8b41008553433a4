//! What reading a file of house rules may find.

use crate::check::UNDECIDED;
use crate::diag::{Basis, Code, Pack, Severity};
use crate::words::{Words, words};

/// Every code that reading house rules may report, and the one that running them may.
pub static CODES: &[&Code] =
    &[&TAKEN, &NO_PLACE, &FAULT, &UNTRANSLATED, &ARGUMENT, &EXAMPLE, &NOT_READ, &UNDECIDED];

const fn code(id: &'static str, name: &'static str, title: Words, texts: [Words; 3]) -> Code {
    let [message, why, help] = texts;
    let (severity, basis, pack) = (Severity::Error, Basis::Format, Pack::Format);
    Code { id, name, title, message, why, help, severity, basis, pack }
}

pub(super) const MEANT: Words = words("Did you mean `{word}`?", "Vouliez-vous dire « {word} » ?");
pub(super) const ID_GIVEN: Words = words(
    "the identifier `{id}` is given to another rule",
    "l’identifiant « {id} » est déjà celui d’une autre règle",
);
pub(super) const NAME_GIVEN: Words = words(
    "the name `{id}` is given to another rule",
    "le nom « {id} » est déjà celui d’une autre règle",
);
pub(super) const PREFIX_TAKEN: Words = words(
    "`{prefix}` begins the identifiers of the tool’s own rules",
    "« {prefix} » commence les identifiants des règles de l’outil",
);

pub(super) static TAKEN: Code = code(
    "OWN-01",
    "house-rule-not-distinct",
    words(
        "A house rule has an identifier and a name of its own",
        "Une règle du projet a un identifiant et un nom qui lui sont propres",
    ),
    [
        words("{fault}", "{fault}"),
        words(
            "Whoever allows or explains a finding by this name would mean another one.",
            "Qui admettrait ou expliquerait un constat sous ce nom en désignerait un autre.",
        ),
        words(
            "Choose letters that stand for the project, as `ADJ-01`, and a number and a name that no other rule has.",
            "Choisissez des lettres qui désignent le projet, par exemple « ADJ-01 », et un numéro et un nom qu’aucune autre règle ne porte.",
        ),
    ],
);

pub(super) const NO_KEY: Words = words(
    "the block format has no key `{key}` here",
    "le format des blocs n’a pas de clé « {key} » à cet endroit",
);
pub(super) const FROM_HERE: Words = words(
    "the places cannot be read from here on",
    "les endroits ne peuvent être lus à partir d’ici",
);
pub(super) const IS_LIST: Words =
    words("`{key}` is a list of several", "« {key} » est une liste de plusieurs éléments");
pub(super) const NO_LIST: Words = words("`{key}` is no list", "« {key} » n’est pas une liste");
pub(super) const LOOK_UP: Words = words(
    "Use a key of the block format; `gnc schema` prints all of them.",
    "Utilisez une clé du format des blocs ; « gnc schema » les affiche toutes.",
);
pub(super) const FORM: Words = words(
    "Write keys from the root, joined by `.`: `[*]` for each item of a list, `[NAME]` for the item of that name.",
    "Écrivez les clés depuis la racine, jointes par « . » : « [*] » pour chaque élément d’une liste, « [NOM] » pour l’élément de ce nom.",
);
pub(super) const WRITE_EACH: Words = words(
    "Write `{key}[*]` for each of its items, or `{key}[NAME]` for one.",
    "Écrivez « {key}[*] » pour chacun de ses éléments, ou « {key}[NOM] » pour un seul.",
);
pub(super) const WITHOUT: Words =
    words("Leave the square brackets out.", "Supprimez les crochets.");

pub(super) static NO_PLACE: Code = code(
    "OWN-02",
    "house-rule-without-place",
    words(
        "A house rule looks at places that blocks have",
        "Une règle du projet porte sur des endroits que les blocs possèdent",
    ),
    [
        words("{fault}", "{fault}"),
        words(
            "A rule that looks nowhere finds nothing, and nobody notices.",
            "Une règle qui ne porte sur rien ne trouve rien, et personne ne s’en aperçoit.",
        ),
        words("{hint}", "{hint}"),
    ],
);

pub(super) static FAULT: Code = code(
    "OWN-03",
    "house-rule-unreadable",
    words(
        "The expressions of a house rule can be read and fit the block format",
        "Les expressions d’une règle du projet sont lisibles et conformes au format des blocs",
    ),
    [
        words("{fault}", "{fault}"),
        words(
            "A rule that cannot be understood is not checked.",
            "Une règle qui ne peut être comprise n’est pas contrôlée.",
        ),
        words("{hint}", "{hint}"),
    ],
);

pub(super) static UNTRANSLATED: Code = code(
    "OWN-04",
    "house-rule-untranslated",
    words(
        "A house rule speaks English and French",
        "Une règle du projet parle anglais et français",
    ),
    [
        words(
            "`{key}` lacks the language `{language}`",
            "il manque à « {key} » la langue « {language} »",
        ),
        words(
            "The tool says everything in both languages; a finding in the wrong one helps nobody.",
            "L’outil dit tout dans les deux langues ; un constat dans la mauvaise n’aide personne.",
        ),
        words(
            "Write one text for each language: `en: …` and `fr: …`.",
            "Écrivez un texte par langue : « en: … » et « fr: … ».",
        ),
    ],
);

pub(super) const NOT_GIVEN: Words = words(
    "nothing fills the placeholder `{name}` of `{key}`",
    "rien ne remplit l’élément variable « {name} » de « {key} »",
);
pub(super) const NOT_USED: Words = words(
    "no sentence asks for the argument `{name}`",
    "aucune phrase n’utilise l’argument « {name} »",
);
pub(super) const NO_NAME: Words =
    words("`{name}` cannot be a placeholder", "« {name} » ne peut être un élément variable");
pub(super) const IN_TITLE: Words = words(
    "the title asks for `{name}`, but it stands for the rule itself",
    "le titre utilise « {name} », alors qu’il vaut pour la règle elle-même",
);

pub(super) static ARGUMENT: Code = code(
    "OWN-05",
    "house-rule-arguments-apart",
    words(
        "The sentences of a house rule ask for its arguments",
        "Les phrases d’une règle du projet utilisent ses arguments",
    ),
    [
        words("{fault}", "{fault}"),
        words(
            "A sentence with a gap does not say what is wrong.",
            "Une phrase à trous ne dit pas ce qui ne va pas.",
        ),
        words(
            "List each placeholder once under `arguments`, as `{id: entity, value: this.entity}`, and use it in `message` or `help` in both languages; names have small letters and `_` only.",
            "Énumérez chaque élément variable une fois sous « arguments », par exemple « {id: entity, value: this.entity} », et utilisez-le dans « message » ou « help » dans les deux langues ; les noms n’ont que des minuscules et « _ ».",
        ),
    ],
);

pub(super) const BAD_KEEPS: Words =
    words("the example `bad` does not break {rule}", "l’exemple « bad » n’enfreint pas {rule}");
pub(super) const GOOD_BREAKS: Words =
    words("the example `good` breaks {rule}", "l’exemple « good » enfreint {rule}");
pub(super) const UNDECIDABLE: Words = words(
    "{rule} gives no answer for the example `{key}`: {reason}",
    "{rule} ne donne pas de réponse pour l’exemple « {key} » : {reason}",
);

pub(super) static EXAMPLE: Code = code(
    "OWN-06",
    "house-rule-not-shown",
    words(
        "The examples of a house rule show what it asks",
        "Les exemples d’une règle du projet montrent ce qu’elle demande",
    ),
    [
        words("{fault}", "{fault}"),
        words(
            "Examples that are run show that the rule asks what its author meant.",
            "Des exemples exécutés montrent que la règle demande ce que son auteur voulait.",
        ),
        words(
            "Mend the example, or the rule. Examples are laid over the example block that `gnc rules --example` prints; an empty value takes a key away, `omit: true` an item.",
            "Corrigez l’exemple, ou la règle. Les exemples sont superposés au bloc que « gnc rules --example » affiche ; une valeur vide supprime une clé, « omit: true » un élément.",
        ),
    ],
);

pub(super) const TOO_LONG: Words =
    words("the file is longer than {most} bytes", "le fichier dépasse {most} octets");
pub(super) const RULES_TOO_MANY: Words =
    words("there are more than {most} rules", "il y a plus de {most} règles");
pub(super) const VERSION: Words = words(
    "the file is of version {version} of its form; this tool reads 1",
    "le fichier relève de la version {version} de sa forme ; cet outil lit la version 1",
);
pub(super) const LIGHTER: Words = words(
    "what the rule weighs early is not less than later, or not in the order of the statuses",
    "ce que pèse la règle au début n’est pas inférieur à la suite, ou pas dans l’ordre des statuts",
);

pub(super) static NOT_READ: Code = code(
    "OWN-07",
    "house-rules-not-read",
    words(
        "A file of house rules keeps within what the tool reads",
        "Un fichier de règles du projet reste dans ce que l’outil lit",
    ),
    [
        words("{fault}", "{fault}"),
        words(
            "What goes beyond is not checked, so no block would be held to it.",
            "Ce qui va au-delà n’est pas contrôlé : aucun bloc n’y serait tenu.",
        ),
        words(
            "`docs/house-rules.md` says what a file of rules may hold.",
            "« docs/house-rules.md » dit ce qu’un fichier de règles peut contenir.",
        ),
    ],
);
