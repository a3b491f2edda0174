//! What becomes of a COMMIT without an answer.

use std::io::{Read as _, Write as _};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use tempfile::TempDir;

use super::*;
use crate::store::cluster::{Schema, Server, cluster};
use crate::store::testing::{append, moment, stamp};
use crate::store::{Identity, Place, Store};

const NOW: &str = "2026-11-23T18:30:00Z";

/// What is done between a COMMIT and the moment at which its answer is lost.
type Meanwhile = Box<dyn FnOnce() + Send>;

/// A way to the server on which the answer to a COMMIT is lost when it is told to.
struct Way {
    directory: TempDir,
    lose: Arc<Mutex<Option<Meanwhile>>>,
}

impl Way {
    fn to(server: &Server) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let socket = format!(".s.PGSQL.{}", server.port());
        let listener = UnixListener::bind(directory.path().join(&socket)).expect("a socket");
        let there = server.host().join(&socket);
        let lose: Arc<Mutex<Option<Meanwhile>>> = Arc::default();
        let losing = Arc::clone(&lose);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                join(&client, &there, &losing);
            }
        });
        Self { directory, lose }
    }

    fn lose_the_next_commit(&self, meanwhile: Meanwhile) {
        *self.lose.lock().expect("it") = Some(meanwhile);
    }
}

fn join(client: &UnixStream, there: &Path, lose: &Arc<Mutex<Option<Meanwhile>>>) {
    let server = UnixStream::connect(there).expect("the server");
    let pair = || {
        let both = (client.try_clone(), server.try_clone());
        (both.0.expect("a copy"), both.1.expect("a copy"))
    };
    let lost: Arc<Mutex<Option<Meanwhile>>> = Arc::default();
    let (mut from, mut to) = pair();
    let (lose, losing) = (Arc::clone(lose), Arc::clone(&lost));
    thread::spawn(move || {
        pass(&mut from, &mut to, |sent| {
            if sent.windows(8).any(|it| it == b"; COMMIT") {
                *losing.lock().expect("it") = lose.lock().expect("it").take();
            }
            true
        });
    });
    let (mut to, mut from) = pair();
    thread::spawn(move || {
        pass(&mut from, &mut to, |_| {
            let meanwhile = lost.lock().expect("it").take();
            meanwhile.map(|meanwhile| meanwhile()).is_none()
        });
    });
}

/// Passes on what comes, as long as `goes_on` says so.
fn pass(from: &mut UnixStream, to: &mut UnixStream, mut goes_on: impl FnMut(&[u8]) -> bool) {
    let mut piece = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut piece) {
        if !goes_on(&piece[..length]) || to.write_all(&piece[..length]).is_err() {
            break;
        }
    }
    // The other side may be gone already.
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

#[test]
fn a_commit_whose_answer_was_lost_is_found_even_where_the_store_has_moved_since() {
    let Some(server) = cluster() else { return };
    let schema = Schema::new(server);
    let place: Place = schema.url().parse().expect("an address");
    let identity = Identity {
        store_id: "test".to_owned(),
        sandbox: true,
        created_at: moment(NOW),
    };
    Store::create(&place, &crate::files::Whose::MINE, &identity, |_| {
        Ok::<_, StoreError>(())
    })
    .expect("a store");
    let way = Way::to(server);
    let encoded = |path: &Path| path.display().to_string().replace('/', "%2F");
    let detour = encoded(way.directory.path());
    let detour = schema.url().replace(&encoded(server.host()), &detour);
    assert_ne!(detour, schema.url());
    let place: Place = detour.parse().expect("an address");
    let store = Store::open(&place, Duration::from_secs(60)).expect("opens");

    let mut direct = postgres::Client::connect(schema.url(), postgres::NoTls).expect("it");
    way.lose_the_next_commit(Box::new(move || {
        let sql = "UPDATE log_head SET moved_to = 'elsewhere'";
        direct.batch_execute(sql).expect("moved");
    }));
    let mut runs = 0;
    let written = store.write(&stamp(NOW), |tx| {
        runs += 1;
        append(tx, "{}")
    });
    assert_eq!((written.expect("it happened").get(), runs), (1, 1));
    assert_eq!(store.head().expect("a head").seq.get(), 1);
    let refused = store.write(&stamp(NOW), |tx| append(tx, "{}"));
    assert!(matches!(refused, Err(StoreError::Moved(to)) if to == "elsewhere"));
}
