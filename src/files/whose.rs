//! Whose a file is, and who may open it.

use std::fs::{self, DirBuilder, File, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::Path;

use nix::unistd::{Gid, Uid, fchown, geteuid};

use crate::files::{directory_of, open_directory, sync};

/// Mode, owner and group of what is made. Only root gives something to another owner; a group is
/// given what is for it, or nothing is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whose {
    mode: Option<u32>,
    owner: Option<Uid>,
    group: Option<Gid>,
}

impl Whose {
    /// Its maker's alone.
    pub const MINE: Self = Self {
        mode: Some(0o600),
        owner: None,
        group: None,
    };

    /// For whom the maker's umask lets in.
    pub const ANYBODYS: Self = Self {
        mode: None,
        owner: None,
        group: None,
    };

    /// A group's.
    pub const fn shared_with(group: Gid) -> Self {
        Self {
            mode: Some(0o660),
            owner: None,
            group: Some(group),
        }
    }

    /// As a file is that it belongs to; of its mode, what owner and group may.
    pub fn like(file: &Path) -> io::Result<Self> {
        let found = fs::metadata(file)?;
        let mode = found.mode() & 0o660;
        // The group of what is for its owner alone says nothing, and may be one that nobody gives.
        let is_shared = mode & 0o060 != 0;
        Ok(Self {
            mode: Some(mode),
            owner: Some(Uid::from_raw(found.uid())),
            group: is_shared.then(|| Gid::from_raw(found.gid())),
        })
    }

    /// The group that it is for beside its owner.
    pub fn sharing(&self) -> Option<Gid> {
        let is_shared = self.mode.is_some_and(|it| it & 0o060 == 0o060);
        self.group.filter(|_| is_shared)
    }

    /// Whose it is to be; `None` where it is its maker's.
    pub(super) const fn owner(&self) -> Option<Uid> {
        self.owner
    }

    /// The mode before it is its owner's and group's.
    pub(super) fn mode_at_first(&self) -> u32 {
        self.mode.map_or(0o666, |_| 0o600)
    }

    /// Makes it so.
    pub(super) fn give(&self, file: &File) -> io::Result<()> {
        let Some(mode) = self.mode else {
            return Ok(());
        };
        let found = file.metadata()?;
        if let Some(owner) = self.new_owner(&found) {
            fchown(file, Some(owner), None)?;
        }
        if let Some(group) = self.new_group(&found) {
            fchown(file, None, Some(group))?;
        }
        file.set_permissions(Permissions::from_mode(mode))
    }

    fn new_owner(&self, found: &Metadata) -> Option<Uid> {
        let others = self.owner.filter(|it| it.as_raw() != found.uid());
        others.filter(|_| geteuid().is_root())
    }

    fn new_group(&self, found: &Metadata) -> Option<Gid> {
        self.group.filter(|it| it.as_raw() != found.gid())
    }

    /// The mode of a directory for it. What is made in a group's is the group's as well.
    fn directory_mode(&self) -> Option<u32> {
        let mode = self.mode?;
        let enter = (mode & 0o444) >> 2;
        let group = if mode & 0o070 == 0 { 0 } else { 0o2000 };
        Some(mode | enter | group)
    }
}

/// Makes a directory, with those above it that are missing, each whose it is to be and on the disk.
/// What is there already stays as it is.
pub fn make_directory(path: &Path, whose: &Whose) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let above = directory_of(path);
    if above != path {
        make_directory(above, whose)?;
    }
    let mode = whose.directory_mode();
    let made = DirBuilder::new()
        .mode(mode.map_or(0o777, |_| 0o700))
        .create(path);
    match made {
        // Another process may have been there first.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let is_directory = path.is_dir().then_some(());
            return is_directory.ok_or(io::Error::from(nix::errno::Errno::ENOTDIR));
        }
        made => made?,
    }
    give_directory(path, whose)?;
    sync(above)
}

/// Makes a directory that is there whose it is to be.
pub fn give_directory(path: &Path, whose: &Whose) -> io::Result<()> {
    let Some(mode) = whose.directory_mode() else {
        return Ok(());
    };
    let whose = Whose {
        mode: Some(mode),
        ..*whose
    };
    whose.give(&open_directory(path)?)
}
