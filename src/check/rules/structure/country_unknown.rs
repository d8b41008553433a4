//! Countries of Parties are those of ISO 3166-1, and the header names one of them.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "STR-18",
        name: "country-unknown",
        title: words(
            "The country of each Party is a code of ISO 3166-1, and the header names one of them",
            "Le pays de chaque Partie est un code ISO 3166-1, et l’en-tête en désigne un",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Systems route messages and choose lists by the code of the country. One that does not exist, or of a country that is no Party, is refused or goes astray.",
            "Les systèmes acheminent les messages et choisissent les listes d’après le code du pays. Un code inexistant, ou celui d’un pays qui n’est pas Partie, est refusé ou se perd.",
        ),
        help: words(
            "Write the alpha-2 code of the country; for a country that is made up, one from XA to XZ. Under `header`, write that of the Party whose agency is named there.",
            "Écrivez le code alpha-2 du pays ; pour un pays fictif, un code de XA à XZ. Sous « header », écrivez celui de la Partie dont l’organisme y est cité.",
        ),
        severity: Severity::Error,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Concept,
    early: &[(Maturity::Technical, Severity::Warning)],
    fixes: &[],
    bad: "
technical_interoperability: {service_interface: {header: {country: XD}}}
",
    good: "
technical_interoperability: {service_interface: {header: {country: XB}}}
",
    check: Check::Block(check),
};

const UNKNOWN: Words = words(
    "`{country}` is not the code of a country in ISO 3166-1",
    "« {country} » n’est pas un code de pays de l’ISO 3166-1",
);
const NO_PARTY: Words = words(
    "the message header names `{country}`, which is the country of no Party",
    "l’en-tête des messages désigne « {country} », qui n’est le pays d’aucune Partie",
);

/// The list of countries in the catalogue.
const LIST: &str = "iso.3166-1";
/// Unions of States whose codes ISO 3166 reserves for such use.
const RESERVED: [&str; 2] = ["EU", "UN"];

fn check(block: &Resolved, findings: &mut Findings) {
    let control = block.block.block.as_ref();
    let countries =
        || control.into_iter().flat_map(|it| &it.parties).filter_map(|it| it.country.as_ref());
    for country in countries().filter(|it| !is_country(block, &it.value.0)) {
        let finding = RULE.at(country.span).arg_words("fault", UNKNOWN);
        findings.add(finding.arg("country", &country.value));
    }
    let technical = block.block.technical_interoperability.as_ref();
    let header = technical.and_then(|it| it.service_interface.as_ref()?.header.as_ref());
    let Some(named) = header.and_then(|it| it.country.as_ref()) else { return };
    let fault = if !is_country(block, &named.value.0) {
        UNKNOWN
    } else if countries().next().is_some() && countries().all(|it| it.value != named.value) {
        // A framework whose Parties are placeholders has no countries yet.
        NO_PARTY
    } else {
        return;
    };
    let finding = RULE.at(named.span).arg_words("fault", fault);
    findings.add(finding.arg("country", &named.value));
}

fn is_country(block: &Resolved, code: &str) -> bool {
    let listed = block.catalogue.codelist(LIST).is_none_or(|it| it.contains(code));
    listed || is_user_assigned(code) || RESERVED.contains(&code)
}

/// Whether ISO 3166-1 leaves the code to its users.
fn is_user_assigned(code: &str) -> bool {
    match code.as_bytes() {
        b"AA" | b"ZZ" => true,
        [b'X', second] => second.is_ascii_uppercase(),
        [b'Q', second] => (b'M'..=b'Z').contains(second),
        _ => false,
    }
}
