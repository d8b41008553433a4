//! `cargo bench`: what the program costs, in CPU time of whole processes, beside what the same bytes
//! cost a bare YAML reader. Ratios of one run are worth keeping, times are not.
//!
//! Prints the tables of `docs/performance.md`. `cargo bench -- shipped` prints one of them:
//! `shipped`, `sizes`, `findings`, `catalogues`, `profiles`, `readers`, `messages`, `streams` or `pdf`
//! (the last with `--features pdf`). `cargo bench -- --write` also puts them into that page, each between its marks.
#![allow(missing_docs, reason = "a program")]
#![allow(clippy::disallowed_methods, reason = "a program that measures programs")]
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "it prints, and may stop short")]
#![allow(clippy::format_collect, reason = "only the generator's own time is spent")]
#![allow(clippy::cast_precision_loss, reason = "figures for people")]

mod messages;
mod pdf;
mod synthetic;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gnc::syntax::{parse_in_full, parse_plain};
use gnc::text::Sources;
use nix::sys::resource::{UsageWho, getrusage};
use saphyr::LoadableYamlNode;

const GNC: &str = env!("CARGO_BIN_EXE_gnc");
const FRAMEWORK: &str = "utility-blocks/wco.co-push.yaml";
const PROFILE: &str = "utility-blocks/adj-bor.co-push.yaml";

/// The page that the tables stand in.
const PAGE: &str = "docs/performance.md";

/// Makes one table, with a folder of its own to write into.
type Table = fn(&Path) -> String;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        // As a child of itself it is the empty process, Typst alone, what measures the memory of a
        // program, and the bare reader.
        Some("--nothing") => return,
        Some("--typst") => return args[1..].iter().for_each(|folder| pdf::alone(folder)),
        Some("--peak") => return messages::peak(&args[1..]),
        Some("--bare") => return args[1..].iter().for_each(|path| bare(path)),
        _ => {}
    }
    let chosen: Vec<&str> =
        args.iter().map(String::as_str).filter(|it| !it.starts_with("--")).collect();
    let tables: [(&str, Table); 9] = [
        ("shipped", shipped),
        ("sizes", sizes),
        ("findings", findings),
        ("catalogues", catalogues),
        ("profiles", profiles),
        ("readers", readers),
        ("messages", messages::messages),
        ("streams", messages::streams),
        ("pdf", pdf::table),
    ];
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gnc-bench");
    fs::create_dir_all(&folder).unwrap();
    std::env::set_current_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    for (name, table) in tables {
        if chosen.is_empty() || chosen.contains(&name) {
            let table = table(&folder);
            println!("{table}");
            if args.iter().any(|it| it == "--write") && (name != "pdf" || cfg!(feature = "pdf")) {
                write(name, &table);
            }
        }
    }
    fs::remove_dir_all(&folder).unwrap();
}

/// Puts a table between its marks in the page, where it has some.
fn write(name: &str, table: &str) {
    let page = fs::read_to_string(PAGE).unwrap();
    let (from, to) = (format!("<!-- table {name} -->\n"), format!("<!-- end {name} -->"));
    let Some((before, rest)) = page.split_once(&from) else { return };
    let (_, after) = rest.split_once(&to).unwrap();
    fs::write(PAGE, format!("{before}{from}\n{table}\n{to}{after}")).unwrap();
}

/// What a bare reader does with a file: every node of the document in memory, nothing more.
fn bare(path: &str) {
    let text = fs::read_to_string(path).unwrap();
    std::mem::forget(saphyr::Yaml::load_from_str(&text).unwrap());
}

/// CPU and wall time of a process.
struct Cost {
    cpu: Duration,
    wall: Duration,
}

fn once(program: &str, args: &[&str]) -> Cost {
    let spent = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
        let (user, system) = (usage.user_time(), usage.system_time());
        let micros = |it: nix::sys::time::TimeVal| it.tv_sec() * 1_000_000 + it.tv_usec();
        Duration::from_micros((micros(user) + micros(system)).cast_unsigned())
    };
    let before = spent();
    let start = Instant::now();
    let mut command = Command::new(program);
    command.args(args).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().unwrap();
    Cost { cpu: spent().saturating_sub(before), wall: start.elapsed() }
}

/// The median of several runs, by CPU time.
fn median(program: &str, args: &[&str], runs: usize) -> Cost {
    let mut costs: Vec<Cost> = (0..runs).map(|_| once(program, args)).collect();
    costs.sort_by_key(|cost| cost.cpu);
    costs.swap_remove(runs / 2)
}

fn myself() -> String {
    std::env::current_exe().unwrap().display().to_string()
}

fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}

fn ratio(a: Duration, b: Duration) -> String {
    format!("{:.1}", a.as_secs_f64() / b.as_secs_f64())
}

/// The shipped blocks: each command on the bilateral block, which rests on the framework.
fn shipped(folder: &Path) -> String {
    let out = folder.join("out").display().to_string();
    let bare = median(&myself(), &["--bare", PROFILE, FRAMEWORK], 21);
    let bytes: u64 = [PROFILE, FRAMEWORK].iter().map(|it| fs::metadata(it).unwrap().len()).sum();
    let mut table = format!(
        "{:.1} MB of YAML, {} rules, both languages:\n\n\
         | shipped bilateral block | CPU ms | × bare parse |\n|---|---|---|\n",
        bytes as f64 / 1e6,
        gnc::check::RULES.len(),
    );
    let mut row = |name: &str, cost: &Cost| {
        table += &format!("| {name} | {} | {} |\n", ms(cost.cpu), ratio(cost.cpu, bare.cpu));
    };
    row("an empty Rust program", &median(&myself(), &["--nothing"], 41));
    row("`gnc --version`", &median(GNC, &["--version"], 41));
    row("bare parse of both files (saphyr)", &bare);
    row("`gnc check`", &median(GNC, &["check", PROFILE], 21));
    for kind in ["xsd", "json-schema", "openapi", "sample", "bpmn", "svg", "markdown", "html"] {
        let args = ["build", PROFILE, "--out", &out, "--only", kind];
        row(&format!("`gnc build --only {kind}`"), &median(GNC, &args, 11));
    }
    for (kind, lang) in [("docx", "en"), ("docx", "fr"), ("xlsx", "en"), ("xlsx", "fr")] {
        let args = ["build", PROFILE, "--out", &out, "--only", kind, "--lang", lang];
        row(&format!("`gnc build --only {kind} --lang {lang}`"), &median(GNC, &args, 11));
    }
    row("`gnc build`, everything", &median(GNC, &["build", PROFILE, "--out", &out], 11));
    table
}

/// One block of growing size.
fn sizes(folder: &Path) -> String {
    let mut table = "| elements | file kB | bare parse ms | check ms | × | build ms | × |\n\
                     |---|---|---|---|---|---|---|\n"
        .to_owned();
    for elements in [60, 300, 3_000] {
        let path = folder.join("exa-exb.co-sizes.yaml");
        let text = synthetic::block("exa-exb.co-sizes", elements);
        fs::write(&path, &text).unwrap();
        let path = path.display().to_string();
        let out = folder.join("out").display().to_string();
        let bare = median(&myself(), &["--bare", &path], 11).cpu;
        let check = median(GNC, &["check", &path], 11).cpu;
        let build = median(GNC, &["build", &path, "--draft", "--out", &out], 5).cpu;
        table += &format!(
            "| {elements} | {} | {} | {} | {} | {} | {} |\n",
            text.len() / 1000,
            ms(bare),
            ms(check),
            ratio(check, bare),
            ms(build),
            ratio(build, bare)
        );
    }
    table
}

/// A block with more than 200 findings, in each form of report, beside the same block without one.
fn findings(folder: &Path) -> String {
    let path = folder.join("wco.co-push.yaml");
    let shown = path.display().to_string();
    let mut text = fs::read_to_string(FRAMEWORK).unwrap();
    fs::write(&path, &text).unwrap();
    let nothing = ms(median(GNC, &["check", &shown], 21).cpu);
    let mut table =
        format!("| framework block | CPU ms |\n|---|---|\n| nothing found | {nothing} |\n");
    // Three kinds of mistakes; others follow from them.
    for (from, to, times) in [
        ("requirement: M", "requirement: X", 80),
        ("requirement: O", "requiremnt: O", 80),
        ("occurs: 1..1", "occurs: once", 40),
    ] {
        text = text.replacen(from, to, times);
    }
    fs::write(&path, &text).unwrap();
    let report = Command::new(GNC).args(["check", &shown, "--format", "json"]).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report.stdout).unwrap();
    let found = report["findings"].as_array().unwrap().len();
    for form in ["human", "json", "sarif", "junit", "github"] {
        let cost = median(GNC, &["check", &shown, "--format", form], 21);
        table += &format!("| {found} findings, `--format {form}` | {} |\n", ms(cost.cpu));
    }
    table
}

/// Blocks that stand by themselves, by the dozen.
fn catalogues(folder: &Path) -> String {
    let head = format!("{} elements in each block, no framework:\n\n", synthetic::IN_A_CATALOGUE);
    head + &many(folder, |blocks| synthetic::catalogue(blocks).collect())
}

/// Profiles of the shipped framework, by the dozen.
fn profiles(folder: &Path) -> String {
    let (framework, profile) =
        (fs::read_to_string(FRAMEWORK).unwrap(), fs::read_to_string(PROFILE).unwrap());
    let head =
        "Copies of the shipped bilateral block, each laid over the framework:\n\n".to_owned();
    head + &many(folder, |blocks| synthetic::profiles(&framework, &profile, blocks).collect())
}

fn many(folder: &Path, texts: impl Fn(usize) -> Vec<(String, String)>) -> String {
    let mut table =
        "| blocks | files MB | bare parse CPU s | check CPU s | wall s | CPU ms per block |\n\
         |---|---|---|---|---|---|\n"
            .to_owned();
    for blocks in [10, 100, 1_000] {
        let place = folder.join("catalogue");
        fs::create_dir_all(&place).unwrap();
        let mut files = vec!["--bare".to_owned()];
        let mut bytes = 0;
        for (name, text) in texts(blocks) {
            bytes += text.len();
            fs::write(place.join(&name), text).unwrap();
            files.push(place.join(name).display().to_string());
        }
        let args: Vec<&str> = files.iter().map(String::as_str).collect();
        let runs = if blocks > 100 { 3 } else { 7 };
        let bare = median(&myself(), &args, runs).cpu;
        let check = median(GNC, &["check", &place.display().to_string()], runs);
        table += &format!(
            "| {blocks} | {:.1} | {:.2} | {:.2} | {:.2} | {:.1} |\n",
            bytes as f64 / 1e6,
            bare.as_secs_f64(),
            check.cpu.as_secs_f64(),
            check.wall.as_secs_f64(),
            check.cpu.as_secs_f64() * 1000.0 / blocks as f64
        );
        fs::remove_dir_all(&place).unwrap();
    }
    table
}

/// The readers by themselves, in one process, on the framework.
fn readers(_: &Path) -> String {
    let text = fs::read_to_string(FRAMEWORK).unwrap();
    let mut sources = Sources::default();
    let file = sources.add(FRAMEWORK, text.as_str());
    let best = |read: &dyn Fn()| {
        let times = (0..20).map(|_| {
            let start = Instant::now();
            read();
            start.elapsed()
        });
        times.min().unwrap()
    };
    let mut table =
        "| reader, in one process | ms, best of 20 | MB/s |\n|---|---|---|\n".to_owned();
    let mut row = |name: &str, time: Duration| {
        let speed = text.len() as f64 / 1e6 / time.as_secs_f64();
        table += &format!("| {name} | {} | {speed:.0} |\n", ms(time));
    };
    row("saphyr, to its tree", best(&|| drop(saphyr::Yaml::load_from_str(&text).unwrap())));
    row("the full reader, to our tree", best(&|| drop(parse_in_full(&sources, file))));
    row("the short way, to our tree", best(&|| drop(parse_plain(&sources, file).unwrap())));
    table
}
