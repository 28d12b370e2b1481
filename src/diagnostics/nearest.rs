//! The word that was meant, where one is mistyped.

/// Of the words that are known, the one that is written most like `written`, where one is so much like it
/// that it will have been meant: one letter in three may be another one, be missing, be too many or have
/// changed places with its neighbour. Capitals, `-` and `_` make no difference.
pub(super) fn nearest<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<&'k str> {
    const SHORTEST: usize = 3;
    let alike = |word: &str| word.to_lowercase().replace('-', "_");
    let written = alike(written);
    let length = written.chars().count();
    let distances = known.into_iter().map(|word| {
        let other = alike(word);
        let most = length.max(other.chars().count()).checked_div(SHORTEST);
        (strsim::damerau_levenshtein(&written, &other), most, word)
    });
    let near = distances.filter(|(distance, most, _)| Some(*distance) <= *most);
    near.min_by_key(|(distance, ..)| *distance)
        .map(|(.., word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_hand_is_understood() {
        let known = ["price", "annual_price", "per-unit", "tiers"];
        for (written, meant) in [
            ("anual_price", "annual_price"),
            ("annual-price", "annual_price"),
            ("Price", "price"),
            ("pirce", "price"),
            ("per_unit", "per-unit"),
            ("teirs", "tiers"),
        ] {
            assert_eq!(nearest(written, known), Some(meant), "{written}");
        }
    }

    #[test]
    fn another_word_is_not() {
        for written in ["", "cost", "rate", "seats", "a", "priceless goods"] {
            assert_eq!(
                nearest(written, ["price", "annual_price"]),
                None,
                "{written}"
            );
        }
        // One letter of two is half a word.
        assert_eq!(nearest("s1", ["s2"]), None);
    }
}
