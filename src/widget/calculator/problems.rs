//! What the chosen edition does not do.

use crate::engine::{Problem, Subject};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::icon::{MIND, icon};
use crate::widget::shared::pieces::titled_list;
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;

/// A list of the problems; nothing where there is none.
pub(super) fn problems(state: State) -> Node {
    let problems = state.memo(|picture| {
        let problems = picture.chosen()?.problems.clone();
        Some((problems, picture.trial().is_some()))
    });

    (move || {
        let (problems, is_trial) = problems.get().unwrap_or_default();
        let items = problems.into_iter();
        let items = items.map(|problem| item(state, problem)).collect();
        // That a trial is small and ends is what it is.
        let around = tag::div().part("problems").class(match is_trial {
            true => "problems of-trial",
            false => "problems",
        });
        titled_list(state, around, "ui-problems", items)
    })
    .into_node()
}

fn item(state: State, problem: Problem) -> Element {
    let subject = match &problem.subject {
        Subject::Dimension(id) | Subject::Feature(id) => id.to_string(),
    };
    tag::li()
        .child(icon(MIND))
        .attr("part", "problem")
        .attr("data-problem", problem.code.as_str())
        .attr("data-subject", subject)
        .child(tag::span().child(phrase(state, problem.word)))
}
