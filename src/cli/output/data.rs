//! Answers for programs: JSON, JSON lines and CSV.

use std::io::Write;
use std::slice;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, to_value, to_writer_pretty};

use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::keys::{self, Key};
use crate::cli::output::listing::{Listing, Opening};
use crate::cli::output::record::{Pick, narrowed, picked};
use crate::cli::output::row_writer::{Purpose, RowWriter};

/// Writes answers onto a sink, with all fields or those wanted.
pub(super) struct Data<'o, W> {
    pub(super) out: &'o mut W,
    pub(super) fields: Option<&'o Fields>,
}

type Written = Result<(), OutputError>;

impl<W: Write> Data<'_, W> {
    /// An answer with many rows.
    pub(super) fn many<A, T>(&mut self, format: Format, listing: &Listing<'_, A, T>) -> Written
    where
        A: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        let rows = listing.shown(format).rows;
        match (format, listing.within) {
            (Format::Json | Format::Table, Some(key)) => self.document(listing, key, rows),
            _ => self.rows(format, listing.opening, &listing.keys(), rows),
        }
    }

    /// An answer that is one thing.
    pub(super) fn one<T>(&mut self, format: Format, answer: &T) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if matches!(format, Format::Csv | Format::Jsonl) {
            let row = slice::from_ref(answer);
            let keys = keys::of::<T>(jsons(row));
            return self.rows(format, Opening::Header, &keys, row);
        }
        match picks(self.fields, slice::from_ref(answer))? {
            None => to_writer_pretty(&mut *self.out, answer)?,
            Some(picks) => {
                to_writer_pretty(&mut *self.out, &narrowed(&to_value(answer)?, &picks))?;
            }
        }
        self.end_line()
    }

    fn rows<T: Serialize>(
        &mut self,
        format: Format,
        opening: Opening,
        keys: &[Key],
        rows: &[T],
    ) -> Written {
        let (out, fields) = (&mut *self.out, self.fields);
        let mut writer = RowWriter::begin(out, Purpose::Answer, format, opening, keys, fields)?;
        for row in rows {
            writer.push(row)?;
        }
        writer.end()
    }

    /// One document: as it is where nothing is left out of it.
    fn document<A, T>(&mut self, listing: &Listing<'_, A, T>, key: &str, rows: &[T]) -> Written
    where
        A: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        let wanted = self.fields.map(|fields| picked(&listing.keys(), fields));
        let picks = wanted.transpose()?;
        if picks.is_none() && rows.len() == listing.rows.len() {
            to_writer_pretty(&mut *self.out, listing.answer)?;
            return self.end_line();
        }
        let rows = jsons(rows).map(|row| match &picks {
            None => row,
            Some(picks) => narrowed(&row, picks),
        });
        let rows = Value::Array(rows.collect());
        let mut document = to_value(listing.answer)?;
        if let Some(place) = document.get_mut(key) {
            *place = rows;
        }
        to_writer_pretty(&mut *self.out, &document)?;
        self.end_line()
    }

    fn end_line(&mut self) -> Written {
        Ok(self.out.write_all(b"\n")?)
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

    use super::*;
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

    fn written<A, T>(format: Format, fields: &str, listing: &Listing<'_, A, T>) -> String
    where
        A: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        let Ok(wanted) = fields.parse();
        let mut out = Vec::new();
        let mut data = Data {
            out: &mut out,
            fields: Some(&wanted).filter(|_| !fields.is_empty()),
        };
        data.many(format, listing).expect("is written");
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
        let narrow: Value =
            serde_json::from_str(&written(Format::Json, "memo,id", &listing().limit(Some(1))))
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
