//! Writing, syncing, cutting, reading: what a program does to an open file, before the system's own.

use nix::libc::{self, c_int, c_long, c_void, iovec, off_t, size_t, ssize_t};

use crate::paths;
use crate::plan::{self, Operation, Turn};

/// The system's own calls.
pub mod system {
    use nix::libc::{self, c_char, c_int, c_long};

    /// Asks the system; what a program hands over here is its own to answer for.
    macro_rules! ask {
        ($number:ident $(, $argument:expr)*) => {
            // SAFETY: the arguments are those that the program gave to the call of this name.
            unsafe { libc::syscall(libc::$number $(, $argument)*) }
        };
    }
    pub(crate) use ask;

    pub fn open(directory: c_int, path: *const c_char, flags: c_int, mode: libc::mode_t) -> c_int {
        narrowed(ask!(SYS_openat, directory, path, flags, mode))
    }

    pub fn append(file: c_int, bytes: &[u8]) {
        ask!(SYS_write, file, bytes.as_ptr(), bytes.len());
    }

    pub fn read_link(path: *const c_char, into: &mut [u8]) -> c_long {
        ask!(
            SYS_readlinkat,
            libc::AT_FDCWD,
            path,
            into.as_mut_ptr(),
            into.len()
        )
    }

    /// Sends the whole process a signal. Where that ends it, nothing follows.
    pub fn signal_self(signal: c_int) {
        let own = ask!(SYS_getpid);
        ask!(SYS_kill, own, signal);
        if signal == libc::SIGKILL {
            loop {
                ask!(SYS_sched_yield);
            }
        }
    }

    pub fn is_there(path: *const c_char) -> bool {
        let mode = libc::F_OK;
        ask!(SYS_faccessat, libc::AT_FDCWD, path, mode) == 0
    }

    pub fn narrowed(answer: c_long) -> c_int {
        c_int::try_from(answer).unwrap_or(-1)
    }
}

use system::{ask, narrowed};

/// What a call answers that was not done.
pub fn refused(errno: c_int) -> c_long {
    // SAFETY: the place is this thread's own.
    unsafe { *libc::__errno_location() = errno };
    -1
}

/// Does an operation as the plan wants it, and keeps a record of what was done.
pub fn planned(
    operation: Operation,
    done: impl FnOnce() -> c_long,
    keep: impl FnOnce(c_long),
) -> c_long {
    let turn = plan::turn(operation);
    if let Turn::Fails(errno) = turn {
        return refused(errno);
    }
    let answer = done();
    if answer >= 0 {
        keep(answer);
    }
    if let Turn::Last | Turn::Torn = turn {
        system::signal_self(libc::SIGKILL);
    }
    answer
}

/// Writes as much as the plan wants.
fn written(
    path: &[u8],
    offset: i64,
    data: *const c_void,
    length: size_t,
    write: impl FnOnce(size_t) -> c_long,
) -> c_long {
    let turn = plan::turn(Operation::Write);
    let length = match turn {
        Turn::Fails(errno) => return refused(errno),
        Turn::Half | Turn::Torn if length > 1 => length / 2,
        Turn::Done | Turn::Last | Turn::Half | Turn::Torn => length,
    };
    let answer = write(length);
    if let Ok(count) = usize::try_from(answer) {
        plan::record(Operation::Write, path, offset, bytes(data, count));
    }
    if let Turn::Last | Turn::Torn = turn {
        system::signal_self(libc::SIGKILL);
    }
    answer
}

fn bytes<'d>(data: *const c_void, count: usize) -> &'d [u8] {
    // SAFETY: the system has just read as many bytes from there.
    unsafe { std::slice::from_raw_parts(data.cast(), count) }
}

/// Where the next write goes.
fn position(file: c_int) -> i64 {
    let appends = ask!(SYS_fcntl, file, libc::F_GETFL);
    let end = narrowed(appends) & libc::O_APPEND != 0;
    let from = if end { libc::SEEK_END } else { libc::SEEK_CUR };
    ask!(SYS_lseek, file, 0, from)
}

#[unsafe(no_mangle)]
extern "C" fn write(file: c_int, data: *const c_void, length: size_t) -> ssize_t {
    let write = |length: size_t| ask!(SYS_write, file, data, length);
    let answer = match paths::of_descriptor(file) {
        Some(path) => written(&path, position(file), data, length, write),
        None => {
            let answer = write(length);
            if file == libc::STDOUT_FILENO && answer > 0 {
                plan::record(Operation::Answer, b"", 0, b"");
            }
            answer
        }
    };
    isize::try_from(answer).unwrap_or(-1)
}

#[unsafe(no_mangle)]
extern "C" fn pwrite64(file: c_int, data: *const c_void, length: size_t, offset: off_t) -> ssize_t {
    let write = |length: size_t| ask!(SYS_pwrite64, file, data, length, offset);
    let answer = match paths::of_descriptor(file) {
        Some(path) => written(&path, offset, data, length, write),
        None => write(length),
    };
    isize::try_from(answer).unwrap_or(-1)
}

#[unsafe(no_mangle)]
extern "C" fn pwrite(file: c_int, data: *const c_void, length: size_t, offset: off_t) -> ssize_t {
    pwrite64(file, data, length, offset)
}

/// Its first piece alone, which is no error: whoever asked writes the rest.
#[unsafe(no_mangle)]
extern "C" fn writev(file: c_int, pieces: *const iovec, count: c_int) -> ssize_t {
    let counts = paths::of_descriptor(file).is_some() && count > 0;
    if !counts && file != libc::STDOUT_FILENO {
        let answer = ask!(SYS_writev, file, pieces, count);
        return isize::try_from(answer).unwrap_or(-1);
    }
    for at in 0..usize::try_from(count).unwrap_or_default() {
        // SAFETY: there are so many pieces.
        let piece = unsafe { &*pieces.add(at) };
        if piece.iov_len > 0 {
            return write(file, piece.iov_base, piece.iov_len);
        }
    }
    0
}

#[unsafe(no_mangle)]
extern "C" fn pread64(file: c_int, into: *mut c_void, length: size_t, offset: off_t) -> ssize_t {
    isize::try_from(readable(file, length, |length| {
        ask!(SYS_pread64, file, into, length, offset)
    }))
    .unwrap_or(-1)
}

#[unsafe(no_mangle)]
extern "C" fn pread(file: c_int, into: *mut c_void, length: size_t, offset: off_t) -> ssize_t {
    pread64(file, into, length, offset)
}

#[unsafe(no_mangle)]
extern "C" fn read(file: c_int, into: *mut c_void, length: size_t) -> ssize_t {
    isize::try_from(readable(file, length, |length| {
        ask!(SYS_read, file, into, length)
    }))
    .unwrap_or(-1)
}

fn readable(file: c_int, length: size_t, read: impl FnOnce(size_t) -> c_long) -> c_long {
    if paths::of_descriptor(file).is_none() {
        return read(length);
    }
    match plan::turn(Operation::Read) {
        Turn::Fails(errno) => refused(errno),
        Turn::Half | Turn::Torn if length > 1 => read(length / 2),
        Turn::Done | Turn::Last | Turn::Half | Turn::Torn => read(length),
    }
}

fn synced(file: c_int, sync: impl FnOnce() -> c_long) -> c_int {
    narrowed(match paths::of_descriptor(file) {
        None => sync(),
        Some(path) => planned(Operation::Sync, sync, |_| {
            plan::record(Operation::Sync, &path, 0, b"");
        }),
    })
}

#[unsafe(no_mangle)]
extern "C" fn fsync(file: c_int) -> c_int {
    synced(file, || ask!(SYS_fsync, file))
}

#[unsafe(no_mangle)]
extern "C" fn fdatasync(file: c_int) -> c_int {
    synced(file, || ask!(SYS_fdatasync, file))
}

#[unsafe(no_mangle)]
extern "C" fn ftruncate64(file: c_int, length: off_t) -> c_int {
    let cut = || ask!(SYS_ftruncate, file, length);
    narrowed(match paths::of_descriptor(file) {
        None => cut(),
        Some(path) => planned(Operation::Truncate, cut, |_| {
            plan::record(Operation::Truncate, &path, length, b"");
        }),
    })
}

#[unsafe(no_mangle)]
extern "C" fn ftruncate(file: c_int, length: off_t) -> c_int {
    ftruncate64(file, length)
}
