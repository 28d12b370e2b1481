//! The verdict on an edition, in a line.

use super::beside::disclosed;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::edition::Verdict;
use crate::widget::shared::icon::{DASH, TICK, icon};
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// Whether an edition does all that is needed; if not, the first problem, and the others on demand.
pub(super) fn verdict_line(state: State, verdict: Verdict) -> Option<Node> {
    let (mark, word, others) = match verdict {
        Verdict::Cheapest => (TICK, Word::new("ui-cheapest"), Vec::new()),
        Verdict::Fits => (TICK, Word::new("ui-fits"), Vec::new()),
        Verdict::OnRequest => (TICK, Word::new("ui-fits-on-request"), Vec::new()),
        Verdict::Lacks(problems) => {
            let mut words = problems.into_iter().map(|(_, word)| word);
            (DASH, words.next()?, words.collect())
        }
    };
    let more = u64::try_from(others.len()).unwrap_or_default();
    let more = (more > 0).then(|| {
        let word = Word::new("ui-more-problems").with("more", Arg::Count(more));
        let items = others.into_iter();
        let items = items.map(|word| tag::li().child(phrase(state, word)));
        disclosed(state, word, items.collect())
    });
    let text = tag::div()
        .child(tag::p().child(phrase(state, word)))
        .child(more);
    Some((icon(mark), text).into_node())
}
