//! What judging messages costs, beside what peers take for structure alone.
//!
//! Peers that are no Rust crates run as children that measure themselves: `peers.py`. Its Python is
//! the one of the judges, below the folder that `GNC_JUDGES` names (else `.judges`, as `tests/run`
//! makes it), or `python3`. A peer that is not there is said not to have been measured.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use gnc::expression::Decimal;
use gnc::message::{Judged, Validator, element, judge};
use gnc::render::message::{json_schema, sample, schematron, xsd};
use gnc::text::Sources;
use gnc::trial::varied;
use gnc::view::message::MessageModel;
use gnc::view::message::build::build;
use gnc::workspace::Workspace;
use nix::sys::resource::{UsageWho, getrusage};
use serde_json::{Value, json};

use crate::{Cost, FRAMEWORK, GNC, PROFILE, median, ms, myself, once};

/// The list of items of a certificate.
const ITEMS: &str = "governmentAgencyGoodsItem";
/// What one batch of calls takes at least.
const BATCH: Duration = Duration::from_millis(20);
/// How many batches the median is of.
const BATCHES: usize = 15;

/// CPU time of this process so far.
fn spent() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_SELF).unwrap();
    let micros = |it: nix::sys::time::TimeVal| it.tv_sec() * 1_000_000 + it.tv_usec();
    Duration::from_micros((micros(usage.user_time()) + micros(usage.system_time())).cast_unsigned())
}

/// CPU time of one call: the median of several batches.
fn each(mut work: impl FnMut()) -> Duration {
    let mut batch = |calls: u32| {
        let before = spent();
        (0..calls).for_each(|_| work());
        spent().saturating_sub(before)
    };
    let mut calls = 1;
    while batch(calls) < BATCH {
        calls *= 2;
    }
    let mut times: Vec<Duration> = (0..BATCHES).map(|_| batch(calls) / calls).collect();
    times.sort();
    times.swap_remove(BATCHES / 2)
}

/// The messages of a block and of the framework that it rests on, from the texts of their files.
fn model(texts: &[(&str, &[u8])]) -> MessageModel {
    let mut workspace = Workspace::default();
    let files: Vec<_> = texts.iter().map(|it| workspace.add(it.0, it.1.to_vec()).0).collect();
    workspace.prepare();
    build(&workspace.resolved(files[0]).unwrap(), false)
}

fn judged(validator: &Validator, text: &str) -> Judged {
    judge(validator, &mut Sources::default(), "message", text.as_bytes().to_vec()).1
}

/// A certificate of any number of items, in JSON and in XML: the same twenty again and again, each
/// with its own number, and the totals that follow.
struct Certificate {
    json: Spread,
    xml: Spread,
}

/// A text in which a list stands, cut at the numbers of its items.
struct Spread {
    head: String,
    between: &'static str,
    /// Of each item what stands before and behind its number.
    items: Vec<(String, String)>,
    tail: String,
}

impl Spread {
    fn new(text: &str, marks: [&str; 3], between: &'static str) -> Self {
        let [open, close, number] = marks;
        let (start, end) = (text.find(open).unwrap(), text.rfind(close).unwrap() + close.len());
        let cut = |item: &str| {
            let at = item.find(number).unwrap() + number.len();
            let rest = item[at..].trim_start_matches(|c: char| c.is_ascii_digit());
            (item[..at].to_owned(), rest.trim_end_matches(between).to_owned())
        };
        let items = text[start..end].split(open).skip(1).map(|it| cut(&format!("{open}{it}")));
        Self {
            head: text[..start].to_owned(),
            between,
            items: items.collect(),
            tail: text[end..].to_owned(),
        }
    }

    fn with(&self, items: usize) -> String {
        let mut text = self.head.clone();
        for (at, (before, behind)) in (1..=items).zip(self.items.iter().cycle()) {
            let between = if at == 1 { "" } else { self.between };
            text.extend([between, before, &at.to_string(), behind]);
        }
        text + &self.tail
    }
}

impl Certificate {
    fn new(model: &MessageModel, validator: &Validator, items: usize) -> Self {
        let mut made = varied(model, validator, 0, 7, 20).unwrap();
        let own = made["certificate"].as_object_mut().unwrap();
        let all = own[ITEMS].as_array().unwrap().clone();
        let sum = |path: &str| {
            let parts = all.iter().cycle().take(items).flat_map(|item| match path {
                "" => item["packaging"].as_array().into_iter().flatten().collect(),
                path => vec![item.pointer(path).unwrap()],
            });
            let number = |it: &Value| {
                let it = it.get("quantityQuantity").unwrap_or(it);
                Decimal::parse(it["content"].as_str().unwrap()).unwrap()
            };
            parts.fold(Decimal::ZERO, |sum, it| sum.plus(number(it)).unwrap()).to_string()
        };
        let totals = [
            ("totalGrossMassMeasure", sum("/commodity/goodsMeasure/grossMassMeasure")),
            ("totalPackageQuantity", sum("")),
            ("goodsItemQuantity", items.to_string()),
        ];
        for (name, total) in totals {
            if let Some(it) = own.get_mut(name) {
                it["content"] = json!(total);
            }
        }
        let text = made.to_string();
        let read = judged(validator, &text);
        let tree = element(validator, 0, read.items.as_ref().unwrap()).unwrap();
        let xml = sample::to_xml(model, &model.messages[0], &tree);
        // A comma stands between items in JSON, nothing but blanks in XML.
        let json = {
            let list = made["certificate"][ITEMS].to_string();
            let (head, tail) = text.split_once(&list).unwrap();
            let cut = |item: &Value| {
                let text = item.to_string();
                let rest = text.strip_prefix("{\"sequenceNumeric\":").unwrap();
                let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                ("{\"sequenceNumeric\":".to_owned(), rest.to_owned())
            };
            let items = made["certificate"][ITEMS].as_array().unwrap().iter().map(cut).collect();
            Spread { head: format!("{head}["), between: ",", items, tail: format!("]{tail}") }
        };
        let tags =
            ["<GovernmentAgencyGoodsItem>", "</GovernmentAgencyGoodsItem>", "<SequenceNumeric>"];
        Self { json, xml: Spread::new(&xml, tags, "") }
    }
}

/// What the rules ask for beside a certificate, so that each of them can be judged.
fn facts(certificate: &Value) -> Value {
    let own = &certificate["certificate"];
    let items = own[ITEMS].as_array().unwrap();
    let lines = items.iter().map(|item| {
        json!({
            "certificateItem": item["sequenceNumeric"],
            "hs6": item["commodity"]["classification"][0]["id"],
            "quantity": item["commodity"]["goodsMeasure"]["tariffQuantity"],
            "originCountry": item["origin"]["countryCode"],
            "consignmentReference": own["ucr"]["id"],
            "preferenceClaimed": true, "matches": true, "decided": true,
        })
    });
    let criteria: Vec<_> = items.iter().map(|it| &it["origin"]["criterionCode"]).collect();
    json!({
        "message": {
            "id": "M-1", "digest": "00", "sent": "20260401120000Z", "attempts": 1,
            "schemaValid": true, "schemaVersion": "1.0.0", "declaredSender": "XA",
            "sender": {"authenticated": true, "party": "XA"},
            "signature": {"valid": true, "notified": true, "revoked": false},
            "transport": {"completed": true}, "queue": [{"sequence": 1}], "lastSequence": 0,
        },
        "agreement": {
            "id": own["tradeAgreement"]["id"], "exportingCountry": own["exportCountry"]["id"],
            "importingCountry": own["destination"]["countryCode"], "schemaVersions": ["1.0.0"],
            "originCriteria": criteria, "minorDiscrepancies": [], "maximumAttempts": 3,
            "transmissionLimit": "P60D", "utilisationLimit": "P60D", "verificationLimit": "P60D",
        },
        "declaration": {
            "certificateNumber": own["id"], "certificateIssuer": own["issuingAuthority"]["id"],
            "acceptanceDate": "20260401", "decisionDate": "20260402",
            "items": lines.collect::<Vec<_>>(), "discrepancies": [],
        },
        "issuers": [{"id": own["issuingAuthority"]["id"], "validFrom": "20200101"}],
        "register": [], "writeOffs": [], "statusAnswers": [], "verificationRequests": [],
        "receivedMessages": [],
    })
}

/// What the peers of `peers.py` take for each file, or why they were not measured.
fn peers(args: &[String]) -> Result<Vec<Duration>, String> {
    let judges = std::env::var("GNC_JUDGES").unwrap_or_else(|_| ".judges".to_owned());
    let own = PathBuf::from(judges).join("venv/bin/python");
    let python = if own.is_file() { own } else { PathBuf::from("python3") };
    let run = Command::new(python).arg("benches/table/peers.py").args(args).output();
    let run = run.map_err(|_| "python3 is not installed".to_owned())?;
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    match run.status.code() {
        Some(0) => Ok(said.lines().map(|it| Duration::from_nanos(it.parse().unwrap())).collect()),
        Some(3) => Err(said.trim().to_owned()),
        _ => panic!("{}", String::from_utf8_lossy(&run.stderr)),
    }
}

fn micros(time: Duration) -> String {
    format!("{:.0}", time.as_secs_f64() * 1e6)
}

fn times(one: Duration, other: Duration) -> String {
    format!("{:.2}", one.as_secs_f64() / other.as_secs_f64())
}

/// One message in process, whatever can be compiled compiled before.
pub(crate) fn messages(folder: &Path) -> String {
    let text = fs::read(FRAMEWORK).unwrap();
    let whole = model(&[(FRAMEWORK, &text)]);
    let mut bare = model(&[(FRAMEWORK, &text)]);
    bare.constraints.clear();
    let (validator, structure) = (Validator::new(&whole), Validator::new(&bare));
    let schema = json_schema::schema(&bare, &bare.messages[0]);
    let schema = jsonschema::draft202012::new(&schema).unwrap();
    let place = folder.join("schemas");
    for it in xsd::write(&whole).into_iter().chain(schematron::write(&whole)) {
        let path = place.join(it.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, it.bytes).unwrap();
    }
    let sizes = [20, 1_000];
    let made = sizes.map(|items| {
        let made = Certificate::new(&whole, &validator, items);
        (items, made.json.with(items), made.xml.with(items))
    });
    let files: Vec<String> = made
        .iter()
        .map(|(items, _, xml)| {
            let path = place.join(format!("{items}.xml"));
            fs::write(&path, xml).unwrap();
            path.display().to_string()
        })
        .collect();
    let shown = |name: &str| place.join(name).display().to_string();
    let mut by_schema = vec!["xsd".to_owned(), shown("xsd/DocumentMetaData.xsd")];
    by_schema.extend(files.iter().cloned());
    let rules: Vec<String> = ["certificate.sch", "certificate.xslt2.sch"]
        .iter()
        .map(|it| shown(&format!("schematron/{it}")))
        .filter(|it| Path::new(it).is_file())
        .collect();
    let mut by_rules = vec!["schematron".to_owned()];
    by_rules.extend(rules);
    by_rules.push("--".to_owned());
    by_rules.extend(files);

    let of_message = whole.constraints.iter().filter(|it| it.messages.contains(&0));
    let mut table = format!(
        "Certificates of `{FRAMEWORK}`, with {} conditions and rules:\n\n\
         | message | judged by | what | CPU µs | × | bar |\n|---|---|---|---|---|---|\n",
        of_message.count(),
    );
    let mut row = |name: &str, what: &str, time: Duration, peer: Option<Duration>, bar: &str| {
        let ratio = peer.map_or_else(|| "–".to_owned(), |peer| times(time, peer));
        table += &format!("| {name} | {what} | {} | {ratio} | {bar} |\n", micros(time));
    };
    let all = "gnc | structure, formats, codes, conditions and rules";
    let less = "gnc | structure, formats, codes";
    for (items, json, _) in &made {
        let name = format!("JSON, {items} items, {} kB", json.len() / 1000);
        let peer = each(|| {
            let value: Value = serde_json::from_slice(json.as_bytes()).unwrap();
            assert!(black_box(schema.is_valid(&value)));
        });
        row(&name, "`jsonschema` crate | structure, formats, codes", peer, Some(peer), "");
        let time = each(|| assert!(judged(&structure, json).findings.list.is_empty()));
        row(&name, less, time, Some(peer), "");
        let time = each(|| assert!(judged(&validator, json).findings.list.is_empty()));
        row(&name, all, time, Some(peer), "≤ 2");
        let knowing =
            Validator::new(&whole).with_facts(facts(&serde_json::from_str(json).unwrap()));
        let open = judged(&knowing, json);
        assert!(open.undecided.is_empty() && open.is_valid(), "{:?}", open.findings.list);
        let time = each(|| drop(black_box(judged(&knowing, json))));
        row(&name, &format!("{all}, and all facts beside it"), time, Some(peer), "");
    }
    let peer = peers(&by_schema);
    let mut own = Vec::new();
    for (at, (items, _, xml)) in made.iter().enumerate() {
        let name = format!("XML, {items} items, {} kB", xml.len() / 1000);
        let peer = peer.as_ref().ok().map(|it| it[at]);
        if let Some(peer) = peer {
            row(&name, "libxml2, SAX | XML Schema", peer, Some(peer), "");
        }
        let bare = each(|| assert!(judged(&structure, xml).findings.list.is_empty()));
        row(&name, less, bare, peer, "");
        let time = each(|| assert!(judged(&validator, xml).findings.list.is_empty()));
        row(&name, all, time, peer, "≤ 1");
        own.push((items, bare, time));
    }
    if let Err(why) = &peer {
        table += &format!("\nlibxml2 was not measured: {why}.\n");
    }
    table += &by_saxon(&own, &peers(&by_rules));
    table + &compiled()
}

/// Rules alone, beside Saxon; `own` has the time without and with them.
fn by_saxon(own: &[(&usize, Duration, Duration)], saxon: &Result<Vec<Duration>, String>) -> String {
    let saxon = match saxon {
        Ok(saxon) => saxon,
        Err(why) => return format!("\nSaxon was not measured: {why}.\n"),
    };
    let mut table = "\nConditions and rules of the XML message that Schematron can say (bar: 20 times faster):\n\n\
         | items | Saxon, on a tree read before, µs | gnc, rules alone, µs | times faster | \
         gnc with reading and structure, µs | times faster |\n|---|---|---|---|---|---|\n"
        .to_owned();
    for ((items, bare, time), saxon) in own.iter().zip(saxon) {
        let rules = time.saturating_sub(*bare);
        table += &format!(
            "| {items} | {} | {} | {:.0} | {} | {:.0} |\n",
            micros(*saxon),
            micros(rules),
            saxon.as_secs_f64() / rules.as_secs_f64(),
            micros(*time),
            saxon.as_secs_f64() / time.as_secs_f64(),
        );
    }
    table
}

/// From the texts of a block to its validator.
fn compiled() -> String {
    let (framework, profile) = (fs::read(FRAMEWORK).unwrap(), fs::read(PROFILE).unwrap());
    let mut table = "\nFrom YAML to a validator (bar: 10 ms):\n\n\
         | block | CPU ms | of it from the resolved block, ms |\n|---|---|---|\n"
        .to_owned();
    let own: &[(&str, &[u8])] = &[(FRAMEWORK, &framework)];
    let both: &[(&str, &[u8])] = &[(PROFILE, &profile), (FRAMEWORK, &framework)];
    for (name, texts) in [(FRAMEWORK, own), (PROFILE, both)] {
        let whole = each(|| drop(black_box(Validator::new(&model(texts)))));
        let mut workspace = Workspace::default();
        let files: Vec<_> = texts.iter().map(|it| workspace.add(it.0, it.1.to_vec()).0).collect();
        workspace.prepare();
        let resolved = workspace.resolved(files[0]).unwrap();
        let part = each(|| drop(black_box(Validator::new(&build(&resolved, false)))));
        table += &format!("| `{name}` | {} | {} |\n", ms(whole), ms(part));
    }
    table
}

/// Runs a program and prints the most memory that it held, in kB.
pub(crate) fn peak(args: &[String]) {
    let (program, args) = args.split_first().unwrap();
    once(program, &args.iter().map(String::as_str).collect::<Vec<_>>());
    println!("{}", getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss());
}

/// The most memory that `gnc message validate` holds over these files, in MB.
fn held(files: &str) -> f64 {
    let args = ["--peak", GNC, "message", "validate", "--block", FRAMEWORK, files];
    let run = Command::new(myself()).args(args).output().unwrap();
    let kilobytes: f64 = String::from_utf8(run.stdout).unwrap().trim().parse().unwrap();
    kilobytes / 1000.0
}

/// Many messages in one call, and how much memory the number and the size of messages take.
pub(crate) fn streams(folder: &Path) -> String {
    let text = fs::read(FRAMEWORK).unwrap();
    let whole = model(&[(FRAMEWORK, &text)]);
    let validator = Validator::new(&whole);
    let made = Certificate::new(&whole, &validator, 20);
    let schemas = folder.join("schemas");
    for it in xsd::write(&whole) {
        let path = schemas.join(it.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, it.bytes).unwrap();
    }
    let schema = schemas.join("xsd/DocumentMetaData.xsd").display().to_string();
    let files = |name: &str, ending: &str, text: &str, count: usize| {
        let place = folder.join(name);
        fs::create_dir_all(&place).unwrap();
        let path = |n: usize| place.join(format!("{n:05}.{ending}"));
        for n in 0..count {
            // Beyond a thousand they are names of the same files.
            match n.checked_sub(1_000) {
                None => fs::write(path(n), text).unwrap(),
                Some(of) => fs::hard_link(path(of % 1_000), path(n)).unwrap(),
            }
        }
        let all: Vec<String> = (0..count).map(|n| path(n).display().to_string()).collect();
        (place.display().to_string(), all)
    };
    let (json, xml) = (made.json.with(20), made.xml.with(20));
    let (xmls, all) = files("xml", "xml", &xml, 1_000);
    let (jsons, _) = files("json", "json", &json, 1_000);
    let mut table = "Calls of the program, 20 items in each message:\n\n\
         | call | CPU ms | wall ms | CPU × | wall × | bar |\n|---|---|---|---|---|---|\n"
        .to_owned();
    let has_xmllint = Command::new("xmllint").arg("--version").output().is_ok();
    for count in [1, 1_000] {
        let runs = if count == 1 { 21 } else { 7 };
        let mut args = vec!["--noout", "--schema", &schema];
        args.extend(all.iter().take(count).map(String::as_str));
        let peer = has_xmllint.then(|| median("xmllint", &args, runs));
        let mut row = |name: &str, cost: &Cost, bar: &str| {
            let of = |own: Duration, peer: Option<Duration>| {
                peer.map_or_else(|| "–".to_owned(), |peer| times(own, peer))
            };
            let cpu = of(cost.cpu, peer.as_ref().map(|it| it.cpu));
            let wall = of(cost.wall, peer.as_ref().map(|it| it.wall));
            let (own, waited) = (ms(cost.cpu), ms(cost.wall));
            table += &format!("| {name} | {own} | {waited} | {cpu} | {wall} | {bar} |\n");
        };
        let n = if count == 1 { "one file".to_owned() } else { format!("{count} files") };
        if let Some(peer) = &peer {
            row(&format!("`xmllint --noout --schema`, {n}"), peer, "");
        }
        let own =
            |files: &str| median(GNC, &["message", "validate", "--block", FRAMEWORK, files], runs);
        let one = |of: &str, ending: &str| match count {
            1 => format!("{of}/00000.{ending}"),
            _ => of.to_owned(),
        };
        row(&format!("`gnc message validate`, {n}, XML"), &own(&one(&xmls, "xml")), "≤ 1.2");
        row(&format!("`gnc message validate`, {n}, JSON"), &own(&one(&jsons, "json")), "");
    }
    if !has_xmllint {
        table += "\n`xmllint` was not measured: it is not installed.\n";
    }
    table += "\nMost memory held, by the number of messages of 20 items:\n\n\
              | messages | XML files, MB | JSON files, MB | lines of JSON, MB |\n|---|---|---|---|\n";
    for count in [1, 100, 10_000] {
        let name = |of: &str| format!("{of}-{count}");
        let (xmls, _) = files(&name("xml"), "xml", &xml, count);
        let (jsons, _) = files(&name("json"), "json", &json, count);
        let lines = folder.join(format!("{count}.ndjson"));
        fs::write(&lines, format!("{json}\n").repeat(count)).unwrap();
        let lines = lines.display().to_string();
        let [xml, json, lines] = [xmls, jsons, lines].map(|it| {
            let most = held(&it);
            if Path::new(&it).is_dir() { fs::remove_dir_all(it) } else { fs::remove_file(it) }
                .unwrap();
            most
        });
        table += &format!("| {count} | {xml:.1} | {json:.1} | {lines:.1} |\n");
    }
    let none = folder.join("none.json");
    fs::write(&none, "{}").unwrap();
    let none = held(&none.display().to_string());
    table += &format!(
        "\nMost memory held, by the size of one message; without one it is {none:.1} MB:\n\n\
         | message | MB | memory beyond that, MB | × |\n|---|---|---|---|\n",
    );
    for (syntax, sizes) in [("JSON", [20, 1_000, 99_999]), ("XML", [20, 1_000, 50_000])] {
        for items in sizes {
            let made = Certificate::new(&whole, &validator, items);
            let text = if syntax == "XML" { made.xml.with(items) } else { made.json.with(items) };
            let path = folder.join(format!("large.{}", syntax.to_lowercase()));
            fs::write(&path, &text).unwrap();
            let (size, most) = (text.len() as f64 / 1e6, held(&path.display().to_string()) - none);
            let ratio = if items > 20 { format!("{:.1}", most / size) } else { "–".to_owned() };
            table += &format!("| {syntax}, {items} items | {size:.2} | {most:.1} | {ratio} |\n");
        }
    }
    table
}
