//! What a person and a script see: the real binary, in a world of its own.

#[cfg(test)]
mod books;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tasks;
