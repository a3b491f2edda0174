//! Rows as JSON objects: which keys are wanted of them, and how CSV spells their values.

use serde_json::{Map, Value};

use crate::cli::formula::guarded;
use crate::cli::output::error::OutputError;
use crate::cli::output::format::Fields;
use crate::cli::output::keys::{Key, Kind};
use crate::kernel::text::{is_hostile, shown_json, shown_lines};

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
    let picks = names.map(|name| {
        pick(keys, name).ok_or_else(|| OutputError::UnknownField {
            name: name.clone(),
            known: keys.iter().map(|key| key.name.clone()).collect(),
        })
    });
    picks.collect()
}

/// The columns of CSV: every key or the fields wanted. What is nested comes as `task_id`, or key by
/// key where it has no id.
pub(super) fn columns(keys: &[Key], fields: Option<&Fields>) -> Result<Vec<Pick>, OutputError> {
    let Some(fields) = fields else {
        return Ok(keys.iter().flat_map(flat).collect());
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

/// Every column that there can be: what is nested comes value by value.
pub(super) fn every_column(keys: &[Key]) -> Vec<Pick> {
    let columns = |key: &Key| match &key.kind {
        Kind::Plain | Kind::List => vec![Pick::plain(key)],
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

/// The value as a cell of CSV: text is guarded against being a formula and shown harmless, numbers
/// stay numbers, absent is empty, words of a list have blanks between them, and whatever else has
/// parts is JSON.
pub(super) fn csv_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => guarded(&shown_lines(text)).into_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(items) => words(items).map_or_else(
            || shown_json(&value.to_string()).into_owned(),
            |words| guarded(&words.join(" ")).into_owned(),
        ),
        Value::Object(_) => shown_json(&value.to_string()).into_owned(),
    }
}

/// What is in a list, where all of it is words.
fn words(items: &[Value]) -> Option<Vec<&str>> {
    let odd = |c: char| c.is_whitespace() || is_hostile(c);
    let word = |it: &'_ &str| !it.is_empty() && !it.contains(odd);
    let words = items.iter().map(|item| item.as_str().filter(word));
    words.collect()
}

/// The key of this name, or the flat name of what is nested.
pub(super) fn pick(keys: &[Key], name: &str) -> Option<Pick> {
    let key = keys.iter().find(|key| key.name == name);
    let inner = || keys.iter().flat_map(inner).find(|pick| pick.name == name);
    key.map(Pick::plain).or_else(inner)
}

fn flat(key: &Key) -> Vec<Pick> {
    match &key.kind {
        Kind::Plain | Kind::List => vec![Pick::plain(key)],
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
    keys.iter().map(|inner| Pick::inner(key, inner)).collect()
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
            [
                "id",
                "amount_cents",
                "task_id",
                "whole_day",
                "whole_tied",
                "lines"
            ]
        );
        let cells: Vec<String> = columns.iter().map(|it| csv_cell(it.of(&row()))).collect();
        assert_eq!(cells, ["3", "-350", "7", "2026-11-23", "2", "[1,2]"]);
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
    fn a_cell_is_no_formula_and_holds_whatever_there_is() {
        let cells = [
            (json!("=1+1"), "'=1+1"),
            (json!("'=1+1"), "''=1+1"),
            (json!("a=b"), "a=b"),
            (json!(-1), "-1"),
            (json!(null), ""),
            (json!("a\n\tb\u{9b}2J"), "a\n\tb\\u{9b}2J"),
            (json!(["day.close", "self"]), "day.close self"),
            (json!([]), ""),
            (json!(["a b", "c"]), r#"["a b","c"]"#),
            (json!([1]), "[1]"),
            (json!([{"at": "\u{202e}"}]), r#"[{"at":"\u202e"}]"#),
        ];
        for (value, cell) in cells {
            assert_eq!(csv_cell(&value), cell, "{value}");
        }
    }
}
