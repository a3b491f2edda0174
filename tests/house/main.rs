//! The rules of the house: what docs/ARCHITECTURE.md says of the code, held by tests, and that what
//! README and examples show is what the real binary does.

#[cfg(test)]
#[path = "../cluster/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "some of it is asked for elsewhere alone"
)]
mod cluster;
#[cfg(test)]
mod commands;
#[cfg(test)]
#[path = "../../src/store/dialect/mod.rs"]
mod dialect;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod floors;
#[cfg(test)]
mod page;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod portable;
#[cfg(test)]
mod postgres;
#[cfg(test)]
mod scratch;

mod screens;
#[cfg(test)]
mod shape;
#[cfg(test)]
mod source;
#[cfg(test)]
mod sql;
#[cfg(test)]
mod statements;

#[path = "../terminal/mod.rs"]
#[expect(dead_code, reason = "most of it serves the tests of the command line")]
mod terminal;
