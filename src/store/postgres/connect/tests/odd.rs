//! Servers that answer oddly, late, or not at all: none of them is a PostgreSQL.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::net::UnixListener;

use tempfile::TempDir;

use std::thread;
use std::time::{Duration, Instant};

use super::super::{ServerError, StoreError, connect, share};
use super::{address, refusal};

/// A socket where somebody answers once as `answer` does.
fn answering(answer: impl FnOnce(&mut dyn ReadWrite) + Send + 'static) -> (TempDir, String) {
    let directory = tempfile::tempdir().expect("a directory");
    let listener = UnixListener::bind(directory.path().join(".s.PGSQL.5432")).expect("a socket");
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        answer(&mut stream);
    });
    let url = format!(
        "postgres://kesha@/popug?host={}",
        directory.path().display()
    );
    (directory, url)
}

trait ReadWrite: Read + Write {}
impl<T: Read + Write> ReadWrite for T {}

/// PostgreSQL's manual, "Message Formats": an `ErrorResponse`.
fn error_response(code: &str, message: &str) -> Vec<u8> {
    let fields = format!("SFATAL\0VFATAL\0C{code}\0M{message}\0\0");
    let length = u32::try_from(fields.len() + 4).expect("short");
    let mut response = vec![b'E'];
    response.extend(length.to_be_bytes());
    response.extend(fields.as_bytes());
    response
}

#[test]
fn a_server_that_is_starting_is_worth_waiting_for() {
    let (_directory, url) = answering(|stream| {
        let mut startup = [0; 512];
        assert!(stream.read(&mut startup).expect("a startup message") > 0);
        let starting = error_response("57P03", "the database system is starting up");
        stream.write_all(&starting).expect("answered");
    });
    let refused = refusal(&url);
    assert!(
        refused
            .to_string()
            .ends_with("is not ready: the database system is starting up")
    );
    assert!(refused.is_passing() && refused.is_worth_waiting());
}

#[test]
fn a_server_that_hangs_up_is_waited_for_and_one_that_is_not_there_is_not() {
    let (directory, url) = answering(|_| {});
    let hung_up = refusal(&url);
    assert!(matches!(hung_up, ServerError::NotReady { .. }), "{hung_up}");
    assert!(hung_up.is_worth_waiting());
    let refused = refusal(&url);
    assert!(
        matches!(refused, ServerError::Unreachable { .. }),
        "{refused}"
    );
    assert!(refused.is_passing() && !refused.is_worth_waiting());
    drop(directory);
    assert!(refusal(&url).to_string().contains("No such file"));
    let nowhere = refusal("postgres://kesha@no-such-host.invalid/popug");
    assert!(matches!(nowhere, ServerError::Unknown { .. }), "{nowhere}");
    assert!(!nowhere.is_passing());
}

#[test]
fn a_server_that_says_nothing_costs_no_more_than_its_time() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let silent =
        |query: &str| format!("postgres://kesha@127.0.0.1:{port},127.0.0.1:{port}/x?{query}");
    for query in ["sslmode=disable", "sslmode=require"] {
        let begun = Instant::now();
        let refused = connect(&address(&silent(query)), Duration::from_millis(60)).err();
        let Some(StoreError::Server(ServerError::All(refusals))) = refused else {
            panic!("{refused:?}")
        };
        for refused in &refusals {
            assert!(matches!(refused, ServerError::Silent(_)), "{refused}");
        }
        assert_eq!(refusals.len(), 2);
        assert!(begun.elapsed() >= Duration::from_millis(60));
    }
    drop(listener);
}

#[test]
fn the_first_of_several_leaves_time_to_the_others() {
    let second = Duration::from_secs(1);
    assert_eq!(share(second * 6, 3), second * 2);
    assert_eq!(share(second, 1), second);
    assert_eq!(share(Duration::ZERO, 2), Duration::ZERO);
    assert_eq!(share(second, 0), second);
}

#[test]
fn what_is_preferred_gives_way_where_the_handshake_fails() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let answered = thread::spawn(move || {
        let accept = || listener.accept().expect("a connection").0;
        let mut message = [0; 512];
        for _ in ["required", "preferred"] {
            let mut stream = accept();
            assert_eq!(stream.read(&mut message).expect("a request"), 8);
            stream
                .write_all(b"SHTTP/1.1 400 Bad Request")
                .expect("answered");
        }
        let mut stream = accept();
        assert!(stream.read(&mut message).expect("a startup message") > 8);
        let refused = error_response("57P03", "the database system is starting up");
        stream.write_all(&refused).expect("answered");
    });
    let to = |mode: &str| format!("postgres://kesha@127.0.0.1:{port}/popug?sslmode={mode}");
    let required = refusal(&to("require"));
    assert!(matches!(required, ServerError::Tls { .. }), "{required}");
    let preferred = refusal(&to("prefer"));
    assert!(
        matches!(preferred, ServerError::NotReady { .. }),
        "{preferred}"
    );
    answered.join().expect("everything was asked");
}
