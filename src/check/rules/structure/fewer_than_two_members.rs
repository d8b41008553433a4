//! Two Members at least are Parties, unless the block is hypothetical.

use std::collections::BTreeSet;

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Node;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-05",
        name: "fewer-than-two-members",
        title: words(
            "At least two Members are Parties, unless the block is hypothetical",
            "Au moins deux Membres sont Parties, sauf si le bloc est hypothétique",
        ),
        message: words(
            "{count} Member is named as Party, but an exchange takes two",
            "{count} Membre est désigné comme Partie, alors qu’un échange en suppose deux",
        ),
        why: words(
            "Partners have to know with whom data is exchanged; one country under two names is still one.",
            "Les partenaires doivent savoir avec qui les données sont échangées ; un pays sous deux noms n’en fait qu’un.",
        ),
        help: words(
            "Name each Party with its own `country` (ISO 3166-1) or customs union, or write `hypothetical: true` for a guiding template with placeholder Parties.",
            "Désignez chaque Partie avec son propre « country » (ISO 3166-1) ou son union douanière, ou écrivez « hypothetical: true » pour un modèle à Parties fictives.",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S0", "S1"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Concept,
    early: &[],
    fixes: &[],
    bad: "
block: {parties: [{id: EXB, country: XA}]}
",
    good: "
block: {parties: [{id: EXB, country: XC}]}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(control) = Section::find(block, "block").filter(|_| !block.is_hypothetical()) else {
        return;
    };
    let mut members = BTreeSet::new();
    for party in control.items("parties") {
        let text = |key| party.node.get(key).and_then(Node::text);
        if text("placeholder") != Some("true") {
            members.insert(text("country").unwrap_or_else(|| party.name()));
        }
    }
    if members.len() < 2 {
        let place = control.node.entry("parties").map_or(control.span, |entry| entry.key.span);
        findings.add(RULE.at(place).arg("count", members.len()));
    }
}
