//! A day on one page: its totals, who was paid, and how it went on everybody's account.

use serde::{Deserialize, Serialize};

use crate::accounting::{self, Movement};
use crate::analytics::{AnalyticsTop, TopRow};
use crate::app::days::{DayWithInvoices, ShowDay};
use crate::app::error::AppError;
use crate::kernel::money::Money;
use crate::kernel::permission::Permission;
use crate::kernel::range::{DayWord, Range, Step};
use crate::store::{Asker, Query, Read};

/// `day.report`: a day on one page.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayReport {
    /// The day.
    pub day: DayWord,
}

/// A day as its report has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReportedDay {
    /// Its totals, and who was paid what.
    #[serde(flatten)]
    pub sheet: DayWithInvoices,
    /// What popugs were charged for assignments.
    pub fees_cents: Money,
    /// What popugs were credited for closed tasks.
    pub rewards_cents: Money,
    /// Adjustments and reversals, signed as management sees them.
    pub adjustments_cents: Money,
    /// How it went on the account of everybody who had something, owed something or saw money move.
    pub popugs: Vec<Movement>,
    /// The most expensive task that was closed. That is analytics: null for whoever may not see it.
    pub most_expensive: Option<TopRow>,
}

impl Query for DayReport {
    type Answer = ReportedDay;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<ReportedDay, AppError> {
        let sheet = ShowDay { day: self.day }.ask(read, asker)?;
        let day = sheet.row.day;
        let takings = accounting::takings(read, day)?;
        Ok(ReportedDay {
            sheet,
            fees_cents: takings.fees,
            rewards_cents: takings.rewards,
            adjustments_cents: takings.adjustments,
            popugs: accounting::movements(read, day)?,
            most_expensive: self.most_expensive(read, asker)?,
        })
    }
}

impl DayReport {
    fn most_expensive(&self, read: &Read<'_>, asker: &Asker) -> Result<Option<TopRow>, AppError> {
        if !asker.actor.may(Permission::AnalyticsRead) {
            return Ok(None);
        }
        let top = AnalyticsTop {
            by: Step::Day,
            range: Range::day(self.day),
        };
        Ok(top.ask(read, asker)?.whole)
    }
}
