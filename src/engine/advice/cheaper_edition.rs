//! `cheaper-edition`: another edition costs less and still fits.

use super::case::{Case, Other, edition_name};
use crate::word::Word;

/// The edition that costs least among those that cost less and do all that is needed.
pub(super) fn find(case: &Case, others: &[Other]) -> Option<Word> {
    let fitting = others.iter().filter(|other| other.priced.fits());
    let cheapest = fitting.min_by_key(|other| other.priced.total)?;
    let total = cheapest.priced.total;
    if total >= case.priced.total {
        return None;
    }
    let saves = case.priced.total.checked_sub(total)?;
    let word = Word::new("cheaper-edition")
        .with("edition", edition_name(cheapest.edition))
        .with("total", case.money(total))
        .with("saves", case.money(saves));
    Some(word)
}
