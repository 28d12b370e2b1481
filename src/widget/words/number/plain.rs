//! The many ways to write the same digit, sign or blank, made one.

use crate::locale::NumberSigns;

/// The zeros of the numbering systems of Unicode; the other nine digits follow each of them.
pub(super) const ZEROS: [u32; 76] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE,
    0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// What is not seen and means nothing in a number, as ranges: Unicode's default-ignorable code points,
/// among them the marks of writing direction that calculators and chats put around what is copied.
const INVISIBLE: [(u32, u32); 15] = [
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0xE0000, 0xE0FFF),
];

/// A text with ASCII's digits and letters, one kind of blank, and one of apostrophe; a tab between cells
/// of a table, whatever separates them, and nothing that is not seen. It neither begins nor ends blank.
pub(in crate::widget) fn plain(text: &str, signs: &NumberSigns) -> String {
    let text = text.replace("\r\n", "\t");
    let text: String = text.chars().filter_map(|sign| one(sign, signs)).collect();
    String::from(text.trim())
}

/// A sign as it is read; `None` where it means nothing.
pub(super) fn one(sign: char, signs: &NumberSigns) -> Option<char> {
    let code = u32::from(sign);
    let is_within = |(from, to): &(u32, u32)| (*from..=*to).contains(&code);
    if INVISIBLE.iter().any(is_within) {
        return None;
    }
    let own = signs.digits.iter().position(|digit| *digit == sign);
    let own = own.and_then(|digit| u32::try_from(digit).ok());
    let mut zeros = ZEROS.iter();
    let digit = own.or_else(|| zeros.find_map(|zero| code.checked_sub(*zero).filter(|d| *d < 10)));
    if let Some(digit) = digit {
        return char::from_digit(digit, 10);
    }
    Some(match sign {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\t',
        '’' | '‘' | '‛' | '′' | 'ʼ' | 'ʹ' | '＇' | '`' | '´' | '_' => '\'',
        '،' | '﹐' => ',',
        '﹒' | '․' => '.',
        // Full-width letters and signs.
        '！'..='～' => char::from_u32(code.saturating_sub(0xFEE0)).unwrap_or(sign),
        blank if blank.is_whitespace() => ' ',
        other => other,
    })
}
