//! `ratecard prerender`: the element with its prices in it, for a page to show before it has loaded
//! anything, and where scripts do not run.

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

/// The attributes of the element, under their names, and how it is written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "The element's attributes")]
pub(super) struct Prerender {
    /// The product
    #[arg(long)]
    product: Option<String>,
    /// The views, separated by blanks
    #[arg(long)]
    view: Option<String>,
    /// The edition that is chosen
    #[arg(long)]
    edition: Option<String>,
    /// What is needed: dimension=quantity, separated by blanks
    #[arg(long)]
    demand: Option<String>,
    /// For how many months
    #[arg(long)]
    months: Option<String>,
    /// The first day
    #[arg(long)]
    start: Option<String>,
    /// The day that picks the rate card; today if absent, so that every day has its own HTML
    #[arg(long)]
    as_of: Option<String>,
    /// monthly or annual
    #[arg(long)]
    billing: Option<String>,
    /// Features that must be there, separated by blanks
    #[arg(long)]
    requires: Option<String>,
    /// The attribute `cards`: where the page finds what --cards finds here
    #[arg(long, value_name = "URL")]
    cards_url: Option<String>,
    /// The language, as a BCP 47 tag
    #[arg(long)]
    lang: Option<String>,
    /// light or dark
    #[arg(long)]
    theme: Option<String>,
    /// lazy or eager
    #[arg(long)]
    loading: Option<String>,
    /// fragment, where the page's fragment holds the state
    #[arg(long)]
    link: Option<String>,
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
        let tag = self.lang.as_deref().unwrap_or(ENGLISH);
        let format: Rc<dyn Format> = match Icu::new(tag) {
            Some(format) => Rc::new(format),
            None => Rc::new(PlainEnglish),
        };
        let languages = Language::all();
        let nearest = Language::nearest(&languages, tag).cloned();
        let mut language = nearest.unwrap_or_else(Language::english);
        let mut catalog = Catalog::clone(&language.catalog);
        if let Err(bad) = super::cards::add(&mut catalog, cards) {
            return reply(&Err(bad.to_json()));
        }
        language.catalog = Arc::new(catalog);
        let html = match to_html(&language, today, &self.given(), format) {
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
        let others = self.attribute.iter();
        let others = others.map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in self.attributes().chain(others) {
            write!(out, " {name}=\"{}\"", Escaped(value))?;
        }
        let fallback = fallback.unwrap_or_default();
        Ok(writeln!(out, ">{template}{fallback}</rate-card>")?)
    }

    /// The attributes that are given, in the order in which they are documented.
    fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let attributes = [
            ("product", &self.product),
            ("view", &self.view),
            ("edition", &self.edition),
            ("demand", &self.demand),
            ("months", &self.months),
            ("start", &self.start),
            ("as-of", &self.as_of),
            ("billing", &self.billing),
            ("requires", &self.requires),
            ("cards", &self.cards_url),
            ("lang", &self.lang),
            ("theme", &self.theme),
            ("loading", &self.loading),
            ("link", &self.link),
        ];
        let given = attributes.into_iter();
        given.filter_map(|(name, value)| Some((name, value.as_deref()?)))
    }

    /// The same as the view takes them; the further cards are there already.
    fn given(&self) -> Value {
        let value = |kind| Value { kind, at: 0 };
        let text = |text: &str| value(Kind::String(String::from(text)));
        let fields = self.attributes().filter(|(name, _)| *name != "cards");
        let fields = fields.map(|(name, given)| (String::from(name), text(given)));
        value(Kind::Object(fields.collect()))
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
    fs::read_to_string(file).map_err(|error| {
        let text = format!("{}: {error}", file.display());
        io::Error::new(error.kind(), text)
    })
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
