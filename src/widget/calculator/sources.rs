//! Where the prices come from, and what that means.

use leptos::prelude::*;

use crate::widget::State;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// How the documents were read, their date, and what a price here is not.
#[component]
pub(in crate::widget) fn Sources(
    /// The widget.
    state: State,
) -> impl IntoView {
    let assumptions = Memo::new(move |_| Some(state.picture()?.chosen()?.assumptions.clone()));
    let readings = move || {
        let assumptions = assumptions.try_get().flatten()?;
        let items = assumptions.into_iter().map(|assumption| {
            let text = assumption.text;
            view! {
                <li data-assumption=assumption.id.to_string()>{move || state.label(&text)}</li>
            }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| {
            view! {
                <details part="assumptions" class="assumptions">
                    <summary>
                        <Say state id="ui-assumptions" />
                    </summary>
                    <ul>{items}</ul>
                </details>
            }
        })
    };
    let disclaimer = move || {
        let card = state.picture()?.card.clone();
        let updated = card.source(&card.source).and_then(|source| source.updated);
        let mut word = Word::new("ui-disclaimer");
        if let Some(date) = updated.or(card.effective) {
            word = word.with("date", Arg::Date(date));
        }
        Some(view! { <Phrase state word /> })
    };
    view! {
        {readings}
        <p part="disclaimer" class="disclaimer">
            {disclaimer}
        </p>
    }
}
