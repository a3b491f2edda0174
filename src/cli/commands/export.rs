//! `popug export`.

use std::fmt;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};

use crate::accounting::{BooksPiece, ExportBooks, ExportLedger};
use crate::cli::args::{RangeArgs, STREAM, file_or_stream};
use crate::cli::commands::everything::Everything;
use crate::cli::context::{Context, Ending, Entered, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::export::{Beancount, Books, Dialect, FileError, Journal, WholeFile};
use crate::cli::output::{Fields, Format, OutputError, export_rows};
use crate::cli::reader::Rows;
use crate::kernel::figures::plural;
use crate::kernel::money::Currency;
use crate::kernel::range::Range;

/// Your books elsewhere: the ledger for other programs (accountants and admins).
///
/// hledger, ledger and beancount get it by business day, with what was in the accounts before and
/// an assertion of what was in them at each close. csv and json get every transaction in the order
/// of posting.
#[derive(Subcommand, Debug)]
pub enum Export {
    /// The books as a journal of hledger
    ///
    /// Every transaction by business day; each close asserts the balances. Amounts have popug's
    /// sign: what a popug is owed is above zero. `hledger check -s ordereddates` takes it.
    ///
    /// Example: popug export hledger -o books.journal
    Hledger(ToExport),

    /// The books as a journal of Ledger
    ///
    /// Every transaction by business day; each close asserts the balances. Amounts have popug's
    /// sign: what a popug is owed is above zero. `ledger --strict --pedantic` takes it.
    ///
    /// Example: popug export ledger --period this-month -o books.ledger
    Ledger(ToExport),

    /// The books as Beancount takes them
    ///
    /// Every transaction by business day; each close asserts the balances, on the next day's
    /// beginning. Amounts have popug's sign: what a popug is owed is above zero. An account's
    /// name is spelled as Beancount wants it, `Jack` for jack. `bean-check` takes it.
    ///
    /// Example: popug export beancount -o books.beancount
    Beancount(ToExport),

    /// The ledger as CSV: a line for each transaction
    ///
    /// In the order of posting, money in whole cents, from one account to the other, with what
    /// was in both then. No cell begins a formula.
    ///
    /// Example: popug export csv --from -7d --fields id,day,kind,from,to,amount_cents
    Csv(ToExport),

    /// The ledger as one JSON document: an object for each transaction
    ///
    /// In the order of posting, money in whole cents, from one account to the other, with what
    /// was in both then.
    ///
    /// Example: popug export json --period 2026
    Json(ToExport),

    /// Everything that is kept, without secrets, as JSON lines (admins)
    ///
    /// A file for each kind of rows and a manifest with their hashes, in a directory for you
    /// alone. Beaks, codes, sessions and what requests were answered are left out.
    ///
    /// Example: popug export all popug-2026-11
    All(Everything),
}

/// Which days, and where to.
#[derive(Args, Debug)]
pub struct ToExport {
    #[command(flatten)]
    range: RangeArgs,

    /// Into this new file; else, or where it is -, to standard output
    #[arg(short, long, value_name = "FILE", value_parser = file_or_stream())]
    output: Option<PathBuf>,
}

/// A format of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Hledger,
    Ledger,
    Beancount,
    Csv,
    Json,
}

impl Form {
    /// Whether whoever asks for this format gets it.
    const fn is_written_as(self, format: Format) -> bool {
        match format {
            Format::Table => true,
            Format::Csv => matches!(self, Self::Csv),
            Format::Json => matches!(self, Self::Json),
            Format::Jsonl => false,
        }
    }
}

/// Books and whole directories are not picked from.
pub(super) const NO_FIELDS: &str = "this export has no fields; leave --fields out";

/// What was written to a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Exported {
    file: String,
    transactions: usize,
}

impl Export {
    /// None of them writes to the store.
    pub const fn takes(&self) -> Takes {
        Takes::NOTHING
    }

    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        match self {
            Self::Hledger(it) => it.run(context, Form::Hledger),
            Self::Ledger(it) => it.run(context, Form::Ledger),
            Self::Beancount(it) => it.run(context, Form::Beancount),
            Self::Csv(it) => it.run(context, Form::Csv),
            Self::Json(it) => it.run(context, Form::Json),
            Self::All(it) => it.run(context),
        }
    }
}

impl ToExport {
    fn run(self, context: &mut Context, form: Form) -> Result<Ending, CliError> {
        let fields = context.out.take_fields();
        let output = self.output.filter(|it| it != Path::new(STREAM));
        if fields.is_some() && !matches!(form, Form::Csv | Form::Json) {
            return Err(CliError::usage(NO_FIELDS));
        }
        if output.is_none() && !form.is_written_as(context.out.format()) {
            return Err(CliError::usage(
                "this export has a form of its own; leave --json and --format out",
            ));
        }
        let entered = context.enter()?;
        let ledger = Ledger {
            entered,
            range: self.range.range(),
            fields,
            currency: context.out.locale().currency.clone(),
        };
        match output {
            None => {
                let beside = ledger.entered.directory();
                let out = &mut context.out;
                out.unhurried(beside, |out| ledger.write(form, out.stream()))?;
            }
            Some(path) => {
                let mut file = WholeFile::create(&path)?;
                let written = ledger.write(form, &mut file);
                let transactions = written.map_err(|error| of_file(&path, error))?;
                file.keep()?;
                let file = path.display().to_string();
                let exported = Exported { file, transactions };
                context.out.say(&exported, &exported.to_string())?;
            }
        }
        Ok(Ending::Done)
    }
}

/// What cannot be written is the file, not the answer.
fn of_file(path: &Path, error: CliError) -> CliError {
    if let CliError::Output(OutputError::Write(error)) = error {
        return FileError::of(path, error).into();
    }
    error
}

/// The ledger, on its way out.
struct Ledger {
    entered: Entered,
    range: Range,
    fields: Option<Fields>,
    currency: Currency,
}

impl Ledger {
    /// Writes it in this form; answers how many transactions it has.
    fn write(&self, form: Form, out: &mut dyn Write) -> Result<usize, CliError> {
        let store = self.entered.door.identity()?.store_id.clone();
        let currency = self.currency.clone();
        match form {
            Form::Hledger => self.books(out, Journal::new(Dialect::Hledger, currency, store)),
            Form::Ledger => self.books(out, Journal::new(Dialect::Ledger, currency, store)),
            Form::Beancount => self.books(out, Beancount::new(currency, store)),
            Form::Csv => self.rows(out, Format::Csv),
            Form::Json => self.rows(out, Format::Json),
        }
    }

    fn books(&self, out: &mut dyn Write, mut books: impl Books) -> Result<usize, CliError> {
        let request = ExportBooks { range: self.range };
        let mut transactions = 0;
        self.entered.look_once(|state| {
            state.each(&request, |piece| {
                transactions += usize::from(matches!(piece, BooksPiece::Row(_)));
                books.write(out, &piece).map_err(OutputError::from)?;
                Ok(ControlFlow::Continue(()))
            })
        })?;
        out.flush().map_err(OutputError::from)?;
        Ok(transactions)
    }

    fn rows(&self, out: &mut dyn Write, format: Format) -> Result<usize, CliError> {
        let request = ExportLedger { range: self.range };
        self.entered.look_once(|state| {
            let rows = Rows {
                state,
                query: &request,
            };
            export_rows(out, format, self.fields.as_ref(), &rows)
        })
    }
}

impl fmt::Display for Exported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let transactions = plural(self.transactions, "transaction", "transactions");
        write!(f, "{}: {transactions}", self.file)
    }
}
