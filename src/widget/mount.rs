//! The door to the element's class: one object for each element on the page.

use core::any::Any;
use core::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::frame::shell;
use super::part::Part;
use super::views::{is_there, wanted};
use super::{Language, Question, State, views};
use crate::api::{ErrorBody, ErrorReply, EstimateReply, request_json};
use crate::locale::{Format, PlainEnglish};
use crate::value::{Fault, Value, from_js};
use crate::widget::words::Intl;

thread_local! {
    /// The languages of all elements of the page, each with the rate cards, which are read once.
    static LANGUAGES: RefCell<Vec<Language>> = RefCell::new(vec![Language::english()]);
}

/// A widget on the page.
///
/// Its methods take `&self`: a call may come while another is on its way, from an event that a
/// change has caused.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    state: State,
    part: Part,
    mounted: RefCell<Option<Mounted>>,
}

/// What is dropped, in this order, when the element goes: first what is on the page, then the
/// signals under it.
struct Mounted {
    _page: Box<dyn Any>,
    _owner: Owner,
}

impl core::fmt::Debug for Mounted {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Mounted")
    }
}

#[wasm_bindgen]
impl Widget {
    /// Puts a widget into a shadow root.
    ///
    /// `settings` holds the attributes, and the fields `request`, `state` and `cards` if the host has
    /// set them; `on_change` is called when the visitor changes something, `fetch` when a view is wanted
    /// that is still to be fetched. `None` where it is the first one: nothing has been put anywhere then,
    /// so that what stands there can stay until that has been fetched.
    ///
    /// # Errors
    ///
    /// The error as JSON text, with what to say of it on the page; nothing has been put anywhere
    /// then.
    pub fn mount(
        root: &web_sys::ShadowRoot,
        language: &str,
        settings: &JsValue,
        on_change: Function,
        fetch: Function,
    ) -> Result<Option<Self>, String> {
        // Not a child of whatever owner is current: an element that another one's event handler
        // makes must not go with it.
        let owner = Owner::default();
        let settings = read(settings)?;
        let tag = language;
        let language = nearest(tag);
        let format = format(&language, tag);
        let mounted = owner.with(|| {
            let question = Question::new(crate::clock::today());
            let on_change = without_errors(on_change);
            let state = State::new(views(), &language, format, question, on_change);
            let configured = state.configure(&settings);
            configured.map_err(|fault| in_words(&fault, state))?;
            if !is_there(wanted(state)) {
                return Ok(None);
            }
            let part = Part::new(without_errors(fetch));
            let page: Box<dyn Any> = Box::new(mount_to(root.clone().unchecked_into(), move || {
                shell(state, part)
            }));
            Ok::<_, String>(Some((state, part, page)))
        })?;
        Ok(mounted.map(|(state, part, page)| {
            let mounted = Mounted {
                _page: page,
                _owner: owner,
            };
            Self {
                state,
                part,
                mounted: RefCell::new(Some(mounted)),
            }
        }))
    }

    /// Tells how it went to fetch the views that were still to be fetched.
    #[wasm_bindgen(js_name = viewsFetched)]
    pub fn views_fetched(&self, are_there: bool) {
        self.part.fetched(are_there);
    }

    /// Takes what the host sets now, as in `mount`.
    ///
    /// # Errors
    ///
    /// The error as JSON text; everything stays as it was then.
    pub fn configure(&self, settings: &JsValue) -> Result<(), String> {
        let configured = self.state.configure(&read(settings)?);
        configured.map_err(|fault| json(&fault))
    }

    /// Tells the visitor that a link could not be read.
    #[wasm_bindgen(js_name = linkFailed)]
    pub fn link_failed(&self) {
        self.state.set_link_failed(true);
    }

    /// Tells the visitor that a link to what is shown is copied: or its address, where it is to be copied by hand.
    #[wasm_bindgen(js_name = linkCopied)]
    pub fn link_copied(&self, address: Option<String>) {
        self.state.link_copied(address);
    }

    /// Takes a further language for all elements of the page: the text of its file. `false` where it is
    /// no such text, which changes nothing.
    #[wasm_bindgen(js_name = addLanguage)]
    #[must_use]
    pub fn add_language(tag: &str, json: &str) -> bool {
        let known = |languages: &RefCell<Vec<Language>>| {
            let languages = languages.borrow();
            languages.iter().any(|known| known.locale.language == tag)
        };
        if LANGUAGES.with(known) {
            return true;
        }
        let read = Language::read(json);
        let is_read = read.is_some();
        LANGUAGES.with_borrow_mut(|languages| languages.extend(read));
        is_read
    }

    /// Says everything in another language: the nearest of those that have been added.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, language: &str) {
        let spoken = nearest(language);
        self.state.speak(&spoken, format(&spoken, language));
    }

    /// What is asked, as the JSON of a request.
    #[must_use]
    pub fn request(&self) -> Option<String> {
        Some(request_json(&self.state.request_and_estimate()?.0))
    }

    /// What is shown, as the JSON of a reply.
    #[must_use]
    pub fn estimate(&self) -> Option<String> {
        serde_json::to_string(&EstimateReply::new(&self.state.request_and_estimate()?.1)).ok()
    }

    /// The state to be saved, as the JSON of the property `state`.
    #[must_use]
    pub fn state(&self) -> Option<String> {
        self.state.state_json()
    }

    /// Takes the widget off the page.
    pub fn unmount(&self) {
        let mounted = self.mounted.take();
        drop(mounted);
    }
}

/// A function of the page, of which nothing comes back: what it throws is the page's own affair.
fn without_errors(function: Function) -> Rc<dyn Fn()> {
    Rc::new(move || {
        let _ = function.call0(&JsValue::UNDEFINED);
    })
}

fn read(settings: &JsValue) -> Result<Value, String> {
    from_js(settings).map_err(|fault| json(&fault))
}

fn json(fault: &Fault) -> String {
    ErrorReply::new(fault).to_json()
}

/// An error, and a sentence about it in the language of the page.
#[derive(Serialize)]
struct InWords<'a> {
    error: ErrorBody<'a>,
    sentence: String,
    language: &'static str,
}

fn in_words(fault: &Fault, state: State) -> String {
    let error = InWords {
        error: ErrorReply::new(fault).error,
        sentence: state.say(fault.word()),
        language: state.language(),
    };
    serde_json::to_string(&error).unwrap_or_default()
}

fn nearest(language: &str) -> Language {
    let found = LANGUAGES.with_borrow(|known| Language::nearest(known, language).cloned());
    found.unwrap_or_else(Language::english)
}

fn format(language: &Language, wanted: &str) -> Rc<dyn Format> {
    match Intl::new(wanted, language.formats(wanted)) {
        Some(format) => Rc::new(format),
        None => Rc::new(PlainEnglish),
    }
}
