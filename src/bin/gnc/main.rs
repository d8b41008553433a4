//! The `gnc` program: arguments to command to exit code.
#![allow(clippy::disallowed_methods, reason = "the shell is where disk and environment are met")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the shell talks to the terminal")]

mod commands;
mod disk;
mod line;
mod project;

use std::process::ExitCode;

use line::Say;

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

fn main() -> ExitCode {
    let say = Say::from_environment();
    let matches = match line::program(say.lang).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            let help = !error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if help { 0 } else { 2 });
        }
    };
    match commands::run(&matches, say) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Failure::Usage(message)) => {
            eprintln!("gnc: {message}");
            ExitCode::from(2)
        }
        Err(Failure::Io(message)) => {
            eprintln!("gnc: {message}");
            ExitCode::from(3)
        }
    }
}
