//! The verdict on an edition, in a line.

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::edition::Verdict;
use crate::widget::shared::pieces::sign;
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// Whether an edition does all that is needed; if not, the first problem and how many more there are.
pub(super) fn verdict_line(state: State, verdict: Verdict) -> Option<Node> {
    let (mark, word, more) = match verdict {
        Verdict::Cheapest => ("✓ ", Word::new("ui-cheapest"), 0),
        Verdict::Fits => ("✓ ", Word::new("ui-fits"), 0),
        Verdict::OnRequest => ("✓ ", Word::new("ui-fits-on-request"), 0),
        Verdict::Lacks(problems) => {
            let more = problems.len().saturating_sub(1);
            ("✕ ", problems.into_iter().next()?.1, more)
        }
    };
    let more = u64::try_from(more).unwrap_or_default();
    let more = (more > 0).then(|| {
        let word = Word::new("ui-more-problems").with("more", Arg::Count(more));
        tag::span()
            .class("more-problems")
            .child(phrase(state, word))
    });
    let text = tag::span().child(phrase(state, word)).child(more);
    Some((sign(mark), text).into_node())
}
