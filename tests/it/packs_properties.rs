//! What holds of every plan, whatever the demand.

use proptest::prelude::*;
use ratecard::packs::{
    Error, MAX_NEED, MAX_PACK, MAX_QUANTITY, Offer, PayAsYouGo, Plan, Purchase, Rule, Tier, buy,
    cheapest, top_up,
};

/// An offer that the planner takes: up to four tiers, in steps of any size.
fn offers() -> impl Strategy<Value = Offer> {
    let steps = prop_oneof![Just(1_u64), Just(7), Just(1_000), Just(10_000)];
    let growth = prop::collection::vec((1_u64..8, 0_u64..4), 0..4);
    let life = prop_oneof![9 => (1_u32..14).prop_map(Some), 1 => Just(None)];
    let payg = prop::option::of((1_u64..4, 0_usize..4));
    (steps, 1_u64..6, 0_u64..20, growth, life, payg).prop_map(
        |(step, min, last, growth, life, payg)| {
            let mut tiers = Vec::new();
            let mut rate = last + growth.iter().map(|g| g.1).sum::<u64>();
            let mut from = min;
            tiers.push(Tier {
                from: from * step,
                rate,
            });
            for (more, less) in growth {
                from += more;
                rate -= less;
                tiers.push(Tier {
                    from: from * step,
                    rate,
                });
            }
            let pay_as_you_go = payg.map(|(blocks, tier)| PayAsYouGo {
                block: blocks * step,
                price: u128::from(tiers[tier % tiers.len()].rate) * u128::from(blocks * step),
            });
            Offer {
                min: min * step,
                step,
                tiers,
                max: None,
                life,
                pay_as_you_go,
            }
        },
    )
}

/// Needs of all sizes, nothing at all among them.
fn needs() -> impl Strategy<Value = Vec<u64>> {
    let need = prop_oneof![
        2 => Just(0_u64),
        4 => 0_u64..100,
        4 => 0_u64..100_000,
        1 => 0_u64..=MAX_QUANTITY,
    ];
    prop::collection::vec(need, 0..37)
}

/// The same; now and then one month brings them to as much as all may need together.
fn any_needs() -> impl Strategy<Value = Vec<u64>> {
    let largest = prop::option::weighted(0.1, (any::<prop::sample::Index>(), 0_u64..9));
    (needs(), largest).prop_map(|(mut needs, largest)| {
        if let (Some((month, less)), false) = (largest, needs.is_empty()) {
            let month = month.index(needs.len());
            needs[month] = 0;
            needs[month] = MAX_NEED - needs.iter().sum::<u64>() - less;
        }
        needs
    })
}

/// Adds up a plan once more, from its own words.
fn assert_adds_up(plan: &Plan, needs: &[u64], offer: &Offer) {
    assert_eq!(plan.months.len(), needs.len());
    let mut total = 0;
    let mut served = vec![0_u64; needs.len()];
    for lot in &plan.purchases {
        assert_eq!(offer.price(lot.quantity), Some(lot.amount));
        assert_eq!(u128::from(lot.rate) * u128::from(lot.quantity), lot.amount);
        assert_eq!(lot.used + lot.unused, lot.quantity);
        assert_eq!(
            lot.serves.iter().map(|served| served.quantity).sum::<u64>(),
            lot.used
        );
        let life = offer.life.map(|life| lot.month + life as usize);
        assert_eq!(lot.expires, life);
        for part in &lot.serves {
            assert!(part.quantity > 0 && part.month >= lot.month);
            assert!(life.is_none_or(|until| part.month < until));
            served[part.month] += part.quantity;
        }
        total += lot.amount;
    }
    for (month, (entry, &need)) in plan.months.iter().zip(needs).enumerate() {
        assert_eq!(entry.need, need);
        assert_eq!(entry.packs, served[month]);
        assert_eq!(entry.packs + entry.payg + entry.uncovered, need);
        match offer.pay_as_you_go {
            Some(payg) => {
                assert_eq!(entry.uncovered, 0);
                assert_eq!(entry.blocks, entry.payg.div_ceil(payg.block));
                assert_eq!(entry.amount, payg.price * u128::from(entry.blocks));
            }
            None => assert_eq!((entry.payg, entry.blocks, entry.amount), (0, 0, 0)),
        }
        total += entry.amount;
    }
    assert_eq!(plan.total, total);
    assert_eq!(plan.saves, plan.separately as i128 - total as i128);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_adds_up(offer in offers(), needs in any_needs()) {
        let plan = cheapest(&needs, &offer).unwrap();
        assert_adds_up(&plan, &needs, &offer);
        prop_assert!(plan.months.iter().all(|month| month.uncovered == 0));
        prop_assert!(plan.saves >= 0);
        prop_assert!(plan.purchases.iter().all(|lot| lot.quantity <= MAX_PACK));
        // At most one purchase a month, in the month of its first unit.
        prop_assert!(plan.purchases.windows(2).all(|two| two[0].month < two[1].month));
        for lot in &plan.purchases {
            prop_assert_eq!(lot.serves.first().map(|part| part.month), Some(lot.month));
        }
    }

    #[test]
    fn months_on_their_own_cost_what_separately_says(offer in offers(), needs in any_needs()) {
        let plan = cheapest(&needs, &offer).unwrap();
        let mut separately = 0;
        for &need in &needs {
            separately += cheapest(&[need], &offer).unwrap().total;
        }
        prop_assert_eq!(plan.separately, separately);
    }

    #[test]
    fn more_need_never_costs_less(
        offer in offers(),
        needs in needs(),
        month in any::<prop::sample::Index>(),
        more in 0_u64..200_000,
    ) {
        prop_assume!(!needs.is_empty());
        let less = cheapest(&needs, &offer).unwrap().total;
        let mut needs = needs;
        let month = month.index(needs.len());
        needs[month] = (needs[month] + more).min(MAX_QUANTITY);
        prop_assert!(cheapest(&needs, &offer).unwrap().total >= less);
    }

    #[test]
    fn a_longer_life_never_costs_more(offer in offers(), needs in needs(), more in 1_u32..40) {
        let shorter = cheapest(&needs, &offer).unwrap().total;
        let mut longer = offer;
        longer.life = longer.life.map(|life| life + more);
        prop_assert!(cheapest(&needs, &longer).unwrap().total <= shorter);
        longer.life = None;
        prop_assert!(cheapest(&needs, &longer).unwrap().total <= shorter);
    }

    #[test]
    fn two_plans_joined_never_beat_the_joint_one(
        offer in offers(),
        one in needs(),
        two in needs(),
    ) {
        // In time, where each plan's packs may serve the other's months.
        let split = |needs: &[u64]| cheapest(needs, &offer).unwrap().total;
        let mut joint = one.clone();
        joint.extend(&two);
        joint.truncate(36);
        let two_after: Vec<u64> = joint.iter().skip(one.len()).copied().collect();
        prop_assert!(split(&joint) <= split(&one) + split(&two_after));
        // Side by side. Pay as you go is left out: there, packs of the one
        // may be used up by the other in a month where that saves no block.
        let mut offer = offer.clone();
        offer.pay_as_you_go = None;
        let split = |needs: &[u64]| cheapest(needs, &offer).unwrap().total;
        let length = one.len().max(two.len());
        let at = |needs: &[u64], month: usize| needs.get(month).copied().unwrap_or(0);
        let sum: Vec<u64> = (0..length)
            .map(|m| (at(&one, m) / 2) + (at(&two, m) / 2))
            .collect();
        let half = |needs: &[u64]| needs.iter().map(|n| n / 2).collect::<Vec<_>>();
        prop_assert!(split(&sum) <= split(&half(&one)) + split(&half(&two)));
    }

    #[test]
    fn a_cheapest_plan_is_no_dearer_than_any_other(
        offer in offers(),
        needs in needs(),
        tries in prop::collection::vec((any::<prop::sample::Index>(), 0_u64..40), 0..8),
    ) {
        prop_assume!(!needs.is_empty());
        let best = cheapest(&needs, &offer).unwrap();
        prop_assert!(best.total <= top_up(&needs, &offer).unwrap().total);
        let purchases: Vec<Purchase> = tries
            .iter()
            .map(|(month, more)| Purchase {
                month: month.index(needs.len()),
                quantity: offer.min + more * offer.step,
            })
            .collect();
        let given = buy(&needs, &offer, &purchases).unwrap();
        assert_adds_up(&given, &needs, &offer);
        if given.months.iter().all(|month| month.uncovered == 0) {
            prop_assert!(best.total <= given.total);
        }
    }

    #[test]
    fn a_huge_month_costs_the_last_rate_for_every_step_more(
        offer in offers(),
        needs in needs(),
        month in any::<prop::sample::Index>(),
        more in 1_u64..1_000,
    ) {
        prop_assume!(!needs.is_empty());
        let mut needs = needs;
        let month = month.index(needs.len());
        needs[month] = needs[month].clamp(5_000_000, MAX_QUANTITY - 100_000_000);
        let before = cheapest(&needs, &offer).unwrap().total;
        let block = offer.pay_as_you_go.map_or(offer.step, |payg| payg.block);
        needs[month] += more * block;
        let rate = offer.tiers.last().unwrap().rate;
        let after = before + u128::from(rate) * u128::from(more * block);
        prop_assert_eq!(cheapest(&needs, &offer).unwrap().total, after);
    }

    /// Only proportions matter: in units three times as small, all is the same.
    #[test]
    fn units_do_not_matter(offer in offers(), needs in needs()) {
        let needs: Vec<u64> = needs.iter().map(|n| n / 3).collect();
        let plan = cheapest(&needs, &offer).unwrap();
        let mut offer = offer;
        offer.min *= 3;
        offer.step *= 3;
        offer.tiers.iter_mut().for_each(|tier| tier.from *= 3);
        if let Some(payg) = &mut offer.pay_as_you_go {
            payg.block *= 3;
            payg.price *= 3;
        }
        let needs: Vec<u64> = needs.iter().map(|n| n * 3).collect();
        let tripled = cheapest(&needs, &offer).unwrap();
        prop_assert_eq!(plan.total * 3, tripled.total);
        let bought = |plan: &Plan, times| -> Vec<(usize, u64)> {
            plan.purchases.iter().map(|lot| (lot.month, lot.quantity * times)).collect()
        };
        prop_assert_eq!(bought(&plan, 3), bought(&tripled, 1));
    }

    /// A further tier at the same rate changes nothing, though the planner then
    /// looks at far more states: all of many, not the few of a single tier.
    #[test]
    fn a_tier_at_the_same_rate_changes_nothing(
        offer in offers(),
        needs in needs(),
        min in 1_u64..60,
        more in 1_u64..9,
    ) {
        let mut offer = offer;
        offer.tiers.truncate(1);
        offer.min = min * offer.step;
        offer.tiers[0].from = offer.min;
        if let Some(payg) = &mut offer.pay_as_you_go {
            payg.price = u128::from(offer.tiers[0].rate) * u128::from(payg.block);
        }
        let plan = cheapest(&needs, &offer).unwrap();
        offer.tiers.push(Tier {
            from: offer.min + more * offer.step,
            rate: offer.tiers[0].rate,
        });
        prop_assert_eq!(plan, cheapest(&needs, &offer).unwrap());
    }

    /// Each pack is bought in the month in which those before it run out, no larger than that month
    /// takes.
    #[test]
    fn a_balance_is_topped_up_when_it_runs_out(offer in offers(), needs in any_needs()) {
        let plan = top_up(&needs, &offer).unwrap();
        assert_adds_up(&plan, &needs, &offer);
        let mut bought: Vec<Purchase> = Vec::new();
        loop {
            let so_far = buy(&needs, &offer, &bought).unwrap();
            let short = so_far.months.iter().position(|month| month.payg + month.uncovered > 0);
            let next = plan.purchases.get(bought.len());
            prop_assert_eq!(next.map(|lot| lot.month), short);
            let Some((lot, month)) = next.zip(short) else {
                break;
            };
            let missing = so_far.months[month].payg + so_far.months[month].uncovered;
            prop_assert_eq!(lot.quantity, missing.next_multiple_of(offer.step).max(offer.min));
            bought.push(Purchase { month, quantity: lot.quantity });
        }
    }

    /// Whatever comes in, there is an answer or an error.
    #[test]
    fn nothing_traps(
        sizes in any::<[u64; 4]>(),
        bits in any::<[u32; 6]>(),
        rates in prop::collection::vec(any::<(u64, u64)>(), 0..5),
        payg in prop::option::of(any::<(u64, u128)>()),
        life in any::<Option<u32>>(),
        needs in prop::collection::vec(any::<u64>(), 0..40),
        buys in prop::collection::vec(any::<(usize, u64)>(), 0..5),
    ) {
        // Of all magnitudes, or nothing would get beyond the first check.
        let small = |n: u64, bits: u32| n.checked_shr(bits % 64).unwrap_or(0);
        let step = small(sizes[1], bits[1]);
        let offer = Offer {
            min: small(sizes[0], bits[0]).checked_next_multiple_of(step).unwrap_or(0),
            step,
            tiers: rates
                .iter()
                .map(|&(from, rate)| Tier { from: small(from, bits[2]), rate: small(rate, bits[3]) })
                .collect(),
            max: None,
            life,
            pay_as_you_go: payg.map(|(block, price)| PayAsYouGo {
                block: small(block, bits[4]),
                price,
            }),
        };
        let needs: Vec<u64> = needs.iter().map(|&n| small(n, bits[5])).collect();
        let buys: Vec<Purchase> = buys
            .iter()
            .map(|&(month, quantity)| Purchase { month: month % 37, quantity })
            .collect();
        let _ = (cheapest(&needs, &offer), top_up(&needs, &offer), buy(&needs, &offer, &buys));
        let _ = (offer.price(sizes[2]), offer.rate(sizes[3]));
    }
}

/// 5,000 and more in single units, valid for a year.
fn minutes() -> Offer {
    Offer {
        min: 5_000,
        step: 1,
        tiers: vec![Tier {
            from: 5_000,
            rate: 8,
        }],
        max: None,
        life: Some(12),
        pay_as_you_go: None,
    }
}

#[test]
fn the_largest_demand_is_exact() {
    let mut offer = minutes();
    offer.tiers[0].rate = ratecard::packs::MAX_RATE;
    let plan = cheapest(&[MAX_QUANTITY; 36], &offer).unwrap();
    assert_eq!(plan.total, 36_000_000_000_000 * 1_000_000_000_000_000_000);
    assert_eq!(plan.purchases.len(), 3);
    // A fixed size of the largest pack, at the highest rate.
    offer.min = MAX_QUANTITY;
    offer.step = MAX_QUANTITY;
    offer.tiers[0].from = MAX_QUANTITY;
    offer.life = Some(1);
    let plan = cheapest(&[1; 36], &offer).unwrap();
    assert_eq!(plan.total, 36_000_000_000_000 * 1_000_000_000_000_000_000);
}

/// The finest tiers and blocks that the rules allow, every month in a class of
/// its own: more states than are kept.
#[test]
fn the_finest_offer_allowed() {
    let step = 37;
    let mut offer = Offer {
        min: 100 * step,
        step,
        tiers: vec![
            Tier {
                from: 100 * step,
                rate: 9,
            },
            Tier {
                from: 2_000 * step,
                rate: 8,
            },
            Tier {
                from: 10_000 * step,
                rate: 7,
            },
        ],
        max: None,
        life: Some(12),
        pay_as_you_go: None,
    };
    let needs: Vec<u64> = (0..36).map(|m| 37 * 20_000 + 1 + m * 37 * 99).collect();
    let plan = cheapest(&needs, &offer).unwrap();
    assert_adds_up(&plan, &needs, &offer);
    // The need of all months, in whole steps at the last rate, is a bound.
    let least = needs.iter().sum::<u64>().next_multiple_of(step) * 7;
    assert_eq!(plan.total, u128::from(least));
    offer.pay_as_you_go = Some(PayAsYouGo {
        block: 10_000,
        price: 70_000,
    });
    let needs: Vec<u64> = needs.iter().map(|need| need / 9).collect();
    let plan = cheapest(&needs, &offer).unwrap();
    assert_adds_up(&plan, &needs, &offer);
}

#[test]
fn nothing_needed_costs_nothing() {
    for needs in [&[][..], &[0], &[0; 36]] {
        let plan = cheapest(needs, &minutes()).unwrap();
        assert_eq!((plan.total, plan.purchases.len()), (0, 0));
        assert_eq!(plan.months.len(), needs.len());
    }
}

#[test]
fn bounds_are_errors() {
    let offer = minutes();
    assert_eq!(cheapest(&[1; 37], &offer), Err(Error::TooManyMonths(37)));
    assert_eq!(
        cheapest(&[1, MAX_NEED], &offer),
        Err(Error::NeedTooLarge(1))
    );
    assert_eq!(
        cheapest(&[0, u64::MAX, u64::MAX], &offer),
        Err(Error::NeedTooLarge(1))
    );
    let all = cheapest(&[MAX_NEED], &offer).unwrap();
    assert_eq!(all.purchases[0].quantity, MAX_NEED);
    let bought = |month, quantity| buy(&[1, 2], &offer, &[Purchase { month, quantity }]);
    assert_eq!(bought(2, 5_000), Err(Error::PurchaseMonth(0)));
    assert_eq!(bought(0, 4_999), Err(Error::PurchaseQuantity(0)));
    assert!(bought(1, 5_001).is_ok());
}

#[test]
fn rules_are_named() {
    let broken = |change: fn(&mut Offer)| {
        let mut offer = minutes();
        change(&mut offer);
        offer.check().unwrap_err()
    };
    let tier = |from, rate| Tier { from, rate };
    assert_eq!(broken(|o| o.tiers.clear()), Rule::FirstTier);
    assert_eq!(broken(|o| o.tiers[0].from = 5_001), Rule::FirstTier);
    assert_eq!(broken(|o| o.min = 0), Rule::Minimum);
    assert_eq!(broken(|o| o.step = 3), Rule::Minimum);
    assert_eq!(broken(|o| o.step = 0), Rule::Step);
    assert_eq!(broken(|o| o.life = Some(0)), Rule::Life);
    assert_eq!(broken(|o| o.max = Some(9_000)), Rule::LastTierClosed);
    assert_eq!(broken(|o| o.tiers[0].rate = u64::MAX), Rule::Rate(0));
    let with = |tiers: &[Tier]| {
        let mut offer = minutes();
        offer.tiers.extend(tiers);
        offer.check()
    };
    assert_eq!(with(&[tier(6_000, 9)]), Err(Rule::RisingRate(1)));
    assert_eq!(
        with(&[tier(6_000, 7), tier(6_000, 6)]),
        Err(Rule::TierOrder(2))
    );
    assert_eq!(with(&[tier(10_000, 7)]), Ok(()));
    assert_eq!(with(&[tier(10_001, 7)]), Err(Rule::TopTier));
    let many = [tier(9_000, 7), tier(9_500, 6), tier(10_000, 5)];
    assert_eq!(with(&many[1..]), Ok(()));
    assert_eq!(with(&many), Err(Rule::Tiers));
    let payg = |block, price| {
        let mut offer = minutes();
        offer.pay_as_you_go = Some(PayAsYouGo { block, price });
        offer.check()
    };
    assert_eq!(payg(0, 0), Err(Rule::Block));
    assert_eq!(payg(10_000, 80_000), Ok(()));
    assert_eq!(payg(10_001, 80_008), Err(Rule::Block));
    assert_eq!(payg(10, 81), Err(Rule::PayAsYouGoRate));
}
