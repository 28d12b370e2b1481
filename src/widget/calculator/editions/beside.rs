//! How an edition compares with the one that is chosen, and with the one that is best for what is needed.

use std::sync::Arc;

use crate::card::{Card, FeatureValue};
use crate::money::Amount;
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, tag};
use crate::widget::state::{Picture, State};
use crate::widget::words::phrase::{phrase, say_label};
use crate::word::{Arg, Word};

/// How much more or less an edition costs than the one that is chosen, by the month; nothing of that itself, and
/// where one of the two is rounded.
pub(super) fn difference(state: State, edition: Id) -> Node {
    let word = state.memo(move |picture| difference_of(picture, &edition));
    (move || {
        let word = word.get()?;
        Some(tag::span().class("difference").child(phrase(state, word)))
    })
    .into_node()
}

fn difference_of(picture: &Picture, edition: &Id) -> Option<Word> {
    let months = u64::from(picture.request.months);
    let chosen = picture.chosen().filter(|_| picture.trial().is_none())?;
    let item = picture.edition(edition)?;
    let card = &picture.card;
    let is_sold = card
        .charges
        .iter()
        .any(|charge| charge.model.is_sold_to(edition));
    let (own, other) = (chosen.total?, item.total?);
    if !is_sold || chosen.edition == *edition {
        return None;
    }
    let (id, total) = match other.checked_sub(own) {
        Some(more) if more >= Amount::ZERO => ("ui-dearer", more),
        _ => ("ui-cheaper", own.checked_sub(other)?),
    };
    // Two figures that are rounded may be apart by an exact one.
    let amount = total.divide_to_minor_units(months, card.currency)?;
    if amount.checked_mul(months) != Some(total) {
        return None;
    }
    (!amount.is_zero()).then(|| Word::new(id).with("amount", Arg::Money(amount, card.currency)))
}

/// What an edition has that the best one for what is needed lacks, on demand.
pub(super) fn more_features(state: State, edition: Id) -> Node {
    let more = state.memo(move |picture| {
        let best = picture.comparison.cheapest.as_ref()?;
        let card = &picture.card;
        let features = more_of(card, &edition, best);
        let best = card.edition(best)?;
        (!features.is_empty()).then(|| (best.id.clone(), best.label.clone(), features))
    });
    (move || {
        let (best, name, features) = more.get()?;
        let count = u64::try_from(features.len()).unwrap_or_default();
        let word = Word::new("ui-more-features")
            .with("count", Arg::Count(count))
            .with("edition", Arg::Label(best, name));
        let items = features.into_iter();
        let items = items.map(|label| tag::li().child(move || say_label(state, &label)));
        Some(disclosed(state, word, items.collect()))
    })
    .into_node()
}

/// The features that an edition has and another one lacks, by their labels.
fn more_of(card: &Card, edition: &str, other: &str) -> Vec<Arc<Text>> {
    let has = |value: Option<&FeatureValue>| value.is_some_and(FeatureValue::is_there);
    let features = card.features.iter();
    let features =
        features.filter(|feature| has(feature.value(edition)) && !has(feature.value(other)));
    features.map(|feature| Arc::clone(&feature.label)).collect()
}

/// A list under a sentence that opens it.
pub(super) fn disclosed(state: State, title: Word, items: Vec<Element>) -> Element {
    tag::details()
        .part("edition-more")
        .child(tag::summary().child(phrase(state, title)))
        .child(tag::ul().child(items))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::engine::{Demand, Item};
    use crate::widget::state::Question;

    fn said(edition: &str, beside: &str, mau: u64) -> Option<String> {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.months = 12;
        question.item = Item::new("chat", edition).with_demand("mau", Demand::Steady(mau));
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        difference_of(&picture, &Id::from(beside)).map(|word| word.to_string())
    }

    #[test]
    fn the_difference_is_told_both_ways() {
        assert_eq!(
            said("standard", "premium", 25_000).as_deref(),
            Some("+ 300 USD")
        );
        assert_eq!(
            said("premium", "standard", 25_000).as_deref(),
            Some("− 300 USD")
        );
        assert_eq!(said("standard", "standard", 25_000), None);
        assert_eq!(said("trial", "standard", 50), None);
    }

    #[test]
    fn what_an_edition_has_more() {
        let catalog = crate::catalog();
        let card = catalog.card("chat/2024-07-22").unwrap();
        assert!(more_of(&card, "premium", "standard").len() > 3);
        assert!(more_of(&card, "standard", "premium").is_empty());
    }
}
