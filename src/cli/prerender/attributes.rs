//! The options of `ratecard prerender` that are attributes of the element.

use clap::{Arg, ArgMatches};

use crate::widget::{ATTRIBUTES, Attribute};

/// Under what the help lists them.
pub(super) const HEADING: &str = "The element's attributes";

/// The attributes that are given, in the order of their table. Each is an option of its name, but for
/// `cards`, which is the option of the rate cards to be read here.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes(pub Vec<(&'static Attribute, String)>);

fn option_name(attribute: &Attribute) -> &'static str {
    match attribute.name {
        "cards" => "cards-url",
        name => name,
    }
}

/// What the help says of an attribute: its documentation without the marks of Markdown.
fn help(attribute: &Attribute) -> String {
    let about = plain(attribute.about);
    let mut letters = about.chars();
    let first = letters.next().map(|letter| letter.to_uppercase());
    let about: String = first.into_iter().flatten().chain(letters).collect();
    format!("{about}: {}", plain(&attribute.values()))
}

/// A text without quotation marks and addresses: of `[text](address)` the text.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for (index, part) in markdown.split("](").enumerate() {
        let rest = part.split_once(')').map_or(part, |(_, rest)| rest);
        text.push_str(if index == 0 { part } else { rest });
    }
    text.replace(['`', '['], "")
}

impl clap::Args for Attributes {
    fn augment_args(command: clap::Command) -> clap::Command {
        ATTRIBUTES.iter().fold(command, |command, attribute| {
            let name = option_name(attribute);
            let option = Arg::new(name).long(name).help(help(attribute));
            command.arg(option.value_name("VALUE").help_heading(HEADING))
        })
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for Attributes {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut attributes = Self::default();
        attributes.update_from_arg_matches(matches)?;
        Ok(attributes)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let given = ATTRIBUTES.iter().filter_map(|attribute| {
            let value = matches.get_one::<String>(option_name(attribute))?;
            Some((attribute, value.clone()))
        });
        self.0 = given.collect();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_is_plain_text() {
        assert_eq!(
            plain("[all `products`](#all), of which [one](a)."),
            "all products, of which one."
        );
        assert_eq!(plain("`a=b`"), "a=b");
        for attribute in &ATTRIBUTES {
            let help = help(attribute);
            assert!(!help.contains(['`', '[', ']', '#']), "{help}");
        }
    }
}
