//! How alike two words are.

use gnc::text::likeness::distance;
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_is_told_apart_early_is_told_apart_in_full(
        a in "[abcé]{0,12}", b in "[abcé]{0,12}", limit in 0_usize..14,
    ) {
        let full = strsim::damerau_levenshtein(&a, &b);
        prop_assert_eq!(distance(&a, &b, limit), (full <= limit).then_some(full));
    }
}

#[test]
fn a_slip_is_near_and_another_word_is_not() {
    assert_eq!(distance("reciever", "receiver", 2), Some(1));
    assert_eq!(distance("Certificate/Exporter", "Certificate/Exproter", 3), Some(1));
    assert_eq!(distance("certificate", "declaration", 3), None);
}
