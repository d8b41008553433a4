//! What may be wrong with a message.

use crate::diag::Code;
use crate::words::{Words, words};

/// Every code of messages.
pub static CODES: &[&Code] = &[
    &UNREADABLE,
    &REFUSED,
    &NOT_OF_BLOCK,
    &UNKNOWN,
    &OUT_OF_ORDER,
    &MISSING,
    &TOO_MANY,
    &WRONG_KIND,
    &WRONG_FORMAT,
    &WRONG_CODE,
    &COMPANION_MISSING,
    &COMPANION_WRONG,
    &TOO_MUCH_WRONG,
    &OTHER_NAME,
    &CONDITION_UNMET,
    &RULE_BROKEN,
    &NOT_DECIDED,
    &ATTRIBUTE_WRONG,
];

const WHY_SCHEMA: Words = words(
    "The receiving gateway refuses a message that does not conform to the agreed data cluster.",
    "La passerelle destinataire refuse un message non conforme au groupe de données convenu.",
);

pub(super) static UNREADABLE: Code = Code::format(
    "MSG-01",
    "message-unreadable",
    words("the message cannot be read here: {fault}", "le message ne peut être lu ici : {fault}"),
    words(
        "A message that is not well formed cannot be understood by anybody.",
        "Un message mal formé ne peut être compris de personne.",
    ),
    words(
        "Mend the place shown, or make the message with software that writes XML or JSON.",
        "Corrigez l’endroit indiqué, ou produisez le message avec un logiciel qui écrit du XML ou du JSON.",
    ),
);

pub(super) static REFUSED: Code = Code::format(
    "MSG-02",
    "message-refused",
    words("the message is not read: {fault}", "le message n’est pas lu : {fault}"),
    words(
        "What arrives from outside is bounded, so that no message can stop a gateway.",
        "Ce qui vient de l’extérieur est borné, afin qu’aucun message ne puisse arrêter une passerelle.",
    ),
    words(
        "Send a message without it; messages of this block need none.",
        "Envoyez un message qui en est dépourvu ; les messages de ce bloc n’en ont pas besoin.",
    ),
);

pub(super) static NOT_OF_BLOCK: Code = Code::format(
    "MSG-03",
    "not-a-message-of-the-block",
    words(
        "`{found}` begins no message of this block",
        "« {found} » ne débute aucun message de ce bloc",
    ),
    words(
        "Names and namespaces say to which agreement, message and version the data belongs.",
        "Noms et espaces de noms indiquent l’accord, le message et la version dont relèvent les données.",
    ),
    words("Expected: {expected}.", "Attendu : {expected}."),
);

pub(super) static UNKNOWN: Code = Code::format(
    "MSG-04",
    "unknown-element",
    words("`{name}` has no place in {path}", "« {name} » n’a pas sa place dans {path}"),
    WHY_SCHEMA,
    words(
        "Remove it, or correct its name; {path} may hold: {known}.",
        "Supprimez-le ou corrigez son nom ; {path} admet : {known}.",
    ),
);

pub(super) static OUT_OF_ORDER: Code = Code::format(
    "MSG-05",
    "element-out-of-order",
    words("`{name}` stands too late in {path}", "« {name} » vient trop tard dans {path}"),
    words(
        "In XML the elements of a class have one order.",
        "En XML, les éléments d’une classe ont un ordre unique.",
    ),
    words("Put it before `{before}`.", "Placez-le avant « {before} »."),
);

pub(super) static MISSING: Code = Code::format(
    "MSG-06",
    "element-missing",
    words(
        "{path} lacks `{name}`: {count} of at least {min}",
        "il manque « {name} » dans {path} : {count} sur au moins {min}",
    ),
    WHY_SCHEMA,
    words("Add it.", "Ajoutez-le."),
);

pub(super) static TOO_MANY: Code = Code::format(
    "MSG-07",
    "element-too-often",
    words(
        "{path} holds `{name}` more than {max} times",
        "{path} comporte « {name} » plus de {max} fois",
    ),
    WHY_SCHEMA,
    words("Leave out what is too much.", "Supprimez ce qui est en trop."),
);

pub(super) static WRONG_KIND: Code = Code::format(
    "MSG-08",
    "message-value-of-another-kind",
    words("{path} is {found}, not {expected}", "{path} est {found}, non {expected}"),
    WHY_SCHEMA,
    words("Write {expected}.", "Écrivez {expected}."),
);

pub(super) static WRONG_FORMAT: Code = Code::format(
    "MSG-09",
    "value-not-of-the-format",
    words("`{value}` in {path} is not {expected}", "« {value} » dans {path} n’est pas {expected}"),
    WHY_SCHEMA,
    words("The format is {format}.", "Le format est {format}."),
);

pub(super) static WRONG_CODE: Code = Code::format(
    "MSG-10",
    "code-not-in-the-list",
    words(
        "`{value}` in {path} is not a code of {list}",
        "« {value} » dans {path} n’est pas un code de {list}",
    ),
    words(
        "A receiver cannot know what a code means that is not in the agreed list.",
        "Un destinataire ne peut savoir ce que signifie un code absent de la liste convenue.",
    ),
    words("Use one of: {known}.", "Employez l’un des codes : {known}."),
);

pub(super) static COMPANION_MISSING: Code = Code::format(
    "MSG-11",
    "unit-or-currency-missing",
    words("{path} lacks `{name}`", "il manque « {name} » à {path}"),
    words(
        "A value without its currency, unit, date format or media type can be read in several ways.",
        "Une valeur sans monnaie, unité, format de date ou type de média peut se lire de plusieurs façons.",
    ),
    words("Add it.", "Ajoutez-le."),
);

pub(super) static COMPANION_WRONG: Code = Code::format(
    "MSG-12",
    "unit-or-currency-wrong",
    words(
        "`{value}` is not a value of `{name}` in {path}",
        "« {value} » n’est pas une valeur de « {name} » dans {path}",
    ),
    WHY_SCHEMA,
    words("Use one of: {known}.", "Employez l’une des valeurs : {known}."),
);

pub(super) static TOO_MUCH_WRONG: Code = Code::format(
    "MSG-13",
    "too-much-wrong",
    words(
        "reading stops here: {n} faults were found before",
        "la lecture s’arrête ici : {n} défauts ont été constatés auparavant",
    ),
    words(
        "A message with so many faults was made for another data cluster.",
        "Un message comportant autant de défauts a été établi pour un autre groupe de données.",
    ),
    words(
        "Mend the first ones and judge it again.",
        "Corrigez les premiers, puis vérifiez de nouveau.",
    ),
);

pub(super) static OTHER_NAME: Code = Code {
    severity: crate::diag::Severity::Warning,
    ..Code::format(
        "MSG-14",
        "wrapper-names-another-message",
        words(
            "the wrapper says `{value}`, but the document is that of {name}",
            "l’enveloppe indique « {value} », mais le document est celui de {name}",
        ),
        words(
            "XML Schema cannot compare the two, JSON Schema can: in JSON this message would be refused.",
            "XML Schema ne peut comparer les deux, JSON Schema le peut : en JSON, ce message serait refusé.",
        ),
        words("Write `{name}` in the wrapper.", "Indiquez « {name} » dans l’enveloppe."),
    )
};

pub(super) static CONDITION_UNMET: Code = Code::format(
    "MSG-15",
    "conditional-element-missing",
    words(
        "{path} lacks `{name}`, which is required here: {statement}",
        "il manque « {name} » dans {path}, où il est requis : {statement}",
    ),
    words(
        "A conditional element is mandatory wherever its condition holds.",
        "Un élément conditionnel est obligatoire dès lors que sa condition est remplie.",
    ),
    words(
        "Add it, or correct what makes it necessary: {written}.",
        "Ajoutez-le, ou corrigez ce qui le rend nécessaire : {written}.",
    ),
);

/// A business rule does not hold.
pub static RULE_BROKEN: Code = Code::format(
    "MSG-16",
    "business-rule-broken",
    words(
        "{path}: {rule} does not hold: {statement}",
        "{path} : {rule} n’est pas respectée : {statement}",
    ),
    words(
        "The Parties agreed on the rule; the receiver answers a message that breaks it with the error code {code}.",
        "Les Parties sont convenues de cette règle ; le destinataire répond par le code d’erreur {code} à un message qui l’enfreint.",
    ),
    words(
        "Correct the message so that this holds: {part}. What the receiver does: {action}",
        "Corrigez le message afin que ceci soit vrai : {part}. Suite donnée par le destinataire : {action}",
    ),
);

pub(super) static NOT_DECIDED: Code = Code::format(
    "MSG-17",
    "constraint-not-decided",
    words("{rule} cannot be judged: {fault}", "{rule} ne peut être vérifiée : {fault}"),
    words(
        "Whoever relies on the rule has to examine it by hand.",
        "Quiconque s’appuie sur la règle doit la contrôler lui-même.",
    ),
    words(
        "Give comparable values: numbers of at most 37 digits, units of one kind, fewer elements.",
        "Indiquez des valeurs comparables : nombres d’au plus 37 chiffres, unités de même nature, éléments moins nombreux.",
    ),
);

pub(super) static ATTRIBUTE_WRONG: Code = Code::format(
    "MSG-18",
    "attribute-wrong",
    words(
        "`{value}` does not fit the attribute `{name}` of {path}: it has to be {expected}",
        "« {value} » ne convient pas à l’attribut « {name} » de {path} : il faut {expected}",
    ),
    WHY_SCHEMA,
    words("Correct the attribute, or leave it out.", "Corrigez l’attribut, ou omettez-le."),
);

/// What a value has to be.
pub(super) const GIVEN_KIND: Words =
    words("a value of the type {asked} of XML Schema", "une valeur du type {asked} de XML Schema");
/// What a value has to be.
pub(super) const GIVEN_LENGTH: Words =
    words("exactly {asked} characters", "exactement {asked} caractères");
/// What a value has to be.
pub(super) const GIVEN_LEAST: Words =
    words("at least {asked} characters", "au moins {asked} caractères");
/// What a value has to be.
pub(super) const GIVEN_MOST: Words =
    words("at most {asked} characters", "au plus {asked} caractères");
/// What a value has to be.
pub(super) const GIVEN_DIGITS: Words =
    words("a number of at most {asked} digits", "un nombre d’au plus {asked} chiffres");
/// What a value has to be.
pub(super) const GIVEN_DECIMALS: Words =
    words("a number of at most {asked} decimals", "un nombre d’au plus {asked} décimales");
/// What a value has to be.
pub(super) const GIVEN_BOUND: Words =
    words("a number within its bound ({asked})", "un nombre dans ses limites ({asked})");
/// What a value has to be.
pub(super) const GIVEN_PATTERN: Words = words(
    "a value that keeps the pattern {asked} of the schema",
    "une valeur conforme au motif {asked} du schéma",
);
/// What a value has to be.
pub(super) const GIVEN_ONE_OF: Words = words("one of: {asked}", "l’une de ces valeurs : {asked}");
/// Why a message is refused.
pub(super) const XML_ONLY: Words = words(
    "the messages of this block keep an XML Schema that exists already, which says nothing of JSON",
    "les messages de ce bloc suivent un schéma XML existant, qui ne dit rien de JSON",
);

/// What the receiver does, where the block does not say.
pub(super) const NO_ACTION: Words = words("not stated.", "non indiquée.");

/// Why a message is refused.
pub(super) const TOO_LARGE: Words =
    words("it is larger than {limit} bytes", "il dépasse {limit} octets");
/// Why a message is refused.
pub(super) const NOT_UTF8: Words = words(
    "it is not UTF-8 but looks like {encoding} (first at byte {at})",
    "il n’est pas en UTF-8 ; il semble que ce soit {encoding} (premier écart à l’octet {at})",
);
/// Why a message is refused.
pub(super) const ENCODING: Words = words(
    "it declares the encoding {found}; messages are UTF-8",
    "il déclare l’encodage {found} ; les messages sont en UTF-8",
);
/// Why a message is refused.
pub(super) const DOCTYPE: Words =
    words("it has a document type declaration", "il comporte une déclaration de type de document");
/// Why a message is refused.
pub(super) const ENTITY: Words =
    words("it uses the entity `&{found};`", "il emploie l’entité « &{found}; »");
/// Why a message is refused.
pub(super) const TOO_DEEP: Words = words(
    "more than {limit} elements stand in each other",
    "plus de {limit} éléments sont imbriqués",
);
/// Why a message is refused.
pub(super) const TWICE: Words =
    words("the property `{found}` stands twice", "la propriété « {found} » figure deux fois");

/// A kind of value.
pub(super) const AN_OBJECT: Words = words("an object", "un objet");
/// A kind of value.
pub(super) const AN_ARRAY: Words = words("a list", "une liste");
/// A kind of value.
pub(super) const A_STRING: Words = words("a text in quotes", "un texte entre guillemets");
/// A kind of value.
pub(super) const AN_INTEGER: Words = words("a whole number", "un nombre entier");
/// A kind of value.
pub(super) const A_NUMBER: Words = words("a number", "un nombre");
/// A kind of value.
pub(super) const A_BOOLEAN: Words = words("true or false", "true ou false");
/// A kind of value.
pub(super) const A_NULL: Words = words("null", "null");
/// A kind of value.
pub(super) const A_TEXT: Words = words("a text without elements in it", "un texte sans élément");
/// A kind of value.
pub(super) const ELEMENTS: Words =
    words("elements without text between them", "des éléments sans texte entre eux");
/// A kind of value.
pub(super) const NO_ATTRIBUTE: Words =
    words("an element without this attribute", "un élément sans cet attribut");
/// A kind of value.
pub(super) const AN_ATTRIBUTE: Words = words("the attribute `{name}`", "l’attribut « {name} »");
/// A list that is not empty.
pub(super) const AN_EMPTY_LIST: Words = words("an empty list", "une liste vide");
/// A list that is not empty.
pub(super) const A_FULL_LIST: Words = words("a list with something in it", "une liste non vide");

/// What a value has to be.
pub(super) const LETTERS: Words = words("{length} letters", "{length} lettres");
/// What a value has to be.
pub(super) const DIGITS: Words = words("{length} digits", "{length} chiffres");
/// What a value has to be.
pub(super) const CHARACTERS: Words = words("{length} characters", "{length} caractères");
/// What a value has to be.
pub(super) const DECIMAL: Words = words(
    "a number of at most {length} digits, {fraction} of them decimals, without sign and leading zeros",
    "un nombre d’au plus {length} chiffres, dont {fraction} décimales, sans signe ni zéros de tête",
);
/// What a value has to be.
pub(super) const DATE: Words = words(
    "a day or a moment of the calendar, as 20260312 or 20260312093000Z",
    "un jour ou un moment du calendrier, comme 20260312 ou 20260312093000Z",
);
/// What a value has to be.
pub(super) const BASE64: Words = words("Base64", "du Base64");
/// What a value has to be.
pub(super) const ONLY: Words =
    words("`{only}`, the only value in this message", "« {only} », seule valeur dans ce message");
/// Between the least and the greatest length.
pub(super) const AT_LEAST: Words = words("at least {min}", "au moins {min}");
/// Between the least and the greatest length.
pub(super) const BETWEEN: Words = words("{min} to {max}", "{min} à {max}");

/// How a text is not XML or JSON.
pub(super) const NOT_XML: Words =
    words("it is not well-formed XML", "ce n’est pas du XML bien formé");
/// How a text is not XML or JSON.
pub(super) const NOT_JSON: Words = words("it is not JSON", "ce n’est pas du JSON");
/// How a text is not XML or JSON.
pub(super) const ENDS_EARLY: Words = words("it ends too early", "il se termine trop tôt");
/// How a text is not XML or JSON.
pub(super) const GOES_ON: Words =
    words("something stands behind the end of the message", "quelque chose suit la fin du message");
/// How a text is not XML or JSON.
pub(super) const BAD_NUMBER: Words = words("this is no number", "ce n’est pas un nombre");
/// How a text is not XML or JSON.
pub(super) const BAD_ESCAPE: Words =
    words("this escape means nothing", "cette séquence d’échappement ne signifie rien");
/// How a text is not XML or JSON.
pub(super) const MISMATCHED: Words = words(
    "an end tag does not fit its start tag",
    "une balise fermante ne correspond pas à l’ouvrante",
);
