//! What an annex says of the framework that it extends.

use gnc::view::document::templates::Templates;
use gnc::view::document::{Block, Document, Inline, Options, Paper, Table, build, plain};
use gnc::words::Lang;
use gnc::workspace::Workspace;

/// The annex of the last of these texts, with the others beside it.
fn annex_of(texts: &[(&str, &str)], lang: Lang) -> Document {
    let mut workspace = Workspace::default();
    let files: Vec<_> =
        texts.iter().map(|(name, text)| workspace.add(name, text.as_bytes().to_vec()).0).collect();
    workspace.prepare();
    let analysis = workspace.analyse(*files.last().unwrap());
    let resolved = analysis.resolved.unwrap();
    let mut sources = gnc::text::Sources::default();
    let templates = Templates::new(&mut sources, &[]);
    let (document, findings) = build(Paper::Annex, &resolved, &templates, lang, Options::default());
    assert!(findings.list.is_empty(), "{findings:?}");
    document
}

fn shipped(block: &str) -> String {
    std::fs::read_to_string(format!("utility-blocks/{block}.yaml")).unwrap()
}

/// The annex of a shipped block beside the framework that it extends.
fn annex(block: &str, framework: &str, lang: Lang) -> Document {
    annex_of(&[("framework.yaml", &shipped(framework)), ("block.yaml", &shipped(block))], lang)
}

const PROFILES: [(&str, &str); 5] = [
    ("adj-bor.co-push", "wco.co-push"),
    ("adj-con.co-push", "wco.co-push"),
    ("adj-kat.co-push", "wco.co-push"),
    ("sacu.export-data", "wco.export-data"),
    ("sadc.export-data", "wco.export-data"),
];

fn table<'d>(document: &'d Document, anchor: &str) -> Option<&'d Table> {
    document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.anchor == anchor => Some(table),
        _ => None,
    })
}

/// The rows of a table as words; a group as its title alone.
fn rows(document: &Document, anchor: &str) -> Vec<Vec<String>> {
    let table = table(document, anchor).unwrap();
    let cells = |row: &gnc::view::document::Row| {
        let all = row.cells.iter().map(|it| plain(it));
        if row.group { all.take(1).collect() } else { all.collect::<Vec<_>>() }
    };
    table.rows.iter().map(cells).collect()
}

fn has_section(document: &Document) -> bool {
    document
        .blocks
        .iter()
        .any(|it| matches!(it, Block::Heading(heading) if heading.anchor == "profile"))
}

#[test]
fn a_profile_has_the_section_and_a_framework_has_none() {
    let framework = shipped("wco.export-data");
    assert!(!has_section(&annex_of(&[("framework.yaml", &framework)], Lang::En)));
    for (block, framework) in PROFILES {
        let [english, french] = Lang::ALL.map(|lang| annex(block, framework, lang));
        for document in [&english, &french] {
            assert!(has_section(document), "{block}");
            let table = table(document, "table-profile").unwrap();
            assert!(!table.label.is_empty() && table.columns.len() == 4, "{block}");
            // Every row says in words what it is about; only elements add their path.
            for row in table.rows.iter().filter(|row| !row.group) {
                assert!(matches!(row.cells[0][0], Inline::Text(_)), "{:?}", row.cells[0]);
            }
        }
        let shape = |it: &Document| {
            let of =
                |anchor| table(it, anchor).map(|it| it.rows.iter().map(|it| it.group).collect());
            [of("table-profile"), of("table-profile-points")]
                .map(Option::<Vec<bool>>::unwrap_or_default)
        };
        assert_eq!(shape(&english), shape(&french), "{block}");
    }
}

#[test]
fn what_is_narrowed_stands_with_both_values() {
    let document = annex("adj-bor.co-push", "wco.co-push", Lang::En);
    let rows = rows(&document, "table-profile");
    let row = |path: &str| {
        let found = rows.iter().find(|it| it[0].ends_with(path));
        found.map(|it| [&it[1], &it[2], &it[3]].map(String::as_str)).unwrap_or_default()
    };
    assert_eq!(row(" Certificate/Exporter/ID"), ["O; 0..1", "M; 1..1", "narrower"]);
    assert_eq!(row(" Certificate/ID"), ["an..70", "an..35", "narrower"]);
    let equipment = " Certificate/Consignment/TransportEquipment";
    assert_eq!(row(equipment), ["O; with 2 elements", "–", "not used"]);
    assert!(!rows.iter().any(|it| it[0].contains("TransportEquipment/")), "told by its class");
    let [before, after, effect] = row("/Origin/CriterionCode");
    assert_eq!([after, effect], ["adj-bor.origin-criteria: WO, PE, PSR, RVC", "narrower"]);
    assert!(before.starts_with("gnc.origin-criteria ("), "{before}");
    let tls = rows.iter().find(|it| it[0] == "Lowest version of TLS").unwrap();
    assert_eq!(tls[1..], ["TLS 1.2", "TLS 1.3", "narrower"]);
    // A rule that is left out is told once, not again at the step that named it.
    assert_eq!(rows.iter().filter(|it| it[0].contains("BR-CO-35")).count(), 1);
    // Parties, contact points and legal basis are every annex's own.
    let all = format!("{rows:?}");
    assert!(!all.contains("customs.bor.example") && !all.contains("Regulations 6 to 9"));
    // The framework knows nothing of the codes of countries that do not exist.
    let at = rows.iter().position(|it| it[0].starts_with("Departures")).unwrap();
    assert_eq!(rows[at + 1][1..], ["–", "XA, XB", "added"]);
    assert_eq!(rows.len(), at + 2, "{rows:?}");
}

#[test]
fn what_departs_from_the_framework_stands_last() {
    let document = annex("adj-kat.co-push", "wco.co-push", Lang::En);
    let rows = rows(&document, "table-profile");
    let at = rows.iter().position(|it| it[0].starts_with("Departures")).unwrap();
    let departures: Vec<[&str; 3]> =
        rows[at + 1..].iter().map(|it| [&*it[1], &*it[2], &*it[3]]).collect();
    let expected = [
        ["1.0.0", "2.0.0", "other"],
        ["UtilisationReport", "PreferenceUseReport", "other"],
        ["–", "XA, XT", "added"],
        ["an..17", "an..35", "wider"],
        ["iso.3166-1 (249 codes)", "adj-kat.countries: AJ, KT", "other"],
        ["–", "O; 0..1; an..20", "added"],
    ];
    assert_eq!(departures, expected);
    // A code that keeps its name and changes its meaning: only a person can judge it.
    let reworded = rows.iter().find(|it| it[0].contains("E-QTY")).unwrap();
    assert!(reworded[1].contains("written off") && reworded[2].contains("differs from"));
    assert_eq!(reworded[3], "other words");
}

#[test]
fn points_of_the_framework_stand_with_what_the_parties_say() {
    let document = annex("adj-bor.co-push", "wco.co-push", Lang::En);
    let table = table(&document, "table-profile-points").unwrap();
    let row = |subject: &str| {
        let found = table.rows.iter().find(|it| plain(&it.cells[0]) == subject);
        found.map(|it| &it.cells).unwrap()
    };
    assert_eq!(plain(&row("Time to the business response")[2]), "1\u{a0}hour");
    let timeout = &row("Time to acknowledge a message")[2];
    assert_eq!(plain(timeout), "[ADJ: 30\u{a0}seconds] [BOR: 5\u{a0}minutes]");
    // Square brackets lead to the list of points, as everywhere in the annex.
    assert!(timeout.iter().any(|it| matches!(it, Inline::Bracket(it)
        if document.points[it.point].path.ends_with("acknowledgement_timeout"))));
    assert!(plain(&row("Number of repetitions")[1]).starts_with("Each pair of Parties"));
}

#[test]
fn a_profile_that_changes_nothing_says_so() {
    let own = "gnc: 1\nblock:\n  id: a-b.co-push\n  version: 0.1.0\n  status: concept\n  \
               kind: certificate-of-origin\n  extends: wco.co-push@1.0.0\n";
    let framework = shipped("wco.co-push");
    let document = annex_of(&[("framework.yaml", &framework), ("own.yaml", own)], Lang::En);
    assert!(has_section(&document));
    assert!(table(&document, "table-profile").is_none());
    assert!(table(&document, "table-profile-points").is_none());
    let words = document.blocks.iter().filter_map(|block| match block {
        Block::Clause(clause) => clause.blocks.first(),
        _ => None,
    });
    let words: Vec<String> = words
        .filter_map(|it| match it {
            Block::Paragraph(text) => Some(plain(text)),
            _ => None,
        })
        .collect();
    assert!(words.iter().any(|it| it.starts_with("This annex is a profile of wco.co-push@1.0.0")));
    assert!(words.iter().any(|it| it.starts_with("Apart from the points below")), "{words:?}");
}
