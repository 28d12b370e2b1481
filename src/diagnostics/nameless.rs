//! Parts of a card whose ids cannot be read or are told to be wrong. What refers to nothing may mean one of
//! them, and is then no fault of its own.

use crate::value::{Fault, Value};
use crate::word::Arg;

use super::follow::Guess;
use super::nearest::nearest;
use super::path::{Step, node};

/// The parts without a name, and the names that were taken for theirs.
#[derive(Default)]
pub(super) struct Nameless {
    /// The list of each of them.
    parts: Vec<String>,
    /// The lists that cannot be read at all.
    lists: Vec<String>,
    /// The ids that stand there and are wrong.
    wrong: Vec<String>,
    /// The ids that stand there and that nobody has written.
    neutral: Vec<String>,
    taken: Vec<(String, String)>,
}

impl Nameless {
    /// Those of a card: what was put in place of its ids, and what is found of them.
    pub(super) fn new(document: &Value, guesses: &[Guess], found: &[(&Fault, Vec<Step>)]) -> Self {
        let mut nameless = Self::default();
        for Guess(place) in guesses {
            if nameless.add(place) {
                let part = node(document, place);
                let id = part.and_then(|part| part.get("id").or(Some(part))?.text());
                nameless.neutral.extend(id.map(String::from));
            }
        }
        for (fault, place) in found {
            match fault.word().id {
                "want-edition" | "id-twice" => {
                    nameless.add(place);
                }
                "want-id" => {
                    nameless.add(place);
                    if let Some(Arg::Text(id)) = fault.word().arg("got") {
                        nameless.wrong.push(id.clone());
                    }
                }
                _ => {}
            }
        }
        // What is written almost like a wrong id means that part, whatever else refers to nothing.
        for (fault, _) in found {
            let got = fault.word().arg("got");
            if matches!(got, Some(Arg::Text(id)) if nameless.is_wrong(id)) {
                nameless.is_meant(fault);
            }
        }
        nameless
    }

    /// Takes the place of a list, of a part or of its id. Whether it is one.
    fn add(&mut self, place: &[Step]) -> bool {
        match place {
            [Step::Field(list)] => self.lists.push(list.clone()),
            [.., Step::Field(list), Step::Entry(_)] => self.parts.push(list.clone()),
            [.., Step::Field(list), Step::Entry(_), Step::Field(id)] if id == "id" => {
                self.parts.push(list.clone());
            }
            _ => return false,
        }
        true
    }

    /// Whether an id is one of those that are wrong, but for how it is written.
    pub(super) fn is_wrong(&self, id: &str) -> bool {
        nearest(id, self.wrong.iter().map(String::as_str)).is_some()
    }

    /// Whether an edition that has no value at a place is one of them.
    pub(super) fn is_edition(&self, place: &[Step]) -> bool {
        matches!(place.last(), Some(Step::Field(id))
            if self.wrong.contains(id) || self.neutral.contains(id))
    }

    /// Whether a reference to what there is nothing of may mean one of them: each is meant by one id.
    pub(super) fn is_meant(&mut self, fault: &Fault) -> bool {
        let argument = |name: &str| match fault.word().arg(name) {
            Some(Arg::Text(text)) => text.as_str(),
            _ => "",
        };
        let (what, id) = (argument("what"), argument("got"));
        let lists: &[&str] = match what {
            "charge" => &["charges"],
            "dimension" => &["dimensions"],
            "edition" => &["editions"],
            "group" => &["groups"],
            "source" => &["sources"],
            "part" => &["editions", "dimensions", "charges", "features"],
            _ => &["prohibited"],
        };
        lists.iter().any(|list| self.takes(list, id))
    }

    fn takes(&mut self, list: &str, id: &str) -> bool {
        let is_known = |(taken_by, taken): &&(String, String)| taken_by == list && taken == id;
        if self.lists.iter().any(|known| known == list)
            || self.taken.iter().find(is_known).is_some()
        {
            return true;
        }
        let taken = self.taken.iter().filter(|(taken_by, _)| taken_by == list);
        let parts = self.parts.iter().filter(|known| *known == list);
        let is_free = taken.count() < parts.count();
        if is_free {
            self.taken.push((String::from(list), String::from(id)));
        }
        is_free
    }
}

/// Editions that a value by edition names and that there are not, each by the steps to the value.
#[derive(Default)]
pub(super) struct UnknownKeys(Vec<Vec<Step>>);

impl UnknownKeys {
    /// Takes the place of such a key.
    pub(super) fn add(&mut self, place: &[Step]) {
        if let Some((Step::Field(_), above)) = place.split_last() {
            self.0.push(above.to_vec());
        }
    }

    /// Whether an edition that has no value there may be what such a key means: each means one.
    pub(super) fn is_meant(&mut self, lacking: &[Step]) -> bool {
        let above = lacking.split_last().map_or(&[][..], |(_, above)| above);
        match self.0.iter().position(|known| known == above) {
            Some(at) => {
                self.0.swap_remove(at);
                true
            }
            None => false,
        }
    }
}
