//! What the list of rules and the page of a rule say around them.

use super::{Words, words};

/// Help of `gnc rules`.
pub const RULES: Words = words(
    "List what the tool checks, with the weight of each rule",
    "Lister ce que l’outil contrôle, avec la gravité de chaque règle",
);
/// Help of `--format` of rules.
pub const RULES_FORMAT: Words = words(
    "How the rules are printed: text, json or md",
    "Présentation des règles : text, json ou md",
);
/// Help of `--pack`.
pub const ONLY_PACK: Words = words(
    "Only rules of these packs, separated by commas",
    "Seulement les règles de ces familles, séparées par des virgules",
);
/// Help of `--basis`.
pub const ONLY_BASIS: Words = words(
    "Only rules on this basis: sourced, house or format",
    "Seulement les règles ayant ce fondement : sourced, house ou format",
);
/// Help of `--severity`.
pub const ONLY_SEVERITY: Words = words(
    "Only rules of this weight, at the status of --status if one is given: error, warning or advice",
    "Seulement les règles de cette gravité, au statut de --status s’il est donné : error, warning ou advice",
);
/// Help of `--status`.
pub const ONLY_STATUS: Words = words(
    "Only rules that bite for a block of this status, such as concept or agreed",
    "Seulement les règles qui s’appliquent à un bloc de ce statut, par exemple concept ou agreed",
);
/// Help of `--has-fix`.
pub const ONLY_FIX: Words = words(
    "Only rules with a ready fix, for `gnc check --fix`",
    "Seulement les règles qui ont une correction prête, pour « gnc check --fix »",
);
/// Help of `--example`.
pub const EXAMPLE: Words = words(
    "Print the block that the examples of the rules are laid over, and nothing else",
    "Afficher le bloc auquel les exemples des règles sont superposés, et rien d’autre",
);
/// Help of `gnc explain`.
pub const EXPLAIN: Words = words(
    "Explain the parts of a block, or rules: what belongs there, why, with examples",
    "Expliquer les parties d’un bloc, ou des règles : ce qu’il faut y écrire, pourquoi, avec des exemples",
);
/// Help of the rules to explain.
pub const EXPLAIN_RULES: Words = words(
    "Keys of the block format, as legal_basis or legal_basis.level; rules, as PRC-09 or message-without-answer (default: list the parts)",
    "Clés du format des blocs, par exemple legal_basis ou legal_basis.level ; règles, par exemple PRC-09 ou message-without-answer (par défaut la liste des parties)",
);
/// Help of `--format` of explain.
pub const EXPLAIN_FORMAT: Words =
    words("How it is printed: md or json", "Présentation : md ou json");

/// Title of the list of everything.
pub const TITLE: Words =
    words("Everything the tool may find", "Tout ce que l’outil peut constater");
/// What stands before the list.
pub const INTRODUCTION: Words = words(
    "One row for each code. `gnc explain CODE` says more: why it matters, how to mend it, and an example.",
    "Une ligne par code. `gnc explain CODE` en dit plus : pourquoi cela importe, comment corriger, et un exemple.",
);
/// What the columns mean.
pub const COLUMNS: Words = words(
    "*Basis*: the published sources that a rule rests on, with their short names as in [sources](../sources.md). *house* is our own advice, or a rule that a project wrote for itself ([house rules](../house-rules.md)), which a project may switch off. *format* is about reading the file. *Weight*: from which status of the block the rule bites and what a finding then weighs; what follows holds from a later status on. *Fix*: whether `gnc check --fix` can mend it.",
    "*Fondement* : les sources publiées sur lesquelles repose une règle, avec leur nom court comme dans les [sources](../sources.md). *house* est notre propre conseil, ou une règle qu’un projet s’est donnée ([règles du projet](../house-rules.md)), qu’un projet peut désactiver. *format* concerne la lecture du fichier. *Gravité* : le statut du bloc à partir duquel la règle s’applique et la gravité d’un constat ; la suite vaut à partir d’un statut ultérieur. *Correction* : si `gnc check --fix` peut corriger.",
);
/// The same list in the other language.
pub const OTHER_LANGUAGE: Words = words("[En français](README.fr.md)", "[In English](README.md)");
/// Heading of the column of codes.
pub const CODE: Words = words("Code", "Code");
/// Heading of the column of what is asked.
pub const ASKED: Words = words("What is asked", "Ce qui est demandé");
/// Heading of the column of weights.
pub const WEIGHT: Words = words("Weight", "Gravité");
/// Heading of the column of bases.
pub const BASIS: Words = words("Basis", "Fondement");
/// Heading of the column of packs.
pub const PACK: Words = words("Pack", "Famille");
/// Heading of the column of fixes.
pub const FIX: Words = words("Fix", "Correction");
/// There is a fix.
pub const YES: Words = words("yes", "oui");
/// What a rule without a fix says in its place.
pub const NO_FIX: Words = words("none", "aucune");
/// Label of the ready fixes of a rule.
pub const FIXES: Words = words("ready fix", "correction prête");
/// What a rule weighs from a status on.
pub const WEIGHS_FROM: Words =
    words("{severity} from “{status}”", "{severity} à partir de « {status} »");
/// Label of what fills the placeholders of the message.
pub const ARGUMENTS: Words = words("filled in", "éléments variables");
/// Label of where a rule of a project looks.
pub const PLACE: Words = words("looks at", "porte sur");
/// A rule of a project looks at the block as a whole.
pub const WHOLE_BLOCK: Words = words("the block as a whole", "le bloc dans son ensemble");
/// Label of which places a rule of a project speaks of.
pub const WHEN: Words = words("where", "lorsque");
/// Label of what a rule of a project asks.
pub const ASSERT: Words = words("asks that", "exige que");
/// Label of the kinds of block that a rule is for.
pub const KINDS: Words = words("for blocks of kind", "pour les blocs de type");
/// One code.
pub const ONE_CODE: Words = words("{n} code", "{n} code");
/// Several codes.
pub const CODES: Words = words("{n} codes", "{n} codes");
/// Nothing is left after choosing.
pub const NONE: Words = words("no rule is so", "aucune règle ne répond à ces critères");

/// What each group of codes is about, by its letters.
pub const GROUPS: &[(&str, Words)] = &[
    ("BLD", words("Building", "Production")),
    ("CAT", words("Reference data files", "Fichiers de données de référence")),
    ("DAT", words("Data cluster", "Grappe de données")),
    (
        "EXP",
        words(
            "Expressions of business rules and conditions",
            "Expressions des règles de gestion et des conditions",
        ),
    ),
    ("FMT", words("Keys and values of the file", "Clés et valeurs du fichier")),
    ("HOU", words("Good practice", "Bonnes pratiques")),
    ("IMP", words("Workbooks brought back", "Classeurs repris")),
    ("LEG", words("Business case and law", "Argumentaire et droit")),
    ("MSG", words("Messages judged", "Messages vérifiés")),
    ("OWN", words("House rules of a project", "Règles propres à un projet")),
    ("PAT", words("Patterns", "Modèles de processus")),
    ("PRC", words("Process alignment", "Alignement des processus")),
    ("RES", words("Names and frameworks", "Noms et cadres")),
    ("STR", words("Structure of the block", "Structure du bloc")),
    ("SUP", words("Allowed findings", "Constats admis")),
    ("SYN", words("YAML", "YAML")),
    ("TEC", words("Technical interoperability", "Interopérabilité technique")),
    ("TRM", words("Terminology", "Terminologie")),
    ("XCP", words("Comparison with another block", "Comparaison avec un autre bloc")),
];
