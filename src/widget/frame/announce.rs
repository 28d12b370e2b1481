//! What a screen reader hears: the total, once the visitor pauses.

use core::time::Duration;

use leptos::prelude::*;

use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::shared::stands_for::said;
use crate::widget::signals::RwSignal;
use crate::widget::state::State;
use crate::widget::words::average::Monthly;
use crate::word::{Arg, Word};

/// Long enough not to interrupt someone who writes a number.
const PAUSE: Duration = Duration::from_millis(900);

/// A polite live region.
pub(in crate::widget) fn announce(state: State) -> Node {
    let text = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let cancel = move || {
        if let Some(handle) = timer.try_get_value().flatten() {
            handle.clear();
        }
    };
    Effect::new(move |before: Option<Option<String>>| {
        let now = sentence(state);
        // What is there from the beginning is read, not announced.
        if before.is_some_and(|before| before != now) {
            cancel();
            let sentence = now.clone().unwrap_or_default();
            let announce = move || {
                text.try_set(sentence);
            };
            let handle = set_timeout_with_handle(announce, PAUSE).ok();
            timer.try_update_value(|timer| *timer = handle);
        }
        now
    });

    tag::p()
        .class("visually-hidden")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .part("announcement")
        .child(move || text.try_get())
        .into_node()
}

/// The total in a sentence; where something is not understood, that, and for what the total stands.
fn sentence(state: State) -> Option<String> {
    let picture = state.picture()?;
    if let Some(said) = said(state) {
        return Some(said);
    }
    let item = picture.chosen()?;
    let edition = picture.card.edition(&item.edition)?;
    let currency = picture.card.currency;
    let months = picture.request.months;
    let name = Arg::Text(state.label(&edition.label));
    let Some(total) = item.total else {
        let word = Word::new("ui-announce-on-request").with("edition", name);
        return Some(state.say(&word));
    };
    let word = match &edition.trial {
        Some(trial) => {
            let id = match total.is_zero() {
                true => "ui-announce-free",
                false => "ui-announce-trial",
            };
            let end = trial.end(picture.request.start)?;
            Word::new(id).with("on", Arg::Date(end))
        }
        None => {
            let monthly = Monthly::of(item, months)?;
            let id = match monthly.is_average {
                true => "ui-announce-average",
                false => "ui-announce",
            };
            Word::new(id)
                .with("month", monthly.argument())
                .with("months", Arg::Count(u64::from(months)))
        }
    };
    let word = word
        .with("edition", name)
        .with("total", Arg::Money(total, currency));
    Some(state.say(&word))
}
