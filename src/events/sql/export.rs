//! What consumers have behind them for an export of everything; the log has rows of its own.

use crate::store::{Kind, Shape};

/// What an export of everything has of it.
pub const EXPORT: [Kind; 2] = [
    Kind {
        name: "consumers",
        keys: &[("consumer", Shape::Text), ("offset", Shape::Number)],
        sql: "SELECT consumer, seq FROM events_offset ORDER BY consumer",
    },
    Kind {
        name: "dead_letters",
        keys: &[
            ("id", Shape::Number),
            ("consumer", Shape::Text),
            ("seq", Shape::Number),
            ("name", Shape::Text),
            ("subject", Shape::Text),
            ("state", Shape::Text),
            ("reason", Shape::Text),
            ("at", Shape::Instant),
            ("ended_at", Shape::Instant),
            ("ended_by", Shape::Text),
            ("ended_because", Shape::Text),
        ],
        sql: "SELECT id, consumer, seq, name, subject, state, reason, at, ended_at, ended_by,
                     ended_because
              FROM events_dead ORDER BY id",
    },
];
