//! Schemas against their types, their published hashes and what is written.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::*;
use crate::events::shape::{
    AccountFinalized, DayClosed, SettingUpdated, TaskAssigned, TaskClosed, TaskCreated,
    TaskCreatedV1, TaskPriced, TaskUpdated, TransactionCreated, TransactionProcessed, UserCreated,
    UserUpdated,
};
use crate::events::testing::one_of_each;
use crate::kernel::schema::without_words;

fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12();
    settings.into_generator().into_root_schema_for::<T>()
}

/// What the type of a name and version gives today.
fn given(name: EventName, version: i64) -> Value {
    let schema = match (name, version) {
        (EventName::UserCreated, 1) => of::<UserCreated>(),
        (EventName::UserUpdated, 1) => of::<UserUpdated>(),
        (EventName::SettingUpdated, 1) => of::<SettingUpdated>(),
        (EventName::TaskCreated, 1) => of::<TaskCreatedV1>(),
        (EventName::TaskCreated, 2) => of::<TaskCreated>(),
        (EventName::TaskAssigned, 1) => of::<TaskAssigned>(),
        (EventName::TaskUpdated, 1) => of::<TaskUpdated>(),
        (EventName::TaskClosed, 1) => of::<TaskClosed>(),
        (EventName::TaskPriced, 1) => of::<TaskPriced>(),
        (EventName::TransactionCreated, 1) => of::<TransactionCreated>(),
        (EventName::TransactionProcessed, 1) => of::<TransactionProcessed>(),
        (EventName::AccountFinalized, 1) => of::<AccountFinalized>(),
        (EventName::DayClosed, 1) => of::<DayClosed>(),
        (name, version) => panic!("{name} has no type of version {version}"),
    };
    let mut document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id(name.as_str(), version),
        "title": name.as_str(),
    });
    let schema = schema.to_value();
    for (key, value) in schema.as_object().expect("an object") {
        if key != "$schema" && key != "title" {
            document[key] = value.clone();
        }
    }
    document
}

/// Every file that was published, with its SHA-256. A line is added with a new schema; none is ever
/// changed or removed: who has stored or programmed against a schema relies on it.
const PUBLISHED: &[&str] = &[
    "user.created.v1 94399e8f1243d3ff2ea413bae88012d8aeefd1ec872075b20866df1d0b88ab47",
    "user.updated.v1 48b85851efbe92fe35ba1a0dc64023b2d480cc3feebdaae7f0169f4adb1b5377",
    "setting.updated.v1 1e520bb3fca13e89d80fc6b899c31d3b35c88e69199c11ac229aae424e38c8d5",
    "task.created.v1 2318396eed3207a7c7dffc4e3e9af0f5817181c859dea1472c3ce7c471dd222e",
    "task.created.v2 1bbd8ffcba0da9ea0d7fcdba6886c218c1796315728b35f35c80a5727486c63d",
    "task.assigned.v1 db2c2035eba8020ecf3b9019b1baff8fdd4bf9ac27c87a2027cee240fe6628b0",
    "task.updated.v1 1f99618fcf644c4d0b62b1040a9defd4f6dfa7212f36c943ba62000ff9ae5121",
    "task.closed.v1 146314c9726ed844fdd610f5cec4dc970094da474cc3cbe5f89821dfd0b70301",
    "task.priced.v1 e0ac79245ed1627b4e2999fc9a167b8d550ed8a86cbc752a73e9fdef6b662167",
    "transaction.created.v1 bf80c81e9f6d7073286f0596cb9e5ce9a7180d16bac464896d7f6d82b14d3c47",
    "transaction.processed.v1 7e499ef5303c1fd28522e0c2fcabeb741a3c974b38287f0001e565ff031961ab",
    "account.finalized.v1 7ff698c23c3f1b6eee3625fac15bdea91ec4cd58edb8806ff98691c0c46c9e0e",
    "day.closed.v1 2db2e6fffa1ab40c4c40ca0cde164dd070284e169645eaf60ad4e6125776ea94",
];

#[test]
fn a_published_schema_never_changes() {
    let there = SCHEMAS.iter().map(|(name, version, text)| {
        let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        format!("{name}.v{version} {}", crate::store::Hash(hash))
    });
    assert_eq!(there.collect::<Vec<_>>(), PUBLISHED);
}

#[test]
fn every_schema_is_what_its_type_gives() {
    for (name, version, text) in SCHEMAS {
        let now = given(*name, *version);
        let kept: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        assert!(
            without_words(kept) == without_words(now.clone()),
            "schemas/{name}.v{version}.json is not what its type gives. A published shape never \
             changes: give the event a new version. For a new one, the file is\n{}",
            serde_json::to_string_pretty(&now).expect("JSON")
        );
    }
}

#[test]
fn every_version_of_every_event_has_a_schema() {
    let wanted = EventName::ALL.into_iter();
    let wanted = wanted.flat_map(|name| (1..=name.newest()).map(move |version| (name, version)));
    assert_eq!(all().collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    let unknown = document(EventName::TaskClosed, 2).expect_err("there is one version");
    assert_eq!(
        unknown.to_string(),
        "there is no schema of task.closed version 2"
    );
}

/// Enough of JSON Schema for the words that these schemas use; any other word fails.
fn fits(root: &Value, schema: &Value, data: &Value) -> bool {
    let every = |(key, rule): (&String, &Value)| match key.as_str() {
        "$schema" | "$id" | "title" | "description" | "$defs" | "format" | "pattern" => true,
        "$ref" => {
            let path = rule.as_str().expect("a path").trim_start_matches('#');
            fits(root, root.pointer(path).expect("a definition"), data)
        }
        "const" => data == rule,
        "type" => match rule.as_array() {
            Some(any) => any.iter().any(|it| is(it, data)),
            None => is(rule, data),
        },
        "anyOf" | "oneOf" => {
            let mut any = rule.as_array().expect("schemas").iter();
            any.any(|it| fits(root, it, data))
        }
        "required" => {
            let mut keys = rule.as_array().expect("keys").iter();
            keys.all(|key| data.get(key.as_str().expect("a key")).is_some())
        }
        "properties" => {
            let mut rules = rule.as_object().expect("an object").iter();
            rules.all(|(key, rule)| data.get(key).is_none_or(|it| fits(root, rule, it)))
        }
        "additionalProperties" => {
            let mut keys = data.as_object().expect("an object").keys();
            keys.all(|key| schema["properties"].get(key).is_some())
        }
        word => panic!("{word} is not checked"),
    };
    schema.as_object().expect("an object").iter().all(every)
}

fn is(kind: &Value, data: &Value) -> bool {
    match kind.as_str().expect("a type") {
        "object" => data.is_object(),
        "string" => data.is_string(),
        "integer" => data.is_i64(),
        "boolean" => data.is_boolean(),
        "null" => data.is_null(),
        other => panic!("{other} is not checked"),
    }
}

#[test]
fn what_is_written_fits_its_schema() {
    for event in one_of_each() {
        let name = event.name();
        let schema = document(name, name.newest()).expect("a schema");
        let data: Value = serde_json::from_str(&event.to_json().expect("JSON")).expect("JSON");
        assert!(fits(&schema, &schema, &data), "{name}: {data}");

        let mut more = data.clone();
        more["more"] = Value::Null;
        assert!(!fits(&schema, &schema, &more), "{name}");
        let mut without = data;
        let fields = without.as_object_mut().expect("an object");
        let first = fields.keys().next().expect("a field").clone();
        fields.shift_remove(&first);
        assert!(!fits(&schema, &schema, &without), "{name}");
    }
}
