//! `larger-pack`: a larger pack costs less than the smallest one that is enough.

use super::prover::Prover;
use crate::card::Charge;
use crate::engine::arg::{dimension_name, quantity};
use crate::engine::reply::PackPurchase;
use crate::money::Amount;
use crate::word::Word;

/// The larger pack of a charge that saves most, the first of those that save as much.
///
/// Where packs are planned, they are bought already; where they are given, a larger one may be
/// missing.
pub(super) fn find(prover: &Prover, charge: &Charge) -> Option<Word> {
    let dimension = prover.packs_of(charge)?;
    let plan = prover.priced.packs.iter().find(|p| p.charge == charge.id)?;
    let prices = Prices {
        charge,
        edition: &prover.priced.edition,
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
        .with("dimension", dimension_name(dimension))
        .with("quantity", quantity(dimension, larger.quantity))
        .with("cost", prover.money(cost))
        .with("instead", quantity(dimension, larger.instead))
        .with("saves", prover.money(larger.saves));
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
        let sizes = self.charge.pack_sizes().filter(|_| held > 0)?;
        let steps = held.saturating_sub(sizes.min).div_ceil(sizes.step.max(1));
        steps.checked_mul(sizes.step)?.checked_add(sizes.min)
    }

    /// The price of a pack.
    fn of(&self, quantity: u64) -> Option<Amount> {
        let mut tiers = self.charge.model.tiers().iter().rev();
        let tier = tiers.find(|tier| tier.from <= quantity)?;
        tier.price.get(self.edition)?.checked_mul(quantity)
    }
}
