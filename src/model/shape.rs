//! What may be written where, as data: one declaration for reading, merging, schema and reference.

use std::sync::Arc;

use crate::model::lower::Lowering;
use crate::syntax::Node;
use crate::text::{Piece, Spanned};
use crate::words::{Lang, Words, words};

/// The key of an item or a mapping that names a pattern, put in its place before the model is read.
pub const PATTERN: &str = "pattern";
/// The key of the values of its parameters.
pub const PATTERN_WITH: &str = "with";

/// What a value may look like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Keys and values.
    Record(&'static Record),
    /// A list of values of one shape.
    List(fn() -> Shape),
    /// The value itself, or each Party's proposal, or an open point.
    Negotiable(fn() -> Shape),
    /// One string, or a map from language to string.
    Text,
    /// One of a fixed set of words.
    Choice(&'static Choice),
    /// One string of a certain form.
    Scalar(&'static ScalarKind),
    /// One value for everything, or a map from a name to such a value.
    PerName(fn() -> Shape),
    /// A part of a block, to be laid over a whole one.
    Fragment,
}

/// A mapping with known keys.
#[derive(Debug)]
pub struct Record {
    /// Name of the type.
    pub name: &'static str,
    /// What it is, in English.
    pub doc: &'static str,
    /// What it is, in French.
    pub fr: &'static str,
    /// Its keys, in the canonical order.
    pub fields: &'static [Field],
}

/// One key of a record.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What belongs there, in English.
    pub doc: &'static str,
    /// What belongs there, in French.
    pub fr: &'static str,
    /// Whether it must be written.
    pub required: bool,
    /// What may be written there.
    pub shape: fn() -> Shape,
}

/// A doc comment, or what says the same in French, as one line in one language.
fn said(en: &'static str, fr: &'static str, lang: Lang) -> String {
    words(en, fr).get(lang).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Field {
    /// What belongs there, on one line.
    pub fn said(&self, lang: Lang) -> String {
        said(self.doc, self.fr, lang)
    }
}

impl Record {
    /// What it is, on one line.
    pub fn said(&self, lang: Lang) -> String {
        said(self.doc, self.fr, lang)
    }

    /// The key that tells the items of a list of such records apart, if they have one.
    pub fn key(&self) -> Option<&'static str> {
        let first = self.fields.first().filter(|field| field.required)?;
        matches!(first.key, "id" | "path" | "code" | "term").then_some(first.key)
    }

    /// The field of this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// A fixed set of words.
#[derive(Debug)]
pub struct Choice {
    /// Name of the type.
    pub name: &'static str,
    /// What it is about.
    pub doc: &'static str,
    /// The words.
    pub variants: &'static [Variant],
}

/// One word of a choice.
#[derive(Debug)]
pub struct Variant {
    /// As written in the file.
    pub id: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// As printed in documents.
    pub label: Words,
}

/// A text that is not one of the words of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord;

/// The form of a string.
#[derive(Debug)]
pub struct ScalarKind {
    /// Name of the form.
    pub name: &'static str,
    /// What it is, for people.
    pub what: Words,
    /// An example that is right.
    pub example: &'static str,
    /// The same form as a regular expression of JSON Schema, where it can be said so.
    pub pattern: Option<&'static str>,
    /// Whether a string has this form.
    pub fits: fn(&str) -> bool,
}

/// A value read from one string.
pub trait Scalar: Sized {
    /// The form.
    fn kind() -> Shape;
    /// Reads the string; `None` when it has another form.
    fn parse(text: &str) -> Option<Self>;
    /// The same; a form that is kept as it was written keeps the piece.
    fn take(text: &Piece) -> Option<Self> {
        Self::parse(text)
    }
}

/// A value that can be read from a node of the tree.
pub trait Lower: Sized {
    /// What may be written.
    fn shape() -> Shape;
    /// Reads the node; what is wrong is reported, and nothing is read then.
    fn lower(node: &Node, cx: &mut Lowering) -> Option<Self>;
}

/// What stands behind a key: a value that may be missing, or a list that may be empty.
pub trait Slot: Default {
    /// What may be written.
    fn shape() -> Shape;
    /// Reads the node.
    fn read(node: &Node, cx: &mut Lowering) -> Self;
}

impl<T: Lower> Slot for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }
    fn read(node: &Node, cx: &mut Lowering) -> Self {
        T::lower(node, cx)
    }
}

impl<T: Lower> Slot for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }
    fn read(node: &Node, cx: &mut Lowering) -> Self {
        let items = cx.list(node);
        let mut list = Self::with_capacity(items.len());
        list.extend(items.iter().filter_map(|item| T::lower(item, cx)));
        list
    }
}

/// Read once and held by whoever looks at it.
impl<T: Lower> Lower for Arc<T> {
    fn shape() -> Shape {
        T::shape()
    }
    fn lower(node: &Node, cx: &mut Lowering) -> Option<Self> {
        T::lower(node, cx).map(Arc::new)
    }
}

impl<T: Scalar> Lower for Spanned<T> {
    fn shape() -> Shape {
        T::kind()
    }
    fn lower(node: &Node, cx: &mut Lowering) -> Option<Self> {
        cx.scalar(node)
    }
}

/// Declares a record: its type, how it is read, what its schema says and what is said of each key
/// in English (its doc comment) and in French (`#[fr = "…"]` below it).
macro_rules! record {
    ($(
        $(#[doc = $doc:literal])+
        #[fr = $fr:literal]
        pub struct $name:ident {
            $(
                $(#[doc = $fdoc:literal])+
                #[fr = $ffr:literal]
                $([$req:ident])? $field:ident : $ty:ty,
            )*
        }
    )*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where it was written.
            pub span: $crate::text::Span,
            $( $(#[doc = $fdoc])+ pub $field: $ty, )*
        }

        impl $name {
            /// One that says nothing, written here.
            pub fn empty(span: $crate::text::Span) -> Self {
                Self { span, $( $field: Default::default(), )* }
            }

            /// The declaration of this record.
            pub const RECORD: &'static $crate::model::shape::Record =
                &$crate::model::shape::Record {
                    name: stringify!($name),
                    doc: concat!($($doc),+),
                    fr: $fr,
                    fields: &[$(
                        $crate::model::shape::Field {
                            key: stringify!($field),
                            doc: concat!($($fdoc),+),
                            fr: $ffr,
                            required: $crate::model::shape::required!($($req)?),
                            shape: <$ty as $crate::model::shape::Slot>::shape,
                        },
                    )*],
                };
        }

        impl $crate::model::shape::Lower for $name {
            fn shape() -> $crate::model::shape::Shape {
                $crate::model::shape::Shape::Record(Self::RECORD)
            }
            fn lower(
                node: &$crate::syntax::Node,
                cx: &mut $crate::model::lower::Lowering,
            ) -> Option<Self> {
                let entries = cx.entries(node)?;
                let mut it = Self::empty(node.span);
                for entry in entries {
                    match &*entry.key.value {
                        $( stringify!($field) => {
                            if cx.present(entry) {
                                it.$field = $crate::model::shape::Slot::read(&entry.value, cx);
                            }
                        } )*
                        _ => cx.unknown_key(entry, Self::RECORD),
                    }
                }
                cx.complete(node, Self::RECORD).then_some(it)
            }
        }
    )*};
}
pub(crate) use record;

macro_rules! required {
    () => {
        false
    };
    (required) => {
        true
    };
}
pub(crate) use required;

/// Declares a choice: its type, its words and their labels in English and French.
macro_rules! choice {
    ($(
        $(#[doc = $doc:literal])+
        pub enum $name:ident {
            $( $(#[doc = $vdoc:literal])+ $variant:ident = $id:literal, $en:literal, $fr:literal; )*
        }
    )*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[doc = $vdoc])+ $variant, )*
        }

        impl $name {
            /// Every word of this choice, in order.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )*];

            const CHOICE: &'static $crate::model::shape::Choice = &$crate::model::shape::Choice {
                name: stringify!($name),
                doc: concat!($($doc),+),
                variants: &[$(
                    $crate::model::shape::Variant {
                        id: $id,
                        doc: concat!($($vdoc),+),
                        label: $crate::words::words($en, $fr),
                    },
                )*],
            };

            /// As written in the file.
            pub const fn id(self) -> &'static str {
                match self { $( Self::$variant => $id, )* }
            }

            /// As printed in documents.
            pub const fn label(self) -> $crate::words::Words {
                match self { $( Self::$variant => $crate::words::words($en, $fr), )* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::model::shape::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let found = Self::ALL.iter().copied().find(|it| it.id() == text);
                found.ok_or($crate::model::shape::UnknownWord)
            }
        }

        impl $crate::model::shape::Scalar for $name {
            fn kind() -> $crate::model::shape::Shape {
                $crate::model::shape::Shape::Choice(Self::CHOICE)
            }
            fn parse(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )*};
}
pub(crate) use choice;
