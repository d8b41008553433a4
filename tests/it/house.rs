//! House rules: the page's example runs, with the standing of any rule, and mistakes in a file of
//! rules are found where they stand.

use std::sync::Arc;

use gnc::check::{EXAMPLE_BLOCK, Own, Rule, Settings, check};
use gnc::diag::{Findings, Severity};
use gnc::house::{MAX_BYTES, MAX_RULES, read};
use gnc::resolve::{Library, lay_over, resolve};
use gnc::syntax::parse;
use gnc::text::Sources;
use gnc::words::Lang;
use serde_json::Value;

use crate::cli::{Folder, root};

/// The first example of the page in this notation.
fn of_page(notation: &str) -> String {
    let page = std::fs::read_to_string(root().join("docs/house-rules.md")).unwrap();
    let fence = format!("```{notation}\n");
    page.split(&fence).nth(1).and_then(|it| it.split("```").next()).unwrap().to_owned()
}

/// A file with one rule, in which `changes` take the place of its lines.
fn rule_with(changes: &[(&str, &str)]) -> String {
    let mut text = "\
gnc_rules: 1
rules:
  - id: EXA-01
    name: trigger-too-slow
    title: {en: Triggers are quick, fr: Les déclencheurs sont rapides}
    place: process_alignment.triggers[*]
    assert: this.within <= duration('240h')
    point: within
    message: {en: \"`{trigger}` is slow\", fr: \"« {trigger} » est lent\"}
    arguments: [{id: trigger, value: this.id}]
    why: {en: Nobody waits., fr: Personne n’attend.}
    help: {en: Agree on less., fr: Convenez de moins.}
    severity: error
    bad: {process_alignment: {triggers: [{id: co-issued, within: P11D}]}}
    good: {process_alignment: {triggers: [{id: co-issued, within: P1D}]}}
"
    .to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not in the rule");
        text = text.replace(from, to);
    }
    text
}

struct Read {
    sources: Sources,
    rules: Vec<&'static Rule>,
    findings: Findings,
}

fn read_rules(texts: &[&str]) -> Read {
    let mut sources = Sources::default();
    let files: Vec<_> = texts.iter().map(|text| sources.add("rules.yaml", *text)).collect();
    let mut findings = Findings::default();
    let rules = read(&mut sources, &files, &gnc::codes::all(), &mut findings);
    findings.sort();
    Read { sources, rules, findings }
}

impl Read {
    /// What was found, as `code line:column`.
    fn places(&self) -> Vec<String> {
        let place = |it: &gnc::diag::Finding| {
            let at = self.sources.start(it.span);
            format!("{} {}:{}", it.code.id, at.line, at.column)
        };
        self.findings.list.iter().map(place).collect()
    }

    fn said(&self) -> String {
        self.findings.list.iter().map(|it| it.message(Lang::En) + "\n").collect()
    }

    /// What these rules find in `fragment` laid over the example block, by a project that owns `owns`.
    fn finds(&self, fragment: &str, owns: &[&str]) -> Findings {
        let mut sources = Sources::default();
        let base = sources.add("example.yaml", EXAMPLE_BLOCK);
        let base = parse(&sources, base).0.root.unwrap();
        let file = sources.add("fragment.yaml", fragment);
        let own = parse(&sources, file).0.root.unwrap();
        let root = lay_over(&base, &own);
        let (resolved, _) = resolve(&root, &Library::default(), &Arc::default());
        let owns = owns.iter().map(|it| (*it).to_owned()).collect();
        let settings = Settings::with(Own { rules: self.rules.clone(), owns });
        let mut found = check(&resolved.unwrap(), &settings);
        found.list.retain(|it| it.code.pack == gnc::diag::Pack::Project || it.code.id == "OWN-08");
        found
    }
}

fn project(rules: &str) -> Folder {
    let folder = Folder::new();
    folder.write("gnc.toml", of_page("toml"));
    folder.write("rules/house.yaml", rules);
    let slow = EXAMPLE_BLOCK.replacen("within: PT15M", "within: PT20M", 1);
    folder.write("exa-exb.co-push.yaml", slow);
    folder
}

#[test]
fn the_rules_of_the_page_have_the_standing_of_any_rule() {
    let folder = project(&of_page("yaml"));
    let file = "exa-exb.co-push.yaml";
    let ran = folder.run(&["check", file]).ends(1);
    assert!(ran.says("error[EXA-01]: the certificate of trigger `co-issued` may take PT20M"));
    assert!(ran.says("exa-exb.co-push.yaml:98:2"), "{}", ran.out);
    assert!(ran.says("help: Agree on `within` of at most `PT10M` for `co-issued`."));
    let french = folder.run(&["check", file, "--speak", "fr"]).ends(1);
    assert!(french.says("le certificat du déclencheur « co-issued » peut attendre PT20M"));
    assert!(french.says("une règle de ce projet, non une règle de l’OMD"), "{}", french.out);

    let json = folder.run(&["check", file, "--format", "json"]).ends(1);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let schema = std::fs::read_to_string(root().join("docs/schema/findings.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let wrong: Vec<_> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&json)
        .map(|it| it.to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let found = &json["findings"][0];
    assert_eq!(found["rule"], "EXA-01");
    assert_eq!((&found["pack"], &found["basis"]), (&"project".into(), &"house".into()));
    assert_eq!(found["path"], "process_alignment.triggers[co-issued].within");

    let sarif = folder.run(&["check", file, "--format", "sarif"]).ends(1);
    assert!(sarif.says("\"ruleId\": \"EXA-01\""), "{}", sarif.out);

    for (lang, title) in
        [("en", "Each certificate is sent"), ("fr", "Chaque certificat est envoyé")]
    {
        let page = folder.run(&["explain", "exa-01", "--speak", lang]).ends(0);
        assert!(page.says(title) && page.says("this.within <= duration('10m')"), "{}", page.out);
        assert!(page.says("- {id: co-issued, within: PT15M}"), "{}", page.out);
    }
    let list = folder.run(&["rules", "--pack", "project"]).ends(0);
    assert!(list.says("EXA-01") && list.says("EXA-02") && !list.says("DAT-01"), "{}", list.out);
    let list = folder.run(&["rules", "--format", "json"]).ends(0);
    let list: Value = serde_json::from_str(&list.out).unwrap();
    let schema = std::fs::read_to_string(root().join("docs/schema/rules.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&list));
}

#[test]
fn findings_of_house_rules_are_allowed_and_recorded_like_others() {
    let folder = project(&of_page("yaml"));
    let file = "exa-exb.co-push.yaml";
    let text = std::fs::read_to_string(folder.at(file)).unwrap();
    folder.run(&["check", file, "--write-baseline", "known.json"]).ends(0);
    folder.run(&["check", file, "--baseline", "known.json"]).ends(0);

    let allowed = "  # gnc: allow EXA-01 (agreed in 2025; author A. Official)\n  triggers:\n";
    folder.write(file, text.replacen("  triggers:\n", allowed, 1));
    folder.run(&["check", file, "--fail-on", "advice"]).ends(0);
    folder.write(file, text.replacen("  triggers:\n", &allowed.replace("EXA-01", "EXA-03"), 1));
    assert!(folder.run(&["check", file]).ends(1).says("SUP-02"));

    folder.write(file, &text);
    let toml = of_page("toml");
    let place = "process_alignment.triggers[co-issued]";
    let suppress = format!(
        "{toml}[[suppress]]\nrule = \"certificate-slower-than-ten-minutes\"\nplace = \"{place}\"\nreason = \"r\"\nauthor = \"a\"\n"
    );
    folder.write("gnc.toml", suppress);
    folder.run(&["check", file]).ends(0);
    folder.write("gnc.toml", format!("{toml}[rules.severity]\nEXA-01 = \"advice\"\n"));
    assert!(folder.run(&["check", file]).ends(0).says("advice[EXA-01]"));
    folder.write("gnc.toml", format!("{toml}[rules.severity]\nEXA-09 = \"advice\"\n"));
    assert!(folder.run(&["check", file]).ends(3).says("EXA-0"));
    folder.write("gnc.toml", format!("{toml}[rules.packs]\nproject = false\n"));
    assert!(!folder.run(&["check", file]).ends(0).says("EXA-01"));
}

#[test]
fn a_house_rule_is_an_error_only_in_blocks_that_the_project_owns() {
    let read = read_rules(&[&rule_with(&[])]);
    assert!(read.findings.list.is_empty(), "{}", read.said());
    let slow = "process_alignment: {triggers: [{id: co-issued, within: P12D}]}";
    let named = format!("block: {{id: exa-exb.co-push}}\n{slow}");
    for (owns, weight) in [
        (&["exa-exb.co-push"][..], Severity::Error),
        (&["exa-exb.*"], Severity::Error),
        (&["exa-exb"], Severity::Warning),
        (&["exa.*"], Severity::Warning),
        (&[], Severity::Warning),
    ] {
        let found = read.finds(&named, owns);
        let weights: Vec<_> = found.list.iter().map(|it| it.severity).collect();
        assert_eq!(weights, [weight], "{owns:?}");
    }
    // The finding stands in a file that is not the block's own: that of a framework.
    let found = read.finds("block: {id: exa-exb.co-push}", &["exa-exb.*"]);
    assert!(found.list.is_empty());
}

#[test]
fn what_a_profile_inherits_is_not_the_projects_to_call_an_error() {
    let folder = Folder::new();
    let framework = EXAMPLE_BLOCK.replacen("id: exa-exb.co-push", "id: wco.frame", 1);
    folder.write("utility-blocks/wco.frame.yaml", framework.replacen("PT15M", "PT20M", 1));
    let profile = EXAMPLE_BLOCK.replacen("  kind:", "  extends: wco.frame@1.0.0\n  kind:", 1);
    let without = profile.replacen(", within: PT15M", "", 1);
    folder.write("rules/house.yaml", of_page("yaml"));
    folder.write("gnc.toml", of_page("toml"));
    let file = folder.write("utility-blocks/exa-exb.co-push.yaml", &without);
    let ran = folder.run(&["check", &file]).ends(0);
    assert!(ran.says("warning[EXA-01]") && ran.says("wco.frame.yaml:"), "{}", ran.out);
    folder.write("gnc.toml", of_page("toml").replace("exa-exb.*", "wco.frame\", \"exa-exb.*"));
    assert!(folder.run(&["check", &file]).ends(1).says("error[EXA-01]"));
}

/// Changes to the rule, what is found of them and where, and words of what is said.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str], &'a str);

#[test]
fn mistakes_in_a_file_of_rules_are_found_where_they_stand() {
    let cases: &[Case] = &[
        (&[("EXA-01", "DAT-99")], &["OWN-01 3:9"], "`DAT` begins"),
        (&[("EXA-01", "FMT-99")], &["OWN-01 3:9"], "`FMT` begins"),
        (&[("EXA-01", "exa-1")], &["FMT-03 3:9"], "identifier of a rule"),
        (&[("trigger-too-slow", "key-not-unique")], &["OWN-01 4:11"], "`key-not-unique` is given"),
        (&[("alignment.trig", "alignment.tirg")], &["OWN-02 6:30"], "no key `tirggers`"),
        (&[("triggers[*]\n", "triggers.within\n")], &["OWN-02 6:30"], "`triggers` is a list"),
        (&[("triggers[*]\n", "triggers[*].id[*]\n")], &["OWN-02 6:44"], "`id` is no list"),
        (&[("triggers[*]\n", "triggers[\n")], &["OWN-02 6:38"], "cannot be read"),
        (&[("point: within", "point: whithin")], &["OWN-02 8:12"], "no key `whithin`"),
        (&[("this.within <=", "this.wihtin <=")], &["OWN-03 7:18"], "wihtin"),
        (&[("duration('240h')", "'P10D'")], &["OWN-03 7:13"], ""),
        (&[("duration('240h')", "duration('240h'")], &["OWN-03 7:36"], ""),
        (&[("assert: this.within <= duration('240h')", "assert: this.id")], &["OWN-03 7:13"], ""),
        (&[("value: this.id", "value: this.idd")], &["OWN-03 10:43"], "idd"),
        (&[(", fr: Personne n’attend.", "")], &["OWN-04 11:10"], "`why` lacks the language `fr`"),
        (&[("{trigger}` is", "{tirgger}` is")], &["OWN-05 9:19"], "`tirgger` of `message`"),
        (
            &[("arguments: [", "arguments: [{id: more, value: this.entity}, ")],
            &["OWN-05 10:22"],
            "`more`",
        ),
        (&[("P11D", "P9D")], &["OWN-06 14:10"], "`bad` does not break EXA-01"),
        (&[("P1D}", "P12D}")], &["OWN-06 15:11"], "`good` breaks EXA-01"),
        (
            &[("triggers: [{id: co-issued, within: P11D", "tirggers: [{id: x")],
            &["FMT-01 14:31"],
            "",
        ),
        (&[("gnc_rules: 1", "gnc_rules: 2")], &["OWN-07 1:12"], "version 2"),
        (
            &[(
                "severity: error",
                "severity: advice\n    early: [{before: agreed, severity: error}]",
            )],
            &["OWN-07 14:13"],
            "weighs early",
        ),
        (&[("severity: error", "severity: errror")], &["FMT-04 13:15"], ""),
        (&[("    assert: this.within <= duration('240h')\n", "")], &["FMT-05 3:5"], "`assert`"),
    ];
    for (changes, places, words) in cases {
        let read = read_rules(&[&rule_with(changes)]);
        assert_eq!(read.places(), *places, "{changes:?}\n{}", read.said());
        assert!(read.said().contains(words), "{changes:?}\n{}", read.said());
        assert!(read.rules.is_empty(), "a rule with a mistake is not run: {changes:?}");
        for it in &read.findings.list {
            for said in Lang::ALL.map(|lang| it.message(lang) + &it.help(lang)) {
                assert!(!said.contains("{fault}") && !said.contains("{hint}"), "{said}");
            }
        }
    }
}

#[test]
fn an_identifier_is_given_once_in_all_files() {
    let other = rule_with(&[("trigger-too-slow", "other-name")]);
    let read = read_rules(&[&rule_with(&[]), &other]);
    assert_eq!(read.places(), ["OWN-01 3:9"]);
    assert_eq!(read.rules.len(), 1);
}

#[test]
fn a_rule_read_again_is_the_same_rule() {
    let (one, two) = (read_rules(&[&rule_with(&[])]), read_rules(&[&rule_with(&[])]));
    assert!(std::ptr::eq(one.rules[0], two.rules[0]));
    let other = read_rules(&[&rule_with(&[("is slow", "is too slow")])]);
    assert!(!std::ptr::eq(one.rules[0], other.rules[0]));
}

#[test]
fn what_is_open_or_absent_is_not_decided() {
    let read = read_rules(&[&rule_with(&[])]);
    let of = |within: &str| {
        let fragment =
            format!("process_alignment: {{triggers: [{{id: co-issued, within: {within}}}]}}");
        read.finds(&fragment, &[]).list.len()
    };
    assert_eq!(of("P11D"), 1);
    assert_eq!(of("P9D"), 0);
    assert_eq!(of(""), 0);
    assert_eq!(of("{open: {owner: EXA}}"), 0);
    assert_eq!(of("{proposals: {EXA: P20D, EXB: P30D}}"), 0);
    let asked = ("this.within <= duration('240h')", "has(this.within)");
    let bad = ("within: P11D", "within:");
    let read = read_rules(&[&rule_with(&[asked, bad])]);
    assert!(read.findings.list.is_empty(), "{}", read.said());
    let found = read.finds("process_alignment: {triggers: [{id: co-issued, within: }]}", &[]);
    assert_eq!(found.list.len(), 1);
    let open = "process_alignment: {triggers: [{id: co-issued, within: {open: {owner: EXA}}}]}";
    assert!(read.finds(open, &[]).list.is_empty(), "somebody owes it");
}

#[test]
fn hostile_files_of_rules_are_read_in_bounds() {
    let long = rule_with(&[]) + &"# more\n".repeat(MAX_BYTES / 7);
    assert_eq!(read_rules(&[&long]).places(), ["OWN-07 1:1"]);
    let one = rule_with(&[]);
    let item = one.strip_prefix("gnc_rules: 1\nrules:\n").unwrap();
    let mut many = "gnc_rules: 1\nrules:\n".to_owned();
    for at in 0..MAX_RULES + 5 {
        let id = item.replace("EXA-01", &format!("EXA-{at:04}"));
        many += &id.replace("too-slow", &format!("slow-{at}"));
    }
    let read = read_rules(&[&many]);
    assert!(many.len() < MAX_BYTES && read.rules.len() == MAX_RULES, "{}", read.rules.len());
    assert!(read.said().contains("more than 200 rules"));
    for text in ["", "x", "- 1", "gnc_rules: 1\nrules: [[[[1]]]]", "gnc_rules: []\nrules: {}\n"] {
        assert!(read_rules(&[text]).rules.is_empty());
    }
}

#[test]
fn a_rule_that_asks_too_much_of_a_block_says_so() {
    let each = "process_alignment.entities.all";
    let mut asked = "a.id + b.id + c.id + d.id != ''".to_owned();
    for name in ["d", "c", "b", "a"] {
        asked = format!("{each}({name}, {asked})");
    }
    let greedy = rule_with(&[("<= duration('240h')", &format!("<= duration('240h') && {asked}"))]);
    let read = read_rules(&[&greedy]);
    assert!(read.findings.list.is_empty(), "{}", read.said());
    let entities: String = (0..100).map(|at| format!("{{id: more-{at}}}, ")).collect();
    let found = read.finds(&format!("process_alignment: {{entities: [{entities}]}}"), &[]);
    let ids: Vec<_> = found.list.iter().map(|it| it.code.id).collect();
    assert_eq!(ids, ["OWN-08"]);
    assert!(found.list[0].message(Lang::En).contains("EXA-01 could not be decided here: "));
}

#[test]
fn the_published_schema_of_house_rules_is_what_the_tool_prints_and_takes_the_page() {
    let printed = format!("{:#}\n", gnc::model::house_schema());
    let place = root().join("docs/schema/house-rules.schema.json");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&place, &printed).unwrap();
    }
    assert!(std::fs::read_to_string(&place).unwrap_or_default() == printed, "run with BLESS=1");
    let schema = jsonschema::validator_for(&gnc::model::house_schema()).unwrap();
    let page = crate::schema::as_json(&of_page("yaml"));
    let wrong: Vec<_> = schema.iter_errors(&page).map(|it| it.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let misspelt = of_page("yaml").replacen("severity:", "weight:", 1);
    assert!(!schema.is_valid(&crate::schema::as_json(&misspelt)));
    let printed = crate::cli::run(&["schema", "house-rules"]).ends(0).out;
    assert_eq!(printed, std::fs::read_to_string(&place).unwrap());
}
