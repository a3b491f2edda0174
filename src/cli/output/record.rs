//! Rows as JSON objects: which keys are wanted of them, and how CSV spells their values.

use serde_json::{Map, Value};

use crate::cli::output::error::OutputError;
use crate::cli::output::format::Fields;
use crate::cli::output::keys::{Key, Kind};

static ABSENT: Value = Value::Null;

/// One value of a row: where it stands and the name that it gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pick {
    pub(super) name: String,
    key: String,
    /// The key inside of a nested object.
    inner: Option<String>,
}

impl Pick {
    fn plain(key: &Key) -> Self {
        Self {
            name: key.name.clone(),
            key: key.name.clone(),
            inner: None,
        }
    }

    fn inner(key: &Key, inner: &Key) -> Self {
        Self {
            name: format!("{}_{}", key.name, inner.name),
            key: key.name.clone(),
            inner: Some(inner.name.clone()),
        }
    }

    /// The value in this row; null where it is not there.
    pub(super) fn of<'v>(&self, row: &'v Value) -> &'v Value {
        let value = row.get(&self.key).unwrap_or(&ABSENT);
        match &self.inner {
            None => value,
            Some(inner) => value.get(inner).unwrap_or(&ABSENT),
        }
    }
}

/// What `--fields` asks for: a key, or the flat name that CSV has for what is nested.
pub(super) fn picked(keys: &[Key], fields: &Fields) -> Result<Vec<Pick>, OutputError> {
    let names = fields.names().iter();
    names.map(|name| pick(keys, name)).collect()
}

/// The columns of CSV: every key or the fields wanted. What is nested comes as `task_id`, or key by
/// key where it has no id; lists are left out unless they are asked for, or there is nothing else.
pub(super) fn columns(keys: &[Key], fields: Option<&Fields>) -> Result<Vec<Pick>, OutputError> {
    let Some(fields) = fields else {
        let flat: Vec<Pick> = keys.iter().flat_map(flat).collect();
        if flat.is_empty() {
            return Ok(keys.iter().map(Pick::plain).collect());
        }
        return Ok(flat);
    };
    let mut columns = Vec::new();
    for pick in picked(keys, fields)? {
        match keys.iter().find(|key| key.name == pick.name) {
            Some(key) if matches!(key.kind, Kind::Nested(_)) => columns.extend(flat(key)),
            _ => columns.push(pick),
        }
    }
    Ok(columns)
}

/// Every column that there can be: what is nested comes value by value, lists are left out.
pub(super) fn every_column(keys: &[Key]) -> Vec<Pick> {
    let columns = |key: &Key| match &key.kind {
        Kind::Plain => vec![Pick::plain(key)],
        Kind::List => Vec::new(),
        Kind::Nested(_) => inner(key),
    };
    keys.iter().flat_map(columns).collect()
}

/// The row with the fields wanted, in their order.
pub(super) fn narrowed(row: &Value, picks: &[Pick]) -> Value {
    let values = picks
        .iter()
        .map(|pick| (pick.name.clone(), pick.of(row).clone()));
    Value::Object(values.collect::<Map<_, _>>())
}

/// The value as a cell of CSV: text that a spreadsheet could take for a formula begins with an
/// apostrophe, numbers stay numbers, absent is empty, and what has parts is JSON.
pub(super) fn csv_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            format!("'{text}")
        }
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

fn pick(keys: &[Key], name: &str) -> Result<Pick, OutputError> {
    if let Some(key) = keys.iter().find(|key| key.name == name) {
        return Ok(Pick::plain(key));
    }
    let inner = keys.iter().flat_map(inner).find(|pick| pick.name == name);
    inner.ok_or_else(|| OutputError::UnknownField {
        name: name.to_owned(),
        known: keys.iter().map(|key| key.name.clone()).collect(),
    })
}

fn flat(key: &Key) -> Vec<Pick> {
    match &key.kind {
        Kind::Plain => vec![Pick::plain(key)],
        Kind::List => Vec::new(),
        Kind::Nested(keys) => match keys.iter().find(|inner| inner.name == "id") {
            Some(id) => vec![Pick::inner(key, id)],
            None => inner(key),
        },
    }
}

/// Every value right inside of a nested object.
fn inner(key: &Key) -> Vec<Pick> {
    let Kind::Nested(keys) = &key.kind else {
        return Vec::new();
    };
    let plain = keys.iter().filter(|inner| inner.kind == Kind::Plain);
    plain.map(|inner| Pick::inner(key, inner)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::cli::output::keys;

    fn row() -> Value {
        json!({
            "id": 3,
            "amount_cents": -350,
            "task": {"id": 7, "title": "=1+1"},
            "whole": {"day": "2026-11-23", "tied": 2},
            "lines": [1, 2],
        })
    }

    fn known() -> Vec<Key> {
        keys::of::<Value>([row()])
    }

    fn fields(text: &str) -> Fields {
        let Ok(fields) = text.parse();
        fields
    }

    fn names(picks: &[Pick]) -> Vec<&str> {
        picks.iter().map(|pick| pick.name.as_str()).collect()
    }

    #[test]
    fn nested_rows_become_flat_columns() {
        let columns = columns(&known(), None).expect("columns");
        assert_eq!(
            names(&columns),
            ["id", "amount_cents", "task_id", "whole_day", "whole_tied"]
        );
        let cells: Vec<String> = columns.iter().map(|it| csv_cell(it.of(&row()))).collect();
        assert_eq!(cells, ["3", "-350", "7", "2026-11-23", "2"]);
    }

    #[test]
    fn fields_are_picked_and_ordered() {
        let picks = picked(&known(), &fields("task_title,task,id")).expect("picks");
        assert_eq!(
            narrowed(&row(), &picks).to_string(),
            r#"{"task_title":"=1+1","task":{"id":7,"title":"=1+1"},"id":3}"#
        );
        let columns = columns(&known(), Some(&fields("lines,task"))).expect("columns");
        assert_eq!(names(&columns), ["lines", "task_id"]);
    }

    #[test]
    fn an_unknown_field_is_refused_with_the_known_ones() {
        let refused = picked(&known(), &fields("id,prize"));
        let Err(OutputError::UnknownField { name, known }) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(name, "prize");
        assert_eq!(known, ["id", "amount_cents", "task", "whole", "lines"]);
    }

    #[test]
    fn no_text_starts_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(csv_cell(&text.into()), format!("'{text}"));
        }
        assert_eq!(csv_cell(&json!(-1)), "-1");
        assert_eq!(csv_cell(&json!("a=b")), "a=b");
        assert_eq!(csv_cell(&json!(null)), "");
        assert_eq!(csv_cell(&json!([1])), "[1]");
    }
}
