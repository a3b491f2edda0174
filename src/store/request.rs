//! What a request does with the store: the kinds of requests.

use std::ops::ControlFlow;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::kernel::request::{Asker, Request};
use crate::store::{Read, StoreError, Visit, Write};

/// A request that changes nothing.
pub trait Query: Request {
    /// Why it may fail.
    type Error;

    /// Answers from one consistent state of the store.
    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Self::Answer, Self::Error>;
}

/// A query that answers a list, and can be asked for a row at a time however long the list is.
pub trait ListQuery: Query<Answer = Vec<Self::Row>> {
    /// One row of the answer.
    type Row: Serialize + DeserializeOwned;

    /// Shows the visitor one row after the other, until it has seen enough. What is refused is
    /// refused before the first.
    fn each(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        visit: Visit<'_, Self::Row>,
    ) -> Result<(), Self::Error>;

    /// All of them at once: the plain answer, for lists that are short.
    fn all(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<Self::Row>, Self::Error> {
        let mut rows = Vec::new();
        self.each(read, asker, &mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })?;
        Ok(rows)
    }
}

/// A request that changes nothing and whose answer may be larger than memory: it is told piece by
/// piece, all of it from one consistent state.
pub trait Telling: Request {
    /// Why it may fail.
    type Error;

    /// Tells every piece in turn; stops with the error of whoever takes it down.
    fn tell<E: From<Self::Error> + From<StoreError>>(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        piece: impl FnMut(Self::Answer) -> Result<(), E>,
    ) -> Result<(), E>;
}

/// A request that writes, and does so in the one transaction that it is given.
pub trait Command: Request {
    /// Why it may be refused; then nothing is kept.
    type Error;

    /// Whether a key of the caller's may stand for it; not where it makes or carries a secret.
    const KEYED: bool = true;

    /// The consumers that must have heard the whole log before the rule is asked.
    const UP_TO_DATE: &'static [&'static str] = &[];

    /// What is slow or secret and belongs before the transaction, such as hashing a beak.
    fn prepare(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }

    /// Does it. May run more than once, so it has no effect outside of the transaction.
    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<Self::Answer, Self::Error>;

    /// Completes the answer with what consumers derived from it, once they caught up. The command
    /// is committed by then: an error leaves the answer as it is. Only what is derived once and
    /// never changes: the answer of a key is completed whenever it is given again.
    fn settle(
        &self,
        _read: &Read<'_>,
        _asker: &Asker,
        _answer: &mut Self::Answer,
    ) -> Result<(), Self::Error> {
        Ok(())
    }
}
