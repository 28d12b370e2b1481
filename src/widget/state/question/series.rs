//! A number for each month, whatever the number of months, of which none is lost.

use super::Question;
use crate::engine::Demand;
use crate::text::Id;

/// A month of a series: where the series is too short, its last month goes on.
pub(super) fn fitted(series: &[u64], month: usize) -> u64 {
    let known = series.get(month).or(series.last());
    known.copied().unwrap_or_default()
}

/// Whether all months are the same: nothing has been written there that one number does not say.
fn is_flat(series: &[u64]) -> bool {
    series.iter().all(|month| series.first() == Some(month))
}

impl Question {
    fn series(&self, dimension: &str) -> Option<&Vec<u64>> {
        match self.demand_for(dimension)? {
            Demand::Monthly(series) => Some(series),
            Demand::Steady(_) => None,
        }
    }

    fn months(&self) -> usize {
        usize::try_from(self.months).unwrap_or_default()
    }

    /// The months that are asked for, as they are now.
    fn in_months(&self, dimension: &str, default: u64) -> Vec<u64> {
        let months = 0..self.months();
        let known = months.map(|month| self.demand_in(dimension, month));
        known.map(|known| known.unwrap_or(default)).collect()
    }

    /// Keeps the series of a dimension, which something else is to take the place of.
    pub(super) fn keep_series(&mut self, dimension: &Id) {
        let series = self.series(dimension).filter(|series| !is_flat(series));
        if let Some(series) = series.cloned() {
            self.take_former(dimension);
            let product = self.item.product.clone();
            self.former.push((product, dimension.clone(), series));
        }
    }

    fn former(&self, dimension: &str) -> Option<&Vec<u64>> {
        let mut former = self.former.iter();
        let found =
            former.find(|(product, id, _)| *product == self.item.product && **id == *dimension);
        found.map(|(.., series)| series)
    }

    fn take_former(&mut self, dimension: &Id) -> Option<Vec<u64>> {
        let former = self.former(dimension).cloned();
        let product = &self.item.product;
        self.former
            .retain(|(known, id, _)| known != product || id != dimension);
        former
    }

    /// Sets all that is needed: what was before is no longer meant.
    pub(in crate::widget) fn replace_demand(&mut self, demand: Vec<(Id, Demand)>) {
        self.item.demand = demand;
        self.former.clear();
    }

    /// Gives each month of a dimension a number of its own: those that it had before, where they begin with
    /// the number that there is, else this number. Or gives all of them that of the first.
    pub(in crate::widget) fn set_by_month(&mut self, dimension: &Id, by_month: bool, default: u64) {
        let first = self.demand_in(dimension, 0).unwrap_or(default);
        if !by_month {
            let steady = (first != default).then_some(Demand::Steady(first));
            return self.set_demand(dimension, steady);
        }
        let fits = |former: &&Vec<u64>| former.first() == Some(&first);
        let series = match self.former(dimension).filter(fits) {
            Some(_) => self.take_former(dimension).unwrap_or_default(),
            None => self.in_months(dimension, default),
        };
        self.set_demand(dimension, Some(Demand::Monthly(series)));
    }

    /// Writes numbers into the months from one on. Those that are beyond the months asked for stay.
    pub(in crate::widget) fn write_months(
        &mut self,
        dimension: &Id,
        from: usize,
        numbers: &[u64],
        default: u64,
    ) {
        let mut all = self.in_months(dimension, default);
        let beyond = self
            .series(dimension)
            .map(|series| series.iter().skip(all.len()));
        let beyond: Vec<u64> = beyond.into_iter().flatten().copied().collect();
        all.extend(beyond);
        for (month, number) in all.iter_mut().skip(from).zip(numbers) {
            *month = *number;
        }
        self.set_demand(dimension, Some(Demand::Monthly(all)));
    }

    /// Whether there is a series that can be brought back: another one than there is now.
    pub(in crate::widget) fn has_former(&self, dimension: &str) -> bool {
        let now = self.series(dimension).zip(self.former(dimension));
        now.is_some_and(|(now, former)| {
            (0..self.months()).any(|month| fitted(now, month) != fitted(former, month))
        })
    }

    /// Brings back the series that was there before; the one that is there now can be brought back then.
    pub(in crate::widget) fn bring_back(&mut self, dimension: &Id) {
        if let Some(former) = self.take_former(dimension) {
            self.keep_series(dimension);
            self.set_demand(dimension, Some(Demand::Monthly(former)));
        }
    }

    /// Replaces the months asked for, so that they can be brought back.
    pub(in crate::widget) fn replace_months(
        &mut self,
        dimension: &Id,
        from: usize,
        numbers: &[u64],
        default: u64,
    ) {
        self.keep_series(dimension);
        self.write_months(dimension, from, numbers, default);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::engine::Item;

    const DEFAULT: u64 = 0;

    fn asked(question: &Question) -> Vec<u64> {
        question.in_months("mau", DEFAULT)
    }

    fn question() -> (Question, Id) {
        let mut question = Question::new(Date::FIRST);
        question.item = Item::new("chat", "standard");
        question.months = 3;
        let mau = Id::from("mau");
        question.set_demand(&mau, Some(Demand::Monthly(vec![7, 8, 9])));
        (question, mau)
    }

    #[test]
    fn one_number_for_all_months_and_back() {
        let (mut question, mau) = question();
        question.set_by_month(&mau, false, DEFAULT);
        assert_eq!(question.demand_for("mau"), Some(&Demand::Steady(7)));
        question.set_by_month(&mau, true, DEFAULT);
        assert_eq!(asked(&question), [7, 8, 9]);
        assert!(!question.has_former("mau"));
    }

    #[test]
    fn another_number_for_all_months_forgets_none() {
        let (mut question, mau) = question();
        for steady in [Some(Demand::Steady(50)), None, Some(Demand::Steady(60))] {
            question.set_demand(&mau, steady);
        }
        question.set_by_month(&mau, true, DEFAULT);
        assert_eq!(asked(&question), [60, 60, 60]);
        assert!(question.has_former("mau"));
        question.bring_back(&mau);
        assert_eq!(asked(&question), [7, 8, 9]);
        assert!(!question.has_former("mau"));
    }

    #[test]
    fn months_that_are_replaced_come_back_and_go_again() {
        let (mut question, mau) = question();
        question.replace_months(&mau, 0, &[1, 2, 4], DEFAULT);
        assert_eq!(asked(&question), [1, 2, 4]);
        question.bring_back(&mau);
        assert_eq!(asked(&question), [7, 8, 9]);
        question.bring_back(&mau);
        assert_eq!(asked(&question), [1, 2, 4]);
        // What was the same everywhere is told by one number.
        question.set_demand(&mau, Some(Demand::Monthly(vec![5; 3])));
        question.former.clear();
        question.replace_months(&mau, 1, &[6], DEFAULT);
        assert_eq!(
            (asked(&question), question.has_former("mau")),
            (vec![5, 6, 5], false)
        );
    }

    #[test]
    fn months_that_are_taken_away_come_back_whatever_is_written_meanwhile() {
        let (mut question, mau) = question();
        question.months = 1;
        question.write_months(&mau, 0, &[70], DEFAULT);
        question.replace_months(&mau, 0, &[71], DEFAULT);
        question.months = 4;
        assert_eq!(asked(&question), [71, 8, 9, 9]);
        question.write_months(&mau, 3, &[10, 11], DEFAULT);
        assert_eq!(asked(&question), [71, 8, 9, 10]);
    }

    #[test]
    fn a_series_is_kept_for_its_product() {
        let (mut question, mau) = question();
        question.set_demand(&mau, Some(Demand::Steady(7)));
        question.item = Item::new("push", "");
        question.set_demand(&mau, Some(Demand::Steady(7)));
        question.set_by_month(&mau, true, DEFAULT);
        assert_eq!(asked(&question), [7, 7, 7]);
    }
}
