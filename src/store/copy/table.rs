//! A table on its way: its rows in the order of their key, a chunk at a time, and their fingerprint.

use std::ops::ControlFlow;

use sha2::{Digest, Sha256};

use crate::kernel::work::Work;
use crate::store::migrate;
use crate::store::read::Source;
use crate::store::{Hash, Read, StoreError, Value, Write, columns, postgres, sqlite};

/// What is not carried: the head, which is written last, and the keys by which a server's writers
/// look up what has become of their own COMMIT.
const LEFT: [&str; 2] = ["log_head", "log_write"];

/// Rows that are held in memory,
const ROWS: usize = 10_000;
/// unless they are as long as this before.
const BYTES: usize = 4 * 1024 * 1024;

/// A table, as the store itself knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) name: &'static str,
    columns: Vec<String>,
    /// The columns of its primary key, in their order.
    key: Vec<String>,
}

/// How many rows there are, and what they hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint {
    pub(super) rows: usize,
    hash: Hash,
}

/// A row, its values in the order of the columns.
type Cells = Vec<Value<'static>>;

impl Table {
    /// Every table that is carried, those first that others refer to.
    pub(super) fn all(read: &Read<'_>) -> Result<Vec<Self>, StoreError> {
        let names = migrate::tables().into_iter();
        let carried = names.filter(|name| !LEFT.contains(name));
        carried.map(|name| Self::of(read, name)).collect()
    }

    fn of(read: &Read<'_>, name: &'static str) -> Result<Self, StoreError> {
        let sql = match read.from {
            Source::Sqlite(_) => sqlite::COLUMNS,
            Source::Postgres(_) => postgres::COLUMNS,
        };
        let columns: Vec<(String, i64)> = read.all(sql, &[&name], columns)?;
        let mut key: Vec<_> = columns.iter().filter(|(_, place)| *place > 0).collect();
        key.sort_by_key(|(_, place)| *place);
        let key: Vec<String> = key.into_iter().map(|(name, _)| name.clone()).collect();
        if key.is_empty() {
            return Err(StoreError::Unlike(name.to_owned()));
        }
        let columns = columns.into_iter().map(|(name, _)| name).collect();
        Ok(Self { name, columns, key })
    }

    /// How many rows it has.
    pub(super) fn count(&self, read: &Read<'_>) -> Result<i64, StoreError> {
        let mut count = 0;
        read.paged(&format!("SELECT COUNT(*) FROM {}", self.name), &[], |row| {
            count = columns(row)?;
            Ok::<_, StoreError>(ControlFlow::Break(()))
        })?;
        Ok(count)
    }

    /// Puts the rows of one store into another, in place of those that every store begins with;
    /// answers what was sent.
    pub(super) fn carry(
        &self,
        from: &Read<'_>,
        to: &mut Write<'_>,
        work: &Work,
    ) -> Result<Fingerprint, StoreError> {
        to.clear(self.name)?;
        let mut fingerprint = Printing::default();
        let mut chunk = Chunk::default();
        self.each(from, work, |row| {
            fingerprint.add(&row);
            if chunk.is_full_with(row) {
                to.insert_rows(self.name, &self.columns, chunk.taken())?;
            }
            Ok(())
        })?;
        to.insert_rows(self.name, &self.columns, chunk.taken())?;
        Ok(fingerprint.end())
    }

    /// What it holds.
    pub(super) fn fingerprint(
        &self,
        read: &Read<'_>,
        work: &Work,
    ) -> Result<Fingerprint, StoreError> {
        let mut fingerprint = Printing::default();
        self.each(read, work, |row| {
            fingerprint.add(&row);
            Ok(())
        })?;
        Ok(fingerprint.end())
    }

    /// Visits every row, by key: so a row comes behind the one of the same table that it refers to.
    fn each(
        &self,
        read: &Read<'_>,
        work: &Work,
        mut visit: impl FnMut(Cells) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (columns, key) = (self.columns.join(", "), self.key.join(", "));
        let sql = format!("SELECT {columns} FROM {} ORDER BY {key}", self.name);
        read.paged(&sql, &[], |row| {
            if work.is_stopped() {
                return Err(StoreError::Stopped);
            }
            let cells = (0..self.columns.len()).map(|column| row.get(column));
            visit(cells.collect::<Result<_, _>>()?)?;
            work.step(1);
            Ok(ControlFlow::Continue(()))
        })
    }
}

/// Rows that are sent together.
#[derive(Default)]
struct Chunk {
    rows: Vec<Cells>,
    bytes: usize,
}

impl Chunk {
    /// Adds a row; answers whether it is time to send them.
    fn is_full_with(&mut self, row: Cells) -> bool {
        let lengths = row.iter().map(|value| match value {
            Value::Null | Value::Int(_) => 8,
            Value::Text(text) => text.len(),
        });
        self.bytes += lengths.sum::<usize>();
        self.rows.push(row);
        self.rows.len() >= ROWS || self.bytes >= BYTES
    }

    fn taken(&mut self) -> Vec<Cells> {
        self.bytes = 0;
        std::mem::take(&mut self.rows)
    }
}

/// A fingerprint in the making.
#[derive(Default)]
struct Printing {
    rows: usize,
    digest: Sha256,
}

impl Printing {
    /// Each value by its kind, a text by its length as well: no two rows read the same.
    fn add(&mut self, row: &[Value<'_>]) {
        self.rows += 1;
        for value in row {
            match value {
                Value::Null => self.digest.update([0]),
                Value::Int(number) => {
                    self.digest.update([1]);
                    self.digest.update(number.to_be_bytes());
                }
                Value::Text(text) => {
                    self.digest.update([2]);
                    self.digest.update(text.len().to_be_bytes());
                    self.digest.update(text.as_bytes());
                }
            }
        }
    }

    fn end(self) -> Fingerprint {
        let hash = Hash(self.digest.finalize().into());
        let rows = self.rows;
        Fingerprint { rows, hash }
    }
}
