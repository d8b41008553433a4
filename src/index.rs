//! The page that lists blocks, made from where they stand and from the lists of what was built.

use crate::completeness::STEPS;
use crate::diag::{Finding, Findings, Severity};
use crate::manifest::{self, Listing};
use crate::model::Maturity;
use crate::render::Artifact;
use crate::render::process::{STYLE, thumbnail};
use crate::render::{Kind, index, process};
use crate::report;
use crate::resolve::Resolved;
use crate::status::{Matter, Status};
use crate::text::Sources;
use crate::view;
use crate::view::document::templates::Templates;
use crate::view::document::{Paper, paragraphs, set_blanks, values};
use crate::view::index::{Card, Download, Found, Group, Index, Picture, Piece, Reach, Shelf, Step};
use crate::words::index as say;
use crate::words::status as standing;
use crate::words::{Lang, Words, fill};
use crate::workspace::Analysis;

/// The page in the first language; those in others have the language before the extension.
pub const PATH: &str = "index.html";

/// A block of the page.
#[derive(Debug)]
pub struct Listed {
    /// Name of its file.
    pub file: String,
    /// What is known of it.
    pub analysis: Analysis,
    /// Where it stands; `None` when it could not be read as a block.
    pub status: Option<Status>,
    /// What was built of it: the folder below that of the page, and its list.
    pub built: Option<(String, Listing)>,
}

impl Listed {
    /// Whether its files were made from another text than the one that was read.
    pub fn is_behind(&self) -> bool {
        let source = self.analysis.resolved.as_ref().map(manifest::source);
        self.built.as_ref().is_some_and(|(_, it)| it.source != source)
    }
}

/// The page in each of these languages, the first as [`PATH`].
pub fn pages(
    listed: &[Listed],
    templates: &Templates,
    sources: &Sources,
    langs: &[Lang],
) -> Vec<Artifact> {
    let path = |lang: &Lang| match langs.first() == Some(lang) {
        true => PATH.to_owned(),
        false => format!("index.{}.html", lang.code()),
    };
    let page = |lang: &Lang| {
        let others = langs.iter().filter(|it| *it != lang);
        let editions = others.map(|it| (*it, path(it))).collect();
        let maker = Maker { sources, lang: *lang };
        index::html::write(&maker.index(listed, templates, editions), &path(lang))
    };
    langs.iter().map(page).collect()
}

struct Maker<'a> {
    sources: &'a Sources,
    lang: Lang,
}

impl Maker<'_> {
    fn index(
        &self,
        listed: &[Listed],
        templates: &Templates,
        editions: Vec<(Lang, String)>,
    ) -> Index {
        let lang = self.lang;
        let page = templates.get(&format!("index/{}/page.md", lang.code()));
        let text = page.map_or("", |it| it.text.as_str());
        let n = listed.len().to_string();
        let text = fill(text, |name| (name == "blocks").then_some(&n));
        let (title, lead) = match text.strip_prefix("# ").and_then(|it| it.split_once('\n')) {
            Some((title, lead)) => (title.trim().to_owned(), paragraphs(lead)),
            None => (say::BLOCK.get(lang).to_owned(), paragraphs(&text)),
        };
        let sorts = [
            (Sort::Framework, "frameworks", say::FRAMEWORKS),
            (Sort::Profile, "profiles", say::PROFILES),
            (Sort::Unread, "unread", say::UNREAD),
        ];
        let group = |(sort, anchor, title): (Sort, &str, Words)| {
            let own = listed.iter().filter(|it| Sort::of(it) == sort);
            let cards: Vec<Card> = own.map(|it| self.card(it, listed)).collect();
            (!cards.is_empty()).then(|| Group {
                anchor: anchor.to_owned(),
                title: title.get(lang).to_owned(),
                cards,
            })
        };
        Index {
            lang,
            title,
            lead,
            editions,
            style: STYLE.to_owned(),
            groups: sorts.into_iter().filter_map(group).collect(),
        }
    }

    fn card(&self, it: &Listed, all: &[Listed]) -> Card {
        let lang = self.lang;
        let found: Vec<&Finding> = {
            let mut list: Vec<_> = it.analysis.findings.counting().collect();
            list.sort_by_key(|it| (std::cmp::Reverse(it.severity), it.span, it.code.id));
            list
        };
        let own = it.status.as_ref().map(|it| it.span.file);
        let mut card = Card {
            anchor: anchor(it.status.as_ref().map_or(&it.file, |it| &it.id)),
            id: it.file.clone(),
            version: String::new(),
            title: it.file.clone(),
            purpose: String::new(),
            facts: Vec::new(),
            kind: String::new(),
            status: standing::UNREADABLE.get(lang).to_owned(),
            steps: Vec::new(),
            score: (0, 0),
            open: 0,
            differing: 0,
            counted: counted(&it.analysis.findings, lang),
            found: found.into_iter().map(|it| self.found(it, own)).collect(),
            pictures: Vec::new(),
            remarks: Vec::new(),
            leading: Vec::new(),
            files: Vec::new(),
        };
        if let (Some(status), Some(block)) = (&it.status, &it.analysis.resolved) {
            self.stands(&mut card, status, block);
            card.facts = self.facts(status, block, all);
            if it.analysis.complete {
                card.pictures = self.pictures(block, it.built.as_ref());
            }
            if status.hypothetical {
                card.purpose = [card.purpose.as_str(), say::GUIDING.get(lang)].join(" ");
            }
        }
        self.files(&mut card, it);
        card
    }

    fn stands(&self, card: &mut Card, status: &Status, block: &Resolved) {
        let lang = self.lang;
        card.id.clone_from(&status.id);
        card.version.clone_from(&status.version);
        let control = block.block.block.as_ref();
        let case = block.block.business_case.as_ref();
        let title = control.and_then(|it| it.title.as_ref());
        let title = title.or_else(|| case.and_then(|it| it.name.as_ref()));
        card.title = set_blanks(title.map_or(&*status.id, |it| it.any(lang)).to_owned(), lang);
        let purpose = case.and_then(|it| it.purposes.first()?.statement.as_ref());
        let purpose = purpose.map_or("", |it| it.any(lang)).trim();
        card.purpose = set_blanks(purpose.to_owned(), lang);
        card.kind = kind(&status.kind, lang);
        status.maturity.label().get(lang).clone_into(&mut card.status);
        card.score = status.completeness.score(status.maturity);
        card.open = status.points.len();
        let differs = |it: &&crate::status::Outstanding| matches!(it.matter, Matter::Differing(_));
        card.differing = status.points.iter().filter(differs).count();
        // A guiding template is negotiated and agreed in its profiles, not itself.
        let last = if status.hypothetical { Maturity::Technical } else { Maturity::Agreed };
        let steps = STEPS.into_iter().filter(|it| *it <= last.max(status.maturity));
        card.steps = steps.map(|step| self.step(step, status)).collect();
    }

    fn step(&self, step: Maturity, status: &Status) -> Step {
        let (complete, asked) = status.completeness.score(step);
        let (reach, said) = match complete {
            _ if complete == asked => (Reach::Whole, say::WHOLE),
            0 => (Reach::None, say::NOT_YET),
            _ => (Reach::Part, say::IN_PART),
        };
        Step {
            label: step.label().get(self.lang).to_owned(),
            reach,
            said: said.get(self.lang).to_owned(),
            here: step == status.maturity,
        }
    }

    fn found(&self, it: &Finding, own: Option<crate::text::FileId>) -> Found {
        let lang = self.lang;
        let line = self.sources.start(it.span).line.to_string();
        let file = self.sources.name(it.span.file);
        let place = match own.is_none_or(|own| own == it.span.file) {
            true => say::LINE.with(lang, &[("n", &line)]),
            false => say::LINE_OF.with(lang, &[("n", &line), ("file", name_of(file))]),
        };
        Found {
            weight: match it.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Advice => 2,
            },
            label: it.severity.label().get(lang).to_owned(),
            rule: it.code.id.to_owned(),
            message: set_blanks(it.message(lang), lang),
            place,
        }
    }

    fn facts(
        &self,
        status: &Status,
        block: &Resolved,
        all: &[Listed],
    ) -> Vec<(String, Vec<Piece>)> {
        let lang = self.lang;
        let control = block.block.block.as_ref();
        let plain =
            |text: &str| vec![Piece { text: set_blanks(text.to_owned(), lang), to: String::new() }];
        let parties = control.iter().flat_map(|it| &it.parties);
        let parties: Vec<String> = parties
            .filter_map(|it| {
                let name = it.name.as_ref().map(|it| it.any(lang).to_owned());
                name.or_else(|| it.id.as_ref().map(|it| it.value.to_string()))
            })
            .collect();
        let extends = control.and_then(|it| it.extends.as_ref()).map(|it| it.value.to_string());
        let framework = extends.map_or_else(Vec::new, |extends| {
            let id = extends.split_once('@').map_or(&*extends, |(id, _)| id);
            let there = all.iter().any(|it| it.status.as_ref().is_some_and(|it| it.id == id));
            let to = if there { format!("#{}", anchor(id)) } else { String::new() };
            vec![Piece { text: extends.clone(), to }]
        });
        let date = control.and_then(|it| it.date.as_ref());
        let date = date.map_or_else(String::new, |it| values::date(&it.value, lang));
        let maintainer = control.and_then(|it| it.maintainer.as_ref());
        let facts = [
            (say::KIND, plain(&kind(&status.kind, lang))),
            (say::STATUS, plain(status.maturity.label().get(lang))),
            (say::PARTIES, plain(&values::join(&parties, lang))),
            (say::FRAMEWORK, framework),
            (say::DATE, plain(&date)),
            (say::MAINTAINER, plain(maintainer.map_or("", |it| it.any(lang)))),
        ];
        let stated =
            facts.into_iter().filter(|(_, value)| value.iter().any(|it| !it.text.is_empty()));
        stated.map(|(name, value)| (name.get(lang).to_owned(), value)).collect()
    }

    fn pictures(&self, block: &Resolved, built: Option<&(String, Listing)>) -> Vec<Picture> {
        let lang = self.lang;
        let to = |id: &str| {
            let path = process::path(id, Some(lang), "svg");
            let there = built.filter(|(_, list)| list.files.iter().any(|it| it.path == path));
            there.map_or_else(String::new, |(folder, _)| format!("{folder}/{path}"))
        };
        let processes = view::process::build::build(block);
        let mut pictures: Vec<Picture> = processes
            .iter()
            .map(|it| Picture {
                title: set_blanks(it.name.any(lang).to_owned(), lang),
                svg: thumbnail::process(it, lang),
                to: to(&it.id),
            })
            .collect();
        pictures.extend(view::process::build::lifecycle(block).map(|it| Picture {
            title: it.name.any(lang).to_owned(),
            svg: thumbnail::states(&it, lang),
            to: to(&it.id),
        }));
        pictures
    }

    fn files(&self, card: &mut Card, it: &Listed) {
        let lang = self.lang;
        let Some((folder, list)) = &it.built else {
            card.remarks.push(say::NO_FILES.get(lang).to_owned());
            return;
        };
        if list.draft {
            card.remarks.push(say::DRAFTS.get(lang).to_owned());
        }
        if it.is_behind() {
            card.remarks.push(say::OTHER_TEXT.get(lang).to_owned());
        }
        let download = |label: String, file: &manifest::Listed| Download {
            label,
            to: format!("{folder}/{}", file.path),
            lang: Lang::from_code(&file.lang).filter(|it| *it != lang),
            size: values::size(file.bytes, lang),
        };
        for (kind, title) in say::KINDS {
            let of_kind = list.files.iter().filter(|it| it.kind == kind);
            let files: Vec<_> =
                of_kind.map(|it| download(name_of(&it.path).to_owned(), it)).collect();
            if files.is_empty() {
                continue;
            }
            // What is there once for each language, or once at all, is worth a place of its own.
            let wanted = |it: &&manifest::Listed| {
                let in_lang = it.lang.is_empty() || it.lang.split('+').any(|it| it == lang.code());
                let known = Kind::from_id(kind);
                it.kind == kind
                    && in_lang
                    && known.is_some_and(|it| {
                        it.is_document() || matches!(it, Kind::Xlsx | Kind::OpenApi)
                    })
            };
            let wanted: Vec<_> = list.files.iter().filter(wanted).collect();
            let label = title.get(lang);
            card.leading.extend(wanted.iter().map(|it| {
                let paper = it.path.split('/').next().and_then(Paper::from_id);
                let named = match (paper, say::form(kind)) {
                    (Some(paper), Some(form)) => {
                        let document = paper.label().get(lang);
                        say::AS.with(lang, &[("document", document), ("form", form)])
                    }
                    _ => label.to_owned(),
                };
                download(named, it)
            }));
            card.files.push(Shelf { title: label.to_owned(), files });
        }
        let whole = manifest::Listed {
            path: manifest::PATH.to_owned(),
            kind: Kind::Manifest.id().to_owned(),
            lang: String::new(),
            bytes: list.bytes,
        };
        card.files.push(Shelf {
            title: say::MANIFEST.get(lang).to_owned(),
            files: vec![download(manifest::PATH.to_owned(), &whole)],
        });
    }
}

/// In which part of the page a block stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Framework,
    Profile,
    Unread,
}

impl Sort {
    fn of(it: &Listed) -> Self {
        let Some(block) = it.analysis.resolved.as_ref().filter(|_| it.status.is_some()) else {
            return Self::Unread;
        };
        let extends = block.block.block.as_ref().and_then(|it| it.extends.as_ref());
        if extends.is_some() { Self::Profile } else { Self::Framework }
    }
}

/// How many errors, warnings and pieces of advice there are, and how many findings are allowed.
fn counted(findings: &Findings, lang: Lang) -> String {
    let counts = report::counts(findings, lang);
    match findings.excused() {
        0 => counts,
        n => say::ALLOWED.with(lang, &[("counts", &counts), ("n", &n.to_string())]),
    }
}

/// What a block is about, in words; the name of its kind where there are none.
fn kind(id: &str, lang: Lang) -> String {
    say::kind(id).map_or(id, |it| it.get(lang)).to_owned()
}

fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// An identifier as the name of a place: letters, digits and hyphens.
fn anchor(id: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("block-{}", id.chars().map(plain).collect::<String>())
}
