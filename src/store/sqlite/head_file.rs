//! The file beside the store that remembers where the log ended.
//!
//! SQLite takes a WAL file that was cut short for a whole one: what was acknowledged is gone and
//! nothing tells. So after each commit the head is written beside the store, without waiting for
//! the disk; a store that knows less than that file has lost commits.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::files::{self, Whose};
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
    let read = files::read_plain(path, LENGTH as u64 + 1);
    let bytes = read.ok().flatten()?;
    Remembered::from_bytes(&bytes)
}

/// Reads the head file; `None`, with a warning, where it is torn or absent.
fn recall(path: &Path) -> Option<Remembered> {
    let remembered = remembered(path);
    if remembered.is_none() {
        tracing::warn!("{} is absent or torn; it is made anew", path.display());
    }
    remembered
}

/// What the head file is to hold.
pub(super) fn bytes(head: &Head) -> [u8; LENGTH] {
    let (seq, hash) = (head.seq, head.hash);
    Remembered { seq, hash }.to_bytes()
}

/// Writes the head file. A failure is a warning: what was committed stays committed, and an older
/// head is harmless.
pub(super) fn remember(place: &FilePlace, head: &Head) {
    let path = place.beside("-head");
    if let Err(error) = write(place, &path, &bytes(head)) {
        tracing::warn!("{} cannot be written: {error}", path.display());
    }
}

/// In place, since that is after each commit. What lies there and is no such file, a link that
/// somebody put there for one, is replaced by a file that is the store's.
fn write(place: &FilePlace, path: &Path, bytes: &[u8; LENGTH]) -> io::Result<()> {
    let opened = files::open_plain(path, OpenOptions::new().write(true))?;
    let Some(mut file) = opened else {
        return files::replace(path, &Whose::like(place.path())?, bytes);
    };
    file.write_all(bytes)?;
    file.set_len(LENGTH as u64)
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
