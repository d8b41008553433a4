//! The proof of each process of a block that is whole, made once for all rules that ask for it.

use crate::check::graph::{Graph, Places};
use crate::check::soundness::{LIMIT, LIMIT_OF_BLOCK, Proof, prove};
use crate::resolve::Resolved;
use crate::view::process::Process;

/// A process, where it and its steps stand, and what its proof came to.
#[derive(Debug)]
pub struct Proved<'a> {
    pub(super) process: &'a Process,
    pub(super) places: Places<'a>,
    pub(super) proof: Proof,
}

/// The proofs of the processes of which all steps and flows are drawn and every way has a beginning
/// and an end: what else they lack has findings already.
pub(super) fn proofs<'a>(block: &'a Resolved, processes: &'a [Process]) -> Vec<Proved<'a>> {
    let mut left = LIMIT_OF_BLOCK;
    let mut proved = |process: &'a Process| {
        let places = Places::of(block, process)?;
        if !Graph::of(process).is_whole(process) {
            return None;
        }
        let proof = prove(process, left.min(LIMIT));
        left = left.saturating_sub(proof.states);
        Some(Proved { process, places, proof })
    };
    processes.iter().filter_map(&mut proved).collect()
}
