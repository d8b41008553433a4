//! What `gnc diff` says of what differs between two blocks and what it means.

use super::{Words, words};

/// Help of `gnc diff`.
pub const ABOUT: Words = words(
    "Show what differs between two blocks, and whether it is editorial, compatible or breaking",
    "Montrer ce qui diffère entre deux blocs : rédactionnel, compatible ou incompatible",
);
/// Help of the block before.
pub const OLD: Words = words("Block before", "Bloc avant modification");
/// Help of the block after.
pub const NEW: Words = words("Block after", "Bloc après modification");
/// Help of `--format`.
pub const FORMAT: Words = words("human or json", "human ou json");
/// Help of `--fail-on`.
pub const FAIL_ON: Words = words(
    "Class from which changes lead to exit code 1: breaking, compatible or editorial (default: none)",
    "Classe à partir de laquelle les modifications donnent le code de sortie 1 : breaking, compatible ou editorial (par défaut aucune)",
);

/// Something is new.
pub const ADDED: Words = words("added", "ajouté");
/// Something is gone.
pub const REMOVED: Words = words("removed", "supprimé");
/// Something is other than it was.
pub const CHANGED: Words = words("changed", "modifié");
/// An item stands elsewhere in its list.
pub const MOVED: Words = words("moved", "déplacé");

/// A class.
pub const EDITORIAL: Words = words("editorial", "rédactionnel");
/// A class.
pub const COMPATIBLE: Words = words("compatible", "compatible");
/// A class.
pub const BREAKING: Words = words("breaking", "incompatible");

/// Heading of a class.
pub const HEAD_BREAKING: Words = words("Breaking: {n}", "Incompatibles : {n}");
/// Heading of a class.
pub const HEAD_COMPATIBLE: Words = words("Compatible: {n}", "Compatibles : {n}");
/// Heading of a class.
pub const HEAD_EDITORIAL: Words = words("Editorial: {n}", "Rédactionnelles : {n}");
/// Heading of the page.
pub const HEAD: Words = words("{old} → {new}", "{old} → {new}");
/// One change: where, what, why it is of its class.
pub const CHANGE: Words = words("{path}: {kind} ({why})", "{path} : {kind} ({why})");
/// Between the reason of a class and who changes first.
pub const AND_FIRST: Words = words("{why}; {first}", "{why} ; {first}");
/// Nothing differs.
pub const NOTHING: Words = words("Nothing differs.", "Aucune différence.");

/// Who changes first.
pub const RECEIVER_FIRST: Words = words("receivers change first", "les destinataires d’abord");
/// Who changes first.
pub const SENDER_FIRST: Words = words("senders change first", "les émetteurs d’abord");
/// Who changes first.
pub const BOTH_AT_ONCE: Words = words("both sides at once", "les deux côtés en même temps");

/// Why it is editorial.
pub const WORDS: Words = words("words only", "rédaction seulement");
/// Why it is editorial.
pub const ORDER: Words = words("the order says nothing", "l’ordre est sans effet");
/// Why it is editorial.
pub const SAME_EFFECT: Words =
    words("the effect is the same as before", "l’effet est le même qu’avant");
/// Why it is editorial.
pub const BESIDE: Words =
    words("the expression beside it is what holds", "c’est l’expression voisine qui fait foi");
/// Why it is compatible.
pub const TAKEN_UP: Words = words(
    "no message of the old block becomes wrong",
    "aucun message conforme à l’ancien bloc ne devient faux",
);
/// Why it is compatible.
pub const PLACEHOLDER: Words =
    words("a placeholder gives way to a Party", "une Partie fictive cède la place à une Partie");
/// Why it is compatible.
pub const SETTLED: Words =
    words("nothing was agreed here before", "rien n’était convenu auparavant");
/// Why it is compatible.
pub const NEGOTIATED: Words =
    words("it is still being negotiated", "le point est encore en négociation");
/// Why it is compatible.
pub const REOPENED: Words = words(
    "an agreed value is negotiated again",
    "une valeur convenue est de nouveau en négociation",
);
/// Why it is compatible.
pub const WIDER: Words = words("wider than before", "plus large qu’avant");
/// Why it is breaking.
pub const NARROWER: Words = words("narrower than before", "plus étroit qu’avant");
/// Why it is breaking.
pub const OTHER: Words = words("other than before", "autre qu’avant");
/// Why it is compatible.
pub const MORE_OFFERED: Words =
    words("it may be used beside what there was", "utilisable à côté de l’existant");
/// Why it is breaking.
pub const NO_LONGER_OFFERED: Words =
    words("what was used before is refused", "ce qui était utilisé est refusé");
/// Why it is breaking.
pub const MORE_ASKED: Words =
    words("more is asked than before", "l’exigence est plus forte qu’avant");
/// Why it is compatible.
pub const LESS_ASKED: Words =
    words("less is asked than before", "l’exigence est moins forte qu’avant");
/// Why it is compatible.
pub const MORE_ALLOWED: Words =
    words("more is allowed than before", "la limite est plus large qu’avant");
/// Why it is breaking.
pub const LESS_ALLOWED: Words =
    words("less is allowed than before", "la limite est plus stricte qu’avant");
/// Why it is breaking.
pub const MANDATORY_ELEMENT: Words = words(
    "a message without the new mandatory element is refused",
    "un message sans le nouvel élément obligatoire est refusé",
);
/// Why it is compatible.
pub const ELEMENT_ADDED: Words =
    words("the new element may be left out", "le nouvel élément peut être omis");
/// Why it is breaking.
pub const ELEMENT_REMOVED: Words = words(
    "a message that still carries the element is refused",
    "un message qui porte encore l’élément est refusé",
);
/// What a law says.
pub const LAW_EDITORIAL: Words = words("words only", "rédaction seulement");
/// What a law says.
pub const LAW_COMPATIBLE: Words = words("taken up in order", "prise en compte au fur et à mesure");
/// What a law says.
pub const LAW_BREAKING: Words =
    words("any change is breaking", "toute modification est incompatible");
/// What a law says.
pub const LAW_OFFER: Words = words(
    "more is compatible, less is breaking",
    "un ajout est compatible, un retrait incompatible",
);
/// What a law says.
pub const LAW_DUTY: Words = words(
    "more is breaking, less is compatible",
    "un ajout est incompatible, un retrait compatible",
);
/// What a law says.
pub const LAW_LONGER: Words = words(
    "longer is compatible, shorter is breaking",
    "plus long est compatible, plus court incompatible",
);
/// What a law says.
pub const LAW_MORE: Words = words(
    "larger is compatible, smaller is breaking",
    "plus grand est compatible, plus petit incompatible",
);
/// What a law says.
pub const LAW_VERSION: Words = words(
    "breaking when the first number changes, else compatible",
    "incompatible si le premier nombre change, sinon compatible",
);
/// What a law says.
pub const LAW_LOWEST: Words = words(
    "lower is compatible, higher is breaking",
    "plus bas est compatible, plus élevé incompatible",
);
/// What a law says.
pub const LAW_ACCEPTED: Words = words(
    "one more is compatible, one less is breaking, another is breaking",
    "un de plus est compatible, un de moins ou un autre incompatible",
);
/// What a law says.
pub const LAW_MEASURED: Words = words(
    "wider is compatible, narrower is breaking, neither is breaking",
    "plus large est compatible, plus étroit ou autre incompatible",
);
/// What a law says.
pub const LAW_REQUIREMENT: Words = words(
    "towards optional is compatible, towards mandatory or not communicated is breaking",
    "vers le facultatif compatible, vers l’obligatoire ou le non communiqué incompatible",
);
/// What a law says.
pub const LAW_CODES: Words = words(
    "one code more is compatible, one less is breaking, by the codes themselves",
    "un code de plus est compatible, un code de moins incompatible, d’après les codes eux-mêmes",
);
/// What a law says.
pub const LAW_ELEMENTS: Words = words(
    "one more is compatible unless it is mandatory; one less is breaking when a message carried it",
    "un élément de plus est compatible sauf s’il est obligatoire ; un de moins est incompatible si un message le portait",
);
/// What a law says.
pub const LAW_BESIDE: Words = words(
    "editorial beside an expression, which then is what holds; breaking without one",
    "rédactionnel à côté d’une expression, qui fait alors foi ; incompatible sans elle",
);
/// What a law says.
pub const LAW_SEVERITY: Words = words(
    "graver is breaking, milder is compatible",
    "plus grave est incompatible, moins grave compatible",
);
