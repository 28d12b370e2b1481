//! The command line: `ratecard <command>`.
//!
//! A reply goes to standard output, an error to standard error as JSON; the exit status is 0 or 2. Beside
//! the codes of the interface there are `io`, where something cannot be read or written, and `usage`, where
//! the arguments cannot be understood.

mod batch;
mod cards;
mod check;
mod coverage;
mod currencies;
mod failure;
#[cfg(feature = "prerender")]
mod prerender;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Arg, ArgAction, ArgMatches, CommandFactory as _, FromArgMatches as _};
use clap::{Parser, Subcommand, value_parser};

use self::check::Print;
use crate::api::{Command, ErrorReply, answer};
use crate::calendar::Date;
use crate::value::{Code, Fault};
use crate::word::Word;

/// What a failing run ends with.
const FAILURE: u8 = 2;

/// The option of further rate cards, before the command.
const CARDS: &str = "cards";

/// The same option behind the command. One global option would forget the values before the command
/// where there are some behind it.
const MORE_CARDS: &str = "more-cards";

/// Exact prices from rate cards.
///
/// Requests and replies are JSON. Prices come from public documents and are not an offer.
#[derive(Debug, Parser)]
#[command(version, about, long_about)]
struct Arguments {
    /// Further or replacing rate cards: a file in TOML or JSON, or a folder of them
    #[arg(long = CARDS, value_name = "FILE-or-FOLDER")]
    cards: Vec<PathBuf>,
    #[command(subcommand)]
    command: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// List all rate cards
    Cards,
    /// Print one rate card, whole
    Card {
        /// Its id, such as chat/2024-07-22
        #[arg(conflicts_with = "file")]
        id: Option<String>,
        #[command(flatten)]
        request: Request,
    },
    /// Price editions of products
    Estimate(Request),
    /// Price every edition of a product
    Compare(Request),
    /// Tell how much of something a budget buys
    Afford(Request),
    /// Tell what changed from one rate card to another
    Diff(Request),
    /// Tell what happens to an order, and when
    Lifecycle(Request),
    /// Tell what is paid back for an order
    Refund(Request),
    /// Tell who uses a license, and what a reset releases
    Licenses(Request),
    /// Tell what may be connected
    Connect(Request),
    /// Answer a request a line: {"command": "...", "request": {...}}
    Batch,
    /// Check rate cards in TOML or JSON
    Check {
        /// List every figure with the document, section and date that it comes from
        #[arg(long)]
        coverage: bool,
        /// Print everything as JSON
        #[arg(long)]
        json: bool,
        /// Files in TOML or JSON, folders of them, or "-" for standard input
        #[arg(required = true, value_name = "FILE-or-FOLDER")]
        files: Vec<PathBuf>,
    },
    /// Print the element with its prices as HTML, for pages that show them before they load it
    #[cfg(feature = "prerender")]
    Prerender(Box<prerender::Prerender>),
    /// Not in this build
    #[cfg(not(feature = "prerender"))]
    #[command(hide = true)]
    Prerender {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        ignored: Vec<String>,
    },
}

#[derive(Debug, clap::Args)]
struct Request {
    /// A file with the request as JSON; standard input if absent or "-"
    #[arg(long = "request", value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Runs the program on its arguments.
#[must_use]
pub fn run() -> ExitCode {
    let (arguments, cards) = match parse() {
        Ok(parsed) => parsed,
        Err(error) => return failure::of_usage(&error),
    };
    let mut catalog = crate::catalog();
    if let Err(bad) = cards::add(&mut catalog, &cards) {
        complain(&bad.to_json());
        return ExitCode::from(FAILURE);
    }
    let done = match arguments.command {
        Question::Batch => batch::run(&catalog, today(), io::stdin().lock(), io::stdout().lock()),
        Question::Check {
            coverage,
            json,
            files,
        } => {
            let print = Print { coverage, json };
            return check::run(&files, print);
        }
        #[cfg(feature = "prerender")]
        Question::Prerender(asked) => asked.run(&cards, today()),
        #[cfg(not(feature = "prerender"))]
        Question::Prerender { .. } => {
            let lacks =
                "this build lacks the command prerender: build it with the feature prerender";
            let lacks = Arguments::command().error(clap::error::ErrorKind::InvalidValue, lacks);
            return failure::of_usage(&lacks);
        }
        Question::Cards => reply(&answer(&catalog, Command::Cards, "{}", today())),
        Question::Card { id: Some(id), .. } => {
            let request = serde_json::json!({ "id": id }).to_string();
            reply(&answer(&catalog, Command::Card, &request, today()))
        }
        Question::Card { id: None, request } => ask(&catalog, Command::Card, &request),
        Question::Estimate(request) => ask(&catalog, Command::Estimate, &request),
        Question::Compare(request) => ask(&catalog, Command::Compare, &request),
        Question::Afford(request) => ask(&catalog, Command::Afford, &request),
        Question::Diff(request) => ask(&catalog, Command::Diff, &request),
        Question::Lifecycle(request) => ask(&catalog, Command::Lifecycle, &request),
        Question::Refund(request) => ask(&catalog, Command::Refund, &request),
        Question::Licenses(request) => ask(&catalog, Command::Licenses, &request),
        Question::Connect(request) => ask(&catalog, Command::Connect, &request),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Answered) => ExitCode::from(FAILURE),
        Err(Stop::Io(error)) => {
            // Nobody reads what we say any more: that is no failure of ours.
            if error.kind() == io::ErrorKind::BrokenPipe {
                return ExitCode::SUCCESS;
            }
            complain(&failure::of_io(&error));
            ExitCode::from(FAILURE)
        }
    }
}

/// The arguments, and the rate cards named before and behind the command.
fn parse() -> Result<(Arguments, Vec<PathBuf>), clap::Error> {
    let more = || {
        Arg::new(MORE_CARDS)
            .long(CARDS)
            .value_name("FILE-or-FOLDER")
            .help("Further or replacing rate cards: a file in TOML or JSON, or a folder of them")
            .value_parser(value_parser!(PathBuf))
            .action(ArgAction::Append)
    };
    let command = Arguments::command().mut_subcommands(|command| command.arg(more()));
    let matches = command.try_get_matches()?;
    let mut cards: Vec<PathBuf> = values(&matches, CARDS);
    if let Some((_, matches)) = matches.subcommand() {
        cards.extend(values(matches, MORE_CARDS));
    }
    Ok((Arguments::from_arg_matches(&matches)?, cards))
}

fn values(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    let values = matches.get_many(id);
    values.map_or_else(Vec::new, |values| values.cloned().collect())
}

/// Why a run ends early.
enum Stop {
    /// An error has been printed.
    Answered,
    /// Reading or writing failed.
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

fn ask(catalog: &crate::card::Catalog, command: Command, request: &Request) -> Result<(), Stop> {
    let bytes = match &request.file {
        Some(path) if path != Path::new("-") => {
            fs::read(path).map_err(|error| failure::of_file(path, &error))?
        }
        _ => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            bytes
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => {
            let fault = Fault::new(Code::BadJson, Word::new("json-empty"));
            reply(&Err(ErrorReply::new(&fault).to_json()))
        }
        Ok(text) => reply(&answer(catalog, command, &text, today())),
        Err(_) => {
            let fault = Fault::new(Code::BadJson, Word::new("json-not-utf8"));
            reply(&Err(ErrorReply::new(&fault).to_json()))
        }
    }
}

fn reply(reply: &Result<String, String>) -> Result<(), Stop> {
    match reply {
        Ok(reply) => Ok(writeln!(io::stdout().lock(), "{reply}")?),
        Err(error) => {
            complain(error);
            Err(Stop::Answered)
        }
    }
}

/// Says something on standard error; where nobody listens, there is nobody to tell.
fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// The day at the vendor.
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| {
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    });
    // A clock beyond the calendar picks the newest cards.
    Date::at_vendor(seconds).unwrap_or(Date::LAST)
}
