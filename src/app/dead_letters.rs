//! Hearing dead letters again, and rebuilding what only derives.

use serde::{Deserialize, Serialize};

use crate::analytics::{self, Rebuild};
use crate::app::consumers::CONSUMERS;
use crate::app::door::{Caller, Door, authorise};
use crate::app::error::AppError;
use crate::events::{self, DeadLetter, LetterState, LogError};
use crate::kernel::ids::{DeadLetterId, Seq};
use crate::kernel::permission::Permission;

/// What became of a dead letter that was heard again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
pub struct Rebuilt {
    /// Who was rebuilt.
    pub consumer: String,
    /// Through which event.
    pub through: Seq,
}

impl Door {
    /// Hears dead letters again, each with what waits behind it; all of them where none is named.
    pub fn retry_dead(
        &self,
        caller: &Caller,
        ids: &[DeadLetterId],
    ) -> Result<Vec<Retried>, AppError> {
        authorise(&caller.actor, Permission::EventManage)?;
        let letters = if ids.is_empty() {
            self.all_dead()?
        } else {
            ids.to_vec()
        };
        let mut retried = Vec::with_capacity(letters.len());
        for id in letters {
            retried.push(self.retry_one(caller, id)?);
            self.catch_up()?;
        }
        Ok(retried)
    }

    fn all_dead(&self) -> Result<Vec<DeadLetterId>, AppError> {
        let letters = self.read(events::dead_list)?.into_iter();
        let dead = letters.filter(|letter| letter.state == LetterState::Dead);
        Ok(dead.map(|letter| letter.id).collect())
    }

    fn retry_one(&self, caller: &Caller, id: DeadLetterId) -> Result<Retried, AppError> {
        let letter: Option<DeadLetter> = self.read(|read| events::dead_show(read, id))?;
        let named = letter.ok_or(LogError::NoLetter(id))?.consumer;
        let consumer = CONSUMERS.into_iter().find(|it| it.name() == named);
        let consumer = consumer.ok_or(LogError::NoLetter(id))?;
        let stamp = self.world().stamp(&caller.actor);
        let reheard = events::retry(self.store(), &stamp, consumer, id)?;
        let (dead, reason) = reheard.dead.unzip();
        Ok(Retried {
            id,
            heard: reheard.heard,
            dead,
            reason,
        })
    }

    /// Derives analytics anew from the first event, in batches, then puts them in place of the
    /// old ones. Others go on reading and writing meanwhile.
    pub fn rebuild_analytics(&self, caller: &Caller) -> Result<Rebuilt, AppError> {
        authorise(&caller.actor, Permission::EventManage)?;
        self.write(analytics::begin_rebuild)?;
        loop {
            if let Rebuild::Done(through) = self.write(analytics::rebuild_batch)? {
                self.catch_up()?;
                return Ok(Rebuilt {
                    consumer: "analytics".to_owned(),
                    through,
                });
            }
        }
    }
}
