//! `gnc new`: a bilateral annex begun on a framework, or a framework of a kind.

mod ask;
mod place;

use std::collections::BTreeMap;
use std::path::Path;

use clap::ArgMatches;
use gnc::diag::Severity;
use gnc::model::{Date, Name, Scalar, closest};
use gnc::resolve::{PointState, Resolved};
use gnc::shipped;
use gnc::start::{self, Annex, Framework, Member};
use gnc::words::{Label, Lang, cli, start as words};

use crate::disk::Loader;
use crate::line::Say;
use crate::{Failure, Outcome, commands, disk};

use ask::Asker;
use place::{Base, Place};

/// Days after which open points are due unless told otherwise.
const DAYS: i32 = 90;

pub(crate) fn run(args: &ArgMatches, say: Say) -> Result<Outcome, Failure> {
    let text = |name: &str| args.get_one::<String>(name).map(String::as_str);
    match (text("from"), text("kind")) {
        (Some(from), _) => annex(args, from, say),
        (None, Some(kind)) => framework(args, kind, say),
        (None, None) => {
            let args = [("frameworks", &*frameworks()), ("kinds", &*shipped::kinds().join(", "))];
            Err(Failure::Usage(say.with(words::FROM_OR_KIND, &args)))
        }
    }
}

/// The frameworks that ship, as a list.
fn frameworks() -> String {
    let ids: Vec<_> = shipped::FRAMEWORKS.iter().map(|it| it.id).collect();
    ids.join(", ")
}

fn annex(args: &ArgMatches, from: &str, say: Say) -> Result<Outcome, Failure> {
    let project = commands::project(Path::new("."), say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let base = Base::find(from, &project, say)?;
    let file = base.load(&mut workspace, &project, say)?;
    workspace.prepare();
    let analysis = workspace.analyse(file);
    let Some(framework) = analysis.resolved.filter(|_| analysis.complete) else {
        let mut findings = analysis.findings;
        findings.list.retain(|it| it.severity == Severity::Error);
        let colour = commands::colour(args);
        let text = gnc::report::human(&workspace.sources, &findings, say.lang, colour);
        commands::to_stderr(&text);
        return Ok(Outcome::Findings);
    };
    base.is_wanted(from, &framework, say)?;
    let today = commands::today();
    let mut asker = Asker::new(say);
    let given = Given::read(args, &framework, &mut asker, say)?;
    let (members, assumed) = given.members(&framework, &mut asker, say)?;
    let due = due(args, today, &mut asker, say)?;
    let usual = || {
        let who: Vec<_> = members.iter().map(|it| it.id.to_lowercase()).collect();
        let what = framework.id().split_once('.').map_or(framework.id(), |(_, what)| what);
        format!("{}.{what}", who.join("-"))
    };
    let given = args.get_one::<String>("id").map(|it| checked(it, say)).transpose()?;
    let id = given.unwrap_or_else(usual);
    let wanted = Annex { id, members, date: today, due };
    let text = start::annex(&framework, &wanted, say.lang);

    let place = Place::choose(args, &wanted.id, base.folder(), &project);
    let chain = Base::missing_at(&place, &workspace, say)?;
    place.write(&text, &chain, args.get_flag("force"), &base, say)?;

    // What is told is what a check of the file finds: it is read as any other.
    let project = commands::project(&place.path, say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let mut loader = Loader::new(&mut workspace, project.blocks.as_deref(), say);
    let file = loader.load(&place.path)?;
    workspace.prepare();
    let analysis = workspace.analyse(file);
    let mut parties: Vec<&str> = wanted.members.iter().map(|it| it.name.any(say.lang)).collect();
    let last = parties.pop().unwrap_or_default();
    let parties = [&parties.join(", "), words::AND.get(say.lang), last].concat();
    let shown = format!("{} {}", framework.id(), framework.version());
    let mut out = say.with(
        words::WROTE_ANNEX,
        &[("path", &place.shown()), ("parties", &parties), ("framework", &shown)],
    );
    for (name, _) in &chain {
        let path = disk::shown(&place.folder().join(name));
        out += &format!("\n{}", say.with(words::COPIED, &[("path", &path)]));
    }
    if let Some(block) = &analysis.resolved {
        out += &format!("\n{}", points(block, &wanted, say));
    }
    let errors = analysis.findings.count(Severity::Error);
    if errors > 0 {
        let n = errors.to_string();
        let args = [("n", n.as_str()), ("path", &*quoted(&place.shown()))];
        out += &format!("\n{}", say.with(words::FOUND, &args));
    }
    if !assumed.is_empty() {
        out += &format!("\n{}", say.with(words::ASSUMED, &[("what", &assumed.join(", "))]));
    }
    out += &next(&place, &[words::NEXT_BUILD, words::NEXT_STATUS, words::NEXT_FILL], say);
    crate::print(&out, say)?;
    Ok(Outcome::Clean)
}

fn framework(args: &ArgMatches, kind: &str, say: Say) -> Result<Outcome, Failure> {
    let Some(model) = shipped::of_kind(kind) else {
        let kinds = shipped::kinds();
        let all = [("name", kind), ("kinds", &*kinds.join(", "))];
        let mut message = say.with(words::NO_KIND, &all);
        if let Some(word) = closest(kind, kinds) {
            message += &format!(": {}", say.with(cli::MEANT, &[("word", word)]));
        }
        return Err(Failure::Usage(message));
    };
    let project = commands::project(Path::new("."), say)?;
    let mut workspace = commands::workspace(args, &project, say)?;
    let base = Base::Shipped(model);
    let file = base.load(&mut workspace, &project, say)?;
    workspace.prepare();
    let Some(shown) = workspace.analyse(file).resolved else { return Ok(Outcome::Findings) };
    let id = match args.get_one::<String>("id") {
        Some(id) => checked(id, say)?,
        None => format!("draft.{kind}"),
    };
    let date = commands::today();
    let wanted = Framework { id, kind: kind.to_owned(), date };
    let text = start::framework(&wanted, model.id, &shown.tree, say.lang);
    let place = Place::choose(args, &wanted.id, None, &project);
    place.write(&text, &[], args.get_flag("force"), &base, say)?;
    let mut out = say.with(words::WROTE_FRAMEWORK, &[("path", &place.shown()), ("kind", kind)]);
    out += &next(&place, &[words::NEXT_CONCEPT, words::NEXT_CHECK, words::NEXT_STATUS], say);
    crate::print(&out, say)?;
    Ok(Outcome::Clean)
}

/// How many points each Party owes.
fn points(block: &Resolved, wanted: &Annex, say: Say) -> String {
    let mut owed = BTreeMap::<&str, usize>::new();
    for point in &block.points {
        if let PointState::Open { owner: Some(owner), .. } = &point.state {
            *owed.entry(&owner.value).or_default() += 1;
        }
    }
    let each = |it: &Member| {
        let n = owed.get(&*it.id).copied().unwrap_or_default().to_string();
        say.with(words::OWES, &[("party", &it.id), ("n", &n)])
    };
    let owners: Vec<_> = wanted.members.iter().map(each).collect();
    let (n, due) = (block.points.len().to_string(), wanted.due.0.to_string());
    say.with(words::POINTS, &[("n", &n), ("owners", &owners.join(", ")), ("due", &due)])
}

/// The next steps, numbered.
fn next(place: &Place, steps: &[gnc::words::Words], say: Say) -> String {
    let mut out = format!("\n\n{}\n", words::NEXT.get(say.lang));
    let path = quoted(&place.shown());
    let args = [("path", path.as_str()), ("out", "annex"), ("lang", say.lang.code())];
    for (n, step) in steps.iter().enumerate() {
        out += &format!("  {}. {}\n", n + 1, say.with(*step, &args));
    }
    out
}

/// A path as it can be typed.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:\\~+@".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("\"{path}\"") }
}

fn checked(id: &str, say: Say) -> Result<String, Failure> {
    let fits = Name::parse(id).is_some() && id.len() <= 100 && !id.starts_with('.');
    match fits {
        true => Ok(id.to_owned()),
        false => Err(Failure::Usage(say.with(words::NO_ID, &[("value", id)]))),
    }
}

/// The day by which points are due.
fn due(args: &ArgMatches, today: Date, asker: &mut Asker, say: Say) -> Result<Date, Failure> {
    let usual = jiff::Span::new().try_days(DAYS).ok();
    let usual = usual.and_then(|it| today.0.checked_add(it).ok()).map_or(today, Date);
    let read =
        |text: &str| Date::parse(text).ok_or_else(|| say.with(words::NO_DATE, &[("value", text)]));
    match args.get_one::<String>("due") {
        Some(text) => read(text).map_err(Failure::Usage),
        None => Ok(asker.ask(words::ASK_DUE, &[], &usual.0.to_string(), read).unwrap_or(usual)),
    }
}

/// What the options say of the Parties.
struct Given<'a> {
    ids: Vec<String>,
    values: BTreeMap<(&'static str, String, Option<Lang>), &'a str>,
}

impl<'a> Given<'a> {
    fn read(
        args: &'a ArgMatches,
        framework: &Resolved,
        asker: &mut Asker,
        say: Say,
    ) -> Result<Self, Failure> {
        let roles = start::roles(framework);
        if roles.is_empty() {
            let message = say.with(words::NOT_A_FRAMEWORK, &[("id", framework.id())]);
            return Err(Failure::Usage(message));
        }
        let names = roles.iter().map(|it| it.name.as_ref().map_or("", |name| name.any(say.lang)));
        let names = names.collect::<Vec<_>>().join(", ");
        let placeholders: Vec<&str> =
            roles.iter().filter_map(|it| it.id.as_ref()).map(|it| &*it.value.0).collect();
        let read = |text: &str| parties(text, &placeholders, &names, say);
        let given = args.get_one::<String>("parties").map(|it| read(it)).transpose();
        let ids = given.map_err(Failure::Usage)?;
        let ids = ids.or_else(|| asker.ask(words::ASK_PARTIES, &[("roles", &names)], "", read));
        let ids = ids.ok_or_else(|| {
            let n = roles.len().to_string();
            Failure::Usage(say.with(words::NO_PARTIES, &[("n", &*n), ("roles", &*names)]))
        })?;
        let mut values = BTreeMap::new();
        for option in ["name", "administration", "country"] {
            for value in args.get_many::<String>(option).into_iter().flatten() {
                let first = ids.first().map_or("", String::as_str);
                let wrong = || {
                    let args = [("option", option), ("value", value.as_str()), ("party", first)];
                    Failure::Usage(say.with(words::WRONG_VALUE, &args))
                };
                let (who, what) = value.split_once('=').ok_or_else(wrong)?;
                let (id, lang) = match who.split_once(':') {
                    Some((id, code)) => (id, Some(Lang::from_code(code).ok_or_else(wrong)?)),
                    None => (who, None),
                };
                if !ids.iter().any(|it| it == id) || what.trim().is_empty() {
                    return Err(wrong());
                }
                values.insert((option, id.to_owned(), lang), what.trim());
            }
        }
        Ok(Self { ids, values })
    }

    fn get(&self, option: &'static str, id: &str, lang: Option<Lang>) -> Option<&'a str> {
        let of = |lang| self.values.get(&(option, id.to_owned(), lang)).copied();
        of(lang).or_else(|| of(None))
    }

    /// The Parties with everything that is said, asked or assumed of them; the names of what was
    /// assumed.
    fn members(
        &self,
        framework: &Resolved,
        asker: &mut Asker,
        say: Say,
    ) -> Result<(Vec<Member>, Vec<String>), Failure> {
        let mut assumed = Vec::new();
        let mut members = Vec::new();
        let countries = framework.catalogue.codelist("iso.3166-1");
        for id in &self.ids {
            let known =
                |code: &str| countries.and_then(|it| it.get(code)).map(|it| it.name.clone());
            let read = |text: &str| {
                let code = text.to_uppercase();
                let invented = matches!(code.as_bytes(), [b'X', b'A'..=b'Z']);
                let fits = code.is_empty() || invented || known(&code).is_some();
                fits.then_some(code).ok_or_else(|| say.with(words::NO_COUNTRY, &[("value", text)]))
            };
            let party = [("party", id.as_str())];
            let country = match self.get("country", id, None) {
                Some(code) => Some(read(code).map_err(Failure::Usage)?),
                None => asker.ask(words::ASK_COUNTRY, &party, "", read),
            };
            let country = country.filter(|it| !it.is_empty());
            let listed = country.as_deref().and_then(known);
            let mut texts = |option: &'static str, ask, usual: Label, what: gnc::words::Words| {
                let mut label = Label::default();
                let mut first: Option<String> = None;
                let mut told = false;
                for lang in Lang::ALL {
                    let usual = match (&first, option) {
                        // The same name in another language, unless a list knows better.
                        (Some(first), "name") if listed.is_none() => first.clone(),
                        _ => usual.any(lang).to_owned(),
                    };
                    let args = [("party", id.as_str()), ("lang", lang.code())];
                    let value = match self.get(option, id, Some(lang)) {
                        Some(value) => Some(value.to_owned()),
                        None => asker.ask(ask, &args, &usual, |it| Ok(it.to_owned())),
                    };
                    told |= value.is_some();
                    let value = value.filter(|it| !it.is_empty()).unwrap_or(usual);
                    first.get_or_insert_with(|| value.clone());
                    match lang {
                        Lang::En => label.en = value,
                        Lang::Fr => label.fr = value,
                    }
                }
                if !told && (option != "name" || listed.is_none()) {
                    assumed.push(say.with(what, &[("party", id)]));
                }
                label
            };
            let usual = listed.clone().unwrap_or_else(|| Label::new(id, id));
            let name = texts("name", words::ASK_NAME, usual, words::ASSUMED_NAME);
            let of = |lang: Lang| words::CUSTOMS_OF.with(lang, &[("name", name.any(lang))]);
            let usual = Label::new(of(Lang::En), of(Lang::Fr));
            let what = words::ASSUMED_ADMINISTRATION;
            let administration = texts("administration", words::ASK_ADMINISTRATION, usual, what);
            members.push(Member { id: id.clone(), name, administration, country });
        }
        Ok((members, assumed))
    }
}

/// The short names of the Parties.
fn parties(
    text: &str,
    placeholders: &[&str],
    roles: &str,
    say: Say,
) -> Result<Vec<String>, String> {
    const LONGEST: usize = 20;
    let ids: Vec<String> = text.split(',').map(|it| it.trim().to_owned()).collect();
    for (at, id) in ids.iter().enumerate() {
        let letters = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let begins = id.starts_with(|c: char| c.is_ascii_alphabetic());
        let twice = ids.iter().take(at).any(|it| it.eq_ignore_ascii_case(id));
        // A Party under the name of the placeholder of another would be taken for that one.
        let others = placeholders.iter().enumerate().any(|(it, name)| it != at && name == id);
        if !letters || !begins || id.len() > LONGEST || twice || others {
            return Err(say.with(words::WRONG_PARTY, &[("name", id)]));
        }
    }
    if ids.len() != placeholders.len() {
        let (n, found) = (placeholders.len().to_string(), ids.len().to_string());
        let args = [("n", &*n), ("roles", roles), ("found", &*found)];
        return Err(say.with(words::OTHER_NUMBER, &args));
    }
    Ok(ids)
}
