//! `popug help formats`.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use crate::cli::commands::help::prose;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::{Format, Listing};

/// A form of answers.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    format: String,
    about: String,
}

const MORE: &str = "
--json is short for --format json. A form is chosen by flags alone: piped or on
a terminal, the same is written.

  Money      whole cents, in keys that end in _cents; signed from the point of
             view of the account shown
  Instants   RFC 3339 in UTC; tables show the company's time zone
  Days       YYYY-MM-DD
  Ids        whole numbers, from 1
  Popugs     their user names
  Absent     null, never left out; empty in CSV

--fields a,b picks and orders, by the keys of JSON. CSV has the keys of JSON,
with task_id for the id of what is nested; words of a list have blanks between
them, other lists are JSON. A text that a spreadsheet could take for a formula
begins with an apostrophe, which imports take off again. What a terminal would
obey is written as \\u{9b}, in JSON as \\u009b. Tables show 50 rows, and say so
on standard error; --limit 0 shows all. The other forms are complete unless
--limit is given.

The answer goes to standard output, all else to standard error.
";

/// Every form, and how values are written in it.
pub fn tell(context: &mut Context) -> Result<(), CliError> {
    let forms = Format::value_variants().iter();
    let forms = forms.filter_map(ValueEnum::to_possible_value);
    let rows: Vec<Row> = forms
        .map(|it| Row {
            format: it.get_name().to_owned(),
            about: it.get_help().map(ToString::to_string).unwrap_or_default(),
        })
        .collect();
    prose(context, "How answers are written, by --format.\n\n")?;
    let listing = Listing::of(&rows);
    context
        .out
        .lines(&listing, |it, _| format!("  {:9}  {}", it.format, it.about))?;
    prose(context, MORE)
}
