//! A kind of finding: its identifier, its words and its standing.

use crate::words::{Words, words};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Advice,
    /// The artefacts are written, with a flag.
    Warning,
    /// No final artefact is written.
    Error,
}

impl Severity {
    /// Every severity, heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The name used in machine-readable reports and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }

    /// The severity with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.id() == id)
    }

    /// The word people read.
    pub const fn label(self) -> Words {
        match self {
            Self::Error => crate::words::labels::ERROR,
            Self::Warning => crate::words::labels::WARNING,
            Self::Advice => crate::words::labels::ADVICE,
        }
    }
}

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The file could not be read as what it says it is.
    Format,
    /// Grounded in published sources: their short names as listed in `docs/sources.md`.
    Sourced(&'static [&'static str]),
    /// Our own advice, or a project's own rule; can be switched off.
    House,
}

impl Basis {
    /// The names used in reports and on the command line.
    pub const IDS: [&'static str; 3] = ["format", "sourced", "house"];

    /// The name used in reports and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Sourced(_) => "sourced",
            Self::House => "house",
        }
    }
}

/// The rule pack a rule belongs to; a block's kind and the project file choose packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pack {
    /// Reading the file: always on.
    Format,
    /// Rules grounded in what the WCO and its Members published: always on.
    GncCore,
    /// Our own advice, for every kind of block.
    House,
    /// Blocks of kind `certificate-of-origin`.
    CertificateOfOrigin,
    /// Blocks of kind `export-data`: data of an export declaration for the import declaration.
    ExportData,
    /// Blocks of kind `aeo`: master data of authorised economic operators.
    Aeo,
    /// Blocks of kind `waste`: notification and movement of waste.
    Waste,
    /// Blocks of kind `single-window`.
    SingleWindow,
    /// The rules that a project writes for itself.
    Project,
}

impl Pack {
    /// Every pack.
    pub const ALL: [Self; 9] = [
        Self::Format,
        Self::GncCore,
        Self::House,
        Self::CertificateOfOrigin,
        Self::ExportData,
        Self::Aeo,
        Self::Waste,
        Self::SingleWindow,
        Self::Project,
    ];

    /// Whether it is about blocks of one kind, of the same name.
    pub const fn is_of_a_kind(self) -> bool {
        !matches!(self, Self::Format | Self::GncCore | Self::House | Self::Project)
    }

    /// The pack with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pack| pack.id() == id)
    }

    /// The name used in reports and project files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::GncCore => "gnc-core",
            Self::House => "house",
            Self::CertificateOfOrigin => "certificate-of-origin",
            Self::ExportData => "export-data",
            Self::Aeo => "aeo",
            Self::Waste => "waste",
            Self::SingleWindow => "single-window",
            Self::Project => "project",
        }
    }
}

/// One kind of finding. Everything the tool ever says about it stands here, once.
#[derive(Debug)]
pub struct Code {
    /// Identifier, as `DAT-07`.
    pub id: &'static str,
    /// Name in kebab case; it names the fault, so that "allow NAME" reads.
    pub name: &'static str,
    /// The rule in one sentence.
    pub title: Words,
    /// What is wrong, with `{placeholders}` for the arguments of the finding.
    pub message: Words,
    /// Why it matters.
    pub why: Words,
    /// How to mend it, with the same placeholders.
    pub help: Words,
    /// How much it weighs.
    pub severity: Severity,
    /// Whose rule it is.
    pub basis: Basis,
    /// The pack it belongs to.
    pub pack: Pack,
}

impl Code {
    /// A code of reading the file: an error, of the pack that is always on.
    pub const fn format(
        id: &'static str,
        name: &'static str,
        message: Words,
        why: Words,
        help: Words,
    ) -> Self {
        let title = words(message.en, message.fr);
        let (severity, basis, pack) = (Severity::Error, Basis::Format, Pack::Format);
        Self { id, name, title, message, why, help, severity, basis, pack }
    }
}
