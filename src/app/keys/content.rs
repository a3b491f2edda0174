//! What a key stands for: a request's name and content, as a hash.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::app::error::AppError;
use crate::app::request::Request;
use crate::store::Hash;

/// The form in which contents are hashed. Keys are kept for ever: whoever changes the form gives it
/// another name, and leaves a frozen copy of this one in `older`.
const FORM: &str = "popug-key/2";

/// The fields of a request, by their names.
pub type Fields = Map<String, Value>;

/// A request's fields but for those that say what it says without them, sorted by their names. So a
/// field that is new, and left out, changes nothing.
pub fn fields_of<R: Request>(request: &R) -> Result<Fields, AppError> {
    let all: Fields = serde_json::to_value(request)
        .and_then(serde_json::from_value)
        .map_err(AppError::Json)?;
    let mut fields = all.clone();
    for name in all.keys() {
        let mut fewer = fields.clone();
        fewer.remove(name);
        if read_as::<R>(&fewer).is_some_and(|read| read == all) {
            fields = fewer;
        }
    }
    fields.values_mut().for_each(drop_nulls);
    fields.values_mut().for_each(Value::sort_all_objects);
    fields.sort_keys();
    Ok(fields)
}

/// All fields of the request that these are read as, if they are one.
fn read_as<R: Request>(fields: &Fields) -> Option<Fields> {
    let request: R = serde_json::from_value(Value::Object(fields.clone())).ok()?;
    serde_json::from_value(serde_json::to_value(&request).ok()?).ok()
}

fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, it| !it.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The content of a request with these fields.
pub fn content(name: &str, fields: &Fields) -> Result<Hash, AppError> {
    let fields = serde_json::to_string(fields).map_err(AppError::Json)?;
    Ok(hash(&[FORM, name, &fields]))
}

/// SHA-256 over texts, each behind the number of its bytes.
pub fn hash(parts: &[&str]) -> Hash {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    Hash(digest.finalize().into())
}
