//! What is said of what may stand in many places of a block, and around the explanations of its
//! parts.

use super::{Words, words};

/// Something that may stand in many places.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// What it is asked for by: the key.
    pub key: &'static str,
    /// What it is.
    pub what: Words,
    /// Why it matters.
    pub why: Words,
    /// How to write it.
    pub how: Words,
    /// A part of a block that has it.
    pub example: &'static str,
}

/// What may stand in many places.
pub const TOPICS: &[Topic] = &[
    Topic {
        key: "open",
        what: words(
            "In the place of a value that is negotiated: somebody owes an answer.",
            "À la place d’une valeur à négocier : quelqu’un doit une réponse.",
        ),
        why: words(
            "A point that nobody owes is never answered. The annex prints it in brackets; `gnc status` lists it with its owner and day.",
            "Un point dont nul n’est redevable ne reçoit jamais de réponse. L’annexe l’imprime entre crochets ; `gnc status` l’énumère avec son redevable et son échéance.",
        ),
        how: words(
            "Name the Party (`owner`), the day (`due`) and what the answer waits for (`note`). To settle the point, put the value itself in its place.",
            "Indiquez la Partie (`owner`), le jour (`due`) et ce qu’attend la réponse (`note`). Pour régler le point, mettez la valeur elle-même à sa place.",
        ),
        example: "business_case:
  legal_effect:
    paper_waiver:
      open:
        owner: BOR
        due: 2027-02-01
        note: {en: Depends on the parallel run., fr: Dépend de l’exploitation parallèle.}
",
    },
    Topic {
        key: "proposals",
        what: words(
            "In the place of a value that is negotiated: what each Party proposes.",
            "À la place d’une valeur à négocier : ce que propose chaque Partie.",
        ),
        why: words(
            "The annex prints both positions side by side in brackets, so that delegations see at once where they differ.",
            "L’annexe imprime les deux positions côte à côte entre crochets : les délégations voient aussitôt où elles divergent.",
        ),
        how: words(
            "One value for each Party. When they agree, put the value itself in its place.",
            "Une valeur par Partie. En cas d’accord, mettez la valeur elle-même à sa place.",
        ),
        example: "technical_interoperability:
  communication:
    acknowledgement_timeout:
      proposals: {ADJ: PT30S, BOR: PT5M}
",
    },
    Topic {
        key: "omit",
        what: words(
            "In a profile: leaves an item of the framework out.",
            "Dans un profil : écarte un élément du cadre.",
        ),
        why: words(
            "What an annex leaves out of its framework is shown as a difference, and whoever compares two annexes sees it.",
            "Ce qu’une annexe écarte de son cadre apparaît comme une différence, visible pour qui compare deux annexes.",
        ),
        how: words(
            "The name of the item, and `omit: true`.",
            "Le nom de l’élément, et `omit: true`.",
        ),
        example: "business_case:
  legal_basis:
    - {id: national-exp, omit: true}
",
    },
];

/// Label of where a part stands.
pub const PLACE: Words = words("place", "emplacement");
/// Label of the status from which a part is asked for.
pub const ASKED: Words = words("asked for", "demandé");
/// From which status, by which rule.
pub const ASKED_FROM: Words =
    words("from status “{status}” (rule {rule})", "à partir du statut « {status} » (règle {rule})");
/// The same, for one kind of block.
pub const ASKED_FROM_OF_KIND: Words = words(
    "from status “{status}” in blocks of kind `{kind}` (rule {rule})",
    "à partir du statut « {status} » dans les blocs de type `{kind}` (règle {rule})",
);
/// It has to be written wherever the part above it is.
pub const REQUIRED: Words = words("always", "toujours");
/// Keys below it are asked for.
pub const ASKED_BELOW: Words = words(
    "keys of it, from status “{status}” on",
    "certaines de ses clés, à partir du statut « {status} »",
);
/// Label of how a part is written.
pub const HOW: Words = words("how to write it", "comment l’écrire");
/// Label of the form of a value.
pub const FORM: Words = words("form", "forme");
/// A text.
pub const A_TEXT: Words = words(
    "text: one string, or one for each language (`{en: …, fr: …}`)",
    "texte : une chaîne, ou une par langue (`{en: …, fr: …}`)",
);
/// A string of a form, with an example.
pub const AS: Words = words("{what}, as `{example}`", "{what}, par exemple `{example}`");
/// One of some words.
pub const ONE_OF: Words = words("one of {words}", "un mot parmi {words}");
/// A mapping.
pub const A_MAPPING: Words = words("the keys below", "les clés ci-dessous");
/// A list.
pub const A_LIST: Words = words("a list; each item: {item}", "une liste ; chaque élément : {item}");
/// A value that may be negotiated.
pub const OR_OPEN: Words = words(
    "{value}; or, while it is negotiated, `open` or `proposals`",
    "{value} ; ou, tant que le point est négocié, `open` ou `proposals`",
);
/// A value that may differ by name.
pub const OR_BY_NAME: Words =
    words("{value}; or one for each message", "{value} ; ou une pour chaque message");
/// Heading of the keys.
pub const KEYS: Words = words("Keys", "Clés");
/// Heading of the example.
pub const EXAMPLE: Words = words("Example", "Exemple");
/// A part is too large for one example.
pub const ONE_BY_ONE: Words = words(
    "Each of these keys has an explanation and an example of its own.",
    "Chacune de ces clés a sa propre explication et son exemple.",
);
/// Where else the same key stands.
pub const ALSO: Words = words("The same key also stands in:", "La même clé figure aussi dans :");
/// A key stands in several places.
pub const SEVERAL: Words = words(
    "`{key}` stands in several places; ask for one of them:",
    "`{key}` figure à plusieurs endroits ; demandez l’un d’eux :",
);
/// Component of a number.
pub const COMPONENT: Words = words("component {n}: {title}", "composante {n} : {title}");
/// Heading of the list of everything that can be explained.
pub const LIST: Words = words(
    "What `gnc explain` explains: the parts of a block, their keys, and rules.",
    "Ce que `gnc explain` explique : les parties d’un bloc, leurs clés, et les règles.",
);
/// How to ask.
pub const LIST_HOW: Words = words(
    "Ask by key (`gnc explain legal_basis`), by path (`gnc explain legal_basis.level`, also as reports have it, with names in brackets) or by rule (`gnc explain LEG-05`; `gnc rules` lists them).",
    "Demandez par clé (`gnc explain legal_basis`), par chemin (`gnc explain legal_basis.level`, aussi tel que le donnent les rapports, avec des noms entre crochets) ou par règle (`gnc explain LEG-05` ; `gnc rules` les énumère).",
);
/// Heading of what may stand in many places.
pub const EVERYWHERE: Words = words("In many places", "En maints endroits");
/// There is nothing of this name.
pub const UNKNOWN: Words = words(
    "there is no rule, part or key called `{name}`; `gnc explain` lists the parts, `gnc rules` the rules",
    "aucune règle, partie ni clé ne s’appelle « {name} » ; « gnc explain » énumère les parties, « gnc rules » les règles",
);
/// Rules and parts cannot be printed as one JSON object.
pub const NOT_TOGETHER: Words = words(
    "--format json: ask for rules or for parts of a block, not for both at once",
    "--format json : demandez des règles ou des parties d’un bloc, pas les deux à la fois",
);
