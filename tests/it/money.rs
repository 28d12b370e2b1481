//! Amounts against an oracle of big integers: exact, or nothing.

use crate::support;
use crate::support::decimal::Decimal;
use proptest::prelude::*;
use ratecard::money::{Amount, AmountError, Currency};
use rust_decimal::Decimal as RustDecimal;

/// Amounts of every length, from nothing to the 96 bits and 28 digits that can be held; many of
/// them full of twos and fives, so that products end in zeros.
fn amount() -> impl Strategy<Value = (Amount, Decimal)> {
    let any = (any::<u128>(), 32_u32..=128).prop_map(|(number, shift)| number >> shift.min(127));
    let round = (0_u32..=27, 1_u128..=40, 0_u32..=60)
        .prop_map(|(tens, by, twos)| (10_u128.pow(tens) * by) << twos.min(2));
    let powers = (0_u32..=41).prop_map(|fives| 5_u128.pow(fives));
    let coefficient = prop_oneof![
        4 => any,
        2 => round,
        1 => powers,
        1 => Just((1_u128 << 96) - 1),
        1 => Just(0),
    ];
    (coefficient, 0_u32..=28).prop_map(|(coefficient, scale)| {
        let coefficient = (coefficient & ((1 << 96) - 1)) as i128;
        let amount = Amount::from_parts(coefficient, scale).expect("it fits");
        (amount, Decimal::new(coefficient, scale))
    })
}

fn factor() -> impl Strategy<Value = u64> {
    prop_oneof![
        any::<u64>(),
        0..=36_u64,
        (0_u32..=19).prop_map(|tens| 10_u64.pow(tens)),
        (0_u32..=63).prop_map(|twos| 1 << twos),
        (0_u32..=27).prop_map(|fives| 5_u64.pow(fives)),
        Just(1_000_000_000_000),
    ]
}

/// An operation is exact, and refuses only what cannot be held.
fn same(got: Option<Amount>, exact: &Decimal) -> Result<(), TestCaseError> {
    match got {
        Some(amount) => prop_assert_eq!(amount.to_string(), exact.to_string()),
        None => prop_assert!(!exact.fits(), "{} can be held but was refused", exact),
    }
    Ok(())
}

proptest! {
    #![proptest_config(support::cases(4_000))]

    #[test]
    fn sums_are_exact_or_refused((a, exact_a) in amount(), (b, exact_b) in amount()) {
        same(a.checked_add(b), &(&exact_a + &exact_b))?;
    }

    #[test]
    fn differences_are_exact_or_refused((a, exact_a) in amount(), (b, exact_b) in amount()) {
        same(a.checked_sub(b), &(&exact_a - &exact_b))?;
    }

    #[test]
    fn products_are_exact_or_refused((a, exact_a) in amount(), factor in factor()) {
        same(a.checked_mul(factor), &(&exact_a * &Decimal::new(factor, 0)))?;
    }

    #[test]
    fn smallest_units_are_rounded_half_up(
        (a, exact_a) in amount(),
        parts in factor(),
        code in prop::sample::select(&["USD", "JPY", "KWD", "CLF"]),
    ) {
        let currency = code.parse().unwrap();
        match parts {
            0 => prop_assert_eq!(a.divide_to_minor_units(0, currency), None),
            parts => same(a.divide_to_minor_units(parts, currency), &exact_a.divided_for(code, parts))?,
        }
        same(a.to_minor_units(currency), &exact_a.divided_for(code, 1))?;
    }

    #[test]
    fn parts_are_taken_where_they_fit(coefficient in any::<i128>(), shift in 0_u32..=127, scale in 0_u32..=40) {
        let coefficient = coefficient >> shift;
        same(Amount::from_parts(coefficient, scale), &Decimal::new(coefficient, scale))?;
    }

    #[test]
    fn what_is_printed_is_read((a, exact) in amount()) {
        let printed = a.to_string();
        prop_assert_eq!(&printed, &exact.to_string());
        prop_assert_eq!(printed.parse::<Amount>(), Ok(a));
        prop_assert_eq!(serde_json::to_string(&a).unwrap(), format!("\"{printed}\""));
    }

    #[test]
    fn digits_are_read_exactly_or_refused(whole in "[0-9]{1,36}", fraction in "(\\.[0-9]{1,36})?") {
        let text = whole + &fraction;
        let exact = Decimal::parse(&text);
        match text.parse::<Amount>() {
            Ok(amount) => prop_assert_eq!(amount.to_string(), exact.to_string()),
            Err(error) => {
                prop_assert_eq!(error, AmountError::TooLarge);
                prop_assert!(!exact.fits(), "{} can be held but was refused", text);
            }
        }
    }

    #[test]
    fn amounts_are_ordered_as_numbers((a, exact_a) in amount(), (b, exact_b) in amount()) {
        prop_assert_eq!(a.partial_cmp(&b), exact_a.partial_cmp(&exact_b));
        prop_assert_eq!(a == b, exact_a == exact_b);
    }
}

#[test]
fn only_plain_decimals_are_read() {
    for text in [
        "", " ", ".", "1.", ".5", "-1", "+1", "1e3", "1E3", "1,000", "1_000", " 1", "1 ", "1.5.2",
        "0x10", "NaN", "inf", "１", "1.5 USD", "1.\u{0}",
    ] {
        assert_eq!(
            text.parse::<Amount>(),
            Err(AmountError::NotPlain),
            "{text:?}"
        );
    }
    for (text, printed) in [
        ("0", "0"),
        ("0.0", "0"),
        ("000", "0"),
        ("0399", "399"),
        ("399.00", "399"),
        ("0.0150", "0.015"),
    ] {
        assert_eq!(text.parse::<Amount>().unwrap().to_string(), printed);
    }
}

#[test]
fn half_a_cent_goes_up_and_less_goes_down() {
    for (amount, parts, cents) in [
        ("0.01", 2, "0.01"),
        ("0.0099", 2, "0"),
        ("0.005", 1, "0.01"),
        ("0.00499999999999999999999999", 1, "0"),
        ("2", 3, "0.67"),
        ("1", 3, "0.33"),
        ("7488", 12, "624"),
        ("0.015", 1, "0.02"),
        ("0", 36, "0"),
    ] {
        let amount: Amount = amount.parse().unwrap();
        let usd = "USD".parse().unwrap();
        let rounded = amount.divide_to_minor_units(parts, usd).unwrap();
        assert_eq!(rounded.to_string(), cents);
    }
}

#[test]
fn every_currency_has_its_own_smallest_unit() {
    // ISO 4217, list one: all that have another exponent than 2.
    let digits = [
        (
            0,
            "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
        ),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
        (2, "USD EUR CNY GBP IDR INR HUF TWD MGA MRU XXX XTS QQQ"),
    ];
    let amount: Amount = "1.23455".parse().unwrap();
    for (digits, codes) in digits {
        let rounded = ["1", "1.2", "1.23", "1.235", "1.2346"][digits];
        for code in codes.split(' ') {
            let currency: Currency = code.parse().unwrap();
            assert_eq!(usize::try_from(currency.minor_unit()), Ok(digits), "{code}");
            let shown = amount.to_minor_units(currency).unwrap();
            assert_eq!(shown.to_string(), rounded, "{code}");
        }
    }
}

/// Why amounts are wrapped. Should one of these fail, the library has changed, and its wrapper can
/// do less.
#[test]
fn the_decimal_library_rounds_where_amounts_refuse() {
    let decimal = |text: &str| RustDecimal::from_str_exact(text).unwrap();
    let amount = |text: &str| text.parse::<Amount>().unwrap();

    let (big, small) = ("7922816251426433759354395033.5", "0.05");
    let rounded = decimal(big).checked_add(decimal(small)).unwrap();
    assert_eq!(rounded.to_string(), "7922816251426433759354395034");
    assert_eq!(amount(big).checked_add(amount(small)), None);

    let tiny = "0.0000000000000000000000000001";
    let vanished = decimal(tiny).checked_mul(decimal("0.1")).unwrap();
    assert!(vanished.is_zero());

    let long = "0.12345678901234567890123456789";
    assert!(long.parse::<RustDecimal>().is_ok());
    assert_eq!(long.parse::<Amount>(), Err(AmountError::TooLarge));
}

#[test]
fn a_currency_is_three_capital_letters() {
    assert_eq!("EUR".parse(), Ok(Currency::new("EUR").unwrap()));
    for text in ["", "EU", "EURO", "eur", "E R", "E1R", "ÉUR", "€"] {
        assert!(text.parse::<Currency>().is_err(), "{text:?}");
    }
}
