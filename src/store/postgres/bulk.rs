//! Many rows at a time: a server that is asked row by row spends its time on the way.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use crate::store::postgres::session::{Session, counted};
use crate::store::{Insert, StoreError, Update, Value};

/// Bytes that go to the server at a time.
const PIECE: usize = 64 * 1024;

impl Session {
    /// Inserts rows; answers how many.
    pub fn insert<'v, const N: usize>(
        &self,
        into: &Insert,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        let columns = into.columns.join(", ");
        self.changed_in_chunks(rows, |values| {
            let rows = values.selected();
            format!("INSERT INTO {} ({columns}) {rows}", into.table)
        })
    }

    /// Updates rows by their key; answers how many there were. A column may be of the key and be set
    /// as well.
    pub fn update<'v, const N: usize>(
        &self,
        update: &Update,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        self.changed_in_chunks(rows, |values| {
            let key = update.key.iter().zip(1..);
            let key = key.map(|(it, n)| format!("old.{it} = {}", values.value(n)));
            let set = update.set.iter().zip(1 + update.key.len()..);
            let set = set.map(|(it, n)| format!("{it} = {}", values.value(n)));
            format!(
                "UPDATE {} AS old SET {} FROM {} WHERE {}",
                update.table,
                set.collect::<Vec<_>>().join(", "),
                values.unnested("new"),
                key.collect::<Vec<_>>().join(" AND ")
            )
        })
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
        let copied = self.ask(&sql, |client| {
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
