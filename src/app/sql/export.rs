//! Settings for an export of everything, and that keys were used; what they were answered stays.

use crate::store::{Kind, Shape};

/// What an export of everything has of it.
pub const EXPORT: [Kind; 2] = [
    Kind {
        name: "settings",
        keys: &[("key", Shape::Text), ("value", Shape::Text)],
        sql: "SELECT key, value FROM app_setting ORDER BY key",
    },
    Kind {
        name: "request_keys",
        keys: &[
            ("actor", Shape::Text),
            ("key", Shape::Text),
            ("at", Shape::Instant),
        ],
        sql: "SELECT actor, key, at FROM app_request_key ORDER BY at, actor, key",
    },
];
