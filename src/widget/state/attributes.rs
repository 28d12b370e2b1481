//! What the host says in attributes, as part of the question.

use super::kept;
use crate::api::{Command, estimate_request};
use crate::calendar::Date;
use crate::card::{Billing, Catalog, unknown};
use crate::engine::{Answer, Demand, Item, MAX_MONTHS};
use crate::text::Id;
use crate::value::{Code, Fault, Value};
use crate::widget::{Question, View};
use crate::word::{Arg, Word};

/// The attribute that says of what.
const PRODUCT: &str = "product";

/// Changes a question by attributes: texts by name, null where one was removed. The field
/// `request` is a whole request and `state` what was kept of a widget; either
/// replaces the question before the attributes change it.
///
/// # Errors
///
/// The first fault, at the attribute; the question is then not to be used.
///
/// ```
/// use ratecard::calendar::Date;
/// use ratecard::value::from_json;
/// use ratecard::widget::{Picture, Question, configure};
///
/// let catalog = ratecard::catalog();
/// let mut question = Question::new(Date::parse("2026-11-20").unwrap());
/// let given = from_json(r#"{"product": "chat", "months": "12", "demand": "mau=25000"}"#).unwrap();
/// configure(&mut question, &catalog, &given).unwrap();
/// let picture = Picture::of(&catalog, &question).unwrap();
/// assert_eq!(picture.estimate.totals[0].1.to_string(), "7488");
/// ```
pub fn configure(question: &mut Question, catalog: &Catalog, given: &Value) -> Answer<()> {
    if let Some(request) = given.get("request") {
        *question = asked(question.today, catalog, request)?;
    }
    if let Some(state) = given.get("state") {
        *question = kept::question(question.today, catalog, state)?;
    }
    // Another product comes first: it takes with it what was said of the one before.
    let mut fields: Vec<_> = given.fields().iter().collect();
    fields.sort_by_key(|(name, _)| name != PRODUCT);
    for (name, value) in fields {
        attribute(question, name, value.text()).map_err(|fault| fault.in_field(name))?;
    }
    Ok(())
}

/// The views that the host wants: the attribute `view`, names separated by blanks. One that is named
/// twice is there once; where none is named, it is the calculator. `None` where nothing is said of it.
///
/// # Errors
///
/// A view that there is not, at the attribute.
///
/// ```
/// use ratecard::value::from_json;
/// use ratecard::widget::{View, views};
///
/// let given = from_json(r#"{"view": "compare matrix"}"#).unwrap();
/// assert_eq!(views(&given).unwrap(), Some(vec![View::Compare, View::Matrix]));
/// ```
pub fn views(given: &Value) -> Answer<Option<Vec<View>>> {
    let Some((name, value)) = given.fields().iter().find(|(name, _)| name == "view") else {
        return Ok(None);
    };
    let mut views = Vec::new();
    for view in value.text().unwrap_or_default().split_whitespace() {
        let view = view_of(view).map_err(|fault| fault.in_field(name))?;
        if !views.contains(&view) {
            views.push(view);
        }
    }
    if views.is_empty() {
        views.push(View::default());
    }
    Ok(Some(views))
}

/// Whether the host leaves the product to the visitor: the field `all`, else the attribute `product`,
/// where anything is said of them.
pub(in crate::widget) fn left_open(given: &Value) -> Option<bool> {
    let product = given.fields().iter().find(|(name, _)| name == PRODUCT);
    let unnamed = |value: &Value| value.text().unwrap_or_default().trim().is_empty();
    let said = given.get("all").and_then(Value::flag);
    said.or_else(|| product.map(|(_, value)| unnamed(value)))
}

/// The one of the views that is to be shown, as it was kept: the field `view` of a `state`.
///
/// # Errors
///
/// A view that there is not, at the field.
pub(in crate::widget) fn shown(given: &Value) -> Answer<Option<View>> {
    let name = "view";
    let kept = given.get("state").and_then(|state| state.get(name));
    let view = kept.and_then(Value::text).map(view_of).transpose();
    view.map_err(|fault| fault.in_field(name))
}

fn view_of(name: &str) -> Answer<View> {
    View::from_name(name).ok_or_else(|| {
        let known = View::ALL.map(|view| String::from(view.as_str()));
        unknown(Code::UnknownView, "unknown-view", name, known.into())
    })
}

/// The question that a request asks. Days that it leaves open stay open.
pub(in crate::widget) fn asked(today: Date, catalog: &Catalog, given: &Value) -> Answer<Question> {
    Command::Estimate.shape().check(given)?;
    let request = estimate_request(catalog, given, today)?;
    let got = u64::try_from(request.items.len()).unwrap_or(u64::MAX);
    let mut question = Question::of_request(today, request).ok_or_else(|| {
        let word = Word::new("want-one-item").with("got", Arg::Count(got));
        Fault::new(Code::OutOfRange, word).in_field("items")
    })?;
    question.as_of = question.as_of.filter(|_| given.get("as_of").is_some());
    question.start = question.start.filter(|_| given.get("start").is_some());
    Ok(question)
}

fn attribute(question: &mut Question, name: &str, value: Option<&str>) -> Answer<()> {
    let value = value.map(str::trim).filter(|value| !value.is_empty());
    let item = &mut question.item;
    match name {
        PRODUCT => {
            let product = Id::from(value.unwrap_or_default());
            // What was said of another product means nothing for this one.
            if product != item.product {
                let edition = item.edition.clone();
                *item = Item::new(&product, &edition);
            }
        }
        "edition" => item.edition = Id::from(value.unwrap_or_default()),
        "months" => question.months = value.map(months).transpose()?.unwrap_or(1),
        "as-of" => question.as_of = value.map(date).transpose()?,
        "start" => question.start = value.map(date).transpose()?,
        "billing" => item.billing = value.map(billing).transpose()?,
        "demand" => item.demand = demand(value.unwrap_or_default())?,
        "requires" => {
            let features = value.unwrap_or_default().split_whitespace();
            item.requires = features.map(Id::from).collect();
        }
        _ => {}
    }
    Ok(())
}

fn date(text: &str) -> Answer<Date> {
    Date::parse(text).ok_or_else(|| {
        let got = Arg::Text(format!("\"{text}\""));
        Fault::new(Code::BadDate, Word::new("want-date").with("got", got))
    })
}

fn months(text: &str) -> Answer<u32> {
    let months = whole(text).and_then(|whole| u32::try_from(whole).ok());
    months
        .filter(|months| (1..=MAX_MONTHS).contains(months))
        .ok_or_else(|| {
            let word = Word::new("want-between-got")
                .with("min", Arg::Count(1))
                .with("max", Arg::Count(u64::from(MAX_MONTHS)))
                .with("got", Arg::text(text));
            Fault::new(Code::OutOfRange, word)
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
            let quantity = whole(quantity).ok_or_else(|| {
                let word = Word::new("want-quantity")
                    .with("max", Arg::Count(crate::card::MAX_QUANTITY))
                    .with("got", Arg::Text(format!("\"{pair}\"")));
                Fault::new(Code::BadQuantity, word).in_field(dimension)
            })?;
            Ok((Id::from(dimension), Demand::Steady(quantity)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::from_json;

    fn fault(attributes: &str) -> (Code, String) {
        let mut question = Question::new(Date::parse("2026-11-20").unwrap());
        let given = from_json(attributes).unwrap();
        let fault = configure(&mut question, &crate::catalog(), &given).unwrap_err();
        (fault.code(), fault.path().to_owned())
    }

    #[test]
    fn faults_stand_at_their_attribute() {
        assert_eq!(
            fault(r#"{"months": "0"}"#),
            (Code::OutOfRange, "months".into())
        );
        assert_eq!(
            fault(r#"{"months": "ten"}"#),
            (Code::OutOfRange, "months".into())
        );
        assert_eq!(
            fault(r#"{"as-of": "2026-02-30"}"#),
            (Code::BadDate, "as-of".into())
        );
        assert_eq!(
            fault(r#"{"demand": "mau"}"#),
            (Code::BadQuantity, "demand.mau".into())
        );
        assert_eq!(
            fault(r#"{"demand": "a=1 b=-1"}"#),
            (Code::BadQuantity, "demand.b".into())
        );
        assert_eq!(
            fault(r#"{"billing": "hourly"}"#),
            (Code::UnknownBilling, "billing".into())
        );
        assert_eq!(
            fault(r#"{"request": {"items": [{"product": "a", "edition": "b"}]}}"#),
            (Code::UnknownProduct, "items[0].product".into())
        );
    }

    #[test]
    fn what_is_said_before_the_product_is_said_of_it() {
        let mut question = Question::new(Date::parse("2026-11-20").unwrap());
        let given = from_json(r#"{"demand": "mau=7", "product": "chat"}"#).unwrap();
        configure(&mut question, &crate::catalog(), &given).unwrap();
        assert_eq!(question.demand_in("mau", 0), Some(7));
    }

    #[test]
    fn views_are_named_by_the_host() {
        let views = |text: &str| views(&from_json(text).unwrap());
        assert_eq!(views(r#"{"months": "1"}"#), Ok(None));
        for nothing in [r#"{"view": null}"#, r#"{"view": " "}"#] {
            assert_eq!(views(nothing), Ok(Some(vec![View::Calculator])));
        }
        let twice = views(r#"{"view": " matrix calculator  matrix"}"#);
        assert_eq!(twice, Ok(Some(vec![View::Matrix, View::Calculator])));
        let fault = views(r#"{"view": "compare Matrix"}"#).unwrap_err();
        assert_eq!((fault.code(), fault.path()), (Code::UnknownView, "view"));
        let fault = shown(&from_json(r#"{"state": {"view": "nonsense"}}"#).unwrap()).unwrap_err();
        assert_eq!(fault.path(), "view");
    }

    #[test]
    fn what_is_removed_is_left_to_the_card() {
        let mut question = Question::new(Date::parse("2026-11-20").unwrap());
        let before = question.clone();
        let set = r#"{"months": "12", "as-of": "2026-01-01", "demand": "a=1", "edition": "b"}"#;
        configure(&mut question, &crate::catalog(), &from_json(set).unwrap()).unwrap();
        assert_ne!(question, before);
        let removed = r#"{"months": null, "as-of": null, "demand": null, "edition": null}"#;
        configure(
            &mut question,
            &crate::catalog(),
            &from_json(removed).unwrap(),
        )
        .unwrap();
        assert_eq!(question, before);
    }
}
