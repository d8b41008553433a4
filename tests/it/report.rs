//! Findings as they are printed: the same said in every form and language.

use gnc::diag::{Basis, Code, Edit, Finding, Findings, Pack, Severity};
use gnc::report::{Format, counts, print};
use gnc::text::{Sources, Span};
use gnc::words::{Lang, words};
use serde_json::Value;

static ADVICE: Code = Code {
    id: "XYZ-01",
    name: "made-up-fault",
    title: words("Made up.", "Inventé."),
    message: words("`{what}` is made up.", "« {what} » est inventé."),
    why: words("It tests.", "Cela teste."),
    help: words("Leave `{what}`, 100%: fine.", "Laissez « {what} », 100 % : bien."),
    severity: Severity::Advice,
    basis: Basis::House,
    pack: Pack::House,
};

static SOURCED: Code = Code {
    id: "XYZ-02",
    name: "sourced-fault",
    severity: Severity::Warning,
    basis: Basis::Sourced(&["P2", "P37"]),
    pack: Pack::GncCore,
    ..ADVICE
};

const NASTY: &str = "k: \u{1b}[31m\u{9b}2J\u{202e}é😀 & <b> \"q\"\r\nl: 😀 m\r\n";

/// Two files with findings of every severity, one without any.
fn sample() -> (Sources, Findings) {
    let mut sources = Sources::default();
    let broken = "a: 1\na: 2\nb: Annex: x\n";
    let first = sources.add("blocks/é a,b:c%.yaml", broken);
    let second = sources.add("nasty\u{1b}[0m.yaml", NASTY);
    sources.add("clean.yaml", "a: 1\n");
    let (_, mut findings) = gnc::syntax::parse(&sources, first);
    let what = &NASTY[3..12];
    let end = NASTY.find('\r').expect("a line ends");
    let note = words("see `{what}`", "voir « {what} »");
    findings.add(Finding::new(&ADVICE, Span::new(second, 3, end)).arg("what", what));
    let l = NASTY.find("l:").expect("the second line");
    let edit = Edit { span: Span::new(second, l, l + 1), text: "z".to_owned() };
    findings.add(
        Finding::new(&SOURCED, Span::new(second, l + 3, l + 7))
            .arg("what", "x\ny")
            .note(Span::new(first, 0, 1), note)
            .fix(words("rename", "renommer"), vec![edit]),
    );
    (sources, findings)
}

fn printed(format: Format, lang: Lang) -> String {
    let (sources, findings) = sample();
    let text = print(format, &sources, &findings, lang, false);
    assert_eq!(text, print(format, &sources, &findings, lang, false), "the same twice");
    text
}

fn json(format: Format, lang: Lang) -> Value {
    serde_json::from_str(&printed(format, lang)).expect("well-formed JSON")
}

#[test]
fn every_form_names_rule_severity_place_basis_and_says_the_message() {
    for format in Format::ALL {
        assert_eq!(Format::from_id(format.id()), Some(format));
        for lang in Lang::ALL {
            let text = printed(format, lang);
            let all = ["SYN-01", "SYN-21", "XYZ-01", "XYZ-02", "P2", "P37", "nasty"];
            for expected in all {
                assert!(text.contains(expected), "{format:?} lacks {expected}:\n{text}");
            }
            let (mine, other) = match lang {
                Lang::En => ("stands twice in the same section", "figure deux fois"),
                Lang::Fr => ("figure deux fois dans la même section", "stands twice"),
            };
            assert!(text.contains(mine) && !text.contains(other), "{format:?} {lang:?}\n{text}");
            if format != Format::Human {
                for expected in ["duplicate-key", "error", "format", "gnc-core"] {
                    assert!(text.contains(expected), "{format:?} lacks {expected}:\n{text}");
                }
            }
        }
    }
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_as_a_command() {
    let dangerous = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}')
    };
    for format in [Format::Human, Format::Junit, Format::Github] {
        for lang in Lang::ALL {
            let text = printed(format, lang);
            let found = text.chars().find(|c| dangerous(*c));
            // The file's name is passed on as it is where a program looks the file up by it.
            let name = format == Format::Github && found == Some('\u{1b}');
            assert!(found.is_none() || name, "{format:?} {found:?}\n{text}");
        }
    }
    let (sources, findings) = sample();
    let coloured = print(Format::Human, &sources, &findings, Lang::En, true);
    assert!(coloured.contains("\u{1b}[") && !coloured.contains('\u{9b}'));
    assert!(!coloured.contains("\u{1b}[31m\u{fffd}2J"), "the escape of the file is neutralised");
}

#[test]
fn people_read_counts_then_excerpts_then_reasons() {
    let text = printed(Format::Human, Lang::En);
    let total = "2 errors, 1 warning, 1 piece of advice in 2 files (with a ready fix: 2)";
    assert!(text.starts_with(&format!("{total}\n")) && text.ends_with(&format!("\n{total}\n")));
    for expected in [
        "error[SYN-01]: `a` stands twice",
        "é a,b:c%.yaml:2:1\n",
        "`a` stands here first",
        "2 | a: 2\n  | ^",
        "= help: Keep one",
        "= why: Only one",
        "ready fix: put the text in quotes",
        "warning[XYZ-02]",
        "basis: sources P2, P37",
        "basis: our own advice",
        "see `x y`",
        "\n2 | l: 😀 m\n  |    ^^\n",
    ] {
        assert!(text.contains(expected), "no {expected:?} in\n{text}");
    }
    let french = printed(Format::Human, Lang::Fr);
    for expected in [
        "2 erreurs, 1 avertissement, 1 conseil dans 2 fichiers",
        "avertissement[XYZ-02]",
        "aide:",
        "pourquoi:",
        "conseil[XYZ-01]",
    ] {
        assert!(french.contains(expected), "no {expected:?} in\n{french}");
    }
    let mut sources = Sources::default();
    sources.add("a.yaml", "a: 1\n");
    let nothing = print(Format::Human, &sources, &Findings::default(), Lang::Fr, false);
    assert_eq!(nothing, "Rien n’a été trouvé dans 1 fichier.\n");
}

#[test]
fn many_findings_stay_readable() {
    let mut sources = Sources::default();
    let text: String = (0..200).map(|n| format!("a: {n}\n")).collect();
    let file = sources.add("many.yaml", text);
    let (_, findings) = gnc::syntax::parse(&sources, file);
    assert_eq!(findings.list.len(), 199);
    let text = print(Format::Human, &sources, &findings, Lang::En, false);
    assert_eq!(text.matches("= help:").count(), 1, "one in full");
    assert_eq!(text.matches("= why:").count(), 1, "the reason once");
    assert!(text.contains("\n  many.yaml:200:1: SYN-01 `a` stands twice in the same section.\n"));
    assert!(text.lines().count() < 300, "{} lines", text.lines().count());
}

#[test]
fn many_findings_are_counted_by_component_and_hang_on_their_causes() {
    let mut text = gnc::check::EXAMPLE_BLOCK.to_owned();
    for (from, to) in [
        ("event: ", "evnt: "),
        ("requirement: ", "requirment: "),
        ("sender: inbound-gateway", "sender: inbund-gateway"),
        ("measure: ", "mesure: "),
    ] {
        assert!(text.contains(from));
        text = text.replace(from, to);
    }
    let mut workspace = gnc::workspace::Workspace::default();
    let (file, _) = workspace.add("exa-exb.co-push.yaml", text.into_bytes());
    workspace.prepare();
    let findings = workspace.analyse(file).findings;
    assert!(findings.list.len() > 50, "{}", findings.list.len());
    let printed = print(Format::Human, &workspace.sources, &findings, Lang::En, false);
    let lines: Vec<&str> = printed.lines().collect();
    let total = counts(&findings, Lang::En);
    assert!(lines[0].starts_with(&total), "{}", lines[0]);
    let by = lines[3].strip_prefix("by component: ").expect("counts come first");
    assert!(by.contains("Triggers ") && by.contains("Data cluster "), "{by}");
    let numbers = by.split(" · ").map(|it| it.rsplit(' ').next().unwrap().parse::<usize>());
    assert_eq!(numbers.map(Result::unwrap).sum::<usize>(), findings.counting().count());
    let french = print(Format::Human, &workspace.sources, &findings, Lang::Fr, false);
    assert!(french.contains("par composante : "), "{french}");
    // Whatever follows from another is said below it, once.
    let root = |it: &&gnc::diag::Finding| it.cause.is_none();
    for finding in findings.list.iter().filter(|it| !root(it)) {
        let cause = finding.cause.unwrap();
        let has = |it: &&gnc::diag::Finding| (it.span, it.code.id) == (cause.span, cause.code.id);
        assert!(findings.list.iter().any(|it| has(&it)));
    }
    for finding in &findings.list {
        let at = workspace.sources.start(finding.span);
        let place = format!(".yaml:{}:{}", at.line, at.column);
        let said = printed.matches(&format!("{place}\n")).count()
            + printed.matches(&format!("{place}: {} ", finding.code.id)).count();
        assert!(said > 0, "{} at {place} is not said", finding.code.id);
    }
    // Fewer can be taken in without.
    assert!(!printed_sample().contains("by component"));
}

fn printed_sample() -> String {
    printed(Format::Human, Lang::En)
}

#[test]
fn json_is_as_published() {
    let schema = std::fs::read_to_string("docs/schema/findings.schema.json").expect("published");
    let schema: Value = serde_json::from_str(&schema).expect("well-formed JSON");
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    for lang in Lang::ALL {
        let report = json(Format::Json, lang);
        let errors: Vec<_> = validator.iter_errors(&report).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(report["language"], lang.code());
    }
    // The schema refuses what is not so: it is no empty promise.
    let mut wrong = json(Format::Json, Lang::En);
    wrong["findings"][0]["place"]["line"] = 0.into();
    assert!(!validator.is_valid(&wrong));
    wrong = json(Format::Json, Lang::En);
    wrong["findings"][0]["extra"] = 0.into();
    assert!(!validator.is_valid(&wrong));
    // Its lists of names are those of the code.
    let names = |pointer: &str| schema.pointer(pointer).cloned().expect("a list of names");
    let severities: Vec<_> = Severity::ALL.iter().map(|severity| severity.id()).collect();
    assert_eq!(names("/$defs/finding/properties/severity/enum"), serde_json::json!(severities));
    let packs = Pack::ALL.map(Pack::id);
    assert_eq!(names("/$defs/finding/properties/pack/enum"), serde_json::json!(packs));
    let languages: Vec<_> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    assert_eq!(names("/properties/language/enum"), serde_json::json!(languages));

    let report = json(Format::Json, Lang::En);
    assert_eq!(
        report["summary"],
        serde_json::json!({"error": 2, "warning": 1, "advice": 1, "excused": 0})
    );
    let place = &report["findings"][0]["place"];
    assert_eq!(
        (&place["line"], &place["column"], &place["end_column"]),
        (&2.into(), &1.into(), &2.into())
    );
    assert_eq!(report["findings"][0]["notes"][0]["place"]["line"], 1);
    assert_eq!(report["findings"][3]["place"]["end_column"], 5, "an emoji is one column");
}

#[test]
fn sarif_places_count_characters_and_addresses_are_relative() {
    let log = json(Format::Sarif, Lang::Fr);
    let run = &log["runs"][0];
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().expect("results");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(results.len(), 4);
    for result in results {
        let at = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(rules[at]["id"], result["ruleId"]);
        assert!(rules[at]["help"]["text"].as_str().is_some_and(|text| text.contains("fondement")));
    }
    let levels: Vec<_> = results.iter().map(|result| result["level"].as_str()).collect();
    assert_eq!(levels, [Some("error"), Some("error"), Some("note"), Some("warning")]);
    let last = &results[3]["locations"][0]["physicalLocation"];
    let region =
        serde_json::json!({"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5});
    assert_eq!(last["region"], region);
    let first = &results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(first, "blocks/%C3%A9%20a%2Cb%3Ac%25.yaml");
    let change = &results[3]["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "z");
    assert_eq!(change["replacements"][0]["deletedRegion"]["startLine"], 2);
    assert_eq!(results[3]["relatedLocations"][0]["message"]["text"], "voir « x\ny »");
}

#[test]
fn github_commands_are_escaped() {
    let text = printed(Format::Github, Lang::En);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 4, "one line for each finding:\n{text}");
    let head =
        "::error file=blocks/é a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=1,endColumn=2,title=SYN-01 ";
    assert!(lines[0].starts_with(head), "{}", lines[0]);
    assert!(lines[3].starts_with("::warning ") && lines[2].starts_with("::notice "));
    assert!(lines[3].contains("::`x%0Ay` is made up.%0ALeave `x%0Ay`, 100%25: fine.%0A"));
}

#[test]
fn junit_is_xml_with_a_case_for_each_finding() {
    use quick_xml::events::Event;
    let text = printed(Format::Junit, Lang::En);
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut cases, mut failures, mut suites) = (0, 0, 0);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "testcase" => cases += 1,
                "failure" => failures += 1,
                "testsuite" => suites += 1,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((suites, cases, failures), (3, 5, 2), "the clean file is a case that passed");
    assert!(text.contains(r#"<testsuites name="gnc" tests="5" failures="2" errors="0">"#));
}

#[test]
fn odd_places_are_printed_all_the_same() {
    let mut sources = Sources::default();
    let text = format!("a: {}\n\n  \né", "x".repeat(100_000));
    let file = sources.add("odd.yaml", text.clone());
    let end = text.len();
    let mut findings = Findings::default();
    for (start, end) in [
        (0, end),
        (end, end),
        (end - 1, end),
        (50_000, 50_001),
        (9, 3),
        (end + 9, end + 99),
        (end - 6, end - 2),
    ] {
        findings.add(Finding::new(&ADVICE, Span::new(file, start, end)).arg("what", "é"));
    }
    findings.add(Finding::new(&ADVICE, Span::new(gnc::text::FileId(7), 3, 4)));
    for format in Format::ALL {
        for lang in Lang::ALL {
            assert!(print(format, &sources, &findings, lang, true).contains("XYZ-01"));
        }
    }
}

#[test]
fn what_follows_is_folded_below_its_cause_and_stays_in_json() {
    use gnc::workspace::Workspace;
    // The benefits stand under a key that nobody knows, so the part misses them as well.
    let text = gnc::check::EXAMPLE_BLOCK.replacen("\n  benefits:\n", "\n  windfalls:\n", 1);
    let mut workspace = Workspace::default();
    let (file, _) = workspace.add("block.yaml", text.into_bytes());
    workspace.prepare();
    let findings = workspace.analyse(file).findings;
    let follow = findings.list.iter().filter(|it| it.cause.is_some()).count();
    assert!(follow >= 1, "{findings:#?}");
    let text = print(Format::Human, &workspace.sources, &findings, Lang::En, false);
    assert!(text.contains("from this:\n  block.yaml:"), "{text}");
    let json = print(Format::Json, &workspace.sources, &findings, Lang::En, false);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let listed = json["findings"].as_array().expect("a list");
    assert_eq!(listed.len(), findings.list.len());
    let linked = listed.iter().filter(|it| it["caused_by"]["link"] == "unknown-key").count();
    assert_eq!(linked, follow);
}
