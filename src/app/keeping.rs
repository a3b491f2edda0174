//! Keeping a store: backups, restoring one, upgrading, going on after a loss.
//!
//! None of it asks who is logged in: it is for whoever may open the file.

use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::consumers;
use crate::app::doctor::EXAMINATIONS;
use crate::app::door::World;
use crate::app::error::AppError;
use crate::app::identity;
use crate::app::losses::{self, How};
use crate::app::moving::refuse_unsound;
use crate::auth;
use crate::files::Whose;
use crate::kernel::actor::Actor;
use crate::kernel::ids::{Seq, TaskId};
use crate::kernel::moment::Moment;
use crate::kernel::work::Work;
use crate::store::{
    Accepts, FilePlace, Hash, Loss, Place, Read, Restoring, SCHEMA, Stamp, Store, StoreError,
};
use crate::tasks::FoldedPiece;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackedUp {
    /// The backup's file.
    pub file: String,
    /// The id of the store in it.
    pub store_id: String,
    /// The last event in it.
    pub seq: Seq,
    /// That event's hash.
    pub hash: Hash,
    /// Its schema.
    pub schema: i64,
    /// How long the file is.
    pub bytes: u64,
}

/// A store that was made out of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// Where it is.
    pub store: String,
    /// Its id.
    pub store_id: String,
    /// The last event in the backup.
    pub seq: Seq,
    /// That event's hash.
    pub hash: Hash,
    /// Its schema.
    pub schema: i64,
    /// The last event that the store before it had acknowledged, where the backup lacks it.
    pub acknowledged: Option<Seq>,
}

/// A store that was upgraded, or needed none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upgraded {
    /// Where it is.
    pub store: String,
    /// Its schema before.
    pub from: i64,
    /// Its schema now.
    pub to: i64,
    /// The backup that was made first; none where there was nothing to do, or where the store is no
    /// file.
    pub backup: Option<String>,
}

/// A loss that was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedLoss {
    /// Where the store is.
    pub store: String,
    /// The last event that was acknowledged.
    pub acknowledged: Seq,
    /// Where the log ended.
    pub seq: Seq,
    /// The hash of that event.
    pub hash: Hash,
    /// The event that records it.
    pub recorded: Seq,
}

/// A store that is to be kept or mended, of this schema or an older one.
pub struct Keeping {
    pub(super) store: Store,
    pub(super) world: World,
}

impl Keeping {
    /// Opens the store that is there. A given clock or seed is refused outside of a sandbox.
    pub fn open(place: &Place, wait: Duration, world: World) -> Result<Self, AppError> {
        let store = Store::open_older(place, wait)?;
        let identity = store.identity()?;
        if world.is_given() && !identity.sandbox {
            return Err(AppError::NoSandbox);
        }
        Ok(Self { store, world })
    }

    /// With somebody who looks on at long work.
    pub fn watched(self, work: &Work) -> Self {
        let store = self.store.watched(work);
        Self { store, ..self }
    }

    /// Where it is.
    pub const fn place(&self) -> &Place {
        self.store.place()
    }

    /// Copies it into a file of its own, readable by its owner alone.
    pub fn back_up(&self, file: &Path, work: &Work) -> Result<BackedUp, AppError> {
        self.copied(file, &Whose::MINE, work)
    }

    /// What was acknowledged and is not in the log.
    pub fn loss(&self) -> Result<Option<Loss>, AppError> {
        Ok(self.store.loss()?)
    }

    /// What is lost and may be given up, by whoever owns the store's file.
    pub fn acceptable_loss(&self) -> Result<Loss, AppError> {
        self.store.check_current()?;
        self.store.check_owner()?;
        Ok(self.store.loss()?.ok_or(StoreError::NothingLost)?)
    }

    /// Where it was copied for good; `None` where it is still in use.
    pub fn moved_to(&self) -> Result<Option<String>, AppError> {
        Ok(self.store.moved_to()?)
    }

    /// Its schema.
    pub fn schema(&self) -> Result<i64, AppError> {
        Ok(self.store.head()?.schema)
    }

    /// Refuses whoever may not upgrade it.
    pub fn check_upgrader(&self) -> Result<(), AppError> {
        Ok(self.store.check_upgrader()?)
    }

    /// Makes a backup beside the store, if it is a file, then brings the store to the newest schema,
    /// and what searches look at into the form of this popug. Where that was cut short, the next
    /// upgrade goes on.
    pub fn upgrade(&self, work: &Work) -> Result<Upgraded, AppError> {
        let from = self.schema()?;
        let mut backup = None;
        if from < SCHEMA {
            let made = match self.place() {
                Place::File(file) => Some(self.back_up_beside(file, from, work)?),
                Place::Postgres(_) => None,
            };
            backup = made.map(|it| it.file);
            self.store.upgrade()?;
        }
        match self.follow_up(from) {
            // It is upgraded. What has moved or lost commits takes nothing in until it may.
            Err(AppError::Store(StoreError::Moved(_) | StoreError::LostCommits { .. })) => {}
            followed => followed?,
        }
        Ok(Upgraded {
            store: self.place().to_string(),
            from,
            to: SCHEMA,
            backup,
        })
    }

    /// What this popug writes into a store of an older one. Sessions of before it was noted that they
    /// are used lie unused from here on, or from their next use where nothing is written now.
    fn follow_up(&self, from: i64) -> Result<(), AppError> {
        let stamp = self.world.stamp(&Actor::System);
        if from < SCHEMA {
            self.store.write(&stamp, auth::note_first_uses)?;
        }
        fold_anew(&self.store, &stamp)?;
        self.tell_identity(&stamp)
    }

    /// An older store told nothing of itself.
    fn tell_identity(&self, stamp: &Stamp) -> Result<(), AppError> {
        if self.store.read(identity::is_told)? {
            return Ok(());
        }
        let identity = self.store.identity()?;
        self.store.write(stamp, |tx| match identity::is_told(tx)? {
            true => Ok(()),
            false => identity::tell(tx, &identity),
        })
    }

    /// A backup whose name says what it is: the schema and the moment, and a number where two are
    /// made in the same second. The owner and the group that may open the store may open it.
    fn back_up_beside(
        &self,
        place: &FilePlace,
        schema: i64,
        work: &Work,
    ) -> Result<BackedUp, AppError> {
        let now = seconds(self.world.clock.now());
        let whose = Whose::like(place.path()).map_err(|error| StoreError::File {
            path: place.path().to_owned(),
            reason: error.to_string(),
        })?;
        for number in 1_u32.. {
            let suffix = match number {
                1 => format!("-schema-{schema}-{now}"),
                _ => format!("-schema-{schema}-{now}-{number}"),
            };
            let file = place.beside(&suffix);
            match self.copied(&file, &whose, work) {
                Err(AppError::Store(StoreError::FileThere(_))) => {}
                made => return made,
            }
        }
        Err(StoreError::FileThere(place.path().to_owned()).into())
    }

    fn copied(&self, file: &Path, whose: &Whose, work: &Work) -> Result<BackedUp, AppError> {
        let copied = self.store.backup(file, whose, work)?;
        Ok(BackedUp {
            file: file.display().to_string(),
            store_id: copied.store_id,
            seq: copied.seq,
            hash: copied.hash,
            schema: copied.schema,
            bytes: copied.bytes,
        })
    }

    /// Goes on without what was lost, and records it.
    pub fn accept_loss(&self) -> Result<AcceptedLoss, AppError> {
        let stamp = self.world.stamp(&Actor::System);
        let (loss, recorded) = self.store.accept_loss(&stamp, |tx, loss| {
            Ok::<_, AppError>((*loss, losses::record(tx, loss, How::AcceptLoss)?))
        })?;
        Ok(AcceptedLoss {
            store: self.place().to_string(),
            acknowledged: loss.acknowledged,
            seq: loss.found,
            hash: loss.found_hash,
            recorded,
        })
    }
}

/// Puts a restored store in its place; what the store before it knew and it does not is recorded in
/// it.
pub fn restore(
    restoring: Restoring<'_>,
    place: &Place,
    (whose, accepts): (&Whose, Accepts),
    world: &World,
    work: &Work,
) -> Result<Restored, AppError> {
    let acknowledged = restoring.loss().map(|loss| loss.acknowledged);
    let stamp = world.stamp(&Actor::System);
    if accepts == Accepts::Whole {
        let examined = examine(&restoring, &stamp, work);
        examined.map_err(|error| of_backup(restoring.file(), error))?;
    }
    let copied = restoring.finish(whose, accepts, work, |store, loss| {
        store.write(&stamp, |tx| losses::record(tx, loss, How::Restore))?;
        Ok::<_, AppError>(())
    })?;
    Ok(Restored {
        store: place.to_string(),
        store_id: copied.store_id,
        seq: copied.seq,
        hash: copied.hash,
        schema: copied.schema,
        acknowledged,
    })
}

/// Folds every text anew that an older popug folded otherwise.
fn fold_anew(store: &Store, stamp: &Stamp) -> Result<(), AppError> {
    let mut after = TaskId::new(0);
    loop {
        let piece = |read: &Read<'_>| FoldedPiece::behind(read, after);
        let looked: FoldedPiece = store.read(piece)?;
        let Some(last) = looked.last else {
            return Ok(());
        };
        if !looked.holds() {
            store.write(stamp, |tx| FoldedPiece::behind(tx, after)?.mend(tx))?;
        }
        after = last;
    }
}

/// Refuses a backup in which something is wrong: whatever `doctor` would find in the store that it
/// makes.
fn examine(restoring: &Restoring<'_>, stamp: &Stamp, work: &Work) -> Result<(), AppError> {
    restoring.try_out(work, |store| {
        if restoring.is_older() {
            fold_anew(store, stamp)?;
        }
        if let Err(error) = consumers::catch_up(store, stamp) {
            tracing::warn!("the log was not heard to its end: {error}");
        }
        refuse_unsound(store, &EXAMINATIONS, work)
    })
}

/// What fails of a backup's own content is wrong with it; what fails beside it may pass.
pub fn of_backup(backup: &Path, error: AppError) -> AppError {
    let reason = if let AppError::Unsound { check, detail } = &error {
        format!("{check}: {detail}")
    } else if let AppError::Store(StoreError::Unsound { reason, .. }) = &error {
        reason.clone()
    } else if let AppError::Store(store) = &error
        && !store.is_of_the_file()
    {
        return error;
    } else {
        error.to_string()
    };
    let backup = backup.to_owned();
    AppError::DamagedBackup { backup, reason }
}

/// `20261124T231552Z`.
fn seconds(moment: Moment) -> String {
    moment.utc().format("%Y%m%dT%H%M%SZ").to_string()
}
