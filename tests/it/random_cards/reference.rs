//! What a request costs by what a card says, in plain whole numbers: month by month, unit by unit,
//! and every number of packages and every plan of packs tried. Nothing of the engine is used.

use std::collections::BTreeMap;
use std::ops::Range;

use super::packs::{self, Offer};
use super::spec::{Card, Charge, Each, Model, Request, Tier};
use crate::oracle::Day;

/// A stretch that is charged at once.
#[derive(Clone)]
struct Period {
    months: Range<usize>,
    on: Day,
    from: Day,
    is_trial: bool,
}

/// Day, quantity, unit price and amount, in thousandths.
pub type Entry = (String, u64, u64, u64);

/// What a request costs.
#[derive(Debug)]
pub struct Answer {
    /// The entries by charge. Of packs and of what is paid beside them there are none: a plan is one of
    /// several that cost as little.
    pub entries: BTreeMap<usize, Vec<Entry>>,
    /// What packs and what is paid beside them cost at least; `None` where there were too many plans
    /// to try.
    pub packs: Option<u64>,
    /// The charges of packs and beside packs.
    pub planned: Vec<usize>,
    /// Limit and demand by dimension and month.
    pub quotas: Vec<Vec<(Option<u64>, u64)>>,
    /// How many numbers of packages were tried.
    pub tried: u64,
}

/// Number of packages by charge and month; one where none are weighed.
type Counts = BTreeMap<(usize, usize), u64>;

pub struct Reference<'a> {
    card: &'a Card,
    request: &'a Request,
    start: Day,
}

impl<'a> Reference<'a> {
    pub fn new(card: &'a Card, request: &'a Request) -> Self {
        let start = Day::parse(&request.start);
        Self {
            card,
            request,
            start,
        }
    }

    /// The answer, with the number of packages that costs least, the more where equal.
    pub fn answer(&self) -> Answer {
        let mut counts = Counts::new();
        let mut tried = 0;
        for (index, charge) in self.card.charges.iter().enumerate() {
            if matches!(charge.model, Model::Bundle(_)) && self.is_sold(index) && !self.is_trial() {
                for period in self.periods(index) {
                    tried += self.weigh(index, &period, &mut counts);
                }
            }
        }
        let planned = self.planned();
        let entries = (0..self.card.charges.len())
            .filter(|index| !planned.contains(index))
            .map(|index| (index, self.entries(index, &counts)))
            .filter(|(_, entries)| !entries.is_empty());
        Answer {
            entries: entries.collect(),
            packs: self.packs(&counts),
            planned,
            quotas: self.quotas(),
            tried,
        }
    }

    fn is_trial(&self) -> bool {
        self.card.is_trial(self.request.edition)
    }

    /// Whether the edition that was asked for has no published price.
    pub fn is_on_request(&self) -> bool {
        !self.is_trial() && self.card.is_on_request(self.request.edition)
    }

    /// Whether the edition is sold a charge; a trial is sold what it lists.
    fn is_sold(&self, index: usize) -> bool {
        let charge = &self.card.charges[index];
        let listed = match &self.card.trial {
            Some(trial) if self.is_trial() => {
                let lists = [&trial.sells, &trial.beside];
                trial.basic == index || lists.iter().any(|list| list.contains(&index))
            }
            _ => true,
        };
        listed && charge.model.is_sold(self.request.edition)
    }

    /// How many units are demanded in a month.
    fn demand(&self, dimension: usize, month: usize) -> u64 {
        self.request.demand[dimension][month]
    }

    fn by_year(&self, charge: &Charge) -> bool {
        self.request.annual && charge.has_years()
    }

    fn month(&self, index: usize) -> Day {
        match self.card.thirty_days {
            true => self.start.plus_days(30 * index as u64),
            false => self.start.plus_months(index as u64),
        }
    }

    fn periods(&self, index: usize) -> Vec<Period> {
        let charge = &self.card.charges[index];
        let all = self.request.months;
        let trial = self.card.trial.as_ref().filter(|_| self.is_trial());
        if trial.is_some_and(|trial| trial.basic == index || trial.sells.contains(&index)) {
            return vec![Period {
                months: 0..all,
                on: self.start,
                from: self.start,
                is_trial: true,
            }];
        }
        let step = if self.by_year(charge) { 12 } else { 1 };
        let firsts = (0..all).step_by(step);
        firsts
            .map(|first| {
                let months = first..all.min(first + step);
                let mut from = self.month(first);
                let mut on = from;
                if charge.payg && step == 1 {
                    from = Day(from.0, from.1, 1);
                    on = from.first_of_next_month();
                }
                Period {
                    months,
                    on,
                    from,
                    is_trial: false,
                }
            })
            .collect()
    }

    /// What is included in a month; `None` is everything.
    fn included(&self, dimension: usize, month: usize, counts: &Counts) -> Option<u64> {
        let d = &self.card.dimensions[dimension];
        let held = match &d.quota {
            None => 0,
            Some(_) if d.is_agreed_upon && self.is_on_request() => 0,
            Some(quota) => quota[self.request.edition]?,
        };
        let times = match d.per {
            None => 1,
            Some(base) => match &self.card.charges[base].model {
                Model::PerUnit { of, .. } => self.demand(*of, month),
                Model::Bundle(_) => counts.get(&(base, month)).copied().unwrap_or(1),
                _ => 1,
            },
        };
        Some(held * times)
    }

    /// The units above what is included, in the month that has most of them; of a dimension that
    /// counts for a whole trial, of all its months together.
    fn units(&self, dimension: usize, period: &Period, counts: &Counts) -> u64 {
        let d = &self.card.dimensions[dimension];
        let whole = |trial: &super::spec::Trial| trial.whole.contains(&dimension);
        if period.is_trial && self.card.trial.as_ref().is_some_and(whole) {
            let months = period.months.clone();
            let sum: u64 = months.map(|month| self.demand(dimension, month)).sum();
            let included = self.included(dimension, 0, counts);
            return included.map_or(0, |included| sum.saturating_sub(included));
        }
        let units = period.months.clone().map(|month| {
            let each = d.each.map_or(1, |each| self.demand(each, month));
            let included = self.included(dimension, month, counts);
            let above = |included| self.demand(dimension, month).saturating_sub(included);
            included.map_or(0, above) * each
        });
        units.max().unwrap_or(0)
    }

    fn entries(&self, index: usize, counts: &Counts) -> Vec<Entry> {
        if !self.is_sold(index) {
            return Vec::new();
        }
        let charge = &self.card.charges[index];
        let edition = self.request.edition;
        let mut entries = Vec::new();
        let (mut needed, mut bought) = (0, 0);
        for period in self.periods(index) {
            let units = charge.model.of().map(|of| self.units(of, &period, counts));
            let units = units.unwrap_or(1);
            let mut add = |quantity: u64, price: u64| {
                entries.push((period.on.to_string(), quantity, price, quantity * price));
            };
            let of_prices = |prices: &super::spec::Prices| {
                let year = prices.year.as_ref().filter(|_| self.request.annual);
                year.unwrap_or(&prices.month)[edition].unwrap()
            };
            match &charge.model {
                Model::Flat(prices) => add(1, of_prices(prices)),
                Model::Bundle(prices) => {
                    let count = counts.get(&(index, period.months.start));
                    add(count.copied().unwrap_or(1), of_prices(prices));
                }
                Model::PerUnit { prices, daily, .. } => {
                    let basic = self.card.trial.as_ref().is_some_and(|t| t.basic == index);
                    let days = if *daily {
                        u64::from(period.from.days_in_month())
                    } else {
                        1
                    };
                    if units > 0 || (period.is_trial && basic) {
                        add(units * days, of_prices(prices));
                    }
                }
                Model::Block {
                    size,
                    price,
                    carries,
                    ..
                } => {
                    let blocks = if *carries {
                        needed += units;
                        let blocks = needed.div_ceil(*size) - bought;
                        bought += blocks;
                        blocks
                    } else {
                        units.div_ceil(*size)
                    };
                    if blocks > 0 {
                        add(blocks, price[edition].unwrap());
                    }
                }
                // Unit after unit, each at the rate of the tier that it falls into.
                Model::Graduated { tiers, .. } => {
                    for (index, tier) in tiers.iter().enumerate() {
                        let to = tiers.get(index + 1).map_or(u64::MAX, |next| next.from);
                        let part = (0..units).filter(|unit| (tier.from..to).contains(unit));
                        let part = part.count() as u64;
                        if part > 0 {
                            add(part, tier.price[edition].unwrap());
                        }
                    }
                }
                Model::Volume { tiers, .. } => {
                    let tier: Option<&Tier> = tiers.iter().rev().find(|tier| tier.from <= units);
                    if units > 0 {
                        add(units, tier.unwrap().price[edition].unwrap());
                    }
                }
                Model::Pack { .. } => panic!("packs are planned"),
            }
        }
        entries
    }

    /// Tries every number of packages in a period, all that is charged being added up anew.
    fn weigh(&self, bundle: usize, period: &Period, counts: &mut Counts) -> u64 {
        let mut least = 1;
        let mut most = 1;
        for (index, d) in self.card.dimensions.iter().enumerate() {
            let held = d
                .quota
                .as_ref()
                .and_then(|quota| quota[self.request.edition]);
            let Some(held @ 1..) = held.filter(|_| d.per == Some(bundle)) else {
                continue;
            };
            let months = period.months.clone();
            let demand = months.map(|month| self.demand(index, month)).max().unwrap();
            most = most.max(demand.div_ceil(held));
            let counts = |charge: &usize| self.card.charges[*charge].model.of() == Some(index);
            let mut charges = (0..self.card.charges.len()).filter(counts);
            if !charges.any(|charge| self.is_sold(charge)) {
                least = least.max(demand.div_ceil(held));
            }
        }
        let mut best: Option<(u64, u64)> = None;
        // Further than what leaves nothing above, in case more packages were cheaper still.
        for count in least..=most.max(least) + 2 {
            for month in period.months.clone() {
                counts.insert((bundle, month), count);
            }
            let cost = self.total(counts);
            let is_free =
                cost == best.map_or(u64::MAX, |(cost, _)| cost) && count > most.max(least);
            if !is_free && best.is_none_or(|(least, _)| cost <= least) {
                best = Some((cost, count));
            }
        }
        let (_, count) = best.unwrap();
        for month in period.months.clone() {
            counts.insert((bundle, month), count);
        }
        most.max(least) + 3 - least
    }

    /// All that is charged, without packs, which are never sold beside packages.
    fn total(&self, counts: &Counts) -> u64 {
        let planned = self.planned();
        let charges = (0..self.card.charges.len()).filter(|index| !planned.contains(index));
        let entries = charges.flat_map(|index| self.entries(index, counts));
        entries.map(|(.., amount)| amount).sum()
    }

    /// The charges of packs, and those of what they count.
    fn planned(&self) -> Vec<usize> {
        let packs: Vec<usize> = self.all_packs().map(|(_, of)| of).collect();
        let charges = 0..self.card.charges.len();
        charges
            .filter(|&index| self.is_sold(index))
            .filter(|&index| {
                let of = self.card.charges[index].model.of();
                of.is_some_and(|of| packs.contains(&of))
            })
            .collect()
    }

    /// The charges of packs that the edition is sold, each with what it counts.
    fn all_packs(&self) -> impl Iterator<Item = (usize, usize)> {
        let charges = self.card.charges.iter().enumerate();
        let packs = charges.filter(|(_, charge)| charge.model.is_pack(charge.payg));
        packs
            .filter(|&(index, _)| self.is_sold(index))
            .filter_map(|(index, charge)| Some((index, charge.model.of()?)))
    }

    /// The least that packs cost with what is paid beside them.
    fn packs(&self, counts: &Counts) -> Option<u64> {
        let mut sum = 0;
        for (index, of) in self.all_packs() {
            let beside: Vec<usize> = (0..self.card.charges.len())
                .filter(|&other| other != index && self.is_sold(other))
                .filter(|&other| self.card.charges[other].model.of() == Some(of))
                .collect();
            assert!(
                beside.len() <= 1,
                "which of {beside:?} packs are weighed against is not said"
            );
            let periods = self.periods(index);
            let needs: Vec<u64> = periods.iter().map(|p| self.units(of, p, counts)).collect();
            let payg = beside.first().map(|&other| {
                let charge = &self.card.charges[other];
                assert_eq!(
                    self.periods(other).len(),
                    periods.len(),
                    "charged at other times"
                );
                assert!(
                    charge.payg && !self.by_year(charge),
                    "not paid as it is used"
                );
                let edition = self.request.edition;
                match &charge.model {
                    Model::PerUnit {
                        prices,
                        daily: false,
                        ..
                    } => (1, prices.month[edition].unwrap()),
                    Model::Block {
                        size,
                        price,
                        carries: false,
                        ..
                    } => (*size, price[edition].unwrap()),
                    other => panic!("packs are not weighed against {other:?}"),
                }
            });
            sum += packs::least(&needs, &self.offer(index), payg)?;
        }
        Some(sum)
    }

    fn offer(&self, index: usize) -> Offer {
        let edition = self.request.edition;
        match &self.card.charges[index].model {
            Model::Pack {
                min,
                step,
                life,
                tiers,
                ..
            } => Offer {
                min: *min,
                step: *step,
                life: *life,
                rates: tiers
                    .iter()
                    .map(|t| (t.from, t.price[edition].unwrap()))
                    .collect(),
                is_whole: false,
            },
            Model::Block { size, price, .. } => Offer {
                min: *size,
                step: *size,
                life: None,
                rates: vec![(*size, price[edition].unwrap())],
                is_whole: true,
            },
            other => panic!("{other:?} sells no packs"),
        }
    }

    /// What one package, or the edition, includes in each month, and what is demanded.
    fn quotas(&self) -> Vec<Vec<(Option<u64>, u64)>> {
        let none = Counts::new();
        let dimensions = 0..self.card.dimensions.len();
        dimensions
            .map(|d| {
                let months = 0..self.request.months;
                months
                    .map(|month| (self.included(d, month, &none), self.demand(d, month)))
                    .collect()
            })
            .collect()
    }

    /// What becomes of a demand that goes beyond: the status in the interface.
    pub fn beyond(&self, dimension: usize) -> &'static str {
        let d = &self.card.dimensions[dimension];
        let counts = |index: &usize| self.card.charges[*index].model.of() == Some(dimension);
        let sold = (0..self.card.charges.len()).filter(|&index| self.is_sold(index));
        let sold: Vec<usize> = sold.filter(counts).collect();
        let holds = |held: &Each| held[self.request.edition] != Some(0);
        let is_bundle = |base: usize| {
            matches!(self.card.charges[base].model, Model::Bundle(_)) && self.is_sold(base)
        };
        if sold.iter().any(|&index| self.card.charges[index].payg) {
            "overage"
        } else if !sold.is_empty() {
            "add_on"
        } else if self.is_trial() {
            "exceeded"
        } else if self.is_on_request() && self.is_negotiable(dimension) {
            "contact_sales"
        } else if d.per.is_some_and(is_bundle) && d.quota.as_ref().is_some_and(holds) {
            "add_on"
        } else if d.on_request {
            "contact_sales"
        } else {
            "exceeded"
        }
    }

    /// Whether more of a dimension is sold to some edition, or nothing is said of it in this one.
    fn is_negotiable(&self, dimension: usize) -> bool {
        let d = &self.card.dimensions[dimension];
        let mut charges = self.card.charges.iter();
        d.quota.is_none()
            || d.is_agreed_upon
            || d.per.is_some()
            || charges.any(|charge| charge.model.of() == Some(dimension))
    }

    /// Whether a dimension counts for the whole trial that was asked for.
    pub fn is_whole(&self, dimension: usize) -> bool {
        let whole = self.card.trial.as_ref().map(|trial| &trial.whole);
        self.is_trial() && whole.is_some_and(|whole| whole.contains(&dimension))
    }
}
