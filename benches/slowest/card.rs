//! The rate card and the request that numbers stand for. Not each is valid: that is for the program to say.

use serde_json::{Map, Value, json};

use crate::genes::{Gene, Genome};

fn text(length: u64) -> Value {
    json!({ "en": "a".repeat(length as usize) })
}

/// A price of so many digits; the later ones of a list are no dearer than the earlier.
fn price(genome: &Genome, at: u64) -> String {
    let digits = genome.get(Gene::digits) as usize;
    format!(
        "{}.{}1",
        1_000_u64.saturating_sub(at).max(1),
        "0".repeat(digits - 1)
    )
}

fn tiers(genome: &Genome, count: u64, first: u64, width: u64) -> Value {
    let tier = |at: u64| {
        let from = if at == 0 { first } else { first + at * width };
        let to = (at + 1 < count).then(|| first + (at + 1) * width);
        json!({"from": from, "to": to, "price": price(genome, at)})
    };
    (0..count).map(tier).collect()
}

fn charges(genome: &Genome) -> Vec<Value> {
    let get = |gene| genome.get(gene);
    let dimensions = get(Gene::dimensions);
    let mut charges: Vec<Value> = Vec::new();
    let mut add = |kind: &str, fields: Value| {
        let mut charge = json!({"id": format!("c{}", charges.len()), "kind": kind, "source": "s",
            "label": text(get(Gene::label))});
        if let (Some(own), Value::Object(fields)) = (charge.as_object_mut(), fields) {
            own.extend(fields);
        }
        charges.push(charge);
    };
    let annual = (get(Gene::annual) == 1).then(|| price(genome, 0));
    let dimension = |at: u64| format!("d{}", at % dimensions);
    for _ in 0..get(Gene::bundle) {
        add(
            "prepaid",
            json!({"model": "bundle", "price": price(genome, 0), "annual_price": annual}),
        );
    }
    for _ in 0..get(Gene::flat) {
        add(
            "prepaid",
            json!({"model": "flat", "price": price(genome, 0), "annual_price": annual}),
        );
    }
    for at in 0..get(Gene::per_unit) {
        let is_daily = get(Gene::daily) == 1;
        let annual = annual.as_ref().filter(|_| !is_daily);
        add(
            "prepaid",
            json!({"model": "per-unit", "dimension": dimension(at), "price": price(genome, 0),
            "annual_price": annual, "every": if is_daily { "day" } else { "month" }}),
        );
    }
    for at in 0..get(Gene::block) {
        add(
            "payg",
            json!({"model": "block", "dimension": dimension(at), "size": 7,
            "price": price(genome, 0), "carries": get(Gene::carries) == 1}),
        );
    }
    for (gene, model) in [(Gene::graduated, "graduated"), (Gene::volume, "volume")] {
        for at in 0..get(gene) {
            let tiers = tiers(genome, get(Gene::tiers), 0, get(Gene::tier_width));
            add(
                "payg",
                json!({"model": model, "dimension": dimension(at), "tiers": tiers}),
            );
        }
    }
    // Packs count from the last dimension down, so that they are not always beside something else.
    for at in 0..get(Gene::pack).min(dimensions) {
        let dimension = format!("d{}", dimensions - 1 - at);
        let (min, step) = (get(Gene::pack_min), get(Gene::pack_step));
        let first = min.next_multiple_of(step);
        let width = step * (get(Gene::tier_width) % 20 + 1);
        let tiers = tiers(genome, get(Gene::pack_tiers), first, width);
        let life = Some(get(Gene::pack_life)).filter(|&life| life <= 36);
        add(
            "prepaid",
            json!({"model": "pack", "dimension": dimension, "min": first, "step": step,
            "life": life, "tiers": tiers}),
        );
        match get(Gene::payg_block) {
            0 => {}
            1 => add(
                "payg",
                json!({"model": "per-unit", "dimension": dimension, "price": price(genome, 0)}),
            ),
            size => {
                let whole = json!({"model": "block", "dimension": dimension, "size": size,
                    "price": (1_000 * size).to_string()});
                add("payg", whole);
            }
        }
    }
    charges
}

/// The rate card.
pub fn card(genome: &Genome) -> Value {
    let get = |gene| genome.get(gene);
    let (label, prose) = (get(Gene::label), get(Gene::prose));
    let charges = charges(genome);
    let bundles = get(Gene::bundle);
    let dimensions = (0..get(Gene::dimensions)).map(|at| {
        let per =
            (at < get(Gene::in_packages) && bundles > 0).then(|| format!("c{}", at % bundles));
        let each = (get(Gene::each) == 1 && at > 0 && per.is_none()).then_some("d0");
        json!({"id": format!("d{at}"), "label": text(label), "source": "s", "help": text(prose),
            "unit": {"en": {"one": "u", "other": "u".repeat(label as usize)}},
            "allowance": get(Gene::allowance), "allowance_per": per, "each": each})
    });
    let (editions, trials) = (get(Gene::editions), get(Gene::trials));
    let editions: Vec<Value> = (0..editions)
        .map(|at| {
            let trial = (at > 0 && at <= trials && !charges.is_empty())
                .then(|| json!({"length": {"days": 7}, "basic": "c0", "instead": "e0"}));
            json!({"id": format!("e{at}"), "label": text(label), "source": "s", "trial": trial})
        })
        .collect();
    let values: Map<String, Value> = (0..get(Gene::editions))
        .map(|at| (format!("e{at}"), json!(true)))
        .collect();
    let features = 0..get(Gene::features).min(200_000 / get(Gene::editions));
    let features = features.map(
        |at| json!({"id": format!("f{at}"), "label": text(label), "values": values, "source": "s"}),
    );
    let readings = (0..get(Gene::readings))
        .map(|at| json!({"id": format!("r{at}"), "text": text(prose), "applies_to": ["card"]}));
    let notes = (0..get(Gene::notes)).map(
        |at| json!({"id": format!("n{at}"), "about": ["card"], "text": text(prose), "source": "s"}),
    );
    let billing = if get(Gene::annual) == 1 {
        &["monthly", "annual"][..]
    } else {
        &["monthly"]
    };
    json!({"id": "ours/undated", "product": "ours", "label": text(label), "currency": "USD",
        "billing": billing, "source": "s",
        "sources": {"s": {"document": "a".repeat(label as usize), "section": "a".repeat(label as usize)}},
        "editions": editions, "dimensions": dimensions.collect::<Value>(), "charges": charges,
        "features": features.collect::<Value>(), "readings": readings.collect::<Value>(),
        "notes": notes.collect::<Value>()})
}

/// The command and the request.
pub fn request(genome: &Genome) -> (&'static str, Value) {
    let get = |gene| genome.get(gene);
    let months = get(Gene::months);
    let is_compare = get(Gene::compare) == 1;
    let demand = |at: u64| match get(Gene::uneven) {
        0 => json!(get(Gene::demand)),
        _ => (0..months)
            .map(|month| (get(Gene::demand) / (1 + (month * 7 + at * 3) % 11)) + month * 13 % 7)
            .map(|demand| demand.min(1_000_000_000_000))
            .collect(),
    };
    let by_id = |value: &dyn Fn(u64) -> Value| -> Map<String, Value> {
        let dimensions = 0..get(Gene::dimensions);
        dimensions.map(|at| (format!("d{at}"), value(at))).collect()
    };
    let required: Vec<String> = (0..get(Gene::required).min(get(Gene::features)))
        .map(|at| format!("f{at}"))
        .collect();
    let buy: Map<String, Value> = charges(genome)
        .iter()
        .filter(|charge| charge["model"] == "pack" && get(Gene::bought) > 0)
        .map(|charge| {
            let pack = |at: u64| json!({"month": at % months, "quantity": charge["min"]});
            let packs: Value = (0..get(Gene::bought)).map(pack).collect();
            (charge["id"].as_str().unwrap_or_default().to_owned(), packs)
        })
        .collect();
    let item = |at: u64| {
        let edition = format!("e{}", at % get(Gene::editions));
        let billing = if get(Gene::annual) == 1 && get(Gene::by_year) == 1 {
            "annual"
        } else {
            "monthly"
        };
        json!({"product": "ours", "edition": (!is_compare).then_some(edition), "billing": billing,
            "demand": by_id(&demand), "requires": required, "buy": buy})
    };
    let items = if is_compare { 1 } else { get(Gene::items) };
    let request = json!({"as_of": "2026-11-20", "start": "2026-12-01", "months": months,
        "advice": get(Gene::advice) == 1, "items": (0..items).map(item).collect::<Value>()});
    (if is_compare { "compare" } else { "estimate" }, request)
}
