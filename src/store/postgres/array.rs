//! Many values of one column, as the server takes them at once.

use std::borrow::Cow;

use postgres::types::{ToSql, Type};

use crate::store::{StoreError, Value};

/// The values of one column.
pub(super) enum Array<'v> {
    Ints(Vec<Option<i64>>),
    Texts(Vec<Option<Cow<'v, str>>>),
}

impl<'v> Array<'v> {
    /// With a first value behind so many rows that have none.
    pub(super) fn begun(absent: usize, value: Value<'v>) -> Self {
        match value {
            Value::Int(number) => {
                let mut array = vec![None; absent];
                array.push(Some(number));
                Self::Ints(array)
            }
            Value::Text(text) => {
                let mut array = vec![None; absent];
                array.push(Some(text));
                Self::Texts(array)
            }
            Value::Null => Self::Texts(vec![None; absent + 1]),
        }
    }

    /// One more.
    pub(super) fn push(&mut self, value: Value<'v>) -> Result<(), StoreError> {
        match (self, value) {
            (Self::Ints(array), Value::Null) => array.push(None),
            (Self::Ints(array), Value::Int(number)) => array.push(Some(number)),
            (Self::Texts(array), Value::Null) => array.push(None),
            (Self::Texts(array), Value::Text(text)) => array.push(Some(text)),
            (Self::Ints(_), Value::Text(text)) => {
                let wrong = format!("'{text}' where a number belongs");
                return Err(StoreError::Constraint(wrong));
            }
            (Self::Texts(_), Value::Int(number)) => {
                let wrong = format!("{number} where a text belongs");
                return Err(StoreError::Constraint(wrong));
            }
        }
        Ok(())
    }

    /// The type that it is declared with.
    pub(super) const fn declared(&self) -> Type {
        match self {
            Self::Ints(_) => Type::INT8_ARRAY,
            Self::Texts(_) => Type::TEXT_ARRAY,
        }
    }

    /// As it is bound.
    pub(super) fn as_sql(&self) -> &(dyn ToSql + Sync) {
        match self {
            Self::Ints(array) => array,
            Self::Texts(array) => array,
        }
    }
}
