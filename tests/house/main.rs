//! The rules of the house: what docs/ARCHITECTURE.md says of the code, held by tests, and that what
//! README and examples show is what the real binary does.

#[cfg(test)]
mod commands;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod floors;
#[cfg(test)]
mod page;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod scratch;
#[cfg(test)]
mod shape;
#[cfg(test)]
mod source;
#[cfg(test)]
mod statements;
