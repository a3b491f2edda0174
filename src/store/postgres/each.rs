//! What is asked, or added, with many rows of values: one statement for all of them.

use postgres::types::{ToSql, Type};

use crate::store::dialect::placeholders;
use crate::store::postgres::array::Array;
use crate::store::postgres::bulk::CHUNK;
use crate::store::postgres::session::{Session, counted};
use crate::store::{Add, Row, StoreError, Value};

impl Session {
    /// Visits the rows of a statement that is asked with each row of values.
    pub fn rows_of_each<'v, const N: usize>(
        &self,
        sql: &'static str,
        asked: impl IntoIterator<Item = [Value<'v>; N]>,
        mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let each = placeholders::rewritten(sql, "asked.v");
        let names: Vec<String> = (1..=N).map(|n| format!("v{n}")).collect();
        in_chunks(asked, |columns| {
            let all = format!(
                "SELECT found.* FROM {} AS asked ({}) CROSS JOIN LATERAL ({each}) AS found",
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

    /// Adds to sums; answers how many.
    pub fn add<'v, const N: usize>(
        &self,
        add: &Add,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<usize, StoreError> {
        let mut added = 0;
        in_chunks(rows, |columns| {
            let values = format!("SELECT * FROM {} AS new", columns.unnested());
            let sql = add.statement(&values);
            let bind = columns.bind();
            added += counted(self.ask(|client| client.execute_typed(&sql, &bind))?)?;
            Ok(())
        })?;
        Ok(added)
    }
}

/// Rows of values by their columns.
struct Columns<'v> {
    arrays: Vec<Array<'v>>,
}

impl<'v> Columns<'v> {
    fn of<const N: usize>(rows: Vec<[Value<'v>; N]>) -> Result<Self, StoreError> {
        let types = (0..N).map(|n| type_of(rows.iter().filter_map(|row| row.get(n))));
        let mut arrays: Vec<Array<'v>> = types.map(|it| Array::of(&it)).collect();
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

/// What a column holds, by the first of its values that is there.
fn type_of<'a>(mut values: impl Iterator<Item = &'a Value<'a>>) -> Type {
    let number = values.find_map(|value| match value {
        Value::Null => None,
        Value::Int(_) => Some(true),
        Value::Text(_) => Some(false),
    });
    if number == Some(true) {
        Type::INT8
    } else {
        Type::TEXT
    }
}

fn in_chunks<'v, const N: usize>(
    rows: impl IntoIterator<Item = [Value<'v>; N]>,
    mut run: impl FnMut(&Columns<'v>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut rows = rows.into_iter();
    loop {
        let chunk: Vec<[Value<'v>; N]> = rows.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        run(&Columns::of(chunk)?)?;
    }
}
