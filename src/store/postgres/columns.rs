//! Many rows of values by their columns, as the server takes them in one statement.

use postgres::types::{ToSql, Type};

use crate::store::postgres::array::Array;
use crate::store::{StoreError, Value};

/// Rows of values by their columns, counted from 1.
pub(super) struct Columns<'v> {
    /// One in which nothing stands is none: of which type it would be, nobody here knows.
    each: Vec<Option<Array<'v>>>,
}

impl<'v> Columns<'v> {
    pub(super) fn of<const N: usize>(rows: Vec<[Value<'v>; N]>) -> Result<Self, StoreError> {
        let mut each: Vec<Option<Array<'v>>> = (0..N).map(|_| None).collect();
        for (before, row) in rows.into_iter().enumerate() {
            for (array, value) in each.iter_mut().zip(row) {
                match (array, value) {
                    (Some(array), value) => array.push(value)?,
                    (None, Value::Null) => {}
                    (array @ None, value) => *array = Some(Array::begun(before, value)),
                }
            }
        }
        Ok(Self { each })
    }

    /// As rows of the server, whose columns are `v1` and so on.
    pub(super) fn unnested(&self, name: &str) -> String {
        let known = self.each.iter().zip(1..).filter(|(it, _)| it.is_some());
        let names: Vec<String> = known.map(|(_, n)| format!("v{n}")).collect();
        let places: Vec<String> = (1..=names.len()).map(|n| format!("${n}")).collect();
        format!(
            "unnest({}) AS {name} ({})",
            places.join(", "),
            names.join(", ")
        )
    }

    /// The value of the nth column of those rows, which are called `new`.
    pub(super) fn value(&self, n: usize) -> String {
        match self.each.get(n.saturating_sub(1)) {
            Some(Some(_)) => format!("new.v{n}"),
            Some(None) | None => "NULL".to_owned(),
        }
    }

    /// The query of all rows.
    pub(super) fn selected(&self) -> String {
        let values: Vec<String> = (1..=self.each.len()).map(|n| self.value(n)).collect();
        format!("SELECT {} FROM {}", values.join(", "), self.unnested("new"))
    }

    /// What is bound to it.
    pub(super) fn bind(&self) -> Vec<(&(dyn ToSql + Sync), Type)> {
        let arrays = self.each.iter().flatten();
        arrays.map(|it| (it.as_sql(), it.declared())).collect()
    }
}
