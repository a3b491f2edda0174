//! What a person and a script see: the real binary, in a world of its own.

#[cfg(test)]
mod books;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod days;
#[cfg(test)]
mod draws;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod many;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tasks;
