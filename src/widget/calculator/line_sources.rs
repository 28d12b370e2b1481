//! The documents that the lines come from: each is told once, with the lines that are from it.

use std::sync::Arc;

use crate::card::Source;
use crate::engine::Line;
use crate::text::{Id, Text};
use crate::widget::dom::{Element, IntoNode as _, Node, many, tag};
use crate::widget::shared::icon::{OUT, icon};
use crate::widget::state::State;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// The lines of a place in a document.
#[derive(Clone, PartialEq)]
struct Cited {
    source: Arc<Source>,
    lines: Vec<(Id, Arc<Text>)>,
}

/// A row for each place in a document.
pub(super) fn line_sources(state: State) -> Node {
    let cited = state.memo_of_chosen(|item| Some(cited(&item.lines)));
    (move || {
        let cited = cited.get()?;
        let is_only_one = cited.len() == 1;
        let rows = cited.into_iter();
        let rows = rows.map(|cited| row(state, cited, is_only_one));
        Some(tag::ul().class("sources").child(many(rows)))
    })
    .into_node()
}

fn cited(lines: &[Line]) -> Vec<Cited> {
    let mut all: Vec<Cited> = Vec::new();
    for line in lines {
        let of_line = (line.charge.clone(), Arc::clone(&line.label));
        match all.iter_mut().find(|known| known.source == line.source) {
            Some(known) => known.lines.push(of_line),
            None => all.push(Cited {
                source: Arc::clone(&line.source),
                lines: vec![of_line],
            }),
        }
    }
    all
}

/// Document and section, as a link where the card has an address; the day, and which lines are from there.
fn row(state: State, cited: Cited, is_only_one: bool) -> Element {
    let Cited { source, lines } = cited;
    let place = Word::new("ui-source-place")
        .with("document", Arg::text(&source.document))
        .with("section", Arg::text(&source.section));
    let place = match source.url.clone() {
        None => tag::span().child(phrase(state, place)),
        Some(url) => tag::a()
            .attr("href", url)
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .child(phrase(state, place))
            .child(icon(OUT)),
    };
    let updated = source.updated.map(|day| {
        let day = Word::new("ui-argument").with("is", Arg::Date(day));
        tag::span().child(phrase(state, day))
    });
    // Of the only one, all lines are.
    let which = (!is_only_one).then(|| {
        let word = Word::new("ui-argument").with("is", Arg::Labels(lines));
        tag::span().child(phrase(state, word))
    });
    tag::li()
        .part("source")
        .child(place)
        .child(updated)
        .child(which)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::engine::{Demand, Item};
    use crate::widget::state::{Picture, Question};

    #[test]
    fn what_is_from_one_place_is_told_once() {
        let mut question = Question::new(Date::parse("2026-11-29").unwrap());
        question.item = Item::new("chat", "standard").with_demand("mau", Demand::Steady(25_000));
        let picture = Picture::of(&crate::catalog(), &question).unwrap();
        let lines = &picture.chosen().unwrap().lines;
        let cited = cited(lines);
        assert_eq!((lines.len(), cited.len()), (2, 1));
        assert_eq!(cited[0].lines.len(), 2);
    }
}
