//! An edition: how it is chosen, sold and priced, and whether it does what is needed.

mod button;
mod price;
mod sold;
mod verdict;

pub(in crate::widget) use button::edition_button;
pub(in crate::widget) use price::{cost, price, price_of};
pub(in crate::widget) use sold::{Sold, sold};
pub(in crate::widget) use verdict::{Verdict, verdict};
