//! What no single field of a rate card can get wrong: ids, references, tiers.

use super::{
    Beyond, Card, Charge, ChargeKind, Connect, Dimension, Edition, Limit, PerEdition, RefundRule,
    depend, trial,
};
use crate::text::Id;
use crate::value::{Code, Fault};
use crate::word::{Arg, Word};

/// Nothing, or the first fault with its place.
pub(super) type Check = Result<(), Fault>;

/// Checks a card that has been read.
///
/// # Errors
///
/// The first fault, with its place.
pub(super) fn check(card: &Card) -> Check {
    identity(card)?;
    ids(card)?;
    sources(card)?;
    editions(card)?;
    dimensions(card)?;
    examples(card)?;
    charges(card)?;
    features(card)?;
    policies(card)?;
    readings_and_notes(card)
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
fn ids(card: &Card) -> Check {
    let product = Fault::new(Code::OutOfRange, bad_id(&card.product)).in_field("product");
    is_id(&card.product).then_some(()).ok_or(product)?;
    unique("groups", card.groups.iter().map(|g| &g.id))?;
    unique("editions", card.editions.iter().map(|e| &e.id))?;
    unique("dimensions", card.dimensions.iter().map(|d| &d.id))?;
    unique("examples", card.examples.iter().map(|e| &e.id))?;
    unique("charges", card.charges.iter().map(|c| &c.id))?;
    unique("features", card.features.iter().map(|f| &f.id))?;
    unique("readings", card.readings.iter().map(|r| &r.id))?;
    unique("notes", card.notes.iter().map(|n| &n.id))
}

fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a Id>) -> Check {
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
        return Err(fault.in_entry(index).in_field(list));
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
fn sources(card: &Card) -> Check {
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
    name(&card.source, "", None)?;
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
            name(id, list, Some(index))?;
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
            name(id, policy, None).map_err(|f| f.in_field("policies"))?;
            named.push(id);
        }
    }
    let reminder = policies
        .lifecycle
        .as_ref()
        .and_then(|l| l.reminder.as_ref());
    if let Some(reminder) = reminder {
        name(&reminder.source, "reminder", None)
            .map_err(|f| f.in_field("lifecycle").in_field("policies"))?;
        named.push(&reminder.source);
    }
    for (index, change) in policies.plan_changes.iter().enumerate() {
        name(&change.source, "plan_changes", Some(index)).map_err(|f| f.in_field("policies"))?;
        named.push(&change.source);
    }
    match card.sources.iter().find(|(key, _)| !named.contains(&key)) {
        None => Ok(()),
        Some((key, _)) => {
            let word = Word::new("source-unused").with("source", Arg::text(key));
            let fault = Fault::new(Code::OutOfRange, word);
            Err(fault.in_field(key).in_field("sources"))
        }
    }
}

fn editions(card: &Card) -> Check {
    if card.editions.is_empty() {
        let fault = Fault::new(Code::MissingField, Word::new("want-edition"));
        return Err(fault.in_field("editions"));
    }
    for (index, edition) in card.editions.iter().enumerate() {
        let Some(trial) = &edition.trial else {
            continue;
        };
        let within = |fault: Fault| fault.in_field("trial").in_entry(index).in_field("editions");
        let charge_ids = || card.charges.iter().map(|c| &c.id);
        let is_charge = |id: &str| card.charge(id).is_some();
        if !is_charge(&trial.basic) {
            let fault = nothing("charge", &trial.basic, charge_ids());
            return Err(within(fault.in_field("basic")));
        }
        for (key, ids) in [("sells", &trial.sells), ("beside", &trial.beside)] {
            known_all(ids, "charge", &is_charge, charge_ids)
                .map_err(|f| within(f.in_field(key)))?;
        }
        known_all(
            &trial.whole,
            "dimension",
            &|id| card.dimension(id).is_some(),
            || card.dimensions.iter().map(|d| &d.id),
        )
        .map_err(|f| within(f.in_field("whole")))?;
        if card
            .edition(&trial.instead)
            .is_none_or(|e| e.trial.is_some())
        {
            let sold = card.editions.iter().filter(|e| e.trial.is_none());
            let fault = nothing("edition", &trial.instead, sold.map(|e| &e.id));
            return Err(within(fault.in_field("instead")));
        }
        trial::check(card, edition, trial).map_err(within)?;
    }
    Ok(())
}

fn dimensions(card: &Card) -> Check {
    for (index, dimension) in card.dimensions.iter().enumerate() {
        self::dimension(card, dimension).map_err(|f| f.in_entry(index).in_field("dimensions"))?;
    }
    Ok(())
}

fn dimension(card: &Card, dimension: &Dimension) -> Check {
    if let Some(group) = &dimension.group {
        known_group(card, group)?;
    }
    let dimension_ids = || card.dimensions.iter().map(|d| &d.id);
    for (key, other) in [("each", &dimension.each), ("needs", &dimension.needs)] {
        if let Some(other) = other
            && card.dimension(other).is_none_or(|d| d.id == dimension.id)
        {
            return Err(nothing("dimension", other, dimension_ids()).in_field(key));
        }
    }
    if let Some(base) = &dimension.allowance_per {
        let holds = |charge: &&Charge| charge.model.rules().holds_allowances();
        if card.charge(base).filter(holds).is_none() {
            let known = card.charges.iter().filter(holds).map(|c| &c.id);
            return Err(nothing("charge", base, known).in_field("allowance_per"));
        }
    }
    if dimension.allowance.is_some() && dimension.limit.is_some() {
        let fault = Fault::new(Code::OutOfRange, Word::new("allowance-and-limit"));
        return Err(fault.in_field("limit"));
    }
    for (key, quotas) in [
        ("allowance", &dimension.allowance),
        ("limit", &dimension.limit),
    ] {
        if let Some(quotas) = quotas {
            for_every_edition(card, quotas).map_err(|f| f.in_field(key))?;
        }
    }
    depend::check(card, dimension)?;
    if dimension.beyond == Beyond::ContactSales && dimension.allowance.is_none() {
        let fault = Fault::new(Code::OutOfRange, Word::new("beyond-without-allowance"));
        return Err(fault.in_field("beyond"));
    }
    if dimension.min > dimension.max {
        return Err(out_of_order("min", dimension.min, dimension.max));
    }
    let default = dimension.default;
    if default < dimension.min || default > dimension.max {
        return Err(out_of_order("default", dimension.min, dimension.max));
    }
    Ok(())
}

fn examples(card: &Card) -> Check {
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
            checked.map_err(|f| f.in_field("demand").in_entry(index).in_field("examples"))?;
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

fn charges(card: &Card) -> Check {
    for (index, charge) in card.charges.iter().enumerate() {
        let checked = charge.model.rules().check(card, charge);
        checked.map_err(|f| f.in_entry(index).in_field("charges"))?;
    }
    Ok(())
}

fn features(card: &Card) -> Check {
    for (index, feature) in card.features.iter().enumerate() {
        let within = |fault: Fault| fault.in_entry(index).in_field("features");
        if let Some(group) = &feature.group {
            known_group(card, group).map_err(within)?;
        }
        for (edition, _) in &feature.values {
            known_edition(card, edition).map_err(|f| within(f.in_field("values")))?;
        }
        if let Some(lacking) = card
            .editions
            .iter()
            .find(|edition| feature.value(&edition.id).is_none())
        {
            let fault = no_value(&lacking.id);
            return Err(within(fault.in_field("values")));
        }
    }
    // A heading stands behind the one that it is under, so that none is under itself.
    for (index, group) in card.groups.iter().enumerate() {
        let above = || card.groups.iter().take(index).map(|above| &above.id);
        if let Some(parent) = &group.parent
            && !above().any(|id| id == parent)
        {
            let fault = nothing("group", parent, above()).in_field("parent");
            return Err(fault.in_entry(index).in_field("groups"));
        }
    }
    Ok(())
}

fn policies(card: &Card) -> Check {
    let policies = &card.policies;
    if let Some(rules) = &policies.connect {
        connect(rules).map_err(|f| f.in_field("connect").in_field("policies"))?;
    }
    for (index, change) in policies.plan_changes.iter().enumerate() {
        for (key, edition) in [("from", &change.from), ("to", &change.to)] {
            known_edition(card, edition).map_err(|f| {
                let fault = f.placed("").in_field(key).in_entry(index);
                fault.in_field("plan_changes").in_field("policies")
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
        return Err(fault.in_field("purchase").in_field("policies"));
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
        let fault = fault.in_field("charge").in_field("refund");
        return Err(fault.in_field("policies"));
    }
    Ok(())
}

/// Whether a used day of an order is a share of a charge: the same amount whatever the demand, paid
/// beforehand, in every edition that is bought.
fn is_shared_by_days(card: &Card, charge: &Charge) -> bool {
    let mut bought = card.editions.iter().filter(|e| e.trial.is_none());
    charge.model.is_constant()
        && charge.kind == ChargeKind::Prepaid
        && bought.all(|edition| edition.is_sold(charge))
}

/// Whoever asks names an industry, a scenario in it, or the number of a behaviour; a scenario names
/// what is prohibited without condition.
fn connect(rules: &Connect) -> Check {
    let prohibited = || rules.prohibited.iter().map(|activity| &activity.id);
    unique("prohibited", prohibited())?;
    unique("industries", rules.industries.iter().map(|i| &i.id))?;
    for (index, industry) in rules.industries.iter().enumerate() {
        unique("scenarios", industry.scenarios.iter().map(|s| &s.id))
            .map_err(|f| f.in_entry(index).in_field("industries"))?;
        for (place, scenario) in industry.scenarios.iter().enumerate() {
            let is_there = |id: &str| prohibited().any(|known| **known == *id);
            known_all(
                &scenario.always,
                "prohibited activity",
                &is_there,
                prohibited,
            )
            .map_err(|f| {
                let fault = f.in_field("always").in_entry(place);
                let fault = fault.in_field("scenarios").in_entry(index);
                fault.in_field("industries")
            })?;
        }
    }
    let numbers = rules.behaviours.iter().map(|b| b.number);
    for (index, number) in numbers.clone().enumerate() {
        if numbers.clone().take(index).any(|other| other == number) {
            let word = Word::new("id-twice").with("id", Arg::Text(number.to_string()));
            let fault = Fault::new(Code::OutOfRange, word).in_field("number");
            return Err(fault.in_entry(index).in_field("behaviours"));
        }
    }
    Ok(())
}

/// Readings and notes are about something that is there.
fn readings_and_notes(card: &Card) -> Check {
    let is_there = |id: &str| card.parts(id).next().is_some();
    let parts = || {
        let editions = card.editions.iter().map(|e| &e.id);
        let dimensions = card.dimensions.iter().map(|d| &d.id);
        editions
            .chain(dimensions)
            .chain(card.charges.iter().map(|c| &c.id))
    };
    for (index, reading) in card.readings.iter().enumerate() {
        known_all(&reading.applies_to, "part", &is_there, parts).map_err(|f| {
            f.in_field("applies_to")
                .in_entry(index)
                .in_field("readings")
        })?;
        let is_edition = |id: &str| card.edition(id).is_some();
        let editions = || card.editions.iter().map(|e| &e.id);
        known_all(&reading.editions, "edition", &is_edition, editions)
            .map_err(|f| f.in_field("editions").in_entry(index).in_field("readings"))?;
    }
    // A note is looked for by the id of what it stands beside.
    let is_plain = |id: &str| !id.contains('.') && is_there(id);
    for (index, note) in card.notes.iter().enumerate() {
        known_all(&note.about, "part", &is_plain, parts)
            .map_err(|f| f.in_field("about").in_entry(index).in_field("notes"))?;
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
pub(super) fn known_editions<T>(card: &Card, values: &PerEdition<T>) -> Check {
    values
        .entries()
        .filter_map(|(id, _)| id)
        .try_for_each(|id| known_edition(card, id))
}

/// A quota stands for every edition: one that is left out would be a guess.
fn for_every_edition(card: &Card, quotas: &PerEdition<Limit>) -> Check {
    known_editions(card, quotas)?;
    let lacking = |edition: &&Edition| quotas.get(&edition.id).is_none();
    card.editions
        .iter()
        .find(lacking)
        .map_or(Ok(()), |edition| Err(no_value(&edition.id)))
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
) -> Check {
    match ids.iter().enumerate().find(|(_, id)| !is_there(id)) {
        None => Ok(()),
        Some((index, id)) => Err(nothing(what, id, known()).in_entry(index)),
    }
}

/// The fault of a reference to nothing.
pub(super) fn nothing<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a Id>) -> Fault {
    let word = Word::new("refers-to-nothing")
        .with("what", Arg::text(what))
        .with("got", Arg::text(id))
        .with("known", Arg::List(known.map(|id| id.to_string()).collect()));
    Fault::new(Code::OutOfRange, word)
}
