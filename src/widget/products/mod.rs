//! All products, of which the visitor chooses one.

mod offer;

use leptos::ev;
use leptos::prelude::*;

use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::pieces::button;
use crate::widget::state::State;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{phrase, say, say_label};
use offer::Offer;

/// A button for each product, with what it costs at least.
///
/// The list is made anew as a whole where cards or day are others; visitors change neither here.
pub(in crate::widget) fn products(state: State) -> Node {
    let list = move || {
        let known = state.catalog().zip(state.question());
        let offers = known.map(|(catalog, question)| Offer::all(&catalog, &question));
        let offers = offers.unwrap_or_default().into_iter();
        many(offers.map(|offer| tag::li().child(product_button(state, offer))))
    };

    tag::div()
        .part("products")
        .class("stack")
        .child(tag::p().class("help").child(say(state, "ui-products-help")))
        .child(
            tag::ul()
                .class("products")
                .attr("aria-labelledby", "name")
                .child(list),
        )
        .into_node()
}

/// The id of a product's button.
fn button_id(product: &str) -> String {
    format!("product-{product}")
}

/// A product to choose.
fn product_button(state: State, offer: Offer) -> Element {
    let Offer {
        product,
        label,
        facts,
        tagline,
        is_there,
    } = offer;
    let id = button_id(&product);
    let (name, about) = (format!("{id}-name"), format!("{id}-about"));
    let hook = product.to_string();
    let title = match label {
        Some(label) => say_label(state, &label),
        None => product.to_string().into_node(),
    };
    let facts = facts.into_iter();
    let facts = facts.map(|word| tag::span().class("fact").child(phrase(state, word)));
    let tagline = tagline.map(|text| tag::span().part("tagline").child(say_label(state, &text)));
    let choose = move |event| {
        hand_over(&event, String::from("#name"));
        state.choose_product(&product);
    };

    tag::button()
        .attr("type", "button")
        .part("product")
        .attr("id", id)
        .attr("data-product", hook)
        .attr("disabled", !is_there)
        .attr("aria-labelledby", name.clone())
        .attr("aria-describedby", about.clone())
        .on(ev::click, choose)
        .child(
            tag::span()
                .class("product-name")
                .attr("id", name)
                .child(title),
        )
        .child(
            tag::span()
                .class("facts")
                .attr("id", about)
                .child(tagline)
                .child(many(facts)),
        )
}

/// The way back to all products, where there is one.
pub(in crate::widget) fn back_to_products(state: State) -> Element {
    let back = move |event| {
        let Some(question) = untrack(|| state.question()) else {
            return;
        };
        hand_over(&event, format!("#{}", button_id(&question.item.product)));
        state.leave_product();
    };

    button(state, "ui-products-all")
        .class("button back")
        .attr("id", "products")
        .attr("hidden", move || {
            state.is_open() || !state.has_all_products()
        })
        .on(ev::click, back)
}
