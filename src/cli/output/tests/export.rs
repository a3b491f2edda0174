//! Rows for other programs.

use serde_json::Value;

use super::*;

#[derive(Clone, Serialize, Deserialize)]
struct Row {
    id: i64,
    task: Option<Titled>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Titled {
    id: i64,
    title: String,
}

fn row(id: i64) -> Row {
    let title = "=1+1".to_owned();
    let task = (id == 1).then_some(Titled { id: 7, title });
    Row { id, task }
}

/// Rows behind which the source may fail.
struct Ledger {
    rows: Vec<Row>,
    fails: bool,
}

impl Source for Ledger {
    type Row = Row;
    type Error = OutputError;

    fn each(&self, visit: &mut Visitor<'_, Row, OutputError>) -> Result<(), OutputError> {
        for row in &self.rows {
            if visit(row)?.is_break() {
                return Ok(());
            }
        }
        if self.fails {
            return Err(OutputError::Write(io::Error::other("the store is gone")));
        }
        Ok(())
    }
}

fn exported(format: Format, rows: &[Row], fields: &str) -> String {
    let Ok(wanted) = fields.parse();
    let fields = Some(&wanted).filter(|_| !fields.is_empty());
    let source = Ledger {
        rows: rows.to_vec(),
        fails: false,
    };
    let mut out = Vec::new();
    let count = export_rows(&mut out, format, fields, &source).expect("written");
    assert_eq!(count, rows.len());
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn csv_rows_are_spread_and_start_no_formula() {
    let csv = |rows: &[Row], fields| exported(Format::Csv, rows, fields);
    let rows = [row(1), row(2)];
    assert_eq!(csv(&rows, ""), "id,task_id,task_title\n1,7,'=1+1\n2,,\n");
    assert_eq!(csv(&rows[..1], "task_title,id"), "task_title,id\n'=1+1,1\n");
    assert_eq!(csv(&[], ""), "id,task_id,task_title\n");
}

#[test]
fn json_rows_are_one_document() {
    let json = |rows: &[Row], fields| exported(Format::Json, rows, fields);
    assert_eq!(json(&[], ""), "[]\n");
    let written = json(&[row(1), row(2)], "");
    assert_eq!(
        written,
        "[\n{\"id\":1,\"task\":{\"id\":7,\"title\":\"=1+1\"}},\n{\"id\":2,\"task\":null}\n]\n"
    );
    assert!(serde_json::from_str::<Value>(&written).is_ok());
    assert_eq!(json(&[row(1)], "id"), "[\n{\"id\":1}\n]\n");
}

#[test]
fn what_is_refused_leaves_nothing_written() {
    let refused = Ledger {
        rows: Vec::new(),
        fails: true,
    };
    let Ok(prize) = "prize".parse::<Fields>();
    for format in [Format::Json, Format::Csv] {
        let mut out = Vec::new();
        let unknown = export_rows(&mut out, format, Some(&prize), &refused);
        assert!(matches!(unknown, Err(OutputError::UnknownField { .. })));
        let failed = export_rows(&mut out, format, None, &refused);
        assert!(matches!(failed, Err(OutputError::Write(_))));
        assert_eq!(out, b"");
    }
}
