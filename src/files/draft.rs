//! What is on its way to its name.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use nix::fcntl::{Flock, FlockArg};
use nix::libc;

use crate::files::{Whose, directory_of, is_there, open_directory, sync};
use crate::kernel::dice::random_bytes;

/// What the name of a draft begins with; its token is the rest.
const MARK: &str = ".popug-";

/// Whoever sweeps is met once by chance, and not so often.
const TRIES: u32 = 16;

/// The digits of a token, 128 bits.
const DIGITS: usize = 32;

/// A directory for its maker alone, beside what is to be made. Whoever else may write there sees its
/// name and may move it away, but neither looks into it nor puts another in its place: it is opened
/// once, looked at for whose it is, and from then on nothing goes by its name.
///
/// What was not given a name is removed when this is dropped. Where the process is killed before
/// that, whoever next makes something there removes it: the maker holds a lock for as long as it
/// lives. Everything inside begins with the directory's own token, so that nothing else is ever
/// taken for a part of a draft.
pub struct Draft {
    target: PathBuf,
    token: String,
    inside: Inside,
}

/// The directory of a draft, opened. A file system without such locks keeps none, and there is
/// nothing removed that somebody left behind.
struct Inside {
    /// The name that it was made under.
    name: PathBuf,
    /// The way in: by what is open, where the system tells of that, else by its name.
    way: PathBuf,
    found: Metadata,
    opened: File,
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
        for _ in 0..TRIES {
            let token = token()?;
            let path = directory.join(format!("{MARK}{token}"));
            DirBuilder::new().mode(0o700).create(&path)?;
            // Whoever sweeps may take it for abandoned until it is held.
            if let Some(inside) = Inside::held(&path, &token)? {
                return Ok(Self {
                    target: directory.to_owned(),
                    token,
                    inside,
                });
            }
        }
        Err(displaced())
    }

    /// The way to something of it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.inside.way.join(format!("{}{name}", self.token))
    }

    /// The same as it is told to people.
    pub fn named(&self, name: &str) -> PathBuf {
        self.inside.name.join(format!("{}{name}", self.token))
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
        self.inside.check()?;
        let made = self.path(name);
        match rename_without_replacing(&made, target) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => link(&made, target),
            named => named,
        }
    }

    /// The same in the place of what has that name, be it a file, a link or an empty directory.
    pub fn replace(&self, name: &str, target: &Path) -> io::Result<()> {
        self.inside.check()?;
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
        // What stays is removed by the next sweep.
        let _ = self.inside.clear(&self.token);
    }
}

impl Inside {
    /// `None` where it was swept away meanwhile.
    fn held(name: &Path, token: &str) -> io::Result<Option<Self>> {
        let mut inside = match Self::open(name) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        if !inside.is_own(token)? {
            return Err(displaced());
        }
        let opened = inside.opened.try_clone()?;
        inside._held = Flock::lock(opened, FlockArg::LockExclusive).ok();
        Ok(inside.is_at(name).then_some(inside))
    }

    fn open(name: &Path) -> io::Result<Self> {
        let opened = open_directory(name)?;
        let mut inside = Self {
            name: name.to_owned(),
            way: name.to_owned(),
            found: opened.metadata()?,
            opened,
            _held: None,
        };
        let descriptor = format!("/proc/self/fd/{}", inside.opened.as_raw_fd());
        if fs::metadata(&descriptor).is_ok_and(|it| inside.is(&it)) {
            inside.way = descriptor.into();
        }
        Ok(inside)
    }

    /// Whether nobody else can look into it. Where a file system does not keep owners or modes, what is
    /// made in it has the same ones, and there is nothing to be kept from anybody.
    fn is_own(&self, token: &str) -> io::Result<bool> {
        let is_closed = |it: &Metadata| it.mode() & 0o077 == 0;
        let own = self.found.uid() == nix::unistd::geteuid().as_raw();
        if own && is_closed(&self.found) {
            return Ok(true);
        }
        let path = self.way.join(format!("{token}-own"));
        let mut options = OpenOptions::new();
        let options = options.write(true).create_new(true).mode(0o600);
        let made = options.custom_flags(libc::O_NOFOLLOW).open(&path)?;
        let made = made.metadata()?;
        fs::remove_file(&path)?;
        let alike = is_closed(&self.found) || !is_closed(&made);
        Ok(made.uid() == self.found.uid() && alike)
    }

    fn is(&self, found: &Metadata) -> bool {
        (found.dev(), found.ino()) == (self.found.dev(), self.found.ino())
    }

    /// Whether a name still leads to it.
    fn is_at(&self, name: &Path) -> bool {
        name.symlink_metadata().is_ok_and(|it| self.is(&it))
    }

    /// Refuses where somebody has moved it away: where it is gone into by name, what is in it may be
    /// another's; and who does that is to be known of.
    fn check(&self) -> io::Result<()> {
        self.is_at(&self.name).then_some(()).ok_or_else(displaced)
    }

    /// Removes what is a draft's, and the draft itself once nothing else is in it.
    fn clear(&self, token: &str) -> io::Result<()> {
        if self.way == self.name {
            self.check()?;
        }
        for entry in fs::read_dir(&self.way)? {
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
        self.check()?;
        fs::remove_dir(&self.name)
    }
}

fn displaced() -> io::Error {
    io::Error::other("somebody has moved away what was being made beside it")
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
    let mut inside = Inside::open(path)?;
    if inside.found.uid() != nix::unistd::geteuid().as_raw() {
        return Ok(());
    }
    let opened = inside.opened.try_clone()?;
    let Ok(held) = Flock::lock(opened, FlockArg::LockExclusiveNonblock) else {
        return Ok(());
    };
    inside._held = Some(held);
    if inside.is_at(path) {
        inside.clear(token)?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, chown};

    use super::*;

    #[test]
    fn a_directory_that_others_have_a_hand_in_is_not_taken_for_ones_own() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("other");
        fs::create_dir(&path).expect("made");
        let held = |mode, owner| {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
            chown(&path, owner, None).expect("given");
            Inside::held(&path, "token").map(|it| it.is_some())
        };
        assert!(held(0o700, None).expect("held"));
        held(0o770, None).expect_err("a group may write there");
        if nix::unistd::geteuid().is_root() {
            held(0o700, Some(60_001)).expect_err("it is somebody else's");
            held(0o777, Some(60_001)).expect_err("it is somebody else's");
        }
        assert_eq!(fs::read_dir(&path).expect("there").count(), 0);
    }
}
