//! The kinds of money. Slider, bar, lines and payments show each in the same way, so that who has understood
//! one of them has understood all.

use crate::card::{Card, Charge, ChargeKind};
use crate::widget::dom::{Element, tag};

/// What an amount is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::widget) enum Kind {
    /// The edition itself: the same whatever is needed, or so many packages.
    Plan,
    /// What is added to it beforehand, unit by unit.
    Added,
    /// Packs that are bought once and used up.
    Packs,
    /// What is paid afterwards, as it is used.
    Used,
}

impl Kind {
    /// Of what kind a charge of a card is.
    pub fn of(card: &Card, charge: &str) -> Self {
        let Some(charge) = card.charge(charge) else {
            return Self::Added;
        };
        match charge.kind {
            ChargeKind::Payg => Self::Used,
            _ if charge.pack_sizes().is_some() => Self::Packs,
            _ if is_plan(card, charge) => Self::Plan,
            _ => Self::Added,
        }
    }

    /// As the hook on the page says it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "base",
            Self::Added => "added",
            Self::Packs => "packs",
            Self::Used => "used",
        }
    }
}

/// Whether a charge that is paid beforehand is for the edition itself. Where a card sells no such thing, what it
/// lists first stands for it, such as seats.
fn is_plan(card: &Card, charge: &Charge) -> bool {
    let is_fixed = |charge: &Charge| charge.model.is_constant() || charge.model.weighs_packages();
    if card.charges.iter().any(is_fixed) {
        return is_fixed(charge);
    }
    let mut prepaid = card.charges.iter();
    let first = prepaid.find(|one| one.kind == ChargeKind::Prepaid && one.pack_sizes().is_none());
    first.is_some_and(|first| first.id == charge.id)
}

/// A rectangle in a drawing, in the colour of a kind.
pub(in crate::widget) fn filled(kind: Kind) -> Element {
    let rect = tag::rect().attr(
        "class",
        match kind {
            Kind::Plan => "fill-1",
            Kind::Added => "fill-2",
            Kind::Packs => "fill-3",
            Kind::Used => "fill-4",
        },
    );
    match kind {
        Kind::Used => rect.attr("fill", HATCH),
        _ => rect,
    }
}

/// The hatch, as the colour of a shape.
pub(in crate::widget) const HATCH: &str = "url(#hatch)";

/// The pattern that it is: once in each widget, as patterns are found within their shadow root alone.
pub(in crate::widget) fn hatch() -> Element {
    let pattern = tag::pattern()
        .attr("id", "hatch")
        .attr("width", "6")
        .attr("height", "6")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(
            tag::rect()
                .class("hatch-ground")
                .attr("width", "6")
                .attr("height", "6"),
        )
        .child(tag::path().class("hatch-line").attr("d", "M1.5 0v6"));
    tag::svg()
        .class("visually-hidden")
        .attr("aria-hidden", "true")
        .child(tag::defs().child(pattern))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_charge_has_a_kind() {
        let catalog = crate::catalog();
        let kinds = |id: &str| -> Vec<&str> {
            let card = catalog.card(id).unwrap();
            let charges = card.charges.iter();
            charges
                .map(|charge| Kind::of(&card, &charge.id).as_str())
                .collect()
        };
        assert_eq!(kinds("chat/2024-07-22"), ["base", "used"]);
        assert_eq!(kinds("desk/2026-05-27"), ["base", "added", "packs", "used"]);
        assert_eq!(
            kinds("contact-center/2024-05-07"),
            ["base", "added", "added"]
        );
        let by_seat = ["base", "added", "added", "packs", "packs"];
        assert_eq!(kinds("contact-center-cn/undated"), by_seat);
    }
}
