//! Packages and add-ons, weighed against each other: how many packages make a period cheapest.

use super::rise::Rise;
use crate::engine::answer::{Answer, too_large};
use crate::money::Amount;
use crate::sort::sort_and_dedup;

/// A package, and what is demanded of all that it holds, in one period of it.
pub(in crate::engine) struct Package<'a> {
    /// What one costs.
    pub price: Amount,
    /// The smallest number of packages: one, or as many as hold what is not sold beside them.
    pub least_count: u64,
    /// What is sold beside it.
    pub add_ons: Vec<AddOn<'a>>,
}

/// What is charged beside packages for what they do not hold.
pub(in crate::engine) struct AddOn<'a> {
    /// The id of the dimension that is needed.
    pub dimension: &'a str,
    /// How much of it.
    pub demand: u64,
    /// What one package holds.
    pub held: u64,
    /// How its cost rises with the units above that.
    pub rise: Rise,
    /// What so many units cost; `None` where that cannot be held.
    pub cost: Box<dyn Fn(u64) -> Option<Amount> + 'a>,
}

impl<'a> Package<'a> {
    /// A package without anything beside it.
    pub const fn new(price: Amount) -> Self {
        Self {
            price,
            least_count: 1,
            add_ons: Vec::new(),
        }
    }

    /// Notes what can only come with packages. What they do not hold at all they bring in no number.
    pub fn only_in_packages(&mut self, demand: u64, held: u64) {
        if held > 0 {
            self.least_count = self.least_count.max(demand.div_ceil(held));
        }
    }

    /// The same where what is added of a dimension costs as little as any larger demand for it: so a larger demand
    /// costs no less.
    pub fn never_falling(mut self, dimension: &str) -> Self {
        let falls = |add_on: &AddOn| add_on.rise.may_fall && add_on.dimension == dimension;
        let add_ons = self.add_ons.into_iter();
        let add_ons = add_ons.map(|add_on| match falls(&add_on) {
            true => add_on.never_falling(),
            false => add_on,
        });
        self.add_ons = add_ons.collect();
        self
    }

    /// The number of packages, at least the least, with the least cost together with the add-ons; the
    /// more packages where the cost is equal. Packages that cost nothing are as many as leave the
    /// add-ons that they hold without demand: more would be as cheap without end.
    ///
    /// # Errors
    ///
    /// `too_large` where a cost cannot be held.
    pub fn cheapest_count(&self) -> Answer<u64> {
        let held = self.add_ons.iter().filter(|add_on| add_on.held > 0);
        let most = held.map(|add_on| add_on.demand.div_ceil(add_on.held));
        let most = most.fold(self.least_count, u64::max);
        let is_straight = |add_on: &AddOn| add_on.rise.kinks.is_empty() && add_on.rise.is_even;
        let count = if self.add_ons.iter().all(is_straight) {
            self.least_convex(most)
        } else {
            self.least_of(&self.bends(most))
        };
        count.ok_or_else(too_large)
    }

    /// Where every unit costs the same, the cost is convex in the number of packages: it falls, stays
    /// and rises, so that the last number before it rises is found by halving.
    fn least_convex(&self, most: u64) -> Option<u64> {
        let (mut low, mut high) = (self.least_count, most);
        while low < high {
            let middle = low.midpoint(high);
            // Beyond what can be held it has risen.
            let next = self.cost(middle.checked_add(1)?);
            let cost = self.cost(middle)?;
            if next.is_none_or(|next| next > cost) {
                high = middle;
            } else {
                low = middle.checked_add(1)?;
            }
        }
        Some(low)
    }

    /// The numbers of packages at which the rise of the cost may change. Between two of them each
    /// unit of an add-on costs the same, and so does each package less: the least cost is at one of
    /// them.
    fn bends(&self, most: u64) -> Vec<u64> {
        let mut bends = vec![self.least_count, most];
        for add_on in &self.add_ons {
            for kink in add_on.rise.kinks.iter().copied().chain([0]) {
                let beyond = add_on.demand.checked_sub(kink);
                // The last number that leaves as many units as the kink, and the first that does not.
                if let Some(last) = beyond.and_then(|beyond| beyond.checked_div(add_on.held)) {
                    bends.extend([last, last.saturating_add(1)]);
                }
            }
        }
        bends.retain(|bend| (self.least_count..=most).contains(bend));
        sort_and_dedup(&mut bends);
        bends
    }

    fn least_of(&self, counts: &[u64]) -> Option<u64> {
        let mut best: Option<(Amount, u64)> = None;
        for &count in counts {
            let cost = self.cost(count)?;
            if best.is_none_or(|(least, _)| cost <= least) {
                best = Some((cost, count));
            }
        }
        best.map(|(_, count)| count)
    }

    /// What a number of packages costs with the add-ons that it leaves; `None` where that cannot be
    /// held.
    pub fn cost(&self, count: u64) -> Option<Amount> {
        let mut cost = self.price.checked_mul(count)?;
        for add_on in &self.add_ons {
            let held = add_on.held.saturating_mul(count);
            let beyond = add_on.demand.saturating_sub(held);
            cost = cost.checked_add((add_on.cost)(beyond)?)?;
        }
        Some(cost)
    }
}

impl<'a> AddOn<'a> {
    /// As much, or as little as a larger quantity: what costs less from some kink on costs no more before it.
    fn never_falling(self) -> Self {
        let Self { mut rise, cost, .. } = self;
        // From each kink on, the least that a quantity at a kink costs.
        let mut later: Vec<(u64, Amount)> = Vec::new();
        let mut crossings = Vec::new();
        for &kink in rise.kinks.iter().rev() {
            let Some(at_kink) = cost(kink) else { continue };
            let mut least = at_kink;
            if let Some(&(next, of_later)) = later.last() {
                crossings.extend(first_of_more(kink, next, |units| {
                    cost(units).is_none_or(|cost| cost >= of_later)
                }));
                least = least.min(of_later);
            }
            later.push((kink, least));
        }
        later.reverse();
        rise.kinks.extend(crossings);
        rise.may_fall = false;
        let cost = move |units: u64| {
            let at = later.partition_point(|(kink, _)| *kink <= units);
            let of_later = later.get(at).map(|(_, least)| *least);
            match (cost(units), of_later) {
                (Some(own), Some(of_later)) => Some(own.min(of_later)),
                (own, of_later) => own.or(of_later),
            }
        };
        Self {
            rise,
            cost: Box::new(cost),
            ..self
        }
    }
}

/// The first number of a range, its end left out, that is more than something; `None` where none is.
fn first_of_more(start: u64, end: u64, is_more: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, mut high) = (start, end);
    while low < high {
        let middle = low.midpoint(high);
        if is_more(middle) {
            high = middle;
        } else {
            low = middle.checked_add(1)?;
        }
    }
    (low < end).then_some(low)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, clippy::panic)]

    use super::*;

    /// What is needed, what one package holds, and the price of a unit above that.
    fn add_on(demand: u64, held: u64, price: u64) -> AddOn<'static> {
        let rise = Rise {
            kinks: Vec::new(),
            is_even: true,
            may_fall: false,
        };
        AddOn {
            dimension: "unit",
            demand,
            held,
            rise,
            cost: Box::new(move |units| Amount::whole(price).checked_mul(units)),
        }
    }

    fn count(price: u64, add_ons: Vec<AddOn>) -> u64 {
        let mut package = Package::new(Amount::whole(price));
        package.add_ons = add_ons;
        package.cheapest_count().unwrap()
    }

    /// Every count up to one that leaves no add-on any demand.
    fn by_trying_all(package: u64, add_ons: &[(u64, u64, u64)]) -> u64 {
        let most = add_ons
            .iter()
            .map(|&(demand, ..)| demand + 1)
            .max()
            .unwrap();
        let cost = |count: u64| {
            let beyond = |&(demand, held, price): &(u64, u64, u64)| {
                demand.saturating_sub(held * count) * price
            };
            package * count + add_ons.iter().map(beyond).sum::<u64>()
        };
        (1..=most)
            .min_by_key(|&count| (cost(count), u64::MAX - count))
            .unwrap()
    }

    #[test]
    fn agrees_with_trying_every_count() {
        for package in [1, 70, 120, 210] {
            for held in [(3, 0), (3, 3), (1, 5), (7, 2)] {
                for (a, b) in (0..24).flat_map(|a| (0..24).map(move |b| (a, b))) {
                    let add_ons = [(a, held.0, 70), (b, held.1, 21)];
                    let typed = add_ons.map(|(demand, held, price)| add_on(demand, held, price));
                    assert_eq!(
                        count(package, Vec::from(typed)),
                        by_trying_all(package, &add_ons),
                        "package {package}, holding {held:?}, for {a} and {b}",
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_not_sold_comes_with_packages() {
        let mut package = Package::new(Amount::whole(100));
        package.only_in_packages(7, 3);
        assert_eq!(package.cheapest_count().unwrap(), 3);
    }

    /// The first two units cost 9 each, all others nothing: where three packages would be needed to
    /// leave no unit, one is enough.
    #[test]
    fn the_cheapest_number_may_lie_before_a_tier_that_costs_less() {
        let cost = |units: u64| Amount::whole(9).checked_mul(units.min(2));
        let tiered = |kinks| AddOn {
            dimension: "unit",
            demand: 9,
            held: 3,
            rise: Rise {
                kinks,
                is_even: true,
                may_fall: false,
            },
            cost: Box::new(cost),
        };
        assert_eq!(count(10, vec![tiered(vec![0, 2])]), 1);
        assert_eq!(count(8, vec![tiered(vec![0, 2])]), 3);
    }

    /// 2 each below 5 units, 1 each from there on: 3 and 4 units cost no less than 5 of them.
    #[test]
    fn what_never_falls_costs_no_more_than_anything_larger() {
        let rate = |units: u64| if units < 5 { 2 } else { 1 };
        let mut package = Package::new(Amount::whole(100));
        let falls = Rise {
            kinks: vec![0, 5],
            is_even: true,
            may_fall: true,
        };
        package.add_ons.push(AddOn {
            dimension: "unit",
            demand: 0,
            held: 1,
            rise: falls,
            cost: Box::new(move |units| Amount::whole(units).checked_mul(rate(units))),
        });
        let package = package.never_falling("unit");
        let [add_on] = &package.add_ons[..] else {
            panic!("one add-on stays one");
        };
        let costs = (0..8).map(|units| (add_on.cost)(units).unwrap());
        let least = [0, 2, 4, 5, 5, 5, 6, 7].map(Amount::whole);
        assert_eq!(costs.collect::<Vec<_>>(), least);
        assert_eq!(add_on.rise.kinks, [0, 5, 3]);
    }
}
