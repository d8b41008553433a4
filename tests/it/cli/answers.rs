//! `gnc message validate --format acknowledgement`.

use super::{Folder, Ran, run};

const BLOCK: &str = "utility-blocks/wco.export-data.yaml";

fn samples(folder: &str) -> Ran {
    run(&["message", "sample", "--block", BLOCK, "--message", "export-data", "--out", folder])
}

#[test]
fn messages_are_answered_in_their_own_syntax() {
    let folder = Folder::new();
    let path = |name: &str| folder.at(name);
    samples(&path("in")).ends(0);
    let good = std::fs::read_to_string(path("in/valid/export-data-1.xml")).unwrap();
    let bad = good.replacen("<TypeCode>", "<TypeCode>?", 1);
    assert_ne!(good, bad);
    std::fs::write(path("bad.xml"), bad).unwrap();
    let args = ["message", "validate", "--block", BLOCK, "--format", "acknowledgement", "--at"];
    let at = |moment: &str, rest: &[&str]| {
        let mut all = args.to_vec();
        all.push(moment);
        all.extend(rest);
        run(&all)
    };
    let moment = "2027-02-01T10:15:00Z";
    let refused = at(moment, &[&path("bad.xml")]).ends(1);
    assert!(refused.out.starts_with("<?xml") && refused.out.contains(">20270201101500Z<"));
    for said in ["<ValidationCode>E-SCHEMA<", "<TagID>D013<", "<NameCode>63<"] {
        assert!(refused.out.contains(said), "{said}\n{}", refused.out);
    }
    let accepted = at(moment, &[&path("in/valid/export-data-1.json")]).ends(0);
    assert_eq!(accepted.out.lines().count(), 1, "one line for each answer");
    assert!(accepted.out.contains("\"nameCode\":\"170\""), "{}", accepted.out);
    // What cannot be answered is said beside.
    std::fs::write(path("empty.json"), "{}").unwrap();
    let none = at(moment, &[&path("empty.json")]).ends(1);
    assert!(none.out.is_empty() && none.err.contains("E-SCHEMA"), "{}", none.err);
    // As files, which are valid messages of the block.
    at(moment, &["--out", &path("out"), &path("bad.xml"), &path("in/valid")]).ends(1);
    let again = run(&["message", "validate", "--block", BLOCK, &path("out")]).ends(0);
    assert!(again.says("3 messages"), "{}", again.out);
    assert!(at("tomorrow", &[&path("bad.xml")]).ends(2).says("tomorrow"));
}
