//! The expressions of the blocks that ship: all are read, fit their block and are CEL.

use std::sync::Arc;

use gnc::catalogue::Catalogue;
use gnc::expression::Topic;
use gnc::resolve::{Library, Resolved, Scope, resolve};
use gnc::syntax::parse;
use gnc::text::Sources;

fn shipped() -> Resolved {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/utility-blocks/wco.co-push.yaml");
    let mut sources = Sources::default();
    let file = sources.add("wco.co-push.yaml", std::fs::read_to_string(path).unwrap());
    let root = parse(&sources, file).0.root.unwrap();
    resolve(&root, &Library::default(), &Arc::new(Catalogue::default())).0.unwrap()
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
    ] {
        assert_eq!(topic(&scope, text), [wanted], "{text}");
    }
    scope.this = block.cluster.position("Certificate/Invoice");
    assert!(scope.read("has(this.ID)").is_ok());
}
