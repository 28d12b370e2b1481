//! The attributes that are part of the question.

use super::question::Question;
use crate::calendar::Date;
use crate::card::{Billing, MAX_QUANTITY, unknown};
use crate::engine::{Answer, Demand, Item, MAX_MONTHS};
use crate::text::Id;
use crate::value::read::{bad_quantity, not_between};
use crate::value::{Code, Fault, Value};
use crate::word::{Arg, Word};

/// The attributes that are part of the question, each `None` where nothing is said of it. One that was
/// removed has the value that it has for a visitor who has said nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    product: Option<Id>,
    edition: Option<Id>,
    demand: Option<Vec<(Id, Demand)>>,
    months: Option<u32>,
    start: Option<Option<Date>>,
    as_of: Option<Option<Date>>,
    billing: Option<Option<Billing>>,
    requires: Option<Vec<Id>>,
}

impl Attributes {
    /// Reads the attributes among the settings, whose structure has been checked.
    ///
    /// # Errors
    ///
    /// The first fault, at its attribute.
    pub fn read(settings: &Value) -> Answer<Self> {
        Ok(Self {
            product: attribute(settings, "product", |text| Ok(Id::from(text)))?,
            edition: attribute(settings, "edition", |text| Ok(Id::from(text)))?,
            demand: attribute(settings, "demand", demand)?,
            months: attribute(settings, "months", |text| {
                Ok(given(text, months)?.unwrap_or(1))
            })?,
            start: attribute(settings, "start", |text| given(text, date))?,
            as_of: attribute(settings, "as-of", |text| given(text, date))?,
            billing: attribute(settings, "billing", |text| given(text, billing))?,
            requires: attribute(settings, "requires", |text| {
                Ok(text.split_whitespace().map(Id::from).collect())
            })?,
        })
    }

    /// Whether a product is named; `None` where nothing is said of it.
    pub fn names_product(&self) -> Option<bool> {
        self.product.as_ref().map(|product| !product.is_empty())
    }

    /// Changes a question by them.
    pub fn change(self, question: &mut Question) {
        let item = &mut question.item;
        // What was said of another product means nothing for this one.
        if let Some(product) = self.product.filter(|product| *product != item.product) {
            let edition = item.edition.clone();
            *item = Item::new(&product, &edition);
        }
        set(&mut item.edition, self.edition);
        if let Some(demand) = self.demand {
            question.replace_demand(demand);
        }
        let item = &mut question.item;
        set(&mut item.billing, self.billing);
        set(&mut item.requires, self.requires);
        set(&mut question.months, self.months);
        set(&mut question.start, self.start);
        set(&mut question.as_of, self.as_of);
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

/// An attribute, of which an empty text is read where it was removed or is blank; `None` where nothing
/// is said of it.
///
/// # Errors
///
/// Whatever is wrong with it, at the attribute.
pub(super) fn attribute<T>(
    settings: &Value,
    name: &str,
    read: impl FnOnce(&str) -> Answer<T>,
) -> Answer<Option<T>> {
    let mut fields = settings.fields().iter();
    let Some((_, value)) = fields.find(|(known, _)| known == name) else {
        return Ok(None);
    };
    let read = read(value.text().unwrap_or_default().trim());
    read.map(Some).map_err(|fault| fault.in_field(name))
}

/// What stands in an attribute that has a value.
fn given<T>(text: &str, read: impl FnOnce(&str) -> Answer<T>) -> Answer<Option<T>> {
    match text {
        "" => Ok(None),
        text => read(text).map(Some),
    }
}

/// What was written, in quotes.
fn quoted(text: &str) -> Arg {
    match Arg::quoted(text) {
        Arg::Text(text) => Arg::Text(format!("\"{text}\"")),
        arg => arg,
    }
}

fn date(text: &str) -> Answer<Date> {
    Date::parse(text).ok_or_else(|| {
        let word = Word::new("want-date").with("got", quoted(text));
        Fault::new(Code::BadDate, word)
    })
}

fn months(text: &str) -> Answer<u32> {
    let months = whole(text).and_then(|whole| u32::try_from(whole).ok());
    months
        .filter(|months| (1..=MAX_MONTHS).contains(months))
        .ok_or_else(|| {
            let most = u64::from(MAX_MONTHS);
            not_between(Code::OutOfRange, 1, most, Arg::quoted(text))
        })
}

fn billing(text: &str) -> Answer<Billing> {
    let ways = [Billing::Monthly, Billing::Annual];
    ways.into_iter()
        .find(|way| way.as_str() == text)
        .ok_or_else(|| {
            let known = ways.map(|way| String::from(way.as_str()));
            unknown(Code::UnknownBilling, "unknown-billing", text, known.into())
        })
}

/// A whole number in plain digits.
fn whole(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// `dimension=quantity`, separated by blanks.
fn demand(text: &str) -> Answer<Vec<(Id, Demand)>> {
    text.split_whitespace()
        .map(|pair| {
            let (dimension, quantity) = pair.split_once('=').unwrap_or((pair, ""));
            let quantity = whole(quantity)
                .ok_or_else(|| bad_quantity(MAX_QUANTITY, quoted(pair)).in_field(dimension))?;
            Ok((Id::from(dimension), Demand::Steady(quantity)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::from_json;

    fn read(attributes: &str) -> Answer<Attributes> {
        Attributes::read(&from_json(attributes).unwrap())
    }

    #[test]
    fn faults_stand_at_their_attribute() {
        for (attributes, code, path) in [
            (r#"{"months": "0"}"#, Code::OutOfRange, "months"),
            (r#"{"months": "ten"}"#, Code::OutOfRange, "months"),
            (r#"{"as-of": "2026-02-30"}"#, Code::BadDate, "as-of"),
            (r#"{"demand": "mau"}"#, Code::BadQuantity, "demand.mau"),
            (r#"{"demand": "a=1 b=-1"}"#, Code::BadQuantity, "demand.b"),
            (r#"{"billing": "hourly"}"#, Code::UnknownBilling, "billing"),
        ] {
            let fault = read(attributes).unwrap_err();
            assert_eq!((fault.code(), fault.path()), (code, path));
        }
    }

    #[test]
    fn a_message_quotes_only_the_beginning_of_a_long_text() {
        for name in ["as-of", "months", "demand", "billing"] {
            let long = "a".repeat(10_000);
            let fault = read(&format!(r#"{{"{name}": "{long}"}}"#)).unwrap_err();
            let Some(Arg::Text(got)) = fault.word().arg("got") else {
                panic!("{name} says nothing of what it got");
            };
            assert!(got.len() < 100, "{name}");
        }
    }

    /// An attribute that is read and not applied would be silence.
    #[cfg(feature = "ssr")]
    #[test]
    fn every_attribute_of_the_question_changes_it_and_is_taken_back() {
        use crate::widget::attributes::{ATTRIBUTES, Reader};

        let example = |name: &str| match name {
            "product" => "chat",
            "edition" => "premium",
            "months" => "7",
            "start" | "as-of" => "2026-05-01",
            "billing" => "annual",
            "demand" => "mau=7",
            "requires" => "a b",
            _ => panic!("{name}: say here what may stand in it"),
        };
        let asked = |name: &str, value: &str, before: &Question| {
            let mut question = before.clone();
            let attributes = read(&format!("{{\"{name}\": {value}}}")).unwrap();
            attributes.change(&mut question);
            question
        };
        let before = Question::new(Date::LAST);
        let questions = ATTRIBUTES
            .iter()
            .filter(|attribute| attribute.reader == Reader::Question);
        for attribute in questions {
            let name = attribute.name;
            let value = format!("\"{}\"", example(name));
            let changed = asked(name, &value, &before);
            assert_ne!(changed, before, "{name} is not applied");
            assert_eq!(asked(name, "null", &changed), before, "{name} stays");
        }
    }

    #[test]
    fn what_is_said_before_the_product_is_said_of_it() {
        let mut question = Question::new(Date::LAST);
        let attributes = read(r#"{"demand": "mau=7", "product": "a"}"#).unwrap();
        attributes.change(&mut question);
        assert_eq!(question.demand_in("mau", 0), Some(7));
    }

    #[test]
    fn another_product_takes_with_it_what_was_said_of_the_one_before() {
        let mut question = Question::new(Date::LAST);
        let first = r#"{"product": "a", "edition": "b", "demand": "mau=7", "months": "12"}"#;
        read(first).unwrap().change(&mut question);
        read(r#"{"product": "c"}"#).unwrap().change(&mut question);
        assert_eq!(question.item, Item::new("c", "b"));
        assert_eq!(question.months, 12);
    }

    #[test]
    fn what_is_removed_is_left_to_the_card() {
        let mut question = Question::new(Date::LAST);
        let before = question.clone();
        let set = r#"{"months": "12", "as-of": "2026-01-01", "demand": "a=1", "edition": "b"}"#;
        read(set).unwrap().change(&mut question);
        assert_ne!(question, before);
        let removed = r#"{"months": null, "as-of": null, "demand": null, "edition": null}"#;
        read(removed).unwrap().change(&mut question);
        assert_eq!(question, before);
    }
}
