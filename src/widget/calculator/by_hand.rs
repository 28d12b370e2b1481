//! Packs chosen by hand instead of the cheapest plan.

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::card::MAX_QUANTITY;
use crate::engine::{Buy, ProblemCode, Subject};
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::inputs::entry::{Bounds, Entry};
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{phrase, say};
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
            Some(card.charge(&charge)?.pack_sizes()?.min)
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
pub(in crate::widget) fn by_hand(state: State, charge: StoredValue<Id>) -> Node {
    let own = Own { state, charge };
    let hook = charge.try_get_value().map(|id| id.to_string());
    let id = format!("own-{}", hook.clone().unwrap_or_default());
    // Rows come and go with their number; while they are written, they stay.
    let shape = Memo::new(move |_| {
        let packs = own.packs()?.len();
        Some((packs, state.question()?.months))
    });
    let toggle = move |event| {
        let packs = event_target_checked(&event).then(|| own.shown());
        own.set(packs);
    };
    let panel = {
        let id = id.clone();
        move || {
            let (packs, months) = shape.try_get().flatten()?;
            Some(untrack(|| panel(own, &id, packs, months)))
        }
    };
    let switch = tag::label()
        .part("by-hand")
        .class("toggle")
        .attr("data-by-hand", hook)
        .child(
            tag::input()
                .attr("type", "checkbox")
                .class("check")
                .attr("id", id)
                .holds("checked", move || shape.try_get().flatten().is_some())
                .on(ev::change, toggle),
        )
        .child(say(state, "ui-own"));
    (switch, panel).into_node()
}

/// The packs as rows, what can be done with them, and what comes of them.
fn panel(own: Own, id: &str, packs: usize, months: u32) -> Node {
    let state = own.state;
    let at = |what: &str| format!("{id}{what}");
    let next = format!("#{id}-{packs}-size");
    let add = move |event: MouseEvent| {
        hand_over(&event, next.clone());
        own.add();
    };
    let switch = format!("#{id}");
    let back = move |event: MouseEvent| {
        hand_over(&event, switch.clone());
        own.set(None);
    };
    let verdict = move || {
        let words = own.verdict().unwrap_or_default().into_iter();
        many(words.map(|word| tag::p().child(phrase(state, word))))
    };
    let button = || {
        tag::button()
            .part("button")
            .class("button")
            .attr("type", "button")
    };

    tag::div()
        .part("own-packs")
        .class("series")
        .attr("data-own-packs", packs.to_string())
        .child(
            tag::div()
                .class("own-rows")
                .child(many((0..packs).map(|place| row(own, id, place, months)))),
        )
        .child(
            tag::div()
                .class("own-buttons")
                .child(
                    button()
                        .attr("id", at("-add"))
                        .on(ev::click, add)
                        .child(say(state, "ui-own-add")),
                )
                .child(
                    button()
                        .on(ev::click, back)
                        .child(say(state, "ui-own-back")),
                ),
        )
        .child(
            tag::div()
                .part("own-verdict")
                .class("own-verdict")
                .attr("aria-live", "polite")
                .child(verdict),
        )
        .into_node()
}

/// A pack: when it is bought, how large it is, and a button that removes it.
fn row(own: Own, id: &str, place: usize, months: u32) -> Node {
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
    let entry = Entry::new(state, bounds, size);
    let refused = RwSignal::new(None::<Word>);
    let refusal = move || refused.try_get().flatten();
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
        tag::option()
            .attr("value", option.to_string())
            .attr("selected", untrack(month) == option)
            .child(name)
    });
    let number = Word::new("ui-own-pack").with("number", Arg::Count(count(place)));
    let at = |what: &str| format!("{id}-{place}{what}");
    let add = format!("#{id}-add");
    let remove = move |event: MouseEvent| {
        hand_over(&event, add.clone());
        own.remove(place);
    };
    let labelled = |what: &str, label: &'static str, field: Element| {
        let label = tag::label()
            .class("month-label")
            .attr("for", at(what))
            .child(say(state, label));
        let field = field.part("input").class("input").attr("id", at(what));
        let field = tag::div().class("box").child(field);
        tag::div().class("month").child(label).child(field)
    };

    tag::div()
        .class("own-row")
        .attr("role", "group")
        .attr("aria-label", move || state.say(&number))
        .attr("data-own-month", move || month().to_string())
        .attr("data-value", move || entry.value().to_string())
        .child(labelled(
            "-month",
            "ui-packs-on",
            tag::select()
                .holds("value", move || month().to_string())
                .on(ev::change, choose)
                .child(many(options)),
        ))
        .child(labelled(
            "-size",
            "ui-packs-size",
            tag::input()
                .attr("type", "text")
                .attr("inputmode", "numeric")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .holds("value", move || entry.text())
                .attr("aria-invalid", move || {
                    (entry.wrong() || refusal().is_some()).then_some("true")
                })
                .attr("aria-describedby", at("-error"))
                .on(ev::input, write)
                .on(ev::change, leave),
        ))
        .child(
            tag::button()
                .part("button")
                .class("button")
                .attr("type", "button")
                .on(ev::click, remove)
                .child(say(state, "ui-own-remove")),
        )
        .child(
            tag::p()
                .part("field-error")
                .class("field-error")
                .attr("id", at("-error"))
                .attr("aria-live", "polite")
                .child(move || {
                    let word = entry.error().or_else(refusal)?;
                    Some(phrase(state, word))
                }),
        )
        .into_node()
}

/// The number of a pack, from 1.
fn count(place: usize) -> u64 {
    u64::try_from(place.saturating_add(1)).unwrap_or_default()
}
