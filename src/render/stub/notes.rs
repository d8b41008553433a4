//! What comments of a stub say of types, fields and operations: plain texts, not yet escaped.
//!
//! Comments in source code are in English, as identifiers are; the README is there in both languages.

use crate::view::message::{Requirement, Term, name};
use crate::view::stub::{Exchange, Field, StubModel};
use crate::words::Lang;
use crate::words::stub as say;

/// These sentences, those that are there, one behind the other.
pub(super) fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts.iter().map(|it| it.trim()).filter(|it| !it.is_empty()) {
        if !out.is_empty() {
            out.push_str(if out.ends_with(['.', '!', '?', ':']) { " " } else { ". " });
        }
        out.push_str(part);
    }
    out
}

/// Where a stub comes from.
pub(super) fn origin(stub: &StubModel) -> String {
    let model = &stub.model;
    let arguments = [("block", model.block.as_str()), ("version", model.version.as_str())];
    say::ORIGIN.with(Lang::En, &arguments)
}

/// What a term means; `tag` where nothing is known of it.
pub(super) fn meaning(term: &Term, tag: &str) -> String {
    let label = if term.label.en.is_empty() { tag } else { &term.label.en };
    let id = match term.wco_id.as_str() {
        "" => String::new(),
        id => say::WCO_ID.with(Lang::En, &[("id", id)]),
    };
    joined(&[label, &term.definition.en, &id])
}

/// What a field means, its format, how often it occurs, and when it must be there.
pub(super) fn field(field: &Field) -> String {
    let format = match field.term.format.as_str() {
        "" => String::new(),
        format => say::FORMAT.with(Lang::En, &[("format", format)]),
    };
    let presence = &field.presence;
    let condition = match presence.requirement {
        Requirement::Conditional if !presence.condition.en.is_empty() => {
            say::CONDITION.with(Lang::En, &[("condition", &presence.condition.en)])
        }
        _ => String::new(),
    };
    joined(&[&meaning(&field.term, &field.xml), &format, &condition])
}

/// What an operation does: method and path, summary, what comes back.
pub(super) fn operation(stub: &StubModel, it: &Exchange) -> String {
    let call = format!("POST {}{}", stub.model.interface.base_path, it.path);
    let back = it.reply.and_then(|at| stub.messages.get(at)).map_or_else(String::new, |reply| {
        let words = if it.at_once { say::ANSWERED_BY } else { say::ACKNOWLEDGED_BY };
        words.with(Lang::En, &[("message", &reply.name)])
    });
    joined(&[&call, &it.summary.en, &back])
}

/// The identifier of a block as the name of a package: small letters and digits in words.
pub(super) fn package(block: &str, between: &str) -> String {
    let small = name::token(block).to_ascii_lowercase();
    let words = small.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(between)
}

/// A version that package managers read: that of the block where it has three numbers.
pub(super) fn version(of: &str) -> String {
    let core = of.split(['-', '+']).next().unwrap_or_default();
    let numbers: Vec<&str> = core.split('.').collect();
    let is_number =
        |it: &&str| !it.is_empty() && it.len() < 10 && it.bytes().all(|byte| byte.is_ascii_digit());
    let fits = numbers.len() == 3 && numbers.iter().all(is_number);
    let plain = numbers.iter().map(|it| it.trim_start_matches('0'));
    let plain: Vec<&str> = plain.map(|it| if it.is_empty() { "0" } else { it }).collect();
    if fits { plain.join(".") } else { "0.0.0".to_owned() }
}
