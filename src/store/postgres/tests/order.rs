//! Why a log is numbered under the lock of its head: a sequence loses events.

use std::sync::mpsc;
use std::thread;

use super::{NOW, PATIENCE, scratch, until_one_waits, write};
use crate::kernel::ids::Seq;
use crate::store::testing::{append, seqs, stamp};
use crate::store::{Store, StoreError, columns};

/// What every consumer does: it hears what stands behind the last event that it has heard.
fn hear(store: &Store, heard: &mut Vec<i64>) {
    let last = heard.last().copied().unwrap_or_default();
    let sql = "SELECT seq FROM events_log WHERE seq > ?1 ORDER BY seq";
    let news = store.read(|read| read.all(sql, &[&last], columns));
    let news: Result<Vec<i64>, StoreError> = news;
    heard.extend(news.expect("news"));
}

/// Numbers of a sequence are given when a row is inserted, and rows are seen when they are
/// committed: between the two lies as much time as a transaction takes.
#[test]
fn numbers_of_a_sequence_are_passed_before_they_are_seen() {
    let Some(scratch) = scratch() else { return };
    let [slow, fast, consumer] = [scratch.raw(), scratch.raw(), scratch.raw()];
    consumer.batch("CREATE TABLE plain (n BIGINT GENERATED ALWAYS AS IDENTITY, who TEXT)");
    let news = |last: &str| consumer.texts(&format!("SELECT n FROM plain WHERE n > {last}"));
    slow.batch("BEGIN; INSERT INTO plain (who) VALUES ('slow')");
    fast.batch("BEGIN; INSERT INTO plain (who) VALUES ('fast'); COMMIT");
    assert_eq!(news("0"), ["2"]);
    slow.batch("COMMIT");
    assert_eq!(news("2"), [""; 0], "so that nobody ever hears of 1");
    assert_eq!(
        consumer.texts("SELECT who FROM plain ORDER BY n"),
        ["slow", "fast"]
    );
}

#[test]
fn events_are_seen_in_the_order_of_their_numbers_however_slow_their_writers() {
    let Some(scratch) = scratch() else { return };
    let raw = scratch.raw();
    let site = scratch.site();
    let (go_on, slow_goes_on) = mpsc::channel::<()>();
    let (numbered, is_numbered) = mpsc::channel();
    thread::scope(|threads| {
        let slow = threads.spawn(move || {
            site.open().write(&stamp(NOW), |tx| {
                let own = append(tx, "\"slow\"")?;
                numbered.send(own).expect("somebody waits for it");
                slow_goes_on.recv().expect("it goes on");
                Ok::<_, StoreError>(own)
            })
        });
        let number = is_numbered.recv_timeout(PATIENCE).expect("a number");
        let fast = threads.spawn(|| write(&site.open()));
        until_one_waits(&raw);
        let mut heard = Vec::new();
        hear(&scratch.store, &mut heard);
        assert_eq!(heard, [0; 0], "neither is committed");
        go_on.send(()).expect("it goes on");
        assert_eq!(slow.join().expect("ended").expect("a write"), number);
        hear(&scratch.store, &mut heard);
        assert_eq!(fast.join().expect("ended").expect("a write"), Seq::new(2));
        hear(&scratch.store, &mut heard);
        assert_eq!(heard, [1, 2]);
    });
    assert_eq!(seqs(&scratch.store), [1, 2]);
}
