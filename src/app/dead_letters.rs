//! Hearing dead letters again, and rebuilding what only derives.

use serde::{Deserialize, Serialize};

use crate::analytics::{self, Rebuild};
use crate::app::caller::Caller;
use crate::app::change::Procedure;
use crate::app::consumers::CONSUMERS;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::keys::Keyed;
use crate::events::{self, DeadLetter, LetterState, LogError};
use crate::kernel::ids::{DeadLetterId, Seq};
use crate::store::Read;

/// What became of a dead letter that was heard again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Retried {
    /// The letter.
    pub id: DeadLetterId,
    /// How many events were heard: it, and those that waited behind it.
    pub heard: usize,
    /// The letter that stays, where one could still not be heard.
    pub dead: Option<DeadLetterId>,
    /// Why it could not.
    pub reason: Option<String>,
}

/// A rebuild that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rebuilt {
    /// Who was rebuilt.
    pub consumer: String,
    /// Through which event.
    pub through: Seq,
}

/// `event.dead.retry`: hears dead letters again, each with what waits behind it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RetryDead {
    /// Which; all of them where none is named.
    pub ids: Vec<DeadLetterId>,
}

/// `event.rebuild`: derives a consumer's tables anew from the first event, in batches, then puts them
/// in place of the old ones. Others go on reading and writing meanwhile.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RebuildConsumer {
    /// Whose.
    pub consumer: Derived,
}

/// The consumers that only derive.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Derived {
    /// What admins watch.
    Analytics,
}

impl Procedure for RetryDead {
    type Answer = Vec<Retried>;

    fn proceed(
        &self,
        door: &Door,
        caller: &Caller,
        _: Option<&Keyed>,
    ) -> Result<Vec<Retried>, AppError> {
        let letters = match self.ids.as_slice() {
            [] => door.read(all_dead)?,
            ids => ids.to_vec(),
        };
        let mut retried = Vec::with_capacity(letters.len());
        for id in letters {
            retried.push(retry_one(door, caller, id)?);
            door.catch_up()?;
        }
        Ok(retried)
    }

    fn is_done(answer: &Vec<Retried>) -> bool {
        answer.iter().all(|it| it.dead.is_none())
    }
}

fn all_dead(read: &Read<'_>) -> Result<Vec<DeadLetterId>, AppError> {
    let letters = events::dead_list(read)?.into_iter();
    let dead = letters.filter(|letter| letter.state == LetterState::Dead);
    Ok(dead.map(|letter| letter.id).collect())
}

fn retry_one(door: &Door, caller: &Caller, id: DeadLetterId) -> Result<Retried, AppError> {
    let letter: Option<DeadLetter> = door.read(|read| events::dead_show(read, id))?;
    let named = letter.ok_or(LogError::NoLetter(id))?.consumer;
    let consumer = CONSUMERS.into_iter().find(|it| it.name() == named);
    let consumer = consumer.ok_or(LogError::NoLetter(id))?;
    let stamp = door.world().stamp(&door.authenticate(caller)?.actor);
    let reheard = events::retry(door.store(), &stamp, consumer, id)?;
    let (dead, reason) = reheard.dead.unzip();
    Ok(Retried {
        id,
        heard: reheard.heard,
        dead,
        reason,
    })
}

impl Procedure for RebuildConsumer {
    type Answer = Rebuilt;

    fn proceed(&self, door: &Door, _: &Caller, _: Option<&Keyed>) -> Result<Rebuilt, AppError> {
        match self.consumer {
            Derived::Analytics => rebuild_analytics(door),
        }
    }
}

fn rebuild_analytics(door: &Door) -> Result<Rebuilt, AppError> {
    door.write(analytics::begin_rebuild)?;
    loop {
        if let Rebuild::Done(through) = door.write(analytics::rebuild_batch)? {
            door.catch_up()?;
            return Ok(Rebuilt {
                consumer: "analytics".to_owned(),
                through,
            });
        }
    }
}
