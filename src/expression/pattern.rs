//! Regular expressions of XML Schema (XML Schema Part 2, appendix F), matched in linear time.

use regex::{Regex, RegexBuilder};

/// Longest pattern, in bytes.
const LONGEST: usize = 4_000;
/// Most memory that one compiled pattern takes, in bytes.
const LARGEST: usize = 1 << 20;
/// Most character classes in each other.
const DEEPEST: usize = 8;

/// What begins a name of XML, and what may stand in it, as far as classes of characters say it.
const NAME_START: &str = r"\p{L}\p{Nl}_:";
const NAME: &str = r"\p{L}\p{Nl}\p{Nd}\p{Mc}\p{Me}\p{Mn}\p{Lm}._:\-·";

/// A regular expression that a whole value keeps.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// Reads a pattern; `None` where it is none of XML Schema, or one that is not supported: blocks
    /// of Unicode (`\p{Is…}`), and what takes too much memory.
    pub fn new(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut out = String::with_capacity(text.len() + 16);
        out.push_str(r"\A(?:");
        let mut reader = Reader { rest: text, out: &mut out };
        while let Some(c) = reader.next() {
            reader.outside(c)?;
        }
        out.push_str(r")\z");
        let regex = RegexBuilder::new(&out).size_limit(LARGEST).nest_limit(50).build().ok()?;
        Some(Self(regex))
    }

    /// Whether the whole of `text` keeps it.
    pub fn fits(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

struct Reader<'t, 'o> {
    rest: &'t str,
    out: &'o mut String,
}

impl Reader<'_, '_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = self.rest.get(c.len_utf8()..)?;
        Some(c)
    }

    fn outside(&mut self, c: char) -> Option<()> {
        match c {
            // No anchors in XML Schema: these are characters.
            '^' | '$' => self.out.extend(['\\', c]),
            '.' => self.out.push_str(r"[^\n\r]"),
            '[' => self.class(0)?,
            '\\' => {
                let set = self.escape()?;
                self.out.push_str(&set.alone());
            }
            // Groups capture nothing; what begins with `?` is no group of XML Schema.
            '(' if self.rest.starts_with('?') => return None,
            '(' => self.out.push_str("(?:"),
            ')' | '|' => self.out.push(c),
            '?' | '*' | '+' => self.quantified(c)?,
            '{' => {
                let end = self.rest.find('}')?;
                let counts = self.rest.get(..end)?;
                let numeral = |it: &str| it.len() < 7 && it.bytes().all(|b| b.is_ascii_digit());
                let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
                if least.is_empty() || !numeral(least) || !numeral(most) {
                    return None;
                }
                self.out.push_str(&format!("{{{counts}"));
                self.rest = self.rest.get(end + 1..)?;
                self.quantified('}')?;
            }
            ']' | '}' => return None,
            _ => self.out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
        Some(())
    }

    /// The end of a quantifier; two of them in a row mean something else elsewhere.
    fn quantified(&mut self, c: char) -> Option<()> {
        self.out.push(c);
        (!self.rest.starts_with(['?', '*', '+', '{'])).then_some(())
    }

    /// A class of characters, from behind its bracket.
    fn class(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.out.push('[');
        if let Some(rest) = self.rest.strip_prefix('^') {
            self.rest = rest;
            // What is taken away is taken from the complement, so the complement stands by itself.
            self.out.push_str("[^");
        } else {
            self.out.push('[');
        }
        let mut first = true;
        loop {
            let c = self.next()?;
            match c {
                ']' if first => return None,
                ']' => {
                    self.out.push_str("]]");
                    return Some(());
                }
                '-' if self.rest.starts_with('[') => {
                    if first {
                        return None;
                    }
                    self.next()?;
                    self.out.push_str("]--");
                    self.class(depth + 1)?;
                    if self.next()? != ']' {
                        return None;
                    }
                    self.out.push(']');
                    return Some(());
                }
                '[' => return None,
                '\\' => {
                    let set = self.escape()?;
                    self.out.push_str(&set.within());
                }
                '-' if !first && !self.rest.starts_with(']') => self.out.push('-'),
                _ => {
                    // Signs that Rust's classes read otherwise.
                    if c.is_ascii_punctuation() {
                        self.out.push('\\');
                    }
                    self.out.push(c);
                }
            }
            first = false;
        }
    }

    fn escape(&mut self) -> Option<Set> {
        let set = |inside: &str| Some(Set { inside: inside.to_owned(), negated: false });
        let not = |inside: &str| Some(Set { inside: inside.to_owned(), negated: true });
        let c = self.next()?;
        match c {
            'n' | 'r' | 't' => set(&format!("\\{c}")),
            'd' => set(r"\p{Nd}"),
            'D' => not(r"\p{Nd}"),
            's' => set(r" \t\n\r"),
            'S' => not(r" \t\n\r"),
            'w' => not(r"\p{P}\p{Z}\p{C}"),
            'W' => set(r"\p{P}\p{Z}\p{C}"),
            'i' => set(NAME_START),
            'I' => not(NAME_START),
            'c' => set(NAME),
            'C' => not(NAME),
            'p' | 'P' => {
                let rest = self.rest.strip_prefix('{')?;
                let (name, rest) = rest.split_once('}')?;
                let known = name.len() <= 2 && name.bytes().all(|it| it.is_ascii_alphabetic());
                if !known {
                    return None;
                }
                self.rest = rest;
                set(&format!("\\{c}{{{name}}}"))
            }
            _ if c.is_ascii_punctuation() => set(&format!("\\{c}")),
            _ => None,
        }
    }
}

/// What an escape stands for.
struct Set {
    inside: String,
    negated: bool,
}

impl Set {
    fn alone(&self) -> String {
        format!("[{}{}]", if self.negated { "^" } else { "" }, self.inside)
    }

    fn within(&self) -> String {
        if self.negated { self.alone() } else { self.inside.clone() }
    }
}
