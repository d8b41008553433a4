//! An expression as a tree: what was written, with places, nothing rewritten.

use crate::expression::Decimal;

/// An expression, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// Its number among the parts of the whole expression, from 0: an index for what is known of it.
    pub id: usize,
    /// First byte in the text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

/// A name where it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ident {
    /// The name.
    pub name: String,
    /// First byte in the text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Bool(bool),
    /// A number, as `12` or `0.5`.
    Number(Decimal),
    /// A text in quotes, with its escapes resolved.
    Text(String),
    /// `[a, b]`
    List(Vec<Expr>),
    /// A name that stands first: an element, a fact, or a variable of a macro.
    Name(String),
    /// `of.field`
    Select {
        /// What is looked into.
        of: Box<Expr>,
        /// The name that is looked up.
        field: Ident,
    },
    /// `has(of.field)`: whether it is there. Always a [`Kind::Select`].
    Has(Box<Expr>),
    /// `of[at]`, counted from 0.
    Index {
        /// The list.
        of: Box<Expr>,
        /// The place in it.
        at: Box<Expr>,
    },
    /// `function(a, b)` or `receiver.function(a, b)`
    Call {
        /// Its name.
        function: Ident,
        /// What stands before the dot.
        receiver: Option<Box<Expr>>,
        /// The arguments.
        args: Vec<Expr>,
    },
    /// `of.exists(variable, body)` and its like.
    Each {
        /// Which macro.
        kind: Macro,
        /// The list.
        of: Box<Expr>,
        /// The name of an item in the body.
        variable: Ident,
        /// What is asked of, or made from, each item.
        body: Box<Expr>,
    },
    /// `!it`
    Not(Box<Expr>),
    /// `-it`
    Negate(Box<Expr>),
    /// `a && b && c`
    And(Vec<Expr>),
    /// `a || b || c`
    Or(Vec<Expr>),
    /// `left == right` and its like.
    Compare {
        /// How.
        op: Comparison,
        /// Left of the operator.
        left: Box<Expr>,
        /// Right of the operator.
        right: Box<Expr>,
    },
    /// `item in list`
    In {
        /// What is looked for.
        item: Box<Expr>,
        /// Where.
        list: Box<Expr>,
    },
    /// `left + right` and its like.
    Arithmetic {
        /// How.
        op: Arithmetic,
        /// Left of the operator.
        left: Box<Expr>,
        /// Right of the operator.
        right: Box<Expr>,
    },
    /// `condition ? yes : no`
    Choice {
        /// What decides.
        condition: Box<Expr>,
        /// The value if it holds.
        yes: Box<Expr>,
        /// The value if it does not.
        no: Box<Expr>,
    },
}

/// A macro that goes through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Macro {
    /// Whether it holds for every item.
    All,
    /// Whether it holds for at least one.
    Exists,
    /// Whether it holds for exactly one.
    ExistsOne,
    /// The items for which it holds.
    Filter,
    /// What is made from each item.
    Map,
}

impl Macro {
    /// Every macro.
    pub const ALL: [Self; 5] = [Self::All, Self::Exists, Self::ExistsOne, Self::Filter, Self::Map];

    /// As written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Exists => "exists",
            Self::ExistsOne => "exists_one",
            Self::Filter => "filter",
            Self::Map => "map",
        }
    }

    /// The macro of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

impl Comparison {
    /// As written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }

    /// Whether it asks which of the two is greater.
    pub const fn is_ordering(self) -> bool {
        !matches!(self, Self::Equal | Self::Unequal)
    }
}

/// An arithmetic operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
}

impl Arithmetic {
    /// As written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
        }
    }
}

impl Expr {
    /// Its direct parts, in the order of the text.
    pub fn parts(&self) -> Vec<&Self> {
        match &self.kind {
            Kind::Bool(_) | Kind::Number(_) | Kind::Text(_) | Kind::Name(_) => Vec::new(),
            Kind::List(all) | Kind::And(all) | Kind::Or(all) => all.iter().collect(),
            Kind::Select { of: one, .. } | Kind::Has(one) | Kind::Not(one) | Kind::Negate(one) => {
                vec![one]
            }
            Kind::Call { receiver, args, .. } => {
                receiver.iter().map(AsRef::as_ref).chain(args).collect()
            }
            Kind::Index { of: one, at: other }
            | Kind::Each { of: one, body: other, .. }
            | Kind::Compare { left: one, right: other, .. }
            | Kind::In { item: one, list: other }
            | Kind::Arithmetic { left: one, right: other, .. } => vec![one, other],
            Kind::Choice { condition, yes, no } => vec![condition, yes, no],
        }
    }

    /// The stretch of `text`, the text it was read from.
    pub fn written<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}
