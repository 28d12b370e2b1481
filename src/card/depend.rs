//! What dimensions depend on: nothing in a circle, and nothing that is itself meant for each of
//! something else.

use super::check::{Check, Tell};
use super::{Card, Dimension};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// Checks a dimension's `allowance_per`, `each` and `needs`, which refer to something that there is.
///
/// # Errors
///
/// The fault at which `tell` ends the check, with its place in the dimension.
pub(super) fn check(card: &Card, dimension: &Dimension, tell: &mut Tell) -> Check {
    let ways: [(&str, Next, Next); 3] = [
        ("allowance_per", allowance_of, multiplied),
        ("each", each_of, multiplied),
        ("needs", needed, needed),
    ];
    for (key, first, next) in ways {
        for other in first(card, dimension) {
            no_circle(card, dimension, other, next).or_else(|fault| tell(fault.in_field(key)))?;
        }
    }
    multiplied_once(card, dimension).or_else(tell)
}

/// From a dimension to those that it depends on.
type Next = for<'c> fn(&'c Card, &'c Dimension) -> Vec<&'c Dimension>;

/// What the charge counts that an allowance is for each of.
fn allowance_of<'c>(card: &'c Card, dimension: &'c Dimension) -> Vec<&'c Dimension> {
    let base = dimension.allowance_per.as_ref();
    let base = base.and_then(|id| card.charge(id)?.model.dimension());
    base.and_then(|id| card.dimension(id)).into_iter().collect()
}

/// What it is for each of.
fn each_of<'c>(card: &'c Card, dimension: &'c Dimension) -> Vec<&'c Dimension> {
    let each = dimension.each.as_ref();
    each.and_then(|id| card.dimension(id)).into_iter().collect()
}

/// All that its figures are multiplied by.
fn multiplied<'c>(card: &'c Card, dimension: &'c Dimension) -> Vec<&'c Dimension> {
    let mut all = allowance_of(card, dimension);
    all.extend(each_of(card, dimension));
    all
}

/// What there must be at least one of.
fn needed<'c>(card: &'c Card, dimension: &'c Dimension) -> Vec<&'c Dimension> {
    let needs = dimension.needs.as_ref();
    needs
        .and_then(|id| card.dimension(id))
        .into_iter()
        .collect()
}

/// No way leads from `next` back to a dimension.
fn no_circle(card: &Card, dimension: &Dimension, next: &Dimension, links: Next) -> Check {
    let mut seen: Vec<&Dimension> = vec![next];
    let mut at = 0;
    while let Some(known) = seen.get(at).copied() {
        if known.id == dimension.id {
            let ids = seen.iter().map(|d| d.id.to_string()).collect();
            let word = Word::new("circle").with("dimensions", Arg::List(ids));
            return Err(Fault::new(Code::OutOfRange, word));
        }
        for next in links(card, known) {
            if !seen.iter().any(|seen| seen.id == next.id) {
                seen.push(next);
            }
        }
        at = at.saturating_add(1);
    }
    Ok(())
}

/// How many there are of something is said outright: an allowance or a demand that is for each of
/// what is itself for each of something else would leave open what is multiplied by what.
fn multiplied_once(card: &Card, dimension: &Dimension) -> Check {
    let fault = |key: &str, other: &Id| {
        let word = Word::new("each-of-each").with("other", Arg::text(other));
        Err(Fault::new(Code::OutOfRange, word).in_field(key))
    };
    if let Some(base) = &dimension.allowance_per {
        if dimension.allowance.is_none() {
            let word = Word::new("allowance-per-nothing");
            return Err(Fault::new(Code::OutOfRange, word).in_field("allowance_per"));
        }
        let mut counted = allowance_of(card, dimension).into_iter();
        if dimension.each.is_some() || counted.any(|counted| counted.each.is_some()) {
            return fault("allowance_per", base);
        }
    }
    let mut each = each_of(card, dimension).into_iter();
    match each.find(|other| other.each.is_some()) {
        Some(other) => fault("each", &other.id),
        None => Ok(()),
    }
}
