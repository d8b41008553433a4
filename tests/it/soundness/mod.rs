//! The proof of soundness agrees with a naive explorer of the same game on thousands of processes
//! made at random, and each of its runs can be played there.

mod explorer;
mod random;

use std::collections::{BTreeMap, BTreeSet};

use explorer::{Rules, State, explore};
use gnc::check::soundness::{Fault, Move, Proof, prove};
use gnc::view::process::Process;
use random::Dice;

/// What is wrong, without the runs.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    /// Parts that are faulty by themselves, by their starts.
    Parts(BTreeMap<usize, BTreeSet<&'static str>>),
    /// The parts together: kinds, messages that nobody receives, steps that nobody does.
    Whole(BTreeSet<&'static str>, BTreeSet<usize>, BTreeSet<usize>),
}

fn of_proof(process: &Process, proof: &Proof) -> Verdict {
    let kinds = |fault: &Fault| match fault {
        Fault::Unsynchronised { run, .. } => Some((run[0].part, "unsynchronised")),
        Fault::Stuck { run, .. } => run.first().map(|it| (it.part, "stuck")),
        Fault::Endless { run, .. } => run.first().map(|it| (it.part, "endless")),
        Fault::Unreceived { .. } | Fault::Untaken { .. } => None,
    };
    let mut parts: BTreeMap<usize, BTreeSet<&'static str>> = BTreeMap::new();
    for (part, kind) in proof.faults.iter().filter_map(kinds) {
        parts.entry(part).or_default().insert(kind);
    }
    if by_itself(process).is_some_and(|it| !it.is_empty()) {
        return Verdict::Parts(parts);
    }
    let (mut flows, mut nodes) = (BTreeSet::new(), BTreeSet::new());
    for fault in &proof.faults {
        match fault {
            Fault::Unreceived { flow, .. } => drop(flows.insert(*flow)),
            Fault::Untaken { node } => drop(nodes.insert(*node)),
            _ => {}
        }
    }
    Verdict::Whole(parts.into_values().flatten().collect(), flows, nodes)
}

const LIMIT: usize = 400;

/// The parts that are faulty by themselves.
fn by_itself(process: &Process) -> Option<BTreeMap<usize, BTreeSet<&'static str>>> {
    let rules = Rules { process, letters: false };
    let mut parts = BTreeMap::new();
    for start in rules.starts() {
        // Only this start happens, and nothing else.
        let fired = rules.starts().into_iter().collect();
        let mut first = State { fired, ..State::default() };
        for (at, flow) in process.flows().iter().enumerate() {
            if flow.from == start {
                first.tokens.insert((start, at));
            }
        }
        // Letters that are sent start nothing here.
        let alone = Alone { rules: &rules };
        let space = alone.explore(first)?;
        let mut kinds = BTreeSet::new();
        if space.meet {
            kinds.insert("unsynchronised");
        } else {
            let (stuck, endless) = space.unclosed();
            kinds.extend(stuck.then_some("stuck"));
            kinds.extend(endless.then_some("endless"));
        }
        if !kinds.is_empty() {
            parts.insert(start, kinds);
        }
    }
    Some(parts)
}

/// A part that nobody sends to: the same process without its messages.
struct Alone<'a, 'b> {
    rules: &'b Rules<'a>,
}

impl Alone<'_, '_> {
    fn explore(&self, first: State) -> Option<explorer::Space> {
        let silent = without_messages(self.rules.process);
        explore(&Rules { process: &silent, letters: false }, first, LIMIT)
    }
}

fn without_messages(process: &Process) -> Process {
    let mut silent = Process::new("silent", gnc::words::Label::default());
    for pool in process.pools() {
        silent.add_pool(pool.id.clone(), pool.name.clone());
    }
    for lane in process.lanes() {
        silent.add_lane(lane.pool, lane.id.clone(), lane.name.clone()).unwrap();
    }
    for node in process.nodes() {
        silent.add_node(node.clone()).unwrap();
    }
    for flow in process.flows() {
        assert!(silent.add_flow(flow.clone()));
    }
    silent
}

/// What the explorer says; nothing when the process is too large for it.
fn of_explorer(process: &Process) -> Option<Verdict> {
    let parts = by_itself(process)?;
    if !parts.is_empty() {
        return Some(Verdict::Parts(parts));
    }
    let rules = Rules { process, letters: true };
    let space = explore(&rules, State::default(), LIMIT)?;
    assert!(!space.meet, "parts that are safe alone stay so together");
    let (stuck, endless) = space.unclosed();
    let kinds = stuck.then_some("stuck").into_iter().chain(endless.then_some("endless")).collect();
    let done: BTreeSet<usize> = space.steps.iter().map(|step| step.1).collect();
    let sent = |at: &usize| done.contains(&process.messages()[*at].from);
    let lost =
        |at: &usize| !rules.hears(*at) || !space.emptied.contains(&process.messages()[*at].to);
    let flows = (0..process.messages().len()).filter(|at| sent(at) && lost(at)).collect();
    let nodes = reachable(process, &rules).into_iter().filter(|it| !done.contains(it)).collect();
    Some(Verdict::Whole(kinds, flows, nodes))
}

/// The nodes to which flows lead from a start; an end is the end.
fn reachable(process: &Process, rules: &Rules) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = rules.starts().into_iter().collect();
    let mut todo: Vec<usize> = found.iter().copied().collect();
    while let Some(node) = todo.pop() {
        if matches!(process.nodes()[node].kind, gnc::view::process::NodeKind::End(_)) {
            continue;
        }
        for flow in process.flows().iter().filter(|flow| flow.from == node) {
            if found.insert(flow.to) {
                todo.push(flow.to);
            }
        }
    }
    found
}

/// Plays a run: the state after it, or the node before which two tokens meet at its last move.
fn play(rules: &Rules, first: State, run: &[Move]) -> explorer::After {
    let mut state = first;
    for (at, step) in run.iter().enumerate() {
        let wanted = (step.part, step.node, step.flow);
        let moves = rules.moves(&state);
        let found = moves.into_iter().find(|(it, _)| *it == wanted);
        let (_, after) = found.unwrap_or_else(|| panic!("move {at} of {run:?} is not allowed"));
        match after {
            Ok(next) => state = next,
            Err(node) => {
                assert_eq!(at + 1, run.len(), "two tokens meet before the end of {run:?}");
                return Err(node);
            }
        }
    }
    Ok(state)
}

fn replay(process: &Process, fault: &Fault, alone: bool) {
    let silent = without_messages(process);
    let rules = if alone {
        Rules { process: &silent, letters: false }
    } else {
        Rules { process, letters: true }
    };
    // A part by itself: the other starts do not happen.
    let begun = |run: &[Move]| {
        let part = run.first().filter(|_| alone).map(|it| it.part);
        let fired = part.map(|part| rules.starts().into_iter().filter(|it| *it != part).collect());
        State { fired: fired.unwrap_or_default(), ..State::default() }
    };
    match fault {
        Fault::Unsynchronised { at, run } => {
            assert_eq!(play(&rules, begun(run), run), Err(*at));
        }
        Fault::Stuck { at, run } => {
            let state = play(&rules, begun(run), run).expect("no two tokens meet");
            let Some(space) = explore(&rules, state, LIMIT) else { return };
            let still = space.states.iter().fold(space.states[0].tokens.clone(), |mut all, it| {
                all.retain(|token| it.tokens.contains(token));
                all
            });
            let nodes: BTreeSet<usize> =
                still.iter().map(|(_, flow)| process.flows()[*flow].to).collect();
            for node in at {
                assert!(
                    nodes.contains(node),
                    "{node} does not stand still after {run:?}, but {nodes:?} (alone: {alone})\n{}",
                    drawn(process)
                );
            }
            assert!(!at.is_empty());
        }
        Fault::Endless { run, .. } => {
            let state = play(&rules, begun(run), run).expect("no two tokens meet");
            let Some(space) = explore(&rules, state, LIMIT) else { return };
            assert!(
                space.states.iter().all(|it| !it.tokens.is_empty()),
                "it can be closed after {run:?} (alone: {alone})\n{}",
                drawn(process)
            );
        }
        Fault::Unreceived { flow, run } => {
            play(&rules, begun(run), run).expect("no two tokens meet");
            let last = run.last().expect("somebody sends it");
            assert_eq!(last.node, process.messages()[*flow].from);
        }
        Fault::Untaken { .. } => {}
    }
}

#[test]
fn the_proof_agrees_with_a_naive_explorer_on_random_processes() {
    let wanted = std::env::var("GNC_RANDOM_PROCESSES").ok().and_then(|it| it.parse().ok());
    let wanted: usize = wanted.unwrap_or(2_000);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut compared, mut passed_over) = (0, 0);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    while compared < wanted {
        let seed = dice.0;
        let process = random::process(&mut dice);
        let Some(expected) = of_explorer(&process) else {
            passed_over += 1;
            assert!(passed_over < wanted, "most processes are too large for the explorer");
            continue;
        };
        let proof = prove(&process, 1_000_000);
        assert!(proof.complete);
        let found = of_proof(&process, &proof);
        assert_eq!(found, expected, "seed {seed:#x}\n{}", drawn(&process));
        let alone = matches!(expected, Verdict::Parts(_));
        for fault in &proof.faults {
            replay(&process, fault, alone);
        }
        *kinds.entry(kind_of(&expected)).or_default() += 1;
        compared += 1;
    }
    for kind in ["sound", "stuck", "endless", "unsynchronised", "unreceived", "untaken"] {
        let count: usize =
            kinds.iter().filter(|(it, _)| it.contains(kind)).map(|(_, count)| count).sum();
        assert!(count * 200 >= wanted, "too few are {kind}: {kinds:?}");
    }
}

fn kind_of(verdict: &Verdict) -> String {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    match verdict {
        Verdict::Parts(parts) => {
            names.insert("by itself:");
            names.extend(parts.values().flatten());
        }
        Verdict::Whole(kinds, flows, nodes) => {
            names.extend(kinds);
            names.extend((!flows.is_empty()).then_some("unreceived"));
            names.extend((!nodes.is_empty()).then_some("untaken"));
        }
    }
    if names.is_empty() {
        names.insert("sound");
    }
    names.into_iter().collect::<Vec<_>>().join(" ")
}

fn drawn(process: &Process) -> String {
    let node = |at: usize| format!("{at}:{:?}", process.nodes()[at].kind);
    let flows = process.flows().iter().map(|it| format!("{} -> {}\n", node(it.from), node(it.to)));
    let messages = process.messages().iter().map(|it| {
        format!(
            "{} ~{}~> {} ({})\n",
            node(it.from),
            it.message,
            node(it.to),
            process.nodes()[it.to].message
        )
    });
    flows.chain(messages).collect()
}

#[test]
fn a_proof_that_is_given_up_says_so() {
    let mut dice = Dice(7);
    let process = std::iter::repeat_with(|| random::process(&mut dice))
        .find(|process| prove(process, 100_000).states > 200)
        .unwrap();
    assert!(prove(&process, 100_000).complete);
    let proof = prove(&process, 20);
    assert!(!proof.complete && proof.states <= 30, "{proof:?}");
}
