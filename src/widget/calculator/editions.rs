//! The editions side by side, one of which is chosen.

use std::sync::Arc;

use leptos::ev;

use crate::card::{Billing, Card, Charge, Dimension, Edition, Length, Limit, Model};
use crate::engine::ItemEstimate;
use crate::money::{Amount, Currency};
use crate::text::{Id, Unit};
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, many, tag};
use crate::widget::signals::Memo;
use crate::widget::words::figure::money;
use crate::widget::words::phrase::{phrase, say};
use crate::word::{Arg, Word};

/// One card for each edition of a rate card, as a group of radio buttons.
pub(in crate::widget) fn editions(state: State, card: Arc<Card>) -> Node {
    let editions = card.editions.iter().map(|edition| {
        let included = included(&card, edition);
        edition_card(state, edition.clone(), included)
    });
    let editions = many(editions);

    tag::fieldset()
        .part("editions")
        .class("editions")
        .child(
            tag::legend()
                .part("legend")
                .class("legend")
                .child(say(state, "ui-choose-edition")),
        )
        .child(tag::div().class("edition-grid").child(editions))
        .into_node()
}

/// An edition: its price for what is needed, and whether it does all of it.
fn edition_card(state: State, edition: Edition, included: Vec<Fact>) -> Node {
    let Edition {
        id, label, trial, ..
    } = edition;
    let priced = cost(state, id.clone());
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| {
            let picture = state.picture();
            picture.is_some_and(|picture| picture.chosen().is_some_and(|item| item.edition == id))
        })
    };
    let is_chosen = move || chosen.try_get().unwrap_or_default();
    let choose = {
        let id = id.clone();
        move |_| state.change(|question| question.item.edition = id.clone())
    };
    let sold = sold(state, id.clone());
    let judgement = {
        let id = id.clone();
        Memo::new(move |_| {
            let picture = state.picture()?;
            let cheapest = picture.comparison.cheapest.as_ref() == Some(&id);
            Some(Judgement::of(picture.edition(&id)?, cheapest))
        })
    };
    let fits = move || {
        let judgement = judgement.try_get().flatten()?;
        Some(match judgement {
            Judgement::Lacks(..) => "false",
            Judgement::Cheapest | Judgement::Fits => "true",
        })
    };
    let verdict = move || {
        let judgement = judgement.try_get().flatten()?;
        Some(verdict(state, judgement))
    };
    let trial = trial.map(|_| tag::span().class("badge").child(say(state, "ui-trial")));
    let included = included.into_iter().map(|Fact { word, each }| {
        let word = move || {
            let unit = each.as_ref().map(|unit| Arg::Text(state.unit(unit, 1)));
            let word = word.clone();
            let word = match unit {
                Some(unit) => word.with("unit", unit),
                None => word,
            };
            phrase(state, word)
        };
        tag::li().child(word)
    });
    let included = many(included);
    let at = |what: &str| format!("edition-{id}-{what}");
    let described = format!("{} {}", at("price"), at("fits"));

    tag::label()
        .part("edition")
        .class("edition")
        .attr("data-edition", id.to_string())
        .attr("data-fits", fits)
        .attr("data-sold", move || {
            sold.try_get().flatten().map(Sold::as_str)
        })
        .child(
            tag::input()
                .attr("type", "radio")
                .attr("name", "edition")
                .class("choice")
                .attr("value", id.to_string())
                .holds("checked", is_chosen)
                .on(ev::change, choose)
                .attr("aria-labelledby", at("name"))
                .attr("aria-describedby", described),
        )
        .child(
            tag::span()
                .part("edition-name")
                .class("edition-name")
                .child(
                    tag::span()
                        .attr("id", at("name"))
                        .child(move || state.label(&label)),
                )
                .child(" ")
                .child(trial),
        )
        .child(
            tag::span()
                .class("edition-price")
                .attr("id", at("price"))
                .child(price(state, sold, priced)),
        )
        .child(tag::ul().class("included").child(included))
        .child(
            tag::span()
                .class("verdict")
                .attr("id", at("fits"))
                .child(verdict),
        )
        .into_node()
}

/// What an edition costs: a month of it, or of a trial, which has no months, all.
pub(in crate::widget) fn cost(state: State, edition: Id) -> Memo<Option<(Amount, Currency)>> {
    Memo::new(move |_| {
        let picture = state.picture()?;
        let item = picture.edition(&edition)?;
        let is_trial = picture.card.edition(&edition)?.trial.is_some();
        let amount = if is_trial { item.total } else { item.per_month };
        Some((amount, picture.card.currency))
    })
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

/// The price of a month or of a trial, which may be nothing at all, or not there.
pub(in crate::widget) fn price(
    state: State,
    sold: Memo<Option<Sold>>,
    priced: Memo<Option<(Amount, Currency)>>,
) -> Node {
    let amount = move || priced.try_get().flatten();
    let free = Memo::new(move |_| amount().is_some_and(|(amount, _)| amount.is_zero()));
    let small = move |word: Word| {
        (
            " ",
            tag::span().class("per-month").child(phrase(state, word)),
        )
    };
    let said = move |id: &'static str, beside: Option<Word>, exact: Option<&'static str>| {
        (
            tag::span()
                .part("edition-amount")
                .class("edition-amount edition-said")
                .attr("data-value", exact)
                .child(say(state, id)),
            beside.map(small),
        )
            .into_node()
    };

    (move || {
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
            _ => {
                let id = match sold {
                    Sold::Trial(_) => "ui-in-all",
                    _ => "ui-per-month",
                };
                let amount = money(state, amount);
                let amount = amount.part("edition-amount").class("edition-amount");
                (amount, small(Word::new(id))).into_node()
            }
        })
    })
    .into_node()
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

fn verdict(state: State, judgement: Judgement) -> Node {
    let (sign, word, more) = match judgement {
        Judgement::Cheapest => ("✓ ", Word::new("ui-cheapest"), 0),
        Judgement::Fits => ("✓ ", Word::new("ui-fits"), 0),
        Judgement::Lacks(word, more) => ("✕ ", word, more),
    };
    let more = (more > 0).then(|| Word::new("ui-more-problems").with("more", Arg::Count(more)));
    let more = more.map(|word| {
        tag::span()
            .class("more-problems")
            .child(phrase(state, word))
    });

    (
        tag::span().attr("aria-hidden", "true").child(sign),
        tag::span().child(phrase(state, word)).child(more),
    )
        .into_node()
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
