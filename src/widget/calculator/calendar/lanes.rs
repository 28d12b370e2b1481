//! How long what is paid lasts: a lane for each charge, beneath the payments.

use super::scale::Scale;
use crate::card::ChargeKind;
use crate::engine::{Entry, ItemEstimate, Line, PackPlan};
use crate::money::Currency;
use crate::text::Id;
use crate::widget::shared::kind::Kind;
use crate::widget::state::Picture;
use crate::widget::words::phrase::argument;
use crate::word::{Arg, Word};

/// The heights of lanes, in hundredths of a `rem`: of what is there or not, and of what is used up.
const LIFE: u64 = 88;
const STOCK: u64 = 288;

/// A part of a lane: its place across in parts of the whole width, its height, and what it stands for exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub x: u64,
    pub width: u64,
    pub height: u64,
    pub exact: String,
}

/// A charge through all months.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lane {
    pub charge: Id,
    pub kind: Kind,
    pub name: Word,
    pub note: Word,
    pub height: u64,
    /// What each piece is in the hooks of the page.
    pub mark: &'static str,
    pub pieces: Vec<Piece>,
}

/// The lanes of an item, in the order of its lines.
pub(super) fn lanes(picture: &Picture, item: &ItemEstimate, scale: Scale) -> Vec<Lane> {
    let prepaid = item.lines.iter();
    let prepaid = prepaid.filter(|line| line.kind == ChargeKind::Prepaid);
    let lanes = prepaid.filter_map(|line| {
        let mut plans = item.packs.iter();
        match plans.find(|plan| plan.charge == line.charge) {
            Some(plan) => stock(picture, line, plan, scale),
            None => life(picture, item, line, scale),
        }
    });
    lanes.collect()
}

/// What is there for its months, and is paid again for the next ones.
fn life(picture: &Picture, item: &ItemEstimate, line: &Line, scale: Scale) -> Option<Lane> {
    const LONGEST_MONTH: i64 = 31;
    let kind = Kind::of(&picture.card, &line.charge);
    let first = line.entries.first()?;
    let mut pieces: Vec<Piece> = Vec::new();
    for entry in &line.entries {
        let x = scale.place(entry.covers.from);
        let end = scale.place(entry.covers.to?);
        // Several prices may be paid for the same months.
        if pieces.last().is_none_or(|last| last.x < x) {
            pieces.push(Piece {
                x,
                width: end.saturating_sub(x),
                height: LIFE,
                exact: entry.covers.from.to_string(),
            });
        }
    }
    let ends = line.entries.iter().filter_map(|entry| entry.covers.to);
    // The day after the last one would be read as one on which something is due.
    let last = ends.max()?.plus_days(-1)?;
    let is_long = first.covers.from.days_until(first.covers.to?) > LONGEST_MONTH;
    let note = Word::new(match (pieces.len(), is_long) {
        (..=1, _) => "ui-lane-once",
        (_, false) => "ui-lane-monthly",
        (_, true) => "ui-lane-yearly",
    });
    let note =
        each(line, picture.card.currency).fold(note, |note, (name, arg)| note.with(name, arg));
    Some(Lane {
        charge: line.charge.clone(),
        kind,
        name: argument(match kind {
            Kind::Plan => {
                let edition = picture.card.edition(&item.edition)?;
                Arg::Label(edition.id.clone(), edition.label.clone())
            }
            _ => Arg::Label(line.charge.clone(), line.label.clone()),
        }),
        note: note
            .with("from", Arg::Date(first.covers.from))
            .with("to", Arg::Date(last)),
        height: LIFE,
        mark: "life",
        pieces,
    })
}

/// How many of what are paid each time, where there is more than one and it is always the same.
fn each(line: &Line, currency: Currency) -> impl Iterator<Item = (&'static str, Arg)> {
    let what = |entry: &Entry| (entry.quantity, entry.unit_price);
    let first = line.entries.first().map(what);
    let is_same = line.entries.iter().all(|entry| Some(what(entry)) == first);
    let each = first.filter(|(quantity, _)| is_same && *quantity > 1);
    each.into_iter().flat_map(move |(quantity, price)| {
        [
            ("quantity", Arg::Count(quantity)),
            ("price", Arg::Rate(price, currency)),
        ]
    })
}

/// Packs, by what is left in them at the beginning of each month.
fn stock(picture: &Picture, line: &Line, plan: &PackPlan, scale: Scale) -> Option<Lane> {
    let charge = picture.card.charge(&plan.charge)?;
    let unit = &picture.card.dimension(charge.model.dimension()?)?.unit;
    let most = plan.left.iter().copied().max().filter(|most| *most > 0)?;
    let start = |month| picture.card.months.start_of(picture.request.start, month);
    let trial_end = picture
        .trial()
        .map(|trial| trial.end(picture.request.start));
    let mut pieces = Vec::new();
    for (left, month) in plan.left.iter().zip(0_u32..) {
        let x = scale.place(start(month)?);
        let end = match trial_end {
            Some(end) => end?,
            None => start(month.saturating_add(1))?,
        };
        let height = u128::from(*left).saturating_mul(STOCK.into());
        let height = height.checked_div(most.into()).unwrap_or_default();
        pieces.push(Piece {
            x,
            width: scale.place(end).saturating_sub(x),
            height: u64::try_from(height).unwrap_or(STOCK),
            exact: left.to_string(),
        });
    }
    let quantities = plan.purchases.iter().map(|pack| pack.quantity);
    let size = Arg::Quantity(quantities.fold(0, u64::saturating_add), unit.clone());
    let note = match plan.purchases.as_slice() {
        [one] => {
            let note = Word::new("ui-lane-pack").with("size", size);
            match one.expires {
                Some(day) => note.with("expires", Arg::Date(day)),
                None => note,
            }
        }
        packs => {
            let packs = Arg::Count(u64::try_from(packs.len()).unwrap_or_default());
            Word::new("ui-lane-packs")
                .with("packs", packs)
                .with("size", size)
        }
    };
    Some(Lane {
        charge: line.charge.clone(),
        kind: Kind::Packs,
        name: argument(Arg::Label(line.charge.clone(), line.label.clone())),
        note,
        height: STOCK,
        mark: "left",
        pieces,
    })
}
