//! Where in a message something was found: the way from its root, with the number of each repetition.

use crate::diag::Finding;
use crate::message::compile::Validator;
use crate::message::items::Items;

/// One step of the way to an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Path of the element, of XML tags.
    pub path: String,
    /// Which of the elements of this name it is, from 1.
    pub number: usize,
}

/// The way from the root, which is left out, to what a finding speaks of. An element that is not there
/// is the last step. Empty where the finding is about the message as a whole.
pub fn way(validator: &Validator, message: usize, items: &Items, finding: &Finding) -> Vec<Step> {
    let Some(root) = validator.messages.get(message).map(|it| &*it.root.path) else {
        return Vec::new();
    };
    let path_of = |at: usize| {
        let item = items.get(at)?;
        let Some(field) = item.field() else { return Some(root) };
        let class = validator.classes.get(item.class())?;
        class.fields.get(field).map(|it| &*it.path)
    };
    let wanted = match finding.path.is_empty() {
        true => finding.text("path").unwrap_or_default(),
        false => &finding.path,
    };
    let leads_to = |path: &str| {
        wanted.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    // The chain of elements, each within the one before, that begins last before the finding.
    let mut steps = Vec::new();
    let mut within = None;
    loop {
        let mut counts = std::collections::BTreeMap::new();
        let mut found = None;
        for (at, item) in items.below(within) {
            let Some(path) = path_of(at) else { continue };
            let count = counts.entry((item.field(), path)).or_insert(0_usize);
            *count += 1;
            // In JSON a value may stand before or behind others of its class, so that among those
            // of one name the last that begins before the finding is it.
            if leads_to(path) && (item.span.start <= finding.span.start || found.is_none()) {
                found = Some((at, path, *count));
            }
        }
        let Some((at, path, number)) = found else { break };
        within = Some(at);
        if path != root {
            steps.push(Step { path: path.to_owned(), number });
        }
    }
    if within.is_none() {
        return Vec::new();
    }
    let reached = steps.last().map_or(root, |it| &it.path).to_owned();
    if leads_to(&reached) && reached != wanted {
        steps.push(Step { path: wanted.to_owned(), number: 1 });
    } else if let Some(name) = finding.text("name").filter(|_| is_missing(finding)) {
        steps.push(Step { path: format!("{reached}/{name}"), number: 1 });
    }
    steps
}

/// Whether it is a finding that something is not there.
fn is_missing(finding: &Finding) -> bool {
    use crate::message::codes;
    [&codes::MISSING, &codes::CONDITION_UNMET].iter().any(|it| it.id == finding.code.id)
}
