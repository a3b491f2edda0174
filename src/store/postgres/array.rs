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
    /// Of a column of this type.
    pub(super) fn of(column: &Type) -> Self {
        if *column == Type::INT8 {
            return Self::Ints(Vec::new());
        }
        Self::Texts(Vec::new())
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
