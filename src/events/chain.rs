//! The chain: each event's hash covers the hash before it and every field of its own.

use sha2::{Digest, Sha256};

use crate::events::log::{LogError, Stored};
use crate::events::sql;
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

/// Recomputes the whole chain up to the head.
pub fn first_break(read: &Read<'_>) -> Result<Option<ChainBreak>, LogError> {
    let mut before = Hash::ZERO;
    let mut last = Seq::START;
    let mut found = None;
    sql::each_stored::<StoreError>(read, |event| {
        if found.is_some() {
            return Ok(());
        }
        let seq = event.seq;
        let reason = if seq != last.next() {
            Some("an event is missing before it")
        } else if hash(&before, event) != event.hash {
            Some("its hash is not the one of its content")
        } else {
            None
        };
        found = reason.map(|reason| ChainBreak { seq, reason });
        before = event.hash;
        last = seq;
        Ok(())
    })?;
    if found.is_none() {
        let (seq, hash) = sql::head(read)?;
        if seq != last || hash != before {
            let reason = "the head of the log names another last event";
            found = Some(ChainBreak { seq: last, reason });
        }
    }
    Ok(found)
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
            name: "task.closed".to_owned(),
            version: 1,
            subject: "task/12".to_owned(),
            producer: "tasks".to_owned(),
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
            producer: "2tasks".to_owned(),
            ..event
        };
        assert_ne!(hash(&Hash([1; 32]), &moved).to_string(), hashed);
    }
}
