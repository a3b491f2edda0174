//! Reading: statements that change nothing.

use std::ops::ControlFlow;

use rusqlite::Connection;

use crate::kernel::clock::Clock;
use crate::kernel::moment::Moment;
use crate::kernel::work::{Stage, Work};
use crate::store::postgres::{self, Session};
use crate::store::{Bind, Column, StoreError, Value, sqlite};

/// One consistent state of the store.
pub struct Read<'c> {
    pub(super) from: Source<'c>,
    work: Option<&'c Work>,
}

/// What answers.
#[derive(Clone, Copy)]
pub(super) enum Source<'c> {
    Sqlite(&'c Connection),
    Postgres(&'c Session),
}

/// A row of an answer.
pub struct Row<'r> {
    row: Answered<'r>,
    sql: &'r str,
}

enum Answered<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r ::postgres::Row),
}

/// Whoever is shown rows one by one, and says of each whether it wants the next.
pub type Visit<'v, T> = &'v mut dyn FnMut(T) -> ControlFlow<()>;

impl<'r> Row<'r> {
    pub(super) const fn sqlite(row: &'r rusqlite::Row<'r>, sql: &'r str) -> Self {
        Self {
            row: Answered::Sqlite(row),
            sql,
        }
    }

    pub(super) const fn postgres(row: &'r ::postgres::Row, sql: &'r str) -> Self {
        Self {
            row: Answered::Postgres(row),
            sql,
        }
    }

    /// The value of a column, counted from 0.
    pub(super) fn get<T: Column>(&self, column: usize) -> Result<T, StoreError> {
        self.value(column)?
            .and_then(T::read)
            .map_err(|reason| self.wrong(column, reason))
    }

    fn value(&self, column: usize) -> Result<Result<Value<'_>, String>, StoreError> {
        match self.row {
            Answered::Sqlite(row) => sqlite::column(row, column),
            Answered::Postgres(row) => postgres::column(row, column),
        }
    }

    /// Where it stands that a column holds what it cannot.
    fn wrong(&self, column: usize, reason: String) -> StoreError {
        let name = match self.row {
            Answered::Sqlite(row) => row.as_ref().column_name(column).ok(),
            Answered::Postgres(row) => row.columns().get(column).map(::postgres::Column::name),
        };
        let first = self.value(usize::from(column == 0));
        let row = match first {
            Ok(Ok(Value::Int(number))) => number.to_string(),
            Ok(Ok(Value::Text(text))) => text.into_owned(),
            Ok(Ok(Value::Null) | Err(_)) | Err(_) => "?".to_owned(),
        };
        let mut words = self.sql.split_whitespace();
        let table = words.find(|word| matches!(*word, "FROM" | "UPDATE"));
        let table = table.and_then(|_| words.next()).unwrap_or("?");
        let column = name.unwrap_or("?");
        StoreError::Column {
            place: format!("{table}, row {row}, column {column}"),
            reason,
        }
    }

    /// The text of a column, counted from 0, where it lies; nothing where there is no text.
    pub fn text(&self, column: usize) -> &str {
        match self.row {
            Answered::Sqlite(row) => sqlite::text(row, column),
            Answered::Postgres(row) => postgres::text(row, column),
        }
    }
}

impl<'c> Read<'c> {
    pub(super) const fn sqlite(connection: &'c Connection) -> Self {
        Self {
            from: Source::Sqlite(connection),
            work: None,
        }
    }

    pub(super) const fn postgres(session: &'c Session) -> Self {
        Self {
            from: Source::Postgres(session),
            work: None,
        }
    }

    /// As a part of work that somebody looks on at.
    pub(super) const fn of(self, work: &'c Work) -> Self {
        let work = Some(work);
        Self { work, ..self }
    }

    /// Tells whoever looks on that a stage of the work is so far.
    pub fn at(&self, stage: Stage, done: i64, total: i64) {
        if let Some(work) = self.work {
            work.at(stage, done, total);
        }
    }

    /// Tells whoever looks on that so much more of it is done.
    pub fn step(&self, more: usize) {
        if let Some(work) = self.work {
            work.step(more);
        }
    }

    /// The moment of this state: by the server's clock where there is one.
    pub fn moment(&self, clock: Clock) -> Moment {
        clock.by_server(match self.from {
            Source::Sqlite(_) => None,
            Source::Postgres(session) => session.now(),
        })
    }

    /// Every row.
    pub fn all<T>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        mut row: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.whole(sql, bind, |it| {
            found.push(row(it)?);
            Ok::<_, StoreError>(ControlFlow::Continue(()))
        })?;
        Ok(found)
    }

    /// The first row, if there is one.
    pub fn first<T>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        row: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let (mut row, mut found) = (Some(row), None);
        self.whole(sql, bind, |it| {
            found = row.take().map(|row| row(it)).transpose()?;
            Ok::<_, StoreError>(ControlFlow::Break(()))
        })?;
        Ok(found)
    }

    /// The one row that must be there.
    pub fn one<T>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        row: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.first(sql, bind, row)?.ok_or(StoreError::NoRow(sql))
    }

    /// Visits every row in turn; nothing is kept in memory. Generic over the error, so that a
    /// visitor may stop with its own.
    pub fn each<E: From<StoreError>>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        mut visit: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.paged(sql, bind, |row| {
            visit(row)?;
            Ok(ControlFlow::Continue(()))
        })
    }

    /// Shows rows to a visitor until it has seen enough; nothing is kept in memory.
    pub fn walk<T>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        mut row: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
        visit: Visit<'_, T>,
    ) -> Result<(), StoreError> {
        self.paged(sql, bind, |it| Ok(visit(row(it)?)))
    }

    /// Rows of an answer that is short enough to be held in memory.
    fn whole<E: From<StoreError>>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        visit: impl FnMut(&Row<'_>) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        match self.from {
            Source::Sqlite(connection) => sqlite::each_row(connection, sql, bind, visit),
            Source::Postgres(session) => session.whole(sql, bind, visit),
        }
    }

    /// Rows of an answer of any length.
    pub(super) fn paged<E: From<StoreError>>(
        &self,
        sql: &str,
        bind: &[&dyn Bind],
        visit: impl FnMut(&Row<'_>) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        match self.from {
            Source::Sqlite(connection) => sqlite::each_row(connection, sql, bind, visit),
            Source::Postgres(session) => session.paged(sql, bind, visit),
        }
    }
}
