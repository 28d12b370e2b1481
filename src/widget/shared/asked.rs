//! What is asked, for a sentence: the quantities that have a price, and the months.

use std::sync::Arc;

use crate::card::{Card, Dimension};
use crate::engine::Demand;
use crate::text::{Id, Unit};
use crate::widget::state::{Picture, Question, State};
use crate::word::{Arg, Word};

/// The places of a sentence for quantities, each with that for the least where months differ. More than these
/// are counted.
const PLACES: [(&str, &str); 3] = [
    ("first", "firstfrom"),
    ("second", "secondfrom"),
    ("third", "thirdfrom"),
];

/// What is needed of a dimension in the months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Asked {
    /// The dimension.
    pub dimension: Id,
    /// What it counts.
    unit: Arc<Unit>,
    /// The least of the months, where they differ.
    least: Option<u64>,
    /// The most of them.
    most: u64,
}

impl Asked {
    fn new(question: &Question, dimension: &Dimension) -> Option<Self> {
        let (least, most) = match question.demand_for(&dimension.id) {
            None => (dimension.default, dimension.default),
            Some(Demand::Steady(number)) => (*number, *number),
            Some(Demand::Monthly(_)) => {
                let months = usize::try_from(question.months).ok()?;
                let all = (0..months).filter_map(|m| question.demand_in(&dimension.id, m));
                (all.clone().min()?, all.max()?)
            }
        };
        (most > 0).then(|| Self {
            dimension: dimension.id.clone(),
            unit: Arc::clone(&dimension.unit),
            least: (least < most).then_some(least),
            most,
        })
    }

    /// What is asked for of all that has a price, and of what else the visitor has a wish for, in the card's
    /// order: a limit may decide, too.
    pub fn all(card: &Card, question: &Question) -> Vec<Self> {
        let is_wished = |dimension: &Dimension| {
            let demand = question.demand_for(&dimension.id);
            demand.is_some_and(|demand| *demand != Demand::Steady(dimension.default))
        };
        let asked = card.dimensions.iter();
        asked
            .filter(|dimension| card.is_charged(&dimension.id) || is_wished(dimension))
            .filter_map(|dimension| Self::new(question, dimension))
            .collect()
    }

    /// The quantity in words.
    fn word(&self) -> Word {
        let most = Arg::Quantity(self.most, Arc::clone(&self.unit));
        match self.least {
            Some(least) => Word::new("ui-from-to")
                .with("least", Arg::Count(least))
                .with("most", most),
            None => Word::new("ui-argument").with("is", most),
        }
    }

    /// Adds the quantities to a sentence, in the places for them.
    pub fn fill(all: &[Self], word: Word) -> Word {
        let places = PLACES.into_iter().zip(all);
        places.fold(word, |word, ((place, place_of_least), asked)| {
            let word = word.with(place, Arg::Quantity(asked.most, Arc::clone(&asked.unit)));
            match asked.least {
                Some(least) => word.with(place_of_least, Arg::Count(least)),
                None => word,
            }
        })
    }

    /// The id of the field that has the quantity in a place, where one stands there: that of the dimension, or
    /// where months differ, that of the first month.
    pub fn field_in_place(all: &[Self], place: &str) -> Option<String> {
        let mut places = PLACES.into_iter().zip(all);
        let (_, asked) = places.find(|((most, least), _)| [*most, *least].contains(&place))?;
        let month = asked.least.map_or("", |_| "-0");
        Some(format!("dimension-{}{month}", asked.dimension))
    }

    /// Adds all quantities to a sentence as a list, and for how long they are.
    pub fn list(state: State, picture: &Picture, question: &Question, word: Word) -> Word {
        let asked = Self::all(&picture.card, question).into_iter();
        let quantities: Vec<_> = asked.map(|asked| state.say(&asked.word())).collect();
        let word = match quantities.is_empty() {
            true => word,
            false => word.with("quantities", Arg::List(quantities)),
        };
        word.with("months", Arg::Count(u64::from(picture.request.months)))
            .with("start", Arg::Date(picture.request.start))
    }

    /// How many there are that no place is for.
    pub fn further(all: &[Self]) -> usize {
        all.len().saturating_sub(PLACES.len())
    }
}

/// So many months, as a quantity of the language's word for them.
pub(in crate::widget) fn months(state: State, months: u32) -> Arg {
    let months = u64::from(months);
    let word = Word::new("ui-months-unit").with("months", Arg::Count(months));
    let forms = vec![(String::from("other"), state.say(&word))];
    let unit = Unit::new(vec![(String::from(state.language()), forms)]);
    Arg::Quantity(months, Arc::new(unit))
}
