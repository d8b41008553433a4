//! The published JSON Schema of the file format: it is what the tool prints, it accepts what the
//! tool accepts, and refuses what the tool refuses.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gnc::model::{Block, Lower, Record, Shape, schema};
use gnc::syntax::{Node, Value as Written};
use gnc::text::Sources;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

const PUBLISHED: &str = "docs/schema/block.schema.json";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The JSON that a YAML 1.2 reader (core schema) makes of this text, as editors see it.
pub(crate) fn as_json(text: &str) -> Value {
    let mut sources = Sources::default();
    let file = sources.add("block.yaml", text);
    let (tree, found) = gnc::syntax::parse(&sources, file);
    assert!(tree.complete && found.list.is_empty(), "not YAML: {found:?}");
    node(&tree.root.unwrap())
}

/// A node as a YAML 1.2 reader understands it.
pub(crate) fn node(it: &Node) -> Value {
    match &it.value {
        Written::Null => Value::Null,
        Written::Scalar(scalar) if scalar.plain => core(&scalar.text),
        Written::Scalar(scalar) => json!(&*scalar.text),
        Written::List(items) => items.iter().map(node).collect(),
        Written::Map(entries) => {
            let pair = |it: &gnc::syntax::Entry| (it.key.value.to_string(), node(&it.value));
            Value::Object(entries.iter().map(pair).collect::<Map<_, _>>())
        }
    }
}

/// An unquoted scalar in the core schema of YAML 1.2.2, section 10.3.2.
fn core(text: &str) -> Value {
    match text {
        "true" | "True" | "TRUE" => return json!(true),
        "false" | "False" | "FALSE" => return json!(false),
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    if digits(unsigned) {
        return text.trim_start_matches('+').parse::<i64>().map_or(json!(text), |it| json!(it));
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            (mantissa, exponent.strip_prefix(['+', '-']).or(Some(exponent)))
        }
        None => (unsigned, None),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let shaped =
        (digits(whole) && (part.is_empty() || digits(part))) || (whole.is_empty() && digits(part));
    if shaped && exponent.is_none_or(digits) {
        return text.parse::<f64>().map_or(json!(text), |it| json!(it));
    }
    json!(text)
}

fn validator() -> Validator {
    jsonschema::validator_for(&schema()).expect("a JSON Schema whose references resolve")
}

fn faults(validator: &Validator, document: &Value) -> Vec<String> {
    validator.iter_errors(document).map(|it| format!("{}: {it}", it.instance_path())).collect()
}

#[test]
fn the_published_schema_is_what_the_tool_prints() {
    let printed = format!("{:#}\n", schema());
    let place = root().join(PUBLISHED);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&place, &printed).unwrap();
    }
    let published = std::fs::read_to_string(&place).unwrap_or_default();
    assert!(
        published == printed,
        "{PUBLISHED} is not what `gnc schema` prints; to write it anew: BLESS=1 cargo test schema"
    );
}

#[test]
fn the_shipped_blocks_name_the_schema_and_are_valid() {
    let validator = validator();
    let folder = root().join("utility-blocks");
    let mut seen = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "yaml") {
            continue;
        }
        seen += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap_or_default();
        let named = first.strip_prefix("# yaml-language-server: $schema=");
        let named = named.unwrap_or_else(|| panic!("{}: {first}", path.display()));
        assert_eq!(named, gnc::model::SCHEMA_PATH);
        assert!(folder.join(Path::new(named)).is_file(), "{named} is there");
        let wrong = faults(&validator, &as_json(&text));
        assert!(wrong.is_empty(), "{}:\n{}", path.display(), wrong.join("\n"));
    }
    assert!(seen >= 2, "the shipped blocks are there");
}

/// Every schema within the schema, with where it stands.
fn each<'a>(at: &str, it: &'a Value, visit: &mut dyn FnMut(&str, &'a Value)) {
    visit(at, it);
    match it {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| each(&format!("{at}/{key}"), value, visit));
        }
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                each(&format!("{at}/{n}"), item, visit);
            }
        }
        _ => {}
    }
}

#[test]
fn an_editor_shows_one_mistake_as_one_and_finds_every_reference() {
    let schema = schema();
    let mut references = 0;
    each("", &schema, &mut |at, it| {
        let Value::Object(map) = it else { return };
        if !at.ends_with("/properties") {
            assert!(!map.contains_key("oneOf"), "{at}: a cascade");
        }
        if let Some(Value::String(to)) = map.get("$ref") {
            references += 1;
            let pointer = to.strip_prefix('#').expect("a reference within the schema");
            assert!(schema.pointer(pointer).is_some(), "{at}: {to} is nowhere");
        }
    });
    assert!(references > 50, "{references} references");
    let valid = jsonschema::meta::validate(&schema);
    assert!(valid.is_ok(), "{:?}", valid.err().map(|it| it.to_string()));
}

/// Every record of the format, each once.
fn records() -> Vec<&'static Record> {
    fn ask(shape: Shape, known: &mut BTreeSet<&'static str>, found: &mut Vec<&'static Record>) {
        match shape {
            Shape::Record(record) if known.insert(record.name) => {
                found.push(record);
                record.fields.iter().for_each(|field| ask((field.shape)(), known, found));
            }
            Shape::List(inner) | Shape::Negotiable(inner) | Shape::PerName(inner) => {
                ask(inner(), known, found);
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    ask(Block::shape(), &mut BTreeSet::new(), &mut found);
    found
}

/// Where the schema of a record stands.
fn pointer(record: &Record) -> String {
    match record.name {
        "Block" => String::new(),
        name => format!("/$defs/{name}"),
    }
}

/// A schema by which each value of the format can be asked for by itself, as `Record.key`.
fn parts() -> Validator {
    let schema = schema();
    let mut each = Map::new();
    for record in records() {
        for field in record.fields {
            let at = format!("#/$defs/{}/properties/{}", record.name, field.key);
            each.insert(format!("{}.{}", record.name, field.key), json!({"$ref": at}));
        }
    }
    let mut defs = schema["$defs"].clone();
    defs["Block"] = json!({"properties": schema["properties"]});
    let parts = json!({"properties": each, "additionalProperties": false, "$defs": defs});
    jsonschema::validator_for(&parts).unwrap()
}

#[test]
fn every_record_and_key_of_the_format_is_described() {
    let schema = schema();
    let records = records();
    assert!(records.len() > 40, "{} records", records.len());
    for record in records {
        let at = pointer(record);
        let written = schema.pointer(&at).unwrap_or_else(|| panic!("no schema of {}", record.name));
        let described = |it: &Value| it["description"].as_str().is_some_and(|it| it.len() > 4);
        assert!(described(written), "{}", record.name);
        for field in record.fields {
            let property = &written["properties"][field.key];
            assert!(described(property), "{}.{}", record.name, field.key);
        }
        assert_eq!(written["additionalProperties"], false, "{}", record.name);
    }
}

/// The shapes whose value may be still open, through lists and names.
fn is_negotiable(shape: Shape) -> bool {
    matches!(shape, Shape::Negotiable(_))
}

#[test]
fn what_can_be_negotiated_may_be_open_or_proposed_and_nothing_else_may() {
    let open =
        json!({"open": {"owner": "ADJ", "due": "2027-02-01", "note": {"en": "n", "fr": "n"}}});
    let bare = json!({"open": null});
    let wrong = [
        (
            "an unknown key of an open point",
            json!({"open": {"owner": "ADJ", "until": "2027-02-01"}}),
        ),
        ("proposals without Parties", json!({"proposals": ["PT5M"]})),
        ("open and proposed", json!({"open": {"owner": "ADJ"}, "proposals": {}})),
    ];
    let validator = parts();
    let mut negotiable = 0;
    for record in records() {
        for field in record.fields {
            let shape = (field.shape)();
            let name = format!("{}.{}", record.name, field.key);
            let faults = |value: &Value| faults(&validator, &json!({name.as_str(): value}));
            if is_negotiable(shape) {
                negotiable += 1;
                for right in [&open, &bare] {
                    let wrong = faults(right);
                    assert!(wrong.is_empty(), "{name}: {right}: {wrong:?}");
                }
                for (what, wrong) in &wrong {
                    assert!(!faults(wrong).is_empty(), "{name}: {what}");
                }
            } else if !matches!(shape, Shape::Text) {
                assert!(!faults(&open).is_empty(), "{name} cannot be open");
            }
        }
    }
    assert!(negotiable > 20, "{negotiable} negotiable values");
}

#[test]
fn each_proposal_is_checked_like_the_value_itself() {
    let validator = parts();
    let valid =
        |it: &Value| validator.is_valid(&json!({"Communication.acknowledgement_timeout": it}));
    for right in [json!("PT30S"), json!({"proposals": {"ADJ": "PT30S", "BOR": "PT5M"}})] {
        assert!(valid(&right), "{right}");
    }
    for wrong in [json!("soon"), json!({"proposals": {"ADJ": "soon"}}), json!(["PT30S"]), json!({})]
    {
        assert!(!valid(&wrong), "{wrong}");
    }
}

const RIGHT: &str = "\
gnc: 1
block:
  id: a.b
  version: 0.1.0
  status: negotiation
  extends: c.d@1.0.0
  parties:
    - {id: ADJ, name: 2026, country: NO}
process_alignment:
  exchange_model: push
  entities:
    - {id: gateway, omit: true}
  triggers:
    - {id: issued, within: {proposals: {ADJ: PT1M}}}
  data_cluster:
    elements:
      - {path: Certificate/ID, requirement: M, occurs: 1..1}
      - {path: Certificate/Name, requirement: {certificate: M, replacement: NC}}
";

#[test]
fn mistakes_that_people_make_are_refused() {
    let validator = validator();
    let wrong = faults(&validator, &as_json(RIGHT));
    assert!(wrong.is_empty(), "{wrong:?}");
    let changes = [
        ("gnc: 1\n", "", "the format's version is missing"),
        ("gnc: 1\n", "gnc: one\n", "another version"),
        ("  id: a.b\n", "", "the identifier is missing"),
        ("  id: a.b\n", "  id: a b\n", "an identifier with a space"),
        ("  version: 0.1.0", "  version: 0.1", "a version of two parts"),
        ("  version: 0.1.0", "  verion: 0.1.0", "a misspelt key"),
        ("status: negotiation", "status: negotiating", "an unknown word"),
        ("extends: c.d@1.0.0", "extends: c.d", "a framework without version"),
        ("    - {id: ADJ,", "    - {", "a Party without identifier"),
        ("name: 2026", "name: [2026]", "a list for a text"),
        ("name: 2026", "name: {english: 2026}", "a language that is none"),
        ("exchange_model: push", "exchange_model: shove", "an unknown model"),
        ("exchange_model: push", "exchange_model: {push: true}", "a mapping for a word"),
        ("omit: true", "omit: maybe", "an omission that is not sure"),
        ("  entities:\n    - {id: gateway, omit: true}", "  entities: {id: gateway}", "no list"),
        ("{ADJ: PT1M}", "{ADJ: 1 minute}", "a time in words"),
        ("{ADJ: PT1M}", "PT1M", "a proposal of nobody"),
        ("path: Certificate/ID", "path: Certificate//ID", "a path with a gap"),
        ("requirement: M,", "requirement: X,", "an unknown requirement"),
        ("replacement: NC", "replacement: [NC]", "a list for a requirement"),
        ("occurs: 1..1", "occurs: once", "an occurrence in words"),
    ];
    for (from, to, what) in changes {
        assert!(RIGHT.contains(from), "{from:?} is not in the example");
        let text = RIGHT.replacen(from, to, 1);
        assert!(!validator.is_valid(&as_json(&text)), "{what} was accepted:\n{text}");
    }
}

/// Every form of string that the format has, each once.
fn forms() -> Vec<&'static gnc::model::ScalarKind> {
    fn ask(shape: Shape, found: &mut Vec<&'static gnc::model::ScalarKind>) {
        match shape {
            Shape::Scalar(kind) if found.iter().all(|it| it.name != kind.name) => found.push(kind),
            Shape::List(inner) | Shape::Negotiable(inner) | Shape::PerName(inner) => {
                ask(inner(), found);
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for record in records() {
        record.fields.iter().for_each(|field| ask((field.shape)(), &mut found));
    }
    found
}

/// What a pattern takes because it cannot compare or count.
const CANNOT_SAY: [(&str, &str); 5] = [
    ("Line", "two\nlines"),
    ("Duration", "P12345678D"),
    ("Occurs", "1..0"),
    ("Occurs", "1234567890"),
    ("Format", "an..0"),
];

#[test]
fn the_pattern_of_a_form_and_its_reader_say_the_same() {
    let corpus = "a|A1|a-b.c_d|-a|.a|a b|é|a@1|a@|@1|a@b@c|1.0.0|1.0|01.0.0|1.0.0-rc.1|1.0.0-|2027-02-01|\
        2027-2-1|PT30S|PT5M|P10D|P1Y|P|PT|P1YT|P1Y2M3W4DT5H6M7S|P1D1Y|PT1.5S|pt5m|P12345678D|0|3|007|\
        999999999|1234567890|-1|+1|1.5|99.5|100|100.0|100.1|101|.5|5.|true|false|True|an..35|a2|n..16,3|\
        an|n|x3|an..|an..0|a,3|0..1|1..1|1..99|0..*|1..0|*|1..|..1|A|A/B|A/B1|/A|A/|A//B|A/1|2022|2021|\
        1988| |two\nlines|Article 3.21|a >= b";
    let forms = forms();
    assert!(forms.len() >= 10, "{} forms", forms.len());
    let mut wrong = String::new();
    for kind in forms {
        assert!((kind.fits)(kind.example), "{}: its example", kind.name);
        let Some(pattern) = kind.pattern else { continue };
        let schema = json!({"type": "string", "pattern": pattern});
        let validator = jsonschema::validator_for(&schema).unwrap();
        for text in corpus.split('|').map(|it| it.trim_start_matches(' ')) {
            let (pattern, reader) = (validator.is_valid(&json!(text)), (kind.fits)(text));
            // A pattern cannot count or look up a calendar; it never refuses what the reader takes.
            if reader && !pattern {
                wrong += &format!("{}: the pattern refuses {text:?}\n", kind.name);
            }
            if pattern && !reader && !CANNOT_SAY.contains(&(kind.name, text)) {
                wrong += &format!("{}: the pattern takes {text:?}\n", kind.name);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
