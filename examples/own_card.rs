//! Prices by a rate card of one's own, which a program reads when it runs.
//!
//! ```sh
//! cargo run --example own_card -- examples/tickets.toml
//! ```

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use ratecard::card::Catalog;
use ratecard::engine::{Demand, EstimateRequest, Item, estimate};
use ratecard::toml::from_toml;
use ratecard::value::{Fault, from_json, line_and_column};

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1);
    let file = file.as_deref().unwrap_or("examples/tickets.toml");
    println!("8 agents cost {} a month", price(Path::new(file), 8)?);
    Ok(())
}

/// What so many agents cost a month by the card in a file.
fn price(file: &Path, agents: u64) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let mut catalog = Catalog::default();
    // A card of a known id would replace that card; any other is added.
    let card = add(&mut catalog, file, &text).map_err(|fault| located(file, &text, &fault))?;

    let item = Item::new(&card, "team").with_demand("agents", Demand::Steady(agents));
    let estimate = estimate(&catalog, &EstimateRequest::new("2026-11-20".parse()?, item))?;
    let totals = estimate.totals.iter();
    let totals = totals.map(|(currency, total)| format!("{total} {currency}"));
    Ok(totals.collect::<Vec<_>>().join(", "))
}

/// Reads a card in TOML or JSON and adds it; gives back the product that it is about.
fn add(catalog: &mut Catalog, file: &Path, text: &str) -> Result<String, Fault> {
    let document = match file.extension() {
        Some(ending) if ending == "json" => from_json(text)?,
        _ => from_toml(text)?,
    };
    let card = catalog.add(&document)?;
    Ok(card.product.to_string())
}

/// A fault as a compiler tells it: file, line and column first.
fn located(file: &Path, text: &str, fault: &Fault) -> String {
    let (line, column) = line_and_column(text, fault.offset().unwrap_or_default());
    format!("{}:{line}:{column}: {fault}", file.display())
}

#[test]
fn the_card_in_the_file_is_asked() -> Result<(), Box<dyn Error>> {
    let file = Path::new("examples/tickets.toml");
    assert_eq!(price(file, 5)?, "20 EUR");
    assert_eq!(price(file, 8)?, "32 EUR");
    Ok(())
}

#[test]
fn a_mistake_in_it_is_told_with_its_line() -> Result<(), Box<dyn Error>> {
    let file = Path::new("examples/tickets.toml");
    let text = fs::read_to_string(file)?.replace("price = \"4\"", "price = \"four\"");
    let Err(fault) = add(&mut Catalog::default(), file, &text) else {
        return Err("a card with a price that is none was read".into());
    };
    let told = located(file, &text, &fault);
    let line = text.lines().position(|line| line.contains("four"));
    let line = line.ok_or("the price is in the file")?.saturating_add(1);
    let start = format!("examples/tickets.toml:{line}:9: charges[1].price: ");
    assert!(told.starts_with(&start), "{told}");
    Ok(())
}
