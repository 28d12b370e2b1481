//! The cheapest packs, exactly.
//!
//! A pack is bought in a month, serves that month and as many after it as its
//! life says, and is priced as a whole at the rate of its size: [`Offer`].
//! [`cheapest`] finds the purchases of least cost for up to 36 months,
//! [`buy`] accounts for purchases that are given, [`top_up`] buys whenever a
//! balance runs out. All figures are integers in a scale that the caller
//! chooses.
//!
//! Consumption is automatic: in every month packs are used before anything is
//! paid as used, those that expire first before the others. Of plans that
//! cost the same, the best has the fewest purchases, then the largest sum of
//! their months, then the smallest packs in order of purchase. Should even
//! then several be left (with pay as you go they can be), the one whose first
//! purchases are later is taken.
//!
//! # Why the result is exact
//!
//! Line up the units needed, month after month: unit *x* is the one after *x*
//! others, C(m) is how many are needed to the end of month m. L is the life,
//! T where the last tier starts, r its rate, s the step.
//!
//! **1. Every pack serves one contiguous stretch, and is bought in the month
//! of its first unit.** All packs live equally long, so those that expire
//! first are those bought first, and each is finished, or expired, before the
//! next one is touched. In a best plan every pack serves something (a pack
//! less is a purchase less at no more cost). A pack that is bought before the
//! month of its first unit may be bought in that month instead: it costs the
//! same, lives longer, and the sum of months is larger. So a pack of q units
//! that begins at x in month m ends at x + q or at its expiry, C(m + L − 1),
//! whichever is first; and the next one begins there.
//!
//! **2. Pay as you go ends a month.** It covers what is left when packs have
//! nothing more to give, so it runs from where a pack ended, at x, to C(m),
//! and costs ⌈(C(m) − x) ÷ block⌉ blocks.
//!
//! So a plan is a way from 0 to the last C over *states* x = "x units are
//! covered", each move a pack (rule 1) or pay as you go (rule 2), and every
//! such way is a plan that can be bought and is consumed just so. What a move
//! costs depends on x alone.
//!
//! **3. At most one pack is bought in a month.** Two of the same month expire
//! together; one of their joint size costs no more, as rates do not rise with
//! size, and is a purchase less.
//!
//! **4. The states are few.** A move ends at some C, or a whole number of
//! steps further on. So all states are C(e) + k·s: at most 37 *classes* modulo
//! the step (one, if the step is 1). Within a month only its first units
//! matter:
//!
//! - *Between two packs.* Let M be the smallest pack, A end at o ≥ 2T − M
//!   units into month m, and S, bought in m, begin there. A began before m (3),
//!   so it holds more than o units. If S holds T or more, let A give it a step:
//!   A held more than T, so at least T + s. If not, let A give it what it lacks
//!   to T, which is T − M at most. Either way A keeps at least T units, S
//!   begins earlier but still in m, its end and its expiry stay, and so do
//!   months and number of purchases. The units moved cost r before and r after,
//!   and those that S held cost no more than before. So the cost is no higher
//!   and A is smaller: the plan was not the best one. Hence o < 2T − M.
//! - *Before pay as you go.* Let Z end o units into month m, the rest being
//!   paid as used, and let Q be the least common multiple of step and block.
//!   Suppose Z ≥ T + Q and o ≥ Q. If a unit paid as used costs r, let Z be
//!   smaller by Q: the cost is the same, the pack smaller. If it costs more
//!   and Q or more units are left to pay, let Z be larger by Q: that costs
//!   less. So in a best plan Z < T + Q, or o < Q, or, where pay as you go is
//!   dearer than r, fewer than Q units are left. If Z < T + Q, it ends within
//!   3T − M + Q units of the month, as it began before the month or, after
//!   another pack, less than 2T − M into it.
//!
//! With a single tier even these are few. S holds T or more always, so A
//! holds just T, or ends within the first step of a month; the same is true of
//! Z where Q is the step.
//!
//! So a state is needed only if it lies within 2T − M units of the start of
//! its month (3T − M + Q, and the last Q units, with pay as you go): months may
//! be of any size, 10¹² or more, at the same effort. This holds for the best plan
//! that the tie-break picks, not only for some plan of the least cost. It is
//! where the rules of [`Offer::check`] are needed: rates that do not rise,
//! an open last tier, pay as you go at the rate of a tier; T ÷ s and Q ÷ s are
//! bounded so that the states stay few.
//!
//! **5. The values.** From the last month back, a state's value is the least
//! over its moves of what the move costs and the value where it leads. The
//! sizes of one tier that are used up lead to a window of states of the same
//! class, and the least of them is kept in a queue as the window slides down,
//! one for each tier; its ends only ever fall. Packs that expire, or reach the
//! end, lead to one C: the smallest that is large enough and the first size of
//! each larger tier come into question. Value and tie-break are one integer
//! (`solve::Value`), in which amounts are counted above r a unit: this leaves
//! small numbers and the same order.
//!
//! **6. The ties.** Cost, number and sum of months are decided by the values.
//! Then all best ways are followed from 0 on at once; at each purchase those
//! with the smallest pack go on. They are few: without pay as you go, sizes
//! alone say where a way leads.
//!
//! Time and memory grow with months × classes × (2T ÷ s) × tiers. Every plan is
//! accounted for again, pack by pack, before it is returned, and must cost what
//! the values say.

mod offer;
mod plan;
mod solve;
mod states;

pub use offer::{
    MAX_MONTHS, MAX_NEED, MAX_PACK, MAX_QUANTITY, MAX_RATE, MAX_STEPS, MAX_STEPS_BY_TIERS, Offer,
    PayAsYouGo, Rule, Tier,
};
pub use plan::{Error, Lot, Month, Plan, Purchase, Served};

use offer::Terms;

/// Finds the packs that cost least, together with pay as you go where the
/// offer has it.
///
/// `needs` holds the units needed in each month, beyond what is free: up to
/// [`MAX_MONTHS`] months that need up to [`MAX_NEED`] units together. Of plans
/// that cost the same, the one with the fewest purchases is taken; then the
/// one with the largest sum of their months; then the one with the smallest
/// packs, in order. No pack is larger than [`MAX_PACK`].
///
/// # Errors
///
/// [`Error::Offer`] where the offer breaks a [`Rule`],
/// [`Error::TooManyMonths`] and [`Error::NeedTooLarge`] beyond the bounds.
///
/// # Examples
///
/// ```
/// use ratecard::packs::{Offer, Tier, cheapest};
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
/// # Ok::<(), ratecard::packs::Error>(())
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
/// use ratecard::packs::{Offer, Purchase, Tier, buy};
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
/// # Ok::<(), ratecard::packs::Error>(())
/// ```
pub fn buy(needs: &[u64], offer: &Offer, purchases: &[Purchase]) -> Result<Plan, Error> {
    let terms = Terms::new(offer)?;
    bounded(needs)?;
    for (index, purchase) in purchases.iter().enumerate() {
        if purchase.month >= needs.len() {
            return Err(Error::PurchaseMonth(index));
        }
        if offer.rate(purchase.quantity).is_none() {
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
/// use ratecard::packs::{Offer, Tier, top_up};
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
/// # Ok::<(), ratecard::packs::Error>(())
/// ```
pub fn top_up(needs: &[u64], offer: &Offer) -> Result<Plan, Error> {
    let terms = Terms::new(offer)?;
    bounded(needs)?;
    let mut purchases: Vec<Purchase> = Vec::new();
    // What each pack has left, and the first month that it no longer serves.
    let mut lots: Vec<(u64, usize)> = Vec::new();
    for (month, &need) in needs.iter().enumerate() {
        let mut missing = need;
        lots.retain_mut(|(left, until)| {
            let taken = missing.min(*left);
            if *until > month {
                missing = missing.saturating_sub(taken);
                *left = left.saturating_sub(taken);
            }
            *until > month && *left > 0
        });
        if missing > 0 {
            let quantity = missing.checked_next_multiple_of(terms.step);
            let quantity = quantity.ok_or(Error::TooLarge)?.max(terms.min);
            purchases.push(Purchase { month, quantity });
            let until = month.saturating_add(terms.life);
            lots.push((quantity.saturating_sub(missing), until));
        }
    }
    plan::account(needs, &terms, offer.life.is_some(), &purchases)
}

fn bounded(needs: &[u64]) -> Result<(), Error> {
    if needs.len() > MAX_MONTHS {
        return Err(Error::TooManyMonths(needs.len()));
    }
    let mut together = 0_u64;
    let too_large = needs.iter().position(|&need| {
        together = together.saturating_add(need);
        together > MAX_NEED
    });
    match too_large {
        Some(month) => Err(Error::NeedTooLarge(month)),
        None => Ok(()),
    }
}
