//! What somebody can do who has the store and knows SQL.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::engine::Place;
use super::raw::Raw;
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
    /// A connection to the store behind popug's back.
    #[expect(
        clippy::disallowed_methods,
        reason = "tests look at the store and tamper with it"
    )]
    pub fn raw(&self) -> Raw {
        match self.place() {
            Place::File => Raw::Sqlite(Connection::open(self.store()).expect("the store's file")),
            Place::Database(database) => Raw::Postgres(database.connect()),
        }
    }

    /// Where the log ends.
    pub fn head(&self) -> Head {
        let found = self.raw().rows("SELECT seq, hash FROM log_head");
        let [seq, hash] = <[String; 2]>::try_from(found.concat()).expect("the log's head");
        let seq = seq.parse().expect("a number");
        Head { seq, hash }
    }

    /// What the store is called.
    pub fn store_id(&self) -> String {
        self.raw().texts("SELECT store_id FROM log_head").concat()
    }

    /// A number that a query gives.
    pub fn number(&self, sql: &str) -> i64 {
        self.raw().number(sql)
    }

    /// Every row of the store, as text.
    pub fn kept(&self) -> Vec<String> {
        self.raw().everything()
    }

    /// Whether something stands in the store: in a row, or anywhere in its files.
    pub fn keeps(&self, text: &str) -> bool {
        let in_a_file = |suffix: &str| {
            let file = self.store().with_file_name(format!("popug.db{suffix}"));
            let bytes = fs::read(file).unwrap_or_default();
            bytes.windows(text.len()).any(|it| it == text.as_bytes())
        };
        match self.place() {
            Place::File => ["", "-wal", "-head"].into_iter().any(in_a_file),
            Place::Database(_) => self.kept().iter().any(|row| row.contains(text)),
        }
    }

    /// Changes rows by hand, with what guards them out of the way for it.
    pub fn tamper(&self, sql: &str) {
        self.raw().tamper(sql);
    }

    /// The file beside the store that remembers where the log ended.
    pub fn head_file(&self) -> PathBuf {
        self.store().with_file_name("popug.db-head")
    }

    /// Puts an event into the log as popug would, hash, head and head file included.
    pub fn forge(&self, name: &str, version: i64, subject: &str, data: &str) -> i64 {
        let Head { seq, hash } = self.head();
        let seq = seq + 1;
        let (producer, actor, at) = ("tasks", "system", 1_793_610_000_000_000_i64);
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

        let data = data.replace('\'', "''");
        let insert = format!(
            "INSERT INTO events_log VALUES ({seq}, '{name}', {version}, '{subject}', '{producer}',
             {at}, '{actor}', NULL, '{data}', '{hex}')"
        );
        let head = format!("UPDATE log_head SET seq = {seq}, hash = '{hex}'");
        let mut raw = self.raw();
        raw.run(&insert).expect("an event");
        raw.run(&head).expect("a head");
        if let Place::Database(_) = self.place() {
            return seq;
        }

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
