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
//! | place | what is there |
//! | --- | --- |
//! | `state` | [`Question`] and [`Picture`]: what is asked, and all that is shown of the answer; [`State`], the two as signals; what a host sets, and what a link holds |
//! | `words` | [`Language`]: sentences, labels and figures as the visitor reads them |
//! | `frame` | the whole: the product’s name, tabs, the [`View`] that is shown |
//! | `calculator` | editions, total, lines, payments, packs, quotas, findings, sources |
//! | `inputs` | the fields: a number, one for each month, calls, time and billing, features |
//! | `compare` | every edition under the same numbers |
//! | `matrix` | what each edition can do |
//! | `chart` | cost against demand, drawn |
//! | `products` | all products, where the host names none |
//! | `attributes` | the table of the element's attributes, natively only |
//! | `views` | the list of views: their names, and the functions that make them |
//! | `shared` | what several of these are made of; it knows none of them, and none of them another |
//! | `dom` | what views are made of: elements, texts, lists, closures |
//! | `signals` | signals and memos, compiled once for whatever they hold |
//! | `components` | the views as components of Leptos |
//! | `mount` | the door to the element’s class, in the browser only |
//! | `html` | the views as HTML, natively only |

#[cfg(feature = "ssr")]
mod attributes;
mod calculator;
mod chart;
mod compare;
mod components;
mod dom;
mod frame;
#[cfg(feature = "ssr")]
mod html;
mod inputs;
mod matrix;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod mount;
mod products;
mod shared;
mod signals;
mod state;
mod views;
mod words;

#[cfg(feature = "ssr")]
pub use attributes::{ATTRIBUTES, Absent, Attribute, Reader, Values};
pub use components::{Calculator, Chart, Compare, Matrix, Shell};
#[cfg(feature = "ssr")]
pub use html::to_html;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub use mount::Widget;
pub use state::{Picture, Question, SavedAnswer, State, View};
pub use views::views;
#[cfg(feature = "prerender")]
pub use words::Icu;
pub use words::Language;
