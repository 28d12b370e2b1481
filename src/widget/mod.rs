//! The views: a rate card as something to ask and to read.
//!
//! Everything shown comes from the card and from the engine's answer: no product, edition, charge
//! or dimension is named here, and nothing is computed here, only formatted.
//!
//! ```text
//! attributes ─┐
//! request ────┼─▶ Question ─engine─▶ Picture ─▶ views, each reading its own part
//! visitor ────┘                         └─────▶ JSON for the page around it
//! ```
//!
//! | part | what it is |
//! | --- | --- |
//! | [`Question`], [`Picture`] | what is asked, and all that is shown of the answer |
//! | [`Earlier`] | what a link said when it was made |
//! | [`State`] | the two as signals, with the language |
//! | [`Shell`] | the whole: the product's name, tabs, the [`View`] that is shown |
//! | [`Calculator`] | editions, inputs, total, lines, findings, sources |
//! | [`Compare`] | every edition under the same numbers |
//! | [`Matrix`] | what each edition can do |
//! | [`Language`] | sentences and labels in a language |
//! | [`Calculator`] | the view: editions, inputs, total, lines, findings, sources |
//! | [`Calculator`] | the view: editions, inputs, total, lines, payments, packs, quotas, findings, sources |
//! | `entry`, `field`, `series`, `calls`, `time`, `needs` | the fields: a number, one for each month, calls, time and billing, features |
//! | `mount` | the door to the element's class, in the browser only |
//! | `to_html` | the views as HTML, natively only |

mod announce;
mod attributes;
mod axis;
mod calculator;
mod calls;
mod chart;
mod compare;
mod earlier;
mod editions;
mod entry;
mod field;
mod figure;
mod findings;
mod growth;
#[cfg(feature = "ssr")]
mod html;
#[cfg(feature = "prerender")]
mod icu;
mod inputs;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod intl;
mod kept;
mod language;
mod lines;
mod matrix;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod mount;
mod needs;
mod number;
mod phrase;
mod pick;
mod question;
mod quotas;
mod schedule;
mod series;
mod shell;
mod sources;
mod state;
mod tabs;
mod time;
mod total;
mod view;

pub use attributes::{configure, views};
pub use calculator::Calculator;
pub use compare::Compare;
#[cfg(feature = "ssr")]
pub use html::to_html;
#[cfg(feature = "prerender")]
pub use icu::Icu;
pub use kept::{Earlier, further};
pub use language::Language;
pub use matrix::Matrix;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub use mount::Widget;
pub use question::{Picture, Question};
pub use shell::Shell;
pub use state::State;
pub use view::View;
