//! ratecard
