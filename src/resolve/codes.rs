//! What resolving may find.

use crate::diag::{Basis, Code, Pack, Severity};
use crate::words::{Words, words};

pub(super) const MEANT: Words = words("Did you mean `{word}`?", "Vouliez-vous dire « {word} » ?");
pub(super) const PUT_BESIDE: Words = words(
    "Put its file beside this one, or into a folder that the project file names.",
    "Placez son fichier à côté de celui-ci, ou dans un dossier cité par le fichier de projet.",
);
pub(super) const DEFINE_IT: Words = words(
    "Define it, or use one that is defined.",
    "Définissez-le, ou utilisez-en un qui est défini.",
);

/// Every code that resolving may report.
pub static CODES: &[&Code] =
    &[&FRAMEWORK_NOT_FOUND, &FRAMEWORK_VERSION, &EXTENDS_ITSELF, &OMITS_UNKNOWN, &UNKNOWN_NAME];

pub(super) static FRAMEWORK_NOT_FOUND: Code = Code::format(
    "RES-01",
    "framework-not-found",
    words("the framework block `{id}` was not found", "le bloc cadre « {id} » est introuvable"),
    words(
        "A profile says only what differs; without its framework it says nothing, and no rule can be \
         applied to it.",
        "Un profil ne dit que ce qui diffère ; sans son cadre, il ne dit rien, et aucune règle ne \
         peut lui être appliquée.",
    ),
    words("{hint}", "{hint}"),
);

pub(super) static FRAMEWORK_VERSION: Code = Code::format(
    "RES-02",
    "framework-version-differs",
    words(
        "version {version} of `{id}` is asked for, but version {found} was found",
        "la version {version} de « {id} » est demandée, mais la version {found} a été trouvée",
    ),
    words(
        "A profile is made against one version of its framework; another may say something else.",
        "Un profil est établi pour une version de son cadre ; une autre peut dire autre chose.",
    ),
    words(
        "Provide that version, or examine the differences and write `{id}@{found}`.",
        "Fournissez cette version, ou examinez les différences et écrivez « {id}@{found} ».",
    ),
);

pub(super) static EXTENDS_ITSELF: Code = Code::format(
    "RES-03",
    "extends-itself",
    words(
        "the block extends `{id}`, which leads back to itself",
        "le bloc étend « {id} », ce qui ramène à lui-même",
    ),
    words(
        "A framework cannot rest on its own profile.",
        "Un cadre ne peut pas reposer sur son propre profil.",
    ),
    words("Let `extends` name another block.", "Faites désigner un autre bloc par « extends »."),
);

pub(super) static OMITS_UNKNOWN: Code = Code::format(
    "RES-04",
    "omits-unknown-item",
    words(
        "`{key}` is to be left out, but the framework has no such item in {list}",
        "« {key} » doit être omis, mais le cadre n’a pas cet élément dans {list}",
    ),
    words(
        "What is left out must be recognisable, or the annex says more than was meant.",
        "Ce qui est omis doit être reconnaissable, sinon l’annexe en dit plus que voulu.",
    ),
    words(
        "Check the spelling, or remove the entry.",
        "Vérifiez l’orthographe, ou supprimez l’entrée.",
    ),
);

/// STR-09 for a reference without its name.
pub const UNKNOWN: Code = Code {
    id: "STR-09",
    name: "unknown-or-repeated-name",
    title: words(
        "Every name is given once, and every reference finds its name",
        "Chaque nom est donné une seule fois et chaque renvoi trouve son nom",
    ),
    message: words(
        "`{name}` is not {kind} of this block",
        "« {name} » n’est pas {kind} de ce bloc",
    ),
    why: words(
        "A reference that leads nowhere, or to two places, leaves a gap in the annex and in the interface.",
        "Un renvoi sans cible, ou à double cible, laisse une lacune dans l’annexe et dans l’interface.",
    ),
    help: words("{hint}", "{hint}"),
    severity: Severity::Error,
    basis: Basis::House,
    pack: Pack::Format,
};

pub(super) static UNKNOWN_NAME: Code = UNKNOWN;

/// STR-09 for a name that is given twice.
pub(super) static REPEATED_NAME: Code = Code {
    message: words(
        "`{name}` is given a second time as {kind}",
        "« {name} » est donné une seconde fois comme {kind}",
    ),
    help: words(
        "Rename or remove one of the two; if both say the same, join them.",
        "Renommez ou supprimez l’un des deux ; s’ils disent la même chose, réunissez-les.",
    ),
    ..UNKNOWN
};

/// What the ready fix of STR-09 does.
pub const WRITE_IT: Words = words("write `{word}`", "écrire « {word} »");

/// Remark at the place where a name was given first.
pub const GIVEN_FIRST: Words = words("given here first", "donné d’abord ici");
pub(super) const USED_ALSO: Words = words("used here too", "employé ici aussi");
