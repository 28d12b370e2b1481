//! What goes wrong outside of the JSON interface, told in its form.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap::error::{ContextKind, ErrorKind};

use super::{Arguments, FAILURE, complain};
use crate::api::{ErrorBody, ErrorReply};
use crate::card::unknown;
use crate::value::Code;

/// The code where something cannot be read or written.
pub(super) const IO: &str = "io";

/// The code where the arguments cannot be understood.
const USAGE: &str = "usage";

/// An error that has no place in a request.
fn json(code: &'static str, message: String) -> String {
    let error = ErrorBody {
        code,
        path: "",
        message,
    };
    ErrorReply { error }.to_json()
}

/// Something cannot be read or written.
pub(super) fn of_io(error: &io::Error) -> String {
    json(IO, error.to_string())
}

/// The same, with the file.
pub(super) fn of_file(file: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", file.display()))
}

/// Arguments that cannot be understood, or a question for help.
pub(super) fn of_usage(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Printing them can only fail where nobody listens.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::InvalidSubcommand => complain(&unknown_command(error)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let commands = commands().join(", ");
            complain(&json(USAGE, format!("name a command: {commands}")));
        }
        _ => complain(&json(USAGE, message(error))),
    }
    ExitCode::from(FAILURE)
}

/// There is no such command, but there are those of the interface and those for maintainers.
fn unknown_command(error: &clap::Error) -> String {
    let name = error.get(ContextKind::InvalidSubcommand);
    let name = name.map(ToString::to_string).unwrap_or_default();
    let fault = unknown(Code::UnknownCommand, "unknown-command", &name, commands());
    ErrorReply::new(&fault.in_field("command")).to_json()
}

fn commands() -> Vec<String> {
    let command = Arguments::command();
    let shown = command.get_subcommands().filter(|one| !one.is_hide_set());
    shown.map(|one| String::from(one.get_name())).collect()
}

/// What clap says, on one line and without what it repeats of the help.
fn message(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let lines = text.lines().map(str::trim);
    let said = lines.take_while(|line| !line.starts_with("Usage:"));
    let said: Vec<&str> = said.filter(|line| !line.is_empty()).collect();
    let said = said.join(" ");
    String::from(said.strip_prefix("error: ").unwrap_or(&said))
}
