//! A block begun by `gnc new`: an annex on every framework that ships, a framework of every kind.

use std::collections::BTreeSet;
use std::path::Path;

use gnc::model::lower;
use gnc::shipped::{FRAMEWORKS, kinds};
use gnc::syntax::parse;
use gnc::text::Sources;
use serde_json::Value;

use super::{Folder, Ran, gnc};

/// Runs it on a day that does not move, with nobody at the terminal.
fn run(folder: &Folder, args: &[&str]) -> Ran {
    let mut command = gnc();
    command.args(args).current_dir(folder.path()).env("SOURCE_DATE_EPOCH", "1795737600");
    Ran::of(command.stdin(std::process::Stdio::null()).output().unwrap())
}

fn read(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).unwrap()
}

/// Every framework that ships becomes an annex without an error, laid out as `gnc fmt` would, of
/// which a draft can be read in each language.
#[test]
fn an_annex_is_begun_on_every_framework() {
    std::thread::scope(|scope| {
        let half = FRAMEWORKS.len() / 2;
        for frameworks in [&FRAMEWORKS[..half], &FRAMEWORKS[half..]] {
            scope.spawn(move || {
                for it in frameworks {
                    begun_on(it.id, it.text);
                }
            });
        }
    });
}

fn begun_on(framework: &str, its_text: &str) {
    let folder = Folder::new();
    let parties =
        ["--name", "ADJ=Adjikistan", "--name", "BOR=Borastria", "--name", "BOR:fr=Borastrie"];
    let more = ["--country", "ADJ=XA", "--country", "BOR=xb", "--due", "2027-03-31"];
    let begin = ["new", "--from", framework, "--parties", "ADJ,BOR"];
    let ran = run(&folder, &[&begin[..], &parties, &more].concat()).ends(0);
    let what = framework.split_once('.').unwrap().1;
    let file = format!("adj-bor.{what}.yaml");
    assert!(ran.out.contains("between Adjikistan and Borastria"), "{}", ran.out);
    assert!(ran.out.contains(&format!("gnc build {file} --out annex")), "{}", ran.out);
    assert!(ran.err.is_empty(), "{}", ran.err);
    // The framework lies beside it, as it ships.
    assert_eq!(read(&folder, &format!("{framework}.yaml")), its_text);

    let ran = run(&folder, &["status", &file, "--format", "json"]).ends(0);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let block = &json["blocks"][0];
    assert_eq!(block["status"], "negotiation", "{framework}: {}", ran.out);
    let points = block["points"].as_array().unwrap();
    assert!(points.len() > 50, "{framework} has {} points", points.len());
    for point in points {
        assert!(["ADJ", "BOR"].contains(&point["owner"].as_str().unwrap()), "{point}");
        assert_eq!(point["due"], "2027-03-31", "{point}");
    }
    // Building checks first: with an error nothing would be written.
    run(&folder, &["build", &file, "--only", "html", "--out", "annex"]).ends(0);
    for (lang, name) in [("en", "Borastria"), ("fr", "Borastrie")] {
        let page = read(&folder, &format!("annex/annex/annex.{lang}.html"));
        assert!(page.contains(name) && page.contains("Adjikistan"), "{framework} {lang}");
        for placeholder in ["(EXP)", "(IMP)"] {
            assert!(!page.contains(placeholder), "{framework} {lang}: {placeholder}");
        }
    }
    run(&folder, &["fmt", "--check", &file]).ends(0);
}

/// What a new framework says is a concept without a finding, and the examples in it become a block
/// that can be read when their marks are taken away.
#[test]
fn a_framework_is_begun_of_every_kind() {
    for (at, kind) in kinds().into_iter().enumerate() {
        let folder = Folder::new();
        let lang = ["en", "fr"][at % 2];
        run(&folder, &["--speak", lang, "new", "--kind", kind]).ends(0);
        let file = format!("draft.{kind}.yaml");
        let ran = run(&folder, &["check", &file, "--format", "json"]).ends(0);
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(json["findings"].as_array().unwrap().len(), 0, "{kind}: {}", ran.out);
        run(&folder, &["fmt", "--check", &file]).ends(0);
        let text = read(&folder, &file);
        let said = ["## More: gnc explain ", "## En savoir plus : gnc explain "][at % 2];
        assert!(text.contains(&format!("{said}business_case.legal_basis\n")), "{text}");

        let shown: Vec<_> = text
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(example) if !example.starts_with('#') => example,
                _ => line,
            })
            .collect();
        let mut sources = Sources::default();
        let id = sources.add("block.yaml", shown.join("\n"));
        let (tree, found) = parse(&sources, id);
        assert!(tree.complete && found.list.is_empty(), "{kind}: {found:?}");
        let (block, found) = lower(&tree.root.unwrap());
        let block = block.unwrap();
        assert!(found.list.is_empty(), "{kind}: {found:?}");
        assert_eq!(block.business_case.unwrap().legal_basis.len(), 1, "{kind}");
        assert!(block.process_alignment.unwrap().data_cluster.is_some(), "{kind}");
        assert!(block.technical_interoperability.unwrap().monitoring.is_some(), "{kind}");
    }
}

/// An annex on a framework that is a concept itself is a concept, and one on a framework of which a
/// value is wrong says so.
#[test]
fn an_annex_is_no_further_than_its_framework() {
    let folder = Folder::new();
    run(&folder, &["new", "--kind", "single-window", "--id", "who.what"]).ends(0);
    let own = read(&folder, "who.what.yaml");
    folder.write("who.what.yaml", own.replace("To be written: name", "To be \\a written: name"));
    let begin = ["new", "--from", "who.what.yaml", "--parties", "A,B", "--out", "annexes"];
    let ran = run(&folder, &begin).ends(0);
    assert!(
        ran.out.contains("annexes/a-b.what.yaml") && !ran.out.contains("Errors"),
        "{}",
        ran.out
    );
    let text = read(&folder, "annexes/a-b.what.yaml");
    assert!(text.contains("  status: concept\n"), "{text}");
    // The framework is copied to where the annex finds it.
    run(&folder, &["check", "annexes"]).ends(0);

    let wrong = own.replace("status: concept", "status: technical");
    folder.write("who.what.yaml", wrong.replace("languages: [en, fr]", "languages: [en, xx]"));
    let ran = run(&folder, &["new", "--from", "who.what", "--parties", "A,B"]).ends(0);
    assert!(ran.out.contains("Errors in it: "), "{}", ran.out);
}

#[test]
fn nothing_is_overwritten_unless_told_so() {
    let folder = Folder::new();
    let begin = ["new", "--from", "wco.co-pull@1.0.0", "--parties", "ADJ,BOR"];
    run(&folder, &begin).ends(0);
    let (annex, framework) = ("adj-bor.co-pull.yaml", "wco.co-pull.yaml");
    folder.write(annex, "mine");
    let ran = run(&folder, &begin).ends(3);
    assert!(ran.err.contains("adj-bor.co-pull.yaml is there already"), "{}", ran.err);
    assert_eq!(read(&folder, annex), "mine");
    // A framework that is there is the one that the annex rests on, and stays as it is.
    let own = read(&folder, framework).replace("languages: [en, fr]", "languages: [en]");
    folder.write(framework, &own);
    run(&folder, &[&begin[..], &["--force"]].concat()).ends(0);
    assert_eq!(read(&folder, framework), own);
    let text = read(&folder, annex);
    assert!(text.contains("  languages: [en]\n") && !text.contains("    fr: Annexe"), "{text}");
    // The framework cannot be made an annex of itself.
    let itself = [&begin[..], &["--force", "--out", framework]].concat();
    assert!(run(&folder, &itself).ends(2).err.contains("is the framework itself"));
    assert_eq!(read(&folder, framework), own);
}

#[test]
fn a_new_block_goes_where_the_project_keeps_its_blocks() {
    let folder = Folder::new();
    folder.write("gnc.toml", "blocks = \"blocks\"\n");
    std::fs::create_dir(folder.path().join("blocks")).unwrap();
    let begin = ["new", "--from", "sacu.export-data", "--parties", "NO,SE", "--country", "NO=NO"];
    let ran = run(&folder, &begin).ends(0);
    assert!(ran.out.contains("blocks/no-se.export-data.yaml"), "{}", ran.out);
    // A profile of a profile brings the whole chain.
    let names = |folder: &Path| -> BTreeSet<String> {
        let files = std::fs::read_dir(folder).unwrap();
        files.map(|it| it.unwrap().file_name().into_string().unwrap()).collect()
    };
    let expected = ["no-se.export-data.yaml", "sacu.export-data.yaml", "wco.export-data.yaml"];
    assert_eq!(names(&folder.path().join("blocks")), expected.map(str::to_owned).into());
    // Norway is no truth value, and its name is known in both languages.
    let text = read(&folder, "blocks/no-se.export-data.yaml");
    for said in ["- id: \"NO\"", "en: Norway", "fr: Norvège", "country: \"NO\"", "owner: \"NO\""] {
        assert!(text.contains(said), "no {said} in\n{text}");
    }
    // Elsewhere, as a file, beside frameworks that are found there: nothing is copied.
    let elsewhere = [&begin[..], &["--out", "blocks/north.yaml", "--id", "north"]].concat();
    let ran = run(&folder, &elsewhere).ends(0);
    assert!(ran.out.contains("blocks/north.yaml") && !ran.out.contains("wco.export-data.yaml"));
    run(&folder, &["check", "blocks/no-se.export-data.yaml"]).ends(0);
}

#[test]
fn a_wrong_call_says_what_was_meant() {
    let folder = Folder::new();
    let from = ["--from", "wco.co-push", "--parties"];
    let parties = [&from[..], &["ADJ,BOR"]].concat();
    let cases: &[(&[&str], &str, &str)] = &[
        (&[], "Frameworks: wco.co-push", "Cadres : wco.co-push"),
        (&["--from", "wco.co-pusch"], "did you mean `wco.co-push`?", "« wco.co-push »"),
        (&["--from", "wco.co-push@2.0.0", "--parties", "A,B"], "not 2.0.0", "et non 2.0.0"),
        (&["--kind", "aoe"], "did you mean `aeo`?", "vouliez-vous dire « aeo »"),
        (&["--from", "wco.co-push"], "name the Parties", "nommez les Parties"),
        (&[&from[..], &["ADJ"]].concat(), "names 1", "en nomme 1"),
        (&[&from[..], &["ADJ,ADJ"]].concat(), "`ADJ` is no short name", "« ADJ » n’est pas"),
        (&[&from[..], &["IMP,EXP"]].concat(), "`IMP` is no short name", "« IMP » n’est pas"),
        (&[&from[..], &["A/..,B"]].concat(), "`A/..`", "« A/.. »"),
        (&[&parties[..], &["--country", "ADJ=QQ"]].concat(), "`QQ` is no country", "« QQ »"),
        (
            &[&parties[..], &["--name", "KAT=Katanga"]].concat(),
            "write it as ADJ=…",
            "écrivez ADJ=…",
        ),
        (&[&parties[..], &["--due", "soon"]].concat(), "`soon` is no date", "« soon »"),
        (&[&parties[..], &["--id", "../x"]].concat(), "`../x` is no identifier", "« ../x »"),
        (&["--kind", "aeo", "--parties", "A,B"], "--parties", "--parties"),
    ];
    for (args, en, fr) in cases {
        for (lang, expected) in [("en", en), ("fr", fr)] {
            let ran = run(&folder, &[&["--speak", lang, "new"], *args].concat()).ends(2);
            assert!(ran.err.contains(expected), "{args:?}: no {expected:?} in\n{}", ran.err);
        }
    }
    let annex = "utility-blocks/adj-bor.co-push.yaml";
    let ran = super::run(&["new", "--from", annex, "--parties", "A,B"]).ends(2);
    assert!(ran.err.contains("is no framework"), "{}", ran.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "something was written");
}

/// Whoever sits at a terminal is asked; `script` of util-linux lends one.
#[cfg(target_os = "linux")]
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
#[test]
fn whoever_sits_at_a_terminal_is_asked() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let has_script = Command::new("script").arg("--version").stdout(Stdio::null()).status();
    if !has_script.is_ok_and(|it| it.success()) {
        eprintln!("skipped: there is no `script` to lend a terminal");
        return;
    }
    let folder = Folder::new();
    let call = format!("{} --speak fr new --from wco.co-pull", env!("CARGO_BIN_EXE_gnc"));
    let mut script = Command::new("script");
    script.args(["-qefc", &call, "/dev/null"]).current_dir(folder.path());
    let script = script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = script.spawn().unwrap();
    // Parties; of the first: a wrong code, then the right one, names, administrations; of the
    // second: its code, and what the list of countries says; a day.
    let answers =
        "ADJ,CHE\nQQ\nXA\nAdjikistan\n\nState Customs\nDouane d’État\nch\n\n\n\n\n2027-03-31\n";
    child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(out.status.success(), "{said}");
    for question in ["Quelques questions", "« QQ » n’est pas un code de pays", "[Suisse]"] {
        assert!(said.contains(question), "no {question:?} in\n{said}");
    }
    let text = read(&folder, "adj-che.co-pull.yaml");
    for value in
        ["en: State Customs\n", "fr: Douane d’État\n", "en: Switzerland\n", "due: 2027-03-31"]
    {
        assert!(text.contains(value), "no {value:?} in\n{text}");
    }
}
