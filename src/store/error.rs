//! Why the store cannot do what it is asked for.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::files::Misfit;
use crate::store::postgres::{AddressError, SchemaError, ServerError};
use crate::store::{Place, SecondName};

/// Every failure of the store. None of them leaves a transaction half done.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is nothing at the place.
    #[error("there is no store at {0}")]
    Missing(Place),
    /// There is something already where a store was to be made.
    #[error("there is a store at {0} already")]
    Present(Place),
    /// The address is of no kind that popug knows.
    #[error("'{0}' is no store: give the path of a file, or postgres://…")]
    Address(String),
    /// A URL that is no address of a store.
    #[error("the store's URL cannot be read: {0}")]
    Url(AddressError),
    /// No server lets popug in.
    #[error(transparent)]
    Server(ServerError),
    /// A file that popug did not make.
    #[error("{} is not a popug store; it is left alone", .0.display())]
    Foreign(PathBuf),
    /// A link where a store is looked for, and nothing where it leads.
    #[error("{} is a link to {}, and nothing is there", path.display(), to.display())]
    Dangling {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        to: PathBuf,
    },
    /// What is no store, where one was to be made.
    #[error(transparent)]
    Occupied(Box<StoreError>),
    /// Made or upgraded by a newer popug.
    #[error("the store has schema {found}; this popug knows {known}")]
    TooNew {
        /// The schema in the store.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// Made by an older popug.
    #[error("the store has schema {found} and must be upgraded to {known}")]
    ToUpgrade {
        /// The schema in the store.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// A filesystem on which locks and shared memory cannot be trusted.
    #[error("{} is on a network filesystem ({kind}), where SQLite's locks cannot be trusted", path.display())]
    NetworkFilesystem {
        /// The store.
        path: PathBuf,
        /// The filesystem's name.
        kind: &'static str,
    },
    /// Others held the store for longer than the caller waits.
    #[error("the store has been busy for {0} seconds")]
    Busy(u64),
    /// No room, or a limit on the size of files.
    #[error("there is no room left for the store: {0}")]
    Full(String),
    /// No room for a file that is none of the store's own.
    #[error("there is no room left for {}", .0.display())]
    NoRoom(PathBuf),
    /// A group is to share a store in a directory that is not the group's.
    #[error("{0}, and is not given to it: other things lie there, or it is another user's")]
    Unshared(Misfit),
    /// There is a file already where one was to be made.
    #[error("there is a file at {} already; it is left alone", .0.display())]
    FileThere(PathBuf),
    /// There is no backup to restore.
    #[error("there is no backup at {}", .0.display())]
    NoBackup(PathBuf),
    /// What was to be restored is a store in use: what is newest in it lies beside it.
    #[error("{} is no backup but a store in use, with a -wal file beside it", .0.display())]
    InUse(PathBuf),
    /// A copy of a store that is not whole.
    #[error("{} would not be a whole store: {reason}", path.display())]
    Unsound {
        /// The backup.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Nothing that was acknowledged is lost.
    #[error("the store has lost nothing that it acknowledged")]
    NothingLost,
    /// It is the owner's to do.
    #[error("{0} belongs to another user, who alone may do this")]
    NotOwner(String),
    /// The database or its schema is not for a store, or not for this role.
    #[error(transparent)]
    Schema(SchemaError),
    /// The store was copied elsewhere for good.
    #[error("the store has moved to {0}; nothing is written here any more")]
    Moved(String),
    /// A copy of the store is there already, and one of the two was written since.
    #[error("{place} is a copy of this store, and one of the two was written since ({table})")]
    Diverged {
        /// Where it is.
        place: Place,
        /// The first table that differs.
        table: String,
    },
    /// The database has not the schema that the store should be in.
    #[error("there is no schema for the store: {0}")]
    NoSchema(String),
    /// A table is not laid as popug lays it.
    #[error("the table {0} of the store is not as popug makes it")]
    Unlike(String),
    /// What has come to another store is not what was sent there.
    #[error("{place} would not hold what the store holds ({table})")]
    Uneven {
        /// Where it was to be.
        place: Place,
        /// The first table that differs.
        table: String,
    },
    /// Only a store that is a file is kept so.
    #[error("`popug {command}` is for stores that are files; PostgreSQL has a program for it")]
    OfFiles {
        /// What was asked for.
        command: &'static str,
        /// The command line that does it.
        instead: String,
    },
    /// The connection to the server ended before the work was done.
    #[error("the connection to the store was lost: {0}")]
    Lost(String),
    /// The connection ended while a COMMIT was on its way, and no other was had in time to ask what
    /// has become of it; or a disk failed that was to keep it, and fails on.
    #[error("the store failed while the change was being kept; whether it was is not known")]
    Unconfirmed,
    /// The server gave the work up for the sake of another transaction's.
    #[error("the store gave way to another transaction: {0}")]
    GaveWay(String),
    /// It was to stop before it was done.
    #[error("it was stopped before it was done; nothing was changed")]
    Stopped,
    /// The file or its directory does not let this user in.
    #[error("the store at {} cannot be opened: {reason}", path.display())]
    Denied {
        /// The store.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The log in the store is shorter than, or differs from, what was acknowledged.
    #[error(
        "the store has lost commits that it acknowledged: event {acknowledged} was the last, the log now ends at {found}"
    )]
    LostCommits {
        /// The last acknowledged event.
        acknowledged: i64,
        /// The end of the log.
        found: i64,
    },
    /// The disk, or what lies between, fails.
    #[error("the disk fails: {0}")]
    Io(String),
    /// The file is damaged.
    #[error("the store is damaged: {0}")]
    Damaged(String),
    /// Something is wrong inside of the server.
    #[error("the server is in trouble: {0}")]
    Trouble(String),
    /// A column holds what cannot stand there.
    #[error("the store holds {reason} ({place})")]
    Column {
        /// The table, the row by the first other column of what was read, and the column.
        place: String,
        /// What was found.
        reason: String,
    },
    /// A row that must be there is not.
    #[error("the store lacks a row that must be there ({0})")]
    NoRow(&'static str),
    /// A file beside the store cannot be read or written.
    #[error("{}: {reason}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The engine in this program is one that loses commits.
    #[error("this program contains SQLite {0}, which loses commits; 3.51.3 or newer is needed")]
    Engine(&'static str),
    /// The file or its directory may not be written, which SQLite needs for reading as well.
    #[error("the store may not be written by this user, and even reading it takes that")]
    ReadOnly,
    /// Another process kept the file locked for longer than the caller waits.
    #[error("the store is locked by another process: {0}")]
    Locked(String),
    /// Another process is in the middle of reading in what was committed last.
    #[error("another process is still opening the store")]
    Recovering,
    /// What was to be written breaks a rule of the tables; the same would break it again.
    #[error("the store refuses what breaks its rules: {0}")]
    Constraint(String),
    /// The file may have another name, under which others may write.
    #[error("nothing is written to {}: {why}", path.display())]
    SecondName {
        /// The store.
        path: PathBuf,
        /// Why.
        why: SecondName,
    },
    /// It lies where nobody can write.
    #[error("{} lies on a read-only file system", .0.display())]
    ReadOnlyPlace(PathBuf),
    /// What is newest in it would have to be written back into it first.
    #[error(
        "{} lies on a read-only file system, and what is newest in it still beside it, in its -wal file",
        .0.display()
    )]
    ReadOnlyWal(PathBuf),
    /// The store's id is none that popug makes.
    #[error("the store's id '{}' is not 32 hexadecimal digits: popug made no such store", .0.escape_default())]
    Id(String),
    /// Anything else that the engine says.
    #[error("the store refuses: {0}")]
    Sql(String),
}

impl StoreError {
    /// From what SQLite says.
    pub(super) fn from_sqlite(error: &rusqlite::Error) -> Self {
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked(text),
            Some(ErrorCode::FileLockingProtocolFailed) => Self::Recovering,
            Some(ErrorCode::ConstraintViolation | ErrorCode::TooBig) => Self::Constraint(text),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full(text),
            Some(ErrorCode::SystemIoFailure) if is_full(error) => Self::Full(text),
            Some(ErrorCode::SystemIoFailure) => Self::Io(text),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(text),
            _ => Self::Sql(text),
        }
    }

    /// Whether it may pass without anybody doing anything: others work, or room is made.
    pub fn is_passing(&self) -> bool {
        if let Self::Server(error) = self {
            return error.is_passing();
        }
        matches!(
            self,
            Self::Busy(_)
                | Self::Locked(_)
                | Self::Recovering
                | Self::Full(_)
                | Self::Io(_)
                | Self::File { .. }
                | Self::Lost(_)
                | Self::GaveWay(_)
        )
    }

    /// Whether it lies in the file itself: the same file would fail again, wherever it is.
    pub const fn is_of_the_file(&self) -> bool {
        self.is_of_the_rows() || matches!(self, Self::Damaged(_) | Self::Sql(_))
    }

    /// Whether it lies in the rows: the same work on the same rows would fail again.
    pub const fn is_of_the_rows(&self) -> bool {
        matches!(
            self,
            Self::Constraint(_) | Self::Column { .. } | Self::NoRow(_) | Self::Id(_)
        )
    }
}

/// A write that a limit on file sizes cut short comes as an I/O error of the kind "write", or of the
/// kind "size" where it is the memory that connections share, which lies in a file as well.
fn is_full(error: &rusqlite::Error) -> bool {
    let kind = error.sqlite_extended_error_code();
    let of_room = [
        rusqlite::ffi::SQLITE_IOERR_WRITE,
        rusqlite::ffi::SQLITE_IOERR_SHMSIZE,
    ];
    kind.is_some_and(|kind| of_room.contains(&kind))
}

/// Whether a COMMIT that failed so has not come as far as to wait for the disk: then it is not there.
pub(super) fn is_before_sync(error: &rusqlite::Error) -> bool {
    match error.sqlite_error_code() {
        Some(ErrorCode::SystemIoFailure) => {
            error.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_IOERR_WRITE)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn a_failing_disk_a_full_one_and_a_damaged_store_are_three_things() {
        let told = |code: i32| {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            StoreError::from_sqlite(&error)
        };
        assert!(matches!(told(ffi::SQLITE_IOERR_READ), StoreError::Io(_)));
        assert!(matches!(told(ffi::SQLITE_IOERR_FSYNC), StoreError::Io(_)));
        assert!(matches!(told(ffi::SQLITE_IOERR_WRITE), StoreError::Full(_)));
        assert!(matches!(told(ffi::SQLITE_FULL), StoreError::Full(_)));
        assert!(matches!(told(ffi::SQLITE_CORRUPT), StoreError::Damaged(_)));
        assert!(matches!(told(ffi::SQLITE_NOTADB), StoreError::Damaged(_)));
    }
}
