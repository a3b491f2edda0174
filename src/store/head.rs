//! The head of the log, and the hashes that chain it.

use std::fmt;
use std::str::FromStr;

use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::store::{Column, Read, SCHEMA, StoreError, Value, columns, fields};

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

#[cfg(test)]
crate::kernel::schema::schema!(Hash, {"type": "string", "pattern": "^[0-9a-f]{64}$"});

impl crate::store::Bind for Hash {
    fn value(&self) -> Value<'_> {
        Value::Text(self.to_string().into())
    }
}

impl Column for Hash {
    fn read(value: Value<'_>) -> Result<Self, String> {
        let text = String::read(value)?;
        let hash: Self = text.parse().map_err(|error: HashError| error.to_string())?;
        match hash.to_string() == text {
            true => Ok(hash),
            false => Err(format!("'{text}', which popug writes in lower case")),
        }
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

fields!(Head: seq, hash, schema);

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
    read.one("SELECT seq, hash, schema FROM log_head", &[], columns)
}

/// The head in the words of PostgreSQL's simple queries, where everything is text.
pub(super) fn of_row(row: &postgres::SimpleQueryRow) -> Result<Head, StoreError> {
    let text = |column| row.get(column).ok_or(StoreError::NoRow("log_head"));
    let number = |column| number(text(column)?);
    let hash = text("hash")?.parse();
    Ok(Head {
        seq: Seq::new(number("seq")?),
        hash: hash.map_err(|error: HashError| StoreError::Column {
            place: "log_head, column hash".to_owned(),
            reason: error.to_string(),
        })?,
        schema: number("schema")?,
    })
}

/// A whole number in such words.
pub(super) fn number(text: &str) -> Result<i64, StoreError> {
    let number = text.parse();
    number.map_err(|error: std::num::ParseIntError| StoreError::Damaged(error.to_string()))
}

/// An instant in such words.
pub(super) fn moment(text: &str) -> Result<Moment, StoreError> {
    let moment = Moment::from_micros(number(text)?);
    moment.map_err(|error| StoreError::Damaged(error.to_string()))
}

/// The first schema in which a store says where it has moved to.
const SCHEMA_OF_MOVES: i64 = 14;

/// Where the store was copied for good; `None` where it is still in use.
pub fn moved_to(read: &Read<'_>) -> Result<Option<String>, StoreError> {
    if self::read(read)?.schema < SCHEMA_OF_MOVES {
        return Ok(None);
    }
    read.one("SELECT moved_to FROM log_head", &[], columns)
}

/// Refuses a store that was copied elsewhere for good, before anything is done on its behalf that
/// no write could note any more.
pub fn refuse_moved(read: &Read<'_>) -> Result<(), StoreError> {
    let sql = "SELECT moved_to FROM log_head";
    match read.one(sql, &[], columns)? {
        None => Ok(()),
        Some(to) => Err(StoreError::Moved(to)),
    }
}

/// The head, taken so that nobody else writes, and when its event happened by its own clock. A store
/// that has moved takes nothing in any more.
pub(super) fn take(read: &Read<'_>) -> Result<(Head, Option<Moment>), StoreError> {
    let sql = "UPDATE log_head SET seq = seq RETURNING seq, hash, schema, moved_to,
                   (SELECT occurred_at FROM events_log WHERE events_log.seq = log_head.seq)";
    let taken: Result<(Head, Option<String>, _), _> = read.one(sql, &[], columns);
    let (head, moved_to, newest) = taken.map_err(|error| {
        // An older schema lacks a column.
        let older = self::read(read).and_then(|head| head.check_current());
        older.err().unwrap_or(error)
    })?;
    head.check_current()?;
    match moved_to {
        None => Ok((head, newest)),
        Some(to) => Err(StoreError::Moved(to)),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

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
