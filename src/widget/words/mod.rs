//! Words and figures in the visitor’s language.

pub(in crate::widget) mod average;
pub(in crate::widget) mod figure;
pub(in crate::widget) mod focus;
#[cfg(feature = "prerender")]
mod icu;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod intl;
mod language;
pub(in crate::widget) mod number;
pub(in crate::widget) mod phrase;
pub(in crate::widget) mod searched;
pub(in crate::widget) mod source;

#[cfg(feature = "prerender")]
pub use icu::Icu;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub(in crate::widget) use intl::Intl;
pub use language::Language;
