//! Many rows at a time: a server that is asked row by row spends its time on the way.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use postgres::types::{ToSql, Type};

use crate::store::postgres::array::Array;
use crate::store::postgres::session::{Session, counted};
use crate::store::{Bind, Insert, StoreError, Update, Value};

/// Fewer rows than these are inserted by one statement; more of them by COPY, which waits for the
/// server twice.
const FEW: usize = 10;

/// Rows that one statement takes.
pub(super) const CHUNK: usize = 10_000;

/// Bytes that go to the server at a time.
const PIECE: usize = 64 * 1024;

impl Session {
    /// Inserts rows; answers how many.
    pub fn insert<'v, const N: usize>(
        &self,
        into: &Insert,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        let mut rows = rows.into_iter();
        let first: Vec<_> = rows.by_ref().take(FEW).collect();
        if first.is_empty() {
            return Ok(0);
        }
        if first.len() < FEW {
            return self.insert_few(into, &first);
        }
        let columns = into.columns.join(", ");
        self.take_in(into.table, &columns, first.into_iter().chain(rows))
    }

    fn insert_few<const N: usize>(
        &self,
        into: &Insert,
        rows: &[[Value<'_>; N]],
    ) -> Result<usize, StoreError> {
        let row = |number: usize| {
            let marks: Vec<String> = (1..=N).map(|n| format!("?{}", number * N + n)).collect();
            format!("({})", marks.join(", "))
        };
        let values: Vec<String> = (0..rows.len()).map(row).collect();
        let columns = into.columns.join(", ");
        let sql = format!(
            "INSERT INTO {} ({columns}) VALUES {}",
            into.table,
            values.join(", ")
        );
        let bind: Vec<&dyn Bind> = rows.iter().flatten().map(|it| it as &dyn Bind).collect();
        self.changed(&sql, &bind)
    }

    /// Inserts rows by COPY; answers how many.
    pub fn take_in<'v>(
        &self,
        table: &str,
        columns: &str,
        rows: impl IntoIterator<Item = impl AsRef<[Value<'v>]>>,
    ) -> Result<usize, StoreError> {
        let sql = format!("COPY {table} ({columns}) FROM STDIN");
        // The writer keeps the server's own error for its end; that of a piece tells less.
        let copied = self.ask(|client| {
            let mut to = client.copy_in(&sql)?;
            let mut piece = String::with_capacity(PIECE + 4096);
            let mut sent = Ok(());
            for row in rows {
                put_row(&mut piece, row.as_ref());
                if piece.len() >= PIECE {
                    sent = send(&mut to, &mut piece);
                    if sent.is_err() {
                        break;
                    }
                }
            }
            if sent.is_ok() {
                sent = send(&mut to, &mut piece);
            }
            if let Err(error) = &sent {
                tracing::debug!("rows could not be sent: {error}");
            }
            to.finish()
        })?;
        counted(copied)
    }

    /// Updates rows by their key; answers how many there were.
    pub fn update<'v, const N: usize>(
        &self,
        update: &Update,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        let mut rows = rows.into_iter();
        let mut changed = 0;
        loop {
            let chunk: Vec<_> = rows.by_ref().take(CHUNK).collect();
            match chunk.as_slice() {
                [] => return Ok(changed),
                [row] => {
                    let bind: Vec<&dyn Bind> = row.iter().map(|it| it as &dyn Bind).collect();
                    changed += self.changed(&update.of_one_row(), &bind)?;
                }
                _ => changed += self.update_chunk(update, chunk)?,
            }
        }
    }

    fn update_chunk<const N: usize>(
        &self,
        update: &Update,
        rows: Vec<[Value<'_>; N]>,
    ) -> Result<usize, StoreError> {
        let columns: Vec<&str> = update.key.iter().chain(update.set).copied().collect();
        let types = self.types(update.table, &columns)?;
        let mut arrays: Vec<Array<'_>> = types.iter().map(Array::of).collect();
        for row in rows {
            for (array, value) in arrays.iter_mut().zip(row) {
                array.push(value)?;
            }
        }
        let places = types.iter().enumerate();
        let places = places.map(|(n, it)| format!("CAST(${} AS {it}[])", n + 1));
        let set = update.set.iter().map(|it| format!("{it} = new.{it}"));
        let key = update.key.iter().map(|it| format!("old.{it} = new.{it}"));
        let sql = format!(
            "UPDATE {} AS old SET {} FROM unnest({}) AS new ({}) WHERE {}",
            update.table,
            set.collect::<Vec<_>>().join(", "),
            places.collect::<Vec<_>>().join(", "),
            columns.join(", "),
            key.collect::<Vec<_>>().join(" AND ")
        );
        let arrays: Vec<&(dyn ToSql + Sync)> = arrays.iter().map(Array::as_sql).collect();
        counted(self.ask(|client| client.execute(&sql, &arrays))?)
    }

    /// What columns of a table hold.
    pub(super) fn types(&self, table: &str, columns: &[&str]) -> Result<Vec<Type>, StoreError> {
        let sql = format!("SELECT {} FROM {table}", columns.join(", "));
        let statement = self.ask(|client| client.prepare(&sql))?;
        let types = statement.columns().iter().map(|it| it.type_().clone());
        Ok(types.collect())
    }
}

/// A row in COPY's text format.
fn put_row(out: &mut String, row: &[Value<'_>]) {
    for (number, value) in row.iter().enumerate() {
        if number > 0 {
            out.push('\t');
        }
        match value {
            Value::Null => out.push_str("\\N"),
            Value::Int(number) => {
                // Writing to a text cannot fail.
                let _ = write!(out, "{number}");
            }
            Value::Text(text) => put_text(out, text),
        }
    }
    out.push('\n');
}

fn put_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
}

fn send(to: &mut postgres::CopyInWriter<'_>, piece: &mut String) -> io::Result<()> {
    to.write_all(piece.as_bytes())?;
    piece.clear();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_copy_is_escaped() {
        let row = [
            Value::Null,
            Value::Int(-7),
            Value::Text("a\tb\\N\r\nж".into()),
            Value::Text("".into()),
        ];
        let mut out = String::new();
        put_row(&mut out, &row);
        assert_eq!(out, "\\N\t-7\ta\\tb\\\\N\\r\\nж\t\n");
    }
}
