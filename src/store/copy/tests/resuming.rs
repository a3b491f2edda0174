//! Moves that were cut short.

use super::{Places, change, holds, moved, open, postgres_client, raw, ways, write};
use crate::store::copy::Carried;
use crate::store::{Place, Store, StoreError};

/// The state that a crash leaves between the two commits.
fn forget(store: &Store) {
    match store.place() {
        Place::File(_) => {
            let sql = "UPDATE log_head SET moved_to = NULL";
            raw(store).execute_batch(sql).expect("forgotten");
        }
        Place::Postgres(_) => {
            let address = store.place().to_string();
            let mut client = postgres_client(&address);
            let sql = "UPDATE log_head SET moved_to = NULL";
            client.batch_execute(sql).expect("forgotten");
        }
    }
}

#[test]
fn a_move_that_was_cut_short_is_ended_by_the_next_one() {
    for (from, there) in ways() {
        let mut places = Places::new();
        let store = places.store(from);
        let place = places.free(there, "to.db");
        let first = moved(&store, &place).expect("moved");
        forget(&store);
        let again = moved(&store, &place).expect("moved");
        let resumed = true;
        assert_eq!(again, Carried { resumed, ..first });
        let refused = moved(&store, &place).expect_err("it has moved");
        assert!(matches!(refused, StoreError::Moved(_)), "{refused}");
    }
}

/// Whatever was written since, be it in the log or not, would be lost.
#[test]
fn a_copy_that_has_gone_its_own_way_is_left_alone() {
    for (from, there) in ways() {
        for (here, wrote, differs) in [
            (true, "", "events_log"),
            (false, "", "events_log"),
            (true, "DELETE FROM auth_user", "auth_user"),
            (
                false,
                "UPDATE auth_user SET email = 'k@popug.example'",
                "auth_user",
            ),
        ] {
            let mut places = Places::new();
            let store = places.store(from);
            let place = places.free(there, "to.db");
            moved(&store, &place).expect("moved");
            forget(&store);
            let copy = open(&place);
            let writer = if here { &store } else { &copy };
            match wrote {
                "" => write(writer, "{}"),
                sql => change(writer, sql),
            }
            let (before, beside) = (holds(&store), holds(&copy));
            let refused = moved(&store, &place).expect_err("they differ");
            assert!(
                matches!(&refused, StoreError::Diverged { table, .. } if table == differs),
                "{refused}"
            );
            assert_eq!((holds(&store), holds(&copy)), (before, beside));
            write(&store, "{}");
        }
    }
}
