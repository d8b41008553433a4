//! The sentences of a house rule: in both languages, with placeholders that are filled.

use std::collections::BTreeSet;

use crate::diag::{Finding, Findings};
use crate::house::codes;
use crate::model::{HouseRule, Text};
use crate::text::Span;
use crate::words::{Lang, placeholders};

/// A sentence in English and in French.
pub(super) type Both<'a> = (&'a str, &'a str);

/// The text in each language; a language that is missing is reported.
pub(super) fn both<'a>(
    key: &str,
    text: Option<&'a Text>,
    findings: &mut Findings,
) -> Option<Both<'a>> {
    let text = text?;
    let said = |lang: Lang| {
        let mut own = text.variants.iter().filter(|(it, _)| it.as_deref() == Some(lang.code()));
        own.next().map(|(_, text)| text.value.trim()).filter(|it| !it.is_empty())
    };
    for lang in Lang::ALL.into_iter().filter(|lang| said(*lang).is_none()) {
        let finding = Finding::new(&codes::UNTRANSLATED, text.span).arg("key", key);
        findings.add(finding.arg("language", lang.code()));
    }
    Some((said(Lang::En)?, said(Lang::Fr)?))
}

/// Reports placeholders that nothing fills, and arguments that no sentence asks for.
pub(super) fn arguments(rule: &HouseRule, findings: &mut Findings) {
    let given: BTreeSet<&str> =
        rule.arguments.iter().filter_map(|it| Some(&*it.id.as_ref()?.value.0)).collect();
    let fault = |span: Span, words, name: &str| {
        Finding::new(&codes::ARGUMENT, span).arg_words("fault", words).arg("name", name)
    };
    let mut asked = BTreeSet::new();
    for (key, text) in [("message", &rule.message), ("help", &rule.help)] {
        for (_, said) in text.iter().flat_map(|it| &it.variants) {
            for name in placeholders(&said.value) {
                if !given.contains(name) {
                    findings.add(fault(said.span, codes::NOT_GIVEN, name).arg("key", key));
                }
                asked.insert(name);
            }
        }
    }
    for (_, said) in rule.title.iter().flat_map(|it| &it.variants) {
        for name in placeholders(&said.value) {
            findings.add(fault(said.span, codes::IN_TITLE, name));
        }
    }
    for it in &rule.arguments {
        let Some(id) = &it.id else { continue };
        let plain = id.value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if !plain {
            findings.add(fault(id.span, codes::NO_NAME, &id.value));
        } else if !asked.contains(&*id.value.0) {
            findings.add(fault(id.span, codes::NOT_USED, &id.value));
        }
    }
}
