//! The file beside the store that remembers where the log ended.
//!
//! SQLite takes a WAL file that was cut short for a whole one: what was acknowledged is gone and
//! nothing tells. So after each commit the head is written beside the store, without waiting for
//! the disk; a store that knows less than that file has lost commits.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::kernel::ids::Seq;
use crate::store::head::{Hash, Head, Loss};
use crate::store::place::FilePlace;
use crate::store::{Read, StoreError};

/// What the file beside the store remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Remembered {
    pub(super) seq: Seq,
    pub(super) hash: Hash,
}

/// The file's length: the place, the hash, and the first eight bytes of a hash over both.
const LENGTH: usize = 48;

impl Remembered {
    fn to_bytes(self) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        let checksum = Self::checksum(self.seq, &self.hash);
        let parts = self
            .seq
            .get()
            .to_be_bytes()
            .into_iter()
            .chain(self.hash.0)
            .chain(checksum);
        bytes
            .iter_mut()
            .zip(parts)
            .for_each(|(byte, part)| *byte = part);
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (seq, rest) = bytes.split_first_chunk::<8>()?;
        let (hash, rest) = rest.split_first_chunk::<32>()?;
        let seq = Seq::new(i64::from_be_bytes(*seq));
        let hash = Hash(*hash);
        (rest == Self::checksum(seq, &hash)).then_some(Self { seq, hash })
    }

    fn checksum(seq: Seq, hash: &Hash) -> [u8; 8] {
        let mut digest = Sha256::new();
        digest.update(seq.get().to_be_bytes());
        digest.update(hash.0);
        let digest: [u8; 32] = digest.finalize().into();
        let mut first = [0; 8];
        first
            .iter_mut()
            .zip(digest)
            .for_each(|(byte, it)| *byte = it);
        first
    }
}

/// Whether a head file is neither torn nor absent.
pub(super) fn is_whole(path: &Path) -> bool {
    remembered(path).is_some()
}

fn remembered(path: &Path) -> Option<Remembered> {
    let mut bytes = Vec::with_capacity(LENGTH);
    let read = OpenOptions::new()
        .read(true)
        .open(path)
        .and_then(|file| file.take(LENGTH as u64 + 1).read_to_end(&mut bytes));
    read.ok().and_then(|_| Remembered::from_bytes(&bytes))
}

/// Reads the head file; `None`, with a warning, where it is torn or absent.
fn recall(path: &Path) -> Option<Remembered> {
    let remembered = remembered(path);
    if remembered.is_none() {
        tracing::warn!("{} is absent or torn; it is made anew", path.display());
    }
    remembered
}

/// Writes the head file, with the mode of the store. A failure is a warning: what was committed
/// stays committed, and an older head is harmless.
pub(super) fn remember(place: &FilePlace, head: &Head) {
    let path = place.beside("-head");
    let bytes = Remembered {
        seq: head.seq,
        hash: head.hash,
    }
    .to_bytes();
    let opened = match OpenOptions::new().write(true).open(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => made(place, &path),
        opened => opened,
    };
    let written = opened.and_then(|mut file| {
        file.write_all(&bytes)?;
        file.set_len(LENGTH as u64)
    });
    if let Err(error) = written {
        tracing::warn!("{} cannot be written: {error}", path.display());
    }
}

/// The file made anew, with the store's mode whatever the umask: others of a group write it too.
fn made(place: &FilePlace, path: &Path) -> io::Result<File> {
    let mode = fs::metadata(place.path())?.permissions().mode() & 0o777;
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(false);
    let file = options.mode(mode).open(path)?;
    file.set_permissions(Permissions::from_mode(mode))?;
    Ok(file)
}

/// Compares the log with what was remembered; `LostCommits` where it knows less or other.
pub(super) fn compare(read: &Read<'_>, place: &FilePlace, head: &Head) -> Result<(), StoreError> {
    match lost(read, place, head)? {
        None => Ok(()),
        Some(loss) => Err(StoreError::LostCommits {
            acknowledged: loss.acknowledged.get(),
            found: loss.found.get(),
        }),
    }
}

/// What was remembered at a place and is not in the log.
pub(super) fn lost(
    read: &Read<'_>,
    place: &FilePlace,
    head: &Head,
) -> Result<Option<Loss>, StoreError> {
    let Some(remembered) = recall(&place.beside("-head")) else {
        return Ok(None);
    };
    let here = match remembered.seq {
        Seq::START => Some(Hash::ZERO),
        seq if seq == head.seq => Some(head.hash),
        seq => read.first(
            "SELECT hash FROM events_log WHERE seq = ?1",
            &[&seq],
            |row| row.get(0),
        )?,
    };
    Ok((here != Some(remembered.hash)).then_some(Loss {
        acknowledged: remembered.seq,
        acknowledged_hash: remembered.hash,
        found: head.seq,
        found_hash: head.hash,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_head_is_none() {
        let head = Remembered {
            seq: Seq::new(7),
            hash: Hash([3; 32]),
        };
        let mut bytes = head.to_bytes();
        assert_eq!(Remembered::from_bytes(&bytes), Some(head));
        assert_eq!(Remembered::from_bytes(&bytes[..40]), None);
        bytes[20] ^= 1;
        assert_eq!(Remembered::from_bytes(&bytes), None);
        assert_eq!(Remembered::from_bytes(&[]), None);
    }
}
