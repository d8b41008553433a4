//! How alike two words are, for "did you mean".

/// How many letters have to be changed, added, removed or swapped with their neighbour to make one
/// word of the other; `None` if more than `limit`.
///
/// Most pairs of words are nothing like each other and are told apart by their letters alone: what
/// one word has too many of has to be changed, wherever it stands.
pub fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (more, fewer) = letters(a).iter().zip(letters(b)).fold((0, 0), |(more, fewer), (a, b)| {
        (more + usize::from(a.saturating_sub(b)), fewer + usize::from(b.saturating_sub(*a)))
    });
    if more.max(fewer) > limit {
        return None;
    }
    let (a, b) = without_common_ends(a, b);
    let distance = strsim::damerau_levenshtein(a, b);
    (distance <= limit).then_some(distance)
}

/// How often each letter stands in the word; letters that share a place count as the same.
fn letters(word: &str) -> [u16; 64] {
    let mut counts = [0_u16; 64];
    for letter in word.chars() {
        let place = usize::try_from(u32::from(letter) % 64).unwrap_or(0);
        if let Some(count) = counts.get_mut(place) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// Both words without the beginning and the end that they share, which change nothing.
fn without_common_ends<'a, 'b>(a: &'a str, b: &'b str) -> (&'a str, &'b str) {
    let same = |(a, b): &(char, char)| a == b;
    let prefix: usize =
        a.chars().zip(b.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (a, b) = (a.get(prefix..).unwrap_or(""), b.get(prefix..).unwrap_or(""));
    let ends = a.chars().rev().zip(b.chars().rev()).take_while(same);
    let suffix: usize = ends.map(|(letter, _)| letter.len_utf8()).sum();
    let cut = |word: &'_ str| word.len() - suffix;
    (a.get(..cut(a)).unwrap_or(""), b.get(..cut(b)).unwrap_or(""))
}

/// The known word closest to `text`, if it is close enough to be what was meant.
pub fn closest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let limit = 2.max(text.len() / 3);
    let near = known.into_iter().filter_map(|word| {
        let distance = distance(&lower, &word.to_lowercase(), limit)?;
        Some((distance, word))
    });
    let (distance, word) = near.min_by_key(|(distance, _)| *distance)?;
    (distance < word.len()).then_some(word)
}
