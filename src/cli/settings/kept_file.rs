//! Small files that somebody keeps for popug: settings, and secrets one by one.

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use nix::fcntl::OFlag;

/// None is longer.
const MOST_BYTES: u64 = 64 * 1024;

/// Why such a file is not read.
#[derive(Debug, thiserror::Error)]
pub(super) enum KeptFileError {
    /// A pipe, a device, a directory: whoever reads it may wait for ever.
    #[error("it is no regular file")]
    NoFile,
    /// Longer than anything that is meant.
    #[error("it is longer than {} KiB", MOST_BYTES / 1024)]
    TooLong,
    /// No text.
    #[error("it is not UTF-8")]
    NoText,
    /// What the system says.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What such a file holds.
pub(super) struct KeptFile {
    pub(super) text: String,
    /// Whether others can read it, too: then no secret is taken from it.
    pub(super) is_exposed: bool,
}

impl KeptFile {
    /// Reads one, without waiting for anybody.
    pub(super) fn read(path: &Path) -> Result<Self, KeptFileError> {
        // It is looked at first, since to open a device may do something.
        if !fs::metadata(path)?.is_file() {
            return Err(KeptFileError::NoFile);
        }
        let mut options = OpenOptions::new();
        let at_once = OFlag::O_NONBLOCK | OFlag::O_NOCTTY;
        let file = options.read(true).custom_flags(at_once.bits()).open(path)?;
        let found = file.metadata()?;
        if !found.is_file() {
            return Err(KeptFileError::NoFile);
        }
        let mut bytes = Vec::new();
        let length = file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        if u64::try_from(length).unwrap_or(u64::MAX) > MOST_BYTES {
            return Err(KeptFileError::TooLong);
        }
        Ok(Self {
            text: String::from_utf8(bytes).map_err(|_| KeptFileError::NoText)?,
            is_exposed: is_exposed(&found),
        })
    }
}

/// One's own file is one's own. What the system's administrator hands out may be for a group, too,
/// as a service's credentials are.
fn is_exposed(found: &Metadata) -> bool {
    let is_ours = found.uid() == nix::unistd::geteuid().as_raw();
    let is_handed_out = found.uid() == 0 && (!is_ours || found.gid() != 0);
    let others = if is_handed_out { 0o037 } else { 0o077 };
    found.mode() & others != 0
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn what_is_no_small_regular_file_is_refused_at_once() {
        let directory = tempfile::tempdir().expect("a directory");
        let pipe = directory.path().join("pipe");
        nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
        let long = directory.path().join("long");
        fs::write(&long, "x".repeat(64 * 1024 + 1)).expect("a file");
        let refused = |path: &Path| KeptFile::read(path).err().expect("refused");
        for path in [pipe.as_path(), directory.path(), Path::new("/dev/zero")] {
            assert!(
                matches!(refused(path), KeptFileError::NoFile),
                "{}",
                path.display()
            );
        }
        assert!(matches!(refused(&long), KeptFileError::TooLong));
        fs::write(&long, "x".repeat(64 * 1024)).expect("a file");
        assert!(KeptFile::read(&long).is_ok());
    }

    #[test]
    fn what_others_can_read_is_known() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("token");
        fs::write(&path, "x").expect("a file");
        for (mode, exposed) in [(0o600, false), (0o400, false), (0o640, true), (0o604, true)] {
            fs::set_permissions(&path, Permissions::from_mode(mode)).expect("set");
            let file = KeptFile::read(&path).expect("read");
            assert_eq!(file.is_exposed, exposed, "{mode:o}");
        }
    }
}
