//! What is read, and what is not.

use super::{Reader, Unread, Why};
use crate::locale::NumberSigns;

const ENGLISH: NumberSigns = NumberSigns::ENGLISH;

const fn signs(group: char, decimal: char) -> NumberSigns {
    NumberSigns {
        group,
        decimal,
        ..ENGLISH
    }
}

const GERMAN: NumberSigns = signs('.', ',');
const FRENCH: NumberSigns = signs('\u{202f}', ',');
const SWISS: NumberSigns = signs('’', '.');
const POLISH: NumberSigns = signs('\u{a0}', ',');

fn persian() -> NumberSigns {
    let groups = ["۱", "۲۳۴", "۵۶۷", "۸۹۰"];
    NumberSigns::of(&groups, '٬', '٫').unwrap()
}

fn chinese() -> NumberSigns {
    let groups = ["一", "二三四", "五六七", "八九〇"];
    NumberSigns::of(&groups, ',', '.').unwrap()
}

fn read_by(text: &str, signs: NumberSigns, language: &str, unit: &[&str]) -> Result<u64, Unread> {
    let unit = || unit.iter().copied().map(String::from).collect();
    let unit = &unit;
    let reader = Reader {
        signs,
        language,
        unit,
    };
    reader.read(text)
}

fn read(text: &str, signs: NumberSigns) -> Result<u64, Unread> {
    read_by(text, signs, "en", &["visitor", "visitors", "位访客"])
}

fn all_are(number: u64, signs: NumberSigns, texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text, signs), Ok(number), "{text:?}");
    }
}

fn unread(why: Why, proposals: &[u64]) -> Result<u64, Unread> {
    let proposals = proposals.to_vec();
    Err(Unread { why, proposals })
}

#[test]
fn digits_with_whatever_groups_them() {
    all_are(
        25_000,
        ENGLISH,
        &[
            "25000",
            "25,000",
            "25 000",
            "25\u{a0}000",
            "25\u{202f}000",
            "25\u{2009}000",
            "25\u{3000}000",
            " 25’000 ",
            "25'000",
            "25_000",
            "25٬000",
            "25000.00",
            "25,000.00",
            "25,000.0000",
            "25 000,00",
            "25.000,00",
            "25000.",
            "25000٫0",
            "２５０００",
            "２５，０００",
            "𝟐𝟓𝟬𝟘𝟶",
            "٢٥٠٠٠",
            "۲۵٬۰۰۰",
            "२५,०००",
            "025000",
            "25000\n",
            "25000\r\n",
            "\t25000\t",
        ],
    );
    all_are(
        1_234_567,
        ENGLISH,
        &[
            "1,234,567",
            "1.234.567",
            "1 234 567",
            "1'234'567",
            "12,34,567",
        ],
    );
    all_are(100_000, ENGLISH, &["1,00,000", "100,000", "1٬00٬000"]);
    all_are(0, ENGLISH, &["0", "0.0", "0.000", "0,000", "000"]);
    all_are(1_234, ENGLISH, &["1,234"]);
}

#[test]
fn the_own_signs_of_a_language() {
    for signs in [GERMAN, FRENCH, SWISS, POLISH, persian()] {
        all_are(
            25_000,
            signs,
            &["25000", "25 000", "25'000", "25\u{a0}000", "25٬000"],
        );
    }
    all_are(
        25_000,
        GERMAN,
        &["25.000", "25.000,00", "25.000,0", "25,000.00", "25000,0"],
    );
    all_are(
        25_000,
        FRENCH,
        &["25 000,00", "25.000,00", "25,000.00", "25000.00"],
    );
    all_are(
        25_000,
        persian(),
        &["۲۵۰۰۰", "۲۵٬۰۰۰", "۲۵٬۰۰۰٫۰۰", "۲۵ ۰۰۰"],
    );
    all_are(
        25_000,
        chinese(),
        &["二五,〇〇〇", "二五〇〇〇", "25,000", "二五千"],
    );
    // In groups of two, as one language has them.
    let twos = NumberSigns {
        groups: (2, 2),
        ..POLISH
    };
    all_are(1_020, twos, &["10 20", "1 020"]);
}

#[test]
fn what_is_not_seen_means_nothing() {
    all_are(
        25_000,
        ENGLISH,
        &[
            "\u{202d}25,000\u{202c}",
            "\u{200e}25,000\u{200f}",
            "\u{feff}25,000",
            "2\u{200b}5,0\u{ad}00",
            "\u{2066}25,000\u{2069}",
            "\u{61c}25,000",
            "\u{2060}25\u{fe0f}000",
            "\u{202a}25,000\u{202c}\u{e0020}\u{34f}\u{180e}",
        ],
    );
}

#[test]
fn magnitudes() {
    for (text, number) in [
        ("60k", 60_000),
        ("60 K", 60_000),
        ("６０Ｋ", 60_000),
        ("1.5k", 1_500),
        ("1.5M", 1_500_000),
        (".5m", 500_000),
        ("2m", 2_000_000),
        ("2 million", 2_000_000),
        ("1.2 bn", 1_200_000_000),
        ("1.2bn.", 1_200_000_000),
        ("2,500k", 2_500_000),
        ("2 万", 20_000),
        ("2万", 20_000),
        ("2.5萬", 25_000),
        ("1.5億", 150_000_000),
        ("1.5亿", 150_000_000),
        ("3千", 3_000),
        ("3千万", 30_000_000),
        ("3百万", 3_000_000),
        ("2万5千", 25_000),
        ("2万5000", 25_000),
        ("1億2000万", 120_000_000),
        ("1億2000万5000", 120_005_000),
        ("1k500", 1_500),
        ("2 juta 500 ribu", 2_500_000),
        ("5 lakh", 500_000),
        ("1.5 crore", 15_000_000),
        ("1000000000000", 1_000_000_000_000),
        ("1 trillion", 1_000_000_000_000),
        ("0k", 0),
    ] {
        assert_eq!(read(text, ENGLISH), Ok(number), "{text}");
    }
    for (text, number) in [
        ("1,5 jt", 1_500_000),
        ("60rb", 60_000),
        ("60 ribu", 60_000),
        ("1,5 miliar", 1_500_000_000),
        ("2.500 rb", 2_500_000),
    ] {
        assert_eq!(read_by(text, GERMAN, "id", &[]), Ok(number), "{text}");
    }
    // A million to some, `miliar` to others.
    let asked = read_by("1,5 M", GERMAN, "id-ID", &[]);
    assert_eq!(asked, unread(Why::Ambiguous, &[1_500_000, 1_500_000_000]));
    for (text, why, proposals) in [
        ("1.2345k", Why::NotWhole, &[][..]),
        ("1.234k", Why::Ambiguous, &[1_234, 1_234_000]),
        ("1,5k", Why::Groups, &[1_500]),
        ("2万5", Why::NoNumber, &[]),
        ("5k 300", Why::NoNumber, &[]),
        ("5千2万", Why::NoNumber, &[]),
        ("k", Why::NoNumber, &[]),
        ("5kk", Why::NoNumber, &[]),
        ("99999999999999999999k", Why::Outside(None), &[]),
        ("18446744073709551615k", Why::Outside(None), &[]),
    ] {
        assert_eq!(read(text, ENGLISH), unread(why, proposals), "{text}");
    }
}

#[test]
fn the_unit_of_the_field() {
    for text in [
        "25000 visitors",
        "25,000 VISITORS",
        "25000visitor",
        "25,000 访客",
        "25000位访客",
        "25k visitors",
        "25千访客",
        "2.5 万位访客",
        "25000 vis",
    ] {
        assert_eq!(read(text, ENGLISH), Ok(25_000), "{text}");
    }
    let minutes = |text| read_by(text, ENGLISH, "en", &["minute", "minutes each"]);
    for (text, number) in [
        ("30 minutes", 30),
        ("30 min.", 30),
        ("1 minute", 1),
        ("30 mi", 30),
        ("30M", 30_000_000),
        ("30k minutes", 30_000),
    ] {
        assert_eq!(minutes(text), Ok(number), "{text}");
    }
    for text in ["30m", "30 m"] {
        assert_eq!(minutes(text), unread(Why::Ambiguous, &[30, 30_000_000]));
    }
    let messages = |text| read_by(text, ENGLISH, "en", &["messages each"]);
    assert_eq!(messages("30m"), Ok(30_000_000));
    assert_eq!(messages("30 m"), unread(Why::Ambiguous, &[30, 30_000_000]));
    for text in [
        "25000 seats",
        "visitors",
        "$25000",
        "25000 visitorss",
        "25000 visitors 3",
        "25000 k visitors k",
    ] {
        assert_eq!(read(text, ENGLISH), unread(Why::NoNumber, &[]), "{text}");
    }
}

#[test]
fn what_can_be_two_numbers_is_asked_about() {
    for (text, signs, why, proposals) in [
        ("25.000", ENGLISH, Why::Ambiguous, &[25, 25_000][..]),
        ("25,000", GERMAN, Why::Ambiguous, &[25, 25_000]),
        ("25,000", FRENCH, Why::Ambiguous, &[25, 25_000]),
        ("25.000", FRENCH, Why::Ambiguous, &[25, 25_000]),
        ("25,000", SWISS, Why::Ambiguous, &[25, 25_000]),
        ("25.000", SWISS, Why::Ambiguous, &[25, 25_000]),
        ("25,000", persian(), Why::Ambiguous, &[25, 25_000]),
        ("25,000.000", GERMAN, Why::Ambiguous, &[25_000, 25_000_000]),
        ("1.234", ENGLISH, Why::NotWhole, &[1_234]),
        ("1,234", GERMAN, Why::NotWhole, &[1_234]),
        ("1.234,567", ENGLISH, Why::NotWhole, &[1_234_567]),
        ("25,00", ENGLISH, Why::Groups, &[2_500, 25]),
        ("25.00", GERMAN, Why::Groups, &[2_500, 25]),
        ("025,000", ENGLISH, Why::Groups, &[25_000, 25]),
    ] {
        assert_eq!(read(text, signs), unread(why, proposals), "{text}");
    }
    all_are(25, ENGLISH, &["25.00", "25.0", "25.0000"]);
    all_are(25, GERMAN, &["25,00"]);
    all_are(25, FRENCH, &["25,00", "25.00"]);
}

#[test]
fn groups_of_other_lengths_are_none() {
    for text in [
        "10 20",
        "10,20",
        "10'20",
        "10  200",
        "1,0000",
        "10,",
        ",000",
        "1,,000",
        "1,00",
        "1 00 000",
        "1.5.2",
        "10,20.00",
        "1,000,00",
        "10٫20٫30",
        "10,000 000",
        "1,000'000",
        "1.234,567.8",
    ] {
        let why = read(text, ENGLISH).map_err(|unread| unread.why);
        assert_eq!(why, Err(Why::Groups), "{text}");
    }
}

#[test]
fn what_is_no_whole_number() {
    for text in [
        "",
        "-1",
        "+1",
        "−5",
        "1e3",
        "ten",
        ".",
        "'",
        "25000/month",
        "#N/A",
        "=1+1",
        "½",
        "10-20",
    ] {
        assert_eq!(read(text, ENGLISH), unread(Why::NoNumber, &[]), "{text}");
    }
    for text in ["1.5", "0.5", "1,234.5", "0.500", "1٫5", "1.5 visitors"] {
        assert_eq!(read(text, ENGLISH), unread(Why::NotWhole, &[]), "{text}");
    }
    assert_eq!(read("1,5", GERMAN), unread(Why::NotWhole, &[]));
    let large = read("99999999999999999999999", ENGLISH);
    assert_eq!(large, unread(Why::Outside(None), &[]));
}

#[test]
fn cells_of_a_table_are_not_one_number() {
    for (text, cells) in [
        ("10\t20", 2),
        ("10\n20\n30", 3),
        ("10\r\n20\r\n", 2),
        ("1\u{2028}000", 2),
        ("10\u{b}200", 2),
    ] {
        assert_eq!(
            read(text, ENGLISH),
            unread(Why::Cells(cells), &[]),
            "{text:?}"
        );
    }
}

/// What ICU4X writes, as `Intl` does in the browser, where all languages are tried.
#[cfg(feature = "prerender")]
#[test]
fn what_is_shown_is_read() {
    use crate::locale::Format as _;
    use crate::widget::Icu;

    for tag in [
        "en",
        "zh-CN",
        "ja",
        "id",
        "de",
        "de-CH",
        "de-AT",
        "fr",
        "es",
        "pl",
        "pt-PT",
        "sv",
        "hi",
        "bn",
        "mr",
        "ne",
        "my",
        "fa",
        "ar-EG",
        "ar-AE",
        "ur",
        "he",
        "ta",
        "th-u-nu-thai",
        "zh-u-nu-hanidec",
        "ckb",
        "dz",
        "en-ZA",
    ] {
        let format = Icu::new(tag, tag).unwrap();
        assert_eq!(format.language(), tag);
        for power in 0..=12 {
            let number = 10_u64.pow(power);
            for number in [number - 1, number, number + 1, number * 12_345 / 10_000] {
                let text = format.number(number);
                assert_eq!(
                    read(&format!("{text} "), format.number_signs()),
                    Ok(number),
                    "{tag}: {text}"
                );
            }
        }
    }
}

/// Every numbering system of Unicode, by the digits of mathematics to those of Adlam.
#[test]
fn the_zeros_are_in_order_and_apart() {
    let zeros = super::plain::ZEROS;
    assert!(zeros.windows(2).all(|pair| pair[1] - pair[0] >= 10));
    for zero in zeros {
        let digits: Option<String> = (zero..zero + 10).map(char::from_u32).collect();
        let digits = digits.unwrap();
        assert!(digits.chars().all(char::is_numeric), "{digits}");
        assert_eq!(
            read(&format!("{digits}1"), ENGLISH),
            Ok(1_234_567_891),
            "{digits}"
        );
    }
}
