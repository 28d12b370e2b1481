//! Nothing: see `Cargo.toml` beside this.
