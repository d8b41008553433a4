//! Certificates are issued, exchanged, renewed and revoked by rule.

use crate::check::mends::{OPEN_POINT, open_below};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-09",
        name: "certificate-lifecycle-incomplete",
        title: words(
            "The lifecycle of certificates is ruled: authority, exchange, renewal, compromise",
            "Le cycle de vie des certificats est réglé : autorité, échange, renouvellement, compromission",
        ),
        message: words(
            "the security does not state: {missing}",
            "la sécurité n’indique pas : {missing}",
        ),
        why: words(
            "Most outages of such links come from a certificate that expired unnoticed.",
            "La plupart des pannes de ces liaisons tiennent à un certificat arrivé à expiration sans que nul ne l’ait vu.",
        ),
        help: words(
            "Write the missing keys under `security`: `certificates` (authority and profile), `exchange` (also of revocations), `renewal` (lead time), `compromise_notice`.",
            "Écrivez les clés manquantes sous « security » : « certificates » (autorité et profil), « exchange » (y compris des révocations), « renewal » (préavis), « compromise_notice ».",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[(Maturity::Negotiation, Severity::Warning)],
    fixes: &[OPEN_POINT],
    bad: "
block: {status: technical}
technical_interoperability: {security: {renewal: , compromise_notice: }}
",
    good: "
block: {status: technical}
technical_interoperability: {security: {renewal: P60D, compromise_notice: PT12H}}
",
    check: Check::Block(check),
};

const KEYS: &[&str] = &["certificates", "exchange", "renewal", "compromise_notice"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(group) = Section::find(block, "technical_interoperability") else { return };
    if let Some((span, missing)) = group.lacks_below("security", KEYS) {
        let finding = RULE.at(span).arg("missing", missing);
        findings.add(RULE.mend(finding, open_below(block, &group, "security", KEYS)));
    }
}
