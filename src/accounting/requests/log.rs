//! The audit log of an account, and its statement.

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::requests::whose;
use crate::accounting::sql::ledger as rows;
use crate::accounting::statement::{LogRow, Statement, statement};
use crate::kernel::actor::Actor;
use crate::kernel::name::Who;
use crate::kernel::permission::Permission;
use crate::kernel::range::Range;
use crate::kernel::request::{Asker, Request};
use crate::store::{Query, Read};

/// Every charge and every credit of an account, in the order in which they were posted.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AccountLog {
    /// Whose.
    pub who: Who,
    /// Of these days; left out: all.
    pub range: Range,
    /// The newest so many; left out: all.
    pub limit: Option<u32>,
}

impl Request for AccountLog {
    const NAME: &'static str = "account.log";
    type Answer = Vec<LogRow>;

    fn permission(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl Query for AccountLog {
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<LogRow>, AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let account = whose::account(read, user.id)?;
        let Some(seen) = rows::days_seen(read, account.id)? else {
            return Ok(Vec::new());
        };
        let span = self.range.resolve(&asker.calendar, seen.from, seen.to)?;
        let Some(ids) = rows::id_range(read, account.id, span)? else {
            return Ok(Vec::new());
        };
        let limit = self.limit.map_or(i64::MAX, i64::from);
        let newest = rows::entries(read, account.id, span, ids, limit)?;
        Ok(newest.into_iter().rev().map(LogRow::from).collect())
    }
}

/// What was carried, earned and paid, line by line: what the popug gets as a letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AccountStatement {
    /// Whose.
    pub who: Who,
    /// Of these days; left out: the open one.
    pub range: Range,
}

impl Request for AccountStatement {
    const NAME: &'static str = "account.statement";
    type Answer = Statement;

    fn permission(&self, actor: &Actor) -> Permission {
        whose::to_see(actor, &self.who)
    }
}

impl Query for AccountStatement {
    type Error = AccountingError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Statement, AccountingError> {
        let user = whose::popug(read, asker, &self.who)?;
        let open = asker.calendar.open;
        let span = self.range.resolve(&asker.calendar, open, open)?;
        statement(read, user.id, span)
    }
}
