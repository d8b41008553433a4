//! A block that others profile.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use crate::catalogue::Catalogue;
use crate::diag::Findings;
use crate::resolve::{Library, Omission, Resolved, control, merged};
use crate::syntax::{Node, Value};

/// A block that others profile: its tree, and what it means by itself once somebody asks for that. What
/// is only laid under a profile is never asked.
#[derive(Debug)]
pub struct Framework {
    merged: Merged,
    catalogue: Arc<Catalogue>,
    resolved: OnceLock<Resolved>,
}

/// A block laid over its own framework.
#[derive(Clone, Debug)]
pub(super) struct Merged {
    pub(super) tree: Node,
    pub(super) framework: Option<Arc<Framework>>,
    pub(super) omissions: Vec<Omission>,
}

impl Framework {
    /// The block whose tree has this root; `None` where it cannot be read as a block at all, or where
    /// its own framework is not there. Whether its names are found shows in each profile.
    pub fn read(root: &Node, library: &Library, catalogue: &Arc<Catalogue>) -> Option<Self> {
        let merged = merged(root, library, &mut Findings::default())?;
        matches!(merged.tree.value, Value::Map(_)).then(|| Self {
            merged,
            catalogue: Arc::clone(catalogue),
            resolved: OnceLock::new(),
        })
    }

    /// The merged tree of the block.
    pub fn tree(&self) -> &Node {
        &self.merged.tree
    }

    /// The version, as written.
    pub fn version(&self) -> &str {
        control(&self.merged.tree, "version").unwrap_or_default()
    }
}

impl Deref for Framework {
    type Target = Resolved;
    fn deref(&self) -> &Resolved {
        let read = || Resolved::of(self.merged.clone(), &self.catalogue).0;
        self.resolved.get_or_init(read)
    }
}
