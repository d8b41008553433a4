//! Free text has a language, a character set and a greatest length.

use crate::check::section::Section;
use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Content, Findings, Mend, Pack, Severity};
use crate::model::{DataType, Maturity};
use crate::resolve::Resolved;
use crate::words::{Words, words};

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "DAT-25",
        name: "free-text-without-language",
        title: words(
            "Free text has a stated language, character set and length",
            "Le texte libre a une langue, un jeu de caractères et une longueur indiqués",
        ),
        message: words("{fault}", "{fault}"),
        why: words(
            "A description in a script the other side cannot display, or longer than its field, reaches the officer as question marks or cut in half.",
            "Une désignation dans une écriture que l’autre côté ne sait pas afficher, ou plus longue que son champ, parvient à l’agent en points d’interrogation ou tronquée.",
        ),
        help: words(
            "State `character_set: UTF-8` and `text_languages` under `communication`, and a format with a length for each text.",
            "Indiquez « character_set: UTF-8 » et « text_languages » sous « communication », et un format avec une longueur pour chaque texte.",
        ),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Technical,
    early: &[],
    fixes: &[words(
        "state UTF-8 and the working languages of the block",
        "indiquer UTF-8 et les langues de travail du bloc",
    )],
    bad: "
technical_interoperability:
  communication: {character_set: }
",
    good: "
technical_interoperability:
  communication: {character_set: UTF-8}
",
    check: Check::Block(check),
};

const LACKS: Words = words(
    "messages carry free text, but the communication clause does not state: {missing}",
    "les messages comportent du texte libre, mais la clause de communication n’indique pas : {missing}",
);
const NO_LENGTH: Words = words(
    "the free text `{missing}` has no greatest length",
    "le texte libre « {missing} » n’a pas de longueur maximale",
);

fn check(block: &Resolved, findings: &mut Findings) {
    let elements = block.cluster.elements.iter();
    let texts: Vec<_> = elements.filter(|it| it.data_type == Some(DataType::Text)).collect();
    if texts.is_empty() {
        return;
    }
    for element in &texts {
        if element.format.is_none_or(|it| it.max_length().is_some()) {
            continue;
        }
        let place = element.own.format.as_ref().map_or(element.span, |it| it.span);
        let finding = RULE.at(place).arg_words("fault", NO_LENGTH);
        findings.add(finding.arg("missing", &element.path));
    }
    let Some(technical) = Section::find(block, "technical_interoperability") else { return };
    // Without any clause on communication that is what has to be said first.
    if !technical.says("communication") {
        return;
    }
    if let Some((place, missing)) =
        technical.lacks_below("communication", &["character_set", "text_languages"])
    {
        let finding = RULE.at(place).arg_words("fault", LACKS).arg("missing", missing);
        findings.add(RULE.mend(finding, stated(block, &technical)));
    }
}

/// What is missing, as far as the block says it elsewhere: XML and JSON are exchanged in UTF-8, and
/// officers write in the working languages.
fn stated(block: &Resolved, technical: &Section) -> Option<Vec<Mend>> {
    let part = technical.below("communication")?;
    let mut mends = Vec::new();
    if !part.says("character_set") {
        let utf_8 = Content::Text("UTF-8".to_owned());
        mends.push(Mend::Insert(part.node.span, "character_set", utf_8));
    }
    if !part.says("text_languages") {
        let governance = block.block.business_case.as_ref()?.governance.as_ref()?;
        let languages = governance.working_languages.iter();
        let languages: Vec<_> = languages.map(|it| Content::Text(it.value.to_string())).collect();
        if languages.is_empty() {
            return None;
        }
        mends.push(Mend::Insert(part.node.span, "text_languages", Content::List(languages)));
    }
    Some(mends)
}
