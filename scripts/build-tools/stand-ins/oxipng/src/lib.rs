//! Stands in for Oxipng where Trunk is built for this project: see `scripts/build-tools/Cargo.toml`.

use std::io;

/// How hard the real one would try.
pub struct Options;

impl Options {
    /// Takes any.
    #[must_use]
    pub fn from_preset(_: u8) -> Self {
        Self
    }
}

/// Refuses.
pub fn optimize_from_memory(_: &[u8], _: &Options) -> io::Result<Vec<u8>> {
    Err(io::Error::other(
        "this trunk was built without oxipng, for ratecard",
    ))
}
