//! What is copied from a table.

/// What ends a cell of a column.
const BREAKS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// The cells of a table, as they are copied as text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::widget) struct Cells {
    /// The cells of a column, or of a row. One that is empty keeps its place.
    pub texts: Vec<String>,
    /// Whether there were several columns and several rows.
    pub is_table: bool,
}

/// The cells of a text. What ends the last one begins no other.
pub(in crate::widget) fn cells(text: &str) -> Cells {
    let text = text.replace("\r\n", "\n");
    let text = text.strip_suffix(BREAKS).unwrap_or(&text);
    let is_table = text.contains(BREAKS) && text.contains('\t');
    let cells = text.split(|sign| sign == '\t' || BREAKS.contains(&sign));
    Cells {
        texts: cells.map(|cell| String::from(cell.trim())).collect(),
        is_table,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, cells};

    #[test]
    fn every_cell_keeps_its_place() {
        for (text, texts) in [
            ("10\n20", &["10", "20"][..]),
            ("10\r\n20\r\n", &["10", "20"]),
            ("10\r20\r", &["10", "20"]),
            ("10\t20\t30\n", &["10", "20", "30"]),
            ("10\n\n30", &["10", "", "30"]),
            ("10\r\n\r\n30\r\n", &["10", "", "30"]),
            ("\n\n30", &["", "", "30"]),
            ("\t20\t", &["", "20", ""]),
            ("10\n20\n\n", &["10", "20", ""]),
            ("10\u{2028}20\u{b}30", &["10", "20", "30"]),
            (" 10 ", &["10"]),
            ("10\n", &["10"]),
        ] {
            let texts = texts.iter().copied().map(String::from).collect();
            let is_table = false;
            assert_eq!(cells(text), Cells { texts, is_table }, "{text:?}");
        }
        assert!(cells("Jan\t10\nFeb\t20").is_table);
    }
}
