//! popug: the Awesome Task Exchange System of UberPopug Inc.

mod accounting;
mod analytics;
mod app;
mod auth;
mod cli;
mod delivery;
mod events;
mod kernel;
mod store;
mod tasks;

fn main() {}
