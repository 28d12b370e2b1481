//! The planner against brute force: every purchase in every month is tried,
//! the months are let consume them, and the best is taken by the rule in
//! words. Nothing of the planner's reasoning is used here: packs may be bought
//! in any month, needed or not, in any number up to two, in any size.

use ratecard::packs::{Offer, PayAsYouGo, Plan, Tier, cheapest};

/// A small generator of its own, so that a failing case can be named.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn upto(&mut self, last: u64) -> u64 {
        self.next() % (last + 1)
    }

    fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.upto(last - first)
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.upto(list.len() as u64 - 1) as usize]
    }
}

/// What decides between plans, in order: cost, number of purchases, sum of
/// months (negated: the largest wins), quantities by month.
type Rank = (u128, usize, i64, Vec<u64>);

struct Brute<'a> {
    needs: &'a [u64],
    offer: &'a Offer,
    sizes: Vec<(u64, u128)>,
    twice: bool,
    bought: Vec<(usize, u64)>,
    best: Option<Rank>,
}

impl Brute<'_> {
    /// Tries all that can be bought from `month` on. `alive` holds what is
    /// left of each pack and the month in which it expires.
    fn month(&mut self, month: usize, alive: &[(usize, u64)], cost: u128) {
        if self.best.as_ref().is_some_and(|best| cost > best.0) {
            return;
        }
        if month == self.needs.len() {
            let mut bought = self.bought.clone();
            bought.sort_unstable();
            let rank = (
                cost,
                bought.len(),
                -bought.iter().map(|b| b.0 as i64).sum::<i64>(),
                bought.iter().map(|b| b.1).collect(),
            );
            if self.best.as_ref().is_none_or(|best| rank < *best) {
                self.best = Some(rank);
            }
            return;
        }
        self.consume(month, alive.to_vec(), cost);
        let expires = self.offer.life.map_or(usize::MAX, |l| month + l as usize);
        for first in 0..self.sizes.len() {
            let (quantity, amount) = self.sizes[first];
            let mut one = alive.to_vec();
            one.push((expires, quantity));
            self.bought.push((month, quantity));
            self.consume(month, one.clone(), cost + amount);
            if self.twice {
                for second in first..self.sizes.len() {
                    let (quantity, more) = self.sizes[second];
                    let mut two = one.clone();
                    two.push((expires, quantity));
                    self.bought.push((month, quantity));
                    self.consume(month, two, cost + amount + more);
                    self.bought.pop();
                }
            }
            self.bought.pop();
        }
    }

    fn consume(&mut self, month: usize, mut alive: Vec<(usize, u64)>, mut cost: u128) {
        alive.sort_unstable();
        let mut rest = self.needs[month];
        for (_, left) in &mut alive {
            let taken = rest.min(*left);
            *left -= taken;
            rest -= taken;
        }
        if rest > 0 {
            let Some(payg) = self.offer.pay_as_you_go else {
                return;
            };
            cost += payg.price * u128::from(rest.div_ceil(payg.block));
        }
        alive.retain(|&(expires, left)| left > 0 && expires > month + 1);
        self.month(month + 1, &alive, cost);
    }
}

fn brute(needs: &[u64], offer: &Offer, twice: bool) -> Rank {
    let total: u64 = needs.iter().sum();
    let top = offer.tiers.last().unwrap().from.max(offer.min);
    let most = top.max(total.next_multiple_of(offer.step)) + offer.step;
    let mut sizes = Vec::new();
    let mut quantity = offer.min;
    while quantity <= most {
        let tier = offer.tiers.iter().rfind(|t| t.from <= quantity).unwrap();
        sizes.push((quantity, u128::from(tier.rate) * u128::from(quantity)));
        quantity += offer.step;
    }
    let mut brute = Brute {
        needs,
        offer,
        sizes,
        twice,
        bought: Vec::new(),
        best: None,
    };
    brute.month(0, &[], 0);
    brute.best.unwrap()
}

fn rank(plan: &Plan) -> Rank {
    let months = plan.purchases.iter().map(|lot| lot.month as i64);
    (
        plan.total,
        plan.purchases.len(),
        -months.sum::<i64>(),
        plan.purchases.iter().map(|lot| lot.quantity).collect(),
    )
}

/// How large a case may be.
struct Bounds {
    months: u64,
    /// The top tier, in steps.
    top: u64,
    /// A month's need, in steps.
    need: u64,
    twice: bool,
}

fn case(random: &mut Random, bounds: &Bounds) -> (Vec<u64>, Offer) {
    let step = random.of(&[1, 1, 2, 3, 5, 10, 100, 1_000, 10_000]);
    let min = random.between(1, bounds.top.min(4));
    let mut tiers = vec![Tier {
        from: random.of(&[0, min * step, min * step]),
        rate: random.between(1, 12),
    }];
    let mut from = min;
    for _ in 0..random.upto(3) {
        from += random.between(1, 3);
        if from > bounds.top {
            break;
        }
        let rate = tiers.last().unwrap().rate;
        // Now and then a tier starts between two sizes, or is no cheaper.
        let early = random.of(&[0, 0, 0, step / 2]);
        tiers.push(Tier {
            from: from * step - early,
            rate: rate - random.upto(rate.min(3)),
        });
    }
    let pay_as_you_go = random
        .of(&[None, None, Some(1), Some(2), Some(3)])
        .map(|kind| {
            // Blocks and steps must meet soon enough.
            let unit = step.div_ceil(100);
            let block = match kind {
                1 => step,
                2 => random.between(1, step / unit) * unit,
                _ => random.between(1, 3 * step / unit) * unit,
            };
            let tier = random.of(&tiers);
            PayAsYouGo {
                block,
                price: u128::from(tier.rate) * u128::from(block),
            }
        });
    let months = random.between(1, bounds.months) as usize;
    let largest = random.between(1, bounds.need * step);
    let sparse = random.upto(3);
    let needs = (0..months)
        .map(|_| match random.upto(9) {
            0..3 if sparse == 0 => 0,
            3 => random.upto(bounds.need) * step,
            _ => random.upto(largest),
        })
        .collect();
    let life = random.of(&[None, Some(12)]).map(|_| random.between(1, 12));
    let life = life
        .or(Some(random.between(1, 3)))
        .filter(|_| random.upto(9) > 0);
    let offer = Offer {
        min: min * step,
        step,
        tiers,
        max: None,
        life: life.map(|life| life as u32),
        pay_as_you_go,
    };
    (needs, offer)
}

fn compare(seed: u64, cases: u64, bounds: &Bounds) {
    for number in 0..cases {
        let mut random = Random(seed << 32 | number);
        let (needs, offer) = case(&mut random, bounds);
        let plan = cheapest(&needs, &offer)
            .unwrap_or_else(|error| panic!("{number}: {error} {needs:?} {offer:?}"));
        let best = brute(&needs, &offer, bounds.twice);
        assert_eq!(rank(&plan), best, "case {number}: {needs:?} {offer:?}");
    }
}

#[test]
fn a_few_months_of_many_steps() {
    let bounds = Bounds {
        months: 3,
        top: 4,
        need: 14,
        twice: false,
    };
    compare(1, 20_000, &bounds);
}

#[test]
fn more_months_of_few_steps() {
    let bounds = Bounds {
        months: 5,
        top: 5,
        need: 3,
        twice: false,
    };
    compare(2, 20_000, &bounds);
}

#[test]
fn two_packs_in_a_month() {
    let bounds = Bounds {
        months: 3,
        top: 4,
        need: 3,
        twice: true,
    };
    compare(3, 12_000, &bounds);
}

#[test]
fn wide_tiers() {
    let bounds = Bounds {
        months: 4,
        top: 12,
        need: 6,
        twice: false,
    };
    compare(4, 10_000, &bounds);
}

/// Long enough for chains of packs that never start with a month.
#[test]
fn seven_months() {
    let bounds = Bounds {
        months: 7,
        top: 3,
        need: 3,
        twice: false,
    };
    compare(5, 200, &bounds);
}

/// Packs that end beyond the top tier's size inside of a month.
#[test]
fn large_months_with_wide_tiers() {
    let bounds = Bounds {
        months: 3,
        top: 8,
        need: 16,
        twice: false,
    };
    compare(7, 6_000, &bounds);
}

/// A pack may have to end 6 units, the top tier, inside of a month: the next
/// one is as small as can be and outlives it.
#[test]
fn a_small_pack_after_a_large_one() {
    let offer = Offer {
        min: 2,
        step: 1,
        tiers: vec![Tier { from: 2, rate: 5 }, Tier { from: 6, rate: 4 }],
        max: None,
        life: Some(2),
        pay_as_you_go: None,
    };
    let plan = cheapest(&[3, 7, 1], &offer).unwrap();
    assert_eq!(rank(&plan), (9 * 4 + 2 * 5, 2, -1, vec![9, 2]));
    assert_eq!(rank(&plan), brute(&[3, 7, 1], &offer, true));
}

/// Every demand of three months up to 4, 10 and 4 units, for packs of two
/// sizes of rate that live two months.
#[test]
fn every_small_demand() {
    for (min, top) in [(1, 4), (2, 5), (2, 7), (3, 6), (3, 8)] {
        for (low, high) in [(5, 4), (3, 2), (2, 2)] {
            let offer = Offer {
                min,
                step: 1,
                tiers: vec![
                    Tier {
                        from: min,
                        rate: low,
                    },
                    Tier {
                        from: top,
                        rate: high,
                    },
                ],
                max: None,
                life: Some(2),
                pay_as_you_go: None,
            };
            for number in 0..5 * 11 * 5 {
                let needs = [number % 5, number / 5 % 11, number / 55];
                let plan = cheapest(&needs, &offer).unwrap();
                let best = brute(&needs, &offer, false);
                assert_eq!(rank(&plan), best, "{needs:?} {offer:?}");
            }
        }
    }
}

/// Months of many times the top tier, where the planner skips states.
#[test]
fn months_far_above_the_top_tier() {
    let bounds = Bounds {
        months: 3,
        top: 2,
        need: 40,
        twice: false,
    };
    compare(6, 2_000, &bounds);
}
