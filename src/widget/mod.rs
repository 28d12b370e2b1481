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
//! | [`State`] | the two as signals, with the language |
//! | [`Calculator`] | the view: editions, inputs, total, lines, payments, packs, quotas, findings, sources |
//! | `entry`, `field`, `series`, `calls`, `time`, `needs` | the fields: a number, one for each month, calls, time and billing, features |
//! | `mount` | the door to the element's class, in the browser only |

mod announce;
mod attributes;
mod calculator;
mod calls;
mod editions;
mod entry;
mod field;
mod figure;
mod findings;
mod growth;
mod inputs;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod intl;
mod lines;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod mount;
mod needs;
mod number;
mod phrase;
mod question;
mod quotas;
mod schedule;
mod series;
mod sources;
mod state;
mod time;
mod total;

pub use attributes::configure;
pub use calculator::Calculator;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub use mount::Widget;
pub use question::{Picture, Question};
pub use state::State;
