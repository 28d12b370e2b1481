//! `ratecard prerender`: the element with its prices in it, for a page to show before it has loaded
//! anything, and where scripts do not run.

mod attributes;

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::{fmt, fs};

use super::{Stop, reply};
use crate::api::ErrorReply;
use crate::calendar::Date;
use crate::card::Catalog;
use crate::locale::{Format, PlainEnglish};
use crate::text::ENGLISH;
use crate::value::{Kind, Value};
use crate::widget::{Icu, Language, to_html};
use attributes::{Attributes, HEADING};

/// The attributes of the element, under their names, and how it is written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = HEADING)]
pub(super) struct Prerender {
    #[command(flatten)]
    attributes: Attributes,
    /// Any other attribute, such as class=wide
    #[arg(long, value_name = "NAME=VALUE", value_parser = name_and_value)]
    attribute: Vec<(String, String)>,

    /// Where the page finds the element's style sheet
    #[arg(
        long,
        value_name = "URL",
        default_value = "/ratecard/element.css",
        help_heading = "How it is written"
    )]
    styles: String,
    /// A file with the HTML inside the element, which a page without the element shows
    #[arg(long, value_name = "FILE", help_heading = "How it is written")]
    fallback: Option<PathBuf>,
    /// Only the `<template>`, for an element that is written already
    #[arg(long, conflicts_with_all = ["fallback", "attribute"], help_heading = "How it is written")]
    only_template: bool,
}

impl Prerender {
    /// Prints it.
    pub(super) fn run(&self, cards: &[PathBuf], today: Date) -> Result<(), Stop> {
        let tag = self.language();
        let languages = Language::all();
        let nearest = Language::nearest(&languages, tag).cloned();
        let mut language = nearest.unwrap_or_else(Language::english);
        let format: Rc<dyn Format> = match Icu::new(tag, language.formats(tag)) {
            Some(format) => Rc::new(format),
            None => Rc::new(PlainEnglish),
        };
        let mut catalog = Catalog::clone(&language.catalog);
        if let Err(bad) = super::cards::add(&mut catalog, cards) {
            return reply(&Err(bad.to_json()));
        }
        language.catalog = Arc::new(catalog);
        let html = match to_html(&language, today, &self.settings(), format) {
            Ok(html) => html,
            Err(fault) => return reply(&Err(ErrorReply::new(&fault).to_json())),
        };
        let styles = Escaped(&self.styles);
        let template = format!(
            "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{styles}\">{html}</template>"
        );
        let mut out = io::stdout().lock();
        if self.only_template {
            return Ok(writeln!(out, "{template}")?);
        }
        let fallback = self.fallback.as_deref().map(read).transpose()?;
        write!(out, "<rate-card")?;
        for (name, value) in self.written() {
            write!(out, " {name}=\"{}\"", Escaped(value))?;
        }
        let fallback = fallback.unwrap_or_default();
        Ok(writeln!(out, ">{template}{fallback}</rate-card>")?)
    }

    /// What the view reads of the attributes; the further cards are there already.
    fn settings(&self) -> Value {
        let value = |kind| Value { kind, at: 0 };
        let text = |text: &str| value(Kind::String(String::from(text)));
        let given = self.attributes.0.iter();
        let read = given.filter(|(attribute, _)| attribute.is_read_by_module());
        let fields = read.map(|(attribute, given)| (String::from(attribute.name), text(given)));
        value(Kind::Object(fields.collect()))
    }

    /// All attributes that are written, in the order of their table and then as they are given.
    fn written(&self) -> impl Iterator<Item = (&str, &str)> {
        let known = self.attributes.0.iter();
        let known = known.map(|(attribute, value)| (attribute.name, value.as_str()));
        let others = self.attribute.iter();
        known.chain(others.map(|(name, value)| (name.as_str(), value.as_str())))
    }

    /// The language that the attribute `lang` names.
    fn language(&self) -> &str {
        let mut attributes = self.attributes.0.iter();
        let named = attributes.find(|(attribute, _)| attribute.name == "lang");
        named.map_or(ENGLISH, |(_, tag)| tag)
    }
}

/// The two parts of `name=value`.
fn name_and_value(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let is_plain =
        |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | ':' | '.');
    if name.is_empty() || !name.chars().all(is_plain) {
        return Err(format!("\"{name}\" is no name of an attribute"));
    }
    Ok((String::from(name), String::from(value)))
}

/// The text of a file, or of standard input for `-`.
fn read(file: &Path) -> io::Result<String> {
    if file == Path::new("-") {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        return Ok(text);
    }
    fs::read_to_string(file).map_err(|error| super::failure::of_file(file, &error))
}

/// A text as it stands within quotes in an attribute.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for sign in self.0.chars() {
            match sign {
                '&' => f.write_str("&amp;")?,
                '"' => f.write_str("&quot;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                _ => fmt::Write::write_char(f, sign)?,
            }
        }
        Ok(())
    }
}
