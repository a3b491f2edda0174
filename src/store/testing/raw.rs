//! A connection past all of popug's care, whichever engine runs.

use std::cell::RefCell;
use std::path::Path;

use ::postgres::{Client, NoTls, SimpleQueryMessage};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::store::dialect::{for_postgres, for_sqlite};

/// What makes a file one of popug's: `popg`, in its header.
const MARK: i64 = 0x706F_7067;

/// Everything that a schema of PostgreSQL consists of.
const SHAPE: &str = "
    SELECT 'column ' || c.relname || '.' || a.attname || ' ' || a.attnum || ' ' ||
           format_type(a.atttypid, a.atttypmod) || ' ' || coalesce(o.collname, '-') || ' ' ||
           a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
    LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
    LEFT JOIN pg_collation AS o ON o.oid = a.attcollation
    WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind = 'r' AND a.attnum > 0
    UNION ALL
    SELECT 'index ' || pg_get_indexdef(i.indexrelid)
    FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
    WHERE c.relnamespace = to_regnamespace(current_schema())
    UNION ALL
    SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = to_regnamespace(current_schema())
    UNION ALL
    SELECT 'trigger ' || CAST(t.tgenabled AS TEXT) || ' ' || pg_get_triggerdef(t.oid)
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
    WHERE c.relnamespace = to_regnamespace(current_schema()) AND NOT t.tgisinternal
    UNION ALL
    SELECT 'function ' || pg_get_functiondef(oid)
    FROM pg_proc WHERE pronamespace = to_regnamespace(current_schema())
    ORDER BY 1";

/// A connection that knows nothing of heads, locks and guards.
pub enum Raw {
    /// To a file.
    Sqlite(Connection),
    /// To a schema.
    Postgres(RefCell<Client>),
}

impl Raw {
    #[expect(
        clippy::disallowed_methods,
        reason = "a connection past all of popug's care"
    )]
    pub(super) fn to_file(path: &Path) -> Self {
        Self::Sqlite(Connection::open(path).expect("opens"))
    }

    pub(super) fn to_schema(url: &str) -> Self {
        let client = Client::connect(url, NoTls).expect("a connection");
        Self::Postgres(RefCell::new(client))
    }

    /// Runs statements.
    pub fn batch(&self, sql: &str) {
        match self {
            Self::Sqlite(file) => file.execute_batch(sql).expect(sql),
            Self::Postgres(client) => client.borrow_mut().batch_execute(sql).expect(sql),
        }
    }

    /// Makes tables as a migration does.
    pub fn lay(&self, sql: &str) {
        self.batch(&match self {
            Self::Sqlite(_) => for_sqlite(sql),
            Self::Postgres(_) => for_postgres(sql),
        });
    }

    /// Makes a new file one of popug's. A schema needs no mark.
    pub(super) fn mark(&self) {
        if let Self::Sqlite(_) = self {
            self.batch(&format!(
                "PRAGMA application_id = {MARK}; PRAGMA journal_mode = WAL"
            ));
        }
    }

    /// Every row that a statement answers, every column as text.
    pub fn rows(&self, sql: &str) -> Vec<Vec<Option<String>>> {
        match self {
            Self::Sqlite(file) => {
                let mut statement = file.prepare(sql).expect(sql);
                let columns = statement.column_count();
                let mut rows = statement.query([]).expect(sql);
                let mut found = Vec::new();
                while let Some(row) = rows.next().expect(sql) {
                    let text = |column| text(row.get_ref(column).expect("a column"));
                    found.push((0..columns).map(text).collect());
                }
                found
            }
            Self::Postgres(client) => {
                let mut found = Vec::new();
                for message in client.borrow_mut().simple_query(sql).expect(sql) {
                    if let SimpleQueryMessage::Row(row) = message {
                        let text = |column| row.get(column).map(ToOwned::to_owned);
                        found.push((0..row.len()).map(text).collect());
                    }
                }
                found
            }
        }
    }

    /// How a file would answer a statement, step by step.
    pub fn plan(&self, sql: &str) -> String {
        let Self::Sqlite(file) = self else {
            panic!("a file tells its plans");
        };
        let explain = format!("EXPLAIN QUERY PLAN {sql}");
        let mut statement = file.prepare(&explain).expect(sql);
        let steps = statement.raw_query().mapped(|row| row.get(3));
        let steps: Vec<String> = steps.collect::<Result<_, _>>().expect(sql);
        steps.join("\n")
    }

    /// The first column of each row, where there is something.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.rows(sql).into_iter();
        rows.filter_map(|row| row.into_iter().next().flatten())
            .collect()
    }

    /// The tables, in the order of their names.
    pub fn tables(&self) -> Vec<String> {
        self.texts(match self {
            Self::Sqlite(_) => {
                "SELECT name FROM sqlite_schema
                 WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            }
            Self::Postgres(_) => {
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
                 ORDER BY tablename"
            }
        })
    }

    /// The columns of a table, in their order.
    pub fn columns(&self, table: &str) -> Vec<String> {
        self.texts(&match self {
            Self::Sqlite(_) => {
                format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid")
            }
            Self::Postgres(_) => format!(
                "SELECT column_name FROM information_schema.columns
                 WHERE table_schema = current_schema() AND table_name = '{table}'
                 ORDER BY ordinal_position"
            ),
        })
    }

    /// Everything that the store consists of, but for its rows.
    pub fn shape(&self) -> Vec<String> {
        match self {
            Self::Sqlite(_) => {
                self.texts("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name")
            }
            Self::Postgres(_) => {
                let schema = self.texts("SELECT current_schema() || '.'").concat();
                let lines = self.texts(SHAPE).into_iter();
                lines.map(|line| line.replace(&schema, "")).collect()
            }
        }
    }

    /// Writes, as another process does, for as long as it is not told to end.
    pub fn hold(&self) {
        self.batch(match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE",
            Self::Postgres(_) => "BEGIN; UPDATE log_head SET seq = seq",
        });
    }

    /// Ends that.
    pub fn let_go(&self) {
        self.batch("ROLLBACK");
    }

    /// Takes away what keeps the rows of a table from being changed or removed.
    pub fn unguard(&self, table: &str) {
        self.batch(&match self {
            Self::Sqlite(_) => {
                format!("DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete")
            }
            Self::Postgres(_) => format!("DROP TRIGGER {table}_no_change ON {table}"),
        });
    }

    /// Edits a guarded table as somebody would who knows the engine, and leaves no trace of it.
    pub fn edit(&self, table: &str, sql: &str) {
        match self {
            Self::Sqlite(_) => {
                let guards = self.rows(&format!(
                    "SELECT name, sql FROM sqlite_schema
                     WHERE type = 'trigger' AND tbl_name = '{table}'"
                ));
                let each = |column: usize| guards.iter().filter_map(move |it| it[column].as_ref());
                each(0).for_each(|name| self.batch(&format!("DROP TRIGGER {name}")));
                self.batch(sql);
                each(1).for_each(|guard| self.batch(guard));
            }
            Self::Postgres(_) => self.batch(&format!(
                "ALTER TABLE {table} DISABLE TRIGGER USER;
                 {sql};
                 ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_change;
                 ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_truncate"
            )),
        }
    }
}

fn text(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Text(bytes) => Some(String::from_utf8(bytes.to_vec()).expect("UTF-8")),
        ValueRef::Real(_) | ValueRef::Blob(_) => panic!("neither a whole number nor a text"),
    }
}
