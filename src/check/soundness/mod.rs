//! The proof that a process is sound: a token game over its steps and messages.
//!
//! What the game is, why it is so and what it does not see stands in `docs/process-soundness.md`.
//! In short: every start begins a part of its pool; a token moves along the sequence flows, waits
//! where a message or another way is waited for, and vanishes at an end. A process is sound when
//! the case can be closed from every state that can come about.

mod exchange;
mod game;
mod net;
mod part;
mod trace;

use crate::check::soundness::game::Marks;
use crate::view::process::Process;

pub use net::Move;
pub(in crate::check) use trace::trace;

/// States after which a proof is given up, for one process.
pub const LIMIT: usize = 100_000;

/// States after which no further proof is begun, for all processes of a block.
pub const LIMIT_OF_BLOCK: usize = 300_000;

/// What the proof of a process came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// What is wrong, in the order of its kinds; nothing when the process is sound.
    pub faults: Vec<Fault>,
    /// Whether all states were seen; when not, more may be wrong than was found.
    pub complete: bool,
    /// How many states were seen.
    pub states: usize,
}

/// Something that is wrong with a process, with the run that shows it. Nodes and flows are counted
/// as in the process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Two parallel ways of one part meet without being joined: the step is done twice.
    Unsynchronised {
        /// The step at which they meet.
        at: usize,
        /// What happened until then.
        run: Vec<Move>,
    },
    /// The case stands still for ever.
    Stuck {
        /// The steps that never go on.
        at: Vec<usize>,
        /// What happened until then.
        run: Vec<Move>,
    },
    /// The case goes on for ever and can no longer be closed.
    Endless {
        /// The steps between which it goes on.
        at: Vec<usize>,
        /// What happened until then.
        run: Vec<Move>,
    },
    /// A message is sent that no run ever receives.
    Unreceived {
        /// The message flow.
        flow: usize,
        /// What happened until it was sent.
        run: Vec<Move>,
    },
    /// No run ever comes to this step.
    Untaken {
        /// The step.
        node: usize,
    },
}

impl Fault {
    /// Whether the case can no longer be closed.
    pub fn is_standstill(&self) -> bool {
        matches!(self, Self::Stuck { .. } | Self::Endless { .. })
    }

    /// Whether it is a message that the step to which it is sent does not wait for.
    pub fn is_unheard(&self, process: &Process) -> bool {
        match self {
            Self::Unreceived { flow, .. } => {
                process.messages().get(*flow).is_some_and(|it| !net::is_heard(process, it))
            }
            _ => false,
        }
    }
}

/// Proves that a process is sound, or finds out why it is not, in at most `limit` states.
///
/// Parts that are faulty by themselves are reported alone: what the parts then do to each other
/// means nothing. A process of more than 4,096 flows, starts and letterboxes is not proved.
pub fn prove(process: &Process, limit: usize) -> Proof {
    let net = net::Net::of(process);
    match net.size() {
        size if size <= Marks::<2>::ROOM => prove_within::<2>(&net, limit),
        size if size <= Marks::<4>::ROOM => prove_within::<4>(&net, limit),
        size if size <= Marks::<8>::ROOM => prove_within::<8>(&net, limit),
        size if size <= Marks::<64>::ROOM => prove_within::<64>(&net, limit),
        _ => Proof::default(),
    }
}

fn prove_within<const N: usize>(net: &net::Net, limit: usize) -> Proof {
    let mut proof = part::prove::<N>(net, limit);
    if proof.complete && proof.faults.is_empty() {
        let rest = exchange::prove::<N>(net, limit.saturating_sub(proof.states));
        proof.states += rest.states;
        proof.complete = rest.complete;
        proof.faults = rest.faults;
    }
    proof
}
