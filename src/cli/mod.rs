//! The command line: what can be typed, what is asked back, how answers are written.
//!
//! It makes requests and shows answers; no rule lives here. `run` reads the arguments in two
//! stages: what was typed, then the world that it is typed into.

mod args;
mod ask;
mod bar;
mod commands;
mod context;
mod demo;
mod error;
mod export;
mod failure;
mod formula;
mod help;
mod logging;
mod manual;
mod output;
mod parser;
mod reader;
mod rows;
mod run;
mod sessions;
mod settings;
mod stop;
mod unseen;
mod usage;

pub use run::run;
