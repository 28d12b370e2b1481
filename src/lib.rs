//! An exact, embeddable pricing calculator.
//!
//! A rate card says what a product costs; a question says what is needed; the engine answers what
//! it costs, what is included, which edition fits and why. One engine serves the Rust interface,
//! the command line, JavaScript and the widget.
//!
//! ```
//! use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
//!
//! let item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
//! let request = EstimateRequest::new("2026-11-20".parse()?, item);
//! let estimate = estimate(&ratecard::catalog(), &request)?;
//! assert_eq!(estimate.items[0].total, Some("624".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Guide
//!
//! A [`Catalog`](card::Catalog) holds the rate cards, a request says what is asked of them. Nothing
//! else goes in: the engine has no clock, so the day comes with the question, and it reads and
//! writes nothing. Amounts are exact decimals, never floating point.
//!
//! ## What does it cost, and why?
//!
//! [`estimate`](engine::estimate()) prices editions. Its answer has lines, and each line its
//! arithmetic: a [`Word`](word::Word), which `Display` writes in English and the module [`locale`]
//! in other languages.
//!
//! ```
//! # use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
//! let item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
//! let mut request = EstimateRequest::new("2026-11-20".parse()?, item);
//! request.months = 12;
//! let estimate = estimate(&ratecard::catalog(), &request)?;
//! for line in &estimate.items[0].lines {
//!     println!("{} for {}: {}", line.amount, line.charge, line.why);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An edition that cannot do what is needed is priced all the same; its
//! [`problems`](engine::ItemEstimate::problems) say what is missing.
//!
//! ## Which edition fits?
//!
//! [`compare`](engine::compare()) asks the same of every edition and names the cheapest that fits.
//!
//! ```
//! use ratecard::engine::{CompareRequest, Demand, Item, compare};
//!
//! let as_of = "2026-11-20".parse()?;
//! let item = Item::new("chat", "").with_demand("members_per_group", Demand::Steady(500));
//! let request = CompareRequest { as_of, start: as_of, months: 1, item };
//! let comparison = compare(&ratecard::catalog(), &request)?;
//! assert_eq!(comparison.cheapest.as_deref(), Some("premium"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Your own rate cards
//!
//! A rate card is a document in JSON, or in TOML with the feature `toml`. [`catalog`] has those of
//! the project, an empty catalog none; [`Catalog::add`](card::Catalog::add) takes more.
//!
//! ```
//! use ratecard::card::Catalog;
//! use ratecard::engine::{EstimateRequest, Item, estimate};
//! use ratecard::value::from_json;
//!
//! let document = from_json(
//!     r#"{
//!         "id": "tickets/2026-01-01", "product": "tickets", "label": {"en": "Tickets"},
//!         "effective": "2026-01-01", "currency": "EUR", "source": "prices",
//!         "sources": {"prices": {"document": "Our prices", "section": "Team"}},
//!         "editions": [{"id": "team", "label": {"en": "Team"}, "source": "prices"}],
//!         "charges": [{
//!             "id": "plan", "label": {"en": "Plan"}, "kind": "prepaid", "model": "flat",
//!             "price": "20", "source": "prices"
//!         }]
//!     }"#,
//! )?;
//! let mut catalog = Catalog::default();
//! catalog.add(&document)?;
//! let request = EstimateRequest::new("2026-11-20".parse()?, Item::new("tickets", "team"));
//! assert_eq!(estimate(&catalog, &request)?.items[0].total, Some("20".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## When something is wrong
//!
//! Whatever is wrong with a card or a request is a [`Fault`](value::Fault). It is an
//! [`Error`](core::error::Error) that says place and reason on one line; a program asks its
//! [`code`](value::Fault::code) and [`path`](value::Fault::path).
//!
//! ```
//! use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
//! use ratecard::value::Code;
//!
//! let item = Item::new("chat", "standard").with_demand("users", Demand::Steady(25_000));
//! let request = EstimateRequest::new("2026-11-20".parse()?, item);
//! match estimate(&ratecard::catalog(), &request) {
//!     Ok(_) => println!("a dimension of that name has come"),
//!     Err(fault) if fault.code() == Code::UnknownDimension => {
//!         assert_eq!(fault.path(), "items[0].demand.users");
//!         eprintln!("{fault}");
//!     }
//!     Err(fault) => return Err(fault.into()),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Requests and replies as JSON
//!
//! [`api::answer`] is the interface that the command line and JavaScript have, too: the same
//! question gives the same bytes everywhere.
//!
//! ```
//! use ratecard::api::{Command, answer};
//!
//! let request = r#"{"items": [{"product": "chat", "edition": "standard"}]}"#;
//! let reply = answer(&ratecard::catalog(), Command::Estimate, request, "2026-11-20".parse()?)?;
//! assert!(reply.contains(r#""total":"399""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Modules
//!
//! | module | what it is |
//! | --- | --- |
//! | [`money`], [`calendar`], [`text`], [`word`] | exact amounts, billing months, labels, sentences before a language |
//! | [`value`] | a document before it is understood, from JSON, TOML or JavaScript |
//! | [`packs`] | the cheapest packs, exactly |
//! | [`card`] | what a rate card is: read, checked, found by date |
//! | [`engine`] | what can be asked: estimate, compare, afford, lifecycle, refund, licenses, connect, diff |
//! | [`locale`] | sentences and numbers in a language |
//! | `diagnostics` | all that is wrong with a rate card at once, with the feature `toml` |
//! | [`api`] | the JSON interface over all of it |
//! | `widget` | the views, with the features `csr` (in the browser) or `ssr` (rendered natively) |
//!
//! # Crate features
//!
//! Without any feature this is the engine with its JSON interface and the project's rate cards. It
//! has no user interface and five dependencies, and it builds for any target that has `std`:
//! `default-features = false`.
//!
//! | feature | what it brings | what it costs |
//! | --- | --- | --- |
//! | `toml` | [`toml::from_toml`]: rate cards in TOML; [`diagnostics::diagnose`]: all that is wrong with one | `toml`, `strsim` |
//! | `cli` | the program `ratecard`; implies `toml` | `clap` |
//! | `ssr` | the views as HTML, rendered natively | Leptos |
//! | `prerender` (default) | the command `ratecard prerender`, and `widget::Icu`: numbers and dates as browsers write them; implies `cli` and `ssr` | ICU4X with the data of all languages |
//! | `js` | requests from JavaScript values, and the exports of the npm package; only in WebAssembly | `wasm-bindgen` |
//! | `csr` | the widget in the browser, and its exports instead of those of `js`, which it implies | Leptos, `web-sys` |
//! | `schema` | the JSON Schema of cards, requests and replies; for maintainers | `schemars` |
//!
//! `csr` and `ssr` exclude each other, as they do in Leptos: with `csr` go `--no-default-features`,
//! and `--all-features` does not build. `prerender` and `schema` together have all that is native.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(missing_docs)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "a test may fail"
    )
)]

#[cfg(all(feature = "csr", feature = "ssr"))]
compile_error!(
    "the features csr and ssr exclude each other: choose one, with --no-default-features"
);

pub mod api;
pub mod calendar;
pub mod card;
// Public for the program `ratecard` alone, which is another crate to the compiler.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(all(feature = "js", target_arch = "wasm32"))]
mod clock;
#[cfg(feature = "toml")]
pub mod diagnostics;
mod embedded;
pub mod engine;
pub mod locale;
mod message;
pub mod money;
pub mod packs;
#[cfg(feature = "schema")]
pub mod schema;
mod sort;
pub mod text;
#[cfg(feature = "toml")]
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
/// They are part of the program and are read when a product is first asked for.
///
/// ```
/// assert!(ratecard::catalog().products().contains(&"chat"));
/// ```
#[must_use]
pub fn catalog() -> card::Catalog {
    card::Catalog::new(CARDS)
}
