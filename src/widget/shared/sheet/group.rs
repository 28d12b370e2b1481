//! Groups of rows, which fold.

use std::sync::Arc;

use leptos::ev;

use super::row::{rows, title_row};
use super::search::Filter;
use super::sections::Heading;
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say_label};
use crate::word::{Arg, Word};

/// Whether the editions differ in a row.
#[derive(Clone, Copy)]
pub(in crate::widget) enum Differs {
    /// As the card says.
    Fixed(bool),
    /// In what is answered.
    Live(Memo<bool>),
}

impl Differs {
    /// Whether they do, to be read again when that changes.
    pub fn get(self) -> bool {
        match self {
            Self::Fixed(differs) => differs,
            Self::Live(differs) => differs.get(),
        }
    }
}

/// A row, and by what it is found.
pub(in crate::widget) struct Line {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// What a reader should know of it.
    pub notes: Vec<Text>,
    /// Whether the editions differ in it.
    pub differs: Differs,
    /// The row.
    pub row: Element,
}

/// Rows under a title.
pub(in crate::widget) struct Group {
    /// Its id, where it is a heading of the card.
    pub id: Option<String>,
    /// Its title.
    pub title: Node,
    /// By what its rows are found beside their own words.
    pub heading: Option<Text>,
    /// What stands beside the title; where it is nothing, how many rows differ.
    pub aside: Option<Node>,
    /// Whether it is open from the start.
    pub is_open: bool,
    /// The rows.
    pub lines: Vec<Line>,
}

impl Group {
    /// The group, whose rows have numbers from the first one on.
    pub(super) fn view(
        self,
        state: State,
        editions: usize,
        filter: Filter,
        first: usize,
    ) -> Element {
        let numbers = first..first.saturating_add(self.lines.len());
        let open = RwSignal::new(self.is_open);
        let is_open = move || open.get() || filter.search.is_on();
        let differing: Vec<Differs> = self.lines.iter().map(|line| line.differs).collect();
        let count = Memo::new(move |_| differing.iter().filter(|d| d.get()).count());
        let all = self.lines.len();
        let aside = self
            .aside
            .unwrap_or_else(|| summary(state, count, all, editions));
        let title = tag::button()
            .attr("type", "button")
            .part("group-title")
            .attr("aria-expanded", move || is_open().to_string())
            .on(ev::click, move |_| {
                open.try_set(!open.get());
            })
            .child(super::fold_mark())
            .child(tag::span().child(self.title))
            .child(tag::span().class("aside").child(aside));
        let lines = self.lines.into_iter().zip(numbers.clone());
        let lines = lines.map(|(line, number)| {
            let differs = line.differs;
            line.row
                .attr("data-alike", move || (!differs.get()).then_some(""))
                .attr("hidden", move || !filter.shows(number))
        });

        rows()
            .attr("data-group", self.id)
            .attr("data-alike", move || (count.get() == 0).then_some(""))
            .attr("data-folded", move || (!is_open()).then_some(""))
            .attr("hidden", move || !filter.shows_any(numbers.clone()))
            .child(title_row(title, editions))
            .child(many(lines))
    }
}

/// In how many rows the editions differ; of one edition alone, how many there are.
fn summary(state: State, count: Memo<usize>, all: usize, editions: usize) -> Node {
    let number = |some: usize| Arg::Count(u64::try_from(some).unwrap_or_default());
    (move || {
        let differing = count.get();
        let word = match differing {
            _ if editions < 2 => Word::new("ui-argument").with("is", number(all)),
            0 => Word::new("ui-alike").with("alike", number(all)),
            _ => Word::new("ui-differing")
                .with("differing", number(differing))
                .with("all", number(all)),
        };
        phrase(state, word)
    })
    .into_node()
}

/// A heading of the card, after the one above it.
pub(in crate::widget) fn group_title(state: State, heading: &Heading) -> Node {
    let (label, parent) = (heading.label.clone(), heading.parent.clone());
    let parent = parent.map(|parent| {
        tag::span()
            .class("aside")
            .child(move || say_label(state, &parent))
            .child(" · ")
    });
    (parent, move || say_label(state, &label)).into_node()
}
