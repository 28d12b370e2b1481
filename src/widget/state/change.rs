//! What the host and the visitor change.

use std::sync::Arc;

use leptos::prelude::*;

use super::State;
use super::picture::{Picture, answer};
use super::question::Question;
use super::settings::{Known, Settings};
use super::view::View;
use crate::card::{Card, Catalog};
use crate::engine::{Answer, Item};
use crate::text::Id;
use crate::value::Value;
use crate::widget::signals::RwSignal;
use crate::word::Word;

impl State {
    /// Takes what the host sets: the attributes by their names, each a text, or null where it was removed;
    /// and `request`, `state`, `cards` and `all`. Where that has no answer, everything stays as it is.
    ///
    /// # Errors
    ///
    /// `unknown_field` for a setting that there is not; else the first fault of the settings, or of the
    /// question that they ask.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat", "months": "12"}"#)?)?;
    /// let fault = state.configure(&from_json(r#"{"month": "6"}"#)?);
    /// assert_eq!(fault.map_err(|fault| fault.path().to_owned()), Err("month".to_owned()));
    /// assert_eq!(state.question().map(|question| question.months), Some(12));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn configure(self, settings: &Value) -> Answer<()> {
        let Some((catalog, before)) = self.asked() else {
            return Ok(());
        };
        let mut settings = self.read(settings, &catalog, &before)?;
        let question = settings.question(&before);
        let (is_open, is_new) = (question.is_open(), question != before);
        let (added, catalog) = match settings.cards.take() {
            Some(cards) => (Some(cards.added), cards.catalog),
            None => (None, catalog),
        };
        if is_new || added.is_some() {
            let answer = answer(&catalog, &question)?;
            self.show(catalog, question, Ok(answer));
        }
        if let Some(added) = added {
            self.added_cards.try_set_value(added);
        }
        if is_new || settings.saved_answer.is_some() {
            self.saved_answer.try_set(settings.saved_answer);
            self.set_link_failed(false);
        }
        if let Some(all) = is_open.then_some(true).or(settings.all_products) {
            self.all_products.try_set(all);
        }
        if let Some(views) = settings.views {
            self.views.try_set(views);
        }
        if settings.view.is_some() {
            self.chosen_view.try_set(settings.view);
        }
        Ok(())
    }

    /// The rate cards and the question; `None` once the widget is gone.
    fn asked(self) -> Option<(Arc<Catalog>, Question)> {
        let catalog = self.catalog.try_get_untracked();
        catalog.zip(self.question.try_get_untracked())
    }

    fn read(self, settings: &Value, catalog: &Arc<Catalog>, before: &Question) -> Answer<Settings> {
        let shared = self.shared.try_get_value();
        let known = Known {
            today: before.today,
            shared: shared.as_ref().unwrap_or(catalog),
            catalog,
            views: &self.all_views.try_get_value().unwrap_or_default(),
        };
        Settings::read(settings, &known)
    }

    /// Shows a question together with its answer. Nothing is told of what stays the same.
    pub(super) fn show(
        self,
        catalog: Arc<Catalog>,
        question: Question,
        answer: Answer<Option<Arc<Picture>>>,
    ) {
        self.keep_unread(&question, &answer);
        match &answer {
            Ok(picture) => set(self.card, picture.as_ref().map(|p| Arc::clone(&p.card))),
            Err(_) if question.is_open() => set(self.card, None),
            // The card before stays, so that the question can be changed.
            Err(_) => {}
        }
        let known = self.catalog.try_get_untracked();
        if known.is_some_and(|known| !Arc::ptr_eq(&known, &catalog)) {
            self.catalog.try_set(catalog);
        }
        set(self.copied, None);
        set(self.question, question);
        set(self.answer, answer);
    }

    /// Keeps what is not understood in fields that are still there.
    fn keep_unread(self, now: &Question, answer: &Answer<Option<Arc<Picture>>>) {
        let id = |card: &Arc<Card>| card.id.clone();
        let before = self.card.try_get_untracked().flatten();
        let card = match answer {
            Ok(picture) => picture.as_ref().map(|picture| id(&picture.card)),
            // The card before stays.
            Err(_) => before.as_ref().map(id),
        };
        if before.as_ref().map(id) != card || now.is_open() {
            self.drop_all_unread();
            self.drop_drafts();
        } else if let Some(before) = self.question.try_get_untracked() {
            self.drop_unread(&before, now);
        }
    }

    /// Shows the view that the visitor chooses. The page is told: what is shown is part of what a
    /// link to it keeps.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// if let Some(view) = views().first() {
    ///     state.choose_view(*view);
    /// }
    /// assert_eq!(state.view().map(|view| view.name), Some("calculator"));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn choose_view(self, view: View) {
        if self.view() == Some(view) {
            return;
        }
        set(self.copied, None);
        self.chosen_view.try_set(Some(view));
        self.tell();
    }

    /// Shows all products again; months and first day stay.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// state.leave_product();
    /// assert!(state.is_open());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn leave_product(self) {
        self.change(|question| question.item = Item::new("", ""));
    }

    /// Shows the product that the visitor chooses, for the months and from the day that have been
    /// asked; what else the host has said, where it means something for the product.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.choose_product(&"chat".into());
    /// assert!(!state.is_open());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn choose_product(self, product: &Id) {
        let Some((catalog, before)) = self.asked() else {
            return;
        };
        let mut question = before.clone();
        question.item.product = product.clone();
        let mut answered = answer(&catalog, &question);
        if answered.is_err() || question.is_open() {
            question.item = Item::new(product, "");
            answered = answer(&catalog, &question);
        }
        if question != before {
            self.visitor_asks(catalog, question, answered);
        }
    }

    /// Takes what the visitor says, also where that has no answer.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// state.change(|question| question.months = 0);
    /// assert!(state.fault().is_some());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn change(self, change: impl FnOnce(&mut Question)) {
        if let Some((catalog, question)) = self.changed(change) {
            let answer = answer(&catalog, &question);
            self.visitor_asks(catalog, question, answer);
        }
    }

    /// Takes what the visitor says where that has an answer; else everything stays as it is, and the
    /// reason comes back.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// let reason = state.change_if(|question| question.months = 0);
    /// assert!(reason.is_some() && state.fault().is_none());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn change_if(self, change: impl FnOnce(&mut Question)) -> Option<Word> {
        let (catalog, question) = self.changed(change)?;
        match answer(&catalog, &question) {
            Ok(answer) => {
                self.visitor_asks(catalog, question, Ok(answer));
                None
            }
            Err(fault) => Some(fault.word().clone()),
        }
    }

    /// The rate cards and the question with a change; `None` where it changes nothing.
    fn changed(self, change: impl FnOnce(&mut Question)) -> Option<(Arc<Catalog>, Question)> {
        let (catalog, before) = self.asked()?;
        let mut question = before.clone();
        change(&mut question);
        (question != before).then_some((catalog, question))
    }

    /// Shows what the visitor asks, and tells the page.
    fn visitor_asks(
        self,
        catalog: Arc<Catalog>,
        question: Question,
        answer: Answer<Option<Arc<Picture>>>,
    ) {
        self.saved_answer.try_set(None);
        self.show(catalog, question, answer);
        self.tell();
    }

    /// Tells the page that the visitor has changed something.
    fn tell(self) {
        if let Some(on_change) = self.on_change.try_get_value() {
            on_change();
        }
    }
}

/// Sets a signal where that is another value: who reads it hears of nothing else.
fn set<T: Clone + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal
        .try_get_untracked()
        .is_some_and(|known| known != value)
    {
        signal.try_set(value);
    }
}
