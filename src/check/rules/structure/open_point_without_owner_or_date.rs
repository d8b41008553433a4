//! An open point has an owner and a date, and an agreed block has none.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::{PointState, Resolved};
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-07",
        name: "open-point-unattended",
        title: words("Each open point has an owner and a date, and an agreed block has no open point", "Chaque point ouvert a un responsable et une échéance, et un bloc convenu n’en a plus"),
        message: words("`{key}`: {fault}", "« {key} » : {fault}"),
        why: words("A gap that nobody owns stays a gap; a gap in a text declared agreed is discovered in operation.", "Une lacune sans responsable demeure ; dans un texte déclaré convenu, elle se découvre en exploitation."),
        help: words("{help}", "{help}"),
        severity: Severity::Error,
        basis: Basis::Sourced(&["S2"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[],
    bad: "
block: {status: negotiation}
business_case:
  legal_effect:
    paper_waiver: {open: {owner: EXB, note: {en: After the law is passed., fr: Après l’adoption de la loi.}}}
",
    good: "
block: {status: negotiation}
business_case:
  legal_effect:
    paper_waiver: {open: {owner: EXB, due: 2026-11-30}}
  data_protection:
    breach_notice: {proposals: {EXA: PT24H, EXB: PT72H}}
",
    check: Check::Block(check),
};

const NO_OWNER: Words =
    words("nobody owes this open point", "personne ne répond de ce point ouvert");
const NO_DATE: Words = words("this open point has no date", "ce point ouvert n’a pas d’échéance");
const STILL_OPEN: Words = words(
    "nothing is agreed here, though the block is declared agreed",
    "rien n’est convenu ici, alors que le bloc est déclaré convenu",
);
const NAME_ONE: Words = words(
    "Write `owner:` with the Party that owes the answer and, from negotiation on, `due:` with the day.",
    "Écrivez « owner: » avec la Partie qui doit la réponse et, dès la négociation, « due: » avec la date.",
);
const AGREE: Words = words(
    "Write the agreed value in place of `open` or `proposals`, or set the status back to `negotiation`.",
    "Écrivez la valeur convenue à la place de « open » ou « proposals », ou ramenez le statut à « negotiation ».",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let (maturity, hypothetical) = (block.maturity(), block.is_hypothetical());
    for point in &block.points {
        let (owner, due) = match &point.state {
            PointState::Open { owner, due, .. } => (owner.is_some(), due.is_some()),
            PointState::Proposals(_) => (true, true),
        };
        let (fault, help) = match (owner, due) {
            _ if maturity >= Maturity::Agreed && !hypothetical => (STILL_OPEN, AGREE),
            (false, _) => (NO_OWNER, NAME_ONE),
            (_, false) if maturity >= Maturity::Negotiation && !hypothetical => (NO_DATE, NAME_ONE),
            _ => continue,
        };
        let finding = RULE.at(point.span).arg("key", point.key);
        findings.add(finding.arg_words("fault", fault).arg_words("help", help));
    }
}
