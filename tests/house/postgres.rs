//! What PostgreSQL makes of the migrations and of every statement. Without PostgreSQL on the
//! machine nothing is tried.

use postgres::types::Type;
use postgres::{Client, NoTls};

use crate::cluster::{Schema, cluster};
use crate::dialect::{append_only, for_postgres, guards, placeholders};
use crate::source::{names, read};
use crate::sql::statements;

fn migrations() -> Vec<String> {
    let names = names("migrations").into_iter();
    names.map(|it| read(&format!("migrations/{it}"))).collect()
}

/// An empty store's tables, in a schema of their own.
fn laid() -> Option<Client> {
    let schema = Schema::new(cluster()?);
    let mut client = Client::connect(schema.url(), NoTls).expect("a connection");
    for sql in migrations() {
        let laid = client.batch_execute(&for_postgres(&sql));
        laid.unwrap_or_else(|error| panic!("{error:?}: {sql}"));
    }
    Some(client)
}

/// The server itself says of what type each parameter is where nobody tells: what is bound is
/// either of that type or null.
#[test]
fn every_statement_is_understood() {
    let Some(mut client) = laid() else { return };
    let mut wrong = Vec::new();
    let all = statements();
    assert!(all.len() > 200, "{} statements", all.len());
    for statement in all {
        let complain = |what: String| format!("src/{}: {what}: {}", statement.path, statement.text);
        let prepared = match client.prepare(&placeholders::for_postgres(&statement.text)) {
            Ok(prepared) => prepared,
            Err(error) => {
                wrong.push(complain(format!("{error:?}")));
                continue;
            }
        };
        let bound = [Type::INT8, Type::TEXT];
        let odd = prepared.params().iter().filter(|it| !bound.contains(it));
        wrong.extend(odd.map(|it| complain(format!("a parameter is {it}"))));
        let read = [Type::INT2, Type::INT4, Type::INT8, Type::BOOL, Type::TEXT];
        let columns = prepared.columns().iter();
        let odd = columns.filter(|it| !read.contains(it.type_()));
        wrong.extend(odd.map(|it| complain(format!("{} is {}", it.name(), it.type_()))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn texts(client: &mut Client, sql: &str) -> Vec<String> {
    let rows = client.query(sql, &[]).expect("rows");
    rows.iter().map(|row| row.get(0)).collect()
}

#[test]
fn columns_are_whole_numbers_or_text_that_is_compared_by_its_bytes() {
    let Some(mut client) = laid() else { return };
    let odd = "SELECT CAST(table_name || '.' || column_name || ' ' || data_type AS TEXT)
               FROM information_schema.columns
               WHERE table_schema = current_schema()
                 AND data_type <> 'bigint' AND (data_type <> 'text' OR collation_name <> 'C'
                                                OR collation_name IS NULL)";
    assert_eq!(texts(&mut client, odd), Vec::<String>::new());
    let all = "SELECT CAST(table_name AS TEXT) FROM information_schema.columns
               WHERE table_schema = current_schema() AND data_type = 'text'";
    assert!(texts(&mut client, all).len() > 50);
}

#[test]
fn nothing_is_needed_beside_the_server_and_its_own_language() {
    let Some(mut client) = laid() else { return };
    let extensions = "SELECT CAST(extname AS TEXT) FROM pg_extension";
    assert_eq!(texts(&mut client, extensions), ["plpgsql"]);
}

#[test]
fn what_is_append_only_can_be_neither_changed_nor_removed_nor_replaced() {
    let Some(mut client) = laid() else { return };
    let insert = "INSERT INTO tasks_pool_change (version, user_id, joins) VALUES (1, 1, 1)";
    client.batch_execute(insert).expect("a first row");
    for role in ["origin", "replica"] {
        let role = format!("SET session_replication_role = {role}");
        client.batch_execute(&role).expect("a role");
        for attempt in [
            "UPDATE tasks_pool_change SET joins = 0",
            "DELETE FROM tasks_pool_change",
            "TRUNCATE tasks_pool_change",
            &format!("{insert} ON CONFLICT (version) DO UPDATE SET joins = 0"),
        ] {
            let refused = client.batch_execute(attempt).expect_err(attempt);
            let refused = refused.as_db_error().expect("the server's").message();
            assert_eq!(refused, "tasks_pool_change is append-only", "{attempt}");
        }
    }
    let again = format!("{insert} ON CONFLICT (version) DO NOTHING");
    client.batch_execute(&again).expect("nothing");
}

/// Every table that is append-only.
fn append_only_tables() -> Vec<String> {
    let migrations = migrations();
    let lines = migrations.iter().flat_map(|sql| sql.lines());
    let tables = lines.filter_map(append_only);
    tables.map(|(table, _)| table.to_owned()).collect()
}

/// Those that have not their triggers.
fn unguarded(client: &mut Client) -> Vec<String> {
    let sql = placeholders::for_postgres(guards::POSTGRES_GUARDS);
    let rows = client.query(&sql, &[&guards::POSTGRES_BODY]);
    let rows = rows.expect("rows").into_iter();
    let found: Vec<(String, i64)> = rows.map(|row| (row.get(0), row.get(1))).collect();
    let mut tables = append_only_tables();
    tables.retain(|table| !guards::is_guarded_on_postgres(table, &found));
    tables
}

#[test]
fn a_guard_that_is_gone_or_does_less_is_missed() {
    let Some(mut client) = laid() else { return };
    let instead = "DROP TRIGGER tasks_draw_no_change ON tasks_draw;
                   CREATE TRIGGER tasks_draw_no_change BEFORE";
    let call = "EXECUTE FUNCTION log_append_only()";
    let nothing = "RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";
    let all = append_only_tables();
    for (harm, missed) in [
        (
            "DROP TRIGGER tasks_draw_no_truncate ON tasks_draw".to_owned(),
            1,
        ),
        ("ALTER TABLE tasks_draw DISABLE TRIGGER USER".to_owned(), 1),
        (
            "ALTER TABLE tasks_draw ENABLE REPLICA TRIGGER tasks_draw_no_change".to_owned(),
            1,
        ),
        ("ALTER TABLE tasks_draw ENABLE TRIGGER USER".to_owned(), 0),
        (
            format!("{instead} DELETE ON tasks_draw FOR EACH ROW {call}"),
            1,
        ),
        (
            format!("{instead} UPDATE OF tasks OR DELETE ON tasks_draw FOR EACH ROW {call}"),
            1,
        ),
        (
            format!(
                "{instead} UPDATE OR DELETE ON tasks_draw FOR EACH ROW WHEN (OLD.id < 0) {call}"
            ),
            1,
        ),
        (
            format!(
                "CREATE FUNCTION log_append() {nothing};
                 {instead} UPDATE OR DELETE ON tasks_draw
                 FOR EACH ROW EXECUTE FUNCTION log_append()"
            ),
            1,
        ),
        (
            format!("CREATE OR REPLACE FUNCTION log_append_only() {nothing}"),
            all.len(),
        ),
    ] {
        client.batch_execute("BEGIN").expect("begun");
        client.batch_execute(&harm).expect(&harm);
        let found = unguarded(&mut client);
        assert_eq!(found.len(), missed, "{harm}: {found:?}");
        assert!(missed != 1 || found == ["tasks_draw"], "{harm}: {found:?}");
        client.batch_execute("ROLLBACK").expect("as it was");
    }
    assert_eq!(unguarded(&mut client), Vec::<String>::new());
    assert!(all.len() > 5, "{all:?}");
}
