//! The directory of a server, and the process that sees to it that both are gone in the end.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use nix::sys::statvfs::statvfs;

use super::Programs;

/// The longest name that a Unix socket may have.
const LONGEST: usize = 107;

/// Room that is enough for all databases that there are at a time, in bytes.
const ROOM: u64 = 2 << 30;

/// Waits until its standard input ends, as it does when the process at the other end is gone, for
/// whatever reason. Then it ends whatever runs in its process group, and takes the directory away.
const WATCH: &str = r#"
trap '' QUIT
read -r _
kill -QUIT 0
for running in "$2"/*/postmaster.pid; do
    [ -e "$running" ] && "$1/pg_ctl" stop -m immediate -D "${running%/postmaster.pid}"
done
rm -rf "$2"
"#;

/// A directory that a server has for itself.
#[derive(Debug)]
pub struct Directory {
    path: PathBuf,
    watch: Child,
}

impl Directory {
    pub fn new(programs: &Programs) -> Self {
        let temporary = [std::env::temp_dir(), PathBuf::from("/tmp")];
        let bases = in_memory().into_iter().chain(temporary);
        let mut made = bases.filter_map(|base| make(&base, programs));
        let path = made.next().expect("a directory for a server");
        let watch = programs
            .shell()
            .args(["-c", WATCH, "watch"])
            .arg(programs.directory())
            .arg(&path)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // What ends the tests, as Ctrl-C does, does not end this.
            .process_group(0)
            .spawn();
        let watch = watch.expect("sh starts");
        Self { path, watch }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The process group of all that runs here.
    pub fn group(&self) -> i32 {
        i32::try_from(self.watch.id()).expect("a process id")
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        // Nothing to be done about it where it fails.
        let _ = self.watch.wait();
    }
}

/// Where files are in memory, if there is room for a server: one makes and removes hundreds of files
/// with every database, which takes a disk five to ten times as long.
fn in_memory() -> Option<PathBuf> {
    let memory = PathBuf::from("/dev/shm");
    let found = statvfs(&memory).ok()?;
    let free = found.blocks_available() * found.fragment_size();
    (free >= ROOM).then_some(memory)
}

/// A new directory in this one; none where a server cannot have one there.
fn make(base: &Path, programs: &Programs) -> Option<PathBuf> {
    let made = tempfile::Builder::new()
        .prefix("popug-pg-")
        .tempdir_in(base);
    let made = made.ok()?;
    let path = made.path().to_owned();
    let socket = path.join(".s.PGSQL.65535");
    let text = socket.to_str()?;
    // It stands in URLs as it is.
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.".contains(c);
    if text.len() > LONGEST || !text.chars().all(plain) {
        return None;
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).ok()?;
    if let Some((user, group)) = programs.owner() {
        chown(&path, Some(user), Some(group)).ok()?;
    }
    let mut enter = programs.shell();
    enter.args(["-c", "cd \"$1\"", "enter"]).arg(&path);
    let entered = enter.stderr(Stdio::null()).status().ok()?;
    entered.success().then(|| made.keep())
}
