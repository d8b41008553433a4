//! The command line: commands, options, their help in the language of the user.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use gnc::diag::{Basis, Pack, Severity};
use gnc::diff::Class;
use gnc::model::Maturity;
use gnc::render::Kind;
use gnc::render::stub::Language;
use gnc::report::{self, Format};
use gnc::rulebook::Format as Form;
use gnc::view::document::Paper;
use gnc::words::exchange;
use gnc::words::{
    Lang, Languages, Words, catalogue, cli, diff, documents, index, mapping, reference, requests,
    rulebook, start, status, stub,
};

/// The language and the looks of what the program says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Say {
    /// The language.
    pub(crate) lang: Lang,
}

impl Say {
    /// The language is needed before the arguments are read, since their help is in it.
    pub(crate) fn from_environment() -> Self {
        let mut args = std::env::args_os().map(|it| it.to_string_lossy().into_owned());
        let mut chosen = None;
        while let Some(arg) = args.next() {
            match arg.strip_prefix("--speak") {
                Some("") => chosen = args.next(),
                Some(value) => chosen = value.strip_prefix('=').map(str::to_owned),
                None => {}
            }
        }
        let variables = ["GNC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        let set = variables.iter().filter_map(|name| std::env::var(name).ok());
        let code = chosen.into_iter().chain(set.filter(|value| !value.is_empty())).next();
        let lang = code.and_then(|code| Lang::from_code(code.get(..2).unwrap_or("")));
        Self { lang: lang.unwrap_or_default() }
    }

    /// A sentence with its placeholders filled.
    pub(crate) fn with(self, words: Words, args: &[(&str, &str)]) -> String {
        words.with(self.lang, args)
    }
}

/// The whole command line.
pub(crate) fn program(lang: Lang) -> Command {
    let say = Help { lang };
    let check =
        say.command("check", cli::CHECK)
            .arg(say.positional("blocks", "BLOCKS", cli::CHECK_BLOCKS).num_args(0..))
            .arg(say.option("format", "FORMAT", cli::CHECK_FORMAT).value_parser(
                PossibleValuesParser::new(Format::ALL.iter().map(|format| format.id())),
            ))
            .arg(say.option("fail-on", "WEIGHT", cli::FAIL_ON).value_parser(
                PossibleValuesParser::new(Severity::ALL.iter().map(|severity| severity.id())),
            ))
            .arg(say.files("earlier", documents::EARLIER_HELP))
            .arg(say.files("partner", documents::PARTNER_HELP))
            .arg(say.files("in-use", documents::IN_USE_HELP))
            .arg(say.option("built", "DIR", documents::BUILT_HELP))
            .arg(say.flag("fix", cli::FIX))
            .arg(say.flag("diff", cli::DIFF))
            .arg(say.option("baseline", "FILE", cli::BASELINE))
            .arg(
                say.option("write-baseline", "FILE", cli::WRITE_BASELINE)
                    .conflicts_with_all(["baseline", "fix", "diff"]),
            );
    let build = say
        .command("build", cli::BUILD)
        .arg(say.positional("block", "BLOCK", cli::BUILD_BLOCK).required(true))
        .arg(say.option("out", "DIR", cli::OUT).required(true))
        .arg(
            say.option("only", "KIND", cli::ONLY)
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.id()))),
        )
        .arg(
            say.option("with", "KIND", cli::WITH)
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.id()))),
        )
        .arg(
            say.option("document", "DOCUMENT", cli::DOCUMENT)
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(Paper::ALL.iter().map(|it| it.id()))),
        )
        .arg(
            say.option("lang", "LANG", cli::LANG)
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(Languages::ALL.iter().map(|it| it.code()))),
        )
        .arg(say.option("templates", "DIR", cli::TEMPLATES))
        .arg(say.option("reference", "FILE", reference::HELP))
        .arg(say.files("earlier", documents::EARLIER_OF_RECORD))
        .arg(say.flag("draft", cli::DRAFT));
    let show = say
        .command("show", cli::SHOW)
        .arg(say.positional("block", "BLOCK", cli::BUILD_BLOCK).required(true))
        .arg(say.flag("resolved", cli::RESOLVED))
        .arg(
            say.choice("format", "FORMAT", cli::SHOW_FORMAT, ["yaml", "json"]).requires("resolved"),
        );
    let status = say
        .command("status", status::ABOUT)
        .arg(say.positional("blocks", "BLOCKS", status::BLOCKS).num_args(0..))
        .arg(
            say.option("format", "FORMAT", status::FORMAT)
                .value_parser(PossibleValuesParser::new(["human", "json"])),
        )
        .arg(say.option("today", "DATE", status::TODAY));
    let index = say
        .command("index", index::ABOUT)
        .arg(say.positional("dir", "DIR", index::DIR).required(true))
        .arg(say.positional("blocks", "BLOCKS", index::BLOCKS).num_args(0..))
        .arg(
            say.choice("lang", "LANGS", index::LANG, Lang::ALL.map(Lang::code))
                .value_delimiter(','),
        )
        .arg(say.option("templates", "DIR", cli::TEMPLATES));
    let documents_of = [Kind::Docx, Kind::Markdown, Kind::Html, Kind::Pdf];
    let propose = say
        .command("propose", requests::ABOUT)
        .arg(say.positional("block", "BLOCK", cli::BUILD_BLOCK).required(true))
        .arg(say.option("element", "PATH", requests::ELEMENT).action(ArgAction::Append))
        .arg(say.option("out", "DIR", requests::OUT))
        .arg(
            say.choice("only", "KIND", requests::ONLY, documents_of.map(Kind::id))
                .value_delimiter(','),
        )
        .arg(
            say.choice("lang", "LANG", cli::LANG, Languages::ALL.map(Languages::code))
                .value_delimiter(','),
        )
        .arg(say.option("templates", "DIR", cli::TEMPLATES))
        .arg(say.option("reference", "FILE", reference::HELP))
        .arg(say.files("in-use", documents::IN_USE_HELP));
    let diff = say
        .command("diff", diff::ABOUT)
        .arg(say.positional("old", "OLD", diff::OLD).required(true))
        .arg(say.positional("new", "NEW", diff::NEW).required(true))
        .arg(
            say.option("format", "FORMAT", diff::FORMAT)
                .value_parser(PossibleValuesParser::new(["human", "json"])),
        )
        .arg(
            say.option("fail-on", "CLASS", diff::FAIL_ON)
                .value_parser(PossibleValuesParser::new(Class::ALL.iter().map(|it| it.id()))),
        );
    let templates = say
        .command("templates", cli::TEMPLATES_ABOUT)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(cli::COMMANDS.get(lang))
        .subcommand(
            say.command("export", cli::TEMPLATES_EXPORT)
                .arg(say.positional("dir", "DIR", cli::TEMPLATES_DIR).required(true))
                .arg(say.flag("force", cli::TEMPLATES_FORCE)),
        );
    let translations = say
        .command("translations", cli::TRANSLATIONS)
        .arg(say.positional("block", "BLOCK", cli::BUILD_BLOCK).required(true))
        .arg(say.option("accept", "PLACE", cli::TRANSLATIONS_ACCEPT).value_delimiter(','))
        .arg(say.flag("all", cli::TRANSLATIONS_ALL))
        .arg(say.flag("diff", cli::FMT_DIFF));
    let fmt = say
        .command("fmt", cli::FMT)
        .arg(say.positional("blocks", "BLOCKS", cli::FMT_BLOCKS).num_args(0..))
        .arg(say.flag("check", cli::FMT_CHECK))
        .arg(say.flag("diff", cli::FMT_DIFF));
    let explain = say
        .command("explain", rulebook::EXPLAIN)
        .arg(say.positional("rules", "NAME", rulebook::EXPLAIN_RULES).num_args(0..))
        .arg(say.choice("format", "FORMAT", rulebook::EXPLAIN_FORMAT, ["md", "json"]));
    let new = say
        .command("new", start::ABOUT)
        .arg(say.option("from", "FRAMEWORK", start::FROM).conflicts_with("kind"))
        .arg(say.option("parties", "A,B", start::PARTIES).conflicts_with("kind"))
        .arg(
            say.option("name", "PARTY=NAME", start::NAME)
                .action(ArgAction::Append)
                .conflicts_with("kind"),
        )
        .arg(
            say.option("administration", "PARTY=NAME", start::ADMINISTRATION)
                .action(ArgAction::Append)
                .conflicts_with("kind"),
        )
        .arg(
            say.option("country", "PARTY=CODE", start::COUNTRY)
                .action(ArgAction::Append)
                .conflicts_with("kind"),
        )
        .arg(say.option("due", "DATE", start::DUE).conflicts_with("kind"))
        .arg(say.option("kind", "KIND", start::KIND))
        .arg(say.option("id", "ID", start::ID))
        .arg(say.option("out", "PATH", start::OUT))
        .arg(say.flag("force", start::FORCE));
    let rules = say
        .command("rules", rulebook::RULES)
        .arg(say.choice("format", "FORMAT", rulebook::RULES_FORMAT, Form::ALL.map(Form::id)))
        .arg(
            say.choice("pack", "PACK", rulebook::ONLY_PACK, Pack::ALL.map(Pack::id))
                .value_delimiter(','),
        )
        .arg(say.choice("basis", "BASIS", rulebook::ONLY_BASIS, Basis::IDS))
        .arg(say.choice(
            "severity",
            "WEIGHT",
            rulebook::ONLY_SEVERITY,
            Severity::ALL.map(Severity::id),
        ))
        .arg(say.choice(
            "status",
            "STATUS",
            rulebook::ONLY_STATUS,
            Maturity::ALL.iter().map(|it| it.id()),
        ))
        .arg(say.flag("has-fix", rulebook::ONLY_FIX))
        .arg(say.flag("example", rulebook::EXAMPLE));
    let catalogue = say
        .command("catalogue", catalogue::ABOUT)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(cli::COMMANDS.get(lang))
        .subcommand(say.command("search", catalogue::SEARCH).arg(
            say.positional("query", "QUERY", catalogue::SEARCH_QUERY).required(true).num_args(1..),
        ))
        .subcommand(
            say.command("show", catalogue::SHOW)
                .arg(say.positional("id", "ID", catalogue::SHOW_ID).required(true)),
        )
        .subcommand(
            say.command("map", mapping::ABOUT)
                .arg(say.positional("structures", "STRUCTURE", mapping::STRUCTURES).num_args(0..))
                .arg(say.option("block", "BLOCK", mapping::BLOCK))
                .arg(say.choice(
                    "format",
                    "FORMAT",
                    mapping::FORMAT,
                    report::mapping::Form::ALL.map(report::mapping::Form::id),
                )),
        )
        .subcommand(say.command("list", catalogue::LIST));
    let import = say
        .command("import", cli::IMPORT)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(cli::COMMANDS.get(lang))
        .subcommand(
            say.command("xlsx", cli::IMPORT_XLSX)
                .arg(say.positional("file", "FILE", cli::IMPORT_FILE).required(true))
                .arg(say.option("block", "BLOCK", cli::IMPORT_BLOCK).required(true))
                .arg(say.option("templates", "DIR", cli::TEMPLATES))
                .arg(say.flag("write", cli::IMPORT_WRITE)),
        )
        .subcommand(
            say.command("xsd", cli::IMPORT_XSD)
                .arg(say.positional("file", "FILE", cli::IMPORT_SCHEMA).required(true))
                .arg(say.option("out", "FILE", cli::IMPORT_OUT))
                .arg(say.option("within", "DIR", cli::IMPORT_WITHIN))
                .arg(say.option("id", "ID", cli::IMPORT_ID))
                .arg(
                    say.option("levels", "N", cli::IMPORT_LEVELS)
                        .value_parser(clap::value_parser!(u8).range(1..=32)),
                )
                .arg(
                    say.option("format", "FORMAT", cli::IMPORT_FORMAT)
                        .value_parser(["human", "json"]),
                ),
        );
    let block = || say.option("block", "BLOCK", exchange::BLOCK).required(true);
    let message = say
        .command("message", exchange::MESSAGE)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(cli::COMMANDS.get(lang))
        .subcommand(
            say.command("validate", exchange::VALIDATE)
                .arg(say.positional("files", "FILES", exchange::FILES).required(true).num_args(1..))
                .arg(block())
                .arg(say.option("facts", "FILE", exchange::FACTS))
                .arg(say.option("format", "FORMAT", exchange::FORMAT).value_parser([
                    "human",
                    "json",
                    "acknowledgement",
                ]))
                .arg(say.option("out", "DIR", exchange::ANSWER_OUT))
                .arg(say.option("at", "MOMENT", exchange::ANSWER_AT)),
        )
        .subcommand(
            say.command("convert", exchange::CONVERT)
                .arg(say.positional("file", "FILE", exchange::FILE).required(true))
                .arg(block())
                .arg(say.option("out", "FILE", exchange::OUT)),
        )
        .subcommand(
            say.command("match", exchange::MATCH)
                .arg(say.positional("message", "A", exchange::MATCH_MESSAGE).required(true))
                .arg(say.positional("document", "B", exchange::MATCH_DOCUMENT).required(true))
                .arg(block())
                .arg(say.option("matching", "ID", exchange::MATCHING))
                .arg(say.option("facts", "FILE", exchange::FACTS))
                .arg(say.choice("format", "FORMAT", exchange::MATCH_FORMAT, ["human", "json"])),
        )
        .subcommand(
            say.command("prefill", exchange::PREFILL)
                .arg(say.positional("message", "A", exchange::MATCH_MESSAGE).required(true))
                .arg(block())
                .arg(say.option("matching", "ID", exchange::MATCHING))
                .arg(say.option("facts", "FILE", exchange::FACTS))
                .arg(say.option("out", "FILE", exchange::PREFILL_OUT))
                .arg(say.choice("format", "FORMAT", exchange::MATCH_FORMAT, ["human", "json"])),
        )
        .subcommand(
            say.command("sample", exchange::SAMPLE)
                .arg(block())
                .arg(say.option("out", "DIR", exchange::SAMPLE_OUT).required(true))
                .arg(say.option("message", "MESSAGE", exchange::SAMPLE_MESSAGE))
                .arg(
                    say.option("count", "N", exchange::SAMPLE_COUNT)
                        .value_parser(clap::value_parser!(u32).range(1..=1_000_000)),
                )
                .arg(
                    say.option("items", "N", exchange::SAMPLE_ITEMS)
                        .value_parser(clap::value_parser!(u32).range(1..=100_000)),
                )
                .arg(
                    say.option("seed", "N", exchange::SAMPLE_SEED)
                        .value_parser(clap::value_parser!(u64)),
                )
                .arg(say.flag("rules", exchange::SAMPLE_RULES))
                .arg(say.flag("faults", exchange::SAMPLE_FAULTS)),
        )
        .subcommand(
            say.command("explain", exchange::EXPLAIN)
                .arg(say.positional("path", "PATH", exchange::PATH).required(true))
                .arg(block()),
        );
    let stub = say
        .command("stub", stub::ABOUT)
        .arg(block())
        .arg(
            say.choice("lang", "LANG", stub::LANGUAGE, Language::ALL.map(Language::id))
                .required(true),
        )
        .arg(say.option("out", "DIR", stub::OUT).required(true));
    say.command("gnc", cli::ABOUT)
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(cli::COMMANDS.get(lang))
        .arg(say.flag("version", cli::VERSION).short('V').action(ArgAction::Version))
        .arg(
            say.option("speak", "LANG", cli::SPEAK)
                .global(true)
                .value_parser(PossibleValuesParser::new(Lang::ALL.iter().map(|lang| lang.code()))),
        )
        .arg(say.option("data", "DIR", cli::DATA).global(true))
        .arg(
            say.option("color", "WHEN", cli::COLOR)
                .global(true)
                .value_parser(["auto", "always", "never"])
                .default_value("auto")
                .hide_default_value(true)
                .hide_possible_values(true),
        )
        .disable_version_flag(true)
        .subcommand(check)
        .subcommand(build)
        .subcommand(show)
        .subcommand(status)
        .subcommand(index)
        .subcommand(propose)
        .subcommand(diff)
        .subcommand(fmt)
        .subcommand(templates)
        .subcommand(translations)
        .subcommand(explain)
        .subcommand(new)
        .subcommand(rules)
        .subcommand(
            say.command("schema", cli::SCHEMA).arg(
                say.positional("what", "WHAT", cli::SCHEMA_WHAT)
                    .hide_possible_values(true)
                    .value_parser(PossibleValuesParser::new(["block", "house-rules"])),
            ),
        )
        .subcommand(catalogue)
        .subcommand(import)
        .subcommand(message)
        .subcommand(stub)
}

/// Builds parts of the command line with their help in one language.
#[derive(Clone, Copy)]
struct Help {
    lang: Lang,
}

impl Help {
    fn command(self, name: &'static str, about: Words) -> Command {
        let template = format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}",
            cli::USAGE.get(self.lang)
        );
        Command::new(name)
            .about(about.get(self.lang))
            .help_template(template)
            .disable_help_flag(true)
            .arg(self.flag("help", cli::HELP).short('h').action(ArgAction::Help))
    }

    fn positional(self, name: &'static str, value: &'static str, help: Words) -> Arg {
        Arg::new(name)
            .value_name(value)
            .help(help.get(self.lang))
            .help_heading(cli::ARGUMENTS.get(self.lang))
    }

    fn option(self, name: &'static str, value: &'static str, help: Words) -> Arg {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(help.get(self.lang))
            .help_heading(cli::OPTIONS.get(self.lang))
            .hide_possible_values(true)
    }

    /// An option that takes one of these words.
    fn choice(
        self,
        name: &'static str,
        value: &'static str,
        help: Words,
        words: impl IntoIterator<Item = &'static str>,
    ) -> Arg {
        self.option(name, value, help).value_parser(PossibleValuesParser::new(words))
    }

    /// Files, one for each time the option is given.
    fn files(self, name: &'static str, help: Words) -> Arg {
        self.option(name, "FILE", help).action(ArgAction::Append)
    }

    fn flag(self, name: &'static str, help: Words) -> Arg {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(help.get(self.lang))
            .help_heading(cli::OPTIONS.get(self.lang))
    }
}
