//! What follows of one form from another, so that it need not be shown.

use serde_json::Value;

use crate::support::{Ran, masked};

/// A command in every form.
pub struct Forms {
    /// For people.
    pub table: Ran,
    /// One document.
    pub json: Ran,
    /// One object a line.
    pub lines: Ran,
    /// For spreadsheets.
    pub csv: Ran,
}

impl Forms {
    /// Whether the document is a list, however many stand in it.
    pub fn is_a_list(&self) -> bool {
        self.json.stdout.starts_with('[')
    }

    /// The forms that do not follow from others: of a refusal the lines, which have all that it
    /// says; else the table and the lines.
    pub fn shown(self) -> Vec<Ran> {
        let refused = self.lines.code != 0 && self.lines.stdout.is_empty();
        let table = !refused || !self.is_refused_alike();
        let json = told(&self.json) != self.document();
        let csv = told(&self.csv) != told(&self.table) && told(&self.csv) != self.sheet();
        let Self {
            table: it, lines, ..
        } = self;
        let shown = [
            (table, it),
            (json, self.json),
            (true, lines),
            (csv, self.csv),
        ];
        let shown = shown.into_iter().filter(|(shown, _)| *shown);
        shown.map(|(_, ran)| ran).collect()
    }

    /// Lines end with the error as an object, and say the same before.
    fn is_refused_alike(&self) -> bool {
        let error = self.lines.error();
        let object = format!("{}\n", serde_json::json!({ "error": error }));
        let text = |key: &str| error[key].as_str().map(|text| format!("{text}\n"));
        let hint = text("hint").map(|hint| format!("hint: {hint}"));
        let said = format!(
            "error: {}{}",
            text("message").unwrap_or_default(),
            hint.unwrap_or_default()
        );
        self.table.code == self.lines.code
            && self.table.stdout.is_empty()
            && self.table.stderr.ends_with(&said)
            && self.lines.stderr == format!("{}{object}", self.table.stderr)
    }

    fn values(&self) -> Vec<Value> {
        let lines = masked(&self.lines.stdout);
        let values = lines.lines().map(serde_json::from_str);
        values.collect::<Result<_, _>>().unwrap_or_default()
    }

    /// What the document is, by the lines.
    fn document(&self) -> (String, String, i32) {
        let (lines, stderr, code) = told(&self.lines);
        let mut values = self.values();
        let value = match values.len() {
            1 if !self.is_a_list() => values.remove(0),
            _ => Value::from(values),
        };
        if self.json.stdout.is_empty() {
            return (lines, stderr, code);
        }
        let pretty = serde_json::to_string_pretty(&value).expect("JSON");
        (format!("{pretty}\n"), stderr, code)
    }

    /// What the sheet is, by the lines; where there are none, nothing tells its columns.
    fn sheet(&self) -> (String, String, i32) {
        let (_, stderr, code) = told(&self.table);
        let values = self.values();
        let mut columns: Vec<(&String, Option<&String>)> = Vec::new();
        for (key, _) in values
            .first()
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let nested = values.iter().find_map(|row| row[key].as_object());
            match nested {
                None => columns.push((key, None)),
                Some(nested) => match nested.get_key_value("id") {
                    Some((id, _)) => columns.push((key, Some(id))),
                    None => columns.extend(nested.keys().map(|inner| (key, Some(inner)))),
                },
            }
        }
        let mut sheet = csv::Writer::from_writer(Vec::new());
        let names = columns.iter().map(|(key, inner)| match inner {
            None => (*key).clone(),
            Some(inner) => format!("{key}_{inner}"),
        });
        sheet.write_record(names).expect("a header");
        for row in &values {
            let cells = columns.iter().map(|(key, inner)| match inner {
                None => cell(&row[*key]),
                Some(inner) => cell(&row[*key][*inner]),
            });
            sheet.write_record(cells).expect("a row");
        }
        let bytes = sheet.into_inner().expect("bytes");
        (String::from_utf8(bytes).expect("UTF-8"), stderr, code)
    }
}

/// All that a command told, without what differs from run to run.
fn told(ran: &Ran) -> (String, String, i32) {
    (masked(&ran.stdout), masked(&ran.stderr), ran.code)
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        Value::Array(all) if all.iter().all(Value::is_string) => {
            let words: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
            words.join(" ")
        }
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
