//! What SQLite does otherwise than it would by itself. It asks the system by a table of its own, in
//! which two entries are exchanged.

use std::ffi::{CStr, c_char, c_int};
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use rusqlite::ffi;

use crate::store::sqlite::patience::PAUSE;

/// How SQLite makes a path of a name.
type FullPath =
    unsafe extern "C" fn(*mut ffi::sqlite3_vfs, *const c_char, c_int, *mut c_char) -> c_int;

/// Its own way.
static FULL_PATH: OnceLock<FullPath> = OnceLock::new();

/// What leads to a directory that is open.
const BY_DESCRIPTOR: &[u8] = b"/proc/self/fd/";

/// Exchanges both, once, when the program starts.
#[expect(unsafe_code, reason = "the table is SQLite's")]
pub(super) fn prepare() {
    // SAFETY: the table is there for as long as the process runs, and nobody uses it yet.
    unsafe {
        let Some(system) = ffi::sqlite3_vfs_find(std::ptr::null()).as_mut() else {
            return;
        };
        system.xSleep = Some(moment);
        if let Some(own) = system.xFullPathname
            && FULL_PATH.set(own).is_ok()
        {
            system.xFullPathname = Some(full_path);
        }
    }
}

/// While another process reads the WAL in, SQLite sleeps ten seconds in all before it gives up,
/// whatever the deadline, and says nothing. So it sleeps for moments only, gives up soon, and is
/// asked again here.
#[expect(unsafe_code, reason = "SQLite calls it")]
unsafe extern "C" fn moment(_: *mut ffi::sqlite3_vfs, micros: c_int) -> c_int {
    let wanted = Duration::from_micros(u64::try_from(micros).unwrap_or_default());
    thread::sleep(wanted.min(PAUSE));
    micros
}

/// A path by a descriptor stays as it is. SQLite would ask where it leads and go there by name,
/// where somebody may have put another directory meanwhile.
#[expect(unsafe_code, reason = "SQLite calls it")]
unsafe extern "C" fn full_path(
    system: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    path: *mut c_char,
) -> c_int {
    // SAFETY: SQLite gives a text that ends with a zero, and room for a path.
    unsafe {
        let text = CStr::from_ptr(name).to_bytes_with_nul();
        if !text.starts_with(BY_DESCRIPTOR) {
            let own = FULL_PATH.get();
            return own.map_or(ffi::SQLITE_CANTOPEN, |own| own(system, name, room, path));
        }
        if usize::try_from(room).is_ok_and(|room| text.len() <= room) {
            path.copy_from_nonoverlapping(name, text.len());
            return ffi::SQLITE_OK;
        }
        ffi::SQLITE_CANTOPEN
    }
}
