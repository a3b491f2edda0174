//! Files where others may reach: made anew, whole or not at all, and never through a link.
//!
//! Everything that popug writes beside a store or into somebody's directory is made here. It grows
//! in a [`Draft`], gets the mode, group and owner of what it belongs to ([`Whose`]), is brought to
//! the disk, and only then gets its name, which is on the disk as well before anybody is told.
//! The one file that is written in place, the store's head, is opened by [`open_plain`].

mod draft;
mod misfit;
mod plain;
mod whose;

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use nix::libc;

pub use draft::{Draft, sweep};
pub use misfit::{Misfit, closed_above, group_name};
pub use plain::{open_plain, read_plain};
pub use whose::{Whose, give_directory, make_directory};

/// Puts a file there in the place of whatever had its name; of a link, the link.
pub fn replace(path: &Path, whose: &Whose, content: &[u8]) -> io::Result<()> {
    let draft = Draft::beside(path)?;
    draft.file("", whose)?.write_all(content)?;
    draft.replace("", path)?;
    draft.finish()
}

/// The directory that a path lies in.
pub fn directory_of(path: &Path) -> &Path {
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Brings a file to the disk, or the names in a directory.
pub fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// A directory itself, never what a link leads to.
fn open_directory(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let flags = libc::O_DIRECTORY | libc::O_NOFOLLOW;
    options.read(true).custom_flags(flags).open(path)
}

/// Whether there is no room, or a limit on it.
pub fn is_full(error: &io::Error) -> bool {
    let full = [
        ErrorKind::StorageFull,
        ErrorKind::FileTooLarge,
        ErrorKind::QuotaExceeded,
    ];
    full.contains(&error.kind())
}

/// Whether anything has this name, a link that leads nowhere included.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

#[cfg(test)]
mod tests;
