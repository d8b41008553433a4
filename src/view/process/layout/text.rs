//! How wide a text is, and where its lines break.
//!
//! Advance widths are those of the Helvetica metrics (Adobe Core 14 AFM files), which Arial and
//! Liberation Sans share; a little is added, because a reader's machine may have another face.

/// Size of the type in names and labels, in pixels.
pub const TYPE: i32 = 12;
/// From one line of text to the next, in pixels.
pub const LINE: i32 = 14;

/// Advance widths of the characters from space to tilde, in thousandths of the type size.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Advance width in thousandths of the type size.
fn advance(c: char) -> i32 {
    let code = u32::from(c);
    let of = |c: char| {
        let at = usize::try_from(u32::from(c).saturating_sub(32)).unwrap_or(0);
        i32::from(ASCII.get(at).copied().unwrap_or(556))
    };
    match c {
        ' '..='~' => of(c),
        '\u{A0}' | '\u{202F}' => 278,
        'À'..='Å' => of('A'),
        'Ç' => of('C'),
        'È'..='Ë' => of('E'),
        'Ì'..='Ï' | 'ì'..='ï' => of('I'),
        'Ñ' | 'Ù'..='Ü' => of('N'),
        'Ò'..='Ö' | 'Ø' => of('O'),
        'Ý' => of('Y'),
        'ç' | 'ý' | 'ÿ' => of('c'),
        'à'..='å' | 'è'..='ë' | 'ð'..='ö' | 'ø'..='ü' | '«' | '»' => 556,
        '’' | '‘' => 222,
        'Æ' | 'Œ' | '—' | '…' => 1000,
        'æ' | 'œ' => 944,
        '\u{300}'..='\u{36F}' => 0,
        _ if code >= 0x1100 => 1000,
        _ => 667,
    }
}

/// Width of a line in pixels, rounded up, with a tenth added.
pub fn width(text: &str) -> i32 {
    let sum = text.chars().take(10_000).map(|c| i64::from(advance(c))).sum::<i64>();
    let scaled = sum * i64::from(TYPE) * 11;
    i32::try_from((scaled + 9_999) / 10_000).unwrap_or(i32::MAX / 64)
}

/// The lines of `text`, none wider than `room` where its words allow; a word that does not fit is
/// cut. No-break spaces hold.
pub fn wrap(text: &str, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        for (first, piece) in pieces(word, room).into_iter().enumerate() {
            let joined = match (line.is_empty(), first) {
                (true, _) => piece.clone(),
                (false, 0) => format!("{line} {piece}"),
                (false, _) => format!("{line}{piece}"),
            };
            if line.is_empty() || width(&joined) <= room {
                line = joined;
            } else {
                lines.push(std::mem::replace(&mut line, piece));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word, cut behind hyphens and slashes, and wherever needed when it is still too wide.
fn pieces(word: &str, room: i32) -> Vec<String> {
    if width(word) <= room {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for c in word.chars() {
        let mut longer = piece.clone();
        longer.push(c);
        if width(&longer) > room && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
        }
        piece.push(c);
        if matches!(c, '-' | '/' | '\u{2010}') {
            pieces.push(std::mem::take(&mut piece));
        }
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// Width of the widest of some lines.
pub fn widest(lines: &[String]) -> i32 {
    lines.iter().map(|line| width(line)).max().unwrap_or(0)
}

/// Height of some lines.
pub fn height(lines: &[String]) -> i32 {
    i32::try_from(lines.len()).unwrap_or(i32::MAX / 64).saturating_mul(LINE)
}
