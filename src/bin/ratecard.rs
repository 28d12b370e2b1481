//! The command line.

#![allow(clippy::print_stdout, reason = "a command line prints")]

use std::process::ExitCode;

fn main() -> ExitCode {
    ratecard::cli::run()
}
