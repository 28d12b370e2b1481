//! Whether an edition does what is needed.

use crate::text::Id;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say};

/// Whether an edition does all that is needed, and everything that it does not do.
pub(super) fn verdict(state: State, edition: Id) -> Node {
    let verdict = Memo::new(move |_| {
        let picture = state.picture()?;
        let cheapest = picture.comparison.cheapest.as_deref() == Some(&*edition);
        let problems = picture.edition(&edition)?.problems.iter();
        let problems = problems.map(|problem| (problem.code.as_str(), problem.word.clone()));
        Some((cheapest, problems.collect::<Vec<_>>()))
    });

    (move || {
        let (cheapest, problems) = verdict.try_get().flatten()?;
        if problems.is_empty() {
            let (id, kind) = match cheapest {
                true => ("ui-cheapest", "cheapest"),
                false => ("ui-fits", "fits"),
            };
            return Some(
                tag::span()
                    .part("verdict")
                    .class("verdict")
                    .attr("data-fits", "true")
                    .attr("data-verdict", kind)
                    .child(say(state, id))
                    .into_node(),
            );
        }
        let problems = problems.into_iter().map(|(code, word)| {
            tag::li()
                .part("problem")
                .attr("data-problem", code)
                .child(phrase(state, word))
        });
        Some(
            tag::ul()
                .part("verdict")
                .class("verdict")
                .attr("data-fits", "false")
                .child(many(problems))
                .into_node(),
        )
    })
    .into_node()
}
