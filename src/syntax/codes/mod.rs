//! What can be wrong with a block file as YAML text.

mod content;
mod layout;
mod limits;

pub use content::*;
pub use layout::*;
pub use limits::*;

use crate::diag::Code;
use crate::words::Words;

/// Every code of this layer, in the order of their identifiers.
pub static CODES: &[&Code] = &[
    &DUPLICATE_KEY,
    &ANCHOR,
    &ALIAS,
    &MERGE_KEY,
    &TAG,
    &TAB_INDENTATION,
    &SEVERAL_DOCUMENTS,
    &KEY_NOT_TEXT,
    &NOT_UTF8,
    &CONTROL_CHARACTER,
    &TOO_DEEP,
    &FILE_TOO_LARGE,
    &LINE_TOO_LONG,
    &TOO_MANY_VALUES,
    &EMPTY_FILE,
    &WRONG_INDENTATION,
    &MISSING_COLON,
    &MISSING_SPACE,
    &UNCLOSED_QUOTE,
    &UNCLOSED_BRACKET,
    &COLON_IN_TEXT,
    &RESERVED_START,
    &TEXT_AFTER_QUOTE,
    &UNKNOWN_ESCAPE,
    &BROKEN_TEXT_BLOCK,
    &KEYS_AND_ITEMS_MIXED,
    &LIST_BESIDE_KEY,
    &MISSING_COMMA,
    &STRAY_BRACKET,
    &MISPLACED_COMMENT,
    &DIRECTIVE,
    &TOO_MANY_FINDINGS,
    &BROKEN_YAML,
];

const fn code(
    id: &'static str,
    name: &'static str,
    title: Words,
    message: Words,
    why: Words,
    help: Words,
) -> Code {
    Code { title, ..Code::format(id, name, message, why, help) }
}
