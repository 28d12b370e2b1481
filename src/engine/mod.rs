//! What can be asked of the engine.

pub mod packs;
