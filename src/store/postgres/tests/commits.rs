//! A connection that is cut around a COMMIT: whether it happened is asked, and never guessed.

use std::time::{Duration, Instant};

use super::{Behind, NOW, PATIENCE, write};
use crate::kernel::ids::Seq;
use crate::store::StoreError;
use crate::store::cluster::Cut;
use crate::store::testing::{append, seqs, stamp};

/// What is in the message that ends with the COMMIT of a write.
const COMMIT: &str = "INSERT INTO log_write";

fn keys(behind: &Behind) -> usize {
    let keys = behind.scratch.raw().texts("SELECT key FROM log_write");
    assert!(keys.iter().all(|key| key.len() == 32), "{keys:?}");
    keys.len()
}

#[test]
fn a_commit_whose_answer_is_lost_is_found_by_its_key() {
    let Some(behind) = Behind::new() else { return };
    let store = behind.open(PATIENCE);
    write(&store).expect("a write");
    behind.proxy.cut(Cut::unheard(COMMIT));
    let mut tries = 0;
    let written = store.write(&stamp(NOW), |tx| {
        tries += 1;
        append(tx, "{}").map(|seq| (seq, tries))
    });
    assert_eq!(written.expect("a write"), (Seq::new(2), 1));
    assert_eq!((tries, behind.proxy.cuts()), (1, 1));
    assert_eq!(seqs(&behind.scratch.store), [1, 2]);
    assert_eq!(keys(&behind), 2);
    assert_eq!(write(&store).expect("a write"), Seq::new(3));
}

#[test]
fn a_commit_that_never_reached_the_server_is_done_again() {
    let Some(behind) = Behind::new() else { return };
    let store = behind.open(PATIENCE);
    write(&store).expect("a write");
    behind.proxy.cut(Cut::before(COMMIT));
    let mut tries = 0;
    let written = store.write(&stamp(NOW), |tx| {
        tries += 1;
        append(tx, "{}").map(|seq| (seq, tries))
    });
    assert_eq!(written.expect("a write"), (Seq::new(2), 2));
    assert_eq!((tries, behind.proxy.cuts()), (2, 1));
    assert_eq!(seqs(&behind.scratch.store), [1, 2]);
    assert_eq!(keys(&behind), 2);
}

/// Nobody is waited for; what has become of it is asked all the same.
#[test]
fn a_write_at_once_is_found_as_well() {
    let Some(behind) = Behind::new() else { return };
    let store = behind.open(PATIENCE);
    for (cut, expected) in [(Cut::unheard(COMMIT), 1), (Cut::before(COMMIT), 2)] {
        let before = seqs(&behind.scratch.store).len();
        behind.proxy.cut(cut);
        let mut tries = 0;
        let written = store.write_at_once(&stamp(NOW), |tx| {
            tries += 1;
            append(tx, "{}")
        });
        written.expect("a write");
        assert_eq!(tries, expected, "{cut:?}");
        assert_eq!(seqs(&behind.scratch.store).len(), before + 1);
    }
    assert_eq!(keys(&behind), 2);
}

/// Nothing in the log tells of it; its key does.
#[test]
fn a_write_without_an_event_is_found_as_well() {
    let Some(behind) = Behind::new() else { return };
    let store = behind.open(PATIENCE);
    for (cut, expected) in [(Cut::unheard(COMMIT), 1), (Cut::before(COMMIT), 2)] {
        behind.proxy.cut(cut);
        let mut tries = 0;
        let written = store.write(&stamp(NOW), |tx| {
            tries += 1;
            let sql = "INSERT INTO events_offset (consumer, seq) VALUES (?1, 0)
                       ON CONFLICT (consumer) DO UPDATE SET seq = events_offset.seq + 1";
            tx.execute(sql, &[&"a"])
        });
        assert_eq!((written.expect("a write"), tries), (1, expected));
    }
    let offset = "SELECT seq FROM events_offset";
    assert_eq!(behind.scratch.raw().texts(offset), ["1"]);
    assert_eq!(keys(&behind), 2);
}

/// The connection behind a lost answer is lost as well, and so is the next.
#[test]
fn whoever_asks_after_a_commit_may_be_cut_off_again() {
    let Some(behind) = Behind::new() else { return };
    let store = behind.open(PATIENCE);
    for cut in [
        Cut::before("SELECT 1 FROM log_write"),
        Cut::unheard("SELECT 1 FROM log_write"),
    ] {
        let proxy = &behind.proxy;
        let before = seqs(&behind.scratch.store).len();
        let mut tries = 0;
        std::thread::scope(|threads| {
            let cuts = proxy.cuts();
            proxy.cut(Cut::unheard(COMMIT));
            threads.spawn(move || {
                let since = Instant::now();
                while proxy.cuts() == cuts {
                    assert!(since.elapsed() < PATIENCE, "nothing is cut");
                }
                proxy.cut(cut);
            });
            let written = store.write(&stamp(NOW), |tx| {
                tries += 1;
                append(tx, "{}")
            });
            written.expect("a write");
        });
        assert_eq!(tries, 1, "{cut:?}");
        assert_eq!(seqs(&behind.scratch.store).len(), before + 1);
    }
}

#[test]
fn what_cannot_be_asked_is_told_to_be_unknown() {
    for (cut, kept) in [(Cut::unheard(COMMIT), 1), (Cut::before(COMMIT), 0)] {
        let Some(behind) = Behind::new() else { return };
        let wait = Duration::from_secs(1);
        let store = behind.open(wait);
        behind.proxy.cut(cut.for_good());
        let since = Instant::now();
        let unknown = write(&store).expect_err("nobody answers");
        assert!(matches!(unknown, StoreError::Unconfirmed), "{unknown}");
        assert!(since.elapsed() >= wait);
        assert_eq!(seqs(&behind.scratch.store).len(), kept);
    }
}

#[test]
fn what_is_rehearsed_is_kept_by_no_accident() {
    let Some(behind) = Behind::new() else { return };
    let store = behind.open(PATIENCE);
    for cut in [Cut::before("ROLLBACK"), Cut::unheard("ROLLBACK")] {
        behind.proxy.cut(cut);
        let rehearsed = store.rehearse(&stamp(NOW), |tx| append(tx, "{}"));
        assert_eq!(rehearsed.expect("a rehearsal"), Seq::new(1));
        assert!(seqs(&store).is_empty());
    }
    assert_eq!(behind.proxy.cuts(), 2);
    assert_eq!(keys(&behind), 0);
}
