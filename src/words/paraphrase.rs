//! How an expression is said in a sentence: each piece, with the pieces it is made of.
//!
//! French keeps to verbs that need no agreement, since the gender of a label is not known.

use super::{Words, words};

/// A text or name in quotes.
pub const QUOTED: Words = words("“{x}”", "« {x} »");
/// A code with what it stands for.
pub const CODE: Words = words("“{x}” ({name})", "« {x} » ({name})");
/// Between the labels of a path.
pub const BELOW: Words = words(" › ", " › ");
/// Something of an item of a list that has a letter.
pub const OF_ITEM: Words = words("{x} of {item}", "{x} de {item}");
/// Something of the element that a condition belongs to.
pub const OF_THIS: Words = words("{x} of this {item}", "{x} de cette occurrence de {item}");
/// The element itself.
pub const THIS: Words = words("this {item}", "cette occurrence de {item}");
/// What stands beside a value.
pub const UNIT_OF: Words = words("the unit of {x}", "l’unité de {x}");
/// What stands beside a value.
pub const CURRENCY_OF: Words = words("the currency of {x}", "la monnaie de {x}");
/// An item by its place.
pub const AT: Words = words("no. {n} of {x}", "le n° {n} de {x}");

/// A truth value.
pub const YES: Words = words("yes", "oui");
/// A truth value.
pub const NO: Words = words("no", "non");
/// A truth value that is named.
pub const IS_YES: Words = words("{x} is “yes”", "{x} est « oui »");
/// A truth value that is named.
pub const IS_NO: Words = words("{x} is “no”", "{x} est « non »");

/// It is there.
pub const GIVEN: Words = words("{x} is given", "{x} figure");
/// It is not there.
pub const NOT_GIVEN: Words = words("{x} is not given", "{x} ne figure pas");
/// A text is not empty.
pub const NOT_EMPTY: Words = words("{x} is not empty", "{x} n’est pas vide");
/// A text is empty.
pub const EMPTY: Words = words("{x} is empty", "{x} est vide");

/// Two values.
pub const IS: Words = words("{x} is {y}", "{x} est {y}");
/// Two values.
pub const IS_NOT: Words = words("{x} is not {y}", "{x} n’est pas {y}");
/// Two values.
pub const SAME: Words = words("{x} is the same as {y}", "{x} est identique à {y}");
/// Two values.
pub const DIFFERS: Words = words("{x} differs from {y}", "{x} diffère de {y}");
/// Two numbers.
pub const EQUALS: Words = words("{x} equals {y}", "{x} vaut {y}");
/// Two numbers.
pub const UNEQUAL: Words = words("{x} does not equal {y}", "{x} ne vaut pas {y}");
/// Two numbers.
pub const LESS: Words = words("{x} is less than {y}", "{x} n’atteint pas {y}");
/// Two numbers.
pub const AT_MOST: Words = words("{x} does not exceed {y}", "{x} ne dépasse pas {y}");
/// Two numbers.
pub const GREATER: Words = words("{x} exceeds {y}", "{x} dépasse {y}");
/// Two numbers.
pub const AT_LEAST: Words = words("{x} is at least {y}", "{x} est d’au moins {y}");
/// Two dates.
pub const SAME_DATE: Words = words("{x} is the same date as {y}", "{x} est la même date que {y}");
/// Two dates.
pub const OTHER_DATE: Words =
    words("{x} is another date than {y}", "{x} est une autre date que {y}");
/// Two dates.
pub const EARLIER: Words = words("{x} is earlier than {y}", "{x} vient avant {y}");
/// Two dates.
pub const NOT_LATER: Words = words("{x} is not later than {y}", "{x} ne vient pas après {y}");
/// Two dates.
pub const LATER: Words = words("{x} is later than {y}", "{x} vient après {y}");
/// Two dates.
pub const NOT_EARLIER: Words = words("{x} is not earlier than {y}", "{x} ne vient pas avant {y}");
/// Two texts in the order of their characters.
pub const BEFORE: Words = words(
    "{x} comes before {y} in the order of characters",
    "{x} précède {y} dans l’ordre des caractères",
);
/// Two texts in the order of their characters.
pub const NOT_AFTER: Words = words(
    "{x} does not come after {y} in the order of characters",
    "{x} ne suit pas {y} dans l’ordre des caractères",
);
/// Two texts in the order of their characters.
pub const AFTER: Words = words(
    "{x} comes after {y} in the order of characters",
    "{x} suit {y} dans l’ordre des caractères",
);
/// Two texts in the order of their characters.
pub const NOT_BEFORE: Words = words(
    "{x} does not come before {y} in the order of characters",
    "{x} ne précède pas {y} dans l’ordre des caractères",
);

/// One of several values.
pub const ONE_OF: Words = words("{x} is one of {all}", "{x} est l’une des valeurs {all}");
/// None of several values.
pub const NONE_OF: Words = words("{x} is none of {all}", "{x} n’est aucune des valeurs {all}");
/// In a list.
pub const AMONG: Words = words("{x} is among {all}", "{x} compte parmi {all}");
/// Not in a list.
pub const NOT_AMONG: Words = words("{x} is not among {all}", "{x} ne compte pas parmi {all}");
/// Between the last two of several values.
pub const OR_VALUE: Words = words(" or ", " ou ");
/// Values without any.
pub const NO_VALUE: Words = words("nothing", "rien");

/// Conditions that all hold.
pub const AND: Words = words(", and ", ", et ");
/// Conditions of which one holds.
pub const OR: Words = words(", or ", ", ou ");
/// In brackets.
pub const BRACKETS: Words = words("({x})", "({x})");
/// Not.
pub const NOT: Words = words("it is not so that {x}", "il n’est pas vrai que {x}");
/// If, then.
pub const IMPLIES: Words = words("if {x}, then {y}", "si {x}, alors {y}");
/// If, then, else.
pub const CHOICE: Words = words("if {x}, then {y}; otherwise {z}", "si {x}, alors {y} ; sinon {z}");
/// One value or another.
pub const CHOSEN: Words = words("({y} if {x}, otherwise {z})", "({y} si {x}, sinon {z})");

/// For every item.
pub const ALL: Words =
    words("for each {list} ({item}), {x}", "pour chaque occurrence ({item}) de {list}, {x}");
/// For some item.
pub const EXISTS: Words = words(
    "for at least one {list} ({item}), {x}",
    "pour au moins une occurrence ({item}) de {list}, {x}",
);
/// For no item.
pub const NONE: Words =
    words("for no {list} ({item}), {x}", "pour aucune occurrence ({item}) de {list}, {x}");
/// For one item.
pub const EXISTS_ONE: Words = words(
    "for exactly one {list} ({item}), {x}",
    "pour exactement une occurrence ({item}) de {list}, {x}",
);
/// Some items of a list.
pub const FILTER: Words =
    words("[{list} ({item}) for which {x}]", "[{list}, occurrences ({item}) pour lesquelles {x}]");
/// What is made from each item.
pub const MAP: Words =
    words("[{x} of each {list} ({item})]", "[{x} de chaque occurrence ({item}) de {list}]");
/// A list that is written out.
pub const LIST: Words = words("[{x}]", "[{x}]");

/// A number of items.
pub const COUNT: Words = words("the number of {x}", "le nombre d’occurrences de {x}");
/// A number of characters.
pub const LENGTH: Words =
    words("the number of characters of {x}", "le nombre de caractères de {x}");
/// A text and a part of it.
pub const STARTS: Words = words("{x} begins with {y}", "{x} commence par {y}");
/// A text and a part of it.
pub const STARTS_NOT: Words = words("{x} does not begin with {y}", "{x} ne commence pas par {y}");
/// A text and a part of it.
pub const ENDS: Words = words("{x} ends with {y}", "{x} se termine par {y}");
/// A text and a part of it.
pub const ENDS_NOT: Words = words("{x} does not end with {y}", "{x} ne se termine pas par {y}");
/// A text and a part of it.
pub const CONTAINS: Words = words("{x} contains {y}", "{x} contient {y}");
/// A text and a part of it.
pub const CONTAINS_NOT: Words = words("{x} does not contain {y}", "{x} ne contient pas {y}");
/// A text and a pattern.
pub const MATCHES: Words = words("{x} matches the pattern {y}", "{x} correspond au modèle {y}");
/// A text and a pattern.
pub const MATCHES_NOT: Words =
    words("{x} does not match the pattern {y}", "{x} ne correspond pas au modèle {y}");
/// Part of a text.
pub const PART: Words =
    words("characters {from} to {to} of {x}", "les caractères {from} à {to} de {x}");
/// Part of a text.
pub const REST: Words = words(
    "the characters of {x} behind the first {from}",
    "les caractères de {x} après les {from} premiers",
);
/// Part of a text.
pub const BETWEEN: Words = words(
    "the characters of {x} behind the first {from}, up to the one at place {to}",
    "les caractères de {x} après les {from} premiers, jusqu’à celui de rang {to}",
);
/// Letters.
pub const LOWER: Words = words("{x} in small letters", "{x} en minuscules");
/// Letters.
pub const UPPER: Words = words("{x} in capital letters", "{x} en majuscules");
/// A sum.
pub const SUM: Words = words("the sum of {x}", "la somme de {x}");
/// A sum over the items of a list.
pub const SUM_OVER: Words = words(
    "the sum, over each {list} ({item}), of {x}",
    "la somme, pour chaque occurrence ({item}) de {list}, de {x}",
);
/// Without sign.
pub const ABS: Words = words("the absolute value of {x}", "la valeur absolue de {x}");
/// A difference without sign.
pub const APART: Words = words("the difference between {x} and {y}", "l’écart entre {x} et {y}");
/// Rounded.
pub const ROUND: Words = words(
    "{x}, rounded to {n} decimals (half away from zero)",
    "l’arrondi à {n} décimales (demi supérieur en valeur absolue) de {x}",
);
/// A quotient.
pub const QUOTIENT: Words = words("the quotient of {x} by {y}", "le quotient de {x} par {y}");
/// A remainder.
pub const REMAINDER: Words =
    words("the remainder of {x} divided by {y}", "le reste de la division de {x} par {y}");
/// A sum of two.
pub const PLUS: Words = words("({x} plus {y})", "({x} plus {y})");
/// A difference of two.
pub const MINUS: Words = words("({x} minus {y})", "({x} moins {y})");
/// A product of two.
pub const TIMES: Words = words("({x} times {y})", "({x} fois {y})");
/// The other sign.
pub const NEGATIVE: Words = words("minus {x}", "moins {x}");
/// Two texts.
pub const JOINED: Words = words("[{x} and then {y}]", "[{x} puis {y}]");
/// Between two dates.
pub const ELAPSED: Words = words("the time from {y} to {x}", "le temps écoulé de {y} à {x}");

/// A length of time.
pub const DAY: Words = words("{n} day", "{n} jour");
/// A length of time.
pub const DAYS: Words = words("{n} days", "{n} jours");
/// A length of time.
pub const HOUR: Words = words("{n} hour", "{n} heure");
/// A length of time.
pub const HOURS: Words = words("{n} hours", "{n} heures");
/// A length of time.
pub const MINUTE: Words = words("{n} minute", "{n} minute");
/// A length of time.
pub const MINUTES: Words = words("{n} minutes", "{n} minutes");
/// A length of time.
pub const SECOND: Words = words("{n} second", "{n} seconde");
/// A length of time.
pub const SECONDS: Words = words("{n} seconds", "{n} secondes");
/// In the place of the name of a code that a profile does without.
pub const LEFT_OUT: Words = words("not used here", "non utilisé ici");
