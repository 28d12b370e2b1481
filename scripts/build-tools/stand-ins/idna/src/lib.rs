//! Stands in for what reads host names in every script, with its tables of Unicode, where Trunk is built
//! for this project: see `scripts/build-tools/Cargo.toml`. Here they are ASCII.

use std::borrow::Cow;
use std::fmt;

/// A host name that is none, or not ASCII.
#[derive(Debug, Default)]
pub struct Errors;

impl fmt::Display for Errors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no host name in ASCII")
    }
}

impl std::error::Error for Errors {}

/// What a host name may not have.
#[derive(Clone, Copy, Debug)]
pub struct AsciiDenyList;

impl AsciiDenyList {
    /// What those in an address may not have.
    pub const URL: Self = Self;
}

/// A host name in lower case.
///
/// # Errors
///
/// Where it has anything but letters, digits, `-`, `_` and `.`.
pub fn domain_to_ascii_from_cow(
    domain: Cow<'_, [u8]>,
    _: AsciiDenyList,
) -> Result<Cow<'_, str>, Errors> {
    let is_taken = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    if !domain.iter().all(is_taken) {
        return Err(Errors);
    }
    let lower = domain.to_ascii_lowercase();
    String::from_utf8(lower).map(Cow::Owned).map_err(|_| Errors)
}

/// A host name as it is.
///
/// # Errors
///
/// None; the real one may fail.
#[must_use]
pub fn domain_to_unicode(domain: &str) -> (String, Result<(), Errors>) {
    (domain.to_owned(), Ok(()))
}
