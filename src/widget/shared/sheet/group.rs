//! How a group of rows is shown, which folds.

use leptos::ev;

use super::content::{Differs, Group};
use super::row::{rows, title_row};
use super::search::Filter;
use super::sections::Heading;
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::pieces::{keep_fold, kept_fold};
use crate::widget::signals::{Memo, RwSignal};
use crate::widget::state::State;
use crate::widget::words::phrase::{phrase, say_label};
use crate::word::{Arg, Word};

impl Group {
    /// The group in a table that is a part, whose rows have numbers from the first one on.
    pub(super) fn view(
        self,
        state: State,
        part: &'static str,
        editions: usize,
        filter: Filter,
        first: usize,
    ) -> Element {
        let numbers = first..first.saturating_add(self.lines.len());
        let of = self
            .id
            .as_deref()
            .or(self.lines.first().map(|line| &*line.id));
        let key = format!("{part}-{}", of.unwrap_or_default());
        let open = RwSignal::new(kept_fold(state, &key, self.is_open));
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
                keep_fold(state, &key, open.get());
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
