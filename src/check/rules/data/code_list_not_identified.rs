//! A coded element says from which list, whose and of what date.

use std::collections::BTreeSet;

use crate::catalogue::Kind;
use crate::check::data::{cluster, model};
use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::{DataType, Maturity, Requirement, Requirements, closest};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-10",
        name: "code-list-not-identified",
        title: words(
            "Each coded element names a list that exists, with its maintainer and version",
            "Chaque élément codé cite une liste existante, avec son gestionnaire et sa version",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "The same two letters mean different things in different lists and editions. Without list, maintainer and version neither side can validate a code or learn of a change.",
            "Les deux mêmes lettres ont un sens différent selon la liste et l’édition. Sans liste, gestionnaire ni version, aucune des Parties ne peut valider un code ni apprendre un changement.",
        ),
        help: words(
            "Name a list of the catalogue (`gnc catalogue search`) or define one under `code_lists` with `maintainer`, `version` and `codes`.{hint}",
            "Citez une liste du catalogue (« gnc catalogue search ») ou définissez-en une sous « code_lists » avec « maintainer », « version » et « codes ».{hint}",
        ),
        severity: Severity::Error,
        basis: Basis::Sourced(&["X"]),
        pack: Pack::GncCore,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.origin-criteria, version: }
",
    good: "
process_alignment:
  data_cluster:
    code_lists:
      - {id: exa.origin-criteria, version: '2'}
",
    check: Check::Block(check),
};

const NO_LIST: Words = words(
    "the coded element `{name}` names no code list",
    "l’élément codé « {name} » ne cite aucune liste de codes",
);
const UNKNOWN: Words = words(
    "the code list `{name}` is neither in the block nor in the catalogue",
    "la liste de codes « {name} » n’est ni dans le bloc ni dans le catalogue",
);
const LACKS: Words = words(
    "the code list `{name}` does not state: {missing}",
    "la liste de codes « {name} » n’indique pas : {missing}",
);
const NOT_IN_BASE: Words = words(
    "the code `{name}` is not in `{missing}`, the list that is restricted",
    "le code « {name} » n’est pas dans « {missing} », la liste qui est restreinte",
);
const NO_NAME: Words = words(
    "the code `{name}` of the list `{missing}` has no name, and no list gives it one",
    "le code « {name} » de la liste « {missing} » n’a pas de nom, et aucune liste ne lui en donne",
);
const MEANT: Words = words(" The most similar is `{near}`.", " La plus proche est « {near} ».");
const NOTHING: Words = words("", "");

fn check(block: &Resolved, findings: &mut Findings) {
    let mut add = |span, fault, name: &str, missing: &str, near: Option<String>| {
        let finding = RULE.at(span).arg_words("fault", fault).arg("name", name);
        let finding = finding.arg("missing", missing);
        findings.add(match near {
            Some(near) => finding.arg_words("hint", MEANT).arg("near", near),
            None => finding.arg_words("hint", NOTHING),
        });
    };
    let catalogue = &block.catalogue;
    let lists = cluster(block).map_or(&[][..], |it| it.code_lists.as_slice());
    let own: BTreeSet<&str> =
        lists.iter().filter_map(|it| Some(&*it.id.as_ref()?.value.0)).collect();
    let known = |name: &str| own.contains(name) || catalogue.has(Kind::CodeList, name);
    let suggest = |name: &str| {
        closest(name, own.iter().copied())
            .map(str::to_owned)
            .or_else(|| catalogue.suggest(Kind::CodeList, name))
    };
    let model = model(block);
    for element in &block.cluster.elements {
        let uses = element.data_type == Some(DataType::Code) && element.is_leaf();
        match (&element.own.codes, &element.codes) {
            (Some(codes), _) => {
                let name = &*codes.value.0;
                if !known(name) {
                    add(codes.span, UNKNOWN, name, "", suggest(name));
                }
            }
            (None, None) if uses => {
                // Some lists are named by the data model itself.
                let Some(model) = model else { continue };
                let remark = model.element(&element.wco_id).map_or("", |it| it.code_list.as_str());
                let left_open = remark.is_empty() || remark.eq_ignore_ascii_case("user codes");
                if left_open && !element.own.requirement.as_ref().is_some_and(is_not_sent) {
                    add(element.span, NO_LIST, &element.path, "", None);
                }
            }
            _ => {}
        }
    }
    let facts = block.block.process_alignment.iter().flat_map(|it| &it.facts);
    for codes in facts.filter_map(|it| it.codes.as_ref()) {
        let name = &*codes.value.0;
        if !known(name) {
            add(codes.span, UNKNOWN, name, "", suggest(name));
        }
    }
    for list in lists {
        let id = list.id.as_ref().map_or("", |it| &*it.value.0);
        let named = [list.base.as_ref().map_or("", |it| &*it.value.0), id];
        let named = |code: &str| {
            let lists = named.iter().filter_map(|it| catalogue.codelist(it));
            lists.into_iter().any(|it| it.is_open() || it.contains(code))
        };
        for entry in list.codes.iter().chain(&list.user_codes) {
            let Some(code) = entry.code.as_ref().filter(|_| entry.name.is_none()) else { continue };
            if entry.meaning.is_none() && !named(&code.value.0) {
                add(code.span, NO_NAME, &code.value.0, id, None);
            }
        }
    }
    let Some(section) = Section::find(block, "process_alignment.data_cluster") else { return };
    for list in section.items("code_lists") {
        // Of its own lists the catalogue says whose and of what date they are.
        if catalogue.has(Kind::CodeList, list.name()) {
            continue;
        }
        if let Some(missing) = list.lacks(&["title", "maintainer", "version"]) {
            add(list.span, LACKS, list.name(), &missing, None);
        }
    }
    for list in lists {
        let Some(base) = &list.base else { continue };
        let name = &*base.value.0;
        let Some(codes) = catalogue.codelist(name) else {
            if !own.contains(name) {
                add(base.span, UNKNOWN, name, "", suggest(name));
            }
            continue;
        };
        for entry in &list.codes {
            let Some(code) = &entry.code else { continue };
            // What a code of one's own means is said in the codes of the list.
            let (meant, place) = match &entry.meaning {
                Some(meaning) => (&*meaning.value.0, meaning.span),
                None => (&*code.value.0, code.span),
            };
            if !codes.contains(meant) {
                add(place, NOT_IN_BASE, meant, name, None);
            }
        }
    }
}

fn is_not_sent(requirement: &Requirements) -> bool {
    requirement.strictest() == Some(Requirement::NotCommunicated)
}
