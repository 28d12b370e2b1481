//! The rate cards of one widget: those of all, and those that its host adds.

use std::sync::Arc;

use crate::card::Catalog;
use crate::engine::Answer;
use crate::text::Id;
use crate::value::{Code, Fault, Kind, from_json};
use crate::word::{Arg, Word};

/// What the attribute `cards` stands for.
#[derive(Clone, Debug)]
pub(super) struct Cards {
    /// The JSON text of one rate card or of a list; `None` where none are added.
    pub added: Option<String>,
    /// The cards of all, and those.
    pub catalog: Arc<Catalog>,
}

impl Cards {
    /// Adds rate cards to those of all.
    ///
    /// # Errors
    ///
    /// `bad_rate_card` with the place.
    pub fn new(shared: &Arc<Catalog>, added: Option<&str>) -> Answer<Self> {
        let catalog = match added {
            Some(text) => with(Catalog::clone(shared), text)?,
            None => Arc::clone(shared),
        };
        let added = added.map(String::from);
        Ok(Self { added, catalog })
    }
}

fn with(mut catalog: Catalog, text: &str) -> Answer<Arc<Catalog>> {
    let added = from_json(text).and_then(|document| match &document.kind {
        Kind::List(cards) => {
            let mut known: Vec<Id> = Vec::new();
            cards.iter().enumerate().try_for_each(|(index, card)| {
                let added = catalog.add(card);
                let added = added.and_then(|card| once(&mut known, &card.id));
                added.map_err(|fault| fault.in_entry(index))
            })
        }
        _ => catalog.add(&document).map(|_| ()),
    });
    added.map_err(|fault: Fault| fault.with_code(Code::BadRateCard))?;
    Ok(Arc::new(catalog))
}

/// Takes the id of a card, of which a list has one: which of two would hold is not to be guessed.
fn once(known: &mut Vec<Id>, id: &Id) -> Answer<()> {
    if known.contains(id) {
        let word = Word::new("card-twice").with("id", Arg::text(id));
        return Err(Fault::new(Code::BadRateCard, word).in_field("id"));
    }
    known.push(id.clone());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_an_added_card_stands_at_its_place_in_the_list() {
        let shared = Arc::new(crate::catalog());
        let fault = |text: &str| {
            let fault = Cards::new(&shared, Some(text)).unwrap_err();
            (fault.code(), fault.path().to_owned())
        };
        assert_eq!(fault("{"), (Code::BadRateCard, String::new()));
        let (code, path) = fault("[{}]");
        assert_eq!(code, Code::BadRateCard);
        assert!(path.starts_with("[0]"), "{path}");
        let card = shared.in_force("chat", crate::calendar::Date::LAST);
        let card = serde_json::to_string(&*card.unwrap()).unwrap();
        assert!(Cards::new(&shared, Some(&format!("[{card}]"))).is_ok());
        let twice = fault(&format!("[{card}, {card}]"));
        assert_eq!(twice, (Code::BadRateCard, String::from("[1].id")));
    }

    #[test]
    fn without_added_cards_there_are_those_of_all() {
        let shared = Arc::new(crate::catalog());
        let cards = Cards::new(&shared, None).unwrap();
        assert!(Arc::ptr_eq(&cards.catalog, &shared));
    }
}
