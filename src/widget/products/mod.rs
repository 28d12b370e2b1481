//! All products, of which the visitor chooses one.

mod offer;

use leptos::prelude::*;

use crate::widget::state::State;
use crate::widget::words::focus::hand_over;
use crate::widget::words::phrase::{Phrase, Say};
use offer::Offer;

/// A button for each product, with what it costs at least.
///
/// The list is made anew as a whole where cards or day are others; visitors change neither here.
#[component]
pub(in crate::widget) fn Products(
    /// The widget.
    state: State,
) -> impl IntoView {
    let list = move || {
        let known = state.catalog().zip(state.question());
        let offers = known.map(|(catalog, question)| Offer::all(&catalog, &question));
        let offers = offers.unwrap_or_default().into_iter();
        let buttons = offers.map(|offer| button(state, offer));
        buttons.collect::<Vec<_>>()
    };
    view! {
        <div part="products" class="stack">
            <p class="help">
                <Say state id="ui-products-help" />
            </p>
            <ul class="products" aria-labelledby="name">
                {list}
            </ul>
        </div>
    }
}

/// The id of a product's button.
fn button_id(product: &str) -> String {
    format!("product-{product}")
}

fn button(state: State, offer: Offer) -> AnyView {
    let Offer {
        product,
        label,
        facts,
        is_there,
    } = offer;
    let id = button_id(&product);
    let at = |what: &str| format!("{id}-{what}");
    let (name, about) = (at("name"), at("about"));
    let (named, told) = (name.clone(), about.clone());
    let hook = product.to_string();
    let title = match label {
        Some(label) => state.label(&label),
        None => product.to_string(),
    };
    let facts = facts.into_iter().map(|word| {
        view! {
            <span class="fact">
                <Phrase state word />
            </span>
        }
    });
    let facts: Vec<_> = facts.collect();
    let choose = move |event| {
        hand_over(&event, String::from("#name"));
        state.choose_product(&product);
    };
    view! {
        <li>
            <button
                type="button"
                part="product"
                class="product"
                id=id
                data-product=hook
                disabled=!is_there
                aria-labelledby=named
                aria-describedby=told
                on:click=choose
            >
                <span class="product-name" id=name>
                    {title}
                </span>
                <span class="facts" id=about>
                    {facts}
                </span>
            </button>
        </li>
    }
    .into_any()
}

/// The way back to all products, where there is one.
#[component]
pub(in crate::widget) fn BackToProducts(
    /// The widget.
    state: State,
) -> impl IntoView {
    let back = move |event| {
        let Some(question) = untrack(|| state.question()) else {
            return;
        };
        hand_over(&event, format!("#{}", button_id(&question.item.product)));
        state.leave_product();
    };
    let hidden = move || state.is_open() || !state.has_all();
    view! {
        <button
            type="button"
            part="button"
            class="button back"
            id="products"
            hidden=hidden
            on:click=back
        >
            <Say state id="ui-products-all" />
        </button>
    }
}
