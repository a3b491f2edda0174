//! What is asked, added or put with many rows of values: one statement for all of them.

use postgres::types::{ToSql, Type};

use crate::store::dialect::placeholders;
use crate::store::many::Upsert;
use crate::store::postgres::array::Array;
use crate::store::postgres::bulk::CHUNK;
use crate::store::postgres::session::{Session, counted};
use crate::store::{Row, StoreError, Value};

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
        let names: Vec<String> = (1..=N).map(|n| format!("v{n}")).collect();
        in_chunks(asked, |chunk| {
            let columns = Columns::of(&types_of(&chunk), chunk)?;
            let all = format!(
                "SELECT found.* FROM {} AS asked ({}) CROSS JOIN LATERAL ({each} OFFSET 0) AS found",
                columns.unnested(),
                names.join(", ")
            );
            let bind = columns.bind();
            for row in self.ask(|client| client.query_typed(&all, &bind))? {
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
        let mut changed = 0;
        in_chunks(rows, |chunk| {
            let columns = Columns::of(&self.types(upsert.table, &upsert.columns)?, chunk)?;
            let values = format!("SELECT * FROM {} AS new", columns.unnested());
            let sql = upsert.statement(&values);
            let bind = columns.bind();
            changed += counted(self.ask(|client| client.execute_typed(&sql, &bind))?)?;
            Ok(())
        })?;
        Ok(changed)
    }
}

/// Rows of values by their columns.
struct Columns<'v> {
    arrays: Vec<Array<'v>>,
}

impl<'v> Columns<'v> {
    fn of<const N: usize>(types: &[Type], rows: Vec<[Value<'v>; N]>) -> Result<Self, StoreError> {
        let mut arrays: Vec<Array<'v>> = types.iter().map(Array::of).collect();
        for row in rows {
            for (array, value) in arrays.iter_mut().zip(row) {
                array.push(value)?;
            }
        }
        Ok(Self { arrays })
    }

    /// As rows again, in the server.
    fn unnested(&self) -> String {
        let places: Vec<String> = (1..=self.arrays.len()).map(|n| format!("${n}")).collect();
        format!("unnest({})", places.join(", "))
    }

    fn bind(&self) -> Vec<(&(dyn ToSql + Sync), Type)> {
        let arrays = self.arrays.iter();
        arrays.map(|it| (it.as_sql(), it.declared())).collect()
    }
}

/// What the columns of some rows hold, by the first of them.
fn types_of<const N: usize>(rows: &[[Value<'_>; N]]) -> Vec<Type> {
    let first = rows.first().into_iter().flatten();
    let types = first.map(|value| match value {
        Value::Int(_) => Type::INT8,
        Value::Null | Value::Text(_) => Type::TEXT,
    });
    types.collect()
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
