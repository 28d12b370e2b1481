//! The signals that the views read and write.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::kept::state_json;
use super::{Earlier, Picture, Question, configure, further};
use crate::card::Catalog;
use crate::engine::Answer;
use crate::locale::{Format, Locale, Mark, render, render_marked};
use crate::text::Text;
use crate::value::Value;
use crate::word::{Arg, Word};

/// What one widget knows. Cheap to copy: handles to signals of its own reactive owner.
///
/// Everything reads with `try_`: an element may be gone while something still asks.
#[derive(Clone, Copy)]
pub struct State {
    /// The rate cards of all, and those that this one is answered from.
    shared: StoredValue<Arc<Catalog>>,
    catalog: RwSignal<Arc<Catalog>>,
    question: RwSignal<Question>,
    earlier: RwSignal<Option<Earlier>>,
    picture: Memo<Answer<Arc<Picture>>>,
    format: RwSignal<Rc<dyn Format>, LocalStorage>,
    changed: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("State")
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
        Self {
            shared,
            catalog,
            question,
            earlier: RwSignal::new(None),
            picture: Memo::new(move |_| {
                let today = crate::calendar::Date::FIRST;
                let question = question.try_get().unwrap_or_else(|| Question::new(today));
                let catalog = catalog.try_get().unwrap_or_default();
                Picture::of(&catalog, &question).map(Arc::new)
            }),
            format: RwSignal::new_local(format),
            changed: StoredValue::new_local(changed),
        }
    }

    /// The answer or its fault; `None` once the widget is gone.
    #[must_use]
    pub fn answer(self) -> Option<Answer<Arc<Picture>>> {
        self.picture.try_get()
    }

    /// What is shown; `None` where the question has no answer.
    #[must_use]
    pub fn picture(self) -> Option<Arc<Picture>> {
        self.answer()?.ok()
    }

    /// Why the question has no answer, where it has none.
    #[must_use]
    pub fn fault(self) -> Option<Word> {
        self.answer()?.err().map(|fault| fault.word.clone())
    }

    /// What is asked.
    #[must_use]
    pub fn question(self) -> Option<Question> {
        self.question.try_get()
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
        let cards = further(&shared, given)?;
        let catalog = cards.as_ref().unwrap_or(&catalog);
        configure(&mut question, catalog, given)?;
        let earlier = Earlier::read(given)?;
        if question != before || cards.is_some() {
            Picture::of(catalog, &question)?;
        }
        if let Some(cards) = cards {
            self.catalog.try_set(cards);
        }
        if question != before || earlier.is_some() {
            self.earlier.try_set(earlier);
            self.question.try_set(question);
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
    pub fn kept(self, view: &str) -> Option<String> {
        let question = self.question.try_get_untracked()?;
        let picture = self.picture.try_get_untracked()?.ok()?;
        state_json(&question, &picture, view)
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
        if let Some(changed) = self.changed.try_get_value() {
            changed();
        }
    }

    /// Shows everything in another language from now on.
    pub fn set_format(self, format: Rc<dyn Format>) {
        self.format.try_set(format);
    }

    /// The language's way of writing; `None` once the widget is gone.
    #[must_use]
    pub fn format(self) -> Option<Rc<dyn Format>> {
        self.format.try_get()
    }

    /// The language, as a BCP 47 tag.
    #[must_use]
    pub fn language(self) -> String {
        let format = self.format();
        format.map_or_else(String::new, |format| String::from(format.language()))
    }

    /// A word in the language.
    #[must_use]
    pub fn say(self, word: &Word) -> String {
        let format = self.format();
        format.map_or_else(String::new, |format| render(word, locale(), &*format))
    }

    /// A word in the language, with the places of its figures.
    #[must_use]
    pub fn say_marked(self, word: &Word) -> (String, Vec<Mark>) {
        let format = self.format();
        format.map_or_else(Default::default, |format| {
            render_marked(word, locale(), &*format)
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

    /// An argument in the language.
    #[must_use]
    pub fn argument(self, arg: Arg) -> String {
        self.say(&Word::new("ui-argument").with("is", arg))
    }
}

/// The sentences of the widget: English, until there are further languages.
fn locale() -> &'static Locale {
    &crate::ENGLISH
}
