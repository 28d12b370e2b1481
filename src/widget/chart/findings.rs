//! What a drawing shows, in sentences.

use std::cmp::Ordering;
use std::sync::Arc;

use super::drawing::Drawing;
use crate::engine::{Crossing, Point};
use crate::money::Amount;
use crate::text::Unit;
use crate::word::{Arg, Word};

/// A sentence about the drawing.
pub(super) struct Finding {
    pub(super) word: Word,
    /// The demand, where it is a break-even point.
    pub(super) turn: Option<u64>,
}

impl From<Word> for Finding {
    fn from(word: Word) -> Self {
        Self { word, turn: None }
    }
}

/// What the drawing shows, the most telling first.
pub(super) fn findings(drawing: &Drawing, unit: &Arc<Unit>) -> Vec<Finding> {
    let quantity = |demand| Arg::Quantity(demand, Arc::clone(unit));
    let turns = drawing.turns().into_iter();
    let turns = turns.filter_map(|crossing| {
        Some(Finding {
            word: turn(drawing, crossing)?.with("demand", quantity(crossing.demand)),
            turn: Some(crossing.demand),
        })
    });
    let mut findings: Vec<Finding> = turns.collect();
    let has_turn = !findings.is_empty();
    // What is said of one edition names it, where there are others.
    let lead = drawing.curves.editions.get(drawing.lead);
    let lead = lead.filter(|_| drawing.curves.editions.len() > 1);
    let name = lead.and_then(|curve| drawing.name(&curve.edition));
    let each = each(drawing, unit);
    // Of one more, both would say the same.
    let more = more(drawing, each.is_some(), quantity);
    let included = included(drawing, quantity);
    // Who needs less than what is included hears of that first.
    let is_within = drawing.knee().is_some_and(|knee| drawing.now < knee.demand);
    let of_lead = match is_within {
        true => [included, each, more],
        false => [each, included, more],
    };
    let of_lead = of_lead.into_iter().flatten();
    findings.extend(of_lead.map(|word| Finding::from(named(word, name.clone()))));
    if !has_turn {
        let apart = apart(drawing).or_else(|| least(drawing));
        findings.extend(apart.map(Finding::from));
    }
    findings
}

/// A sentence that begins with a name, where there is one.
pub(super) fn named(word: Word, name: Option<Arg>) -> Word {
    match name {
        Some(name) => word.with("name", name),
        None => word,
    }
}

/// Where one edition takes over from another; the demand is to be added.
fn turn(drawing: &Drawing, crossing: &Crossing) -> Option<Word> {
    let id = match crossing.is_average {
        true => "ui-break-even-average",
        false => "ui-break-even",
    };
    let cost = drawing.monthly(&Point {
        demand: crossing.demand,
        total: crossing.total,
        per_month: crossing.per_month,
        is_average: crossing.is_average,
        fits: true,
    });
    let word = Word::new(id)
        .with("above", drawing.name(&crossing.above)?)
        .with("below", drawing.name(&crossing.below)?);
    Some(word.with("cost", cost.argument()))
}

/// What so many more cost, where that is the same all along beyond what is included.
fn each(drawing: &Drawing, unit: &Arc<Unit>) -> Option<Word> {
    let points = &drawing.curves.editions.get(drawing.lead)?.points;
    let from = drawing.knee().map_or(0, |knee| knee.demand);
    let mut beyond = points.iter().skip_while(|point| point.demand < from);
    let first = beyond.next()?;
    let last = points.last()?;
    let rise = last.total.checked_sub(first.total)?;
    let run = last.demand.checked_sub(first.demand)?;
    let is_straight = |point: &Point| {
        let risen = point.total.checked_sub(first.total)?.checked_mul(run)?;
        let due = rise.checked_mul(point.demand.checked_sub(first.demand)?)?;
        Some(risen == due && point.fits)
    };
    if rise.is_zero() || !beyond.all(|point| is_straight(point) == Some(true)) {
        return None;
    }
    // A tenth of the order of magnitude that matters to the visitor.
    let size = drawing.now.max(from).checked_ilog10().unwrap_or_default();
    let step = 10_u64.pow(size.saturating_sub(1).min(18));
    let months = u64::from(drawing.request.months);
    let cost = exact_share(rise.checked_mul(step)?, run.checked_mul(months)?)?;
    let id = match points.iter().any(|point| point.is_average) {
        true => "ui-chart-each-average",
        false => "ui-chart-each",
    };
    let unit = Arc::clone(unit);
    let beyond = Some(from).filter(|from| drawing.now < *from);
    let beyond = beyond.map(|from| Arg::Quantity(from, Arc::clone(&unit)));
    let word = match step {
        1 => Word::new(id).with("unit", Arg::Unit(unit)),
        _ => Word::new(id).with("step", Arg::Quantity(step, unit)),
    };
    let word = match beyond {
        Some(beyond) => word.with("beyond", beyond),
        None => word,
    };
    Some(word.with("amount", Arg::Rate(cost, drawing.card.currency)))
}

/// A part of an amount, where it has no more than a few decimals.
fn exact_share(amount: Amount, parts: u64) -> Option<Amount> {
    const DECIMALS: u32 = 6;
    let (coefficient, scale) = amount.coefficient_and_scale();
    let coefficient = coefficient.checked_mul(10_i128.checked_pow(DECIMALS)?)?;
    let parts = i128::from(parts);
    (coefficient.checked_rem(parts)? == 0).then_some(())?;
    Amount::from_parts(
        coefficient.checked_div(parts)?,
        scale.checked_add(DECIMALS)?,
    )
}

/// What everything costs that is included.
fn included(drawing: &Drawing, quantity: impl Fn(u64) -> Arg) -> Option<Word> {
    let knee = drawing.knee()?;
    let first = drawing.curves.editions.get(drawing.lead)?.points.first()?;
    let is_level = first.total == knee.total && first.demand < knee.demand;
    is_level.then_some(())?;
    let id = match knee.is_average {
        true => "ui-chart-included-average",
        false => "ui-chart-included",
    };
    let word = Word::new(id).with("limit", quantity(knee.demand));
    Some(word.with("cost", drawing.monthly(&knee).argument()))
}

/// How much more the next round demand costs, or the next but one.
fn more(drawing: &Drawing, beyond_one: bool, quantity: impl Fn(u64) -> Arg) -> Option<Word> {
    let here = drawing.here(drawing.lead)?;
    let curve = drawing.curves.editions.get(drawing.lead)?;
    let least = drawing.now.saturating_add(beyond_one.into());
    let next = drawing.demand.marks().find(|mark| *mark > least)?;
    let next = drawing.point(drawing.lead, curve, next)?;
    let rise = next.total.checked_sub(here.total)?;
    (next.fits && rise > Amount::ZERO).then_some(())?;
    let is_average = here.is_average || next.is_average;
    let id = match is_average {
        true => "ui-chart-more-average",
        false => "ui-chart-more",
    };
    let amount = drawing.share(rise, is_average)?.argument();
    let word = Word::new(id).with("demand", quantity(next.demand));
    Some(word.with("amount", amount))
}

/// How far apart two editions are, where that is the same all along.
fn apart(drawing: &Drawing) -> Option<Word> {
    let [one, other] = drawing.curves.editions.as_slice() else {
        return None;
    };
    let mut gaps = one.points.iter().zip(&other.points).map(|(a, b)| {
        let order = a.total.cmp(&b.total);
        let gap = match order {
            Ordering::Greater => a.total.checked_sub(b.total),
            _ => b.total.checked_sub(a.total),
        };
        (a.fits && b.fits).then_some((order, gap?))
    });
    let (order, gap) = gaps.next()??;
    let is_same = gaps.all(|next| next == Some((order, gap)));
    let (edition, other) = match order {
        Ordering::Less => (one, other),
        Ordering::Greater => (other, one),
        Ordering::Equal => return None,
    };
    is_same.then_some(())?;
    let is_average = drawing.is_average();
    let id = match is_average {
        true => "ui-chart-apart-average",
        false => "ui-chart-apart",
    };
    let word = Word::new(id)
        .with("edition", drawing.name(&edition.edition)?)
        .with("other", drawing.name(&other.edition)?);
    Some(word.with("amount", drawing.share(gap, is_average)?.argument()))
}

/// The edition that costs least all along, of those that do all that is needed.
fn least(drawing: &Drawing) -> Option<Word> {
    let editions = &drawing.curves.editions;
    let count = editions.iter().map(|curve| curve.points.len()).min()?;
    let mut least = (0..count).filter_map(|at| {
        let points = editions.iter().filter_map(|curve| {
            let point = curve.points.get(at)?;
            point.fits.then_some((point.total, &curve.edition))
        });
        points.min_by_key(|(total, _)| *total)
    });
    let (_, edition) = least.next()?;
    let is_same = editions.len() > 1 && least.all(|(_, next)| next == edition);
    is_same.then_some(())?;
    Some(Word::new("ui-chart-least").with("edition", drawing.name(edition)?))
}
