//! Whose account is meant, and who may see it.

use crate::accounting::AccountingError;
use crate::accounting::model::Account;
use crate::accounting::sql::{self, User};
use crate::kernel::actor::Actor;
use crate::kernel::ids::UserId;
use crate::kernel::name::Who;
use crate::kernel::permission::Permission;
use crate::store::{Asker, Read};

/// One's own account is everybody's to see; others' are for those who keep the books.
pub fn to_see(actor: &Actor, who: &Who) -> Permission {
    if actor.is(who) {
        Permission::AccountOwn
    } else {
        Permission::AccountRead
    }
}

/// The popug that is meant.
pub fn popug(read: &Read<'_>, asker: &Asker, who: &Who) -> Result<User, AccountingError> {
    match who {
        Who::Me => {
            let name = asker.actor.user_name();
            let id = asker.actor.user();
            let nobodys = || AccountingError::NobodysAccount(asker.actor.to_string());
            let (id, name) = id.zip(name).ok_or_else(nobodys)?;
            let found = sql::user_by_id(read, id)?;
            found.ok_or_else(|| AccountingError::UnknownPopug(name.to_string()))
        }
        Who::Named(name) => {
            let found = sql::user_by_name(read, name)?;
            found.ok_or_else(|| AccountingError::UnknownPopug(name.clone()))
        }
    }
}

/// The account of a popug.
pub fn account(read: &Read<'_>, user: UserId) -> Result<Account, AccountingError> {
    let found = sql::account_of(read, user)?;
    found.ok_or(AccountingError::NoAccount(user))
}
