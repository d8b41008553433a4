//! The shape of a Utility Block: what its author wrote, typed, every leaf with its place.
//!
//! The types are the format. [`Shape`] says what may be written where; from the same declaration
//! come the reading ([`lower`]), the merging of profiles, the published JSON Schema and the
//! reference of the format.

mod built_in;
mod business_case;
mod cluster;
mod control;
mod expression;
mod house;
mod lower;
mod matching;
mod mend;
mod place;
mod process;
mod scalar;
mod schema;
mod shape;
mod technical;
pub mod translation;
mod value;

pub use crate::text::likeness::closest;
pub use built_in::{BuiltIn, Primitive};
pub use business_case::*;
pub use cluster::*;
pub use control::*;
pub use expression::{place_of, place_of_fault, place_within, within};
pub use house::*;
pub use lower::{CODES, Lowering, lower};
pub use matching::*;
pub use mend::mend;
pub use place::{Place, below, item_name, item_shape, place, record_of};
pub use process::*;
pub use scalar::*;
pub use schema::{SCHEMA_PATH, house_schema, schema};
pub use shape::{
    Choice, Field, Lower, PATTERN, PATTERN_WITH, Record, Scalar, ScalarKind, Shape, Slot,
    UnknownWord, Variant,
};
pub use technical::*;
pub use translation::texts;
pub use value::{LanguageVariant, Negotiable, Open, Proposal, Text, negotiation_key};
