//! Worlds to run popug in.

mod help;
mod letter;
pub mod payday;
mod ran;
mod store;
mod world;

pub use help::{below, leaves, top_level};
pub use letter::Letter;
pub use ran::{Ran, Story, masked};
pub use world::{BEAK, World, program, words};
