//! Everything that a domain keeps, told row by row to whoever takes it down.

use serde::Serialize;
use serde_json::{Map, Value as Json, to_value};

use crate::kernel::moment::Moment;
use crate::store::{Read, Row, StoreError};

/// Takes an export down, kind by kind. Rows of many kinds are no list of one type, so that this is
/// no [`ListQuery`](crate::store::ListQuery).
pub trait Scribe {
    /// Why it may stop.
    type Error: From<StoreError>;

    /// Everything follows, from its beginning. What was told before does not count: the state that
    /// it is told from was lost on the way.
    fn begin(&mut self) -> Result<(), Self::Error>;

    /// Rows of this kind follow.
    fn kind(&mut self, kind: &'static str) -> Result<(), Self::Error>;

    /// The next row.
    fn row(&mut self, row: &impl Serialize) -> Result<(), Self::Error>;
}

/// How a column reads in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A whole number.
    Number,
    /// A text.
    Text,
    /// True or false.
    Flag,
    /// An instant.
    Instant,
}

/// A kind of rows, and the statement that selects them. What is no business of whoever reads an
/// export, such as a hash of a secret, is not selected.
#[derive(Debug)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// The keys of a row, in the order of the columns.
    pub keys: &'static [(&'static str, Shape)],
    /// The statement.
    pub sql: &'static str,
}

impl Kind {
    /// Tells every row of it.
    pub fn tell<S: Scribe>(&self, read: &Read<'_>, scribe: &mut S) -> Result<(), S::Error> {
        scribe.kind(self.name)?;
        read.each(self.sql, &[], |row| scribe.row(&self.object(row)?))
    }

    fn object(&self, row: &Row<'_>) -> Result<Map<String, Json>, StoreError> {
        let mut object = Map::new();
        for (column, (key, shape)) in self.keys.iter().enumerate() {
            let value = match shape {
                Shape::Number => row.get::<Option<i64>>(column)?.into(),
                Shape::Text => row.get::<Option<String>>(column)?.into(),
                Shape::Flag => row.get::<Option<bool>>(column)?.into(),
                // An instant is a text in JSON, and can be no other.
                Shape::Instant => to_value(row.get::<Option<Moment>>(column)?).unwrap_or_default(),
            };
            object.insert((*key).to_owned(), value);
        }
        Ok(object)
    }
}
