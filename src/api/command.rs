//! From a command and its request to a reply.

use super::decode::{
    connect_request, decode_afford, decode_compare, decode_estimate, diff_request,
    licenses_request, lifecycle_request, refund_request,
};
use super::reply::{
    AffordReply, CardSummary, CompareReply, ConnectReply, DiffReply, ErrorReply, EstimateReply,
    LicensesReply, LifecycleReply, RefundReply, json,
};
use super::shape::{
    AFFORD, CARD, CARDS, COMPARE, CONNECT, DIFF, ESTIMATE, LICENSES, LIFECYCLE, REFUND,
};
use crate::calendar::Date;
use crate::card::{Catalog, unknown};
use crate::engine;
use crate::value::{Code, Fault, Shape, Value, from_json};

/// What can be asked through the JSON interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// All rate cards, in short.
    Cards,
    /// One rate card, whole.
    Card,
    /// What changed from one rate card to another?
    Diff,
    /// What do these editions cost?
    Estimate,
    /// What does every edition of a product cost?
    Compare,
    /// How much does a budget buy?
    Afford,
    /// What happens to an order when?
    Lifecycle,
    /// What is paid back?
    Refund,
    /// Who uses a license?
    Licenses,
    /// What may be connected?
    Connect,
}

impl Command {
    /// Every command.
    pub const ALL: [Self; 10] = [
        Self::Cards,
        Self::Card,
        Self::Estimate,
        Self::Compare,
        Self::Afford,
        Self::Lifecycle,
        Self::Refund,
        Self::Licenses,
        Self::Connect,
        Self::Diff,
    ];

    /// Its name in the JSON interface.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Card => "card",
            Self::Diff => "diff",
            Self::Estimate => "estimate",
            Self::Compare => "compare",
            Self::Afford => "afford",
            Self::Lifecycle => "lifecycle",
            Self::Refund => "refund",
            Self::Licenses => "licenses",
            Self::Connect => "connect",
        }
    }

    /// The command of a name.
    ///
    /// # Errors
    ///
    /// `unknown_command`, at `command`.
    pub fn from_name(name: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|known| known.as_str() == name);
        found.ok_or_else(|| {
            let known = Self::ALL.map(|known| String::from(known.as_str()));
            let fault = unknown(Code::UnknownCommand, "unknown-command", name, known.into());
            fault.in_field("command")
        })
    }

    /// The structure of its request.
    #[must_use]
    pub const fn shape(self) -> &'static Shape {
        match self {
            Self::Cards => &CARDS,
            Self::Card => &CARD,
            Self::Diff => &DIFF,
            Self::Estimate => &ESTIMATE,
            Self::Compare => &COMPARE,
            Self::Afford => &AFFORD,
            Self::Lifecycle => &LIFECYCLE,
            Self::Refund => &REFUND,
            Self::Licenses => &LICENSES,
            Self::Connect => &CONNECT,
        }
    }
}

/// Answers a request that is JSON text, in JSON.
///
/// `today` is the day at the vendor, for a request that names none.
///
/// # Errors
///
/// The error as JSON: `{"error": {"code", "path", "message"}}`.
///
/// ```
/// use ratecard::api::{Command, answer};
///
/// let today = "2026-11-20".parse()?;
/// let request = r#"{"items": [{"product": "chat", "edition": "standard", "demand": {"mau": 25000}}]}"#;
/// let reply = answer(&ratecard::catalog(), Command::Estimate, request, today)?;
/// assert!(reply.contains(r#""totals":{"USD":"624"}"#));
///
/// let error = answer(&ratecard::catalog(), Command::Estimate, "{}", today).unwrap_err();
/// assert!(error.starts_with(r#"{"error":{"code":"missing_field","path":"items""#));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn answer(
    catalog: &Catalog,
    command: Command,
    request: &str,
    today: Date,
) -> Result<String, String> {
    from_json(request)
        .and_then(|request| answer_value(catalog, command, &request, today))
        .map_err(|fault| ErrorReply::new(&fault).to_json())
}

/// Answers a request that has been read, in JSON.
///
/// # Errors
///
/// The first fault of the request: structure before meaning, then in the order of the fields.
pub fn answer_value(
    catalog: &Catalog,
    command: Command,
    request: &Value,
    today: Date,
) -> Result<String, Fault> {
    command.shape().check(request)?;
    match command {
        Command::Cards => {
            let cards = catalog.cards()?;
            let cards: Vec<_> = cards.iter().map(CardSummary::new).collect();
            Ok(json(&cards))
        }
        Command::Card => {
            let id = request.get("id").and_then(Value::text).unwrap_or_default();
            let card = catalog.card(id).map_err(|f| f.in_field("id"))?;
            Ok(json(&*card))
        }
        Command::Diff => {
            let changes = engine::diff(catalog, &diff_request(request))?;
            Ok(json(&DiffReply::new(&changes)))
        }
        Command::Estimate => {
            let decoded = decode_estimate(request, today)?;
            let asked = decoded.whole(|request| engine::check(catalog, request))?;
            Ok(match is_advised(request) {
                true => json(&EstimateReply::new(&engine::estimate(catalog, &asked)?)),
                false => {
                    let priced = engine::estimate_without_advice(catalog, &asked)?;
                    json(&EstimateReply::new(&priced).without_advice())
                }
            })
        }
        Command::Compare => {
            let decoded = decode_compare(request, today)?;
            let asked = decoded.whole(|request| engine::check_compared(catalog, request))?;
            Ok(match is_advised(request) {
                true => json(&CompareReply::new(&engine::compare(catalog, &asked)?)),
                false => {
                    let priced = engine::compare_without_advice(catalog, &asked)?;
                    json(&CompareReply::new(&priced).without_advice())
                }
            })
        }
        Command::Afford => {
            let decoded = decode_afford(request, today)?;
            let asked = decoded.whole(|request| engine::check_afford(catalog, request))?;
            Ok(json(&AffordReply::new(&engine::afford(catalog, &asked)?)))
        }
        Command::Lifecycle => {
            let lifecycle = engine::lifecycle(catalog, &lifecycle_request(request)?)?;
            Ok(json(&LifecycleReply::new(&lifecycle)))
        }
        Command::Refund => {
            let refund = engine::refund(catalog, &refund_request(request)?)?;
            Ok(json(&RefundReply::new(&refund)))
        }
        Command::Licenses => {
            let request = licenses_request(request, today)?;
            let licenses = engine::licenses(catalog, &request)?;
            Ok(json(&LicensesReply::new(&licenses)))
        }
        Command::Connect => {
            let guidelines = engine::connect(catalog, &connect_request(request)?)?;
            Ok(json(&ConnectReply::new(&guidelines)))
        }
    }
}

/// Whether a request wants findings beside the prices.
fn is_advised(request: &Value) -> bool {
    request.get("advice").and_then(Value::flag).unwrap_or(true)
}
