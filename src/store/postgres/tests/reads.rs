//! Connections that are lost within a read.

use super::{Behind, PATIENCE, end, scratch, session, write};
use crate::store::cluster::Cut;
use crate::store::testing::{append, stamp};
use crate::store::{Read, StoreError, columns};

use super::NOW;

/// Two pages of a list, and a third.
const EVENTS: i64 = 2_500;

fn long_log() -> Option<Behind> {
    let behind = Behind::new()?;
    let filled = behind.scratch.store.write(&stamp(NOW), |tx| {
        (0..EVENTS).try_for_each(|_| append(tx, "{}").map(|_| ()))
    });
    let filled: Result<(), StoreError> = filled;
    filled.expect("filled");
    Some(behind)
}

fn seqs(read: &Read<'_>) -> Result<Vec<i64>, StoreError> {
    let mut seqs = Vec::new();
    read.each("SELECT seq FROM events_log ORDER BY seq", &[], |row| {
        seqs.push(columns(row)?);
        Ok::<_, StoreError>(())
    })?;
    Ok(seqs)
}

#[test]
fn a_read_that_is_lost_is_asked_again_from_its_beginning() {
    let Some(scratch) = scratch() else { return };
    let raw = scratch.raw();
    let other = scratch.open();
    write(&other).expect("a write");
    let mut tries = 0;
    let read = scratch.store.read(|read| {
        tries += 1;
        let before = seqs(read)?;
        if tries == 1 {
            write(&other)?;
            end(&raw, session(read)?);
        }
        Ok::<_, StoreError>((before, seqs(read)?))
    });
    assert_eq!(read.expect("a read"), (vec![1, 2], vec![1, 2]));
    assert_eq!(tries, 2);
}

/// What whoever looks does with rows that it has seen is its own affair; it sees all of them again.
#[test]
fn a_long_list_that_is_cut_behind_its_first_page_begins_again() {
    let Some(behind) = long_log() else { return };
    let store = behind.open(PATIENCE);
    for cut in [
        Cut::behind("FETCH FORWARD"),
        Cut::before("FETCH FORWARD").skipping(1),
        Cut::unheard("FETCH FORWARD").skipping(1),
        Cut::unheard("FETCH FORWARD").skipping(2),
        Cut::before("DECLARE"),
    ] {
        behind.proxy.cut(cut);
        let mut tries = 0;
        let read = store.read(|read| {
            tries += 1;
            seqs(read)
        });
        assert_eq!(read.expect("a read"), (1..=EVENTS).collect::<Vec<_>>());
        assert_eq!(tries, 2, "{cut:?}");
    }
    // The answer is there by then, and the next read connects anew.
    for cut in [Cut::before("COMMIT"), Cut::unheard("COMMIT")] {
        behind.proxy.cut(cut);
        let mut tries = 0;
        let read = store.read(|read| {
            tries += 1;
            seqs(read)
        });
        assert_eq!(read.expect("a read").len(), 2_500);
        assert_eq!(tries, 1, "{cut:?}");
    }
    assert_eq!(behind.proxy.cuts(), 7);
}

#[test]
fn a_visitor_that_will_not_see_anything_twice_says_so() {
    let Some(behind) = long_log() else { return };
    let store = behind.open(PATIENCE);
    behind.proxy.cut(Cut::before("FETCH FORWARD").skipping(1));
    let mut shown = 0;
    let read = store.read(|read| {
        if shown > 0 {
            return Err(StoreError::Stopped);
        }
        read.each("SELECT seq FROM events_log ORDER BY seq", &[], |_| {
            shown += 1;
            Ok::<_, StoreError>(())
        })
    });
    assert!(matches!(read, Err(StoreError::Stopped)), "{read:?}");
    assert_eq!(shown, 1_000);
}

#[test]
fn a_read_of_a_server_that_is_gone_ends_with_the_wait() {
    let Some(behind) = long_log() else { return };
    let wait = std::time::Duration::from_secs(1);
    let store = behind.open(wait);
    behind
        .proxy
        .cut(Cut::before("FETCH FORWARD").skipping(1).for_good());
    let since = std::time::Instant::now();
    let gone = store.read(seqs).expect_err("gone");
    assert!(matches!(gone, StoreError::Server(_)), "{gone}");
    assert!(since.elapsed() >= wait);
}
