//! Blocks made by the dozen: the example of the rules with as many more elements as are asked for.
//!
//! The same number always gives the same bytes.

use gnc::check::EXAMPLE_BLOCK;

/// Elements in a class.
const IN_A_CLASS: usize = 5;
/// One element in so many has a code list of its own.
const CODED: usize = 7;
/// Codes in a list.
const CODES: usize = 12;
/// What every block in a catalogue has.
pub(crate) const IN_A_CATALOGUE: usize = 60;

/// A block with `elements` more elements than the example, in classes of five.
pub(crate) fn block(id: &str, elements: usize) -> String {
    let mut lists = String::new();
    let mut rows = String::new();
    for at in 0..elements {
        let class = format!("Certificate/Particulars{:04}", at / IN_A_CLASS);
        if at % IN_A_CLASS == 0 {
            rows.push_str(&format!(
                "      - path: {class}\n        requirement: O\n        occurs: 0..9\n\
                 {}        purposes: [verify-origin]\n        status: proposed\n\
                 \x20       maintenance_request: DMR 1\n",
                said("Particulars", "Mentions", at / IN_A_CLASS)
            ));
        }
        rows.push_str(&format!(
            "      - path: {class}/Mention{at:04}ID\n        requirement: M\n        occurs: 1..1\n\
             {}        purposes: [verify-origin]\n        status: proposed\n\
             \x20       maintenance_request: DMR 1\n        personal: false\n\
             \x20       classification: restricted\n",
            said("Mention", "Mention", at)
        ));
        if at % CODED == 0 {
            let list = at / CODED;
            rows.push_str(&format!(
                "        format: an..4\n        data_type: Code\n        codes: exa.list-{list:03}\n"
            ));
            lists.push_str(&format!(
                "      - id: exa.list-{list:03}\n        title: {{en: List {list}, fr: Liste {list}}}\n\
                 \x20       maintainer: {{en: Joint Technical Group, fr: Groupe technique conjoint}}\n\
                 \x20       version: '1'\n        codes:\n"
            ));
            for code in 0..CODES {
                lists.push_str(&format!(
                    "          - {{code: C{code:02}, name: {{en: Case {code} of list {list}, fr: Cas {code} de la liste {list}}}}}\n"
                ));
            }
        } else {
            rows.push_str("        format: an..35\n        data_type: Identifier\n");
        }
    }
    let mut text = String::with_capacity(EXAMPLE_BLOCK.len() + lists.len() + rows.len());
    for line in EXAMPLE_BLOCK.lines() {
        match line {
            "  id: exa-exb.co-push" => text.push_str(&format!("  id: {id}")),
            _ => text.push_str(line),
        }
        text.push('\n');
        match line {
            "    code_lists:" => text.push_str(&lists),
            "    elements:" => text.push_str(&rows),
            _ => {}
        }
    }
    text
}

fn said(en: &str, fr: &str, number: usize) -> String {
    format!(
        "        name: {{en: {en} {number} of the certificate, fr: {fr} {number} du certificat}}\n\
         \x20       definition:\n\
         \x20         en: What the issuing authority states under number {number}, as it stands on the certificate.\n\
         \x20         fr: Ce que l’autorité de délivrance indique sous le numéro {number}, tel qu’il figure sur le certificat.\n"
    )
}

/// A catalogue of blocks that each stand by themselves: file names and texts.
pub(crate) fn catalogue(blocks: usize) -> impl Iterator<Item = (String, String)> {
    (0..blocks).map(|at| {
        let id = format!("exa-exb.co-{at:04}");
        let text = block(&id, IN_A_CATALOGUE);
        (format!("{id}.yaml"), text)
    })
}

/// A catalogue of profiles of one framework, which the file `framework` holds.
pub(crate) fn profiles(
    framework: &str,
    profile: &str,
    blocks: usize,
) -> impl Iterator<Item = (String, String)> {
    let own = profile.lines().find_map(|line| line.strip_prefix("  id: ")).unwrap_or("");
    let (framework, own) = (framework.to_owned(), format!("  id: {own}\n"));
    let profile = profile.to_owned();
    let first = std::iter::once(("wco.co-push.yaml".to_owned(), framework));
    first.chain((0..blocks).map(move |at| {
        let id = format!("adj-bor.co-{at:04}");
        (format!("{id}.yaml"), profile.replacen(&own, &format!("  id: {id}\n"), 1))
    }))
}
