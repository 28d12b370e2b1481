//! Ids, and labels in several languages.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// The id of a product, edition, charge, dimension or feature; cheap to copy.
pub type Id = Arc<str>;

/// Something that has an id: a part of a rate card, or a pair of an id and a value.
pub trait HasId {
    /// What the id stands for: the part itself, or the value of the pair.
    type Entry;

    /// Its id.
    fn id(&self) -> &str;

    /// What its id stands for.
    fn entry(&self) -> &Self::Entry;
}

impl<T> HasId for (Id, T) {
    type Entry = T;

    fn id(&self) -> &str {
        &self.0
    }

    fn entry(&self) -> &T {
        &self.1
    }
}

/// Makes parts with a field `id` known by it.
macro_rules! has_id {
    ($($part:ty),+ $(,)?) => {$(
        impl $crate::text::HasId for $part {
            type Entry = Self;

            fn id(&self) -> &str {
                &self.id
            }

            fn entry(&self) -> &Self {
                self
            }
        }
    )+};
}
pub(crate) use has_id;

/// Lists in which something is found by its id. They keep their order, and are short: they are
/// searched from the front.
pub trait ById<T: HasId> {
    /// What an id stands for; `None` where the list has none of it.
    ///
    /// ```
    /// use ratecard::text::{ById, Id};
    ///
    /// let prices = [(Id::from("small"), 3), (Id::from("large"), 7)];
    /// assert_eq!(prices.by_id("large"), Some(&7));
    /// assert_eq!(prices.by_id("huge"), None);
    /// ```
    fn by_id(&self, id: &str) -> Option<&T::Entry>;
}

impl<T: HasId> ById<T> for [T] {
    fn by_id(&self, id: &str) -> Option<&T::Entry> {
        let found = self.iter().find(|part| part.id() == id);
        found.map(HasId::entry)
    }
}

/// The language that every label has.
pub const ENGLISH: &str = "en";

/// A label or note in the languages that its rate card has, by BCP 47 tag; English always.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(String, String)>);

impl Text {
    /// A text in the languages given.
    #[must_use]
    pub const fn new(languages: Vec<(String, String)>) -> Self {
        Self(languages)
    }

    /// The text in the language nearest to `language`: the same tag, else the same primary
    /// language, else English.
    ///
    /// ```
    /// use ratecard::text::Text;
    ///
    /// let text = Text::new(vec![
    ///     ("en".into(), "users".into()),
    ///     ("zh-CN".into(), "用户".into()),
    /// ]);
    /// assert_eq!(text.get("zh-TW"), "用户");
    /// assert_eq!(text.get("fr"), "users");
    /// ```
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        nearest(&self.0, tag, language).map_or("", |(_, text)| text)
    }

    /// The tag of the language in which `get` gives it.
    ///
    /// ```
    /// use ratecard::text::Text;
    ///
    /// let text = Text::new(vec![("en".into(), "users".into()), ("de".into(), "Nutzer".into())]);
    /// assert_eq!(text.language("de-AT"), "de");
    /// assert_eq!(text.language("fr"), "en");
    /// ```
    #[must_use]
    pub fn language(&self, wanted: &str) -> &str {
        nearest(&self.0, tag, wanted).map_or(ENGLISH, tag)
    }

    /// The tags of the languages that it has.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(tag, _)| tag.as_str())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(tag, text)| (tag, text)))
    }
}

/// What is counted, by language and by plural category of CLDR (`one`, `other`, …).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit(Vec<(String, Vec<(String, String)>)>);

impl Unit {
    /// A unit with its forms by language.
    #[must_use]
    pub const fn new(languages: Vec<(String, Vec<(String, String)>)>) -> Self {
        Self(languages)
    }

    /// The form for a plural category in the nearest language; `other` where it has no such form.
    ///
    /// ```
    /// use ratecard::text::Unit;
    ///
    /// let forms = vec![("one".into(), "user".into()), ("other".into(), "users".into())];
    /// let unit = Unit::new(vec![("en".into(), forms)]);
    /// assert_eq!(unit.get("en", "one"), "user");
    /// assert_eq!(unit.get("en", "few"), "users");
    /// ```
    #[must_use]
    pub fn get(&self, language: &str, category: &str) -> &str {
        let Some((_, forms)) = nearest(&self.0, tag, language) else {
            return "";
        };
        let form = |wanted: &str| forms.iter().find(|(name, _)| name == wanted);
        form(category)
            .or_else(|| form("other"))
            .map_or("", |(_, text)| text)
    }

    /// The tag of the language whose form `get` gives: its plural rule is to be asked.
    ///
    /// ```
    /// use ratecard::text::Unit;
    ///
    /// let unit = Unit::new(vec![("en".into(), vec![("other".into(), "users".into())])]);
    /// assert_eq!(unit.language("ja"), "en");
    /// ```
    #[must_use]
    pub fn language(&self, wanted: &str) -> &str {
        nearest(&self.0, tag, wanted).map_or(ENGLISH, tag)
    }

    /// The tags of the languages that it has, each with its forms by category.
    #[must_use]
    pub fn languages(&self) -> &[(String, Vec<(String, String)>)] {
        &self.0
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Forms<'a>(&'a [(String, String)]);
        impl Serialize for Forms<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
            }
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (tag, forms) in &self.0 {
            map.serialize_entry(tag, &Forms(forms))?;
        }
        map.end()
    }
}

fn tag<T>((tag, _): &(String, T)) -> &str {
    tag
}

/// The entry of the nearest language: the same tag, else the same primary language, else English,
/// else the first.
pub(crate) fn nearest<'a, T>(
    entries: &'a [T],
    tag: impl Fn(&'a T) -> &'a str,
    wanted: &str,
) -> Option<&'a T> {
    let primary = |tag: &str| {
        let primary = tag.split('-').next().unwrap_or_default();
        primary.to_ascii_lowercase()
    };
    let find = |matches: &dyn Fn(&str) -> bool| entries.iter().find(|entry| matches(tag(entry)));
    find(&|tag| tag.eq_ignore_ascii_case(wanted))
        .or_else(|| find(&|tag| primary(tag) == primary(wanted)))
        .or_else(|| find(&|tag| tag == ENGLISH))
        .or_else(|| entries.first())
}
