//! Making, removing, renaming: what a program does to names, before the system's own.

use nix::libc::{self, AT_FDCWD, c_char, c_int, c_long, c_uint, mode_t};

use crate::calls::system::{self, ask, narrowed};
use crate::calls::{planned, refused};
use crate::paths;
use crate::plan::{self, Operation, Turn};

/// Does to a name what the plan wants.
fn named(
    operation: Operation,
    directory: c_int,
    name: *const c_char,
    done: impl FnOnce() -> c_long,
) -> c_int {
    narrowed(match paths::of_name(directory, name) {
        None => done(),
        Some(path) => planned(operation, done, |_| plan::record(operation, &path, 0, b"")),
    })
}

/// The same where a name becomes another, or there is a second one for a file.
fn renamed(
    operation: Operation,
    from: (c_int, *const c_char),
    to: (c_int, *const c_char),
    done: impl FnOnce() -> c_long,
) -> c_int {
    narrowed(match paths::of_name(to.0, to.1) {
        None => done(),
        Some(new) => {
            let old = paths::whole(from.0, from.1).unwrap_or_default();
            planned(operation, done, |_| plan::record(operation, &old, 0, &new))
        }
    })
}

/// A file that is opened counts where it is made or cut.
fn opened(directory: c_int, name: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    let open = || system::open(directory, name, flags, mode);
    if flags & (libc::O_CREAT | libc::O_TRUNC) == 0 {
        return open();
    }
    let Some(path) = paths::of_name(directory, name) else {
        return open();
    };
    let mut ended = path.clone();
    ended.push(0);
    let operation = match system::is_there(ended.as_ptr().cast()) {
        false => Operation::Create,
        true if flags & libc::O_TRUNC != 0 => Operation::Truncate,
        true => return open(),
    };
    let turn = plan::turn(operation);
    if let Turn::Fails(errno) = turn {
        return narrowed(refused(errno));
    }
    let file = open();
    if file >= 0 {
        plan::record(operation, &path, 0, b"");
    }
    if let Turn::Last | Turn::Torn = turn {
        system::signal_self(libc::SIGKILL);
    }
    file
}

/// Whoever gives no mode needs none: on Linux it comes where a third argument would.
#[unsafe(no_mangle)]
extern "C" fn open(name: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    opened(AT_FDCWD, name, flags, mode)
}

#[unsafe(no_mangle)]
extern "C" fn open64(name: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    opened(AT_FDCWD, name, flags, mode)
}

#[unsafe(no_mangle)]
extern "C" fn openat(directory: c_int, name: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    opened(directory, name, flags, mode)
}

#[unsafe(no_mangle)]
extern "C" fn openat64(directory: c_int, name: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    opened(directory, name, flags, mode)
}

#[unsafe(no_mangle)]
extern "C" fn unlink(name: *const c_char) -> c_int {
    unlinkat(AT_FDCWD, name, 0)
}

#[unsafe(no_mangle)]
extern "C" fn rmdir(name: *const c_char) -> c_int {
    unlinkat(AT_FDCWD, name, libc::AT_REMOVEDIR)
}

#[unsafe(no_mangle)]
extern "C" fn unlinkat(directory: c_int, name: *const c_char, flags: c_int) -> c_int {
    named(Operation::Remove, directory, name, || {
        ask!(SYS_unlinkat, directory, name, flags)
    })
}

#[unsafe(no_mangle)]
extern "C" fn mkdir(name: *const c_char, mode: mode_t) -> c_int {
    named(Operation::Directory, AT_FDCWD, name, || {
        ask!(SYS_mkdirat, AT_FDCWD, name, mode)
    })
}

#[unsafe(no_mangle)]
extern "C" fn chmod(name: *const c_char, mode: mode_t) -> c_int {
    named(Operation::Mode, AT_FDCWD, name, || {
        ask!(SYS_fchmodat, AT_FDCWD, name, mode)
    })
}

#[unsafe(no_mangle)]
extern "C" fn fchmod(file: c_int, mode: mode_t) -> c_int {
    let done = || ask!(SYS_fchmod, file, mode);
    narrowed(match paths::of_descriptor(file) {
        None => done(),
        Some(_) => planned(Operation::Mode, done, |_| {}),
    })
}

#[unsafe(no_mangle)]
extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    renameat2(AT_FDCWD, from, AT_FDCWD, to, 0)
}

#[unsafe(no_mangle)]
extern "C" fn renameat(from: c_int, old: *const c_char, to: c_int, new: *const c_char) -> c_int {
    renameat2(from, old, to, new, 0)
}

#[unsafe(no_mangle)]
extern "C" fn renameat2(
    from: c_int,
    old: *const c_char,
    to: c_int,
    new: *const c_char,
    flags: c_uint,
) -> c_int {
    renamed(Operation::Rename, (from, old), (to, new), || {
        ask!(SYS_renameat2, from, old, to, new, flags)
    })
}

#[unsafe(no_mangle)]
extern "C" fn link(old: *const c_char, new: *const c_char) -> c_int {
    linkat(AT_FDCWD, old, AT_FDCWD, new, 0)
}

#[unsafe(no_mangle)]
extern "C" fn linkat(
    from: c_int,
    old: *const c_char,
    to: c_int,
    new: *const c_char,
    flags: c_int,
) -> c_int {
    renamed(Operation::Link, (from, old), (to, new), || {
        ask!(SYS_linkat, from, old, to, new, flags)
    })
}
