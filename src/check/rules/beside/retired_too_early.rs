//! What is retired stays valid for as long as any partner still uses it.

use crate::check::{Check, Documents, Role, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{Date, Duration, Maturity};
use crate::resolve::Resolved;
use crate::text::{Span, Spanned};
use crate::words::{Words, words};
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "XCP-12",
        name: "retired-too-early",
        title: words(
            "Retired codes and messages stay valid until every partner has left them",
            "Les codes et messages retirés restent valables tant qu’un partenaire les utilise",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "Partners change on different days. Whoever still sends what is no longer accepted is cut off without having done anything.",
            "Les partenaires changent à des dates différentes. Qui envoie encore ce qui n’est plus admis est coupé sans avoir rien fait.",
        ),
        help: words("{help}", "{help}"),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[],
    bad: "
block:
  version: 2.0.0
  history: [{version: 2.0.0, date: 2026-05-04, change: {en: One criterion retired., fr: Un critère retiré.}, by: {en: Both Parties, fr: Les deux Parties}}]
process_alignment:
  data_cluster:
    code_lists: [{id: exa.origin-criteria, codes: [{code: RVC, omit: true}]}]
",
    good: "
block:
  version: 1.1.0
  history: [{version: 1.1.0, date: 2026-05-04, change: {en: One criterion retired., fr: Un critère retiré.}, by: {en: Both Parties, fr: Les deux Parties}}]
process_alignment:
  data_cluster:
    code_lists: [{id: exa.origin-criteria, codes: [{code: RVC, until: 2027-12-31}]}]
",
    check: Check::Beside(&[(Role::Earlier, "block: {version: 1.0.0}")], check),
};

const GONE: Words = words(
    "{what} of version {old} is gone, though no last day was stated for it",
    "{what} de la version {old} a disparu sans qu’un dernier jour ait été indiqué",
);
const GONE_EARLY: Words = words(
    "{what} is gone in a version of {today}, before its last day, {until}",
    "{what} a disparu dans une version du {today}, avant son dernier jour, le {until}",
);
const TOO_SOON: Words = words(
    "the last day of {what}, {until}, comes before {needed}, until which version {old} is supported",
    "le dernier jour de {what}, le {until}, précède le {needed}, terme de la prise en charge de la version {old}",
);
const KEEP: Words = words(
    "Keep it for now, with `until:` and the last day on which it is accepted; take it away in a version after that day.",
    "Conservez-le pour l’instant, avec « until: » et le dernier jour où il est admis ; retirez-le dans une version postérieure.",
);
const LATER: Words = words(
    "Write {needed} or a later day after `until:`, or agree on a shorter support with the partners.",
    "Indiquez le {needed} ou une date ultérieure après « until: », ou convenez avec les partenaires d’une prise en charge plus courte.",
);
const CODE: Words = words("the code `{name}` of `{list}`", "le code « {name} » de « {list} »");
const MESSAGE: Words = words("the message `{name}`", "le message « {name} »");
const THERE: Words = words("supported for so long", "durée de prise en charge");

/// Codes and messages by their list (empty for messages) and name.
type Offered<'a> = BTreeMap<(&'a str, &'a str), (Span, Option<&'a Spanned<Date>>)>;

fn check(block: &Resolved, documents: &Documents, findings: &mut Findings) {
    let day = block.block.block.as_ref().and_then(|it| it.date.as_ref()).map(|it| it.value);
    let offered = offered(block);
    let describe = |finding: crate::diag::Finding, (list, name): (&str, &str)| {
        let what = if list.is_empty() { MESSAGE } else { CODE };
        finding.arg_words("what", what).arg("name", name).arg("list", list)
    };
    for earlier in documents.of(Role::Earlier, block) {
        for (key, (span, until)) in &self::offered(earlier) {
            if offered.contains_key(key) || is_whole_list_gone(block, key.0) {
                continue;
            }
            let finding = RULE.at(block.place()).arg("old", earlier.version());
            let finding = describe(finding, *key).arg_words("help", KEEP).note(*span, WAS);
            match (until, day) {
                (None, _) => findings.add(finding.arg_words("fault", GONE)),
                (Some(until), Some(day)) if until.value >= day => {
                    let finding = finding.arg("until", until.value.0).arg("today", day.0);
                    findings.add(finding.arg_words("fault", GONE_EARLY));
                }
                _ => {}
            }
        }
    }
    let Some(day) = day else { return };
    let roles = [Role::Partner, Role::InUse, Role::Earlier];
    let others = roles.into_iter().flat_map(|role| documents.of(role, block));
    for other in others.chain(std::iter::once(block)) {
        let Some((needed, place)) = supported(other, day) else { continue };
        for (key, (_, until)) in &offered {
            let Some(until) = until.filter(|it| it.value < needed) else { continue };
            let finding = RULE.at(until.span).arg("until", until.value.0).arg("needed", needed.0);
            let finding = describe(finding, *key).arg_words("fault", TOO_SOON);
            let finding = finding.arg("old", other.version()).arg_words("help", LATER);
            findings.add(finding.note(place, THERE));
        }
    }
}

const WAS: Words = words("as it was", "tel qu’il était");

/// Whether the list of a code is no longer this block's: its elements have another list then, which
/// is another change.
fn is_whole_list_gone(block: &Resolved, list: &str) -> bool {
    let cluster = block.block.process_alignment.as_ref().and_then(|it| it.data_cluster.as_ref());
    let has = |it: &crate::model::CodeList| it.id.as_ref().is_some_and(|it| &*it.value.0 == list);
    !list.is_empty() && !cluster.is_some_and(|it| it.code_lists.iter().any(has))
}

fn offered(block: &Resolved) -> Offered<'_> {
    let mut all = Offered::new();
    let Some(process) = block.block.process_alignment.as_ref() else { return all };
    for message in &process.messages {
        if let Some(id) = &message.id {
            all.insert(("", &*id.value.0), (id.span, message.until.as_ref()));
        }
    }
    for list in process.data_cluster.iter().flat_map(|it| &it.code_lists) {
        let Some(id) = &list.id else { continue };
        for entry in list.codes.iter().chain(&list.user_codes) {
            if let Some(code) = &entry.code {
                all.insert((&*id.value.0, &*code.value.0), (code.span, entry.until.as_ref()));
            }
        }
    }
    all
}

/// Until when the version before is supported by a block, and where it says so; the period runs
/// from the day of the new version.
fn supported(block: &Resolved, from: Date) -> Option<(Date, Span)> {
    let interface = block.block.technical_interoperability.as_ref()?.service_interface.as_ref()?;
    let support = interface.versioning.as_ref()?.parallel_support.as_ref()?.agreed()?;
    let Duration { months, seconds, .. } = &support.value;
    let days = i64::try_from(seconds / 86_400).ok()?;
    let span = jiff::Span::new().try_months(i64::from(*months)).ok()?.try_days(days).ok()?;
    Some((Date(from.0.checked_add(span).ok()?), support.span))
}
