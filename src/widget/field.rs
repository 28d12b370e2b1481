//! A field for a whole number.

use leptos::prelude::*;

use super::State;
use super::number::read_whole;
use super::phrase::Phrase;
use crate::word::{Arg, Word};

/// What a number field is for.
pub(super) struct Asked {
    /// Its id within the widget.
    pub id: String,
    /// The dimension that it asks for; `None` where it asks for something else.
    pub dimension: Option<String>,
    /// The smallest number.
    pub min: u64,
    /// The largest number.
    pub max: u64,
    /// What an empty field means.
    pub default: u64,
}

/// What stands in a field while it is written, and the number that was valid then.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    beside: u64,
}

/// A text field that takes a number however it is written, and says where it cannot.
///
/// While the visitor writes, the field keeps what was written; on leaving it, or where the host sets
/// another number, it shows the number in the language's way.
#[component]
pub(super) fn NumberField(
    /// The widget.
    state: State,
    /// What it is for.
    asked: Asked,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// What is counted.
    #[prop(into)]
    unit: Signal<String>,
    /// What it means.
    #[prop(into)]
    help: Signal<Option<Word>>,
    /// What is included, and how that compares with the number.
    #[prop(into)]
    hint: Signal<Option<(Word, &'static str)>>,
    /// The number.
    #[prop(into)]
    value: Signal<u64>,
    /// Takes a new number.
    set: impl Fn(u64) + Copy + Send + 'static,
) -> impl IntoView {
    let Asked {
        id,
        dimension,
        min,
        max,
        default,
    } = asked;
    let draft = RwSignal::new(None::<Draft>);
    let value = move || value.try_get().unwrap_or_default();
    let read = move |text: &str| {
        if text.trim().is_empty() {
            return Some(default);
        }
        let decimal = state.format().map_or('.', |format| format.decimal_sign());
        read_whole(text, decimal).filter(|number| (min..=max).contains(number))
    };
    // A draft is outdated as soon as the number beside it is another one.
    let written = move || {
        draft
            .try_get()
            .flatten()
            .filter(|draft| draft.beside == value())
    };
    let text = move || {
        let written = written().map(|draft| draft.text);
        written.unwrap_or_else(|| state.number(value()))
    };
    let wrong = Memo::new(move |_| written().is_some_and(|draft| read(&draft.text).is_none()));
    let wrong = move || wrong.try_get().unwrap_or_default();
    let write = move |text: String| {
        let number = read(&text);
        let beside = number.unwrap_or_else(value);
        draft.try_set(Some(Draft { text, beside }));
        if let Some(number) = number {
            set(number);
        }
    };
    let leave = move |()| {
        if !wrong() {
            draft.try_set(None);
        }
    };
    let at = |what: &str| format!("{id}-{what}");
    let described = format!("{} {} {}", at("error"), at("hint"), at("help"));
    let error = move || {
        wrong().then(|| {
            let word = Word::new("ui-bad-number")
                .with("min", Arg::Count(min))
                .with("max", Arg::Count(max));
            view! { <Phrase state word /> }
        })
    };
    let hint_word = move || hint.try_get().flatten();
    view! {
        <div part="field" class="field" data-dimension=dimension data-value=move || value().to_string()>
            <label part="label" class="label" for=id.clone()>
                {move || label.try_get()}
            </label>
            <div class="box">
                <input
                    part="input"
                    class="input"
                    id=id.clone()
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    spellcheck="false"
                    value=text()
                    prop:value=text
                    aria-invalid=move || wrong().then_some("true")
                    aria-describedby=described
                    on:input=move |event| write(event_target_value(&event))
                    on:change=move |_| leave(())
                />
                <span class="unit" aria-hidden="true">
                    {move || unit.try_get()}
                </span>
            </div>
            <p part="field-error" class="field-error" id=at("error") aria-live="polite">
                {error}
            </p>
            <p
                part="hint"
                class="hint"
                id=at("hint")
                data-status=move || hint_word().map(|(_, status)| status)
            >
                {move || hint_word().map(|(word, _)| view! { <Phrase state word /> })}
            </p>
            <p part="help" class="help" id=at("help")>
                {move || help.try_get().flatten().map(|word| view! { <Phrase state word /> })}
            </p>
        </div>
    }
}
