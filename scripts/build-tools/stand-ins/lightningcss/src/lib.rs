//! Stands in for Lightning CSS where Trunk is built for this project: see `scripts/build-tools/Cargo.toml`.

/// What Trunk uses of it.
pub mod stylesheet {
    /// Why nothing is minified; Trunk says it and leaves the styles as they are.
    const REASON: &str = "this trunk was built without that, for ratecard";

    /// Options of the real one.
    #[derive(Default)]
    pub struct ParserOptions;

    /// Options of the real one.
    #[derive(Default)]
    pub struct MinifyOptions;

    /// Options of the real one.
    #[derive(Default)]
    pub struct PrinterOptions {
        /// Would leave out what a browser does not need.
        pub minify: bool,
        /// There are more of them.
        pub others: (),
    }

    /// Styles as text.
    pub struct Code {
        /// The text.
        pub code: String,
    }

    /// Styles that were read: none ever are.
    pub struct StyleSheet;

    impl StyleSheet {
        /// Refuses.
        pub fn parse(_: &str, _: ParserOptions) -> Result<Self, &'static str> {
            Err(REASON)
        }

        /// Refuses.
        pub fn minify(&mut self, _: MinifyOptions) -> Result<(), &'static str> {
            Err(REASON)
        }

        /// Refuses.
        pub fn to_css(&self, _: PrinterOptions) -> Result<Code, &'static str> {
            Err(REASON)
        }
    }
}
