//! What the receiver does with a repeated message.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-05",
        name: "duplicates-unregulated",
        title: words("It is stated what happens to a message that arrives a second time", "Il est indiqué ce qu’il advient d’un message reçu une seconde fois"),
        message: words("it is not stated what happens to a message that arrives a second time", "il n’est pas indiqué ce qu’il advient d’un message reçu une seconde fois"),
        why: words("Senders repeat messages when a receipt is lost; a repetition must not write off a quantity twice.", "L’émetteur répète ses messages quand un accusé se perd ; une répétition ne doit pas imputer deux fois une quantité."),
        help: words("Write `communication.duplicates`: the same identifier and content is acknowledged again without further effect; the same identifier with other content is refused.", "Rédigez « communication.duplicates » : même identifiant et même contenu, nouvel accusé sans autre effet ; même identifiant et autre contenu, refus."),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
technical_interoperability: {communication: {duplicates: }}
",
    good: "
technical_interoperability: {communication: {duplicates: {en: No second effect., fr: Pas de second effet.}}}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let section = Section::find(block, "technical_interoperability.communication");
    if let Some(section) = section.filter(|it| !it.says("duplicates")) {
        findings.add(RULE.at(section.span));
    }
}
