//! What is drawn against the demand: the curves of the engine, and the axes around them.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::card::{Card, Dimension, Limit};
use crate::engine::{CompareRequest, Crossing, Curve, Curves, Point, curves};
use crate::money::Amount;
use crate::text::Id;
use crate::widget::shared::axis::{Axis, LENGTH, MoneyAxis};
use crate::widget::state::{Kept, Picture, State};
use crate::widget::words::average::Monthly;
use crate::word::Arg;

/// The number of steps in which an interval is drawn, so that every mark has a price, and so that what is pointed
/// at is a round number.
const STEPS: u64 = 20;
/// The same where packs are planned over more than a year, which takes its time.
const FEW_STEPS: u64 = 5;
/// The longest time that is drawn in all steps, in months.
const YEAR: u32 = 12;

/// What is drawn, with its axes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawing {
    pub(super) card: Arc<Card>,
    pub(super) dimension: Id,
    pub(super) request: CompareRequest,
    pub(super) demand: Axis,
    /// The end of the axis before it was made longer or shorter.
    pub(super) base: u64,
    pub(super) cost: MoneyAxis,
    pub(super) curves: Arc<Curves>,
    /// The curve that stands out.
    pub(super) lead: usize,
    /// What is needed now.
    pub(super) now: u64,
    /// What each of the editions includes.
    limits: Vec<Option<u64>>,
    /// What each of the curves comes to now. The total says the same, so it is a point of the curve.
    here: Vec<Option<Point>>,
}

impl Drawing {
    /// The drawing of the present question; with the curves of the one before, where these are the same.
    pub(super) fn new(
        state: State,
        dimension: &Dimension,
        before: Option<&Arc<Self>>,
    ) -> Option<Self> {
        let picture = state.picture()?;
        let catalog = state.catalog()?;
        let now = needed(&picture, dimension);
        let mut request = picture.compared.clone();
        request.item.edition = Id::from("");
        request.item.demand.retain(|(id, _)| *id != dimension.id);
        request.item.calls.retain(|(id, _)| *id != dimension.id);
        let (axis, base) = axis(&state.kept().try_get()?, &picture.card, dimension, now);
        let before = before.filter(|before| {
            before.dimension == dimension.id
                && before.request == request
                && before.demand == axis
                && Arc::ptr_eq(&before.card, &picture.card)
        });
        let curves = match before {
            Some(before) => Arc::clone(&before.curves),
            None => {
                let steps = match request.months > YEAR {
                    true => FEW_STEPS,
                    false => STEPS,
                };
                let steps = axis.intervals().saturating_mul(steps);
                let steps = u32::try_from(steps).unwrap_or_default();
                let curves = curves(&catalog, &request, &dimension.id, axis.top(), steps);
                Arc::new(curves.ok()?)
            }
        };
        let here = curves.editions.iter();
        let here: Vec<_> = here
            .map(|curve| here_on(&picture, &curve.edition, now))
            .collect();
        let points = curves.editions.iter().flat_map(|curve| &curve.points);
        let points = points.chain(here.iter().flatten());
        let drawn = curves.editions.iter().map(|curve| &curve.edition);
        let limit = |edition: &Id| {
            let item = picture.edition(edition)?;
            let mut quotas = item.quotas.iter();
            quotas.find(|quota| quota.dimension == dimension.id)?.limit
        };
        Some(Self {
            card: Arc::clone(&picture.card),
            dimension: dimension.id.clone(),
            cost: MoneyAxis::reaching(points.map(|point| point.per_month)),
            lead: lead(&picture, drawn.clone()),
            limits: drawn.map(limit).collect(),
            request,
            demand: axis,
            base,
            curves,
            now,
            here,
        })
    }

    /// Where a point of a curve stands, from the top left.
    pub(super) fn place(&self, point: &Point) -> (u64, u64) {
        let x = self.demand.place(point.demand);
        (x, LENGTH.saturating_sub(self.cost.place(point.per_month)))
    }

    /// A curve as the path of a line; with `fitting`, only where the edition does all that is needed. Whatever
    /// is marked on it is one of its points.
    pub(super) fn path(&self, index: usize, curve: &Curve, fitting: bool) -> String {
        let mut here = self.here(index);
        let mut path = String::new();
        let mut pen = 'M';
        let mut draw = |point: &Point| {
            if fitting && !point.fits {
                pen = 'M';
                return;
            }
            let (x, y) = self.place(point);
            // Writing to a text cannot fail.
            let _ = write!(path, "{pen}{x},{y}");
            pen = 'L';
        };
        for point in &curve.points {
            if let Some(mark) = here.take_if(|mark| mark.demand <= point.demand)
                && mark.demand < point.demand
            {
                draw(&mark);
            }
            draw(point);
        }
        if let Some(mark) = here {
            draw(&mark);
        }
        path
    }

    /// What a curve comes to at what is needed now.
    pub(super) fn here(&self, index: usize) -> Option<Point> {
        self.here.get(index).copied().flatten()
    }

    /// What a curve comes to at a demand that is drawn.
    pub(super) fn point(&self, index: usize, curve: &Curve, demand: u64) -> Option<Point> {
        let here = self.here(index).filter(|here| here.demand == demand);
        here.or_else(|| {
            let mut points = curve.points.iter();
            points.find(|point| point.demand == demand).copied()
        })
    }

    /// The demand with a price that is next to a place along the axis.
    pub(super) fn nearest(&self, place: u64) -> Option<u64> {
        let points = self.curves.editions.first()?.points.iter();
        let demands = points.map(|point| point.demand);
        demands.min_by_key(|demand| self.demand.place(*demand).abs_diff(place))
    }

    /// What the edition includes that stands out, and what it comes to there.
    pub(super) fn knee(&self) -> Option<Point> {
        let curve = self.curves.editions.get(self.lead)?;
        let limit = self.limits.get(self.lead).copied().flatten()?;
        let point = self.point(self.lead, curve, limit)?;
        (point.demand > 0 && point.fits).then_some(point)
    }

    /// The editions that include so much and no more.
    pub(super) fn ending_at(&self, demand: u64) -> Vec<&Curve> {
        let curves = self.curves.editions.iter().zip(&self.limits);
        let ends = |limit: &Option<u64>| demand > 0 && *limit == Some(demand);
        let ending = curves.filter_map(|(curve, limit)| ends(limit).then_some(curve));
        ending.collect()
    }

    /// The break-even points, the one that is next to what is needed first.
    pub(super) fn turns(&self) -> Vec<&Crossing> {
        let mut turns: Vec<_> = self.curves.crossings.iter().collect();
        turns.sort_by_key(|crossing| crossing.demand.abs_diff(self.now));
        turns
    }

    /// How far the axis may reach: as it did at first, twice and ten times as far, and to where prices change last.
    pub(super) fn ranges(&self, max: u64) -> Vec<u64> {
        let top = self.demand.top();
        let charges = self.card.charges_of(&self.dimension);
        let tiers = charges.flat_map(|charge| charge.model.tiers());
        let included = self.limits.iter().flatten().max();
        let last = tiers.map(|tier| tier.from).max().unwrap_or_default();
        let whole = last
            .saturating_add(included.copied().unwrap_or_default())
            .saturating_add(last.div_ceil(5));
        let times = |factor: u64| self.base.saturating_mul(factor);
        let whole = if whole > times(2) { whole } else { times(2) };
        let tops = [times(1), times(2), times(10), whole];
        let tops = tops.map(|top| Axis::reaching(top.min(max)).top());
        let mut tops: Vec<u64> = tops.into_iter().chain([top]).collect();
        tops.retain(|range| *range == top || *range > self.now);
        tops.sort_unstable();
        tops.dedup();
        tops
    }

    /// The demands at which the table says what editions cost: round ones, what is needed now, what editions
    /// include, and where one takes over from another.
    pub(super) fn rows(&self) -> Vec<u64> {
        let drawn = self.curves.editions.first();
        let drawn = drawn.map_or(&[][..], |curve| &curve.points);
        let marks = self.demand.marks();
        let marks = marks.filter(|mark| drawn.iter().any(|point| point.demand == *mark));
        let crossings = self.curves.crossings.iter();
        let crossings = crossings.map(|crossing| crossing.demand);
        let marks = marks.chain(self.curves.knees.iter().copied());
        let mut rows: Vec<u64> = marks.chain(crossings).collect();
        rows.push(self.now);
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// Whether the months of anything that is drawn differ, so that what is drawn is their average.
    pub(super) fn is_average(&self) -> bool {
        let points = self.curves.editions.iter().flat_map(|curve| &curve.points);
        let mut points = points.chain(self.here.iter().flatten());
        points.any(|point| point.is_average)
    }

    /// What a point comes to by the month.
    pub(super) fn monthly(&self, point: &Point) -> Monthly {
        Monthly::new(
            point.per_month,
            point.total,
            self.request.months,
            self.card.currency,
            point.is_average,
        )
    }

    /// A part of a total by the month.
    pub(super) fn share(&self, total: Amount, is_average: bool) -> Option<Monthly> {
        let (months, currency) = (self.request.months, self.card.currency);
        let amount = total.divide_to_minor_units(months.into(), currency)?;
        Some(Monthly::new(amount, total, months, currency, is_average))
    }

    /// The name of an edition.
    pub(super) fn name(&self, edition: &Id) -> Option<Arg> {
        let edition = self.card.edition(edition)?;
        Some(Arg::Label(edition.id.clone(), Arc::clone(&edition.label)))
    }
}

/// Which of the editions that are drawn stands out: the chosen one, else the one that costs least.
pub(super) fn lead<'a>(picture: &Picture, drawn: impl Iterator<Item = &'a Id> + Clone) -> usize {
    let chosen = picture.chosen().map(|item| &item.edition);
    let cheapest = picture.comparison.cheapest.as_ref();
    let mut wanted = chosen.into_iter().chain(cheapest);
    let found = wanted.find_map(|wanted| drawn.clone().position(|edition| edition == wanted));
    found.unwrap_or_default()
}

/// What is needed of a dimension in a month, calls included: the largest, where it changes by month.
pub(super) fn needed(picture: &Picture, dimension: &Dimension) -> u64 {
    let bought = picture.comparison.editions.iter();
    let mut bought = bought.filter(|item| {
        let edition = picture.card.edition(&item.edition);
        edition.is_some_and(|edition| edition.trial.is_none())
    });
    // What is neither included nor needed has no quota.
    bought.next().map_or(dimension.min, |item| {
        let mut quotas = item.quotas.iter();
        let quota = quotas.find(|quota| quota.dimension == dimension.id);
        quota.map_or(0, |quota| quota.demand)
    })
}

/// What an edition costs now.
fn here_on(picture: &Picture, edition: &Id, now: u64) -> Option<Point> {
    let item = picture.edition(edition)?;
    Some(Point {
        demand: now,
        total: item.total?,
        per_month: item.per_month?,
        is_average: !item.is_even(picture.request.months).ok()?,
        fits: item.fits(),
    })
}

/// What has a price, and so a curve; nothing where there are only trials, and what is sold on request.
pub(super) fn charged_dimensions(card: &Card) -> Vec<Dimension> {
    let mut editions = card.editions.iter();
    if editions.all(|edition| edition.trial.is_some() || card.is_on_request(edition)) {
        return Vec::new();
    }
    let dimensions = card.dimensions.iter();
    dimensions
        .filter(|d| card.is_charged(&d.id))
        .cloned()
        .collect()
}

/// The axis of the demand: the one along which it was moved, else one that goes well beyond it; and where it ended
/// at first.
fn axis(kept: &Kept, card: &Card, dimension: &Dimension, now: u64) -> (Axis, u64) {
    let kept = kept.axis.as_ref().filter(|axis| {
        let (product, drawn) = &axis.of;
        *product == card.product && *drawn == dimension.id && axis.demand == now && now <= axis.top
    });
    match kept {
        Some(kept) => (Axis::reaching(kept.top), kept.base),
        None => {
            let axis = Axis::reaching(reach(card, dimension, now));
            (axis, axis.top())
        }
    }
}

/// How far a drawing reaches at least: well beyond the demand and what is included, or where nothing is, beyond what
/// is bought in one.
fn reach(card: &Card, dimension: &Dimension, now: u64) -> u64 {
    const LEAST: u64 = 5;
    let quota = |id: &str| dimension.quota(id).and_then(Limit::number);
    let included = card
        .editions
        .iter()
        .filter_map(|edition| quota(&edition.id))
        .max();
    let included = included.unwrap_or_default().saturating_mul(3);
    let charges = card.charges_of(&dimension.id);
    let packs = charges.filter_map(|charge| charge.pack_sizes());
    let packs = packs.map(|sizes| sizes.min).max();
    let packs = packs.filter(|_| now == 0 && included == 0);
    now.saturating_add(now)
        .saturating_add(now.div_ceil(2))
        .max(included)
        .max(packs.unwrap_or(1).saturating_mul(LEAST))
        .max(LEAST)
        .min(dimension.max)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use leptos::prelude::Owner;

    use super::*;
    use crate::calendar::Date;
    use crate::engine::{Calls, Demand};
    use crate::locale::PlainEnglish;
    use crate::widget::state::{KeptAxis, Question};
    use crate::widget::{Language, views};

    fn begin(card: &Card, months: u32) -> State {
        let mut question = Question::new(Date::parse("2026-11-20").unwrap());
        question.months = months;
        question.item = crate::engine::Item::new(&card.product, "");
        question.item.rate_card = Some(card.id.clone());
        let format = Rc::new(PlainEnglish);
        State::new(
            views(),
            &Language::english(),
            format,
            question,
            Rc::new(|| {}),
        )
    }

    /// The places of a path, in their order.
    fn places(path: &str) -> Vec<(u64, u64)> {
        let parts = path.split(['M', 'L']).filter(|part| !part.is_empty());
        let number = |text: &str| text.parse::<u64>().unwrap();
        let places = parts.map(|part| part.split_once(',').unwrap());
        places.map(|(x, y)| (number(x), number(y))).collect()
    }

    #[test]
    fn what_is_marked_lies_on_its_curve() {
        for listed in crate::catalog().cards().unwrap() {
            let card = &listed.card;
            for months in [1, 5, 13] {
                Owner::default().with(|| {
                    let state = begin(card, months);
                    for dimension in charged_dimensions(card) {
                        for demand in [0, 1, 7, 999, 10_001, 24_999, 123_456] {
                            let demand = demand.clamp(dimension.min, dimension.max);
                            let at = Some(Demand::Steady(demand));
                            state.change(|question| question.set_demand(&dimension.id, at));
                            let drawing = Drawing::new(state, &dimension, None).unwrap();
                            let told = format!("{} {} {demand}", card.id, dimension.id);
                            assert_eq!(drawing.now, demand, "{told}");
                            assert!(drawing.demand.top() > demand, "{told}");
                            assert!(drawing.rows().contains(&demand), "{told}");
                            let picture = state.picture().unwrap();
                            for (index, curve) in drawing.curves.editions.iter().enumerate() {
                                let here = drawing.here(index).unwrap();
                                let item = picture.edition(&curve.edition).unwrap();
                                assert_eq!(Some(here.total), item.total, "{told}");
                                let path = places(&drawing.path(index, curve, false));
                                assert!(path.contains(&drawing.place(&here)), "{told}");
                                assert!(path.is_sorted_by_key(|place| place.0), "{told}");
                            }
                        }
                    }
                });
            }
        }
    }

    #[test]
    fn calls_are_part_of_what_is_drawn() {
        let card = crate::catalog()
            .card("voice-agent/2026-05-13")
            .unwrap()
            .clone();
        Owner::default().with(|| {
            let state = begin(&card, 1);
            let minutes = card.dimension("minutes").unwrap();
            let calls = Calls {
                count: 4_000,
                seconds: 150,
            };
            state.change(|question| question.set_calls(&minutes.id, 0, calls));
            let drawing = Drawing::new(state, minutes, None).unwrap();
            assert_eq!(drawing.now, 12_000);
            let curve = &drawing.curves.editions[0];
            let path = places(&drawing.path(0, curve, false));
            assert!(path.contains(&drawing.place(&drawing.here(0).unwrap())));
        });
    }

    #[test]
    fn a_block_is_drawn_as_a_step() {
        let card = crate::catalog().card("desk/2026-05-27").unwrap().clone();
        Owner::default().with(|| {
            let state = begin(&card, 1);
            let messages = card.dimension("ai_messages").unwrap();
            let at = Some(Demand::Steady(25_000));
            state.change(|question| question.set_demand(&messages.id, at));
            let drawing = Drawing::new(state, messages, None).unwrap();
            let standard = &drawing.curves.editions[0];
            // A started block counts whole: level from one message above to the block's last.
            for first in [12_001, 22_001, 32_001] {
                let at = |demand| drawing.point(0, standard, demand).unwrap().total;
                assert_eq!(at(first), at(first + 9_999), "{first}");
                assert!(at(first) > at(first - 1), "{first}");
            }
        });
    }

    #[test]
    fn the_axis_stays_while_the_demand_is_moved_along_it() {
        let card = crate::catalog().card("chat/2024-07-22").unwrap().clone();
        let mau = card.dimension("mau").unwrap();
        let open = |now| axis(&Kept::default(), &card, mau, now).0.top();
        assert!(open(25_000) > 50_000, "{}", open(25_000));
        let kept = |demand| Kept {
            axis: Some(KeptAxis {
                of: (card.product.clone(), mau.id.clone()),
                base: 40_000,
                top: 80_000,
                demand,
            }),
            ..Kept::default()
        };
        for demand in [0, 100, 80_000] {
            let (axis, base) = axis(&kept(demand), &card, mau, demand);
            assert_eq!((axis.top(), base), (80_000, 40_000));
        }
        assert_eq!(axis(&kept(100), &card, mau, 25_000).0.top(), open(25_000));
    }
}
