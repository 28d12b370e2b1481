//! The columns of the picture with their axis, and the words in them.

use super::labels::{Label, levels, width};
use super::timeline::{BASE, HEIGHT, Stack, Timeline};
use crate::money::Currency;
use crate::widget::dom::{Element, many, tag};
use crate::widget::shared::axis::percent;
use crate::widget::shared::kind::filled;
use crate::widget::state::State;
use crate::word::{Arg, Word};

/// The height of the pill, half of a digit in it, and the room for words above a column, in hundredths of a `rem`.
const PILL: u64 = 140;
const PILL_TEXT: u64 = 96;
const ABOVE: u64 = 45;
const OVER_AMOUNT: u64 = 140;
/// From so many columns on, the words of the first and of the last begin and end with these.
const MANY: usize = 8;

/// A length as attributes have it, so that it grows with the letters.
pub(super) fn rem(hundredths: u64) -> String {
    format!("{}.{:02}rem", hundredths / 100, hundredths % 100)
}

/// Columns, axis and words.
pub(super) fn drawing(state: State, timeline: &Timeline) -> [Element; 3] {
    let marks = timeline.marks.iter().filter(|(height, _)| *height > 0);
    let said = |(height, amount)| {
        let amount = state.argument(Arg::Money(amount, timeline.currency));
        (height, amount)
    };
    let marks: Vec<(u64, String)> = marks.copied().map(said).collect();
    let widest = marks.iter().map(|(_, text)| width(text)).max();
    let axis = widest.unwrap_or_default().saturating_add(50);

    let lines = marks
        .iter()
        .map(|(height, _)| line("grid", BASE.saturating_sub(*height)));
    let lines = tag::svg()
        .class("cal-lines")
        .attr("aria-hidden", "true")
        .attr("height", rem(HEIGHT))
        .child(many(lines))
        .child(line("base", BASE));
    let names = marks.into_iter().rev();
    let names = tag::div()
        .class("cal-axis")
        .attr("aria-hidden", "true")
        .child(many(names.map(|(_, text)| tag::span().child(text))));
    let picture = tag::svg()
        .class("cal-picture")
        .attr("role", "img")
        .attr("aria-labelledby", "calendar")
        .attr("aria-describedby", "calendar-key")
        .attr("height", rem(HEIGHT))
        .child(first_day(state, timeline, axis))
        .child(trial_end(timeline))
        .child(columns(state, timeline, axis));
    [lines, names, picture]
}

/// A line from side to side.
fn line(class: &'static str, y: u64) -> Element {
    tag::line()
        .attr("class", class)
        .attr("x2", "100%")
        .attr("y1", rem(y))
        .attr("y2", rem(y))
}

/// The day on which it begins.
fn first_day(state: State, timeline: &Timeline, axis: u64) -> Element {
    let text = match timeline.is_today {
        true => state.say(&Word::new("ui-today")),
        false => state.date(timeline.start),
    };
    let wide = width(&text).saturating_add(90);
    let half = wide.div_ceil(2);
    // Never beyond the beginning of the axis.
    let left = half.min(axis);
    let first = timeline
        .stacks
        .first()
        .filter(|stack| !stack.parts.is_empty());
    let to = first.map_or(BASE, |stack| stack.top.saturating_sub(OVER_AMOUNT));
    let pill = tag::rect()
        .class("pill")
        .attr("x", format!("-{}", rem(left)))
        .attr("width", rem(wide))
        .attr("height", rem(PILL))
        .attr("rx", rem(PILL.div_ceil(2)));
    let said = tag::text()
        .class("pill-text")
        .attr(
            "x",
            match half >= left {
                true => rem(half.saturating_sub(left)),
                false => String::from("0"),
            },
        )
        .attr("y", rem(PILL_TEXT))
        .attr("text-anchor", "middle")
        .child(text);
    tag::svg()
        .attr("x", percent(timeline.scale.place(timeline.start)))
        .attr("overflow", "visible")
        .child(dashes("today", PILL, to))
        .child(pill)
        .child(said)
}

/// The day on which a trial ends.
fn trial_end(timeline: &Timeline) -> Option<Element> {
    let on = timeline.trial_end?;
    let mark = tag::svg()
        .attr("x", percent(timeline.scale.place(on)))
        .attr("overflow", "visible")
        .attr("data-mark", "trial-end")
        .attr("data-value", on.to_string());
    Some(mark.child(dashes("trial-end", PILL, BASE)))
}

/// A line down, from one height to another.
fn dashes(class: &'static str, from: u64, to: u64) -> Option<Element> {
    let line = tag::line()
        .attr("class", class)
        .attr("y1", rem(from))
        .attr("y2", rem(to));
    (from < to).then_some(line)
}

/// A month each, with the words that there is room for.
fn columns(state: State, timeline: &Timeline, axis: u64) -> Element {
    let stacks = &timeline.stacks;
    let count = stacks.len();
    let amounts = stacks.iter();
    let amounts = amounts.map(|stack| state.argument(Arg::Money(stack.paid, timeline.currency)));
    let amounts: Vec<String> = amounts.collect();
    let names: Vec<String> = stacks
        .iter()
        .map(|stack| state.month_name(stack.month))
        .collect();
    let amount_levels = amount_levels(timeline, &amounts, axis);
    let name_levels = name_levels(timeline, &names, axis);
    let year_levels = year_levels(timeline, axis);

    let columns = stacks.iter().zip(amounts).zip(names).enumerate();
    let columns = columns.map(|(index, ((stack, amount), name))| {
        let at = u64::try_from(index).unwrap_or_default();
        let begins = timeline.scale.begins(at);
        let ends = timeline.scale.begins(at.saturating_add(1));
        let (year, _, _) = stack.month.year_month_day();
        let level = |levels: &[Option<usize>]| levels.get(index).copied().flatten();
        let (x, anchor) = anchor(index, count);
        let is_key = is_key(stacks, index);
        let over = level(&amount_levels).map(|level| {
            let class = match is_key {
                true => "cal-amount strong at-",
                false => "cal-amount at-",
            };
            word(class, level, stack.top.saturating_sub(ABOVE), amount)
                .attr("x", x)
                .attr("text-anchor", anchor)
        });
        let below = |class, y, levels: &[Option<usize>], text| {
            let text = level(levels).map(|level| word(class, level, y, text));
            text.map(|text| text.attr("x", "50%").attr("text-anchor", "middle"))
        };
        let class = match index {
            0 => "cal-month strong at-",
            _ => "cal-month at-",
        };
        tag::svg()
            .class("cal-column")
            .attr("x", percent(begins))
            .attr("width", percent(ends.saturating_sub(begins)))
            .attr("overflow", "visible")
            .attr("data-mark", "payment")
            .attr("data-value", month_hook(stack))
            .child(title(state, stack, timeline.currency))
            .child(many(stack.parts.iter().map(|part| {
                filled(part.kind)
                    .attr("data-money", part.kind.as_str())
                    .attr("data-value", part.amount.to_string())
                    .attr("x", "18%")
                    .attr("width", "64%")
                    .attr("y", rem(part.y))
                    .attr("height", rem(part.height))
                    .attr("rx", "2.5")
            })))
            .child(over)
            .child(below(class, BASE.saturating_add(115), &name_levels, name))
            .child(below(
                "cal-year at-",
                BASE.saturating_add(215),
                &year_levels,
                year.to_string(),
            ))
    });
    tag::g().class("cal-months").child(many(columns))
}

/// The month of a column as the hook on the page says it.
fn month_hook(stack: &Stack) -> String {
    let day = stack.month.to_string();
    day.get(..7).map(String::from).unwrap_or(day)
}

/// What the browser shows when a column is pointed at.
fn title(state: State, stack: &Stack, currency: Currency) -> Element {
    let amount = state.argument(Arg::Money(stack.paid, currency));
    tag::title().child([state.month(stack.month), amount].join(" · "))
}

fn word(class: &'static str, level: usize, y: u64, text: String) -> Element {
    tag::text()
        .attr("class", format!("{class}{level}"))
        .attr("y", rem(y))
        .child(text)
}

/// Where the amount of a column is bound to it.
const fn anchor(index: usize, count: usize) -> (&'static str, &'static str) {
    if count < MANY {
        return ("50%", "middle");
    }
    match (index, index.saturating_add(1) == count) {
        (0, _) => ("18%", "start"),
        (_, true) => ("82%", "end"),
        _ => ("50%", "middle"),
    }
}

/// Whether an amount says more than others: the first, the largest, the last.
fn is_key(stacks: &[Stack], index: usize) -> bool {
    let paid = |index: &usize| {
        stacks
            .get(*index)
            .is_some_and(|stack| !stack.paid.is_zero())
    };
    let last = (0..stacks.len()).rfind(paid);
    let most = stacks.iter().map(|stack| stack.paid).max();
    let peak = stacks.iter().position(|stack| Some(stack.paid) == most);
    index == 0 || Some(index) == last || Some(index) == peak
}

/// The order of columns by the importance of their words: those that are worth most, then every eighth, fourth,
/// second one.
fn ranked(count: usize, strides: &[usize], is_first: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).filter(|index| is_first(*index)).collect();
    for stride in strides {
        let further = (0..count).filter(|index| index.checked_rem(*stride) == Some(0));
        let further: Vec<usize> = further.filter(|index| !order.contains(index)).collect();
        order.extend(further);
    }
    order
}

/// The levels of words in the order of the columns.
fn by_column(
    timeline: &Timeline,
    order: &[usize],
    axis: u64,
    label: impl Fn(usize) -> Label,
) -> Vec<Option<usize>> {
    let labels: Vec<Label> = order.iter().map(|index| label(*index)).collect();
    let mut by_column = vec![None; timeline.stacks.len()];
    for (index, level) in order.iter().zip(levels(&labels, axis)) {
        if let Some(found) = by_column.get_mut(*index) {
            *found = level;
        }
    }
    by_column
}

fn amount_levels(timeline: &Timeline, amounts: &[String], axis: u64) -> Vec<Option<usize>> {
    /// What is paid again and again is told where there is room for all of it.
    const REPEATED: usize = 3;
    let stacks = &timeline.stacks;
    let order = ranked(stacks.len(), &[8, 4, 2, 1], |index| is_key(stacks, index));
    let paid = |index: usize| stacks.get(index).map(|stack| stack.paid);
    let order: Vec<usize> = order
        .into_iter()
        .filter(|index| paid(*index).is_some_and(|paid| !paid.is_zero()))
        .collect();
    by_column(timeline, &order, axis, |index| {
        let wide = amounts.get(index).map_or(0, |text| width(text));
        let at = u64::try_from(index).unwrap_or_default();
        let (begins, ends) = (
            timeline.scale.begins(at),
            timeline.scale.begins(at.saturating_add(1)),
        );
        let edge = ends.saturating_sub(begins).saturating_mul(18);
        let edge = edge.checked_div(100).unwrap_or_default();
        let before = index.checked_sub(1).and_then(paid);
        let is_repeated = !is_key(stacks, index) && before == paid(index);
        let label = match anchor(index, stacks.len()) {
            (_, "start") => Label {
                place: begins.saturating_add(edge),
                reach: (0, wide),
                from: 0,
            },
            (_, "end") => Label {
                place: ends.saturating_sub(edge),
                reach: (wide, 0),
                from: 0,
            },
            _ => Label::over(timeline.scale.middle(at), wide),
        };
        Label {
            from: if is_repeated { REPEATED } else { 0 },
            ..label
        }
    })
}

fn name_levels(timeline: &Timeline, names: &[String], axis: u64) -> Vec<Option<usize>> {
    // As wide as the widest: it would look odd if only short names stood there.
    let wide = names
        .iter()
        .map(|name| width(name))
        .max()
        .unwrap_or_default();
    let order = ranked(names.len(), &[12, 6, 3, 1], |_| false);
    by_column(timeline, &order, axis, |index| {
        let at = u64::try_from(index).unwrap_or_default();
        Label::over(timeline.scale.middle(at), wide)
    })
}

fn year_levels(timeline: &Timeline, axis: u64) -> Vec<Option<usize>> {
    let begins_year = |index: usize| {
        let month = timeline.stacks.get(index).map(|stack| stack.month);
        index == 0 || month.is_some_and(|month| month.year_month_day().1 == 1)
    };
    let order = ranked(timeline.stacks.len(), &[], begins_year);
    by_column(timeline, &order, axis, |index| {
        let at = u64::try_from(index).unwrap_or_default();
        Label::over(timeline.scale.middle(at), width("2026"))
    })
}
