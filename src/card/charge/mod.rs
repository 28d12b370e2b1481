//! Charges, by the standard charge models: a file each, with its fields, how they are read and what
//! can be wrong with them.
//!
//! What a charge model comes to stands in `crate::engine::charge`.

mod beside;
mod block;
mod bundle;
mod check;
mod flat;
mod graduated;
mod model;
mod pack;
mod per_unit;
pub(crate) mod shape;
mod tier;
mod volume;

pub use block::Block;
pub use bundle::Bundle;
pub use flat::Flat;
pub use graduated::Graduated;
pub(super) use model::{ChargeModel, Packs, Prices};
pub use pack::Pack;
pub use per_unit::{Every, PerUnit};
pub use tier::Tier;
pub use volume::Volume;

use std::sync::Arc;

use serde::Serialize;

use self::model::Written;
use self::shape::OF_EVERY_CHARGE;
use super::PerEdition;
use super::read::shared_text;
use crate::money::Amount;
use crate::text::{Id, Text};
use crate::value::read::{Read, id, needed, one_of};
use crate::value::{Code, Fault, Field, Shape, Value};
use crate::word::{Arg, Word};

/// Something that is charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Charge {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// When it is paid.
    pub kind: ChargeKind,
    /// How its amount follows from the demand.
    #[serde(flatten)]
    pub model: Model,
    /// The key of its source.
    pub source: Id,
}

/// When a charge is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ChargeKind {
    /// On the first day of the month that it is for.
    Prepaid,
    /// On the first day of the calendar month after the one that it is for: pay as you go.
    Payg,
}

impl ChargeKind {
    /// The word that replies and cards use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Prepaid => "prepaid",
            Self::Payg => "payg",
        }
    }
}

/// Declares the charge models, each with the name that a document has for it: the type that holds
/// one of them, and the table by which they are read. There is no other list of them.
macro_rules! models {
    ($($(#[$attribute:meta])* $name:literal => $model:ident,)+) => {
        /// How an amount follows from the demand: one of the charge models.
        ///
        /// A charge with a dimension bills what the dimension's allowance does not cover; where there
        /// is no allowance, all of it. An edition without a price is not sold the charge.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(tag = "model")]
        pub enum Model {
            $($(#[$attribute])* #[serde(rename = $name)] $model($model),)+
        }

        impl Model {
            /// The model, to be asked.
            pub(in crate::card) fn rules(&self) -> &dyn ChargeModel {
                match self {
                    $(Self::$model(model) => model,)+
                }
            }
        }

        /// The models by name.
        pub(crate) const MODELS: &[Named] = &[$(Named {
            name: $name,
            fields: <$model as Written>::FIELDS,
            read: |charge| <$model as Written>::read(charge).map(Model::$model),
        },)+];

        /// The structure of a model's name.
        pub(super) static MODEL: Shape = Shape::OneOf(&[$($name),+]);
    };
}

models! {
    /// The same amount whatever the demand.
    "flat" => Flat,
    /// So many packages as make the month cheapest together with the add-ons.
    "bundle" => Bundle,
    /// A price for each unit.
    "per-unit" => PerUnit,
    /// A price for each block of units.
    "block" => Block,
    /// Each part of the quantity at the rate of the tier that it falls into.
    "graduated" => Graduated,
    /// The whole quantity at the rate of the tier that it falls into.
    "volume" => Volume,
    /// Packs bought beforehand that expire.
    "pack" => Pack,
}

/// A charge model by its name.
pub(crate) struct Named {
    /// The name that a document has for it.
    pub name: &'static str,
    /// Its fields beside those of every charge.
    pub fields: &'static [Field],
    read: fn(&Value) -> Read<Model>,
}

impl Model {
    /// What it counts; `None` where it charges without counting.
    #[must_use]
    pub fn dimension(&self) -> Option<&Id> {
        self.rules().dimension()
    }

    /// Whether it counts a dimension.
    #[must_use]
    pub fn counts(&self, dimension: &str) -> bool {
        self.dimension()
            .is_some_and(|counted| **counted == *dimension)
    }

    /// Whether it is packages, of which there are as many as are cheapest.
    pub(crate) fn weighs_packages(&self) -> bool {
        self.rules().weighs_packages()
    }

    /// Whether it is the same amount whatever the demand.
    pub(crate) fn is_constant(&self) -> bool {
        self.rules().is_constant()
    }

    /// In how many entries a quantity may be charged at once.
    pub(crate) fn parts_of_a_quantity(&self) -> usize {
        self.rules().parts_of_a_quantity()
    }

    /// The tiers; none where it has a single price.
    #[must_use]
    pub fn tiers(&self) -> &[Tier] {
        match self.rules().prices() {
            Prices::Tiered(tiers) => tiers,
            Prices::Single { .. } => &[],
        }
    }

    /// The single price, where it has one.
    #[must_use]
    pub fn price(&self) -> Option<&PerEdition<Amount>> {
        match self.rules().prices() {
            Prices::Single { price, .. } => Some(price),
            Prices::Tiered(_) => None,
        }
    }

    /// The price of a year, where it has one.
    #[must_use]
    pub fn annual_price(&self) -> Option<&PerEdition<Amount>> {
        match self.rules().prices() {
            Prices::Single { annual, .. } => annual,
            Prices::Tiered(_) => None,
        }
    }

    /// Whether an edition is sold it.
    #[must_use]
    pub fn is_sold_to(&self, edition: &str) -> bool {
        match self.rules().prices() {
            Prices::Single { price, .. } => price.get(edition).is_some(),
            Prices::Tiered(tiers) => tiers.iter().any(|tier| tier.price.get(edition).is_some()),
        }
    }

    /// Reads the model of a charge, whose structure has been checked.
    fn read(charge: &Value) -> Read<Self> {
        let model = needed(charge, "model", |name| {
            let words: Vec<_> = MODELS.iter().map(|model| (model.name, model)).collect();
            one_of(name, &words)
        })?;
        let known = |key: &str| {
            let mut own = model.fields.iter();
            OF_EVERY_CHARGE.contains(&key) || own.any(|field| field.key == key)
        };
        if let Some((key, _)) = charge.present_fields().find(|(key, _)| !known(key)) {
            let own = model.fields.iter().map(|field| field.key.into());
            let word = Word::new("not-in-model")
                .with("field", Arg::text(key))
                .with("model", Arg::text(model.name))
                .with("known", Arg::List(own.collect()));
            return Err(Fault::new(Code::UnknownField, word).in_field(key));
        }
        (model.read)(charge)
    }
}

impl Charge {
    /// Reads a charge, whose structure has been checked.
    pub(super) fn read(charge: &Value) -> Read<Self> {
        let kinds = [ChargeKind::Prepaid, ChargeKind::Payg].map(|kind| (kind.as_str(), kind));
        Ok(Self {
            id: needed(charge, "id", id)?,
            label: needed(charge, "label", shared_text)?,
            kind: needed(charge, "kind", |kind| one_of(kind, &kinds))?,
            model: Model::read(charge)?,
            source: needed(charge, "source", id)?,
        })
    }
}
