//! The `gnc` program: arguments to command to exit code.
#![allow(clippy::disallowed_methods, reason = "the shell is where disk and environment are met")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the shell talks to the terminal")]

mod commands;
mod disk;
mod line;
mod project;
mod usage;

use std::process::ExitCode;

use clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
use gnc::words::usage::CANNOT_PRINT;

use line::Say;

/// Most of what the program does is small texts and lists: an allocator made for them saves time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command ended; the numbers are part of the command line's contract (`docs/cli.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done, and nothing was found at or above the chosen weight.
    Clean,
    /// Done, and something was found.
    Findings,
}

/// Why a command could not be done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was called wrongly.
    Usage(String),
    /// Something could not be read or written.
    Io(String),
}

/// Prints what a command has to say. Whoever reads may stop early, as `head` does: that is no
/// failure.
pub(crate) fn print(text: &str, say: Say) -> Result<(), Failure> {
    use std::io::{ErrorKind, Write};
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let reason = disk::reason(&error, say);
            Err(Failure::Io(say.with(CANNOT_PRINT, &[("reason", &reason)])))
        }
        _ => Ok(()),
    }
}

/// Says on the error stream what belongs to the result on the other; nobody has to listen.
pub(crate) fn remark(text: &str) {
    use std::io::Write;
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Says on the error stream why a command could not be done; nobody has to listen.
fn complain(message: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "gnc: {message}");
}

fn main() -> ExitCode {
    let say = Say::from_environment();
    let matches = match line::program(say.lang).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            // Help and version are no errors; help in answer to no command at all is one.
            if !error.use_stderr() || error.kind() == DisplayHelpOnMissingArgumentOrSubcommand {
                let _ = error.print();
                return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
            }
            complain(&usage::explain(&error, say));
            return ExitCode::from(2);
        }
    };
    match commands::run(&matches, say) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Failure::Usage(message)) => {
            complain(&message);
            ExitCode::from(2)
        }
        Err(Failure::Io(message)) => {
            complain(&message);
            ExitCode::from(3)
        }
    }
}
