//! Bytes as they arrive to text: UTF-8, or what they look like instead.

/// What bytes look like that are no UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, of either order of bytes.
    Utf16,
    /// Windows-1252 or Latin-1.
    Windows1252,
    /// No text.
    Binary,
    /// UTF-8 that breaks off within a character.
    Truncated,
}

/// Why bytes are no text in UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// What they look like.
    pub encoding: Encoding,
    /// The first byte that does not fit, from 0.
    pub byte: usize,
    /// The line it is on, from 1.
    pub line: usize,
}

/// The text in these bytes, without a byte order mark.
///
/// # Errors
/// When they are not UTF-8.
pub fn utf8(bytes: Vec<u8>) -> Result<String, NotUtf8> {
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = bytes[..] {
        return Err(NotUtf8 { encoding: Encoding::Utf16, byte: 0, line: 1 });
    }
    if let Some(byte) = sixteen_bits(&bytes) {
        return Err(not_utf8(&bytes, Encoding::Utf16, byte));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let bad = error.utf8_error();
        let bytes = error.as_bytes();
        let encoding = match bad.error_len() {
            None => Encoding::Truncated,
            Some(_) if bytes.contains(&0) => Encoding::Binary,
            Some(_) => Encoding::Windows1252,
        };
        not_utf8(bytes, encoding, bad.valid_up_to())
    })?;
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}

fn not_utf8(bytes: &[u8], encoding: Encoding, byte: usize) -> NotUtf8 {
    let before = bytes.get(..byte).unwrap_or(&[]);
    let line = before.split(|byte| *byte == b'\n').count();
    NotUtf8 { encoding, byte, line }
}

/// Where UTF-16 without a byte order mark shows: Latin letters with a zero byte on one side.
fn sixteen_bits(bytes: &[u8]) -> Option<usize> {
    let head = bytes.get(..bytes.len().min(64))?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    let one_side = |zero: usize, other: usize| half >= 2 && zero * 4 >= half * 3 && other == 0;
    let (even, odd) = (zeros(0), zeros(1));
    if one_side(even, odd) || one_side(odd, even) {
        head.iter().position(|b| *b == 0)
    } else {
        None
    }
}
