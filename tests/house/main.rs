//! The rules of the house: what docs/ARCHITECTURE.md says of the code, held by tests, and that what
//! README and examples show is what the real binary does.

#![cfg(test)]

mod circles;
#[path = "../cluster/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "some of it is asked for elsewhere alone"
)]
mod cluster;
mod commands;
#[path = "../../src/store/dialect/mod.rs"]
mod dialect;
mod examples;
mod floors;
mod page;
mod pages;
mod portable;
mod postgres;
mod scratch;
mod screens;
mod shape;
mod source;
mod sql;
mod statements;

#[path = "../terminal/mod.rs"]
#[expect(dead_code, reason = "most of it serves the tests of the command line")]
mod terminal;
