//! The lines: what is charged, with its arithmetic and its source.

use leptos::prelude::*;

use super::State;
use super::figure::Money;
use super::phrase::{Phrase, Say};
use crate::card::ChargeKind;
use crate::engine::Line;
use crate::money::Currency;
use crate::word::{Arg, Word};

/// A table with a row for each charge.
#[component]
pub(super) fn Lines(
    /// The widget.
    state: State,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let picture = state.picture()?;
        Some((picture.chosen()?.lines.clone(), picture.card.currency))
    });
    let rows = move || {
        let (lines, currency) = lines.try_get().flatten()?;
        let rows = lines.into_iter();
        let rows = rows.map(|line| view! { <Row state line currency /> });
        Some(rows.collect::<Vec<_>>())
    };
    view! {
        <table part="lines" class="lines">
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
            <tbody>{rows}</tbody>
        </table>
    }
}

/// A charge.
#[component]
fn Row(
    /// The widget.
    state: State,
    /// The line.
    line: Line,
    /// Its currency.
    currency: Currency,
) -> impl IntoView {
    let Line {
        charge,
        label,
        kind,
        amount,
        why,
        source,
        ..
    } = line;
    let reason = why.id;
    let paid = match kind {
        ChargeKind::Prepaid => "ui-prepaid",
        ChargeKind::Payg => "ui-payg",
    };
    let mut word = Word::new("ui-source-of")
        .with("document", Arg::text(&source.document))
        .with("section", Arg::text(&source.section));
    if let Some(updated) = source.updated {
        word = word.with("updated", Arg::Date(updated));
    }
    view! {
        <tr part="line" class="line" data-charge=charge.to_string() data-kind=kind.as_str()>
            <th scope="row" class="line-text">
                <span part="line-label" class="line-label">
                    {move || state.label(&label)}
                </span>
                <span part="why" class="why" data-why=reason>
                    <Phrase state word=why />
                    " · "
                    <Say state id=paid />
                </span>
                <details part="source" class="source">
                    <summary>
                        <Say state id="ui-source" />
                    </summary>
                    <p>
                        <Phrase state word />
                    </p>
                </details>
            </th>
            <td class="line-amount">
                <Money
                    state
                    amount=Signal::derive(move || Some((amount, currency)))
                    part="amount"
                />
            </td>
        </tr>
    }
}
