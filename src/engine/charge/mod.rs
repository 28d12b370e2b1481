//! The charge models: what the engine asks of one, and a file for the answers of each.
//!
//! A model's fields, and how they are read, stand in `crate::card::charge`.

mod block;
mod bundle;
mod flat;
mod graduated;
mod model;
mod pack;
mod package;
mod per_unit;
mod rise;
mod tiers;
mod trace;
mod volume;
mod why;

pub(super) use model::{ChargeModel, Charging, Peak};
pub(super) use package::Package;

use crate::card::{Charge, Model};

/// The model of a charge, to be asked.
pub(super) fn model(charge: &Charge) -> &dyn ChargeModel {
    match &charge.model {
        Model::Flat(flat) => flat,
        Model::Bundle(bundle) => bundle,
        Model::PerUnit(per_unit) => per_unit,
        Model::Block(block) => block,
        Model::Graduated(graduated) => graduated,
        Model::Volume(volume) => volume,
        Model::Pack(pack) => pack,
    }
}

/// How many units the price of a charge is for, where there is one price whatever the quantity.
#[cfg(any(feature = "csr", feature = "ssr"))]
pub(crate) fn units_priced(charge: &Charge) -> Option<u64> {
    model(charge).units_priced()
}
