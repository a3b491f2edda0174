//! Rows for programs that are too many to be held at once: written one by one, by the same keys.

use std::io::Write;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{to_value, to_writer};

use crate::cli::output::error::OutputError;
use crate::cli::output::format::Fields;
use crate::cli::output::keys;
use crate::cli::output::record::{Pick, columns, csv_cell, every_column, narrowed, picked};

/// Somewhere that rows are written to, one by one. Nothing is written before the first one or the
/// end, so that what is refused leaves the output empty.
pub trait Rows {
    /// Writes the next one.
    fn row<T: Serialize>(&mut self, row: &T) -> Result<(), OutputError>;
}

/// Rows as CSV, what is nested spread over columns of its own.
pub struct CsvRows<W: Write> {
    csv: csv::Writer<W>,
    columns: Vec<Pick>,
    begun: bool,
}

impl<W: Write> CsvRows<W> {
    /// Rows of this type, all columns or those wanted.
    pub fn of<T: DeserializeOwned>(out: W, fields: Option<&Fields>) -> Result<Self, OutputError> {
        let keys = keys::of::<T>([]);
        let columns = match fields {
            None => every_column(&keys),
            Some(_) => columns(&keys, fields)?,
        };
        Ok(Self {
            csv: csv::Writer::from_writer(out),
            columns,
            begun: false,
        })
    }

    fn begin(&mut self) -> Result<(), OutputError> {
        if !self.begun {
            self.begun = true;
            let names = self.columns.iter().map(|column| column.name.as_str());
            self.csv.write_record(names)?;
        }
        Ok(())
    }

    /// Writes what is left of it.
    pub fn end(mut self) -> Result<(), OutputError> {
        self.begin()?;
        Ok(self.csv.flush()?)
    }
}

impl<W: Write> Rows for CsvRows<W> {
    fn row<T: Serialize>(&mut self, row: &T) -> Result<(), OutputError> {
        self.begin()?;
        let row = to_value(row)?;
        let cells = self.columns.iter().map(|column| csv_cell(column.of(&row)));
        Ok(self.csv.write_record(cells)?)
    }
}

/// Rows as one JSON document: an array with a row on each line.
pub struct JsonRows<W: Write> {
    out: W,
    picks: Option<Vec<Pick>>,
    begun: bool,
}

impl<W: Write> JsonRows<W> {
    /// Rows of this type, with all fields or those wanted.
    pub fn of<T: DeserializeOwned>(out: W, fields: Option<&Fields>) -> Result<Self, OutputError> {
        let picks = fields.map(|fields| picked(&keys::of::<T>([]), fields));
        Ok(Self {
            out,
            picks: picks.transpose()?,
            begun: false,
        })
    }

    /// Ends the array.
    pub fn end(mut self) -> Result<(), OutputError> {
        let end: &[u8] = if self.begun { b"\n]\n" } else { b"[]\n" };
        self.out.write_all(end)?;
        Ok(self.out.flush()?)
    }
}

impl<W: Write> Rows for JsonRows<W> {
    fn row<T: Serialize>(&mut self, row: &T) -> Result<(), OutputError> {
        let before: &[u8] = if self.begun { b",\n" } else { b"[\n" };
        self.begun = true;
        self.out.write_all(before)?;
        match &self.picks {
            None => to_writer(&mut self.out, row)?,
            Some(picks) => to_writer(&mut self.out, &narrowed(&to_value(row)?, picks))?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::Value;

    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Row {
        id: i64,
        task: Option<Task>,
    }

    #[derive(Serialize, Deserialize)]
    struct Task {
        id: i64,
        title: String,
    }

    fn row(id: i64) -> Row {
        let title = "=1+1".to_owned();
        let task = (id == 1).then_some(Task { id: 7, title });
        Row { id, task }
    }

    fn csv(rows: &[Row], fields: Option<&Fields>) -> String {
        let mut out = Vec::new();
        let mut csv = CsvRows::of::<Row>(&mut out, fields).expect("known fields");
        rows.iter().for_each(|row| csv.row(row).expect("written"));
        csv.end().expect("ends");
        String::from_utf8(out).expect("UTF-8")
    }

    fn json(rows: &[Row], fields: Option<&Fields>) -> String {
        let mut out = Vec::new();
        let mut json = JsonRows::of::<Row>(&mut out, fields).expect("known fields");
        rows.iter().for_each(|row| json.row(row).expect("written"));
        json.end().expect("ends");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn csv_rows_are_spread_and_start_no_formula() {
        let rows = [row(1), row(2)];
        assert_eq!(csv(&rows, None), "id,task_id,task_title\n1,7,'=1+1\n2,,\n");
        let Ok(fields) = "task_title,id".parse::<Fields>();
        assert_eq!(csv(&rows[..1], Some(&fields)), "task_title,id\n'=1+1,1\n");
        assert_eq!(csv(&[], None), "id,task_id,task_title\n");
    }

    #[test]
    fn json_rows_are_one_document() {
        assert_eq!(json(&[], None), "[]\n");
        let written = json(&[row(1), row(2)], None);
        assert_eq!(
            written,
            "[\n{\"id\":1,\"task\":{\"id\":7,\"title\":\"=1+1\"}},\n{\"id\":2,\"task\":null}\n]\n"
        );
        assert!(serde_json::from_str::<Value>(&written).is_ok());
        let Ok(fields) = "id".parse::<Fields>();
        assert_eq!(json(&[row(1)], Some(&fields)), "[\n{\"id\":1}\n]\n");
    }

    #[test]
    fn an_unknown_field_is_refused_before_anything_is_written() {
        let Ok(fields) = "prize".parse::<Fields>();
        let mut out = Vec::new();
        assert!(JsonRows::of::<Row>(&mut out, Some(&fields)).is_err());
        assert!(CsvRows::of::<Row>(&mut out, Some(&fields)).is_err());
        assert_eq!(out, b"");
    }
}
