//! Popugs for an export of everything: no beaks, codes, sessions or attempts.

use crate::store::{Kind, Shape};

/// What an export of everything has of it.
pub const EXPORT: [Kind; 1] = [Kind {
    name: "users",
    keys: &[
        ("id", Shape::Number),
        ("name", Shape::Text),
        ("role", Shape::Text),
        ("email", Shape::Text),
        ("full_name", Shape::Text),
        ("active", Shape::Flag),
        ("created_at", Shape::Instant),
    ],
    sql: "SELECT id, name, role, email, full_name, active, created_at FROM auth_user ORDER BY id",
}];
