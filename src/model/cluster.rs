//! The data cluster: which elements, of which form, how often, under which condition, for what.

use std::sync::Arc;

use crate::model::lower::Lowering;
use crate::model::scalar::{Date, ElementPath, Expression, Flag, Line, Name, Versioned};
use crate::model::shape::{Lower, Scalar, Shape, choice, record};
use crate::model::value::{Negotiable, Text};
use crate::syntax::{Node, Value};
use crate::text::notation::{Format, Occurs};
use crate::text::{Span, Spanned};

record! {
    /// The data that is exchanged.
    pub struct DataCluster {
        /// The WCO Data Model that element identifiers refer to, as `wco-dm@3.6`.
        model: Option<Spanned<Versioned>>,
        /// The maximum dataset that the cluster must stay within, as `wco.e-co@2025`.
        maximum: Option<Spanned<Versioned>>,
        /// Edition of the Harmonized System that goods codes refer to.
        hs_edition: Option<Negotiable<Spanned<HsEdition>>>,
        /// How goods codes of different editions are related, when the Parties use several.
        hs_correlation: Option<Text>,
        /// Time basis of all dates and times.
        time_basis: Option<Negotiable<Spanned<TimeBasis>>>,
        /// How documents, consignments and items are told apart.
        keys: Vec<Key>,
        /// Code lists that belong to this block or restrict one of the catalogue.
        code_lists: Vec<CodeList>,
        /// The elements; a row with rows below its path is a class.
        elements: Vec<Arc<Element>>,
    }

    /// What tells one document, consignment or item from another.
    pub struct Key {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Paths of the elements that make the key together.
        elements: Vec<Spanned<ElementPath>>,
        /// Within what the key is unique.
        scope: Option<Spanned<KeyScope>>,
        /// For how long the key is not used again.
        period: Option<Text>,
        /// Who gives it out.
        issued_by: Option<Text>,
        /// The standard that its form follows.
        standard: Option<Spanned<Line>>,
    }

    /// A code list of this block, or a restriction of one in the catalogue.
    pub struct CodeList {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Title.
        title: Option<Text>,
        /// Identifier of the list that this one restricts.
        base: Option<Spanned<Name>>,
        /// Who maintains it.
        maintainer: Option<Text>,
        /// Version or date.
        version: Option<Spanned<Line>>,
        /// The codes that may be used; without them, all of the base list.
        codes: Vec<CodeEntry>,
        /// Codes used beside those of the base list, from the range that it leaves to users.
        user_codes: Vec<CodeEntry>,
        /// How codes of a user list relate to a recommended list.
        mapping: Option<Text>,
    }

    /// One code.
    pub struct CodeEntry {
        /// The code.
        [required] code: Option<Spanned<Line>>,
        /// What it stands for; from the base list when not stated.
        name: Option<Text>,
        /// The harmonised meaning that it corresponds to.
        meaning: Option<Spanned<Name>>,
        /// Last day on which it is accepted, once it is retired.
        until: Option<Spanned<Date>>,
    }

    /// An element of the data cluster: what differs from, or adds to, its row in the maximum dataset.
    pub struct Element {
        /// Path of XML tags from the root class.
        [required] path: Option<Spanned<ElementPath>>,
        /// Identifier in the WCO Data Model.
        wco_id: Option<Spanned<Name>>,
        /// Label for readers; the WCO name is kept beside it.
        name: Option<Text>,
        /// Supplementary definition for this use; the base definition stands beside it.
        definition: Option<Text>,
        /// Kind of data.
        data_type: Option<Spanned<DataType>>,
        /// Format, equal to or narrower than in the maximum dataset.
        format: Option<Spanned<Format>>,
        /// How often it occurs within its class.
        occurs: Option<Spanned<Occurs>>,
        /// Mandatory, conditional, optional or not communicated; for all messages, or for each.
        requirement: Option<Requirements>,
        /// When a conditional element is required.
        condition: Option<Condition>,
        /// Identifier of the code list.
        codes: Option<Spanned<Name>>,
        /// Identifiers of the purposes that it serves.
        purposes: Vec<Spanned<Name>>,
        /// Whether it may be personal data.
        personal: Option<Spanned<Flag>>,
        /// How it is classified.
        classification: Option<Spanned<Classification>>,
        /// How it is masked or encrypted.
        protection: Option<Text>,
        /// Path of the element that holds the currency or unit, when it is an element of its own.
        unit: Option<Spanned<ElementPath>>,
        /// Standing of an element outside the maximum dataset.
        status: Option<Spanned<ElementStatus>>,
        /// Number of the data maintenance request for an element outside the maximum dataset.
        maintenance_request: Option<Spanned<Line>>,
        /// A remark.
        note: Option<Text>,
    }

    /// When a conditional element is required.
    pub struct Condition {
        /// The condition, in one sentence.
        text: Option<Text>,
        /// The condition in the expression language.
        when: Option<Spanned<Expression>>,
    }
}

/// A requirement for all messages, or one for each message.
#[derive(Clone, Debug)]
pub struct Requirements {
    /// Where it was written.
    pub span: Span,
    /// Identifier of the message (`None` for all), and the requirement.
    pub entries: Vec<(Option<Spanned<Name>>, Spanned<Requirement>)>,
}

impl Requirements {
    /// The requirement in this message.
    pub fn of(&self, message: &str) -> Option<Requirement> {
        let fits = |name: &Option<Spanned<Name>>| {
            name.as_ref().is_none_or(|name| &*name.value.0 == message)
        };
        self.entries.iter().find(|(name, _)| fits(name)).map(|(_, it)| it.value)
    }

    /// The strictest requirement in any message.
    pub fn strictest(&self) -> Option<Requirement> {
        self.entries.iter().map(|(_, it)| it.value).min()
    }
}

impl Lower for Requirements {
    fn shape() -> Shape {
        Shape::PerName(<Spanned<Requirement> as Lower>::shape)
    }

    fn lower(node: &Node, cx: &mut Lowering) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let requirement = cx.scalar(node)?;
            return Some(Self { span: node.span, entries: vec![(None, requirement)] });
        };
        let mut all = Vec::with_capacity(entries.len());
        for entry in entries {
            if !cx.present(entry) {
                continue;
            }
            let name = cx.parse(&entry.key.value, entry.key.span);
            if let (Some(name), Some(requirement)) = (name, cx.scalar(&entry.value)) {
                all.push((Some(Spanned::new(name, entry.key.span)), requirement));
            }
        }
        Some(Self { span: node.span, entries: all })
    }
}

/// An edition of the Harmonized System, by its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HsEdition(pub u16);

impl Scalar for HsEdition {
    fn kind() -> Shape {
        use crate::model::shape::ScalarKind;
        use crate::words::words;
        static KIND: ScalarKind = ScalarKind {
            name: "HsEdition",
            what: words(
                "an edition of the Harmonized System (its year)",
                "une édition du Système harmonisé (son année)",
            ),
            example: "2022",
            pattern: Some("^(1988|1992|1996|2002|2007|2012|2017|2022|2028)$"),
            fits: |text| HsEdition::parse(text).is_some(),
        };
        Shape::Scalar(&KIND)
    }
    fn parse(text: &str) -> Option<Self> {
        const EDITIONS: [&str; 9] =
            ["1988", "1992", "1996", "2002", "2007", "2012", "2017", "2022", "2028"];
        EDITIONS.contains(&text).then(|| text.parse().ok().map(Self)).flatten()
    }
}

choice! {
    /// Whether an element has to be communicated.
    pub enum Requirement {
        /// Always.
        Mandatory = "M", "mandatory", "obligatoire";
        /// Under a condition.
        Conditional = "C", "conditional", "conditionnel";
        /// At the choice of the sender.
        Optional = "O", "optional", "facultatif";
        /// Never.
        NotCommunicated = "NC", "not communicated", "non communiqué";
    }

    /// Within what a key is unique.
    pub enum KeyScope {
        /// Within the body that gives it out.
        PerIssuer = "per-issuer", "per issuing body", "par organisme émetteur";
        /// Within a Party.
        PerParty = "per-party", "per Party", "par Partie";
        /// Within one message.
        PerMessage = "per-message", "within one message", "dans un message";
        /// Everywhere.
        Global = "global", "everywhere", "partout";
    }

    /// The kind of data, after the core data types of the WCO Data Model.
    pub enum DataType {
        /// An amount of money with its currency.
        Amount = "Amount", "amount", "montant";
        /// A code.
        Code = "Code", "code", "code";
        /// A date or a time.
        DateTime = "DateTime", "date and time", "date et heure";
        /// An identifier.
        Identifier = "Identifier", "identifier", "identifiant";
        /// Yes or no.
        Indicator = "Indicator", "indicator", "indicateur";
        /// A measure with its unit.
        Measure = "Measure", "measure", "mesure";
        /// A number.
        Numeric = "Numeric", "number", "nombre";
        /// A quantity with its unit.
        Quantity = "Quantity", "quantity", "quantité";
        /// Text.
        Text = "Text", "text", "texte";
        /// A file, encoded as Base64.
        Binary = "Binary", "file", "fichier";
    }

    /// How an element is classified.
    pub enum Classification {
        /// May be known to anyone.
        Public = "public", "public", "public";
        /// For the authorities.
        Restricted = "restricted", "restricted", "restreint";
        /// A commercial secret or the like.
        Confidential = "confidential", "confidential", "confidentiel";
    }

    /// The standing of an element outside the maximum dataset.
    pub enum ElementStatus {
        /// A data maintenance request is planned or under way.
        Proposed = "proposed", "proposed to the WCO", "proposé à l’OMD";
        /// Used between these Parties only.
        Local = "local", "local", "local";
    }

    /// The time basis of dates and times.
    pub enum TimeBasis {
        /// Coordinated Universal Time.
        Utc = "utc", "UTC", "UTC";
        /// Local time with its offset from UTC.
        Offset = "local-with-offset", "local time with offset from UTC", "heure locale avec décalage UTC";
    }
}
