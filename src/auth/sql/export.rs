//! Popugs for an export of everything, and tokens without what proves them: no beaks, codes,
//! sessions or attempts.

use crate::store::{Kind, Shape};

/// What an export of everything has of it.
pub const EXPORT: [Kind; 2] = [USERS, TOKENS];

const USERS: Kind = Kind {
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
};

/// What they were made for, and not what proves them.
const TOKENS: Kind = Kind {
    name: "tokens",
    keys: &[
        ("name", Shape::Text),
        ("for", Shape::Text),
        ("as", Shape::Text),
        ("created_by", Shape::Text),
        ("created_at", Shape::Instant),
        ("expires_at", Shape::Instant),
        ("last_used_at", Shape::Instant),
        ("revoked_at", Shape::Instant),
    ],
    sql: "SELECT t.name, t.permissions, u.name, c.name, t.created_at, t.expires_at,
                 t.last_used_at, t.revoked_at
          FROM auth_token t JOIN auth_user c ON c.id = t.created_by
          LEFT JOIN auth_user u ON u.id = t.acts_as
          ORDER BY t.name, t.created_at, t.revoked_at NULLS LAST, t.token_hash",
};
