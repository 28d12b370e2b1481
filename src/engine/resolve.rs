//! From a question to what it is about: the card, the edition, the demand of every month.

use std::sync::Arc;

use super::Answer;
use super::request::{Calls, Demand, Item, MAX_MONTHS};
use crate::calendar::{Date, Interval};
use crate::card::{
    Billing, Card, Catalog, Charge, Dimension, Edition, Feature, MAX_QUANTITY, PackSizes, unknown,
};
use crate::packs::MAX_NEED;
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// An item with everything that its price depends on.
pub(super) struct Resolved<'a> {
    pub card: &'a Card,
    pub edition: &'a Edition,
    pub billing: Billing,
    /// The billing months.
    pub months: Vec<Interval>,
    /// The demand by month, for every dimension in the card's order.
    pub demand: Vec<Vec<u64>>,
    pub item: &'a Item,
}

impl<'a> Resolved<'a> {
    /// The demand for a dimension by month; none for one that the card lacks.
    pub fn demand_for(&self, dimension: &str) -> &[u64] {
        let position = self
            .card
            .dimensions
            .iter()
            .position(|d| &*d.id == dimension);
        position
            .and_then(|index| self.demand.get(index))
            .map_or(&[], Vec::as_slice)
    }

    /// Every dimension with its demand by month.
    pub fn dimensions(&self) -> impl Iterator<Item = (&'a Dimension, &[u64])> {
        self.card
            .dimensions
            .iter()
            .zip(self.demand.iter().map(Vec::as_slice))
    }
}

/// The billing months of an order.
///
/// # Errors
///
/// `out_of_range` where there are none or more than [`MAX_MONTHS`]; `bad_date` where they pass the
/// last year that there is.
pub(super) fn months(card: &Card, start: Date, months: u32) -> Answer<Vec<Interval>> {
    check_months(months)?;
    let start_of = |index: u32| {
        card.months.start_of(start, index).ok_or_else(|| {
            Fault::new(Code::BadDate, Word::new("beyond-calendar")).in_field("start")
        })
    };
    (0..months)
        .map(|index| {
            Ok(Interval {
                from: start_of(index)?,
                to: Some(start_of(index.saturating_add(1))?),
            })
        })
        .collect()
}

/// Checks the length of an estimate.
pub(super) fn check_months(months: u32) -> Answer<()> {
    if (1..=MAX_MONTHS).contains(&months) {
        return Ok(());
    }
    let word = Word::new("want-between-got")
        .with("min", Arg::Count(1))
        .with("max", Arg::Count(u64::from(MAX_MONTHS)))
        .with("got", Arg::Count(u64::from(months)));
    Err(Fault::new(Code::OutOfRange, word).in_field("months"))
}

/// The rate card of an item: the one that it pins, else the one in force.
///
/// The place of `no_rate_card` is the field that picks by date, wherever the item stands: the
/// caller puts it there.
pub(crate) fn card_of(
    catalog: &Catalog,
    as_of: Date,
    product: &str,
    pinned: Option<&str>,
) -> Answer<Arc<Card>> {
    catalog
        .needs_product(product)
        .map_err(|f| f.in_field("product"))?;
    match pinned {
        Some(id) => catalog
            .card_of(product, id)
            .map_err(|f| f.in_field("rate_card")),
        None => catalog.in_force(product, as_of),
    }
}

/// The edition of an id.
pub(crate) fn edition_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Edition> {
    card.edition(id).ok_or_else(|| {
        let known = card.editions.iter().map(|e| e.id.to_string()).collect();
        unknown(Code::UnknownEdition, "unknown-edition", id, known).in_field("edition")
    })
}

/// The billing asked for, or the card's default.
pub(crate) fn billing_of(card: &Card, asked: Option<Billing>) -> Answer<Billing> {
    let default = card.billing.first().copied().unwrap_or(Billing::Monthly);
    match asked {
        None => Ok(default),
        Some(billing) if card.billing.contains(&billing) => Ok(billing),
        Some(billing) => {
            let known = card.billing.iter().map(|b| b.as_str().into()).collect();
            let got = billing.as_str();
            Err(unknown(Code::UnknownBilling, "unknown-billing", got, known).in_field("billing"))
        }
    }
}

/// The dimension of an id.
pub(crate) fn dimension_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Dimension> {
    card.dimension(id).ok_or_else(|| {
        let known = card.dimensions.iter().map(|d| d.id.to_string()).collect();
        unknown(Code::UnknownDimension, "unknown-dimension", id, known).in_field(id)
    })
}

/// The dimension of an id, which must be one of minutes.
pub(crate) fn minutes_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Dimension> {
    card.dimension(id).filter(|d| d.calls).ok_or_else(|| {
        let minutes = card.dimensions.iter().filter(|d| d.calls);
        let known = minutes.map(|d| d.id.to_string()).collect();
        unknown(Code::UnknownDimension, "unknown-minutes", id, known).in_field(id)
    })
}

/// The feature of an id.
pub(crate) fn feature_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Feature> {
    card.feature(id).ok_or_else(|| {
        let known = card.features.iter().map(|f| f.id.to_string()).collect();
        unknown(Code::UnknownFeature, "unknown-feature", id, known)
    })
}

/// The charge of an id, which must be one of packs, and of those that the edition is sold, where one
/// is given.
pub(crate) fn pack_of<'a>(
    card: &'a Card,
    edition: Option<&Edition>,
    id: &str,
) -> Answer<&'a Charge> {
    let is_pack = |charge: &&Charge| {
        charge.pack_sizes().is_some() && edition.is_none_or(|edition| edition.is_sold(charge))
    };
    card.charge(id).filter(is_pack).ok_or_else(|| {
        let packs = card.charges.iter().filter(is_pack);
        let known: Vec<String> = packs.map(|c| c.id.to_string()).collect();
        let mut word = Word::new("unknown-pack").with("got", Arg::quoted(id));
        if let Some(edition) = edition {
            word = word.with("edition", Arg::text(&edition.id));
        }
        if !known.is_empty() {
            word = word.with("known", Arg::List(known));
        }
        Fault::new(Code::UnknownCharge, word).in_field(id)
    })
}

/// The same item in another edition, without the packs that only others are sold.
pub(crate) fn in_edition(card: &Card, item: &Item, edition: &Edition) -> Item {
    let mut item = Item {
        edition: edition.id.clone(),
        ..item.clone()
    };
    item.buy.retain(|(id, _)| {
        card.charge(id).is_none_or(|charge| {
            let mut editions = card.editions.iter();
            edition.is_sold(charge) || !editions.any(|other| other.is_sold(charge))
        })
    });
    item
}

/// Everything that the price of an item depends on.
pub(super) fn resolve<'a>(
    card: &'a Card,
    item: &'a Item,
    start: Date,
    month_count: u32,
) -> Answer<Resolved<'a>> {
    let months = months(card, start, month_count)?;
    let edition = edition_of(card, &item.edition)?;
    let billing = billing_of(card, item.billing)?;
    let demand = demand(card, item, months.len())?;
    for (index, feature) in item.requires.iter().enumerate() {
        feature_of(card, feature).map_err(|f| f.in_entry(index).in_field("requires"))?;
    }
    for (charge, packs) in &item.buy {
        buy(card, edition, item, (charge, packs), months.len()).map_err(|f| f.in_field("buy"))?;
    }
    Ok(Resolved {
        card,
        edition,
        billing,
        months,
        demand,
        item,
    })
}

/// The demand by month, for every dimension in the card's order.
fn demand(card: &Card, item: &Item, months: usize) -> Answer<Vec<Vec<u64>>> {
    for (id, given) in &item.demand {
        let within = |fault: Fault| fault.in_field("demand");
        let dimension = dimension_of(card, id).map_err(within)?;
        check_demand(dimension, given, months).map_err(|f| within(f.in_field(id)))?;
    }
    for (id, calls) in &item.calls {
        let within = |fault: Fault| fault.in_field("calls");
        minutes_of(card, id).map_err(within)?;
        for (index, call) in calls.iter().enumerate() {
            minutes(*call)
                .map(|_| ())
                .map_err(|f| within(f.in_entry(index).in_field(id)))?;
        }
    }
    card.dimensions
        .iter()
        .map(|dimension| {
            let given = find(&item.demand, &dimension.id);
            let called = match find(&item.calls, &dimension.id) {
                None => 0,
                Some(calls) => {
                    total_minutes(calls).map_err(|f| f.in_field(&dimension.id).in_field("calls"))?
                }
            };
            (0..months)
                .map(|month| {
                    let demand = given.map_or(dimension.default, |d| d.in_month(month));
                    let sum = demand.checked_add(called);
                    sum.filter(|&sum| sum <= dimension.max).ok_or_else(|| {
                        bad_quantity(dimension.max, u64::MAX)
                            .in_field(&dimension.id)
                            .in_field("calls")
                    })
                })
                .collect()
        })
        .collect()
}

fn find<'a, T>(pairs: &'a [(Id, T)], id: &str) -> Option<&'a T> {
    pairs
        .iter()
        .find(|(key, _)| &**key == id)
        .map(|(_, value)| value)
}

/// The fault of a series that has not one number for each month.
pub(crate) fn wrong_length(got: usize, months: usize) -> Fault {
    let count = |n: usize| Arg::Count(u64::try_from(n).unwrap_or(u64::MAX));
    let word = Word::new("wrong-length")
        .with("months", count(months))
        .with("got", count(got));
    Fault::new(Code::WrongLength, word)
}

/// Checks what is demanded of a dimension.
pub(crate) fn check_demand(dimension: &Dimension, demand: &Demand, months: usize) -> Answer<()> {
    let check = |quantity: u64| {
        if quantity > dimension.max {
            return Err(bad_quantity(dimension.max, quantity));
        }
        if quantity < dimension.min {
            let word = Word::new("want-at-least")
                .with("min", Arg::Count(dimension.min))
                .with("got", Arg::Count(quantity));
            return Err(Fault::new(Code::OutOfRange, word));
        }
        Ok(())
    };
    match demand {
        Demand::Steady(quantity) => check(*quantity),
        Demand::Monthly(quantities) if quantities.len() != months => {
            Err(wrong_length(quantities.len(), months))
        }
        Demand::Monthly(quantities) => quantities
            .iter()
            .enumerate()
            .try_for_each(|(index, &quantity)| check(quantity).map_err(|f| f.in_entry(index))),
    }
}

fn bad_quantity(max: u64, got: u64) -> Fault {
    let got = match got {
        u64::MAX => Arg::text("more"),
        got => Arg::Text(got.to_string()),
    };
    crate::value::read::bad_quantity(max, got)
}

/// The minutes of calls of one length: each call is rounded up.
fn minutes(calls: Calls) -> Answer<u64> {
    const SECONDS: u64 = 60;
    for (key, quantity) in [("count", calls.count), ("seconds", calls.seconds)] {
        if quantity > MAX_QUANTITY {
            return Err(bad_quantity(MAX_QUANTITY, quantity).in_field(key));
        }
    }
    let minutes = calls.count.checked_mul(calls.seconds.div_ceil(SECONDS));
    minutes
        .filter(|&minutes| minutes <= MAX_QUANTITY)
        .ok_or_else(|| bad_quantity(MAX_QUANTITY, u64::MAX))
}

fn total_minutes(calls: &[Calls]) -> Answer<u64> {
    let mut total: u64 = 0;
    for (index, call) in calls.iter().enumerate() {
        total = total
            .checked_add(minutes(*call)?)
            .filter(|&total| total <= MAX_QUANTITY)
            .ok_or_else(|| bad_quantity(MAX_QUANTITY, u64::MAX).in_entry(index))?;
    }
    Ok(total)
}

/// The largest pack of a charge that may be asked for, in units.
///
/// That is the largest quantity of every request or, where the months demand more together, as much
/// as they do, in whole steps: the planner may join months in one pack, and what it plans may be
/// asked for.
pub(crate) fn largest_pack(card: &Card, item: &Item, charge: &Charge, months: usize) -> u64 {
    let together = || -> Option<u64> {
        let step = charge.pack_sizes()?.step;
        let dimension = card.dimension(charge.model.dimension()?)?;
        let demand = demand(card, item, months).ok()?;
        let of = |id: &Id| {
            let position = card.dimensions.iter().position(|d| d.id == *id);
            position.and_then(|index| demand.get(index))
        };
        let each = dimension.each.as_ref().and_then(of);
        let mut sum: u64 = 0;
        for (month, quantity) in of(&dimension.id)?.iter().enumerate() {
            let units = each.and_then(|each| each.get(month)).copied().unwrap_or(1);
            sum = sum.saturating_add(quantity.saturating_mul(units));
        }
        sum.min(MAX_NEED).checked_next_multiple_of(step)
    };
    together().map_or(MAX_QUANTITY, |together| together.max(MAX_QUANTITY))
}

/// Checks the packs that are to be bought. Those of a charge that the edition is not sold are none.
fn buy(
    card: &Card,
    edition: &Edition,
    item: &Item,
    (charge, packs): (&Id, &[super::Buy]),
    months: usize,
) -> Answer<()> {
    let edition = (!packs.is_empty()).then_some(edition);
    let charge_of_packs = pack_of(card, edition, charge)?;
    let Some(PackSizes { min, step, .. }) = charge_of_packs.pack_sizes() else {
        return Ok(());
    };
    let most = largest_pack(card, item, charge_of_packs, months);
    for (index, pack) in packs.iter().enumerate() {
        let within = |fault: Fault| fault.in_entry(index).in_field(charge);
        if usize::try_from(pack.month).map_or(true, |month| month >= months) {
            let last = u64::try_from(months).unwrap_or(u64::MAX).saturating_sub(1);
            let word = Word::new("want-between-got")
                .with("min", Arg::Count(0))
                .with("max", Arg::Count(last))
                .with("got", Arg::Count(u64::from(pack.month)));
            let fault = Fault::new(Code::OutOfRange, word).in_field("month");
            return Err(within(fault));
        }
        if pack.quantity > most {
            let fault = bad_quantity(most, pack.quantity).in_field("quantity");
            return Err(within(fault));
        }
        let beyond = pack.quantity.checked_sub(min);
        if beyond.and_then(|beyond| beyond.checked_rem(step)) != Some(0) {
            let word = Word::new("pack-not-sold")
                .with("min", Arg::Count(min))
                .with("step", Arg::Count(step))
                .with("got", Arg::Count(pack.quantity));
            let fault = Fault::new(Code::OutOfRange, word).in_field("quantity");
            return Err(within(fault));
        }
    }
    Ok(())
}
