//! Worlds to run popug in.

mod world;

pub use world::{Ran, World};
