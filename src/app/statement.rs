//! The statement in words: of a day whose letter has gone it is that letter, word for word (B3).

use serde::{Deserialize, Serialize};

use crate::accounting::{self, AccountStatement, Statement};
use crate::app::error::AppError;
use crate::app::settings;
use crate::delivery;
use crate::kernel::actor::Actor;
use crate::kernel::day::Zone;
use crate::kernel::permission::Permission;
use crate::store::{Asker, Query, Read};

/// `account.statement-text`: a statement as people read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StatementText {
    /// Which.
    pub statement: AccountStatement,
}

impl StatementText {
    /// What it takes, which depends on whom it is about.
    pub fn permission_of(&self, actor: &Actor) -> Permission {
        self.statement.permission_of(actor)
    }
}

impl Query for StatementText {
    type Answer = String;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<String, AppError> {
        let statement = self.statement.ask(read, asker)?;
        let company = settings::company(read)?;
        let zone = zone_of_letter(read, &statement)?.unwrap_or(company.timezone);
        let currency = &company.currency;
        Ok(accounting::letter_text(&statement, currency, zone))
    }
}

/// The zone in which the letter about this day told its times, where one has gone: the company may
/// have moved since.
fn zone_of_letter(read: &Read<'_>, statement: &Statement) -> Result<Option<Zone>, AppError> {
    if statement.day.is_none() {
        return Ok(None);
    }
    match accounting::invoice_on(read, statement)? {
        None => Ok(None),
        Some(invoice) => Ok(delivery::sent_zone(read, invoice)?),
    }
}
