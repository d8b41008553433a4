//! The tutorial, followed to the letter in an empty folder: each command is run as it stands there,
//! each change is made to the file, and what is shown as the outcome has to be said.

use std::path::Path;
use std::process::Stdio;

use super::{Folder, Ran, gnc, root};

/// A fenced part of the text: its language and its lines.
struct Fence {
    language: String,
    lines: Vec<String>,
}

fn fences(text: &str) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut open: Option<Fence> = None;
    for line in text.lines() {
        match (line.trim_start().strip_prefix("```"), open.take()) {
            (Some(language), None) => {
                open = Some(Fence { language: language.to_owned(), lines: Vec::new() });
            }
            (Some(_), Some(fence)) => fences.push(fence),
            (None, Some(mut fence)) => {
                fence.lines.push(line.to_owned());
                open = Some(fence);
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    fences
}

/// Makes a change: the lines behind `-` and blanks stand in the file once, and those behind `+` and
/// blanks take their place.
fn change(file: &Path, lines: &[String]) {
    let side = |sign: char| -> String {
        let kept = lines.iter().filter(|line| line.starts_with([sign, ' ']));
        kept.map(|line| format!("{}\n", &line[1..])).collect()
    };
    let (before, after) = (side('-'), side('+'));
    let text = std::fs::read_to_string(file).unwrap();
    assert_eq!(text.matches(&before).count(), 1, "not found once in the file:\n{before}");
    std::fs::write(file, text.replacen(&before, &after, 1)).unwrap();
}

/// Follows it; gives how many commands were run.
fn follow(name: &str) -> usize {
    let text = std::fs::read_to_string(root().join("docs/tutorial").join(name)).unwrap();
    let folder = Folder::new();
    let block = folder.path().join("adj-bor.co-push.yaml");
    let mut commands = 0;
    let mut fences = fences(&text).into_iter().peekable();
    while let Some(fence) = fences.next() {
        match fence.language.as_str() {
            "sh" => {
                let [line] = fence.lines.as_slice() else { panic!("one command at a time") };
                let mut words = line.split_whitespace();
                let Some("gnc") = words.next() else {
                    assert_eq!(line.trim(), "cargo install --path . --locked");
                    continue;
                };
                let mut command = gnc();
                command.args(words).current_dir(folder.path()).stdin(Stdio::null());
                // On the day on which the tutorial was written, so that nothing is overdue.
                let ran = command.env("SOURCE_DATE_EPOCH", "1795737600").output().unwrap();
                let ran = Ran::of(ran);
                commands += 1;
                let outcome = fences.next().filter(|it| it.language == "text");
                let outcome = outcome.unwrap_or_else(|| panic!("{line}: no outcome is shown"));
                let faulty = outcome.lines.iter().any(|it| it.contains("[FMT-"));
                let ran = ran.ends(i32::from(faulty));
                // Nobody sees on the page which blanks break no line.
                let all = [ran.out, ran.err].concat().replace('\u{a0}', " ");
                for said in outcome.lines {
                    assert!(all.contains(said.trim()), "{line}: {said:?} not in\n{all}");
                }
            }
            "diff" => change(&block, &fence.lines),
            other => panic!("a fence in {other:?} is not followed"),
        }
    }
    // What the reader is told to open is there, and everything that is shown or linked.
    let page = |it: &&str| ["html", "docx"].iter().any(|end| it.ends_with(&format!(".{end}")));
    for path in text.split('`').filter(page) {
        assert!(folder.path().join(path).is_file(), "{name}: there is no {path}");
    }
    for link in text.split("](").skip(1).filter_map(|it| it.split([')', '#']).next()) {
        let local = !link.contains("://");
        let there = root().join("docs/tutorial").join(link).is_file();
        assert!(!local || there, "{name}: {link} leads nowhere");
    }
    let docx = if name.contains(".fr.") { "reunion" } else { "meeting" };
    assert!(folder.path().join(docx).join("manifest.json").is_file());
    commands
}

#[test]
fn the_tutorial_holds_what_it_promises_in_english() {
    assert_eq!(follow("README.md"), 7);
}

#[test]
fn the_tutorial_holds_what_it_promises_in_french() {
    assert_eq!(follow("README.fr.md"), 7);
}
