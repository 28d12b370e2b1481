//! The editions of a card under the same demand.

use std::borrow::Cow;
use std::sync::Arc;

use super::answer::Answer;
use super::item::price_item;
use super::order::{Order, in_edition, pack_of};
use super::purse::Purse;
use super::reply::ItemEstimate;
use super::request::Item;
use super::work;
use crate::calendar::Date;
use crate::card::{Card, Edition};
use crate::money::Amount;
use crate::text::Id;

/// An order for one of the editions, and what it costs without advice.
pub(super) struct Compared<'a> {
    pub order: Order<'a>,
    pub priced: ItemEstimate,
}

impl<'a> Compared<'a> {
    /// Prices an order.
    pub fn new(order: Order<'a>) -> Answer<Self> {
        let priced = price_item(&order)?;
        Ok(Self { order, priced })
    }
}

/// An item in every edition, in the card's order.
pub(super) fn in_every_edition(card: &Card, item: &Item) -> Vec<Item> {
    let editions = card.editions.iter();
    editions
        .map(|edition| in_edition(card, item, edition))
        .collect()
}

/// Checks an item in every edition.
///
/// What is wrong whatever the edition is told first: it says nothing of any of them.
pub(super) fn every_order<'a>(
    card: &'a Arc<Card>,
    wanted: &Item,
    items: &'a [Item],
    start: Date,
    months: u32,
) -> Answer<Vec<Order<'a>>> {
    let order = |item| Order::new(card, item, start, months);
    if let Some(first) = items.first() {
        let without_packs = Item {
            buy: Vec::new(),
            ..first.clone()
        };
        Order::new(card, &without_packs, start, months)?;
    }
    for (charge, _) in &wanted.buy {
        pack_of(card, None, charge).map_err(|fault| fault.in_field("buy"))?;
    }
    items.iter().map(order).collect()
}

/// The edition that fits and costs least, the earlier one where equal. What has no published price is
/// none of those that are weighed.
pub(super) fn cheapest<'a>(compared: impl Iterator<Item = &'a Compared<'a>>) -> Option<Id> {
    let editions = compared.map(|edition| &edition.priced);
    let fitting = editions.filter(|priced| priced.fits());
    let costs = fitting.filter_map(|priced| Some((priced.total?, &priced.edition)));
    let cheapest = costs.min_by_key(|(total, _)| *total);
    cheapest.map(|(_, edition)| edition.clone())
}

/// Another edition under the demand of an order.
pub(super) struct Alternative<'a> {
    pub edition: &'a Edition,
    pub priced: Cow<'a, ItemEstimate>,
    pub total: Amount,
}

/// The other editions under the demand of an order that have a price, in the card's order.
///
/// What has been compared already is not priced again. A comparison may have given packs that the
/// edition of the order is not sold: then its editions are not those of the order.
pub(super) fn alternatives<'a>(
    order: &Order<'a>,
    compared: &'a [Compared<'a>],
    purse: &Purse,
) -> Vec<Alternative<'a>> {
    alternatives_but(order, compared, purse, |_| false)
}

/// The same without those editions for which something holds.
pub(super) fn alternatives_but<'a>(
    order: &Order<'a>,
    compared: &'a [Compared<'a>],
    purse: &Purse,
    is_left_out: impl Fn(&str) -> bool,
) -> Vec<Alternative<'a>> {
    let editions = order.card.editions.iter();
    let others = editions.filter(|edition| edition.id != order.edition.id);
    let others = others.filter(|edition| !is_left_out(&edition.id));
    others
        .filter_map(|edition| {
            let item = in_edition(order.card, order.item, edition);
            let known = compared
                .iter()
                .find(|compared| *compared.order.item == item);
            let priced = match known {
                Some(known) => Cow::Borrowed(&known.priced),
                None => {
                    let other = order.with_item(&item).ok()?;
                    purse.spend(work::of_order(&other))?;
                    Cow::Owned(price_item(&other).ok()?)
                }
            };
            let total = priced.total?;
            Some(Alternative {
                edition,
                priced,
                total,
            })
        })
        .collect()
}
