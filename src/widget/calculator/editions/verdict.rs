//! Whether an edition does all that is needed.

use crate::engine::ItemEstimate;
use crate::text::Id;
use crate::widget::State;
use crate::widget::dom::{IntoNode as _, Node, tag};
use crate::widget::signals::Memo;
use crate::widget::words::phrase::phrase;
use crate::word::{Arg, Word};

/// Whether an edition does all that is needed, and if not, why not.
#[derive(Clone, PartialEq)]
pub(super) enum Judgement {
    /// No other that fits costs less.
    Cheapest,
    /// It does all.
    Fits,
    /// What it does not do: the first, and how many more there are.
    Lacks(Word, u64),
}

impl Judgement {
    fn of(item: &ItemEstimate, cheapest: bool) -> Self {
        let more = item.problems.len().saturating_sub(1);
        match item.problems.first() {
            None if cheapest => Self::Cheapest,
            None => Self::Fits,
            Some(first) => {
                let more = u64::try_from(more).unwrap_or_default();
                Self::Lacks(first.word.clone(), more)
            }
        }
    }

    /// As the hook on the page says it.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Cheapest | Self::Fits => "true",
            Self::Lacks(..) => "false",
        }
    }
}

/// What is to be said of an edition; `None` where there is no answer.
pub(super) fn judgement(state: State, edition: Id) -> Memo<Option<Judgement>> {
    Memo::new(move |_| {
        let picture = state.picture()?;
        let cheapest = picture.comparison.cheapest.as_ref() == Some(&edition);
        Some(Judgement::of(picture.edition(&edition)?, cheapest))
    })
}

/// The same in words.
pub(super) fn verdict(state: State, judgement: Judgement) -> Node {
    let (sign, word, more) = match judgement {
        Judgement::Cheapest => ("✓ ", Word::new("ui-cheapest"), 0),
        Judgement::Fits => ("✓ ", Word::new("ui-fits"), 0),
        Judgement::Lacks(word, more) => ("✕ ", word, more),
    };
    let more = (more > 0).then(|| Word::new("ui-more-problems").with("more", Arg::Count(more)));
    let more = more.map(|word| {
        tag::span()
            .class("more-problems")
            .child(phrase(state, word))
    });

    (
        tag::span().attr("aria-hidden", "true").child(sign),
        tag::span().child(phrase(state, word)).child(more),
    )
        .into_node()
}
