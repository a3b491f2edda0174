//! What is done with a store as a whole: backups and files, where it is one; upgrades.

use std::path::Path;

use crate::files::Whose;
use crate::kernel::work::Work;
use crate::store::open::Engine;
use crate::store::sqlite::{Copied, FileFault};
use crate::store::{Store, StoreError};

impl Store {
    /// Copies the store into a file of its own that is `whose`, beside everybody who reads and
    /// writes. A file that is there is left alone. The databases of a server are copied by its own
    /// programs.
    pub fn backup(&self, file: &Path, whose: &Whose, work: &Work) -> Result<Copied, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.backup(file, whose, work),
            Engine::Postgres(postgres) => Err(postgres.backup_elsewhere(file)),
        }
    }

    /// The mode of its file; none where it is no file.
    pub fn mode(&self) -> Result<Option<u32>, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.mode().map(Some),
            Engine::Postgres(_) => Ok(None),
        }
    }

    /// Everything about its files, and the mailbox for its letters, that is not as it should be.
    pub fn file_faults(&self, mailbox: Option<&Path>) -> Result<Vec<FileFault>, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.file_faults(mailbox),
            Engine::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// Refuses whoever may not change the tables. Whoever may write a file may do that as well.
    pub fn check_upgrader(&self) -> Result<(), StoreError> {
        match &self.engine {
            Engine::Sqlite(_) => Ok(()),
            Engine::Postgres(postgres) => postgres.check_owner(),
        }
    }

    /// Brings the store to the newest schema, each migration in a transaction of its own; answers
    /// from which. Of two that do so at once each step is done by one of them.
    pub fn upgrade(&self) -> Result<i64, StoreError> {
        match &self.engine {
            Engine::Sqlite(sqlite) => sqlite.upgrade(),
            Engine::Postgres(postgres) => postgres.upgrade(),
        }
    }
}
