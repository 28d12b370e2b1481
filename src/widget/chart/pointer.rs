//! Reading a drawing with the pointer.

use std::sync::Arc;

use leptos::ev;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys;

use crate::widget::dom::{Element, tag};
use crate::widget::shared::axis::LENGTH;

/// The pane above a drawing: `point` hears where the pointer stands from the left, `choose` where it is pressed.
pub(super) fn pane(
    point: impl Fn(Option<u64>) + Send + Sync + 'static,
    choose: impl Fn(u64) + Send + Sync + 'static,
) -> Element {
    let point = Arc::new(point);
    let leave = Arc::clone(&point);
    let press = move |event: web_sys::MouseEvent| {
        if let Some(place) = place(&event) {
            choose(place);
        }
    };
    tag::div()
        .class("pane")
        .on(ev::pointermove, move |event| point(place(&event)))
        .on(ev::pointerleave, move |_| leave(None))
        .on(ev::click, press)
}

/// Where an event was, from the left of what hears of it.
fn place(event: &web_sys::MouseEvent) -> Option<u64> {
    let pane = event.current_target()?;
    let pane = pane.unchecked_into::<web_sys::Element>();
    let x = u64::try_from(event.offset_x()).unwrap_or_default();
    let width = u64::try_from(pane.client_width()).ok()?;
    Some(x.saturating_mul(LENGTH).checked_div(width)?.min(LENGTH))
}
