//! From a [`Value`] to the engine's requests.
//!
//! A [`Shape`](crate::value::Shape) has checked the structure; what is read here is meaning, in the
//! order in which the fields are documented, so that the first fault is the one that is told. No rate
//! card is looked at: a request meets its card once, in the engine.

use super::shape::ACTIVITIES;
use crate::calendar::Date;
use crate::card::{Billing, unknown};
use crate::engine::{
    AffordRequest, Agent, Buy, Calls, CompareRequest, ConnectRequest, Demand, DiffRequest,
    EstimateRequest, Item, LicensesRequest, LifecycleRequest, MAX_MONTHS, Paid, RefundRequest,
    connect_missing,
};
use crate::money::Amount;
use crate::text::Id;
use crate::value::read::{
    Read, amount, bad_quantity, date, flag, list, moment, needed, not_between, optional, pairs,
    quantity, unbounded,
};
use crate::value::{Code, Fault, Kind, Value};
use crate::word::{Arg, Word};

/// A request as far as it could be read.
///
/// What stands before a fault meets the card before the fault is told: the first fault of a request
/// may be one that only the card shows.
pub(crate) struct Decoded<T> {
    /// The request; it ends where reading has stopped.
    pub request: T,
    /// Why reading has stopped, if it has.
    pub fault: Option<Fault>,
}

impl<T> Decoded<T> {
    /// The whole request.
    ///
    /// # Errors
    ///
    /// The fault at which reading has stopped, or an earlier one that `check` finds in what stands
    /// before it.
    pub fn whole(self, check: impl FnOnce(&T) -> Result<(), Fault>) -> Result<T, Fault> {
        match self.fault {
            None => Ok(self.request),
            Some(fault) => Err(match check(&self.request) {
                Ok(()) => fault,
                Err(earlier) => first_of(earlier, fault),
            }),
        }
    }
}

/// The fault to be told where the card has one, too, which is never the later of the two.
fn first_of(of_card: Fault, read: Fault) -> Fault {
    let is_number = matches!(of_card.code(), Code::BadQuantity | Code::OutOfRange);
    if !is_number || of_card.path() != read.path() {
        return of_card;
    }
    // The same number: the card knows its bound, and what was written is known here.
    match (of_card.word().arg("max"), read.word().arg("got")) {
        (Some(Arg::Count(max)), Some(got)) if of_card.code() == Code::BadQuantity => {
            bad_quantity(*max, got.clone()).placed(read.path())
        }
        _ => read,
    }
}

/// The request of `estimate`.
///
/// # Errors
///
/// The first fault that is seen without a rate card, with its place.
pub fn estimate_request(request: &Value, today: Date) -> Result<EstimateRequest, Fault> {
    decode_estimate(request, today)?.whole(|_| Ok(()))
}

/// The request of `estimate`, as far as it can be read.
pub(crate) fn decode_estimate(value: &Value, today: Date) -> Read<Decoded<EstimateRequest>> {
    let span = Span::read(value, today)?;
    let mut items = Vec::new();
    let mut fault = None;
    let given = value.get("items").map(Value::entries).unwrap_or_default();
    for (index, value) in given.iter().enumerate() {
        let item = item(value);
        items.push(item.request);
        if let Some(stop) = item.fault {
            fault = Some(stop.in_entry(index).in_field("items"));
            break;
        }
    }
    let request = EstimateRequest {
        as_of: span.as_of,
        start: span.start,
        months: span.months,
        items,
    };
    Ok(Decoded { request, fault })
}

/// The request of `compare`.
///
/// # Errors
///
/// The first fault that is seen without a rate card, with its place; `out_of_range` at `items`
/// unless there is exactly one.
pub fn compare_request(request: &Value, today: Date) -> Result<CompareRequest, Fault> {
    decode_compare(request, today)?.whole(|_| Ok(()))
}

/// The request of `compare`, as far as it can be read.
pub(crate) fn decode_compare(value: &Value, today: Date) -> Read<Decoded<CompareRequest>> {
    let span = Span::read(value, today)?;
    let Decoded { request, fault } = only_item(value)?;
    let request = CompareRequest {
        as_of: span.as_of,
        start: span.start,
        months: span.months,
        item: request,
    };
    Ok(Decoded { request, fault })
}

/// The request of `afford`.
///
/// # Errors
///
/// As [`compare_request`], and `bad_amount` at `budget`.
pub fn afford_request(request: &Value, today: Date) -> Result<AffordRequest, Fault> {
    decode_afford(request, today)?.whole(|_| Ok(()))
}

/// The request of `afford`, as far as it can be read.
pub(crate) fn decode_afford(value: &Value, today: Date) -> Read<Decoded<AffordRequest>> {
    let span = Span::read(value, today)?;
    let Decoded { request, fault } = only_item(value)?;
    let budget = needed(value, "budget", amount);
    let request = AffordRequest {
        as_of: span.as_of,
        start: span.start,
        months: span.months,
        item: request,
        dimension: text(value, "dimension"),
        budget: *budget.as_ref().unwrap_or(&Amount::ZERO),
    };
    let fault = fault.or(budget.err());
    Ok(Decoded { request, fault })
}

/// The only item of a request, as far as it can be read.
fn only_item(value: &Value) -> Read<Decoded<Item>> {
    let items = value.get("items").map(Value::entries).unwrap_or_default();
    let [wanted] = items else {
        let got = u64::try_from(items.len()).unwrap_or(u64::MAX);
        let word = Word::new("want-one-item").with("got", Arg::Count(got));
        return Err(Fault::new(Code::OutOfRange, word).in_field("items"));
    };
    let Decoded { request, fault } = item(wanted);
    let fault = fault.map(|fault| fault.in_entry(0).in_field("items"));
    Ok(Decoded { request, fault })
}

/// The request of `lifecycle`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn lifecycle_request(request: &Value) -> Result<LifecycleRequest, Fault> {
    Ok(LifecycleRequest {
        product: text(request, "product"),
        edition: text(request, "edition"),
        purchased: needed(request, "purchased", moment)?,
        // How many there may be is the engine's to say: a trial does not look at them.
        months: optional(request, "months", any_months)?.unwrap_or(1),
    })
}

/// The request of `refund`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn refund_request(request: &Value) -> Result<RefundRequest, Fault> {
    let first_refund = request.get("first_refund").and_then(Value::flag);
    Ok(RefundRequest {
        product: text(request, "product"),
        edition: text(request, "edition"),
        purchased: needed(request, "purchased", date)?,
        months: optional(request, "months", months)?.unwrap_or(1),
        refund_on: needed(request, "refund_on", date)?,
        paid: optional(request, "paid", paid)?.unwrap_or_default(),
        first_refund: first_refund.unwrap_or(true),
        from_postpaid: flag(request, "from_postpaid"),
        promotion: flag(request, "promotion"),
        violation: flag(request, "violation"),
    })
}

fn paid(value: &Value) -> Read<Vec<Paid>> {
    let ways = pairs(value, amount)?.into_iter();
    Ok(ways.map(|(way, amount)| Paid { way, amount }).collect())
}

/// The request of `licenses`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn licenses_request(request: &Value, today: Date) -> Result<LicensesRequest, Fault> {
    let number = |key| optional(request, key, quantity);
    Ok(LicensesRequest {
        as_of: optional(request, "as_of", date)?.unwrap_or(today),
        product: text(request, "product"),
        edition: text(request, "edition"),
        agents: list(request, "agents", agent)?,
        sip_phones_online: number("sip_phones_online")?.unwrap_or_default(),
        resets_this_month: number("resets_this_month")?.unwrap_or_default(),
    })
}

fn agent(value: &Value) -> Read<Agent> {
    let email = value.get("email").and_then(Value::text).unwrap_or_default();
    let active = ACTIVITIES.into_iter().filter(|key| flag(value, key));
    Ok(Agent {
        email: email.into(),
        active: active.map(Id::from).collect(),
    })
}

/// The request of `diff`.
#[must_use]
pub fn diff_request(request: &Value) -> DiffRequest {
    DiffRequest {
        from: text(request, "from"),
        to: text(request, "to"),
    }
}

/// The request of `connect`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn connect_request(request: &Value) -> Result<ConnectRequest, Fault> {
    let text = |key: &str| request.get(key).and_then(Value::text).map(Id::from);
    let (industry, scenario) = (text("industry"), text("scenario"));
    // Told before a number that is none: structure comes before meaning.
    if let Some(fault) = connect_missing(industry.as_ref(), scenario.as_ref()) {
        return Err(fault);
    }
    Ok(ConnectRequest {
        industry,
        scenario,
        behaviour: optional(request, "behaviour", quantity)?,
    })
}

/// The time that a request is about.
struct Span {
    as_of: Date,
    start: Date,
    months: u32,
}

impl Span {
    fn read(request: &Value, today: Date) -> Read<Self> {
        let as_of = optional(request, "as_of", date)?.unwrap_or(today);
        Ok(Self {
            as_of,
            start: optional(request, "start", date)?.unwrap_or(as_of),
            months: optional(request, "months", months)?.unwrap_or(1),
        })
    }
}

/// An item, as far as it can be read.
fn item(value: &Value) -> Decoded<Item> {
    let mut request = Item::new("", "");
    let fault = fill(&mut request, value).err();
    Decoded { request, fault }
}

/// Reads the fields of an item in their order, and stops behind the first one that is wrong.
fn fill(item: &mut Item, value: &Value) -> Read<()> {
    item.product = text(value, "product");
    item.edition = text(value, "edition");
    item.rate_card = value.get("rate_card").and_then(Value::text).map(Id::from);
    item.billing = optional(value, "billing", billing)?;
    named(&mut item.demand, value, "demand", demand)?;
    named(&mut item.calls, value, "calls", |calls| {
        entries(calls, call)
    })?;
    item.requires = list(value, "requires", |feature| {
        Ok(Id::from(feature.text().unwrap_or_default()))
    })?;
    named(&mut item.buy, value, "buy", |packs| entries(packs, pack))
}

fn billing(value: &Value) -> Read<Billing> {
    let got = value.text().unwrap_or_default();
    let ways = [Billing::Monthly, Billing::Annual];
    let found = ways.into_iter().find(|way| way.as_str() == got);
    found.ok_or_else(|| {
        let known = ways.map(|way| String::from(way.as_str()));
        unknown(Code::UnknownBilling, "unknown-billing", got, known.into())
    })
}

fn demand(value: &Value) -> Decoded<Demand> {
    let mut number = Number::default();
    let request = match &value.kind {
        Kind::List(entries) => {
            let entries = entries.iter().enumerate();
            let each = entries.map(|(index, entry)| number.of(quantity(entry), Some(index)));
            Demand::Monthly(each.collect())
        }
        _ => Demand::Steady(number.of(quantity(value), None)),
    };
    let fault = number.fault;
    Decoded { request, fault }
}

fn call(value: &Value, number: &mut Number, index: usize) -> Calls {
    let mut field = |key| number.of(needed(value, key, quantity), Some(index));
    Calls {
        count: field("count"),
        seconds: field("seconds"),
    }
}

fn pack(value: &Value, number: &mut Number, index: usize) -> Buy {
    let mut field = |key, read: fn(&Value) -> Read<u64>| {
        let read = needed(value, key, read);
        number.of(read, Some(index))
    };
    Buy {
        // A month beyond every estimate; the engine says which there are.
        month: u32::try_from(field("month", quantity)).unwrap_or(u32::MAX),
        // One pack may serve all months, and the engine knows what they demand together.
        quantity: field("quantity", unbounded),
    }
}

/// Numbers that may be none. A number that cannot be read is larger than any that a card takes, so
/// that the engine stops at it and not behind it, whatever it checks before.
#[derive(Default)]
struct Number {
    /// The first fault.
    fault: Option<Fault>,
}

impl Number {
    fn of(&mut self, read: Read<u64>, index: Option<usize>) -> u64 {
        read.unwrap_or_else(|fault| {
            let placed = match index {
                Some(index) => fault.in_entry(index),
                None => fault,
            };
            self.fault.get_or_insert(placed);
            u64::MAX
        })
    }
}

/// Reads the entries of a list of numbers.
fn entries<T>(list: &Value, read: fn(&Value, &mut Number, usize) -> T) -> Decoded<Vec<T>> {
    let mut number = Number::default();
    let entries = list.entries().iter().enumerate();
    let request = entries.map(|(index, entry)| read(entry, &mut number, index));
    let request = request.collect();
    let fault = number.fault;
    Decoded { request, fault }
}

/// Reads an object by id, up to and with the first field that is wrong.
fn named<T>(
    into: &mut Vec<(Id, T)>,
    value: &Value,
    key: &str,
    read: impl Fn(&Value) -> Decoded<T>,
) -> Read<()> {
    let fields = value.get(key).into_iter().flat_map(Value::present_fields);
    for (id, inner) in fields {
        let Decoded { request, fault } = read(inner);
        into.push((Id::from(id), request));
        if let Some(fault) = fault {
            return Err(fault.in_field(id).in_field(key));
        }
    }
    Ok(())
}

/// A text whose meaning the engine judges.
fn text(value: &Value, key: &str) -> Id {
    Id::from(value.get(key).and_then(Value::text).unwrap_or_default())
}

/// The months of an order.
fn months(value: &Value) -> Read<u32> {
    let months = any_months(value)?;
    if (1..=MAX_MONTHS).contains(&months) {
        Ok(months)
    } else {
        Err(bad_months(Code::OutOfRange, value))
    }
}

/// A whole number of months, however many.
fn any_months(value: &Value) -> Read<u32> {
    let months = quantity(value).map_err(|_| bad_months(Code::BadQuantity, value))?;
    Ok(u32::try_from(months).unwrap_or(u32::MAX))
}

fn bad_months(code: Code, value: &Value) -> Fault {
    not_between(code, 1, u64::from(MAX_MONTHS), Arg::Text(value.describe()))
}
