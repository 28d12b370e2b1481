//! Which states the search looks at: see step 4 of the proof in the parent
//! module.

use super::offer::Terms;
use std::collections::BTreeSet;

/// A month that needs something. Months that need nothing are left out:
/// nothing happens in them.
pub(super) struct Need {
    /// The month, from 0.
    pub month: usize,
    /// The units needed before this month.
    pub start: u64,
    /// The units needed before the next month.
    pub end: u64,
    /// Where a pack bought this month expires: an index into the months that
    /// need something.
    pub limit: usize,
    /// The units needed before it does.
    pub limit_at: u64,
}

impl Need {
    /// The months that need something, in order.
    pub(super) fn list(needs: &[u64], terms: &Terms) -> Vec<Self> {
        let mut list: Vec<Self> = Vec::with_capacity(needs.len());
        let mut end = 0_u64;
        for (month, &need) in needs.iter().enumerate() {
            if need > 0 {
                let start = end;
                end = end.saturating_add(need);
                list.push(Self {
                    month,
                    start,
                    end,
                    limit: 0,
                    limit_at: 0,
                });
            }
        }
        let mut limits = Vec::with_capacity(list.len());
        for need in &list {
            let until = need.month.saturating_add(terms.life);
            let limit = list.partition_point(|other| other.month < until);
            limits.push((limit, list.get(limit).map_or(end, |other| other.start)));
        }
        for (need, limit) in list.iter_mut().zip(limits) {
            (need.limit, need.limit_at) = limit;
        }
        list
    }

    /// The first state of a class in this month or, should the month be too
    /// short, after it.
    fn first(&self, residue: u64, step: u64) -> Option<u64> {
        let aside = self.start.checked_rem(step)?;
        let ahead = match residue.checked_sub(aside) {
            Some(ahead) => ahead,
            None => residue.checked_add(step)?.checked_sub(aside)?,
        };
        self.start.checked_add(ahead)
    }
}

/// The states, by class: positions that leave the same residue modulo the
/// step.
pub(super) enum States {
    /// All of the first units of a month, and of the last ones.
    Many { step: u64, front: u64, back: u64 },
    /// These, by residue and position.
    Few(BTreeSet<(u64, u64)>),
}

impl States {
    pub(super) fn new(needs: &[Need], terms: &Terms) -> Option<Self> {
        let (min, step) = (terms.min, terms.step);
        // With one tier, few states are in question: each month of a class is
        // reached by as many packs of the smallest size as there are months,
        // at most. It pays if that is less than a tier is long.
        let months = u64::try_from(needs.len()).ok()?.checked_mul(step)?;
        let meets = terms.payg.is_none_or(|block| block.meet == step);
        if terms.top == min && meets && months < min {
            return Self::few(needs, terms);
        }
        let between = terms.top.checked_mul(2)?.checked_sub(min)?;
        Some(match terms.payg {
            None => Self::Many {
                step,
                front: between,
                back: 0,
            },
            Some(block) => Self::Many {
                step,
                front: between.checked_add(terms.top)?.checked_add(block.meet)?,
                back: if block.dearer { block.meet } else { 0 },
            },
        })
    }

    fn few(needs: &[Need], terms: &Terms) -> Option<Self> {
        let (min, step) = (terms.min, terms.step);
        let mut states = BTreeSet::new();
        let mut open = Vec::new();
        let mut reach = |at: u64, open: &mut Vec<u64>| -> Option<()> {
            if states.insert((at.checked_rem(step)?, at)) {
                open.push(at);
            }
            Some(())
        };
        // Packs that expire and pay as you go lead to the start of a month.
        for need in needs {
            reach(need.start, &mut open)?;
        }
        while let Some(at) = open.pop() {
            let index = needs.partition_point(|need| need.end <= at);
            let need = needs.get(index)?;
            let next = at.checked_add(min)?;
            // Only pay as you go may follow within the month, for a second pack
            // would not be best; and then this one begins within its first
            // units, where a pack of the same size ended.
            let within = need.start.checked_add(min.checked_mul(2)?)?;
            let ends = next >= need.end || (terms.payg.is_some() && next < within);
            if next < need.limit_at && ends {
                reach(next, &mut open)?;
            }
            for later in needs.get(index..need.limit)?.iter().skip(1) {
                let first = later.first(at.checked_rem(step)?, step)?;
                if first >= next && first < later.end && first < need.limit_at {
                    reach(first, &mut open)?;
                }
            }
        }
        Some(Self::Few(states))
    }

    /// The states of a class in a month, from the last one down.
    #[inline]
    pub(super) fn down(&self, need: &Need, residue: u64) -> Option<Down<'_>> {
        match self {
            Self::Few(states) => Some(Down::Few(
                states.range((residue, need.start)..(residue, need.end)),
            )),
            &Self::Many { step, front, back } => {
                let first = need.first(residue, step)?;
                let length = need.end.checked_sub(1)?.checked_sub(first);
                let last = match length {
                    None => None,
                    Some(length) => {
                        Some(first.checked_add(length.checked_sub(length.checked_rem(step)?)?)?)
                    }
                };
                Some(Down::Many {
                    next: last,
                    first,
                    step,
                    shallow: need.start.checked_add(front)?,
                    deep: need.end.saturating_sub(back),
                })
            }
        }
    }
}

/// States of one class and month, from the last one down.
pub(super) enum Down<'a> {
    Many {
        next: Option<u64>,
        first: u64,
        step: u64,
        /// From here on states are deep inside of the month ...
        shallow: u64,
        /// ... up to here.
        deep: u64,
    },
    Few(std::collections::btree_set::Range<'a, (u64, u64)>),
}

impl Iterator for Down<'_> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        match self {
            Self::Few(states) => states.next_back().map(|&(_, at)| at),
            Self::Many {
                next,
                first,
                step,
                shallow,
                deep,
            } => {
                let mut at = (*next)?;
                if at >= *shallow && at < *deep {
                    let steps = at.checked_sub(*shallow)?.checked_div(*step)?;
                    let above = steps.checked_add(1)?.checked_mul(*step)?;
                    at = at.checked_sub(above)?;
                }
                *next = at.checked_sub(*step).filter(|next| next >= first);
                Some(at)
            }
        }
    }
}
