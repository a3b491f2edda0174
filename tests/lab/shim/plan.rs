//! What is to happen, and when.
//!
//! | variable | what |
//! | --- | --- |
//! | `LAB_ROOT` | operations on paths below it count |
//! | `LAB_OPS` | letters of the operations that count; all but reads where it is absent |
//! | `LAB_AT` | at the n-th of them, from 1, … |
//! | `LAB_DO` | … this happens: `kill`, `kill-after`, `torn`, `short`, `tstp`, `stop`, or an errno |
//! | `LAB_ONWARDS` | … and at all after it |
//! | `LAB_COUNT` | a file that grows by a byte with each |
//! | `LAB_RECORD` | a file that takes in each of them with its data |

use std::env;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use nix::libc::{self, c_int};

/// What a program does to a file.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Operation {
    Write = b'W',
    Sync = b'S',
    Truncate = b'T',
    Create = b'C',
    Remove = b'U',
    Rename = b'R',
    Link = b'L',
    Directory = b'D',
    Mode = b'M',
    Read = b'P',
    /// Something was written to standard output: whoever reads it takes it for done.
    Answer = b'A',
}

/// What becomes of an operation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It is done.
    Done,
    /// It fails with an errno.
    Fails(c_int),
    /// Half of it is done.
    Half,
    /// Half of it is done, and then the process is gone.
    Torn,
    /// It is done, and then the process is gone.
    Last,
}

#[derive(Clone, Copy)]
enum Deed {
    Turn(Turn),
    Signal(c_int),
}

struct Plan {
    root: Vec<u8>,
    counted: Vec<u8>,
    at: Option<u64>,
    deed: Deed,
    onwards: bool,
    seen: AtomicU64,
    count: Option<c_int>,
    record: Option<c_int>,
}

impl Plan {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is no part of popug, and has its settings from the environment alone"
    )]
    fn read() -> Self {
        let bytes = |name: &str| env::var_os(name).map(OsString::into_vec);
        let text = |name: &str| env::var(name).ok();
        Self {
            root: bytes("LAB_ROOT").unwrap_or_default(),
            counted: bytes("LAB_OPS").unwrap_or_else(|| b"WSTCURLDM".to_vec()),
            at: text("LAB_AT").and_then(|it| it.parse().ok()),
            deed: deed(&text("LAB_DO").unwrap_or_default()),
            onwards: env::var_os("LAB_ONWARDS").is_some(),
            seen: AtomicU64::new(0),
            count: env::var_os("LAB_COUNT").and_then(|it| appended(it.as_bytes())),
            record: env::var_os("LAB_RECORD").and_then(|it| appended(it.as_bytes())),
        }
    }
}

fn deed(name: &str) -> Deed {
    match name {
        "kill" => Deed::Signal(libc::SIGKILL),
        "stop" => Deed::Signal(libc::SIGSTOP),
        "tstp" => Deed::Signal(libc::SIGTSTP),
        "kill-after" => Deed::Turn(Turn::Last),
        "torn" => Deed::Turn(Turn::Torn),
        "short" => Deed::Turn(Turn::Half),
        errno => Deed::Turn(errno.parse().map_or(Turn::Done, Turn::Fails)),
    }
}

/// A file that is only ever appended to, on a number that the program does not use.
fn appended(path: &[u8]) -> Option<c_int> {
    let mut path = path.to_vec();
    path.push(0);
    let flags = libc::O_WRONLY | libc::O_APPEND | libc::O_CREAT | libc::O_CLOEXEC;
    let file = crate::calls::system::open(libc::AT_FDCWD, path.as_ptr().cast(), flags, 0o600);
    (file >= 0).then_some(file)
}

fn plan() -> &'static Plan {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    PLAN.get_or_init(Plan::read)
}

/// Whether what happens to this path counts.
pub fn counts(path: &[u8]) -> bool {
    let root = &plan().root;
    !root.is_empty() && path.starts_with(root)
}

/// Counts an operation, and says what becomes of it.
pub fn turn(operation: Operation) -> Turn {
    let plan = plan();
    if !plan.counted.contains(&(operation as u8)) {
        return Turn::Done;
    }
    let number = plan.seen.fetch_add(1, Ordering::SeqCst) + 1;
    if let Some(count) = plan.count {
        crate::calls::system::append(count, &[operation as u8]);
    }
    let due = plan
        .at
        .is_some_and(|at| number == at || plan.onwards && number > at);
    match plan.deed {
        Deed::Turn(turn) if due => turn,
        Deed::Signal(signal) if due => {
            crate::calls::system::signal_self(signal);
            Turn::Done
        }
        Deed::Turn(_) | Deed::Signal(_) => Turn::Done,
    }
}

/// Keeps a record of an operation: its letter, where, and with what.
pub fn record(operation: Operation, path: &[u8], offset: i64, data: &[u8]) {
    let Some(record) = plan().record else {
        return;
    };
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or_default().to_le_bytes();
    let mut line = vec![operation as u8];
    line.extend(length(path));
    line.extend(offset.to_le_bytes());
    line.extend(length(data));
    line.extend(path);
    line.extend(data);
    crate::calls::system::append(record, &line);
}
