//! Taking a store elsewhere: for good, or to try how it is there.
//!
//! A store that moves stays the same: its id, its log and its seals, and so everybody's sessions. A
//! trial is another store that begins with the same past; it has an id of its own, and nothing of it
//! reaches anybody outside.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::accounting;
use crate::app::consumers;
use crate::app::doctor::{EXAMINATIONS, Examination};
use crate::app::error::AppError;
use crate::app::identity;
use crate::app::keeping::Keeping;
use crate::app::settings::{self, SettingKey};
use crate::delivery::{self, MailTarget};
use crate::events;
use crate::kernel::actor::Actor;
use crate::kernel::finding::Finding;
use crate::kernel::ids::Seq;
use crate::kernel::work::Work;
use crate::store::{Carried, Destination, Hash, Identity, Place, Stamp, Store, StoreError};

/// A store that was copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiedStore {
    /// From where.
    pub from: String,
    /// To where.
    pub to: String,
    /// The id of the copy.
    pub store_id: String,
    /// The last event that was copied.
    pub seq: Seq,
    /// That event's hash.
    pub hash: Hash,
    /// How many tables.
    pub tables: usize,
    /// How many rows in them.
    pub rows: usize,
    /// Whether it is a trial, and the store goes on.
    pub trial: bool,
    /// Whether the copy was there, of the same command that came to no end.
    pub resumed: bool,
}

/// Where letters go from a store in a new place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Where they went before.
    AsBefore,
    /// Into another maildir.
    To(PathBuf),
    /// Nowhere, until it is said where.
    Nowhere {
        /// How many wait.
        pending: i64,
    },
}

impl Keeping {
    /// Moves the store; afterwards it can be read here and is written no more. For its owner.
    pub fn move_to(&self, to: Destination<'_>) -> Result<CopiedStore, AppError> {
        self.store.check_current()?;
        self.store.check_owner()?;
        match Store::check_absent(to.place) {
            Ok(()) => self.examine(to.work)?,
            // It may be the copy of a move that was cut short: then this was done before.
            Err(StoreError::Present(_)) => {}
            Err(error) => return Err(error.into()),
        }
        let stamp = self.world.stamp(&Actor::System);
        let carried = self.store.move_to(&stamp, to, |copy| look_over(copy, to))?;
        Ok(self.told(to.place, &carried, &self.store.identity()?))
    }

    /// Makes a copy that goes its own way, while everybody goes on working here.
    pub fn try_at(&self, to: Destination<'_>) -> Result<CopiedStore, AppError> {
        self.store.check_current()?;
        Store::check_absent(to.place)?;
        self.examine(to.work)?;
        let identity = Identity {
            store_id: identity::own_id()?,
            ..self.store.identity()?
        };
        let stamp = self.world.stamp(&Actor::System);
        let carried = self.store.copy_to(&stamp, to, &identity, |copy| {
            look_over(copy, to)?;
            keep_to_itself(copy, &identity, &stamp)
        })?;
        let copied = self.told(to.place, &carried, &identity);
        Ok(CopiedStore {
            trial: true,
            ..copied
        })
    }

    /// Refuses a store in which something is wrong. It is examined here, and before anybody has to
    /// wait: a server is asked row by row, and that may take long where it is far away.
    fn examine(&self, work: &Work) -> Result<(), AppError> {
        self.store.check_acknowledged()?;
        refuse_unsound(&self.store, &EXAMINATIONS, work)
    }

    fn told(&self, to: &Place, carried: &Carried, identity: &Identity) -> CopiedStore {
        CopiedStore {
            from: self.place().to_string(),
            to: to.to_string(),
            store_id: identity.store_id.clone(),
            seq: carried.head.seq,
            hash: carried.head.hash,
            tables: carried.tables,
            rows: carried.rows,
            trial: false,
            resumed: carried.resumed,
        }
    }

    /// Where letters go from the copy. Where the setting cannot be read, they go nowhere as before.
    pub fn letters_of(&self, copied: &CopiedStore, to: &Place) -> Result<Letters, AppError> {
        let set = match copied.trial {
            true => SettingKey::Mail.default_value().to_owned(),
            false => self
                .store
                .read(|read| settings::value(read, SettingKey::Mail))?,
        };
        let Ok(target) = set.parse::<MailTarget>() else {
            return Ok(Letters::AsBefore);
        };
        match target.directory(to) {
            None => {
                let now = self.store.now(self.world.clock);
                let backlog = self
                    .store
                    .read(|read| delivery::letter_backlog(read, now))?;
                let pending = backlog.pending;
                Ok(Letters::Nowhere { pending })
            }
            there if there == target.directory(self.place()) => Ok(Letters::AsBefore),
            Some(there) => Ok(Letters::To(there)),
        }
    }
}

/// Refuses a copy of which the log is no unbroken chain, or whose balances do not come to nothing.
/// All rows are there that were sent, so that what was found right about them still is.
fn look_over(copy: &Store, to: Destination<'_>) -> Result<(), AppError> {
    refuse_unsound(copy, &[CHAIN, BALANCES], to.work)
}

const CHAIN: Examination = Examination::new("log", |read| Ok(events::examine(read)?));
const BALANCES: Examination =
    Examination::new("ledger", |read| Ok(vec![accounting::examine_sum(read)?]));

/// Refuses a store in which one of these examinations finds something wrong.
pub(super) fn refuse_unsound(
    store: &Store,
    examinations: &[Examination],
    work: &Work,
) -> Result<(), AppError> {
    if let Some(detail) = store.integrity()?.into_iter().next() {
        let check = "store".to_owned();
        return Err(AppError::Unsound { check, detail });
    }
    store.read(|read| {
        for examination in examinations {
            let findings = examination.of(read)?;
            if let Some(first) = findings.into_iter().find(|finding| !finding.ok) {
                let Finding { check, detail, .. } = first;
                return Err(AppError::Unsound { check, detail });
            }
            if work.is_stopped() {
                return Err(StoreError::Stopped.into());
            }
        }
        Ok(())
    })
}

/// What waits to be delivered is the store's to deliver, and what the trial's days will bring is
/// nobody's business: letters stay beside the trial, and payouts pay nobody.
fn keep_to_itself(copy: &Store, identity: &Identity, stamp: &Stamp) -> Result<(), AppError> {
    copy.write(stamp, |tx| {
        identity::tell(tx, identity)?;
        settings::lead_nowhere(tx)
    })?;
    consumers::catch_up(copy, stamp)?;
    Ok(())
}
