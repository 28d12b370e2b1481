//! What happens to an order, from the day it is bought until its data is gone.

use super::answer::Answer;
use super::order::{check_months, edition_of};
use super::period::trial_end;
use super::reply::{Assumption, of_policy};
use crate::calendar::{Date, Moment, MonthKind};
use crate::card::{Card, Catalog, Expiry, Part, Policies};
use crate::text::{Id, Text};
use crate::value::{Code, Fault};
use crate::word::Word;

/// The name of its rules.
const POLICY: &str = "lifecycle";

/// What happens to an order when?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifecycleRequest {
    /// The product's id.
    pub product: Id,
    /// The edition's id.
    pub edition: Id,
    /// When it was bought, in the vendor's local time.
    pub purchased: Moment,
    /// For how many months, 1 to [`MAX_MONTHS`](super::MAX_MONTHS); not looked at for a trial.
    pub months: u32,
}

/// The events of an order, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lifecycle {
    /// What happens.
    pub events: Vec<Event>,
    /// What else there is to know, from the rate card.
    pub notes: Vec<Text>,
    /// The readings that touched it.
    pub assumptions: Vec<Assumption>,
}

/// Something that happens to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When.
    pub when: When,
}

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventKind {
    /// The order takes effect.
    Effective,
    /// A later cycle of the order begins.
    Cycle,
    /// Reminders go out.
    Reminder,
    /// The last day on which it serves.
    LastDay,
    /// It runs out.
    Expires,
    /// The service stops.
    Suspended,
    /// The data is gone for good.
    Released,
}

impl EventKind {
    /// The word of the JSON interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Effective => "effective",
            Self::Cycle => "cycle",
            Self::Reminder => "reminder",
            Self::LastDay => "last_day",
            Self::Expires => "expires",
            Self::Suspended => "suspended",
            Self::Released => "released",
        }
    }
}

/// When an event happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At a point in time.
    At(Moment),
    /// On a day.
    On(Date),
    /// On every day from the first to the last, both included.
    Days(Date, Date),
}

impl When {
    /// What events are put in order by: the day, then the time of day.
    fn begins(self) -> (Date, Option<Moment>) {
        match self {
            Self::At(moment) => (moment.date(), Some(moment)),
            Self::On(day) | Self::Days(day, _) => (day, None),
        }
    }
}

/// The events of an order.
///
/// The rules are those of the rate card in force on the day of purchase, or of an earlier one where
/// that one does not restate them.
///
/// # Errors
///
/// `unknown_product`, `unknown_edition`, `no_rate_card` (at `purchased`), `out_of_range` for
/// `months`, `bad_date` beyond the calendar.
///
/// ```
/// use ratecard::engine::{EventKind, LifecycleRequest, When, lifecycle};
///
/// let request = LifecycleRequest {
///     product: "chat".into(),
///     edition: "standard".into(),
///     purchased: "2026-01-31T10:00".parse()?,
///     months: 1,
/// };
/// let events = lifecycle(&ratecard::catalog(), &request)?.events;
/// let expires = events.iter().find(|event| event.kind == EventKind::Expires);
/// let when = When::At("2026-02-28T10:00".parse()?);
/// assert_eq!(expires.map(|event| event.when), Some(when));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn lifecycle(catalog: &Catalog, request: &LifecycleRequest) -> Answer<Lifecycle> {
    catalog
        .needs_product(&request.product)
        .map_err(|f| f.in_field("product"))?;
    let day = request.purchased.date();
    let at_purchase = |fault: Fault| fault.in_field("purchased");
    let card = catalog
        .in_force(&request.product, day)
        .map_err(at_purchase)?;
    let edition = edition_of(&card, &request.edition)?;
    let stated = catalog
        .policy(&card, |policies: &Policies| policies.lifecycle.as_ref())
        .map_err(at_purchase)?;
    let beyond = || at_purchase(Fault::new(Code::BadDate, Word::new("beyond-calendar")));
    let effective = Event {
        kind: EventKind::Effective,
        when: When::At(request.purchased),
    };
    if let Some(trial) = &edition.trial {
        let end = trial_end(trial, day).map_err(|_| beyond())?;
        let days = day.days_until(end);
        let expires = request.purchased.plus_days(days).ok_or_else(beyond)?;
        let expires = Event {
            kind: EventKind::Expires,
            when: When::At(expires),
        };
        return Ok(Lifecycle {
            events: vec![effective, expires],
            notes: Vec::new(),
            assumptions: of_policy(&card, &card, &edition.id, POLICY),
        });
    }
    check_months(request.months)?;
    let purchase = card.policies.purchase.as_ref();
    let longest = purchase.and_then(|policy| policy.max_months);
    let renewed = longest.is_some_and(|longest| request.months > longest);
    let of_renewal = |part: Part| renewed && part == Part::Policy("purchase");
    let renewal = card.touched_readings(&edition.id, of_renewal);
    let from = stated.as_ref().map_or(&card, |(from, _)| from);
    let rules = from.policies.lifecycle.as_ref();
    let mut events = vec![effective];
    paid(&card, request, rules, &mut events).ok_or_else(beyond)?;
    Ok(Lifecycle {
        events,
        notes: rules.map(|rules| rules.notes.clone()).unwrap_or_default(),
        assumptions: of_policy(&card, from, &edition.id, POLICY)
            .into_iter()
            .chain(renewal.map(Assumption::of))
            .collect(),
    })
}

/// The events of an order that is paid for; `None` beyond the calendar.
fn paid(
    card: &Card,
    request: &LifecycleRequest,
    rules: Option<&crate::card::Lifecycle>,
    events: &mut Vec<Event>,
) -> Option<()> {
    let purchased = request.purchased;
    let expiry = rules.map_or(Expiry::SameTime, |rules| rules.expiry);
    let start_of = |cycle: u32| -> Option<Moment> {
        let same_time = match card.months {
            MonthKind::CalendarMonth => purchased.plus_months(cycle)?,
            MonthKind::ThirtyDays => purchased.plus_days(i64::from(cycle).checked_mul(30)?)?,
        };
        Some(match expiry {
            Expiry::SameTime => same_time,
            Expiry::EndOfDayBefore => same_time.date().midnight(),
        })
    };
    let mut add = |kind, when: When| {
        let later = events.partition_point(|event| event.when.begins() <= when.begins());
        events.insert(later, Event { kind, when });
    };
    for cycle in 1..request.months {
        add(EventKind::Cycle, When::At(start_of(cycle)?));
    }
    let expires = start_of(request.months)?;
    add(EventKind::Expires, When::At(expires));
    if expiry == Expiry::EndOfDayBefore {
        add(EventKind::LastDay, When::On(expires.date().plus_days(-1)?));
    }
    let Some(rules) = rules else {
        return Some(());
    };
    if let Some(reminder) = &rules.reminder {
        let before = i64::from(reminder.days_before).checked_neg()?;
        let first = expires.date().plus_days(before)?;
        let last = expires.date().plus_days(i64::from(reminder.days_after))?;
        add(EventKind::Reminder, When::Days(first, last));
    }
    if let Some(days) = rules.suspended_after_days {
        let suspended = expires.plus_days(i64::from(days))?;
        add(EventKind::Suspended, When::At(suspended));
        if let Some(days) = rules.released_after_days {
            let released = suspended.plus_days(i64::from(days))?;
            add(EventKind::Released, When::At(released));
        }
    }
    Some(())
}
