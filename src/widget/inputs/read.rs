//! Reading numbers as the visitor's language writes them.

use std::sync::Arc;

use super::entry::Bounds;
use crate::locale::NumberSigns;
use crate::text::{ENGLISH, Unit};
use crate::widget::state::State;
use crate::widget::words::number::{Reader, Unread, Why};

/// What may stand behind a number, as it is now.
pub(in crate::widget) type UnitWords = Arc<dyn Fn() -> Vec<String> + Send + Sync>;

/// Nothing but the number.
pub(in crate::widget) fn no_unit() -> UnitWords {
    Arc::new(Vec::new)
}

/// What a unit may be called, in the visitor's language and in English.
pub(in crate::widget) fn words_of(state: State, unit: Arc<Unit>) -> UnitWords {
    Arc::new(move || {
        let language = state.format().map(|format| String::from(format.language()));
        let language = language.unwrap_or_default();
        let wanted = [unit.language(&language), ENGLISH];
        let known = unit.languages().iter();
        let known = known.filter(|(tag, _)| wanted.contains(&&**tag));
        let forms = known.flat_map(|(_, forms)| forms.iter());
        forms.map(|(_, form)| form.clone()).collect()
    })
}

/// The number that a text means, where it is within bounds.
pub(super) fn read_number(
    state: State,
    bounds: Bounds,
    unit: &dyn Fn() -> Vec<String>,
    text: &str,
) -> Result<u64, Unread> {
    let format = state.format();
    let reader = Reader {
        signs: format
            .as_ref()
            .map_or(NumberSigns::ENGLISH, |format| format.number_signs()),
        language: format.as_ref().map_or(ENGLISH, |format| format.language()),
        unit,
    };
    let is_taken = |number: &u64| (bounds.min..=bounds.max).contains(number);
    match reader.read(text) {
        Ok(number) if is_taken(&number) => Ok(number),
        Ok(number) => Err(Why::Outside(Some(number)).into()),
        Err(mut unread) => {
            unread.proposals.retain(is_taken);
            if unread.why == Why::Ambiguous && unread.proposals.len() < 2 {
                unread.why = Why::NotWhole;
            }
            Err(unread)
        }
    }
}
