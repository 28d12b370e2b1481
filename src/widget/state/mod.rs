//! The signals that the views read and write.

mod attributes;
mod kept;
mod question;
mod view;

pub use attributes::{configure, views};
pub use kept::{Earlier, further};
pub use question::{Picture, Question};
pub use view::View;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::calendar::Date;
use crate::card::{Card, Catalog};
use crate::engine::{
    Answer, Estimate, EstimateRequest, Item, ItemEstimate, estimate, estimate_items,
};
use crate::locale::{Format, Locale, Mark, render, render_marked};
use crate::text::{Id, Text, Unit};
use crate::value::Value;
use crate::widget::Language;
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::word::{Arg, Word};
use attributes::{left_open, shown};
use kept::{state_json, with_cards};

/// What one widget knows. Cheap to copy: handles to signals of its own reactive owner.
///
/// Everything reads with `try_`: an element may be gone while something still asks.
#[derive(Clone, Copy)]
pub struct State {
    /// The rate cards of all, those that the host adds as JSON text, and both together.
    shared: StoredValue<Arc<Catalog>>,
    own: StoredValue<Option<String>>,
    catalog: RwSignal<Arc<Catalog>>,
    question: RwSignal<Question>,
    /// Whether the host leaves the product to the visitor.
    all: RwSignal<bool>,
    earlier: RwSignal<Option<Earlier>>,
    picture: Memo<Answer<Arc<Picture>>>,
    card: Memo<Option<Arc<Card>>>,
    views: RwSignal<Vec<View>>,
    chosen: RwSignal<Option<View>>,
    locale: RwSignal<&'static Locale>,
    format: leptos::prelude::RwSignal<Rc<dyn Format>, LocalStorage>,
    changed: leptos::prelude::StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("State")
    }
}

/// Whether a question can be answered.
fn check(catalog: &Catalog, question: &Question) -> Answer<()> {
    match question.is_open() {
        true => estimate(catalog, &question.open_request()).map(|_| ()),
        false => Picture::of(catalog, question).map(|_| ()),
    }
}

impl State {
    /// The signals of a question, in the current reactive owner. `changed` is told when the visitor
    /// has changed something.
    #[must_use]
    pub fn new(
        catalog: Arc<Catalog>,
        question: Question,
        format: Rc<dyn Format>,
        changed: Rc<dyn Fn()>,
    ) -> Self {
        let question = RwSignal::new(question);
        let shared = StoredValue::new(Arc::clone(&catalog));
        let catalog = RwSignal::new(catalog);
        let picture = Memo::new(move |_| {
            let today = crate::calendar::Date::FIRST;
            let question = question.try_get().unwrap_or_else(|| Question::new(today));
            let catalog = catalog.try_get().unwrap_or_default();
            Picture::of(&catalog, &question).map(Arc::new)
        });
        let card = Memo::new(move |before: Option<&Option<Arc<Card>>>| {
            let now = picture.try_get()?.ok().map(|picture| picture.card.clone());
            let open = question.try_with(Question::is_open)?;
            let before = before.filter(|_| !open);
            now.or_else(|| before.cloned().flatten())
        });
        Self {
            shared,
            own: StoredValue::new(None),
            catalog,
            question,
            all: RwSignal::new(true),
            earlier: RwSignal::new(None),
            picture,
            card,
            views: RwSignal::new(vec![View::default()]),
            chosen: RwSignal::new(None),
            locale: RwSignal::new(&crate::ENGLISH),
            format: leptos::prelude::RwSignal::new_local(format),
            changed: leptos::prelude::StoredValue::new_local(changed),
        }
    }

    /// What is shown; `None` where the question has no answer.
    #[must_use]
    pub fn picture(self) -> Option<Arc<Picture>> {
        self.picture.try_get()?.ok()
    }

    /// Why the question has no answer, where it has none.
    #[must_use]
    pub fn fault(self) -> Option<Word> {
        self.picture
            .try_get()?
            .err()
            .map(|fault| fault.word.clone())
    }

    /// The rate cards; `None` once the widget is gone.
    #[must_use]
    pub fn catalog(self) -> Option<Arc<Catalog>> {
        self.catalog.try_get()
    }

    /// What is asked.
    #[must_use]
    pub fn question(self) -> Option<Question> {
        self.question.try_get()
    }

    /// The rate card of what is shown. It stays where a question has no answer, so that the question
    /// can be changed.
    #[must_use]
    pub fn card(self) -> Option<Arc<Card>> {
        self.card.try_get().flatten()
    }

    /// The views that the host wants.
    #[must_use]
    pub fn views(self) -> Vec<View> {
        self.views.try_get().unwrap_or_default()
    }

    /// The view that is shown: the one chosen, if it is there, else the first.
    #[must_use]
    pub fn view(self) -> View {
        let views = self.views();
        let chosen = self.chosen.try_get().flatten();
        let chosen = chosen.filter(|chosen| views.contains(chosen));
        chosen
            .or_else(|| views.first().copied())
            .unwrap_or_default()
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

    /// What was shown when what is shown was kept; `None` once something else is asked.
    #[must_use]
    pub fn earlier(self) -> Option<Earlier> {
        self.earlier.try_get().flatten()
    }

    /// What is to be kept to show the same later, as JSON.
    #[must_use]
    pub fn kept(self) -> Option<String> {
        let question = self.question.try_get_untracked()?;
        let picture = self.picture.try_get_untracked()?.ok();
        let known = question.is_open() || picture.is_some();
        known.then(|| state_json(&question, picture.as_deref(), self.view().as_str()))
    }

    /// What is asked and the answer to it: about no item while no product is chosen. `None` where the
    /// question has no answer.
    #[must_use]
    pub fn answered(self) -> Option<(EstimateRequest, Estimate)> {
        let question = self.question.try_get_untracked()?;
        if question.is_open() {
            let request = question.open_request();
            let nothing = estimate(&Catalog::default(), &request).ok()?;
            return Some((request, nothing));
        }
        let picture = self.picture.try_get_untracked()?.ok()?;
        Some((picture.request.clone(), picture.estimate.clone()))
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

    /// Whether the product is still to be chosen.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.question
            .try_with(Question::is_open)
            .unwrap_or_default()
    }

    /// Whether the visitor may choose another product.
    #[must_use]
    pub fn has_all(self) -> bool {
        self.all.try_get().unwrap_or_default()
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
            return Some(fault.word.clone());
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

    /// What the chosen edition would cost if something else were asked, without advice; `None` where
    /// that has no answer.
    #[must_use]
    pub fn priced_if(self, change: impl FnOnce(&mut Question)) -> Option<ItemEstimate> {
        let mut question = self.question()?;
        change(&mut question);
        let catalog = self.catalog.try_get()?;
        let (_, request) = question.request(&catalog).ok()?;
        let items = estimate_items(&catalog, &request, false).ok()?;
        items.into_iter().next()
    }

    /// Says everything in a language from now on, numbers as `format` writes them.
    pub fn speak(self, language: &Language, format: Rc<dyn Format>) {
        // The labels are part of the cards; where they are the same, nothing is computed anew.
        let known = self.shared.try_get_value();
        if known.is_some_and(|known| !Arc::ptr_eq(&known, &language.catalog)) {
            self.shared.try_set_value(Arc::clone(&language.catalog));
            let own = self.own.try_get_value().flatten();
            let own = own.map(|own| with_cards(&language.catalog, &own));
            // What has been added once can be added again.
            let catalog = own.and_then(Result::ok);
            let catalog = catalog.unwrap_or_else(|| Arc::clone(&language.catalog));
            self.catalog.try_set(catalog);
        }
        self.locale.try_set(language.locale);
        self.set_format(format);
    }

    /// Writes numbers, money and dates in another way from now on.
    pub fn set_format(self, format: Rc<dyn Format>) {
        self.format.try_set(format);
    }

    /// The language's way of writing; `None` once the widget is gone.
    #[must_use]
    pub fn format(self) -> Option<Rc<dyn Format>> {
        self.format.try_get()
    }

    /// The language in which everything is said, as a BCP 47 tag.
    #[must_use]
    pub fn language(self) -> &'static str {
        self.locale().language
    }

    /// The sentences of the language.
    fn locale(self) -> &'static Locale {
        self.locale.try_get().unwrap_or(&crate::ENGLISH)
    }

    /// The sentences to say a word with: English, where the language lacks it.
    fn locale_of(self, word: &Word) -> &'static Locale {
        let locale = self.locale();
        match locale.sentence(word.id) {
            Some(_) => locale,
            None => &crate::ENGLISH,
        }
    }

    /// A word in the language.
    #[must_use]
    pub fn say(self, word: &Word) -> String {
        let format = self.format();
        format.map_or_else(String::new, |format| {
            render(word, self.locale_of(word), &*format)
        })
    }

    /// A word in the language, with the places of its figures.
    #[must_use]
    pub fn say_marked(self, word: &Word) -> (String, Vec<Mark>) {
        let format = self.format();
        format.map_or_else(Default::default, |format| {
            render_marked(word, self.locale_of(word), &*format)
        })
    }

    /// A label of the card in the language.
    #[must_use]
    pub fn label(self, text: &Text) -> String {
        let format = self.format();
        format.map_or_else(String::new, |format| {
            String::from(text.get(format.language()))
        })
    }

    /// A whole number in the language.
    #[must_use]
    pub fn number(self, number: u64) -> String {
        self.format()
            .map_or_else(String::new, |format| format.number(number))
    }

    /// A day in the language.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        self.format()
            .map_or_else(String::new, |format| format.date(date))
    }

    /// The month that begins on a day, in the language.
    #[must_use]
    pub fn month(self, from: Date) -> String {
        self.format()
            .map_or_else(String::new, |format| format.month(from))
    }

    /// So many of what a unit counts, in the language.
    #[must_use]
    pub fn unit(self, unit: &Unit, number: u64) -> String {
        self.format().map_or_else(String::new, |format| {
            String::from(format.unit(unit, number))
        })
    }

    /// An argument in the language.
    #[must_use]
    pub fn argument(self, arg: Arg) -> String {
        self.say(&Word::new("ui-argument").with("is", arg))
    }
}
