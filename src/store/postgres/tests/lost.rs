//! Connections that are lost before a COMMIT: everything is done again, and once.

use std::time::{Duration, Instant};

use super::{Behind, NOW, PATIENCE, end, scratch, session, until, write};
use crate::kernel::ids::Seq;
use crate::store::cluster::Cut;
use crate::store::testing::{Engine, Site, Told, append, id, identity, seqs, stamp};
use crate::store::{Store, StoreError, columns};

#[test]
fn a_connection_that_is_lost_between_writes_is_made_again() {
    let Some(scratch) = scratch() else { return };
    let raw = scratch.raw();
    let lose = || {
        let session = scratch.store.read(session);
        end(&raw, session.expect("a session"));
    };
    lose();
    assert_eq!(write(&scratch.store).expect("a write"), Seq::new(1));
    lose();
    let rehearsed = scratch.store.rehearse(&stamp(NOW), |tx| append(tx, "{}"));
    assert_eq!(rehearsed.expect("a rehearsal"), Seq::new(2));
    lose();
    assert_eq!(seqs(&scratch.store), [1]);
    lose();
    assert_eq!(scratch.store.head().expect("a head").seq, Seq::new(1));
    lose();
    let at_once = scratch
        .store
        .write_at_once(&stamp(NOW), |tx| append(tx, "{}"));
    assert_eq!(at_once.expect("a write"), Seq::new(2));
    assert_eq!(seqs(&scratch.store), [1, 2]);
}

#[test]
fn what_is_lost_within_a_write_is_done_again() {
    for lost_behind in [0, 1, 2] {
        let Some(scratch) = scratch() else { return };
        let raw = scratch.raw();
        let mut tries = 0;
        let written = scratch.store.write(&stamp(NOW), |tx| {
            tries += 1;
            let mut last = tx.head().seq;
            for event in 0..2 {
                if tries == 1 && event == lost_behind {
                    end(&raw, session(tx)?);
                }
                last = append(tx, "{}")?;
            }
            // Behind the last statement; the COMMIT is the first that meets it.
            if tries == 1 && lost_behind == 2 {
                end(&raw, session(tx)?);
            }
            Ok::<_, StoreError>((last, tries))
        });
        assert_eq!(written.expect("a write"), (Seq::new(2), 2));
        assert_eq!(tries, 2, "lost behind {lost_behind}");
        assert_eq!(seqs(&scratch.store), [1, 2]);
        assert_eq!(raw.texts("SELECT key FROM log_write").len(), 1);
    }
}

/// A program that takes an error for an answer has no answer all the same.
#[test]
fn a_loss_that_is_overlooked_is_no_success() {
    let Some(scratch) = scratch() else { return };
    let raw = scratch.raw();
    let mut tries = 0;
    let written = scratch.store.write(&stamp(NOW), |tx| {
        tries += 1;
        append(tx, "{}")?;
        if tries == 1 {
            end(&raw, session(tx)?);
        }
        Ok::<_, StoreError>(append(tx, "{}").is_ok())
    });
    assert!(written.expect("a write"));
    assert_eq!((tries, seqs(&scratch.store)), (2, vec![1, 2]));
}

/// A machine that falls asleep in the middle of a write; the server waits for 30 seconds, here for
/// less.
#[test]
fn whoever_falls_asleep_with_the_head_in_hand_stops_nobody_and_goes_on_later() {
    let Some(scratch) = scratch() else { return };
    let raw = scratch.raw();
    let other = scratch.open();
    let mut tries = 0;
    let written = scratch.store.write(&stamp(NOW), |tx| {
        tries += 1;
        if tries == 1 {
            append(tx, "{}")?;
            let session = session(tx)?;
            tx.execute("SET idle_in_transaction_session_timeout = '50ms'", &[])?;
            let left = format!("SELECT pid FROM pg_stat_activity WHERE pid = {session}");
            until(&raw, |raw| raw.texts(&left).is_empty());
            assert_eq!(write(&other)?, Seq::new(1));
        }
        append(tx, "{}")
    });
    assert_eq!(written.expect("a write"), Seq::new(2));
    assert_eq!((tries, seqs(&other)), (2, vec![1, 2]));
}

#[test]
fn a_session_gives_up_what_the_server_may_keep_for_no_longer() {
    let Some(scratch) = scratch() else { return };
    let setting = |name: &'static str| -> String {
        let sql = "SELECT CAST(current_setting(?1) AS TEXT)";
        let read = scratch.store.read(|read| read.one(sql, &[&name], columns));
        let value: Result<_, StoreError> = read;
        value.expect(name)
    };
    for (name, value) in [
        ("lock_timeout", "2s"),
        ("idle_in_transaction_session_timeout", "30min"),
        ("statement_timeout", "0"),
        ("synchronous_commit", "on"),
    ] {
        assert_eq!(setting(name), value, "{name}");
    }
    let written = scratch.store.write(&stamp(NOW), |tx| {
        let sql = "SELECT CAST(current_setting('idle_in_transaction_session_timeout') AS TEXT)";
        tx.one(sql, &[], crate::store::columns::<String>)
    });
    assert_eq!(written.expect("a setting"), "30s");
}

/// A message that ends with it, and none that says READ COMMITTED.
const COMMIT: &str = "COMMIT\0";

#[test]
fn what_is_lost_while_a_store_is_made_leaves_nothing() {
    let Some(behind) = Behind::new() else { return };
    let site = Site::on(Engine::Postgres);
    let place = behind.proxy.through(site.url()).parse().expect("a place");
    let make = |id: &str| {
        Store::create(&place, &crate::files::Whose::MINE, &identity(id), |store| {
            write(store)?;
            write(store)
        })
    };
    behind.proxy.cut(Cut::before("SAVEPOINT").skipping(1));
    let lost = make("first").expect_err("lost");
    assert!(matches!(lost, StoreError::Lost(_)), "{lost}");
    behind.proxy.cut(Cut::before(COMMIT));
    let lost = make("second").expect_err("lost");
    assert!(matches!(lost, StoreError::Lost(_)), "{lost}");
    Store::check_absent(site.place()).expect("nothing is there");
    behind.proxy.cut(Cut::unheard(COMMIT));
    assert_eq!(make("third").expect("made"), Seq::new(2));
    assert_eq!(behind.proxy.cuts(), 3);
    let store = site.open();
    assert_eq!(store.identity().expect("an identity").store_id, id("third"));
    assert_eq!(seqs(&store), [1, 2]);
}

#[test]
fn an_upgrade_goes_on_where_it_was_cut() {
    let Some(behind) = Behind::new() else { return };
    for cut in [
        Cut::before("UPDATE log_head SET schema"),
        Cut::unheard("UPDATE log_head SET schema"),
        Cut::behind("UPDATE log_head SET schema"),
        Cut::before("UPDATE log_head SET seq = seq"),
    ] {
        let site = Site::on(Engine::Postgres);
        site.found_older(3);
        let place = behind.proxy.through(site.url()).parse().expect("a place");
        let store = Store::open_older(&place, PATIENCE).expect("opens");
        behind.proxy.cut(cut.skipping(2));
        assert_eq!(store.upgrade().expect("upgraded"), 3);
        assert_eq!(site.raw().shape(), behind.scratch.raw().shape(), "{cut:?}");
    }
    assert_eq!(behind.proxy.cuts(), 4);
}

/// A server that goes on after a while: whoever waits for so long is told why.
#[test]
fn a_server_that_is_gone_is_told_once_the_wait_is_over() {
    let Some(behind) = Behind::new() else { return };
    let store = behind.open(Duration::from_secs(3));
    let cut = Cut::before("INSERT INTO events_log");
    behind.proxy.cut(cut.for_good());
    let (told, lines) = Told::new();
    let since = Instant::now();
    let gone = told.by(|| write(&store)).expect_err("gone");
    assert!(since.elapsed() >= Duration::from_secs(3));
    assert!(matches!(gone, StoreError::Server(_)), "{gone}");
    assert!(gone.is_passing(), "{gone}");
    drop(told);
    let lines: Vec<String> = lines.iter().collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].ends_with("; trying again"), "{lines:?}");
    assert!(seqs(&behind.scratch.store).is_empty());
}
