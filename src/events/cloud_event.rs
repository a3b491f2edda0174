//! Events as others read them: CloudEvents 1.0, in JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::events::schema;
use crate::events::stored::Stored;
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::store::Hash;

/// An event of the log as CloudEvents 1.0 write it, with extension attributes of popug's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CloudEvent {
    /// Always `1.0`.
    pub specversion: String,
    /// The event's place in the log, as a text.
    pub id: String,
    /// `/popug/<store id>/<producer>`.
    pub source: String,
    /// `popug.task.created`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `task/12`.
    pub subject: String,
    /// When it happened.
    pub time: Moment,
    /// Always `application/json`.
    pub datacontenttype: String,
    /// Name and version of the schema, as `event schema` takes them.
    pub dataschema: String,
    /// Who acted.
    pub actor: String,
    /// The event that led to it.
    pub cause: Option<Seq>,
    /// Its hash in the chain.
    pub hash: Hash,
    /// What it carries, in the version that was stored.
    pub data: Value,
}

impl CloudEvent {
    /// From a row of the log of the store `store_id`. Data that is no JSON any more is shown as
    /// the text that it is.
    pub fn new(stored: Stored, store_id: &str) -> Self {
        let data = serde_json::from_str(&stored.data);
        Self {
            specversion: "1.0".to_owned(),
            id: stored.seq.to_string(),
            source: format!("/popug/{store_id}/{}", stored.producer),
            kind: format!("popug.{}", stored.name),
            subject: stored.subject,
            time: stored.occurred_at,
            datacontenttype: "application/json".to_owned(),
            dataschema: schema::id(&stored.name, stored.version),
            actor: stored.actor,
            cause: stored.cause,
            hash: stored.hash,
            data: data.unwrap_or(Value::String(stored.data)),
        }
    }
}
