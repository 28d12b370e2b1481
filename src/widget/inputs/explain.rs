//! What is wrong with what is written in a field.

use super::entry::Bounds;
use crate::widget::words::number::{Unread, Why};
use crate::word::{Arg, Word};

/// As much of a text as is quoted.
const QUOTED: usize = 24;

/// What is wrong with a text, and what the field takes instead.
pub(super) fn explain(unread: &Unread, text: &str, bounds: Bounds) -> Vec<Word> {
    /// A number large enough to be written in several ways.
    const SUCH: u64 = 25_000;
    let quoted = Arg::Text(text.trim().chars().take(QUOTED).collect());
    let Bounds { min, max, .. } = bounds;
    let taken = Word::new("ui-bad-number")
        .with("min", Arg::Count(min))
        .with("max", Arg::Count(max));
    let taken = match unread.why {
        Why::Outside(Some(number)) => taken.with("got", Arg::Count(number)),
        Why::Outside(None) => taken,
        _ if max < SUCH => taken,
        _ => taken.with("such", Arg::Count(SUCH)),
    };
    let wrong = match (unread.why, &*unread.proposals) {
        (Why::NoNumber | Why::Outside(_), _) => return vec![taken],
        (Why::Cells(cells), _) => {
            return vec![Word::new("ui-cells").with("cells", Arg::Count(cells))];
        }
        (Why::Ambiguous, [one, other, ..]) => {
            let word = Word::new("ui-ambiguous").with("text", quoted);
            let word = word
                .with("one", Arg::Count(*one))
                .with("other", Arg::Count(*other));
            let plain = |number: &u64| Arg::Text(number.to_string());
            return vec![word.with("first", plain(one)).with("second", plain(other))];
        }
        (Why::Groups, _) => "ui-bad-groups",
        (Why::Ambiguous | Why::NotWhole, _) => "ui-not-whole",
    };
    vec![Word::new(wrong).with("text", quoted), taken]
}
