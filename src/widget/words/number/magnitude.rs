//! Words and letters that multiply a number by a power of ten.

/// Those of ASCII's letters, in lower case, with their exponents.
const WORDS: [(&str, u32); 27] = [
    ("k", 3),
    ("thousand", 3),
    ("rb", 3),
    ("ribu", 3),
    ("lac", 5),
    ("lakh", 5),
    ("lakhs", 5),
    ("m", 6),
    ("mio", 6),
    ("mln", 6),
    ("mn", 6),
    ("million", 6),
    ("millions", 6),
    ("jt", 6),
    ("juta", 6),
    ("cr", 7),
    ("crore", 7),
    ("crores", 7),
    ("b", 9),
    ("bn", 9),
    ("billion", 9),
    ("miliar", 9),
    ("milyar", 9),
    ("mrd", 9),
    ("tn", 12),
    ("trillion", 12),
    ("triliun", 12),
];

/// Those that are one sign, of which several may follow each other: `千万`.
const SIGNS: [(char, u32); 6] = [
    ('百', 2),
    ('千', 3),
    ('万', 4),
    ('萬', 4),
    ('億', 8),
    ('亿', 8),
];

/// The exponent of the magnitude at the beginning of a text, and what is behind it; `None` where there is
/// none.
pub(super) fn magnitude(text: &str) -> Option<(u32, &str)> {
    let mut rest = text;
    let mut sum: u32 = 0;
    while let Some(first) = rest.chars().next()
        && let Some((sign, exponent)) = SIGNS.iter().find(|(sign, _)| *sign == first)
    {
        sum = sum.saturating_add(*exponent);
        rest = rest.strip_prefix(*sign).unwrap_or_default();
    }
    if sum > 0 {
        return Some((sum, rest));
    }
    let (word, rest) = super::split(text, |letter| !letter.is_ascii_alphabetic());
    let word = word.to_ascii_lowercase();
    let (_, exponent) = WORDS.iter().find(|(known, _)| *known == word)?;
    Some((*exponent, rest.strip_prefix('.').unwrap_or(rest)))
}
