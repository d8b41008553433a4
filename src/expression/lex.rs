//! The words and signs of an expression.

use crate::expression::fault::{Fault, Topic};
use crate::words::Words;
use crate::words::expression as say;

/// A word or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or word.
    Word,
    /// A number.
    Number,
    /// A text in quotes, its escapes resolved.
    Text(String),
    /// A sign, as `==`.
    Sign(&'static str),
    /// The end of the expression.
    End,
}

/// A word or sign, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Lexeme {
    pub(super) token: Token,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Every sign, longer ones before those they begin with.
const SIGNS: [&str; 22] = [
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]",
    ".", ",", "?", ":",
];

/// What people write instead of a sign or word of the language, and what is meant.
const MISWRITTEN: [(&str, &str); 19] = [
    ("=>", ">="),
    ("=<", "<="),
    ("<>", "!="),
    ("=", "=="),
    ("&", "&&"),
    ("|", "||"),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("×", "*"),
    ("÷", "/"),
    ("−", "-"),
    ("–", "-"),
    ("‘", "'"),
    ("’", "'"),
    ("“", "'"),
    ("”", "'"),
    ("«", "'"),
    ("»", "'"),
];

pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

fn form(place: (usize, usize), words: Words, hint: Words) -> Fault {
    Fault::new(Topic::Form, place, words, hint)
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

/// Every word and sign of the text; the last is [`Token::End`].
pub(super) fn lex(text: &str) -> Result<Vec<Lexeme>, Fault> {
    let mut lexer = Lexer { text, at: 0 };
    let mut all = Vec::with_capacity(text.len() / 3 + 1);
    loop {
        let lexeme = lexer.next()?;
        let end = lexeme.token == Token::End;
        all.push(lexeme);
        if end {
            return Ok(all);
        }
    }
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, fits: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
    }

    fn next(&mut self) -> Result<Lexeme, Fault> {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        let start = self.at;
        let Some(byte) = self.peek() else {
            return Ok(Lexeme { token: Token::End, start, end: start });
        };
        let token = match byte {
            b'\'' | b'"' => Token::Text(self.text(byte)?),
            b'0'..=b'9' => self.number()?,
            _ if is_letter(byte) => self.word()?,
            _ => self.sign()?,
        };
        Ok(Lexeme { token, start, end: self.at })
    }

    fn word(&mut self) -> Result<Token, Fault> {
        let start = self.at;
        self.skip(|byte| is_letter(byte) || byte.is_ascii_digit());
        let after = self.rest().chars().next().filter(|c| c.is_alphabetic());
        if let Some(letter) = after {
            let place = (start, self.at + letter.len_utf8());
            return Err(form(place, say::LETTER, say::LETTER_HINT).arg("sign", letter));
        }
        let word = &self.text[start..self.at];
        if matches!(self.peek(), Some(b'\'' | b'"')) && matches!(word, "r" | "R" | "b" | "B" | "br")
        {
            return Err(form((start, self.at + 1), say::PREFIX, say::PREFIX_HINT).arg("word", word));
        }
        Ok(Token::Word)
    }

    fn number(&mut self) -> Result<Token, Fault> {
        let start = self.at;
        self.skip(|byte| byte.is_ascii_digit());
        let decimals = self.rest().as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        if self.peek() == Some(b'.') && decimals {
            self.at += 1;
            self.skip(|byte| byte.is_ascii_digit());
        }
        if self.peek().is_some_and(|byte| is_letter(byte) || byte.is_ascii_digit()) {
            self.skip(|byte| is_letter(byte) || byte.is_ascii_digit());
            let number = &self.text[start..self.at];
            let fault = form((start, self.at), say::NUMBER, say::NUMBER_HINT);
            return Err(fault.arg("number", number));
        }
        Ok(Token::Number)
    }

    fn sign(&mut self) -> Result<Token, Fault> {
        let rest = self.rest();
        let wrong = MISWRITTEN.iter().find(|(wrong, _)| rest.starts_with(wrong));
        // `==` begins like the miswritten `=`, `&&` like `&`.
        let known = SIGNS.iter().find(|sign| rest.starts_with(**sign));
        if let Some((wrong, right)) =
            wrong.filter(|(wrong, _)| known.is_none_or(|known| known.len() < wrong.len()))
        {
            let place = (self.at, self.at + wrong.len());
            let fault = form(place, say::MISWRITTEN, say::MISWRITTEN_HINT);
            return Err(fault.arg("sign", wrong).arg("right", right));
        }
        if let Some(sign) = known {
            self.at += sign.len();
            return Ok(Token::Sign(sign));
        }
        let letter = rest.chars().next().unwrap_or(' ');
        let place = (self.at, self.at + letter.len_utf8());
        let (words, hint) = match letter {
            '{' | '}' => (say::BRACES, say::BRACES_HINT),
            _ if letter.is_alphabetic() => (say::LETTER, say::LETTER_HINT),
            _ => (say::SIGN, say::SIGN_HINT),
        };
        Err(form(place, words, hint).arg("sign", letter))
    }

    fn text(&mut self, quote: u8) -> Result<String, Fault> {
        let start = self.at;
        if self.rest().as_bytes().starts_with(&[quote; 3]) {
            return Err(form((start, start + 3), say::TRIPLE, say::TRIPLE_HINT));
        }
        self.at += 1;
        let mut out = String::new();
        loop {
            let Some(letter) = self.rest().chars().next().filter(|it| *it != '\n') else {
                return Err(form((start, self.at), say::OPEN_TEXT, say::OPEN_TEXT_HINT));
            };
            self.at += letter.len_utf8();
            match letter {
                '\\' => out.push(self.escape()?),
                _ if u32::from(letter) == u32::from(quote) => return Ok(out),
                _ => out.push(letter),
            }
        }
    }

    /// What a backslash and the letters behind it stand for.
    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at - 1;
        let letter = self.rest().chars().next();
        let shown = letter.unwrap_or(' ');
        let fault = || {
            let end = start + 1 + letter.map_or(0, char::len_utf8);
            let place = (start, end);
            form(place, say::ESCAPE, say::ESCAPE_HINT).arg("sign", shown)
        };
        let letter = letter.ok_or_else(fault)?;
        self.at += letter.len_utf8();
        let digits = match letter {
            '\\' | '\'' | '"' | '`' | '?' => return Ok(letter),
            'n' => return Ok('\n'),
            't' => return Ok('\t'),
            'r' => return Ok('\r'),
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => return Err(fault()),
        };
        let code = self.text.get(self.at..self.at + digits).ok_or_else(fault)?;
        let plain = code.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = u32::from_str_radix(code, 16).ok().filter(|_| plain);
        self.at += digits;
        code.and_then(char::from_u32).ok_or_else(fault)
    }
}
