//! What a person and a script see: the real binary, in a world of its own.

mod books;
mod support;
