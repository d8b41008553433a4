//! Component group 1: name, purposes, benefits, legal basis, and what governs the exchange.

use crate::model::scalar::{Date, Duration, Flag, Name};
use crate::model::shape::{choice, record};
use crate::model::value::{Negotiable, Text};
use crate::text::Spanned;

record! {
    /// The business case, with the regulatory and legal framework.
    pub struct BusinessCase {
        /// Component 1: the name of the Utility Block.
        name: Option<Text>,
        /// Component 2: what the exchange is for.
        purposes: Vec<Purpose>,
        /// Component 3: who gains what.
        benefits: Vec<Benefit>,
        /// What the exchange covers.
        scope: Option<Scope>,
        /// Component 4: the provisions that the exchange rests on.
        legal_basis: Vec<Provision>,
        /// The standing of the electronic document.
        legal_effect: Option<LegalEffect>,
        /// Confidentiality, purpose limitation, retention.
        data_protection: Option<DataProtection>,
        /// Who decides, who answers, how the annex changes and ends.
        governance: Option<Governance>,
    }

    /// A purpose of the exchange.
    pub struct Purpose {
        /// Identifier; data elements name the purposes they serve.
        [required] id: Option<Spanned<Name>>,
        /// The Customs function that is served.
        function: Option<Spanned<CustomsFunction>>,
        /// The purpose, in one sentence.
        statement: Option<Text>,
    }

    /// A benefit of the exchange.
    pub struct Benefit {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Who gains.
        stakeholder: Option<Spanned<Stakeholder>>,
        /// The benefit, in one sentence.
        statement: Option<Text>,
        /// How it is measured; without it the benefit counts as qualitative.
        measure: Option<Text>,
        /// Where the figures of the measure come from: a study, a statistic, with its year.
        source: Option<Text>,
    }

    /// What the exchange covers and what it does not.
    pub struct Scope {
        /// The trade agreement whose preferences are claimed.
        agreement: Option<Text>,
        /// Kinds of proof or document that are exchanged.
        proofs: Vec<Spanned<Proof>>,
        /// Customs regimes.
        regimes: Vec<Spanned<Regime>>,
        /// Goods that are covered.
        goods: Option<Text>,
        /// What is left out, and why.
        exclusions: Option<Text>,
        /// Whether preferential, non-preferential or both kinds of origin are covered.
        origin: Option<Spanned<OriginKind>>,
        /// Who sends to whom, and from when.
        directions: Vec<Exchange>,
        /// Why the directions differ, when they do.
        asymmetry: Option<Text>,
    }

    /// One direction of the exchange.
    pub struct Exchange {
        /// Identifier of the exporting Party.
        from: Option<Spanned<Name>>,
        /// Identifier of the importing Party.
        to: Option<Spanned<Name>>,
        /// The day on which the exchange starts in this direction.
        start: Option<Negotiable<Spanned<Date>>>,
    }

    /// A provision that the exchange rests on.
    pub struct Provision {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the instrument in the catalogue, when it is there.
        instrument: Option<Spanned<Name>>,
        /// Title of the instrument, when it is not in the catalogue.
        title: Option<Text>,
        /// Article, standard or section.
        provision: Option<Text>,
        /// Level of the instrument.
        level: Option<Spanned<LegalLevel>>,
        /// The Party whose law it is, for a national provision.
        party: Option<Spanned<Name>>,
        /// Date of the instrument.
        date: Option<Spanned<Date>>,
        /// Standing of the instrument.
        status: Option<Spanned<LegalStatus>>,
        /// The day by which it is to be in force, when it is not yet.
        expected: Option<Negotiable<Spanned<Date>>>,
        /// What it permits.
        enables: Vec<Spanned<Enables>>,
        /// Identifiers of the messages that it permits; all that are sent in a way that it permits
        /// when none is named.
        messages: Vec<Spanned<Name>>,
        /// Identifiers of the purposes for which it permits them; all when none is named.
        purposes: Vec<Spanned<Name>>,
        /// What it says, in own words.
        summary: Option<Text>,
        /// Where its text is published: an official gazette or treaty series, with number and page.
        source: Option<Text>,
    }

    /// The standing of the electronic document.
    pub struct LegalEffect {
        /// That the electronic document equals the signed and sealed original.
        equivalence: Option<Text>,
        /// From when no paper is asked for.
        paper_waiver: Option<Negotiable<Spanned<Date>>>,
        /// How paper and electronic proofs exist side by side, and which prevails.
        coexistence: Option<Text>,
        /// That the receiving Party recognises the electronic signature or seal.
        signatures: Option<Text>,
        /// How far records may be used as evidence.
        evidence: Option<Text>,
        /// Period for which a certificate may be used, from its first issue.
        validity: Option<Negotiable<Spanned<Duration>>>,
    }

    /// Confidentiality, purpose limitation, retention.
    pub struct DataProtection {
        /// The level of protection that the receiving Party gives.
        confidentiality: Option<Text>,
        /// That data is used for the listed purposes only.
        purpose_limitation: Option<Text>,
        /// When data may be passed on.
        onward_transfer: Option<Text>,
        /// How personal data is protected.
        personal_data: Option<Text>,
        /// Who may see received data at each side.
        access: Option<Text>,
        /// By when a breach is notified.
        breach_notice: Option<Negotiable<Spanned<Duration>>>,
        /// How long messages are kept.
        retention: Vec<Retention>,
    }

    /// How long messages are kept.
    pub struct Retention {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Identifiers of the messages; all when none is named.
        messages: Vec<Spanned<Name>>,
        /// For how long.
        period: Option<Negotiable<Spanned<Duration>>>,
        /// From which event.
        from: Option<Text>,
    }

    /// Who decides, who answers, how the annex changes and ends.
    pub struct Governance {
        /// The joint body and how it works.
        body: Option<Text>,
        /// Contact points.
        contacts: Vec<Contact>,
        /// How soon a change of a contact point or authority is notified.
        contact_notice: Option<Negotiable<Spanned<Duration>>>,
        /// How this annex is changed, as distinct from the agreement.
        change_procedure: Option<Text>,
        /// How a need for a new data element goes to the WCO.
        maintenance_requests: Option<Text>,
        /// Who answers for what.
        liability: Option<Text>,
        /// Who bears which costs.
        costs: Option<Text>,
        /// Who owns the data.
        ownership: Option<Text>,
        /// When the exchange may be suspended.
        suspension: Option<Text>,
        /// Notice of a suspension.
        suspension_notice: Option<Negotiable<Spanned<Duration>>>,
        /// How differences are settled.
        disputes: Option<Text>,
        /// Working language of messages and contacts (ISO 639-1).
        working_languages: Vec<Spanned<Name>>,
        /// When the annex enters into force.
        entry_into_force: Option<Text>,
        /// The day of entry into force.
        effective: Option<Negotiable<Spanned<Date>>>,
        /// How the annex ends.
        termination: Option<Text>,
        /// Notice of termination.
        termination_notice: Option<Negotiable<Spanned<Duration>>>,
        /// When the working of the annex is reviewed.
        review: Option<Negotiable<Spanned<Duration>>>,
    }

    /// A contact point.
    pub struct Contact {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// What it answers for.
        role: Option<Spanned<ContactRole>>,
        /// Identifier of the Party.
        party: Option<Spanned<Name>>,
        /// Name of the office; a person's name does not belong in an annex.
        office: Option<Negotiable<Text>>,
        /// Address, telephone, electronic mail.
        reach: Option<Negotiable<Text>>,
        /// Hours of service.
        hours: Option<Negotiable<Text>>,
        /// Languages (ISO 639-1).
        languages: Vec<Spanned<Name>>,
        /// Whether the contact point answers at any hour.
        always: Option<Spanned<Flag>>,
    }
}

choice! {
    /// A function of Customs.
    pub enum CustomsFunction {
        /// Control of goods and declarations.
        Control = "control", "control", "contrôle";
        /// Facilitation of legitimate trade.
        Facilitation = "facilitation", "facilitation", "facilitation";
        /// Collection of revenue.
        Revenue = "revenue", "revenue", "recettes";
        /// Safety and security.
        Security = "security", "security", "sécurité";
        /// Management of compliance.
        Compliance = "compliance-management", "compliance management", "gestion de la conformité";
        /// Enforcement.
        Enforcement = "enforcement", "enforcement", "lutte contre la fraude";
    }

    /// Who gains from the exchange.
    pub enum Stakeholder {
        /// Customs and issuing authorities of the exporting Party.
        ExportingSide = "exporting-side", "exporting side", "côté exportation";
        /// Customs of the importing Party.
        ImportingSide = "importing-side", "importing side", "côté importation";
        /// Exporters, importers and their agents.
        Trade = "trade", "trade", "opérateurs économiques";
        /// Other government agencies.
        OtherAgencies = "other-agencies", "other agencies", "autres services";
    }

    /// A kind of proof or document.
    pub enum Proof {
        /// A certificate of origin issued by a competent authority.
        Certificate = "certificate", "certificate of origin", "certificat d’origine";
        /// A certificate issued by an intermediate Party on the basis of a first one.
        BackToBack = "back-to-back", "back-to-back certificate of origin", "certificat d’origine dos à dos";
        /// A copy after loss, theft or destruction.
        Duplicate = "duplicate", "duplicate", "duplicata";
        /// A corrected certificate that takes the place of another.
        Replacement = "replacement", "replacement certificate", "certificat de remplacement";
        /// A statement by the exporter, the producer or the importer.
        SelfDeclaration = "self-declaration", "self-declaration of origin", "déclaration d’origine par l’opérateur";
        /// An export declaration.
        ExportDeclaration = "export-declaration", "export declaration", "déclaration d’exportation";
        /// A transit declaration.
        TransitDeclaration = "transit-declaration", "transit declaration", "déclaration de transit";
        /// Another document, described in the scope.
        Other = "other", "other document", "autre document";
    }

    /// A Customs regime.
    pub enum Regime {
        /// Exportation.
        Export = "export", "export", "exportation";
        /// Transit.
        Transit = "transit", "transit", "transit";
        /// Importation.
        Import = "import", "import", "importation";
    }

    /// A kind of origin.
    pub enum OriginKind {
        /// For tariff preference.
        Preferential = "preferential", "preferential", "préférentielle";
        /// For other trade measures.
        NonPreferential = "non-preferential", "non-preferential", "non préférentielle";
        /// Both.
        Both = "both", "preferential and non-preferential", "préférentielle et non préférentielle";
    }

    /// The level of a legal instrument.
    pub enum LegalLevel {
        /// International.
        International = "international", "international", "international";
        /// Regional or plurilateral.
        Regional = "regional", "regional", "régional";
        /// Between two Parties.
        Bilateral = "bilateral", "bilateral", "bilatéral";
        /// The law of one Party.
        National = "national", "national", "national";
    }

    /// The standing of a legal instrument.
    pub enum LegalStatus {
        /// It is in force.
        InForce = "in-force", "in force", "en vigueur";
        /// It is signed and not yet in force.
        Signed = "signed", "signed", "signé";
        /// It is adopted and followed without being a treaty: a framework, a recommendation, a model.
        Adopted = "adopted", "adopted", "adopté";
        /// It is being drafted.
        Draft = "draft", "draft", "projet";
        /// It has yet to be enacted.
        ToBeEnacted = "to-be-enacted", "to be enacted", "à adopter";
    }

    /// What a provision permits.
    pub enum Enables {
        /// An answer to a request.
        Request = "request-based-exchange", "exchange on request", "échange sur demande";
        /// Data sent unasked, as a matter of course.
        Automatic = "automatic-exchange", "automatic exchange", "échange automatique";
        /// Data sent ahead of the goods.
        Advance = "advance-exchange", "advance exchange", "échange préalable";
        /// Data sent unasked in a particular case.
        Spontaneous = "spontaneous-exchange", "spontaneous exchange", "échange spontané";
        /// Use of electronic documents and signatures.
        ElectronicDocuments = "electronic-documents", "electronic documents", "documents électroniques";
        /// Use of information technology and standards.
        InformationTechnology = "information-technology", "information technology", "technologies de l’information";
        /// Co-operation and assistance in general.
        Cooperation = "cooperation", "co-operation", "coopération";
    }

    /// What a contact point answers for.
    pub enum ContactRole {
        /// Policy and the annex itself.
        Policy = "policy", "policy", "questions de politique";
        /// The issuing authority.
        Issuing = "issuing-authority", "issuing authority", "autorité de délivrance";
        /// Verification of origin.
        Verification = "verification", "verification", "contrôle";
        /// Technical support.
        Technical = "technical-support", "technical support", "assistance technique";
    }
}
