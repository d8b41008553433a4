//! Why a choice of the project file about the rules is refused.

use super::{Words, words};

/// There is no such pack.
pub const NO_PACK: Words = words(
    "[rules.packs]: there is no pack `{pack}`; allowed: {all}",
    "[rules.packs] : la famille de règles « {pack} » n’existe pas ; admises : {all}",
);
/// A pack cannot be switched off.
pub const PACK_STAYS: Words = words(
    "[rules.packs]: `{pack}` rests on published sources and cannot be switched off; allow single findings with [[suppress]], with reason and author",
    "[rules.packs] : « {pack} » repose sur des sources publiées et ne peut être désactivée ; admettez des constats isolés par [[suppress]], avec motif et auteur",
);
/// There is no such rule.
pub const NO_RULE: Words = words(
    "[rules.severity]: there is no rule `{rule}`; `gnc rules` lists them",
    "[rules.severity] : la règle « {rule} » n’existe pas ; « gnc rules » les énumère",
);
/// There is no such rule, but one that is called alike.
pub const NO_RULE_MEANT: Words = words(
    "[rules.severity]: there is no rule `{rule}`; did you mean `{word}`?",
    "[rules.severity] : la règle « {rule} » n’existe pas ; vouliez-vous dire « {word} » ?",
);
/// There is no such weight.
pub const NO_WEIGHT: Words = words(
    "[rules.severity]: {rule} cannot weigh `{weight}`; allowed: error, warning, advice",
    "[rules.severity] : {rule} ne peut avoir la gravité « {weight} » ; admises : error, warning, advice",
);
/// A sourced error stays one.
pub const ERROR_STAYS: Words = words(
    "[rules.severity]: {rule} is an error by published sources and cannot weigh less; allow single findings with [[suppress]], with reason and author",
    "[rules.severity] : {rule} est une erreur d’après des sources publiées et sa gravité ne peut être réduite ; admettez des constats isolés par [[suppress]], avec motif et auteur",
);
