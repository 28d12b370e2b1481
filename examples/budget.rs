//! Which editions serve so many users within a budget, and what does the cheapest charge for?
//!
//! ```sh
//! cargo run --example budget -- 25000 700
//! ```

use std::env;
use std::error::Error;
use std::fmt::Write as _;

use ratecard::engine::{
    CompareRequest, Demand, EstimateRequest, Item, ItemEstimate, compare, estimate,
};
use ratecard::money::Amount;

const PRODUCT: &str = "chat";
const MONTHS: u32 = 12;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let users = match arguments.next() {
        Some(text) => text.parse()?,
        None => 25_000,
    };
    let budget = match arguments.next() {
        Some(text) => text.parse()?,
        None => Amount::whole(700),
    };
    print!("{}", answer(users, budget)?);
    Ok(())
}

/// A line for each edition, then the lines of the cheapest that does.
fn answer(users: u64, budget: Amount) -> Result<String, Box<dyn Error>> {
    let catalog = ratecard::catalog();
    let as_of = "2026-11-20".parse()?;
    let demand = Demand::Steady(users);

    // Every edition is asked at once: the item's own edition does not matter.
    let item = Item::new(PRODUCT, "").with_demand("mau", demand.clone());
    let request = CompareRequest {
        as_of,
        start: as_of,
        months: MONTHS,
        item,
    };
    let comparison = compare(&catalog, &request)?;
    let mut text = String::new();
    for item in &comparison.editions {
        // An edition that is sold on request has no published price.
        match item.per_month {
            Some(cost) => {
                let verdict = verdict(item, cost, budget);
                writeln!(text, "{}: {cost} a month, {verdict}", item.edition)?;
            }
            None => writeln!(text, "{}: on request", item.edition)?,
        }
    }

    // One edition by its id; an id that does not exist is a fault that `?` hands on.
    let Some(cheapest) = comparison.cheapest else {
        writeln!(text, "No edition does it.")?;
        return Ok(text);
    };
    let item = Item::new(PRODUCT, &cheapest).with_demand("mau", demand);
    let mut request = EstimateRequest::new(as_of, item);
    request.months = MONTHS;
    let estimate = estimate(&catalog, &request)?;
    for line in estimate.items.iter().flat_map(|item| &item.lines) {
        // A word is written in English by `Display`; `ratecard::locale` has the other languages.
        writeln!(text, "{}: {} for {}", line.charge, line.amount, line.why)?;
    }
    Ok(text)
}

/// Whether an edition does what is needed, and within the budget.
fn verdict(item: &ItemEstimate, cost: Amount, budget: Amount) -> String {
    match item.problems.first() {
        Some(problem) => format!("but {}", problem.word),
        None if cost <= budget => String::from("within the budget"),
        None => String::from("above the budget"),
    }
}

#[test]
fn the_budget_decides_and_every_line_tells_its_arithmetic() -> Result<(), Box<dyn Error>> {
    let text = answer(25_000, "624".parse()?)?;
    assert!(
        text.contains("standard: 624 a month, within the budget\n"),
        "{text}"
    );
    assert!(
        text.contains("(25,000 users − 10,000) × 0.015 USD × 12 months"),
        "{text}"
    );
    let text = answer(25_000, "623.99".parse()?)?;
    assert!(
        text.contains("standard: 624 a month, above the budget\n"),
        "{text}"
    );
    Ok(())
}
