//! The queues for an export of everything.

use crate::store::{Kind, Shape};

/// What an export of everything has of it.
pub const EXPORT: [Kind; 2] = [
    Kind {
        name: "letters",
        keys: &[
            ("id", Shape::Number),
            ("day", Shape::Text),
            ("user", Shape::Text),
            ("amount_cents", Shape::Number),
            ("state", Shape::Text),
            ("attempts", Shape::Number),
            ("next_at", Shape::Instant),
            ("last_error", Shape::Text),
            ("sent_at", Shape::Instant),
            ("sent_to", Shape::Text),
            ("sent_from", Shape::Text),
            ("sent_timezone", Shape::Text),
            ("discarded_at", Shape::Instant),
            ("discarded_by", Shape::Text),
        ],
        sql: "SELECT l.invoice_id, l.day, u.name, l.amount_cents, l.state, l.attempts, l.next_at,
                     l.last_error, l.sent_at, l.sent_to, l.sent_from, l.sent_timezone,
                     l.discarded_at, l.discarded_by
              FROM delivery_letter l
              LEFT JOIN delivery_user u ON u.id = l.user_id
              ORDER BY l.invoice_id",
    },
    Kind {
        name: "payments",
        keys: &[
            ("id", Shape::Number),
            ("day", Shape::Text),
            ("user", Shape::Text),
            ("amount_cents", Shape::Number),
            ("state", Shape::Text),
            ("attempts", Shape::Number),
            ("next_at", Shape::Instant),
            ("last_error", Shape::Text),
            ("ended_at", Shape::Instant),
        ],
        sql: "SELECT p.invoice_id, p.day, u.name, p.amount_cents, p.state, p.attempts, p.next_at,
                     p.last_error, p.ended_at
              FROM delivery_payment p
              LEFT JOIN delivery_user u ON u.id = p.user_id
              ORDER BY p.invoice_id",
    },
];
