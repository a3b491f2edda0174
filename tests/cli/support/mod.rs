//! Worlds to run popug in.

mod effort;
mod engine;
mod file_only;
mod help;
mod letter;
pub mod payday;
mod ran;
mod raw;
mod store;
mod terminal;
mod world;

pub use effort::short_or_long;
pub use engine::{Engine, OF_THE_SERVER, Place};
pub use file_only::{FileOnly, on_file, worlds_for};
pub use help::{leaves, top_level};
pub use letter::Letter;
pub use ran::{Ran, Story, masked};
pub use world::{BEAK, Founded, World, Worlds, program, words};
