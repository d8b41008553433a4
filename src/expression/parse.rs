//! From the text of an expression to its tree, by the grammar of CEL less what the subset leaves out.
//!
//! Bounded: a text of at most [`MAX_BYTES`], a tree of at most [`MAX_DEPTH`] levels. Rows of `&&`
//! and `||` are one level, however long.

use crate::expression::ast::{Arithmetic, Comparison, Expr, Ident, Kind, Macro};
use crate::expression::decimal::Decimal;
use crate::expression::fault::{Fault, Topic};
use crate::expression::lex::{Lexeme, Token, lex};
use crate::words::Words;
use crate::words::expression as say;

/// Longest text of an expression, in bytes.
pub const MAX_BYTES: usize = 16_384;

/// Deepest tree, in levels.
pub const MAX_DEPTH: usize = 64;

/// Words that CEL keeps for itself.
const RESERVED: [&str; 16] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
];

/// Words that people write instead of a sign of the language.
const SPELLED: [(&str, &str); 8] = [
    ("and", "&&"),
    ("AND", "&&"),
    ("et", "&&"),
    ("or", "||"),
    ("OR", "||"),
    ("ou", "||"),
    ("not", "!"),
    ("NOT", "!"),
];

/// Reads an expression.
///
/// # Errors
///
/// The first thing that is wrong with its form.
pub fn parse(text: &str) -> Result<Expr, Fault> {
    if text.len() > MAX_BYTES {
        let fault = Fault::new(Topic::Form, (0, text.len()), say::TOO_LONG, say::SPLIT_HINT);
        return Err(fault.arg("most", MAX_BYTES));
    }
    let mut parser = Parser { text, lexemes: lex(text)?, at: 0, depth: 0, heights: Vec::new() };
    let expr = parser.expression()?;
    match parser.peek() {
        Token::End => Ok(expr),
        _ => Err(parser.unexpected()),
    }
}

struct Parser<'a> {
    text: &'a str,
    lexemes: Vec<Lexeme>,
    at: usize,
    depth: usize,
    /// Of each part, by its number: how many levels it has.
    heights: Vec<usize>,
}

type Parsed = Result<Expr, Fault>;

impl<'a> Parser<'a> {
    fn lexeme(&self) -> &Lexeme {
        // The last is the end, and nothing goes past it.
        &self.lexemes[self.at.min(self.lexemes.len() - 1)]
    }

    fn peek(&self) -> &Token {
        &self.lexeme().token
    }

    fn is(&self, sign: &str) -> bool {
        matches!(self.peek(), Token::Sign(it) if *it == sign)
    }

    fn word(&self) -> &'a str {
        let lexeme = self.lexeme();
        match lexeme.token {
            Token::Word => &self.text[lexeme.start..lexeme.end],
            _ => "",
        }
    }

    /// Goes past this sign, if it is the next.
    fn take(&mut self, sign: &str) -> bool {
        let is = self.is(sign);
        self.at += usize::from(is);
        is
    }

    fn form(&self, words: Words, hint: Words) -> Fault {
        let lexeme = self.lexeme();
        Fault::new(Topic::Form, (lexeme.start, lexeme.end), words, hint)
    }

    /// What stands here, where something else should.
    fn unexpected(&self) -> Fault {
        let lexeme = self.lexeme();
        if lexeme.token == Token::End {
            return self.form(say::ENDS, say::ENDS_HINT);
        }
        let found = &self.text[lexeme.start..lexeme.end];
        if let Some((word, sign)) = SPELLED.iter().find(|(word, _)| *word == found) {
            let fault = self.form(say::MISWRITTEN, say::MISWRITTEN_HINT);
            return fault.arg("sign", word).arg("right", sign);
        }
        self.form(say::UNEXPECTED, say::UNEXPECTED_HINT).arg("found", found)
    }

    fn close(&mut self, sign: &'static str, open: (usize, &'static str)) -> Result<usize, Fault> {
        let end = self.lexeme().end;
        if self.take(sign) {
            return Ok(end);
        }
        if *self.peek() != Token::End {
            return Err(self.unexpected());
        }
        let (start, written) = open;
        let fault = Fault::new(Topic::Form, (start, start + 1), say::NOT_CLOSED, say::CLOSE_HINT);
        Err(fault.arg("open", written).arg("close", sign))
    }

    fn made(&mut self, start: usize, end: usize, kind: Kind) -> Parsed {
        let expr = Expr { id: self.heights.len(), start, end, kind };
        let below = expr.parts().into_iter().filter_map(|it| self.heights.get(it.id)).max();
        let height = below.map_or(1, |it| it + 1);
        if height > MAX_DEPTH {
            return Err(self.form(say::TOO_DEEP, say::SPLIT_HINT).arg("most", MAX_DEPTH));
        }
        self.heights.push(height);
        Ok(expr)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.form(say::TOO_DEEP, say::SPLIT_HINT).arg("most", MAX_DEPTH));
        }
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn expression(&mut self) -> Parsed {
        self.deeper(|it| {
            let condition = it.row("||")?;
            if !it.take("?") {
                return Ok(condition);
            }
            let yes = it.row("||")?;
            if !it.take(":") {
                return Err(match it.peek() {
                    Token::End => it.form(say::NO_COLON, say::NO_COLON_HINT),
                    _ => it.unexpected(),
                });
            }
            let no = it.expression()?;
            let (start, end) = (condition.start, no.end);
            let (condition, yes, no) = (Box::new(condition), Box::new(yes), Box::new(no));
            it.made(start, end, Kind::Choice { condition, yes, no })
        })
    }

    /// `a || b || c`, or `a && b && c`.
    fn row(&mut self, sign: &'static str) -> Parsed {
        let is_or = sign == "||";
        let part = |it: &mut Self| if is_or { it.row("&&") } else { it.relation() };
        let first = part(self)?;
        if !self.is(sign) {
            return Ok(first);
        }
        let start = first.start;
        let mut all = vec![first];
        while self.take(sign) {
            all.push(part(self)?);
        }
        let end = all.last().map_or(start, |it| it.end);
        self.made(start, end, if is_or { Kind::Or(all) } else { Kind::And(all) })
    }

    fn comparison(&self) -> Option<Comparison> {
        match self.peek() {
            Token::Sign("==") => Some(Comparison::Equal),
            Token::Sign("!=") => Some(Comparison::Unequal),
            Token::Sign("<") => Some(Comparison::Less),
            Token::Sign("<=") => Some(Comparison::AtMost),
            Token::Sign(">") => Some(Comparison::Greater),
            Token::Sign(">=") => Some(Comparison::AtLeast),
            _ => None,
        }
    }

    fn relation(&mut self) -> Parsed {
        let mut left = self.sum()?;
        loop {
            let op = self.comparison();
            if op.is_none() && self.word() != "in" {
                return Ok(left);
            }
            self.at += 1;
            let right = self.sum()?;
            let (start, end) = (left.start, right.end);
            let (one, other) = (Box::new(left), Box::new(right));
            let kind = match op {
                Some(op) => Kind::Compare { op, left: one, right: other },
                None => Kind::In { item: one, list: other },
            };
            left = self.made(start, end, kind)?;
        }
    }

    fn sum(&mut self) -> Parsed {
        self.chain(&[("+", Arithmetic::Add), ("-", Arithmetic::Subtract)], Self::product)
    }

    fn product(&mut self) -> Parsed {
        let signs =
            [("*", Arithmetic::Multiply), ("/", Arithmetic::Divide), ("%", Arithmetic::Remainder)];
        self.chain(&signs, Self::unary)
    }

    fn chain(
        &mut self,
        signs: &[(&str, Arithmetic)],
        part: impl Fn(&mut Self) -> Parsed,
    ) -> Parsed {
        let mut left = part(self)?;
        while let Some((_, op)) = signs.iter().find(|(sign, _)| self.is(sign)) {
            self.at += 1;
            let right = part(self)?;
            let (start, end) = (left.start, right.end);
            let (left_part, right) = (Box::new(left), Box::new(right));
            left = self.made(start, end, Kind::Arithmetic { op: *op, left: left_part, right })?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parsed {
        let start = self.lexeme().start;
        if self.take("!") {
            let it = self.deeper(Self::unary)?;
            let end = it.end;
            return self.made(start, end, Kind::Not(Box::new(it)));
        }
        if self.take("-") {
            let it = self.deeper(Self::unary)?;
            let end = it.end;
            return self.made(start, end, Kind::Negate(Box::new(it)));
        }
        self.member()
    }

    fn member(&mut self) -> Parsed {
        let mut of = self.primary()?;
        loop {
            let open = self.lexeme().start;
            if self.take("[") {
                let at = self.expression()?;
                let end = self.close("]", (open, "["))?;
                let start = of.start;
                let (list, at) = (Box::new(of), Box::new(at));
                of = self.made(start, end, Kind::Index { of: list, at })?;
            } else if self.take(".") {
                of = self.after_dot(of)?;
            } else {
                return Ok(of);
            }
        }
    }

    fn after_dot(&mut self, of: Expr) -> Parsed {
        let field = self.ident(false)?;
        let (start, open) = (of.start, self.lexeme().start);
        if !self.take("(") {
            let end = field.end;
            return self.made(start, end, Kind::Select { of: Box::new(of), field });
        }
        if let Some(kind) = Macro::named(&field.name) {
            return self.each(kind, of, &field, open);
        }
        let (args, end) = self.arguments(open)?;
        let receiver = Some(Box::new(of));
        self.made(start, end, Kind::Call { function: field, receiver, args })
    }

    /// What stands behind the parenthesis of a macro.
    fn each(&mut self, kind: Macro, of: Expr, name: &Ident, open: usize) -> Parsed {
        let wrong = |it: &Self| {
            let fault = it.form(say::MACRO, say::MACRO_HINT);
            fault.arg("name", kind.name())
        };
        if *self.peek() != Token::Word {
            return Err(wrong(self));
        }
        let variable = self.ident(true)?;
        if !self.take(",") {
            let place = (name.start, self.lexeme().end);
            let fault = Fault::new(Topic::Form, place, say::MACRO, say::MACRO_HINT);
            return Err(fault.arg("name", kind.name()));
        }
        let body = self.expression()?;
        let end = self.close(")", (open, "("))?;
        let start = of.start;
        let (of, body) = (Box::new(of), Box::new(body));
        self.made(start, end, Kind::Each { kind, of, variable, body })
    }

    fn arguments(&mut self, open: usize) -> Result<(Vec<Expr>, usize), Fault> {
        let mut args = Vec::new();
        if !self.is(")") {
            args.push(self.expression()?);
            while self.take(",") {
                args.push(self.expression()?);
            }
        }
        let end = self.close(")", (open, "("))?;
        Ok((args, end))
    }

    fn ident(&mut self, first: bool) -> Result<Ident, Fault> {
        let lexeme = self.lexeme();
        let (start, end) = (lexeme.start, lexeme.end);
        let name = self.word();
        if name.is_empty() {
            return Err(self.unexpected());
        }
        if matches!(name, "true" | "false" | "null" | "in") || first && RESERVED.contains(&name) {
            return Err(self.form(say::RESERVED, say::RESERVED_HINT).arg("word", name));
        }
        self.at += 1;
        Ok(Ident { name: name.to_owned(), start, end })
    }

    fn primary(&mut self) -> Parsed {
        let lexeme = self.lexeme();
        let (start, end) = (lexeme.start, lexeme.end);
        match &lexeme.token {
            Token::Text(text) => {
                let kind = Kind::Text(text.clone());
                self.at += 1;
                self.made(start, end, kind)
            }
            Token::Number => self.number(start, end),
            Token::Sign("(") => {
                self.at += 1;
                let inner = self.expression()?;
                let end = self.close(")", (start, "("))?;
                // The parentheses belong to the place, so that what is pointed at is whole.
                Ok(Expr { start, end, ..inner })
            }
            Token::Sign("[") => self.list(start),
            Token::Word => self.named(start, end),
            Token::Sign(_) | Token::End => Err(self.unexpected()),
        }
    }

    fn number(&mut self, start: usize, end: usize) -> Parsed {
        let text = &self.text[start..end];
        // CEL has whole numbers of 64 bits; decimals are as long as any amount needs.
        let fits = text.contains('.') && text.len() <= 29 || text.parse::<i64>().is_ok();
        let Some(number) = Decimal::parse(text).filter(|_| fits) else {
            return Err(self.form(say::NUMBER, say::NUMBER_HINT).arg("number", text));
        };
        self.at += 1;
        self.made(start, end, Kind::Number(number))
    }

    fn list(&mut self, start: usize) -> Parsed {
        self.at += 1;
        let mut all = Vec::new();
        while !self.is("]") {
            all.push(self.expression()?);
            if !self.take(",") {
                break;
            }
        }
        let end = self.close("]", (start, "["))?;
        self.made(start, end, Kind::List(all))
    }

    fn named(&mut self, start: usize, end: usize) -> Parsed {
        let word = self.word();
        match word {
            "true" | "false" => {
                self.at += 1;
                return self.made(start, end, Kind::Bool(word == "true"));
            }
            "null" => return Err(self.form(say::NULL, say::NULL_HINT)),
            _ if SPELLED.iter().any(|(it, sign)| *it == word && *sign == "!") => {
                return Err(self.unexpected());
            }
            _ => {}
        }
        let function = self.ident(true)?;
        let open = self.lexeme().start;
        if !self.take("(") {
            return self.made(start, end, Kind::Name(function.name));
        }
        let (mut args, end) = self.arguments(open)?;
        if function.name != "has" {
            return self.made(start, end, Kind::Call { function, receiver: None, args });
        }
        match args.pop() {
            Some(it) if args.is_empty() && matches!(it.kind, Kind::Select { .. }) => {
                self.made(start, end, Kind::Has(Box::new(it)))
            }
            _ => Err(Fault::new(Topic::Form, (start, end), say::HAS, say::HAS_HINT)),
        }
    }
}
