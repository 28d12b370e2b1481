//! The rate cards at hand, found by product and date.

use std::sync::{Arc, OnceLock};

use super::{Card, Labels, Policies};
use crate::calendar::Date;
use crate::text::{ById as _, has_id};
use crate::value::limits::MAX_CARDS;
use crate::value::{Code, Fault, Value, from_json};
use crate::word::{Arg, Word};

/// A rate card in its compact form, as the build leaves it: read when it is first asked for.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    /// Its id.
    pub id: &'static str,
    /// Its product.
    pub product: &'static str,
    /// The first day on which it is in force; empty where it is undated.
    pub effective: &'static str,
    /// The card as JSON.
    pub json: &'static str,
}

/// The rate cards that questions are answered from.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    slots: Vec<Slot>,
}

/// A rate card in a list of all.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Listed<'a> {
    /// The card.
    pub card: Arc<Card>,
    /// The id of the next card of the same product.
    pub superseded_by: Option<&'a str>,
}

#[derive(Clone, Debug)]
struct Slot {
    id: String,
    product: String,
    effective: Option<Date>,
    json: &'static str,
    labels: Option<Labels>,
    card: OnceLock<Arc<Card>>,
}

has_id!(Slot);

impl Slot {
    fn card(&self) -> Result<Arc<Card>, Fault> {
        if let Some(card) = self.card.get() {
            return Ok(Arc::clone(card));
        }
        let mut document = from_json(self.json)?;
        if let Some(labels) = self.labels {
            labels.add_to(&mut document);
        }
        let card = Arc::new(Card::read(&document)?);
        Ok(Arc::clone(self.card.get_or_init(|| card)))
    }
}

impl Catalog {
    /// The rate cards given, none of them read yet.
    #[must_use]
    pub fn new(embedded: &[Embedded]) -> Self {
        Self::embedded(embedded, None)
    }

    /// The same, with labels in a further language.
    #[must_use]
    pub fn labelled(embedded: &[Embedded], labels: Labels) -> Self {
        Self::embedded(embedded, Some(labels))
    }

    fn embedded(embedded: &[Embedded], labels: Option<Labels>) -> Self {
        let mut catalog = Self::default();
        for card in embedded {
            catalog.insert(Slot {
                id: String::from(card.id),
                product: String::from(card.product),
                effective: Date::parse(card.effective),
                json: card.json,
                labels,
                card: OnceLock::new(),
            });
        }
        catalog
    }

    /// Takes a further rate card, or one that replaces the card of the same id.
    ///
    /// # Errors
    ///
    /// `bad_rate_card` with the place, where the document is no rate card, or where there are
    /// [`MAX_CARDS`] already.
    pub fn add(&mut self, document: &Value) -> Result<Arc<Card>, Fault> {
        let card = Arc::new(Card::read(document)?);
        let added = Slot {
            id: String::from(&*card.id),
            product: String::from(&*card.product),
            effective: card.effective,
            json: "",
            labels: None,
            card: OnceLock::from(Arc::clone(&card)),
        };
        // The id holds product and date: what replaces a card stands where that one stood.
        let is_full = self.slots.len() >= MAX_CARDS;
        match self.slots.iter_mut().find(|slot| slot.id == added.id) {
            Some(replaced) => *replaced = added,
            None if is_full => {
                let most = u64::try_from(MAX_CARDS).unwrap_or(u64::MAX);
                let word = Word::new("too-many-cards").with("max", Arg::Count(most));
                return Err(Fault::new(Code::BadRateCard, word));
            }
            None => self.insert(added),
        }
        Ok(card)
    }

    /// Puts a card behind the earlier ones of its product; a new product comes last.
    fn insert(&mut self, slot: Slot) {
        let of_product = |other: &Slot| other.product == slot.product;
        let first = self.slots.iter().position(of_product);
        let earlier = |other: &&Slot| of_product(other) && other.effective <= slot.effective;
        let at = first.map_or(self.slots.len(), |first| {
            first.saturating_add(self.slots.iter().filter(earlier).count())
        });
        self.slots.insert(at, slot);
    }

    /// The products that there are cards of, each once.
    #[must_use]
    pub fn products(&self) -> Vec<&str> {
        let mut products: Vec<&str> = self.slots.iter().map(|s| s.product.as_str()).collect();
        products.dedup();
        products
    }

    /// Every card with the id of the one that supersedes it.
    ///
    /// # Errors
    ///
    /// `bad_rate_card`, where an embedded card cannot be read: the build checks that it can.
    pub fn cards(&self) -> Result<Vec<Listed<'_>>, Fault> {
        self.slots
            .iter()
            .map(|slot| {
                Ok(Listed {
                    card: slot.card()?,
                    superseded_by: self.successor(slot),
                })
            })
            .collect()
    }

    /// The id of the next card of the same product.
    fn successor(&self, slot: &Slot) -> Option<&str> {
        let next = self.next(&slot.product, slot.effective);
        next.map(|next| next.id.as_str())
    }

    /// The first day on which the next card of the same product is in force.
    pub(crate) fn superseded_on(&self, card: &Card) -> Option<Date> {
        self.next(&card.product, card.effective)?.effective
    }

    fn next(&self, product: &str, effective: Option<Date>) -> Option<&Slot> {
        let later = self
            .slots
            .iter()
            .filter(|other| other.product == *product && other.effective > effective);
        later.min_by_key(|other| other.effective)
    }

    /// The card of an id.
    ///
    /// # Errors
    ///
    /// `unknown_rate_card`.
    pub fn card(&self, id: &str) -> Result<Arc<Card>, Fault> {
        match self.slots.by_id(id) {
            Some(slot) => slot.card(),
            None => Err(unknown(
                Code::UnknownRateCard,
                "unknown-rate-card",
                id,
                self.slots.iter().map(|slot| slot.id.clone()).collect(),
            )),
        }
    }

    /// The card of a product with an id.
    ///
    /// # Errors
    ///
    /// `unknown_rate_card`, also where the card is another product's.
    pub fn card_of(&self, product: &str, id: &str) -> Result<Arc<Card>, Fault> {
        let mut of_product = self.slots.iter().filter(|slot| slot.product == product);
        match of_product.clone().find(|slot| slot.id == id) {
            Some(slot) => slot.card(),
            None => Err(unknown(
                Code::UnknownRateCard,
                "unknown-rate-card",
                id,
                of_product.by_ref().map(|slot| slot.id.clone()).collect(),
            )),
        }
    }

    /// The card of a product that is in force on a day.
    ///
    /// A card is in force from its effective date until the next card of the product; an undated
    /// one, on every day on which no dated one is.
    ///
    /// # Errors
    ///
    /// `unknown_product`; `no_rate_card` where the product's first card is later.
    pub fn in_force(&self, product: &str, on: Date) -> Result<Arc<Card>, Fault> {
        self.needs_product(product)?;
        let of_product = self.slots.iter().filter(|slot| slot.product == product);
        let in_force = of_product
            .clone()
            .filter(|slot| slot.effective.is_none_or(|from| from <= on))
            .max_by_key(|slot| slot.effective);
        match in_force {
            Some(slot) => slot.card(),
            None => {
                let mut word = Word::new("no-rate-card")
                    .with("product", Arg::text(product))
                    .with("on", Arg::Date(on));
                if let Some(first) = of_product.filter_map(|slot| slot.effective).min() {
                    word = word.with("first", Arg::Date(first));
                }
                Err(Fault::new(Code::NoRateCard, word))
            }
        }
    }

    /// The card that states a policy for the product of `card`: `card` itself, else the latest
    /// earlier one that does, with whether it is an earlier one. `None` where none does.
    ///
    /// # Errors
    ///
    /// `bad_rate_card`, where an embedded card cannot be read: the build checks that it can.
    pub fn policy<T>(
        &self,
        card: &Arc<Card>,
        stated: impl Fn(&Policies) -> Option<&T>,
    ) -> Result<Option<(Arc<Card>, bool)>, Fault> {
        if stated(&card.policies).is_some() {
            return Ok(Some((Arc::clone(card), false)));
        }
        let earlier = self
            .slots
            .iter()
            .rev()
            .filter(|slot| slot.product == *card.product && slot.effective < card.effective);
        for slot in earlier {
            let earlier = slot.card()?;
            if stated(&earlier.policies).is_some() {
                return Ok(Some((earlier, true)));
            }
        }
        Ok(None)
    }

    /// Checks that there is a card of a product.
    ///
    /// # Errors
    ///
    /// `unknown_product`.
    pub fn needs_product(&self, product: &str) -> Result<(), Fault> {
        if self.slots.iter().any(|slot| slot.product == product) {
            return Ok(());
        }
        let known = self.products().into_iter().map(String::from).collect();
        Err(unknown(
            Code::UnknownProduct,
            "unknown-product",
            product,
            known,
        ))
    }
}

/// The fault of an id that is not known, with those that are.
pub(crate) fn unknown(code: Code, word: &'static str, got: &str, known: Vec<String>) -> Fault {
    let mut word = Word::new(word).with("got", Arg::quoted(got));
    if !known.is_empty() {
        word = word.with("known", Arg::List(known));
    }
    Fault::new(code, word)
}
