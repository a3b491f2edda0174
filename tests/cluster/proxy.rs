//! What stands between clients and a server, and cuts a connection between two of their messages.
//!
//! The messages are those of PostgreSQL's manual, "Message Formats": the first of a client has a
//! length and a content, all others a letter before them. A length counts itself.

use std::fs;
use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use tempfile::TempDir;

use super::Server;

/// The server has answered everything, and waits for the next message.
const READY: u8 = b'Z';

/// A socket that leads to a server's.
#[derive(Debug)]
pub struct Proxy {
    directory: TempDir,
    beyond: String,
    between: Arc<Between>,
}

/// When a connection is cut.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    says: &'static str,
    answer: Answer,
    skipped: usize,
    for_good: bool,
}

/// What becomes of the answer to the message at which a connection is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// There is none: the message does not get through.
    Unasked,
    /// It does not get through.
    Unheard,
    /// It gets through.
    Heard,
}

/// What the connections share.
#[derive(Debug, Default)]
struct Between {
    plan: Mutex<Option<Cut>>,
    socket: PathBuf,
    server: PathBuf,
    cuts: AtomicUsize,
    ended: AtomicBool,
}

/// A connection, from end to end.
struct Line {
    client: UnixStream,
    server: UnixStream,
    due: Mutex<Option<Cut>>,
}

impl Cut {
    /// Before the server hears the next message that says this.
    pub const fn before(says: &'static str) -> Self {
        Self::at(says, Answer::Unasked)
    }

    /// When the server has answered it, and nobody has heard that.
    pub const fn unheard(says: &'static str) -> Self {
        Self::at(says, Answer::Unheard)
    }

    /// When the answer is heard.
    pub const fn behind(says: &'static str) -> Self {
        Self::at(says, Answer::Heard)
    }

    const fn at(says: &'static str, answer: Answer) -> Self {
        Self {
            says,
            answer,
            skipped: 0,
            for_good: false,
        }
    }

    /// At a later one: so many go by before.
    pub const fn skipping(self, skipped: usize) -> Self {
        Self { skipped, ..self }
    }

    /// From then on nobody is let in.
    pub const fn for_good(self) -> Self {
        Self {
            for_good: true,
            ..self
        }
    }
}

impl Proxy {
    /// Stands before a server and lets everything through.
    pub fn before(server: &Server) -> Self {
        let directory = tempfile::Builder::new()
            .prefix("popug-proxy-")
            .tempdir_in("/tmp");
        let directory = directory.expect("a directory");
        let name = format!(".s.PGSQL.{}", server.port());
        let between = Arc::new(Between {
            socket: directory.path().join(&name),
            server: server.host().join(&name),
            ..Between::default()
        });
        let listener = UnixListener::bind(&between.socket).expect("a socket");
        let shared = Arc::clone(&between);
        thread::spawn(move || {
            for client in listener.incoming() {
                if shared.ended.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&shared);
                thread::spawn(move || shared.carry(client?));
            }
        });
        let beyond = escaped(server.host());
        Self {
            directory,
            beyond,
            between,
        }
    }

    /// The URL that leads through this to where this one leads.
    pub fn through(&self, url: &str) -> String {
        url.replace(&self.beyond, &escaped(self.directory.path()))
    }

    /// Cuts a connection once.
    pub fn cut(&self, cut: Cut) {
        *self.between.plan.lock().expect("a plan") = Some(cut);
    }

    /// How many were cut.
    pub fn cuts(&self) -> usize {
        self.between.cuts.load(Ordering::SeqCst)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.between.ended.store(true, Ordering::SeqCst);
        // One more comes, and sees that this has ended; unless nobody is let in any more.
        let _ = UnixStream::connect(&self.between.socket);
    }
}

impl Between {
    /// Carries messages until one end is gone.
    fn carry(&self, client: UnixStream) -> io::Result<()> {
        let server = UnixStream::connect(&self.server)?;
        let line = Line {
            client,
            server,
            due: Mutex::default(),
        };
        thread::scope(|threads| {
            threads.spawn(|| {
                // However it ends, both ends hear of it.
                let _ = self.answers(&line);
                line.cut();
            });
            let _ = self.requests(&line);
            line.cut();
        });
        Ok(())
    }

    fn requests(&self, line: &Line) -> io::Result<()> {
        let (mut from, mut to) = (&line.client, &line.server);
        to.write_all(&message(&mut from, 0)?)?;
        loop {
            let message = message(&mut from, 1)?;
            match self.due_at(&message) {
                Some(cut) if cut.answer == Answer::Unasked => {
                    self.cut(line, cut);
                    return Ok(());
                }
                Some(cut) => *line.due.lock().expect("a cut") = Some(cut),
                None => {}
            }
            to.write_all(&message)?;
        }
    }

    fn answers(&self, line: &Line) -> io::Result<()> {
        let (mut from, mut to) = (&line.server, &line.client);
        loop {
            let message = message(&mut from, 1)?;
            let due = *line.due.lock().expect("a cut");
            if due.is_none_or(|cut| cut.answer == Answer::Heard) {
                to.write_all(&message)?;
            }
            if let Some(cut) = due
                && message.first() == Some(&READY)
            {
                self.cut(line, cut);
                return Ok(());
            }
        }
    }

    /// Whether a connection is cut at this message.
    fn due_at(&self, message: &[u8]) -> Option<Cut> {
        let mut plan = self.plan.lock().expect("a plan");
        let cut = plan.as_mut()?;
        let says = cut.says.as_bytes();
        if !message.windows(says.len()).any(|part| part == says) {
            return None;
        }
        match cut.skipped.checked_sub(1) {
            Some(skipped) => {
                cut.skipped = skipped;
                None
            }
            None => plan.take(),
        }
    }

    fn cut(&self, line: &Line, cut: Cut) {
        if cut.for_good {
            fs::remove_file(&self.socket).expect("nobody is let in");
        }
        self.cuts.fetch_add(1, Ordering::SeqCst);
        line.cut();
    }
}

impl Line {
    fn cut(&self) {
        // An end that is gone needs no telling.
        let _ = self.client.shutdown(Shutdown::Both);
        let _ = self.server.shutdown(Shutdown::Both);
    }
}

/// The next message, with so many letters before its length.
fn message(from: &mut impl Read, letters: usize) -> io::Result<Vec<u8>> {
    let mut message = vec![0; letters + 4];
    from.read_exact(&mut message)?;
    let length: [u8; 4] = message[letters..].try_into().expect("four bytes");
    let length = usize::try_from(u32::from_be_bytes(length)).expect("a length");
    message.resize(letters + length, 0);
    from.read_exact(&mut message[letters + 4..])?;
    Ok(message)
}

/// A directory as it stands in URLs.
fn escaped(directory: &Path) -> String {
    directory.display().to_string().replace('/', "%2F")
}
