//! PgBouncer before a server: clients share a few of its connections, one transaction at a time.

use std::fs;
use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::directory::Directory;
use super::server::ROLE;
use super::{Server, required};

/// Where Debian has it, which is on nobody's search path.
const PROGRAM: &str = "/usr/sbin/pgbouncer";

/// The port that names its socket.
const PORT: u16 = 6432;

/// Nothing takes it so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running pooler; it is gone when this is dropped.
#[derive(Debug)]
pub struct Pooler {
    running: Child,
    directory: Directory,
    beyond: String,
}

impl Drop for Pooler {
    fn drop(&mut self) {
        // Nothing to be done about it where it has ended already.
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

impl Pooler {
    /// One whose clients share so many connections of the server. `None` where there is no
    /// PgBouncer, which is said once on standard error, unless the environment asks for it.
    pub fn before(server: &Server, connections: usize) -> Option<Self> {
        if !Path::new(PROGRAM).exists() {
            assert!(!required(), "there is no {PROGRAM}");
            // Not by a macro: what a test prints is shown only where it fails.
            writeln!(io::stderr(), "there is no {PROGRAM}: no pooler was tried").expect("written");
            return None;
        }
        let directory = Directory::new(server.programs());
        let beyond = socket(server.host(), server.port());
        let running = start(&directory, server, connections);
        Some(Self {
            running,
            directory,
            beyond,
        })
    }

    /// A URL of the server, through the pooler.
    pub fn through(&self, url: &str) -> String {
        url.replace(&self.beyond, &socket(self.directory.path(), PORT))
    }
}

/// A socket as URLs have it.
fn socket(directory: &Path, port: u16) -> String {
    let directory = directory.display().to_string();
    format!("{}:{port}", directory.replace('/', "%2F"))
}

fn start(directory: &Directory, server: &Server, connections: usize) -> Child {
    let here = directory.path();
    let settings = format!(
        "[databases]\n* = host={} port={} user={ROLE}\n\
         [pgbouncer]\nunix_socket_dir = {}\nlisten_port = {PORT}\nauth_type = any\n\
         pool_mode = transaction\ndefault_pool_size = {connections}\n\
         logfile = {}\n",
        server.host().display(),
        server.port(),
        here.display(),
        here.join("log").display(),
    );
    let file = here.join("pgbouncer.ini");
    fs::write(&file, settings).expect("settings");
    let mut run: Command = server.programs().shell();
    // It ends with the directory's own process group.
    let started = run
        .args(["-c", "exec \"$@\"", "sh", PROGRAM, "--quiet"])
        .arg(&file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(directory.group())
        .spawn();
    let running = started.expect("pgbouncer starts");
    let until = Instant::now() + PATIENCE;
    while UnixStream::connect(here.join(format!(".s.PGSQL.{PORT}"))).is_err() {
        let said = fs::read_to_string(here.join("log")).unwrap_or_default();
        assert!(Instant::now() < until, "no pooler: {said}");
        thread::sleep(Duration::from_millis(5));
    }
    running
}
