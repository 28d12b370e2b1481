//! The packs of a charge, as they are edited.

use core::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::untrack;

use super::keys::keys;
use crate::engine::{Buy, ProblemCode, Subject};
use crate::text::Id;
use crate::widget::inputs::read::{UnitWords, no_unit, words_of};
use crate::widget::signals::{RwSignal, StoredValue};
use crate::widget::state::{Input, State, Unread};
use crate::word::{Arg, Word};

/// The packs of a charge, each with the key of its row.
#[derive(Clone, Copy)]
pub(super) struct Packs {
    pub state: State,
    charge: StoredValue<Id>,
    /// The keys of the rows that were there when one was taken away.
    known: RwSignal<Vec<usize>>,
}

impl Packs {
    /// The packs of a charge, in the current reactive owner.
    pub fn new(state: State, charge: StoredValue<Id>) -> Self {
        Self {
            state,
            charge,
            known: RwSignal::new(Vec::new()),
        }
    }

    /// The packs that are chosen by hand; `None` where they are planned.
    fn all(self) -> Option<Vec<Buy>> {
        let question = self.state.question()?;
        let charge = self.charge.try_get_value()?;
        question.packs_for(&charge).map(<[Buy]>::to_vec)
    }

    /// Whether they are chosen by hand.
    pub fn is_chosen(self) -> bool {
        self.all().is_some()
    }

    /// The keys of a number of rows.
    fn keys(self, rows: usize) -> Vec<usize> {
        let keys = self.known.try_with(|known| keys(known, rows));
        keys.unwrap_or_default()
    }

    /// What the field for the size in a row is for.
    pub fn input(self, row: usize) -> Input {
        let charge = self.charge.try_get_value();
        let place = self.place(row).unwrap_or(usize::MAX);
        Input::Pack(charge.unwrap_or_else(|| Id::from("")), place)
    }

    /// The keys of the rows, in the order of the packs.
    pub fn rows(self) -> Vec<usize> {
        self.keys(self.all().map_or(0, |packs| packs.len()))
    }

    /// The key that the next row will have.
    pub fn next(self) -> Option<usize> {
        untrack(|| {
            let rows = self.rows().len().saturating_add(1);
            self.keys(rows).pop()
        })
    }

    /// The place of a row, from 0.
    pub fn place(self, row: usize) -> Option<usize> {
        self.rows().iter().position(|key| *key == row)
    }

    /// The pack in a row.
    pub fn pack(self, row: usize) -> Option<Buy> {
        let place = self.place(row)?;
        self.all()?.get(place).copied()
    }

    /// What the packs hold, as it may stand behind a size.
    pub fn unit(self) -> UnitWords {
        let card = untrack(|| self.state.card()).zip(self.charge.try_get_value());
        let unit = card.and_then(|(card, charge)| {
            let served = card.charge(&charge)?.model.dimension()?.clone();
            Some(Arc::clone(&card.dimension(&served)?.unit))
        });
        unit.map_or_else(no_unit, |unit| words_of(self.state, unit))
    }

    /// Sets other packs, or gives the reason why they cannot be had.
    fn set(self, packs: Option<Vec<Buy>>) -> Option<Word> {
        let charge = self.charge.try_get_value()?;
        self.state
            .change_if(|question| question.set_packs(&charge, packs))
    }

    /// Changes the pack in a row, or gives the reason why that cannot be had.
    pub fn change(self, row: usize, change: impl FnOnce(&mut Buy)) -> Option<Word> {
        let (mut packs, place) = untrack(|| self.all().zip(self.place(row)))?;
        change(packs.get_mut(place)?);
        self.set(Some(packs))
    }

    /// Begins with the packs of the plan.
    pub fn take_over_plan(self) {
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
        self.set(Some(buys.collect()));
    }

    /// Has them planned again.
    pub fn plan_again(self) {
        self.set(None);
    }

    /// Adds a pack of the size of the last one; the first is of the smallest size.
    pub fn add(self) {
        let mut packs = untrack(|| self.all()).unwrap_or_default();
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

    /// Removes the pack in a row.
    pub fn remove(self, row: usize) {
        let found = untrack(|| self.all().zip(self.place(row)));
        let Some((mut packs, place)) = found else {
            return;
        };
        let mut rows = untrack(|| self.rows());
        rows.remove(place);
        packs.remove(place);
        let unread = self.unread_without(place);
        if self.set(Some(packs)).is_none() {
            self.known.try_set(rows);
            for unread in unread {
                self.state.not_understood(unread);
            }
        }
    }

    /// What is not understood in the other rows, by the places that they have without this one.
    fn unread_without(self, removed: usize) -> Vec<Unread> {
        let charge = self.charge.try_get_value();
        let unread = untrack(|| self.state.unread()).into_iter();
        let kept = unread.filter_map(|unread| match &unread.input {
            Input::Pack(of, place) if Some(of) == charge.as_ref() && *place != removed => {
                let place = place.saturating_sub(usize::from(*place > removed));
                let input = Input::Pack(of.clone(), place);
                Some(Unread { input, ..unread })
            }
            _ => None,
        });
        kept.collect()
    }

    /// What the packs leave uncovered, and how their price compares with the plan's.
    pub fn verdict(self) -> Option<Vec<Word>> {
        let charge = self.charge.try_get_value()?;
        let picture = self.state.picture()?;
        let item = picture.chosen()?;
        let served = picture.card.charge(&charge)?.model.dimension()?;
        let short = item.problems.iter().filter(|problem| {
            let is_short = problem.code == ProblemCode::Shortfall;
            is_short && matches!(&problem.subject, Subject::Dimension(id) if id == served)
        });
        let mut words: Vec<Word> = short.map(|problem| problem.word.clone()).collect();
        let planned = self
            .state
            .priced_if(|question| question.set_packs(&charge, None))?;
        let (chosen, planned) = item.total.zip(planned.total)?;
        let (id, by) = match chosen.cmp(&planned) {
            Ordering::Greater => ("ui-own-more", chosen.checked_sub(planned)?),
            Ordering::Less => ("ui-own-less", planned.checked_sub(chosen)?),
            Ordering::Equal => ("ui-own-same", chosen.checked_sub(planned)?),
        };
        words.push(Word::new(id).with("by", Arg::Money(by, picture.card.currency)));
        Some(words)
    }
}
