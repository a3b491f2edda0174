//! What becomes of a store when the machine lets it down: power that fails, processes that are
//! killed at any moment, disks that fail or are full, Ctrl-Z.
//!
//! A library is loaded before popug (`shim`) that counts what it does to the files of its store.
//! The short forms run with `cargo test`; `.ci/lab` runs the long ones, which try every operation.

#[cfg(test)]
#[path = "../cli/books/chance.rs"]
#[expect(dead_code, reason = "here nothing is drawn")]
mod chance;
#[cfg(test)]
#[path = "../cluster/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "some of it is asked for elsewhere alone"
)]
mod cluster;
#[cfg(test)]
mod disk;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod power;
#[cfg(test)]
mod room;
#[cfg(test)]
#[path = "../cli/support/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "most of it serves the tests of the command line"
)]
mod support;
#[cfg(test)]
mod suspended;
#[cfg(test)]
#[path = "../terminal/mod.rs"]
#[expect(dead_code, reason = "most of it serves the tests of the command line")]
mod terminal;
#[cfg(test)]
mod writes;
