//! What becomes of a store when the machine lets it down: power that fails, processes that are
//! killed at any moment, disks that fail or are full, Ctrl-Z.
//!
//! A library is loaded before popug (`shim`) that counts what it does to the files of its store.
//! The short forms run with `cargo test`; `.ci/lab` runs the long ones, which try every operation.

#![cfg(test)]

#[path = "../cli/books/chance.rs"]
#[expect(dead_code, reason = "here nothing is drawn")]
mod chance;
#[path = "../cluster/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "some of it is asked for elsewhere alone"
)]
mod cluster;
mod disk;
mod faults;
mod kills;
mod plan;
mod power;
mod room;
#[path = "../cli/support/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "most of it serves the tests of the command line"
)]
mod support;
mod suspended;
#[path = "../terminal/mod.rs"]
#[expect(dead_code, reason = "most of it serves the tests of the command line")]
mod terminal;
mod writes;
