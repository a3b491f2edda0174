//! Schemas, for whoever reads events.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::events::{EventName, LogError, schema};
use crate::store::{Asker, Query, Read};

/// `event schema` without a name: what schemas there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventSchemas {}

/// A schema that there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SchemaName {
    /// The event's name.
    pub name: EventName,
    /// The version of its data.
    pub version: i64,
    /// What events name it by.
    pub dataschema: String,
}

impl Query for EventSchemas {
    type Answer = Vec<SchemaName>;
    type Error = LogError;

    fn ask(&self, _: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let all = schema::all().map(|(name, version)| SchemaName {
            name,
            version,
            dataschema: schema::id(name.as_str(), version),
        });
        Ok(all.collect())
    }
}

/// `event schema NAME`: the JSON Schema of an event's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct EventSchema {
    /// The event's name.
    pub name: EventName,
    /// The version; the newest where it is absent.
    pub version: Option<i64>,
}

impl Query for EventSchema {
    type Answer = Value;
    type Error = LogError;

    fn ask(&self, _: &Read<'_>, _: &Asker) -> Result<Self::Answer, LogError> {
        let version = self.version.unwrap_or_else(|| self.name.newest());
        schema::document(self.name, version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::{World, ask};

    #[test]
    fn schemas_are_listed_and_shown_newest_unless_said() {
        let world = World::new();
        let listed = ask(&world, &EventSchemas {}).expect("schemas");
        assert_eq!(listed.len(), 13);
        for SchemaName {
            name,
            version,
            dataschema,
        } in listed
        {
            let version = Some(version);
            let shown = ask(&world, &EventSchema { name, version }).expect("a schema");
            assert_eq!(shown["$id"], dataschema);
        }
        let (name, version) = (EventName::TaskCreated, None);
        let newest = ask(&world, &EventSchema { name, version }).expect("a schema");
        assert_eq!(newest["$id"], "/popug/schema/task.created/2");
    }
}
