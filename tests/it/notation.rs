//! Formats and occurrences as written in data tables.

use gnc::text::notation::{Characters, Format, Length, Occurs};

fn format(text: &str) -> Format {
    text.parse().unwrap_or_else(|_| panic!("{text} is a format"))
}

#[test]
fn formats_are_read_and_written_back() {
    for text in
        ["an..35", "a2", "n..16,3", "an", "a", "n", "n8", "n1", "an3", "n..5,2", "a..2", "an..17,3"]
    {
        assert_eq!(format(text).to_string(), text);
    }
    assert_eq!(format("n..16,6").decimals(), 6);
    assert_eq!(format("n..16,6").max_length(), Some(16));
    assert_eq!(format("a2").exact_length(), Some(2));
    assert_eq!(format("a2").length(), Length::Exactly(2));
    assert_eq!(format("an").max_length(), None);
    assert_eq!(format("an..35").characters(), Characters::Any);
}

#[test]
fn what_is_not_a_format_is_refused() {
    let not = [
        "",
        "x2",
        "an..",
        "an..0",
        "an0",
        "a,2",
        "a..35,2",
        "n..3,3",
        "n..3,4",
        "an-35",
        "35",
        "an 35",
        "an..035",
        "n..+3",
        "n..16,",
        "an..99999999999",
        "AN..35",
        "..35",
    ];
    for text in not {
        assert!(text.parse::<Format>().is_err(), "{text:?} was taken for a format");
    }
}

#[test]
fn narrower_formats_are_within_wider_ones() {
    let yes = [
        ("an..35", "an..70"),
        ("a2", "an..4"),
        ("a2", "a2"),
        ("n..8", "an..9"),
        ("n1", "n..2"),
        ("n..16,3", "n..16,6"),
        ("an..5", "an"),
        ("n..1", "n1"),
        ("n..14,2", "an..20"),
    ];
    for (inner, outer) in yes {
        assert!(format(inner).is_within(&format(outer)), "{inner} is within {outer}");
    }
    let no = [
        ("an..70", "an..35"),
        ("an..2", "a2"),
        ("a..2", "a2"),
        ("an..4", "n..4"),
        ("a..4", "n..4"),
        ("n..16,6", "n..16,3"),
        ("an", "an..5"),
        ("n..17,3", "n..16,3"),
        ("an2", "an3"),
    ];
    for (inner, outer) in no {
        assert!(!format(inner).is_within(&format(outer)), "{inner} is not within {outer}");
    }
}

#[test]
fn occurrences_are_read_compared_and_written_back() {
    for text in ["0..1", "1..1", "0..*", "1..99", "0..0"] {
        assert_eq!(text.parse::<Occurs>().map(|occurs| occurs.to_string()).as_deref(), Ok(text));
    }
    assert_eq!("1".parse(), Ok(Occurs::ONE));
    for text in ["", "..", "1..", "..1", "2..1", "*", "*..*", "-1..1", "0..n", "a..b", "0...1"] {
        assert!(text.parse::<Occurs>().is_err(), "{text:?} was taken for an occurrence");
    }
    assert!(Occurs::ONE.is_within(&Occurs::OPTIONAL));
    assert!(Occurs::OPTIONAL.is_within(&Occurs::ANY));
    assert!(!Occurs::OPTIONAL.is_within(&Occurs::ONE));
    assert!(!Occurs::ANY.is_within(&Occurs::OPTIONAL));
    assert!(Occurs::ANY.is_many() && !Occurs::ONE.is_many() && Occurs::ONE.is_required());
}
