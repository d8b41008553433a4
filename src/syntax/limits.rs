//! What is looked for in a text before it is read as YAML: size, long lines, control characters.

use crate::diag::{Edit, Finding, Findings};
use crate::syntax::codes;
use crate::syntax::{MAX_BYTES, MAX_LINE};
use crate::text::{FileId, Span};

/// How many places of control characters a finding lists, and how many its fix deletes.
const SHOWN: usize = 5;

/// Reports what is out of bounds; whether the text can be read as YAML at all.
pub(super) fn check(text: &str, file: FileId, findings: &mut Findings) -> bool {
    if text.len() > MAX_BYTES {
        let finding = Finding::new(&codes::FILE_TOO_LARGE, Span::new(file, 0, 0));
        findings.add(finding.arg("bytes", text.len()).arg("limit", MAX_BYTES));
        return false;
    }
    let controls = controls(text);
    let readable = !text.as_bytes().contains(&0);
    if let [first, others @ ..] = &controls[..] {
        findings.add(control_finding(text, file, *first, others));
    }
    match long_line(text) {
        Some((start, length)) => {
            let finding = Finding::new(&codes::LINE_TOO_LONG, Span::new(file, start, start));
            findings.add(finding.arg("bytes", length).arg("limit", MAX_LINE));
            false
        }
        None => readable,
    }
}

fn long_line(text: &str) -> Option<(usize, usize)> {
    if text.len() <= MAX_LINE {
        return None;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.len() > MAX_LINE {
            return Some((start, line.len()));
        }
        start += line.len();
    }
    None
}

/// Every character that YAML does not count as printable, and the byte order mark anywhere but at
/// the beginning.
#[allow(clippy::needless_bitwise_bool, reason = "without branches it becomes wide loads")]
fn controls(text: &str) -> Vec<(usize, char)> {
    // Most texts have none: look at bytes first, in a form the compiler turns into wide loads.
    // French quotation marks begin with the same byte as U+0080 to U+009F.
    let suspicious = |byte: u8, next: u8| {
        (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r'))
            | (byte == 0xC2 && next < 0xA0)
            | matches!(byte, 0x7F | 0xEF)
    };
    let bytes = text.as_bytes();
    let nexts = bytes.get(1..).unwrap_or(&[]);
    let any = |(chunk, nexts): (&[u8], &[u8])| {
        chunk.iter().zip(nexts).fold(false, |found, (byte, next)| found | suspicious(*byte, *next))
    };
    let last = bytes.last().is_some_and(|byte| suspicious(*byte, 0));
    if !last && !bytes.chunks(4096).zip(nexts.chunks(4096)).any(any) {
        return Vec::new();
    }
    let forbidden = |(at, c): &(usize, char)| match c {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{FEFF}' => *at > 0,
        '\u{FFFE}' | '\u{FFFF}' => true,
        _ => c.is_control(),
    };
    text.char_indices().filter(forbidden).collect()
}

fn control_finding(
    text: &str,
    file: FileId,
    first: (usize, char),
    others: &[(usize, char)],
) -> Finding {
    let span = |(at, c): (usize, char)| Span::new(file, at, at + c.len_utf8());
    let mut finding = Finding::new(&codes::CONTROL_CHARACTER, span(first))
        .arg("character", format!("U+{:04X}", u32::from(first.1)))
        .arg("n", others.len() + 1);
    for other in others.iter().take(SHOWN - 1) {
        finding = finding.note(span(*other), codes::ANOTHER);
    }
    // A text full of them is no text: nothing is mended by deleting what does not belong to it.
    if others.len() * 100 < text.len() {
        let all = std::iter::once(first).chain(others.iter().copied());
        let edits = all.map(|c| Edit { span: span(c), text: String::new() }).collect();
        finding = finding.fix(codes::DELETE_CONTROLS, edits);
    }
    finding
}
