//! What a write keeps and what it does not, and in which order many of them are kept.

use std::thread;

use super::NOW;
use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::store::testing::{Engine, Scratch, append, seqs, stamp};
use crate::store::{Stamp, Store, StoreError, columns};

on_both_engines! {
    a_write_that_fails_keeps_nothing,
    a_write_whose_statement_fails_keeps_nothing,
    a_rehearsal_sees_what_it_does_and_keeps_nothing,
    a_write_sees_what_it_changes_and_others_see_it_once_it_is_committed,
    what_breaks_a_rule_of_the_tables_is_told_from_other_failures,
    a_statement_says_how_many_rows_it_changed,
    many_at_once_write_without_an_error_and_nobody_sees_a_gap,
    moments_and_commits_are_in_the_order_of_the_log,
    a_store_that_was_copied_elsewhere_takes_nothing_in,
}

fn write(store: &Store) -> Result<Seq, StoreError> {
    store.write(&stamp(NOW), |tx| append(tx, "{}"))
}

fn a_write_that_fails_keeps_nothing(on: Engine) {
    let scratch = Scratch::on(on);
    let failed = scratch.store.write(&stamp(NOW), |tx| {
        append(tx, "{}")?;
        Err::<(), _>(StoreError::Full("disk".to_owned()))
    });
    assert!(matches!(failed, Err(StoreError::Full(_))));
    assert!(seqs(&scratch.store).is_empty());
    assert_eq!(scratch.store.head().expect("a head").seq, Seq::START);
    assert_eq!(write(&scratch.store).expect("a write"), Seq::new(1));
}

fn a_write_whose_statement_fails_keeps_nothing(on: Engine) {
    let scratch = Scratch::on(on);
    write(&scratch.store).expect("a write");
    let failed = scratch.store.write(&stamp(NOW), |tx| {
        append(tx, "{}")?;
        tx.execute("DELETE FROM events_log WHERE seq = 1", &[])
    });
    let failed = failed.expect_err("it is append-only");
    assert!(failed.is_of_the_rows(), "{failed}");
    assert_eq!(seqs(&scratch.store), [1]);
    assert_eq!(write(&scratch.store).expect("a write"), Seq::new(2));
}

fn a_rehearsal_sees_what_it_does_and_keeps_nothing(on: Engine) {
    let scratch = Scratch::on(on);
    let rehearsed = scratch.store.rehearse(&stamp(NOW), |tx| {
        append(tx, "{}")?;
        let sql = "SELECT COUNT(*) FROM events_log";
        tx.one(sql, &[], crate::store::columns::<i64>)
    });
    assert_eq!(rehearsed.expect("a rehearsal"), 1);
    assert!(seqs(&scratch.store).is_empty());
    assert_eq!(scratch.store.head().expect("a head").seq, Seq::START);
    let acknowledged = scratch.store.check_acknowledged();
    acknowledged.expect("nothing was lost");
}

fn a_write_sees_what_it_changes_and_others_see_it_once_it_is_committed(on: Engine) {
    let scratch = Scratch::on(on);
    let other = scratch.open();
    let sql = "SELECT COUNT(*) FROM events_log";
    let seen = scratch.store.write(&stamp(NOW), |tx| {
        append(tx, "{}")?;
        append(tx, "{}")?;
        assert_eq!(tx.head().seq, Seq::new(2));
        assert_eq!(seqs(&other), [0; 0]);
        assert_eq!(other.head()?.seq, Seq::START);
        tx.one(sql, &[], crate::store::columns::<i64>)
    });
    assert_eq!(seen.expect("a write"), 2);
    assert_eq!(seqs(&other), [1, 2]);
    let (ours, theirs) = (scratch.store.head(), other.head());
    assert_eq!(ours.expect("a head"), theirs.expect("a head"));
}

fn what_breaks_a_rule_of_the_tables_is_told_from_other_failures(on: Engine) {
    let scratch = Scratch::on(on);
    write(&scratch.store).expect("a write");
    for (sql, of_the_rows) in [
        (
            "INSERT INTO events_offset (consumer, seq) VALUES ('a', -1)",
            true,
        ),
        (
            "INSERT INTO events_offset (consumer, seq) VALUES ('a', 'x')",
            true,
        ),
        (
            "INSERT INTO events_offset (consumer, seq) VALUES (NULL, 1)",
            true,
        ),
        (
            "INSERT INTO events_offset (consumer, seq) VALUES ('a', 1), ('a', 2)",
            true,
        ),
        ("UPDATE events_log SET actor = 'b'", true),
        ("DELETE FROM nothing", false),
    ] {
        let refused = scratch.store.write(&stamp(NOW), |tx| tx.execute(sql, &[]));
        let refused = refused.expect_err(sql);
        assert_eq!(refused.is_of_the_rows(), of_the_rows, "{refused}");
        assert!(!refused.is_passing(), "{refused}");
    }
}

fn a_statement_says_how_many_rows_it_changed(on: Engine) {
    let scratch = Scratch::on(on);
    let changed = scratch.store.write(&stamp(NOW), |tx| {
        let insert = "INSERT INTO events_offset (consumer, seq) VALUES (?1, 1), (?2, 2)
                      ON CONFLICT (consumer) DO NOTHING";
        let update = "UPDATE events_offset SET seq = seq + ?1 WHERE seq >= ?2";
        let delete = "DELETE FROM events_offset WHERE consumer = ?1";
        Ok::<_, StoreError>([
            tx.execute(insert, &[&"a", &"b"])?,
            tx.execute(insert, &[&"b", &"c"])?,
            tx.execute(update, &[&1, &1])?,
            tx.execute(update, &[&1, &9])?,
            tx.execute(delete, &[&"c"])?,
            tx.execute(delete, &[&"c"])?,
        ])
    });
    assert_eq!(changed.expect("changed"), [2, 1, 3, 0, 1, 0]);
}

fn many_at_once_write_without_an_error_and_nobody_sees_a_gap(on: Engine) {
    let scratch = Scratch::on(on);
    let site = scratch.site();
    thread::scope(|threads| {
        let write_some = || {
            let store = site.open();
            (0..20).for_each(|_| {
                write(&store).expect("a write");
            });
        };
        let writers: Vec<_> = (0..16).map(|_| threads.spawn(write_some)).collect();
        let mut known = 0;
        while !writers.iter().all(|writer| writer.is_finished()) {
            let seen = seqs(&scratch.store);
            assert!((1..).zip(&seen).all(|(n, seq)| n == *seq), "{seen:?}");
            assert!(seen.len() >= known, "{known} were there, and now {seen:?}");
            known = seen.len();
        }
    });
    assert_eq!(seqs(&scratch.store), (1..=320).collect::<Vec<_>>());
    let acknowledged = scratch.store.check_acknowledged();
    acknowledged.expect("nothing was lost");
    assert!(scratch.store.integrity().expect("checked").is_empty());
}

fn moments_and_commits_are_in_the_order_of_the_log(on: Engine) {
    let scratch = Scratch::on(on);
    let stamp = Stamp {
        clock: Clock::System,
        dice: Dice::Seeded(1),
        actor: Actor::System,
    };
    let site = scratch.site();
    thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| {
                let store = site.open();
                let mut last = Seq::START;
                for _ in 0..10 {
                    let own = store.write(&stamp, |tx| append(tx, "{}"));
                    let own = own.expect("a write");
                    assert!(own > last, "{own} behind {last}");
                    last = own;
                }
            });
        }
    });
    let sql = "SELECT occurred_at FROM events_log ORDER BY seq";
    let read = scratch.store.read(|read| read.all(sql, &[], columns));
    let moments: Result<Vec<i64>, StoreError> = read;
    let moments = moments.expect("reads");
    assert_eq!(moments.len(), 80);
    assert!(moments.is_sorted(), "{moments:?}");
}

fn a_store_that_was_copied_elsewhere_takes_nothing_in(on: Engine) {
    let scratch = Scratch::on(on);
    write(&scratch.store).expect("a write");
    let raw = scratch.raw();
    raw.batch("UPDATE log_head SET moved_to = 'the attic'");
    let refused = write(&scratch.store).expect_err("moved");
    assert!(
        matches!(&refused, StoreError::Moved(to) if to == "the attic"),
        "{refused}"
    );
    assert_eq!(seqs(&scratch.store), [1]);
    raw.batch("UPDATE log_head SET moved_to = NULL");
    assert_eq!(write(&scratch.store).expect("a write"), Seq::new(2));
}
