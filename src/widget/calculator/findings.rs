//! What the calculation found beside the price: the advice of the engine.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::money::Amount;
use crate::text::Id;
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::shared::icon::{GROWTH, icon};
use crate::widget::shared::pieces::{blank_button, titled_list};
use crate::widget::signals::Memo;
use crate::widget::state::{Question, State};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

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
    fn proposed_by(finding: &Word) -> Option<Self> {
        let id = |name: &str| match finding.arg(name)? {
            Arg::Label(id, _) => Some(id.clone()),
            Arg::Text(id) => Some(Id::from(id.as_str())),
            _ => None,
        };
        match finding.id {
            "cheaper-edition" => id("edition").map(Self::Edition),
            "packs-never-pay" if finding.arg("saves").is_some() => id("charge").map(Self::NoPacks),
            _ => None,
        }
    }

    fn apply(self, question: &mut Question) {
        match self {
            Self::Edition(edition) => question.item.edition = edition,
            Self::NoPacks(charge) => question.item.buy.retain(|(id, _)| *id != charge),
        }
    }

    /// The id of the sentence on the button that applies it.
    const fn label(&self) -> &'static str {
        match self {
            Self::Edition(_) => "ui-take-edition",
            Self::NoPacks(_) => "ui-take-packs",
        }
    }
}

/// The findings, and the place of the one that stands at the total.
#[derive(Clone, Copy)]
pub(super) struct Findings {
    all: Memo<Option<Vec<Word>>>,
    best: Memo<Option<usize>>,
}

impl Findings {
    /// The findings of the chosen edition.
    pub fn new(state: State) -> Self {
        let all = state.memo_of_chosen(|item| {
            // What holds until a day is a trial: it is there to try, not to save.
            let words = item.advice.iter().map(|advice| &advice.word);
            let words = words.filter(|word| word.arg("until").is_none());
            Some(words.cloned().collect::<Vec<_>>())
        });
        let best = Memo::new(move |_| {
            let all = all.get()?;
            let ranked = all.iter().enumerate();
            let ranked = ranked.filter_map(|(place, word)| Some((rank(word)?, place)));
            // Of equal rank, the first.
            ranked
                .reduce(|best, next| if next.0 > best.0 { next } else { best })
                .map(|(_, place)| place)
        });
        Self { all, best }
    }

    /// The one that stands at the total.
    fn best(self) -> Option<Word> {
        let place = self.best.get()?;
        self.all.get()?.get(place).cloned()
    }

    /// All but the one at the total.
    fn others(self) -> Vec<Word> {
        let best = self.best.get();
        let all = self.all.get().unwrap_or_default().into_iter();
        let others = all.enumerate().filter(|(place, _)| Some(*place) != best);
        others.map(|(_, word)| word).collect()
    }
}

/// How much a finding is worth at the total: what can be done about it, then what it saves; `None`
/// where it saves nothing.
fn rank(finding: &Word) -> Option<(u8, Amount)> {
    let Some(Arg::Money(saves, _)) = finding.arg("saves") else {
        return None;
    };
    let kind = match finding.id {
        _ if Change::proposed_by(finding).is_some() => 3,
        "next-unit-less" => 2,
        "ruled-out" => 1,
        _ => 0,
    };
    Some((kind, *saves))
}

/// The finding that is worth most, and a button where something can be done about it.
pub(super) fn best_advice(state: State, findings: Findings, total: NodeRef<Div>) -> Node {
    let best = Memo::new(move |_| findings.best());

    (move || {
        let word = best.get()?;
        let change = Change::proposed_by(&word);
        let button = change.map(|change| apply_button(state, &word, change, total));
        Some(
            tag::div()
                .part("best-advice")
                .attr("data-advice", word.id)
                .child(icon(GROWTH))
                .child(tag::p().child(phrase(state, word)))
                .child(button),
        )
    })
    .into_node()
}

/// The button that does what a finding asks for. The focus goes to the total then, as the button goes.
fn apply_button(state: State, finding: &Word, change: Change, total: NodeRef<Div>) -> Element {
    let edition = finding.arg("edition").cloned();
    let edition = edition.unwrap_or_else(|| Arg::text(""));
    let label = Word::new(change.label()).with("edition", edition);
    let apply = move |_| {
        let change = change.clone();
        state.change(|question| change.apply(question));
        if let Some(total) = total.try_get_untracked().flatten() {
            let _ = total.focus();
        }
    };
    blank_button()
        .on(ev::click, apply)
        .child(move || state.say(&label))
}

/// What else is good to know.
pub(super) fn advice(state: State, findings: Findings) -> Node {
    let others = Memo::new(move |_| findings.others());

    (move || {
        let items = others.get().into_iter().map(|word| {
            tag::li()
                .attr("part", "advice")
                .attr("data-advice", word.id)
                .child(phrase(state, word))
        });
        let around = tag::div().part("findings");
        titled_list(state, around, "ui-advice", items.collect())
    })
    .into_node()
}
