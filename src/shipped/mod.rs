//! The framework blocks that ship with the program, so that a first annex needs no file but its own,
//! and an annex to learn from.

/// A framework block that ships.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its identifier; the name of its file without the extension.
    pub id: &'static str,
    /// The kind of Utility Block that it is.
    pub kind: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

macro_rules! shipped {
    ($($id:literal, $kind:literal;)*) => {
        &[$(Shipped {
            id: $id,
            kind: $kind,
            text: include_str!(concat!("../../utility-blocks/", $id, ".yaml")),
        }),*]
    };
}

/// The frameworks, those of one kind together, the one to begin with first.
pub const FRAMEWORKS: &[Shipped] = shipped! {
    "wco.co-push", "certificate-of-origin";
    "wco.co-pull", "certificate-of-origin";
    "wco.self-declaration", "self-declaration";
    "wco.export-data", "export-data";
    "sacu.export-data", "export-data";
    "sadc.export-data", "export-data";
    "wco.aeo-master-data", "aeo";
    "wco.e-waste", "waste";
    "unece.single-window", "single-window";
    "wco.global-exchange", "global-exchange";
};

/// A bilateral annex on one of them, in the midst of negotiation.
pub const ANNEX: &str = include_str!("../../utility-blocks/adj-bor.co-push.yaml");

/// The framework of this identifier.
pub fn framework(id: &str) -> Option<&'static Shipped> {
    FRAMEWORKS.iter().find(|it| it.id == id)
}

/// The first framework of this kind.
pub fn of_kind(kind: &str) -> Option<&'static Shipped> {
    FRAMEWORKS.iter().find(|it| it.kind == kind)
}

/// Every kind of Utility Block that a framework ships for, in the order of [`FRAMEWORKS`].
pub fn kinds() -> Vec<&'static str> {
    let mut kinds: Vec<&str> = FRAMEWORKS.iter().map(|it| it.kind).collect();
    kinds.dedup();
    kinds
}
