//! Parties are called by their role.

use crate::check::{Check, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::syntax::Value;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "TRM-04",
        name: "party-called-country-a",
        title: words("Parties are called by their role or name, not “country A”", "Les Parties sont désignées par leur rôle ou leur nom, non par « pays A »"),
        message: words("the text speaks of “{words}”", "le texte parle de « {words} »"),
        why: words("Who is meant by a letter depends on the reader; exporting and importing Party hold in both directions.", "Qui se cache derrière une lettre dépend du lecteur ; Partie exportatrice et Partie importatrice valent dans les deux sens."),
        help: words("Write “exporting Party” or “importing Party”, or the name of the Party.", "Écrivez « Partie exportatrice » ou « Partie importatrice », ou le nom de la Partie."),
        severity: Severity::Warning,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Negotiation,
    early: &[],
    fixes: &[],
    bad: "
business_case:
  scope:
    goods: {en: All goods that country A exports., fr: Toutes les marchandises exportées par le pays A.}
",
    good: "
business_case:
  scope:
    goods: {en: All goods that the exporting Party exports., fr: Toutes les marchandises exportées par la Partie exportatrice.}
",
    check: Check::Block(check),
};

fn check(block: &Resolved, findings: &mut Findings) {
    let mut stack = vec![&block.tree];
    while let Some(node) = stack.pop() {
        match &node.value {
            Value::Null => {}
            Value::Scalar(scalar) => {
                if let Some(words) = lettered_country(&scalar.text) {
                    findings.add(RULE.at(node.span).arg("words", words));
                }
            }
            Value::List(items) => stack.extend(items),
            Value::Map(entries) => stack.extend(entries.iter().map(|entry| &entry.value)),
        }
    }
}

/// The first “country A”, “pays B” or the like.
fn lettered_country(text: &str) -> Option<&str> {
    // Few texts have such a letter behind a blank, and only those are searched.
    let lettered = |pair: &[u8]| matches!(pair, [b' ', b'A'..=b'D']);
    if !text.as_bytes().windows(2).any(lettered) {
        return None;
    }
    for word in ["ountry ", "ays "] {
        for (at, _) in text.match_indices(word) {
            let start = at.checked_sub(1)?;
            let first = text.as_bytes().get(start)?.to_ascii_lowercase();
            let whole = matches!(first, b'c' | b'p')
                && !text.as_bytes()[..start].last().is_some_and(u8::is_ascii_alphabetic);
            let letter = at + word.len();
            let is_letter =
                text.as_bytes().get(letter).is_some_and(|it| (b'A'..=b'D').contains(it));
            let ends = text[letter..]
                .chars()
                .nth(1)
                .is_none_or(|next| !next.is_alphanumeric() && next != '’' && next != '\'');
            if whole && is_letter && ends {
                return text.get(start..=letter);
            }
        }
    }
    None
}
