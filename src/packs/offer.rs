//! What a seller of packs offers, and the rules that make the planner exact.

use std::fmt;

/// The largest step, smallest pack, start of a tier and block, in units.
pub const MAX_QUANTITY: u64 = 1_000_000_000_000;

/// The most units that all months of a plan may need together, however they
/// are spread over them.
pub const MAX_NEED: u64 = 36_000_000_000_000;

/// The largest pack that a plan may hold, in units: all that is needed, in
/// whole steps.
pub const MAX_PACK: u64 = 37_000_000_000_000;

/// The most months that one plan covers.
pub const MAX_MONTHS: usize = 36;

/// The highest rate of a unit, in the caller's common scale.
pub const MAX_RATE: u64 = 1_000_000_000_000_000_000;

/// How many steps the top tier may start at, and how many steps the least
/// common multiple of step and block may hold: the planner's time and memory
/// grow with both.
pub const MAX_STEPS: u64 = 10_000;

/// How many steps the top tier may start at for each tier that there is: with both, time and memory
/// grow.
pub const MAX_STEPS_BY_TIERS: u64 = 30_000;

/// A volume tier: a pack of at least `from` units costs `rate` for each of
/// its units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The smallest pack that the tier prices, in units.
    pub from: u64,
    /// The price of one unit, an integer in the caller's common scale.
    pub rate: u64,
}

/// What is billed for units that no pack covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayAsYouGo {
    /// The units in a block; a started block counts whole.
    pub block: u64,
    /// The price of a block, in the scale of the tiers' rates.
    pub price: u128,
}

/// Packs as a rate card sells them.
///
/// # Examples
///
/// ```
/// use ratecard::packs::{Offer, Tier};
///
/// // From 5,000 minutes in any whole number, 0.08 each, valid for a year.
/// let minutes = Offer {
///     min: 5_000,
///     step: 1,
///     tiers: vec![Tier { from: 5_000, rate: 8 }],
///     max: None,
///     life: Some(12),
///     pay_as_you_go: None,
/// };
/// assert_eq!(minutes.check(), Ok(()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The smallest pack, in units.
    pub min: u64,
    /// Packs are sold in multiples of this many units.
    pub step: u64,
    /// The volume tiers, in rising order; the whole pack is priced at the
    /// rate of its own tier.
    pub tiers: Vec<Tier>,
    /// The largest pack sold, in units; `None` where the last tier is open.
    pub max: Option<u64>,
    /// How many months a pack serves, its month of purchase included; `None`
    /// where a balance never expires.
    pub life: Option<u32>,
    /// What is billed beyond the packs; `None` where packs must cover all.
    pub pay_as_you_go: Option<PayAsYouGo>,
}

/// A rule that an offer breaks, so that the planner would not be exact for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// There is no tier, or the first one starts above the smallest pack.
    FirstTier,
    /// Tiers do not start at ever larger packs; the index of the offender.
    TierOrder(usize),
    /// A larger pack costs more by the unit; the index of the dearer tier.
    RisingRate(usize),
    /// The last tier has an end.
    LastTierClosed,
    /// The step is 0 or above [`MAX_QUANTITY`].
    Step,
    /// The smallest pack is 0, above [`MAX_QUANTITY`] or not a multiple of
    /// the step.
    Minimum,
    /// The top tier starts at more than [`MAX_STEPS`] steps.
    TopTier,
    /// There are more tiers than go with so many steps: [`MAX_STEPS_BY_TIERS`].
    Tiers,
    /// A tier's rate is above [`MAX_RATE`]; the tier's index.
    Rate(usize),
    /// The life is 0 months.
    Life,
    /// The block is 0, above [`MAX_QUANTITY`], or more than [`MAX_STEPS`]
    /// steps pass before blocks and steps meet.
    Block,
    /// A block of pay as you go does not cost what its units cost in a pack
    /// of one of the tiers.
    PayAsYouGoRate,
}

impl Rule {
    /// Returns the rule's stable name, in kebab-case.
    ///
    /// # Examples
    ///
    /// ```
    /// use ratecard::packs::Rule;
    ///
    /// assert_eq!(Rule::RisingRate(1).id(), "rising-rate");
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::FirstTier => "first-tier",
            Self::TierOrder(_) => "tier-order",
            Self::RisingRate(_) => "rising-rate",
            Self::LastTierClosed => "last-tier-closed",
            Self::Step => "step",
            Self::Minimum => "minimum",
            Self::TopTier => "top-tier",
            Self::Tiers => "tiers",
            Self::Rate(_) => "rate",
            Self::Life => "life",
            Self::Block => "block",
            Self::PayAsYouGoRate => "pay-as-you-go-rate",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstTier => f.write_str("the first tier must start at the smallest pack"),
            Self::TierOrder(tier) => write!(f, "tier {tier} must start above the one before it"),
            Self::RisingRate(tier) => write!(
                f,
                "the rate of tier {tier} is above the one before it: rates may not rise with size"
            ),
            Self::LastTierClosed => f.write_str("the last tier must be open"),
            Self::Step => write!(f, "the step must be from 1 to {MAX_QUANTITY}"),
            Self::Minimum => write!(
                f,
                "the smallest pack must be a multiple of the step, from 1 to {MAX_QUANTITY}"
            ),
            Self::TopTier => write!(f, "the top tier must start within {MAX_STEPS} steps"),
            Self::Tiers => write!(
                f,
                "the steps up to the top tier, times the tiers, must be at most {MAX_STEPS_BY_TIERS}"
            ),
            Self::Rate(tier) => write!(f, "the rate of tier {tier} has too many digits"),
            Self::Life => f.write_str("the life must be at least one month"),
            Self::Block => write!(
                f,
                "the block must be from 1 to {MAX_QUANTITY} and meet the steps within {MAX_STEPS} of them"
            ),
            Self::PayAsYouGoRate => {
                f.write_str("a block of pay as you go must cost its units at the rate of a tier")
            }
        }
    }
}

impl std::error::Error for Rule {}

impl Offer {
    /// Checks that the planner is exact for this offer.
    ///
    /// # Errors
    ///
    /// The first [`Rule`] that the offer breaks.
    ///
    /// # Examples
    ///
    /// ```
    /// use ratecard::packs::{Offer, Rule, Tier};
    ///
    /// let dearer_by_the_dozen = Offer {
    ///     min: 1,
    ///     step: 1,
    ///     tiers: vec![Tier { from: 1, rate: 5 }, Tier { from: 12, rate: 6 }],
    ///     max: None,
    ///     life: Some(1),
    ///     pay_as_you_go: None,
    /// };
    /// assert_eq!(dearer_by_the_dozen.check(), Err(Rule::RisingRate(1)));
    /// ```
    pub fn check(&self) -> Result<(), Rule> {
        Terms::new(self).map(drop)
    }

    /// Returns what a pack of `quantity` units costs, or `None` where no such
    /// pack is sold.
    ///
    /// # Examples
    ///
    /// ```
    /// use ratecard::packs::{Offer, Tier};
    ///
    /// let offer = Offer {
    ///     min: 1_000,
    ///     step: 1_000,
    ///     tiers: vec![
    ///         Tier { from: 1_000, rate: 150 },
    ///         Tier { from: 10_000, rate: 145 },
    ///     ],
    ///     max: None,
    ///     life: Some(6),
    ///     pay_as_you_go: None,
    /// };
    /// assert_eq!(offer.price(10_000), Some(1_450_000));
    /// assert_eq!(offer.price(1_500), None);
    /// ```
    #[must_use]
    pub fn price(&self, quantity: u64) -> Option<u128> {
        Some(price(self.rate(quantity)?, quantity))
    }

    /// Returns the rate of a unit in a pack of `quantity` units, or `None`
    /// where no such pack is sold.
    ///
    /// # Examples
    ///
    /// ```
    /// use ratecard::packs::{Offer, Tier};
    ///
    /// let offer = Offer {
    ///     min: 10,
    ///     step: 5,
    ///     tiers: vec![Tier { from: 10, rate: 3 }],
    ///     max: None,
    ///     life: None,
    ///     pay_as_you_go: None,
    /// };
    /// assert_eq!(offer.rate(15), Some(3));
    /// assert_eq!(offer.rate(5), None);
    /// ```
    #[must_use]
    pub fn rate(&self, quantity: u64) -> Option<u64> {
        let sold = quantity >= self.min
            && quantity.checked_rem(self.step) == Some(0)
            && self.max.is_none_or(|max| quantity <= max);
        let mut tiers = self.tiers.iter().rev();
        let tier = tiers.find(|tier| tier.from <= quantity)?;
        sold.then_some(tier.rate)
    }
}

/// One tier as the planner uses it: bounds are sizes that are sold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    /// The smallest pack of the tier.
    pub from: u64,
    /// The largest pack of the tier; `u64::MAX` for the last one.
    pub to: u64,
    /// The price of a unit.
    pub rate: u64,
    /// How much a unit costs more than in the last tier.
    pub above: u64,
}

/// An offer that has been checked, in the form that the planner uses.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    pub min: u64,
    pub step: u64,
    /// Never empty; rising sizes, rates that never rise.
    pub sizes: Vec<Size>,
    /// The smallest pack of the last tier.
    pub top: u64,
    /// The rate of the last tier.
    pub rate: u64,
    /// Months; at least 1.
    pub life: usize,
    pub payg: Option<Block>,
}

/// Pay as you go as the planner uses it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub units: u64,
    pub price: u128,
    /// The least common multiple of block and step.
    pub meet: u64,
    /// Whether a unit costs more than in a pack of the last tier.
    pub dearer: bool,
}

impl Terms {
    pub(super) fn new(offer: &Offer) -> Result<Self, Rule> {
        let step = offer.step;
        if step == 0 || step > MAX_QUANTITY {
            return Err(Rule::Step);
        }
        let min = offer.min;
        if min == 0 || min > MAX_QUANTITY || min.checked_rem(step) != Some(0) {
            return Err(Rule::Minimum);
        }
        if offer.tiers.first().is_none_or(|tier| tier.from > min) {
            return Err(Rule::FirstTier);
        }
        let later = || offer.tiers.iter().enumerate().skip(1);
        for ((index, tier), before) in later().zip(&offer.tiers) {
            if tier.from <= before.from {
                return Err(Rule::TierOrder(index));
            }
            if tier.rate > before.rate {
                return Err(Rule::RisingRate(index));
            }
        }
        if let Some(index) = offer.tiers.iter().position(|tier| tier.rate > MAX_RATE) {
            return Err(Rule::Rate(index));
        }
        if offer.max.is_some() {
            return Err(Rule::LastTierClosed);
        }
        if offer.life == Some(0) {
            return Err(Rule::Life);
        }
        let rate = offer.tiers.last().map_or(0, |tier| tier.rate);
        let mut sizes: Vec<Size> = Vec::with_capacity(offer.tiers.len());
        for tier in &offer.tiers {
            // A tier may start between two sizes that are sold, or below the
            // smallest one.
            let from = tier.from.max(min).checked_next_multiple_of(step);
            let from = from.ok_or(Rule::TopTier)?;
            // The smaller tier ends where this one starts; it may be empty.
            while let Some(before) = sizes.last_mut() {
                if before.from < from {
                    before.to = from.saturating_sub(step);
                    break;
                }
                sizes.pop();
            }
            sizes.push(Size {
                from,
                to: u64::MAX,
                rate: tier.rate,
                above: tier.rate.saturating_sub(rate),
            });
        }
        let top = sizes.last().map_or(min, |size| size.from);
        if top > MAX_QUANTITY || top.checked_div(step).is_none_or(|n| n > MAX_STEPS) {
            return Err(Rule::TopTier);
        }
        let tiers = u64::try_from(sizes.len()).unwrap_or(u64::MAX);
        let steps = top.checked_div(step).unwrap_or(u64::MAX);
        if tiers > 1 && steps.saturating_mul(tiers) > MAX_STEPS_BY_TIERS {
            return Err(Rule::Tiers);
        }
        let payg = match &offer.pay_as_you_go {
            None => None,
            Some(payg) => Some(block(payg, step, &sizes)?),
        };
        Ok(Self {
            min,
            step,
            sizes,
            top,
            rate,
            life: offer.life.map_or(MAX_MONTHS, |months| {
                usize::try_from(months).map_or(MAX_MONTHS, |months| months.min(MAX_MONTHS))
            }),
            payg,
        })
    }
}

fn block(payg: &PayAsYouGo, step: u64, sizes: &[Size]) -> Result<Block, Rule> {
    let units = payg.block;
    if units == 0 || units > MAX_QUANTITY {
        return Err(Rule::Block);
    }
    let steps = units.checked_div(gcd(units, step)).unwrap_or(u64::MAX);
    if steps > MAX_STEPS {
        return Err(Rule::Block);
    }
    let meet = steps.checked_mul(step).ok_or(Rule::Block)?;
    let size = sizes
        .iter()
        .find(|size| price(size.rate, units) == payg.price)
        .ok_or(Rule::PayAsYouGoRate)?;
    Ok(Block {
        units,
        price: payg.price,
        meet,
        dearer: size.above > 0,
    })
}

/// What so many units cost; two integers of 64 bits fit into one of 128.
pub(super) fn price(rate: u64, units: u64) -> u128 {
    u128::from(rate).wrapping_mul(u128::from(units))
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}
