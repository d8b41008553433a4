//! What pictures of processes say besides the words of the block.

use super::{Words, words};

/// What a picture shows, for those who do not see it.
pub const SHOWS: Words = words(
    "Process diagram with {pools} pools and {lanes} lanes. Steps in order: {steps}.",
    "Diagramme de processus à {pools} bassins et {lanes} couloirs. Étapes dans l’ordre : {steps}.",
);
/// Who does a step, in such a description.
pub const STEP: Words = words("{step} ({lane})", "{step} ({lane})");
/// What a picture of states shows, for those who do not see it.
pub const SHOWS_STATES: Words = words(
    "State diagram with {states} states. Transitions: {transitions}.",
    "Diagramme d’états à {states} états. Transitions : {transitions}.",
);
/// Title of the picture of an exchange.
pub const EXCHANGE: Words = words("Messages between the sides", "Messages entre les deux côtés");
/// What the picture of an exchange shows, for those who hear it.
pub const SHOWS_EXCHANGE: Words = words(
    "Two sides and the messages between them: {ways}.",
    "Deux côtés et les messages échangés : {ways}.",
);
/// A message on its way, in such a description.
pub const WAY: Words =
    words("{message}, from {from} to {to}", "{message}, de « {from} » à « {to} »");
/// A message that goes both ways, in such a description.
pub const WAY_BOTH: Words = words(
    "{message}, from {from} to {to} and back",
    "{message}, de « {from} » à « {to} » et retour",
);
/// A transition, in such a description.
pub const TRANSITION: Words =
    words("from {from} to {to}, when {trigger}", "de « {from} » à « {to} » : {trigger}");
/// The same, where nothing is said of what brings it about.
pub const PLAIN_TRANSITION: Words = words("from {from} to {to}", "de « {from} » à « {to} »");
/// The mark of what is not settled.
pub const DRAFT: Words = words("DRAFT", "PROJET");
/// Above each part of a picture that is cut into several.
pub const PART: Words = words("{title} – part {n} of {of}", "{title} – partie {n} sur {of}");
/// What a numbered transition is.
pub const ENTRY: Words = words("{from} → {to}: {trigger}", "{from} → {to} : {trigger}");
/// The same, where nothing is said of what brings it about.
pub const PLAIN_ENTRY: Words = words("{from} → {to}", "{from} → {to}");
