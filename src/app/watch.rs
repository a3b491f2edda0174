//! Whether others have changed anything: what whoever follows or shows looks for again and again.

use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::app::door::Door;
use crate::app::error::AppError;
use crate::tasks::Gathering;

/// What stands for all that others have committed: where two differ, something has changed between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeToken(i64);

impl Door {
    /// What stands for the store as it is now. It costs next to nothing, and begins no transaction.
    pub fn change_token(&self) -> Result<ChangeToken, AppError> {
        Ok(ChangeToken(self.store().others_commits()?))
    }

    /// Waits for others to change something, but no longer than whoever waits may be deaf.
    pub fn wait(&self, seen: ChangeToken) -> Result<ChangeToken, AppError> {
        let now = self.change_token()?;
        if now == seen {
            thread::sleep(self.pause());
        }
        Ok(now)
    }

    /// How long to pause between two looks.
    pub const fn pause(&self) -> Duration {
        self.store().pause()
    }

    /// Where the store is, for people.
    pub fn address(&self) -> String {
        self.store().place().to_string()
    }

    /// Where there is room for what an answer is made of.
    pub fn directory(&self) -> Option<&Path> {
        self.store().place().directory()
    }

    /// Where the rows of an import are put aside until they are all there.
    pub fn gathering(&self) -> Result<Gathering, AppError> {
        Ok(Gathering::beside(self.store().place())?)
    }
}
