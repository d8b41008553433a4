//! The expressions of the blocks that ship: all are read, fit their block and are CEL.

use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::expression::Topic;
use gnc::resolve::{Framework, Library, Resolved, Scope, resolve};
use gnc::syntax::{Node, parse};
use gnc::text::Sources;
use gnc::words::Lang;

fn root(sources: &mut Sources, name: &str) -> Node {
    let path = format!("{}/utility-blocks/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    let file = sources.add(name, std::fs::read_to_string(path).unwrap());
    parse(sources, file).0.root.unwrap()
}

fn shipped() -> Resolved {
    let catalogue = Arc::new(Catalogue::default());
    let root = root(&mut Sources::default(), "wco.co-push");
    resolve(&root, &Library::default(), &catalogue).0.unwrap()
}

fn profile() -> Resolved {
    let (mut library, catalogue) = (Library::default(), Arc::new(Catalogue::default()));
    let mut sources = Sources::default();
    let below = root(&mut sources, "wco.co-push");
    let framework = Framework::read(&below, &library, &catalogue).unwrap();
    library.add("wco.co-push", Arc::new(framework));
    resolve(&root(&mut sources, "adj-bor.co-push"), &library, &catalogue).0.unwrap()
}

#[test]
fn every_expression_that_ships_fits_its_block_and_is_cel() {
    let block = shipped();
    let all = block.expressions();
    assert!(all.len() > 60, "only {} expressions", all.len());
    for spoken in all {
        let text = &spoken.written.value;
        assert!(spoken.read.is_ok(), "{text}: {:?}", spoken.read.err());
        assert!(cel::Program::compile(text).is_ok(), "not CEL: {text}");
    }
}

#[test]
fn what_does_not_fit_the_block_is_found() {
    let block = shipped();
    let mut scope = Scope::of(&block);
    let topic = |scope: &Scope, text: &str| match scope.read(text) {
        Ok(_) => panic!("{text} fits"),
        Err(faults) => faults.iter().map(|it| it.topic).collect::<Vec<_>>(),
    };
    for (text, wanted) in [
        ("Certificat.ID != ''", Topic::Name),
        ("Certificate.Issuedatetime < message.sent", Topic::Name),
        ("declaration.items.all(i, i.hs8 == '')", Topic::Name),
        ("register.all(c, c.IssuingAuthority.Nme == '')", Topic::Name),
        ("this.ID == ''", Topic::Name),
        ("Certificate.GovernmentAgencyGoodsItem.SequenceNumeric == 1", Topic::Type),
        ("Certificate.IssueDateTime <= agreement.transmissionLimit", Topic::Type),
        ("Certificate.TotalGrossMassMeasure > 0.5", Topic::Unit),
        ("Certificate.TotalGrossMassMeasure > quantity(1, 'LTR')", Topic::Unit),
        ("Response.Status.NameCode == '40'", Topic::Code),
        ("Certificate.Destination.CountryCode == 'XX1'", Topic::Code),
        ("agreement.exportingCountry == 'ZZZ'", Topic::Code),
        ("register.all(c, c.state != 'canceled')", Topic::Code),
    ] {
        assert_eq!(topic(&scope, text), [wanted], "{text}");
    }
    scope.this = block.cluster.position("Certificate/Invoice");
    assert!(scope.read("has(this.ID)").is_ok());
}

#[test]
fn states_are_said_by_name_and_codes_that_a_profile_does_without_as_such() {
    let (framework, profile) = (shipped(), profile());
    let says = |block: &Resolved, lang, rule: &str, words: &str| {
        let said = block.paraphrases(lang).rule(rule).to_owned();
        assert!(said.contains(words), "{rule}: {said}");
    };
    says(&framework, Lang::En, "BR-CO-30", "“cancelled” (Cancelled) or “replaced” (Replaced)");
    says(&framework, Lang::Fr, "BR-CO-30", "« cancelled » (Annulé) ou « replaced » (Remplacé)");
    says(&profile, Lang::En, "BR-CO-33", "“QVC” (not used here)");
    says(&profile, Lang::Fr, "BR-CO-33", "« QVC » (non utilisé ici)");
    assert!(!framework.paraphrases(Lang::En).rule("BR-CO-33").contains("not used here"));
    assert_eq!(framework.paraphrases(Lang::En).rule("BR-CO-99"), "");
}
