//! What belongs to a store, and is not for whom the store is.

use std::fmt;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use nix::unistd::{Gid, Group, Uid, User};

use crate::files::Whose;
use crate::kernel::shell::quoted;

/// Files, or directories, that somebody cannot work with who may have the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    paths: Vec<PathBuf>,
    found: Found,
    wanted: Wanted,
}

/// How the first of them is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    path: PathBuf,
    mode: u32,
    owner: Uid,
    group: Gid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// A group's, with this mode.
    Shared { group: Gid, mode: u32 },
    /// Its owner's.
    Owned(Uid),
}

impl Misfit {
    /// Those of these files that are not for whom they are to be; what is not there is no misfit.
    pub fn among_files(paths: &[PathBuf], whose: &Whose) -> Option<Self> {
        Self::among(paths, whose, 0o660)
    }

    /// The same of directories.
    pub fn among_directories(paths: &[PathBuf], whose: &Whose) -> Option<Self> {
        Self::among(paths, whose, 0o2770)
    }

    fn among(paths: &[PathBuf], whose: &Whose, mode: u32) -> Option<Self> {
        let wanted = match (whose.sharing(), whose.owner()) {
            (Some(group), _) => Wanted::Shared { group, mode },
            (None, Some(owner)) => Wanted::Owned(owner),
            (None, None) => return None,
        };
        let found: Vec<Found> = paths
            .iter()
            .filter_map(|path| Found::at(path))
            .filter(|found| !wanted.is_met_by(found))
            .collect();
        Some(Self {
            paths: found.iter().map(|it| it.path.clone()).collect(),
            found: found.into_iter().next()?,
            wanted,
        })
    }

    /// The command line that mends it.
    pub fn mending(&self) -> String {
        let paths = self.paths.iter();
        let paths: Vec<String> = paths
            .map(|path| quoted(&path.display().to_string()).into_owned())
            .collect();
        let paths = paths.join(" ");
        match self.wanted {
            Wanted::Shared { group, mode } => {
                let group = group_name(group);
                format!("chgrp {group} {paths} && chmod {mode:04o} {paths}")
            }
            Wanted::Owned(owner) => format!("chown {} {paths}", user_name(owner)),
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Found {
            path,
            mode,
            owner,
            group,
        } = &self.found;
        let path = path.display();
        match self.wanted {
            Wanted::Shared { group: wanted, .. } => {
                let (wanted, group) = (group_name(wanted), group_name(*group));
                write!(
                    f,
                    "{path} is not for the group {wanted} (mode {mode:04o}, group {group})"
                )
            }
            Wanted::Owned(wanted) => {
                let (wanted, owner) = (user_name(wanted), user_name(*owner));
                write!(f, "{path} belongs to {owner}, not to {wanted}")
            }
        }
    }
}

impl Found {
    fn at(path: &Path) -> Option<Self> {
        let found = fs::metadata(path).ok()?;
        Some(Self {
            path: path.to_owned(),
            mode: found.mode() & 0o7777,
            owner: Uid::from_raw(found.uid()),
            group: Gid::from_raw(found.gid()),
        })
    }
}

impl Wanted {
    /// What the owner may is the owner's business, and so is what all others may.
    fn is_met_by(self, found: &Found) -> bool {
        match self {
            Self::Shared { group, mode } => {
                found.group == group && found.mode & mode & 0o2070 == mode & 0o2070
            }
            Self::Owned(owner) => found.owner == owner,
        }
    }
}

/// The first directory above this one that a group cannot get through.
pub fn closed_above(directory: &Path, group: Gid) -> Option<PathBuf> {
    let directory = fs::canonicalize(directory).ok()?;
    let above = directory.ancestors().skip(1);
    let closed = above.filter(|path| {
        let through = |found: fs::Metadata| {
            found.mode() & 0o001 != 0
                || (found.mode() & 0o010 != 0 && found.gid() == group.as_raw())
        };
        fs::metadata(path).is_ok_and(|found| !through(found))
    });
    closed.last().map(Path::to_owned)
}

/// A group by its name, or by its number where it has none.
pub fn group_name(group: Gid) -> String {
    let found = Group::from_gid(group).ok().flatten();
    found.map_or_else(|| group.to_string(), |it| it.name)
}

fn user_name(user: Uid) -> String {
    let found = User::from_uid(user).ok().flatten();
    found.map_or_else(|| user.to_string(), |it| it.name)
}
