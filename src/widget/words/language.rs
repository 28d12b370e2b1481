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

    /// The language whose figures stand among these sentences, as a BCP 47 tag: `wanted` where it is a
    /// regional variant of the same language (`en-IN`, `zh-SG`), else that of the sentences: what reads
    /// "1.150 $ per month" is no longer one language. Simplified and Traditional Chinese are two.
    ///
    /// ```
    /// use ratecard::widget::Language;
    ///
    /// let english = Language::english();
    /// assert_eq!(english.formats("en-GB"), "en-GB");
    /// assert_eq!(english.formats("pt-BR"), "en");
    /// ```
    #[must_use]
    pub fn formats<'a>(&self, wanted: &'a str) -> &'a str {
        let own = self.locale.language;
        if is_variant(wanted, own) { wanted } else { own }
    }

    /// The language for a BCP 47 tag: the same, else the same primary language, else English.
    #[must_use]
    pub fn nearest<'a>(known: &'a [Self], wanted: &str) -> Option<&'a Self> {
        nearest(known, |language| language.locale.language, wanted)
    }
}

/// Whether a tag is of the same language as another, in the same writing.
fn is_variant(wanted: &str, own: &str) -> bool {
    let subtags = || wanted.split('-');
    let is_same = own.split('-').next().zip(subtags().next());
    if !is_same.is_some_and(|(own, wanted)| own.eq_ignore_ascii_case(wanted)) {
        return false;
    }
    // Chinese says by its script, else by its region, which characters it is written in. What follows a
    // single letter is an extension.
    let own_is_chinese = own.starts_with("zh");
    let mut subtags = subtags().take_while(|subtag| subtag.len() > 1);
    let says = |subtag: &str, known: &[&str]| known.iter().any(|k| k.eq_ignore_ascii_case(subtag));
    let decides = |subtag: &&str| says(subtag, &["Hans", "Hant", "TW", "HK", "MO"]);
    let deciding = subtags.find(decides);
    !own_is_chinese || deciding.is_none_or(|subtag| says(subtag, &["Hans"]))
}

#[cfg(test)]
mod tests {
    use super::is_variant;

    #[test]
    fn figures_are_those_of_the_sentences_language() {
        for (wanted, own) in [
            ("en", "en"),
            ("en-GB", "en"),
            ("en-IN-u-nu-deva", "en"),
            ("EN-us", "en"),
            ("ja-JP", "ja"),
            ("id-ID", "id"),
            ("zh", "zh-CN"),
            ("zh-SG", "zh-CN"),
            ("zh-Hans", "zh-CN"),
            ("zh-Hans-HK", "zh-CN"),
            ("zh-CN-x-tw", "zh-CN"),
        ] {
            assert!(is_variant(wanted, own), "{wanted} {own}");
        }
        for (wanted, own) in [
            ("de", "en"),
            ("pt-BR", "en"),
            ("ar-EG", "en"),
            // The sentences of a language could not be fetched.
            ("ja", "en"),
            ("enm", "en"),
            ("zh-TW", "zh-CN"),
            ("zh-HK", "zh-CN"),
            ("zh-mo", "zh-CN"),
            ("zh-Hant", "zh-CN"),
            ("zh-hant-CN", "zh-CN"),
            ("yue-HK", "zh-CN"),
        ] {
            assert!(!is_variant(wanted, own), "{wanted} {own}");
        }
    }
}
