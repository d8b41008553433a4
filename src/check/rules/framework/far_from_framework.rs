//! A profile stays near its framework.

use crate::check::rules::framework::is_same;
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-10",
        name: "far-from-framework",
        title: words(
            "No more than a quarter of a profile differs from its framework",
            "Un profil ne s’écarte pas de son cadre pour plus d’un quart",
        ),
        message: words(
            "{count} of {total} {kind} differ from the framework ({share} %)",
            "{kind} : {count} sur {total} diffèrent du cadre ({share} %)",
        ),
        why: words(
            "Every difference is built, tested and maintained once more for each partner. The more there are, the nearer the links come to the bowl of spaghetti that a framework is to prevent.",
            "Chaque différence est construite, testée et maintenue de nouveau pour chaque partenaire. Plus elles sont nombreuses, plus les liaisons ressemblent au plat de spaghettis qu’un cadre doit éviter.",
        ),
        help: words(
            "Look for differences that can go, or propose them to the framework. Points that the framework leaves open do not count.",
            "Cherchez les différences qui peuvent disparaître, ou proposez-les pour le cadre. Les points que le cadre laisse ouverts ne comptent pas.",
        ),
        severity: Severity::Advice,
        basis: Basis::Sourced(&["S0"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
block: {extends: exa.framework@1.0.0}
process_alignment:
  business_rules:
    - {id: BR-01, tolerance: {en: Blanks are ignored., fr: Les blancs sont ignorés.}}
    - {id: BR-02, tolerance: {en: None., fr: Aucune.}}
",
    good: "
block: {extends: exa.framework@1.0.0}
process_alignment:
  business_rules:
    - {id: BR-02, tolerance: {en: None., fr: Aucune.}}
",
    check: Check::Block(check),
};

const PARTS: [(&str, &str, Words); 3] = [
    ("process_alignment", "messages", words("messages", "messages")),
    ("process_alignment", "business_rules", words("business rules", "règles de gestion")),
    ("process_alignment.data_cluster", "elements", words("data elements", "éléments de données")),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(framework) = &block.framework else { return };
    for (part, list, kind) in PARTS {
        let items = |of| {
            let found = Section::find(of, part).map(|it| it.items(list));
            let found = found.unwrap_or_default();
            found.into_iter().map(|it| (it.name(), it.node)).collect::<BTreeMap<_, _>>()
        };
        let (theirs, ours) = (items(framework.as_ref()), items(block));
        let names: BTreeSet<&str> = theirs.keys().chain(ours.keys()).copied().collect();
        let differs = |name: &&&str| match (theirs.get(**name), ours.get(**name)) {
            (Some(their), Some(own)) => !is_same(their, own),
            _ => true,
        };
        let count = names.iter().filter(differs).count();
        if count * 4 > names.len() {
            let control = block.block.block.as_ref().and_then(|it| it.extends.as_ref());
            let place = control.map_or(block.place(), |it| it.span);
            let finding = RULE.at(place).arg_words("kind", kind).arg("count", count);
            let share = count * 100 / names.len().max(1);
            findings.add(finding.arg("total", names.len()).arg("share", share));
        }
    }
}
