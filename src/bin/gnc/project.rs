//! The project file `gnc.toml`, found upwards from where the program is called.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gnc::allowance::Written;
use gnc::check::{Own, Refusal, Role, Rule, Settings};
use gnc::diag::Pack;
use gnc::words::{cli, documents};
use serde::Deserialize;
use toml::Spanned;

use crate::Failure;
use crate::disk;
use crate::line::Say;

/// Name of the project file.
const NAME: &str = "gnc.toml";

/// What a project chooses. Paths are relative to the project file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Project {
    /// Folder of the project's blocks.
    pub(crate) blocks: Option<PathBuf>,
    /// Folder of datasets and code lists that replace or extend the embedded ones.
    pub(crate) data: Option<PathBuf>,
    /// Folder of templates that take the place of the embedded ones.
    pub(crate) templates: Option<PathBuf>,
    /// Word file whose look the Word files take over.
    pub(crate) reference: Option<PathBuf>,
    /// What the project chooses of the rules.
    rules: Rules,
    /// Rules that the project wrote for itself, and the blocks that it answers for.
    pub(crate) house: House,
    /// Other documents that its blocks are looked at beside.
    pub(crate) documents: Vec<Document>,
    /// Findings that the project allows.
    suppress: Vec<Spanned<Suppress>>,
    /// The name and the text of the project file.
    #[serde(skip)]
    pub(crate) own: Option<(String, String)>,
}

/// Findings that the project allows.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Suppress {
    rule: RuleNames,
    block: Option<String>,
    place: String,
    reason: String,
    author: String,
    until: Option<toml::Value>,
}

/// One rule or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum RuleNames {
    One(String),
    Many(Vec<String>),
}

impl Default for RuleNames {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

/// What the project chooses of the rules.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Rules {
    /// Whether house rules run: the same as `packs.house`.
    house: Option<bool>,
    /// Packs that are switched on or off.
    packs: BTreeMap<String, bool>,
    /// What single rules weigh.
    severity: BTreeMap<String, String>,
}

/// Rules that the project wrote for itself.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct House {
    /// The files of rules.
    pub(crate) rules: Vec<PathBuf>,
    /// The blocks that the project answers for: identifiers, or `who.*`.
    pub(crate) owns: Vec<String>,
}

/// Another document that the project's blocks are looked at beside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    /// What it is: `earlier`, `partner` or `in-use`.
    pub(crate) role: String,
    /// The file of the block, or its folder.
    pub(crate) file: PathBuf,
}

impl Project {
    /// The project file of the folder `from` or of the nearest folder above it.
    pub(crate) fn find(from: &Path, say: Say) -> Result<Self, Failure> {
        let Some(path) = from.ancestors().map(|it| it.join(NAME)).find(|it| it.is_file()) else {
            return Ok(Self::default());
        };
        let wrong = |reason: &str| {
            let path = path.display().to_string();
            Failure::Io(say.with(cli::PROJECT_FILE, &[("path", &path), ("reason", reason)]))
        };
        let text = std::fs::read_to_string(&path).map_err(|error| wrong(&error.to_string()))?;
        let mut project: Self = toml::from_str(&text).map_err(|error| wrong(&error.to_string()))?;
        let home = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let Self { blocks, data, templates, reference, .. } = &mut project;
        for path in [blocks, data, templates, reference].into_iter().flatten() {
            *path = home.join(&*path);
        }
        for document in &mut project.documents {
            document.file = home.join(&document.file);
            if Role::from_id(&document.role).is_none() {
                return Err(wrong(&say.with(documents::NO_ROLE, &[("role", &document.role)])));
            }
        }
        for file in &mut project.house.rules {
            *file = home.join(&*file);
        }
        // What its own rules weigh is looked at when they are read.
        if project.house.rules.is_empty() {
            project.settings(Vec::new()).map_err(|refusal| wrong(&refusal.say(say.lang)))?;
        }
        project.own = Some((disk::shown(&path), text));
        Ok(project)
    }

    /// The failure that a choice of this project file is refused.
    pub(crate) fn refused(&self, refusal: &Refusal, say: Say) -> Failure {
        let path = self.own.as_ref().map_or(NAME, |(path, _)| path.as_str());
        let reason = refusal.say(say.lang);
        Failure::Io(say.with(cli::PROJECT_FILE, &[("path", path), ("reason", &reason)]))
    }

    /// What the project chooses of the rules, these of its own among them.
    pub(crate) fn settings(&self, rules: Vec<&'static Rule>) -> Result<Settings, Refusal> {
        let own = Own { rules, owns: self.house.owns.clone() };
        let mut settings = Settings::with(own);
        if let Some(on) = self.rules.house {
            settings.choose(Pack::House.id(), on)?;
        }
        for (pack, on) in &self.rules.packs {
            settings.choose(pack, *on)?;
        }
        for (rule, severity) in &self.rules.severity {
            settings.weigh(rule, severity)?;
        }
        Ok(settings)
    }

    /// What the project allows, each with its bytes in the project file.
    pub(crate) fn allowances(&self) -> impl Iterator<Item = (Written, std::ops::Range<usize>)> {
        self.suppress.iter().map(|it| {
            let (span, it) = (it.span(), it.get_ref());
            let rules = match &it.rule {
                RuleNames::One(rule) => vec![rule.clone()],
                RuleNames::Many(rules) => rules.clone(),
            };
            let until = it.until.as_ref().map(|until| match until {
                toml::Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            let (place, reason, author) = (it.place.clone(), it.reason.clone(), it.author.clone());
            (Written { rules, block: it.block.clone(), place, reason, author, until }, span)
        })
    }
}
