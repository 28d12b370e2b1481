//! What the calculation found beside the price: problems and advice.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::engine::Subject;
use crate::money::Amount;
use crate::text::Id;
use crate::widget::Question;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// What the chosen edition does not do.
pub(in crate::widget) fn problems(state: State) -> Node {
    let problems = Memo::new(move |_| Some(state.picture()?.chosen()?.problems.clone()));

    (move || {
        let problems = problems.try_get().flatten()?;
        let items = problems.iter().map(|problem| {
            let subject = match &problem.subject {
                Subject::Dimension(id) | Subject::Feature(id) => id.to_string(),
            };
            let code = problem.code.as_str();
            let word = problem.word.clone();
            tag::li()
                .part("problem")
                .attr("data-problem", code)
                .attr("data-subject", subject)
                .child(phrase(state, word))
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| {
            tag::div()
                .part("problems")
                .class("problems")
                .child(tag::h3().class("heading").child(say(state, "ui-problems")))
                .child(tag::ul().child(items))
        })
    })
    .into_node()
}

/// What a finding asks for, where it asks for something that the question can say.
#[derive(Clone, PartialEq, Eq)]
enum Change {
    /// Another edition.
    Edition(Id),
    /// No packs chosen by hand for a charge.
    NoPacks(Id),
}

impl Change {
    /// The change that would save what a finding says.
    fn of(word: &Word) -> Option<Self> {
        let id = |name: &str| match word.arg(name)? {
            Arg::Label(id, _) => Some(id.clone()),
            Arg::Text(id) => Some(Id::from(id.as_str())),
            _ => None,
        };
        match word.id {
            "cheaper-edition" => id("edition").map(Self::Edition),
            "packs-never-pay" if word.arg("saves").is_some() => id("charge").map(Self::NoPacks),
            _ => None,
        }
    }

    fn apply(self, question: &mut Question) {
        match self {
            Self::Edition(edition) => question.item.edition = edition,
            Self::NoPacks(charge) => question.item.buy.retain(|(id, _)| *id != charge),
        }
    }
}

/// The findings, and the place of the one that stands at the total.
#[derive(Clone, Copy)]
pub(in crate::widget) struct Findings {
    all: Memo<Vec<Word>>,
    first: Memo<Option<usize>>,
}

impl Findings {
    /// The findings of the chosen edition.
    pub fn new(state: State) -> Self {
        let all = Memo::new(move |_| {
            let picture = state.picture();
            let advice = picture.as_ref().and_then(|picture| picture.chosen());
            advice.map_or_else(Vec::new, |item| {
                item.advice
                    .iter()
                    .map(|advice| advice.word.clone())
                    .collect()
            })
        });
        let first = Memo::new(move |_| {
            let all = all.try_get().unwrap_or_default();
            let ranked = all.iter().enumerate();
            let ranked = ranked.filter_map(|(place, word)| Some((rank(word)?, place)));
            // Of equal rank, the first.
            ranked
                .reduce(|best, next| if next.0 > best.0 { next } else { best })
                .map(|(_, place)| place)
        });
        Self { all, first }
    }

    fn first(self) -> Option<Word> {
        let place = self.first.try_get().flatten()?;
        self.all.try_get()?.get(place).cloned()
    }

    /// All but the one at the total.
    fn rest(self) -> Vec<Word> {
        let first = self.first.try_get().flatten();
        let all = self.all.try_get().unwrap_or_default().into_iter();
        let rest = all.enumerate().filter(|(place, _)| Some(*place) != first);
        rest.map(|(_, word)| word).collect()
    }
}

/// How much a finding is worth at the total: what can be done about it, then what it saves; `None`
/// where it saves nothing.
fn rank(word: &Word) -> Option<(u8, Amount)> {
    let Some(Arg::Money(saves, _)) = word.arg("saves") else {
        return None;
    };
    let kind = match word.id {
        _ if Change::of(word).is_some() => 3,
        "next-unit-less" => 2,
        "ruled-out" => 1,
        _ => 0,
    };
    Some((kind, *saves))
}

/// The finding that is worth most, and a button where something can be done about it.
pub(in crate::widget) fn best_advice(
    state: State,
    findings: Findings,
    total: NodeRef<Div>,
) -> Node {
    let word = Memo::new(move |_| findings.first());

    (move || {
        let word = word.try_get().flatten()?;
        let code = word.id;
        let change = Change::of(&word);
        let label = match change {
            Some(Change::Edition(_)) => "ui-take-edition",
            _ => "ui-take-packs",
        };
        let button = change.map(|change| {
            let named = word.args.iter().find(|(name, _)| *name == "edition");
            let named = named.map_or_else(|| Arg::text(""), |(_, arg)| arg.clone());
            let say = Word::new(label).with("edition", named);
            let apply = move |_| {
                let change = change.clone();
                state.change(|question| change.apply(question));
                if let Some(total) = total.try_get_untracked().flatten() {
                    let _ = total.focus();
                }
            };
            tag::button()
                .part("button")
                .class("button")
                .attr("type", "button")
                .on(ev::click, apply)
                .child(move || state.say(&say))
        });
        Some(
            tag::div()
                .part("best-advice")
                .class("best-advice")
                .attr("data-advice", code)
                .child(tag::p().child(phrase(state, word.clone())))
                .child(button),
        )
    })
    .into_node()
}

/// What else is good to know.
pub(in crate::widget) fn advice(state: State, findings: Findings) -> Node {
    let rest = Memo::new(move |_| findings.rest());

    (move || {
        let items = rest.try_get().unwrap_or_default().into_iter();
        let items = items.map(|word| {
            let code = word.id;
            tag::li()
                .part("advice")
                .attr("data-advice", code)
                .child(phrase(state, word))
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| {
            tag::div()
                .part("findings")
                .class("findings")
                .child(tag::h3().class("heading").child(say(state, "ui-advice")))
                .child(tag::ul().child(items))
        })
    })
    .into_node()
}
