//! What the host and the visitor change.

use leptos::prelude::*;

use super::attributes::{configure, left_open, shown, views};
use super::kept::further;
use super::{Earlier, Picture, Question, State, View};
use crate::card::Catalog;
use crate::engine::{Answer, Item, estimate};
use crate::text::Id;
use crate::value::Value;
use crate::word::Word;

impl State {
    /// Takes what the host says; leaves everything as it is where that has no answer.
    ///
    /// # Errors
    ///
    /// The first fault of what the host says.
    pub fn configure(self, given: &Value) -> Answer<()> {
        let known = self.question.try_get_untracked();
        let (Some(shared), Some(catalog), Some(mut question)) = (
            self.shared.try_get_value(),
            self.catalog.try_get_untracked(),
            known,
        ) else {
            return Ok(());
        };
        let before = question.clone();
        let (views, shown) = (views(given)?, shown(given)?);
        let cards = further(&shared, given)?;
        let catalog = cards.as_ref().unwrap_or(&catalog);
        configure(&mut question, catalog, given)?;
        let earlier = Earlier::read(given)?;
        if question != before || cards.is_some() {
            check(catalog, &question)?;
        }
        let left = question.is_open().then_some(true);
        if let Some(all) = left.or_else(|| left_open(given)) {
            self.all.try_set(all);
        }
        if let Some(cards) = cards {
            let own = given.get("cards").and_then(Value::text);
            self.own.try_set_value(own.map(String::from));
            self.catalog.try_set(cards);
        }
        if question != before || earlier.is_some() {
            self.earlier.try_set(earlier);
            self.question.try_set(question);
        }
        if let Some(views) = views {
            self.views.try_set(views);
        }
        if shown.is_some() {
            self.chosen.try_set(shown);
        }
        Ok(())
    }

    /// Whether what is asked can be answered.
    ///
    /// # Errors
    ///
    /// The first fault of the question.
    pub fn check(self) -> Answer<()> {
        let known = self.catalog.try_get_untracked();
        let known = known.zip(self.question.try_get_untracked());
        known.map_or(Ok(()), |(catalog, question)| check(&catalog, &question))
    }

    /// Shows the view that the visitor chooses. The page is told: what is shown is part of what a
    /// link to it keeps.
    pub fn choose_view(self, view: View) {
        if self.view() == view {
            return;
        }
        self.chosen.try_set(Some(view));
        self.tell();
    }

    /// Shows all products again; months and first day stay.
    pub fn leave_product(self) {
        self.change(|question| question.item = Item::new("", ""));
    }

    /// Shows the product that the visitor chooses, for the months and from the day that have been
    /// asked; what else the host has said, where it means something for the product.
    pub fn choose_product(self, product: &Id) {
        let Some(catalog) = self.catalog.try_get_untracked() else {
            return;
        };
        self.change(|question| {
            question.item.product = product.clone();
            if question.is_open() || Picture::of(&catalog, question).is_err() {
                question.item = Item::new(product, "");
            }
        });
    }

    /// Takes what the visitor says.
    pub fn change(self, change: impl FnOnce(&mut Question)) {
        let Some(mut question) = self.question.try_get_untracked() else {
            return;
        };
        let before = question.clone();
        change(&mut question);
        if question == before {
            return;
        }
        self.earlier.try_set(None);
        self.question.try_set(question);
        self.tell();
    }

    /// Takes what the visitor says where that has an answer; else everything stays as it is, and the
    /// reason comes back.
    pub fn change_if(self, change: impl FnOnce(&mut Question)) -> Option<Word> {
        let mut question = self.question.try_get_untracked()?;
        change(&mut question);
        let catalog = self.catalog.try_get_untracked()?;
        if let Err(fault) = check(&catalog, &question) {
            return Some(fault.word().clone());
        }
        self.change(|known| *known = question);
        None
    }

    /// Tells the page that the visitor has changed something.
    fn tell(self) {
        if let Some(changed) = self.changed.try_get_value() {
            changed();
        }
    }
}

/// Whether a question can be answered.
fn check(catalog: &Catalog, question: &Question) -> Answer<()> {
    match question.is_open() {
        true => estimate(catalog, &question.open_request()).map(|_| ()),
        false => Picture::of(catalog, question).map(|_| ()),
    }
}
