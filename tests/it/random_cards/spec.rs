//! A rate card and a request as plain data, and the documents that they are.

use serde_json::{Map, Value, json};

/// A value by edition; `None` where an edition has none.
pub type Each = Vec<Option<u64>>;

/// A rate card. Prices are in thousandths.
#[derive(Clone, Debug)]
pub struct Card {
    pub thirty_days: bool,
    pub billing: Vec<&'static str>,
    /// How many editions are sold; a trial comes after them.
    pub sold: usize,
    pub trial: Option<Trial>,
    /// By edition, whether it says itself that it is sold on request.
    pub on_request: Vec<bool>,
    pub dimensions: Vec<Dimension>,
    pub charges: Vec<Charge>,
}

#[derive(Clone, Debug)]
pub struct Trial {
    pub days: Option<u64>,
    pub months: u64,
    pub basic: usize,
    pub sells: Vec<usize>,
    pub beside: Vec<usize>,
    pub whole: Vec<usize>,
}

#[derive(Clone, Debug)]
pub struct Dimension {
    /// By edition; `None` is unlimited.
    pub quota: Option<Each>,
    pub is_limit: bool,
    pub per: Option<usize>,
    pub each: Option<usize>,
    pub on_request: bool,
    /// Whether nothing is said of it in the editions that are sold on request.
    pub is_agreed_upon: bool,
}

#[derive(Clone, Debug)]
pub struct Charge {
    pub payg: bool,
    pub model: Model,
}

#[derive(Clone, Debug)]
pub enum Model {
    Flat(Prices),
    Bundle(Prices),
    PerUnit {
        of: usize,
        prices: Prices,
        daily: bool,
    },
    Block {
        of: usize,
        size: u64,
        price: Each,
        carries: bool,
    },
    Graduated {
        of: usize,
        tiers: Vec<Tier>,
    },
    Volume {
        of: usize,
        tiers: Vec<Tier>,
    },
    Pack {
        of: usize,
        min: u64,
        step: u64,
        life: Option<u64>,
        tiers: Vec<Tier>,
    },
}

#[derive(Clone, Debug)]
pub struct Prices {
    pub month: Each,
    pub year: Option<Each>,
}

#[derive(Clone, Debug)]
pub struct Tier {
    pub from: u64,
    pub price: Each,
}

/// What is asked of a card.
#[derive(Clone, Debug)]
pub struct Request {
    /// Counted through the editions, the trial last.
    pub edition: usize,
    pub annual: bool,
    pub start: String,
    pub months: usize,
    /// By dimension and month.
    pub demand: Vec<Vec<u64>>,
}

impl Card {
    pub fn editions(&self) -> usize {
        self.sold + usize::from(self.trial.is_some())
    }

    pub fn is_trial(&self, edition: usize) -> bool {
        edition == self.sold
    }

    /// Whether nothing has a price for an edition.
    pub fn is_on_request(&self, edition: usize) -> bool {
        let mut charges = self.charges.iter();
        charges.all(|charge| !charge.model.is_sold(edition))
    }
}

impl Charge {
    /// Whether it has a price by the year.
    pub fn has_years(&self) -> bool {
        match &self.model {
            Model::Flat(prices) | Model::Bundle(prices) | Model::PerUnit { prices, .. } => {
                prices.year.is_some()
            }
            _ => false,
        }
    }
}

impl Model {
    /// The dimension that is counted.
    pub fn of(&self) -> Option<usize> {
        match self {
            Self::Flat(_) | Self::Bundle(_) => None,
            Self::PerUnit { of, .. }
            | Self::Block { of, .. }
            | Self::Graduated { of, .. }
            | Self::Volume { of, .. }
            | Self::Pack { of, .. } => Some(*of),
        }
    }

    /// All prices by edition.
    pub fn prices(&mut self) -> Vec<&mut Each> {
        match self {
            Self::Flat(prices) | Self::Bundle(prices) | Self::PerUnit { prices, .. } => {
                let mut all = vec![&mut prices.month];
                all.extend(prices.year.as_mut());
                all
            }
            Self::Block { price, .. } => vec![price],
            Self::Graduated { tiers, .. }
            | Self::Volume { tiers, .. }
            | Self::Pack { tiers, .. } => tiers.iter_mut().map(|tier| &mut tier.price).collect(),
        }
    }

    /// Whether an edition is sold it.
    pub fn is_sold(&self, edition: usize) -> bool {
        self.clone().prices()[0][edition].is_some()
    }

    /// Whether it sells packs: bought, used up, and priced as they are.
    pub fn is_pack(&self, payg: bool) -> bool {
        match self {
            Self::Pack { .. } => true,
            Self::Block { carries, .. } => *carries && !payg,
            _ => false,
        }
    }
}

/// A price in thousandths as a card writes it.
pub fn price(thousandths: u64) -> String {
    let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

fn edition(index: usize) -> String {
    format!("e{index}")
}

fn dimension(index: usize) -> String {
    format!("d{index}")
}

pub fn charge(index: usize) -> String {
    format!("c{index}")
}

fn by_edition(values: &Each, write: impl Fn(u64) -> Value) -> Value {
    let each = values.iter().enumerate();
    let each = each.filter_map(|(index, value)| Some((edition(index), write((*value)?))));
    Value::Object(each.collect())
}

/// Prices by edition; in one text, where that is the same for all but those that are sold on request.
fn prices(values: &Each, on_request: &[bool]) -> Value {
    let sold = values.iter().zip(on_request);
    let sold: Vec<Option<u64>> = sold.filter(|(_, on)| !**on).map(|(v, _)| *v).collect();
    match sold.first() {
        Some(Some(one)) if sold.len() < values.len() && sold.iter().all(|v| *v == Some(*one)) => {
            json!(price(*one))
        }
        _ => by_edition(values, |value| json!(price(value))),
    }
}

fn tiers(tiers: &[Tier], on_request: &[bool]) -> Value {
    let ends = tiers.iter().skip(1).map(|tier| json!(tier.from));
    let ends = ends.chain([Value::Null]);
    let tiers = tiers.iter().zip(ends);
    tiers
        .map(|(tier, to)| json!({"from": tier.from, "to": to, "price": prices(&tier.price, on_request)}))
        .collect()
}

impl Card {
    /// The document.
    pub fn document(&self) -> Value {
        let en = |text: &str| json!({ "en": text });
        let ids = |list: &[usize], id: fn(usize) -> String| -> Value {
            list.iter().map(|&index| json!(id(index))).collect()
        };
        let editions: Vec<Value> = (0..self.editions())
            .map(|index| {
                let trial = self.trial.as_ref().filter(|_| self.is_trial(index));
                let trial = trial.map(|trial| {
                    let length = match trial.days {
                        Some(days) => json!({ "days": days }),
                        None => json!({ "months": trial.months }),
                    };
                    json!({"length": length, "basic": charge(trial.basic), "instead": edition(0),
                        "sells": ids(&trial.sells, charge), "beside": ids(&trial.beside, charge),
                        "whole": ids(&trial.whole, dimension)})
                });
                let price = self.on_request[index].then_some("on-request");
                json!({"id": edition(index), "label": en("E"), "source": "s", "price": price, "trial": trial})
            })
            .collect();
        let dimensions: Vec<Value> = self.dimensions.iter().enumerate().map(|(index, d)| {
            let quota = d.quota.as_ref().map(|quota| {
                let each = quota.iter().enumerate();
                let each = each
                    .filter(|(index, _)| !(d.is_agreed_upon && self.is_on_request(*index)));
                let each = each.map(|(index, held)| {
                    (edition(index), held.map_or(json!("unlimited"), |held| json!(held)))
                });
                Value::Object(each.collect())
            });
            let key = if d.is_limit { "limit" } else { "allowance" };
            let beyond = d.on_request.then_some("contact-sales");
            json!({"id": dimension(index), "label": en("D"), "source": "s",
                "unit": {"en": {"one": "u", "other": "u"}}, key: quota,
                "allowance_per": d.per.map(charge), "each": d.each.map(dimension), "beyond": beyond})
        }).collect();
        let charges: Vec<Value> = self
            .charges
            .iter()
            .enumerate()
            .map(|(index, c)| {
                let kind = if c.payg { "payg" } else { "prepaid" };
                let mut document =
                    json!({"id": charge(index), "label": en("C"), "kind": kind, "source": "s"});
                let own = document.as_object_mut().unwrap();
                if let Some(of) = c.model.of() {
                    own.insert("dimension".into(), json!(dimension(of)));
                }
                own.extend(fields(&c.model, &self.on_request));
                document
            })
            .collect();
        let months = if self.thirty_days {
            "30-day"
        } else {
            "calendar-month"
        };
        json!({"id": "random/undated", "product": "random", "label": en("Random"), "currency": "USD",
            "months": months, "billing": self.billing, "source": "s",
            "sources": {"s": {"document": "d", "section": "s"}},
            "editions": editions, "dimensions": dimensions, "charges": charges})
    }
}

fn fields(model: &Model, on_request: &[bool]) -> Map<String, Value> {
    let prices = |values: &Each| prices(values, on_request);
    let tiers = |list: &[Tier]| tiers(list, on_request);
    let single = |name: &str, p: &Prices| json!({"model": name, "price": prices(&p.month), "annual_price": p.year.as_ref().map(prices)});
    let fields = match model {
        Model::Flat(p) => single("flat", p),
        Model::Bundle(p) => single("bundle", p),
        Model::PerUnit { prices, daily, .. } => {
            let mut fields = single("per-unit", prices);
            if *daily {
                fields["every"] = json!("day");
            }
            fields
        }
        Model::Block {
            size,
            price,
            carries,
            ..
        } => {
            json!({"model": "block", "size": size, "price": prices(price), "carries": carries})
        }
        Model::Graduated { tiers: all, .. } => json!({"model": "graduated", "tiers": tiers(all)}),
        Model::Volume { tiers: all, .. } => json!({"model": "volume", "tiers": tiers(all)}),
        Model::Pack {
            min,
            step,
            life,
            tiers: all,
            ..
        } => {
            json!({"model": "pack", "min": min, "step": step, "life": life, "tiers": tiers(all)})
        }
    };
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

impl Request {
    /// The document, with these packs instead of the cheapest ones where they are given.
    pub fn document(&self) -> Value {
        let demand = self.demand.iter().enumerate();
        let demand = demand.map(|(index, months)| (dimension(index), json!(months)));
        let billing = if self.annual { "annual" } else { "monthly" };
        json!({"as_of": "2026-11-20", "start": self.start, "months": self.months, "items": [{
            "product": "random", "edition": edition(self.edition), "billing": billing,
            "demand": Value::Object(demand.collect())}]})
    }
}
