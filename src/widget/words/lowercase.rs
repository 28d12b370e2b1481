//! Texts in lower case, to be searched.

/// A text in lower case. The browser knows how; the tables for it would weigh 15 kB in the download.
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub(in crate::widget) fn lowercase(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// A text in lower case.
#[cfg(not(all(feature = "csr", target_arch = "wasm32")))]
pub(in crate::widget) fn lowercase(text: &str) -> String {
    text.to_lowercase()
}
