//! A verification begins, runs and ends by known terms.

use crate::check::mends::{OPEN_POINT, open_below};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-23",
        name: "verification-incomplete",
        title: words(
            "Verification has grounds, time limits, an interim measure and a closing",
            "Le contrôle a des motifs, des délais, une mesure provisoire et une clôture",
        ),
        message: words(
            "the verification does not state: {missing}",
            "le contrôle n’indique pas : {missing}",
        ),
        why: words(
            "While origin is in doubt, the importer’s duty is secured and the goods may be held. Without time limits and a closing, a doubt lasts as long as an office leaves it on the pile.",
            "Tant que l’origine est en doute, les droits sont garantis et les marchandises parfois retenues. Sans délais ni clôture, le doute dure aussi longtemps qu’un service laisse le dossier en attente.",
        ),
        help: words(
            "Complete `process_alignment.verification`; periods that are not agreed yet are written as `proposals` or `open`.",
            "Complétez « process_alignment.verification » ; les délais non encore convenus s’écrivent avec « proposals » ou « open ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: process}
process_alignment:
  verification: {reply_within: }
",
    good: "
block: {status: process}
process_alignment:
  verification: {reply_within: P6M}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    const ASKED: [&str; 6] =
        ["grounds", "acknowledge_within", "reply_within", "interim", "no_reply", "closing"];
    // Other kinds of block verify nothing.
    if block.kind() != Pack::CertificateOfOrigin.id() {
        return;
    }
    let Some(alignment) = Section::find(block, "process_alignment") else { return };
    if let Some((place, missing)) = alignment.lacks_below("verification", &ASKED) {
        let finding = RULE.at(place).arg("missing", missing);
        findings.add(RULE.mend(finding, open_below(block, &alignment, "verification", &ASKED)));
    }
}
