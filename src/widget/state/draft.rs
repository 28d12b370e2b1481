//! What is being written in fields: it stands there as it is written until the field is left, also where the fields are
//! made anew, as in another language.

use super::State;
use super::unread::Input;

/// What is being written in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::widget) struct Draft {
    /// Which field it is.
    pub input: Input,
    /// What stands there.
    pub text: String,
    /// The number that it means; `None` where it means nothing before it is applied.
    pub number: Option<u64>,
}

impl State {
    /// What is being written in a field.
    pub(in crate::widget) fn draft_in(self, input: &Input) -> Option<Draft> {
        let draft = self.drafts.try_with(|drafts| {
            let mut drafts = drafts.iter();
            drafts.find(|draft| draft.input == *input).cloned()
        });
        draft.flatten()
    }

    /// Something is being written in a field.
    pub(in crate::widget) fn write(self, draft: Draft) {
        self.change_drafts(|drafts| {
            drafts.retain(|known| known.input != draft.input);
            drafts.push(draft);
        });
    }

    /// Nothing is being written in a field any longer.
    pub(in crate::widget) fn written(self, input: &Input) {
        self.change_drafts(|drafts| drafts.retain(|known| known.input != *input));
    }

    /// Another rate card has other fields.
    pub(super) fn drop_drafts(self) {
        self.change_drafts(Vec::clear);
    }

    fn change_drafts(self, change: impl FnOnce(&mut Vec<Draft>)) {
        let Some(before) = self.drafts.try_get_untracked() else {
            return;
        };
        let mut drafts = before.clone();
        change(&mut drafts);
        if drafts != before {
            self.drafts.try_set(drafts);
        }
    }
}
