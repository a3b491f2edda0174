//! popug: the Awesome Task Exchange System of UberPopug Inc.

mod accounting;
mod analytics;
mod app;
mod auth;
mod cli;
mod dashboard;
mod delivery;
mod events;
mod files;
mod kernel;
mod store;
mod tasks;

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    cli::run(&arguments)
}
