//! Bringing a store to the newest schema.

use crate::store::dialect::for_postgres;
use crate::store::migrate::MIGRATIONS;
use crate::store::postgres::{Postgres, Session};
use crate::store::unsuspended::Unsuspended;
use crate::store::{Read, StoreError, head};

impl Postgres {
    /// Each migration in a transaction of its own; answers from which. Of two that do so at once
    /// each step is done by one of them.
    pub(in crate::store) fn upgrade(&self) -> Result<i64, StoreError> {
        let from = self.head()?.schema;
        for (number, sql) in (1..).zip(MIGRATIONS) {
            if number > from {
                self.step(number, sql)?;
            }
        }
        Ok(from)
    }

    /// A step, unless somebody else has done it.
    pub(in crate::store) fn step(&self, number: i64, sql: &str) -> Result<(), StoreError> {
        let _unsuspended = Unsuspended::begin();
        self.trying(|session| {
            let done = step(session, number, sql);
            if done.is_err() {
                session.end("ROLLBACK");
            }
            done
        })
    }
}

fn step(session: &Session, number: i64, sql: &str) -> Result<(), StoreError> {
    session.batch("BEGIN ISOLATION LEVEL READ COMMITTED; UPDATE log_head SET seq = seq")?;
    if head::read(&Read::postgres(session))?.schema >= number {
        session.end("ROLLBACK");
        return Ok(());
    }
    session.batch(&for_postgres(sql))?;
    session.batch(&format!("UPDATE log_head SET schema = {number}; COMMIT"))
}
