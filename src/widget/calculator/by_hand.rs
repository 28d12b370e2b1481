//! Packs chosen by hand instead of the cheapest plan.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::card::{MAX_QUANTITY, Model};
use crate::engine::{Buy, ProblemCode, Subject};
use crate::text::Id;
use crate::widget::State;
use crate::widget::inputs::entry::{Bounds, Entry};
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// The packs of a charge, as they are edited.
#[derive(Clone, Copy)]
struct Own {
    state: State,
    charge: StoredValue<Id>,
}

impl Own {
    /// The packs that are chosen by hand; `None` where they are planned.
    fn packs(self) -> Option<Vec<Buy>> {
        let question = self.state.question()?;
        let charge = self.charge.try_get_value()?;
        question.packs_for(&charge).map(<[Buy]>::to_vec)
    }

    /// Takes other packs, or why they cannot be had.
    fn set(self, packs: Option<Vec<Buy>>) -> Option<Word> {
        let charge = self.charge.try_get_value()?;
        self.state
            .change_if(|question| question.set_packs(&charge, packs))
    }

    /// Takes another pack at a place.
    fn set_at(self, place: usize, change: impl FnOnce(&mut Buy)) -> Option<Word> {
        let mut packs = untrack(|| self.packs())?;
        change(packs.get_mut(place)?);
        self.set(Some(packs))
    }

    /// The packs of the plan, or those that are shown, as if they were chosen by hand.
    fn shown(self) -> Vec<Buy> {
        let charge = self.charge.try_get_value();
        let picture = untrack(|| self.state.picture()).zip(charge);
        let purchases = picture.and_then(|(picture, charge)| {
            let mut plans = picture.chosen()?.packs.iter();
            Some(plans.find(|plan| plan.charge == charge)?.purchases.clone())
        });
        let purchases = purchases.unwrap_or_default().into_iter();
        let buys = purchases.map(|pack| Buy {
            month: pack.month,
            quantity: pack.quantity,
        });
        buys.collect()
    }

    /// One more pack, of the size of the last one, else of the smallest.
    fn add(self) {
        let mut packs = untrack(|| self.packs()).unwrap_or_default();
        let smallest = || {
            let card = untrack(|| self.state.card())?;
            let charge = self.charge.try_get_value()?;
            match card.charge(&charge)?.model {
                Model::Pack { min, .. } => Some(min),
                _ => None,
            }
        };
        let quantity = packs.last().map(|pack| pack.quantity);
        let quantity = quantity.or_else(smallest).unwrap_or_default();
        packs.push(Buy { month: 0, quantity });
        self.set(Some(packs));
    }

    fn remove(self, place: usize) {
        let mut packs = untrack(|| self.packs()).unwrap_or_default();
        if place < packs.len() {
            packs.remove(place);
        }
        self.set(Some(packs));
    }

    /// What is to be said of them: what they leave uncovered, and how they compare with the plan.
    fn verdict(self) -> Option<Vec<Word>> {
        let charge = self.charge.try_get_value()?;
        let picture = self.state.picture()?;
        let item = picture.chosen()?;
        let served = picture.card.charge(&charge)?.model.dimension()?;
        let short = item.problems.iter().filter(|problem| {
            let is_short = problem.code == ProblemCode::Shortfall;
            is_short && matches!(&problem.subject, Subject::Dimension(id) if id == served)
        });
        let mut said: Vec<Word> = short.map(|problem| problem.word.clone()).collect();
        let planned = self
            .state
            .priced_if(|question| question.set_packs(&charge, None))?;
        let (own, plan) = (item.total, planned.total);
        let (id, by) = match own.cmp(&plan) {
            core::cmp::Ordering::Greater => ("ui-own-more", own.checked_sub(plan)?),
            core::cmp::Ordering::Less => ("ui-own-less", plan.checked_sub(own)?),
            core::cmp::Ordering::Equal => ("ui-own-same", own.checked_sub(plan)?),
        };
        said.push(Word::new(id).with("by", Arg::Money(by, picture.card.currency)));
        Some(said)
    }
}

/// A switch from the plan to packs of one's own, and these as fields.
#[component]
pub(in crate::widget) fn ByHand(
    /// The widget.
    state: State,
    /// The charge of the packs.
    charge: StoredValue<Id>,
) -> impl IntoView {
    let own = Own { state, charge };
    let hook = charge.try_get_value().map(|id| id.to_string());
    let id = StoredValue::new(format!("own-{}", hook.clone().unwrap_or_default()));
    let at = move |what: &str| {
        let id = id.try_get_value().unwrap_or_default();
        format!("{id}{what}")
    };
    // Rows come and go with their number; while they are written, they stay.
    let shape = Memo::new(move |_| {
        let packs = own.packs()?.len();
        Some((packs, state.question()?.months))
    });
    let by_hand = move || shape.try_get().flatten().is_some();
    let toggle = move |event| {
        let packs = event_target_checked(&event).then(|| own.shown());
        own.set(packs);
    };
    let add = move |event: MouseEvent| {
        let place = untrack(|| own.packs()).map_or(0, |packs| packs.len());
        hand_over(&event, format!("#{}", at(&format!("-{place}-size"))));
        own.add();
    };
    let back = move |event: MouseEvent| {
        hand_over(&event, format!("#{}", at("")));
        own.set(None);
    };
    let verdict = move || {
        let words = own.verdict().unwrap_or_default().into_iter();
        let words = words.map(|word| view! { <p><Phrase state word /></p> });
        words.collect::<Vec<_>>()
    };
    let panel = move || {
        let (packs, months) = shape.try_get().flatten()?;
        let rows = (0..packs).map(|place| row(own, &at(""), place, months));
        let rows: Vec<_> = rows.collect();
        Some(view! {
            <div part="own-packs" class="series" data-own-packs=packs.to_string()>
                <div class="own-rows">{rows}</div>
                <div class="own-buttons">
                    <button
                        part="button"
                        class="button"
                        type="button"
                        id=at("-add")
                        on:click=add
                    >
                        <Say state id="ui-own-add" />
                    </button>
                    <button part="button" class="button" type="button" on:click=back>
                        <Say state id="ui-own-back" />
                    </button>
                </div>
                <div part="own-verdict" class="own-verdict" aria-live="polite">
                    {verdict}
                </div>
            </div>
        })
    };
    view! {
        <label part="by-hand" class="toggle" data-by-hand=hook>
            <input
                type="checkbox"
                class="check"
                id=at("")
                checked=untrack(by_hand)
                prop:checked=by_hand
                on:change=toggle
            />
            <Say state id="ui-own" />
        </label>
        {panel}
    }
}

/// A pack: when it is bought, how large it is, and a button that removes it.
fn row(own: Own, id: &str, place: usize, months: u32) -> AnyView {
    let state = own.state;
    let here = move || {
        let packs = own.packs()?;
        packs.get(place).copied()
    };
    let month = move || here().map_or(0, |pack| pack.month);
    let size = Memo::new(move |_| here().map_or(0, |pack| pack.quantity));
    let bounds = Bounds {
        min: 0,
        max: MAX_QUANTITY,
        default: 0,
    };
    let entry = Entry::new(state, bounds, size.into());
    let refused = RwSignal::new(None::<Word>);
    let write = move |event| {
        let text = event_target_value(&event);
        let refusal = entry
            .read(&text)
            .and_then(|quantity| own.set_at(place, |pack| pack.quantity = quantity));
        match refusal {
            Some(_) => entry.hold(text),
            None => {
                entry.write(text);
            }
        }
        refused.try_set(refusal);
    };
    let refusal = move || refused.try_get().flatten();
    let leave = move |_| {
        if untrack(refusal).is_none() {
            entry.leave();
        }
    };
    let choose = move |event| {
        if let Ok(month) = event_target_value(&event).parse() {
            own.set_at(place, |pack| pack.month = month);
        }
    };
    let options = (0..months).map(|option| {
        let name = move || {
            let picture = state.picture()?;
            let start = picture.request.start;
            let begins = picture.card.months.start_of(start, option)?;
            Some(state.date(begins))
        };
        view! {
            <option value=option.to_string() selected=untrack(month) == option>
                {name}
            </option>
        }
    });
    let options: Vec<_> = options.collect();
    let number = Word::new("ui-own-pack").with("number", Arg::Count(count(place)));
    let name = move || state.say(&number);
    let at = |what: &str| format!("{id}-{place}{what}");
    let add = format!("#{id}-add");
    let remove = move |event: MouseEvent| {
        hand_over(&event, add.clone());
        own.remove(place);
    };
    view! {
        <div
            class="own-row"
            role="group"
            aria-label=name
            data-own-month=move || month().to_string()
            data-value=move || entry.value().to_string()
        >
            <div class="month">
                <label class="month-label" for=at("-month")>
                    <Say state id="ui-packs-on" />
                </label>
                <div class="box">
                    <select
                        part="input"
                        class="input"
                        id=at("-month")
                        prop:value=move || month().to_string()
                        on:change=choose
                    >
                        {options}
                    </select>
                </div>
            </div>
            <div class="month">
                <label class="month-label" for=at("-size")>
                    <Say state id="ui-packs-size" />
                </label>
                <div class="box">
                    <input
                        part="input"
                        class="input"
                        id=at("-size")
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        spellcheck="false"
                        value=untrack(|| entry.text())
                        prop:value=move || entry.text()
                        aria-invalid=move || {
                            (entry.wrong() || refusal().is_some()).then_some("true")
                        }
                        aria-describedby=at("-error")
                        on:input=write
                        on:change=leave
                    />
                </div>
            </div>
            <button part="button" class="button" type="button" on:click=remove>
                <Say state id="ui-own-remove" />
            </button>
            <p part="field-error" class="field-error" id=at("-error") aria-live="polite">
                {move || {
                    let word = entry.error().or_else(refusal)?;
                    Some(view! { <Phrase state word /> })
                }}
            </p>
        </div>
    }
    .into_any()
}

/// The number of a pack, from 1.
fn count(place: usize) -> u64 {
    u64::try_from(place.saturating_add(1)).unwrap_or_default()
}
