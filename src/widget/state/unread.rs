//! What stands in fields and is not understood: what is shown is still the answer to what was asked before.

use super::State;
use super::question::Question;
use crate::engine::Demand;
use crate::text::Id;
use crate::word::Word;

/// What a field is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Input {
    /// The demand of a dimension.
    Demand(Id),
    /// The same in a month, from 0.
    DemandIn(Id, usize),
    /// The growth from month to month that fills in a dimension's months.
    Growth(Id),
    /// The number that they grow to.
    Target(Id),
    /// How many calls of a dimension of minutes there are, in a row of them, from 0.
    CallCount(Id, usize),
    /// How long each of these calls is.
    CallSeconds(Id, usize),
    /// The size of a pack that is chosen by hand, by its charge and its row, from 0.
    Pack(Id, usize),
    /// The months.
    Months,
    /// The first day.
    Start,
}

/// What stands in a field and is not understood, or cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Unread {
    /// Which field it is.
    pub input: Input,
    /// What stands there; nothing where the browser does not tell.
    pub text: String,
    /// Why it cannot be had, where there is more to say than that it is not understood.
    pub why: Option<Word>,
}

impl Input {
    /// Whether two questions say the same of it: else something else stands in its field now.
    fn is_same(&self, before: &Question, now: &Question) -> bool {
        match self {
            Self::Demand(id) | Self::Growth(id) | Self::Target(id) => {
                before.demand_for(id) == now.demand_for(id)
            }
            Self::DemandIn(id, month) => {
                let is_monthly = matches!(now.demand_for(id), Some(Demand::Monthly(_)));
                let is_there = usize::try_from(now.months).is_ok_and(|months| *month < months);
                is_monthly && is_there && before.demand_in(id, *month) == now.demand_in(id, *month)
            }
            Self::CallCount(id, row) | Self::CallSeconds(id, row) => {
                before.calls_for(id).get(*row) == now.calls_for(id).get(*row)
            }
            Self::Pack(charge, row) => {
                let size = |question: &Question| {
                    let pack = question.packs_for(charge)?.get(*row)?;
                    Some(pack.quantity)
                };
                // Only some editions are sold them.
                before.item.edition == now.item.edition && size(before) == size(now)
            }
            Self::Months => before.months == now.months,
            Self::Start => (before.start, before.as_of) == (now.start, now.as_of),
        }
    }
}

impl State {
    /// Whether something is written in a field that is not understood, so that what is shown is not the
    /// answer to it but to what was asked before.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// // Before a visitor writes anything.
    /// assert!(!state.is_stale());
    /// ```
    #[must_use]
    pub fn is_stale(self) -> bool {
        let is_stale = self.unread.try_with(|unread| !unread.is_empty());
        is_stale.unwrap_or_default()
    }

    /// All that stands in fields and is not understood.
    pub(in crate::widget) fn unread(self) -> Vec<Unread> {
        self.unread.try_get().unwrap_or_default()
    }

    /// What stands in a field and is not understood.
    pub(in crate::widget) fn unread_in(self, input: &Input) -> Option<Unread> {
        let mut unread = self.unread().into_iter();
        unread.find(|unread| unread.input == *input)
    }

    /// What stands in a field is not understood. It stays to be seen until something else is written
    /// there, or is asked of what the field is for; also while another view is shown.
    pub(in crate::widget) fn not_understood(self, unread: Unread) {
        self.change_unread(|all| {
            all.retain(|known| known.input != unread.input);
            all.push(unread);
        });
    }

    /// What stands in a field is understood.
    pub(in crate::widget) fn understood(self, input: &Input) {
        self.change_unread(|all| all.retain(|known| known.input != *input));
    }

    /// Another question is asked: of what it says something else of, that stands in the field from now on.
    pub(super) fn drop_unread(self, before: &Question, now: &Question) {
        self.change_unread(|all| all.retain(|known| known.input.is_same(before, now)));
    }

    /// Another rate card has other fields.
    pub(super) fn drop_all_unread(self) {
        self.change_unread(Vec::clear);
    }

    fn change_unread(self, change: impl FnOnce(&mut Vec<Unread>)) {
        let Some(before) = self.unread.try_get_untracked() else {
            return;
        };
        let mut all = before.clone();
        change(&mut all);
        if all != before {
            self.unread.try_set(all);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use leptos::prelude::Owner;

    use super::*;
    use crate::calendar::Date;
    use crate::engine::{Buy, Calls};
    use crate::locale::PlainEnglish;
    use crate::value::from_json;
    use crate::widget::{Language, views};

    const SET: &str = r#"{"product": "contact-center-cn", "edition": "standard", "months": "6", "demand": "seats=5"}"#;

    /// What becomes of an entry that is not understood when the host or the visitor changes something.
    fn stays(input: &Input, prepare: impl FnOnce(State), change: impl FnOnce(State)) -> bool {
        Owner::new().with(|| {
            let question = Question::new(Date::parse("2026-11-20").unwrap());
            let english = Language::english();
            let state = State::new(
                views(),
                &english,
                Rc::new(PlainEnglish),
                question,
                Rc::new(|| {}),
            );
            state.configure(&from_json(SET).unwrap()).unwrap();
            prepare(state);
            state.not_understood(Unread {
                input: input.clone(),
                text: String::from("many"),
                why: None,
            });
            assert!(state.is_stale());
            change(state);
            assert_eq!(state.unread_in(input).is_some(), state.is_stale());
            state.is_stale()
        })
    }

    fn set(settings: &'static str) -> impl Fn(State) {
        move |state| state.configure(&from_json(settings).unwrap()).unwrap()
    }

    fn ask(change: fn(&mut Question)) -> impl Fn(State) {
        move |state| state.change(change)
    }

    #[test]
    fn an_entry_stays_while_its_number_does() {
        let seats = Input::Demand(Id::from("seats"));
        let nothing = |_: State| {};
        for change in [r#"{"months": "9"}"#, r#"{"edition": "premium"}"#, SET] {
            assert!(stays(&seats, nothing, set(change)), "{change}");
        }
        assert!(!stays(&seats, nothing, set(r#"{"demand": "seats=6"}"#)));
        assert!(!stays(
            &seats,
            nothing,
            ask(|question| question.set_demand(&Id::from("seats"), Some(Demand::Steady(7))))
        ));
        assert!(stays(
            &Input::Months,
            nothing,
            set(r#"{"demand": "seats=6"}"#)
        ));
        assert!(!stays(&Input::Months, nothing, set(r#"{"months": "7"}"#)));
        assert!(stays(&Input::Start, nothing, set(r#"{"months": "7"}"#)));
        assert!(!stays(
            &Input::Start,
            nothing,
            set(r#"{"start": "2026-12-01"}"#)
        ));
    }

    #[test]
    fn an_entry_goes_with_its_field() {
        let id = Id::from("seats");
        let monthly = |question: &mut Question| {
            let demand = Demand::Monthly(vec![1, 2, 3, 4, 5, 6]);
            question.set_demand(&Id::from("seats"), Some(demand));
        };
        let fourth = Input::DemandIn(id.clone(), 3);
        assert!(stays(
            &fourth,
            ask(monthly),
            ask(|question| question.months = 4)
        ));
        assert!(!stays(
            &fourth,
            ask(monthly),
            ask(|question| question.months = 3)
        ));
        assert!(!stays(
            &fourth,
            ask(monthly),
            ask(|question| question.set_demand(&Id::from("seats"), Some(Demand::Steady(4))))
        ));
        assert!(!stays(&Input::Demand(id.clone()), |_| {}, ask(monthly)));
        assert!(!stays(
            &Input::Growth(id),
            ask(monthly),
            ask(|question| question.set_demand(&Id::from("seats"), None))
        ));
        // Another product has other fields, even where they are for something of the same name.
        assert!(!stays(
            &Input::Months,
            |_| {},
            set(r#"{"product": "chat"}"#)
        ));
        assert!(!stays(&Input::Months, |_| {}, State::leave_product));
    }

    #[test]
    fn calls_and_packs_are_known_by_their_row() {
        let minutes = Id::from("outbound_minutes");
        let second = Input::CallSeconds(minutes, 1);
        let calls = |place, seconds| {
            move |state: State| {
                state.change(|question| {
                    let calls = Calls { count: 7, seconds };
                    question.set_calls(&Id::from("outbound_minutes"), place, calls);
                });
            }
        };
        let both = |state| {
            calls(0, 60)(state);
            calls(1, 60)(state);
        };
        assert!(stays(&second, both, calls(0, 61)));
        assert!(!stays(&second, both, calls(1, 61)));

        let packs = Id::from("outbound_packs");
        let pack = Input::Pack(packs, 0);
        let own = |question: &mut Question| {
            let pack = Buy {
                month: 0,
                quantity: 1000,
            };
            question.set_packs(&Id::from("outbound_packs"), Some(vec![pack]));
        };
        let planned = |question: &mut Question| {
            question.set_packs(&Id::from("outbound_packs"), None);
        };
        assert!(stays(&pack, ask(own), ask(|question| question.months = 9)));
        assert!(!stays(&pack, ask(own), ask(planned)));
        assert!(!stays(
            &pack,
            ask(own),
            ask(|question| question.item.edition = Id::from("premium"))
        ));
    }
}
