//! The examples of `docs/expressions.md`: each is read, is CEL, and is said to be what it is.

use cel::Program;

use super::world::checked;

/// The code blocks of the page with this language.
fn examples(language: &str) -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/expressions.md");
    let page = std::fs::read_to_string(path).unwrap();
    let fence = format!("```{language}\n");
    let blocks = page.split(&fence).skip(1).filter_map(|rest| rest.split("\n```").next());
    blocks.flat_map(str::lines).map(str::to_owned).filter(|it| !it.trim().is_empty()).collect()
}

#[test]
fn what_the_page_shows_is_read_and_is_cel() {
    let all = examples("cel");
    assert!(all.len() > 25, "{}", all.len());
    for text in all {
        assert!(gnc::expression::parse(&text).is_ok(), "{text}");
        assert!(Program::compile(&text).is_ok(), "not CEL: {text}");
    }
}

#[test]
fn what_the_page_calls_wrong_is_wrong() {
    let all = examples("cel-wrong");
    assert!(all.len() > 5, "{}", all.len());
    for text in all {
        assert!(checked(&text).is_err(), "{text}");
    }
}

#[test]
fn every_function_is_on_the_page() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/expressions.md");
    let page = std::fs::read_to_string(path).unwrap();
    for function in gnc::expression::Function::ALL {
        assert!(page.contains(&format!("{}(", function.name())), "{}", function.name());
    }
}
