//! The block itself: its parts, its document control, its Parties.

use crate::model::business_case::BusinessCase;
use crate::model::process::ProcessAlignment;
use crate::model::scalar::{Count, Date, Flag, Line, Name, Version, Versioned};
use crate::model::shape::{choice, record};
use crate::model::technical::TechnicalInteroperability;
use crate::model::value::Text;
use crate::text::Spanned;

record! {
    /// A Utility Block: one business need of two or more Members, why, how the processes align, and how the systems connect.
    #[fr = "Un bloc utilitaire : un même besoin opérationnel d’au moins deux Membres, sa raison d’être, l’alignement des processus et le raccordement des systèmes."]
    pub struct Block {
        /// Version of the file format; this tool reads 1.
        #[fr = "Version du format de fichier ; cet outil lit la version 1."]
        [required] gnc: Option<Spanned<Count>>,
        /// Document control: what the block is, of which version and status, and between whom.
        #[fr = "Contrôle documentaire : ce qu’est le bloc, sa version, son statut et les Parties qu’il lie."]
        [required] block: Option<Control>,
        /// Component group 1: name, purposes, benefits, legal basis.
        #[fr = "Groupe de composantes 1 : nom, finalités, avantages, base juridique."]
        business_case: Option<BusinessCase>,
        /// Component group 2: business rules, triggers, entities, data cluster.
        #[fr = "Groupe de composantes 2 : règles de gestion, déclencheurs, entités, groupe de données."]
        process_alignment: Option<ProcessAlignment>,
        /// Component group 3: service interface, communication, architecture.
        #[fr = "Groupe de composantes 3 : interface de service, communication, architecture."]
        technical_interoperability: Option<TechnicalInteroperability>,
        /// Terms defined for this block; the standard vocabulary need not be repeated.
        #[fr = "Termes définis pour ce bloc ; le vocabulaire courant n’a pas à être répété."]
        glossary: Vec<Term>,
        /// Documents attached to the annex besides those the tool makes.
        #[fr = "Documents joints à l’annexe, outre ceux que produit l’outil."]
        annexes: Vec<Attachment>,
    }

    /// Document control.
    #[fr = "Contrôle documentaire."]
    pub struct Control {
        /// Identifier of the block: `<who>.<what>`, as `adj-bor.co-push`; also its file name.
        #[fr = "Identifiant du bloc : `<qui>.<quoi>`, par exemple `adj-bor.co-push` ; c’est aussi le nom de son fichier."]
        [required] id: Option<Spanned<Name>>,
        /// Version of the block (Semantic Versioning).
        #[fr = "Version du bloc (Semantic Versioning)."]
        version: Option<Spanned<Version>>,
        /// How far the block is; decides which rules bite.
        #[fr = "Degré d’avancement du bloc ; il détermine les règles applicables."]
        status: Option<Spanned<Maturity>>,
        /// The kind of Utility Block; brings its rule pack.
        #[fr = "Type de bloc utilitaire ; il entraîne sa famille de règles."]
        kind: Option<Spanned<Name>>,
        /// Title of the annex or framework.
        #[fr = "Titre de l’annexe ou du cadre."]
        title: Option<Text>,
        /// The block that this one profiles, with its version.
        #[fr = "Le bloc dont celui-ci est un profil, avec sa version."]
        extends: Option<Spanned<Versioned>>,
        /// Languages in which the text is authentic (ISO 639-1).
        #[fr = "Langues dans lesquelles le texte fait foi (ISO 639-1)."]
        languages: Vec<Spanned<Name>>,
        /// Date of this version.
        #[fr = "Date de cette version."]
        date: Option<Spanned<Date>>,
        /// Who keeps the block up to date.
        #[fr = "Qui tient le bloc à jour."]
        maintainer: Option<Text>,
        /// A guiding template with placeholder Parties; cannot become an annex to sign.
        #[fr = "Modèle indicatif aux Parties fictives ; ne peut devenir une annexe à signer."]
        hypothetical: Option<Spanned<Flag>>,
        /// The Parties.
        #[fr = "Les Parties."]
        parties: Vec<Party>,
        /// What changed from version to version.
        #[fr = "Ce qui a changé d’une version à l’autre."]
        history: Vec<Change>,
    }

    /// A Party: a Member, or a placeholder for one.
    #[fr = "Une Partie : un Membre, ou une désignation provisoire qui en tient lieu."]
    pub struct Party {
        /// Short name used for proposals and open points, as `ADJ`.
        #[fr = "Nom abrégé employé pour les propositions et les points ouverts, par exemple `ADJ`."]
        [required] id: Option<Spanned<Name>>,
        /// Name of the country or customs union.
        #[fr = "Nom du pays ou de l’union douanière."]
        name: Option<Text>,
        /// ISO 3166-1 alpha-2 code; a user-assigned code (XA to XZ) for a fictitious country.
        #[fr = "Code alpha-2 de l’ISO 3166-1 ; code réservé aux utilisateurs (XA à XZ) pour un pays fictif."]
        country: Option<Spanned<Name>>,
        /// Name of the customs administration.
        #[fr = "Nom de l’administration des douanes."]
        administration: Option<Text>,
        /// In which roles the Party acts.
        #[fr = "Rôles que joue la Partie."]
        acts: Vec<Spanned<Direction>>,
        /// The placeholder Party of the framework block whose part this Party takes.
        #[fr = "La Partie provisoire du bloc cadre dont cette Partie tient le rôle."]
        stands_for: Option<Spanned<Name>>,
        /// A placeholder in a framework block, not a Member.
        #[fr = "Désignation provisoire dans un bloc cadre, et non un Membre."]
        placeholder: Option<Spanned<Flag>>,
    }

    /// One entry of the change history.
    #[fr = "Une entrée de l’historique des modifications."]
    pub struct Change {
        /// Version that the change led to.
        #[fr = "Version à laquelle la modification a abouti."]
        version: Option<Spanned<Version>>,
        /// Date of that version.
        #[fr = "Date de cette version."]
        date: Option<Spanned<Date>>,
        /// What the version was for, as the round of talks that it came from.
        #[fr = "Objet de la version, par exemple le cycle de négociation dont elle est issue."]
        purpose: Option<Text>,
        /// What changed.
        #[fr = "Ce qui a changé."]
        change: Option<Text>,
        /// What was decided, one decision in each item.
        #[fr = "Ce qui a été décidé, une décision par élément."]
        decisions: Vec<Text>,
        /// Who asked for it.
        #[fr = "Qui l’a demandé."]
        by: Option<Text>,
    }

    /// A term of the annex and its meaning.
    #[fr = "Un terme de l’annexe et son sens."]
    pub struct Term {
        /// Identifier of the term; one of the standard vocabulary refines that term.
        #[fr = "Identifiant du terme ; celui d’un terme du vocabulaire courant précise ce terme."]
        [required] id: Option<Spanned<Name>>,
        /// The term.
        #[fr = "Le terme."]
        term: Option<Text>,
        /// Its meaning in this annex.
        #[fr = "Son sens dans la présente annexe."]
        definition: Option<Text>,
        /// Where the meaning was taken from, as the Article of an agreement.
        #[fr = "D’où le sens est tiré, par exemple l’article d’un accord."]
        source: Option<Text>,
    }

    /// A document attached to the annex.
    #[fr = "Un document joint à l’annexe."]
    pub struct Attachment {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Title.
        #[fr = "Titre."]
        title: Option<Text>,
        /// What it holds, or its text.
        #[fr = "Son contenu, ou son texte."]
        text: Option<Text>,
        /// Where it is published, when it is not part of the annex.
        #[fr = "Où il est publié, lorsqu’il ne fait pas partie de l’annexe."]
        reference: Option<Spanned<Line>>,
    }
}

choice! {
    /// How far a Utility Block is. Each step asks for more.
    pub enum Maturity {
        /// The need and the benefits are described.
        Concept = "concept", "concept", "concept";
        /// The processes and the data are described.
        Process = "process", "process aligned", "processus aligné";
        /// The interface is described.
        Technical = "technical", "technically specified", "spécifié techniquement";
        /// The Parties negotiate the remaining points.
        Negotiation = "negotiation", "in negotiation", "en négociation";
        /// The Parties agree on every point.
        Agreed = "agreed", "agreed", "convenu";
        /// The annex or framework is in force or published.
        Published = "published", "published", "publié";
        /// Another version has taken its place.
        Superseded = "superseded", "superseded", "remplacé";
    }

    /// The role of a Party in an exchange.
    pub enum Direction {
        /// Goods leave it; it issues and sends the proof of origin or the export data.
        Exporting = "exporting", "exporting Party", "Partie exportatrice";
        /// Goods enter it; it receives the data.
        Importing = "importing", "importing Party", "Partie importatrice";
    }
}
