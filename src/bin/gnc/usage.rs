//! A command line that cannot be understood, said in the language of the user.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use gnc::words::{cli, usage};

use crate::line::Say;

/// What is wrong, what was probably meant, and where to read more.
pub(crate) fn explain(error: &Error, say: Say) -> String {
    let texts = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.as_str()],
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    let text = |kind| texts(kind).join(", ");
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let (words, what) = match error.kind() {
        ErrorKind::UnknownArgument => (usage::UNKNOWN_ARGUMENT, argument),
        ErrorKind::InvalidSubcommand => {
            (usage::UNKNOWN_COMMAND, text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => (usage::NO_VALUE, argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (usage::WRONG_VALUE, argument),
        ErrorKind::MissingRequiredArgument => (usage::MISSING, argument),
        ErrorKind::MissingSubcommand => (usage::NO_COMMAND, String::new()),
        ErrorKind::ArgumentConflict => {
            let prior = text(ContextKind::PriorArg);
            let twice = prior.is_empty() || prior == argument;
            let words = if twice { usage::TWICE } else { usage::NOT_TOGETHER };
            (words, if twice { argument } else { format!("{argument}, {prior}") })
        }
        ErrorKind::InvalidUtf8 => (usage::NOT_TEXT, String::new()),
        _ => (usage::OTHER, String::new()),
    };
    let mut lines = vec![say.with(words, &[("what", &what), ("value", &value)])];
    let meant = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedCommand,
        ContextKind::SuggestedValue,
    ];
    // Of several the likeliest comes last.
    let meant = meant.into_iter().find_map(|kind| texts(kind).last().copied());
    lines.extend(meant.map(|word| say.with(cli::MEANT, &[("word", word)])));
    let allowed = text(ContextKind::ValidValue);
    if !allowed.is_empty() {
        lines.push(say.with(usage::ALLOWED, &[("values", &allowed)]));
    }
    lines.push(usage::SEE_HELP.get(say.lang).to_owned());
    lines.join("\n  ")
}
