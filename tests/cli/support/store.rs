//! What somebody can do who has the store's file and knows SQLite.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

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

    /// The file beside the store that remembers where the log ended.
    pub fn head_file(&self) -> PathBuf {
        self.store().with_file_name("popug.db-head")
    }

    /// Puts an event into the log as popug would, hash, head and head file included.
    pub fn forge(&self, name: &str, version: i64, subject: &str, data: &str) -> i64 {
        let Head { seq, hash } = self.head();
        let seq = seq + 1;
        let (producer, actor, at) = ("tasks", "system", 1_762_074_000_000_000_i64);
        let mut digest = Sha256::new();
        digest.update(b"popug-chain/1");
        digest.update(bytes_of(&hash));
        digest.update(seq.to_be_bytes());
        put(&mut digest, name);
        digest.update(version.to_be_bytes());
        put(&mut digest, subject);
        put(&mut digest, producer);
        digest.update(at.to_be_bytes());
        put(&mut digest, actor);
        digest.update([0]);
        put(&mut digest, data);
        let hash: [u8; 32] = digest.finalize().into();
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();

        let insert = "INSERT INTO events_log VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8, ?9)";
        let raw = self.raw();
        raw.execute(
            insert,
            (seq, name, version, subject, producer, at, actor, data, &hex),
        )
        .expect("an event");
        raw.execute("UPDATE log_head SET seq = ?1, hash = ?2", (seq, &hex))
            .expect("a head");

        let mut remembered = seq.to_be_bytes().to_vec();
        remembered.extend(hash);
        let checksum: [u8; 32] = Sha256::digest(&remembered).into();
        remembered.extend(&checksum[..8]);
        fs::write(self.head_file(), remembered).expect("a head file");
        seq
    }
}

fn put(digest: &mut Sha256, text: &str) {
    digest.update((text.len() as u64).to_be_bytes());
    digest.update(text.as_bytes());
}

fn bytes_of(hex: &str) -> Vec<u8> {
    let digits = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("digits");
    (0..hex.len()).step_by(2).map(digits).collect()
}
