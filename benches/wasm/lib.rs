//! The pack planner for `run.mjs`: integers in, a cost out, and nothing else,
//! so that what is measured is the planner.

use ratecard::packs::{Offer, PayAsYouGo, Tier, cheapest};
use std::cell::RefCell;

thread_local! {
    static BUFFER: RefCell<Vec<u64>> = RefCell::new(vec![0; 128]);
}

/// Where the input is written, and the cost is read.
#[unsafe(no_mangle)]
pub extern "C" fn buffer() -> *mut u64 {
    BUFFER.with_borrow_mut(|buffer| buffer.as_mut_ptr())
}

/// Plans for the input: min, step, life, block and its price (0 and 0 without),
/// number of tiers, from and rate of each, number of months, needs. The cost
/// takes the first place. Returns the number of purchases.
#[unsafe(no_mangle)]
pub extern "C" fn plan() -> usize {
    BUFFER.with_borrow_mut(|buffer| {
        let mut input = buffer.iter().copied();
        let mut next = || input.next().unwrap();
        let (min, step, life, block, price) = (next(), next(), next(), next(), next());
        let tiers = (0..next())
            .map(|_| Tier {
                from: next(),
                rate: next(),
            })
            .collect();
        let offer = Offer {
            min,
            step,
            tiers,
            max: None,
            life: Some(life as u32),
            pay_as_you_go: (block > 0).then_some(PayAsYouGo {
                block,
                price: price.into(),
            }),
        };
        let needs: Vec<u64> = (0..next()).map(|_| next()).collect();
        let plan = cheapest(&needs, &offer).unwrap();
        buffer[0] = plan.total as u64;
        plan.purchases.len()
    })
}
