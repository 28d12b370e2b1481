//! What an id of a request stands for, or the fault that names the ids that there are.

use std::sync::Arc;

use crate::calendar::Date;
use crate::card::{Billing, Card, Catalog, Dimension, Edition, Feature, unknown};
use crate::engine::answer::Answer;
use crate::value::Code;

/// The rate card of an item: the one that it pins, else the one in force.
///
/// The place of `no_rate_card` is the field that picks by date, wherever the item stands: the
/// caller puts it there.
pub(crate) fn card_of(
    catalog: &Catalog,
    as_of: Date,
    product: &str,
    pinned: Option<&str>,
) -> Answer<Arc<Card>> {
    catalog
        .needs_product(product)
        .map_err(|f| f.in_field("product"))?;
    match pinned {
        Some(id) => catalog
            .card_of(product, id)
            .map_err(|f| f.in_field("rate_card")),
        None => catalog.in_force(product, as_of),
    }
}

/// The edition of an id.
pub(in crate::engine) fn edition_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Edition> {
    card.edition(id).ok_or_else(|| {
        let known = card.editions.iter().map(|e| e.id.to_string()).collect();
        unknown(Code::UnknownEdition, "unknown-edition", id, known).in_field("edition")
    })
}

/// The billing asked for, or the card's default.
pub(super) fn billing_of(card: &Card, asked: Option<Billing>) -> Answer<Billing> {
    let default = card.ways_of_billing().next();
    match asked {
        None => Ok(default.unwrap_or(Billing::Monthly)),
        Some(billing) if card.ways_of_billing().any(|way| way == billing) => Ok(billing),
        Some(billing) => {
            let known = card.ways_of_billing().map(|b| b.as_str().into()).collect();
            let got = billing.as_str();
            Err(unknown(Code::UnknownBilling, "unknown-billing", got, known).in_field("billing"))
        }
    }
}

/// The dimension of an id.
pub(in crate::engine) fn dimension_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Dimension> {
    card.dimension(id).ok_or_else(|| {
        let known = card.dimensions.iter().map(|d| d.id.to_string()).collect();
        unknown(Code::UnknownDimension, "unknown-dimension", id, known).in_field(id)
    })
}

/// The feature of an id.
pub(super) fn feature_of<'a>(card: &'a Card, id: &str) -> Answer<&'a Feature> {
    card.feature(id).ok_or_else(|| {
        let known = card.features.iter().map(|f| f.id.to_string()).collect();
        unknown(Code::UnknownFeature, "unknown-feature", id, known)
    })
}
