//! The editions side by side, one of which is chosen.

use std::sync::Arc;

use leptos::either::Either;
use leptos::prelude::*;

use crate::card::{Billing, Card, Charge, Dimension, Edition, Length, Limit, Model};
use crate::engine::ItemEstimate;
use crate::text::{Id, Unit};
use crate::widget::State;
use crate::widget::words::figure::Money;
use crate::widget::words::phrase::{Phrase, Say};
use crate::word::{Arg, Word};

/// By name: see `total.rs`.
const HIDDEN: &str = "true";

/// One card for each edition of a rate card, as a group of radio buttons.
#[component]
pub(in crate::widget) fn Editions(
    /// The widget.
    state: State,
    /// The rate card.
    card: Arc<Card>,
) -> impl IntoView {
    let editions = card.editions.iter().map(|edition| {
        let included = included(&card, edition);
        view! { <EditionCard state edition=edition.clone() included /> }
    });
    let editions = editions.collect_view();
    view! {
        <fieldset part="editions" class="editions">
            <legend part="legend" class="legend">
                <Say state id="ui-choose-edition" />
            </legend>
            <div class="edition-grid">{editions}</div>
        </fieldset>
    }
}

/// An edition: its price for what is needed, and whether it does all of it.
#[component]
fn EditionCard(
    /// The widget.
    state: State,
    /// The edition.
    edition: Edition,
    /// What it includes of what is charged for.
    included: Vec<Fact>,
) -> impl IntoView {
    let Edition {
        id, label, trial, ..
    } = edition;
    let priced = {
        let id = id.clone();
        Memo::new(move |_| state.picture()?.edition(&id).cloned())
    };
    let priced = move || priced.try_get().flatten();
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| {
            let picture = state.picture();
            picture.is_some_and(|picture| picture.chosen().is_some_and(|item| item.edition == id))
        })
    };
    let is_chosen = move || chosen.try_get().unwrap_or_default();
    let cheapest = {
        let id = id.clone();
        move || {
            state
                .picture()
                .is_some_and(|p| p.comparison.cheapest.as_ref() == Some(&id))
        }
    };
    let choose = {
        let id = id.clone();
        move |_| state.change(|question| question.item.edition = id.clone())
    };
    let fits = move || priced().map(|item| if item.fits() { "true" } else { "false" });
    let sold = sold(state, id.clone());
    let judgement = Memo::new(move |_| Some(Judgement::of(&priced()?, cheapest())));
    let verdict = move || {
        let judgement = judgement.try_get().flatten()?;
        Some(view! { <Verdict state judgement /> })
    };
    let trial = trial.map(|_| {
        view! {
            <span class="badge">
                <Say state id="ui-trial" />
            </span>
        }
    });
    let included = included.into_iter().map(|Fact { word, each }| {
        let word = move || {
            let unit = each.as_ref().map(|unit| Arg::Text(state.unit(unit, 1)));
            let word = word.clone();
            let word = match unit {
                Some(unit) => word.with("unit", unit),
                None => word,
            };
            view! { <Phrase state word /> }
        };
        view! { <li>{word}</li> }
    });
    let included = included.collect_view();
    let at = |what: &str| format!("edition-{id}-{what}");
    let described = format!("{} {}", at("price"), at("fits"));
    view! {
        <label part="edition" class="edition" data-edition=id.to_string() data-fits=fits data-sold=move || sold.try_get().flatten().map(Sold::as_str)>
            <input
                type="radio"
                name="edition"
                class="choice"
                value=id.to_string()
                checked=is_chosen()
                prop:checked=is_chosen
                on:change=choose
                aria-labelledby=at("name")
                aria-describedby=described
            />
            <span part="edition-name" class="edition-name" id=at("name")>
                {move || state.label(&label)}
                " "
                {trial}
            </span>
            <span class="edition-price" id=at("price")>
                <PerMonth state sold priced=Signal::derive(priced) />
            </span>
            <ul class="included">{included}</ul>
            <span class="verdict" id=at("fits")>
                {verdict}
            </span>
        </label>
    }
}

/// How an edition is sold as it is to be billed.
pub(in crate::widget) fn sold(state: State, edition: Id) -> Memo<Option<Sold>> {
    Memo::new(move |_| {
        let picture = state.picture()?;
        let asked = picture.request.items.first()?.billing;
        let billing = asked.or(picture.card.billing.first().copied())?;
        let edition = picture.card.edition(&edition)?;
        Some(Sold::of(&picture.card, edition, billing))
    })
}

/// How an edition is sold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::widget) enum Sold {
    /// For a price, which may be 0 where nothing is used.
    Priced,
    /// For nothing.
    Free,
    /// For nothing, for so many days or months.
    Trial(Length),
    /// Not as it is to be billed.
    NotSo,
    /// Without a published price.
    OnRequest,
}

impl Sold {
    /// How a card sells an edition.
    pub fn of(card: &Card, edition: &Edition, billing: Billing) -> Self {
        if let Some(trial) = &edition.trial {
            return Self::Trial(trial.length);
        }
        let id = &*edition.id;
        let by_month = card
            .charges
            .iter()
            .any(|charge| charge.model.is_sold_to(id));
        let yearly = |charge: &Charge| {
            let price = charge.model.annual_price();
            price.is_some_and(|price| price.get(id).is_some())
        };
        let by_year = card.charges.iter().any(yearly);
        let costs = |charge: &Charge| {
            let prices = [charge.model.price(), charge.model.annual_price()];
            let prices = prices
                .into_iter()
                .flatten()
                .chain(charge.model.tiers().iter().map(|tier| &tier.price));
            prices
                .filter_map(|price| price.get(id))
                .any(|price| !price.is_zero())
        };
        match billing {
            _ if !by_month && !by_year => Self::OnRequest,
            Billing::Monthly if !by_month => Self::NotSo,
            _ if card.charges.iter().any(costs) => Self::Priced,
            _ => Self::Free,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Priced => "priced",
            Self::Free => "at-no-charge",
            Self::Trial(_) => "for-a-time",
            Self::NotSo => "not-sold",
            Self::OnRequest => "on-request",
        }
    }
}

/// The price of a month, which may be nothing at all, or not there.
#[component]
pub(in crate::widget) fn PerMonth(
    /// The widget.
    state: State,
    /// How the edition is sold.
    sold: Memo<Option<Sold>>,
    /// The edition with its price.
    #[prop(into)]
    priced: Signal<Option<ItemEstimate>>,
) -> impl IntoView {
    let price = move || {
        let item = priced.try_get().flatten()?;
        Some((item.per_month, item.card.currency))
    };
    let free = Memo::new(move |_| price().is_some_and(|(amount, _)| amount.is_zero()));
    let small = move |word: Word| {
        view! {
            " "
            <span class="per-month">
                <Phrase state word />
            </span>
        }
    };
    let said = move |id: &'static str, beside: Option<Word>, exact: Option<&'static str>| {
        Either::Left(view! {
            <span part="edition-amount" class="edition-amount edition-said" data-value=exact>
                <Say state id />
            </span>
            {beside.map(small)}
        })
    };
    move || {
        let sold = sold.try_get().flatten()?;
        let free = free.try_get().unwrap_or_default();
        Some(match sold {
            Sold::Trial(length) if free => {
                let word = match length {
                    Length::Days(days) => {
                        Word::new("ui-for-days").with("days", Arg::Count(u64::from(days)))
                    }
                    Length::Months(months) => {
                        Word::new("ui-trial-months").with("months", Arg::Count(u64::from(months)))
                    }
                };
                said("ui-free", Some(word), Some("0"))
            }
            Sold::Free if free => said("ui-free", None, Some("0")),
            Sold::NotSo => said("ui-not-sold-so", None, None),
            Sold::OnRequest => {
                let word = Word::new("ui-no-price");
                said("ui-contact-sales", Some(word), None)
            }
            _ => Either::Right(view! {
                <Money state amount=Signal::derive(price) part="edition-amount" />
                {small(Word::new("ui-per-month"))}
            }),
        })
    }
}

/// Whether an edition does all that is needed, and if not, why not.
#[derive(Clone, PartialEq)]
enum Judgement {
    /// No other that fits costs less.
    Cheapest,
    /// It does all.
    Fits,
    /// What it does not do: the first, and how many more there are.
    Lacks(Word, u64),
}

impl Judgement {
    fn of(item: &ItemEstimate, cheapest: bool) -> Self {
        let more = item.problems.len().saturating_sub(1);
        match item.problems.first() {
            None if cheapest => Self::Cheapest,
            None => Self::Fits,
            Some(first) => {
                let more = u64::try_from(more).unwrap_or_default();
                Self::Lacks(first.word.clone(), more)
            }
        }
    }
}

#[component]
fn Verdict(
    /// The widget.
    state: State,
    /// What there is to say.
    judgement: Judgement,
) -> impl IntoView {
    let (sign, word, more) = match judgement {
        Judgement::Cheapest => ("✓ ", Word::new("ui-cheapest"), 0),
        Judgement::Fits => ("✓ ", Word::new("ui-fits"), 0),
        Judgement::Lacks(word, more) => ("✕ ", word, more),
    };
    let more = (more > 0).then(|| Word::new("ui-more-problems").with("more", Arg::Count(more)));
    let more = more.map(|word| {
        view! {
            <span class="more-problems">
                <Phrase state word />
            </span>
        }
    });
    view! {
        <span aria-hidden=HIDDEN>{sign}</span>
        <span>
            <Phrase state word />
            {more}
        </span>
    }
}

/// What an edition includes of every dimension that has a price, and what one more costs.
fn included(card: &Card, edition: &Edition) -> Vec<Fact> {
    let charged = card.dimensions.iter().filter(|d| card.is_charged(&d.id));
    charged
        .filter_map(|dimension| {
            let quota = dimension.quota(&edition.id).and_then(Limit::number);
            let quota = quota.filter(|number| *number > 0);
            let limit = quota.map(|number| Arg::Quantity(number, Arc::clone(&dimension.unit)));
            let of_dimension = |charge: &&Charge| charge.model.dimension() == Some(&dimension.id);
            let mut charges = card.charges.iter().filter(of_dimension);
            let rate = charges.find_map(|charge| rate(card, charge, dimension, edition));
            Some(match (limit, rate) {
                (None, None) => return None,
                (Some(limit), None) => Fact::from(Word::new("ui-includes").with("limit", limit)),
                (None, Some(rate)) => rate.said(Word::new("ui-rate")),
                (Some(limit), Some(rate)) => {
                    rate.said(Word::new("ui-includes-then").with("limit", limit))
                }
            })
        })
        .collect()
}

/// What a unit or a block costs.
struct Rate {
    price: Arg,
    /// The units of a block; `None` where they are counted one by one.
    size: Option<u64>,
    unit: Arc<Unit>,
}

impl Rate {
    fn said(self, word: Word) -> Fact {
        let Self { price, size, unit } = self;
        let word = word.with("price", price);
        match size {
            None => Fact {
                word,
                each: Some(unit),
            },
            Some(size) => Fact::from(word.with("unit", Arg::Quantity(size, unit))),
        }
    }
}

/// What a charge takes of an edition for a unit or a block, where that is one price.
fn rate(card: &Card, charge: &Charge, dimension: &Dimension, edition: &Edition) -> Option<Rate> {
    let (price, size) = match &charge.model {
        Model::PerUnit { price, .. } => (price, None),
        Model::Block { price, size, .. } => (price, Some(*size)),
        _ => return None,
    };
    Some(Rate {
        price: Arg::Money(*price.get(&edition.id)?, card.currency),
        size,
        unit: Arc::clone(&dimension.unit),
    })
}

/// A line under the price of an edition.
struct Fact {
    word: Word,
    /// What is counted one by one.
    each: Option<Arc<Unit>>,
}

impl From<Word> for Fact {
    fn from(word: Word) -> Self {
        Self { word, each: None }
    }
}
