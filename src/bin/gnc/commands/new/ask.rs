//! Questions to whoever sits at the terminal; nobody is asked when nobody sits there.

use std::io::{BufRead, IsTerminal, Write};

use gnc::words::{Words, start as words};

use crate::line::Say;

/// Asks questions, if there is somebody to ask.
pub(super) struct Asker {
    say: Say,
    /// Whether somebody reads the questions and can answer.
    there: bool,
    /// Whether it was said that questions follow.
    announced: bool,
}

impl Asker {
    /// Somebody is there when both what is asked and what is answered go through a terminal.
    pub(super) fn new(say: Say) -> Self {
        let there = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Self { say, there, announced: false }
    }

    /// Asks until the answer can be read; `usual` is what no answer means. `None` when nobody is
    /// there, or left.
    pub(super) fn ask<T>(
        &mut self,
        question: Words,
        args: &[(&str, &str)],
        usual: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        /// After so many wrong answers something other than a person answers.
        const TRIES: usize = 20;
        let question = self.say.with(question, args);
        for _ in 0..TRIES {
            if !self.there {
                return None;
            }
            let mut err = std::io::stderr().lock();
            if !std::mem::replace(&mut self.announced, true) {
                let _ = writeln!(err, "{}", words::QUESTIONS.get(self.say.lang));
            }
            let words = if usual.is_empty() { words::BARE_QUESTION } else { words::QUESTION };
            let args = [("question", question.as_str()), ("usual", usual)];
            let _ = write!(err, "{}", self.say.with(words, &args));
            let _ = err.flush();
            let mut answer = String::new();
            match std::io::stdin().lock().read_line(&mut answer) {
                Ok(n) if n > 0 => {}
                _ => {
                    let _ = writeln!(err);
                    self.there = false;
                    return None;
                }
            }
            let answer = answer.trim();
            match read(if answer.is_empty() { usual } else { answer }) {
                Ok(value) => return Some(value),
                Err(wrong) => {
                    let _ = writeln!(err, "  {wrong}");
                }
            }
        }
        None
    }
}
