//! What the server gives up for the sake of others, the keys that writes leave, and whose a store is.

use std::sync::mpsc;
use std::thread;

use super::{NOW, PATIENCE, scratch, until, write};
use crate::kernel::ids::Seq;
use crate::store::cluster::cluster;
use crate::store::testing::{append, seqs, stamp};
use crate::store::{SchemaError, Store, StoreError};

/// Another transaction holds what the write wants next, and wants the head.
#[test]
fn a_write_that_is_chosen_to_end_a_deadlock_is_done_again() {
    let Some(scratch) = scratch() else { return };
    let [other, watch] = [scratch.raw(), scratch.raw()];
    watch.batch("INSERT INTO events_offset (consumer, seq) VALUES ('a', 1)");
    // Whoever looks first is chosen: this one looks after ten minutes, the store after a second.
    other.batch(
        "SET deadlock_timeout = '10min'; SET application_name = 'other'; BEGIN;
         UPDATE events_offset SET seq = 2",
    );
    let (begin, begun) = mpsc::channel();
    let mut tries = 0;
    thread::scope(|threads| {
        threads.spawn(move || {
            begun.recv_timeout(PATIENCE).expect("it begins");
            other.batch("UPDATE log_head SET created_at = 1; COMMIT");
        });
        let written = scratch.store.write(&stamp(NOW), |tx| {
            tries += 1;
            append(tx, "{}")?;
            if tries == 1 {
                begin.send(()).expect("it begins");
                until(&watch, |watch| {
                    let waits = "SELECT 1 FROM pg_stat_activity
                                 WHERE application_name = 'other' AND wait_event_type = 'Lock'";
                    !watch.texts(waits).is_empty()
                });
            }
            tx.execute("UPDATE events_offset SET seq = seq + 1", &[])
        });
        assert_eq!(written.expect("a write"), 1);
    });
    assert_eq!((tries, seqs(&scratch.store)), (2, vec![1]));
    assert_eq!(watch.texts("SELECT seq FROM events_offset"), ["3"]);
}

/// Numbers of a sequence are not given back, so that the third attempt passes.
#[test]
fn whatever_the_server_cannot_serialise_is_done_again() {
    let Some(scratch) = scratch() else { return };
    scratch.raw().batch(
        "CREATE SEQUENCE tries;
         CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
             IF nextval('tries') < 3 THEN
                 RAISE EXCEPTION 'not now' USING ERRCODE = 'serialization_failure';
             END IF;
             RETURN NEW;
         END $$;
         CREATE TRIGGER refuse BEFORE INSERT ON events_log
         FOR EACH ROW EXECUTE FUNCTION refuse()",
    );
    let mut tries = 0;
    let written = scratch.store.write(&stamp(NOW), |tx| {
        tries += 1;
        append(tx, "{}")
    });
    assert_eq!((written.expect("a write"), tries), (Seq::new(1), 3));
    assert_eq!(seqs(&scratch.store), [1]);
}

#[test]
fn an_attempt_has_no_time_once_the_wait_is_over() {
    let Some(scratch) = scratch() else { return };
    scratch.raw().batch(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
             RAISE EXCEPTION 'not now' USING ERRCODE = 'deadlock_detected';
         END $$;
         CREATE TRIGGER refuse BEFORE INSERT ON events_log
         FOR EACH ROW EXECUTE FUNCTION refuse()",
    );
    let wait = std::time::Duration::from_secs(1);
    let store = Store::open(scratch.store.place(), wait).expect("opens");
    let refused = write(&store).expect_err("never");
    assert!(
        matches!(&refused, StoreError::GaveWay(why) if why == "not now"),
        "{refused}"
    );
    assert!(refused.is_passing());
}

#[test]
fn a_key_is_kept_for_a_week_and_no_longer() {
    let Some(scratch) = scratch() else { return };
    let raw = scratch.raw();
    let leave = |key: &str, ago: &str| {
        raw.batch(&format!(
            "INSERT INTO log_write (key, at) VALUES (repeat('{key}', 32),
             CAST(extract(epoch FROM clock_timestamp() - interval '{ago}') * 1000000 AS BIGINT))"
        ));
    };
    leave("a", "6 days 23 hours");
    leave("b", "7 days 1 hour");
    leave("c", "400 days");
    write(&scratch.store).expect("a write");
    write(&scratch.store).expect("a write");
    let kept = raw.texts("SELECT key FROM log_write ORDER BY at");
    assert_eq!(kept.len(), 3, "{kept:?}");
    assert_eq!(kept[0], "a".repeat(32));
    assert_ne!(kept[1], kept[2]);
    let failed = scratch.store.write(&stamp(NOW), |tx| {
        append(tx, "{}")?;
        Err::<(), _>(StoreError::Stopped)
    });
    failed.expect_err("it failed");
    assert_eq!(raw.texts("SELECT key FROM log_write").len(), 3);
}

#[test]
fn a_store_is_its_owners() {
    let Some(scratch) = scratch() else { return };
    let server = cluster().expect("a server");
    scratch.store.check_owner().expect("popug made it");
    let raw = scratch.raw();
    let schema = raw.texts("SELECT current_schema()").concat();
    raw.batch(&format!(
        "CREATE ROLE {schema}_clerk LOGIN; GRANT USAGE ON SCHEMA {schema} TO {schema}_clerk;
         GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {schema}_clerk"
    ));
    let url = scratch.site().url();
    let clerks = url.replace("//popug@", &format!("//{schema}_clerk@"));
    assert_ne!(clerks, url, "{}", server.url("postgres"));
    let place = clerks.parse().expect("a place");
    let clerk = Store::open(&place, PATIENCE).expect("it may look");
    assert!(seqs(&clerk).is_empty());
    let refused = clerk.check_owner().expect_err("it is not the owner");
    assert!(
        matches!(refused, StoreError::Schema(SchemaError::NotOwner { .. })),
        "{refused}"
    );
    let refused = write(&clerk).expect_err("it may not write");
    assert!(!refused.is_passing(), "{refused}");
}
