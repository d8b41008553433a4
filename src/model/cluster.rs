//! The data cluster: which elements, of which form, how often, under which condition, for what.

use std::sync::Arc;

use crate::model::lower::Lowering;
use crate::model::scalar::{Count, Date, ElementPath, Expression, Flag, Line, Name, Versioned};
use crate::model::shape::{Lower, Scalar, Shape, choice, record};
use crate::model::value::{Negotiable, Text};
use crate::syntax::{Node, Value};
use crate::text::notation::{Format, Occurs};
use crate::text::{Span, Spanned};

record! {
    /// The data that is exchanged.
    #[fr = "Les données échangées."]
    pub struct DataCluster {
        /// The WCO Data Model that element identifiers refer to, as `wco-dm@3.6`.
        #[fr = "Le Modèle de données de l’OMD auquel renvoient les identifiants d’éléments, par exemple `wco-dm@3.6`."]
        model: Option<Spanned<Versioned>>,
        /// The maximum dataset that the cluster must stay within, as `wco.e-co@2025`.
        #[fr = "L’ensemble maximal de données dans lequel le groupe doit rester, par exemple `wco.e-co@2025`."]
        maximum: Option<Spanned<Versioned>>,
        /// Edition of the Harmonized System that goods codes refer to.
        #[fr = "Édition du Système harmonisé à laquelle renvoient les codes des marchandises."]
        hs_edition: Option<Negotiable<Spanned<HsEdition>>>,
        /// How goods codes of different editions are related, when the Parties use several.
        #[fr = "Comment se correspondent les codes d’éditions différentes, si les Parties en utilisent plusieurs."]
        hs_correlation: Option<Text>,
        /// Time basis of all dates and times.
        #[fr = "Base horaire de toutes les dates et heures."]
        time_basis: Option<Negotiable<Spanned<TimeBasis>>>,
        /// How documents, consignments and items are told apart.
        #[fr = "Comment se distinguent les documents, les envois et les articles."]
        keys: Vec<Key>,
        /// Code lists that belong to this block or restrict one of the catalogue.
        #[fr = "Listes de codes propres à ce bloc ou restreignant une liste du catalogue."]
        code_lists: Vec<CodeList>,
        /// Where messages keep an XML Schema that exists already: what stands around documents.
        #[fr = "Lorsque les messages suivent un schéma XML existant : ce qui entoure les documents."]
        xml_schema: Option<XmlSchema>,
        /// Types of values, as that XML Schema has them.
        #[fr = "Types de valeurs, tels que les définit ce schéma XML."]
        value_types: Vec<ValueType>,
        /// The elements; a row with rows below its path is a class.
        #[fr = "Les éléments ; une ligne dont le chemin en a d’autres en dessous est une classe."]
        elements: Vec<Arc<Element>>,
    }

    /// An XML Schema that exists already, and that messages keep as it is.
    #[fr = "Un schéma XML existant, que les messages suivent tel quel."]
    pub struct XmlSchema {
        /// Path of the class around every document, as `MetaData`; without it, documents stand alone.
        #[fr = "Chemin de la classe qui entoure chaque document, par exemple `MetaData` ; sans elle, les documents sont transmis seuls."]
        wrapper: Option<Spanned<ElementPath>>,
        /// The documents that may stand in it, of one kind in each message.
        #[fr = "Les documents qui peuvent y figurer, d’une seule sorte par message."]
        documents: Vec<WrappedDocument>,
    }

    /// A document in its wrapper.
    #[fr = "Un document dans son enveloppe."]
    pub struct WrappedDocument {
        /// Path of its root class.
        #[fr = "Chemin de sa classe racine."]
        [required] path: Option<Spanned<ElementPath>>,
        /// How often it stands in one wrapper; once, unless stated.
        #[fr = "Nombre d’occurrences dans une même enveloppe ; une, sauf indication contraire."]
        occurs: Option<Spanned<Occurs>>,
    }

    /// A type of values of an XML Schema that exists already: what it adds to the type it is made from.
    #[fr = "Un type de valeurs d’un schéma XML existant : ce qu’il ajoute au type dont il dérive."]
    pub struct ValueType {
        /// Identifier; the name of the type in the XML Schema that is written.
        #[fr = "Identifiant ; nom du type dans le schéma XML produit."]
        [required] id: Option<Spanned<Name>>,
        /// What it is made from: another value type, or a type built into XML Schema, as `token`.
        #[fr = "Ce dont il dérive : un autre type de valeurs, ou un type prédéfini de XML Schema, par exemple `token`."]
        base: Option<Spanned<Name>>,
        /// Namespace that it belongs to.
        #[fr = "Espace de noms auquel il appartient."]
        namespace: Option<Spanned<Line>>,
        /// Tag of an element in this namespace that holds the value, as `DateTimeString`.
        #[fr = "Balise d’un élément de cet espace de noms qui porte la valeur, par exemple `DateTimeString`."]
        holder: Option<Spanned<Name>>,
        /// How blanks count.
        #[fr = "Traitement des espaces."]
        white_space: Option<Spanned<WhiteSpace>>,
        /// Exact number of characters.
        #[fr = "Nombre exact de caractères."]
        length: Option<Spanned<Count>>,
        /// Fewest characters.
        #[fr = "Nombre minimal de caractères."]
        min_length: Option<Spanned<Count>>,
        /// Most characters.
        #[fr = "Nombre maximal de caractères."]
        max_length: Option<Spanned<Count>>,
        /// Most digits of a number.
        #[fr = "Nombre maximal de chiffres d’un nombre."]
        total_digits: Option<Spanned<Count>>,
        /// Most digits behind the point.
        #[fr = "Nombre maximal de décimales."]
        fraction_digits: Option<Spanned<Count>>,
        /// Least number.
        #[fr = "Plus petit nombre admis."]
        min_inclusive: Option<Spanned<Line>>,
        /// Greatest number.
        #[fr = "Plus grand nombre admis."]
        max_inclusive: Option<Spanned<Line>>,
        /// Number that it is greater than.
        #[fr = "Nombre auquel la valeur est strictement supérieure."]
        min_exclusive: Option<Spanned<Line>>,
        /// Number that it is less than.
        #[fr = "Nombre auquel la valeur est strictement inférieure."]
        max_exclusive: Option<Spanned<Line>>,
        /// Regular expressions of XML Schema; a value keeps one of them.
        #[fr = "Expressions rationnelles de XML Schema ; la valeur satisfait à l’une d’elles."]
        patterns: Vec<Spanned<Line>>,
        /// Identifier of a code list of this block: the values that there are.
        #[fr = "Identifiant d’une liste de codes de ce bloc : les valeurs possibles."]
        codes: Option<Spanned<Name>>,
        /// XML attributes beside the value, more than those of the base.
        #[fr = "Attributs XML accompagnant la valeur, en plus de ceux du type de base."]
        attributes: Vec<ValueAttribute>,
    }

    /// An XML attribute beside a value.
    #[fr = "Un attribut XML accompagnant une valeur."]
    pub struct ValueAttribute {
        /// Its name.
        #[fr = "Son nom."]
        [required] id: Option<Spanned<Name>>,
        /// Type of its value: a value type, or a type built into XML Schema.
        #[fr = "Type de sa valeur : un type de valeurs, ou un type prédéfini de XML Schema."]
        base: Option<Spanned<Name>>,
        /// Whether it must be there; it may, unless stated.
        #[fr = "S’il doit figurer ; facultatif, sauf indication contraire."]
        presence: Option<Spanned<AttributePresence>>,
        /// The one value that it has.
        #[fr = "La seule valeur qu’il peut prendre."]
        fixed: Option<Spanned<Line>>,
    }

    /// What tells one document, consignment or item from another.
    #[fr = "Ce qui distingue un document, un envoi ou un article d’un autre."]
    pub struct Key {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Paths of the elements that make the key together.
        #[fr = "Chemins des éléments qui forment ensemble la clé."]
        elements: Vec<Spanned<ElementPath>>,
        /// Within what the key is unique.
        #[fr = "Dans quel périmètre la clé est unique."]
        scope: Option<Spanned<KeyScope>>,
        /// For how long the key is not used again.
        #[fr = "Pendant combien de temps la clé n’est pas réutilisée."]
        period: Option<Text>,
        /// Who gives it out.
        #[fr = "Qui l’attribue."]
        issued_by: Option<Text>,
        /// The standard that its form follows.
        #[fr = "La norme que suit sa forme."]
        standard: Option<Spanned<Line>>,
    }

    /// A code list of this block, or a restriction of one in the catalogue.
    #[fr = "Une liste de codes de ce bloc, ou la restriction d’une liste du catalogue."]
    pub struct CodeList {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Title.
        #[fr = "Titre."]
        title: Option<Text>,
        /// Identifier of the list that this one restricts.
        #[fr = "Identifiant de la liste que celle-ci restreint."]
        base: Option<Spanned<Name>>,
        /// Who maintains it.
        #[fr = "Qui la tient à jour."]
        maintainer: Option<Text>,
        /// Version or date.
        #[fr = "Version ou date."]
        version: Option<Spanned<Line>>,
        /// The codes that may be used; without them, all of the base list.
        #[fr = "Les codes admis ; à défaut, tous ceux de la liste de base."]
        codes: Vec<CodeEntry>,
        /// Codes used beside those of the base list, from the range that it leaves to users.
        #[fr = "Codes employés en plus de ceux de la liste de base, pris dans la plage laissée aux utilisateurs."]
        user_codes: Vec<CodeEntry>,
        /// How codes of a user list relate to a recommended list.
        #[fr = "Comment les codes d’une liste d’utilisateur se rapportent à une liste recommandée."]
        mapping: Option<Text>,
    }

    /// One code.
    #[fr = "Un code."]
    pub struct CodeEntry {
        /// The code.
        #[fr = "Le code."]
        [required] code: Option<Spanned<Line>>,
        /// What it stands for; from the base list when not stated.
        #[fr = "Ce qu’il désigne ; tiré de la liste de base s’il n’est pas indiqué."]
        name: Option<Text>,
        /// The harmonised meaning that it corresponds to.
        #[fr = "Le sens harmonisé auquel il correspond."]
        meaning: Option<Spanned<Name>>,
        /// Last day on which it is accepted, once it is retired.
        #[fr = "Dernier jour où il est accepté, une fois retiré."]
        until: Option<Spanned<Date>>,
    }

    /// An element of the data cluster: what differs from, or adds to, its row in the maximum dataset.
    #[fr = "Un élément du groupe de données : ce qui diffère de sa ligne dans l’ensemble maximal, ou s’y ajoute."]
    pub struct Element {
        /// Path of XML tags from the root class.
        #[fr = "Chemin des balises XML depuis la classe racine."]
        [required] path: Option<Spanned<ElementPath>>,
        /// Identifier in the WCO Data Model.
        #[fr = "Identifiant dans le Modèle de données de l’OMD."]
        wco_id: Option<Spanned<Name>>,
        /// Label for readers; the WCO name is kept beside it.
        #[fr = "Libellé pour les lecteurs ; le nom de l’OMD est conservé à côté."]
        name: Option<Text>,
        /// Supplementary definition for this use; the base definition stands beside it.
        #[fr = "Définition complémentaire pour cet usage ; la définition de base figure à côté."]
        definition: Option<Text>,
        /// Kind of data.
        #[fr = "Type de données."]
        data_type: Option<Spanned<DataType>>,
        /// Format, equal to or narrower than in the maximum dataset.
        #[fr = "Format, identique à celui de l’ensemble maximal ou plus étroit."]
        format: Option<Spanned<Format>>,
        /// Type of its value in an XML Schema that exists already.
        #[fr = "Type de sa valeur dans un schéma XML existant."]
        value_type: Option<Spanned<Name>>,
        /// Namespace of its tag, and of those below it, where it is not that of its class.
        #[fr = "Espace de noms de sa balise et de celles qui en dépendent, s’il n’est pas celui de sa classe."]
        namespace: Option<Spanned<Line>>,
        /// Its tag in XML, where its class has two elements of one tag in different namespaces and the
        /// path tells them apart.
        #[fr = "Sa balise en XML, lorsque sa classe comporte deux éléments de même balise dans des espaces de noms différents, que le chemin distingue."]
        tag: Option<Spanned<Name>>,
        /// How often it occurs within its class.
        #[fr = "Nombre d’occurrences dans sa classe."]
        occurs: Option<Spanned<Occurs>>,
        /// Mandatory, conditional, optional or not communicated; for all messages, or for each.
        #[fr = "Obligatoire, conditionnel, facultatif ou non communiqué ; pour tous les messages ou pour chacun."]
        requirement: Option<Requirements>,
        /// When a conditional element is required.
        #[fr = "Quand un élément conditionnel est exigé."]
        condition: Option<Condition>,
        /// Identifier of the code list.
        #[fr = "Identifiant de la liste de codes."]
        codes: Option<Spanned<Name>>,
        /// Identifiers of the purposes that it serves.
        #[fr = "Identifiants des finalités auxquelles il sert."]
        purposes: Vec<Spanned<Name>>,
        /// Whether it may be personal data.
        #[fr = "S’il peut constituer une donnée à caractère personnel."]
        personal: Option<Spanned<Flag>>,
        /// How it is classified.
        #[fr = "Comment il est classifié."]
        classification: Option<Spanned<Classification>>,
        /// How it is masked or encrypted.
        #[fr = "Comment il est masqué ou chiffré."]
        protection: Option<Text>,
        /// Path of the element that holds the currency or unit, when it is an element of its own.
        #[fr = "Chemin de l’élément qui porte la monnaie ou l’unité, lorsqu’il s’agit d’un élément distinct."]
        unit: Option<Spanned<ElementPath>>,
        /// Standing of an element outside the maximum dataset.
        #[fr = "Situation d’un élément hors de l’ensemble maximal."]
        status: Option<Spanned<ElementStatus>>,
        /// Number of the data maintenance request for an element outside the maximum dataset.
        #[fr = "Numéro de la demande de maintenance des données pour un élément hors de l’ensemble maximal."]
        maintenance_request: Option<Spanned<Line>>,
        /// A remark.
        #[fr = "Une remarque."]
        note: Option<Text>,
    }

    /// When a conditional element is required.
    #[fr = "Quand un élément conditionnel est exigé."]
    pub struct Condition {
        /// The condition, in one sentence.
        #[fr = "La condition, en une phrase."]
        text: Option<Text>,
        /// The condition in the expression language.
        #[fr = "La condition dans le langage d’expression."]
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

    /// How blanks in a value count.
    pub enum WhiteSpace {
        /// As they are.
        Preserve = "preserve", "kept", "conservés";
        /// Tabs and line ends as spaces.
        Replace = "replace", "as spaces", "comme espaces";
        /// Several as one, none at the ends.
        Collapse = "collapse", "several as one", "réduits à un";
    }

    /// Whether an XML attribute is there.
    pub enum AttributePresence {
        /// It may be.
        Optional = "optional", "optional", "facultatif";
        /// Always.
        Required = "required", "required", "obligatoire";
        /// Never, though the base has it.
        Prohibited = "prohibited", "prohibited", "exclu";
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
