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
    pub struct Block {
        /// Version of the file format; this tool reads 1.
        [required] gnc: Option<Spanned<Count>>,
        /// Document control: what the block is, of which version and status, and between whom.
        [required] block: Option<Control>,
        /// Component group 1: name, purposes, benefits, legal basis.
        business_case: Option<BusinessCase>,
        /// Component group 2: business rules, triggers, entities, data cluster.
        process_alignment: Option<ProcessAlignment>,
        /// Component group 3: service interface, communication, architecture.
        technical_interoperability: Option<TechnicalInteroperability>,
        /// Terms defined for this block; the standard vocabulary need not be repeated.
        glossary: Vec<Term>,
        /// Documents attached to the annex besides those the tool makes.
        annexes: Vec<Attachment>,
    }

    /// Document control.
    pub struct Control {
        /// Identifier of the block: `<who>.<what>`, as `adj-bor.co-push`; also its file name.
        [required] id: Option<Spanned<Name>>,
        /// Version of the block (Semantic Versioning).
        version: Option<Spanned<Version>>,
        /// How far the block is; decides which rules bite.
        status: Option<Spanned<Maturity>>,
        /// The kind of Utility Block; brings its rule pack.
        kind: Option<Spanned<Name>>,
        /// Title of the annex or framework.
        title: Option<Text>,
        /// The block that this one profiles, with its version.
        extends: Option<Spanned<Versioned>>,
        /// Languages in which the text is authentic (ISO 639-1).
        languages: Vec<Spanned<Name>>,
        /// Date of this version.
        date: Option<Spanned<Date>>,
        /// Who keeps the block up to date.
        maintainer: Option<Text>,
        /// A guiding template with placeholder Parties; cannot become an annex to sign.
        hypothetical: Option<Spanned<Flag>>,
        /// The Parties.
        parties: Vec<Party>,
        /// What changed from version to version.
        history: Vec<Change>,
    }

    /// A Party: a Member, or a placeholder for one.
    pub struct Party {
        /// Short name used for proposals and open points, as `ADJ`.
        [required] id: Option<Spanned<Name>>,
        /// Name of the country or customs union.
        name: Option<Text>,
        /// ISO 3166-1 alpha-2 code; a user-assigned code (XA to XZ) for a fictitious country.
        country: Option<Spanned<Name>>,
        /// Name of the customs administration.
        administration: Option<Text>,
        /// In which roles the Party acts.
        acts: Vec<Spanned<Direction>>,
        /// The placeholder Party of the framework block whose part this Party takes.
        stands_for: Option<Spanned<Name>>,
        /// A placeholder in a framework block, not a Member.
        placeholder: Option<Spanned<Flag>>,
    }

    /// One entry of the change history.
    pub struct Change {
        /// Version that the change led to.
        version: Option<Spanned<Version>>,
        /// Date of that version.
        date: Option<Spanned<Date>>,
        /// What the version was for, as the round of talks that it came from.
        purpose: Option<Text>,
        /// What changed.
        change: Option<Text>,
        /// What was decided, one decision in each item.
        decisions: Vec<Text>,
        /// Who asked for it.
        by: Option<Text>,
    }

    /// A term of the annex and its meaning.
    pub struct Term {
        /// Identifier of the term; one of the standard vocabulary refines that term.
        [required] id: Option<Spanned<Name>>,
        /// The term.
        term: Option<Text>,
        /// Its meaning in this annex.
        definition: Option<Text>,
        /// Where the meaning was taken from, as the Article of an agreement.
        source: Option<Text>,
    }

    /// A document attached to the annex.
    pub struct Attachment {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Title.
        title: Option<Text>,
        /// What it holds, or its text.
        text: Option<Text>,
        /// Where it is published, when it is not part of the annex.
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
