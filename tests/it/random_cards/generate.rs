//! Random rate cards of every model and switch, several charges on a dimension among them, and
//! requests about them. Whether a card is valid is for the card's own check to say.

use super::draw::Draw;
use super::spec::{Card, Charge, Dimension, Each, Model, Prices, Request, Tier, Trial};

/// A card.
pub fn card(draw: &mut Draw) -> Card {
    let sold = draw.between(1, 3) as usize;
    let has_trial = draw.chance(25);
    let editions = sold + usize::from(has_trial);
    let billing = draw.of(&[0, 0, 1, 1, 2, 3]);
    let billing = [
        vec!["monthly"],
        vec!["monthly", "annual"],
        vec!["annual", "monthly"],
        vec!["annual"],
    ][billing]
        .clone();
    let is_annual = billing.contains(&"annual");
    let count = draw.between(1, 3) as usize;
    let mut charges = Vec::new();
    for _ in 0..draw.between(1, 5) {
        let mut charge = charge(draw, count, editions, is_annual);
        let beside = beside_packs(draw, &mut charge, editions);
        charges.push(charge);
        charges.extend(beside);
    }
    let dimensions = (0..count)
        .map(|own| dimension(draw, own, count, &charges, editions))
        .collect();
    let trial = has_trial.then(|| trial(draw, &mut charges, count, sold));
    let on_request = on_request(draw, &mut charges, sold, editions);
    Card {
        on_request,
        thirty_days: draw.chance(20),
        billing,
        sold,
        trial,
        dimensions,
        charges,
    }
}

/// Which editions say that they are sold on request: now and then one, which then has no price.
fn on_request(draw: &mut Draw, charges: &mut [Charge], sold: usize, editions: usize) -> Vec<bool> {
    let mut on_request = vec![false; editions];
    if draw.chance(25) {
        let edition = draw.index(sold);
        on_request[edition] = true;
        for charge in charges {
            for prices in charge.model.prices() {
                prices[edition] = None;
            }
        }
    }
    on_request
}

fn price(draw: &mut Draw) -> u64 {
    match draw.upto(9) {
        0..=5 => 1_000 * draw.upto(40),
        6..=7 => 10 * draw.upto(500),
        8 => draw.upto(5_000),
        _ => 0,
    }
}

/// Which editions are sold something: mostly all, always some.
fn mask(draw: &mut Draw, editions: usize) -> Vec<bool> {
    let mut mask: Vec<bool> = (0..editions).map(|_| !draw.chance(15)).collect();
    if !mask.contains(&true) {
        mask[0] = true;
    }
    mask
}

fn each(draw: &mut Draw, mask: &[bool]) -> Each {
    let alike = draw.chance(60).then(|| price(draw));
    let values = mask
        .iter()
        .map(|&sold| sold.then(|| alike.unwrap_or_else(|| price(draw))));
    values.collect()
}

fn prices(draw: &mut Draw, editions: usize, is_annual: bool) -> Prices {
    let mask = mask(draw, editions);
    let month = each(draw, &mask);
    let year = (is_annual && draw.chance(60)).then(|| {
        let discounted = draw.chance(50);
        let ten = |price: Option<u64>| price.map(|price| price * 10);
        if discounted {
            month.iter().copied().map(ten).collect()
        } else {
            each(draw, &mask).into_iter().map(ten).collect()
        }
    });
    Prices { month, year }
}

fn tiers(draw: &mut Draw, editions: usize, first: u64) -> Vec<Tier> {
    let mask = mask(draw, editions);
    let mut from = first;
    let count = draw.between(1, 4);
    (0..count)
        .map(|_| {
            let tier = Tier {
                from,
                price: each(draw, &mask),
            };
            from += draw.between(1, 12);
            tier
        })
        .collect()
}

fn charge(draw: &mut Draw, dimensions: usize, editions: usize, is_annual: bool) -> Charge {
    let of = draw.index(dimensions);
    let model = match draw.upto(11) {
        0..=2 => Model::PerUnit {
            of,
            prices: prices(draw, editions, is_annual),
            daily: draw.chance(20),
        },
        3 => Model::Flat(prices(draw, editions, is_annual)),
        4..=5 => Model::Bundle(prices(draw, editions, is_annual)),
        6 => Model::Block {
            of,
            size: draw.between(1, 9),
            price: {
                let mask = mask(draw, editions);
                each(draw, &mask)
            },
            carries: draw.chance(40),
        },
        7..=8 => Model::Graduated {
            of,
            tiers: tiers(draw, editions, 0),
        },
        9 => Model::Volume {
            of,
            tiers: tiers(draw, editions, 0),
        },
        _ => pack(draw, of, editions),
    };
    let payg = match model {
        Model::Pack { .. } => draw.chance(2),
        _ => draw.chance(40),
    };
    Charge { payg, model }
}

/// Packs whose rates do not rise with their size.
fn pack(draw: &mut Draw, of: usize, editions: usize) -> Model {
    let step = draw.of(&[1, 2, 3, 5, 10]);
    let min = step * draw.between(1, 3);
    let mask = mask(draw, editions);
    let (mut from, mut rate) = (min, 1_000 * draw.between(1, 9));
    let count = draw.between(1, 3);
    let tiers = (0..count).map(|_| {
        let price = mask.iter().map(|&sold| sold.then_some(rate)).collect();
        let tier = Tier { from, price };
        from += step * draw.between(1, 4);
        rate -= 100 * draw.upto(rate / 200);
        tier
    });
    let tiers = tiers.collect();
    let life = draw.of(&[None, Some(1), Some(2), Some(3), Some(12)]);
    Model::Pack {
        of,
        min,
        step,
        life,
        tiers,
    }
}

/// Pay as you go beside packs, mostly at the rate of one of their tiers.
fn beside_packs(draw: &mut Draw, packs: &mut Charge, editions: usize) -> Option<Charge> {
    let Model::Pack { of, tiers, .. } = &packs.model else {
        return None;
    };
    if !draw.chance(50) {
        return None;
    }
    let of = *of;
    let size = draw.of(&[1, 1, 2, 5, 7]);
    let rate = tiers[draw.index(tiers.len())]
        .price
        .iter()
        .find_map(|rate| *rate)?;
    let mask = mask(draw, editions);
    let price: Each = mask
        .iter()
        .map(|&sold| sold.then_some(rate * size))
        .collect();
    let model = if size == 1 {
        let prices = Prices {
            month: price,
            year: None,
        };
        Model::PerUnit {
            of,
            prices,
            daily: draw.chance(3),
        }
    } else {
        Model::Block {
            of,
            size,
            price,
            carries: draw.chance(3),
        }
    };
    Some(Charge {
        payg: !draw.chance(5),
        model,
    })
}

fn dimension(
    draw: &mut Draw,
    own: usize,
    all: usize,
    charges: &[Charge],
    editions: usize,
) -> Dimension {
    let counted = charges.iter().any(|charge| charge.model.of() == Some(own));
    let is_limit = !counted && draw.chance(60);
    let has_quota = draw.chance(70);
    let quota = has_quota.then(|| {
        let one = |draw: &mut Draw| match draw.upto(9) {
            0 => None,
            1..=3 => Some(0),
            _ => Some(draw.upto(20)),
        };
        let alike = draw.chance(50).then(|| one(draw));
        (0..editions)
            .map(|_| alike.unwrap_or_else(|| one(draw)))
            .collect()
    });
    let bases: Vec<usize> = (0..charges.len())
        .filter(|&index| {
            matches!(
                charges[index].model,
                Model::Flat(_) | Model::Bundle(_) | Model::PerUnit { .. }
            )
        })
        .collect();
    let bundles = |index: &usize| matches!(charges[*index].model, Model::Bundle(_));
    let bundle = bases.iter().copied().find(bundles);
    let per = match bundle {
        _ if !has_quota || is_limit => None,
        Some(bundle) if draw.chance(70) => Some(bundle),
        _ if !bases.is_empty() && draw.chance(30) => Some(bases[draw.index(bases.len())]),
        _ => None,
    };
    let each = (all > 1 && draw.chance(10)).then(|| (own + 1 + draw.index(all - 1)) % all);
    Dimension {
        quota,
        is_limit,
        per,
        each,
        on_request: has_quota && !is_limit && draw.chance(20),
        is_agreed_upon: has_quota && draw.chance(50),
    }
}

fn trial(draw: &mut Draw, charges: &mut [Charge], dimensions: usize, edition: usize) -> Trial {
    let mut trial = Trial {
        days: draw.chance(70).then(|| draw.between(1, 40)),
        months: draw.between(1, 2),
        basic: draw.index(charges.len()),
        sells: Vec::new(),
        beside: Vec::new(),
        whole: (0..dimensions).filter(|_| draw.chance(25)).collect(),
    };
    for (index, charge) in charges.iter_mut().enumerate() {
        let mut is_priced = index == trial.basic;
        match draw.upto(2) {
            0 => {}
            1 if !is_priced => {
                trial.sells.push(index);
                is_priced = true;
            }
            _ if !is_priced => trial.beside.push(index),
            _ => {}
        }
        if is_priced {
            for prices in charge.model.prices() {
                let other = prices.iter().find_map(|price| *price);
                prices[edition] = prices[edition].or(other);
            }
        }
    }
    trial
}

/// A request about a card.
pub fn request(draw: &mut Draw, card: &Card) -> Request {
    let has_packs = card
        .charges
        .iter()
        .any(|charge| charge.model.is_pack(charge.payg));
    let months = match (has_packs, draw.upto(9)) {
        (true, _) => draw.between(1, 4),
        (false, 0..=6) => draw.between(1, 4),
        (false, _) => draw.between(5, 30),
    } as usize;
    let most = if has_packs { 24 } else { 45 };
    let demand = card.dimensions.iter().map(|_| {
        let steady = draw.chance(50).then(|| draw.upto(most));
        (0..months)
            .map(|_| steady.unwrap_or_else(|| draw.upto(most)))
            .collect()
    });
    let demand = demand.collect();
    let has_years = card.charges.iter().any(Charge::has_years);
    let billing = match has_years {
        true => draw.of(&card.billing),
        // The other way would change nothing and is not sold.
        false => card.billing[0],
    };
    let year = draw.between(2024, 2027);
    let month = draw.between(1, 12);
    let day = draw.of(&[1, 1, 15, 28, 29, 30, 31]);
    let last = match month {
        2 if year == 2024 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    Request {
        edition: draw.index(card.editions()),
        annual: billing == "annual",
        start: format!("{year}-{month:02}-{:02}", day.min(last)),
        months,
        demand,
    }
}
