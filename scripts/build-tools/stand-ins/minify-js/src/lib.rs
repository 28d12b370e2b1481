//! Stands in for minify-js where Trunk is built for this project: see `scripts/build-tools/Cargo.toml`.

/// What kind of script it is.
#[derive(Clone, Copy)]
pub enum TopLevelMode {
    /// A script.
    Global,
    /// A module.
    Module,
}

/// What the real one keeps between scripts.
#[derive(Default)]
pub struct Session;

impl Session {
    /// Nothing.
    #[must_use]
    pub fn new() -> Self {
        Self
    }
}

/// Refuses; Trunk says why and leaves the script as it is.
pub fn minify(_: &Session, _: TopLevelMode, _: &[u8], _: &mut Vec<u8>) -> Result<(), &'static str> {
    Err("this trunk was built without minify-js, for ratecard")
}
