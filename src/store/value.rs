//! What crosses between Rust and SQL: whole numbers, text, and nothing else.

use std::borrow::Cow;
use std::str::FromStr;

use crate::kernel::day::{Day, Zone};
use crate::kernel::ids::{
    DeadLetterId, DrawId, InvoiceId, PoolVersion, Seq, TaskId, TransactionId, UserId,
};
use crate::kernel::moment::Moment;
use crate::kernel::money::{Currency, Money};
use crate::kernel::name::UserName;
use crate::kernel::permissions::Permissions;
use crate::kernel::role::Role;
use crate::kernel::ticket::Ticket;

/// A value of a column: `BIGINT`, `TEXT` or null.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Absent.
    Null,
    /// A whole number.
    Int(i64),
    /// A text.
    Text(Cow<'a, str>),
}

impl Value<'_> {
    /// A value of its own, for rows that are inserted in bulk.
    pub fn owned(it: &(impl Bind + ?Sized)) -> Value<'static> {
        match it.value() {
            Value::Null => Value::Null,
            Value::Int(number) => Value::Int(number),
            Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
        }
    }
}

impl From<String> for Value<'static> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

/// What can be bound to a placeholder.
pub trait Bind {
    /// As a value of a column.
    fn value(&self) -> Value<'_>;
}

/// What can be read from a column.
pub trait Column: Sized {
    /// From a value; the error says what was found instead.
    fn read(value: Value<'_>) -> Result<Self, String>;
}

impl<T: Bind + ?Sized> Bind for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl<T: Bind> Bind for Option<T> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Bind::value)
    }
}

impl<T: Column> Column for Option<T> {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match value {
            Value::Null => Ok(None),
            value @ (Value::Int(_) | Value::Text(_)) => T::read(value).map(Some),
        }
    }
}

impl Bind for Value<'_> {
    fn value(&self) -> Value<'_> {
        match self {
            Value::Null => Value::Null,
            Value::Int(number) => Value::Int(*number),
            Value::Text(text) => Value::Text(Cow::Borrowed(text)),
        }
    }
}

/// Whatever stands there.
impl Column for Value<'static> {
    fn read(value: Value<'_>) -> Result<Self, String> {
        Ok(Value::owned(&value))
    }
}

impl Bind for i64 {
    fn value(&self) -> Value<'_> {
        Value::Int(*self)
    }
}

impl Column for i64 {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match value {
            Value::Int(number) => Ok(number),
            Value::Null => Err("nothing where a number belongs".to_owned()),
            Value::Text(text) => Err(format!("'{text}' where a number belongs")),
        }
    }
}

impl Bind for bool {
    fn value(&self) -> Value<'_> {
        Value::Int(i64::from(*self))
    }
}

impl Column for bool {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match i64::read(value)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(format!("{other} where 0 or 1 belongs")),
        }
    }
}

impl Bind for str {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}

impl Bind for String {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}

impl Column for String {
    fn read(value: Value<'_>) -> Result<Self, String> {
        match value {
            Value::Text(text) => Ok(text.into_owned()),
            Value::Null => Err("nothing where a text belongs".to_owned()),
            Value::Int(number) => Err(format!("{number} where a text belongs")),
        }
    }
}

impl Column for Cow<'static, str> {
    fn read(value: Value<'_>) -> Result<Self, String> {
        String::read(value).map(Cow::Owned)
    }
}

macro_rules! numbers {
    ($($id:ty),+) => {$(
        impl Bind for $id {
            fn value(&self) -> Value<'_> {
                Value::Int(self.get())
            }
        }

        impl Column for $id {
            fn read(value: Value<'_>) -> Result<Self, String> {
                i64::read(value).map(Self::new)
            }
        }
    )+};
}

numbers!(
    UserId,
    TaskId,
    DrawId,
    PoolVersion,
    TransactionId,
    InvoiceId,
    Seq,
    DeadLetterId
);

impl Bind for Money {
    fn value(&self) -> Value<'_> {
        Value::Int(self.cents())
    }
}

impl Column for Money {
    fn read(value: Value<'_>) -> Result<Self, String> {
        i64::read(value).map(Self::from_cents)
    }
}

impl Bind for Moment {
    fn value(&self) -> Value<'_> {
        Value::Int(self.micros())
    }
}

impl Column for Moment {
    fn read(value: Value<'_>) -> Result<Self, String> {
        Self::from_micros(i64::read(value)?).map_err(|error| error.to_string())
    }
}

macro_rules! texts {
    ($($text:ty => $read:path),+ $(,)?) => {$(
        impl Bind for $text {
            fn value(&self) -> Value<'_> {
                Value::Text(Cow::Owned(self.to_string()))
            }
        }

        impl Column for $text {
            fn read(value: Value<'_>) -> Result<Self, String> {
                $read(&String::read(value)?).map_err(|error| error.to_string())
            }
        }
    )+};
}

texts! {
    Day => Day::from_str,
    Zone => Zone::from_str,
    Currency => Currency::from_str,
    // As it was kept, not as a request would have to say it.
    UserName => UserName::kept,
    Role => Role::from_str,
    Ticket => Ticket::from_str,
    Permissions => Permissions::from_str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_says_what_it_found_instead() {
        assert_eq!(
            bool::read(Value::Int(2)),
            Err("2 where 0 or 1 belongs".to_owned())
        );
        assert!(Day::read(Value::Text("yesterday".into())).is_err());
        assert_eq!(Option::<i64>::read(Value::Null), Ok(None));
        assert!(i64::read(Value::Null).is_err());
    }
}
