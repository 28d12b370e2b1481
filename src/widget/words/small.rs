//! Texts in small letters, to be searched.

/// A text in small letters. The browser knows them; the tables for it would weigh 15 kB in the download.
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub(in crate::widget) fn small(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// A text in small letters.
#[cfg(not(all(feature = "csr", target_arch = "wasm32")))]
pub(in crate::widget) fn small(text: &str) -> String {
    text.to_lowercase()
}
