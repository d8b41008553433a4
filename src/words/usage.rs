//! What the program says when it is called wrongly.

use super::{Words, words};

/// An option or argument that the command does not have.
pub const UNKNOWN_ARGUMENT: Words =
    words("there is no option or argument `{what}`", "il n’y a ni option ni argument « {what} »");
/// A command that there is not.
pub const UNKNOWN_COMMAND: Words =
    words("there is no command `{what}`", "il n’y a pas de commande « {what} »");
/// A value that an option does not take.
pub const WRONG_VALUE: Words =
    words("`{value}` is no value of {what}", "« {value} » n’est pas une valeur de {what}");
/// An option that asks for a value.
pub const NO_VALUE: Words = words("{what} asks for a value", "{what} demande une valeur");
/// Something that has to be said.
pub const MISSING: Words = words("{what} is missing", "il manque {what}");
/// A command has to be named.
pub const NO_COMMAND: Words = words("name a command", "indiquez une commande");
/// An option that is given twice.
pub const TWICE: Words = words("{what} is given twice", "{what} est donné deux fois");
/// Options that exclude each other.
pub const NOT_TOGETHER: Words = words(
    "these options cannot be given together: {what}",
    "ces options ne peuvent être données ensemble : {what}",
);
/// An argument that is no text.
pub const NOT_TEXT: Words =
    words("an argument is not a text in UTF-8", "un argument n’est pas un texte en UTF-8");
/// Anything else.
pub const OTHER: Words =
    words("the command line cannot be understood", "la ligne de commande est incompréhensible");
/// The values that are allowed.
pub const ALLOWED: Words = words("allowed: {values}", "valeurs admises : {values}");
/// Where to read more.
pub const SEE_HELP: Words =
    words("for more, see `gnc --help`", "pour en savoir plus, voir « gnc --help »");
/// What is printed could not be passed on.
pub const CANNOT_PRINT: Words =
    words("cannot write the output: {reason}", "impossible d’écrire la sortie : {reason}");
