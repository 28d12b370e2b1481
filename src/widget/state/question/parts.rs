//! The parts of a question that a visitor changes one by one.

use super::Question;
use super::series::fitted;
use crate::engine::{Buy, Calls, Demand};
use crate::text::Id;

impl Question {
    /// What is needed of a dimension; `None` where it is left to the card.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Demand;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// question.set_demand(&Id::from("mau"), Some(Demand::Steady(7)));
    /// assert_eq!(question.demand_for("mau"), Some(&Demand::Steady(7)));
    /// assert_eq!(question.demand_for("minutes"), None);
    /// ```
    #[must_use]
    pub fn demand_for(&self, dimension: &str) -> Option<&Demand> {
        let mut demand = self.item.demand.iter();
        demand
            .find(|(id, _)| **id == *dimension)
            .map(|(_, demand)| demand)
    }

    /// What is needed of a dimension in a month, from 0; `None` where it is left to the card.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Demand;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// question.set_demand(&Id::from("mau"), Some(Demand::Monthly(vec![7, 8])));
    /// assert_eq!(question.demand_in("mau", 1), Some(8));
    /// // A series goes on with its last month.
    /// assert_eq!(question.demand_in("mau", 5), Some(8));
    /// ```
    #[must_use]
    pub fn demand_in(&self, dimension: &str, month: usize) -> Option<u64> {
        Some(match self.demand_for(dimension)? {
            Demand::Steady(quantity) => *quantity,
            Demand::Monthly(series) => fitted(series, month),
        })
    }

    /// Sets what is needed of a dimension; `None` leaves it to the card.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Demand;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// let mau = Id::from("mau");
    /// question.set_demand(&mau, Some(Demand::Steady(7)));
    /// question.set_demand(&mau, None);
    /// assert_eq!(question.demand_in("mau", 0), None);
    /// ```
    pub fn set_demand(&mut self, dimension: &Id, demand: Option<Demand>) {
        if !matches!(demand, Some(Demand::Monthly(_))) {
            self.keep_series(dimension);
        }
        let known = &mut self.item.demand;
        match (demand, known.iter_mut().find(|(id, _)| id == dimension)) {
            (Some(demand), Some(given)) => given.1 = demand,
            (Some(demand), None) => known.push((dimension.clone(), demand)),
            (None, _) => known.retain(|(id, _)| id != dimension),
        }
    }

    /// The calls of a dimension of minutes.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Calls;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// let calls = Calls { count: 3, seconds: 90 };
    /// question.set_calls(&Id::from("minutes"), 0, calls);
    /// assert_eq!(question.calls_for("minutes"), [calls]);
    /// ```
    #[must_use]
    pub fn calls_for(&self, dimension: &str) -> &[Calls] {
        let mut calls = self.item.calls.iter();
        let given = calls.find(|(id, _)| **id == *dimension);
        given.map_or(&[], |(_, calls)| calls.as_slice())
    }

    /// Sets one of the calls of a dimension of minutes, by its place; empty ones at the end go.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Calls;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// let calls = Calls { count: 3, seconds: 90 };
    /// question.set_calls(&Id::from("minutes"), 0, calls);
    /// assert_eq!(question.calls_for("minutes"), [calls]);
    /// ```
    pub fn set_calls(&mut self, dimension: &Id, place: usize, calls: Calls) {
        const NONE: Calls = Calls {
            count: 0,
            seconds: 0,
        };
        let mut all = self.calls_for(dimension).to_vec();
        if all.len() <= place {
            all.resize(place.saturating_add(1), NONE);
        }
        if let Some(known) = all.get_mut(place) {
            *known = calls;
        }
        while all.last() == Some(&NONE) {
            all.pop();
        }
        self.item.calls.retain(|(id, _)| id != dimension);
        if !all.is_empty() {
            self.item.calls.push((dimension.clone(), all));
        }
    }

    /// The packs of a charge that are chosen by hand; `None` where they are planned.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Buy;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// assert_eq!(question.packs_for("packs"), None);
    /// let pack = Buy { month: 0, quantity: 1_000 };
    /// question.set_packs(&Id::from("packs"), Some(vec![pack]));
    /// assert_eq!(question.packs_for("packs"), Some(&[pack][..]));
    /// ```
    #[must_use]
    pub fn packs_for(&self, charge: &str) -> Option<&[Buy]> {
        let mut buy = self.item.buy.iter();
        let given = buy.find(|(id, _)| **id == *charge)?;
        Some(given.1.as_slice())
    }

    /// Chooses the packs of a charge by hand; `None` has them planned.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::engine::Buy;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// assert_eq!(question.packs_for("packs"), None);
    /// let pack = Buy { month: 0, quantity: 1_000 };
    /// question.set_packs(&Id::from("packs"), Some(vec![pack]));
    /// assert_eq!(question.packs_for("packs"), Some(&[pack][..]));
    /// ```
    pub fn set_packs(&mut self, charge: &Id, packs: Option<Vec<Buy>>) {
        let known = &mut self.item.buy;
        match (packs, known.iter_mut().find(|(id, _)| id == charge)) {
            (Some(packs), Some(given)) => given.1 = packs,
            (Some(packs), None) => known.push((charge.clone(), packs)),
            (None, _) => known.retain(|(id, _)| id != charge),
        }
    }

    /// Needs a feature, or does without it.
    ///
    /// ```
    /// use ratecard::calendar::Date;
    /// use ratecard::text::Id;
    /// use ratecard::widget::Question;
    ///
    /// let mut question = Question::new(Date::LAST);
    /// let feature = Id::from("search");
    /// question.set_required(&feature, true);
    /// assert_eq!(question.item.requires, [feature]);
    /// ```
    pub fn set_required(&mut self, feature: &Id, required: bool) {
        let requires = &mut self.item.requires;
        requires.retain(|id| id != feature);
        if required {
            requires.push(feature.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn calls_are_kept_by_place() {
        let mut question = Question::new(Date::FIRST);
        let minutes = Id::from("minutes");
        let calls = |count, seconds| Calls { count, seconds };
        question.set_calls(&minutes, 1, calls(2, 90));
        assert_eq!(question.calls_for("minutes"), [calls(0, 0), calls(2, 90)]);
        question.set_calls(&minutes, 0, calls(1, 30));
        question.set_calls(&minutes, 1, calls(0, 0));
        assert_eq!(question.calls_for("minutes"), [calls(1, 30)]);
        question.set_calls(&minutes, 0, calls(0, 0));
        assert!(question.item.calls.is_empty());
    }
}
