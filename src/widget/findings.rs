//! What the calculation found beside the price: problems and advice.

use leptos::prelude::*;

use super::State;
use super::phrase::{Phrase, Say};
use crate::engine::Subject;
use crate::word::Word;

/// What the chosen edition does not do.
#[component]
pub(super) fn Problems(
    /// The widget.
    state: State,
) -> impl IntoView {
    let problems = Memo::new(move |_| Some(state.picture()?.chosen()?.problems.clone()));
    move || {
        let problems = problems.try_get().flatten()?;
        let items = problems.iter().map(|problem| {
            let subject = match &problem.subject {
                Subject::Dimension(id) | Subject::Feature(id) => id.to_string(),
            };
            let code = problem.code.as_str();
            let word = problem.word.clone();
            view! {
                <li part="problem" data-problem=code data-subject=subject>
                    <Phrase state word />
                </li>
            }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| {
            view! {
                <div part="problems" class="problems">
                    <h3 class="heading">
                        <Say state id="ui-problems" />
                    </h3>
                    <ul>{items}</ul>
                </div>
            }
        })
    }
}

/// What is good to know.
#[component]
pub(super) fn Advice(
    /// The widget.
    state: State,
) -> impl IntoView {
    let advice = Memo::new(move |_| {
        let picture = state.picture()?;
        let advice = picture.chosen()?.advice.iter();
        Some(
            advice
                .map(|advice| advice.word.clone())
                .collect::<Vec<Word>>(),
        )
    });
    move || {
        let advice = advice.try_get().flatten()?;
        let items = advice.into_iter().map(|word| {
            let code = word.id;
            view! {
                <li part="advice" data-advice=code>
                    <Phrase state word />
                </li>
            }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| {
            view! {
                <div part="findings" class="findings">
                    <h3 class="heading">
                        <Say state id="ui-advice" />
                    </h3>
                    <ul>{items}</ul>
                </div>
            }
        })
    }
}
