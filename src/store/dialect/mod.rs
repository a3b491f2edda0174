//! What engines say differently, as text: a migration for each of them, and placeholders.
//!
//! Migrations are portable SQL with a few lines that say what a table is. On SQLite a table's end
//! becomes `STRICT`, `BIGINT` is its `INTEGER`, and a table that ends with `-- by key` lies in the
//! order of its key, in one tree instead of two. On PostgreSQL `TEXT` is compared byte by byte, as
//! SQLite does. `-- append-only: TABLE (KEY)` becomes the triggers that refuse to change, remove
//! or replace its rows.

pub mod guards;
pub mod placeholders;

/// A migration as SQLite reads it.
pub fn for_sqlite(sql: &str) -> String {
    let lines = sql.lines().map(|line| match append_only(line) {
        Some((table, key)) => guards::sqlite(table, key).join(";\n") + ";",
        None if line == ");" => ") STRICT;".to_owned(),
        None if line == "); -- by key" => ") STRICT, WITHOUT ROWID;".to_owned(),
        None => line.replace(" BIGINT", " INTEGER"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A migration as PostgreSQL reads it, 13 or newer. What the triggers call is made before the
/// first of them; a migration that finds it there makes the same again.
pub fn for_postgres(sql: &str) -> String {
    let mut function = Some(guards::postgres_function());
    let lines = sql.lines().flat_map(|line| match append_only(line) {
        Some((table, _)) => {
            let mut lines: Vec<String> = function.take().into_iter().collect();
            lines.extend(guards::postgres(table));
            lines.into_iter().map(|it| it + ";").collect()
        }
        None if line == "); -- by key" => vec![");".to_owned()],
        None => vec![bytewise(line)],
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Columns of text are compared by their bytes, whatever the database's language is. A cast has no
/// place for that.
fn bytewise(line: &str) -> String {
    let everywhere = line.replace(" TEXT", " TEXT COLLATE \"C\"");
    everywhere.replace(" AS TEXT COLLATE \"C\"", " AS TEXT")
}

/// The table that a line says is append-only, and the columns of its key.
pub fn append_only(line: &str) -> Option<(&str, &str)> {
    let (table, key) = line.strip_prefix("-- append-only: ")?.split_once(" (")?;
    Some((table, key.strip_suffix(')')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIGRATION: &str = "-- Things.

CREATE TABLE tasks_thing (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    memo TEXT
);
-- append-only: tasks_thing (id)

CREATE TABLE tasks_part (
    thing BIGINT NOT NULL,
    idx BIGINT NOT NULL,
    PRIMARY KEY (thing, idx)
); -- by key
-- append-only: tasks_part (thing, idx)
ALTER TABLE tasks_thing ADD COLUMN place TEXT;
INSERT INTO tasks_part (thing, idx) SELECT id, CAST(1 AS BIGINT) FROM tasks_thing;
UPDATE tasks_thing SET memo = CAST(id AS TEXT);";

    #[test]
    fn a_migration_for_sqlite() {
        insta::assert_snapshot!(for_sqlite(MIGRATION), @r#"
        -- Things.

        CREATE TABLE tasks_thing (
            id INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            memo TEXT
        ) STRICT;
        CREATE TRIGGER tasks_thing_no_update BEFORE UPDATE ON tasks_thing BEGIN SELECT RAISE(ABORT, 'tasks_thing is append-only'); END;
        CREATE TRIGGER tasks_thing_no_delete BEFORE DELETE ON tasks_thing BEGIN SELECT RAISE(ABORT, 'tasks_thing is append-only'); END;
        CREATE TRIGGER tasks_thing_no_replace BEFORE INSERT ON tasks_thing WHEN EXISTS (SELECT 1 FROM tasks_thing WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'tasks_thing is append-only'); END;

        CREATE TABLE tasks_part (
            thing INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (thing, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER tasks_part_no_update BEFORE UPDATE ON tasks_part BEGIN SELECT RAISE(ABORT, 'tasks_part is append-only'); END;
        CREATE TRIGGER tasks_part_no_delete BEFORE DELETE ON tasks_part BEGIN SELECT RAISE(ABORT, 'tasks_part is append-only'); END;
        CREATE TRIGGER tasks_part_no_replace BEFORE INSERT ON tasks_part WHEN EXISTS (SELECT 1 FROM tasks_part WHERE thing = NEW.thing AND idx = NEW.idx) BEGIN SELECT RAISE(ABORT, 'tasks_part is append-only'); END;
        ALTER TABLE tasks_thing ADD COLUMN place TEXT;
        INSERT INTO tasks_part (thing, idx) SELECT id, CAST(1 AS INTEGER) FROM tasks_thing;
        UPDATE tasks_thing SET memo = CAST(id AS TEXT);
        "#);
    }

    #[test]
    fn a_migration_for_postgres() {
        insta::assert_snapshot!(for_postgres(MIGRATION), @r#"
        -- Things.

        CREATE TABLE tasks_thing (
            id BIGINT NOT NULL PRIMARY KEY,
            name TEXT COLLATE "C" NOT NULL,
            memo TEXT COLLATE "C"
        );
        CREATE OR REPLACE FUNCTION log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
        CREATE TRIGGER tasks_thing_no_change BEFORE UPDATE OR DELETE ON tasks_thing FOR EACH ROW EXECUTE FUNCTION log_append_only();
        CREATE TRIGGER tasks_thing_no_truncate BEFORE TRUNCATE ON tasks_thing FOR EACH STATEMENT EXECUTE FUNCTION log_append_only();
        ALTER TABLE tasks_thing ENABLE ALWAYS TRIGGER tasks_thing_no_change;
        ALTER TABLE tasks_thing ENABLE ALWAYS TRIGGER tasks_thing_no_truncate;

        CREATE TABLE tasks_part (
            thing BIGINT NOT NULL,
            idx BIGINT NOT NULL,
            PRIMARY KEY (thing, idx)
        );
        CREATE TRIGGER tasks_part_no_change BEFORE UPDATE OR DELETE ON tasks_part FOR EACH ROW EXECUTE FUNCTION log_append_only();
        CREATE TRIGGER tasks_part_no_truncate BEFORE TRUNCATE ON tasks_part FOR EACH STATEMENT EXECUTE FUNCTION log_append_only();
        ALTER TABLE tasks_part ENABLE ALWAYS TRIGGER tasks_part_no_change;
        ALTER TABLE tasks_part ENABLE ALWAYS TRIGGER tasks_part_no_truncate;
        ALTER TABLE tasks_thing ADD COLUMN place TEXT COLLATE "C";
        INSERT INTO tasks_part (thing, idx) SELECT id, CAST(1 AS BIGINT) FROM tasks_thing;
        UPDATE tasks_thing SET memo = CAST(id AS TEXT);
        "#);
    }
}
