//! The search for the cheapest packs: see the proof in the parent module.

use super::offer::{Size, Terms, price};
use super::plan::Purchase;
use super::states::{Need, States};
use crate::sort::insertion_sort;
use std::cmp::Reverse;
use std::collections::VecDeque;

/// What is still to be paid from a state on, above the last tier's rate for
/// each unit needed: the amount times [`TIE`], plus [`LOT`] for each
/// purchase, plus how many months before the last possible one it is made.
///
/// No number of purchases that could be best reaches the next amount: at most
/// one is made a month, 36 × 1,024 + 630 < 65,536. So one comparison of
/// integers compares cost, then purchases, then the sum of their months.
/// Nothing overflows: no more than 1.1 × 10¹⁴ units are ever paid at 10¹⁸ (3.6 ×
/// 10¹³ needed, and in each month less than 10¹² each beyond them in a pack and
/// in a block), so amounts stay below 2¹⁰⁷ and values below 2¹²³; sums of two of
/// them are the most that is formed.
type Value = u128;

const TIE: Value = 1 << 16;
const LOT: Value = 1 << 10;
/// Months count down from here in a value.
const LAST: usize = 35;

/// How many states are kept, about, when there are several classes. Cards as
/// they are sold stay far below; for the worst that is allowed, a class that
/// is needed again is worked out again, which takes no longer than if every
/// month began in a class of its own.
const KEPT: usize = 1 << 20;

/// A state: so many units are covered.
struct Spot {
    at: u64,
    value: Value,
}

/// The sizes of one tier, seen from a state that moves down: the least value
/// behind a pack of the tier that is used up.
struct Window {
    /// How many spots of the class have been taken in.
    taken: usize,
    /// Spots by falling position and rising value. A value counts the part
    /// of a unit's price above the last tier from 0 on, so that it need not
    /// change when the state moves.
    queue: VecDeque<(u64, Value)>,
}

/// The states that differ by whole steps, from the last one down.
struct Class {
    residue: u64,
    spots: Vec<Spot>,
    /// One for each tier.
    windows: Vec<Window>,
    /// The lowest month whose states are known.
    low: usize,
}

/// A search, and what it knows when it has ended.
struct Search<'a> {
    terms: &'a Terms,
    needs: Vec<Need>,
    states: States,
    /// The value at the start of each month that needs something, and at the
    /// end.
    starts: Vec<Value>,
    classes: Vec<Class>,
}

/// The cheapest purchases and their cost with pay as you go, or `None` should
/// the search contradict itself.
pub(super) fn cheapest(needs: &[u64], terms: &Terms) -> Option<(Vec<Purchase>, u128)> {
    let mut search = Search::new(needs, terms)?;
    search.run()?;
    let purchases = search.route()?;
    let units = search.needs.last().map_or(0, |need| need.end);
    let above = search.starts.first()?.checked_div(TIE)?;
    let total = price(terms.rate, units);
    Some((purchases, total.checked_add(above)?))
}

impl Need {
    fn tie(&self) -> Value {
        let early = LAST.saturating_sub(self.month);
        LOT.saturating_add(Value::try_from(early).unwrap_or(LOT))
    }

    /// The value of paying as you go from `at` to the end of the month.
    fn payg(&self, terms: &Terms, at: u64) -> Option<Value> {
        let block = terms.payg?;
        let rest = self.end.saturating_sub(at);
        let blocks = Value::from(rest.div_ceil(block.units));
        let amount = block.price.wrapping_mul(blocks);
        // No unit costs less than in the last tier.
        Some(value(amount.saturating_sub(price(terms.rate, rest))))
    }

    /// How far beyond the expiry of this month's packs those reach that begin
    /// at `at` and are just large enough.
    fn pad(&self, terms: &Terms, at: u64) -> u64 {
        let gap = self.limit_at.saturating_sub(at);
        let part = gap.checked_rem(terms.step).unwrap_or(0);
        match part {
            0 => 0,
            part => terms.step.saturating_sub(part),
        }
    }

    /// The packs that may be best among those that expire unless they are
    /// used up just then, by rising size, with their values.
    #[inline]
    fn last_packs(&self, terms: &Terms, at: u64, pad: u64) -> impl Iterator<Item = (u64, Value)> {
        let gap = self.limit_at.saturating_sub(at);
        let whole = gap.saturating_add(pad);
        let tie = self.tie();
        terms.sizes.iter().filter_map(move |size| {
            let quantity = whole.max(size.from);
            let unused = price(terms.rate, quantity.saturating_sub(gap));
            let value = size.above(quantity).wrapping_add(value(unused));
            (quantity <= size.to).then_some((quantity, value.wrapping_add(tie)))
        })
    }
}

/// An amount, which is above the last tier's rate, as a value.
fn value(amount: u128) -> Value {
    amount.wrapping_mul(TIE)
}

impl Size {
    /// What so many units cost above the last tier's rate, as a value.
    #[inline]
    fn above(&self, units: u64) -> Value {
        value(price(self.above, units))
    }
}

impl<'a> Search<'a> {
    fn new(needs: &[u64], terms: &'a Terms) -> Option<Self> {
        let needs = Need::list(needs, terms);
        Some(Self {
            terms,
            starts: vec![0; needs.len().checked_add(1)?],
            states: States::new(&needs, terms)?,
            needs,
            classes: Vec::new(),
        })
    }

    /// Finds the values of all states, from the last month back.
    fn run(&mut self) -> Option<()> {
        for index in (0..self.needs.len()).rev() {
            let start = self.needs.get(index)?.start;
            let residue = start.checked_rem(self.terms.step)?;
            let known = self.classes.iter().position(|c| c.residue == residue);
            let mut class = match known {
                Some(known) => self.classes.swap_remove(known),
                None => Class::new(residue, self),
            };
            class.extend(index, self)?;
            *self.starts.get_mut(index)? = class.spots.last()?.value;
            self.classes.push(class);
            let kept = self.classes.iter().map(|class| class.spots.len());
            if kept.fold(0, usize::saturating_add) > KEPT {
                let others = self.classes.len().saturating_sub(1);
                self.classes.drain(..others);
            }
        }
        Some(())
    }
}

impl Class {
    fn new(residue: u64, search: &Search) -> Self {
        let window = || Window {
            taken: 0,
            queue: VecDeque::new(),
        };
        Self {
            residue,
            spots: Vec::new(),
            windows: search.terms.sizes.iter().map(|_| window()).collect(),
            low: search.needs.len(),
        }
    }

    /// Finds the values of the class's states down to the start of a month.
    fn extend(&mut self, to: usize, search: &Search) -> Option<()> {
        let needs = search.needs.get(to..self.low)?;
        for (need, index) in needs.iter().zip(to..self.low).rev() {
            self.month(need, index, search)?;
        }
        self.low = to;
        Some(())
    }

    fn month(&mut self, need: &Need, index: usize, search: &Search) -> Option<()> {
        let terms = search.terms;
        let after = *search.starts.get(index.checked_add(1)?)?;
        let beyond = *search.starts.get(need.limit)?;
        let tie = need.tie();

        let mut states = search.states.down(need, self.residue)?.peekable();
        // The same for all of them, as they differ by whole steps.
        let pad = states.peek().map_or(0, |&at| need.pad(terms, at));
        for at in states {
            let mut best = Value::MAX;
            for (_, value) in need.last_packs(terms, at, pad) {
                best = best.min(value.wrapping_add(beyond));
            }
            if let Some(value) = need.payg(terms, at) {
                best = best.min(value.wrapping_add(after));
            }
            for (size, window) in terms.sizes.iter().zip(&mut self.windows) {
                let low = at.saturating_add(size.from);
                while let Some(spot) = self.spots.get(window.taken) {
                    if spot.at < low {
                        break;
                    }
                    window.taken = window.taken.saturating_add(1);
                    let value = spot.value.wrapping_add(size.above(spot.at));
                    while window.queue.back().is_some_and(|&(_, old)| old >= value) {
                        window.queue.pop_back();
                    }
                    window.queue.push_back((spot.at, value));
                }
                let high = at.saturating_add(size.to);
                let gone = |at: u64| at > high || at >= need.limit_at;
                while window.queue.front().is_some_and(|&(at, _)| gone(at)) {
                    window.queue.pop_front();
                }
                if let Some(&(_, value)) = window.queue.front() {
                    let value = value.wrapping_sub(size.above(at));
                    best = best.min(value.wrapping_add(tie));
                }
            }
            self.spots.push(Spot { at, value: best });
        }
        Some(())
    }
}

/// A way from the first state to one that is as good as any.
struct Path {
    at: u64,
    value: Value,
    purchases: Vec<Purchase>,
}

impl Path {
    /// Adds a path, unless one that is no worse leads to the same state. Paths
    /// with the same sizes in the same order may differ in their months; the
    /// later ones are kept, for the sake of a definite answer.
    fn join(self, paths: &mut Vec<Self>) {
        match paths.iter_mut().find(|path| path.at == self.at) {
            Some(path) if path.purchases < self.purchases => *path = self,
            Some(_) => {}
            None => paths.push(self),
        }
    }
}

impl Search<'_> {
    /// The best purchases: all paths of the least value are followed at once,
    /// and at each purchase those with the smallest pack go on.
    fn route(&self) -> Option<Vec<Purchase>> {
        let end = self.needs.last().map_or(0, |need| need.end);
        let mut paths = vec![Path {
            at: 0,
            value: *self.starts.first()?,
            purchases: Vec::new(),
        }];
        let mut again = None;
        // At most one purchase is made in a month.
        for _ in 0..=self.needs.len() {
            paths = self.pay_as_used(paths)?;
            if let Some(path) = paths.iter_mut().find(|path| path.at == end) {
                return Some(std::mem::take(&mut path.purchases));
            }
            let mut smallest = u64::MAX;
            let mut longer: Vec<Path> = Vec::new();
            for path in &paths {
                let Some((purchase, at, value)) = self.smallest(path, &mut again)? else {
                    continue;
                };
                if purchase.quantity > smallest {
                    continue;
                }
                if purchase.quantity < smallest {
                    smallest = purchase.quantity;
                    longer.clear();
                }
                let mut purchases = path.purchases.clone();
                purchases.push(purchase);
                let path = Path {
                    at,
                    value,
                    purchases,
                };
                path.join(&mut longer);
            }
            paths = longer;
        }
        None
    }

    /// The month of the next unit after a state.
    fn month(&self, at: u64) -> (usize, Option<&Need>) {
        let index = self.needs.partition_point(|need| need.end <= at);
        (index, self.needs.get(index))
    }

    /// All paths that pay as you go may prolong, and the paths given.
    fn pay_as_used(&self, paths: Vec<Path>) -> Option<Vec<Path>> {
        let mut all = Vec::with_capacity(paths.len());
        let mut paths = paths;
        // By position, so that the best path to a state is known before it is
        // prolonged.
        insertion_sort(&mut paths, |path| Reverse(path.at));
        while let Some(path) = paths.pop() {
            if let (index, Some(need)) = self.month(path.at)
                && let Some(paid) = need.payg(self.terms, path.at)
            {
                let value = *self.starts.get(index.checked_add(1)?)?;
                if paid.wrapping_add(value) == path.value {
                    let longer = Path {
                        at: need.end,
                        value,
                        purchases: path.purchases.clone(),
                    };
                    longer.join(&mut paths);
                    insertion_sort(&mut paths, |path| Reverse(path.at));
                }
            }
            all.push(path);
        }
        Some(all)
    }

    /// The smallest pack that may come next on a path, where it leads and the
    /// value there. `again` holds the class that was worked out again last.
    fn smallest(
        &self,
        path: &Path,
        again: &mut Option<Class>,
    ) -> Option<Option<(Purchase, u64, Value)>> {
        let terms = self.terms;
        let (index, Some(need)) = self.month(path.at) else {
            return Some(None);
        };
        let purchase = |quantity: u64| Purchase {
            month: need.month,
            quantity,
        };
        let residue = path.at.checked_rem(terms.step)?;
        let fits = |class: &&Class| class.residue == residue && class.low <= index;
        let mut known = self.classes.iter().chain(again.as_ref());
        if !known.any(|class| fits(&class)) {
            let mut class = Class::new(residue, self);
            class.extend(index, self)?;
            *again = Some(class);
        }
        let class = self.classes.iter().chain(again.as_ref()).find(fits)?;
        let here = class.spots.partition_point(|spot| spot.at > path.at);
        let tie = need.tie();
        // Upwards from here, so from small packs to large ones. All packs
        // together pass each state once at most.
        let mut sizes = terms.sizes.iter();
        let mut size = sizes.next()?;
        for spot in class.spots.get(..here)?.iter().rev() {
            let quantity = spot.at.checked_sub(path.at)?;
            if spot.at >= need.limit_at {
                break;
            }
            if quantity < terms.min {
                continue;
            }
            while quantity > size.to {
                size = sizes.next()?;
            }
            let value = size.above(quantity).wrapping_add(tie);
            if value.wrapping_add(spot.value) == path.value {
                return Some(Some((purchase(quantity), spot.at, spot.value)));
            }
        }
        let beyond = *self.starts.get(need.limit)?;
        let pad = need.pad(terms, path.at);
        for (quantity, value) in need.last_packs(terms, path.at, pad) {
            if value.wrapping_add(beyond) == path.value {
                return Some(Some((purchase(quantity), need.limit_at, beyond)));
            }
        }
        Some(None)
    }
}
