//! Each entry of a list says what its reader needs to know of it.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-14",
        name: "entry-incomplete",
        title: words(
            "Each entry of a list says what its reader needs to know of it",
            "Chaque élément d’une liste dit ce que son lecteur doit en savoir",
        ),
        message: words("`{name}` does not state: {missing}", "« {name} » n’indique pas : {missing}"),
        why: words(
            "A contact without a Party, a direction without a receiver or a benefit without a statement looks complete in the list and says nothing in the annex.",
            "Un contact sans Partie, un sens d’échange sans destinataire ou un avantage sans énoncé paraît complet dans la liste et ne dit rien dans l’annexe.",
        ),
        help: words(
            "Add {missing} to `{name}`; write `open: {owner: …, due: …}` where the format allows it and the value is not agreed, or take the entry out.",
            "Ajoutez {missing} à « {name} » ; écrivez « open: {owner: …, due: …} » là où le format l’admet et où la valeur n’est pas convenue, ou retirez l’élément.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[(Maturity::Agreed, Severity::Warning)],
    fixes: &[],
    bad: "
business_case:
  benefits:
    - {id: fewer-visits, statement: {en: Fewer visits to the counter., fr: Moins de passages au guichet.}}
",
    good: "
business_case:
  benefits:
    - {id: fewer-visits, stakeholder: trade, statement: {en: Fewer visits to the counter., fr: Moins de passages au guichet.}}
",
    check: Check::Block(check),
};

/// Lists, each with the keys that its entries need. What another rule asks for is not here.
const ENTRIES: &[(&[&str], &[&str])] = &[
    (&["block", "parties"], &["name", "administration", "acts"]),
    (&["block", "history"], &["version", "date", "change"]),
    (&["business_case", "purposes"], &["statement"]),
    (&["business_case", "benefits"], &["stakeholder", "statement"]),
    (&["business_case", "legal_basis"], &["level", "enables"]),
    (&["business_case", "scope", "directions"], &["from", "to"]),
    (&["business_case", "governance", "contacts"], &["party", "role", "reach"]),
    (&["process_alignment", "entities"], &["name", "duty"]),
    (&["process_alignment", "entities", "bodies"], &["party", "name"]),
    (&["process_alignment", "messages"], &["name", "title", "nature", "purpose"]),
    (&["process_alignment", "processes"], &["name"]),
    (&["process_alignment", "processes", "steps"], &["name", "entity", "kind"]),
    (&["process_alignment", "processes", "steps", "outcomes"], &["to"]),
    (&["process_alignment", "lifecycle", "states"], &["name", "meaning"]),
    (&["technical_interoperability", "architecture", "ends"], &["name"]),
    (&["technical_interoperability", "service_interface", "errors"], &["meaning", "category"]),
    (&["technical_interoperability", "testing", "phases"], &["description"]),
    (&["technical_interoperability", "monitoring", "indicators"], &["name"]),
    (&["glossary"], &["definition"]),
];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(whole) = Section::whole(block) else { return };
    for (path, keys) in ENTRIES {
        below(whole, path, keys, findings);
    }
}

/// Looks at every entry that this way leads to.
fn below(section: Section, path: &[&str], keys: &[&str], findings: &mut Findings) {
    let Some((first, rest)) = path.split_first() else {
        if let Some(missing) = section.lacks(keys) {
            let name = if section.name().is_empty() { "–" } else { section.name() };
            findings.add(RULE.at(section.span).arg("name", name).arg("missing", missing));
        }
        return;
    };
    match section.below(first) {
        Some(part) => below(part, rest, keys, findings),
        None => section.items(first).into_iter().for_each(|it| below(it, rest, keys, findings)),
    }
}
