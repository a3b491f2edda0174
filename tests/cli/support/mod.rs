//! Worlds to run popug in.

mod help;
mod ran;
mod store;
mod world;

pub use help::{below, leaves, top_level};
pub use ran::{Ran, Story};
pub use world::{BEAK, World, program, words};
