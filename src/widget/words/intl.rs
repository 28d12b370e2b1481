//! Numbers, money and dates as the browser writes them.

use core::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::calendar::Date;
use crate::locale::{Format, NumberSigns, PlainEnglish};
use crate::money::{Amount, Currency};
use crate::text::ENGLISH;

#[wasm_bindgen]
extern "C" {
    type NumberFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<NumberFormat, JsValue>;

    // Decimals go in as text: browsers format it digit by digit, without floating point.
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: &str) -> String;

    #[wasm_bindgen(method, js_name = formatToParts)]
    fn format_to_parts(this: &NumberFormat, number: f64) -> Array;

    type DateTimeFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> String;

    type PluralRules;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str) -> Result<PluralRules, JsValue>;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;

    type ListFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<ListFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, things: &Array) -> String;
}

/// Figures in a language, by the browser's `Intl`.
pub(in crate::widget) struct Intl {
    language: String,
    formats: String,
    numbers: NumberFormat,
    dates: DateTimeFormat,
    /// By language: a text may stand in another one than the numbers.
    plurals: RefCell<Vec<(String, PluralRules)>>,
    months: DateTimeFormat,
    month_names: DateTimeFormat,
    lists: ListFormat,
    signs: NumberSigns,
    /// By currency: for whole amounts, and for others.
    money: RefCell<Vec<(Currency, NumberFormat, NumberFormat)>>,
}

impl Intl {
    /// Labels in a language and figures as another writes them, or as English does where the browser
    /// does not take that tag for a language.
    pub fn new(language: &str, formats: &str) -> Option<Self> {
        Self::try_new(language, formats)
            .or_else(|_| Self::try_new(language, ENGLISH))
            .ok()
    }

    fn try_new(language: &str, formats: &str) -> Result<Self, JsValue> {
        let numbers = NumberFormat::new(formats, &JsValue::UNDEFINED)?;
        // The language's own choice of fields; it is the same natively (`icu.rs`).
        let date = options(&[("dateStyle", "medium"), ("timeZone", "UTC")])?;
        let month = options(&[("year", "numeric"), ("month", "short"), ("timeZone", "UTC")])?;
        let month_name = options(&[("month", "short"), ("timeZone", "UTC")])?;
        let list = options(&[("type", "conjunction"), ("style", "narrow")])?;
        Ok(Self {
            language: String::from(language),
            formats: String::from(formats),
            signs: signs(&numbers).unwrap_or(NumberSigns::ENGLISH),
            numbers,
            dates: DateTimeFormat::new(formats, &date)?,
            months: DateTimeFormat::new(formats, &month)?,
            month_names: DateTimeFormat::new(formats, &month_name)?,
            plurals: RefCell::default(),
            lists: ListFormat::new(formats, &list)?,
            money: RefCell::default(),
        })
    }

    /// The formatters of a currency: for whole amounts, and for others.
    fn money_formats(&self, currency: Currency) -> Result<(NumberFormat, NumberFormat), JsValue> {
        let formatter = |least: u32, most: u32| {
            let options = options(&[("style", "currency"), ("currency", currency.code())])?;
            for (key, digits) in [
                ("minimumFractionDigits", least),
                ("maximumFractionDigits", most),
            ] {
                Reflect::set(&options, &JsValue::from_str(key), &JsValue::from(digits))?;
            }
            NumberFormat::new(&self.formats, &options)
        };
        // A rate below the smallest unit shows all its digits; 20 is the most that every browser takes.
        Ok((formatter(0, 0)?, formatter(currency.minor_unit(), 20)?))
    }
}

/// What a formatter writes numbers with.
fn signs(numbers: &NumberFormat) -> Option<NumberSigns> {
    let (mut whole, mut group, mut decimal) = (Vec::new(), None, None);
    for part in numbers.format_to_parts(NumberSigns::SAMPLE) {
        let get = |key| {
            Reflect::get(&part, &JsValue::from_str(key))
                .ok()?
                .as_string()
        };
        let text = get("value")?;
        match &*get("type")? {
            "integer" => whole.push(text),
            "group" => group = text.chars().next(),
            "decimal" => decimal = text.chars().next(),
            _ => {}
        }
    }
    // Where nothing groups, anything may.
    NumberSigns::of(&whole, group.unwrap_or(','), decimal?)
}

fn options(pairs: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let options = Object::new();
    for (key, value) in pairs {
        Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value))?;
    }
    Ok(options.unchecked_into())
}

/// The beginning of a day, as JavaScript counts time.
fn milliseconds(date: Date) -> f64 {
    const EPOCH_MILLISECONDS: f64 = 946_684_800_000.0;
    const DAY_MILLISECONDS: f64 = 86_400_000.0;
    #[allow(
        clippy::cast_precision_loss,
        reason = "days of a thousand years, exact in a float"
    )]
    let days = Date::FIRST.days_until(date) as f64;
    days.mul_add(DAY_MILLISECONDS, EPOCH_MILLISECONDS)
}

impl Format for Intl {
    fn language(&self) -> &str {
        &self.language
    }

    fn number(&self, number: u64) -> String {
        self.numbers.format(&number.to_string())
    }

    fn money(&self, amount: Amount, currency: Currency) -> String {
        let mut known = self.money.borrow_mut();
        if !known.iter().any(|(known, ..)| *known == currency) {
            let Ok((whole, other)) = self.money_formats(currency) else {
                return PlainEnglish.money(amount, currency);
            };
            known.push((currency, whole, other));
        }
        let (_, scale) = amount.coefficient_and_scale();
        let found = known.iter().find(|(known, ..)| *known == currency);
        let Some((_, whole, other)) = found else {
            return PlainEnglish.money(amount, currency);
        };
        let formatter = if scale == 0 { whole } else { other };
        formatter.format(&amount.to_string())
    }

    fn date(&self, date: Date) -> String {
        self.dates.format(milliseconds(date))
    }

    fn month(&self, from: Date) -> String {
        if from == from.first_of_month() {
            self.months.format(milliseconds(from))
        } else {
            self.date(from)
        }
    }

    fn month_name(&self, day: Date) -> String {
        self.month_names.format(milliseconds(day))
    }

    fn plural(&self, language: &str, number: u64) -> &str {
        let mut rules = self.plurals.borrow_mut();
        if !rules.iter().any(|(known, _)| known == language) {
            let Ok(rule) = PluralRules::new(language) else {
                return "other";
            };
            rules.push((String::from(language), rule));
        }
        let Some((_, rule)) = rules.iter().find(|(known, _)| known == language) else {
            return "other";
        };
        #[allow(
            clippy::cast_precision_loss,
            reason = "quantities are far below 2^53; beyond, only the plural form could differ"
        )]
        let category = rule.select(number as f64);
        let known = ["zero", "one", "two", "few", "many"];
        known
            .into_iter()
            .find(|known| *known == category)
            .unwrap_or("other")
    }

    fn list(&self, things: &[String]) -> String {
        let array: Array = things
            .iter()
            .map(|thing| JsValue::from_str(thing))
            .collect();
        self.lists.format(&array)
    }

    fn number_signs(&self) -> NumberSigns {
        self.signs
    }
}
