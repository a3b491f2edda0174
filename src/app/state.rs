//! One consistent state of the store, to ask several things of, or the same twice.

use std::ops::ControlFlow;

use crate::app::door::authorise;
use crate::app::error::AppError;
use crate::app::request::Request;
use crate::kernel::request::Asker;
use crate::store::{ListQuery, Read};

/// What somebody may see of the store at one moment. However long it is looked at, nothing changes
/// in it; others go on writing.
pub struct State<'r> {
    read: &'r Read<'r>,
    asker: Asker,
}

impl<'r> State<'r> {
    pub(super) const fn new(read: &'r Read<'r>, asker: Asker) -> Self {
        Self { read, asker }
    }

    /// Answers a query a row at a time, until the visitor has seen enough or fails.
    pub fn each<Q, E>(
        &self,
        query: &Q,
        mut visit: impl FnMut(Q::Row) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E>
    where
        Q: Request + ListQuery,
        AppError: From<Q::Error>,
        E: From<AppError>,
    {
        authorise(&self.asker.actor, query.permission(&self.asker.actor))?;
        let mut failed = None;
        let mut visit = |row| match visit(row) {
            Ok(flow) => flow,
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        };
        let seen = query.each(self.read, &self.asker, &mut visit);
        match failed {
            Some(error) => Err(error),
            None => Ok(seen.map_err(AppError::from)?),
        }
    }
}
