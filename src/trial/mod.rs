//! Messages for trials, made from the samples of a block: for each condition and business rule one
//! that keeps it and one that breaks it and nothing else; for each constraint of structure, format and
//! code one that breaks that.
//!
//! A message that breaks a rule is searched for, not written: values that the rule names are changed,
//! left out and added until the validator says that this rule, and no other, is broken.

mod edit;
mod fault;
mod vary;

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::message::{Validator, judge};
use crate::render::message::sample::to_json;
use crate::text::Sources;
use crate::trial::edit::{Edit, edits};
use crate::view::message::MessageModel;
use crate::view::message::constraint::ConstraintKind;
use crate::view::message::sample::sample;

pub use fault::{Fault, faults};
pub use vary::varied;

/// States that a search goes on from at most.
const WIDEST: usize = 48;
/// States in which something else is broken, too, that are mended at most.
const MENDED: usize = 10;

/// A condition or business rule, with a message that keeps it and one that breaks it.
#[derive(Clone, Debug)]
pub struct Trial {
    /// Position of the message in [`MessageModel::messages`].
    pub message: usize,
    /// Position in [`MessageModel::constraints`].
    pub constraint: usize,
    /// A message that keeps everything; for a condition one in which it holds, where there is one.
    pub passing: Json,
    /// A message that breaks it.
    pub failing: Json,
    /// What else it breaks, where nothing was found that breaks only this one.
    pub also: Vec<usize>,
}

/// What a validator says of a message.
pub(crate) struct Said {
    /// Whether structure, formats and codes are right.
    pub(crate) conforms: bool,
    /// The conditions and rules that are broken.
    pub(crate) broken: BTreeSet<usize>,
    /// The codes of the findings.
    pub(crate) codes: BTreeSet<&'static str>,
}

/// Judges a message.
pub(crate) fn said(validator: &Validator, json: &Json) -> Said {
    let mut sources = Sources::default();
    let (_, judged) = judge(validator, &mut sources, "", json.to_string().into_bytes());
    let broken = judged.findings.list.iter().filter_map(|it| it.text("constraint")?.parse().ok());
    let codes = judged.findings.list.iter().map(|it| it.code.id);
    Said { conforms: judged.conforms(), broken: broken.collect(), codes: codes.collect() }
}

/// The sample of a message, in JSON.
pub(crate) fn base(model: &MessageModel, message: usize) -> Option<Json> {
    let message = model.messages.get(message)?;
    Some(to_json(&sample(model, message)))
}

/// A message with what was changed in it.
#[derive(Clone)]
struct State {
    json: Json,
    edits: Vec<Edit>,
}

/// The trials of a message: one for each condition and rule that it can break by itself.
pub fn trials(model: &MessageModel, validator: &Validator, message: usize) -> Vec<Trial> {
    let Some(base) = base(model, message) else { return Vec::new() };
    let own = model.constraints.iter().enumerate();
    let own = own.filter(|it| it.1.messages.contains(&message)).map(|it| it.0);
    let search = Search { model, validator, message, base };
    own.filter_map(|at| search.trial(at)).collect()
}

impl State {
    /// The same with one more change; none where there is nothing to change.
    fn changed(&self, edit: &Edit) -> Option<Self> {
        let mut json = self.json.clone();
        edit.apply(&mut json).then(|| {
            let mut edits = self.edits.clone();
            edits.push(edit.clone());
            Self { json, edits }
        })
    }
}

struct Search<'a> {
    model: &'a MessageModel,
    validator: &'a Validator,
    message: usize,
    base: Json,
}

impl Search<'_> {
    fn trial(&self, constraint: usize) -> Option<Trial> {
        let own = self.model.messages.get(self.message)?;
        let of = self.model.constraints.get(constraint)?;
        // What depends on facts alone cannot be broken by a message alone.
        if !crate::render::message::schematron::says(self.model, own, of) {
            return None;
        }
        let (state, also) = self.broken(constraint)?;
        let passing = self.kept(constraint, &state).unwrap_or_else(|| self.base.clone());
        Some(Trial { message: self.message, constraint, passing, failing: state.json, also })
    }

    /// A state in which this one is broken, and what else is.
    fn broken(&self, target: usize) -> Option<(State, Vec<usize>)> {
        let start = State { json: self.base.clone(), edits: Vec::new() };
        let mut frontier = vec![start];
        let mut partial: Vec<(State, Vec<usize>)> = Vec::new();
        for _ in 0..2 {
            let mut next = Vec::new();
            for state in &frontier {
                for edit in edits(self.model, self.message, target, &state.json) {
                    let Some(made) = state.changed(&edit) else { continue };
                    let said = said(self.validator, &made.json);
                    if !said.conforms {
                        continue;
                    }
                    if !said.broken.contains(&target) {
                        if next.len() < WIDEST {
                            next.push(made);
                        }
                        continue;
                    }
                    let also: Vec<usize> =
                        said.broken.into_iter().filter(|it| *it != target).collect();
                    if also.is_empty() {
                        return Some((made, also));
                    }
                    partial.push((made, also));
                }
            }
            if partial.len() > MENDED {
                break;
            }
            frontier = next;
        }
        partial.sort_by_key(|it| (it.1.len(), it.0.edits.len()));
        partial.truncate(MENDED);
        for _ in 0..2 {
            let mut next = Vec::new();
            for (state, also) in &partial {
                for other in also {
                    for edit in edits(self.model, self.message, *other, &state.json) {
                        let Some(made) = state.changed(&edit) else { continue };
                        let said = said(self.validator, &made.json);
                        if !said.conforms || !said.broken.contains(&target) {
                            continue;
                        }
                        let left: Vec<usize> =
                            said.broken.into_iter().filter(|it| *it != target).collect();
                        if left.is_empty() {
                            return Some((made, left));
                        }
                        if left.len() < also.len() {
                            next.push((made, left));
                        }
                    }
                }
            }
            next.sort_by_key(|it| it.1.len());
            next.truncate(MENDED);
            if next.is_empty() {
                break;
            }
            partial = next;
        }
        partial.into_iter().next()
    }

    /// For a condition: the same without leaving the element out, where nothing is broken then.
    fn kept(&self, constraint: usize, broken: &State) -> Option<Json> {
        let of = self.model.constraints.get(constraint)?;
        let ConstraintKind::Condition { path } = &of.kind else { return None };
        let mut json = self.base.clone();
        for edit in broken.edits.iter().filter(|it| !it.removes(path)) {
            edit.apply(&mut json);
        }
        let said = said(self.validator, &json);
        (said.conforms && said.broken.is_empty()).then_some(json)
    }
}
