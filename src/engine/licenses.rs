//! Who uses a license, and what a reset would release.

use crate::sort::heapsort;
use std::sync::Arc;

use super::answer::Answer;
use super::order::edition_of;
use super::reply::{Assumption, of_policy};
use crate::calendar::Date;
use crate::card::{Catalog, Source};
use crate::text::{Id, Text};
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// Who uses a license?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicensesRequest {
    /// The day whose rate card holds.
    pub as_of: Date,
    /// The product's id.
    pub product: Id,
    /// The edition's id.
    pub edition: Id,
    /// The accounts.
    pub agents: Vec<Agent>,
    /// SIP phones that are online.
    pub sip_phones_online: u64,
    /// Resets done in this calendar month, before this one.
    pub resets_this_month: u64,
}

/// An account, and what it is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// Its address, as written; compared without regard to case or surrounding blanks.
    pub email: String,
    /// What it is doing: ids of the rate card's rule.
    pub active: Vec<Id>,
}

/// Licenses in use, and what a reset would do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Licenses {
    /// Agents that use a license.
    pub agent_licenses_in_use: u64,
    /// Phones that use a license.
    pub sip_licenses_in_use: u64,
    /// What a reset would do.
    pub reset: Reset,
    /// What else there is to know, from the rate card.
    pub notes: Vec<Text>,
    /// Where the rule stands.
    pub source: Option<Arc<Source>>,
    /// The readings that touched it.
    pub assumptions: Vec<Assumption>,
}

/// What a reset would do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reset {
    /// Whether one more may be done in this month.
    pub allowed: bool,
    /// The addresses that it releases.
    pub releases: Vec<String>,
    /// The addresses that keep their license.
    pub keeps: Vec<String>,
    /// Resets left in this month, before this one.
    pub resets_left: u64,
}

/// Counts the licenses in use and tells what a reset would do.
///
/// # Errors
///
/// `unknown_product`, `no_rate_card`, `unknown_edition`; `out_of_range` at an address that is none,
/// `duplicate_email` at the second account of one, whichever is first; `out_of_range` at `product` where its cards have no rule for licenses.
pub fn licenses(catalog: &Catalog, request: &LicensesRequest) -> Answer<Licenses> {
    catalog
        .needs_product(&request.product)
        .map_err(|f| f.in_field("product"))?;
    let card = catalog.in_force(&request.product, request.as_of)?;
    let edition = edition_of(&card, &request.edition)?;
    let stated = catalog.policy(&card, |policies| policies.licenses.as_ref())?;
    let stated = stated.as_ref();
    let Some((from, rules)) =
        stated.and_then(|(from, _)| Some((from, from.policies.licenses.as_ref()?)))
    else {
        let word = Word::new("no-license-rules").with("product", Arg::text(&request.product));
        return Err(Fault::new(Code::OutOfRange, word).in_field("product"));
    };
    if let Some((index, fault)) = bad_address(&request.agents) {
        let fault = fault.in_field("email");
        return Err(fault.in_entry(index).in_field("agents"));
    }
    let does = |agent: &Agent, what: &[Id]| agent.active.iter().any(|id| what.contains(id));
    let using = request
        .agents
        .iter()
        .filter(|agent| does(agent, &rules.used_by))
        .count();
    let resets_left = u64::from(rules.resets_per_month).saturating_sub(request.resets_this_month);
    let allowed = resets_left > 0;
    let (keeps, releases): (Vec<&Agent>, Vec<&Agent>) = request
        .agents
        .iter()
        .partition(|agent| !allowed || does(agent, &rules.kept_by));
    let addresses = |agents: Vec<&Agent>| -> Vec<String> {
        let addresses = agents.into_iter().map(|agent| agent.email.trim());
        addresses.map(String::from).collect()
    };
    Ok(Licenses {
        agent_licenses_in_use: u64::try_from(using).unwrap_or(u64::MAX),
        sip_licenses_in_use: request.sip_phones_online,
        reset: Reset {
            allowed,
            releases: addresses(releases),
            keeps: addresses(keeps),
            resets_left,
        },
        notes: rules.notes.clone(),
        source: from.source(&rules.source).cloned(),
        assumptions: of_policy(&card, from, &edition.id, "licenses"),
    })
}

/// The first account whose address is none or stands before it already, and the fault of that.
fn bad_address(agents: &[Agent]) -> Option<(usize, Fault)> {
    let none = agents.iter().position(|agent| !is_address(&agent.email));
    let none = none.and_then(|index| {
        let word = Word::new("want-email").with("got", Arg::quoted(&agents.get(index)?.email));
        Some((index, Fault::new(Code::OutOfRange, word)))
    });
    let twice = twice(agents).map(|(index, address)| {
        let word = Word::new("duplicate-email").with("email", Arg::quoted(&address));
        (index, Fault::new(Code::DuplicateEmail, word))
    });
    none.into_iter()
        .chain(twice)
        .min_by_key(|(index, _)| *index)
}

/// Whether a text may be an e-mail address: something, one `@`, and a name of a host. Whether there is
/// a mailbox nobody can tell from the text, and what may stand before the `@` is the host's affair.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    let blank = |c: char| c.is_whitespace() || c.is_control();
    let is_host =
        |host: &str| !host.contains('@') && host.split('.').all(|label| !label.is_empty());
    !text.contains(blank)
        && text
            .split_once('@')
            .is_some_and(|(mailbox, host)| !mailbox.is_empty() && is_host(host))
}

/// The first account whose address stands before it already, and that address.
fn twice(agents: &[Agent]) -> Option<(usize, String)> {
    let address = |agent: &Agent| agent.email.trim().to_lowercase();
    let agents = agents.iter().enumerate();
    // In order, the same addresses stand beside each other.
    let mut known: Vec<_> = agents
        .map(|(index, agent)| (address(agent), index))
        .collect();
    heapsort(&mut known, &Ord::cmp);
    let beside = known.windows(2).filter_map(|pair| match pair {
        [(one, _), (other, index)] if one == other => Some((*index, other)),
        _ => None,
    });
    let (index, address) = beside.min()?;
    Some((index, address.clone()))
}
