//! The languages that the widget speaks.

use std::sync::Arc;

use crate::card::{Catalog, Labels};
use crate::locale::Locale;
use crate::text::nearest;
use crate::value::{Value, from_json};

/// A language: its sentences, and the rate cards with labels in it.
#[derive(Clone, Debug)]
pub struct Language {
    /// The sentences.
    pub locale: &'static Locale,
    /// The project's own rate cards.
    pub catalog: Arc<Catalog>,
}

impl Language {
    /// English, which is always there.
    #[must_use]
    pub fn english() -> Self {
        Self {
            locale: &crate::ENGLISH,
            catalog: Arc::new(crate::catalog()),
        }
    }

    /// A language from its file, as the build makes it; `None` where the text is something else.
    ///
    /// What is read stays in memory for good: a page needs few languages, and each of them once.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let document: &'static Value = Box::leak(Box::new(from_json(json).ok()?));
        let locale: &'static Locale = Box::leak(Box::new(Locale::read(document)?));
        let catalog = match document.get("labels") {
            Some(by_id) => Catalog::labelled(crate::CARDS, Labels::new(locale.language, by_id)),
            None => crate::catalog(),
        };
        Some(Self {
            locale,
            catalog: Arc::new(catalog),
        })
    }

    /// All languages, English first. Browsers load them one by one instead.
    ///
    /// ```
    /// use ratecard::widget::Language;
    ///
    /// let languages = Language::all();
    /// let chosen = Language::nearest(&languages, "zh-Hant-TW").unwrap();
    /// assert_eq!(chosen.locale.language, "zh-CN");
    /// assert_eq!(Language::nearest(&languages, "fr").unwrap().locale.language, "en");
    /// ```
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn all() -> Vec<Self> {
        let others = crate::LANGUAGES.iter();
        let others = others.filter_map(|(_, json)| Self::read(json));
        core::iter::once(Self::english()).chain(others).collect()
    }

    /// The language for a BCP 47 tag: the same, else the same primary language, else English.
    #[must_use]
    pub fn nearest<'a>(known: &'a [Self], wanted: &str) -> Option<&'a Self> {
        nearest(known, |language| language.locale.language, wanted)
    }
}
