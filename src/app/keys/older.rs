//! What keys stand for that an older popug kept: frozen copies of how it hashed its requests.

use crate::app::keys::content::{Fields, hash};
use crate::store::Hash;

/// Every request that took a key when contents were the name and all fields as serde wrote them,
/// with what it wrote where nothing was said.
const FIRST: [(&str, &str); 15] = [
    (
        "account.adjust",
        r#"{"who":null,"amount_cents":null,"reason":null,"mends":null}"#,
    ),
    ("account.reverse", r#"{"id":null,"reason":null}"#),
    ("day.close", r#"{"date":null}"#),
    ("event.dead.discard", r#"{"id":null,"reason":null}"#),
    ("mail.discard", r#"{"ids":null}"#),
    ("mail.retry", r#"{"ids":null}"#),
    ("payment.retry", r#"{"ids":null}"#),
    ("setting.set", r#"{"key":null,"value":null}"#),
    (
        "task.add",
        r#"{"title":null,"ticket":null,"description":null}"#,
    ),
    ("task.close", r#"{"tasks":null}"#),
    (
        "task.edit",
        r#"{"task":null,"title":null,"ticket":null,"description":null}"#,
    ),
    (
        "task.import",
        r#"{"rows":null,"content":null,"dry_run":false}"#,
    ),
    ("task.reassign", r#"{"dry_run":false}"#),
    ("token.revoke", r#"{"name":null}"#),
    (
        "user.set",
        r#"{"name":null,"role":null,"email":null,"full_name":null,"active":null}"#,
    ),
];

/// The content of the request in the first form; `None` where it says what could not be said then.
pub fn content(name: &str, fields: &Fields) -> Option<Hash> {
    let (_, nothing_said) = FIRST.into_iter().find(|(it, _)| *it == name)?;
    let mut said: Fields = serde_json::from_str(nothing_said).ok()?;
    for (field, value) in fields {
        said.get_mut(field)?.clone_from(value);
    }
    let said = serde_json::to_string(&said).ok()?;
    Some(hash(&[name, &said]))
}
