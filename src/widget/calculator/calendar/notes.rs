//! What is said beside the picture.

use crate::calendar::Date;
use crate::engine::PackPurchase;
use crate::widget::state::Picture;
use crate::word::{Arg, Word};

/// What is lost and what is left over, and when a trial ends of which something is paid.
pub(super) fn notes(picture: &Picture, end: Date, is_paid: bool) -> Vec<Word> {
    let Some(item) = picture.chosen() else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    for plan in &item.packs {
        let charge = picture.card.charge(&plan.charge);
        let unit = charge.and_then(|charge| picture.card.dimension(charge.model.dimension()?));
        let Some((charge, unit)) = charge.zip(unit.map(|dimension| &dimension.unit)) else {
            continue;
        };
        let is_lost = |pack: &&PackPurchase| pack.expires.is_some_and(|day| day <= end);
        let sum = |lost: bool| {
            let packs = plan.purchases.iter().filter(|pack| is_lost(pack) == lost);
            packs.fold(0_u64, |sum, pack| sum.saturating_add(pack.unused))
        };
        for (id, rest) in [
            ("ui-calendar-lost", sum(true)),
            ("ui-calendar-left", sum(false)),
        ] {
            if rest > 0 {
                let charge = Arg::Label(charge.id.clone(), charge.label.clone());
                let rest = Arg::Quantity(rest, unit.clone());
                notes.push(Word::new(id).with("charge", charge).with("rest", rest));
            }
        }
    }
    let ends = picture.trial().filter(|_| is_paid).map(|_| end);
    notes.extend(ends.map(|on| Word::new("ui-calendar-trial").with("on", Arg::Date(on))));
    notes
}
