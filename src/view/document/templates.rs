//! The templates of documents: those that come with the program, and a project's own in their place.

use std::sync::Arc;

use crate::text::{FileId, Sources, Span};
use crate::words::Lang;

macro_rules! embed {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../templates/", $name)))),*]
    };
}

/// The templates that come with the program: name below `templates/`, and text.
pub const EMBEDDED: &[(&str, &str)] = embed! {
    "annex/outline.txt"
    "annex/en/front.md" "annex/fr/front.md"
    "annex/en/preamble.md" "annex/fr/preamble.md"
    "annex/en/objective.md" "annex/fr/objective.md"
    "annex/en/definitions.md" "annex/fr/definitions.md"
    "annex/en/scope.md" "annex/fr/scope.md"
    "annex/en/legal-effect.md" "annex/fr/legal-effect.md"
    "annex/en/authorities.md" "annex/fr/authorities.md"
    "annex/en/triggers.md" "annex/fr/triggers.md"
    "annex/en/process.md" "annex/fr/process.md"
    "annex/en/data-set.md" "annex/fr/data-set.md"
    "annex/en/matching.md" "annex/fr/matching.md"
    "annex/en/messages.md" "annex/fr/messages.md"
    "annex/en/acknowledgements.md" "annex/fr/acknowledgements.md"
    "annex/en/amendment.md" "annex/fr/amendment.md"
    "annex/en/utilisation.md" "annex/fr/utilisation.md"
    "annex/en/verification.md" "annex/fr/verification.md"
    "annex/en/communication.md" "annex/fr/communication.md"
    "annex/en/service-levels.md" "annex/fr/service-levels.md"
    "annex/en/contingency.md" "annex/fr/contingency.md"
    "annex/en/testing.md" "annex/fr/testing.md"
    "annex/en/monitoring.md" "annex/fr/monitoring.md"
    "annex/en/confidentiality.md" "annex/fr/confidentiality.md"
    "annex/en/retention.md" "annex/fr/retention.md"
    "annex/en/liability.md" "annex/fr/liability.md"
    "annex/en/governance.md" "annex/fr/governance.md"
    "annex/en/suspension.md" "annex/fr/suspension.md"
    "annex/en/final.md" "annex/fr/final.md"
    "annex/en/appendix-data.md" "annex/fr/appendix-data.md"
    "annex/en/appendix-codes.md" "annex/fr/appendix-codes.md"
    "annex/en/appendix-schemas.md" "annex/fr/appendix-schemas.md"
    "annex/en/appendix-samples.md" "annex/fr/appendix-samples.md"
    "annex/en/appendix-errors.md" "annex/fr/appendix-errors.md"
    "annex/en/appendix-contacts.md" "annex/fr/appendix-contacts.md"
    "annex/en/appendix-tests.md" "annex/fr/appendix-tests.md"
    "annex/en/appendix-process.md" "annex/fr/appendix-process.md"
    "annex/en/appendix-profile.md" "annex/fr/appendix-profile.md"
    "annex/en/appendix-brackets.md" "annex/fr/appendix-brackets.md"
    "utility-block/outline.txt"
    "utility-block/en/control.md" "utility-block/fr/control.md"
    "utility-block/en/business-case.md" "utility-block/fr/business-case.md"
    "utility-block/en/process-alignment.md" "utility-block/fr/process-alignment.md"
    "utility-block/en/technical-interoperability.md" "utility-block/fr/technical-interoperability.md"
    "utility-block/en/brackets.md" "utility-block/fr/brackets.md"
    "summary/outline.txt"
    "summary/en/page.md" "summary/fr/page.md"
    "brackets/outline.txt"
    "brackets/en/list.md" "brackets/fr/list.md"
    "changes/outline.txt"
    "changes/en/record.md" "changes/fr/record.md"
    "maintenance-request/outline.txt"
    "maintenance-request/en/requests.md" "maintenance-request/fr/requests.md"
    "index/en/page.md" "index/fr/page.md"
};

/// One template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name below the folder of templates, as `annex/en/scope.md`.
    pub name: String,
    /// Its text.
    pub text: Arc<String>,
    /// Its whole text as a place.
    pub span: Span,
}

/// Every template of a run.
#[derive(Clone, Debug)]
pub struct Templates {
    list: Vec<Template>,
}

impl Templates {
    /// The templates that come with the program, each replaced by the project's own of that name;
    /// names that the program does not have are added. All become texts of `sources`, so that
    /// what is wrong in one can be shown.
    pub fn new(sources: &mut Sources, own: &[(String, FileId)]) -> Self {
        let mut list: Vec<Template> = Vec::with_capacity(EMBEDDED.len() + own.len());
        for (name, text) in EMBEDDED {
            let file = match own.iter().find(|(own, _)| own == name) {
                Some((_, file)) => *file,
                None => sources.add(format!("templates/{name}"), *text),
            };
            list.push(template((*name).to_owned(), file, sources));
        }
        for (name, file) in own {
            if !EMBEDDED.iter().any(|(known, _)| known == name) {
                list.push(template(name.clone(), *file, sources));
            }
        }
        Self { list }
    }

    /// The template of this name.
    pub fn get(&self, name: &str) -> Option<&Template> {
        self.list.iter().find(|template| template.name == name)
    }

    /// The templates of one language.
    pub fn of(&self, lang: Lang) -> impl Iterator<Item = &Template> {
        let folder = format!("/{}/", lang.code());
        self.list.iter().filter(move |template| template.name.contains(&folder))
    }
}

fn template(name: String, file: FileId, sources: &Sources) -> Template {
    let text = sources.get(file).map(|source| Arc::clone(&source.text)).unwrap_or_default();
    let span = Span::new(file, 0, text.len());
    Template { name, text, span }
}

impl Template {
    /// The place of the first `text` in the template; its head when it is not there.
    pub fn place(&self, text: &str) -> Span {
        let at = if text.is_empty() { None } else { self.text.find(text) };
        match at {
            Some(at) => Span::new(self.span.file, at, at + text.len()),
            None => self.span.head(),
        }
    }

    /// The place of a stretch of bytes.
    pub fn stretch(&self, range: &std::ops::Range<usize>) -> Span {
        let end = range.end.min(self.text.len()).max(range.start);
        Span::new(self.span.file, range.start.min(self.text.len()), end)
    }
}
