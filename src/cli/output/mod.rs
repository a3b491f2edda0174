//! How answers are written: one value as table, JSON, JSON lines or CSV, by the same keys.
//!
//! The form is chosen by flags alone. A terminal decides about widths and colours, never about
//! what is said. All of standard output passes through [`Output`].

mod backlog;
mod cell;
mod data;
mod details;
mod error;
mod format;
mod grid;
mod keys;
mod list;
mod listing;
mod paint;
mod record;
mod row_writer;
mod stderr;
mod table;
mod terminal;
#[cfg(test)]
mod tests;
mod writer;

pub use cell::Cell;
pub use data::{check_fields, check_fields_of, check_fields_within};
pub use details::Details;
pub use error::OutputError;
pub use format::{Fields, Format};
pub use list::export_rows;
pub use listing::{Limit, Listing, Source, Visitor};
pub use paint::{Colour, ColourWishes, Paint, Tone};
pub use stderr::{Notes, Stderr};
pub use table::Table;
pub use terminal::{Stream, terminal_width};
pub use writer::{Manner, Output};
