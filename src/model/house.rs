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
    #[fr = "Un fichier de règles propres à un projet."]
    pub struct HouseRules {
        /// Version of the form of this file; this tool reads 1.
        #[fr = "Version de la forme de ce fichier ; cet outil lit la version 1."]
        [required] gnc_rules: Option<Spanned<Count>>,
        /// The rules.
        #[fr = "Les règles."]
        [required] rules: Vec<HouseRule>,
    }

    /// A rule of a project's own.
    #[fr = "Une règle propre à un projet."]
    pub struct HouseRule {
        /// Identifier: letters that no rule of the tool begins with, and a number, as `ADJ-01`.
        #[fr = "Identifiant : des lettres par lesquelles ne commence aucune règle de l’outil, et un numéro, par exemple `ADJ-01`."]
        [required] id: Option<Spanned<RuleId>>,
        /// Name of the fault, so that "allow NAME" reads.
        #[fr = "Nom de la faute, de sorte que « admettre NOM » se lise bien."]
        [required] name: Option<Spanned<FaultName>>,
        /// The rule in one sentence, without full stop, in English and French.
        #[fr = "La règle en une phrase, sans point final, en anglais et en français."]
        [required] title: Option<Text>,
        /// Where it looks, as `process_alignment.triggers[*]`; the block as a whole when it is left out.
        #[fr = "Où elle regarde, par exemple `process_alignment.triggers[*]` ; le bloc dans son ensemble à défaut."]
        place: Option<Spanned<Places>>,
        /// Of which of these places it speaks; of all of them when it is left out.
        #[fr = "Desquels de ces endroits elle parle ; de tous à défaut."]
        when: Option<Spanned<Expression>>,
        /// What has to hold; `this` is what stands at the place.
        #[fr = "Ce qui doit être respecté ; `this` est ce qui se trouve à cet endroit."]
        [required] assert: Option<Spanned<Expression>>,
        /// The key of `this` that a finding points at, when it is there.
        #[fr = "La clé de `this` que désigne un constat, lorsqu’elle est présente."]
        point: Option<Spanned<Name>>,
        /// What is wrong, in English and French, with `{placeholders}` for the arguments.
        #[fr = "Ce qui ne va pas, en anglais et en français, avec des `{placeholders}` pour les éléments variables."]
        [required] message: Option<Text>,
        /// What fills the placeholders.
        #[fr = "Ce qui remplit les éléments variables."]
        arguments: Vec<HouseArgument>,
        /// Why it matters, in English and French.
        #[fr = "Pourquoi cela importe, en anglais et en français."]
        [required] why: Option<Text>,
        /// How to mend it, in English and French, with the same placeholders.
        #[fr = "Comment corriger, en anglais et en français, avec les mêmes éléments variables."]
        [required] help: Option<Text>,
        /// How much a finding weighs. An error is one only in blocks that the project owns.
        #[fr = "Gravité d’un constat. Ce n’est une erreur que dans les blocs qui appartiennent au projet."]
        [required] severity: Option<Spanned<Weight>>,
        /// The status from which the rule bites; the first one when it is left out.
        #[fr = "Le statut à partir duquel la règle s’applique ; le premier à défaut."]
        from: Option<Spanned<Maturity>>,
        /// What a finding weighs while the block has not come so far, the earliest status first.
        #[fr = "Gravité d’un constat tant que le bloc n’est pas aussi avancé, le statut le plus précoce d’abord."]
        early: Vec<HouseEarly>,
        /// The kinds of Utility Block that it is for; every kind when it is left out.
        #[fr = "Les types de bloc utilitaire auxquels elle s’applique ; tous à défaut."]
        kinds: Vec<Spanned<Name>>,
        /// An example that breaks the rule: a part of a block, laid over the example block.
        #[fr = "Un exemple qui enfreint la règle : une partie de bloc, superposée au bloc d’exemple."]
        [required] bad: Option<Fragment>,
        /// The same example, mended.
        #[fr = "Le même exemple, corrigé."]
        [required] good: Option<Fragment>,
    }

    /// What fills a placeholder of a message.
    #[fr = "Ce qui remplit un élément variable d’un message."]
    pub struct HouseArgument {
        /// The placeholder, without its braces.
        #[fr = "L’élément variable, sans ses accolades."]
        [required] id: Option<Spanned<Name>>,
        /// The name of a value, as `this.id`, or an expression that gives one.
        #[fr = "Le nom d’une valeur, par exemple `this.id`, ou une expression qui en donne une."]
        [required] value: Option<Spanned<Expression>>,
    }

    /// What a finding weighs while a block has not come far.
    #[fr = "Gravité d’un constat tant qu’un bloc est peu avancé."]
    pub struct HouseEarly {
        /// The status that ends it.
        #[fr = "Le statut qui y met fin."]
        [required] before: Option<Spanned<Maturity>>,
        /// What it weighs until then.
        #[fr = "Gravité jusque-là."]
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
