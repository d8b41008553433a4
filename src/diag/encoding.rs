//! What bytes look like that are no UTF-8, in words.

use crate::text::encoding::Encoding;
use crate::words::{Words, labels};

/// What bytes look like, for a sentence that says that they are no UTF-8.
pub const fn looks_like(encoding: Encoding) -> Words {
    match encoding {
        Encoding::Utf16 => labels::UTF_16,
        Encoding::Windows1252 => labels::WINDOWS_1252,
        Encoding::Binary => labels::NO_TEXT,
        Encoding::Truncated => labels::BROKEN_OFF,
    }
}
