//! Tasks, the pool and the draws for an export of everything.

use crate::store::{Kind, Shape};

/// What an export of everything has of it.
pub const EXPORT: [Kind; 5] = [
    Kind {
        name: "tasks",
        keys: &[
            ("id", Shape::Number),
            ("title", Shape::Text),
            ("ticket", Shape::Text),
            ("description", Shape::Text),
            ("status", Shape::Text),
            ("author", Shape::Text),
            ("assignee", Shape::Text),
            ("created_at", Shape::Instant),
            ("assigned_at", Shape::Instant),
            ("closed_at", Shape::Instant),
            ("fee_cents", Shape::Number),
            ("reward_cents", Shape::Number),
        ],
        sql: "SELECT t.id, t.title, t.ticket, t.description, t.status, a.name, b.name, t.created_at,
                     t.assigned_at, t.closed_at, t.fee_cents, t.reward_cents
              FROM tasks_task t
              JOIN tasks_user a ON a.id = t.author_id
              JOIN tasks_user b ON b.id = t.assignee_id
              ORDER BY t.id",
    },
    Kind {
        name: "draws",
        keys: &[
            ("id", Shape::Number),
            ("at", Shape::Instant),
            ("day", Shape::Text),
            ("by", Shape::Text),
            ("reason", Shape::Text),
            ("algorithm", Shape::Text),
            ("seed", Shape::Text),
            ("seed_given", Shape::Flag),
            ("pool", Shape::Number),
            ("pool_members", Shape::Number),
            ("tasks", Shape::Number),
        ],
        sql: "SELECT id, at, day, actor, reason, algorithm, seed, seed_given, pool, pool_members, tasks
              FROM tasks_draw ORDER BY id",
    },
    Kind {
        name: "assignments",
        keys: &[
            ("draw", Shape::Number),
            ("index", Shape::Number),
            ("task", Shape::Number),
            ("assignee", Shape::Text),
        ],
        sql: "SELECT a.draw, a.idx, a.task_id, u.name
              FROM tasks_assignment a
              JOIN tasks_user u ON u.id = a.assignee_id
              ORDER BY a.draw, a.idx",
    },
    Kind {
        name: "pool_changes",
        keys: &[
            ("version", Shape::Number),
            ("user", Shape::Text),
            ("joins", Shape::Flag),
        ],
        sql: "SELECT c.version, u.name, c.joins
              FROM tasks_pool_change c
              JOIN tasks_user u ON u.id = c.user_id
              ORDER BY c.version",
    },
    Kind {
        name: "import_keys",
        keys: &[
            ("author", Shape::Text),
            ("key", Shape::Text),
            ("task", Shape::Number),
        ],
        sql: "SELECT u.name, k.key, k.task_id
              FROM tasks_import_key k
              JOIN tasks_user u ON u.id = k.author_id
              ORDER BY k.task_id, k.key",
    },
];
