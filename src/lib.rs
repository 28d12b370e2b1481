//! An exact, embeddable pricing calculator.
//!
//! A rate card says what a product costs; a question says what is needed; the engine answers what
//! it costs, what is included, which edition fits and why. One engine serves the Rust interface,
//! the command line, JavaScript and the widget.
//!
//! ```
//! use ratecard::calendar::Date;
//! use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
//!
//! let as_of = Date::parse("2026-11-20").unwrap();
//! let item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
//! let estimate = estimate(&ratecard::catalog(), &EstimateRequest::new(as_of, item)).unwrap();
//! assert_eq!(estimate.totals[0].1.to_string(), "624");
//! ```
//!
//! | module | what it is |
//! | --- | --- |
//! | [`money`], [`calendar`], [`text`], [`word`] | exact amounts, billing months, labels, sentences before a language |
//! | [`value`] | a document before it is understood, from JSON, TOML or JavaScript |
//! | [`packs`] | the cheapest packs, exactly |
//! | [`card`] | what a rate card is: read, checked, found by date |
//! | [`engine`] | what can be asked: estimate, compare, lifecycle, refund, licenses, connect |
//! | [`locale`] | sentences and numbers in a language |
//! | [`api`] | the JSON interface over all of it |
//! | `widget` | the views, with the features `csr` (in the browser) or `ssr` (rendered natively) |

#![deny(missing_docs)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "a test may fail"
    )
)]

pub mod api;
pub mod calendar;
pub mod card;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(all(feature = "js", target_arch = "wasm32"))]
mod clock;
mod embedded;
pub mod engine;
pub mod locale;
mod message;
pub mod money;
pub mod packs;
#[cfg(feature = "schema")]
pub mod schema;
pub mod text;
#[cfg(feature = "cli")]
pub mod toml;
pub mod value;
#[cfg(all(feature = "js", not(feature = "csr"), target_arch = "wasm32"))]
pub mod wasm;
#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod widget;
pub mod word;

#[cfg(not(target_arch = "wasm32"))]
pub use embedded::LANGUAGES;
pub use embedded::{CARDS, ENGLISH};

/// The project's own rate cards.
///
/// ```
/// assert!(ratecard::catalog().products().contains(&"chat"));
/// ```
#[must_use]
pub fn catalog() -> card::Catalog {
    card::Catalog::new(CARDS)
}
