//! What can go wrong when a document is set for print, said to those who asked for it.

use std::collections::BTreeSet;

use crate::diag::{Basis, Code, Finding, Findings, Pack, Severity};
use crate::render::document::pdf::Trouble;
use crate::text::Span;
use crate::view::document::codes::TEMPLATE_BROKEN;
use crate::view::document::templates::Templates;
use crate::words::words;

/// The program was built without the setting of PDF.
pub static NOT_BUILT_IN: Code = Code {
    id: "BLD-04",
    name: "pdf-not-built-in",
    title: words(
        "PDF is made by a program that was built for it",
        "Le PDF est produit par un programme construit pour cela",
    ),
    message: words(
        "this gnc was built without PDF, so none can be written",
        "ce gnc a été construit sans le PDF : il ne peut pas en produire",
    ),
    why: words(
        "Setting pages takes much more code than everything else together; daily builds leave it out. Releases have it.",
        "La mise en pages demande bien plus de code que tout le reste ; les constructions courantes s’en passent. Les versions publiées l’ont.",
    ),
    help: words(
        "Use a released gnc, or build it with `cargo build --release --features pdf`. Or write HTML (`--only html`) and print that.",
        "Employez un gnc publié, ou construisez-le avec `cargo build --release --features pdf`. Ou produisez le HTML (`--only html`) et imprimez-le.",
    ),
    severity: Severity::Error,
    basis: Basis::House,
    pack: Pack::GncCore,
};

/// The setting failed for a reason that lies in no template of the user.
pub static NOT_SET: Code = Code {
    id: "BLD-05",
    name: "pdf-not-made",
    title: words("The PDF could be made", "Le PDF a pu être produit"),
    message: words(
        "the PDF could not be made: {detail}",
        "le PDF n’a pas pu être produit : {detail}",
    ),
    why: words(
        "A PDF that not everybody can read, or that an archive would refuse, is not written.",
        "Un PDF que tous ne peuvent pas lire, ou qu’un service d’archives refuserait, n’est pas écrit.",
    ),
    help: words(
        "The words after the colon are those of Typst, which sets the pages. If the block does not explain them, please report them; HTML and Markdown can still be written.",
        "Les mots qui suivent les deux-points sont ceux de Typst, qui met en pages. Si le bloc ne les explique pas, veuillez les signaler ; HTML et Markdown restent possibles.",
    ),
    severity: Severity::Error,
    basis: Basis::House,
    pack: Pack::GncCore,
};

/// A character that no embedded font can show.
pub static NO_SIGN: Code = Code {
    id: "BLD-06",
    name: "character-without-sign",
    title: words(
        "The fonts of the PDF have a sign for each character",
        "Les polices du PDF ont un signe pour chaque caractère",
    ),
    message: words(
        "the fonts of the PDF have no sign for {signs}; its number stands there instead",
        "les polices du PDF n’ont pas de signe pour {signs} ; son numéro le remplace",
    ),
    why: words(
        "The PDF carries its fonts with it: Latin, Greek, Cyrillic, Arabic and some more scripts, but not every one there is.",
        "Le PDF emporte ses polices : écritures latine, grecque, cyrillique, arabe et quelques autres, mais pas toutes.",
    ),
    help: words(
        "Write the word in Latin letters, or take HTML, which uses the fonts of the reader.",
        "Écrivez le mot en lettres latines, ou prenez le HTML, qui emploie les polices du lecteur.",
    ),
    severity: Severity::Warning,
    basis: Basis::House,
    pack: Pack::GncCore,
};

/// Most characters that a finding names.
const NAMED: usize = 12;

/// What kept a PDF from being made; in templates of the user it stands at its place there, else at
/// `place`.
pub fn findings(troubles: &[Trouble], templates: &Templates, place: Span) -> Findings {
    let mut findings = Findings::default();
    for trouble in troubles {
        findings.add(match trouble {
            Trouble::NotBuiltIn => Finding::new(&NOT_BUILT_IN, place),
            Trouble::Other(detail) => Finding::new(&NOT_SET, place).arg("detail", detail),
            Trouble::Template { name, place: at, detail } => {
                // Those of the program are not among them: what is wrong there is not the user's.
                match templates.get(name) {
                    Some(template) => Finding::new(&TEMPLATE_BROKEN, template.stretch(at)),
                    None => Finding::new(&NOT_SET, place),
                }
                .arg("detail", detail)
            }
        });
    }
    findings
}

/// Characters that no font has a sign for.
pub fn unknown(characters: &BTreeSet<char>, place: Span) -> Findings {
    let mut findings = Findings::default();
    if !characters.is_empty() {
        let shown = characters.iter().take(NAMED).map(|c| format!("{c} (U+{:04X})", u32::from(*c)));
        let mut signs = shown.collect::<Vec<_>>().join(", ");
        if characters.len() > NAMED {
            signs.push_str(", …");
        }
        findings.add(Finding::new(&NO_SIGN, place).arg("signs", signs));
    }
    findings
}
