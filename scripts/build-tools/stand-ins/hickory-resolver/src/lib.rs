//! Stands in for the resolver by which Trunk says further names of this machine: see `scripts/build-tools/Cargo.toml`.

use std::convert::Infallible;
use std::net::IpAddr;

/// Finds names.
pub struct TokioResolver;

impl TokioResolver {
    /// Begins one.
    ///
    /// # Errors
    ///
    /// None; the real one may fail.
    pub fn builder_tokio() -> Result<Self, Infallible> {
        Ok(Self)
    }

    /// Has nothing to do.
    #[must_use]
    pub fn build(self) -> Self {
        self
    }

    /// Finds none.
    ///
    /// # Errors
    ///
    /// None; the real one may fail.
    #[expect(clippy::unused_async, reason = "the real one waits")]
    pub async fn reverse_lookup(&self, _: IpAddr) -> Result<[&'static str; 0], Infallible> {
        Ok([])
    }
}
