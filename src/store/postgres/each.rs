//! What is asked, added or put with many rows of values: one statement for all of them.

use crate::store::dialect::placeholders;
use crate::store::many::Upsert;
use crate::store::postgres::columns::Columns;
use crate::store::postgres::session::{Session, counted};
use crate::store::{Row, StoreError, Value};

/// Rows that one statement takes.
const CHUNK: usize = 10_000;

impl Session {
    /// Visits the rows of a statement that is asked with each row of values.
    ///
    /// OFFSET keeps the server from taking it for a join, which it may do by reading a table from its
    /// beginning to what is asked for: the millionth task would be found behind all others.
    pub fn rows_of_each<'v, const N: usize>(
        &self,
        sql: &'static str,
        asked: impl IntoIterator<Item = [Value<'v>; N]>,
        mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let each = placeholders::rewritten(sql, "asked.v");
        in_chunks(asked, |chunk| {
            let columns = Columns::of(chunk)?;
            let all = format!(
                "SELECT found.* FROM {} CROSS JOIN LATERAL ({each} OFFSET 0) AS found",
                columns.unnested("asked")
            );
            let bind = columns.bind();
            for row in self.ask(&all, |client| client.query_typed(&all, &bind))? {
                visit(&Row::postgres(&row, sql))?;
            }
            Ok(())
        })
    }

    /// Inserts rows, or changes them where they are there; answers how many.
    pub(in crate::store) fn upsert<'v, const N: usize>(
        &self,
        upsert: &Upsert,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        self.changed_in_chunks(rows, |values| upsert.statement(&values.selected()))
    }

    /// Runs a statement over rows of values, many at a time; answers how many rows it changed.
    pub(super) fn changed_in_chunks<'v, const N: usize>(
        &self,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
        statement: impl Fn(&Columns<'_>) -> String,
    ) -> Result<usize, StoreError> {
        let mut changed = 0;
        in_chunks(rows, |chunk| {
            let values = Columns::of(chunk)?;
            let (sql, bind) = (statement(&values), values.bind());
            changed += counted(self.ask(&sql, |client| client.execute_typed(&sql, &bind))?)?;
            Ok(())
        })?;
        Ok(changed)
    }
}

fn in_chunks<'v, const N: usize>(
    rows: impl IntoIterator<Item = [Value<'v>; N]>,
    mut run: impl FnMut(Vec<[Value<'v>; N]>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut rows = rows.into_iter();
    loop {
        let chunk: Vec<[Value<'v>; N]> = rows.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        run(chunk)?;
    }
}
