//! The planner against the table of large instances, whose least costs a
//! solver has proven (`tests/packs/make_instances.py`).

#[path = "../packs/table.rs"]
mod table;

use ratecard::packs::{Purchase, buy, cheapest};

#[test]
fn every_instance_costs_what_the_solver_has_proven() {
    let instances = table::instances();
    assert!(instances.len() >= 60, "{} instances", instances.len());
    for instance in instances {
        let plan = cheapest(&instance.needs, &instance.offer).unwrap();
        assert_eq!(plan.total, instance.cost, "{}", instance.name);
    }
}

#[test]
fn every_plan_bought_as_given_is_the_same_plan() {
    for instance in table::instances() {
        let plan = cheapest(&instance.needs, &instance.offer).unwrap();
        let purchases: Vec<Purchase> = plan
            .purchases
            .iter()
            .map(|lot| Purchase {
                month: lot.month,
                quantity: lot.quantity,
            })
            .collect();
        let bought = buy(&instance.needs, &instance.offer, &purchases).unwrap();
        assert_eq!(bought, plan, "{}", instance.name);
    }
}
