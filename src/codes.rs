//! Everything the tool may find, in one list.

use crate::catalogue;
use crate::check::RULES;
use crate::diag::Code;
use crate::{allowance, house, import, message, model, pattern, printing, resolve, syntax};

/// Every code: of reading, of resolving, of the reference data and of the rules, by identifier.
pub fn all() -> Vec<&'static Code> {
    let mut codes: Vec<&'static Code> = Vec::new();
    codes.extend(syntax::codes::CODES);
    codes.extend(model::CODES);
    codes.extend(resolve::CODES);
    codes.extend(allowance::CODES);
    codes.extend(catalogue::codes::ALL);
    codes.extend(house::CODES);
    codes.extend(import::CODES);
    codes.extend(message::codes::CODES);
    codes.extend(pattern::CODES);
    codes.extend(RULES.iter().map(|rule| &rule.code));
    codes.push(&crate::verify::SAMPLE_REFUSED);
    codes.push(&crate::verify::SAME_PATH);
    codes.push(&crate::verify::TOO_LARGE);
    codes.extend([&printing::NOT_BUILT_IN, &printing::NOT_SET, &printing::NO_SIGN]);
    codes.sort_by_key(|code| code.id);
    codes.dedup_by_key(|code| code.id);
    codes
}
