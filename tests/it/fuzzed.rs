//! What fuzzers read, read here: every input that once did harm, and samples changed in a few places.
//!
//! The readers are those of the fuzzers (`fuzz/readers`); `docs/fuzzing.md` says how those are run.

use std::path::Path;
use std::time::{Duration, Instant};

#[path = "../../fuzz/readers/block.rs"]
mod block;
#[path = "../../fuzz/readers/document.rs"]
mod document;
#[path = "../../fuzz/readers/message.rs"]
mod message;
#[path = "../../fuzz/readers/xsd.rs"]
mod xsd;
#[path = "../../fuzz/readers/yaml.rs"]
mod yaml;

/// Longer than one small input may take, in a debug build on a busy machine.
const LONG: Duration = Duration::from_mins(2);

type Reader = fn(&[u8]);

const READERS: [(&str, Reader); 5] = [
    ("block", block::read),
    ("document", document::read),
    ("message", message::read),
    ("xsd", xsd::read),
    ("yaml", yaml::read),
];

#[test]
fn what_fuzzers_found_stays_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found");
    let mut seen = 0;
    for (name, read) in READERS {
        let Ok(files) = std::fs::read_dir(folder.join(name)) else { continue };
        for file in files {
            let path = file.expect("an entry of the folder").path();
            let begun = Instant::now();
            read(&std::fs::read(&path).expect("an input"));
            assert!(begun.elapsed() < LONG, "{}", path.display());
            seen += 1;
        }
    }
    let known = std::fs::read_dir(&folder).expect("fuzz/found");
    for it in known {
        let name = it.expect("an entry of the folder").file_name();
        assert!(READERS.iter().any(|it| name == *it.0), "no reader for {name:?}");
    }
    assert!(seen > 0, "there are inputs in fuzz/found");
}

/// Bytes changed in a few places, always the same for the same number.
pub(crate) fn mutated(bytes: &[u8], pieces: &[&[u8]], number: u64) -> Vec<u8> {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % (below.max(1) as u64)).expect("a small number")
    };
    let mut out = bytes.to_vec();
    for _ in 0..=next(3) {
        let (from, length) = (next(out.len()), 1 + next(40));
        let to = (from + length).min(out.len());
        match next(4) {
            0 => drop(out.drain(from..to)),
            1 => {
                let (copy, at) = (out[from..to].to_vec(), next(out.len()));
                out.splice(at..at, copy);
            }
            2 => {
                let piece = pieces[next(pieces.len())];
                out.splice(from..from, piece.iter().copied());
            }
            _ => out[from] = out[from].wrapping_add(1),
        }
    }
    out
}

/// What stands in a folder of the project, one text after the other.
fn texts(folder: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = files.map(|it| it.expect("an entry").path()).collect();
    paths.retain(|it| it.extension().is_some_and(|it| endings.iter().any(|end| it == *end)));
    paths.sort();
    paths.iter().map(|it| std::fs::read(it).expect("a file")).collect()
}

const DOCUMENTS: [&str; 2] = [
    "<entry><ucr>1</ucr><items><hs6>010121</hs6><grossMass unitCode=\"KGM\">1.5</grossMass></items></entry>",
    "{\"entry\": {\"ucr\": \"1\", \"items\": [{\"hs6\": \"010121\", \"grossMass\": {\"content\": \"1.5\", \"unitCode\": \"KGM\"}}]}}",
];

/// A second for each reader but that of whole blocks, which is slow; `GNC_FUZZ_SECONDS` gives more,
/// `GNC_FUZZ_READER` names one, `GNC_FUZZ_FROM` is the number of the first change.
#[test]
#[allow(clippy::print_stdout, reason = "how many inputs there were")]
fn samples_changed_in_a_few_places_do_no_harm() {
    const PIECES: [&[u8]; 28] = [
        b"<",
        b"/>",
        b"</",
        b"&",
        b"&#0;",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"<!DOCTYPE a [",
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b"\\",
        b"\\ud800",
        b",",
        b": ",
        b"\n- ",
        b"\n",
        b"*a",
        b"&a ",
        b"|\n",
        b"1e9",
        b"\xff",
        b"\0",
        "é".as_bytes(),
        "\u{2028}\u{feff}😀".as_bytes(),
    ];
    let given = |name: &str| std::env::var(name).ok();
    let number = |name: &str| given(name).and_then(|it| it.parse::<u64>().ok());
    let long = Duration::from_secs(number("GNC_FUZZ_SECONDS").unwrap_or(1));
    let (one, first) = (given("GNC_FUZZ_READER"), number("GNC_FUZZ_FROM").unwrap_or(0));
    for (name, read) in
        READERS.iter().filter(|it| one.as_deref().map_or(it.0 != "block", |one| one == it.0))
    {
        let seeds = match *name {
            "block" | "yaml" => texts("src/check", &["yaml"]),
            "xsd" => texts("tests/it/import_xsd/family", &["xsd"]),
            "message" => [
                texts("generated/wco.co-push/samples", &["xml", "json"]),
                texts("tests/it/import_xsd/family/messages", &["xml"]),
            ]
            .concat(),
            _ => DOCUMENTS.iter().map(|it| it.as_bytes().to_vec()).collect(),
        };
        let (begun, mut at) = (Instant::now(), first);
        while begun.elapsed() < long {
            let seed = &seeds[usize::try_from(at).expect("a number") % seeds.len()];
            let input = mutated(seed, &PIECES, at);
            let run = Instant::now();
            let done = std::panic::catch_unwind(|| read(&input));
            if done.is_err() || run.elapsed() > LONG {
                let path = std::env::temp_dir().join(format!("gnc-{name}-{at}"));
                std::fs::write(&path, &input).expect("a place for the input");
                panic!("{name}: change {at} does harm; the input is {}", path.display());
            }
            at += 1;
        }
        println!("{name}: {} inputs", at - first);
    }
}
