//! The least that packs cost, by trying every purchase in every month.

use std::collections::HashMap;

/// Packs as they are sold; rates in thousandths.
pub struct Offer {
    pub min: u64,
    pub step: u64,
    pub life: Option<u64>,
    /// From which size on, and the price of a unit, or of a whole pack.
    pub rates: Vec<(u64, u64)>,
    /// Whether a rate is the price of a pack of the step's size.
    pub is_whole: bool,
}

/// The most ways of buying that are tried for one plan.
const MOST_WAYS: u64 = 30_000;

/// The least cost that covers the needs of all months; `None` where there are too many ways.
pub fn least(needs: &[u64], offer: &Offer, payg: Option<(u64, u64)>) -> Option<u64> {
    let all: u64 = needs.iter().sum();
    // Nobody needs more than all there is to cover, or the first size of a lower rate.
    let largest = offer
        .rates
        .iter()
        .map(|(from, _)| *from)
        .chain([all])
        .max()?;
    let steps = largest.saturating_sub(offer.min).div_ceil(offer.step);
    let sizes: Vec<u64> = (0..=steps)
        .map(|step| offer.min + step * offer.step)
        .collect();
    let ways = (sizes.len() as u64 + 1).checked_pow(needs.len() as u32)?;
    if ways > MOST_WAYS {
        return None;
    }
    let search = Search {
        needs,
        offer,
        payg,
        sizes,
    };
    let cost = search.from(0, &[], &mut HashMap::new());
    Some(cost.expect("the largest pack covers every month"))
}

/// What packs have left, each with the first month that it no longer serves.
type Left = Vec<(u64, usize)>;

struct Search<'a> {
    needs: &'a [u64],
    offer: &'a Offer,
    payg: Option<(u64, u64)>,
    sizes: Vec<u64>,
}

impl Search<'_> {
    /// The least cost from a month on; `None` where something stays uncovered.
    fn from(
        &self,
        month: usize,
        left: &[(u64, usize)],
        known: &mut HashMap<(usize, Left), Option<u64>>,
    ) -> Option<u64> {
        let Some(&need) = self.needs.get(month) else {
            return Some(0);
        };
        let key = (month, left.to_vec());
        if let Some(cost) = known.get(&key) {
            return *cost;
        }
        let until = self
            .offer
            .life
            .map_or(usize::MAX, |life| month + life as usize);
        let bought = self.sizes.iter().map(|size| (*size, self.price(*size)));
        let mut best: Option<u64> = None;
        for (size, price) in bought.chain([(0, 0)]) {
            let mut packs = left.to_vec();
            packs.push((size, until));
            packs.sort_by_key(|(_, until)| *until);
            let mut missing = need;
            for (rest, until) in &mut packs {
                if *until > month {
                    let used = missing.min(*rest);
                    *rest -= used;
                    missing -= used;
                }
            }
            packs.retain(|(rest, until)| *rest > 0 && *until > month + 1);
            let paid = match self.payg {
                None if missing > 0 => continue,
                None => 0,
                Some((block, price)) => missing.div_ceil(block) * price,
            };
            if let Some(rest) = self.from(month + 1, &packs, known) {
                let cost = price + paid + rest;
                best = Some(best.map_or(cost, |best| best.min(cost)));
            }
        }
        known.insert(key, best);
        best
    }

    fn price(&self, size: u64) -> u64 {
        let (_, rate) = self
            .offer
            .rates
            .iter()
            .rev()
            .find(|(from, _)| *from <= size)
            .unwrap();
        match self.offer.is_whole {
            true => size / self.offer.step * rate,
            false => size * rate,
        }
    }
}
