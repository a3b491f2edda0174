//! Reading: statements that change nothing.

use std::ops::ControlFlow;

use rusqlite::{CachedStatement, Connection, types::ValueRef};

use crate::store::{Bind, Column, StoreError, Value};

/// One consistent state of the store.
pub struct Read<'c> {
    pub(super) connection: &'c Connection,
}

/// A row of an answer.
pub struct Row<'r> {
    row: &'r rusqlite::Row<'r>,
    sql: &'static str,
}

/// Whoever is shown rows one by one, and says of each whether it wants the next.
pub type Visit<'v, T> = &'v mut dyn FnMut(T) -> ControlFlow<()>;

impl Row<'_> {
    /// The value of a column, counted from 0.
    pub fn get<T: Column>(&self, column: usize) -> Result<T, StoreError> {
        let sql = self.sql;
        let wrong = |reason| StoreError::Column {
            column,
            reason,
            sql,
        };
        let value = match self.row.get_ref(column) {
            Ok(ValueRef::Null) => Value::Null,
            Ok(ValueRef::Integer(number)) => Value::Int(number),
            Ok(ValueRef::Text(bytes)) => match std::str::from_utf8(bytes) {
                Ok(text) => Value::Text(text.into()),
                Err(error) => return Err(wrong(error.to_string())),
            },
            Ok(ValueRef::Real(_) | ValueRef::Blob(_)) => {
                return Err(wrong("neither a whole number nor a text".to_owned()));
            }
            Err(error) => return Err(StoreError::from_sqlite(&error)),
        };
        T::read(value).map_err(wrong)
    }
}

impl Row<'_> {
    /// The text of a column, counted from 0, where it lies; nothing where there is no text.
    pub fn text(&self, column: usize) -> &str {
        let value = self.row.get_ref(column).ok();
        let text = value.and_then(|value| value.as_str().ok());
        text.unwrap_or_default()
    }
}

impl Read<'_> {
    /// Every row.
    pub fn all<T>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        mut row: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, bind, |it| {
            found.push(row(it)?);
            Ok(())
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
        let mut statement = self.prepared(sql, bind)?;
        let mut rows = statement.raw_query();
        match rows
            .next()
            .map_err(|error| StoreError::from_sqlite(&error))?
        {
            None => Ok(None),
            Some(found) => row(&Row { row: found, sql }).map(Some),
        }
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
        let mut statement = self.prepared(sql, bind)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows
            .next()
            .map_err(|error| StoreError::from_sqlite(&error))?
        {
            visit(&Row { row, sql })?;
        }
        Ok(())
    }

    /// Shows rows to a visitor until it has seen enough; nothing is kept in memory.
    pub fn walk<T>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        mut row: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
        visit: Visit<'_, T>,
    ) -> Result<(), StoreError> {
        let mut statement = self.prepared(sql, bind)?;
        let mut rows = statement.raw_query();
        while let Some(found) = rows
            .next()
            .map_err(|error| StoreError::from_sqlite(&error))?
        {
            if visit(row(&Row { row: found, sql })?).is_break() {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn prepared(
        &self,
        sql: &str,
        bind: &[&dyn Bind],
    ) -> Result<CachedStatement<'_>, StoreError> {
        let prepared = self.connection.prepare_cached(sql);
        let mut statement = prepared.map_err(|error| StoreError::from_sqlite(&error))?;
        for (index, it) in bind.iter().enumerate() {
            bind_value(&mut statement, index + 1, &it.value())?;
        }
        Ok(statement)
    }
}

pub(super) fn bind_value(
    statement: &mut CachedStatement<'_>,
    index: usize,
    value: &Value<'_>,
) -> Result<(), StoreError> {
    let bound = match value {
        Value::Null => statement.raw_bind_parameter(index, rusqlite::types::Null),
        Value::Int(number) => statement.raw_bind_parameter(index, number),
        Value::Text(text) => statement.raw_bind_parameter(index, text.as_ref()),
    };
    bound.map_err(|error| StoreError::from_sqlite(&error))
}
