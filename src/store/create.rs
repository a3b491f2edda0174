//! Making a store: all of it or nothing.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::store::head::{self, Hash};
use crate::store::migrate::{self, SCHEMA};
use crate::store::sqlite::{self, Identity};
use crate::store::{Place, Store, StoreError};

impl Store {
    /// Makes a store with the file mode `mode`, and lets `fill` put its first rows in.
    ///
    /// It is made under another name and gets its own when it is whole: a crash leaves no half
    /// store, of two that make one at once one is refused, and what is there is left alone. So is
    /// the WAL of a store that is gone: SQLite would replay it into the new one. SQLite would make
    /// the file 0644, so it is there, with its mode, before SQLite opens it.
    pub fn create<T, E: From<StoreError>>(
        place: &Place,
        mode: u32,
        identity: &Identity,
        fill: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let names = ["", "-wal", "-journal"].map(|suffix| place.beside(suffix));
        if let Some(there) = names
            .into_iter()
            .find(|it| fs::symlink_metadata(it).is_ok())
        {
            return Err(StoreError::Present(there).into());
        }
        place.check_filesystem()?;
        let draft = begin(place, mode)?;
        let cleanup = Draft {
            place: draft.clone(),
        };
        lay(&draft, identity)?;

        let store = Self::connect(&draft, Duration::from_secs(1))?;
        let answer = fill(&store)?;
        store.run("PRAGMA wal_checkpoint(TRUNCATE)")?;
        head::remember(&draft, &store.head()?);
        drop(store);

        publish(&draft, place)?;
        drop(cleanup);
        Ok(answer)
    }
}

/// An empty file of its own with its mode, under a name that nothing else has: neither another
/// thread's draft nor one that a crash left behind.
fn begin(place: &Place, mode: u32) -> Result<Place, StoreError> {
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    loop {
        let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
        let suffix = format!("-new-{}-{number}", std::process::id());
        let draft = Place::file(place.beside(&suffix));
        let mut options = OpenOptions::new();
        let made = options.write(true).create_new(true).mode(mode);
        match made.open(draft.path()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(place.path(), &error)),
            Ok(file) => {
                let set = file.set_permissions(Permissions::from_mode(mode));
                return set
                    .map(|()| draft)
                    .map_err(|error| failed(place.path(), &error));
            }
        }
    }
}

fn lay(draft: &Place, identity: &Identity) -> Result<(), StoreError> {
    let path = draft.path();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let opened = Connection::open_with_flags(path, flags);
    let connection = opened.map_err(|error| StoreError::from_sqlite(&error))?;
    sqlite::mark(&connection)?;
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        .map_err(|error| StoreError::from_sqlite(&error))?;
    migrate::migrate(&connection, 0)?;
    let created = identity.created_at.micros();
    let row = (
        Hash::ZERO.to_string(),
        SCHEMA,
        &identity.store_id,
        identity.sandbox,
        created,
    );
    let sql = "INSERT INTO log_head (one, seq, hash, schema, store_id, sandbox, created_at)
               VALUES (1, 0, ?1, ?2, ?3, ?4, ?5)";
    let laid = connection.execute(sql, row);
    laid.map(|_| ())
        .map_err(|error| StoreError::from_sqlite(&error))
}

/// A second name fails where there is one already, which renaming would not.
fn publish(draft: &Place, place: &Place) -> Result<(), StoreError> {
    let head = place.beside("-head");
    match fs::hard_link(draft.path(), place.path()) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(StoreError::Present(place.path().to_owned()));
        }
        Err(error) => return Err(failed(place.path(), &error)),
    }
    fs::rename(draft.beside("-head"), &head).map_err(|error| failed(&head, &error))?;
    let directory = place
        .path()
        .parent()
        .filter(|it| !it.as_os_str().is_empty());
    let directory = directory.unwrap_or(Path::new("."));
    let synced = File::open(directory).and_then(|it| it.sync_all());
    synced.map_err(|error| failed(directory, &error))
}

fn failed(path: &Path, error: &io::Error) -> StoreError {
    if error.kind() == io::ErrorKind::PermissionDenied {
        let reason = error.to_string();
        return StoreError::Denied {
            path: path.to_owned(),
            reason,
        };
    }
    StoreError::File {
        path: path.to_owned(),
        reason: error.to_string(),
    }
}

/// Removes what was not published, and the draft's name of what was.
struct Draft {
    place: Place,
}

impl Drop for Draft {
    fn drop(&mut self) {
        let names: [PathBuf; 4] = ["", "-wal", "-shm", "-head"].map(|it| self.place.beside(it));
        for name in names {
            // Most of them are not there.
            let _ = fs::remove_file(name);
        }
    }
}
