//! The keys that an answer's rows have in JSON, known even where there is no row.
//!
//! A row's type tells them itself: its deserialiser is asked what it would read and is stopped
//! before it reads anything. So an empty list has a header in CSV, an unknown field is refused
//! whatever the rows, and no list of keys has to be kept in step with the types.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

/// A key and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// What stands behind a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A value, or an object whose keys are not fixed.
    Plain,
    /// Many values.
    List,
    /// An object with these keys.
    Nested(Vec<Key>),
}

/// Deeper than this nothing is asked for: no form shows it.
const DEPTH: usize = 2;

/// The keys of a row's type; where the type does not tell (flattened, tagged, free JSON), those of
/// the rows.
pub(super) fn of<T: DeserializeOwned>(rows: impl IntoIterator<Item = Value>) -> Vec<Key> {
    match kind::<T>(&[]) {
        Kind::Nested(keys) => keys,
        Kind::Plain | Kind::List => of_rows(rows),
    }
}

fn kind<T: DeserializeOwned>(path: &[&'static str]) -> Kind {
    let mut found = Found::Plain;
    let probe = Probe {
        path,
        found: &mut found,
    };
    // It always ends in an error: that is how it is stopped.
    let _ = T::deserialize(probe);
    match found {
        Found::Plain => Kind::Plain,
        Found::List => Kind::List,
        Found::Struct(_) if path.len() >= DEPTH => Kind::Plain,
        Found::Struct(names) => {
            Kind::Nested(names.iter().map(|name| key::<T>(path, name)).collect())
        }
    }
}

fn key<T: DeserializeOwned>(path: &[&'static str], name: &'static str) -> Key {
    let below: Vec<_> = path.iter().copied().chain([name]).collect();
    Key {
        name: name.to_owned(),
        kind: kind::<T>(&below),
    }
}

/// The keys of these rows.
pub(super) fn of_rows(rows: impl IntoIterator<Item = Value>) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for row in rows {
        for (name, value) in row.as_object().into_iter().flatten() {
            let kind = kind_of_value(value);
            match keys.iter_mut().find(|key| key.name == *name) {
                Some(key) if key.kind == Kind::Plain => key.kind = kind,
                Some(_) => {}
                None => keys.push(Key {
                    name: name.clone(),
                    kind,
                }),
            }
        }
    }
    keys
}

fn kind_of_value(value: &Value) -> Kind {
    match value {
        Value::Array(_) => Kind::List,
        Value::Object(_) => Kind::Nested(of_rows([value.clone()])),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Kind::Plain,
    }
}

/// What a type wants to read.
enum Found {
    Plain,
    List,
    Struct(&'static [&'static str]),
}

/// A deserialiser that follows `path` through the fields of structs, notes what is wanted at its
/// end, and stops there.
struct Probe<'p> {
    path: &'p [&'static str],
    found: &'p mut Found,
}

impl Probe<'_> {
    fn stop<V>(self, found: Found) -> Result<V, Error> {
        *self.found = found;
        Err(Error::custom("nothing is read"))
    }
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        self.stop(Found::Plain)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        self.stop(Found::List)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        self.stop(Found::List)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, Error> {
        self.stop(Found::List)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.path.split_first() {
            None => self.stop(Found::Struct(fields)),
            Some((name, path)) => visitor.visit_map(OneField {
                name,
                probe: Probe {
                    path,
                    found: self.found,
                },
            }),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct map enum identifier ignored_any
    }
}

/// A struct that begins with the field asked about; there is no second one.
struct OneField<'p> {
    name: &'static str,
    probe: Probe<'p>,
}

impl<'de> MapAccess<'de> for OneField<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let name: StrDeserializer<'_, Error> = StrDeserializer::new(self.name);
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Probe {
            path: self.probe.path,
            found: self.probe.found,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;
    use crate::kernel::moment::Moment;
    use crate::kernel::money::Money;
    use crate::kernel::name::UserName;

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its keys are asked for")]
    struct Row {
        at: Moment,
        user: Option<UserName>,
        fee_cents: Money,
        task: Option<Task>,
        lines: Vec<Task>,
        data: Value,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its keys are asked for")]
    struct Task {
        id: i64,
        marks: Vec<String>,
        within: Option<Box<Task>>,
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only its keys are asked for")]
    struct Flattened {
        #[serde(flatten)]
        row: Task,
        balance_cents: Money,
    }

    fn told(keys: &[Key]) -> String {
        let told = keys.iter().map(|key| match &key.kind {
            Kind::Plain => key.name.clone(),
            Kind::List => format!("{}[]", key.name),
            Kind::Nested(keys) => format!("{}({})", key.name, told(keys)),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_type_tells_its_keys_without_a_row() {
        assert_eq!(
            told(&of::<Row>([])),
            "at user fee_cents task(id marks[] within) lines[] data"
        );
    }

    #[test]
    fn where_the_type_does_not_tell_the_rows_do() {
        let rows = [
            json!({"id": 1, "task": null, "balance_cents": 5}),
            json!({"id": 2, "task": {"id": 7}, "tags": []}),
        ];
        assert_eq!(told(&of::<Flattened>([])), "");
        assert_eq!(
            told(&of::<Flattened>(rows)),
            "id task(id) balance_cents tags[]"
        );
    }
}
