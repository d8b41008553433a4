//! Any bytes as a block, alone and as the framework of another: read, resolved, checked, reported
//! and built as a draft. No panic, and every place is within its text.

use gnc::build::{Request, build};
use gnc::render::Kind;
use gnc::report::{Format, print};
use gnc::text::Span;
use gnc::view::document::Paper;
use gnc::words::{Lang, Languages};
use gnc::workspace::Workspace;

/// A profile of whatever is read as `a.b`.
const PROFILE: &[u8] = b"gnc: 1\nblock: {id: c.d, extends: a.b@1.0.0}\n";

/// Reads these bytes, whatever they are.
///
/// # Panics
/// Where the reader does what it must never do.
pub(super) fn read(bytes: &[u8]) {
    let mut workspace = Workspace::default();
    let (file, _) = workspace.add("block.yaml", bytes.to_vec());
    let (profile, _) = workspace.add("profile.yaml", PROFILE.to_vec());
    workspace.prepare();
    for file in [file, profile] {
        let analysis = workspace.analyse(file);
        let sources = &workspace.sources;
        let sound = |span: Span| {
            let text = sources.text(span.file);
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
        };
        for finding in &analysis.findings.list {
            sound(finding.span);
            finding.notes.iter().for_each(|note| sound(note.span));
            finding.fix.iter().flat_map(|fix| &fix.edits).for_each(|edit| sound(edit.span));
            for lang in Lang::ALL {
                assert!(!finding.message(lang).is_empty() && !finding.help(lang).is_empty());
            }
        }
        assert!(analysis.resolved.is_some() || !analysis.findings.list.is_empty());
        for format in Format::ALL {
            print(format, sources, &analysis.findings, Lang::Fr, false);
        }
        let request = Request {
            kinds: Kind::ALL.to_vec(),
            papers: Paper::ALL.to_vec(),
            languages: Languages::ALL.to_vec(),
            draft: true,
            ..Request::default()
        };
        let built = build(&analysis, &request, &mut workspace.sources);
        assert!(analysis.complete || built.artifacts.is_empty());
    }
}
