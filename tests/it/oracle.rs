//! What a request costs, a second time: read from a card's JSON and worked out the slow and obvious
//! way, day by day, tier by tier and package by package, with nothing of the engine.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::support::decimal::Decimal;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub u32, pub u32, pub u32);

impl Day {
    /// The day that `YYYY-MM-DD` says.
    pub fn parse(text: &str) -> Self {
        let parts: Vec<u32> = text.split('-').map(|part| part.parse().unwrap()).collect();
        Self(parts[0], parts[1], parts[2])
    }

    /// The number of days of its month.
    pub fn days_in_month(self) -> u32 {
        let divides = |years: u32| self.0.is_multiple_of(years);
        let leap = divides(4) && (!divides(100) || divides(400));
        match self.1 {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// The first day of the month after its own.
    pub fn first_of_next_month(self) -> Self {
        if self.1 == 12 {
            Self(self.0 + 1, 1, 1)
        } else {
            Self(self.0, self.1 + 1, 1)
        }
    }

    /// So many days later, one after the other.
    pub fn plus_days(self, days: u64) -> Self {
        (0..days).fold(self, |day, _| {
            if day.2 == day.days_in_month() {
                day.first_of_next_month()
            } else {
                Self(day.0, day.1, day.2 + 1)
            }
        })
    }

    /// So many months later; a day that the month lacks is its last.
    pub fn plus_months(self, months: u64) -> Self {
        let first = (0..months).fold(Self(self.0, self.1, 1), |day, _| day.first_of_next_month());
        Self(first.0, first.1, self.2.min(first.days_in_month()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// An entry of a line, as a reply says it: day, quantity, unit price, amount, what it covers.
pub type Entry = (String, u128, String, String, String, Option<String>);

/// A pack bought: its month and its quantity.
pub type Bought = (usize, u128);

/// A stretch that is charged at once.
struct Period {
    months: Vec<usize>,
    on: Day,
    from: Day,
    to: Day,
    trial: bool,
}

/// An item of a request, beside its card.
pub struct Oracle<'a> {
    card: &'a Value,
    edition: &'a str,
    trial: Option<&'a Value>,
    annual: bool,
    start: Day,
    months: usize,
    demand: BTreeMap<&'a str, Vec<u128>>,
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn holds(value: &Value, key: &str, id: &Value) -> bool {
    list(value, key).contains(id)
}

fn number(value: &Value) -> u128 {
    u128::from(
        value
            .as_u64()
            .unwrap_or_else(|| panic!("{value} is no number")),
    )
}

/// A value that is the same for every edition, or the edition's own.
fn of_edition<'a>(value: &'a Value, edition: &str) -> Option<&'a Value> {
    match value {
        Value::Object(each) => each.get(edition),
        Value::Null => None,
        all => Some(all),
    }
}

impl<'a> Oracle<'a> {
    /// Reads an item of a request that starts on a day.
    pub fn new(card: &'a Value, item: &'a Value, start: &str, months: usize) -> Self {
        let edition = item["edition"].as_str().unwrap();
        let editions = list(card, "editions").iter();
        let trial = editions
            .filter(|e| e["id"] == edition)
            .find_map(|e| e.get("trial"));
        let mut demand = BTreeMap::new();
        for dimension in list(card, "dimensions") {
            let id = dimension["id"].as_str().unwrap();
            let mut by_month = match item["demand"].get(id) {
                None | Some(Value::Null) => vec![number(&dimension["default"]); months],
                Some(Value::Array(series)) => series.iter().map(number).collect(),
                Some(steady) => vec![number(steady); months],
            };
            for calls in list(&item["calls"], id) {
                let minutes = number(&calls["seconds"]).div_ceil(60);
                for demand in &mut by_month {
                    *demand += number(&calls["count"]) * minutes;
                }
            }
            demand.insert(id, by_month);
        }
        let billing = item.get("billing").unwrap_or(&card["billing"][0]);
        let start = Day::parse(start);
        Self {
            card,
            edition,
            trial,
            annual: billing == "annual",
            start,
            months,
            demand,
        }
    }

    fn dimension(&self, id: &str) -> &'a Value {
        let mut dimensions = list(self.card, "dimensions").iter();
        dimensions.find(|dimension| dimension["id"] == id).unwrap()
    }

    /// The day on which a month begins.
    fn month(&self, index: usize) -> Day {
        if self.card["months"] == "30-day" {
            self.start.plus_days(30 * index as u64)
        } else {
            self.start.plus_months(index as u64)
        }
    }

    fn by_year(&self, charge: &Value) -> bool {
        self.annual && charge.get("annual_price").is_some()
    }

    /// The single price of a charge, by the year where it is billed so.
    fn price(&self, charge: &'a Value) -> Option<&'a str> {
        let key = if self.by_year(charge) {
            "annual_price"
        } else {
            "price"
        };
        of_edition(&charge[key], self.edition)?.as_str()
    }

    fn periods(&self, charge: &Value) -> Vec<Period> {
        let id = &charge["id"];
        if let Some(trial) = self.trial {
            if trial["basic"] == *id || holds(trial, "sells", id) {
                let to = match trial["length"].get("days") {
                    Some(days) => self.start.plus_days(number(days) as u64),
                    None => self
                        .start
                        .plus_months(number(&trial["length"]["months"]) as u64),
                };
                let months = (0..self.months).collect();
                return vec![Period {
                    months,
                    on: self.start,
                    from: self.start,
                    to,
                    trial: true,
                }];
            }
            if !holds(trial, "beside", id) {
                return Vec::new();
            }
        }
        let step = if self.by_year(charge) { 12 } else { 1 };
        (0..self.months)
            .step_by(step)
            .map(|first| {
                let months = (first..self.months.min(first + step)).collect();
                let (mut from, mut to) = (self.month(first), self.month(first + step));
                let mut on = from;
                if charge["kind"] == "payg" && step == 1 {
                    from = Day(from.0, from.1, 1);
                    to = from.first_of_next_month();
                    on = to;
                }
                Period {
                    months,
                    on,
                    from,
                    to,
                    trial: false,
                }
            })
            .collect()
    }

    /// What an edition includes of a dimension: of one package, where it is by the package.
    fn included(&self, dimension: &Value) -> u128 {
        let quota = dimension.get("allowance").or(dimension.get("limit"));
        match quota.and_then(|quota| of_edition(quota, self.edition)) {
            None => 0,
            Some(Value::String(_)) => u128::from(u64::MAX),
            Some(limit) => number(limit),
        }
    }

    /// The number of packages with the least cost in a period, found by trying them all.
    fn packages(&self, bundle: &'a Value, period: &Period) -> u128 {
        let Some(price) = self.price(bundle).map(Decimal::parse) else {
            return 1;
        };
        let (mut least, mut most, mut add_ons) = (1, 1, Vec::new());
        for dimension in list(self.card, "dimensions") {
            if dimension["allowance_per"] != bundle["id"] {
                continue;
            }
            let demand = &self.demand[dimension["id"].as_str().unwrap()];
            let need = period
                .months
                .iter()
                .map(|&month| demand[month])
                .max()
                .unwrap();
            let held = self.included(dimension);
            let charges = list(self.card, "charges").iter();
            let unit = charges
                .filter(|charge| charge["dimension"] == dimension["id"])
                .find_map(|charge| self.price(charge));
            if held > 0 {
                most = most.max(need.div_ceil(held));
                if unit.is_none() {
                    least = least.max(need.div_ceil(held));
                }
            }
            if let Some(unit) = unit {
                add_ons.push((need, held, Decimal::parse(unit)));
            }
        }
        let cost = |count: u128| -> Decimal {
            let beyond = add_ons.iter().map(|(need, held, unit)| {
                &Decimal::new(need.saturating_sub(held * count), 0) * unit
            });
            &beyond.sum::<Decimal>() + &(&price * &Decimal::new(count, 0))
        };
        let mut best = (least, cost(least));
        for count in least..=most.max(least) {
            let cost = cost(count);
            if cost <= best.1 {
                best = (count, cost);
            }
        }
        best.0
    }

    /// How many of a base charge there are in a month: what its allowances are multiplied by.
    fn count(&self, id: &Value, month: usize) -> u128 {
        let charge = list(self.card, "charges")
            .iter()
            .find(|charge| charge["id"] == *id)
            .unwrap();
        match charge["model"].as_str().unwrap() {
            "per-unit" => self.demand[charge["dimension"].as_str().unwrap()][month],
            "bundle" if self.trial.is_none() => {
                let mut periods = self.periods(charge).into_iter();
                let period = periods
                    .find(|period| period.months.contains(&month))
                    .unwrap();
                self.packages(charge, &period)
            }
            _ => 1,
        }
    }

    /// What of a dimension the allowances of a period leave.
    fn need(&self, id: &str, period: &Period) -> u128 {
        let dimension = self.dimension(id);
        let left = |demand: u128, month: usize| {
            let times = match dimension.get("allowance_per") {
                None | Some(Value::Null) => 1,
                Some(charge) => self.count(charge, month),
            };
            let each = dimension["each"]
                .as_str()
                .map_or(1, |each| self.demand[each][month]);
            demand.saturating_sub(self.included(dimension) * times) * each
        };
        let whole = self
            .trial
            .is_some_and(|t| holds(t, "whole", &dimension["id"]));
        if period.trial && whole {
            let sum = period
                .months
                .iter()
                .map(|&month| self.demand[id][month])
                .sum();
            return left(sum, 0);
        }
        let months = period.months.iter();
        months
            .map(|&month| left(self.demand[id][month], month))
            .max()
            .unwrap()
    }

    /// The needs that the packs of a charge serve, one for each period; none where it is not sold.
    pub fn needs(&self, charge: &Value) -> Vec<u128> {
        if of_edition(&charge["tiers"][0]["price"], self.edition).is_none() {
            return Vec::new();
        }
        let id = charge["dimension"].as_str().unwrap();
        self.periods(charge)
            .iter()
            .map(|period| self.need(id, period))
            .collect()
    }

    /// The price of a unit of so many at once; `None` where that many are not sold.
    pub fn rate(&self, charge: &'a Value, quantity: u128) -> Option<&'a str> {
        let tier = list(charge, "tiers").iter().find(|tier| {
            let to = tier.get("to").map(number);
            quantity >= number(&tier["from"]) && to.is_none_or(|to| quantity < to)
        })?;
        of_edition(&tier["price"], self.edition)?.as_str()
    }

    /// What packs leave of the needs, the oldest used first.
    pub fn left(charge: &Value, needs: &[u128], bought: &[Bought]) -> Vec<u128> {
        let life = charge.get("life").map(|life| number(life) as usize);
        let mut packs = bought.to_vec();
        packs.sort_by_key(|pack| pack.0);
        let mut left = needs.to_vec();
        for (month, left) in left.iter_mut().enumerate() {
            for (from, rest) in &mut packs {
                if *from <= month && life.is_none_or(|life| month < *from + life) {
                    let used = (*rest).min(*left);
                    *rest -= used;
                    *left -= used;
                }
            }
        }
        left
    }

    /// The entries of every charge, in the card's order, where these packs are bought.
    pub fn lines(&self, bought: &BTreeMap<String, Vec<Bought>>) -> Vec<(String, Vec<Entry>)> {
        let lines = list(self.card, "charges").iter().map(|charge| {
            let id = charge["id"].as_str().unwrap().to_owned();
            let entries = self.entries(charge, bought);
            (id, entries)
        });
        lines.filter(|(_, entries)| !entries.is_empty()).collect()
    }

    fn entries(&self, charge: &'a Value, bought: &BTreeMap<String, Vec<Bought>>) -> Vec<Entry> {
        let model = charge["model"].as_str().unwrap();
        let mut entries = Vec::new();
        let mut add = |period: &Period, quantity: u128, price: Option<&str>, to: Option<Day>| {
            if let Some(price) = price {
                let amount = &Decimal::new(quantity, 0) * &Decimal::parse(price);
                let (on, from) = (period.on.to_string(), period.from.to_string());
                let to = to.map(|to| to.to_string());
                entries.push((on, quantity, price.to_owned(), amount.to_string(), from, to));
            }
        };
        let periods = self.periods(charge);
        if model == "pack" {
            for &(month, quantity) in bought
                .get(charge["id"].as_str().unwrap())
                .into_iter()
                .flatten()
            {
                let on = periods[month].on;
                let to = charge
                    .get("life")
                    .map(|life| on.plus_months(number(life) as u64));
                add(&periods[month], quantity, self.rate(charge, quantity), to);
            }
            return entries;
        }
        let (mut carried, mut kept) = (0, 0);
        for (index, period) in periods.iter().enumerate() {
            let mut need = charge["dimension"]
                .as_str()
                .map_or(1, |id| self.need(id, period));
            let packs = list(self.card, "charges").iter().find(|other| {
                other["model"] == "pack" && other["dimension"] == charge["dimension"]
            });
            if let (Some(packs), "payg") = (packs, charge["kind"].as_str().unwrap()) {
                let needs = self.needs(packs);
                let none = Vec::new();
                let packs_bought = bought.get(packs["id"].as_str().unwrap()).unwrap_or(&none);
                if !needs.is_empty() {
                    need = Self::left(packs, &needs, packs_bought)[index];
                }
            }
            let basic = period.trial && self.trial.is_some_and(|t| t["basic"] == charge["id"]);
            match model {
                "flat" => add(period, 1, self.price(charge), Some(period.to)),
                "bundle" => {
                    let count = if period.trial {
                        1
                    } else {
                        self.packages(charge, period)
                    };
                    add(period, count, self.price(charge), Some(period.to));
                }
                "per-unit" if need > 0 || basic => {
                    let daily = charge["every"] == "day";
                    let days = if daily {
                        period.from.days_in_month()
                    } else {
                        1
                    };
                    add(
                        period,
                        need * u128::from(days),
                        self.price(charge),
                        Some(period.to),
                    );
                }
                "block" => {
                    let size = number(&charge["size"]);
                    let forever = charge["carries"] == true;
                    carried = if forever { carried + need } else { need };
                    let blocks = carried.div_ceil(size) - kept;
                    if forever {
                        kept += blocks;
                    }
                    if blocks > 0 {
                        let to = (!forever).then_some(period.to);
                        add(period, blocks, self.price(charge), to);
                    }
                }
                "volume" if need > 0 => {
                    add(period, need, self.rate(charge, need), Some(period.to));
                }
                "graduated" => {
                    for tier in list(charge, "tiers") {
                        let from = number(&tier["from"]);
                        let to = tier.get("to").map_or(need, |to| number(to).min(need));
                        let price = of_edition(&tier["price"], self.edition);
                        if to > from {
                            add(
                                period,
                                to - from,
                                price.and_then(Value::as_str),
                                Some(period.to),
                            );
                        }
                    }
                }
                _ => {}
            }
        }
        entries
    }
}
