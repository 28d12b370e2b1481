//! Why a line is what it is: its arithmetic as words.

use std::sync::Arc;

use super::price::Priced;
use super::resolve::Resolved;
use crate::card::{Billing, Block, Charge, Model};
use crate::word::{Arg, Word};

/// What the arithmetic of a line is made of, gathered while it is priced.
#[derive(Default)]
pub(super) struct Sum {
    /// What was counted for each entry, before days multiply it.
    pub quantities: Vec<u64>,
    /// The days of each entry that is charged by the day.
    pub days: Vec<u64>,
    /// The smallest and the largest allowance.
    allowances: Option<(u64, u64)>,
}

impl Sum {
    /// Notes an allowance that quantities were taken above.
    pub fn allowance(&mut self, allowance: u64) {
        let (least, most) = self.allowances.unwrap_or((allowance, allowance));
        self.allowances = Some((least.min(allowance), most.max(allowance)));
    }
}

/// The arithmetic of a line.
///
/// Where every entry counts the same, the quantity is that of one entry and `months` (or `years`)
/// says how many there are; where they differ, it is their sum, days multiplied in, and `over` says
/// of how many.
pub(super) fn why(item: &Resolved, charge: &Charge, priced: &Priced) -> Word {
    let id = word_id(item, charge, &priced.sum);
    let mut word = Word::new(id);
    let quantities = &priced.sum.quantities;
    let first = quantities.first().copied().unwrap_or_default();
    let steady = quantities.iter().all(|&quantity| quantity == first);
    // A pack counts by its units, and all packs of a line are told together.
    let is_pack = matches!(charge.model, Model::Pack(_));
    let steady = steady && !is_pack;
    let quantity = if steady { first } else { total(priced) };
    let dimension = charge
        .model
        .dimension()
        .and_then(|id| item.card.dimension(id));
    word = match (&charge.model, dimension) {
        (Model::Flat(_), _) => word,
        (Model::Block(Block { size, .. }), Some(dimension)) => word
            .with("quantity", Arg::Count(quantity))
            .with("size", Arg::Quantity(*size, Arc::clone(&dimension.unit))),
        (_, Some(dimension)) => word.with(
            "quantity",
            Arg::Quantity(quantity, Arc::clone(&dimension.unit)),
        ),
        (_, None) => word.with("quantity", Arg::Count(quantity)),
    };
    if let Some((least, most)) = priced.sum.allowances
        && least == most
        && least > 0
    {
        word = word.with("allowance", Arg::Count(least));
    }
    if is_pack {
        word = word.with("packs", count(quantities.len()));
    } else if !steady {
        word = word.with("over", count(quantities.len()));
    }
    if let Some(entry) = priced.entries.first()
        && priced
            .entries
            .iter()
            .all(|e| e.unit_price == entry.unit_price)
    {
        word = word.with("price", Arg::Money(entry.unit_price, item.card.currency));
    }
    if !priced.sum.days.is_empty() && steady {
        let days = priced.sum.days.iter();
        return word.with(
            "days",
            Arg::Count(days.fold(0, |sum, &d| sum.saturating_add(d))),
        );
    }
    let many = priced.entries.len() > 1 && steady;
    let by_year = item.billing == Billing::Annual && charge.model.annual_price().is_some();
    match (many, by_year) {
        (false, _) => word,
        (true, false) => word.with("months", count(priced.entries.len())),
        (true, true) => word.with("years", count(priced.entries.len())),
    }
}

/// What the prices were multiplied by, in all entries together.
fn total(priced: &Priced) -> u64 {
    let quantities = priced.entries.iter().map(|entry| entry.quantity);
    quantities.fold(0, u64::saturating_add)
}

fn count(number: usize) -> Arg {
    Arg::Count(u64::try_from(number).unwrap_or(u64::MAX))
}

fn word_id(item: &Resolved, charge: &Charge, sum: &Sum) -> &'static str {
    let trial = item.edition.trial.as_ref();
    let above = sum.allowances.is_some_and(|(_, most)| most > 0);
    match &charge.model {
        Model::Flat(_) | Model::Bundle(_) if trial.is_some() => "trial",
        Model::Flat(_) => "flat",
        Model::Bundle(_) => "bundle",
        Model::PerUnit(_) if above => "per-unit-above",
        Model::PerUnit(_) => "per-unit",
        Model::Block(Block { carries: true, .. }) => "block-carried",
        Model::Block(_) if above => "block-above",
        Model::Block(_) => "block",
        Model::Volume(_) if above => "volume-above",
        Model::Volume(_) => "volume",
        Model::Graduated(_) if above => "graduated-above",
        Model::Graduated(_) => "graduated",
        Model::Pack(_) => "pack",
    }
}
