//! What using a pattern may find.

use crate::diag::Code;
use crate::words::{Words, words};

/// Every code of patterns.
pub static CODES: &[&Code] = &[
    &UNKNOWN_PATTERN,
    &MISSING_PARAMETER,
    &UNKNOWN_PARAMETER,
    &NO_SUCH_PART,
    &BROKEN_PATTERN,
    &NAMELESS_PARAMETERS,
];

const WHY: Words = words(
    "A pattern stands for steps, rules and clauses that repeat; what is not put in its place is missing from the block.",
    "Un modèle remplace des étapes, règles et clauses qui se répètent ; ce qu’il n’apporte pas manque au bloc.",
);

pub(super) static UNKNOWN_PATTERN: Code = Code::format(
    "PAT-01",
    "unknown-pattern",
    words("there is no pattern `{name}`", "il n’y a pas de modèle « {name} »"),
    WHY,
    words(
        "Name a pattern with its version; `gnc catalogue list` shows them.{hint}",
        "Citez un modèle avec sa version ; « gnc catalogue list » les énumère.{hint}",
    ),
);
pub(super) const MEANT: Words = words(" Did you mean `{word}`?", " Vouliez-vous dire « {word} » ?");
pub(super) const NO_HINT: Words = words("", "");

pub(super) static MISSING_PARAMETER: Code = Code::format(
    "PAT-02",
    "pattern-parameter-missing",
    words(
        "the pattern `{name}` needs a value for `{parameter}`",
        "le modèle « {name} » demande une valeur pour « {parameter} »",
    ),
    WHY,
    words("Write it under `with`.", "Indiquez-la sous « with »."),
);

pub(super) const DECLARED: Words =
    words("the pattern declares it here", "le modèle la déclare ici");

pub(super) static UNKNOWN_PARAMETER: Code = Code::format(
    "PAT-03",
    "pattern-parameter-unknown",
    words(
        "`{parameter}` says nothing to the pattern `{name}`, which knows {known}",
        "« {parameter} » ne dit rien au modèle « {name} », qui connaît {known}",
    ),
    words(
        "A value under a misspelt name would be lost.",
        "Une valeur sous un nom mal écrit serait perdue.",
    ),
    words("Correct the name or remove the line.", "Corrigez le nom ou supprimez la ligne."),
);

pub(super) static NO_SUCH_PART: Code = Code::format(
    "PAT-04",
    "pattern-without-this-part",
    words(
        "the pattern `{name}` has nothing for `{list}` in this form; it has {known}",
        "le modèle « {name} » n’a rien pour « {list} » sous cette forme ; il comporte {known}",
    ),
    WHY,
    words(
        "Use it in a list or a mapping that it has a part for.",
        "Employez-le dans une liste ou une rubrique pour laquelle il a une partie.",
    ),
);

pub(super) static BROKEN_PATTERN: Code = Code::format(
    "PAT-05",
    "pattern-not-readable",
    words(
        "the pattern `{name}` cannot be read, or uses itself",
        "le modèle « {name} » est illisible, ou s’emploie lui-même",
    ),
    WHY,
    words(
        "Mend its file in the data folder, or remove it there to use the one of the program.",
        "Corrigez son fichier dans le dossier de données, ou retirez-le pour employer celui du programme.",
    ),
);

pub(super) static NAMELESS_PARAMETERS: Code = Code::format(
    "PAT-06",
    "pattern-parameters-without-names",
    words(
        "what the pattern `{name}` is given under `with` bears no names",
        "ce qui est donné au modèle « {name} » sous « with » ne porte pas de noms",
    ),
    words(
        "A value without a name reaches no parameter of the pattern, and would be lost.",
        "Une valeur sans nom n’atteint aucun paramètre du modèle, et serait perdue.",
    ),
    words(
        "Write under `with` a line `parameter: value` for each parameter that you give: {known}.",
        "Sous « with », écrivez une ligne « paramètre: valeur » pour chaque paramètre que vous indiquez : {known}.",
    ),
);
