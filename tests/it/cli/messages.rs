//! `gnc message validate` over many messages: order, streams, files that cannot be read.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use super::{Folder, gnc, root, run};

const BLOCK: &str = "utility-blocks/wco.export-data.yaml";

/// A message of the block, in JSON.
fn sample(folder: &Folder) -> String {
    let args = [
        "message",
        "sample",
        "--block",
        BLOCK,
        "--message",
        "export-data",
        "--out",
        &folder.at("in"),
    ];
    run(&args).ends(0);
    let text = std::fs::read_to_string(folder.at("in/valid/export-data-1.json")).unwrap();
    serde_json::from_str::<serde_json::Value>(&text).unwrap().to_string()
}

#[test]
fn verdicts_come_in_the_order_of_the_messages() {
    let folder = Folder::new();
    let good = sample(&folder);
    // The first takes longer than all others together, which have to wait for it.
    let long = format!("{}{good}", " ".repeat(40_000_000));
    for n in 0..300 {
        let text = match n {
            0 => long.as_str(),
            n if n % 7 == 3 => "{}",
            _ => good.as_str(),
        };
        folder.write(&format!("all/{n:03}.json"), text);
    }
    let lines = folder.write("rest.ndjson", format!("{good}\n\n{{}}\n{good}"));
    let said = run(&[
        "message",
        "validate",
        "--block",
        BLOCK,
        "--format",
        "json",
        &folder.at("all"),
        &lines,
    ])
    .ends(1);
    let said: Vec<serde_json::Value> =
        said.out.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    let names: Vec<&str> = said.iter().map(|it| it["file"].as_str().unwrap()).collect();
    let mut expected: Vec<String> =
        (0..300).map(|n| folder.at(&format!("all/{n:03}.json"))).collect();
    expected.extend([1, 3, 4].map(|n| format!("{lines}:{n}")));
    assert_eq!(names, expected);
    let wrong = |at: usize| if at < 300 { at % 7 == 3 } else { at == 301 };
    for (at, it) in said.iter().enumerate() {
        assert_eq!(it["valid"] == true, !wrong(at), "{it}");
    }
}

#[test]
fn what_stands_before_a_file_that_cannot_be_read_is_judged() {
    let folder = Folder::new();
    let good = folder.write("good.json", sample(&folder));
    let args =
        ["message", "validate", "--block", BLOCK, &good, &good, &folder.at("none.xml"), &good];
    let said = run(&args).ends(3);
    assert_eq!(said.out.matches("good.json").count(), 2, "{}", said.out);
    assert!(said.err.contains("none.xml"), "{}", said.err);
}

#[test]
fn a_stream_is_answered_line_by_line() {
    let folder = Folder::new();
    let good = sample(&folder);
    let mut program = gnc()
        .args(["message", "validate", "--block", BLOCK, "--format", "json", "-"])
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut input, output) = (program.stdin.take().unwrap(), program.stdout.take().unwrap());
    let mut verdicts = BufReader::new(output).lines();
    for n in 1..=3 {
        // The next message is sent only when the verdict on this one is there.
        writeln!(input, "{good}").unwrap();
        let verdict = verdicts.next().unwrap().unwrap();
        assert!(
            verdict.contains(&format!("-:{n}")) && verdict.contains("\"valid\":true"),
            "{verdict}"
        );
    }
    drop(input);
    assert!(verdicts.next().is_none());
    assert!(program.wait().unwrap().success());
}
