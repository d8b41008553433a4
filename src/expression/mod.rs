//! The expression language of business rules, conditions and house rules: a typed subset of CEL.
//!
//! ```text
//! text ─► parse (Expr, with places) ─► check (Checked, with types) ─► evaluate (Verdict)
//! ```
//!
//! Everything here is a value of its own: names are looked up through [`Environment`], values
//! through [`Node`], so the same language runs on the elements of a message, on what a receiver
//! knows beside it, and on the tree of a block. `docs/expressions.md` says what may be written and
//! what it means; a test runs its examples.

mod ast;
mod blame;
mod calls;
mod check;
mod decimal;
mod each;
mod evaluate;
mod fault;
mod functions;
mod lex;
mod moment;
mod names;
mod operate;
mod paraphrase;
mod parse;
mod pattern;
mod plan;
mod types;
mod units;
mod value;

pub use ast::{Arithmetic, Comparison, Expr, Ident, Kind, Macro};
pub use blame::{Blame, blame};
pub use check::{Checked, check, check_as, check_value};
pub use decimal::Decimal;
pub use each::{OfItem, decide_each};
pub use evaluate::{Halt, HaltKind, MAX_STEPS, Verdict, decide, evaluate, evaluate_counting};
pub use fault::{Fault, Topic};
pub use functions::Function;
pub use moment::{Length, Moment};
pub use names::{Reference, references};
pub use paraphrase::{Vocabulary, paraphrase, paraphrase_value};
pub use parse::{MAX_BYTES, MAX_DEPTH, parse};
pub use pattern::Pattern;
pub use types::{CodeList, Environment, Measure, RecordId, Type, Unit};
pub use units::{Dimension, UNITS, dimension, factor};
pub use value::{Node, Quantity, Value};
