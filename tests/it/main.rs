//! All native tests, as one program: it is linked once, and its modules share what they need.
//!
//! `cargo test --test it advice::` runs the tests of one module. What is no module here: `tests/wasm.rs`
//! runs in WebAssembly, `tests/js/` in Node.js and `tests/browser/` in Chromium.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "a test may fail"
)]

mod oracle;
mod support;

mod advice;
mod afford;
mod calendar;
#[cfg(feature = "toml")]
mod cards;
#[cfg(feature = "cli")]
mod check_coverage;
#[cfg(feature = "cli")]
mod cli;
mod codes;
mod coverage;
#[cfg(feature = "cli")]
mod currencies;
mod curves;
#[cfg(feature = "cli")]
mod diagnostics;
mod diff;
#[cfg(feature = "cli")]
mod doors;
mod element_doc;
mod estimate_properties;
mod every_card;
mod explanations;
mod floors;
#[cfg(feature = "toml")]
mod glossary;
mod house;
mod languages;
mod lifecycle;
#[cfg(feature = "cli")]
mod limits;
mod money;
mod notes;
mod on_request;
#[cfg(feature = "cli")]
mod own_cards;
mod packs_bought;
mod packs_brute;
mod packs_not_sold;
mod packs_properties;
mod packs_table;
mod policies;
#[cfg(feature = "prerender")]
mod prerender;
mod priced_right;
mod random_cards;
mod readings;
mod refused_cards;
mod requests;
#[cfg(feature = "schema")]
mod robustness;
#[cfg(all(feature = "cli", feature = "schema"))]
mod schema;
mod vectors;
mod words;
