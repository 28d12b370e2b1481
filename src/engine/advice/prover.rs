//! What the findings are about, and how they are proved: by pricing again.

use crate::card::{Charge, ChargeKind, Dimension, Edition};
use crate::engine::affected::Affected;
use crate::engine::answer::sum;
use crate::engine::item::{price_again, total};
use crate::engine::order::{Order, in_edition};
use crate::engine::packs::Planned;
use crate::engine::price::price_some;
use crate::engine::problem::problems_of;
use crate::engine::purse::Purse;
use crate::engine::reply::{ItemEstimate, Line, Problem, QuotaStatus};
use crate::engine::request::{Buy, Item};
use crate::engine::work;
use crate::money::Amount;
use crate::text::Id;
use crate::word::Arg;

/// The most months for which packs are planned again and again.
const PLANNED_OFTEN: u32 = 12;

/// How a break-even is found where it is proven to be the only one near.
pub(super) const EXACT: &str = "exact";

/// How a break-even is found where there may be others near: the order of the costs is proven for
/// it and for one unit less.
pub(super) const BISECTION: &str = "bisection";

/// An order that has been priced, and can be priced again with something changed.
pub(super) struct Prover<'a> {
    pub order: &'a Order<'a>,
    pub priced: &'a ItemEstimate,
    /// What it costs.
    pub total: Amount,
    /// Whether pricing again is quick enough to be done by the dozen.
    pub is_quick: bool,
    purse: &'a Purse,
}

impl<'a> Prover<'a> {
    /// `None` where an edition without a published price leaves nothing to prove.
    pub fn new(order: &'a Order<'a>, priced: &'a ItemEstimate, purse: &'a Purse) -> Option<Self> {
        let total = priced.total?;
        let is_needed = |charge: &Charge| {
            let is_beyond = |dimension: &Id| {
                let mut quotas = priced.quotas.iter();
                quotas.any(|q| q.dimension == *dimension && q.status != QuotaStatus::Within)
            };
            is_pack(charge) && charge.model.dimension().is_some_and(is_beyond)
        };
        let is_planned = order.card.charges.iter().any(is_needed);
        Some(Self {
            order,
            priced,
            total,
            is_quick: !is_planned || order.month_count() <= PLANNED_OFTEN,
            purse,
        })
    }

    /// Prices another item by the same card; `None` where it cannot be priced, or would take too long.
    pub fn estimate(&self, item: &Item) -> Option<ItemEstimate> {
        let order = self.order.with_item(item).ok()?;
        self.purse.spend(work::of_order(&order))?;
        price_again(&order).ok()
    }

    /// What another item costs.
    pub fn total(&self, item: &Item) -> Option<Amount> {
        let order = self.order.with_item(item).ok()?;
        self.purse.spend(work::of_order(&order))?;
        total(&order).ok()
    }

    /// What an order that has been priced costs with another demand for one dimension: only the
    /// charges are priced again that this can change.
    pub fn varied_total<'o>(
        &self,
        order: &Order<'o>,
        priced: &ItemEstimate,
        affected: &Affected<'o>,
    ) -> Option<Amount> {
        Some(self.varied(order, priced, affected)?.0)
    }

    /// The same, with what the edition does not do then because of that dimension.
    pub fn varied_with_problems<'o>(
        &self,
        order: &Order<'o>,
        affected: &Affected<'o>,
    ) -> Option<(Amount, Vec<Problem>)> {
        let (total, plans) = self.varied(order, self.priced, affected)?;
        let dimensions = u64::try_from(affected.dimensions.len()).unwrap_or(u64::MAX);
        self.purse.spend(dimensions)?;
        Some((total, problems_of(order, &affected.dimensions, &plans)))
    }

    fn varied<'o>(
        &self,
        order: &Order<'o>,
        priced: &ItemEstimate,
        affected: &Affected<'o>,
    ) -> Option<(Amount, Vec<Planned<'o>>)> {
        let Affected { charges, bases, .. } = affected;
        self.purse
            .spend(work::of_charges(order, charges.iter().copied()))?;
        let again = price_some(order, charges, bases).ok()?;
        let is_affected = |line: &&Line| charges.iter().any(|charge| charge.id == line.charge);
        let before = sum(priced
            .lines
            .iter()
            .filter(is_affected)
            .map(|line| line.amount))
        .ok()?;
        let after = sum(again.lines.iter().map(|line| line.amount)).ok()?;
        let others = priced.total?.checked_sub(before)?;
        Some((others.checked_add(after)?, again.plans))
    }

    /// The same item in another edition.
    pub fn in_edition(&self, edition: &Edition) -> Item {
        in_edition(self.order.card, self.order.item, edition)
    }

    /// What is demanded of a dimension in each month, without what is given as calls.
    pub fn demand(&self, dimension: &Dimension) -> Vec<u64> {
        let mut given = self.order.item.demand.iter();
        let given = given.find(|(id, _)| *id == dimension.id);
        (0..self.order.months.len())
            .map(|month| given.map_or(dimension.default, |(_, demand)| demand.in_month(month)))
            .collect()
    }

    /// Whether any month needs some of a dimension.
    pub fn is_demanded(&self, dimension: &Dimension) -> bool {
        let mut quotas = self.priced.quotas.iter();
        quotas.any(|quota| quota.dimension == dimension.id && quota.demand > 0)
    }

    /// The charges that count a dimension.
    pub fn charges_of(&self, dimension: &'a Dimension) -> impl Iterator<Item = &'a Charge> {
        let charges = self.order.card.charges.iter();
        charges.filter(|charge| charge.model.dimension() == Some(&dimension.id))
    }

    /// What a charge of packs counts, where the edition is sold them.
    pub fn packs_of(&self, charge: &Charge) -> Option<&'a Dimension> {
        if !is_pack(charge) || !charge.model.is_sold_to(&self.priced.edition) {
            return None;
        }
        self.order.card.dimension(charge.model.dimension()?)
    }

    /// The packs of a charge that are given.
    pub fn given_packs(&self, charge: &Charge) -> Option<&'a [Buy]> {
        let mut given = self.order.item.buy.iter();
        let (_, packs) = given.find(|(id, _)| *id == charge.id)?;
        Some(packs)
    }

    /// The charge that bills what a dimension's packs leave as it is used.
    pub fn payg_of(&self, dimension: &'a Dimension) -> Option<&'a Charge> {
        let mut charges = self.charges_of(dimension);
        charges.find(|charge| {
            charge.kind == ChargeKind::Payg && charge.model.is_sold_to(&self.priced.edition)
        })
    }

    /// An amount in the card's currency.
    pub fn money(&self, amount: Amount) -> Arg {
        Arg::Money(amount, self.order.card.currency)
    }

    /// What one more costs, in the card's currency.
    pub fn rate(&self, amount: Amount) -> Arg {
        Arg::Rate(amount, self.order.card.currency)
    }
}

/// Whether a charge sells packs of different sizes, among which the planner has a choice.
fn is_pack(charge: &Charge) -> bool {
    charge.pack_sizes().is_some_and(|sizes| !sizes.alike)
}
