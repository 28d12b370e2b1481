//! What a rate card asks of a charge model.

use super::{Charge, ChargeKind, Tier};
use crate::card::check::{Check, Tell};
use crate::card::{Card, PerEdition};
use crate::money::Amount;
use crate::text::Id;
use crate::value::Field;
use crate::value::read::Read;

/// A charge model as a rate card has it.
///
/// No method has a default, so that whoever adds a model is led through all that is asked of it.
pub(in crate::card) trait ChargeModel {
    /// Checks it against the card that it stands in.
    ///
    /// # Errors
    ///
    /// The fault at which `tell` ends the check, with its place in the charge.
    fn check(&self, card: &Card, charge: &Charge, tell: &mut Tell) -> Check;

    /// What it counts; `None` where it charges without counting.
    fn dimension(&self) -> Option<&Id>;

    /// Its prices.
    fn prices(&self) -> Prices<'_>;

    /// Whether an allowance may be what one of it holds.
    fn holds_allowances(&self) -> bool;

    /// The packs that it sells beforehand; `None` where it sells none.
    fn packs(&self, kind: ChargeKind) -> Option<Packs>;

    /// The units that its price is for, where packs may be weighed against it; `None` where they may
    /// not.
    fn beside_packs(&self) -> Option<u64>;

    /// Whether it may be added to packages: its cost follows from the units of a period alone, and
    /// rises evenly within a tier.
    fn is_added_to_packages(&self) -> bool;

    /// Whether it is packages, of which there are as many as are cheapest beside what is added to them.
    fn weighs_packages(&self) -> bool;

    /// Whether it is the same amount whatever the demand.
    fn is_constant(&self) -> bool;

    /// In how many entries a quantity may be charged at once.
    fn parts_of_a_quantity(&self) -> usize;

    /// Whether it is charged for every day.
    fn is_daily(&self) -> bool;
}

/// A charge model as a document writes it.
pub(super) trait Written: Sized {
    /// Its fields beside those of every charge, in the order in which they are told.
    const FIELDS: &'static [Field];

    /// Reads its fields, whose structure has been checked.
    ///
    /// # Errors
    ///
    /// The first fault, with its place in the charge.
    fn read(charge: &crate::value::Value) -> Read<Self>;
}

/// The prices of a charge.
#[derive(Clone, Copy)]
pub(in crate::card) enum Prices<'a> {
    /// One, whatever the quantity.
    Single {
        /// The price of a month.
        price: &'a PerEdition<Amount>,
        /// The price of a year, where there is one.
        annual: Option<&'a PerEdition<Amount>>,
    },
    /// One for each range of quantities.
    Tiered(&'a [Tier]),
}

/// The packs that a charge sells.
#[derive(Clone, Copy)]
pub(in crate::card) struct Packs {
    /// The sizes in which they are sold.
    pub sizes: crate::card::PackSizes,
    /// For how many months a pack serves; `None` for ever.
    pub life: Option<u32>,
}
