//! The structure of a charge: the fields of every charge, and those of the models.

use super::{MODEL, MODELS, block, pack, per_unit};
use crate::card::shape::{PRICES, TEXTS};
use crate::value::limits::MAX_TIERS;
use crate::value::{Field, Shape};

/// The structure of a charge, whatever its model. Which fields its own model has is judged when it is
/// read.
pub(crate) static CHARGE: Shape = Shape::Object(FIELDS);

/// The structure of a tier.
pub(crate) static TIER: Shape = Shape::Object(&[
    Field::needed("from", &Shape::Quantity),
    Field::optional("to", &Shape::Quantity),
    Field::needed("price", &PRICES),
]);

/// All fields of charges, in the order in which faults are told.
const FIELDS: &[Field] = &[
    Field::needed("id", &Shape::Id),
    Field::needed("label", &TEXTS),
    Field::needed("kind", &Shape::OneOf(&["prepaid", "payg"])),
    Field::needed("model", &MODEL),
    DIMENSION,
    PRICE,
    ANNUAL_PRICE,
    per_unit::EVERY,
    block::SIZE,
    block::CARRIES,
    pack::MIN,
    pack::STEP,
    pack::LIFE,
    TIERS,
    Field::needed("source", &Shape::Id),
];

/// The keys of the fields that every charge has.
pub(super) const OF_EVERY_CHARGE: [&str; 5] = ["id", "label", "kind", "model", "source"];

// The fields that several models have.
pub(super) const DIMENSION: Field = Field::optional("dimension", &Shape::Id);
pub(super) const PRICE: Field = Field::optional("price", &PRICES);
pub(super) const ANNUAL_PRICE: Field = Field::optional("annual_price", &PRICES);
pub(super) const TIERS: Field = Field::optional("tiers", &ALL_TIERS);
static ALL_TIERS: Shape = Shape::List(&TIER, MAX_TIERS);

// A field that a model has and the list above has not stops the build.
const _: () = {
    let mut models = MODELS;
    while let [model, other_models @ ..] = models {
        let mut fields = model.fields;
        while let [field, other_fields @ ..] = fields {
            assert!(
                is_listed(field.key),
                "a field of a charge model is missing in FIELDS"
            );
            fields = other_fields;
        }
        models = other_models;
    }
};

const fn is_listed(key: &str) -> bool {
    let mut listed = FIELDS;
    while let [field, others @ ..] = listed {
        if is_same(field.key.as_bytes(), key.as_bytes()) {
            return true;
        }
        listed = others;
    }
    false
}

/// Whether two texts are the same; `==` cannot be asked while the program is compiled.
const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, after_a @ ..], [b, after_b @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        one = after_a;
        other = after_b;
    }
    one.is_empty() && other.is_empty()
}
