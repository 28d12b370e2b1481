//! The chart: what every edition costs as the demand grows.
//!
//! Drawn by attributes of SVG alone, and stretched: strokes keep their width, and what is to be read
//! stands beside the drawing as text, so that it keeps its size on a narrow page.

use std::fmt::Write as _;
use std::sync::Arc;

use leptos::prelude::*;

use super::axis::{Axis, LENGTH, MoneyAxis};
use super::figure::Money;
use super::phrase::{Phrase, Say};
use super::{Question, State};
use crate::card::{Card, Dimension, Limit};
use crate::engine::{CompareRequest, Curve, Curves, Demand, Point, curves};
use crate::money::Amount;
use crate::text::Id;
use crate::word::{Arg, Word};

/// How many steps a range is drawn in. A multiple of every number of intervals that an axis has, so
/// that there is a price at every mark.
const STEPS: u32 = 60;
/// The same where packs are planned over more than a year, which takes its time.
const FEW_STEPS: u32 = 20;
/// The longest time that is drawn in all steps, in months.
const YEAR: u32 = 12;

/// Cost against the demand of one dimension, for every edition.
#[component]
pub(super) fn Chart(
    /// The widget.
    state: State,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<Id>);
    let card = Memo::new(move |_| state.picture().map(|picture| picture.card.clone()));
    let dimensions = move || {
        let card = card.try_get().flatten()?;
        Some(priced(&card))
    };
    let dimension = Memo::new(move |_| {
        let known = dimensions()?;
        let wanted = chosen.try_get().flatten();
        let wanted = known.iter().find(|d| Some(&d.id) == wanted.as_ref());
        wanted.or_else(|| known.first()).cloned()
    });
    let drawing = Memo::new(move |before: Option<&Option<Arc<Drawing>>>| {
        let dimension = dimension.try_get().flatten()?;
        let before = before.and_then(Option::as_ref);
        Drawing::of(state, &dimension, before).map(Arc::new)
    });
    let several = move || dimensions().filter(|known| known.len() > 1);
    view! {
        <div part="chart" class="chart" data-dimension=move || {
            dimension.try_get().flatten().map(|d| d.id.to_string())
        }>
            {move || several().map(|known| view! { <Choice state known chosen /> })}
            {move || {
                let dimension = dimension.try_get().flatten();
                match dimension {
                    Some(dimension) => view! { <Plot state dimension drawing /> }.into_any(),
                    None => view! { <Nothing state /> }.into_any(),
                }
            }}
        </div>
    }
}

/// Where the price depends on nothing, there is nothing to draw.
#[component]
fn Nothing(
    /// The widget.
    state: State,
) -> impl IntoView {
    const CLASS: &str = "help";
    view! {
        <p class=CLASS>
            <Say state id="ui-chart-nothing" />
        </p>
    }
}

/// Which dimension is drawn.
#[component]
fn Choice(
    /// The widget.
    state: State,
    /// What may be chosen.
    known: Vec<Dimension>,
    /// What is.
    chosen: RwSignal<Option<Id>>,
) -> impl IntoView {
    let options = known.into_iter().map(|Dimension { id, label, .. }| {
        let value = id.to_string();
        view! { <option value=value>{move || state.label(&label)}</option> }
    });
    let options = options.collect_view();
    let choose = move |event| {
        chosen.try_set(Some(Id::from(event_target_value(&event))));
    };
    const ID: &str = "chart-dimension";
    view! {
        <div class="field chart-choice">
            <label class="label" for=ID>
                <Say state id="ui-chart-by" />
            </label>
            <div class="box">
                <select part="input" class="input" id=ID on:change=choose>
                    {options}
                </select>
            </div>
        </div>
    }
}

/// The drawing with its axes, a slider for the demand, and all of it in words.
#[component]
fn Plot(
    /// The widget.
    state: State,
    /// What lies along the bottom.
    dimension: Dimension,
    /// What is drawn.
    #[prop(into)]
    drawing: Signal<Option<Arc<Drawing>>>,
) -> impl IntoView {
    let Dimension {
        id, label, unit, ..
    } = dimension;
    let demand = {
        let (id, default) = (id.clone(), dimension.default);
        Memo::new(move |_| {
            let question = state.question();
            question.map_or(default, |question| steady(&question, &id, default))
        })
    };
    let demand = move || demand.try_get().unwrap_or_default();
    let drawing = move || drawing.try_get().flatten();
    let title = {
        let (id, label) = (id.clone(), Arc::clone(&label));
        move || {
            let of = Arg::Label(id.clone(), Arc::clone(&label));
            state.say(&Word::new("ui-chart").with("dimension", of))
        }
    };
    let place = move || drawing().map_or(0, |drawing| drawing.demand.place(demand()));
    let here = {
        let unit = Arc::clone(&unit);
        move || {
            let at = Arg::Quantity(demand(), Arc::clone(&unit));
            view! { <Phrase state word=Word::new("ui-chart-at").with("demand", at) /> }
        }
    };
    let slide = move |event| {
        let Ok(number) = event_target_value(&event).parse::<u64>() else {
            return;
        };
        let id = id.clone();
        state.change(|question| question.set_demand(&id, Some(Demand::Steady(number))));
    };
    let top = move || drawing().map(|drawing| drawing.demand.top());
    let step = move || drawing().map(|drawing| drawing.demand.notch().to_string());
    // A slider does not go beyond its end, which may have moved.
    let value = move || top().map(|_| demand().to_string());
    let slider_label = Arc::clone(&label);
    let spoken = {
        let unit = Arc::clone(&unit);
        move || state.argument(Arg::Quantity(demand(), Arc::clone(&unit)))
    };
    let tables_unit = Arc::clone(&unit);
    const LABEL: &str = "chart-title";
    view! {
        <figure class="plot" aria-labelledby=LABEL>
            <figcaption class="heading" id=LABEL>
                {title}
            </figcaption>
            <div class="plot-area">
                <div class="marks marks-cost" aria-hidden="true">
                    {move || drawing().map(|drawing| cost_marks(state, &drawing))}
                </div>
                <svg
                    part="drawing"
                    class="drawing"
                    viewBox="0 0 10000 10000"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    {move || drawing().map(|drawing| lines(&drawing))}
                    <path class="here" d=move || format!("M{},0V{LENGTH}", place()) />
                    {move || drawing().map(|drawing| here_marks(state, &drawing, place()))}
                </svg>
                <div class="marks marks-demand" aria-hidden="true">
                    {move || drawing().map(|drawing| demand_marks(state, &drawing))}
                </div>
                <input
                    type="range"
                    part="slider"
                    class="slider"
                    min="0"
                    max=move || top().map(|top| top.to_string())
                    step=step
                    prop:value=value
                    aria-label=move || state.label(&slider_label)
                    aria-valuetext=spoken
                    on:input=slide
                />
            </div>
        </figure>
        <div class="legend-of-lines">
            <h3 class="heading">{here}</h3>
            <ul>{move || drawing().map(|drawing| legend(state, &drawing))}</ul>
        </div>
        {move || drawing().map(|drawing| crossings(state, &drawing, &unit))}
        {move || drawing().map(|drawing| table(state, &drawing, &tables_unit))}
    }
}

/// What is drawn, with its axes.
#[derive(Clone, Debug, PartialEq)]
struct Drawing {
    card: Arc<Card>,
    dimension: Id,
    asked: CompareRequest,
    demand: Axis,
    cost: MoneyAxis,
    curves: Curves,
}

impl Drawing {
    /// The drawing for what is asked now; `before` is kept where it shows that, too.
    fn of(state: State, dimension: &Dimension, before: Option<&Arc<Self>>) -> Option<Self> {
        let picture = state.picture()?;
        let catalog = state.catalog()?;
        let question = state.question()?;
        let now = steady(&question, &dimension.id, dimension.default);
        let mut asked = picture.compare_request()?;
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

    fn place(&self, point: &Point) -> (u64, u64) {
        let x = self.demand.place(point.demand);
        (x, LENGTH.saturating_sub(self.cost.place(point.per_month)))
    }

    /// The way of a curve; with `fitting`, only where the edition does all that is needed.
    fn path(&self, curve: &Curve, fitting: bool) -> String {
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

    fn name(&self, edition: &Id) -> Option<Arg> {
        let edition = self.card.edition(edition)?;
        Some(Arg::Label(edition.id.clone(), Arc::clone(&edition.label)))
    }
}

/// The demand that is drawn: the largest, where it changes by month.
fn steady(question: &Question, dimension: &str, default: u64) -> u64 {
    match question.demand_for(dimension) {
        None => default,
        Some(Demand::Steady(quantity)) => *quantity,
        Some(Demand::Monthly(quantities)) => quantities.iter().copied().max().unwrap_or_default(),
    }
}

/// What has a price, and so a curve.
fn priced(card: &Card) -> Vec<Dimension> {
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

/// The lines of the drawing, and the marks behind them.
fn lines(drawing: &Drawing) -> impl IntoView + use<> {
    let across = drawing.cost.marks().map(|(place, _)| {
        let y = LENGTH.saturating_sub(place);
        view! { <path class="grid" d=format!("M0,{y}H{LENGTH}") /> }
    });
    let across = across.collect_view();
    let editions = drawing.curves.editions.iter().enumerate();
    let editions = editions.map(|(index, curve)| {
        let class = |kind: &str| format!("{kind} series-{}", index.saturating_add(1));
        view! {
            <path class=class("line unfit") d=drawing.path(curve, false) />
            <path
                class=class("line")
                data-edition=curve.edition.to_string()
                d=drawing.path(curve, true)
            />
        }
    });
    let editions = editions.collect_view();
    // A dot is a line without length and with round ends: circles would be stretched.
    let dots = drawing.curves.crossings.iter().map(|crossing| {
        let x = drawing.demand.place(crossing.demand);
        let y = LENGTH.saturating_sub(drawing.cost.place(crossing.per_month));
        view! { <path class="dot" d=format!("M{x},{y}h0") /> }
    });
    let dots = dots.collect_view();
    view! {
        {across}
        {editions}
        {dots}
    }
}

/// A dot on every line, where the demand stands.
fn here_marks(state: State, drawing: &Drawing, x: u64) -> Option<impl IntoView + use<>> {
    let picture = state.picture()?;
    let editions = drawing.curves.editions.iter().enumerate();
    let dots = editions.filter_map(|(index, curve)| {
        let price = picture.edition(&curve.edition)?.per_month;
        let y = LENGTH.saturating_sub(drawing.cost.place(price));
        let class = format!("at series-{}", index.saturating_add(1));
        Some(view! { <path class=class d=format!("M{x},{y}h0") /> })
    });
    Some(dots.collect_view())
}

/// The amounts beside the drawing, from top to bottom.
fn cost_marks(state: State, drawing: &Drawing) -> impl IntoView + use<> {
    let currency = drawing.card.currency;
    let marks = drawing.cost.marks().rev();
    let marks = marks.map(|(_, amount)| {
        view! { <span class="mark">{state.argument(Arg::Money(amount, currency))}</span> }
    });
    marks.collect_view()
}

/// The quantities under the drawing, from left to right.
fn demand_marks(state: State, drawing: &Drawing) -> impl IntoView + use<> {
    let marks = drawing.demand.marks();
    let marks = marks.map(|mark| view! { <span class="mark">{state.number(mark)}</span> });
    marks.collect_view()
}

/// Every edition with its line and what it costs at the demand.
fn legend(state: State, drawing: &Drawing) -> impl IntoView + use<> {
    let editions = drawing.curves.editions.iter().enumerate();
    let editions = editions.filter_map(|(index, curve)| {
        let edition = drawing.card.edition(&curve.edition)?;
        let (id, label) = (edition.id.clone(), Arc::clone(&edition.label));
        let series = format!("line series-{}", index.saturating_add(1));
        let priced = {
            let id = id.clone();
            move || {
                let picture = state.picture()?;
                let item = picture.edition(&id)?.clone();
                Some((item.per_month, item.card.currency, item.fits()))
            }
        };
        let priced = Memo::new(move |_| priced());
        let priced = move || priced.try_get().flatten();
        let amount = move || priced().map(|(amount, currency, _)| (amount, currency));
        let unfit = move || {
            let unfit = priced().is_some_and(|(_, _, fits)| !fits);
            unfit.then(
                || view! { <span class="unfit-note"><Say state id="ui-does-not-fit" /></span> },
            )
        };
        Some(view! {
            <li class="legend-entry" data-edition=id.to_string()>
                <svg class="swatch" viewBox="0 0 40 10" aria-hidden="true">
                    <path class=series d="M0,5H40" />
                </svg>
                <span class="legend-name">{move || state.label(&label)}</span>
                <Money state amount=Signal::derive(amount) part="legend-amount" />
                {unfit}
            </li>
        })
    });
    editions.collect_view()
}

/// Where one edition takes over from another.
fn crossings(
    state: State,
    drawing: &Drawing,
    unit: &Arc<crate::text::Unit>,
) -> Option<impl IntoView + use<>> {
    let currency = drawing.card.currency;
    let items = drawing.curves.crossings.iter().filter_map(|crossing| {
        let word = Word::new("ui-break-even")
            .with("demand", Arg::Quantity(crossing.demand, Arc::clone(unit)))
            .with("above", drawing.name(&crossing.above)?)
            .with("below", drawing.name(&crossing.below)?)
            .with("cost", Arg::Money(crossing.per_month, currency));
        let demand = crossing.demand.to_string();
        Some(view! {
            <li part="break-even" data-break-even=demand>
                <Phrase state word />
            </li>
        })
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| {
        view! {
            <div class="findings">
                <h3 class="heading">
                    <Say state id="ui-break-evens" />
                </h3>
                <ul>{items}</ul>
            </div>
        }
    })
}

/// The drawing as a table: a row for every mark and every break-even point.
fn table(state: State, drawing: &Drawing, unit: &Arc<crate::text::Unit>) -> impl IntoView + use<> {
    let editions = drawing.curves.editions.iter();
    let heads = editions.filter_map(|curve| {
        let label = Arc::clone(&drawing.card.edition(&curve.edition)?.label);
        Some(view! { <th scope="col" class="number">{move || state.label(&label)}</th> })
    });
    let heads = heads.collect_view();
    let first = drawing.curves.editions.first();
    let rows = first
        .into_iter()
        .flat_map(|curve| curve.points.iter().enumerate());
    let rows = rows.filter(|(_, point)| drawing.demand.marks().any(|mark| mark == point.demand));
    let rows = rows.map(|(index, point)| row(state, drawing, index, point.demand, unit));
    let rows = rows.collect_view();
    view! {
        <details part="chart-table" class="more chart-table">
            <summary>
                <Say state id="ui-chart-table" />
            </summary>
            <div class="strip" tabindex="0" role="group" aria-label=move || {
                state.say(&Word::new("ui-chart-table"))
            }>
                <table class="figures">
                    <thead>
                        <tr>
                            <th scope="col">
                                <Say state id="ui-chart-demand" />
                            </th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(
    state: State,
    drawing: &Drawing,
    index: usize,
    demand: u64,
    unit: &Arc<crate::text::Unit>,
) -> impl IntoView + use<> {
    let currency = drawing.card.currency;
    let cells = drawing.curves.editions.iter().filter_map(|curve| {
        let Point {
            per_month, fits, ..
        } = *curve.points.get(index)?;
        Some(view! { <Cell state amount=per_month currency fits /> })
    });
    let cells = cells.collect_view();
    let label = Arg::Quantity(demand, Arc::clone(unit));
    view! {
        <tr data-demand=demand.to_string()>
            <th scope="row">{move || state.argument(label.clone())}</th>
            {cells}
        </tr>
    }
}

/// What an edition costs at a demand.
#[component]
fn Cell(
    /// The widget.
    state: State,
    /// The cost of a month.
    amount: Amount,
    /// Its currency.
    currency: crate::money::Currency,
    /// Whether the edition does all that is needed then.
    fits: bool,
) -> impl IntoView {
    let unfit = (!fits)
        .then(|| view! { <span class="unfit-note"><Say state id="ui-does-not-fit" /></span> });
    view! {
        <td class="number" data-fits=if fits { "true" } else { "false" }>
            <Money state amount=Signal::derive(move || Some((amount, currency))) part="cell-amount" />
            {unfit}
        </td>
    }
}
