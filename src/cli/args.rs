//! Arguments that several commands take, and the flags that stand everywhere.

use std::path::{Path, PathBuf};

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{ArgAction, Args, ValueEnum};

use crate::app::Key;
use crate::cli::output::{Colour, Fields, Format, Limit};
use crate::kernel::name::UserName;
use crate::kernel::range::{DayWord, Period, Range, Step};

/// The flags that stand everywhere. What is hidden is taken by the commands that declare it, and in
/// their help.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// The store: a file, or postgres://… [env: POPUG_STORE]
    #[arg(long, global = true, value_name = "PATH|URL", conflicts_with = "demo")]
    pub store: Option<String>,

    /// The demo's store, as if named with --store
    #[arg(long, global = true)]
    pub demo: bool,

    /// Act with another session kept here [env: POPUG_AS]
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub user: Option<UserName>,

    /// The same as --format json
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,

    /// How the answer is written
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,

    /// Only these fields, in this order, by their JSON keys
    #[arg(long, global = true, value_name = "A,B,…")]
    pub fields: Option<Fields>,

    /// Ask no question
    #[arg(short, long, global = true)]
    pub yes: bool,

    /// Keep nothing, and say what would be
    #[arg(short = 'n', long, global = true, hide = true)]
    pub dry_run: bool,

    /// The same key again returns the first answer
    #[arg(long, global = true, hide = true, value_name = "TEXT")]
    pub key: Option<Key>,

    /// How long to wait for a busy store [default: 60]
    #[arg(long, global = true, value_name = "SECONDS")]
    pub wait: Option<u64>,

    /// Whether to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    pub color: Option<Colour>,

    /// Less on standard error
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,

    /// More on standard error; twice for even more
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
}

impl Global {
    /// The form of the answer.
    pub fn format(&self) -> Format {
        if self.json {
            Format::Json
        } else {
            self.format.unwrap_or_default()
        }
    }
}

/// Days from one to another, or a named stretch of them.
#[derive(Args, Clone, Copy, Debug)]
pub struct RangeArgs {
    /// First day: YYYY-MM-DD, today, yesterday, open, -3d
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub from: Option<DayWord>,

    /// Last day, included
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub to: Option<DayWord>,

    /// 2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week
    #[arg(long, value_name = "PERIOD", conflicts_with_all = ["from", "to"])]
    pub period: Option<Period>,
}

impl RangeArgs {
    /// As requests take it.
    pub const fn range(&self) -> Range {
        Range {
            from: self.from,
            to: self.to,
            period: self.period,
        }
    }
}

/// One day.
#[derive(Args, Clone, Copy, Debug)]
pub struct DateArg {
    /// The day: YYYY-MM-DD, today, yesterday, open, -3d
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub date: Option<DayWord>,
}

/// How many rows, where the first are wanted most.
#[derive(Args, Clone, Copy, Debug)]
pub struct FirstArg {
    /// At most so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl FirstArg {
    /// As answers take it.
    pub const fn rows(self) -> Limit {
        Limit::first(self.limit)
    }
}

/// How many rows, where the newest are the last.
#[derive(Args, Clone, Copy, Debug)]
pub struct NewestArg {
    /// The newest so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl NewestArg {
    /// As answers take it.
    pub const fn rows(self) -> Limit {
        Limit::last(self.limit)
    }
}

/// How much time a row stands for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum StepArg {
    /// A day
    Day,
    /// An ISO week
    Week,
    /// A month
    Month,
}

impl StepArg {
    /// As requests take it.
    pub const fn step(self) -> Step {
        match self {
            Self::Day => Step::Day,
            Self::Week => Step::Week,
            Self::Month => Step::Month,
        }
    }
}

/// Where a beak comes from.
#[derive(Args, Clone, Copy, Debug)]
pub struct BeakArg {
    /// Read the beak from standard input, a line
    #[arg(long)]
    pub beak_stdin: bool,
}

/// What stands for standard input or output where a file is read or written.
pub const STREAM: &str = "-";

/// Why a path is not taken.
#[derive(Debug, thiserror::Error)]
enum PathError {
    #[error("a path has no 'file:' in front; a file of such a name is ./file:…")]
    Url,
    #[error("this takes a name, no standard input or output; a file of that name is ./-")]
    Stream,
}

/// A file, or `-` for standard input or output.
pub fn file_or_stream() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| match path.as_os_str().as_encoded_bytes() {
        [b'f', b'i', b'l', b'e', b':', ..] => Err(PathError::Url),
        _ => Ok(path),
    })
}

/// A file or a directory that has a name.
pub fn named_path() -> impl TypedValueParser<Value = PathBuf> {
    file_or_stream().try_map(|path| match path == Path::new(STREAM) {
        true => Err(PathError::Stream),
        false => Ok(path),
    })
}
