//! Values on their way to the server and back.

use std::error::Error;

use bytes::BytesMut;
use postgres::Row;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::store::{StoreError, Value};

/// A value that is bound to a placeholder.
#[derive(Debug)]
pub(super) struct Param<'v>(pub(super) Value<'v>);

impl Param<'_> {
    /// The type that it is declared with. The server finds out what an absent value would be.
    pub(super) const fn declared(&self) -> Type {
        match self.0 {
            Value::Null => Type::UNKNOWN,
            Value::Int(_) => Type::INT8,
            Value::Text(_) => Type::TEXT,
        }
    }
}

impl ToSql for Param<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match &self.0 {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) if *ty == Type::INT4 => i32::try_from(*number)?.to_sql(ty, out),
            Value::Int(number) => number.to_sql(ty, out),
            Value::Text(text) => text.as_ref().to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// A column of a row; the error says what was found that is neither a whole number nor a text.
/// What is true or false comes as 1 or 0, as SQLite has it.
pub fn column(row: &Row, column: usize) -> Result<Result<Value<'_>, String>, StoreError> {
    let Some(found) = row.columns().get(column) else {
        return Ok(Err("no such column".to_owned()));
    };
    Ok(match *found.type_() {
        Type::INT8 => Ok(int(value::<i64>(row, column)?)),
        Type::INT4 => Ok(int(value::<i32>(row, column)?)),
        Type::INT2 => Ok(int(value::<i16>(row, column)?)),
        Type::BOOL => Ok(int(value::<bool>(row, column)?)),
        Type::TEXT | Type::VARCHAR | Type::NAME => {
            let text = value::<&str>(row, column)?;
            Ok(text.map_or(Value::Null, |text| Value::Text(text.into())))
        }
        ref other => Err(format!("neither a whole number nor a text, but {other}")),
    })
}

/// The text of a column where it lies; nothing where there is no text.
pub fn text(row: &Row, column: usize) -> &str {
    let text = row.try_get::<_, Option<&str>>(column).ok();
    text.flatten().unwrap_or_default()
}

fn value<'r, T: FromSql<'r>>(row: &'r Row, column: usize) -> Result<Option<T>, StoreError> {
    let value = row.try_get(column);
    value.map_err(|error| StoreError::from_postgres(&error))
}

fn int(value: Option<impl Into<i64>>) -> Value<'static> {
    value.map_or(Value::Null, |number| Value::Int(number.into()))
}
