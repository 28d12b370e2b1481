//! The cheapest packs, exactly.

#![deny(missing_docs)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod offer;
mod plan;
mod solve;

pub use offer::{MAX_MONTHS, MAX_QUANTITY, MAX_RATE, MAX_STEPS, Offer, PayAsYouGo, Rule, Tier};
pub use plan::{Error, Lot, Month, Plan, Purchase, Served};

use offer::Terms;

/// Finds the packs that cost least, together with pay as you go where the
/// offer has it.
///
/// `needs` holds the units needed in each month, beyond what is free: up to
/// [`MAX_MONTHS`] months of up to [`MAX_QUANTITY`] units. Of plans that cost
/// the same, the one with the fewest purchases is taken; then the one with
/// the largest sum of their months; then the one with the smallest packs, in
/// order.
///
/// # Errors
///
/// [`Error::Offer`] where the offer breaks a [`Rule`],
/// [`Error::TooManyMonths`] and [`Error::NeedTooLarge`] beyond the bounds.
///
/// # Examples
///
/// ```
/// use ratecard::engine::packs::{Offer, Tier, cheapest};
///
/// // Multiples of 1,000 minutes, valid for six months.
/// let offer = Offer {
///     min: 1_000,
///     step: 1_000,
///     tiers: vec![
///         Tier { from: 1_000, rate: 150 },
///         Tier { from: 10_000, rate: 145 },
///         Tier { from: 30_000, rate: 142 },
///         Tier { from: 50_000, rate: 138 },
///     ],
///     max: None,
///     life: Some(6),
///     pay_as_you_go: None,
/// };
/// // 50,000 minutes cost less than 49,000.
/// let plan = cheapest(&[9_000, 40_000], &offer)?;
/// assert_eq!(plan.total, 6_900_000);
/// assert_eq!(plan.purchases.len(), 1);
/// assert_eq!(plan.purchases[0].unused, 1_000);
/// assert_eq!(plan.saves, 9_000 * 150 + 40_000 * 142 - 50_000 * 138);
/// # Ok::<(), ratecard::engine::packs::Error>(())
/// ```
pub fn cheapest(needs: &[u64], offer: &Offer) -> Result<Plan, Error> {
    let terms = Terms::new(offer)?;
    bounded(needs)?;
    let (purchases, total) = solve::cheapest(needs, &terms).ok_or(Error::Inconsistent)?;
    let plan = plan::account(needs, &terms, offer.life.is_some(), &purchases)?;
    let met = plan.months.iter().all(|month| month.uncovered == 0);
    if plan.total == total && met {
        Ok(plan)
    } else {
        Err(Error::Inconsistent)
    }
}

/// Accounts for packs that are given: what each of them serves, and what is
/// left to pay as you go or, where there is none, uncovered.
///
/// # Errors
///
/// As [`cheapest`], and [`Error::PurchaseMonth`] or
/// [`Error::PurchaseQuantity`] for the first purchase that cannot be made;
/// [`Error::TooLarge`] where the amounts exceed what can be held.
///
/// # Examples
///
/// ```
/// use ratecard::engine::packs::{Offer, Purchase, Tier, buy};
///
/// let offer = Offer {
///     min: 10,
///     step: 10,
///     tiers: vec![Tier { from: 10, rate: 2 }],
///     max: None,
///     life: Some(2),
///     pay_as_you_go: None,
/// };
/// let plan = buy(&[7, 7, 7], &offer, &[Purchase { month: 0, quantity: 10 }])?;
/// assert_eq!(plan.total, 20);
/// assert_eq!(plan.months[1].uncovered, 4);
/// assert_eq!(plan.months[2].uncovered, 7);
/// # Ok::<(), ratecard::engine::packs::Error>(())
/// ```
pub fn buy(needs: &[u64], offer: &Offer, purchases: &[Purchase]) -> Result<Plan, Error> {
    let terms = Terms::new(offer)?;
    bounded(needs)?;
    for (index, purchase) in purchases.iter().enumerate() {
        if purchase.month >= needs.len() {
            return Err(Error::PurchaseMonth(index));
        }
        if purchase.quantity > MAX_QUANTITY || offer.rate(purchase.quantity).is_none() {
            return Err(Error::PurchaseQuantity(index));
        }
    }
    plan::account(needs, &terms, offer.life.is_some(), purchases)
}

/// Buys a pack whenever the balance runs out, of the smallest size that
/// covers what the month still needs.
///
/// That is how a balance without an expiry is kept up; nothing is weighed
/// against later months.
///
/// # Errors
///
/// As [`cheapest`].
///
/// # Examples
///
/// ```
/// use ratecard::engine::packs::{Offer, Tier, top_up};
///
/// // 100,000 messages for 200, without an expiry.
/// let offer = Offer {
///     min: 100_000,
///     step: 100_000,
///     tiers: vec![Tier { from: 100_000, rate: 2 }],
///     max: None,
///     life: None,
///     pay_as_you_go: None,
/// };
/// let plan = top_up(&[150_000, 40_000, 20_000], &offer)?;
/// let bought: Vec<_> = plan.purchases.iter().map(|lot| (lot.month, lot.quantity)).collect();
/// assert_eq!(bought, [(0, 200_000), (2, 100_000)]);
/// # Ok::<(), ratecard::engine::packs::Error>(())
/// ```
pub fn top_up(needs: &[u64], offer: &Offer) -> Result<Plan, Error> {
    let terms = Terms::new(offer)?;
    bounded(needs)?;
    let mut purchases: Vec<Purchase> = Vec::new();
    for (month, &need) in needs.iter().enumerate() {
        // Each lot as it stands at the end of the month before.
        let mut missing = need;
        let so_far = needs.get(..month).unwrap_or_default();
        for lot in plan::account(so_far, &terms, true, &purchases)?.purchases {
            if lot.expires.is_none_or(|until| until > month) {
                missing = missing.saturating_sub(lot.unused);
            }
        }
        if missing > 0 {
            let quantity = missing.checked_next_multiple_of(terms.step);
            purchases.push(Purchase {
                month,
                quantity: quantity.ok_or(Error::TooLarge)?.max(terms.min),
            });
        }
    }
    plan::account(needs, &terms, offer.life.is_some(), &purchases)
}

fn bounded(needs: &[u64]) -> Result<(), Error> {
    if needs.len() > MAX_MONTHS {
        return Err(Error::TooManyMonths(needs.len()));
    }
    match needs.iter().position(|&need| need > MAX_QUANTITY) {
        Some(month) => Err(Error::NeedTooLarge(month)),
        None => Ok(()),
    }
}
