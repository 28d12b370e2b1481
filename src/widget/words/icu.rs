//! Numbers, money and dates as browsers write them, without a browser.

use core::str::FromStr as _;

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use icu_calendar::Date as IsoDate;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{M, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use crate::calendar::Date;
use crate::locale::{Format, NumberSigns, PlainEnglish};
use crate::money::{Amount, Currency};
use crate::text::ENGLISH;

/// Figures in a language, by the Unicode project's own data: the text that `Intl` makes in a browser.
///
/// ```
/// use ratecard::locale::Format as _;
/// use ratecard::money::Currency;
/// use ratecard::widget::Icu;
///
/// let usd = Currency::new("USD").unwrap();
/// let indonesian = Icu::new("id", "id").unwrap();
/// assert_eq!(indonesian.money("1234.5".parse().unwrap(), usd), "US$1.234,50");
/// assert_eq!(indonesian.number(25_000), "25.000");
/// ```
pub struct Icu {
    language: String,
    locale: Locale,
    numbers: DecimalFormatter,
    dates: DateTimeFormatter<YMD>,
    months: DateTimeFormatter<YM>,
    month_names: DateTimeFormatter<M>,
    lists: ListFormatter,
    signs: NumberSigns,
}

impl core::fmt::Debug for Icu {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Icu").field(&self.language).finish()
    }
}

impl Icu {
    /// Labels in a language and figures as another writes them ([`Language::formats`]), both as BCP 47
    /// tags; English figures where that is no tag, as in the browser. `None` where the data in the program
    /// lacks even those.
    ///
    /// [`Language::formats`]: super::Language::formats
    #[must_use]
    pub fn new(language: &str, formats: &str) -> Option<Self> {
        let new = |formats| Self::try_new(language, formats);
        new(formats).or_else(|| new(ENGLISH))
    }

    fn try_new(language: &str, formats: &str) -> Option<Self> {
        // Other than the parser, browsers take no underscore.
        let tag = Some(formats).filter(|tag| !tag.contains('_'))?;
        let locale = Locale::try_from_str(tag).ok()?;
        let list = ListFormatterOptions::default().with_length(ListLength::Narrow);
        let numbers = DecimalFormatter::try_new((&locale).into(), Default::default()).ok()?;
        let sample = Decimal::from_str(&NumberSigns::SAMPLE.to_string()).ok()?;
        let sample = numbers.format(&sample).to_string();
        // The medium form of Japanese is 2026/11, as it has no shorter names of months; browsers write 2026年11月.
        let month = match formats.split('-').next() {
            Some("ja") => YM::long(),
            _ => YM::medium(),
        };
        Some(Self {
            language: String::from(language),
            numbers,
            dates: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok()?,
            months: DateTimeFormatter::try_new((&locale).into(), month).ok()?,
            month_names: DateTimeFormatter::try_new((&locale).into(), M::medium()).ok()?,
            lists: ListFormatter::try_new_and((&locale).into(), list).ok()?,
            signs: signs(&sample).unwrap_or(NumberSigns::ENGLISH),
            locale,
        })
    }

    /// An amount with the currency where and as the language puts it.
    fn amount(&self, amount: Amount, currency: Currency) -> Option<String> {
        let mut decimal = Decimal::from_str(&amount.to_string()).ok()?;
        let (_, scale) = amount.coefficient_and_scale();
        if scale > 0 {
            // No fewer and no more digits than in the browser.
            let half_up = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
            decimal.round_with_mode(-20, half_up);
            decimal.absolute.trim_end();
            let digits = i16::try_from(currency.minor_unit()).ok()?;
            decimal.absolute.pad_end(digits.checked_neg()?);
        }
        // ICU4X rounds money to the currency's own digits, which would hide a rate below a cent. So
        // it writes a digit, and what it puts before and behind is put around all of ours.
        let code = CurrencyType::try_from_str(currency.code()).ok()?;
        let around =
            CurrencyFormatter::try_new_symbol((&self.locale).into(), code, Default::default());
        let zero = Decimal::from(0);
        let around = around.ok()?.format_fixed_decimal(&zero).to_string();
        let is_digit = |sign: char| sign.is_numeric();
        let before = around.split(is_digit).next()?;
        let behind = around.rsplit(is_digit).next()?;
        Some(format!("{before}{}{behind}", self.numbers.format(&decimal)))
    }
}

impl Format for Icu {
    fn language(&self) -> &str {
        &self.language
    }

    fn number(&self, number: u64) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    fn money(&self, amount: Amount, currency: Currency) -> String {
        let text = self.amount(amount, currency);
        text.unwrap_or_else(|| PlainEnglish.money(amount, currency))
    }

    fn date(&self, date: Date) -> String {
        match iso(date) {
            Some(iso) => self.dates.format(&iso).to_string(),
            None => PlainEnglish.date(date),
        }
    }

    fn month(&self, from: Date) -> String {
        match iso(from).filter(|_| from == from.first_of_month()) {
            Some(iso) => self.months.format(&iso).to_string(),
            None => self.date(from),
        }
    }

    fn month_name(&self, day: Date) -> String {
        match iso(day) {
            Some(iso) => self.month_names.format(&iso).to_string(),
            None => PlainEnglish.month_name(day),
        }
    }

    fn plural(&self, language: &str, number: u64) -> &str {
        let rules = Locale::try_from_str(language)
            .ok()
            .and_then(|locale| PluralRules::try_new((&locale).into(), Default::default()).ok());
        let category = rules.map(|rules| rules.category_for(number));
        match category.unwrap_or(PluralCategory::Other) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    fn list(&self, things: &[String]) -> String {
        self.lists.format(things.iter()).to_string()
    }

    fn number_signs(&self) -> NumberSigns {
        self.signs
    }
}

/// What a language writes numbers with, by how it writes the sample of them.
fn signs(sample: &str) -> Option<NumberSigns> {
    let is_sign = |letter: char| !letter.is_alphanumeric();
    let mut between = sample.chars().filter(|letter| is_sign(*letter));
    let mut groups: Vec<&str> = sample.split(is_sign).collect();
    // The last is the fraction.
    groups.pop();
    NumberSigns::of(&groups, between.next()?, between.next_back()?)
}

fn iso(date: Date) -> Option<IsoDate<icu_calendar::Iso>> {
    let (year, month, day) = date.year_month_day();
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    IsoDate::try_new_iso(year.into(), month, day).ok()
}
