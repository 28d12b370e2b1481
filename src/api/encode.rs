//! Requests as JSON: the way back from the engine's requests, for whoever shows or keeps one.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::reply::json;
use crate::calendar::Date;
use crate::card::Billing;
use crate::engine::{Buy, Calls, Demand, EstimateRequest, Item};
use crate::text::Id;

/// A request of `estimate` as JSON that asks the same.
///
/// ```
/// use ratecard::api::request_json;
/// use ratecard::engine::{Demand, EstimateRequest, Item};
///
/// let item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
/// let text = request_json(&EstimateRequest::new("2026-11-20".parse()?, item));
/// assert_eq!(
///     text,
///     r#"{"as_of":"2026-11-20","start":"2026-11-20","months":1,"items":[{"product":"chat","edition":"standard","demand":{"mau":25000}}]}"#
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn request_json(request: &EstimateRequest) -> String {
    json(&RequestJson {
        as_of: Some(request.as_of),
        start: Some(request.start),
        months: request.months,
        items: request.items.iter().map(ItemJson::new).collect(),
    })
}

/// A request as JSON; without the days that it leaves open.
#[derive(Serialize)]
pub(crate) struct RequestJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Date>,
    months: u32,
    items: Vec<ItemJson<'a>>,
}

#[cfg(any(feature = "csr", feature = "ssr"))]
impl<'a> RequestJson<'a> {
    /// A request for one item or for none; days that are `None` are left open.
    pub(crate) fn open(
        as_of: Option<Date>,
        start: Option<Date>,
        months: u32,
        item: Option<&'a Item>,
    ) -> Self {
        Self {
            as_of,
            start,
            months,
            items: item.into_iter().map(ItemJson::new).collect(),
        }
    }
}

#[derive(Serialize)]
pub(crate) struct ItemJson<'a> {
    product: &'a str,
    edition: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rate_card: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    billing: Option<Billing>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    demand: Pairs<'a, Demand>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    calls: Pairs<'a, Vec<Calls>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    requires: &'a [Id],
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    buy: Pairs<'a, Vec<Buy>>,
}

impl<'a> ItemJson<'a> {
    fn new(item: &'a Item) -> Self {
        Self {
            product: &item.product,
            edition: &item.edition,
            rate_card: item.rate_card.as_deref(),
            billing: item.billing,
            demand: Pairs(&item.demand),
            calls: Pairs(&item.calls),
            requires: &item.requires,
            buy: Pairs(&item.buy),
        }
    }
}

/// Pairs as an object.
struct Pairs<'a, T>(&'a [(Id, T)]);

impl<T> Pairs<'_, T> {
    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Pairs<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (&**key, value)))
    }
}

impl Serialize for Demand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Steady(quantity) => serializer.serialize_u64(*quantity),
            Self::Monthly(quantities) => quantities.serialize(serializer),
        }
    }
}

impl Serialize for Calls {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("count", &self.count)?;
        map.serialize_entry("seconds", &self.seconds)?;
        map.end()
    }
}

impl Serialize for Buy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("month", &self.month)?;
        map.serialize_entry("quantity", &self.quantity)?;
        map.end()
    }
}
