//! What a popug wants to know at every prompt: its balance, and what it has still to do.

use serde::{Deserialize, Serialize};

use crate::accounting::{self, AccountingError};
use crate::app::error::AppError;
use crate::kernel::money::Money;
use crate::store::{Asker, Query, Read};
use crate::tasks;

/// `prompt`: one's own open tasks and balance.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowPurse {}

/// One's own open tasks and balance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Purse {
    /// How many tasks are open.
    pub open: i64,
    /// What is on the account.
    pub balance_cents: Money,
}

impl Query for ShowPurse {
    type Answer = Purse;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Purse, AppError> {
        let nobodys = || AccountingError::NobodysAccount(asker.actor.to_string());
        let user = asker.actor.user().ok_or_else(nobodys)?;
        Ok(Purse {
            open: tasks::open_count(read, user)?,
            balance_cents: accounting::balance(read, user)?,
        })
    }
}
