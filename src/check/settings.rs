//! What a project chooses of the rules: packs, and what single rules weigh, within limits.

use std::collections::BTreeMap;

use crate::check::{Documents, Own, RULES};
use crate::diag::{Basis, Pack, Severity};
use crate::model::closest;
use crate::words::{Lang, Words, settings as say};

/// What a project chooses of the rules, and the documents that blocks are looked at beside.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The other documents.
    pub documents: Documents,
    /// The project's own rules.
    pub own: Own,
    packs: BTreeMap<Pack, bool>,
    severities: BTreeMap<&'static str, Severity>,
}

/// Why a choice is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    words: Words,
    args: Vec<(&'static str, String)>,
}

impl Refusal {
    fn new(words: Words, args: &[(&'static str, &str)]) -> Self {
        Self { words, args: args.iter().map(|(name, it)| (*name, (*it).to_owned())).collect() }
    }

    /// What is wrong and how to mend it.
    pub fn say(&self, lang: Lang) -> String {
        let args: Vec<(&str, &str)> = self.args.iter().map(|(name, it)| (*name, &**it)).collect();
        self.words.with(lang, &args)
    }
}

impl Settings {
    /// Nothing chosen, and these rules of the project's own.
    pub fn with(own: Own) -> Self {
        Self { own, ..Self::default() }
    }

    /// Switches a pack on or off.
    ///
    /// # Errors
    ///
    /// There is no such pack; or it rests on published sources: those of the block's kind always
    /// run, so only house advice can be switched off.
    pub fn choose(&mut self, pack: &str, on: bool) -> Result<(), Refusal> {
        let Some(found) = Pack::ALL.into_iter().find(|it| it.id() == pack) else {
            let all: Vec<_> = Pack::ALL.iter().map(|it| it.id()).collect();
            let args = [("pack", pack), ("all", &*all.join(", "))];
            return Err(Refusal::new(say::NO_PACK, &args));
        };
        if !on && !matches!(found, Pack::House | Pack::Project) {
            return Err(Refusal::new(say::PACK_STAYS, &[("pack", pack)]));
        }
        self.packs.insert(found, on);
        Ok(())
    }

    /// Gives a rule another weight.
    ///
    /// # Errors
    ///
    /// There is no such rule or weight; or an error that rests on published sources would weigh
    /// less: that needs a reason and a name, for each place.
    pub fn weigh(&mut self, rule: &str, severity: &str) -> Result<(), Refusal> {
        let called = |id: &str, name: &str| id.eq_ignore_ascii_case(rule) || name == rule;
        let all = || RULES.iter().chain(&self.own.rules).copied();
        let found = all().find(|it| called(it.code.id, it.code.name));
        let Some(found) = found.filter(|it| it.code.pack != Pack::Format) else {
            let names = all().flat_map(|it| [it.code.id, it.code.name]);
            return Err(match closest(rule, names) {
                Some(word) => Refusal::new(say::NO_RULE_MEANT, &[("rule", rule), ("word", word)]),
                None => Refusal::new(say::NO_RULE, &[("rule", rule)]),
            });
        };
        let Some(chosen) = Severity::ALL.into_iter().find(|it| it.id() == severity) else {
            return Err(Refusal::new(say::NO_WEIGHT, &[("rule", rule), ("weight", severity)]));
        };
        let sourced = matches!(found.code.basis, Basis::Sourced(_));
        if sourced && found.code.severity == Severity::Error && chosen < Severity::Error {
            return Err(Refusal::new(say::ERROR_STAYS, &[("rule", found.code.id)]));
        }
        self.severities.insert(found.code.id, chosen);
        Ok(())
    }

    /// Whether the rules of a pack run for a block of this kind.
    pub fn has(&self, pack: Pack, kind: &str) -> bool {
        let chosen = self.packs.get(&pack).copied();
        match pack {
            Pack::Format | Pack::GncCore => true,
            Pack::House | Pack::Project => chosen.unwrap_or(true),
            _ => kind == pack.id() || chosen.unwrap_or(false),
        }
    }

    /// What the project lets a rule weigh; `None` when it leaves it as it is.
    pub(crate) fn severity(&self, rule: &str) -> Option<Severity> {
        self.severities.get(rule).copied()
    }
}
