//! Editions and trials.

use std::sync::Arc;

use serde::Serialize;

use super::{Charge, Provenance};
use crate::calendar::Date;
use crate::text::{Id, Text};

/// An edition of a product: what is bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Edition {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub label: Arc<Text>,
    /// What it is for, in a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tagline: Option<Tagline>,
    /// What a visitor can do who has chosen it, such as a form to order it or to ask for a price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// That it has no published price; absent where its charges say what it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<EditionPrice>,
    /// What makes it a trial; absent where it is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
    /// The key of its source.
    pub source: Id,
}

impl Edition {
    /// Whether it is sold a charge: one that has a price for it and that, in a trial, is not kept for
    /// the editions that are bought. One that is sold on request is sold none, also not what has one
    /// price for all editions.
    ///
    /// ```
    /// let catalog = ratecard::catalog();
    /// let card = catalog.card("desk/2026-05-27")?;
    /// let trial = card.edition("trial").ok_or("the card has a trial")?;
    /// let is_sold = |charge| card.charge(charge).map(|charge| trial.is_sold(charge));
    /// assert_eq!(is_sold("message_packs"), Some(true));
    /// assert_eq!(is_sold("extra_messages"), Some(false));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_sold(&self, charge: &Charge) -> bool {
        let kept_back = self.trial.as_ref().is_some_and(|trial| {
            let lists = [&trial.sells, &trial.beside];
            trial.basic != charge.id && !lists.iter().any(|list| list.contains(&charge.id))
        });
        !kept_back && self.price.is_none() && charge.model.is_sold_to(&self.id)
    }
}

/// What a rate card says of the price of an edition beside its charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum EditionPrice {
    /// Told to whoever asks for it, and not published.
    OnRequest,
}

/// What an edition is for, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Tagline {
    /// The line.
    pub text: Arc<Text>,
    /// Whether the document says so, or it is concluded from what the document says.
    pub provenance: Provenance,
    /// The key of its source.
    pub source: Id,
}

/// A link that belongs to an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Action {
    /// What it is called.
    pub label: Arc<Text>,
    /// Where it leads: `https:`, `http:`, `mailto:`, or a path of the page's own site.
    pub url: String,
}

/// An edition for a limited time, free of charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Trial {
    /// How long it lasts.
    pub length: Length,
    /// The charge that stands for the trial itself: listed even where it is 0.
    pub basic: Id,
    /// Charges that can be bought for what its allowance lacks, once for the whole trial.
    pub sells: Vec<Id>,
    /// Charges that belong to no edition and are sold beside the trial as they always are.
    pub beside: Vec<Id>,
    /// Dimensions whose allowance is for the whole trial, not for each month.
    pub whole: Vec<Id>,
    /// The edition to buy instead, where its limits are too small.
    pub instead: Id,
}

impl Trial {
    /// The first day after it, where it begins on a day; `None` beyond the calendar.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    ///
    /// let catalog = ratecard::catalog();
    /// let card = catalog.card("desk/2026-05-27")?;
    /// let trial = card.edition("trial").and_then(|edition| edition.trial.as_ref());
    /// let end = trial.and_then(|trial| trial.end(Date::parse("2026-11-29")?));
    /// assert_eq!(end, Date::parse("2026-12-13"));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn end(&self, start: Date) -> Option<Date> {
        match self.length {
            Length::Days(days) => start.plus_days(i64::from(days)),
            Length::Months(months) => start.plus_months(months),
        }
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Length {
    /// Days.
    Days(u32),
    /// Calendar months.
    Months(u32),
}
