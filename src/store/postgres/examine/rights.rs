//! What this role may do with the tables of a store, and with what is append-only most of all.

use crate::kernel::finding::Finding;
use crate::store::migrate::append_only_tables;
use crate::store::{Read, StoreError, columns, fields};

/// Where a role gets what it needs and no more.
const ROLES: &str =
    "let popug work as a role with rights of its own: examples/postgresql-roles.sql";

/// What a role may do.
struct Rights {
    role: String,
    /// It is a superuser, or may become one.
    is_superuser: bool,
    /// It has the rights of whoever owns tables or schema, or may take them.
    is_owner: bool,
    /// A table that it may change though it is append-only.
    changeable: Option<String>,
    /// A right that it needs and has not.
    lacking: Option<String>,
}

/// Examines the rights of whoever is connected.
pub(super) fn of(read: &Read<'_>) -> Result<Finding, StoreError> {
    let rights = ask(read)?;
    let role = &rights.role;
    let warning = |detail| Finding::warning("rights", detail, ROLES);
    if rights.is_superuser {
        let detail = format!("{role} is a superuser, and may change what is append-only");
        return Ok(warning(detail));
    }
    if rights.is_owner {
        let detail = format!("{role} owns the tables, and may change what is append-only");
        return Ok(warning(detail));
    }
    if let Some(table) = &rights.changeable {
        let detail = format!("{role} may change {table}, which is append-only");
        return Ok(warning(detail));
    }
    if let Some(right) = &rights.lacking {
        return Ok(warning(format!(
            "{role} may not work here: it lacks {right}"
        )));
    }
    let detail = format!("{role} may append to what is append-only, and not change it");
    Ok(Finding::fine("rights", detail))
}

fields!(Rights: role, is_superuser, is_owner, changeable, lacking);

/// A role has the rights of every role that it is a member of, or can take them by `SET ROLE`.
fn ask(read: &Read<'_>) -> Result<Rights, StoreError> {
    let sql = "
        WITH mine AS (
            SELECT oid, rolsuper FROM pg_catalog.pg_roles
            WHERE pg_has_role(session_user, oid, 'MEMBER')
        ), kept AS (
            SELECT class.oid, CAST(class.relname AS TEXT) AS name, class.relowner, space.nspowner,
                   class.relname = ANY (string_to_array(?1, ' ')) AS append_only
            FROM pg_catalog.pg_class AS class
            JOIN pg_catalog.pg_namespace AS space ON space.oid = class.relnamespace
            WHERE space.nspname = current_schema() AND class.relkind = 'r'
              AND class.relname ~ '^(log|events|app|auth|tasks|accounting|analytics|delivery)_'
        ), needed AS (
            SELECT oid, name, needed.privilege
            FROM kept CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE'))
                 AS needed (privilege)
            WHERE needed.privilege = 'SELECT'
               OR (needed.privilege = 'INSERT' AND name <> 'log_head')
               OR (needed.privilege = 'UPDATE' AND NOT append_only)
               OR (needed.privilege = 'DELETE' AND NOT append_only AND name <> 'log_head')
        )
        SELECT CAST(session_user AS TEXT),
               EXISTS (SELECT 1 FROM mine WHERE rolsuper),
               EXISTS (SELECT 1 FROM kept JOIN mine ON mine.oid IN (relowner, nspowner)),
               (SELECT min(name) FROM kept CROSS JOIN mine
                WHERE append_only
                  AND (has_table_privilege(mine.oid, kept.oid, 'UPDATE, DELETE, TRUNCATE')
                       OR has_any_column_privilege(mine.oid, kept.oid, 'UPDATE'))),
               (SELECT min(privilege || ' on ' || name) FROM needed
                WHERE NOT has_table_privilege(needed.oid, privilege))";
    let append_only = append_only_tables().collect::<Vec<_>>().join(" ");
    read.one(sql, &[&append_only], columns)
}
