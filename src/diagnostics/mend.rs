//! A rate card that is put right as far as it has to be to be read on.

use crate::card::shape::CARD;
use crate::card::{Card, MODELS, Named};
use crate::text::ENGLISH;
use crate::value::limits::{MAX_EDITIONS, MAX_FORMS, MAX_ID, MAX_LANGUAGES};
use crate::value::{Fault, Kind, Shape, Value};
use crate::word::{Arg, Word};

use super::MOST;
use super::follow::{Guess, follows, is_cause, is_unread_by};
use super::nameless::{Nameless, UnknownKeys};
use super::nearest::nearest;
use super::neutral::{meant, neutral};
use super::path::{Step, node, node_mut, shape, steps};

/// How often the same place is tried, each time with something that says less.
const TRIES: usize = 3;

/// The copy of a document that is put right.
pub(super) struct Draft {
    document: Value,
    /// What is told of it.
    told: Vec<Fault>,
    /// What stands in it without anybody having said so, or is told to be wrong.
    guesses: Vec<Guess>,
    /// The places that were tried.
    tried: Vec<Vec<Step>>,
}

impl Draft {
    pub(super) fn new(document: &Value) -> Self {
        Self {
            document: document.clone(),
            told: Vec::new(),
            guesses: Vec::new(),
            tried: Vec::new(),
        }
    }

    /// What is told of the document.
    pub(super) fn into_told(self) -> Vec<Fault> {
        self.told
    }

    /// The card that the document is, once everything that cannot be read is put right and told; `None`
    /// where it cannot be, or where there are too many faults.
    pub(super) fn card(&mut self) -> Option<Card> {
        loop {
            match Card::read_unchecked(&self.document) {
                Ok(card) => return Some(card),
                Err(fault) => self.put_right(fault)?,
            }
        }
    }

    fn tell(&mut self, fault: Fault) {
        let at = self.document.place(fault.path());
        self.told.push(fault.at(at));
    }

    /// Tells a fault that keeps the document from being read, and puts it right; `None` where that cannot be
    /// done.
    fn put_right(&mut self, fault: Fault) -> Option<()> {
        let place = steps(&self.document, fault.path());
        let tries = self.tried.iter().filter(|tried| **tried == place).count();
        if tries >= TRIES || self.told.len() >= MOST {
            return None;
        }
        let is_new = tries == 0 && !is_unread_by(&fault, &place, &self.guesses);
        self.tried.push(place.clone());
        let meant = self.mend(&fault, &place, tries)?;
        if is_new {
            let fault = self.in_words_of_a_card(fault, &place);
            self.tell(match meant {
                Some(meant) => fault.with("meant", Arg::Text(meant)),
                None => fault,
            });
        }
        Some(())
    }

    /// Puts a fault right. Gives back the word that was meant, where one is mistyped; `None` where the place
    /// is not there.
    fn mend(&mut self, fault: &Fault, place: &[Step], tries: usize) -> Option<Option<String>> {
        let word = fault.word();
        match word.id {
            "unknown-field" | "not-in-model" => self.name_field(word, place),
            "want-one-of" if tries == 0 => Some(self.choose(word, place)),
            "too-many" => self.shorten(place).map(|()| None),
            "too-long" if tries == 0 => self.cut(place).map(|()| None),
            // A text that is there in another language is no guess.
            "want-english" => self.add(place, false).map(|()| None),
            "missing-field" | "want-plural-other" => self.add(place, true).map(|()| None),
            _ if tries == 0 && self.is_clear(place) => self.take_as_meant(place),
            _ if tries.saturating_add(1) == TRIES => self.remove(place).map(|()| None),
            _ => self.replace(place).map(|()| None),
        }
    }

    /// Gives a field that is not known the name that was meant, or takes it out.
    fn name_field(&mut self, word: &Word, place: &[Step]) -> Option<Option<String>> {
        let (Step::Field(key), above) = place.split_last()? else {
            return None;
        };
        let object = node_mut(&mut self.document, above)?;
        let known = known(word).filter(|known| object.get(known).is_none());
        let meant = nearest(key, known).map(String::from);
        let Kind::Object(fields) = &mut object.kind else {
            return None;
        };
        match &meant {
            Some(meant) => {
                fields.retain(|(known, value)| known != meant || !value.is_null());
                let mut fields = fields.iter_mut();
                let (name, _) = fields.find(|(known, _)| known == key)?;
                name.clone_from(meant);
            }
            None => fields.retain(|(known, _)| known != key),
        }
        Some(meant)
    }

    /// Puts the word that was meant in place of one that is not among those that are accepted.
    fn choose(&mut self, word: &Word, place: &[Step]) -> Option<String> {
        let value = node_mut(&mut self.document, place)?;
        let meant = value.text().and_then(|text| nearest(text, known(word)));
        let meant = meant.map(String::from);
        match meant
            .clone()
            .or_else(|| known(word).next().map(String::from))
        {
            Some(accepted) => value.kind = Kind::String(accepted),
            None => value.kind = Kind::Null,
        }
        if meant.is_none() {
            self.take_fitting_model(place);
            self.guess(place);
        }
        meant
    }

    /// Of a charge whose model is not known, takes the one that has all the fields that are there, or most of
    /// them.
    fn take_fitting_model(&mut self, place: &[Step]) -> Option<()> {
        let (last, charge) = place.split_last()?;
        if *last != *"model" {
            return None;
        }
        let charge = node_mut(&mut self.document, charge)?;
        let has = |model: &Named, key: &str| model.fields.iter().any(|field| field.key == key);
        let strange = |model: &&Named| {
            let keys = charge.present_fields().map(|(key, _)| key);
            let of_a_model = |key: &&str| MODELS.iter().any(|model| has(model, key));
            let foreign = keys.filter(of_a_model).filter(|key| !has(model, key));
            let fields = model.fields.iter();
            let lacking = fields.filter(|field| charge.get(field.key).is_none());
            (foreign.count(), lacking.count())
        };
        let name = MODELS.iter().min_by_key(strange)?.name;
        node_mut(charge, core::slice::from_ref(last))?.kind = Kind::String(String::from(name));
        Some(())
    }

    /// Whether it is clear what the author of a value has meant.
    fn is_clear(&self, place: &[Step]) -> bool {
        let value = node(&self.document, place).zip(shape(&CARD, place));
        value.is_some_and(|(value, shape)| meant(shape, value).is_some())
    }

    /// Puts a value as its author has meant it in place of one that is written otherwise. Gives back the
    /// text that it is, where it is one.
    fn take_as_meant(&mut self, place: &[Step]) -> Option<Option<String>> {
        let value = node(&self.document, place)?;
        let value = meant(shape(&CARD, place)?, value)?;
        let text = value.text().map(String::from);
        *node_mut(&mut self.document, place)? = value;
        Some(text)
    }

    /// A fault of any document in the words of those who write rate cards: in TOML nothing is called an
    /// object, and a text by language is one that is asked for often.
    fn in_words_of_a_card(&self, fault: Fault, place: &[Step]) -> Fault {
        if fault.word().id != "want-object" {
            return fault;
        }
        match shape(&CARD, place) {
            Some(Shape::Map(Shape::String(_), most)) if *most != MAX_FORMS => {
                fault.said_as("want-texts")
            }
            Some(Shape::Map(Shape::String(_) | Shape::Map(..), _)) => fault.said_as("want-forms"),
            _ => fault.said_as("want-table"),
        }
    }

    fn guess(&mut self, place: &[Step]) {
        self.guesses.push(Guess(place.to_vec()));
    }

    /// Puts something that says nothing in place of a value.
    fn replace(&mut self, place: &[Step]) -> Option<()> {
        let (shape, count) = (shape(&CARD, place)?, self.tried.len());
        let value = node_mut(&mut self.document, place)?;
        *value = neutral(shape, value.at, count);
        self.guess(place);
        Some(())
    }

    /// Takes a value out.
    fn remove(&mut self, place: &[Step]) -> Option<()> {
        node_mut(&mut self.document, place)?.kind = Kind::Null;
        self.guess(place);
        Some(())
    }

    /// Adds a field that is missing: in a list of texts one that stands there, else something that says
    /// nothing.
    fn add(&mut self, place: &[Step], is_guess: bool) -> Option<()> {
        let (shape, count) = (shape(&CARD, place)?, self.tried.len());
        let (Step::Field(key), above) = place.split_last()? else {
            return None;
        };
        let object = node_mut(&mut self.document, above)?;
        let at = object.at;
        let Kind::Object(fields) = &mut object.kind else {
            return None;
        };
        fields.retain(|(known, _)| known != key);
        let other = fields.first().map(|(_, text)| text.clone());
        let value = other
            .filter(|_| key == ENGLISH)
            .unwrap_or_else(|| neutral(shape, at, count));
        fields.push((key.clone(), value));
        if is_guess {
            self.take_fitting_model(place);
            self.guess(place);
        }
        Some(())
    }

    /// Takes out what is too much of a list, or of an object with keys of the author's choice.
    fn shorten(&mut self, place: &[Step]) -> Option<()> {
        let most = match shape(&CARD, place)? {
            Shape::List(_, most) | Shape::Map(_, most) => *most,
            Shape::PerEdition(_) => MAX_EDITIONS,
            Shape::Cell => MAX_LANGUAGES,
            _ => return None,
        };
        match &mut node_mut(&mut self.document, place)?.kind {
            Kind::List(entries) => entries.truncate(most),
            Kind::Object(fields) => fields.truncate(most),
            _ => return None,
        }
        self.guess(place);
        Some(())
    }

    /// Takes out what is too long: keys of the author's choice, or a text.
    fn cut(&mut self, place: &[Step]) -> Option<()> {
        match &mut node_mut(&mut self.document, place)?.kind {
            Kind::Object(fields) => {
                fields.retain(|(key, _)| key.chars().count() <= MAX_ID);
                self.guess(place);
                Some(())
            }
            _ => self.replace(place),
        }
    }

    /// Puts right what is mistyped of what a card refers to. Whether there was anything.
    pub(super) fn correct_references(&mut self, found: &[Fault]) -> bool {
        let mut corrected = false;
        let found = self.placed(found);
        let nameless = Nameless::new(&self.document, &self.guesses, &found);
        for (fault, place) in found {
            let got = fault.word().arg("got");
            let is_named = matches!(got, Some(Arg::Text(got)) if nameless.is_wrong(got));
            if is_named || follows(&self.document, fault, &place, &self.guesses) {
                continue;
            }
            if let Some(meant) = self.correct_reference(fault, &place) {
                corrected = true;
                let fault = fault.clone().with("meant", Arg::Text(meant));
                self.tell(fault);
            }
        }
        corrected
    }

    fn correct_reference(&mut self, fault: &Fault, place: &[Step]) -> Option<String> {
        let word = fault.word();
        let got = match (word.id, word.arg("got")) {
            ("refers-to-nothing", Some(Arg::Text(got))) => got,
            _ => return None,
        };
        // Of values by key it is the key that refers to something.
        if let Some(text) = node(&self.document, place)?.text()
            && text == got
        {
            let meant = nearest(got, known(word)).map(String::from)?;
            node_mut(&mut self.document, place)?.kind = Kind::String(meant.clone());
            return Some(meant);
        }
        let above = match place.split_last()? {
            (Step::Field(key), above) if key == got => above,
            _ => place,
        };
        let object = node_mut(&mut self.document, above)?;
        let free = known(word).filter(|known| object.get(known).is_none());
        let meant = nearest(got, free).map(String::from)?;
        let Kind::Object(fields) = &mut object.kind else {
            return None;
        };
        let mut fields = fields.iter_mut();
        let (name, _) = fields.find(|(known, _)| known == got)?;
        name.clone_from(&meant);
        Some(meant)
    }

    /// Tells faults of the card as a whole, but those that only follow from others.
    pub(super) fn tell_all(&mut self, found: &[Fault]) {
        let found = self.placed(found);
        let mut nameless = Nameless::new(&self.document, &self.guesses, &found);
        let read = self.guesses.len();
        let causes = found.iter().filter(|(fault, _)| is_cause(fault.word().id));
        let causes: Vec<Guess> = causes.map(|(_, place)| Guess(place.clone())).collect();
        self.guesses.extend(causes);
        let mut unknown = UnknownKeys::default();
        for (fault, place) in &found {
            let all = self.guesses.as_slice();
            let causes = match is_cause(fault.word().id) {
                true => all.get(..read).unwrap_or_default(),
                false => all,
            };
            let is_told = match fault.word().id {
                _ if follows(&self.document, fault, place, causes) => false,
                "refers-to-nothing" if nameless.is_meant(fault) => false,
                "refers-to-nothing" => {
                    unknown.add(place);
                    true
                }
                "edition-without-value" => !unknown.is_meant(place) && !nameless.is_edition(place),
                _ => true,
            };
            if is_told && self.told.len() < MOST {
                self.tell((*fault).clone());
            }
        }
    }

    /// Whether something strange about the card only follows from what is told of it.
    pub(super) fn is_explained(&self, strange: &Fault) -> bool {
        // What is mistyped and put right is no cause.
        let told = self.told.iter();
        let told = told.filter(|fault| fault.word().arg("meant").is_none());
        let causes = told.map(|fault| Guess(steps(&self.document, fault.path())));
        let causes: Vec<Guess> = causes.collect();
        let place = steps(&self.document, strange.path());
        let follows = |causes| follows(&self.document, strange, &place, causes);
        follows(&self.guesses) || follows(&causes)
    }

    /// Faults with the steps to their places.
    fn placed<'f>(&self, found: &'f [Fault]) -> Vec<(&'f Fault, Vec<Step>)> {
        let placed = |fault: &'f Fault| (fault, steps(&self.document, fault.path()));
        found.iter().map(placed).collect()
    }
}

/// The words that a fault accepts.
fn known(word: &Word) -> impl Iterator<Item = &str> {
    let known = match word.arg("known") {
        Some(Arg::List(known)) => known.as_slice(),
        _ => &[],
    };
    known.iter().map(String::as_str)
}
