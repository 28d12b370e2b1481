//! Texts as they are searched: whatever the case, the width or the accents in which they are written.

/// A text as it is compared with what is searched for. The browser knows how; the tables for it would weigh more than
/// 15 kB in the download.
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub(in crate::widget) fn folded(text: &str) -> String {
    let apart = js_sys::JsString::from(text).normalize("NFKD");
    let apart = String::from(apart.to_lower_case());
    // Accents alone: what makes another sound of a kana belongs to it, and is put back.
    let bare: String = apart.chars().filter(|sign| !is_accent(*sign)).collect();
    js_sys::JsString::from(bare).normalize("NFKC").into()
}

/// A sign that is written above or below a letter of the alphabet.
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
const fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// A text in lower case: natively nobody searches.
#[cfg(not(all(feature = "csr", target_arch = "wasm32")))]
pub(in crate::widget) fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// Whether each word of what is searched for stands in a text; both are folded.
pub(in crate::widget) fn has_all(text: &str, wanted: &str) -> bool {
    wanted.split_whitespace().all(|word| text.contains(word))
}
