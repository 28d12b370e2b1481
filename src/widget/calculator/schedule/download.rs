//! What is taken along: a file of the payments, and the page on paper.

use leptos::prelude::document;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::HtmlElement;
use leptos::web_sys::js_sys::{Array, Function, Object, Reflect, global};

use super::csv::csv;
use super::rows::{Paid, Row, rows};
use crate::widget::shared::asked::Asked;
use crate::widget::state::{Picture, State};
use crate::word::Word;

/// Offers the payments as a file. Nothing is made of them before somebody asks for it, and nothing is left after.
pub(super) fn save(state: State) {
    let Some(picture) = state.picture() else {
        return;
    };
    let Some(text) = text(state, &picture) else {
        return;
    };
    let edition = picture.chosen().map(|item| item.edition.to_string());
    let parts = [
        picture.card.product.to_string(),
        edition.unwrap_or_default(),
        picture.request.start.to_string(),
    ];
    // A browser that has no such thing has no file; the table is on the page all the same.
    let _ = offer(&text, &format!("{}.csv", parts.join("-")));
}

/// Prints the page.
pub(super) fn print() {
    let _ = call(&global(), "print", &Array::new());
}

/// The payments and their total as text, with figures as they are exactly. Each row says what it is of: so what is put
/// together of several files stays apart.
fn text(state: State, picture: &Picture) -> Option<String> {
    let item = picture.chosen()?;
    let edition = picture.card.edition(&item.edition)?;
    let asked = Word::new("ui-asked-all");
    let asked = Asked::list(state, picture, &state.question()?, asked);
    let of = [
        state.label(&picture.card.label),
        state.label(&edition.label),
        state.say(&asked),
    ];
    let heads = [
        "ui-product",
        "ui-choose-edition",
        "ui-asked",
        "ui-on",
        "ui-paid-for",
        "ui-quantity",
        "ui-price",
        "ui-amount",
        "ui-so-far",
        "ui-currency",
    ];
    let mut lines = vec![heads.map(|id| state.say(&Word::new(id))).to_vec()];
    let rows = rows(picture)?;
    let payments = rows.iter().filter_map(|row| match row {
        Row::Paid(paid) => Some([of.as_slice(), &line(state, paid)].concat()),
        Row::Month { .. } => None,
    });
    lines.extend(payments);
    let total = item.total?.to_string();
    let name = state.say(&Word::new("ui-total"));
    let currency = picture.card.currency.code().into();
    let nothing = String::new;
    let sum = [
        nothing(),
        name,
        nothing(),
        nothing(),
        total,
        nothing(),
        currency,
    ];
    lines.push([of.as_slice(), &sum].concat());
    Some(csv(&lines))
}

/// A payment.
fn line(state: State, paid: &Paid) -> [String; 7] {
    [
        paid.on.to_string(),
        state.label(&paid.label),
        paid.quantity.to_string(),
        paid.unit_price.to_string(),
        paid.amount.to_string(),
        paid.so_far.to_string(),
        paid.currency.code().into(),
    ]
}

/// Has the browser save a text as a file of a name.
fn offer(text: &str, name: &str) -> Result<(), JsValue> {
    let blob: Function = Reflect::get(&global(), &"Blob".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"text/csv;charset=utf-8".into())?;
    let blob = Reflect::construct(&blob, &Array::of2(&Array::of1(&text.into()), &options))?;
    let urls = Reflect::get(&global(), &"URL".into())?;
    let address = call(&urls, "createObjectURL", &Array::of1(&blob))?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &address.as_string().unwrap_or_default())?;
    link.set_attribute("download", name)?;
    link.click();
    call(&urls, "revokeObjectURL", &Array::of1(&address))?;
    Ok(())
}

fn call(on: &JsValue, name: &str, with: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &name.into())?.dyn_into()?;
    Reflect::apply(&function, on, with)
}
