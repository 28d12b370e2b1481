//! Which faults only follow from others: from what was put in place of something that cannot be read, and
//! from what is told already.

use crate::value::{Fault, Value};

use super::path::{Step, node};

/// A place of which nobody has said what stands there, or where what is said is told to be wrong.
pub(super) struct Guess(pub(super) Vec<Step>);

/// How far the fields lie from a fault that it is concluded from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// In the same entry of the same list.
    Part,
    /// There, in the charges that count the same dimension, and in that dimension.
    Counted,
    /// Anywhere in the card.
    Card,
}

/// What a fault is concluded from beside the value at its place: the words by which faults are told, how far
/// the fields lie, and their keys.
type Conclusion = (&'static [&'static str], Reach, &'static [&'static str]);

const CONCLUSIONS: &[Conclusion] = &[
    (&["card-id"], Reach::Part, &["id", "product", "effective"]),
    (&["source-unused"], Reach::Card, &["source"]),
    (
        &[
            "tier-gap",
            "tier-overlap",
            "tier-empty",
            "tier-none",
            "tier-after-open",
            "tier-last-closed",
        ],
        Reach::Part,
        &["tiers", "from", "to", "min"],
    ),
    (
        &["tier-editions"],
        Reach::Part,
        &["tiers", "price", "model"],
    ),
    (
        &["want-between"],
        Reach::Part,
        &["min", "max", "default", "min_months", "max_months"],
    ),
    (
        &["beyond-without-allowance", "allowance-per-nothing"],
        Reach::Part,
        &["allowance"],
    ),
    (&["annual-not-billed"], Reach::Card, &["billing"]),
    (
        &["annual-editions", "annual-dearer"],
        Reach::Part,
        &["price", "annual_price"],
    ),
    (&["daily-annual"], Reach::Part, &["every"]),
    (&["charge-on-limit"], Reach::Card, &["limit"]),
    (
        &["circle", "each-of-each"],
        Reach::Card,
        &["each", "needs", "allowance_per", "dimension"],
    ),
    (
        &["pack-rule", "beside-packs", "too-large", "free-twice"],
        Reach::Counted,
        PRICED,
    ),
    (
        &[
            "package-model",
            "package-annual",
            "package-tiers",
            "refund-charge",
        ],
        Reach::Card,
        PRICED,
    ),
    (
        &[
            "trial-without-price",
            "in-trial-daily",
            "in-trial-packs",
            "in-trial-bundle",
            "in-trial-whole",
        ],
        Reach::Card,
        PRICED,
    ),
    (
        &["edition-without-charge", "dimension-unused"],
        Reach::Card,
        SOLD,
    ),
    (
        &["annual-without-price"],
        Reach::Card,
        &["model", "annual_price", "charges"],
    ),
    (&["min-months-beyond"], Reach::Part, &["min_months"]),
];

/// What decides who is charged what, and how.
const PRICED: &[&str] = &[
    "allowance",
    "allowance_per",
    "annual_price",
    "basic",
    "beside",
    "carries",
    "charges",
    "dimension",
    "each",
    "editions",
    "every",
    "from",
    "kind",
    "life",
    "limit",
    "min",
    "model",
    "needs",
    "price",
    "sells",
    "size",
    "step",
    "tiers",
    "to",
    "trial",
    "whole",
];

/// What decides whether an edition is sold anything, and whether anything depends on a dimension.
const SOLD: &[&str] = &[
    "allowance",
    "basic",
    "beside",
    "charges",
    "dimension",
    "each",
    "editions",
    "limit",
    "model",
    "needs",
    "price",
    "sells",
    "trial",
];

/// The words of faults that are seen at the value itself, whatever else there is.
const SEEN: &[&str] = &[
    "allowance-and-limit",
    "edition-without-value",
    "id-twice",
    "pack-not-prepaid",
    "refers-to-nothing",
    "want-edition",
    "want-id",
];

/// Whether faults of this word make others follow, instead of following themselves.
pub(super) fn is_cause(word: &str) -> bool {
    SEEN.contains(&word) || word.starts_with("tier-")
}

/// Whether what cannot be read at a place only follows from guesses: a charge of another model has other
/// fields, and a refund by another rule.
pub(super) fn is_unread_by(fault: &Fault, place: &[Step], guesses: &[Guess]) -> bool {
    const FIELDS: [&str; 3] = ["missing-field", "not-in-model", "unknown-field"];
    let is_field = FIELDS.contains(&fault.word().id);
    guesses.iter().any(|Guess(guess)| {
        let decides = guess
            .last()
            .is_some_and(|key| *key == *"model" || *key == *"rule");
        place.starts_with(guess) || (is_field && decides && part(guess) == part(place))
    })
}

/// Whether a fault at a place of a card that can be read only follows from guesses.
pub(super) fn follows(document: &Value, fault: &Fault, place: &[Step], guesses: &[Guess]) -> bool {
    let word = fault.word().id;
    let concluded = CONCLUSIONS.iter().find(|(words, ..)| words.contains(&word));
    guesses.iter().any(|Guess(guess)| {
        let is_beside = part(guess) == part(place);
        let is_cause = match concluded {
            Some((_, reach, keys)) => {
                let is_near = match reach {
                    Reach::Part => is_beside,
                    Reach::Counted => is_beside || count_alike(document, guess, place),
                    Reach::Card => true,
                };
                is_near && keys.iter().any(|key| names(guess, key))
            }
            // What else there may be is concluded from anything beside it.
            None => is_beside && !SEEN.contains(&word),
        };
        is_cause || place.starts_with(guess)
    })
}

/// The part of a card in which a place lies: an entry of a list, or a policy.
fn part(place: &[Step]) -> Option<&[Step]> {
    place.get(..2)
}

/// Whether the parts of two places are about the same dimension, as far as is known.
fn count_alike(document: &Value, one: &[Step], other: &[Step]) -> bool {
    let counted = |place: &[Step]| {
        let part = node(document, part(place)?)?;
        let id = match place.first()? {
            list if *list == *"dimensions" => part.get("id"),
            _ => part.get("dimension"),
        };
        id?.text().map(String::from)
    };
    let is_open = ["dimension", "dimensions", "charges", "model"];
    let last = one.last();
    is_open
        .iter()
        .any(|key| last.is_some_and(|step| *step == **key))
        || counted(one).is_some_and(|id| counted(other) == Some(id))
}

/// Whether a place is in the field of a key; of a list, whether it is the list or a whole entry of it.
fn names(place: &[Step], key: &str) -> bool {
    place.iter().enumerate().any(|(at, step)| {
        let mut behind = place.iter().skip(at).skip(1);
        let is_in_entry = matches!(behind.next(), Some(Step::Entry(_))) && behind.next().is_some();
        *step == *key && !is_in_entry
    })
}

impl PartialEq<str> for Step {
    fn eq(&self, key: &str) -> bool {
        matches!(self, Self::Field(known) if known == key)
    }
}
