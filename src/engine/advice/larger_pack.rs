//! `larger-pack`: a larger pack costs less than the smallest one that is enough.

use super::case::{Case, name, quantity};
use crate::card::{Charge, Model, Pack};
use crate::engine::reply::PackPurchase;
use crate::money::Amount;
use crate::word::Word;

/// The larger pack of a charge that saves most, the first of those that save as much.
///
/// Where packs are planned, they are bought already; where they are given, a larger one may be
/// missing.
pub(super) fn find(case: &Case, charge: &Charge) -> Option<Word> {
    let dimension = case.packs_of(charge)?;
    let plan = case.priced.packs.iter().find(|p| p.charge == charge.id)?;
    let prices = Prices {
        charge,
        edition: &case.priced.edition,
    };
    let mut best: Option<Larger> = None;
    for purchase in &plan.purchases {
        for larger in [prices.bought(purchase), prices.missed(purchase)] {
            let saves = best.as_ref().map_or(Amount::ZERO, |best| best.saves);
            best = larger.filter(|larger| larger.saves > saves).or(best);
        }
    }
    let larger = best?;
    let cost = prices.of(larger.quantity)?;
    let word = Word::new("larger-pack")
        .with("dimension", name(dimension))
        .with("quantity", quantity(dimension, larger.quantity))
        .with("cost", case.money(cost))
        .with("instead", quantity(dimension, larger.instead))
        .with("saves", case.money(larger.saves));
    Some(word)
}

struct Larger {
    quantity: u64,
    instead: u64,
    saves: Amount,
}

struct Prices<'a> {
    charge: &'a Charge,
    edition: &'a str,
}

impl Prices<'_> {
    /// A pack that was bought, beside the smallest that would do for what is used of it.
    fn bought(&self, purchase: &PackPurchase) -> Option<Larger> {
        let instead = self.smallest(purchase.used)?;
        self.larger(purchase.quantity, instead)
    }

    /// A pack that begins a tier, beside the smaller one that was bought.
    fn missed(&self, purchase: &PackPurchase) -> Option<Larger> {
        let begins = self.charge.model.tiers().iter().map(|tier| tier.from);
        let larger = begins.filter_map(|begins| {
            let quantity = self.smallest(begins)?;
            self.larger(quantity, purchase.quantity)
        });
        larger.reduce(|best, next| if next.saves > best.saves { next } else { best })
    }

    fn larger(&self, quantity: u64, instead: u64) -> Option<Larger> {
        let saves = self.of(instead)?.checked_sub(self.of(quantity)?)?;
        let holds = quantity > instead && saves > Amount::ZERO;
        holds.then_some(Larger {
            quantity,
            instead,
            saves,
        })
    }

    /// The smallest pack that holds so much; `None` where nothing is to be held.
    fn smallest(&self, held: u64) -> Option<u64> {
        let Model::Pack(Pack { min, step, .. }) = self.charge.model else {
            return None;
        };
        if held == 0 {
            return None;
        }
        let steps = held.saturating_sub(min).div_ceil(step.max(1));
        steps.checked_mul(step)?.checked_add(min)
    }

    /// The price of a pack.
    fn of(&self, quantity: u64) -> Option<Amount> {
        let mut tiers = self.charge.model.tiers().iter().rev();
        let tier = tiers.find(|tier| tier.from <= quantity)?;
        tier.price.get(self.edition)?.checked_mul(quantity)
    }
}
