//! `gnc message sample`: messages for trials, valid ones and such as break one thing each.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use gnc::message::{self, Validator, judge};
use gnc::render::message::sample::to_xml;
use gnc::render::print::json;
use gnc::text::Sources;
use gnc::trial::{faults, trials, varied};
use gnc::view::message::MessageModel;
use gnc::words::{count, exchange as w};
use serde_json::{Value as Json, json};

use crate::line::Say;
use crate::{Failure, Outcome, disk};

pub(crate) fn run(args: &ArgMatches, model: &MessageModel, say: Say) -> Result<Outcome, Failure> {
    let out = PathBuf::from(args.get_one::<String>("out").map_or("", String::as_str));
    let wanted = args.get_one::<String>("message");
    let chosen: Vec<usize> = (0..model.messages.len())
        .filter(|at| wanted.is_none_or(|it| model.messages[*at].id == *it))
        .collect();
    if let (true, Some(wanted)) = (chosen.is_empty(), wanted) {
        let known: Vec<&str> = model.messages.iter().map(|it| it.id.as_str()).collect();
        let known = known.join(", ");
        let args = [("block", model.block.as_str()), ("message", wanted), ("known", &known)];
        return Err(Failure::Usage(say.with(w::NO_MESSAGE, &args)));
    }
    let number = |name| args.get_one::<u32>(name).copied();
    let items = number("items").unwrap_or_default() as usize;
    let seed = args.get_one::<u64>("seed").copied().unwrap_or(1);
    let validator = Validator::new(model);
    let mut folder = Folder { out: &out, model, validator: &validator, index: Vec::new(), say };
    let (rules, wrong) = (args.get_flag("rules"), args.get_flag("faults"));
    let counted = number("count").unwrap_or(u32::from(!rules && !wrong));
    for at in chosen {
        let id = &model.messages[at].id;
        for n in 0..counted {
            let made = varied(model, &validator, at, seed.wrapping_add(u64::from(n)), items);
            if let Some(made) = made {
                let about = json!({"message": id, "valid": true});
                folder.put(at, &format!("valid/{id}-{}", n + 1), &made, about)?;
            }
        }
        if rules {
            for it in trials(model, &validator, at) {
                let name = |at: usize| model.constraints[at].name();
                let file = name(it.constraint).replace('/', ".");
                let about =
                    json!({"message": id, "constraint": name(it.constraint), "valid": true});
                folder.put(at, &format!("rules/{id}/{file}.passing"), &it.passing, about)?;
                let also: Vec<&str> = it.also.iter().map(|at| name(*at)).collect();
                let about = json!({
                    "message": id, "constraint": name(it.constraint), "valid": false, "also": also,
                });
                folder.put(at, &format!("rules/{id}/{file}.failing"), &it.failing, about)?;
            }
        }
        if wrong {
            for (n, it) in faults(model, &validator, at).into_iter().enumerate() {
                let file = format!("faults/{id}/{:04}.{}", n + 1, it.code);
                let about = json!({
                    "message": id, "code": it.code, "path": it.path, "valid": false,
                });
                folder.put(at, &file, &it.failing, about)?;
            }
        }
    }
    let n = folder.index.len();
    let index = json::print(&Json::Array(folder.index));
    disk::create(&out.join("index.json"), &index, say)?;
    let n = count(say.lang, n, w::ONE, w::MANY);
    let said = say.with(w::WRITTEN, &[("n", &n), ("out", &disk::shown(&out))]);
    crate::print(&format!("{said}\n"), say)?;
    Ok(Outcome::Clean)
}

struct Folder<'a> {
    out: &'a Path,
    model: &'a MessageModel,
    validator: &'a Validator,
    /// What each message is, for whoever judges the folder.
    index: Vec<Json>,
    say: Say,
}

impl Folder<'_> {
    /// Writes a message in both syntaxes.
    fn put(&mut self, at: usize, name: &str, made: &Json, mut about: Json) -> Result<(), Failure> {
        disk::create(&self.out.join(format!("{name}.json")), &json::print(made), self.say)?;
        about["json"] = json!(format!("{name}.json"));
        let mut sources = Sources::default();
        let bytes = made.to_string().into_bytes();
        let (_, judged) = judge(self.validator, &mut sources, name, bytes);
        let tree = judged.items.as_ref().and_then(|it| message::element(self.validator, at, it));
        if let (Some(tree), Some(spec)) = (tree, self.model.messages.get(at)) {
            let xml = to_xml(self.model, spec, &tree);
            disk::create(&self.out.join(format!("{name}.xml")), &xml, self.say)?;
            about["xml"] = json!(format!("{name}.xml"));
        }
        self.index.push(about);
        Ok(())
    }
}
