//! What is drawn: the curves of the engine, and the axes around them.

use std::fmt::Write as _;
use std::sync::Arc;

use super::axis::{Axis, LENGTH, MoneyAxis};
use crate::card::{Card, Dimension, Limit};
use crate::engine::{CompareRequest, Curve, Curves, Demand, Point, curves};
use crate::text::Id;
use crate::widget::{Question, State};
use crate::word::Arg;

/// How many steps a range is drawn in. A multiple of every number of intervals that an axis has, so
/// that there is a price at every mark.
const STEPS: u32 = 60;
/// The same where packs are planned over more than a year, which takes its time.
const FEW_STEPS: u32 = 20;
/// The longest time that is drawn in all steps, in months.
const YEAR: u32 = 12;

/// What is drawn, with its axes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawing {
    pub(super) card: Arc<Card>,
    pub(super) dimension: Id,
    pub(super) asked: CompareRequest,
    pub(super) demand: Axis,
    pub(super) cost: MoneyAxis,
    pub(super) curves: Curves,
}

impl Drawing {
    /// The drawing for what is asked now; `before` is kept where it shows that, too.
    pub(super) fn of(
        state: State,
        dimension: &Dimension,
        before: Option<&Arc<Self>>,
    ) -> Option<Self> {
        let picture = state.picture()?;
        let catalog = state.catalog()?;
        let question = state.question()?;
        let now = steady(&question, &dimension.id, dimension.default);
        let mut asked = picture.compared.clone();
        asked.item.demand.retain(|(id, _)| *id != dimension.id);
        asked.item.calls.retain(|(id, _)| *id != dimension.id);
        let before = before.filter(|before| before.dimension == dimension.id);
        // While the demand is dragged along the axis, the axis stays.
        let axis = before
            .map(|before| before.demand)
            .filter(|axis| now <= axis.top() && now.saturating_mul(100) >= axis.top())
            .unwrap_or_else(|| Axis::reaching(reach(&picture.card, dimension, now)));
        if let Some(before) = before
            && before.asked == asked
            && before.demand == axis
        {
            return Some(Self::clone(before));
        }
        let steps = if asked.months > YEAR {
            FEW_STEPS
        } else {
            STEPS
        };
        let curves = curves(&catalog, &asked, &dimension.id, axis.top(), steps).ok()?;
        let points = curves.editions.iter().flat_map(|curve| &curve.points);
        Some(Self {
            card: Arc::clone(&picture.card),
            dimension: dimension.id.clone(),
            cost: MoneyAxis::reaching(points.map(|point| point.per_month)),
            asked,
            demand: axis,
            curves,
        })
    }

    pub(super) fn place(&self, point: &Point) -> (u64, u64) {
        let x = self.demand.place(point.demand);
        (x, LENGTH.saturating_sub(self.cost.place(point.per_month)))
    }

    /// The way of a curve; with `fitting`, only where the edition does all that is needed.
    pub(super) fn path(&self, curve: &Curve, fitting: bool) -> String {
        let mut path = String::new();
        let mut pen = 'M';
        for point in &curve.points {
            if fitting && !point.fits {
                pen = 'M';
                continue;
            }
            let (x, y) = self.place(point);
            // Writing to a text cannot fail.
            let _ = write!(path, "{pen}{x},{y}");
            pen = 'L';
        }
        path
    }

    pub(super) fn name(&self, edition: &Id) -> Option<Arg> {
        let edition = self.card.edition(edition)?;
        Some(Arg::Label(edition.id.clone(), Arc::clone(&edition.label)))
    }
}

/// The demand that is drawn: the largest, where it changes by month.
pub(super) fn steady(question: &Question, dimension: &str, default: u64) -> u64 {
    match question.demand_for(dimension) {
        None => default,
        Some(Demand::Steady(quantity)) => *quantity,
        Some(Demand::Monthly(quantities)) => quantities.iter().copied().max().unwrap_or_default(),
    }
}

/// What has a price, and so a curve.
pub(super) fn priced(card: &Card) -> Vec<Dimension> {
    let dimensions = card.dimensions.iter();
    dimensions
        .filter(|d| card.is_charged(&d.id))
        .cloned()
        .collect()
}

/// How far a drawing reaches at least: well beyond the demand and what is included.
fn reach(card: &Card, dimension: &Dimension, now: u64) -> u64 {
    const LEAST: u64 = 5;
    let quota = |id: &str| dimension.quota(id).and_then(Limit::number);
    let included = card
        .editions
        .iter()
        .filter_map(|edition| quota(&edition.id))
        .max();
    let included = included.unwrap_or_default().saturating_mul(3);
    now.saturating_mul(2)
        .max(included)
        .max(LEAST)
        .min(dimension.max)
}
