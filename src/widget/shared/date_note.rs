//! That a first day is far from the day of the prices, or a last one behind that of other prices.

use crate::calendar::{Date, MonthKind};
use crate::card::Catalog;
use crate::engine::later_card;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::state::{Picture, State};
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// A quiet line where the first day is before the rate card took effect, or more than a year after the day
/// that picked it, or where a later rate card is in force before the last day.
pub(in crate::widget) fn date_note(state: State) -> Node {
    let note = Memo::new(move |_| {
        let picture = state.picture()?;
        far_from_prices(&picture).or_else(|| before_others(&*state.catalog()?, &picture))
    });

    (move || {
        let (hook, word) = note.get()?;
        Some(
            tag::p()
                .part("date-note")
                .class("help")
                .attr("data-first-day", hook)
                .child(phrase(state, word)),
        )
    })
    .into_node()
}

/// The hook, and what is said.
fn far_from_prices(picture: &Picture) -> Option<(&'static str, Word)> {
    let card = &picture.card;
    let (as_of, start) = (picture.request.as_of, picture.request.start);
    let (hook, id) = match relation(card.effective, as_of, start)? {
        Relation::Before => ("before", "ui-first-day-before"),
        Relation::LongAfter => ("long-after", "ui-first-day-long-after"),
    };
    let updated = card.source(&card.source).and_then(|source| source.updated);
    let word = Word::new(id).with("start", Arg::Date(start));
    Some((
        hook,
        match card.effective.or(updated) {
            Some(date) => word.with("date", Arg::Date(date)),
            None => word,
        },
    ))
}

/// That other prices are known for a part of the months. What is sold on request has none to change.
fn before_others(catalog: &Catalog, picture: &Picture) -> Option<(&'static str, Word)> {
    let item = picture.chosen().filter(|item| !item.is_on_request())?;
    let asked = picture.compared.item.rate_card.as_ref();
    let from = match asked {
        // Who has named a rate card wants that one.
        Some(_) => None,
        None => later_card(
            catalog,
            (picture.request.start, picture.request.months),
            item,
        ),
    };
    let word = Word::new("ui-later-prices")
        .with("from", Arg::Date(from?))
        .with("day", Arg::Date(picture.request.as_of));
    Some(("before-others", word))
}

/// How a first day lies to the prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    /// They were not in force yet.
    Before,
    /// They may no longer be.
    LongAfter,
}

fn relation(effective: Option<Date>, as_of: Date, start: Date) -> Option<Relation> {
    if effective.is_some_and(|effective| start < effective) {
        return Some(Relation::Before);
    }
    // At the end of the calendar there is nothing after a year.
    let a_year_on = MonthKind::CalendarMonth.start_of(as_of, 12)?;
    (start > a_year_on).then_some(Relation::LongAfter)
}

#[cfg(test)]
mod tests {
    use super::{Relation, before_others, relation};
    use crate::calendar::Date;
    use crate::engine::Item;
    use crate::widget::state::{Picture, Question};

    #[test]
    fn other_prices_within_the_months_are_told() {
        let catalog = crate::catalog();
        let told = |start: &str, months, rate_card: Option<&str>| {
            let mut question = Question::new(Date::parse(start).unwrap());
            question.item = Item::new("contact-center", "premium");
            question.item.rate_card = rate_card.map(Into::into);
            question.months = months;
            let picture = Picture::of(&catalog, &question).unwrap();
            let word = before_others(&catalog, &picture).map(|(_, word)| word);
            word.map(|word| word.to_string())
        };
        let said =
            "Other prices are in force from 2026-05-13 on. All months are priced as of 2026-04-01.";
        assert_eq!(told("2026-04-01", 3, None).as_deref(), Some(said));
        assert_eq!(told("2026-04-01", 1, None), None);
        assert_eq!(told("2026-05-13", 12, None), None);
        assert_eq!(
            told("2026-04-01", 3, Some("contact-center/2024-05-07")),
            None
        );
    }

    #[test]
    fn the_first_day_and_the_day_of_the_prices() {
        let day = |text: &str| Date::parse(text).unwrap();
        let of = |effective: Option<&str>, as_of, start| {
            relation(effective.map(day), day(as_of), day(start))
        };
        let card = Some("2024-07-22");
        for (effective, as_of, start, expected) in [
            (card, "2026-11-29", "2026-11-29", None),
            (card, "2026-11-29", "2024-07-22", None),
            (card, "2026-11-29", "2024-07-21", Some(Relation::Before)),
            (card, "2026-11-29", "2020-01-01", Some(Relation::Before)),
            (card, "2026-11-29", "2027-11-29", None),
            (card, "2026-11-29", "2027-11-30", Some(Relation::LongAfter)),
            (card, "2026-11-29", "2030-12-31", Some(Relation::LongAfter)),
            (card, "2024-02-29", "2025-02-28", None),
            (card, "2024-07-22", "2026-11-29", Some(Relation::LongAfter)),
            // A card without a date was never not in force.
            (None, "2026-11-29", "2000-01-01", None),
            (None, "2026-11-29", "2030-12-31", Some(Relation::LongAfter)),
            (None, "2999-06-01", "2999-12-31", None),
        ] {
            assert_eq!(of(effective, as_of, start), expected, "{as_of} {start}");
        }
    }
}
