//! From a [`Value`] to the engine's requests.
//!
//! A [`Shape`] has checked the structure; what is read here is meaning, in the order in which the
//! fields are documented, so that the first fault is the one that is told.

use super::shape::ACTIVITIES;
use crate::calendar::{Date, Moment};
use crate::card::{Billing, Card, Catalog, MAX_QUANTITY, unknown};
use crate::engine::{
    Agent, Buy, Calls, CompareRequest, ConnectRequest, Demand, EstimateRequest, Item,
    LicensesRequest, LifecycleRequest, MAX_MONTHS, Paid, RefundRequest, billing_of, card_of,
    check_demand, connect_missing, dimension_of, edition_of, feature_of, largest_pack, minutes_of,
    pack_of, wrong_length,
};
use crate::money::{Amount, AmountError};
use crate::text::Id;
use crate::value::{Code, Fault, Kind, Value};
use crate::word::{Arg, Word};

type Decoded<T> = Result<T, Fault>;

/// The request of `estimate`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn estimate_request(
    catalog: &Catalog,
    request: &Value,
    today: Date,
) -> Decoded<EstimateRequest> {
    let span = Span::read(request, today)?;
    let items = field(request, "items", |items| {
        each(items, |value| item(catalog, value, &span, true))
    });
    Ok(EstimateRequest {
        as_of: span.as_of,
        start: span.start,
        months: span.months,
        items: by_date(items)?.unwrap_or_default(),
    })
}

/// The request of `compare`.
///
/// # Errors
///
/// The first fault, with its place; `out_of_range` at `items` unless there is exactly one.
pub fn compare_request(catalog: &Catalog, request: &Value, today: Date) -> Decoded<CompareRequest> {
    let span = Span::read(request, today)?;
    let items = request.get("items").map(Value::entries).unwrap_or_default();
    let [wanted] = items else {
        let got = u64::try_from(items.len()).unwrap_or(u64::MAX);
        let word = Word::new("want-one-item").with("got", Arg::Count(got));
        return Err(Fault::new(Code::OutOfRange, word).in_field("items"));
    };
    let read = item(catalog, wanted, &span, false);
    let read = read.map_err(|fault| fault.in_entry(0).in_field("items"));
    Ok(CompareRequest {
        as_of: span.as_of,
        start: span.start,
        months: span.months,
        item: by_date(read)?,
    })
}

/// The request of `lifecycle`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn lifecycle_request(request: &Value) -> Decoded<LifecycleRequest> {
    Ok(LifecycleRequest {
        product: id(request, "product"),
        edition: id(request, "edition"),
        purchased: needed(request, "purchased", moment)?,
        // How many there may be is the engine's to say: a trial does not look at them.
        months: field(request, "months", count_of_months)?.unwrap_or(1),
    })
}

/// The request of `refund`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn refund_request(request: &Value) -> Decoded<RefundRequest> {
    let flag = |key: &str, default: bool| {
        let given = request.get(key).and_then(Value::flag);
        given.unwrap_or(default)
    };
    Ok(RefundRequest {
        product: id(request, "product"),
        edition: id(request, "edition"),
        purchased: needed(request, "purchased", date)?,
        months: field(request, "months", months)?.unwrap_or(1),
        refund_on: needed(request, "refund_on", date)?,
        paid: field(request, "paid", |paid| {
            let ways = paid.present_fields();
            ways.map(|(way, amount)| {
                Ok(Paid {
                    way: Id::from(way),
                    amount: self::amount(amount).map_err(|f| f.in_field(way))?,
                })
            })
            .collect()
        })?
        .unwrap_or_default(),
        first_refund: flag("first_refund", true),
        from_postpaid: flag("from_postpaid", false),
        promotion: flag("promotion", false),
        violation: flag("violation", false),
    })
}

/// The request of `licenses`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn licenses_request(request: &Value, today: Date) -> Decoded<LicensesRequest> {
    let count = |key| field(request, key, |v| quantity(v, MAX_QUANTITY));
    let agents = request
        .get("agents")
        .map(Value::entries)
        .unwrap_or_default();
    let agents = agents.iter().map(|agent| Agent {
        email: agent
            .get("email")
            .and_then(Value::text)
            .unwrap_or_default()
            .into(),
        active: ACTIVITIES
            .into_iter()
            .filter(|activity| agent.get(activity).and_then(Value::flag) == Some(true))
            .map(Id::from)
            .collect(),
    });
    Ok(LicensesRequest {
        as_of: field(request, "as_of", date)?.unwrap_or(today),
        product: id(request, "product"),
        edition: id(request, "edition"),
        agents: agents.collect(),
        sip_phones_online: count("sip_phones_online")?.unwrap_or_default(),
        resets_this_month: count("resets_this_month")?.unwrap_or_default(),
    })
}

/// The request of `connect`.
///
/// # Errors
///
/// The first fault, with its place.
pub fn connect_request(request: &Value) -> Decoded<ConnectRequest> {
    let text = |key: &str| request.get(key).and_then(Value::text).map(Id::from);
    let (industry, scenario) = (text("industry"), text("scenario"));
    // Told before a number that is none: structure comes before meaning.
    if let Some(fault) = connect_missing(industry.as_ref(), scenario.as_ref()) {
        return Err(fault);
    }
    Ok(ConnectRequest {
        industry,
        scenario,
        behaviour: field(request, "behaviour", |v| quantity(v, MAX_QUANTITY))?,
    })
}

/// The time that a request is about.
struct Span {
    as_of: Date,
    start: Date,
    months: u32,
}

impl Span {
    fn read(request: &Value, today: Date) -> Decoded<Self> {
        let as_of = field(request, "as_of", date)?.unwrap_or(today);
        Ok(Self {
            as_of,
            start: field(request, "start", date)?.unwrap_or(as_of),
            months: field(request, "months", months)?.unwrap_or(1),
        })
    }
}

/// The day picks the rate card for the whole request: that is where its fault stands.
fn by_date<T>(read: Decoded<T>) -> Decoded<T> {
    read.map_err(|fault| match fault.code() {
        Code::NoRateCard => fault.placed("as_of"),
        _ => fault,
    })
}

fn item(catalog: &Catalog, value: &Value, span: &Span, with_edition: bool) -> Decoded<Item> {
    let product = id(value, "product");
    let pinned = value.get("rate_card").and_then(Value::text);
    let card = card_of(catalog, span.as_of, &product, pinned)?;
    let edition = id(value, "edition");
    let sold_to = with_edition.then(|| edition_of(&card, &edition));
    let sold_to = sold_to.transpose()?;
    let billing = field(value, "billing", |billing| {
        let got = billing.text().unwrap_or_default();
        let ways = [Billing::Monthly, Billing::Annual];
        let found = ways.into_iter().find(|way| way.as_str() == got);
        found.ok_or_else(|| {
            let known = card.billing.iter().map(|b| b.as_str().into()).collect();
            unknown(Code::UnknownBilling, "unknown-billing", got, known)
        })
    })?;
    billing_of(&card, billing)?;
    let mut item = Item {
        product,
        edition,
        rate_card: pinned.map(Id::from),
        billing,
        demand: pairs(value, "demand", |key, value| {
            demand(&card, key, value, span.months)
        })?,
        calls: pairs(value, "calls", |key, value| {
            minutes_of(&card, key).map_err(|fault| fault.placed(""))?;
            each(value, call)
        })?,
        requires: field(value, "requires", |value| {
            each(value, |feature| {
                let feature = feature.text().unwrap_or_default();
                feature_of(&card, feature).map(|known| known.id.clone())
            })
        })?
        .unwrap_or_default(),
        buy: Vec::new(),
    };
    let months = usize::try_from(span.months).unwrap_or(usize::MAX);
    item.buy = pairs(value, "buy", |key, value| {
        let sold_to = sold_to.filter(|_| !value.entries().is_empty());
        let charge = pack_of(&card, sold_to, key).map_err(|fault| fault.placed(""))?;
        let most = largest_pack(&card, &item, charge, months);
        each(value, |value| pack(value, most))
    })?;
    Ok(item)
}

fn demand(card: &Card, key: &str, value: &Value, months: u32) -> Decoded<Demand> {
    let dimension = dimension_of(card, key).map_err(|fault| fault.placed(""))?;
    let months = usize::try_from(months).unwrap_or(usize::MAX);
    let entries = value.entries();
    let demand = match &value.kind {
        Kind::List(_) if entries.len() != months => {
            return Err(wrong_length(entries.len(), months));
        }
        Kind::List(_) => each(value, |entry| quantity(entry, dimension.max)).map(Demand::Monthly),
        _ => quantity(value, dimension.max).map(Demand::Steady),
    }?;
    check_demand(dimension, &demand, months)?;
    Ok(demand)
}

fn call(value: &Value) -> Decoded<Calls> {
    Ok(Calls {
        count: needed(value, "count", |v| quantity(v, MAX_QUANTITY))?,
        seconds: needed(value, "seconds", |v| quantity(v, MAX_QUANTITY))?,
    })
}

fn pack(value: &Value, most: u64) -> Decoded<Buy> {
    let month = needed(value, "month", |v| quantity(v, MAX_QUANTITY))?;
    Ok(Buy {
        // A month beyond every estimate; the engine says which there are.
        month: u32::try_from(month).unwrap_or(u32::MAX),
        quantity: needed(value, "quantity", |v| quantity(v, most))?,
    })
}

// What the requests above are made of.

fn id(value: &Value, key: &str) -> Id {
    Id::from(value.get(key).and_then(Value::text).unwrap_or_default())
}

fn field<T>(
    value: &Value,
    key: &str,
    read: impl FnOnce(&Value) -> Decoded<T>,
) -> Decoded<Option<T>> {
    let inner = value.get(key);
    inner
        .map(|inner| read(inner).map_err(|f| f.in_field(key)))
        .transpose()
}

fn needed<T>(value: &Value, key: &str, read: impl FnOnce(&Value) -> Decoded<T>) -> Decoded<T> {
    field(value, key, read)?.ok_or_else(|| {
        let word = Word::new("missing-field").with("field", Arg::text(key));
        Fault::new(Code::MissingField, word).in_field(key)
    })
}

fn each<T>(value: &Value, read: impl Fn(&Value) -> Decoded<T>) -> Decoded<Vec<T>> {
    let entries = value.entries().iter().enumerate();
    entries
        .map(|(index, entry)| read(entry).map_err(|f| f.in_entry(index)))
        .collect()
}

fn pairs<T>(
    value: &Value,
    key: &str,
    read: impl Fn(&str, &Value) -> Decoded<T>,
) -> Decoded<Vec<(Id, T)>> {
    let read = field(value, key, |value| {
        let fields = value.present_fields();
        fields
            .map(|(key, inner)| match read(key, inner) {
                Ok(read) => Ok((Id::from(key), read)),
                Err(fault) => Err(fault.in_field(key)),
            })
            .collect()
    })?;
    Ok(read.unwrap_or_default())
}

fn quantity(value: &Value, max: u64) -> Decoded<u64> {
    let whole = value.whole().and_then(|whole| u64::try_from(whole).ok());
    whole.filter(|&whole| whole <= max).ok_or_else(|| {
        let word = Word::new("want-quantity")
            .with("max", Arg::Count(max))
            .with("got", Arg::Text(value.describe()));
        Fault::new(Code::BadQuantity, word)
    })
}

fn months(value: &Value) -> Decoded<u32> {
    let months = count_of_months(value)?;
    if (1..=MAX_MONTHS).contains(&months) {
        Ok(months)
    } else {
        Err(bad_months(Code::OutOfRange, Arg::Text(value.describe())))
    }
}

/// A whole number of months, however many.
fn count_of_months(value: &Value) -> Decoded<u32> {
    let months = quantity(value, MAX_QUANTITY)
        .map_err(|_| bad_months(Code::BadQuantity, Arg::Text(value.describe())))?;
    Ok(u32::try_from(months).unwrap_or(u32::MAX))
}

fn bad_months(code: Code, got: Arg) -> Fault {
    let word = Word::new("want-between-got")
        .with("min", Arg::Count(1))
        .with("max", Arg::Count(u64::from(MAX_MONTHS)))
        .with("got", got);
    Fault::new(code, word)
}

fn date(value: &Value) -> Decoded<Date> {
    let date = value.text().and_then(Date::parse);
    date.ok_or_else(|| bad_date("want-date", value))
}

fn moment(value: &Value) -> Decoded<Moment> {
    let moment = value.text().and_then(Moment::parse);
    moment.ok_or_else(|| bad_date("want-moment", value))
}

fn bad_date(id: &'static str, value: &Value) -> Fault {
    let word = Word::new(id).with("got", Arg::Text(value.describe()));
    Fault::new(Code::BadDate, word)
}

fn amount(value: &Value) -> Decoded<Amount> {
    let fault = |code, id| {
        let word = Word::new(id).with("got", Arg::Text(value.describe()));
        Fault::new(code, word)
    };
    let text = value
        .text()
        .ok_or_else(|| fault(Code::BadAmount, "want-amount"))?;
    text.parse().map_err(|error| match error {
        AmountError::NotPlain => fault(Code::BadAmount, "want-amount"),
        AmountError::TooLarge => fault(Code::TooLarge, "too-large"),
    })
}
