//! Values that every part of a block uses: text in several languages, and what can be negotiated.

use crate::model::lower::Lowering;
use crate::model::scalar::{Date, Name};
use crate::model::shape::{Lower, Shape, record};
use crate::model::translation;
use crate::syntax::{Node, Value};
use crate::text::{Piece, Span, Spanned};
use crate::words::Lang;

/// One string for every language, or one for each.
#[derive(Clone, Debug)]
pub struct Text {
    /// Where it was written.
    pub span: Span,
    /// The strings.
    pub variants: Vec<LanguageVariant>,
    /// Languages whose string renders words that have changed since it was made.
    pub stale: Vec<Piece>,
}

/// Language (ISO 639-1; `None` for a string without a language) and string.
pub type LanguageVariant = (Option<Piece>, Spanned<Piece>);

impl Text {
    /// The string in `lang`, or the one that stands for every language.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.variant(lang.code()).map(|text| &*text.value)
    }

    /// The string in the language of this code, or the one that stands for every language.
    pub fn variant(&self, code: &str) -> Option<&Spanned<Piece>> {
        let fits = |lang: &Option<Piece>| lang.as_deref().is_none_or(|it| it == code);
        self.variants.iter().find(|(lang, _)| fits(lang)).map(|(_, text)| text)
    }

    /// The string in `lang`, else in any language: what exists is better than a gap.
    pub fn any(&self, lang: Lang) -> &str {
        let first = || self.variants.first().map(|(_, text)| &*text.value);
        self.get(lang).or_else(first).unwrap_or("")
    }

    /// Whether the string in `lang` renders words that have changed since.
    pub fn is_stale(&self, lang: Lang) -> bool {
        self.stale.iter().any(|it| &**it == lang.code())
    }

    /// Whether nothing but white space was written.
    pub fn is_blank(&self) -> bool {
        self.variants.iter().all(|(_, text)| text.value.trim().is_empty())
    }
}

impl Lower for Text {
    fn shape() -> Shape {
        Shape::Text
    }

    fn lower(node: &Node, cx: &mut Lowering) -> Option<Self> {
        let variants = match &node.value {
            Value::Scalar(scalar) => vec![(None, Spanned::new(scalar.text.clone(), node.span))],
            Value::Map(entries) => {
                let mut variants = Vec::with_capacity(entries.len());
                for entry in entries {
                    let key = &entry.key.value;
                    if &**key == translation::TRANSLATED {
                        cx.translated(&entry.value);
                        continue;
                    }
                    if key.len() != 2 || !key.bytes().all(|byte| byte.is_ascii_lowercase()) {
                        cx.not_a_text(node);
                        return None;
                    }
                    if cx.present(entry) {
                        let text: Piece = cx.text(&entry.value)?.into();
                        variants.push((Some(key.clone()), Spanned::new(text, entry.value.span)));
                    }
                }
                variants
            }
            _ => {
                cx.not_a_text(node);
                return None;
            }
        };
        let is_stale = |lang: &Piece| {
            matches!(translation::standing(node, lang), translation::Standing::Stale { .. })
        };
        let stale = variants.iter().filter_map(|(lang, _)| lang.clone()).filter(is_stale);
        Some(Self { span: node.span, stale: stale.collect(), variants })
    }
}

/// A value that the Parties negotiate: it is agreed, or proposed, or open.
#[derive(Clone, Debug)]
pub enum Negotiable<T> {
    /// The value itself.
    Agreed(T),
    /// A position of each Party, and where they stand.
    Proposals(Span, Vec<Proposal<T>>),
    /// A placeholder that somebody owes.
    Open(Open),
}

/// One Party's position.
#[derive(Clone, Debug)]
pub struct Proposal<T> {
    /// Identifier of the Party.
    pub party: Spanned<Name>,
    /// What it proposes.
    pub value: T,
}

record! {
    /// A point that is still to be agreed: who owes it, and by when.
    #[fr = "Un point qui reste à convenir : qui en est redevable, et pour quand."]
    pub struct Open {
        /// Identifier of the Party that owes the answer.
        #[fr = "Identifiant de la Partie qui doit la réponse."]
        owner: Option<Spanned<Name>>,
        /// The day by which it is due.
        #[fr = "Le jour pour lequel elle est due."]
        due: Option<Spanned<Date>>,
        /// What the answer waits for.
        #[fr = "Ce qu’attend la réponse."]
        note: Option<Text>,
    }
}

impl<T> Negotiable<T> {
    /// The value, once it is agreed.
    pub fn agreed(&self) -> Option<&T> {
        match self {
            Self::Agreed(value) => Some(value),
            _ => None,
        }
    }

    /// Every value that is on the table: the agreed one, or each Party's.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        let (agreed, proposals) = match self {
            Self::Agreed(value) => (Some(value), &[][..]),
            Self::Proposals(_, proposals) => (None, &proposals[..]),
            Self::Open(_) => (None, &[][..]),
        };
        agreed.into_iter().chain(proposals.iter().map(|proposal| &proposal.value))
    }
}

/// `proposals` or `open`, when the node is a mapping with that one key.
pub fn negotiation_key(node: &Node) -> Option<&'static str> {
    let Value::Map(entries) = &node.value else { return None };
    let [entry] = &**entries else { return None };
    ["proposals", "open"].into_iter().find(|key| *key == &*entry.key.value)
}

impl<T: Lower> Lower for Negotiable<T> {
    fn shape() -> Shape {
        Shape::Negotiable(T::shape)
    }

    fn lower(node: &Node, cx: &mut Lowering) -> Option<Self> {
        match negotiation_key(node) {
            Some("open") => {
                let inner = node.get("open")?;
                if matches!(inner.value, Value::Null) {
                    let (owner, due, note) = (None, None, None);
                    return Some(Self::Open(Open { span: node.span, owner, due, note }));
                }
                Open::lower(inner, cx).map(|open| Self::Open(Open { span: node.span, ..open }))
            }
            Some(_) => {
                let inner = node.get("proposals")?;
                let Value::Map(entries) = &inner.value else {
                    cx.not_proposals(inner);
                    return None;
                };
                let mut proposals = Vec::with_capacity(entries.len());
                for entry in entries {
                    if !cx.present(entry) {
                        continue;
                    }
                    let party = cx.parse(&entry.key.value, entry.key.span);
                    if let (Some(party), Some(value)) = (party, T::lower(&entry.value, cx)) {
                        let party = Spanned::new(party, entry.key.span);
                        proposals.push(Proposal { party, value });
                    }
                }
                Some(Self::Proposals(node.span, proposals))
            }
            None => T::lower(node, cx).map(Self::Agreed),
        }
    }
}
