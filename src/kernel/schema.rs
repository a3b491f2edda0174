//! JSON schemas of what is written as a text or a number of a shape of its own.

/// The schema of a type that serde does not derive.
macro_rules! schema {
    ($name:ident, $schema:tt) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}

pub(crate) use schema;

use serde_json::Value;

use crate::kernel::day::{Day, Zone};
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::range::{DayWord, Period};
use crate::kernel::ticket::Ticket;

schema!(Day, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"});
schema!(DayWord, {"type": "string"});
schema!(Moment, {"type": "string", "format": "date-time"});
schema!(Period, {"type": "string"});
schema!(Ticket, {"type": "string", "pattern": "^[A-Z][A-Z0-9]{0,15}-[0-9]{1,9}$"});
schema!(UserName, {"type": "string", "pattern": "^[a-z][a-z0-9._-]{0,31}$"});
schema!(Zone, {"type": "string"});

/// A schema but for its words for people, which may be mended.
pub fn without_words(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(object) => {
            if object.get("description").is_some_and(Value::is_string) {
                object.remove("description");
            }
            for value in object.values_mut() {
                *value = without_words(value.take());
            }
        }
        Value::Array(array) => {
            for value in array {
                *value = without_words(value.take());
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    schema
}
