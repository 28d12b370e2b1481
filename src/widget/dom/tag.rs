//! A function for each element that the views use, by its name.

use super::Element;

macro_rules! tags {
    ($make:ident: $($tag:ident),* $(,)?) => {$(
        #[doc = concat!("The element `", stringify!($tag), "`.")]
        pub(in crate::widget) fn $tag() -> Element {
            Element::$make(stringify!($tag))
        }
    )*};
}

tags!(html:
    a, button, caption, dd, details, div, dl, dt, fieldset, figcaption, figure, footer, h2, h3, header,
    input, label, legend, li, ol, option, p, section, select, slot, span, summary, table, tbody, td, tfoot,
    th, thead, tr, ul,
);

#[cfg(not(target_arch = "wasm32"))]
tags!(html: template);

tags!(svg: defs, g, line, path, pattern, rect, svg, text, title);
