//! The door to the element's class: one object for each element on the page.

use core::any::Any;
use core::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::frame::shell;
use super::{Language, Question, State};
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
    /// `given` holds the attributes, and the fields `request`, `state` and `cards` if the host has
    /// said them; `changed` is called when the visitor changes something.
    ///
    /// # Errors
    ///
    /// The error as JSON text, with what to say of it on the page; nothing has been put anywhere
    /// then.
    pub fn mount(
        root: &web_sys::ShadowRoot,
        language: &str,
        given: &JsValue,
        changed: Function,
    ) -> Result<Self, String> {
        // Not a child of whatever owner is current: an element that another one's event handler
        // makes must not go with it.
        let owner = Owner::default();
        let given = read(given)?;
        let (language, format) = (nearest(language), format(language));
        let (state, page) = owner.with(|| {
            let question = Question::new(crate::clock::today());
            let changed: Rc<dyn Fn()> = Rc::new(move || {
                // What a listener throws is the page's own affair.
                let _ = changed.call0(&JsValue::UNDEFINED);
            });
            let catalog = Arc::clone(&language.catalog);
            let state = State::new(catalog, question, Rc::clone(&format), changed);
            state.speak(&language, format);
            state
                .configure(&given)
                .map_err(|fault| told(&fault, state))?;
            state.check().map_err(|fault| told(&fault, state))?;
            let page: Box<dyn Any> = Box::new(mount_to(root.clone().unchecked_into(), move || {
                shell(state)
            }));
            Ok::<_, String>((state, page))
        })?;
        let mounted = Mounted {
            _page: page,
            _owner: owner,
        };
        Ok(Self {
            state,
            mounted: RefCell::new(Some(mounted)),
        })
    }

    /// Takes what the host says now, as in `mount`.
    ///
    /// # Errors
    ///
    /// The error as JSON text; everything stays as it was then.
    pub fn configure(&self, given: &JsValue) -> Result<(), String> {
        let given = read(given)?;
        self.state.configure(&given).map_err(|fault| json(&fault))
    }

    /// Takes a further language for all elements of the page: the text of its file. What is no
    /// such text changes nothing.
    #[wasm_bindgen(js_name = addLanguage)]
    pub fn add_language(tag: &str, json: &str) {
        let known = |languages: &RefCell<Vec<Language>>| {
            let languages = languages.borrow();
            languages.iter().any(|known| known.locale.language == tag)
        };
        if LANGUAGES.with(known) {
            return;
        }
        if let Some(language) = Language::read(json) {
            LANGUAGES.with_borrow_mut(|languages| languages.push(language));
        }
    }

    /// Says everything in another language: the nearest of those that have been added.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, language: &str) {
        self.state.speak(&nearest(language), format(language));
    }

    /// What is asked, as the JSON of a request.
    #[must_use]
    pub fn request(&self) -> Option<String> {
        Some(request_json(&self.state.answered()?.0))
    }

    /// What is shown, as the JSON of a reply.
    #[must_use]
    pub fn estimate(&self) -> Option<String> {
        serde_json::to_string(&EstimateReply::new(&self.state.answered()?.1)).ok()
    }

    /// What is to be kept to show the same later, as the JSON of the property `state`.
    #[must_use]
    pub fn state(&self) -> Option<String> {
        self.state.kept()
    }

    /// Takes the widget off the page.
    pub fn unmount(&self) {
        let mounted = self.mounted.take();
        drop(mounted);
    }
}

fn read(given: &JsValue) -> Result<Value, String> {
    from_js(given).map_err(|fault| json(&fault))
}

fn json(fault: &Fault) -> String {
    ErrorReply::new(fault).to_json()
}

/// An error, and how it is said in the language of the page.
#[derive(Serialize)]
struct Told<'a> {
    error: ErrorBody<'a>,
    said: String,
    language: &'static str,
}

fn told(fault: &Fault, state: State) -> String {
    let told = Told {
        error: ErrorReply::new(fault).error,
        said: state.say(fault.word()),
        language: state.language(),
    };
    serde_json::to_string(&told).unwrap_or_default()
}

fn nearest(language: &str) -> Language {
    let found = LANGUAGES.with_borrow(|known| Language::nearest(known, language).cloned());
    found.unwrap_or_else(Language::english)
}

fn format(language: &str) -> Rc<dyn Format> {
    match Intl::new(language) {
        Some(format) => Rc::new(format),
        None => Rc::new(PlainEnglish),
    }
}
