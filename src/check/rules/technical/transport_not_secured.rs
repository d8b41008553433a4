//! TLS 1.2 or later with certificates at both ends, or something equal.

use crate::check::mends::{OPEN_POINT, open};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::{Maturity, Negotiable, TlsVersion};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TEC-07",
        name: "transport-not-secured",
        title: words(
            "Transport is secured by TLS 1.2 or later with certificates at both ends, or by a named equivalent",
            "Le transport est protégé par TLS 1.2 ou plus récent, avec certificats aux deux extrémités, ou par un équivalent désigné",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Earlier versions are broken, and a gateway that does not see the other’s certificate cannot know whose data it takes.",
            "Les versions antérieures sont compromises, et une passerelle qui ne voit pas le certificat de l’autre ignore de qui elle reçoit les données.",
        ),
        help: words(
            "Write `tls: \"1.2\"` or later and `mutual_authentication: true`, or describe what takes their place in `equivalent_security`.",
            "Écrivez « tls: \"1.2\" » ou une version plus récente et « mutual_authentication: true », ou décrivez ce qui en tient lieu dans « equivalent_security ».",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["P12"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[
        words(
            "ask for TLS 1.2, the lowest that is secure",
            "exiger TLS 1.2, la plus ancienne version sûre",
        ),
        OPEN_POINT,
    ],
    bad: "
technical_interoperability: {communication: {tls: '1.1'}}
",
    good: "
technical_interoperability: {communication: {tls: '1.2'}}
",
    check: Check::Block(check),
};

const TOO_OLD: Words = words("TLS {version} is no longer secure", "TLS {version} n’est plus sûr");
const LACKS: Words = words("{missing} is not stated", "{missing} n’est pas indiqué");
const ONE_SIDED: Words =
    words("only one end shows a certificate", "une seule extrémité présente un certificat");

const KEYS: &[&str] = &["tls", "mutual_authentication"];

fn check(block: &Resolved, findings: &mut Findings) {
    let Some(section) = Section::find(block, "technical_interoperability.communication") else {
        return;
    };
    let technical = block.block.technical_interoperability.as_ref();
    let Some(communication) = technical.and_then(|it| it.communication.as_ref()) else { return };
    let versions = communication.tls.iter().flat_map(Negotiable::values);
    for version in versions.filter(|it| it.value < TlsVersion::V12) {
        let finding = RULE.at(version.span).arg_words("fault", TOO_OLD);
        let finding = finding.arg("version", version.value.id());
        // What one Party proposes is not ours to change.
        let agreed = communication.tls.as_ref().and_then(Negotiable::agreed).is_some();
        let lowest = Content::Text(TlsVersion::V12.id().to_owned());
        let mends = agreed.then(|| vec![Mend::Replace(version.span, lowest)]);
        findings.add(RULE.mend(finding, mends));
    }
    if section.says("equivalent_security") {
        return;
    }
    if let Some(missing) = section.lacks(KEYS) {
        let finding = RULE.at(section.span).arg_words("fault", LACKS);
        let finding = finding.arg("missing", missing);
        findings.add(match open(block, &section, KEYS) {
            Some(mends) => finding.mend(OPEN_POINT, mends),
            None => finding,
        });
    }
    let flags = communication.mutual_authentication.iter().flat_map(Negotiable::values);
    for flag in flags.filter(|flag| !flag.value.0) {
        findings.add(RULE.at(flag.span).arg_words("fault", ONE_SIDED));
    }
}
