//! Writers of the Process view.

pub mod bpmn;
pub mod dots;
mod glyphs;
pub mod mermaid;
mod shapes;
mod style;
pub mod svg;
pub mod thumbnail;

pub use style::STYLE;

use crate::words::Lang;

/// Where a file of the process (or lifecycle) `id` lies below the output folder.
pub fn path(id: &str, lang: Option<Lang>, extension: &str) -> String {
    let id: String = id.chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
    match lang {
        Some(lang) => format!("process/{id}.{}.{extension}", lang.code()),
        None => format!("process/{id}.{extension}"),
    }
}

/// Whether a character may stand in a path and in an identifier of any format.
const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}
