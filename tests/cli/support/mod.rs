//! Worlds to run popug in.

mod world;
