//! Findings that are allowed, or were recorded: they do not count, and nothing hides them.

use std::sync::{Arc, LazyLock};

use gnc::allowance::{Allowance, Written};
use gnc::baseline::Baseline;
use gnc::catalogue::Catalogue;
use gnc::check::EXAMPLE_BLOCK;
use gnc::diag::{Excuse, Findings};
use gnc::model::{Date, Scalar};
use gnc::report::{Format, print};
use gnc::text::{FileId, Span};
use gnc::words::Lang;
use gnc::workspace::Workspace;

/// A block in which STR-11 finds something: its version is not in the history.
fn block(comment: &str, behind: &str) -> String {
    let own = format!("{comment}  version: 1.1.0{behind}\n");
    EXAMPLE_BLOCK.replacen("  version: 1.0.0\n", &own, 1)
}

fn analysed(text: &str) -> (Workspace, FileId, Findings) {
    static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(Arc::default);
    let mut workspace = Workspace::default();
    workspace.catalogue = Arc::clone(&CATALOGUE);
    workspace.today = Date::parse("2026-11-21");
    let (file, _) = workspace.add("exa.yaml", text.as_bytes().to_vec());
    workspace.prepare();
    let findings = workspace.analyse(file).findings;
    (workspace, file, findings)
}

fn said(findings: &Findings) -> Vec<&'static str> {
    findings.counting().map(|it| it.code.id).collect()
}

#[test]
fn a_comment_allows_what_is_found_on_its_line_or_the_next() {
    assert_eq!(said(&analysed(&block("", "")).2), ["STR-11"]);
    let comment = "# gnc: allow STR-11 (history is kept elsewhere; author A. Clerk)";
    for (above, behind) in [
        (format!("  {comment}\n"), String::new()),
        (format!("  {comment}\n  # and more\n\n"), String::new()),
        (String::new(), format!(" {comment}")),
        (
            format!("  {}\n", comment.replace("STR-11", "version-without-history, TRM-10")),
            String::new(),
        ),
    ] {
        let text = block(&above, &behind);
        let (_, _, findings) = analysed(&text);
        assert!(said(&findings).is_empty(), "{:?}\n{above}{behind}", said(&findings));
        assert_eq!(findings.excused(), 1);
        let excuse = findings.list.iter().find_map(|it| it.excuse.clone()).unwrap();
        let (reason, author) = ("history is kept elsewhere".to_owned(), "A. Clerk".to_owned());
        assert_eq!(excuse, Excuse::Allowed { reason, author, inline: true });
    }
}

#[test]
fn a_comment_allows_nothing_elsewhere() {
    let text = block("", "")
        .replace("  status:", "  # gnc: allow STR-11 (of no use here; author A. Clerk)\n  status:");
    assert_eq!(said(&analysed(&text).2), ["STR-11", "SUP-03"]);
}

#[test]
fn an_allowance_that_says_too_little_is_refused() {
    for (said_there, found) in [
        ("allow STR-11", "SUP-01"),
        ("allow STR-11 (author A. Clerk)", "SUP-01"),
        ("allow STR-11 (known)", "SUP-01"),
        ("allow STR-11 (known; author A. Clerk; until soon)", "SUP-01"),
        ("allow (known; author A. Clerk)", "SUP-01"),
        ("permit STR-11 (known; author A. Clerk)", "SUP-01"),
        ("allow FMT-01 (known; author A. Clerk)", "SUP-01"),
        ("allow STR-09 (known; author A. Clerk)", "SUP-01"),
        ("allow STR-111 (known; author A. Clerk)", "SUP-02"),
        ("allow STR-11 (known; author A. Clerk; until 2026-11-20)", "SUP-04"),
    ] {
        let text = block(&format!("  # gnc: {said_there}\n"), "");
        let mut said = said(&analysed(&text).2);
        said.sort_unstable();
        assert_eq!(said, ["STR-11", found], "{said_there}");
    }
    let text = block("  # gnc: allow STR-11 (known; author A. Clerk; until 2026-11-21)\n", "");
    assert!(said(&analysed(&text).2).is_empty());
}

#[test]
fn the_project_file_allows_by_place() {
    let written = |place: &str| Written {
        rules: vec!["STR-11".to_owned()],
        block: Some("exa-exb.co-push".to_owned()),
        place: place.to_owned(),
        reason: "kept elsewhere".to_owned(),
        author: "A. Clerk".to_owned(),
        until: None,
    };
    for (place, allowed) in
        [("block.version", true), ("block", true), ("block.ver", false), ("glossary", false)]
    {
        let (mut workspace, file, _) = analysed(&block("", ""));
        let span = Span::new(file, 0, 1);
        let allowance = Allowance::of_project(&written(place), span, &[], &mut Findings::default());
        workspace.allowances.extend(allowance);
        let analysis = workspace.analyse(file);
        assert_eq!(analysis.findings.excused() == 1, allowed, "{place}");
        let unused = workspace.unused(&analysis.used);
        assert_eq!(said(&unused).is_empty(), allowed, "{place}");
    }
    let mut refused = Findings::default();
    let nobody = Written { author: String::new(), ..written("block") };
    let none = Allowance::of_project(&nobody, Span::new(FileId(0), 0, 1), &[], &mut refused);
    assert!(none.is_none() && said(&refused) == ["SUP-01"]);
}

#[test]
fn what_is_allowed_is_shown_to_machines_and_counted_for_people() {
    let text = block("  # gnc: allow STR-11 (kept elsewhere; author A. Clerk)\n", "");
    let (workspace, _, findings) = analysed(&text);
    let shown = |format| print(format, &workspace.sources, &findings, Lang::En, false);
    let json: serde_json::Value = serde_json::from_str(&shown(Format::Json)).unwrap();
    assert_eq!(json["summary"]["excused"], 1);
    assert_eq!(json["summary"]["warning"], 0);
    assert_eq!(json["findings"][0]["excuse"]["author"], "A. Clerk");
    let sarif: serde_json::Value = serde_json::from_str(&shown(Format::Sarif)).unwrap();
    let suppression = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["kind"], "inSource");
    assert_eq!(suppression["justification"], "kept elsewhere (A. Clerk)");
    let human = shown(Format::Human);
    assert!(human.contains("allowed or known before: 1") && !human.contains("STR-11"), "{human}");
    for format in [Format::Github, Format::Junit] {
        assert!(!shown(format).contains("STR-11"));
    }
}

#[test]
fn what_was_recorded_does_not_count_wherever_it_moves() {
    let (workspace, _, findings) = analysed(&block("", ""));
    let record = Baseline::of(&workspace, &findings).text();
    let baseline = Baseline::read(&record).unwrap();
    let moved = block("  # moved down\n\n", "").replace("version: 1.1.0", "version:   1.2.0");
    let (workspace, _, mut findings) = analysed(&moved);
    baseline.excuse(&workspace, &mut findings);
    assert!(said(&findings).is_empty(), "{:?}", said(&findings));
    assert_eq!(findings.excused(), 1);
    let new = moved.replace(
        "goods: {en: All originating goods., fr:",
        "goods: {en: All originating goods., de:",
    );
    let (workspace, _, mut findings) = analysed(&new);
    baseline.excuse(&workspace, &mut findings);
    assert_eq!(said(&findings), ["TRM-10"]);
    assert!(Baseline::read("{}").is_err());
}
