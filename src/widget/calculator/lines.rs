//! The lines: what is charged, with its arithmetic and its source.

use std::sync::Arc;

use leptos::prelude::*;

use crate::card::{ChargeKind, Source};
use crate::engine::Line;
use crate::money::{Amount, Currency};
use crate::text::{Id, Text};
use crate::widget::State;
use crate::widget::words::figure::Money;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// A table with a row for each charge.
#[component]
pub(in crate::widget) fn Lines(
    /// The widget.
    state: State,
) -> impl IntoView {
    let charges = Memo::new(move |_| {
        let picture = state.picture()?;
        let lines = picture.chosen()?.lines.iter();
        Some(lines.map(|line| line.charge.clone()).collect::<Vec<Id>>())
    });
    let charges = move || charges.try_get().flatten().unwrap_or_default();
    view! {
        <table part="lines" class="lines" hidden=move || charges().is_empty()>
            <caption part="caption" class="caption">
                <Say state id="ui-lines" />
            </caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">
                        <Say state id="ui-charge" />
                    </th>
                    <th scope="col">
                        <Say state id="ui-amount" />
                    </th>
                </tr>
            </thead>
            <tbody>
                // A row stays while its figures change.
                <For each=charges key=|id| id.clone() let:charge>
                    <Row state charge />
                </For>
            </tbody>
        </table>
    }
}

/// A charge.
#[component]
fn Row(
    /// The widget.
    state: State,
    /// The charge.
    charge: Id,
) -> impl IntoView {
    let line = {
        let charge = charge.clone();
        Memo::new(move |_| {
            let picture = state.picture()?;
            let mut lines = picture.chosen()?.lines.iter();
            let line = lines.find(|line| line.charge == charge)?;
            Some(Shown::of(line, picture.card.currency))
        })
    };
    let line = move || line.try_get().flatten();
    let why = Memo::new(move |_| line().map(|line| line.why));
    let why = move || why.try_get().flatten();
    let paid = move || match line()?.kind {
        ChargeKind::Prepaid => Some(state.say(&Word::new("ui-prepaid"))),
        ChargeKind::Payg => Some(state.say(&Word::new("ui-payg"))),
    };
    let source = Memo::new(move |_| line().map(|line| line.source));
    let from = move || {
        let source = source.try_get().flatten()?;
        let mut word = Word::new("ui-source-of")
            .with("document", Arg::text(&source.document))
            .with("section", Arg::text(&source.section));
        if let Some(updated) = source.updated {
            word = word.with("updated", Arg::Date(updated));
        }
        Some(view! { <Phrase state word /> })
    };
    view! {
        <tr
            part="line"
            class="line"
            data-charge=charge.to_string()
            data-kind=move || line().map(|line| line.kind.as_str())
        >
            <th scope="row" class="line-text">
                <span part="line-label" class="line-label">
                    {move || line().map(|line| state.label(&line.label))}
                </span>
                <span part="why" class="why" data-why=move || why().map(|why| why.id)>
                    {move || why().map(|word| view! { <Phrase state word /> })}
                    " · "
                    {paid}
                </span>
                <details part="source" class="source">
                    <summary>
                        <Say state id="ui-source" />
                    </summary>
                    <p>{from}</p>
                </details>
            </th>
            <td class="line-amount">
                <Money
                    state
                    amount=Signal::derive(move || line().map(|line| line.amount))
                    part="amount"
                />
            </td>
        </tr>
    }
}

/// What a row shows of a line.
#[derive(Clone, PartialEq)]
struct Shown {
    label: Arc<Text>,
    kind: ChargeKind,
    amount: (Amount, Currency),
    why: Word,
    source: Arc<Source>,
}

impl Shown {
    fn of(line: &Line, currency: Currency) -> Self {
        Self {
            label: Arc::clone(&line.label),
            kind: line.kind,
            amount: (line.amount, currency),
            why: line.why.clone(),
            source: Arc::clone(&line.source),
        }
    }
}
