//! What is on its way to its name.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use nix::fcntl::{Flock, FlockArg};
use nix::libc;

use crate::files::{Whose, directory_of, is_there, open_directory, sync};
use crate::kernel::dice::random_bytes;

/// What the name of a draft begins with; its token is the rest.
const MARK: &str = ".popug-";

/// The digits of a token, 128 bits.
const DIGITS: usize = 32;

/// A directory for its maker alone, beside what is to be made: whoever else may write there neither
/// guesses its name nor looks into it.
///
/// What was not given a name is removed when this is dropped. Where the process is killed before
/// that, whoever next makes something there removes it: the maker holds a lock for as long as it
/// lives. Everything inside begins with the directory's own token, so that nothing else is ever
/// taken for a part of a draft.
pub struct Draft {
    target: PathBuf,
    path: PathBuf,
    token: String,
    inside: Inside,
}

/// The directory of a draft, opened. A file system without such locks keeps none, and there is
/// nothing removed that somebody left behind.
struct Inside {
    found: Metadata,
    _held: Option<Flock<File>>,
}

impl Draft {
    /// Begins beside `target`.
    pub fn beside(target: &Path) -> io::Result<Self> {
        Self::within(directory_of(target))
    }

    /// Begins in a directory, which it clears of what others were killed over.
    pub fn within(directory: &Path) -> io::Result<Self> {
        sweep(directory);
        loop {
            let token = token()?;
            let path = directory.join(format!("{MARK}{token}"));
            DirBuilder::new().mode(0o700).create(&path)?;
            // Whoever sweeps may take it for abandoned until it is held.
            if let Some(inside) = Inside::held(&path)? {
                return Ok(Self {
                    target: directory.to_owned(),
                    path,
                    token,
                    inside,
                });
            }
        }
    }

    /// Where something of it lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.path.join(format!("{}{name}", self.token))
    }

    /// A new file in it.
    pub fn file(&self, name: &str, whose: &Whose) -> io::Result<File> {
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create_new(true);
        let options = options.mode(whose.mode_at_first());
        let file = options
            .custom_flags(libc::O_NOFOLLOW)
            .open(self.path(name))?;
        whose.give(&file)?;
        Ok(file)
    }

    /// A new directory in it, for its maker alone.
    pub fn directory(&self, name: &str) -> io::Result<PathBuf> {
        let path = self.path(name);
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(path)
    }

    /// Gives what was made its name, once it is on the disk. What has that name already is left
    /// alone: `AlreadyExists`.
    pub fn publish(&self, name: &str, target: &Path) -> io::Result<()> {
        sync(&self.path(name))?;
        self.publish_synced(name, target)
    }

    /// The same for what is on the disk already.
    pub fn publish_synced(&self, name: &str, target: &Path) -> io::Result<()> {
        let made = self.path(name);
        match rename_without_replacing(&made, target) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => link(&made, target),
            named => named,
        }
    }

    /// The same in the place of what has that name, be it a file, a link or an empty directory.
    pub fn replace(&self, name: &str, target: &Path) -> io::Result<()> {
        let made = self.path(name);
        sync(&made)?;
        fs::rename(made, target)
    }

    /// Ends: a name lasts once its directory is on the disk.
    pub fn finish(self) -> io::Result<()> {
        sync(&self.target)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.inside.is_at(&self.path) {
            // What stays is removed by the next sweep.
            let _ = clear(&self.path, &self.token);
        }
    }
}

impl Inside {
    /// `None` where it was swept away meanwhile.
    fn held(path: &Path) -> io::Result<Option<Self>> {
        let opened = match open_directory(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        let found = opened.metadata()?;
        let held = Flock::lock(opened, FlockArg::LockExclusive).ok();
        let inside = Self { found, _held: held };
        Ok(inside.is_at(path).then_some(inside))
    }

    /// Whether a path still leads to it.
    fn is_at(&self, path: &Path) -> bool {
        let found = path.symlink_metadata();
        found.is_ok_and(|it| (it.dev(), it.ino()) == (self.found.dev(), self.found.ino()))
    }
}

/// Removes the drafts in a directory that this user's processes were killed over. What belongs to
/// somebody else, or is still being made, is left alone.
pub fn sweep(directory: &Path) {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let swept = token_of(&name).map(|token| remove_abandoned(&entry.path(), token));
        if let Some(Err(error)) = swept {
            tracing::debug!("{} is not removed: {error}", entry.path().display());
        }
    }
}

fn remove_abandoned(path: &Path, token: &str) -> io::Result<()> {
    let opened = open_directory(path)?;
    let found = opened.metadata()?;
    if found.uid() != nix::unistd::geteuid().as_raw() {
        return Ok(());
    }
    let Ok(held) = Flock::lock(opened, FlockArg::LockExclusiveNonblock) else {
        return Ok(());
    };
    let inside = Inside {
        found,
        _held: Some(held),
    };
    if inside.is_at(path) {
        clear(path, token)?;
    }
    Ok(())
}

/// Removes what is a draft's, and the draft itself once nothing else is in it.
fn clear(path: &Path, token: &str) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with(token) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_dir(path)
}

fn token() -> io::Result<String> {
    let bytes: [u8; DIGITS / 2] = random_bytes().map_err(io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The token in a draft's name.
fn token_of(name: &OsStr) -> Option<&str> {
    let token = name.to_str()?.strip_prefix(MARK)?;
    let digits = token.bytes().all(|it| it.is_ascii_hexdigit());
    (digits && token.len() == DIGITS).then_some(token)
}

/// A second name fails where there is one already, which renaming would not. A file system without
/// second names is left with looking first.
pub(super) fn link(made: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(made, target) {
        Ok(()) => fs::remove_file(made),
        Err(_) if !is_there(target) => fs::rename(made, target),
        Err(error) => Err(error),
    }
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn rename_without_replacing(from: &Path, to: &Path) -> io::Result<()> {
    use nix::fcntl::{AT_FDCWD, RenameFlags, renameat2};

    let flags = RenameFlags::RENAME_NOREPLACE;
    Ok(renameat2(AT_FDCWD, from, AT_FDCWD, to, flags)?)
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn rename_without_replacing(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
