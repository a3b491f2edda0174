//! Stores that are carried from each kind of place to each.

#[cfg(test)]
mod resuming;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::sync::atomic::Ordering;

use tempfile::TempDir;

use super::*;
use crate::store::cluster::{Schema, cluster};
use crate::store::testing::{append, file, id, moment, stamp};
use crate::store::{columns, migrate};

const NOW: &str = "2026-11-23T18:30:00Z";

/// Places for stores, which are gone with it.
struct Places {
    directory: TempDir,
    schemas: Vec<Schema>,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    File,
    Schema,
}

/// Every way from one kind of place to another, as far as there is a server.
fn ways() -> Vec<(Kind, Kind)> {
    let kinds = match cluster() {
        Some(_) => vec![Kind::File, Kind::Schema],
        None => vec![Kind::File],
    };
    let ways = kinds
        .iter()
        .flat_map(|from| kinds.iter().map(|to| (*from, *to)));
    ways.collect()
}

impl Places {
    fn new() -> Self {
        Self {
            directory: tempfile::tempdir().expect("a directory"),
            schemas: Vec::new(),
        }
    }

    fn free(&mut self, kind: Kind, name: &str) -> Place {
        match kind {
            Kind::File => Place::file(self.directory.path().join(name)),
            Kind::Schema => {
                let schema = Schema::new(cluster().expect("a server"));
                let place = schema.url().parse().expect("an address");
                self.schemas.push(schema);
                place
            }
        }
    }

    /// A store with some events, a text of every sort, and a popug's session.
    fn store(&mut self, kind: Kind) -> Store {
        let place = self.free(kind, "from.db");
        let identity = Identity {
            store_id: id("test"),
            sandbox: true,
            created_at: moment("2026-11-02T08:00:00Z"),
        };
        Store::create(&place, &crate::files::Whose::MINE, &identity, |_| {
            Ok::<_, StoreError>(())
        })
        .expect("a store");
        let store = open(&place);
        write(&store, "{}");
        write(&store, "{\"a\": \"\\\\N\t,\r\nж👩‍🔬\\.\"}");
        for sql in [
            "INSERT INTO auth_user (id, name, role, email, full_name, active, created_at)
             VALUES (7, 'kesha', 'worker', 'kesha@popug.example', NULL, 1, 5)",
            "UPDATE accounting_account SET balance_cents = -700 WHERE id = 2",
            "UPDATE analytics_generation SET rebuilt_through = 2",
        ] {
            change(&store, sql);
        }
        store
    }
}

fn open(place: &Place) -> Store {
    Store::open(place, Duration::from_secs(30)).expect("opens")
}

fn write(store: &Store, data: &str) {
    let written = store.write(&stamp(NOW), |tx| append(tx, data));
    written.expect("a write");
}

fn change(store: &Store, sql: &'static str) {
    let changed = store.write(&stamp(NOW), |tx| tx.execute(sql, &[]));
    changed.expect(sql);
}

fn to<'a>(place: &'a Place, work: &'a Work) -> Destination<'a> {
    Destination {
        place,
        whose: crate::files::Whose::MINE,
        work,
    }
}

fn fine(_: &Store) -> Result<(), StoreError> {
    Ok(())
}

fn moved(store: &Store, place: &Place) -> Result<Carried, StoreError> {
    store.move_to(&stamp(NOW), to(place, &Work::default()), fine)
}

/// Everything that is carried.
fn holds(store: &Store) -> (Head, Vec<Fingerprint>) {
    let content = store.read(|read| content(read, &Table::all(read)?, &Work::default()));
    let Content { head, tables } = content.expect("its content");
    (head, tables)
}

fn names(places: &Places) -> Vec<String> {
    let entries = fs::read_dir(places.directory.path()).expect("a directory");
    let names = entries.map(|it| it.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[expect(clippy::disallowed_methods, reason = "past all of popug's care")]
fn raw(store: &Store) -> rusqlite::Connection {
    rusqlite::Connection::open(file(store.place()).path()).expect("opens")
}

fn postgres_client(address: &str) -> ::postgres::Client {
    ::postgres::Client::connect(address, ::postgres::NoTls).expect("a connection")
}

#[test]
fn every_table_is_known_and_those_come_first_that_others_refer_to() {
    let mut places = Places::new();
    let store = places.store(Kind::File);
    let texts = |sql| {
        let rows = store.read(|read| read.all(sql, &[], columns));
        let rows: Result<Vec<(String, String)>, StoreError> = rows;
        rows.expect("rows")
    };
    let known = migrate::tables();
    let there = texts("SELECT name, name FROM sqlite_schema WHERE type = 'table'");
    let there: BTreeSet<&str> = there.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(known.iter().copied().collect::<BTreeSet<_>>(), there);
    let at = |table: &str| known.iter().position(|it| *it == table);
    let refers = texts(
        "SELECT t.name, r.\"table\" FROM sqlite_schema AS t
         JOIN pragma_foreign_key_list(t.name) AS r WHERE t.type = 'table'",
    );
    assert!(refers.len() > 10);
    for (table, other) in refers {
        assert!(at(&other) <= at(&table), "{table} refers to {other}");
    }
}

#[test]
fn a_store_moves_with_all_that_it_holds_whatever_the_engines() {
    for (from, there) in ways() {
        let mut places = Places::new();
        let store = places.store(from);
        let place = places.free(there, "to.db");
        let before = holds(&store);
        let carried = moved(&store, &place).expect("moved");
        assert_eq!((carried.head, carried.resumed), (before.0, false));
        let rows: usize = before.1.iter().map(|it| it.rows).sum();
        assert_eq!((carried.rows, carried.tables), (rows, before.1.len()));
        let copy = open(&place);
        assert_eq!(holds(&copy), before, "{from:?} to {there:?}");
        assert_eq!(copy.identity().expect("it"), store.identity().expect("it"));
        assert_eq!(copy.moved_to().expect("asked"), None);
        assert_eq!(copy.loss().expect("asked"), None);
        let unguarded = copy.read(migrate::unguarded).expect("asked");
        assert_eq!(unguarded, [""; 0]);
        write(&copy, "{}");

        assert_eq!(holds(&store), before, "it can be read");
        let refused = store.write(&stamp(NOW), |tx| append(tx, "{}"));
        let refused = refused.expect_err("it has moved");
        assert!(
            matches!(&refused, StoreError::Moved(to) if *to == place.to_string()),
            "{refused}"
        );
        let again = moved(&store, &place).expect_err("it has moved");
        assert!(matches!(again, StoreError::Moved(_)), "{again}");
    }
}

#[test]
fn a_copied_file_is_its_owners_and_has_its_head_file() {
    let mut places = Places::new();
    let store = places.store(Kind::File);
    let place = places.free(Kind::File, "to.db");
    moved(&store, &place).expect("moved");
    let place = file(&place);
    for path in [place.path().to_owned(), place.beside("-head")] {
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
}

#[test]
fn a_trial_is_another_store_and_the_store_goes_on() {
    for (from, there) in ways() {
        let mut places = Places::new();
        let store = places.store(from);
        let place = places.free(there, "to.db");
        let before = holds(&store);
        let identity = Identity {
            store_id: id("trial"),
            ..store.identity().expect("it")
        };
        let work = Work::default();
        let copied = store.copy_to(&stamp(NOW), to(&place, &work), &identity, |copy| {
            // Nobody waits for it, where readers and writers are not in each other's way.
            write(&store_again(&store), "{}");
            change(copy, "UPDATE auth_user SET full_name = 'Kesha'");
            Ok::<_, StoreError>(())
        });
        assert_eq!(copied.expect("copied").head, before.0);
        let copy = open(&place);
        assert_eq!(copy.identity().expect("it"), identity);
        assert_eq!(holds(&copy).0, before.0);
        assert_ne!(holds(&copy).1, before.1, "what was put into it is there");
        write(&store, "{}");
        assert_eq!(store.moved_to().expect("asked"), None);
        let again = store.copy_to(&stamp(NOW), to(&place, &work), &identity, fine);
        assert!(matches!(again, Err(StoreError::Present(_))));
    }
}

fn store_again(store: &Store) -> Store {
    open(store.place())
}

#[test]
fn a_copy_that_does_not_hold_is_none_and_the_store_goes_on() {
    for (from, there) in ways() {
        let mut places = Places::new();
        let store = places.store(from);
        let place = places.free(there, "to.db");
        let wrong = || StoreError::Damaged("something".to_owned());
        let work = Work::default();
        let failed = store.move_to(&stamp(NOW), to(&place, &work), |_| Err(wrong()));
        assert!(matches!(failed, Err(StoreError::Damaged(_))));
        Store::check_absent(&place).expect("nothing is there");
        write(&store, "{}");
        let work = Work::default();
        work.stop().store(true, Ordering::Relaxed);
        let stopped = store.move_to(&stamp(NOW), to(&place, &work), fine);
        assert!(matches!(stopped, Err(StoreError::Stopped)));
        Store::check_absent(&place).expect("nothing is there");
        let left = names(&places).into_iter();
        assert_eq!(left.filter(|name| name.starts_with("to.db")).count(), 0);
        write(&store, "{}");
    }
}

#[test]
fn a_store_is_never_copied_over_another_nor_onto_itself() {
    for (from, there) in ways() {
        let mut places = Places::new();
        let store = places.store(from);
        let place = places.free(there, "other.db");
        let identity = Identity {
            store_id: id("other"),
            ..store.identity().expect("it")
        };
        let made = Store::create(&place, &crate::files::Whose::MINE, &identity, |_| {
            Ok::<_, StoreError>(())
        });
        made.expect("another");
        for place in [&place, store.place()] {
            let refused = moved(&store, place).expect_err("there is a store");
            assert!(
                matches!(&refused, StoreError::Present(there) if there == place),
                "{refused}"
            );
        }
        write(&store, "{}");
        assert_eq!(open(&place).head().expect("a head").seq.get(), 0);
    }
}

#[test]
fn a_file_is_itself_by_whatever_name() {
    let mut places = Places::new();
    let store = places.store(Kind::File);
    let path = file(store.place()).path();
    let link = path.with_file_name("link.db");
    symlink(path, &link).expect("a link");
    let linked = Place::file(&link);
    let refused = moved(&store, &linked).expect_err("it is the store itself");
    assert!(matches!(refused, StoreError::Present(_)), "{refused}");
    fs::write(path.with_file_name("text"), "no store").expect("a file");
    let text = Place::file(path.with_file_name("text"));
    let refused = moved(&store, &text).expect_err("there is something");
    assert!(matches!(refused, StoreError::Occupied(_)), "{refused}");
    write(&store, "{}");
}

/// Other tables may lie in the schema of a database.
#[test]
fn what_popug_has_not_made_stays_where_it_is() {
    let Some(server) = cluster() else { return };
    let schema = Schema::new(server);
    let mut client = postgres_client(schema.url());
    let other = "CREATE TABLE a_thing (id BIGINT); INSERT INTO a_thing VALUES (1)";
    client.batch_execute(other).expect("another's table");
    let mut places = Places::new();
    let store = places.store(Kind::File);
    let place: Place = schema.url().parse().expect("an address");
    moved(&store, &place).expect("moved");
    let back = places.free(Kind::File, "back.db");
    moved(&open(&place), &back).expect("moved back");
    assert_eq!(holds(&open(&back)), holds(&store));
    let strange = "UPDATE log_head SET moved_to = NULL; ALTER TABLE auth_user ADD COLUMN x BIGINT";
    client.batch_execute(strange).expect("another column");
    let again = places.free(Kind::File, "again.db");
    let refused = moved(&open(&place), &again).expect_err("it is not popug's");
    assert!(
        matches!(&refused, StoreError::Unlike(table) if table == "auth_user"),
        "{refused}"
    );
}

#[test]
fn a_server_waits_for_a_store_that_is_examined_elsewhere() {
    let Some(_) = cluster() else { return };
    let mut places = Places::new();
    let store = places.store(Kind::Schema);
    let sql = "SELECT current_setting('idle_in_transaction_session_timeout')";
    let setting = |tx: &mut Write<'_>| tx.one(sql, &[], crate::store::columns::<String>);
    let usual = store.write(&stamp(NOW), setting).expect("it");
    let long = store.write_with_pauses(&stamp(NOW), setting).expect("it");
    assert_eq!((usual.as_str(), long.as_str()), ("30s", "30min"));
    let place = places.free(Kind::Schema, "");
    let moved = store.move_to(&stamp(NOW), to(&place, &Work::default()), |copy| {
        let long = copy.read(|read| read.one(sql, &[], crate::store::columns::<String>))?;
        assert_eq!(long, "30min");
        Ok::<_, StoreError>(())
    });
    moved.expect("moved");
}
