//! What a report of findings says around them.

use super::{Words, words};

/// Name of the remark that says why a finding matters.
pub const WHY: Words = words("why", "pourquoi");
/// Name of the remark that says how to mend a finding.
pub const HELP: Words = words("help", "aide");
/// Name of a further remark.
pub const NOTE: Words = words("note", "note");
/// Name of the remark that says what an automatic mend does.
pub const FIX: Words = words("ready fix", "correction prête");
/// Name of the remark that says on what a rule rests.
pub const BASIS: Words = words("basis", "fondement");

/// A rule of reading the file.
pub const BASIS_FORMAT: Words = words("file format", "format de fichier");
/// A rule of our own.
pub const BASIS_HOUSE: Words =
    words("our own advice, not a WCO rule", "notre propre conseil, non une règle de l’OMD");
/// A rule that the project wrote for itself.
pub const BASIS_PROJECT: Words = words(
    "a rule of this project, not a WCO rule",
    "une règle de ce projet, non une règle de l’OMD",
);
/// A rule grounded in published sources.
pub const BASIS_SOURCES: Words = words("sources {sources}", "sources {sources}");

/// Count of errors.
pub const ONE_ERROR: Words = words("{n} error", "{n} erreur");
/// Count of errors.
pub const MANY_ERRORS: Words = words("{n} errors", "{n} erreurs");
/// Count of warnings.
pub const ONE_WARNING: Words = words("{n} warning", "{n} avertissement");
/// Count of warnings.
pub const MANY_WARNINGS: Words = words("{n} warnings", "{n} avertissements");
/// Count of pieces of advice.
pub const ONE_ADVICE: Words = words("{n} piece of advice", "{n} conseil");
/// Count of pieces of advice.
pub const MANY_ADVICE: Words = words("{n} pieces of advice", "{n} conseils");
/// Count of files.
pub const ONE_FILE: Words = words("{n} file", "{n} fichier");
/// Count of files.
pub const MANY_FILES: Words = words("{n} files", "{n} fichiers");

/// There is nothing to count.
pub const NONE: Words = words("none", "aucun");

/// Nothing was found.
pub const NOTHING: Words =
    words("Nothing was found in {files}.", "Rien n’a été trouvé dans {files}.");
/// The counts, before and after the findings.
pub const SUMMARY: Words = words("{counts} in {files}", "{counts} dans {files}");
/// The count of findings with a ready fix.
pub const WITH_FIX: Words = words("with a ready fix: {n}", "avec une correction prête : {n}");
/// The count of findings that do not count.
pub const EXCUSED: Words = words("allowed or known before: {n}", "admis ou déjà connus : {n}");
/// Why a finding that was recorded does not count.
pub const RECORDED: Words = words("recorded before", "consigné auparavant");
/// The heading of repetitions.
pub const ALSO: Words = words("also here:", "également ici :");
/// The heading of a file.
pub const FILE_HEADING: Words = words("{file}: {counts}", "{file} : {counts}");
/// The counts of a file by component.
pub const BY_COMPONENT: Words = words("by component: {counts}", "par composante : {counts}");
/// One of these counts.
pub const COUNT_OF: Words = words("{what} {n}", "{what} {n}");
/// What stands in no component.
pub const ELSEWHERE: Words = words("elsewhere", "ailleurs");
/// How many findings follow from the one above.
pub const ONE_FOLLOWS: Words =
    words("and {n} more that follows from this:", "et {n} autre qui en découle :");
/// How many findings follow from the one above.
pub const MANY_FOLLOW: Words =
    words("and {n} more that follow from this:", "et {n} autres qui en découlent :");
