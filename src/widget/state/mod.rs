//! What one widget knows: the signals that the views read.

mod attributes;
mod change;
mod kept;
mod picture;
mod question;
mod speech;
mod view;

pub use attributes::{configure, views};
pub use kept::{Earlier, further};
pub use picture::Picture;
pub use question::Question;
pub use view::View;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::card::{Card, Catalog};
use crate::engine::{Answer, Estimate, EstimateRequest, ItemEstimate, estimate, price_items};
use crate::locale::{Format, Locale};
use crate::widget::signals::{Memo, RwSignal, StoredValue};
use crate::word::Word;
use kept::state_json;

/// What one widget knows. Cheap to copy: handles to signals of its own reactive owner.
///
/// Everything reads with `try_`: an element may be gone while something still asks.
#[derive(Clone, Copy)]
pub struct State {
    /// The rate cards of all, those that the host adds as JSON text, and both together.
    shared: StoredValue<Arc<Catalog>>,
    own: StoredValue<Option<String>>,
    catalog: RwSignal<Arc<Catalog>>,
    question: RwSignal<Question>,
    /// Whether the host leaves the product to the visitor.
    all: RwSignal<bool>,
    earlier: RwSignal<Option<Earlier>>,
    picture: Memo<Answer<Arc<Picture>>>,
    card: Memo<Option<Arc<Card>>>,
    views: RwSignal<Vec<View>>,
    chosen: RwSignal<Option<View>>,
    locale: RwSignal<&'static Locale>,
    format: leptos::prelude::RwSignal<Rc<dyn Format>, LocalStorage>,
    changed: leptos::prelude::StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("State")
    }
}

impl State {
    /// The signals of a question, in the current reactive owner. `changed` is told when the visitor
    /// has changed something.
    #[must_use]
    pub fn new(
        catalog: Arc<Catalog>,
        question: Question,
        format: Rc<dyn Format>,
        changed: Rc<dyn Fn()>,
    ) -> Self {
        let question = RwSignal::new(question);
        let shared = StoredValue::new(Arc::clone(&catalog));
        let catalog = RwSignal::new(catalog);
        let picture = Memo::new(move |_| {
            let today = crate::calendar::Date::FIRST;
            let question = question.try_get().unwrap_or_else(|| Question::new(today));
            let catalog = catalog.try_get().unwrap_or_default();
            Picture::of(&catalog, &question).map(Arc::new)
        });
        let card = Memo::new(move |before: Option<&Option<Arc<Card>>>| {
            let now = picture.try_get()?.ok().map(|picture| picture.card.clone());
            let open = question.try_with(Question::is_open)?;
            let before = before.filter(|_| !open);
            now.or_else(|| before.cloned().flatten())
        });
        Self {
            shared,
            own: StoredValue::new(None),
            catalog,
            question,
            all: RwSignal::new(true),
            earlier: RwSignal::new(None),
            picture,
            card,
            views: RwSignal::new(vec![View::default()]),
            chosen: RwSignal::new(None),
            locale: RwSignal::new(&crate::ENGLISH),
            format: leptos::prelude::RwSignal::new_local(format),
            changed: leptos::prelude::StoredValue::new_local(changed),
        }
    }

    /// What is shown; `None` where the question has no answer.
    #[must_use]
    pub fn picture(self) -> Option<Arc<Picture>> {
        self.picture.try_get()?.ok()
    }

    /// Why the question has no answer, where it has none.
    #[must_use]
    pub fn fault(self) -> Option<Word> {
        self.picture
            .try_get()?
            .err()
            .map(|fault| fault.word().clone())
    }

    /// The rate cards; `None` once the widget is gone.
    #[must_use]
    pub fn catalog(self) -> Option<Arc<Catalog>> {
        self.catalog.try_get()
    }

    /// What is asked.
    #[must_use]
    pub fn question(self) -> Option<Question> {
        self.question.try_get()
    }

    /// The rate card of what is shown. It stays where a question has no answer, so that the question
    /// can be changed.
    #[must_use]
    pub fn card(self) -> Option<Arc<Card>> {
        self.card.try_get().flatten()
    }

    /// The views that the host wants.
    #[must_use]
    pub fn views(self) -> Vec<View> {
        self.views.try_get().unwrap_or_default()
    }

    /// The view that is shown: the one chosen, if it is there, else the first.
    #[must_use]
    pub fn view(self) -> View {
        let views = self.views();
        let chosen = self.chosen.try_get().flatten();
        let chosen = chosen.filter(|chosen| views.contains(chosen));
        chosen
            .or_else(|| views.first().copied())
            .unwrap_or_default()
    }

    /// What was shown when what is shown was kept; `None` once something else is asked.
    #[must_use]
    pub fn earlier(self) -> Option<Earlier> {
        self.earlier.try_get().flatten()
    }

    /// What is to be kept to show the same later, as JSON.
    #[must_use]
    pub fn kept(self) -> Option<String> {
        let question = self.question.try_get_untracked()?;
        let picture = self.picture.try_get_untracked()?.ok();
        let known = question.is_open() || picture.is_some();
        known.then(|| state_json(&question, picture.as_deref(), self.view().as_str()))
    }

    /// What is asked and the answer to it: about no item while no product is chosen. `None` where the
    /// question has no answer.
    #[must_use]
    pub fn answered(self) -> Option<(EstimateRequest, Estimate)> {
        let question = self.question.try_get_untracked()?;
        if question.is_open() {
            let request = question.open_request();
            let nothing = estimate(&Catalog::default(), &request).ok()?;
            return Some((request, nothing));
        }
        let picture = self.picture.try_get_untracked()?.ok()?;
        Some((picture.request.clone(), picture.estimate.clone()))
    }

    /// Whether the product is still to be chosen.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.question
            .try_with(Question::is_open)
            .unwrap_or_default()
    }

    /// Whether the visitor may choose another product.
    #[must_use]
    pub fn has_all(self) -> bool {
        self.all.try_get().unwrap_or_default()
    }

    /// What the chosen edition would cost if something else were asked, without advice; `None` where
    /// that has no answer.
    #[must_use]
    pub fn priced_if(self, change: impl FnOnce(&mut Question)) -> Option<ItemEstimate> {
        let mut question = self.question()?;
        change(&mut question);
        let catalog = self.catalog.try_get()?;
        let (_, request) = question.request(&catalog).ok()?;
        let items = price_items(&catalog, &request).ok()?;
        items.into_iter().next()
    }
}
