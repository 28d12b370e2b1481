//! In which order editions are shown.

use crate::card::{Card, Edition};

/// The editions that one can buy, in the card's order, and after them the trials.
pub(in crate::widget) fn in_order(card: &Card) -> impl Iterator<Item = &Edition> {
    let of_kind = |is_trial: bool| {
        let editions = card.editions.iter();
        editions.filter(move |edition| edition.trial.is_some() == is_trial)
    };
    of_kind(false).chain(of_kind(true))
}
