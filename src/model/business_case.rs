//! Component group 1: name, purposes, benefits, legal basis, and what governs the exchange.

use crate::model::scalar::{Date, Duration, Flag, Name};
use crate::model::shape::{choice, record};
use crate::model::value::{Negotiable, Text};
use crate::text::Spanned;

record! {
    /// The business case, with the regulatory and legal framework.
    #[fr = "L’argumentaire, avec le cadre réglementaire et juridique."]
    pub struct BusinessCase {
        /// Component 1: the name of the Utility Block.
        #[fr = "Composante 1 : le nom du bloc utilitaire."]
        name: Option<Text>,
        /// Component 2: what the exchange is for.
        #[fr = "Composante 2 : à quoi sert l’échange."]
        purposes: Vec<Purpose>,
        /// Component 3: who gains what.
        #[fr = "Composante 3 : qui y gagne quoi."]
        benefits: Vec<Benefit>,
        /// What the exchange covers.
        #[fr = "Ce que couvre l’échange."]
        scope: Option<Scope>,
        /// Component 4: the provisions that the exchange rests on.
        #[fr = "Composante 4 : les dispositions sur lesquelles repose l’échange."]
        legal_basis: Vec<Provision>,
        /// The standing of the electronic document.
        #[fr = "La valeur du document électronique."]
        legal_effect: Option<LegalEffect>,
        /// Confidentiality, purpose limitation, retention.
        #[fr = "Confidentialité, limitation de la finalité, conservation."]
        data_protection: Option<DataProtection>,
        /// Who decides, who answers, how the annex changes and ends.
        #[fr = "Qui décide, qui répond, comment l’annexe évolue et prend fin."]
        governance: Option<Governance>,
    }

    /// A purpose of the exchange.
    #[fr = "Une finalité de l’échange."]
    pub struct Purpose {
        /// Identifier; data elements name the purposes they serve.
        #[fr = "Identifiant ; les éléments de données citent les finalités auxquelles ils servent."]
        [required] id: Option<Spanned<Name>>,
        /// The Customs function that is served.
        #[fr = "La fonction douanière servie."]
        function: Option<Spanned<CustomsFunction>>,
        /// The purpose, in one sentence.
        #[fr = "La finalité, en une phrase."]
        statement: Option<Text>,
    }

    /// A benefit of the exchange.
    #[fr = "Un avantage de l’échange."]
    pub struct Benefit {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Who gains.
        #[fr = "Qui en bénéficie."]
        stakeholder: Option<Spanned<Stakeholder>>,
        /// The benefit, in one sentence.
        #[fr = "L’avantage, en une phrase."]
        statement: Option<Text>,
        /// How it is measured; without it the benefit counts as qualitative.
        #[fr = "Comment il est mesuré ; à défaut, l’avantage est tenu pour qualitatif."]
        measure: Option<Text>,
        /// Where the figures of the measure come from: a study, a statistic, with its year.
        #[fr = "D’où proviennent les chiffres de la mesure : une étude ou une statistique, avec son année."]
        source: Option<Text>,
    }

    /// What the exchange covers and what it does not.
    #[fr = "Ce que l’échange couvre et ce qu’il ne couvre pas."]
    pub struct Scope {
        /// The trade agreement whose preferences are claimed.
        #[fr = "L’accord commercial dont les préférences sont demandées."]
        agreement: Option<Text>,
        /// Kinds of proof or document that are exchanged.
        #[fr = "Types de preuve ou de document échangés."]
        proofs: Vec<Spanned<Proof>>,
        /// Customs regimes.
        #[fr = "Régimes douaniers."]
        regimes: Vec<Spanned<Regime>>,
        /// Goods that are covered.
        #[fr = "Marchandises couvertes."]
        goods: Option<Text>,
        /// What is left out, and why.
        #[fr = "Ce qui est exclu, et pourquoi."]
        exclusions: Option<Text>,
        /// Whether preferential, non-preferential or both kinds of origin are covered.
        #[fr = "Origine couverte : préférentielle, non préférentielle ou les deux."]
        origin: Option<Spanned<OriginKind>>,
        /// Who sends to whom, and from when.
        #[fr = "Qui transmet à qui, et à partir de quand."]
        directions: Vec<Exchange>,
        /// Why the directions differ, when they do.
        #[fr = "Pourquoi les deux sens diffèrent, le cas échéant."]
        asymmetry: Option<Text>,
    }

    /// One direction of the exchange.
    #[fr = "Un sens de l’échange."]
    pub struct Exchange {
        /// Identifier of the exporting Party.
        #[fr = "Identifiant de la Partie exportatrice."]
        from: Option<Spanned<Name>>,
        /// Identifier of the importing Party.
        #[fr = "Identifiant de la Partie importatrice."]
        to: Option<Spanned<Name>>,
        /// The day on which the exchange starts in this direction.
        #[fr = "Le jour où l’échange débute dans ce sens."]
        start: Option<Negotiable<Spanned<Date>>>,
    }

    /// A provision that the exchange rests on.
    #[fr = "Une disposition sur laquelle repose l’échange."]
    pub struct Provision {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the instrument in the catalogue, when it is there.
        #[fr = "Identifiant de l’instrument dans le catalogue, lorsqu’il y figure."]
        instrument: Option<Spanned<Name>>,
        /// Title of the instrument, when it is not in the catalogue.
        #[fr = "Titre de l’instrument, lorsqu’il ne figure pas dans le catalogue."]
        title: Option<Text>,
        /// Article, standard or section.
        #[fr = "Article, norme ou section."]
        provision: Option<Text>,
        /// Level of the instrument.
        #[fr = "Niveau de l’instrument."]
        level: Option<Spanned<LegalLevel>>,
        /// The Party whose law it is, for a national provision.
        #[fr = "La Partie dont c’est le droit, pour une disposition nationale."]
        party: Option<Spanned<Name>>,
        /// Date of the instrument.
        #[fr = "Date de l’instrument."]
        date: Option<Spanned<Date>>,
        /// Standing of the instrument.
        #[fr = "État de l’instrument."]
        status: Option<Spanned<LegalStatus>>,
        /// The day by which it is to be in force, when it is not yet.
        #[fr = "Le jour auquel il doit être en vigueur, s’il ne l’est pas encore."]
        expected: Option<Negotiable<Spanned<Date>>>,
        /// What it permits.
        #[fr = "Ce qu’il autorise."]
        enables: Vec<Spanned<Enables>>,
        /// Identifiers of the messages that it permits; all that are sent in a way that it permits
        /// when none is named.
        #[fr = "Identifiants des messages qu’il autorise ; à défaut, tous ceux qui sont transmis d’une manière qu’il autorise."]
        messages: Vec<Spanned<Name>>,
        /// Identifiers of the purposes for which it permits them; all when none is named.
        #[fr = "Identifiants des finalités pour lesquelles il les autorise ; à défaut, toutes."]
        purposes: Vec<Spanned<Name>>,
        /// What it says, in own words.
        #[fr = "Ce qu’il dit, en termes propres."]
        summary: Option<Text>,
        /// Where its text is published: an official gazette or treaty series, with number and page.
        #[fr = "Où son texte est publié : journal officiel ou recueil des traités, avec numéro et page."]
        source: Option<Text>,
    }

    /// The standing of the electronic document.
    #[fr = "La valeur du document électronique."]
    pub struct LegalEffect {
        /// That the electronic document equals the signed and sealed original.
        #[fr = "Que le document électronique équivaut à l’original signé et revêtu du cachet."]
        equivalence: Option<Text>,
        /// From when no paper is asked for.
        #[fr = "À partir de quand le papier n’est plus exigé."]
        paper_waiver: Option<Negotiable<Spanned<Date>>>,
        /// How paper and electronic proofs exist side by side, and which prevails.
        #[fr = "Comment les preuves sur papier et électroniques coexistent, et laquelle prévaut."]
        coexistence: Option<Text>,
        /// That the receiving Party recognises the electronic signature or seal.
        #[fr = "Que la Partie destinataire reconnaît la signature ou le cachet électronique."]
        signatures: Option<Text>,
        /// How far records may be used as evidence.
        #[fr = "Dans quelle mesure les enregistrements peuvent servir de preuve."]
        evidence: Option<Text>,
        /// Period for which a certificate may be used, from its first issue.
        #[fr = "Durée pendant laquelle un certificat peut être utilisé, à compter de sa première délivrance."]
        validity: Option<Negotiable<Spanned<Duration>>>,
    }

    /// Confidentiality, purpose limitation, retention.
    #[fr = "Confidentialité, limitation de la finalité, conservation."]
    pub struct DataProtection {
        /// The level of protection that the receiving Party gives.
        #[fr = "Le niveau de protection accordé par la Partie destinataire."]
        confidentiality: Option<Text>,
        /// That data is used for the listed purposes only.
        #[fr = "Que les données ne servent qu’aux finalités énumérées."]
        purpose_limitation: Option<Text>,
        /// When data may be passed on.
        #[fr = "Quand les données peuvent être communiquées à des tiers."]
        onward_transfer: Option<Text>,
        /// How personal data is protected.
        #[fr = "Comment les données à caractère personnel sont protégées."]
        personal_data: Option<Text>,
        /// Who may see received data at each side.
        #[fr = "Qui peut consulter les données reçues, de chaque côté."]
        access: Option<Text>,
        /// By when a breach is notified.
        #[fr = "Dans quel délai une violation est notifiée."]
        breach_notice: Option<Negotiable<Spanned<Duration>>>,
        /// How long messages are kept.
        #[fr = "Combien de temps les messages sont conservés."]
        retention: Vec<Retention>,
    }

    /// How long messages are kept.
    #[fr = "Combien de temps les messages sont conservés."]
    pub struct Retention {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Identifiers of the messages; all when none is named.
        #[fr = "Identifiants des messages ; à défaut, tous."]
        messages: Vec<Spanned<Name>>,
        /// For how long.
        #[fr = "Pour quelle durée."]
        period: Option<Negotiable<Spanned<Duration>>>,
        /// From which event.
        #[fr = "À compter de quel fait."]
        from: Option<Text>,
    }

    /// Who decides, who answers, how the annex changes and ends.
    #[fr = "Qui décide, qui répond, comment l’annexe évolue et prend fin."]
    pub struct Governance {
        /// The joint body and how it works.
        #[fr = "L’organe conjoint et son fonctionnement."]
        body: Option<Text>,
        /// Contact points.
        #[fr = "Points de contact."]
        contacts: Vec<Contact>,
        /// How soon a change of a contact point or authority is notified.
        #[fr = "Dans quel délai est notifié un changement de point de contact ou d’autorité."]
        contact_notice: Option<Negotiable<Spanned<Duration>>>,
        /// How this annex is changed, as distinct from the agreement.
        #[fr = "Comment la présente annexe est modifiée, indépendamment de l’accord."]
        change_procedure: Option<Text>,
        /// How a need for a new data element goes to the WCO.
        #[fr = "Comment le besoin d’un nouvel élément de données est soumis à l’OMD."]
        maintenance_requests: Option<Text>,
        /// Who answers for what.
        #[fr = "Qui répond de quoi."]
        liability: Option<Text>,
        /// Who bears which costs.
        #[fr = "Qui supporte quels coûts."]
        costs: Option<Text>,
        /// Who owns the data.
        #[fr = "À qui appartiennent les données."]
        ownership: Option<Text>,
        /// When the exchange may be suspended.
        #[fr = "Quand l’échange peut être suspendu."]
        suspension: Option<Text>,
        /// Notice of a suspension.
        #[fr = "Préavis de suspension."]
        suspension_notice: Option<Negotiable<Spanned<Duration>>>,
        /// How differences are settled.
        #[fr = "Comment les différends sont réglés."]
        disputes: Option<Text>,
        /// Working language of messages and contacts (ISO 639-1).
        #[fr = "Langue de travail des messages et des contacts (ISO 639-1)."]
        working_languages: Vec<Spanned<Name>>,
        /// When the annex enters into force.
        #[fr = "Quand l’annexe entre en vigueur."]
        entry_into_force: Option<Text>,
        /// The day of entry into force.
        #[fr = "Le jour de l’entrée en vigueur."]
        effective: Option<Negotiable<Spanned<Date>>>,
        /// How the annex ends.
        #[fr = "Comment l’annexe prend fin."]
        termination: Option<Text>,
        /// Notice of termination.
        #[fr = "Préavis de dénonciation."]
        termination_notice: Option<Negotiable<Spanned<Duration>>>,
        /// When the working of the annex is reviewed.
        #[fr = "Quand le fonctionnement de l’annexe est réexaminé."]
        review: Option<Negotiable<Spanned<Duration>>>,
    }

    /// A contact point.
    #[fr = "Un point de contact."]
    pub struct Contact {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// What it answers for.
        #[fr = "De quoi il répond."]
        role: Option<Spanned<ContactRole>>,
        /// Identifier of the Party.
        #[fr = "Identifiant de la Partie."]
        party: Option<Spanned<Name>>,
        /// Name of the office; a person's name does not belong in an annex.
        #[fr = "Nom du service ; le nom d’une personne n’a pas sa place dans une annexe."]
        office: Option<Negotiable<Text>>,
        /// Address, telephone, electronic mail.
        #[fr = "Adresse, téléphone, courrier électronique."]
        reach: Option<Negotiable<Text>>,
        /// Hours of service.
        #[fr = "Heures de service."]
        hours: Option<Negotiable<Text>>,
        /// Languages (ISO 639-1).
        #[fr = "Langues (ISO 639-1)."]
        languages: Vec<Spanned<Name>>,
        /// Whether the contact point answers at any hour.
        #[fr = "Si le point de contact répond à toute heure."]
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
        /// The authority that issues documents, or decides on what is exchanged.
        Issuing = "issuing-authority", "issue and decisions", "délivrance et décisions";
        /// Verification of origin.
        Verification = "verification", "verification", "contrôle";
        /// Technical support.
        Technical = "technical-support", "technical support", "assistance technique";
    }
}
