//! The head of the log, and the file beside the store that remembers it.
//!
//! SQLite takes a WAL file that was cut short for a whole one: what was acknowledged is gone and
//! nothing tells. So after each commit the head is written beside the store, without waiting for
//! the disk; a store that knows less than that file has lost commits.

use std::fmt;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::kernel::ids::Seq;
use crate::store::{Column, Place, Read, SCHEMA, StoreError, Value};

/// A hash of the chain: SHA-256, written in hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

/// Why a text is no hash.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is no seal: a seal has 64 hexadecimal digits")]
pub struct HashError(pub String);

impl Hash {
    /// What the first event of a log is chained to.
    pub const ZERO: Self = Self([0; 32]);
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A million hashes are written for a million events, so no digit goes through a format.
        let mut digits = [0; 64];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[digit(byte >> 4), digit(byte & 0xf)]);
        }
        f.write_str(std::str::from_utf8(&digits).map_err(|_| fmt::Error)?)
    }
}

const fn digit(half: u8) -> u8 {
    match half {
        0..=9 => b'0' + half,
        _ => b'a' + half - 10,
    }
}

const fn half(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || HashError(text.to_owned());
        let digits = text.trim().as_bytes();
        if digits.len() != 64 {
            return Err(wrong());
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let [high, low] = pair else {
                return Err(wrong());
            };
            let halves = half(*high).zip(half(*low));
            let (high, low) = halves.ok_or_else(wrong)?;
            *byte = high << 4 | low;
        }
        Ok(Self(bytes))
    }
}

impl serde::Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl crate::store::Bind for Hash {
    fn value(&self) -> Value<'_> {
        Value::Text(self.to_string().into())
    }
}

impl Column for Hash {
    fn read(value: Value<'_>) -> Result<Self, String> {
        String::read(value)?
            .parse()
            .map_err(|error: HashError| error.to_string())
    }
}

/// The last event of the log, and the schema of the store that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its place; 0 in an empty log.
    pub seq: Seq,
    /// Its hash.
    pub hash: Hash,
    /// The store's schema.
    pub schema: i64,
}

impl Head {
    /// That of a store in which nothing has happened yet.
    pub const EMPTY: Self = Self {
        seq: Seq::START,
        hash: Hash::ZERO,
        schema: SCHEMA,
    };

    /// Refuses what a newer popug has made.
    pub(super) const fn check_known(&self) -> Result<(), StoreError> {
        let (found, known) = (self.schema, SCHEMA);
        if found > known {
            return Err(StoreError::TooNew { found, known });
        }
        Ok(())
    }

    /// Refuses what a popug has made that is newer or older.
    pub(super) const fn check_current(&self) -> Result<(), StoreError> {
        let (found, known) = (self.schema, SCHEMA);
        if found < known {
            return Err(StoreError::ToUpgrade { found, known });
        }
        self.check_known()
    }
}

/// The head as the store has it.
pub(super) fn read(read: &Read<'_>) -> Result<Head, StoreError> {
    read_by(read, "SELECT seq, hash, schema FROM log_head")
}

/// The head, taken so that nobody else writes.
pub(super) fn take(read: &Read<'_>) -> Result<Head, StoreError> {
    let sql = "UPDATE log_head SET seq = seq RETURNING seq, hash, schema";
    read_by(read, sql)
}

fn read_by(read: &Read<'_>, sql: &'static str) -> Result<Head, StoreError> {
    read.one(sql, &[], |row| {
        Ok(Head {
            seq: row.get(0)?,
            hash: row.get(1)?,
            schema: row.get(2)?,
        })
    })
}

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
pub(super) fn remember(place: &Place, head: &Head) {
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
fn made(place: &Place, path: &Path) -> io::Result<File> {
    let mode = fs::metadata(place.path())?.permissions().mode() & 0o777;
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(false);
    let file = options.mode(mode).open(path)?;
    file.set_permissions(Permissions::from_mode(mode))?;
    Ok(file)
}

/// Commits that were acknowledged and are not in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The last event that was acknowledged.
    pub acknowledged: Seq,
    /// Its hash.
    pub acknowledged_hash: Hash,
    /// Where the log ends.
    pub found: Seq,
    /// The hash of that event.
    pub found_hash: Hash,
}

/// Compares the log with what was remembered; `LostCommits` where it knows less or other.
pub(super) fn compare(read: &Read<'_>, place: &Place, head: &Head) -> Result<(), StoreError> {
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
    place: &Place,
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

    #[test]
    fn a_hash_reads_what_it_writes() {
        let hash = Hash(std::array::from_fn(|i| {
            u8::try_from(i * 7).expect("below 256")
        }));
        assert_eq!(hash.to_string().parse::<Hash>().expect("a hash"), hash);
        assert!("abc".parse::<Hash>().is_err());
        assert!("+f".repeat(32).parse::<Hash>().is_err());
    }
}
