//! A day and its invoices, by pages: as many as there are popugs may be paid on one.

use serde::{Deserialize, Serialize};

use crate::accounting::{self, DayRow, DaySheet};
use crate::app::days::{PaidInvoice, with_states};
use crate::app::error::AppError;
use crate::delivery;
use crate::kernel::day::Day;
use crate::kernel::page::{Page, Paged};
use crate::kernel::range::DayWord;
use crate::store::{Asker, Query, Read};

/// `day.page-invoices`: a day, and what is around one of its invoices.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageInvoices {
    /// The day.
    pub day: Day,
    /// The page.
    pub page: Page,
}

/// A day with some of those who were paid, and how far that has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct InvoicesPage {
    /// Its totals.
    pub row: DayRow,
    /// Who was paid what.
    pub page: Paged<PaidInvoice>,
}

impl Query for PageInvoices {
    type Answer = InvoicesPage;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<InvoicesPage, AppError> {
        let day = DayWord::Date(self.day);
        let day = day.resolve(&asker.calendar(read)?)?;
        let Paged { rows, above, below } = accounting::page_invoices(read, day, self.page)?;
        let ids = rows.iter().map(|it| it.id);
        let states = match ids.clone().min().zip(ids.max()) {
            Some(ids) => delivery::states_among(read, ids)?,
            None => Vec::new(),
        };
        let row = accounting::day_row(read, day)?;
        let invoices = rows;
        let (row, rows) = with_states(DaySheet { row, invoices }, &states);
        let page = Paged { rows, above, below };
        Ok(InvoicesPage { row, page })
    }
}
