//! How everything is said: in which language, and how figures are written.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::State;
use super::cards::Cards;
use super::picture::answer;
use crate::calendar::Date;
use crate::card::Catalog;
use crate::locale::{Format, Locale, Mark, render, render_marked};
use crate::money::{Amount, Currency};
use crate::text::{Text, Unit};
use crate::widget::words::Language;
use crate::word::{Arg, Word};

impl State {
    /// Says everything in a language from now on, numbers as `format` writes them.
    pub fn speak(self, language: &Language, format: Rc<dyn Format>) {
        // The labels are part of the cards; where they are the same, nothing is computed anew.
        let known = self.shared.try_get_value();
        if known.is_some_and(|known| !Arc::ptr_eq(&known, &language.catalog)) {
            self.relabel(&language.catalog);
        }
        self.locale.try_set(language.locale);
        self.set_format(format);
    }

    /// Answers the question by the same rate cards with other labels.
    fn relabel(self, shared: &Arc<Catalog>) {
        let Some(question) = self.question.try_get_untracked() else {
            return;
        };
        self.shared.try_set_value(Arc::clone(shared));
        let added = self.added_cards.try_get_value().flatten();
        let cards = Cards::new(shared, added.as_deref());
        // What has been added once can be added again.
        let catalog = cards.map_or_else(|_| Arc::clone(shared), |cards| cards.catalog);
        let answer = answer(&catalog, &question);
        self.show(catalog, question, answer);
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
    /// use ratecard::word::{Arg, Word};
    ///
    /// let word = Word::new("ui-argument").with("is", Arg::Count(25_000));
    /// assert_eq!(state.say(&word), "25,000");
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
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

    /// The language of a label, where it is not that of the sentences.
    #[must_use]
    pub fn foreign(self, text: &Text) -> Option<String> {
        let format = self.format()?;
        let language = text.language(format.language());
        (language != self.language()).then(|| String::from(language))
    }

    /// The same of a unit.
    #[must_use]
    pub fn foreign_unit(self, unit: &Unit) -> Option<String> {
        let format = self.format()?;
        let language = unit.language(format.language());
        (language != self.language()).then(|| String::from(language))
    }

    /// How an amount to be paid is shown, where that is rounded.
    #[must_use]
    pub fn rounded(self, amount: Amount, currency: Currency) -> Option<Amount> {
        self.format()?.rounded(amount, currency)
    }

    /// A whole number in the language.
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
    /// assert_eq!(state.number(25_000), "25,000");
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
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

    /// The name of the month of a day, without its year, in the language.
    #[must_use]
    pub fn month_name(self, day: Date) -> String {
        self.format()
            .map_or_else(String::new, |format| format.month_name(day))
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
