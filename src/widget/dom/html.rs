//! A tree as HTML.
//!
//! Nothing answers to what a visitor does there, so its fields and buttons are written as disabled, each with
//! the attribute `data-inactive`. Who sees to what is done with them takes both away (`prepare` in
//! `pkg/element/fallback.js`).

use super::element::{Attribute, ElementData};
use super::{Node, Text};

/// Separates texts that follow one another, so that they are nodes of their own as on the page. Joined into
/// one node, their letters may stand a fraction of a pixel elsewhere.
const BETWEEN_TEXTS: &str = "<!---->";

/// Elements that have no end tag.
const VOID: [&str; 1] = ["input"];

/// What a visitor changes or presses.
const CONTROLS: [&str; 3] = ["button", "input", "select"];

/// Writes a view to the end of `html`. `after_text` says whether the last node there is a text, before and
/// after the call.
pub(super) fn write(node: Node, html: &mut String, after_text: &mut bool) {
    match node {
        Node::Nothing => {}
        Node::Text(text) if text.is_empty() => {}
        Node::Text(text) => {
            if core::mem::replace(after_text, true) {
                html.push_str(BETWEEN_TEXTS);
            }
            escape(&text, html);
        }
        Node::Element(element) => {
            write_element(*element.0, html);
            *after_text = false;
        }
        Node::Many(nodes) => {
            for node in nodes {
                write(node, html, after_text);
            }
        }
        Node::Live(read) => write(read(), html, after_text),
        Node::List(list) => {
            for row in list.0() {
                write((row.make)(), html, after_text);
            }
        }
    }
}

fn write_element(element: ElementData, html: &mut String) {
    let tag = element.tag;
    html.push('<');
    html.push_str(tag);
    let mut is_active = CONTROLS.contains(&tag);
    for (name, attribute) in element.attributes {
        let value = match attribute {
            Attribute::Fixed(value) => value,
            Attribute::Live(read) => read(),
            Attribute::Property(read) => read().into_text(),
            Attribute::On(_) => None,
        };
        is_active &= name != "disabled" || value.is_none();
        write_attribute(name, value, html);
    }
    if is_active {
        html.push_str(" disabled=\"\" data-inactive=\"\"");
    }
    html.push('>');
    if VOID.contains(&tag) {
        return;
    }
    let mut after_text = false;
    for child in element.children {
        write(child, html, &mut after_text);
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

fn write_attribute(name: &str, value: Option<Text>, html: &mut String) {
    let Some(value) = value else {
        return;
    };
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(&value, html);
    html.push('"');
}

fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{IntoNode, each, tag};
    use super::write;

    fn html(view: impl IntoNode) -> String {
        let mut html = String::new();
        write(view.into_node(), &mut html, &mut false);
        html
    }

    #[test]
    fn what_is_written_is_escaped() {
        let view = tag::p().attr("title", "\"<a>\" & b").child("1 < 2 & \"3\"");
        let written = "<p title=\"&quot;&lt;a&gt;&quot; &amp; b\">1 &lt; 2 &amp; &quot;3&quot;</p>";
        assert_eq!(html(view), written);
    }

    #[test]
    fn texts_stay_apart_and_nothing_leaves_no_trace() {
        let view = tag::p()
            .child("a")
            .child(|| "b")
            .child(None::<String>)
            .child("")
            .child(vec!["c", "d"])
            .child(tag::input())
            .child("e");
        let written = "<p>a<!---->b<!---->c<!---->d<input disabled=\"\" data-inactive=\"\">e</p>";
        assert_eq!(html(view), written);
    }

    #[test]
    fn attributes_stand_where_they_have_a_value() {
        let view = tag::input()
            .attr("hidden", false)
            .attr("readonly", || true)
            .attr("max", None::<String>)
            .holds("checked", || true)
            .holds("value", || String::from("7"));
        let written =
            "<input readonly=\"\" checked=\"\" value=\"7\" disabled=\"\" data-inactive=\"\">";
        assert_eq!(html(view), written);
    }

    #[test]
    fn what_can_be_changed_cannot_before_somebody_sees_to_it() {
        let button = |disabled| tag::button().attr("disabled", move || disabled).child("a");
        let view = vec![button(false), button(true), tag::select()];
        let written = "<button disabled=\"\" data-inactive=\"\">a</button>\
            <button disabled=\"\">a</button>\
            <select disabled=\"\" data-inactive=\"\"></select>";
        assert_eq!(html(view), written);
    }

    #[test]
    fn a_list_has_a_row_for_each() {
        let view = each(
            || vec![1, 2],
            u8::to_string,
            |n: u8| tag::li().child(n.to_string()),
        );
        assert_eq!(html(view), "<li>1</li><li>2</li>");
    }

    #[test]
    fn a_part_is_a_class_where_no_class_is_named() {
        let view = vec![
            tag::p().part("total"),
            tag::p().part("total").class("wide total"),
            tag::p().class("wide").part("total"),
        ];
        let written = "<p part=\"total\" class=\"total\"></p>\
            <p part=\"total\" class=\"wide total\"></p>\
            <p class=\"wide\" part=\"total\"></p>";
        assert_eq!(html(view), written);
    }
}
