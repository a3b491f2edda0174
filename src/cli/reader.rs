//! What a door tells the command line beside an answer, and the rows of one that is long.

use std::sync::{Arc, OnceLock};

use crate::app::{AppError, Audience, Request, State};
use crate::cli::error::CliError;
use crate::cli::output::{Source, Visitor};
use crate::kernel::locale::Locale;
use crate::store::ListQuery;

/// Whoever reads the answers of a door: where and when, its first answer tells.
pub struct Reader {
    /// Where that is left for the output.
    pub read_in: Arc<OnceLock<Locale>>,
}

impl Audience for Reader {
    fn reads_in(&self, locale: &Locale) {
        self.read_in.get_or_init(|| locale.clone());
    }
}

/// The rows that a query has in one state.
pub struct Rows<'a, Q> {
    /// The state.
    pub state: &'a State<'a>,
    /// The query.
    pub query: &'a Q,
}

impl<Q> Source for Rows<'_, Q>
where
    Q: Request + ListQuery,
    AppError: From<Q::Error>,
{
    type Row = Q::Row;
    type Error = CliError;

    fn each(&self, visit: &mut Visitor<'_, Q::Row, CliError>) -> Result<(), CliError> {
        self.state.each(self.query, |row| visit(&row))
    }
}
