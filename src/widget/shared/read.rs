//! Memos of a part of the answer or of the question, so that a view hears only of what it shows.

use crate::engine::ItemEstimate;
use crate::text::Id;
use crate::widget::signals::Memo;
use crate::widget::state::{Picture, Question, State};

/// What reads a part of something, which may not be there.
type Read<T, P> = Box<dyn Fn(&T) -> Option<P> + Send + Sync>;

impl State {
    /// A part of the answer; `None` while the question has none.
    pub(in crate::widget) fn memo<P: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Picture) -> Option<P> + Send + Sync + 'static,
    ) -> Memo<Option<P>> {
        memo_of_picture(self, Box::new(read))
    }

    /// A part of what an edition would cost; `None` while the question has no answer.
    pub(in crate::widget) fn memo_of_edition<P: Clone + PartialEq + Send + Sync + 'static>(
        self,
        edition: Id,
        read: impl Fn(&ItemEstimate) -> Option<P> + Send + Sync + 'static,
    ) -> Memo<Option<P>> {
        self.memo(move |picture| read(picture.edition(&edition)?))
    }

    /// A part of what the chosen edition costs; `None` while the question has no answer.
    pub(in crate::widget) fn memo_of_chosen<P: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&ItemEstimate) -> Option<P> + Send + Sync + 'static,
    ) -> Memo<Option<P>> {
        self.memo(move |picture| read(picture.chosen()?))
    }

    /// A part of the question; `None` once the widget is gone.
    pub(in crate::widget) fn memo_of_question<P: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Question) -> Option<P> + Send + Sync + 'static,
    ) -> Memo<Option<P>> {
        memo_of_question(self, Box::new(read))
    }
}

/// Compiled once for each type of part, whatever reads it.
#[inline(never)]
fn memo_of_picture<P: Clone + PartialEq + Send + Sync + 'static>(
    state: State,
    read: Read<Picture, P>,
) -> Memo<Option<P>> {
    Memo::new(move |_| read(&*state.picture()?))
}

/// Compiled once for each type of part, whatever reads it.
#[inline(never)]
fn memo_of_question<P: Clone + PartialEq + Send + Sync + 'static>(
    state: State,
    read: Read<Question, P>,
) -> Memo<Option<P>> {
    Memo::new(move |_| read(&state.question()?))
}
