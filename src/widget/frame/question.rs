//! What is asked, as a sentence. Its quantities lead to their fields.

use std::sync::Arc;

use leptos::ev;
use leptos::ev::MouseEvent;
use leptos::prelude::untrack;

use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::asked::{Asked, months};
use crate::widget::signals::Memo;
use crate::widget::state::State;
use crate::widget::views::asking;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::phrase_around;
use crate::word::{Arg, Word};

/// The place of the months in the sentence, and the id of their field.
const MONTHS: &str = "months";

/// A sentence for as many quantities as are asked for; the last one counts those that it does not name.
const SENTENCES: [&str; 5] = [
    "ui-question-time",
    "ui-question-one",
    "ui-question-two",
    "ui-question-three",
    "ui-question-more",
];

/// The question; `None` while there is none.
pub(super) fn question(state: State) -> Memo<Option<Question>> {
    Memo::new(move |_| Question::new(state))
}

/// A question, and what it asks for.
#[derive(Clone, PartialEq)]
pub(super) struct Question {
    word: Word,
    asked: Vec<Asked>,
}

impl Question {
    /// The question that fields of some view ask; `None` where no view has them.
    fn new(state: State) -> Option<Self> {
        asking(state)?;
        let (card, question) = state.card().zip(state.question())?;
        let asked = Asked::all(&card, &question);
        let id = SENTENCES.get(asked.len()).or(SENTENCES.last())?;
        let product = Arg::Label(card.product.clone(), Arc::clone(&card.label));
        let time = match question.months {
            1 => "month",
            _ => MONTHS,
        };
        let word = Word::new(id)
            .with("product", product)
            .with(time, months(state, question.months));
        let word = match Asked::further(&asked) {
            0 => word,
            more => word.with("more", Arg::Count(u64::try_from(more).unwrap_or(u64::MAX))),
        };
        Some(Self {
            word: Asked::fill(&asked, word),
            asked,
        })
    }

    /// The sentence, with a button around each quantity that has a field.
    pub fn view(self, state: State) -> Node {
        let Self { word, asked } = self;
        let around = move |place: &'static str, figure: Element, signs: String| {
            let field = match Asked::field_in_place(&asked, place) {
                Some(field) => field,
                None if place == MONTHS || place == "month" => String::from(MONTHS),
                None => return (figure, signs).into_node(),
            };
            let button = leading_to(state, field).child(figure);
            tag::span()
                .class("asked-for")
                .child(button)
                .child(signs)
                .into_node()
        };
        phrase_around(state, word, Arc::new(around))
    }
}

/// A button that leads to a field, in the view that has it.
fn leading_to(state: State, field: String) -> Element {
    let selector = format!("#{field}");
    let lead = move |event: MouseEvent| {
        if let Some(view) = untrack(|| asking(state)) {
            state.choose_view(view);
        }
        hand_over(&event, selector.clone());
    };
    tag::button()
        .attr("type", "button")
        .part("asked")
        .attr("data-field", field)
        .on(ev::click, lead)
}
