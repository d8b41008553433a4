//! A piece of a text that holds the text together with all its other pieces.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A piece of a text, held in common: what was read from a file is never copied, however often it
/// is inherited, typed and indexed.
#[derive(Clone, Default)]
pub struct Piece {
    /// The text; `None` for the empty piece.
    whole: Option<Arc<String>>,
    start: u32,
    end: u32,
}

impl Piece {
    /// The bytes from `start` to `end` of `whole`; empty where they are no text of it.
    pub fn of(whole: &Arc<String>, start: usize, end: usize) -> Self {
        match (u32::try_from(start), u32::try_from(end)) {
            (Ok(first), Ok(last)) if whole.get(start..end).is_some() => {
                Self { whole: Some(Arc::clone(whole)), start: first, end: last }
            }
            _ => Self::default(),
        }
    }
}

impl Deref for Piece {
    type Target = str;
    fn deref(&self) -> &str {
        let whole = self.whole.as_deref();
        whole.and_then(|it| it.get(self.start as usize..self.end as usize)).unwrap_or("")
    }
}

impl From<String> for Piece {
    fn from(text: String) -> Self {
        let end = text.len();
        if end == 0 { Self::default() } else { Self::of(&Arc::new(text), 0, end) }
    }
}

impl From<&str> for Piece {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::default() } else { text.to_owned().into() }
    }
}

impl From<Cow<'_, str>> for Piece {
    fn from(text: Cow<'_, str>) -> Self {
        text.into_owned().into()
    }
}

impl From<&Piece> for Piece {
    fn from(piece: &Piece) -> Self {
        piece.clone()
    }
}

impl AsRef<str> for Piece {
    fn as_ref(&self) -> &str {
        self
    }
}

// A piece is equal to, and stands in the same order as, what it says.
impl Borrow<str> for Piece {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Piece {}

impl PartialOrd for Piece {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Piece {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
