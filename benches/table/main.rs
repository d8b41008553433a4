//! `cargo bench`: what the program costs, in CPU time of whole processes, beside what the same bytes
//! cost a bare YAML reader. Ratios of one run are worth keeping, times are not.
//!
//! Prints the tables of `docs/performance.md`. `cargo bench -- shipped` prints one of them:
//! `shipped`, `sizes`, `findings`, `catalogues`, `profiles` or `readers`.
#![allow(missing_docs, reason = "a program")]
#![allow(clippy::disallowed_methods, reason = "a program that measures programs")]
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "it prints, and may stop short")]
#![allow(clippy::format_collect, reason = "only the generator's own time is spent")]
#![allow(clippy::cast_precision_loss, reason = "figures for people")]

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

/// Prints one table, with a folder of its own to write into.
type Table = fn(&Path);

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        // As a child of itself it is the empty process and the bare reader.
        Some("--nothing") => return,
        Some("--bare") => return args[1..].iter().for_each(|path| bare(path)),
        _ => {}
    }
    let chosen: Vec<&str> =
        args.iter().map(String::as_str).filter(|it| !it.starts_with("--")).collect();
    let tables: [(&str, Table); 6] = [
        ("shipped", shipped),
        ("sizes", sizes),
        ("findings", findings),
        ("catalogues", catalogues),
        ("profiles", profiles),
        ("readers", readers),
    ];
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gnc-bench");
    fs::create_dir_all(&folder).unwrap();
    std::env::set_current_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    for (name, table) in tables {
        if chosen.is_empty() || chosen.contains(&name) {
            table(&folder);
            println!();
        }
    }
    fs::remove_dir_all(&folder).unwrap();
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
fn shipped(folder: &Path) {
    let out = folder.join("out").display().to_string();
    let bare = median(&myself(), &["--bare", PROFILE, FRAMEWORK], 21);
    println!("| shipped bilateral block | CPU ms | × bare parse |\n|---|---|---|");
    let row = |name: &str, cost: &Cost| {
        println!("| {name} | {} | {} |", ms(cost.cpu), ratio(cost.cpu, bare.cpu));
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
}

/// One block of growing size.
fn sizes(folder: &Path) {
    println!("| elements | file kB | bare parse ms | check ms | × | build ms | × |");
    println!("|---|---|---|---|---|---|---|");
    for elements in [60, 300, 3_000] {
        let path = folder.join("exa-exb.co-sizes.yaml");
        let text = synthetic::block("exa-exb.co-sizes", elements);
        fs::write(&path, &text).unwrap();
        let path = path.display().to_string();
        let out = folder.join("out").display().to_string();
        let bare = median(&myself(), &["--bare", &path], 11).cpu;
        let check = median(GNC, &["check", &path], 11).cpu;
        let build = median(GNC, &["build", &path, "--draft", "--out", &out], 5).cpu;
        println!(
            "| {elements} | {} | {} | {} | {} | {} | {} |",
            text.len() / 1000,
            ms(bare),
            ms(check),
            ratio(check, bare),
            ms(build),
            ratio(build, bare)
        );
    }
}

/// A block with more than 200 findings, in each form of report, beside the same block without one.
fn findings(folder: &Path) {
    let path = folder.join("wco.co-push.yaml");
    let shown = path.display().to_string();
    let mut text = fs::read_to_string(FRAMEWORK).unwrap();
    println!("| framework block | CPU ms |\n|---|---|");
    fs::write(&path, &text).unwrap();
    println!("| nothing found | {} |", ms(median(GNC, &["check", &shown], 21).cpu));
    // Three kinds of mistakes; others follow from them.
    for (from, to, times) in [
        ("requirement: M", "requirement: X", 80),
        ("requirement: O", "requiremnt: O", 80),
        ("occurs: 1..1", "occurs: once", 40),
    ] {
        text = text.replacen(from, to, times);
    }
    fs::write(&path, &text).unwrap();
    for form in ["human", "json", "sarif", "junit", "github"] {
        let cost = median(GNC, &["check", &shown, "--format", form], 21);
        println!("| 275 findings, `--format {form}` | {} |", ms(cost.cpu));
    }
}

/// Blocks that stand by themselves, by the dozen.
fn catalogues(folder: &Path) {
    println!("{} elements in each block, no framework:\n", synthetic::IN_A_CATALOGUE);
    many(folder, |blocks| synthetic::catalogue(blocks).collect());
}

/// Profiles of the shipped framework, by the dozen.
fn profiles(folder: &Path) {
    let (framework, profile) =
        (fs::read_to_string(FRAMEWORK).unwrap(), fs::read_to_string(PROFILE).unwrap());
    println!("copies of the shipped bilateral block, each laid over the framework:\n");
    many(folder, |blocks| synthetic::profiles(&framework, &profile, blocks).collect());
}

fn many(folder: &Path, texts: impl Fn(usize) -> Vec<(String, String)>) {
    println!("| blocks | files MB | bare parse CPU s | check CPU s | wall s | CPU ms per block |");
    println!("|---|---|---|---|---|---|");
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
        println!(
            "| {blocks} | {:.1} | {:.2} | {:.2} | {:.2} | {:.1} |",
            bytes as f64 / 1e6,
            bare.as_secs_f64(),
            check.cpu.as_secs_f64(),
            check.wall.as_secs_f64(),
            check.cpu.as_secs_f64() * 1000.0 / blocks as f64
        );
        fs::remove_dir_all(&place).unwrap();
    }
}

/// The readers by themselves, in one process, on the framework.
fn readers(_: &Path) {
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
    println!("| reader, in one process | ms, best of 20 | MB/s |\n|---|---|---|");
    let row = |name: &str, time: Duration| {
        let speed = text.len() as f64 / 1e6 / time.as_secs_f64();
        println!("| {name} | {} | {speed:.0} |", ms(time));
    };
    row("saphyr, to its tree", best(&|| drop(saphyr::Yaml::load_from_str(&text).unwrap())));
    row("the full reader, to our tree", best(&|| drop(parse_in_full(&sources, file))));
    row("the short way, to our tree", best(&|| drop(parse_plain(&sources, file).unwrap())));
}
