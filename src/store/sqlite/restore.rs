//! Making a store out of a backup: all of it or nothing.

use std::fs;
use std::path::Path;

use crate::files::{Whose, is_there};
use crate::kernel::work::Work;
use crate::store::head::{self, Head, Loss};
use crate::store::place::FilePlace;
use crate::store::postgres::Postgres;
use crate::store::sqlite::backup::{self, Copied};
use crate::store::sqlite::draft::{self, Draft};
use crate::store::sqlite::{head_file, ours};
use crate::store::{Place, Read, SCHEMA, Store, StoreError};

/// Of which backups a store is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepts {
    /// Whole ones alone.
    Whole,
    /// Damaged ones as well, as they are: the last resort.
    Damaged,
}

/// A backup that is about to become a store.
pub struct Restoring<'a> {
    place: &'a FilePlace,
    file: &'a Path,
    head: Head,
    loss: Option<Loss>,
}

impl<'a> Restoring<'a> {
    /// Looks at a backup and at the place that it is for. A store that is there is left alone, and
    /// so is what lies beside one that is gone, its head file excepted.
    pub fn begin(place: &'a Place, file: &'a Path) -> Result<Self, StoreError> {
        let place = match place {
            Place::File(place) => place,
            Place::Postgres(address) => return Err(Postgres::restore_elsewhere(address, file)),
        };
        draft::check_free(place)?;
        check_backup(file)?;
        let from = backup::open_whole(file)?;
        let read = Read::sqlite(&from);
        let unsound = |error: StoreError| StoreError::Unsound {
            path: file.to_owned(),
            reason: error.to_string(),
        };
        let head = head::read(&read).map_err(unsound)?;
        head.check_known()?;
        let loss = if is_there(&place.beside("-head")) {
            head_file::lost(&read, place, &head).map_err(unsound)?
        } else {
            None
        };
        Ok(Self {
            place,
            file,
            head,
            loss,
        })
    }

    /// What the head file of the store that lay here knows of and the backup does not.
    pub const fn loss(&self) -> Option<&Loss> {
        self.loss.as_ref()
    }

    /// Lets somebody look at what would come of it, in a store of the newest schema that nobody else
    /// sees and that is gone afterwards.
    pub fn try_out<T, E: From<StoreError>>(
        &self,
        work: &Work,
        look: impl FnOnce(&Store) -> Result<T, E>,
    ) -> Result<T, E> {
        let draft = self.copied(&Whose::MINE, work)?;
        draft.remember(&self.head)?;
        draft.filled(|store| {
            store.upgrade()?;
            look(store)
        })
    }

    /// Makes the store, which is `whose`. Where something is lost, `record` writes that down
    /// first; a store of an older schema cannot take that in, and keeps the head file that refuses
    /// its writes until the loss is accepted.
    pub fn finish<E: From<StoreError>>(
        self,
        whose: &Whose,
        accepts: Accepts,
        work: &Work,
        record: impl FnOnce(&Store, &Loss) -> Result<(), E>,
    ) -> Result<Copied, E> {
        let draft = self.copied(whose, work)?;
        let copied = match accepts {
            Accepts::Whole => backup::check(draft.place().path(), self.file, work)?,
            Accepts::Damaged => backup::unchecked(draft.place().path())?,
        };
        let current = self.head.schema == SCHEMA;
        match &self.loss {
            Some(_) if !current => {}
            loss => {
                draft.remember(&self.head)?;
                draft.filled(|store| match loss {
                    None => Ok(()),
                    Some(loss) => record(store, loss),
                })?;
            }
        }
        draft.publish_store(self.place)?;
        Ok(copied)
    }

    /// Whether an older popug made it.
    pub const fn is_older(&self) -> bool {
        self.head.schema < SCHEMA
    }

    /// The backup.
    pub const fn file(&self) -> &Path {
        self.file
    }

    fn copied(&self, whose: &Whose, work: &Work) -> Result<Draft, StoreError> {
        let draft = Draft::begin(self.place, whose)?;
        let from = backup::open_whole(self.file)?;
        backup::copy(&from, &draft, self.place.path(), work)?;
        Ok(draft)
    }
}

/// A backup is one file. Beside a store in use lies what is not yet in its file.
fn check_backup(file: &Path) -> Result<(), StoreError> {
    match fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(StoreError::NoBackup(file.to_owned()));
        }
        Err(error) => return Err(ours::denied(file, &error.to_string())),
        Ok(found) if !found.is_file() => return Err(StoreError::Foreign(file.to_owned())),
        Ok(_) => {}
    }
    ours::check_ours(file)?;
    let wal = FilePlace::new(file).beside("-wal");
    if fs::metadata(wal).is_ok_and(|wal| wal.len() > 0) {
        return Err(StoreError::InUse(file.to_owned()));
    }
    Ok(())
}
