//! The books as other programs take them, and files that are there whole or not at all.

mod beancount;
mod file;
mod folder;
mod journal;
mod names;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod trial;

pub use beancount::Beancount;
pub use file::{FileError, WholeFile};
pub use folder::Folder;
pub use journal::{Dialect, Journal};

use std::io::{self, Write};

use crate::accounting::BooksPiece;

/// A way to write books as plain text. Amounts have popug's own sign: what a popug is owed is
/// above zero, what it owes below, and all accounts together hold nothing.
pub trait Books {
    /// Writes the next piece.
    fn write(&mut self, out: &mut dyn Write, piece: &BooksPiece) -> io::Result<()>;
}
