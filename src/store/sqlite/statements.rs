//! Statements of SQLite: binding, stepping, reading columns.

use std::ops::ControlFlow;

use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection};

use crate::store::{Bind, Row, StoreError, Value};

/// Steps through the rows of a statement until the visitor has seen enough.
pub fn each_row<E: From<StoreError>>(
    connection: &Connection,
    sql: &str,
    bind: &[&dyn Bind],
    mut visit: impl FnMut(&Row<'_>) -> Result<ControlFlow<()>, E>,
) -> Result<(), E> {
    let mut statement = prepared(connection, sql, bind)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(|error| failed(&error))? {
        if visit(&Row::sqlite(row, sql))?.is_break() {
            break;
        }
    }
    Ok(())
}

/// Visits the rows of a statement that is run with each row of values.
pub fn rows_of_each<'v, const N: usize>(
    connection: &Connection,
    sql: &'static str,
    asked: impl IntoIterator<Item = [Value<'v>; N]>,
    mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut asked = asked.into_iter().peekable();
    if asked.peek().is_none() {
        return Ok(());
    }
    let mut statement = prepared(connection, sql, &[])?;
    for values in asked {
        for (index, value) in values.iter().enumerate() {
            bind_value(&mut statement, index + 1, value)?;
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(|error| failed(&error))? {
            visit(&Row::sqlite(row, sql))?;
        }
    }
    Ok(())
}

/// Runs a statement; answers how many rows it changed.
pub fn changed(
    connection: &Connection,
    sql: &str,
    bind: &[&dyn Bind],
) -> Result<usize, StoreError> {
    let mut statement = prepared(connection, sql, bind)?;
    statement.raw_execute().map_err(|error| failed(&error))
}

/// Runs a statement with each row of values; answers how many rows it changed.
pub fn changed_by_each<'v>(
    connection: &Connection,
    sql: &str,
    rows: impl IntoIterator<Item = impl AsRef<[Value<'v>]>>,
) -> Result<usize, StoreError> {
    let mut rows = rows.into_iter().peekable();
    if rows.peek().is_none() {
        return Ok(0);
    }
    let mut statement = prepared(connection, sql, &[])?;
    let mut changed = 0;
    for row in rows {
        for (index, value) in row.as_ref().iter().enumerate() {
            bind_value(&mut statement, index + 1, value)?;
        }
        changed += statement.raw_execute().map_err(|error| failed(&error))?;
    }
    Ok(changed)
}

/// A column of a row; the error says what was found that is neither a whole number nor a text.
pub fn column<'r>(
    row: &'r rusqlite::Row<'_>,
    column: usize,
) -> Result<Result<Value<'r>, String>, StoreError> {
    Ok(match row.get_ref(column).map_err(|error| failed(&error))? {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Int(number)),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Value::Text(text.into())),
            Err(error) => Err(error.to_string()),
        },
        ValueRef::Real(_) | ValueRef::Blob(_) => {
            Err("neither a whole number nor a text".to_owned())
        }
    })
}

/// The text of a column where it lies; nothing where there is no text.
pub fn text<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> &'r str {
    let value = row.get_ref(column).ok();
    let text = value.and_then(|value| value.as_str().ok());
    text.unwrap_or_default()
}

fn prepared<'c>(
    connection: &'c Connection,
    sql: &str,
    bind: &[&dyn Bind],
) -> Result<CachedStatement<'c>, StoreError> {
    tracing::trace!("{sql}");
    let prepared = connection.prepare_cached(sql);
    let mut statement = prepared.map_err(|error| failed(&error))?;
    for (index, it) in bind.iter().enumerate() {
        bind_value(&mut statement, index + 1, &it.value())?;
    }
    Ok(statement)
}

fn bind_value(
    statement: &mut CachedStatement<'_>,
    index: usize,
    value: &Value<'_>,
) -> Result<(), StoreError> {
    let bound = match value {
        Value::Null => statement.raw_bind_parameter(index, rusqlite::types::Null),
        Value::Int(number) => statement.raw_bind_parameter(index, number),
        Value::Text(text) => statement.raw_bind_parameter(index, text.as_ref()),
    };
    bound.map_err(|error| failed(&error))
}

fn failed(error: &rusqlite::Error) -> StoreError {
    StoreError::from_sqlite(error)
}
