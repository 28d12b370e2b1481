//! An edition: how it is chosen, sold and priced, and whether it does what is needed.

mod action;
mod best;
mod button;
mod contact;
mod lacking;
mod on_request;
mod order;
mod price;
mod sold;
mod trial;
mod verdict;

pub(in crate::widget) use action::action_link;
pub(in crate::widget) use best::best_badge;
pub(in crate::widget) use button::edition_button;
pub(in crate::widget) use contact::{contact, has_contact};
pub(in crate::widget) use lacking::lacking;
pub(in crate::widget) use on_request::on_request;
pub(in crate::widget) use order::in_order;
pub(in crate::widget) use price::{cost, lasts, price, price_of};
pub(in crate::widget) use sold::{Sold, sold};
pub(in crate::widget) use trial::{trial_ends, trial_fit, trial_total};
pub(in crate::widget) use verdict::{Verdict, verdict};
