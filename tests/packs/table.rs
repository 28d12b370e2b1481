//! The table of large instances, as tests and benchmarks read it.

use ratecard::packs::{Offer, PayAsYouGo, Tier};
use serde_json::Value;

#[allow(dead_code)] // Tests and benchmarks read different parts.
pub struct Instance {
    pub name: String,
    pub offer: Offer,
    pub needs: Vec<u64>,
    /// The least cost, as the solver has proven it.
    pub cost: u128,
    /// How long that took.
    pub solver_ms: u64,
}

pub fn instances() -> Vec<Instance> {
    let text = include_str!("instances.json");
    let table: Value = serde_json::from_str(text).unwrap();
    let rows = table["instances"].as_array().unwrap();
    rows.iter()
        .map(|row| Instance {
            name: row["name"].as_str().unwrap().to_owned(),
            offer: offer(&table["offers"][row["offer"].as_str().unwrap()]),
            needs: integers(&row["needs"]),
            cost: row["cost"].as_str().unwrap().parse().unwrap(),
            solver_ms: row["solver_ms"].as_u64().unwrap(),
        })
        .collect()
}

fn integers(value: &Value) -> Vec<u64> {
    let list = value.as_array().unwrap().iter();
    list.map(|n| n.as_u64().unwrap()).collect()
}

fn offer(value: &Value) -> Offer {
    let tiers = value["tiers"].as_array().unwrap().iter().map(integers);
    Offer {
        min: value["min"].as_u64().unwrap(),
        step: value["step"].as_u64().unwrap(),
        tiers: tiers
            .map(|tier| Tier {
                from: tier[0],
                rate: tier[1],
            })
            .collect(),
        max: None,
        life: value["life"].as_u64().map(|life| life as u32),
        pay_as_you_go: value["block"].as_u64().map(|block| PayAsYouGo {
            block,
            price: value["price"].as_u64().unwrap().into(),
        }),
    }
}
