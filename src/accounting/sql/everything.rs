//! Accounts, invoices and days for an export of everything; the ledger has rows of its own.

use crate::store::{Kind, Shape};

/// What an export of everything has of it.
pub const EXPORT: [Kind; 3] = [
    Kind {
        name: "accounts",
        keys: &[
            ("user", Shape::Text),
            ("kind", Shape::Text),
            ("balance_cents", Shape::Number),
        ],
        sql: "SELECT u.name, a.kind, a.balance_cents
              FROM accounting_account a
              LEFT JOIN accounting_user u ON u.id = a.user_id
              ORDER BY a.id",
    },
    Kind {
        name: "invoices",
        keys: &[
            ("id", Shape::Number),
            ("day", Shape::Text),
            ("user", Shape::Text),
            ("amount_cents", Shape::Number),
            ("transaction", Shape::Number),
        ],
        sql: "SELECT i.id, i.day, u.name, i.amount_cents, i.transaction_id
              FROM accounting_invoice i
              JOIN accounting_user u ON u.id = i.user_id
              ORDER BY i.id",
    },
    Kind {
        name: "days",
        keys: &[
            ("day", Shape::Text),
            ("closed_at", Shape::Instant),
            ("payouts", Shape::Number),
            ("paid_cents", Shape::Number),
            ("earned_cents", Shape::Number),
            ("debts_cents", Shape::Number),
            ("seal", Shape::Text),
        ],
        sql: "SELECT day, closed_at, payouts, paid_cents, earned_cents, debts_cents, seal
              FROM accounting_day ORDER BY day",
    },
];
