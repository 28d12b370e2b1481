//! Packages and add-ons, weighed against each other: how many packages make a period cheapest.

use crate::engine::answer::{Answer, too_large};
use crate::money::Amount;

/// A package and all that it holds.
pub(in crate::engine) struct Package {
    /// What one costs.
    pub price: Amount,
    /// What is demanded of all that it holds.
    pub add_ons: Vec<AddOn>,
}

/// What is demanded beside a package: how much one package holds, and what more costs.
pub(in crate::engine) struct AddOn {
    /// What is needed.
    pub demand: u64,
    /// What one package holds.
    pub held: u64,
    /// The price of a unit above that; `None` where it is not sold.
    pub price: Option<Amount>,
}

impl Package {
    /// The number of packages, at least one, with the least cost together with the add-ons; the more
    /// packages where the cost is equal.
    ///
    /// The cost is convex in the number of packages and bends only where a package more would leave
    /// some add-on without demand, so its least value lies at one of those bends, rounded either
    /// way, or at the smallest number. Packages that cost nothing are as many as leave the add-ons
    /// that they hold without demand: more would be as cheap without end.
    ///
    /// # Errors
    ///
    /// `too_large` where a cost cannot be held.
    pub fn cheapest_count(&self) -> Answer<u64> {
        let least = self.least_count();
        let held = self.add_ons.iter().filter(|add_on| add_on.held > 0);
        let bends = held.filter_map(|add_on| {
            let below = add_on.demand.checked_div(add_on.held)?;
            Some([below, add_on.demand.div_ceil(add_on.held)])
        });
        let mut best: Option<(Amount, u64)> = None;
        for count in bends.flatten().chain([least]).map(|count| count.max(least)) {
            let cost = self.cost(count).ok_or_else(too_large)?;
            let is_better = best.is_none_or(|(least_cost, most)| {
                cost < least_cost || (cost == least_cost && count > most)
            });
            if is_better {
                best = Some((cost, count));
            }
        }
        Ok(best.map_or(least, |(_, count)| count))
    }

    /// The smallest number of packages: one, or as many as hold what is not sold beside them.
    pub fn least_count(&self) -> u64 {
        // An add-on that is not sold can only come with packages.
        self.add_ons
            .iter()
            .filter(|add_on| add_on.price.is_none() && add_on.held > 0)
            .map(|add_on| add_on.demand.div_ceil(add_on.held))
            .fold(1, u64::max)
    }

    /// What a number of packages costs with the add-ons that it leaves; `None` where that cannot be
    /// held.
    pub fn cost(&self, count: u64) -> Option<Amount> {
        let mut cost = self.price.checked_mul(count)?;
        for add_on in &self.add_ons {
            // What is unlimited in one package is no more in several.
            let held = add_on.held.saturating_mul(count);
            let beyond = add_on.demand.saturating_sub(held);
            if let Some(price) = add_on.price {
                cost = cost.checked_add(price.checked_mul(beyond)?)?;
            }
        }
        Some(cost)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]

    use super::*;

    fn count(price: u64, add_ons: Vec<AddOn>) -> u64 {
        let price = Amount::whole(price);
        Package { price, add_ons }.cheapest_count().unwrap()
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
                    let typed = add_ons.map(|(demand, held, price)| AddOn {
                        demand,
                        held,
                        price: Some(Amount::whole(price)),
                    });
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
        let add_on = AddOn {
            demand: 7,
            held: 3,
            price: None,
        };
        assert_eq!(count(100, vec![add_on]), 3);
    }

    #[test]
    fn what_is_unlimited_is_no_more_in_several_packages() {
        let add_on = |demand, held| AddOn {
            demand,
            held,
            price: Some(Amount::whole(70)),
        };
        let add_ons = vec![add_on(7, 3), add_on(1_000, u64::MAX)];
        assert_eq!(count(100, add_ons), 2);
    }
}
