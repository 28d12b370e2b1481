//! Which rows of a table are shown.

use super::content::{Differs, Group};
use crate::card::Card;
use crate::text::Id;
use crate::widget::signals::{Memo, StoredValue};
use crate::widget::state::{KeptSearch, State};
use crate::widget::words::searched::{folded, has_all};

/// The most rows that are seen at a glance.
const GLANCE: usize = 7;

/// What the rows are searched for. It belongs to the views, not to what is asked, and stays while another view is
/// shown.
#[derive(Clone, Copy)]
pub(super) struct Search {
    state: State,
    card: StoredValue<Id>,
    /// Whether there are many rows, in some of which editions differ.
    pub is_offered: bool,
    kept: Memo<Option<KeptSearch>>,
}

impl Search {
    fn new(state: State, card: &Card, is_offered: bool) -> Self {
        let id = card.id.clone();
        let kept = Memo::new(move |_| {
            let kept = state.kept().try_get()?.search?;
            (kept.card == id).then_some(kept)
        });
        Self {
            state,
            card: StoredValue::new(card.id.clone()),
            is_offered,
            kept,
        }
    }

    /// The text.
    pub fn text(self) -> String {
        self.kept.get().unwrap_or_default().text
    }

    /// Whether something is searched for.
    pub fn is_on(self) -> bool {
        !self.text().trim().is_empty()
    }

    /// Whether only rows are wanted in which editions differ.
    pub fn only_differing(self) -> bool {
        self.is_offered && !self.kept.get().is_some_and(|kept| kept.all)
    }

    /// Whether rows are left out in which editions are alike: not of what is searched for, which is to be found.
    pub fn leaves_out(self) -> bool {
        self.only_differing() && !self.is_on()
    }

    /// Searches for something else.
    pub fn change(self, change: impl FnOnce(&mut KeptSearch)) {
        let Some(card) = self.card.try_get_value() else {
            return;
        };
        let mut search = self.kept.get().unwrap_or_default();
        search.card = card;
        change(&mut search);
        let kept = self.state.kept();
        let mut all = kept.try_get_untracked().unwrap_or_default();
        all.search = Some(search);
        kept.try_set(all);
    }
}

/// Which rows are shown.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    /// What they are searched for.
    pub search: Search,
    /// For each row, in the order of the groups, whether it is found.
    found: Memo<Vec<bool>>,
    /// For each row, whether editions differ in it.
    differing: Memo<Vec<bool>>,
}

impl Filter {
    /// A filter that shows what is found in the groups of a table.
    pub fn new(state: State, card: &Card, groups: &[Group]) -> Self {
        let differs: Vec<Differs> = groups
            .iter()
            .flat_map(|group| group.lines.iter().map(|line| line.differs))
            .collect();
        let may_differ = |differs: &Differs| !matches!(differs, Differs::Fixed(false));
        let is_offered =
            differs.len() > GLANCE && card.editions.len() > 1 && differs.iter().any(may_differ);
        let search = Search::new(state, card, is_offered);
        let texts = texts(state, card, groups);
        let found = Memo::new(move |_| {
            let wanted = folded(&search.text());
            let matches = |text: &String| has_all(text, &wanted);
            let found = texts.try_with(|all| all.iter().map(matches).collect::<Vec<_>>());
            found.unwrap_or_default()
        });
        let differing = Memo::new(move |_| differs.iter().map(|d| d.get()).collect());
        Self {
            search,
            found,
            differing,
        }
    }

    /// Whether there are more rows than are seen at a glance.
    pub fn is_needed(self) -> bool {
        self.found
            .try_with(Vec::len)
            .is_some_and(|rows| rows > GLANCE)
    }

    /// Whether a row is found, by its number.
    pub fn shows(self, row: usize) -> bool {
        let shown = self.found.try_with(|found| found.get(row).copied());
        shown.flatten().unwrap_or(true)
    }

    /// Whether one of several rows is found.
    pub fn shows_any(self, rows: core::ops::Range<usize>) -> bool {
        let any = |found: &Vec<bool>| found.get(rows).is_some_and(|found| found.contains(&true));
        self.found.try_with(any).unwrap_or(true)
    }

    /// How many rows are shown, and how many there are.
    pub fn counts(self) -> (u64, u64) {
        let (found, differing) = (self.found.get(), self.differing.get());
        let leaves_out = self.search.leaves_out();
        let all = found.len();
        let shown = found.into_iter().zip(differing);
        let shown = shown.filter(|(found, differs)| *found && (*differs || !leaves_out));
        let count = |some: usize| u64::try_from(some).unwrap_or_default();
        (count(shown.count()), count(all))
    }
}

/// For each row the text that is searched, folded: its heading, its name, what it means, its notes, its id.
fn texts(state: State, card: &Card, groups: &[Group]) -> Memo<Vec<String>> {
    let known = groups.iter().flat_map(|group| {
        group.lines.iter().map(|line| {
            let heading = group.heading.iter().cloned();
            let dimension = card.dimensions.iter().find(|known| known.id == line.id);
            let help = dimension.and_then(|dimension| dimension.help.clone());
            let labels = heading.chain(help).chain(line.notes.iter().cloned());
            (line.id.to_string(), line.label.clone(), labels.collect())
        })
    });
    let known: Vec<(String, _, Vec<_>)> = known.collect();
    Memo::new(move |_| {
        let texts = known.iter().map(|(id, label, others)| {
            let others: Vec<String> = others.iter().map(|text| state.label(text)).collect();
            folded(&[&state.label(label), id, &*others.join("\n")].join("\n"))
        });
        texts.collect()
    })
}
