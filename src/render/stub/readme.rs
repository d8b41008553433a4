//! The README of a stub, in English and in French: how to build and use it, and what the block says of
//! operations, time-outs and errors.

use crate::render::Artifact;
use crate::render::stub::escape::markdown;
use crate::render::stub::names::sending;
use crate::render::stub::{Language, file, java, notes, templates};
use crate::view::stub::{Agreed, StubModel, status};
use crate::words::stub as say;
use crate::words::{Label, Lang, Words};

const TEMPLATES: [(&str, &str); 6] = templates! {
    "java/README.md" "java/README.fr.md"
    "rust/README.md" "rust/README.fr.md"
    "typescript/README.md" "typescript/README.fr.md"
};

pub(super) fn write(stub: &StubModel, language: Language) -> Vec<Artifact> {
    let names = [(Lang::En, "README.md"), (Lang::Fr, "README.fr.md")];
    let files = names.into_iter().filter_map(|(lang, name)| {
        let path = format!("{}/{name}", language.id());
        let template = TEMPLATES.iter().find(|it| it.0 == path)?.1;
        Some(file(name, filled(stub, language, lang, template)))
    });
    files.collect()
}

fn filled(stub: &StubModel, language: Language, lang: Lang, template: &str) -> String {
    let model = &stub.model;
    let title = match model.title.any(lang) {
        "" => &model.block,
        title => title,
    };
    let arguments = [("block", model.block.as_str()), ("version", model.version.as_str())];
    let origin = say::ORIGIN.with(lang, &arguments);
    let parts = [
        ("@@TITLE@@", markdown(title)),
        ("@@ORIGIN@@", markdown(&origin)),
        ("@@PACKAGE@@", notes::package(&model.block, "-")),
        ("@@JAVA@@", java::package(&model.block)),
        ("@@CRATE@@", notes::package(&model.block, "_")),
        ("@@OPERATIONS@@", operations(stub, language, lang)),
        ("@@LIMITS@@", limits(stub, lang)),
        ("@@ERRORS@@", errors(stub, lang)),
    ];
    // One pass, so that no text of an author is taken for a mark of the template.
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some(at) = rest.find("@@") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let known = parts.iter().find(|(mark, _)| from.starts_with(mark));
        let (mark, text) = known.map_or(("@@", "@@"), |it| (it.0, &*it.1));
        out.push_str(text);
        rest = &from[mark.len()..];
    }
    out.push_str(rest);
    out
}

fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn head(lang: Lang, words: &[Words]) -> String {
    let cells: Vec<&str> = words.iter().map(|it| it.get(lang)).collect();
    row(&cells) + &row(&vec!["---"; words.len()])
}

fn operations(stub: &StubModel, language: Language, lang: Lang) -> String {
    let interface = &stub.model.interface;
    if stub.operations.is_empty() {
        return say::NO_OPERATIONS.get(lang).to_owned();
    }
    let columns = [say::METHOD, say::PATH, say::MESSAGE, say::GATEWAY, say::REPLY];
    let mut out = head(lang, &columns);
    for (it, told) in stub.operations.iter().zip(&interface.operations) {
        let gateways = told.gateways.iter().filter_map(|at| interface.gateways.get(*at));
        let gateways: Vec<String> = gateways
            .map(|it| if it.label.any(lang).is_empty() { &it.id } else { it.label.any(lang) })
            .map(markdown)
            .collect();
        let name = |at: usize| stub.messages.get(at).map_or("", |it| &it.name);
        let reply = it.reply.map_or_else(|| say::STATUS_ALONE.get(lang), name);
        out.push_str(&row(&[
            &format!("`{}`", language.method(&sending(&it.id))),
            &format!("`{}{}`", interface.base_path, it.path),
            name(it.message),
            &gateways.join(", "),
            reply,
        ]));
    }
    out.trim_end().to_owned()
}

/// The settings with their names.
pub(super) fn settings(stub: &StubModel) -> [(Words, Words, Agreed); 5] {
    let limits = stub.limits;
    let plain = crate::words::words("{n}", "{n}");
    [
        (say::ACKNOWLEDGEMENT, say::SECONDS, limits.acknowledgement),
        (say::RETRIES, plain, limits.retries),
        (say::INTERVAL, say::SECONDS, limits.interval),
        (say::RESPONSE, say::SECONDS, limits.response),
        (say::SIZE, say::BYTES, limits.bytes),
    ]
}

fn limits(stub: &StubModel, lang: Lang) -> String {
    let mut out = head(lang, &[say::SETTING, say::VALUE, say::AGREED]);
    for (name, unit, term) in settings(stub) {
        let value = unit.with(lang, &[("n", &term.value.to_string())]);
        let agreed = if term.agreed { say::YES } else { say::NO };
        out.push_str(&row(&[name.get(lang), &value, agreed.get(lang)]));
    }
    out.trim_end().to_owned()
}

fn errors(stub: &StubModel, lang: Lang) -> String {
    if stub.errors().is_empty() {
        return say::NO_CODES.get(lang).to_owned();
    }
    let mut out = head(lang, &[say::CODE, say::STATUS, say::MEANING, say::ACTION]);
    for it in stub.errors() {
        let text = |of: &Label| markdown(of.any(lang));
        let number = status(it.category).to_string();
        out.push_str(&row(&[&markdown(&it.code), &number, &text(&it.meaning), &text(&it.action)]));
    }
    out.trim_end().to_owned()
}

/// What the Parties have not agreed on yet, so that the stub begins with numbers of its own.
pub fn unagreed(stub: &StubModel, lang: Lang) -> Vec<&'static str> {
    let open = settings(stub).into_iter().filter(|it| !it.2.agreed);
    open.map(|it| it.0.get(lang)).collect()
}
