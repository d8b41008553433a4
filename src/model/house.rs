//! The form of a file of house rules: what a project asks of its blocks beyond the rulebook.

use crate::model::control::Maturity;
use crate::model::lower::Lowering;
use crate::model::scalar::{Count, Expression, FaultName, Name, Places, RuleId};
use crate::model::shape::{Lower, Shape, choice, record};
use crate::model::value::Text;
use crate::syntax::Node;
use crate::text::Spanned;

record! {
    /// A file of rules of a project's own.
    pub struct HouseRules {
        /// Version of the form of this file; this tool reads 1.
        [required] gnc_rules: Option<Spanned<Count>>,
        /// The rules.
        [required] rules: Vec<HouseRule>,
    }

    /// A rule of a project's own.
    pub struct HouseRule {
        /// Identifier: letters that no rule of the tool begins with, and a number, as `ADJ-01`.
        [required] id: Option<Spanned<RuleId>>,
        /// Name of the fault, so that "allow NAME" reads.
        [required] name: Option<Spanned<FaultName>>,
        /// The rule in one sentence, without full stop, in English and French.
        [required] title: Option<Text>,
        /// Where it looks, as `process_alignment.triggers[*]`; the block as a whole when it is left out.
        place: Option<Spanned<Places>>,
        /// Of which of these places it speaks; of all of them when it is left out.
        when: Option<Spanned<Expression>>,
        /// What has to hold; `this` is what stands at the place.
        [required] assert: Option<Spanned<Expression>>,
        /// The key of `this` that a finding points at, when it is there.
        point: Option<Spanned<Name>>,
        /// What is wrong, in English and French, with `{placeholders}` for the arguments.
        [required] message: Option<Text>,
        /// What fills the placeholders.
        arguments: Vec<HouseArgument>,
        /// Why it matters, in English and French.
        [required] why: Option<Text>,
        /// How to mend it, in English and French, with the same placeholders.
        [required] help: Option<Text>,
        /// How much a finding weighs. An error is one only in blocks that the project owns.
        [required] severity: Option<Spanned<Weight>>,
        /// The status from which the rule bites; the first one when it is left out.
        from: Option<Spanned<Maturity>>,
        /// What a finding weighs while the block has not come so far, the earliest status first.
        early: Vec<HouseEarly>,
        /// The kinds of Utility Block that it is for; every kind when it is left out.
        kinds: Vec<Spanned<Name>>,
        /// An example that breaks the rule: a part of a block, laid over the example block.
        [required] bad: Option<Fragment>,
        /// The same example, mended.
        [required] good: Option<Fragment>,
    }

    /// What fills a placeholder of a message.
    pub struct HouseArgument {
        /// The placeholder, without its braces.
        [required] id: Option<Spanned<Name>>,
        /// The name of a value, as `this.id`, or an expression that gives one.
        [required] value: Option<Spanned<Expression>>,
    }

    /// What a finding weighs while a block has not come far.
    pub struct HouseEarly {
        /// The status that ends it.
        [required] before: Option<Spanned<Maturity>>,
        /// What it weighs until then.
        [required] severity: Option<Spanned<Weight>>,
    }
}

choice! {
    /// How much a finding weighs.
    pub enum Weight {
        /// No final artefact is written.
        Error = "error", "error", "erreur";
        /// The artefacts are written, with a flag.
        Warning = "warning", "warning", "avertissement";
        /// Worth knowing.
        Advice = "advice", "advice", "conseil";
    }
}

/// A part of a block as it was written; whether it is one shows when it is laid over another.
#[derive(Clone, Debug)]
pub struct Fragment(pub Node);

impl Lower for Fragment {
    fn shape() -> Shape {
        Shape::Fragment
    }

    fn lower(node: &Node, cx: &mut Lowering) -> Option<Self> {
        cx.entries(node)?;
        Some(Self(node.clone()))
    }
}
