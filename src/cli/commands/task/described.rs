//! Descriptions, which may be long: `-` is what comes on standard input.

use crate::cli::args::STREAM;
use crate::cli::context::Context;
use crate::cli::error::CliError;

/// A description is at most 10,000 characters; what is longer is refused, so no more is read.
const MOST_BYTES: u64 = 64 * 1024;

/// A description as it is meant.
pub fn described(context: &mut Context, given: Option<String>) -> Result<Option<String>, CliError> {
    Ok(match given.as_deref() {
        Some(STREAM) => Some(context.person.text(MOST_BYTES)?),
        Some(_) | None => given,
    })
}
