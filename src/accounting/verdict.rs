//! What the examination says of rows.

use serde::Serialize;
use serde_json::Value as Json;

use crate::accounting::AccountingError;
use crate::kernel::money::{Currency, Money};

/// How many rows were found as they should be, or what is wrong with the first that is not.
pub type Verdict = Result<usize, String>;

/// What is wrong with rows that cannot be read.
pub fn readable<T>(
    found: Result<T, AccountingError>,
) -> Result<Result<T, String>, AccountingError> {
    match found {
        Ok(found) => Ok(Ok(found)),
        Err(error) if error.is_of_the_rows() => Ok(Err(error.to_string())),
        Err(error) => Err(error),
    }
}

/// The first field in which a row is not what the log says, such as `amount is $12.00, the log
/// says $15.00`.
pub fn difference<T: Serialize>(found: &T, said: &T, currency: &Currency) -> String {
    let fields = |it: &T| match serde_json::to_value(it) {
        Ok(Json::Object(fields)) => fields,
        Ok(_) | Err(_) => serde_json::Map::new(),
    };
    let said = fields(said);
    let differs = |(key, found): &(String, Json)| said.get(key) != Some(found);
    let Some((key, found)) = fields(found).into_iter().find(differs) else {
        return "differs from what the log says".to_owned();
    };
    let said = said.get(&key).unwrap_or(&Json::Null);
    let (found, said) = (
        in_words(&key, &found, currency),
        in_words(&key, said, currency),
    );
    let name = key.strip_suffix("_cents").unwrap_or(&key);
    format!("{name} is {found}, the log says {said}")
}

fn in_words(key: &str, value: &Json, currency: &Currency) -> String {
    if let Some(cents) = value.as_i64().filter(|_| key.ends_with("_cents")) {
        return currency.show(Money::from_cents(cents));
    }
    match value {
        Json::Null => "nothing".to_owned(),
        Json::String(text) => text.clone(),
        Json::Object(party) => party
            .iter()
            .map(|(word, id)| format!("{word} {id}"))
            .collect(),
        Json::Bool(_) | Json::Number(_) | Json::Array(_) => value.to_string(),
    }
}
