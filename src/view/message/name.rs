//! Names of things in artifacts, from names in the data model. Only letters, digits and a few marks
//! ever pass.

/// The XML tag for any text: a name of ASCII letters and digits that begins with a letter. What is
/// not allowed is left out.
pub fn xml(text: &str) -> String {
    let mut name: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name.insert(0, 'X');
    }
    name
}

/// The JSON property for an XML tag: lowerCamelCase, a leading run of capitals in small letters
/// (`WCOTypeName` is `wcoTypeName`), a closing `ID` written `Id`.
pub fn json(tag: &str) -> String {
    let upper = tag.chars().take_while(char::is_ascii_uppercase).count();
    let next = tag.chars().nth(upper);
    // The last capital of a run begins the next word, unless the run is all there is.
    let lowered = match next {
        Some(c) if c.is_ascii_lowercase() && upper > 1 => upper - 1,
        _ => upper,
    };
    let mut name: String = tag
        .chars()
        .enumerate()
        .map(|(at, c)| if at < lowered { c.to_ascii_lowercase() } else { c })
        .collect();
    if name.ends_with("ID") {
        name.truncate(name.len() - 2);
        name.push_str("Id");
    }
    name
}

/// A message or class name in `UpperCamelCase`: each run of other characters ends a word.
pub fn upper_camel(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(if begins { c.to_ascii_uppercase() } else { c });
            begins = false;
        } else {
            begins = true;
        }
    }
    xml(&out)
}

/// The path segment for a name: `CertificateOfOrigin` is `certificate-of-origin`.
pub fn kebab(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 4);
    for (at, c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            if !out.is_empty() && !out.ends_with('-') {
                out.push('-');
            }
            continue;
        }
        let after_small = at > 0 && chars.get(at - 1).is_some_and(|p| !p.is_ascii_uppercase());
        let before_small = chars.get(at + 1).is_some_and(char::is_ascii_lowercase);
        if c.is_ascii_uppercase()
            && (after_small || before_small)
            && !out.is_empty()
            && !out.ends_with('-')
        {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out.trim_end_matches('-').to_owned()
}

/// The name of the type of an attribute: object class, property and representation of its
/// dictionary entry name, then `Type`; `Identifier` is written `ID`. Without such a name it is
/// derived from the class and the tag.
pub fn data_type(dictionary_entry: &str, class: &str, tag: &str) -> String {
    let mut parts: Vec<&str> = dictionary_entry.split('.').map(str::trim).collect();
    if parts.len() != 3 || parts.iter().any(|part| part.is_empty()) {
        return format!("{}{}Type", xml(class), xml(tag));
    }
    if let Some(last) = parts.last_mut().filter(|last| **last == "Identifier") {
        *last = "ID";
    }
    let mut name = upper_camel(&parts.join(" "));
    name.push_str("Type");
    name
}

/// A text safe in a URN, a file name and a URL: ASCII letters, digits, `-`, `_` and `.`; it neither
/// begins nor ends with a dot.
pub fn token(text: &str) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let token: String = text.chars().filter(kept).collect();
    let token = token.trim_matches('.').to_owned();
    if token.is_empty() { "x".to_owned() } else { token }
}

/// A text safe as a segment of a URL path: ASCII letters, digits, `-`, `_`, `.` and `~`, and no
/// segment of dots alone. What is not allowed is left out.
pub fn segment(text: &str) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
    let segment: String = text.chars().filter(kept).collect();
    if segment.chars().all(|c| c == '.') { String::new() } else { segment }
}
