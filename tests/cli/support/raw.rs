//! A connection to a store behind popug's back, whatever its engine.

use postgres::{Client, SimpleQueryMessage};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

/// A connection behind popug's back.
pub enum Raw {
    /// To a file.
    Sqlite(Connection),
    /// To a server.
    Postgres(Client),
}

impl Raw {
    /// Runs statements.
    pub fn run(&mut self, sql: &str) -> Result<(), String> {
        match self {
            Self::Sqlite(connection) => connection.execute_batch(sql).map_err(|it| it.to_string()),
            Self::Postgres(client) => client.batch_execute(sql).map_err(|it| told(&it)),
        }
    }

    /// The rows that a query gives, as text; what is null is empty.
    pub fn rows(&mut self, sql: &str) -> Vec<Vec<String>> {
        match self {
            Self::Sqlite(connection) => sqlite_rows(connection, sql).expect("rows"),
            Self::Postgres(client) => {
                let answers = client.simple_query(sql).expect("rows").into_iter();
                let rows = answers.filter_map(|answer| {
                    if let SimpleQueryMessage::Row(row) = answer {
                        return Some(row);
                    }
                    None
                });
                let texts = rows.map(|row| {
                    let columns = 0..row.len();
                    let texts = columns.map(|at| row.get(at).unwrap_or_default().to_owned());
                    texts.collect()
                });
                texts.collect()
            }
        }
    }

    /// The first column of what a query gives.
    pub fn texts(&mut self, sql: &str) -> Vec<String> {
        let rows = self.rows(sql).into_iter();
        rows.map(|mut row| row.swap_remove(0)).collect()
    }

    /// The one number that a query gives.
    pub fn number(&mut self, sql: &str) -> i64 {
        let found = self.texts(sql);
        assert_eq!(found.len(), 1, "{sql}");
        found[0]
            .parse()
            .unwrap_or_else(|error| panic!("{error}: {sql}"))
    }

    /// How a write begins here, before which others wait.
    pub fn begin(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE; UPDATE log_head SET seq = seq;",
            Self::Postgres(_) => "BEGIN; UPDATE log_head SET seq = seq;",
        }
    }

    /// What keeps everybody out, readers included, as long as its transaction is open.
    pub fn lock_out(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => {
                "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE log_head SET seq = seq;"
            }
            Self::Postgres(_) => "BEGIN; LOCK TABLE log_head;",
        }
    }

    /// A statement that puts other rows in the place of all that are there, past triggers on UPDATE
    /// and DELETE.
    pub fn replace_all(&self, table: &str) -> String {
        match self {
            Self::Sqlite(_) => format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
            Self::Postgres(_) => format!("TRUNCATE {table} CASCADE"),
        }
    }

    /// Takes a trigger away that keeps rows from being changed.
    pub fn unguard(&mut self, table: &str) {
        let drop = match self {
            Self::Sqlite(_) => format!("DROP TRIGGER {table}_no_update"),
            Self::Postgres(_) => format!("DROP TRIGGER {table}_no_change ON {table}"),
        };
        self.run(&drop).expect("dropped");
    }

    /// Every row of every table, as text.
    pub fn everything(&mut self) -> Vec<String> {
        let tables = match self {
            Self::Sqlite(_) => "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
            Self::Postgres(_) => {
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
            }
        };
        let mut rows = Vec::new();
        for table in self.texts(tables) {
            let all = self.rows(&format!("SELECT * FROM {table}")).into_iter();
            rows.extend(all.map(|row| format!("{table}: {}", row.join(" "))));
        }
        rows
    }

    /// Changes rows by hand, with what guards them out of the way for it.
    pub fn tamper(&mut self, sql: &str) {
        let changed = match self {
            Self::Sqlite(connection) => tamper_with_file(connection, sql),
            Self::Postgres(client) => tamper_with_database(client, sql),
        };
        assert!(changed > 0, "nothing was changed by {sql}");
    }
}

/// What the server says, where it is the server that says it.
fn told(error: &postgres::Error) -> String {
    match error.as_db_error() {
        Some(said) => said.message().to_owned(),
        None => error.to_string(),
    }
}

fn sqlite_rows(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<Vec<String>>> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        let texts = (0..columns).map(|at| {
            Ok(match row.get_ref(at)? {
                ValueRef::Null => String::new(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                ValueRef::Real(_) | ValueRef::Blob(_) => panic!("no store has such: {sql}"),
            })
        });
        texts.collect()
    });
    rows?.collect()
}

fn tamper_with_file(raw: &Connection, sql: &str) -> u64 {
    raw.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        .expect("no guards");
    let triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
    let triggers = sqlite_rows(raw, triggers).expect("triggers");
    for trigger in &triggers {
        let drop = format!("DROP TRIGGER \"{}\"", trigger[0]);
        raw.execute_batch(&drop).expect("dropped");
    }
    let changed = raw.execute(sql, []).expect("an edit");
    for trigger in &triggers {
        raw.execute_batch(&trigger[1]).expect("made again");
    }
    u64::try_from(changed).expect("a count")
}

/// Foreign keys are silent for a replica. What a row must be like is said anew behind the edit, for
/// the rows to come.
fn tamper_with_database(raw: &mut Client, sql: &str) -> u64 {
    let mut tx = raw.transaction().expect("a transaction");
    tx.batch_execute("SET LOCAL session_replication_role = replica")
        .expect("no guards");
    let guards = "
        SELECT CAST(tgrelid::regclass AS TEXT), 'DISABLE TRIGGER ' || tgname,
               CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS TRIGGER ' ELSE 'ENABLE TRIGGER ' END
               || tgname
        FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL
        SELECT CAST(conrelid::regclass AS TEXT), 'DROP CONSTRAINT ' || conname,
               'ADD CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid) || ' NOT VALID'
        FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0";
    let mut again = Vec::new();
    for guard in tx.query(guards, &[]).expect("guards") {
        let (table, off, on): (String, String, String) = (guard.get(0), guard.get(1), guard.get(2));
        if sql.contains(&table) {
            let off = format!("ALTER TABLE {table} {off}");
            tx.batch_execute(&off).expect("off");
            again.push(format!("ALTER TABLE {table} {on}"));
        }
    }
    let changed = tx.execute(sql, &[]).expect("an edit");
    for on in &again {
        tx.batch_execute(on).expect("on again");
    }
    tx.commit().expect("a commit");
    changed
}
