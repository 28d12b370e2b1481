//! What is drawn: the curves of the engine, and the axes around them.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::card::{Card, Dimension, Limit};
use crate::engine::{CompareRequest, Curve, Curves, Demand, Point, curves};
use crate::text::Id;
use crate::widget::shared::axis::{Axis, LENGTH, MoneyAxis};
use crate::widget::state::{Question, State};
use crate::word::Arg;

/// The number of steps in which a range is drawn: a multiple of every number of intervals that an axis
/// can have, so that every mark has a price.
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
    pub(super) request: CompareRequest,
    pub(super) demand: Axis,
    pub(super) cost: MoneyAxis,
    pub(super) curves: Curves,
}

impl Drawing {
    /// The drawing of the present question: `before`, where that shows it, too.
    pub(super) fn new(
        state: State,
        dimension: &Dimension,
        before: Option<&Arc<Self>>,
    ) -> Option<Self> {
        let picture = state.picture()?;
        let catalog = state.catalog()?;
        let question = state.question()?;
        let now = drawn_demand(&question, dimension);
        let mut request = picture.compared.clone();
        request.item.demand.retain(|(id, _)| *id != dimension.id);
        request.item.calls.retain(|(id, _)| *id != dimension.id);
        let before = before.filter(|before| before.dimension == dimension.id);
        // While the demand is dragged along the axis, the axis stays.
        let axis = before
            .map(|before| before.demand)
            .filter(|axis| now <= axis.top() && now.saturating_mul(100) >= axis.top())
            .unwrap_or_else(|| Axis::reaching(reach(&picture.card, dimension, now)));
        // The card itself may have changed: its prices, or the language of its labels.
        if let Some(before) = before
            && Arc::ptr_eq(&before.card, &picture.card)
            && before.request == request
            && before.demand == axis
        {
            return Some(Self::clone(before));
        }
        let steps = if request.months > YEAR {
            FEW_STEPS
        } else {
            STEPS
        };
        let curves = curves(&catalog, &request, &dimension.id, axis.top(), steps).ok()?;
        let points = curves.editions.iter().flat_map(|curve| &curve.points);
        Some(Self {
            card: Arc::clone(&picture.card),
            dimension: dimension.id.clone(),
            cost: MoneyAxis::reaching(points.map(|point| point.per_month)),
            request,
            demand: axis,
            curves,
        })
    }

    /// Where a point of a curve stands, from the top left.
    pub(super) fn place(&self, point: &Point) -> (u64, u64) {
        let x = self.demand.place(point.demand);
        (x, LENGTH.saturating_sub(self.cost.place(point.per_month)))
    }

    /// A curve as the path of a line; with `fitting`, only where the edition does all that is needed.
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

    /// The name of an edition.
    pub(super) fn name(&self, edition: &Id) -> Option<Arg> {
        let edition = self.card.edition(edition)?;
        Some(Arg::Label(edition.id.clone(), Arc::clone(&edition.label)))
    }
}

/// The demand that is drawn: the largest, where it changes by month.
pub(super) fn drawn_demand(question: &Question, dimension: &Dimension) -> u64 {
    match question.demand_for(&dimension.id) {
        None => dimension.default,
        Some(Demand::Steady(quantity)) => *quantity,
        Some(Demand::Monthly(quantities)) => quantities.iter().copied().max().unwrap_or_default(),
    }
}

/// What has a price, and so a curve.
pub(super) fn charged_dimensions(card: &Card) -> Vec<Dimension> {
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
