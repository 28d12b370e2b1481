//! How large a document may be: every limit there is, in one table.
//!
//! The limits are generous to people and finite to attackers. Each is checked before anything is
//! priced: while a text or a JavaScript value is read, or by the [`Shape`](super::Shape) of the
//! document. The published JSON Schema has them from here, and so has `docs/limits.md`.

/// Declares the constants together with the table of all of them.
macro_rules! limits {
    ($($place:literal: $(#[doc = $what:literal] $name:ident = $most:expr;)+)+) => {
        $($(#[doc = $what] pub const $name: usize = $most;)+)+

        /// Every limit.
        pub const LIMITS: &[Limit] = &[$($(Limit {
            name: stringify!($name),
            place: $place,
            counts: $what,
            most: $name,
        },)+)+];
    };
}

/// A limit, for whoever lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limit {
    /// The name of its constant.
    pub name: &'static str,
    /// Where it holds.
    pub place: &'static str,
    /// What it counts.
    pub counts: &'static str,
    /// How many there may be.
    pub most: usize,
}

limits! {
    "every document":
    #[doc = "bytes of a JSON or TOML text, and of a line of `ratecard batch`"]
    MAX_BYTES = 16 * 1024 * 1024;
    #[doc = "lists and objects in each other"]
    MAX_DEPTH = 64;
    #[doc = "values in all: numbers, texts, lists, objects and what is in them"]
    MAX_VALUES = 262_144;
    #[doc = "entries of a list or fields of an object, whatever it is"]
    MAX_ENTRIES = 131_072;
    #[doc = "characters of an id, or of a key of the author's choice"]
    MAX_ID = 200;
    #[doc = "characters of any other text"]
    MAX_TEXT = 10_000;

    "a request":
    #[doc = "`items`"]
    MAX_ITEMS = 100;
    #[doc = "`months`, and numbers of a series in `demand`"]
    MAX_SERIES = 36;
    #[doc = "rows of `calls`, for each dimension"]
    MAX_CALLS = 1_000;
    #[doc = "packs of `buy`, for each charge"]
    MAX_PACKS = 360;
    #[doc = "ids in `requires`"]
    MAX_REQUIRED = 1_000;
    #[doc = "entries of all lines together: months × charges, and × tiers of `graduated` ones"]
    MAX_PRICED = 100_000;
    #[doc = "planning of all packs together: months² × sizes up to the top tier × tiers ÷ 32, about"]
    MAX_PLANNING = 3_000_000;
    #[doc = "bytes of the rate card's texts in an answer, in English: sources, units, names and readings"]
    MAX_ANSWER_TEXT = 20_000_000;
    #[doc = "`agents`"]
    MAX_AGENTS = 10_000;
    #[doc = "characters of an e-mail address"]
    MAX_EMAIL = 320;

    "a link":
    #[doc = "letters of the part of an element, as it stands in the address"]
    MAX_LINK = 20_000;
    #[doc = "bytes of the JSON that it holds"]
    MAX_LINK_BYTES = 256 * 1024;

    "a rate card":
    #[doc = "`editions`, and values by edition"]
    MAX_EDITIONS = 100;
    #[doc = "`dimensions`, and fields of `demand` and `calls`"]
    MAX_DIMENSIONS = 200;
    #[doc = "`charges`, and fields of `buy`"]
    MAX_CHARGES = 500;
    #[doc = "`tiers` of a charge"]
    MAX_TIERS = 100;
    #[doc = "`features`"]
    MAX_FEATURES = 2_000;
    #[doc = "`examples`"]
    MAX_EXAMPLES = 12;
    #[doc = "`groups`"]
    MAX_GROUPS = 500;
    #[doc = "`sources`"]
    MAX_SOURCES = 500;
    #[doc = "`readings`"]
    MAX_READINGS = 500;
    #[doc = "`notes`"]
    MAX_NOTES = 1_000;
    #[doc = "ids in one list, such as `applies_to`"]
    MAX_IDS = 500;
    #[doc = "languages of a text"]
    MAX_LANGUAGES = 100;
    #[doc = "forms of a unit in a language"]
    MAX_FORMS = 10;
    #[doc = "ways of `billing`"]
    MAX_BILLING = 10;
    #[doc = "texts in a list of a policy, such as `steps`"]
    MAX_TEXTS = 200;
    #[doc = "`plan_changes`"]
    MAX_PLAN_CHANGES = 1_000;
    #[doc = "`industries`, `scenarios` of each, and what is `prohibited`"]
    MAX_INDUSTRIES = 200;
    #[doc = "`behaviours`"]
    MAX_BEHAVIOURS = 200;

    "all rate cards together":
    #[doc = "rate cards, those of the project and those that are added"]
    MAX_CARDS = 1_000;
}
