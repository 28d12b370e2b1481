//! A field for a whole number.

use leptos::prelude::*;

use super::entry::{Bounds, Entry};
use crate::widget::State;
use crate::widget::words::phrase::Phrase;
use crate::word::Word;

/// What a number field is for.
pub(in crate::widget) struct Asked {
    /// Its id within the widget.
    pub id: String,
    /// The dimension that it asks for; `None` where it asks for something else.
    pub dimension: Option<String>,
    /// What it takes.
    pub bounds: Bounds,
}

/// A text field that takes a number however it is written, and says where it cannot.
#[component]
pub(in crate::widget) fn NumberField(
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
    /// What stands there instead where the number is not written here.
    #[prop(into)]
    range: Signal<Option<String>>,
    /// Takes a new number.
    set: impl Fn(u64) + Copy + Send + 'static,
    /// What stands under the field.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let Asked {
        id,
        dimension,
        bounds,
    } = asked;
    let entry = Entry::new(state, bounds, value);
    let in_all = move || range.try_get().flatten();
    let text = move || in_all().unwrap_or_else(|| entry.text());
    let write = move |text: String| {
        if let Some(number) = entry.write(text) {
            set(number);
        }
    };
    let at = |what: &str| format!("{id}-{what}");
    let described = format!("{} {} {}", at("error"), at("hint"), at("help"));
    let error = move || entry.error().map(|word| view! { <Phrase state word /> });
    let hint_word = move || hint.try_get().flatten();
    view! {
        <div part="field" class="field" data-dimension=dimension data-value=move || entry.value().to_string()>
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
                    readonly=move || in_all().is_some()
                    aria-invalid=move || entry.wrong().then_some("true")
                    aria-describedby=described
                    on:input=move |event| write(event_target_value(&event))
                    on:change=move |_| entry.leave()
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
            {children.map(|children| children())}
        </div>
    }
}
