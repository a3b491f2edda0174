//! Answers for programs: JSON, JSON lines and CSV.

use std::io::Write;
use std::slice;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, to_string_pretty, to_value};

use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::keys::{self, Key};
use crate::cli::output::listing::{Document, Listing, Opening, Source};
use crate::cli::output::record::{Pick, narrowed, pick, picked};
use crate::cli::output::row_writer::{Purpose, RowWriter};
use crate::kernel::text::shown_json;

/// Writes answers onto a sink, with all fields or those wanted.
pub(super) struct Data<'o, W> {
    pub(super) out: &'o mut W,
    pub(super) fields: Option<&'o Fields>,
}

type Written = Result<(), OutputError>;

impl<W: Write> Data<'_, W> {
    /// An answer that is one thing.
    pub(super) fn one<T>(&mut self, format: Format, answer: &T) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if matches!(format, Format::Csv | Format::Jsonl) {
            let row = slice::from_ref(answer);
            let (opening, keys) = (Opening::Header, keys::of::<T>(jsons(row)));
            let (purpose, fields) = (Purpose::Answer, self.fields);
            let mut writer = RowWriter::begin(self.out, purpose, format, opening, &keys, fields)?;
            writer.push(answer)?;
            return writer.end();
        }
        match picks(self.fields, slice::from_ref(answer))? {
            None => self.pretty(answer),
            Some(picks) => self.pretty(&narrowed(&to_value(answer)?, &picks)),
        }
    }

    /// One document around many rows. Answers how many they are.
    pub(super) fn document<S: Source + ?Sized>(
        &mut self,
        listing: &Listing<'_, S>,
        (answer, key): (&dyn Document, &str),
    ) -> Result<usize, S::Error> {
        let (mut rows, mut keys) = (Vec::new(), None);
        listing.each(Format::Json, |row| {
            keys.get_or_insert_with(|| listing.keys(Some(row)));
            rows.push(json(row));
            Ok(())
        })?;
        let keys = keys.unwrap_or_else(|| listing.keys(None));
        let shown = rows.len();
        let mut document = answer.value().map_err(OutputError::from)?;
        let around = keys::of_rows([document.clone()]);
        let wanted = match self.fields {
            None => Around::default(),
            Some(fields) => Around::picked(&keys, &around, fields)?,
        };
        if !wanted.rows.is_empty() {
            rows.iter_mut()
                .for_each(|row| *row = narrowed(row, &wanted.rows));
        }
        if let Some(place) = document.get_mut(key) {
            *place = Value::Array(rows);
        }
        self.pretty(&wanted.of(&document, key))?;
        Ok(shown)
    }

    /// A document for people too, whose terminal obeys nothing in it.
    fn pretty<T: Serialize + ?Sized>(&mut self, document: &T) -> Written {
        let text = to_string_pretty(document)?;
        self.out.write_all(shown_json(&text).as_bytes())?;
        Ok(self.out.write_all(b"\n")?)
    }
}

/// What is wanted of rows and of the object around them.
#[derive(Debug, Default)]
struct Around {
    /// Of each row; nothing for all of it.
    rows: Vec<Pick>,
    /// Of the object; nothing for all of it.
    around: Vec<Pick>,
}

impl Around {
    /// Each name is a row's, the object's, or both. Where the object is picked from, it is by a
    /// name that no row has.
    fn picked(rows: &[Key], around: &[Key], fields: &Fields) -> Result<Self, OutputError> {
        let mut wanted = Self::default();
        let mut own = false;
        for name in fields.names() {
            let (of_rows, of_around) = (pick(rows, name), pick(around, name));
            if of_rows.is_none() && of_around.is_none() {
                let known = rows.iter().chain(around).map(|key| key.name.clone());
                return Err(OutputError::UnknownField {
                    name: name.clone(),
                    known: known.collect(),
                });
            }
            own |= of_rows.is_none();
            wanted.rows.extend(of_rows);
            wanted.around.extend(of_around);
        }
        if !own {
            wanted.around.clear();
        }
        Ok(wanted)
    }

    /// The object, with its rows where they are picked from.
    fn of(&self, document: &Value, key: &str) -> Value {
        if self.around.is_empty() {
            return document.clone();
        }
        let Value::Object(mut narrow) = narrowed(document, &self.around) else {
            return document.clone();
        };
        if !self.rows.is_empty() && !narrow.contains_key(key) {
            let rows = document.get(key).cloned().unwrap_or_default();
            narrow.insert(key.to_owned(), rows);
        }
        Value::Object(narrow)
    }
}

/// Refuses fields that an answer does not have.
pub fn check_fields<T>(fields: &Fields, answer: &T) -> Result<(), OutputError>
where
    T: Serialize + DeserializeOwned,
{
    let rows = match json(answer) {
        Value::Array(rows) => rows,
        one @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Object(_)) => vec![one],
    };
    picked(&keys::of::<T>(rows), fields).map(|_| ())
}

/// Refuses fields that no answer of this type has; for types that tell their keys themselves.
pub fn check_fields_of<T: DeserializeOwned>(fields: &Fields) -> Result<(), OutputError> {
    picked(&keys::of::<T>([]), fields).map(|_| ())
}

/// The same for an answer `A` with rows `T` in it: in JSON what is around them counts too.
pub fn check_fields_within<A, T>(fields: &Fields, format: Format) -> Result<(), OutputError>
where
    A: DeserializeOwned,
    T: DeserializeOwned,
{
    let around = match format {
        Format::Json => keys::of::<A>([]),
        Format::Table | Format::Jsonl | Format::Csv => Vec::new(),
    };
    Around::picked(&keys::of::<T>([]), &around, fields).map(|_| ())
}

/// What is wanted of the rows; `None` for all of it.
pub(super) fn picks<T>(
    fields: Option<&Fields>,
    rows: &[T],
) -> Result<Option<Vec<Pick>>, OutputError>
where
    T: Serialize + DeserializeOwned,
{
    let Some(fields) = fields else {
        return Ok(None);
    };
    picked(&keys::of::<T>(jsons(rows)), fields).map(Some)
}

/// Lazily: where the row's type tells its keys, no row is made into JSON for them.
pub(super) fn jsons<T: Serialize>(rows: &[T]) -> impl Iterator<Item = Value> {
    rows.iter().map(json)
}

/// What cannot be JSON, which no answer is, has no keys.
pub(super) fn json<T: Serialize>(row: &T) -> Value {
    to_value(row).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use std::io;

    use super::*;
    use crate::cli::output::cell::locale;
    use crate::cli::output::{Limit, Manner, Notes, Output, Paint, Stderr, Table};
    use crate::kernel::money::Money;

    #[derive(Serialize, Deserialize)]
    struct Log {
        id: i64,
        amount_cents: Money,
        task: Option<Task>,
        memo: Option<String>,
    }

    #[derive(Serialize, Deserialize)]
    struct Task {
        id: i64,
        title: String,
    }

    #[derive(Serialize, Deserialize)]
    struct Closed {
        closed: Vec<Log>,
        dry_run: bool,
    }

    fn logs() -> Vec<Log> {
        let log = |id, cents, task, memo: &str| Log {
            id,
            amount_cents: Money::from_cents(cents),
            task,
            memo: Some(memo.to_owned()),
        };
        let task = Task {
            id: 7,
            title: "Oil the perch".to_owned(),
        };
        vec![
            log(1, -1_200, Some(task), "=HYPERLINK(\"x\")"),
            log(2, 3_100, None, "with, comma"),
        ]
    }

    fn written(format: Format, fields: &str, listing: &Listing<'_, [Log]>) -> String {
        let Ok(wanted) = fields.parse();
        let manner = Manner {
            format,
            fields: Some(wanted).filter(|_| !fields.is_empty()),
            paint: Paint::Plain,
            width: None,
        };
        let mut out = Vec::new();
        let stderr = Stderr::new(io::sink(), Paint::Plain, Notes::Told);
        let mut output = Output::new(&mut out, stderr, manner, locale());
        output.list(listing, &Table::new()).expect("is written");
        drop(output);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn csv_has_the_json_keys() {
        insta::assert_snapshot!(written(Format::Csv, "", &Listing::of(&logs())), @r#"
        id,amount_cents,task_id,memo
        1,-1200,7,"'=HYPERLINK(""x"")"
        2,3100,,"with, comma"
        "#);
        insta::assert_snapshot!(
            written(Format::Csv, "memo,task_title,id", &Listing::of(&logs()[1..])),
            @r#"
        memo,task_title,id
        "with, comma",,2
        "#
        );
    }

    #[test]
    fn an_empty_list_has_a_header_in_csv_and_is_an_array_in_json() {
        let none: [Log; 0] = [];
        let listing = Listing::of(none.as_slice());
        assert_eq!(
            written(Format::Csv, "", &listing),
            "id,amount_cents,task_id,memo\n"
        );
        assert_eq!(written(Format::Json, "", &listing), "[]\n");
        assert_eq!(written(Format::Jsonl, "", &listing), "");
    }

    #[test]
    fn json_lines_have_an_object_each() {
        insta::assert_snapshot!(written(Format::Jsonl, "", &Listing::of(&logs())), @r#"
        {"id":1,"amount_cents":-1200,"task":{"id":7,"title":"Oil the perch"},"memo":"=HYPERLINK(\"x\")"}
        {"id":2,"amount_cents":3100,"task":null,"memo":"with, comma"}
        "#);
    }

    #[test]
    fn json_is_one_document_whatever_is_left_out() {
        let answer = Closed {
            closed: logs(),
            dry_run: true,
        };
        let listing = || Listing::within(&answer, "closed", &answer.closed);
        let whole: Closed =
            serde_json::from_str(&written(Format::Json, "", &listing())).expect("JSON");
        assert_eq!((whole.closed.len(), whole.dry_run), (2, true));
        let narrow: Value = serde_json::from_str(&written(
            Format::Json,
            "memo,id",
            &listing().limit(Limit::first(Some(1))),
        ))
        .expect("JSON");
        assert_eq!(
            narrow.to_string(),
            r#"{"closed":[{"memo":"=HYPERLINK(\"x\")","id":1}],"dry_run":true}"#
        );
        assert_eq!(
            written(Format::Jsonl, "id", &listing()),
            "{\"id\":1}\n{\"id\":2}\n"
        );
    }

    #[test]
    fn keys_of_the_object_around_rows_count_in_json() {
        let answer = Closed {
            closed: logs(),
            dry_run: true,
        };
        let picked = |fields| {
            let written = written(
                Format::Json,
                fields,
                &Listing::within(&answer, "closed", &answer.closed),
            );
            let json: Value = serde_json::from_str(&written).expect("JSON");
            json.to_string()
        };
        assert_eq!(picked("dry_run"), r#"{"dry_run":true}"#);
        assert_eq!(
            picked("dry_run,id"),
            r#"{"dry_run":true,"closed":[{"id":1},{"id":2}]}"#
        );
        let whole = serde_json::to_string(&answer.closed).expect("JSON");
        assert_eq!(picked("closed"), format!(r#"{{"closed":{whole}}}"#));
    }

    #[test]
    fn json_is_obeyed_by_no_terminal() {
        let mut log = logs().remove(1);
        let memo = "\u{9b}2J\u{202e}\u{7f}é";
        log.memo = Some(memo.to_owned());
        for format in [Format::Json, Format::Jsonl] {
            let written = written(format, "memo", &Listing::of(slice::from_ref(&log)));
            let escaped = r"\u009b2J\u202e\u007fé";
            assert!(written.contains(escaped), "{written}");
            let read: Value = serde_json::from_str(&written).expect("JSON");
            let read = read.get(0).unwrap_or(&read);
            assert_eq!(read["memo"], memo);
        }
    }

    #[test]
    fn what_continues_has_no_second_header() {
        let continued = written(Format::Csv, "id", &Listing::of(&logs()).continued());
        assert_eq!(continued, "1\n2\n");
    }

    #[test]
    fn an_unknown_field_is_refused_before_anything_is_written() {
        for format in [Format::Json, Format::Jsonl, Format::Csv] {
            let Ok(fields) = "prize".parse::<Fields>();
            let mut out = Vec::new();
            let mut data = Data {
                out: &mut out,
                fields: Some(&fields),
            };
            let refused = data.one(format, &logs().remove(0));
            assert!(matches!(refused, Err(OutputError::UnknownField { .. })));
            assert!(out.is_empty());
        }
    }
}
