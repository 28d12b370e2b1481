//! Rows as comma-separated values (RFC 4180), which spreadsheets open.

/// The text of rows. It begins with a byte order mark: without one, some spreadsheets take it for another
/// encoding.
pub(super) fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (place, field) in row.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            write_field(&mut text, field);
        }
        text.push_str("\r\n");
    }
    text
}

/// A field, in quotation marks where it holds a sign that would end it. A label that a spreadsheet would take for
/// a formula has an apostrophe before it, as rate cards may be anybody's.
fn write_field(text: &mut String, field: &str) {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guarded = is_formula.then_some('\'').into_iter();
    let field: String = guarded.chain(field.chars()).collect();
    match field.contains([',', '"', '\r', '\n']) {
        false => text.push_str(&field),
        true => {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_field_is_quoted_and_no_formula_is_left() {
        let row = ["plain", "a, b", "say \"so\"", "two\nlines", "=1+1", ""];
        let text = csv(&[row.map(String::from).to_vec(), vec![String::from("1")]]);
        let lines = "plain,\"a, b\",\"say \"\"so\"\"\",\"two\nlines\",'=1+1,\r\n1\r\n";
        assert_eq!(text, format!("\u{feff}{lines}"));
    }
}
