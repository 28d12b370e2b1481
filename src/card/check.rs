//! What no single field of a rate card can get wrong: ids, references, tiers.

use super::{
    Beyond, Card, Charge, ChargeKind, Connect, Dimension, Edition, Limit, PerEdition, RefundRule,
    Trial, depend, on_request, trial,
};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// Nothing, or a fault with its place, at which checking ends.
pub(crate) type Check = Result<(), Fault>;

/// Whoever is told each fault: an error ends the check with it, as `Err` itself does at the first; where
/// it is noted, the check goes on.
pub(crate) type Tell<'t> = dyn FnMut(Fault) -> Check + 't;

/// Checks a card that has been read.
///
/// # Errors
///
/// The fault at which `tell` ends the check, with its place.
pub(super) fn check(card: &Card, tell: &mut Tell) -> Check {
    identity(card).or_else(&mut *tell)?;
    ids(card, tell)?;
    sources(card, tell)?;
    editions(card, tell)?;
    dimensions(card, tell)?;
    examples(card, tell)?;
    charges(card, tell)?;
    features(card, tell)?;
    policies(card, tell)?;
    readings_and_notes(card, tell)
}

fn identity(card: &Card) -> Check {
    let day = match card.effective {
        Some(date) => date.to_string(),
        None => String::from("undated"),
    };
    let expected = format!("{}/{day}", card.product);
    if *card.id == *expected {
        Ok(())
    } else {
        let word = Word::new("card-id")
            .with("got", Arg::text(&card.id))
            .with("expected", Arg::Text(expected));
        Err(Fault::new(Code::OutOfRange, word).in_field("id"))
    }
}

/// Ids are lower-case words joined by `-` or `_`, and none stands twice in its list.
fn ids(card: &Card, tell: &mut Tell) -> Check {
    if !is_id(&card.product) {
        tell(Fault::new(Code::OutOfRange, bad_id(&card.product)).in_field("product"))?;
    }
    unique("groups", card.groups.iter().map(|g| &g.id), tell)?;
    unique("editions", card.editions.iter().map(|e| &e.id), tell)?;
    unique("dimensions", card.dimensions.iter().map(|d| &d.id), tell)?;
    unique("examples", card.examples.iter().map(|e| &e.id), tell)?;
    unique("charges", card.charges.iter().map(|c| &c.id), tell)?;
    unique("features", card.features.iter().map(|f| &f.id), tell)?;
    unique("readings", card.readings.iter().map(|r| &r.id), tell)?;
    unique("notes", card.notes.iter().map(|n| &n.id), tell)
}

fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a Id>, tell: &mut Tell) -> Check {
    let mut seen: Vec<&str> = Vec::new();
    for (index, id) in ids.enumerate() {
        let word = if !is_id(id) {
            bad_id(id)
        } else if seen.contains(&&**id) {
            Word::new("id-twice").with("id", Arg::text(id))
        } else {
            seen.push(id);
            continue;
        };
        let fault = Fault::new(Code::OutOfRange, word).in_field("id");
        tell(fault.in_entry(index).in_field(list))?;
    }
    Ok(())
}

fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

fn bad_id(id: &str) -> Word {
    Word::new("want-id").with("got", Arg::text(id))
}

/// Every source that something names is there, and every source is named by something.
fn sources(card: &Card, tell: &mut Tell) -> Check {
    let mut named: Vec<&Id> = Vec::new();
    let name = |id: &Id, list: &str, index: Option<usize>| -> Check {
        if card.source(id).is_none() {
            let fault = nothing("source", id, card.sources.iter().map(|(key, _)| key));
            let fault = fault.in_field("source");
            return Err(match index {
                Some(index) => fault.in_entry(index).in_field(list),
                None if list.is_empty() => fault,
                None => fault.in_field(list),
            });
        }
        Ok(())
    };
    name(&card.source, "", None).or_else(&mut *tell)?;
    named.push(&card.source);
    let lists = [
        (
            "editions",
            card.editions.iter().map(|e| &e.source).collect(),
        ),
        (
            "dimensions",
            card.dimensions.iter().map(|d| &d.source).collect(),
        ),
        (
            "examples",
            card.examples.iter().map(|e| &e.source).collect(),
        ),
        ("charges", card.charges.iter().map(|c| &c.source).collect()),
        (
            "features",
            card.features.iter().map(|f| &f.source).collect(),
        ),
        (
            "notes",
            card.notes.iter().map(|n| &n.source).collect::<Vec<_>>(),
        ),
    ];
    for (list, ids) in lists {
        for (index, id) in ids.into_iter().enumerate() {
            name(id, list, Some(index)).or_else(&mut *tell)?;
            named.push(id);
        }
    }
    for (index, edition) in card.editions.iter().enumerate() {
        if let Some(tagline) = &edition.tagline {
            name(&tagline.source, "tagline", None)
                .map_err(|f| f.in_entry(index).in_field("editions"))?;
            named.push(&tagline.source);
        }
    }
    let policies = &card.policies;
    let single = [
        ("purchase", policies.purchase.as_ref().map(|p| &p.source)),
        ("lifecycle", policies.lifecycle.as_ref().map(|p| &p.source)),
        ("refund", policies.refund.as_ref().map(|p| &p.source)),
        ("licenses", policies.licenses.as_ref().map(|p| &p.source)),
        ("connect", policies.connect.as_ref().map(|p| &p.source)),
    ];
    for (policy, id) in single {
        if let Some(id) = id {
            name(id, policy, None)
                .map_err(|f| f.in_field("policies"))
                .or_else(&mut *tell)?;
            named.push(id);
        }
    }
    let reminder = policies
        .lifecycle
        .as_ref()
        .and_then(|l| l.reminder.as_ref());
    if let Some(reminder) = reminder {
        name(&reminder.source, "reminder", None)
            .map_err(|f| f.in_field("lifecycle").in_field("policies"))
            .or_else(&mut *tell)?;
        named.push(&reminder.source);
    }
    for (index, change) in policies.plan_changes.iter().enumerate() {
        name(&change.source, "plan_changes", Some(index))
            .map_err(|f| f.in_field("policies"))
            .or_else(&mut *tell)?;
        named.push(&change.source);
    }
    let mut unused = card.sources.iter().filter(|(key, _)| !named.contains(&key));
    unused.try_for_each(|(key, _)| {
        let word = Word::new("source-unused").with("source", Arg::text(key));
        let fault = Fault::new(Code::OutOfRange, word);
        tell(fault.in_field(key).in_field("sources"))
    })
}

fn editions(card: &Card, tell: &mut Tell) -> Check {
    if card.editions.is_empty() {
        let fault = Fault::new(Code::MissingField, Word::new("want-edition"));
        tell(fault.in_field("editions"))?;
    }
    for (index, edition) in card.editions.iter().enumerate() {
        on_request::edition(edition)
            .map_err(|f| f.in_entry(index).in_field("editions"))
            .or_else(&mut *tell)?;
        if let Some(trial) = &edition.trial {
            sold_in_trial(card, edition, trial, &mut |fault| {
                tell(fault.in_field("trial").in_entry(index).in_field("editions"))
            })?;
        }
    }
    Ok(())
}

fn sold_in_trial(card: &Card, edition: &Edition, trial: &Trial, tell: &mut Tell) -> Check {
    let charge_ids = || card.charges.iter().map(|c| &c.id);
    let is_charge = |id: &str| card.charge(id).is_some();
    if !is_charge(&trial.basic) {
        let fault = nothing("charge", &trial.basic, charge_ids());
        tell(fault.in_field("basic"))?;
    }
    for (key, ids) in [("sells", &trial.sells), ("beside", &trial.beside)] {
        let mut within = |fault: Fault| tell(fault.in_field(key));
        known_all(ids, "charge", &is_charge, charge_ids, &mut within)?;
    }
    known_all(
        &trial.whole,
        "dimension",
        &|id| card.dimension(id).is_some(),
        || card.dimensions.iter().map(|d| &d.id),
        &mut |fault| tell(fault.in_field("whole")),
    )?;
    if card
        .edition(&trial.instead)
        .is_none_or(|e| e.trial.is_some())
    {
        let sold = card.editions.iter().filter(|e| e.trial.is_none());
        let fault = nothing("edition", &trial.instead, sold.map(|e| &e.id));
        tell(fault.in_field("instead"))?;
    }
    trial::check(card, edition, trial, tell)
}

fn dimensions(card: &Card, tell: &mut Tell) -> Check {
    for (index, dimension) in card.dimensions.iter().enumerate() {
        self::dimension(card, dimension, &mut |fault| {
            tell(fault.in_entry(index).in_field("dimensions"))
        })?;
    }
    Ok(())
}

fn dimension(card: &Card, dimension: &Dimension, tell: &mut Tell) -> Check {
    if let Some(group) = &dimension.group {
        known_group(card, group).or_else(&mut *tell)?;
    }
    let dimension_ids = || card.dimensions.iter().map(|d| &d.id);
    for (key, other) in [("each", &dimension.each), ("needs", &dimension.needs)] {
        if let Some(other) = other
            && card.dimension(other).is_none_or(|d| d.id == dimension.id)
        {
            tell(nothing("dimension", other, dimension_ids()).in_field(key))?;
        }
    }
    if let Some(base) = &dimension.allowance_per {
        let holds = |charge: &&Charge| charge.model.rules().holds_allowances();
        if card.charge(base).filter(holds).is_none() {
            let known = card.charges.iter().filter(holds).map(|c| &c.id);
            tell(nothing("charge", base, known).in_field("allowance_per"))?;
        }
    }
    if dimension.allowance.is_some() && dimension.limit.is_some() {
        let fault = Fault::new(Code::OutOfRange, Word::new("allowance-and-limit"));
        tell(fault.in_field("limit"))?;
    }
    for (key, quotas) in [
        ("allowance", &dimension.allowance),
        ("limit", &dimension.limit),
    ] {
        if let Some(quotas) = quotas {
            for_every_edition(card, quotas, &mut |fault| tell(fault.in_field(key)))?;
        }
    }
    depend::check(card, dimension, tell)?;
    if dimension.beyond == Beyond::ContactSales && dimension.allowance.is_none() {
        let fault = Fault::new(Code::OutOfRange, Word::new("beyond-without-allowance"));
        tell(fault.in_field("beyond"))?;
    }
    let (min, max, default) = (dimension.min, dimension.max, dimension.default);
    if min > max {
        tell(out_of_order("min", min, max))
    } else if default < min || default > max {
        tell(out_of_order("default", min, max))
    } else {
        Ok(())
    }
}

fn examples(card: &Card, tell: &mut Tell) -> Check {
    for (index, example) in card.examples.iter().enumerate() {
        for (id, quantity) in &example.demand {
            let checked = match card.dimension(id) {
                None => Err(nothing(
                    "dimension",
                    id,
                    card.dimensions.iter().map(|d| &d.id),
                )),
                Some(d) if *quantity < d.min || *quantity > d.max => {
                    Err(out_of_order(id, d.min, d.max))
                }
                Some(_) => Ok(()),
            };
            checked.or_else(|fault| {
                let fault = fault.in_field("demand").in_entry(index);
                tell(fault.in_field("examples"))
            })?;
        }
    }
    Ok(())
}

fn out_of_order(key: &str, min: u64, max: u64) -> Fault {
    let word = Word::new("want-between")
        .with("min", Arg::Count(min))
        .with("max", Arg::Count(max));
    Fault::new(Code::OutOfRange, word).in_field(key)
}

fn charges(card: &Card, tell: &mut Tell) -> Check {
    for (index, charge) in card.charges.iter().enumerate() {
        charge.model.rules().check(card, charge, &mut |fault| {
            tell(fault.in_entry(index).in_field("charges"))
        })?;
        on_request::charge(card, charge)
            .map_err(|f| f.in_entry(index).in_field("charges"))
            .or_else(&mut *tell)?;
    }
    Ok(())
}

fn features(card: &Card, tell: &mut Tell) -> Check {
    for (index, feature) in card.features.iter().enumerate() {
        let mut tell = |fault: Fault| tell(fault.in_entry(index).in_field("features"));
        if let Some(group) = &feature.group {
            known_group(card, group).or_else(&mut tell)?;
        }
        let mut tell = |fault: Fault| tell(fault.in_field("values"));
        for (edition, _) in &feature.values {
            known_edition(card, edition).or_else(&mut tell)?;
        }
        let lacking = |edition: &&Edition| feature.value(&edition.id).is_none();
        let mut lacking = card.editions.iter().filter(lacking);
        lacking.try_for_each(|edition| tell(no_value(&edition.id)))?;
    }
    // A heading stands behind the one that it is under, so that none is under itself.
    for (index, group) in card.groups.iter().enumerate() {
        let above = || card.groups.iter().take(index).map(|above| &above.id);
        if let Some(parent) = &group.parent
            && !above().any(|id| id == parent)
        {
            let fault = nothing("group", parent, above()).in_field("parent");
            tell(fault.in_entry(index).in_field("groups"))?;
        }
    }
    Ok(())
}

fn policies(card: &Card, tell: &mut Tell) -> Check {
    let mut tell = |fault: Fault| tell(fault.in_field("policies"));
    let policies = &card.policies;
    if let Some(rules) = &policies.connect {
        connect(rules, &mut |fault| tell(fault.in_field("connect")))?;
    }
    for (index, change) in policies.plan_changes.iter().enumerate() {
        for (key, edition) in [("from", &change.from), ("to", &change.to)] {
            known_edition(card, edition).or_else(|fault| {
                let fault = fault.placed("").in_field(key).in_entry(index);
                tell(fault.in_field("plan_changes"))
            })?;
        }
    }
    if let Some(purchase) = &policies.purchase
        && purchase
            .max_months
            .is_some_and(|max| max < purchase.min_months)
    {
        let max = purchase.max_months.map_or(u64::MAX, u64::from);
        let fault = out_of_order("min_months", 0, max);
        tell(fault.in_field("purchase"))?;
    }
    if let Some(refund) = &policies.refund
        && let RefundRule::Prorated { charge } = &refund.rule
    {
        let fault = match card.charge(charge) {
            None => nothing("charge", charge, card.charges.iter().map(|c| &c.id)),
            Some(charge) if is_shared_by_days(card, charge) => return Ok(()),
            Some(charge) => {
                let word = Word::new("refund-charge").with("charge", Arg::text(&charge.id));
                Fault::new(Code::OutOfRange, word)
            }
        };
        tell(fault.in_field("charge").in_field("refund"))?;
    }
    Ok(())
}

/// Whether a used day of an order is a share of a charge: the same amount whatever the demand, paid
/// beforehand, in every edition that is bought at a published price.
fn is_shared_by_days(card: &Card, charge: &Charge) -> bool {
    let editions = card.editions.iter();
    let mut bought = editions.filter(|e| e.trial.is_none() && !card.is_on_request(e));
    charge.model.is_constant()
        && charge.kind == ChargeKind::Prepaid
        && bought.all(|edition| edition.is_sold(charge))
}

/// Whoever asks names an industry, a scenario in it, or the number of a behaviour; a scenario names
/// what is prohibited without condition.
fn connect(rules: &Connect, tell: &mut Tell) -> Check {
    let prohibited = || rules.prohibited.iter().map(|activity| &activity.id);
    unique("prohibited", prohibited(), tell)?;
    unique("industries", rules.industries.iter().map(|i| &i.id), tell)?;
    for (index, industry) in rules.industries.iter().enumerate() {
        let mut tell = |fault: Fault| tell(fault.in_entry(index).in_field("industries"));
        let scenarios = industry.scenarios.iter().map(|s| &s.id);
        unique("scenarios", scenarios, &mut tell)?;
        for (place, scenario) in industry.scenarios.iter().enumerate() {
            let is_there = |id: &str| prohibited().any(|known| **known == *id);
            known_all(
                &scenario.always,
                "prohibited activity",
                &is_there,
                prohibited,
                &mut |fault| {
                    let fault = fault.in_field("always").in_entry(place);
                    tell(fault.in_field("scenarios"))
                },
            )?;
        }
    }
    let numbers = rules.behaviours.iter().map(|b| b.number);
    for (index, number) in numbers.clone().enumerate() {
        if numbers.clone().take(index).any(|other| other == number) {
            let word = Word::new("id-twice").with("id", Arg::Text(number.to_string()));
            let fault = Fault::new(Code::OutOfRange, word).in_field("number");
            tell(fault.in_entry(index).in_field("behaviours"))?;
        }
    }
    Ok(())
}

/// Readings and notes are about something that is there.
fn readings_and_notes(card: &Card, tell: &mut Tell) -> Check {
    let is_there = |id: &str| card.parts(id).next().is_some();
    let parts = || {
        let editions = card.editions.iter().map(|e| &e.id);
        let dimensions = card.dimensions.iter().map(|d| &d.id);
        editions
            .chain(dimensions)
            .chain(card.charges.iter().map(|c| &c.id))
    };
    for (index, reading) in card.readings.iter().enumerate() {
        let mut tell = |fault: Fault| tell(fault.in_entry(index).in_field("readings"));
        let mut within = |fault: Fault| tell(fault.in_field("applies_to"));
        known_all(&reading.applies_to, "part", &is_there, parts, &mut within)?;
        let is_edition = |id: &str| card.edition(id).is_some();
        let editions = || card.editions.iter().map(|e| &e.id);
        let mut within = |fault: Fault| tell(fault.in_field("editions"));
        known_all(
            &reading.editions,
            "edition",
            &is_edition,
            editions,
            &mut within,
        )?;
    }
    // A note is looked for by the id of what it stands beside.
    let is_plain = |id: &str| !id.contains('.') && is_there(id);
    for (index, note) in card.notes.iter().enumerate() {
        let mut within =
            |fault: Fault| tell(fault.in_field("about").in_entry(index).in_field("notes"));
        known_all(&note.about, "part", &is_plain, parts, &mut within)?;
    }
    Ok(())
}

fn known_group(card: &Card, id: &Id) -> Check {
    if card.group(id).is_some() {
        Ok(())
    } else {
        Err(nothing("group", id, card.groups.iter().map(|g| &g.id)).in_field("group"))
    }
}

fn known_edition(card: &Card, id: &Id) -> Check {
    if card.edition(id).is_some() {
        Ok(())
    } else {
        Err(nothing("edition", id, card.editions.iter().map(|e| &e.id)).in_field(id))
    }
}

/// A value by edition names editions that there are.
pub(super) fn known_editions<T>(card: &Card, values: &PerEdition<T>, tell: &mut Tell) -> Check {
    values
        .entries()
        .filter_map(|(id, _)| id)
        .try_for_each(|id| known_edition(card, id).or_else(&mut *tell))
}

/// A quota stands for every edition: one that is left out would be a guess. An edition that is sold on
/// request may have it agreed upon, too.
fn for_every_edition(card: &Card, quotas: &PerEdition<Limit>, tell: &mut Tell) -> Check {
    known_editions(card, quotas, tell)?;
    let lacking =
        |edition: &&Edition| quotas.get(&edition.id).is_none() && !card.is_on_request(edition);
    let mut lacking = card.editions.iter().filter(lacking);
    lacking.try_for_each(|edition| tell(no_value(&edition.id)))
}

fn no_value(edition: &Id) -> Fault {
    let word = Word::new("edition-without-value").with("edition", Arg::text(edition));
    Fault::new(Code::MissingField, word).in_field(edition)
}

fn known_all<'a, I: Iterator<Item = &'a Id>>(
    ids: &[Id],
    what: &str,
    is_there: &dyn Fn(&str) -> bool,
    known: impl Fn() -> I,
    tell: &mut Tell,
) -> Check {
    let mut unknown = ids.iter().enumerate().filter(|(_, id)| !is_there(id));
    unknown.try_for_each(|(index, id)| tell(nothing(what, id, known()).in_entry(index)))
}

/// The fault of a reference to nothing.
pub(super) fn nothing<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a Id>) -> Fault {
    let mut word = Word::new("refers-to-nothing")
        .with("what", Arg::text(what))
        .with("got", Arg::quoted(id));
    let known: Vec<String> = known.map(|id| id.to_string()).collect();
    if !known.is_empty() {
        word = word.with("known", Arg::List(known));
    }
    Fault::new(Code::OutOfRange, word)
}
