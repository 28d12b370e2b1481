//! The columns of the picture with their axis, and the words in them.

use super::timeline::{BASE, Stack, Timeline};
use crate::money::Currency;
use crate::widget::dom::{Element, many, tag};
use crate::widget::shared::axis::{LENGTH, percent};
use crate::widget::shared::kind::filled;
use crate::widget::shared::labels::{Label, levels, step_levels, width};
use crate::widget::state::State;
use crate::word::{Arg, Word};

/// The height of the pill, half of a digit in it, and the room for words above a column, in hundredths of a `rem`.
const PILL: u64 = 140;
const PILL_TEXT: u64 = 96;
const ABOVE: u64 = 45;
const OVER_AMOUNT: u64 = 140;
/// The room for the names of months below the columns.
const BELOW: u64 = 250;
/// Up to so many columns are kept slender.
const FEW: usize = 4;
/// From so many columns on, the words of the first and of the last begin and end with these.
const MANY: usize = 8;

/// A length as attributes have it, so that it grows with the letters.
pub(super) fn rem(hundredths: u64) -> String {
    format!("{}.{:02}rem", hundredths / 100, hundredths % 100)
}

/// Columns, axis and words. Where nothing is paid, there are the months alone.
pub(super) fn drawing(state: State, timeline: &Timeline) -> [Option<Element>; 3] {
    let base = base(timeline);
    let height = rem(base.saturating_add(BELOW));
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
        .attr("height", height.clone())
        .child(many(lines))
        .child(line("base", base));
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
        .attr("height", height)
        .child(first_day(state, timeline, axis))
        .child(trial_end(timeline))
        .child(columns(state, timeline))
        .child(amounts(state, timeline, axis))
        .child(months(state, timeline, axis));
    let names = (!timeline.marks.is_empty()).then_some(names);
    [Some(lines), names, Some(picture)]
}

/// Where the columns stand.
fn base(timeline: &Timeline) -> u64 {
    match timeline.marks.is_empty() {
        true => PILL.saturating_add(ABOVE),
        false => BASE,
    }
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
    let to = first.map_or(base(timeline), |stack| {
        stack.top.saturating_sub(OVER_AMOUNT)
    });
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
        // A picture within the picture, for those who count them.
        .attr("aria-hidden", "true")
        .child(dashes("today", PILL, to))
        .child(pill)
        .child(said)
}

/// The day on which a trial ends.
fn trial_end(timeline: &Timeline) -> Option<Element> {
    let on = timeline.trial_end?;
    let mark = dashes("trial-end", PILL, base(timeline))?;
    let x = percent(timeline.scale.place(on));
    let mark = mark.attr("x1", x.clone()).attr("x2", x);
    Some(
        mark.attr("data-mark", "trial-end")
            .attr("data-value", on.to_string()),
    )
}

/// A line down, from one height to another.
fn dashes(class: &'static str, from: u64, to: u64) -> Option<Element> {
    let line = tag::line()
        .attr("class", class)
        .attr("y1", rem(from))
        .attr("y2", rem(to));
    (from < to).then_some(line)
}

/// A month each.
fn columns(state: State, timeline: &Timeline) -> Element {
    let columns = timeline.stacks.iter().enumerate().map(|(index, stack)| {
        let (from, to) = sides(timeline, index);
        let x = percent(from);
        let width = percent(to.saturating_sub(from));
        let parts = stack.parts.iter().map(|part| {
            filled(part.kind)
                .attr("data-money", part.kind.as_str())
                .attr("data-value", part.amount.to_string())
                .attr("x", x.clone())
                .attr("width", width.clone())
                .attr("y", rem(part.y))
                .attr("height", rem(part.height))
                .attr("rx", "2.5")
        });
        tag::g()
            .class("cal-column")
            .attr("data-mark", "payment")
            .attr("data-value", month_hook(stack))
            .child(title(state, stack, timeline.currency))
            .child(many(parts))
    });
    tag::g().child(many(columns))
}

/// The amounts over the columns, before all of them.
fn amounts(state: State, timeline: &Timeline, axis: u64) -> Element {
    let stacks = timeline.stacks.iter();
    let texts = stacks.map(|stack| state.argument(Arg::Money(stack.paid, timeline.currency)));
    let texts: Vec<String> = texts.collect();
    let labels = amount_labels(timeline, &texts);
    let only: Vec<Label> = labels.iter().map(|(_, label)| *label).collect();
    let words = labels.into_iter().zip(levels(&only, axis));
    let words = words.filter_map(|((index, label), level)| {
        let class = match is_key(&timeline.stacks, index) {
            true => "cal-amount strong at-",
            false => "cal-amount at-",
        };
        let top = timeline.stacks.get(index)?.top.saturating_sub(ABOVE);
        let word = word(class, level?, top, texts.get(index)?.clone());
        Some(bound(word, label))
    });
    tag::g().child(many(words))
}

/// The names of months and of years below the columns.
fn months(state: State, timeline: &Timeline, axis: u64) -> Element {
    let stacks = &timeline.stacks;
    let base = base(timeline);
    let names = stacks.iter().map(|stack| state.month_name(stack.month));
    let names: Vec<String> = names.collect();
    let labels = name_labels(timeline, &names);
    let levels_of_names = step_levels(&labels, axis, &[1, 3, 6, 12]);
    let names = names
        .into_iter()
        .zip(levels_of_names)
        .zip(labels)
        .enumerate();
    let names = names.filter_map(|(index, ((name, level), label))| {
        let class = match index {
            0 => "cal-month strong at-",
            _ => "cal-month at-",
        };
        let name = word(class, level?, base.saturating_add(115), name);
        Some(bound(name, label))
    });
    let years = year_labels(timeline);
    let only: Vec<Label> = years.iter().map(|(_, label)| *label).collect();
    let years = years.into_iter().zip(levels(&only, axis));
    let years = years.filter_map(|((year, label), level)| {
        let y = base.saturating_add(215);
        Some(bound(
            word("cal-year at-", level?, y, year.to_string()),
            label,
        ))
    });
    tag::g().child(many(names)).child(many(years))
}

/// A word at the place of its label.
fn bound(word: Element, label: Label) -> Element {
    let anchor = match label.reach {
        (0, _) => "start",
        (_, 0) => "end",
        _ => "middle",
    };
    word.attr("x", percent(label.place))
        .attr("text-anchor", anchor)
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

/// Whether an amount says more than others: the first, the largest, and the last where that is another one.
fn is_key(stacks: &[Stack], index: usize) -> bool {
    let paid = |index: usize| {
        let stack = stacks.get(index).filter(|stack| !stack.paid.is_zero());
        stack.map(|stack| stack.paid)
    };
    let last = (0..stacks.len()).rfind(|index| paid(*index).is_some());
    let is_last = last == Some(index) && index.checked_sub(1).and_then(paid) != paid(index);
    let most = stacks.iter().map(|stack| stack.paid).max();
    let peak = stacks.iter().position(|stack| Some(stack.paid) == most);
    index == 0 || is_last || Some(index) == peak
}

/// The amounts with their columns, by their importance: those that are worth most, then what is more than in the
/// month before, then every eighth, fourth, second one.
fn amount_labels(timeline: &Timeline, texts: &[String]) -> Vec<(usize, Label)> {
    /// What is paid again and again is told where there is room for all of it.
    const REPEATED: usize = 3;
    let stacks = &timeline.stacks;
    let paid = |index: usize| stacks.get(index).map(|stack| stack.paid);
    let rises = |index: usize| index.checked_sub(1).and_then(paid) < paid(index);
    let rank = |index: usize| {
        let stride = index.trailing_zeros().min(3);
        (
            !is_key(stacks, index),
            !rises(index),
            3_u32.saturating_sub(stride),
        )
    };
    let mut order: Vec<usize> = (0..stacks.len())
        .filter(|index| paid(*index).is_some_and(|paid| !paid.is_zero()))
        .collect();
    order.sort_by_key(|index| rank(*index));
    let labels = order.into_iter().filter_map(|index| {
        // What says more than others is never left out because it stands near the end.
        let is_late = index.saturating_mul(4) >= stacks.len().saturating_mul(3);
        let wide = width(texts.get(index)?);
        let label = edged(timeline, index, wide, is_late && is_key(stacks, index));
        let from = match is_key(stacks, index) || rises(index) {
            true => 0,
            false => REPEATED,
        };
        let between = clear_of_columns(timeline, index);
        let down = stacks.get(index).map(|stack| stack.top);
        let label = Label {
            from,
            down,
            between,
            ..label
        };
        Some((index, label))
    });
    labels.collect()
}

/// How far the word over a column reaches at most: to the next columns that are taller than it stands.
fn clear_of_columns(timeline: &Timeline, index: usize) -> (u64, u64) {
    let stacks = &timeline.stacks;
    let foot = stacks
        .get(index)
        .map(|stack| stack.top.saturating_sub(ABOVE));
    let is_taller = |place: &usize| {
        let top = stacks.get(*place).map(|stack| stack.top);
        top.zip(foot).is_some_and(|(top, foot)| top < foot)
    };
    let before = (0..index).rfind(is_taller);
    let after = (index.saturating_add(1)..stacks.len()).find(is_taller);
    (
        before.map_or(0, |place| sides(timeline, place).1),
        after.map_or(LENGTH, |place| sides(timeline, place).0),
    )
}

/// Where a column begins and ends, as it is drawn.
fn sides(timeline: &Timeline, index: usize) -> (u64, u64) {
    let at = u64::try_from(index).unwrap_or_default();
    let (begins, ends) = month_of(timeline, at);
    let (before, wide) = slender(timeline);
    let share = |of: u64| share_of(ends.saturating_sub(begins), of);
    let from = begins.saturating_add(share(before));
    (from, from.saturating_add(share(wide)))
}

/// Where the place of a column begins and ends.
fn month_of(timeline: &Timeline, at: u64) -> (u64, u64) {
    let scale = timeline.scale;
    (scale.begins(at), scale.begins(at.saturating_add(1)))
}

/// What of the width of its place is before a column, and what it takes, in hundredths.
fn slender(timeline: &Timeline) -> (u64, u64) {
    match timeline.stacks.len() {
        ..=FEW => (32, 36),
        _ => (18, 64),
    }
}

/// So many hundredths of a width.
fn share_of(width: u64, hundredths: u64) -> u64 {
    let parts = width.saturating_mul(hundredths);
    parts.checked_div(100).unwrap_or_default()
}

/// A word at a column: over its middle, but within the first and the last where there are many, and the end of its
/// column where it is to end there.
fn edged(timeline: &Timeline, index: usize, wide: u64, ends_there: bool) -> Label {
    let at = u64::try_from(index).unwrap_or_default();
    let (begins, ends) = sides(timeline, index);
    let label = Label::over(timeline.scale.middle(at), wide);
    let count = timeline.stacks.len();
    let is_last = index.saturating_add(1) == count;
    let (place, reach) = match (index, is_last || ends_there) {
        _ if count < MANY => (label.place, label.reach),
        (0, _) => (begins, (0, wide)),
        (_, true) => (ends, (wide, 0)),
        _ => (label.place, label.reach),
    };
    Label {
        place,
        reach,
        ..label
    }
}

/// Where the names of months stand. Each is taken for as wide as the widest: it would look odd if only short ones
/// were there.
fn name_labels(timeline: &Timeline, names: &[String]) -> Vec<Label> {
    let wide = names.iter().map(|name| width(name)).max();
    let labels = (0..names.len()).map(|index| match index {
        0 => Label::over(timeline.scale.middle(0), wide.unwrap_or_default()),
        _ => edged(timeline, index, wide.unwrap_or_default(), false),
    });
    labels.collect()
}

/// The years, below the first month and below every January.
fn year_labels(timeline: &Timeline) -> Vec<(i16, Label)> {
    let stacks = timeline.stacks.iter().enumerate();
    let labels = stacks.filter_map(|(index, stack)| {
        let (year, month, _) = stack.month.year_month_day();
        let at = u64::try_from(index).ok()?;
        let label = Label::over(timeline.scale.middle(at), width("2026"));
        (index == 0 || month == 1).then_some((year, label))
    });
    labels.collect()
}
