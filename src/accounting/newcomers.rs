//! Popugs that accounting meets: each is taken in and gets an account, many of them at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::accounting::model::MANAGEMENT;
use crate::accounting::sql::{self, User};
use crate::events::shape::Party;
use crate::kernel::ids::UserId;
use crate::kernel::name::UserName;
use crate::store::{StoreError, Write};

/// Popugs that were met one after the other. Whatever comes behind them needs them written.
#[derive(Default)]
pub struct Newcomers(BTreeMap<UserId, UserName>);

impl Newcomers {
    /// One more; of one that was met before, nothing changes.
    pub fn meet(&mut self, id: UserId, name: &UserName) {
        self.0.entry(id).or_insert_with(|| name.clone());
    }

    /// Takes in those that are not known yet, and opens accounts with nothing in them for those
    /// that have none.
    pub fn write(&mut self, tx: &mut Write<'_>) -> Result<(), StoreError> {
        let met = std::mem::take(&mut self.0);
        if met.is_empty() {
            return Ok(());
        }
        let known = sql::known_users(tx, met.keys())?;
        let mut without: BTreeSet<UserId> = met.keys().copied().collect();
        for account in sql::accounts_of(tx, met.keys().copied(), MANAGEMENT)? {
            if let Party::User(user) = account.party {
                without.remove(&user);
            }
        }

        let new = met.into_iter().filter(|(id, _)| !known.contains(id));
        sql::insert_users(tx, new.map(|(id, name)| User { id, name }))?;
        sql::open_accounts(tx, &without)
    }
}
