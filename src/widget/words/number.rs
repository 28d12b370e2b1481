//! Whole numbers as visitors write them.

/// The whole number that a visitor means; `None` where none is meant.
///
/// Forgiving of what is pasted: digits of any width (`２５０００`), blanks, apostrophes and grouping
/// signs between them (`25,000`, `25 000`, `25’000`), a fraction of zeros (`25000.00`). `decimal` is
/// the language's sign before a fraction, `.` or `,`; the other one groups.
pub(in crate::widget) fn read_whole(text: &str, decimal: char) -> Option<u64> {
    let text = text.trim().chars().map(plain);
    let text: String = text.filter(|sign| !is_gap(*sign)).collect();
    let (whole, fraction) = text.split_once(decimal).unwrap_or((&text, ""));
    if fraction.chars().any(|digit| digit != '0') {
        return None;
    }
    let grouping = if decimal == '.' { ',' } else { '.' };
    let mut groups = whole.split(grouping);
    let mut digits = String::from(groups.next()?);
    let first = digits.len();
    let mut last = None;
    for group in groups {
        // Hundreds of thousands are grouped by two in some places; the last three never.
        if !(2..=3).contains(&group.len()) {
            return None;
        }
        digits.push_str(group);
        last = Some(group.len());
    }
    let grouped_well = last.is_none_or(|length| length == 3 && (1..=3).contains(&first));
    let all_digits = digits.bytes().all(|digit| digit.is_ascii_digit());
    (grouped_well && all_digits)
        .then(|| digits.parse().ok())
        .flatten()
}

/// Full-width and Arabic-Indic digits, and full-width signs, as plain ones.
fn plain(sign: char) -> char {
    const ZEROS: [char; 3] = ['０', '٠', '۰'];
    let digit = |zero: char| {
        let value = u32::from(sign).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10)
    };
    match sign {
        '，' => ',',
        '．' => '.',
        _ => ZEROS.into_iter().find_map(digit).unwrap_or(sign),
    }
}

/// What may stand between digits and means nothing.
fn is_gap(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\'' | '’' | '_')
}

#[cfg(test)]
mod tests {
    use super::read_whole;

    #[test]
    fn what_visitors_write() {
        for text in [
            "25000",
            "25,000",
            "25 000",
            "25\u{a0}000",
            "25\u{202f}000",
            " 25’000 ",
            "25000.00",
            "２５０００",
            "２５，０００",
            "٢٥٠٠٠",
            "025000",
        ] {
            assert_eq!(read_whole(text, '.'), Some(25_000), "{text}");
        }
        assert_eq!(read_whole("1,00,000", '.'), Some(100_000));
        assert_eq!(read_whole("25.000", ','), Some(25_000));
        assert_eq!(read_whole("25.000,0", ','), Some(25_000));
    }

    #[test]
    fn what_is_no_whole_number() {
        for text in [
            "",
            "-1",
            "+1",
            "1.5",
            "1e3",
            "25k",
            "ten",
            "1,5",
            "1,0000",
            ",000",
            "1,,000",
            "1,00",
            "99999999999999999999999",
            ".",
        ] {
            assert_eq!(read_whole(text, '.'), None, "{text}");
        }
        assert_eq!(read_whole("1,5", ','), None);
    }
}
