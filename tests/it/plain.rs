//! The short way through plain YAML: whatever it reads, the full reader reads just so.

use gnc::syntax::{parse_in_full, parse_plain};
use gnc::text::Sources;

const SHIPPED: [&str; 2] = [
    include_str!("../../utility-blocks/wco.co-push.yaml"),
    include_str!("../../utility-blocks/adj-bor.co-push.yaml"),
];

/// Whether the short way reads the text; fails when the full reader reads anything else.
fn agrees(text: &str) -> bool {
    let mut sources = Sources::default();
    let file = sources.add("block.yaml", text);
    let Some(plain) = parse_plain(&sources, file) else { return false };
    let (tree, findings) = parse_in_full(&sources, file);
    let said: Vec<_> = findings.list.iter().map(|it| it.code.name).collect();
    assert!(said.is_empty(), "{said:?} was not seen in\n{text}");
    assert!(tree.complete, "not complete:\n{text}");
    assert_eq!(tree, plain, "{text}");
    true
}

/// A generator of numbers (xorshift64*), so that every run looks at the same texts.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap() % n
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// Some lines of a text that belong together, moved to the left.
fn excerpt(lines: &[&str], dice: &mut Dice) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let first = dice.below(lines.len());
    let column = indent(lines[first]);
    let length = 1 + dice.below(25);
    let belongs = |line: &&&str| line.trim().is_empty() || indent(line) >= column;
    let kept = lines[first..].iter().take(length).take_while(belongs);
    let mut text = String::new();
    if lines[first].trim_start().starts_with("- ") {
        text.push_str("items:\n");
    }
    for line in kept {
        text.push_str(line.get(column..).unwrap_or(""));
        text.push('\n');
    }
    text
}

fn mutate(text: &mut String, dice: &mut Dice) {
    const PIECES: [&str; 56] = [
        " ", "  ", ":", ": ", " :", ",", ", ", "-", "- ", " - ", "#", " #", "# x", "[", "]", "{",
        "}", "[]", "{}", "'", "''", "\"", "\\", "\n", "\n\n", "\n  ", "\n- ", "|", ">", "|\n",
        "&a ", "*a", "!", "!!str ", "%", "@", "`", "?", "? ", "~", "null", "<<: ", "---\n",
        "...\n", "\t", "\r", "\u{85}", "\u{a0}", "\u{2028}", "\u{feff}", "é", "«", "0", "a",
        "a: b", "\n\u{0}",
    ];
    let places: Vec<usize> =
        text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
    let at = dice.one(&places);
    match dice.below(6) {
        0 | 1 => text.insert_str(at, dice.one(&PIECES)),
        2 => drop((at < text.len()).then(|| text.remove(at))),
        3 => {
            let end = dice.one(&places).max(at).min(at + 12);
            let end = if text.is_char_boundary(end) { end } else { at };
            text.replace_range(at..end, dice.one(&PIECES));
        }
        4 => {
            let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
            text.insert_str(start, dice.one(&[" ", "  ", "- ", "#"]));
        }
        _ => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            if lines.len() > 1 {
                let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
                lines.swap(a, b);
                *text = lines.concat();
            }
        }
    }
}

#[test]
fn the_shipped_blocks_are_read_the_short_way() {
    for text in SHIPPED {
        assert!(agrees(text));
    }
}

#[test]
fn what_is_read_the_short_way_is_read_as_in_full() {
    const TEXTS: usize = 30_000;
    let lines: Vec<&str> = SHIPPED.iter().flat_map(|text| text.lines()).collect();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut read = 0;
    for _ in 0..TEXTS {
        let mut text = excerpt(&lines, &mut dice);
        for _ in 0..dice.below(4) {
            mutate(&mut text, &mut dice);
        }
        read += usize::from(agrees(&text));
    }
    assert!(read > TEXTS / 3, "only {read} of {TEXTS} texts were read the short way");
}

#[test]
fn forms_of_every_kind_are_read_as_in_full() {
    let values = [
        "a",
        "'it''s'",
        "\"a b\"",
        "''",
        "[]",
        "{}",
        "[a, b]",
        "[ a , 'b' ]",
        "{a: b}",
        "{ a: [b] }",
        "[{a: b}, {a: c}]",
        "-1",
        "12:30",
        "a:b",
        "a#b",
        "a  b",
        "null",
        "~",
        "x # no",
        "«\u{a0}x\u{a0}»",
        "http://x/y?z",
        "a - b",
        "[a:b, c]",
        "a]b",
        "a, b",
    ];
    for value in values {
        for form in [
            "k: V\n",
            "k:  V",
            "k: V # c\n",
            "k:\n  - V\n",
            "k:\n- V\nl: V\n",
            "k:\n  - a: V\n    b: V\n",
            "# c\n\nk: # c\n  l:\n      m: V\n\n  # c\n  n: V\n",
            "k: [V]\n",
            "k: {a: V, b: V}\n",
        ] {
            let text = form.replace('V', value);
            agrees(&text);
        }
        assert!(agrees(&format!("k: {value}\n")), "{value}");
    }
    let others = [
        "",
        "a",
        "- a\n",
        " a: b\n",
        "a:\n",
        "a: |\n  x\n",
        "a: b\n  c\n",
        "a: 'b\n  c'\n",
        "a: &x b\n",
        "a: b: c\n",
        "a: b\na: c\n",
        "a : b\n",
        "a: [b,]\n",
        "a: \"\\n\"\n",
        "a: b\r\n",
        "a:\tb\n",
        "---\na: b\n",
    ];
    for text in others {
        assert!(!agrees(text), "{text}");
    }
}
