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
//! | [`Calculator`] | the view: editions, inputs, total, lines, findings, sources |
//! | `mount` | the door to the element's class, in the browser only |

mod announce;
mod attributes;
mod calculator;
mod earlier;
mod editions;
mod field;
mod figure;
mod findings;
mod inputs;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod intl;
mod kept;
mod lines;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod mount;
mod number;
mod phrase;
mod question;
mod sources;
mod state;
mod total;

pub use attributes::configure;
pub use calculator::Calculator;
pub use kept::{Earlier, further};
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub use mount::Widget;
pub use question::{Picture, Question};
pub use state::State;
