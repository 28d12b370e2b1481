//! What one widget knows: the signals that the views read.

mod attributes;
mod cards;
mod change;
mod copied;
mod draft;
mod kept;
mod picture;
mod question;
mod saved;
mod settings;
mod speech;
mod unread;
mod view;

pub(in crate::widget) use copied::Copied;
pub(in crate::widget) use draft::Draft;
pub(in crate::widget) use kept::{Kept, KeptAxis, KeptSearch};
pub use picture::Picture;
pub use question::Question;
pub use saved::SavedAnswer;
pub(in crate::widget) use unread::{Input, Unread};
pub use view::View;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::card::{Card, Catalog};
use crate::engine::{Answer, Estimate, EstimateRequest, ItemEstimate, estimate, price_in_its_time};
use crate::locale::{Format, Locale};
use crate::widget::signals::{RwSignal, StoredValue};
use crate::widget::words::Language;
use crate::word::Word;
use picture::answer;
use saved::state_json;

/// What one widget knows. Cheap to copy: handles to signals of its own reactive owner.
///
/// Everything reads with `try_`: an element may be gone while something still asks.
///
/// ```
/// use std::rc::Rc;
///
/// use leptos::prelude::Owner;
/// use ratecard::calendar::Date;
/// use ratecard::locale::PlainEnglish;
/// use ratecard::value::from_json;
/// use ratecard::widget::{Language, Question, State, views};
///
/// let owner = Owner::new();
/// let state = owner.with(|| {
///     let question = Question::new(Date::LAST);
///     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
/// });
/// let settings = from_json(r#"{"product": "chat", "months": "12", "demand": "mau=25000"}"#)?;
/// state.configure(&settings)?;
/// let total = state.picture().map(|picture| picture.estimate.totals[0].1.to_string());
/// assert_eq!(total.as_deref(), Some("7488"));
/// # Ok::<(), ratecard::value::Fault>(())
/// ```
#[derive(Clone, Copy)]
pub struct State {
    /// The rate cards of all, the JSON text of those that the host adds, and both together.
    shared: StoredValue<Arc<Catalog>>,
    added_cards: StoredValue<Option<String>>,
    catalog: RwSignal<Arc<Catalog>>,
    /// The question and its answer, which are set together: `None` while no product is chosen.
    question: RwSignal<Question>,
    answer: RwSignal<Answer<Option<Arc<Picture>>>>,
    /// The rate card of the answer, or of the one before where a question has none.
    card: RwSignal<Option<Arc<Card>>>,
    /// What stands in fields and is not understood.
    unread: RwSignal<Vec<Unread>>,
    /// What is being written in fields.
    drafts: RwSignal<Vec<Draft>>,
    /// Whether the host leaves the product to the visitor.
    all_products: RwSignal<bool>,
    saved_answer: RwSignal<Option<SavedAnswer>>,
    /// Whether the visitor is to be told that a link could not be read.
    link_failed: RwSignal<bool>,
    /// What became of copying a link, until something else is asked.
    copied: RwSignal<Option<Copied>>,
    /// All views that there are, those that the host wants, and the one that was chosen.
    all_views: StoredValue<Vec<View>>,
    views: RwSignal<Vec<View>>,
    chosen_view: RwSignal<Option<View>>,
    /// What views keep while another one is shown.
    kept: RwSignal<Kept>,
    locale: RwSignal<&'static Locale>,
    format: leptos::prelude::RwSignal<Rc<dyn Format>, LocalStorage>,
    on_change: leptos::prelude::StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("State")
    }
}

impl State {
    /// The signals of a question, in the current reactive owner. `views` are those that there are, of
    /// which the first is shown until the host wants others; `on_change` is called when the visitor has
    /// changed something.
    #[must_use]
    pub fn new(
        views: Vec<View>,
        language: &Language,
        format: Rc<dyn Format>,
        question: Question,
        on_change: Rc<dyn Fn()>,
    ) -> Self {
        let catalog = Arc::clone(&language.catalog);
        let answer = answer(&catalog, &question);
        let card = answer.as_ref().ok().and_then(Option::as_ref);
        Self {
            card: RwSignal::new(card.map(|picture| Arc::clone(&picture.card))),
            shared: StoredValue::new(Arc::clone(&catalog)),
            added_cards: StoredValue::new(None),
            catalog: RwSignal::new(catalog),
            question: RwSignal::new(question),
            answer: RwSignal::new(answer),
            unread: RwSignal::new(Vec::new()),
            drafts: RwSignal::new(Vec::new()),
            all_products: RwSignal::new(true),
            saved_answer: RwSignal::new(None),
            link_failed: RwSignal::new(false),
            copied: RwSignal::new(None),
            views: RwSignal::new(views.iter().take(1).copied().collect()),
            all_views: StoredValue::new(views),
            chosen_view: RwSignal::new(None),
            kept: RwSignal::new(Kept::default()),
            locale: RwSignal::new(language.locale),
            format: leptos::prelude::RwSignal::new_local(format),
            on_change: leptos::prelude::StoredValue::new_local(on_change),
        }
    }

    /// What is shown; `None` where the question has no answer, and while no product is chosen.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// assert!(state.picture().is_none());
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// assert!(state.picture().is_some());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn picture(self) -> Option<Arc<Picture>> {
        self.answer.try_get()?.ok().flatten()
    }

    /// Why the question has no answer, where it has none.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// assert_eq!(state.fault(), None);
    /// state.change(|question| question.item.edition = "gold".into());
    /// assert_eq!(state.fault().map(|word| word.id), Some("unknown-edition"));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn fault(self) -> Option<Word> {
        let fault = self.answer.try_get()?.err()?;
        Some(fault.word().clone())
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
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// let product = state.card().map(|card| card.product.to_string());
    /// assert_eq!(product.as_deref(), Some("chat"));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn card(self) -> Option<Arc<Card>> {
        self.card.try_get().flatten()
    }

    /// The views that the host wants.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"view": "matrix chart"}"#)?)?;
    /// let names: Vec<_> = state.views().iter().map(|view| view.name).collect();
    /// assert_eq!(names, ["matrix", "chart"]);
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn views(self) -> Vec<View> {
        self.views.try_get().unwrap_or_default()
    }

    /// The view that is shown: the one chosen, if it is there, else the first; `None` once the widget
    /// is gone.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// assert_eq!(state.view().map(|view| view.name), Some("calculator"));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn view(self) -> Option<View> {
        let views = self.views();
        let chosen = self.chosen_view.try_get().flatten();
        let chosen = chosen.filter(|chosen| views.contains(chosen));
        chosen.or_else(|| views.first().copied())
    }

    /// What views keep while another one is shown.
    pub(in crate::widget) const fn kept(self) -> RwSignal<Kept> {
        self.kept
    }

    /// What was shown when the state that is shown was saved; `None` once something else is asked.
    #[must_use]
    pub fn saved_answer(self) -> Option<SavedAnswer> {
        self.saved_answer.try_get().flatten()
    }

    /// Whether a link could not be read, and the visitor is still to be told so.
    #[must_use]
    pub fn has_link_failed(self) -> bool {
        self.link_failed.try_get().unwrap_or_default()
    }

    /// Has the visitor told that a link could not be read, or no longer. Whatever else is asked from outside
    /// takes it back, too.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.set_link_failed(true);
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// assert!(!state.has_link_failed());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn set_link_failed(self, has_failed: bool) {
        self.link_failed.try_set(has_failed);
    }

    /// What became of copying a link to what is shown.
    pub(in crate::widget) fn copied(self) -> Option<Copied> {
        self.copied.try_get().flatten()
    }

    /// Has the visitor told that a link to what is shown is copied; or shown its address, where it is to be copied
    /// by hand. That holds until something else is shown.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// let before = state.state_json();
    /// state.link_copied(Some("https://vendor.example/prices#rate-card=1.eJyr".to_owned()));
    /// assert_eq!(state.state_json(), before);
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    pub fn link_copied(self, address: Option<String>) {
        let copied = address.map_or(Copied::Taken, Copied::Shown);
        self.copied.try_set(Some(copied));
    }

    /// The state to be saved, from which the same can be shown later, as JSON; `None` where the question
    /// has no answer.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// let json = state.state_json().unwrap_or_default();
    /// let settings = format!(r#"{{"state": {json}}}"#);
    /// state.configure(&from_json(&settings)?)?;
    /// assert_eq!(state.state_json(), Some(json));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn state_json(self) -> Option<String> {
        let question = self.question.try_get_untracked()?;
        let picture = self.answer.try_get_untracked()?.ok()?;
        let view = untrack(|| self.view())?;
        Some(state_json(&question, picture.as_deref(), view))
    }

    /// What is asked and the answer to it: about no item while no product is chosen. `None` where the
    /// question has no answer.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// let answered = state.request_and_estimate();
    /// assert!(answered.is_some_and(|(request, estimate)| request.months == estimate.months));
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn request_and_estimate(self) -> Option<(EstimateRequest, Estimate)> {
        let question = self.question.try_get_untracked()?;
        match self.answer.try_get_untracked()?.ok()? {
            Some(picture) => Some((picture.request.clone(), picture.as_asked())),
            None => {
                let request = question.open_request();
                let nothing = estimate(&Catalog::default(), &request).ok()?;
                Some((request, nothing))
            }
        }
    }

    /// Whether the product is still to be chosen.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.question
            .try_with(Question::is_open)
            .unwrap_or_default()
    }

    /// Whether the visitor may choose another product.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// assert!(state.has_all_products());
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// assert!(!state.has_all_products());
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn has_all_products(self) -> bool {
        self.all_products.try_get().unwrap_or_default()
    }

    /// What the chosen edition would cost if something else were asked, without advice; of a trial, as long
    /// as it lasts. `None` where that has no answer.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use ratecard::calendar::Date;
    /// # use ratecard::locale::PlainEnglish;
    /// # use ratecard::value::from_json;
    /// # use ratecard::widget::{Language, Question, State, views};
    /// # let owner = leptos::prelude::Owner::new();
    /// # let state = owner.with(|| {
    /// #     let question = Question::new(Date::LAST);
    /// #     State::new(views(), &Language::english(), Rc::new(PlainEnglish), question, Rc::new(|| {}))
    /// # });
    /// state.configure(&from_json(r#"{"product": "chat"}"#)?)?;
    /// let longer = state.priced_if(|question| question.months = 12);
    /// let now = state.picture().and_then(|picture| picture.chosen()?.total);
    /// assert!(longer.and_then(|item| item.total) > now);
    /// # Ok::<(), ratecard::value::Fault>(())
    /// ```
    #[must_use]
    pub fn priced_if(self, change: impl FnOnce(&mut Question)) -> Option<ItemEstimate> {
        let mut question = self.question()?;
        change(&mut question);
        let catalog = self.catalog.try_get()?;
        let (card, asked) = question.for_every_edition(&catalog).ok()?;
        price_in_its_time(&card, &asked).ok()
    }
}
