//! The accounting of packs: what each one serves, what is left over and what
//! is left to pay as you go.

use super::offer::{Rule, Terms, price};
use crate::sort::insertion_sort;
use std::fmt;

/// A pack bought: in which month, and how many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Purchase {
    /// The month, from 0.
    pub month: usize,
    /// The size of the pack, in units.
    pub quantity: u64,
}

/// What a pack serves in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Served {
    /// The month, from 0.
    pub month: usize,
    /// The units taken from the pack.
    pub quantity: u64,
}

/// A pack of a plan, with its use.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lot {
    /// The month of purchase, from 0.
    pub month: usize,
    /// The size of the pack, in units.
    pub quantity: u64,
    /// The price of one unit, in the scale of the offer.
    pub rate: u64,
    /// The price of the pack, in the scale of the offer.
    pub amount: u128,
    /// The first month that the pack no longer serves, which may be beyond
    /// the plan; `None` where it never expires.
    pub expires: Option<usize>,
    /// The units that are used within the plan.
    pub used: u64,
    /// The units that expire, or are left when the plan ends.
    pub unused: u64,
    /// What is taken from the pack, month by month; months without are left
    /// out.
    pub serves: Vec<Served>,
}

/// How one month's need is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Month {
    /// The units needed.
    pub need: u64,
    /// The units that packs serve.
    pub packs: u64,
    /// The units that are paid as used.
    pub payg: u64,
    /// The blocks that those units are billed as.
    pub blocks: u64,
    /// The price of the blocks, in the scale of the offer.
    pub amount: u128,
    /// The units that nothing covers.
    pub uncovered: u64,
}

/// Packs and pay as you go over a number of months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan {
    /// The packs, by month of purchase.
    pub purchases: Vec<Lot>,
    /// One entry for each month.
    pub months: Vec<Month>,
    /// The price of all packs and blocks, in the scale of the offer.
    pub total: u128,
    /// What the same units would cost with every month served on its own at
    /// its cheapest. Units that the plan leaves uncovered are left out here
    /// too.
    pub separately: u128,
    /// `separately` less `total`; negative where the given packs cost more.
    pub saves: i128,
}

/// Why there is no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The offer breaks a rule that the planner relies on.
    Offer(Rule),
    /// There are more months than [`MAX_MONTHS`](super::MAX_MONTHS); how many.
    TooManyMonths(usize),
    /// The months need more than [`MAX_NEED`](super::MAX_NEED) together; the
    /// one with which they do.
    NeedTooLarge(usize),
    /// A given purchase falls outside of the months; its index.
    PurchaseMonth(usize),
    /// No pack of the size of a given purchase is sold; its index.
    PurchaseQuantity(usize),
    /// The amounts of the given purchases exceed what can be held exactly.
    TooLarge,
    /// The plan found did not cost what was calculated. The planner compares
    /// the two on every call, so that a fault in it can never become a price.
    Inconsistent,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offer(rule) => rule.fmt(f),
            Self::TooManyMonths(months) => {
                write!(f, "{months} months are more than {}", super::MAX_MONTHS)
            }
            Self::NeedTooLarge(month) => write!(
                f,
                "the need up to month {month} is above {}",
                super::MAX_NEED
            ),
            Self::PurchaseMonth(index) => {
                write!(f, "the month of purchase {index} is outside of the plan")
            }
            Self::PurchaseQuantity(index) => {
                write!(f, "the size of purchase {index} is not sold")
            }
            Self::TooLarge => f.write_str("the amounts are too large to be exact"),
            Self::Inconsistent => f.write_str("the plan does not add up"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Rule> for Error {
    fn from(rule: Rule) -> Self {
        Self::Offer(rule)
    }
}

/// A pack while the months go by.
struct Open {
    lot: Lot,
    /// The first month it no longer serves.
    until: usize,
}

/// Lets the months consume the packs, those that expire first before the
/// others, and adds up what that costs.
///
/// # Errors
///
/// [`Error::TooLarge`] where the amounts exceed `u128`.
pub(super) fn account(
    needs: &[u64],
    terms: &Terms,
    expires: bool,
    purchases: &[Purchase],
) -> Result<Plan, Error> {
    let mut open = Vec::with_capacity(purchases.len());
    for purchase in purchases {
        let rate = terms.rate_of(purchase.quantity);
        let until = purchase.month.saturating_add(terms.life);
        open.push(Open {
            lot: Lot {
                month: purchase.month,
                quantity: purchase.quantity,
                rate,
                amount: price(rate, purchase.quantity),
                expires: expires.then_some(until),
                used: 0,
                unused: purchase.quantity,
                serves: Vec::new(),
            },
            until,
        });
    }
    // All packs live equally long: by purchase is by expiry.
    insertion_sort(&mut open, |open| open.lot.month);

    let mut total = 0_u128;
    for open in &open {
        total = total.checked_add(open.lot.amount).ok_or(Error::TooLarge)?;
    }
    let mut separately = 0_u128;
    let mut months = Vec::with_capacity(needs.len());
    for (month, &need) in needs.iter().enumerate() {
        let mut rest = need;
        for Open { lot, until } in &mut open {
            if lot.month > month || *until <= month {
                continue;
            }
            let taken = rest.min(lot.unused);
            if taken > 0 {
                rest = rest.saturating_sub(taken);
                lot.unused = lot.unused.saturating_sub(taken);
                lot.used = lot.used.saturating_add(taken);
                lot.serves.push(Served {
                    month,
                    quantity: taken,
                });
            }
        }
        let mut entry = Month {
            need,
            packs: need.saturating_sub(rest),
            ..Month::default()
        };
        match terms.payg {
            None => entry.uncovered = rest,
            Some(block) => {
                entry.payg = rest;
                entry.blocks = rest.div_ceil(block.units);
                entry.amount = block.price.saturating_mul(u128::from(entry.blocks));
            }
        }
        total = total.checked_add(entry.amount).ok_or(Error::TooLarge)?;
        let alone = terms.alone(need.saturating_sub(entry.uncovered));
        separately = separately.checked_add(alone).ok_or(Error::TooLarge)?;
        months.push(entry);
    }
    let signed = |amount: u128| i128::try_from(amount).map_err(|_| Error::TooLarge);
    let saves = signed(separately)?.checked_sub(signed(total)?);
    Ok(Plan {
        purchases: open.into_iter().map(|open| open.lot).collect(),
        months,
        total,
        separately,
        saves: saves.ok_or(Error::TooLarge)?,
    })
}

impl Terms {
    /// The rate of a unit in a pack of this size, which must be one that is
    /// sold.
    fn rate_of(&self, quantity: u64) -> u64 {
        let mut sizes = self.sizes.iter();
        let size = sizes.find(|size| quantity <= size.to);
        size.map_or(u64::MAX, |size| size.rate)
    }

    /// The least that a single pack of at least so many units costs.
    fn cover(&self, units: u64) -> u128 {
        let whole = units
            .checked_next_multiple_of(self.step)
            .unwrap_or(u64::MAX);
        let amounts = self.sizes.iter().filter_map(|size| {
            let quantity = size.from.max(whole);
            (quantity <= size.to).then(|| price(size.rate, quantity))
        });
        amounts.min().unwrap_or(u128::MAX)
    }

    /// The least that a month costs whose need is met on its own.
    ///
    /// One pack is enough: two of the same month make one at no higher rate.
    /// Beside pay as you go, only sizes at one end of each tier come into
    /// question: a pack that is larger by a common multiple of step and block
    /// saves a fixed amount or costs a fixed amount, all over its tier.
    fn alone(&self, need: u64) -> u128 {
        if need == 0 {
            return 0;
        }
        let mut least = self.cover(need);
        let Some(block) = self.payg else {
            return least;
        };
        let blocks = |units: u64| {
            let count = units.div_ceil(block.units);
            block.price.saturating_mul(u128::from(count))
        };
        least = least.min(blocks(need));
        for size in &self.sizes {
            // The largest pack of the tier that is used up.
            let low = size.from;
            let part = need.checked_rem(self.step).unwrap_or(0);
            let high = need.saturating_sub(part).min(size.to);
            let span = block.meet.saturating_sub(self.step);
            let cheaper = price(size.rate, block.units) <= block.price;
            let (mut quantity, last) = if cheaper {
                let from = low.max(high.saturating_sub(span));
                // Both are multiples of the step, as the span is.
                (from, high)
            } else {
                (low, high.min(low.saturating_add(span)))
            };
            while quantity <= last {
                let pack = price(size.rate, quantity);
                let rest = blocks(need.saturating_sub(quantity));
                least = least.min(pack.saturating_add(rest));
                quantity = quantity.saturating_add(self.step);
            }
        }
        least
    }
}
