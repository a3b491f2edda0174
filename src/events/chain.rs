//! The chain: each event's hash covers the hash before it and every field of its own.

use sha2::{Digest, Sha256};

use crate::events::sql;
use crate::events::stored::Stored;
use crate::kernel::ids::Seq;
use crate::store::{Hash, Read, StoreError};

/// Names the encoding inside of what is hashed; a later one has another name.
const ENCODING: &[u8] = b"popug-chain/1";

/// The hash of an event behind `before`.
///
/// SHA-256 over the encoding's name, the hash before, and the fields in their order: numbers as 8
/// bytes, big-endian; texts as the number of their bytes and these; what may be absent as one byte
/// 0, or 1 and the value. Nothing is joined, so no two events have the same bytes.
pub fn hash(before: &Hash, event: &Stored) -> Hash {
    let mut digest = Sha256::new();
    digest.update(ENCODING);
    digest.update(before.0);
    digest.update(event.seq.get().to_be_bytes());
    text(&mut digest, &event.name);
    digest.update(event.version.to_be_bytes());
    text(&mut digest, &event.subject);
    text(&mut digest, &event.producer);
    digest.update(event.occurred_at.micros().to_be_bytes());
    text(&mut digest, &event.actor);
    match event.cause {
        None => digest.update([0]),
        Some(cause) => {
            digest.update([1]);
            digest.update(cause.get().to_be_bytes());
        }
    }
    text(&mut digest, &event.data);
    Hash(digest.finalize().into())
}

fn text(digest: &mut Sha256, text: &str) {
    digest.update((text.len() as u64).to_be_bytes());
    digest.update(text.as_bytes());
}

/// The first place at which the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainBreak {
    /// The event.
    pub seq: Seq,
    /// What is wrong with it.
    pub reason: &'static str,
}

/// Walks along a chain, an event at a time.
pub struct Walk {
    /// The hash of the last event; none where that could not be read.
    before: Option<Hash>,
    last: Seq,
}

impl Walk {
    /// In front of the first event.
    pub const fn new() -> Self {
        Self {
            before: Some(Hash::ZERO),
            last: Seq::START,
        }
    }

    /// The last event that was met.
    pub const fn last(&self) -> Seq {
        self.last
    }

    /// Steps on to the next event; what is wrong with it, if anything.
    pub fn step(&mut self, event: &Stored) -> Option<ChainBreak> {
        let seq = event.seq;
        let reason = if seq != self.last.next() {
            Some("an event is missing before it")
        } else if self.before.is_some_and(|it| hash(&it, event) != event.hash) {
            Some("its hash is not the one of its content")
        } else {
            None
        };
        self.before = Some(event.hash);
        self.last = seq;
        reason.map(|reason| ChainBreak { seq, reason })
    }

    /// Steps over an event that cannot be read: what lies behind it is looked at from there on.
    pub const fn step_over(&mut self) {
        self.before = None;
        self.last = self.last.next();
    }

    /// Compares the end of the chain with the head of the log.
    pub fn end(&self, read: &Read<'_>) -> Result<Option<ChainBreak>, StoreError> {
        let (seq, hash) = sql::head(read)?;
        let same = seq == self.last && self.before.is_none_or(|it| it == hash);
        Ok((!same).then_some(ChainBreak {
            seq: self.last,
            reason: "the head of the log names another last event",
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::moment::Moment;

    /// The stored format is for ever: this hash was computed once and must never change.
    #[test]
    fn the_encoding_is_the_same_for_ever() {
        let event = Stored {
            seq: Seq::new(2),
            name: "task.closed".into(),
            version: 1,
            subject: "task/12".to_owned(),
            producer: "tasks".into(),
            occurred_at: Moment::from_micros(1_764_000_000_000_000).expect("in range"),
            actor: "kesha".to_owned(),
            cause: Some(Seq::new(1)),
            data: r#"{"task":12,"by":3}"#.to_owned(),
            hash: Hash::ZERO,
        };
        let hashed = hash(&Hash([1; 32]), &event).to_string();
        assert_eq!(
            hashed,
            "e2d123b1978cd219b3c55c08f2486848097e90d69d4f38b0959f3667778cf7ad"
        );
        let moved = Stored {
            subject: "task/1".to_owned(),
            producer: "2tasks".into(),
            ..event
        };
        assert_ne!(hash(&Hash([1; 32]), &moved).to_string(), hashed);
    }
}
