//! Bytes to text: UTF-8, or a finding that names what was found instead.

use crate::diag::{Finding, looks_like};
use crate::syntax::MAX_BYTES;
use crate::syntax::codes;
use crate::text::encoding::{NotUtf8, utf8};
use crate::text::{FileId, Span};

/// Why bytes are not a text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// More bytes than are read.
    TooLarge {
        /// How many there are.
        bytes: usize,
    },
    /// Not UTF-8.
    NotUtf8(NotUtf8),
}

impl Undecodable {
    /// The finding to report for `file`, which was added with an empty text: it has no place to
    /// point at.
    pub fn finding(self, file: FileId) -> Finding {
        let head = Span::new(file, 0, 0);
        match self {
            Self::TooLarge { bytes } => Finding::new(&codes::FILE_TOO_LARGE, head)
                .arg("bytes", bytes)
                .arg("limit", MAX_BYTES),
            Self::NotUtf8(NotUtf8 { encoding, byte, line }) => Finding::new(&codes::NOT_UTF8, head)
                .arg_words("encoding", looks_like(encoding))
                .arg("byte", byte)
                .arg("line", line),
        }
    }
}

/// The text of a file's bytes, without a byte order mark.
///
/// # Errors
///
/// When there are more than [`MAX_BYTES`] bytes or they are not UTF-8. A text that could not be
/// decoded is not parsed; add it empty and report [`Undecodable::finding`].
pub fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if bytes.len() > MAX_BYTES {
        return Err(Undecodable::TooLarge { bytes: bytes.len() });
    }
    utf8(bytes).map_err(Undecodable::NotUtf8)
}
