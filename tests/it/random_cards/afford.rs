//! What a budget buys, against pricing every demand: random rate cards with small dimensions.
//!
//! `RATECARD_CARDS=100000 cargo test --features schema --test it -- random_cards::afford --nocapture` tries so many
//! cards and prints how many questions were asked.

use std::cell::RefCell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};
use ratecard::api::{Command, answer};
use ratecard::card::Catalog;
use ratecard::value::from_json;
use serde_json::{Value, json};

use super::draw::Draw;
use super::{generate, thousandths};
use crate::support::{self, list, text};

/// How many cards are made up, where nothing else is asked for.
const CARDS: u32 = 400;

/// How many budgets are tried of each.
const BUDGETS: usize = 6;

#[derive(Default)]
struct Figures {
    cards: u64,
    valid: u64,
    questions: u64,
    /// Where something may be had, and where something may not.
    some: u64,
    none: u64,
    /// Where a demand below the answer is outside, so that halving would not do.
    holes: u64,
    /// Where more than was priced may be had.
    beyond: u64,
}

#[test]
fn a_budget_buys_what_pricing_every_demand_says() {
    let asked = std::env::var("RATECARD_CARDS").ok();
    let cards = asked.as_ref().map_or(CARDS, |cards| cards.parse().unwrap());
    let choices = prop::collection::vec(any::<u32>(), 0..600);
    let figures = RefCell::new(Figures::default());
    let mut runner = TestRunner::new(support::cases(cards));
    let result = runner.run(&choices, |choices| {
        let mut draw = Draw::new(&choices);
        let mut figures = figures.borrow_mut();
        figures.cards += 1;
        one(&mut draw, &mut figures).map_err(TestCaseError::fail)
    });
    let figures = figures.into_inner();
    if asked.is_some() {
        println!(
            "{} cards, {} valid, {} questions: {} with an answer, {} of them above a demand that is outside, {} without; \
             {} beyond what was priced",
            figures.cards,
            figures.valid,
            figures.questions,
            figures.some,
            figures.holes,
            figures.none,
            figures.beyond,
        );
    }
    result.unwrap_or_else(|fault| panic!("{fault}"));
    assert!(figures.valid * 4 > figures.cards);
    assert!(figures.holes > 0 && figures.none > 0 && figures.beyond > 0);
}

fn one(draw: &mut Draw, figures: &mut Figures) -> Result<(), String> {
    let card = generate::card(draw);
    let request = generate::request(draw, &card);
    let own = draw.index(card.dimensions.len());
    let last = draw.of(&[20, 45, 45, 90]);
    let first = draw.of(&[0, 0, 0, 1, 4]);
    let mut document = card.document();
    for (index, dimension) in document["dimensions"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .enumerate()
    {
        if draw.chance(10) && card.dimensions.len() > 1 {
            dimension["needs"] = json!(format!("d{}", (index + 1) % card.dimensions.len()));
        }
    }
    let dimension = &mut document["dimensions"][own];
    dimension["min"] = json!(first);
    dimension["default"] = json!(first);
    // A card has no such bound, mostly.
    let is_open = draw.chance(30);
    if !is_open {
        dimension["max"] = json!(last);
    }
    let mut catalog = Catalog::new(&[]);
    if catalog
        .add(&from_json(&document.to_string()).unwrap())
        .is_err()
    {
        return Ok(());
    }
    figures.valid += 1;
    let mut asked = request.document();
    asked["advice"] = json!(false);
    let item = &mut asked["items"][0];
    item["demand"]
        .as_object_mut()
        .unwrap()
        .remove(&format!("d{own}"));
    if draw.chance(20)
        && let Some(pack) = packs_sold(&catalog, text(item, "edition"))
    {
        let month = draw.index(request.months);
        let (id, size) = pack;
        item["buy"] = json!({id: [{"month": month, "quantity": size * draw.between(1, 3)}]});
    }
    let priced = (first..=last).map(|demand| price(&catalog, &asked, own, demand));
    let priced = priced.collect::<Result<Vec<Priced>, String>>();
    let priced = priced.map_err(|what| format!("{what}\n{asked}\n{document}"))?;
    for _ in 0..BUDGETS {
        let near = draw.index(priced.len());
        let near = priced[near].total.unwrap_or(0);
        let budget = match draw.upto(9) {
            0 => 0,
            1 => 1_000 * draw.upto(2_000),
            2 => near + draw.upto(1_500),
            3..=5 => near.saturating_sub(draw.upto(3)),
            _ => near,
        };
        figures.questions += 1;
        let mut question = asked.clone();
        question.as_object_mut().unwrap().remove("advice");
        question["dimension"] = json!(format!("d{own}"));
        question["budget"] = json!(format!("{}.{:03}", budget / 1_000, budget % 1_000));
        let checked = match is_open {
            true => beyond(
                &catalog,
                &question,
                &asked,
                (own, first, budget),
                &priced,
                figures,
            ),
            false => Ok(false),
        };
        let is_beyond = checked.map_err(|what| format!("{what}\n{question}\n{document}"))?;
        if !is_beyond {
            let expected = expected(&priced, first, budget, figures);
            told(&catalog, &question, &expected)
                .map_err(|what| format!("{what}\n{question}\n{document}"))?;
        }
    }
    Ok(())
}

/// Whether more may be had than was priced: that it may, and that one more may not.
fn beyond(
    catalog: &Catalog,
    question: &Value,
    asked: &Value,
    (own, first, budget): (usize, u64, u64),
    priced: &[Priced],
    figures: &mut Figures,
) -> Result<bool, String> {
    let reply = answer(
        catalog,
        Command::Afford,
        &question.to_string(),
        support::today(),
    )?;
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let told = &reply["editions"][0];
    let last = first + priced.len() as u64 - 1;
    let Some(most) = told["quantity"].as_u64().filter(|most| *most >= last) else {
        return Ok(false);
    };
    figures.beyond += 1;
    let is_within = |demand| -> Result<bool, String> {
        let at = price(catalog, asked, own, demand)?;
        Ok(at.is_within(&priced[0].problems, budget))
    };
    if !is_within(most)? {
        return Err(format!("{told} is outside"));
    }
    // The next ones, and some that are much larger.
    let larger = (1..=40).map(|step| most + step);
    for demand in larger.chain([2, 3, 10, 1_000].map(|times| most * times)) {
        if demand <= 1_000_000_000_000 && is_within(demand)? {
            return Err(format!("{told}, and {demand} is within"));
        }
    }
    Ok(true)
}

/// Packs that an edition is sold: the charge and its smallest size.
fn packs_sold(catalog: &Catalog, edition: &str) -> Option<(String, u64)> {
    let cards = catalog.cards().unwrap();
    let card = &cards[0].card;
    let edition = card.edition(edition)?;
    let mut charges = card.charges.iter().filter(|charge| edition.is_sold(charge));
    charges.find_map(|charge| Some((charge.id.to_string(), charge.pack_sizes()?.min)))
}

struct Priced {
    total: Option<u64>,
    problems: BTreeSet<String>,
    is_about_it: bool,
}

impl Priced {
    fn is_within(&self, known: &BTreeSet<String>, budget: u64) -> bool {
        let mut problems = self.problems.iter();
        let is_new = problems.any(|problem| !known.contains(problem));
        !is_new && !self.is_about_it && self.total.is_some_and(|total| total <= budget)
    }
}

fn price(catalog: &Catalog, asked: &Value, own: usize, demand: u64) -> Result<Priced, String> {
    let mut asked = asked.clone();
    let own = format!("d{own}");
    asked["items"][0]["demand"][&own] = json!(demand);
    let reply = answer(
        catalog,
        Command::Estimate,
        &asked.to_string(),
        support::today(),
    )?;
    let reply: Value = serde_json::from_str(&reply).unwrap();
    let item = &reply["items"][0];
    let problems = list(item, "problems");
    let key = |p: &Value| json!([p["code"], p["dimension"], p["feature"], p["month"]]).to_string();
    Ok(Priced {
        total: item["total"].as_str().map(thousandths),
        is_about_it: problems.iter().any(|problem| problem["dimension"] == own),
        problems: problems.iter().map(key).collect(),
    })
}

/// Quantity and total of the largest demand that is within, and of the next.
type Afforded = (Option<(u64, u64)>, Option<(u64, u64)>);

fn expected(priced: &[Priced], first: u64, budget: u64, figures: &mut Figures) -> Afforded {
    let known = &priced[0].problems;
    let is_within = |at: &usize| priced[*at].is_within(known, budget);
    let step = |at: usize| Some((first + at as u64, priced.get(at)?.total?));
    let most = (0..priced.len()).rev().find(|at| is_within(at));
    match most {
        Some(most) => {
            figures.some += 1;
            figures.holes += u64::from(!(0..most).all(|at| is_within(&at)));
            (step(most), step(most + 1))
        }
        None => {
            figures.none += 1;
            (None, step(0))
        }
    }
}

fn told(catalog: &Catalog, question: &Value, expected: &Afforded) -> Result<(), String> {
    let ask = |question: &Value| -> Result<Value, String> {
        let reply = answer(
            catalog,
            Command::Afford,
            &question.to_string(),
            support::today(),
        )?;
        Ok(serde_json::from_str(&reply).unwrap())
    };
    let reply = ask(question)?;
    let [told] = list(&reply, "editions") else {
        return Err(format!("not one edition: {reply}"));
    };
    let step = |of: &Value| {
        let quantity = of["quantity"].as_u64()?;
        Some((quantity, thousandths(of["total"].as_str()?)))
    };
    let told_steps = (step(told), step(&told["next"]));
    if told_steps != *expected {
        return Err(format!("told {told_steps:?}, expected {expected:?}"));
    }
    // Of all editions the same is told of this one.
    let mut of_all = question.clone();
    let item = of_all["items"][0].as_object_mut().unwrap();
    let edition = item.remove("edition").unwrap();
    if item.contains_key("buy") {
        return Ok(());
    }
    let all = ask(&of_all)?;
    let same = list(&all, "editions")
        .iter()
        .find(|one| one["edition"] == edition);
    match same == Some(told) {
        true => Ok(()),
        false => Err(format!("{same:?} is told among all, and {told} alone")),
    }
}
