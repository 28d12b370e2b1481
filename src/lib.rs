//! ratecard

pub mod engine;
