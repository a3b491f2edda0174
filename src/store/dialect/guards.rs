//! The triggers that keep what is append-only as it is, and how to see that they are there.

/// The triggers of a table on SQLite, word for word as it keeps them.
///
/// `INSERT OR REPLACE` slips past a trigger on DELETE where recursive triggers are off, as they
/// are in other programs; so an INSERT over a key that is there is refused as well.
pub fn sqlite(table: &str, key: &str) -> [String; 3] {
    let same = key
        .split(", ")
        .map(|column| format!("{column} = NEW.{column}"));
    let same = same.collect::<Vec<_>>().join(" AND ");
    let refuse = format!("SELECT RAISE(ABORT, '{table} is append-only');");
    [
        format!("CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse} END"),
        format!("CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse} END"),
        format!(
            "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} \
             WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN {refuse} END"
        ),
    ]
}

/// What the triggers on PostgreSQL call. It does nothing but refuse.
pub const POSTGRES_BODY: &str = " BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END ";

/// The function around it.
pub fn postgres_function() -> String {
    format!(
        "CREATE OR REPLACE FUNCTION log_append_only() RETURNS trigger LANGUAGE plpgsql \
         AS $${POSTGRES_BODY}$$"
    )
}

/// The triggers of a table on PostgreSQL. `INSERT … ON CONFLICT DO UPDATE` fires the one on UPDATE,
/// TRUNCATE has no rows. They fire always, also in a session that takes the part of a replica and
/// so skips others; only whoever owns the table can disable them, and then `POSTGRES_GUARDS` tells.
pub fn postgres(table: &str) -> [String; 4] {
    let call = "EXECUTE FUNCTION log_append_only()";
    [
        format!(
            "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} \
             FOR EACH ROW {call}"
        ),
        format!(
            "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT {call}"
        ),
        format!("ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_change"),
        format!("ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_truncate"),
    ]
}

/// Every trigger of the current schema that does what it should: enabled, without a condition, for
/// every column, calling a function of the body `?1`. A row is its table and when it fires, in
/// PostgreSQL's own bits.
pub const POSTGRES_GUARDS: &str = "
    SELECT CAST(class.relname AS TEXT), CAST(it.tgtype AS BIGINT)
    FROM pg_catalog.pg_trigger AS it
    JOIN pg_catalog.pg_class AS class ON class.oid = it.tgrelid
    JOIN pg_catalog.pg_namespace AS space ON space.oid = class.relnamespace
    JOIN pg_catalog.pg_proc AS called ON called.oid = it.tgfoid
    JOIN pg_catalog.pg_language AS language ON language.oid = called.prolang
    WHERE space.nspname = current_schema()
      AND it.tgenabled IN ('O', 'A') AND it.tgqual IS NULL AND CAST(it.tgattr AS TEXT) = ''
      AND language.lanname = 'plpgsql' AND called.prosrc = ?1 AND called.proconfig IS NULL";

/// When the triggers of `postgres` fire: before each row that is updated or deleted, and before a
/// TRUNCATE.
const POSTGRES_MOMENTS: [i64; 2] = [1 + 2 + 8 + 16, 2 + 32];

/// Whether a table has its triggers among those that `POSTGRES_GUARDS` found.
pub fn is_guarded_on_postgres(table: &str, found: &[(String, i64)]) -> bool {
    POSTGRES_MOMENTS
        .iter()
        .all(|moment| found.iter().any(|(of, at)| of == table && at == moment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_guarded_by_both_triggers_of_its_own() {
        let found = |all: &[(&str, i64)]| -> Vec<(String, i64)> {
            let owned = all.iter().map(|(table, at)| ((*table).to_owned(), *at));
            owned.collect()
        };
        let guarded = |all| is_guarded_on_postgres("events_log", &found(all));
        assert!(guarded(&[("events_log", 34), ("events_log", 27)]));
        assert!(!guarded(&[("events_log", 27)]));
        assert!(!guarded(&[("events_log", 27), ("tasks_draw", 34)]));
        assert!(!guarded(&[("events_log", 26), ("events_log", 34)]));
        assert!(!guarded(&[]));
    }
}
