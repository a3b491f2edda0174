//! What somebody can do who has the store's file and knows SQLite.

use rusqlite::Connection;

use super::world::World;

/// The last event of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its place.
    pub seq: i64,
    /// Its hash.
    pub hash: String,
}

impl World {
    /// The store's file, opened behind popug's back.
    #[expect(
        clippy::disallowed_methods,
        reason = "tests look at the file and tamper with it"
    )]
    pub fn raw(&self) -> Connection {
        Connection::open(self.store()).expect("the store's file")
    }

    /// Where the log ends.
    pub fn head(&self) -> Head {
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Head {
                seq: row.get(0)?,
                hash: row.get(1)?,
            })
        };
        let head = self
            .raw()
            .query_row("SELECT seq, hash FROM log_head", [], read);
        head.expect("the log's head")
    }

    /// What the store is called.
    pub fn store_id(&self) -> String {
        let sql = "SELECT store_id FROM log_head";
        let id = self.raw().query_row(sql, [], |row| row.get(0));
        id.expect("an id")
    }

    /// A number that a query gives.
    pub fn number(&self, sql: &str) -> i64 {
        self.raw()
            .query_row(sql, [], |row| row.get(0))
            .expect("a number")
    }

    /// Changes rows by hand, with the triggers that guard them out of the way for it.
    pub fn tamper(&self, sql: &str) {
        let raw = self.raw();
        raw.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            .expect("no guards");
        let triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        let mut statement = raw.prepare(triggers).expect("a statement");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        let triggers: Result<Vec<(String, String)>, _> = rows.expect("rows").collect();
        let triggers = triggers.expect("triggers");
        for (name, _) in &triggers {
            let drop = format!("DROP TRIGGER \"{name}\"");
            raw.execute_batch(&drop).expect("dropped");
        }
        let changed = raw.execute(sql, []).expect("an edit");
        assert!(changed > 0, "nothing was changed by {sql}");
        for (_, sql) in &triggers {
            raw.execute_batch(sql).expect("made again");
        }
    }
}
