//! Which messages are compared with which documents beside them, and what becomes of the goods.

use crate::model::scalar::{ElementPath, Expression, Name};
use crate::model::shape::{choice, record};
use crate::model::value::Text;
use crate::text::Spanned;

record! {
    /// A message and a document beside it that are compared.
    #[fr = "Un message et un document extérieur qui sont rapprochés."]
    pub struct Matching {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// What is compared.
        #[fr = "Ce qui est rapproché."]
        name: Option<Text>,
        /// Identifiers of the messages that are compared.
        #[fr = "Identifiants des messages rapprochés."]
        messages: Vec<Spanned<Name>>,
        /// The fact that is the other document, as `declaration`.
        #[fr = "Le fait qui est l’autre document, par exemple « declaration »."]
        document: Option<Spanned<ElementPath>>,
        /// The fact among whose items the message counts, as `register`.
        #[fr = "Le fait parmi les éléments duquel compte le message, par exemple « register »."]
        among: Option<Spanned<ElementPath>>,
        /// When message and document belong together, in the expression language.
        #[fr = "Quand le message et le document vont ensemble, dans le langage des expressions."]
        key: Option<Spanned<Expression>>,
        /// Identifiers of the business rules; all matching rules that name the document, unless stated.
        #[fr = "Identifiants des règles de gestion ; à défaut, toutes les règles de rapprochement qui nomment le document."]
        rules: Vec<Spanned<Name>>,
    }
}

choice! {
    /// What becomes of goods whose documents were compared.
    pub enum MatchingResult {
        /// The difference is accepted.
        Accept = "accept", "acceptance", "acceptation";
        /// A discrepancy is recorded and examined.
        Discrepancy = "discrepancy", "discrepancy", "discordance";
        /// The goods are released against a guarantee until the matter is settled.
        GuaranteeRelease = "guarantee-release", "release against a guarantee", "mainlevée contre garantie";
        /// What was claimed is refused.
        Refuse = "refuse", "refusal", "refus";
    }
}
