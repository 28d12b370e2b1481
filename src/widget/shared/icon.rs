//! Icons: a line or two each, drawn in the colour of the text around them. Words beside them say the same,
//! so that screen readers leave them out.

use crate::widget::dom::{Element, tag};

/// A tick: it is so.
pub(in crate::widget) const TICK: &str = "M3.5 8.5l3 3 6-7";
/// A dash: it is not so.
pub(in crate::widget) const DASH: &str = "M4.5 8h7";
/// A plus: more of it.
pub(in crate::widget) const PLUS: &str = "M8 3.5v9M3.5 8h9";
/// A triangle with a mark of exclamation: mind this.
pub(in crate::widget) const MIND: &str = "M8 2.5l6 10.5H2zM8 6.5v3M8 11.3v.01";
/// An arrow down: what folds opens here.
pub(in crate::widget) const FOLD: &str = "M4 6l4 4 4-4";
/// A line that rises: growth, and what it leads to.
pub(in crate::widget) const GROWTH: &str = "M2.5 11.5l3.5-4 3 2.5 4.5-6M10 4h3.5v3.5";
/// A list with ticks: what is asked for.
pub(in crate::widget) const LIST: &str =
    "M6.5 4h7M6.5 8h7M6.5 12h7M2.5 4l.7.7 1.3-1.4M2.5 8l.7.7 1.3-1.4M2.5 12l.7.7 1.3-1.4";
/// A star: the best of several.
pub(in crate::widget) const STAR: &str =
    "M8 2.2l1.5 4.3 4.3 1.5-4.3 1.5L8 13.8 6.5 9.5 2.2 8l4.3-1.5z";
/// An arrow out of a box: another page.
pub(in crate::widget) const OUT: &str = "M6 3.5H3.5v9h9V10M9 3.5h3.5V7M12.5 3.5L7.5 8.5";

/// Two links of a chain: the address of what is shown.
pub(in crate::widget) const LINK: &str = "M7 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L10.5 9M9 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L5.5 7M6.2 9.8l3.6-3.6";

/// An icon, by the path that it is drawn along.
pub(in crate::widget) fn icon(path: &'static str) -> Element {
    tag::svg()
        .class("icon")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(tag::path().attr("d", path))
}
