//! What a person and a script see: the real binary, in a world of its own.

#[cfg(test)]
mod books;
mod keys;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tasks;
