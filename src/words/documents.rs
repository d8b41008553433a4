//! What is said of the documents that a block is looked at beside.

use super::{Words, words};

/// What a document is.
pub const EARLIER: Words = words("earlier version", "version antérieure");
/// What a document is.
pub const PARTNER: Words = words("partner’s block", "bloc du partenaire");
/// What a document is.
pub const IN_USE: Words = words("block in use", "bloc en service");

/// Help of `--earlier`.
pub const EARLIER_HELP: Words = words(
    "An earlier version to compare with (repeatable): what breaks needs a new major version",
    "Version antérieure de référence (répétable) : une rupture exige une nouvelle version majeure",
);
/// Help of `--earlier` of `gnc build`.
pub const EARLIER_OF_RECORD: Words = words(
    "An earlier version (repeatable): the record of changes lists what differs, by class",
    "Version antérieure (répétable) : le relevé des modifications énumère les différences, par classe",
);
/// Help of `--partner`.
pub const PARTNER_HELP: Words = words(
    "The partner’s own block (repeatable): what one sends the other accepts",
    "Bloc établi par le partenaire (répétable) : ce que l’un envoie, l’autre l’accepte",
);
/// Help of `--in-use`.
pub const IN_USE_HELP: Words = words(
    "A block in use with another partner (repeatable): its interface must not break",
    "Bloc en service avec un autre partenaire (répétable) : son interface ne doit pas se rompre",
);
/// Help of `--built`.
pub const BUILT_HELP: Words = words(
    "A folder that `gnc build` wrote: whether it comes from this very block and is as it was written",
    "Dossier écrit par « gnc build » : s’il vient bien de ce bloc et n’a pas été modifié",
);
/// A document has to do with none of the blocks.
pub const FITS_NONE: Words = words(
    "{path} ({role}): block `{id}` has to do with none of the blocks that are checked",
    "{path} ({role}) : le bloc « {id} » n’a de rapport avec aucun des blocs contrôlés",
);
/// A manifest cannot be read.
pub const NO_MANIFEST: Words = words(
    "{path} is not a manifest of `gnc build`",
    "{path} n’est pas un manifeste de « gnc build »",
);
/// `--built` with several blocks.
pub const ONE_BUILT: Words = words(
    "--built is about one block; name that block only",
    "--built concerne un seul bloc ; n’indiquez que celui-là",
);
/// A document of the project file has a role that there is not.
pub const NO_ROLE: Words = words(
    "[[documents]]: `{role}` is no role; allowed: earlier, partner, in-use",
    "[[documents]] : « {role} » n’est pas un rôle ; rôles admis : earlier, partner, in-use",
);

/// What is wrong with a built file.
pub const FILE_CHANGED: Words =
    words("was changed after it was written", "a été modifié après son écriture");
/// What is wrong with a built file.
pub const FILE_GONE: Words = words("is missing", "manque");
