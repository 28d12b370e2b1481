//! Cost against demand: what every edition costs as one dimension grows.

use std::cmp::Ordering;
use std::sync::Arc;

use super::answer::Answer;
use super::charge::model;
use super::item::price_again;
use super::order::{Order, at_item, card_of, check_months, dimension_of, in_edition};
use super::reply::ItemEstimate;
use super::request::{CompareRequest, Demand};
use crate::card::{Card, Dimension, Edition, Limit};
use crate::money::Amount;
use crate::sort::{insertion_sort, sort_and_dedup};
use crate::text::Id;
use crate::value::Fault;

/// The most even steps in which a range is divided.
pub const MAX_STEPS: u32 = 240;

/// What the editions of a card cost over a range of demand.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Curves {
    /// One for each edition that has a published price and is no trial (for each, where all are), in the
    /// card's order.
    pub editions: Vec<Curve>,
    /// Where one edition takes over from another, by demand.
    pub crossings: Vec<Crossing>,
    /// The demands within the range at which what an edition includes ends, by demand.
    pub knees: Vec<u64>,
}

/// What one edition costs, by rising demand.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Curve {
    /// The edition.
    pub edition: Id,
    /// The range in even steps, and around where the cost bends or jumps: the last unit that is included with
    /// the one after it, where tiers begin, and where blocks and packs end, as far as there is room for them; and
    /// every break-even point.
    pub points: Vec<Point>,
}

/// What a demand costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Point {
    /// The demand, the same in every month.
    pub demand: u64,
    /// What all months cost.
    pub total: Amount,
    /// The total divided by the months, rounded half up to the currency's smallest unit.
    pub per_month: Amount,
    /// Whether months differ, so that `per_month` is their average.
    pub is_average: bool,
    /// Whether the edition does all that is needed then.
    pub fits: bool,
}

/// A break-even point: with one unit less, the other edition costs less.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Crossing {
    /// The least demand at which `below` no longer costs less than `above`.
    pub demand: u64,
    /// The edition that costs less below it.
    pub below: Id,
    /// The edition that costs the same at it, or less.
    pub above: Id,
    /// What `above` costs at it, by month.
    pub per_month: Amount,
    /// What all months cost then.
    pub total: Amount,
    /// Whether months differ then.
    pub is_average: bool,
}

/// Prices every edition over a range of demand, 0 to `up_to`, in at most [`MAX_STEPS`] steps.
///
/// Whatever else the item needs stays as it is; calls of the dimension are left out. Break-even
/// points are sought between neighbouring points of the range, so two that lie closer together than
/// a step may cancel each other out; those that are given are exact to the unit. They are told only
/// where both editions do all that is needed.
///
/// # Errors
///
/// As [`compare`](super::compare()), and `unknown_dimension`.
///
/// ```
/// use ratecard::engine::{CompareRequest, Item, curves};
///
/// let as_of = "2026-11-20".parse()?;
/// let request = CompareRequest { as_of, start: as_of, months: 1, item: Item::new("chat", "") };
/// let curves = curves(&ratecard::catalog(), &request, "mau", 20_000, 20)?;
/// let standard = &curves.editions[0];
/// assert_eq!(standard.points.last().map(|point| point.per_month), Some("549".parse()?));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn curves(
    catalog: &crate::card::Catalog,
    request: &CompareRequest,
    dimension: &str,
    up_to: u64,
    steps: u32,
) -> Answer<Curves> {
    check_months(request.months)?;
    let place = |fault: Fault| at_item(fault, 0);
    let wanted = &request.item;
    let pinned = wanted.rate_card.as_deref();
    let card = card_of(catalog, request.as_of, &wanted.product, pinned).map_err(place)?;
    let dimension = dimension_of(&card, dimension)?;
    let sweep = Sweep {
        card: &card,
        request,
        dimension,
    };
    let all_trials = card.editions.iter().all(|edition| edition.trial.is_some());
    let editions = card.editions.iter();
    let editions: Vec<&Edition> = editions
        .filter(|edition| all_trials || edition.trial.is_none())
        .filter(|edition| !card.is_on_request(edition))
        .collect();
    let limits = editions.iter().map(|edition| sweep.limit(edition));
    let limits = limits.collect::<Answer<Vec<u64>>>().map_err(place)?;
    let bends: Vec<Bends> = editions
        .iter()
        .zip(limits)
        .map(|(edition, limit)| Bends::new(&sweep, edition, limit))
        .collect();
    let demands = sweep.demands(&bends, up_to, steps);
    let last = demands.last().copied().unwrap_or_default();
    let mut knees: Vec<u64> = bends.iter().map(|bends| bends.limit).collect();
    knees.retain(|knee| (1..=last).contains(knee));
    sort_and_dedup(&mut knees);
    let mut curves = editions
        .iter()
        .map(|edition| {
            let points = demands.iter();
            let points = points.filter_map(|demand| sweep.point(edition, *demand).transpose());
            Ok(Curve {
                edition: edition.id.clone(),
                points: points.collect::<Answer<_>>().map_err(place)?,
            })
        })
        .collect::<Answer<Vec<Curve>>>()?;
    let mut crossings = Vec::new();
    let mut rest = editions.iter().zip(&curves);
    while let Some((edition, curve)) = rest.next() {
        for (other, beside) in rest.clone() {
            sweep.cross((edition, curve), (other, beside), &mut crossings)?;
        }
    }
    insertion_sort(&mut crossings, |crossing| crossing.demand);
    for crossing in &crossings {
        for (edition, curve) in editions.iter().zip(&mut curves) {
            sweep.add(edition, curve, crossing.demand).map_err(place)?;
        }
    }
    Ok(Curves {
        editions: curves,
        crossings,
        knees,
    })
}

struct Sweep<'a> {
    card: &'a Arc<Card>,
    request: &'a CompareRequest,
    dimension: &'a Dimension,
}

impl Sweep<'_> {
    /// `None` of an edition without a published price, which has no curve.
    fn point(&self, edition: &Edition, demand: u64) -> Answer<Option<Point>> {
        let priced = self.priced(edition, demand)?;
        let Some((total, per_month)) = priced.total.zip(priced.per_month) else {
            return Ok(None);
        };
        Ok(Some(Point {
            demand,
            total,
            per_month,
            is_average: !priced.is_even(self.request.months)?,
            fits: priced.fits(),
        }))
    }

    /// Has a curve say what a demand costs.
    fn add(&self, edition: &Edition, curve: &mut Curve, demand: u64) -> Answer<()> {
        let before = |point: &Point| point.demand < demand;
        let place = curve.points.partition_point(before);
        let there = curve.points.get(place);
        if there.is_none_or(|point| point.demand != demand)
            && let Some(point) = self.point(edition, demand)?
        {
            curve.points.insert(place, point);
        }
        Ok(())
    }

    fn priced(&self, edition: &Edition, demand: u64) -> Answer<ItemEstimate> {
        let mut item = in_edition(self.card, &self.request.item, edition);
        let id = &self.dimension.id;
        item.calls.retain(|(known, _)| known != id);
        item.demand.retain(|(known, _)| known != id);
        item.demand.push((id.clone(), Demand::Steady(demand)));
        let (start, months) = (self.request.start, self.request.months);
        price_again(&Order::new(self.card, &item, start, months)?)
    }

    /// How much an edition includes of the dimension, beside what else is needed.
    fn limit(&self, edition: &Edition) -> Answer<u64> {
        let stated = self.dimension.quota(&edition.id).and_then(Limit::number);
        let Some(stated) = stated else { return Ok(0) };
        let priced = self.priced(edition, self.dimension.min)?;
        let mut quotas = priced.quotas.iter();
        let quota = quotas.find(|quota| quota.dimension == self.dimension.id);
        Ok(quota.and_then(|quota| quota.limit).unwrap_or(stated))
    }

    /// Even steps, and around where the costs bend: what editions include in any case, what else there is as far
    /// as there is room for it.
    fn demands(&self, bends: &[Bends], up_to: u64, steps: u32) -> Vec<u64> {
        let (min, max) = (self.dimension.min, self.dimension.max);
        let up_to = up_to.clamp(min, max);
        let steps = steps.clamp(1, MAX_STEPS);
        let room = MAX_STEPS.saturating_sub(steps);
        let at = |step: u32| {
            let share = u128::from(up_to).saturating_mul(step.into());
            let share = share.checked_div(steps.into()).unwrap_or_default();
            u64::try_from(share).unwrap_or(up_to)
        };
        let mut demands: Vec<u64> = (0..=steps).map(at).collect();
        demands.extend(bends.iter().flat_map(|bends| both_sides(bends.limit)));
        let mut further: Vec<u64> = bends.iter().flat_map(|b| b.tiers(up_to)).collect();
        let most = u64::from(steps.min(room));
        further.extend(bends.iter().flat_map(|bends| bends.jumps(up_to, most)));
        further.retain(|demand| (min..=up_to).contains(demand));
        sort_and_dedup(&mut further);
        further.truncate(usize::try_from(room).unwrap_or_default());
        demands.extend(further);
        demands.retain(|demand| (min..=up_to).contains(demand));
        sort_and_dedup(&mut demands);
        demands
    }

    /// Adds the demands at which the order of two editions turns round.
    fn cross(
        &self,
        (one, costs): (&Edition, &Curve),
        (other, others): (&Edition, &Curve),
        crossings: &mut Vec<Crossing>,
    ) -> Answer<()> {
        let mut before: Option<(u64, Ordering)> = None;
        for (a, b) in costs.points.iter().zip(&others.points) {
            let order = a.total.cmp(&b.total);
            if order == Ordering::Equal {
                continue;
            }
            if let Some((low, known)) = before
                && known != order
            {
                let (below, above) = match known {
                    Ordering::Less => (one, other),
                    _ => (other, one),
                };
                crossings.extend(self.crossing(below, above, low, a.demand)?);
            }
            before = Some((a.demand, order));
        }
        Ok(())
    }

    /// What two editions cost at a demand.
    fn points(&self, a: &Edition, b: &Edition, demand: u64) -> Answer<Option<(Point, Point)>> {
        Ok(self.point(a, demand)?.zip(self.point(b, demand)?))
    }

    /// Between `low`, where `below` costs less, and `high`, where it costs more.
    fn crossing(
        &self,
        below: &Edition,
        above: &Edition,
        mut low: u64,
        mut high: u64,
    ) -> Answer<Option<Crossing>> {
        while high.saturating_sub(low) > 1 {
            let middle = low.midpoint(high);
            let Some((below, above)) = self.points(below, above, middle)? else {
                return Ok(None);
            };
            if below.total < above.total {
                low = middle;
            } else {
                high = middle;
            }
        }
        let Some((a, b)) = self.points(below, above, high)? else {
            return Ok(None);
        };
        Ok((a.fits && b.fits).then(|| Crossing {
            demand: high,
            below: below.id.clone(),
            above: above.id.clone(),
            per_month: b.per_month,
            total: b.total,
            is_average: b.is_average,
        }))
    }
}

/// A demand and the one after it, between which the cost may jump.
fn both_sides(demand: u64) -> [u64; 2] {
    [demand, demand.saturating_add(1)]
}

/// Where the cost of an edition bends or jumps.
struct Bends {
    /// What is included.
    limit: u64,
    /// The quantities above it at which the rise changes.
    kinks: Vec<u64>,
    /// What is bought in one: so many units, in so many months together.
    grains: Vec<(u64, u64)>,
}

impl Bends {
    fn new(sweep: &Sweep, edition: &Edition, limit: u64) -> Self {
        let mut kinks = Vec::new();
        let mut grains = Vec::new();
        let charges = sweep.card.charges.iter();
        for charge in charges.filter(|charge| edition.is_sold(charge)) {
            if charge.model.dimension() != Some(&sweep.dimension.id) {
                continue;
            }
            kinks.extend(model(charge).rise().kinks);
            if let Some(packs) = sweep.card.pack_offer(charge, &edition.id) {
                let months = u64::from(sweep.request.months);
                let life = packs
                    .offer
                    .life
                    .map_or(months, |life| months.min(life.into()));
                kinks.extend(packs.sizes.min.checked_div(life));
                grains.push((packs.sizes.step, life.max(1)));
            } else if let Some(size) = model(charge).units_priced() {
                grains.push((size, 1));
            }
        }
        Self {
            limit,
            kinks,
            grains,
        }
    }

    /// Where tiers begin.
    fn tiers(&self, up_to: u64) -> Vec<u64> {
        let kinks = self
            .kinks
            .iter()
            .map(|kink| self.limit.saturating_add(*kink));
        let kinks = kinks.filter(|kink| *kink <= up_to);
        kinks
            .flat_map(|kink| [kink.saturating_sub(1), kink, kink.saturating_add(1)])
            .collect()
    }

    /// Where one more of what is bought in one begins, where that is so seldom that it can be seen.
    fn jumps(&self, up_to: u64, most: u64) -> Vec<u64> {
        let room = up_to.saturating_sub(self.limit);
        let jumps = self.grains.iter().filter_map(|&(size, months)| {
            let count = room.checked_mul(months)?.checked_div(size)?;
            (size > 1 && count <= most).then(|| {
                (0..=count).flat_map(move |jump| {
                    let above = jump.saturating_mul(size).checked_div(months);
                    both_sides(self.limit.saturating_add(above.unwrap_or_default()))
                })
            })
        });
        jumps.flatten().collect()
    }
}
