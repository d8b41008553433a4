//! The catalogue: its data files, looking things up, searching, replacing from a folder.
#![allow(clippy::print_stdout, reason = "a skipped comparison says so")]

use std::collections::BTreeSet;
use std::path::Path;

use gnc::catalogue::{Catalogue, CodeList, Entry, HitKind, Kind, Row, Standing};
use gnc::diag::Findings;
use gnc::model::DataType;
use gnc::text::notation::{Format, Occurs};
use gnc::text::{FileId, Sources};
use gnc::words::Lang;
use proptest::prelude::*;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/catalogue/data");

fn load(files: &[(&str, &str)]) -> (Sources, Catalogue, Findings) {
    let mut sources = Sources::default();
    let ids: Vec<FileId> =
        files.iter().map(|(name, text)| sources.add(*name, (*text).to_owned())).collect();
    let mut findings = Findings::default();
    let catalogue = Catalogue::with_files(&sources, &ids, &mut findings);
    (sources, catalogue, findings)
}

fn said(sources: &Sources, findings: &Findings) -> Vec<String> {
    let line = |finding: &gnc::diag::Finding| {
        let at = sources.start(finding.span);
        let (name, id) = (sources.name(finding.span.file), finding.code.id);
        format!("{name}:{}:{}: {id} {}", at.line, at.column, finding.message(Lang::En))
    };
    findings.list.iter().map(line).collect()
}

fn data_files(folder: &Path, below: &str, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the data folder can be listed") {
        let entry = entry.expect("an entry of the data folder can be read");
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            data_files(&entry.path(), &format!("{name}/"), files);
        } else {
            let text = std::fs::read_to_string(entry.path()).expect("data files are UTF-8");
            files.push((name, text));
        }
    }
}

#[test]
fn the_shipped_files_are_without_fault_and_all_in_the_index() {
    let mut files = Vec::new();
    data_files(Path::new(DATA), "", &mut files);
    files.sort();
    let pairs: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (sources, catalogue, findings) = load(&pairs);
    assert_eq!(said(&sources, &findings), Vec::<String>::new());
    // Everything replaced by itself: nothing more, nothing less.
    let embedded = Catalogue::embedded();
    let names = |catalogue: &Catalogue| {
        catalogue.entries().iter().map(Entry::reference).collect::<BTreeSet<_>>()
    };
    assert_eq!(names(&embedded), names(&catalogue));
    let with_file = embedded.entries().iter().filter(|entry| !entry.file.is_empty()).count();
    assert_eq!(with_file + 1, files.len(), "each file but the index is named once in the index");
}

#[test]
fn every_entry_says_what_it_is_and_none_is_called_official() {
    for entry in Catalogue::embedded().entries() {
        let name = entry.reference();
        assert!(!entry.title.en.is_empty() && !entry.title.fr.is_empty(), "{name}: title");
        assert!(!entry.maintainer.is_empty(), "{name}: maintainer");
        assert!(!entry.source.is_empty() && !entry.licence.is_empty(), "{name}: source, licence");
        assert!(!entry.official, "{name}: we compiled it");
    }
}

#[test]
fn the_data_model_has_its_elements_and_classes() {
    let catalogue = Catalogue::embedded();
    let model = catalogue.model("wco-dm@3.6").expect("the model comes with the program");
    assert!(model.elements().len() >= 170, "{} elements", model.elements().len());
    assert!(model.classes().len() >= 70, "{} classes", model.classes().len());
    let origin = model.element("063").expect("country of origin");
    assert_eq!(origin.name, "Country of origin, coded");
    assert_eq!(origin.format.map(|format| format.to_string()).as_deref(), Some("an..4"));
    assert_eq!(origin.data_type, Some(DataType::Code));
    assert!(origin.bindings.iter().any(|place| place == "Origin.CountryCode"));
    assert_eq!(model.class("57A").map(|class| class.xml_tag.as_str()), Some("Exporter"));
    assert_eq!(model.class_of_tag("Exporter").map(|class| class.wco_id.as_str()), Some("57A"));
    for element in model.elements() {
        assert!(!element.name.is_empty(), "{}: name", element.wco_id);
        assert!(element.format.is_some(), "{}: format", element.wco_id);
        assert!(!element.bindings.is_empty(), "{}: bindings", element.wco_id);
        assert!(element.name.len() < 120, "{}: a name, not a definition", element.wco_id);
    }
    assert!(catalogue.model("wco-dm@9.9").is_none());
    assert!(catalogue.model("wco.e-co").is_none(), "a dataset is no model");
}

#[test]
fn the_dataset_is_well_formed_and_within_the_model() {
    let catalogue = Catalogue::embedded();
    let model = catalogue.model("wco-dm@3.6").expect("model");
    let library = catalogue.model("wco-library@E7").expect("library");
    let set = catalogue.dataset("wco.e-co@2025").expect("dataset");
    assert!(set.rows().iter().filter(|row| !row.is_class()).count() >= 200);
    for row in set.rows() {
        let path = &row.path;
        assert!(!row.label.en.is_empty() && !row.label.fr.is_empty(), "{path}: label");
        for text in [&row.definition.en, &row.definition.fr] {
            assert!(text.ends_with('.') && text.len() > 10, "{path}: definition {text:?}");
        }
        assert!(!row.source.is_empty(), "{path}: source");
        assert_eq!(row.is_class(), row.format.is_none(), "{path}: classes alone have no format");
        assert!(row.occurs.max != Some(0), "{path}: may occur");
        if let Some(parent) = row.parent() {
            let parent = set.row(parent).unwrap_or_else(|| panic!("{path}: parent"));
            assert!(parent.is_class(), "{path}: the parent is a class");
        }
        if let Some(list) = &row.codelist {
            assert!(catalogue.codelist(list).is_some(), "{path}: {list}");
            let coded = matches!(
                row.data_type,
                Some(DataType::Code | DataType::Identifier | DataType::Indicator)
            );
            assert!(coded, "{path}: a code list belongs to a code");
        }
        match (&row.wco_id, row.status) {
            (Some(id), Standing::Confirmed) => {
                assert!(model.has(id), "{path}: {id} is confirmed, so it is in the model");
                assert_eq!(row.is_class(), model.class(id).is_some(), "{path}: {id}");
                if let (Some(mine), Some(theirs)) =
                    (row.format, model.element(id).and_then(|element| element.format))
                {
                    assert!(mine.is_within(&theirs), "{path}: {mine} is within {theirs}");
                }
                let name = model.element(id).map(|element| element.name.as_str());
                let name = name.or(model.class(id).map(|class| class.name.as_str()));
                assert_eq!(Some(row.wco_name.as_str()), name, "{path}: name in the model");
            }
            (Some(id), Standing::Unconfirmed) => assert!(library.has(id), "{path}: {id}"),
            (Some(id), Standing::Proposed) => panic!("{path}: a proposal has no identifier: {id}"),
            (None, status) => assert_ne!(status, Standing::Confirmed, "{path}"),
        }
    }
}

#[test]
fn attributes_stand_before_classes_and_every_code_fits_its_format() {
    let catalogue = Catalogue::embedded();
    let set = catalogue.dataset("wco.e-co").expect("found without version");
    for class in set.rows().iter().filter(|row| row.is_class()) {
        let kinds: Vec<bool> = set.children(&class.path).map(Row::is_class).collect();
        assert!(kinds.is_sorted(), "{}: attributes first, then classes", class.path);
        assert!(!kinds.is_empty(), "{}: a class holds something", class.path);
    }
    for row in set.rows() {
        let Some(list) = row.codelist.as_deref().and_then(|id| catalogue.codelist(id)) else {
            continue;
        };
        let max = row.format.and_then(|format| format.max_length());
        // Lists that are wider than an element stay wider; those made for one element must fit.
        if let (true, Some(max)) = (list.id.starts_with("gnc."), max) {
            for entry in list.entries() {
                let length = entry.code.chars().count();
                assert!(length <= max as usize, "{}: {} is too long", row.path, entry.code);
            }
        }
    }
}

#[test]
fn the_64_rows_of_the_working_list_are_all_there() {
    let catalogue = Catalogue::embedded();
    let set = catalogue.dataset("wco.e-co@2025").expect("dataset");
    let core = [
        ("Certificate/ID", "D014"),
        ("Certificate/IssueDateTime", "D011"),
        ("Certificate/TypeCode", "D013"),
        ("Certificate/Exporter/Name", "R031"),
        ("Certificate/Exporter/Address/CountryCode", "242"),
        ("Certificate/GovernmentAgencyGoodsItem/SequenceNumeric", "006"),
        ("Certificate/GovernmentAgencyGoodsItem/Commodity/Description", "137"),
        ("Certificate/GovernmentAgencyGoodsItem/Commodity/Classification/ID", "145"),
        ("Certificate/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/TariffQuantity", "130"),
        ("Certificate/GovernmentAgencyGoodsItem/Origin/CountryCode", "063"),
        ("Response/FunctionalReferenceID", "D026"),
        ("Response/Error/ValidationCode", "377"),
        ("Response/Error/Pointer/TagID", "381"),
        ("Response/Status/NameCode", "379"),
        ("Utilisation/GovernmentAgencyGoodsItem/WriteOff/QuantityQuantity", "502"),
    ];
    for (path, id) in core {
        let row = set.row(path).unwrap_or_else(|| panic!("{path}"));
        assert_eq!((row.wco_id.as_deref(), row.status), (Some(id), Standing::Confirmed), "{path}");
    }
    let criterion = "Certificate/GovernmentAgencyGoodsItem/Origin/CriterionCode";
    let criterion = set.row(criterion).expect("origin criterion");
    assert_eq!((criterion.wco_id.as_deref(), criterion.status), (None, Standing::Unconfirmed));
    assert_eq!(criterion.occurs, Occurs::ONE);
    let roots: Vec<&str> = set.roots().map(|row| row.path.as_str()).collect();
    let wanted = [
        "Certificate",
        "Response",
        "Utilisation",
        "Verification",
        "StatusQuery",
        "StatusAnswer",
        "Outage",
    ];
    assert_eq!(roots, wanted);
    for number in 1..=64 {
        let named = |source: &str| {
            source.split(';').any(|part| {
                let Some(rows) = part.trim().strip_prefix("row") else { return false };
                rows.trim_start_matches('s').split(',').any(|range| {
                    let (from, to) = range.split_once('-').unwrap_or((range, range));
                    let number_of = |text: &str| text.trim().parse::<u32>().ok();
                    matches!((number_of(from), number_of(to)), (Some(a), Some(b))
                        if a == b && a == number || b - a < 10 && (a..=b).contains(&number))
                })
            })
        };
        assert!(
            set.rows().iter().any(|row| named(&row.source)),
            "row {number} of the working list"
        );
    }
}

#[test]
fn code_lists_hold_their_codes() {
    let catalogue = Catalogue::embedded();
    let held = [
        ("iso.3166-1", "CI", "XX"),
        ("iso.4217", "XOF", "FRF"),
        ("iso.639-1", "fr", "xx"),
        ("unece.rec-19", "4", "10"),
        ("unece.rec-20", "KGM", "KG"),
        ("unece.rec-21", "CT", "ct"),
        ("edifact.1001", "861", "0"),
        ("edifact.1225", "9", "99"),
        ("edifact.3035", "EX", "1Q2"),
        ("edifact.4405", "41", "0"),
        ("edifact.2379", "304", "0"),
        ("icc.incoterms", "FOB", "DAT"),
        ("wco.hs-chapters", "01", "77"),
        ("wco.hs-subheadings", "010121", "999999"),
        ("gnc.errors", "SCH-002", "SCH-999"),
        ("gnc.origin-criteria", "CTSH", "ZZ"),
    ];
    for (list, known, unknown) in held {
        let codes = catalogue.codelist(list).unwrap_or_else(|| panic!("{list}"));
        assert!(codes.contains(known), "{list} has {known}");
        assert!(!codes.contains(unknown), "{list} has no {unknown}");
    }
    let countries = catalogue.codelist("iso.3166-1").expect("countries");
    assert_eq!(countries.entries().len(), 249);
    assert!(countries.entries().iter().all(|entry| !entry.name.fr.is_empty()));
    assert_eq!(countries.get("CI").map(|entry| entry.name.fr.as_str()), Some("Côte d’Ivoire"));
    let places = catalogue.codelist("unece.locode").expect("places");
    assert!(places.is_open() && places.contains("BEBRU"), "codes kept elsewhere are not refused");
    let errors = catalogue.codelist("gnc.errors").expect("errors");
    for entry in errors.entries() {
        assert!(!errors.extra(entry, "action_fr").is_empty(), "{}: sender's action", entry.code);
        assert!(entry.code.len() <= 8, "fits element 377");
    }
    for entry in catalogue.entries().iter().filter(|entry| entry.id.starts_with("gnc.")) {
        for code in entry.as_codelist().into_iter().flat_map(CodeList::entries) {
            let both = !code.name.en.is_empty() && !code.name.fr.is_empty();
            assert!(both || entry.id == "gnc.origin-criteria-by-agreement", "{}", code.code);
        }
    }
}

#[test]
fn codes_of_our_lists_taken_from_edifact_exist_there() {
    let catalogue = Catalogue::embedded();
    let edifact = catalogue.codelist("edifact.4405").expect("4405");
    let responses = catalogue.codelist("gnc.response-status").expect("outcomes");
    for entry in responses.entries() {
        assert!(edifact.contains(&entry.code), "{}", entry.code);
    }
    let states = catalogue.codelist("gnc.certificate-status").expect("states");
    for entry in states.entries() {
        let same = states.extra(entry, "edifact_4405");
        assert!(same.is_empty() || edifact.contains(same), "{}: {same}", entry.code);
    }
    let meanings = catalogue.codelist("gnc.origin-criteria").expect("criteria");
    let by_agreement = catalogue.codelist("gnc.origin-criteria-by-agreement").expect("agreements");
    for entry in by_agreement.entries() {
        for part in by_agreement.extra(entry, "harmonised").split(' ').filter(|p| !p.is_empty()) {
            assert!(meanings.contains(part), "{}: {part}", entry.code);
        }
    }
}

#[test]
fn instruments_say_what_they_enable() {
    let catalogue = Catalogue::embedded();
    let tfa = catalogue.instrument("tfa-12").expect("TFA 12");
    assert_eq!(tfa.enables, ["request-based-exchange"], "TFA 12 is no basis for a push");
    let automatic = catalogue.instrument("mba-6").expect("Article 6 of the model");
    assert!(automatic.enables.iter().any(|way| way == "automatic-exchange"));
    let ways = ["request-based-exchange", "automatic-exchange", "spontaneous-exchange"];
    for instrument in catalogue.instruments() {
        assert!(instrument.enables.iter().all(|way| ways.contains(&way.as_str())));
        assert!(!instrument.effect.en.is_empty() && !instrument.effect.fr.is_empty());
        assert!(!instrument.source.is_empty());
    }
    assert_eq!(catalogue.suggest_instrument("tfa12"), Some("tfa-12"));
    assert!(catalogue.terms().count() >= 50);
    let term = catalogue.term("utility-block").expect("term");
    assert_eq!(term.term.get(Lang::En), "Utility Block");
}

#[test]
fn search_finds_by_identifier_name_and_path_without_case_and_accents() {
    let catalogue = Catalogue::embedded();
    let first = |query: &str| {
        let hits = catalogue.search(query);
        hits.first().map(|hit| (hit.kind, hit.id.clone(), hit.entry.clone()))
    };
    assert_eq!(first("r031"), Some((HitKind::Element, "R031".into(), "wco-dm@3.6".into())));
    assert_eq!(
        first("cote d'ivoire").map(|(_, id, list)| (id, list)),
        Some(("CI".into(), "iso.3166-1@2026-05".into()))
    );
    assert_eq!(first("critere d’origine").map(|hit| hit.0), Some(HitKind::Row));
    assert_eq!(first("TFA-12").map(|hit| hit.0), Some(HitKind::Instrument));
    let hits = catalogue.search("CriterionCode");
    assert!(hits.iter().any(|hit| hit.id.ends_with("Origin/CriterionCode")));
    let typo = catalogue.search("kilogarm");
    let best = typo.first().map(|hit| hit.id.as_str());
    assert_eq!(best, Some("KGM"), "typing mistakes are forgiven, the nearest name goes first");
    assert!(catalogue.search("   ").is_empty());
    assert!(catalogue.search("qqqqqqqqqqqq").is_empty());
    let long = "x".repeat(100_000);
    assert!(catalogue.search(&long).is_empty());
}

#[test]
fn near_misses_are_named() {
    let catalogue = Catalogue::embedded();
    let set = catalogue.dataset("wco.e-co").expect("dataset");
    assert_eq!(set.suggest("Certificate/Exportr/Name"), Some("Certificate/Exporter/Name"));
    assert_eq!(set.suggest("Nothing/Like/This/At/All"), None);
    assert_eq!(catalogue.suggest(Kind::CodeList, "iso.3166").as_deref(), Some("iso.3166-1"));
    assert_eq!(catalogue.suggest(Kind::Dataset, "wco.eco@2025").as_deref(), Some("wco.e-co@2025"));
    let units = catalogue.codelist("unece.rec-20").expect("units");
    assert!(units.suggest("KGN").is_some());
}

const INDEX: &str =
    "id,version,kind,title_en,title_fr,maintainer,official,source,licence,file,pattern\n";

#[test]
fn a_folder_replaces_by_version_and_adds() {
    let index = format!(
        "{INDEX}wco.e-co,2025,dataset,Official list,Liste officielle,WCO,yes,members,WCO,eco.csv,\n\
         iso.4217,2030,codelist,Currencies,Monnaies,SIX,yes,six,free,sub/money.csv,\n"
    );
    let eco = "path,wco_id,label_en,label_fr,format,occurs,status\n\
               Certificate,,Certificate,Certificat,,1..1,unconfirmed\n\
               Certificate/ID,D014,Number,Numéro,an..70,1..1,confirmed\n";
    let money = "code,name_en,name_fr\nQQQ,\"Test, with comma\",Essai\n";
    let files = [("d/index.csv", index.as_str()), ("d/eco.csv", eco), ("d/sub/money.csv", money)];
    let (sources, catalogue, findings) = load(&files);
    assert_eq!(said(&sources, &findings), Vec::<String>::new());
    let set = catalogue.dataset("wco.e-co@2025").expect("replaced");
    assert_eq!(set.rows().len(), 2);
    assert!(catalogue.entry(Kind::Dataset, "wco.e-co").expect("entry").official);
    let newest = catalogue.codelist("iso.4217").expect("the added one goes first");
    assert_eq!(newest.get("QQQ").map(|code| code.name.en.as_str()), Some("Test, with comma"));
    assert!(catalogue.codelist("iso.4217@2026-02").expect("still there").contains("EUR"));
}

#[test]
fn faults_in_a_folder_are_found_where_they_are() {
    let index = format!(
        "\u{feff}{INDEX}a.b,1,dataset,A,A,m,maybe,s,l,set.csv,\n\
         a.b,1,dataset,A,A,m,no,s,l,set.csv,\nx,1,table,A,A,m,no,s,l,set.csv,\n\
         y,1,codelist,A,A,m,no,s,l,gone.csv,\n,1,codelist,A,A,m,no,s,l,list.csv,\n"
    );
    let set = "path,wco_id,label_en,label_fr,format,occurs,status\r\n\
               A,,\"x,\r\ny\",x,,1..1,unconfirmed\r\n\
               A/B/C,,x,x,xx9,1..0,sure\r\n\
               A,,x,x,,1..1\r\n";
    let files = [
        ("index.csv", index.as_str()),
        ("set.csv", set),
        ("list.csv", "code\n"),
        ("other.txt", "nothing"),
    ];
    let (sources, catalogue, mut findings) = load(&files);
    findings.sort();
    let said = said(&sources, &findings);
    let wanted = [
        "index.csv:2:21: CAT-03 `maybe` is not a value of the column `official`",
        "index.csv:3:1: CAT-04 `a.b@1` stands in an earlier row already",
        "index.csv:4:5: CAT-03 `table` is not a value of the column `kind`",
        "index.csv:5:27: CAT-05 the file `gone.csv` named here is not in the folder",
        "index.csv:6:1: CAT-08 the cell `id` is empty",
        "set.csv:4:1: CAT-07 the class `A/B` has no row before this one",
        "set.csv:4:12: CAT-03 `xx9` is not a value of the column `format`",
        "set.csv:4:16: CAT-03 `1..0` is not a value of the column `occurs`",
        "set.csv:4:21: CAT-03 `sure` is not a value of the column `status`",
        "set.csv:5:1: CAT-04 `A` stands in an earlier row already",
        "set.csv:5:1: CAT-01 this row has 6 cells, the header has 7",
        "list.csv:1:1: CAT-06 no row of an index.csv names this file: it is not used",
        "other.txt:1:1: CAT-06 no row of an index.csv names this file: it is not used",
    ];
    assert_eq!(said, wanted);
    assert!(catalogue.dataset("a.b").is_some_and(|set| set.row("A").is_some()));
    let (sources, _, findings) = load(&[("x.csv", "code,name_en\n")]);
    assert_eq!(findings.list.len(), 2, "{:?}", self::said(&sources, &findings));
    let (sources, _, findings) = load(&[
        ("index.csv", &format!("{INDEX}x,1,codelist,A,A,m,no,s,l,x.csv,\n")),
        ("x.csv", "code;name_en;name_fr\nA;B;C\n"),
    ]);
    let found = self::said(&sources, &findings);
    assert_eq!(found, ["x.csv:1:1: CAT-02 missing columns: code, name_en, name_fr"]);
}

#[test]
fn any_bytes_of_a_folder_are_survived() {
    let texts = [
        "",
        "\u{feff}",
        "\"",
        "\"\"\"",
        ",,,\n,,,",
        "a\r\rb",
        "path\nA/B\nA//\n/\n\"A",
        "é,\"é\né\"\n",
    ];
    let kinds = ["model", "dataset", "codelist", "instruments", "terms"];
    for text in texts {
        for kind in kinds {
            let index = format!("{INDEX}x,1,{kind},A,A,m,no,s,l,x.csv,\n");
            let (sources, catalogue, findings) = load(&[("index.csv", &index), ("x.csv", text)]);
            for finding in &findings.list {
                let length = sources.text(finding.span.file).len();
                assert!(finding.span.start <= finding.span.end, "{text:?}");
                assert!(finding.span.end as usize <= length, "{text:?}");
            }
            assert!(catalogue.entries().iter().any(|entry| entry.id == "x"), "{kind}");
        }
        load(&[("index.csv", text)]);
    }
}

proptest! {
    /// The `csv` crate is the oracle: what it reads as rows of two and three cells, we do.
    #[test]
    fn tables_are_read_as_the_csv_crate_reads_them(
        cells in prop::collection::vec("[a-c ,\"\n\r;é\u{feff}]{0,4}", 3..60),
        ends in prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n"]),
    ) {
        let quoted = |(at, cell): (usize, &String)| match at % 3 {
            0 => format!("k{at}"),
            _ => format!("\"{}\"", cell.replace('"', "\"\"")),
        };
        let cells: Vec<String> = cells.iter().enumerate().map(quoted).collect();
        let rows: Vec<String> = cells.chunks(3).map(|row| row.join(",")).collect();
        let text = format!("code,name_en,name_fr{ends}{}", rows.join(ends));
        let index = format!("{INDEX}x,1,codelist,A,A,m,no,s,l,x.csv,\n");
        let (_, catalogue, _) = load(&[("index.csv", &index), ("x.csv", &text)]);
        let list = catalogue.codelist("x@1").unwrap();
        let mut oracle = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = oracle
            .records()
            .map(|it| it.unwrap().iter().map(|cell| cell.trim().to_owned()).collect())
            .collect();
        prop_assert_eq!(list.entries().len(), expected.len());
        for (entry, row) in list.entries().iter().zip(expected) {
            let cell = |at: usize| row.get(at).map_or("", String::as_str);
            prop_assert_eq!(&entry.code, cell(0));
            prop_assert_eq!(&entry.name.en, cell(1));
            prop_assert_eq!(&entry.name.fr, cell(2));
        }
    }
}

#[test]
fn our_facts_agree_with_the_reference_tables() {
    let table =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference/wco-dm/elements.csv");
    let Ok(text) = std::fs::read_to_string(&table) else {
        println!("skipped: {} is not there", table.display());
        return;
    };
    let catalogue = Catalogue::embedded();
    let model = catalogue.model("wco-dm@3.6").expect("model");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("header").clone();
    let at = |name: &str| header.iter().position(|column| column == name).expect("column");
    let (family, kind, id) = (at("schema_family"), at("kind"), at("wco_id"));
    let (name, format) = (at("wco_name"), at("wco_format"));
    let mut compared = 0;
    for record in reader.records() {
        let record = record.expect("record");
        let (id, format) = (&record[id], &record[format]);
        if !record[family].starts_with("hmrc") || id.is_empty() {
            continue;
        }
        compared += 1;
        if &record[kind] == "class" {
            assert!(model.class(id).is_some(), "class {id}");
            continue;
        }
        let element = model.element(id).unwrap_or_else(|| panic!("element {id}"));
        if !record[name].is_empty() {
            assert_eq!(element.name, record[name], "{id}");
        }
        assert_eq!(element.format, format.parse::<Format>().ok(), "{id}");
    }
    assert!(compared > 900, "{compared} rows compared");
}

fn gnc(args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gnc"));
    let output = command.args(args).env("GNC_LANG", "en").output().expect("gnc runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_command_shows_cards_and_says_what_it_does_not_know() {
    let (code, card, _) = gnc(&["catalogue", "show", "R031"]);
    assert_eq!(code, Some(0));
    for part in ["Element R031  Exporter - name", "an..70", "Exporter. Name. Text"] {
        assert!(card.contains(part), "{part} in {card}");
    }
    let (_, card, _) = gnc(&["--speak", "fr", "catalogue", "show", "gnc.errors:SCH-002"]);
    assert!(card.contains("Message non conforme au schéma"), "{card}");
    assert!(card.contains("Corriger l’élément désigné") && !card.contains("Correct the element"));
    let (_, card, _) = gnc(&["catalogue", "show", "unece.locode"]);
    assert!(card.contains("codes kept elsewhere"), "{card}");
    let (code, out, error) = gnc(&["catalogue", "show", "R03l"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(error.contains("did you mean `R031`?"), "{error}");
    let (code, hits, _) = gnc(&["catalogue", "search", "origin", "criterion"]);
    assert_eq!(code, Some(0));
    assert!(hits.contains("Origin/CriterionCode") && hits.contains("origin-criterion"), "{hits}");
    let (_, list, _) = gnc(&["catalogue", "list"]);
    assert_eq!(list.lines().count(), Catalogue::embedded().entries().len());
}
