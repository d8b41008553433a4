//! `gnc message validate --format acknowledgement`: the block's own answer to each message.

use std::path::PathBuf;

use clap::ArgMatches;
use gnc::exchange::{Occasion, Unanswered, answer};
use gnc::message::{Judged, Syntax, Validator};
use gnc::render::message::sample::{to_json, to_xml};
use gnc::render::print::json;
use gnc::text::{FileId, Sources};
use gnc::view::message::MessageModel;
use gnc::words::exchange as w;

use crate::line::Say;
use crate::{Failure, commands, disk};

/// How messages are answered.
pub(super) struct Answers<'m> {
    model: &'m MessageModel,
    /// The moment that answers state.
    moment: String,
    /// Folder to write them into.
    out: Option<PathBuf>,
    say: Say,
}

impl<'m> Answers<'m> {
    pub(super) fn new(
        args: &ArgMatches,
        model: &'m MessageModel,
        say: Say,
    ) -> Result<Self, Failure> {
        let moment = match args.get_one::<String>("at") {
            Some(given) => given
                .parse()
                .map_err(|_| Failure::Usage(say.with(w::NO_MOMENT, &[("value", given)])))?,
            None => commands::now(),
        };
        let moment = moment.strftime("%Y%m%d%H%M%SZ").to_string();
        let out = args.get_one::<String>("out").map(PathBuf::from);
        Ok(Self { model, moment, out, say })
    }

    /// The answer to a message with the name of its file; without one, why there is none.
    pub(super) fn one(
        &self,
        validator: &Validator,
        name: &str,
        (sources, file): (&Sources, FileId),
        judged: &Judged,
    ) -> (String, Option<String>) {
        let lang = self.say.lang;
        let occasion = Occasion { moment: &self.moment, lang };
        let made = match answer(self.model, validator, (sources, file), judged, &occasion) {
            Ok(made) => made,
            Err(why) => {
                let reason = self.reason(validator, judged, &why);
                let args = [("file", name), ("reason", reason.as_str())];
                return (w::UNANSWERED.with(lang, &args) + "\n", None);
            }
        };
        let Some(spec) = self.model.messages.get(made.message) else { return Default::default() };
        let (text, extension) = match judged.syntax {
            Syntax::Xml => (to_xml(self.model, spec, &made.element), "xml"),
            Syntax::Json if self.out.is_some() => (json::print(&to_json(&made.element)), "json"),
            // One line each, so that many can be told apart.
            Syntax::Json => (format!("{}\n", to_json(&made.element)), "json"),
        };
        let safe = |it: char| if it.is_alphanumeric() || "-._".contains(it) { it } else { '_' };
        let name: String = name.chars().map(safe).collect();
        (text, Some(format!("{}.{}.{extension}", name.trim_start_matches('.'), spec.id)))
    }

    fn reason(&self, validator: &Validator, judged: &Judged, why: &Unanswered) -> String {
        let lang = self.say.lang;
        let id = |at: usize| self.model.messages.get(at).map_or("", |it| it.id.as_str());
        let codes = judged.error_codes(validator).join(", ");
        match why {
            Unanswered::Unknown => w::UNANSWERED_UNKNOWN.with(lang, &[("code", &codes)]),
            Unanswered::NoReference => w::UNANSWERED_REFERENCE.with(lang, &[("code", &codes)]),
            Unanswered::NoneDeclared => {
                let message = judged.message.map_or("", id);
                w::UNANSWERED_NONE.with(lang, &[("message", message)])
            }
            Unanswered::NoPlace(all) => {
                let all: Vec<&str> = all.iter().map(|at| id(*at)).collect();
                w::UNANSWERED_PLACE.with(lang, &[("answer", &all.join(", "))])
            }
        }
    }

    /// Prints or writes an answer; says on the error stream why there is none.
    pub(super) fn put(&self, text: String, file: Option<String>, say: Say) -> Result<(), Failure> {
        match (file, &self.out) {
            (Some(file), Some(out)) => disk::create(&out.join(file), &text, say),
            (Some(_), None) => crate::print(&text, say),
            (None, _) => {
                commands::to_stderr(&text);
                Ok(())
            }
        }
    }
}
