//! Closing days, one transaction each, and showing them with what became of their payouts.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::accounting::{self, Ahead, DayRow, DaySheet};
use crate::app::audience::Warning;
use crate::app::caller::Caller;
use crate::app::change::Procedure;
use crate::app::consumers;
use crate::app::door::{Door, Terms};
use crate::app::error::AppError;
use crate::app::keys::Keyed;
use crate::app::request::Request;
use crate::delivery::{self, LetterState, PaymentState};
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::ids::InvoiceId;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::range::{Calendar, DayWord, RangeError};
use crate::store::{Asker, Command, Query, Read, Write};

/// Without being told through which day, a close catches up no more than so many: a clock that ran
/// ahead must not close years.
const MOST_DAYS: usize = 31;

/// `day.close`: closes every open day through this one, oldest first; through yesterday where none
/// is named.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CloseDays {
    /// Through which day.
    pub date: Option<DayWord>,
}

/// What a close did, or would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClosedDays {
    /// The days that it closed, oldest first.
    pub closed: Vec<ClosedDay>,
    /// Whether nothing of it was kept.
    pub dry_run: bool,
}

/// A day that was closed; with its invoices where nothing was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ClosedDay {
    /// Its totals.
    #[serde(flatten)]
    pub row: DayRow,
    /// Who would be paid what.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub invoices: Option<Vec<PaidInvoice>>,
}

/// A popug that was paid, and how far the money and the letter have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PaidInvoice {
    /// The invoice.
    pub id: InvoiceId,
    /// The popug.
    pub user: UserName,
    /// How much.
    pub amount_cents: Money,
    /// The payment's state; null until delivery has heard of it.
    pub payment: Option<PaymentState>,
    /// The letter's state; null until delivery has heard of it.
    pub mail: Option<LetterState>,
}

/// All of the days in one transaction: what a dry run needs.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct CloseAtOnce {
    days: Vec<Day>,
}

/// It is rehearsed on behalf of `CloseDays` alone, so the registry does not list it.
impl Request for CloseAtOnce {
    const NAME: &'static str = "day.close-at-once";
    const KEYED: bool = false;

    fn permission(&self, _: &Actor) -> Option<Permission> {
        Some(Permission::DayClose)
    }
}

impl Command for CloseAtOnce {
    type Answer = Vec<DaySheet>;
    type Error = AppError;

    const UP_TO_DATE: &'static [&'static str] = &["accounting"];

    fn run(&self, tx: &mut Write<'_>, _asker: &Asker) -> Result<Vec<DaySheet>, AppError> {
        self.days
            .iter()
            .map(|day| {
                accounting::close(tx, *day)?;
                Ok(accounting::day_show(tx, *day)?)
            })
            .collect()
    }
}

/// Closes days, each in a transaction of its own, oldest first. Twice is once; of two at once one
/// closes each day.
impl Procedure for CloseDays {
    type Answer = ClosedDays;

    fn proceed(
        &self,
        door: &Door,
        caller: &Caller,
        keyed: Option<&Keyed>,
    ) -> Result<ClosedDays, AppError> {
        door.catch_up()?;
        let (days, ahead) = door.days_to_close(caller, self)?;
        let mut closed = Vec::with_capacity(days.len());
        for day in days {
            let done = door.close_one(caller, self, day, keyed);
            closed.extend(done.map_err(|error| cut_short(&closed, error))?);
        }
        door.warn(ahead.map(Warning::Ahead));
        Ok(ClosedDays {
            closed,
            dry_run: false,
        })
    }

    fn rehearse(&self, door: &Door, caller: &Caller) -> Result<ClosedDays, AppError> {
        door.catch_up()?;
        let (days, ahead) = door.days_to_close(caller, self)?;
        door.warn(ahead.map(Warning::Ahead));
        let terms = Terms {
            key: None,
            dry_run: true,
        };
        let sheets = door.command(caller, CloseAtOnce { days }, &terms)?;
        let rehearsed = sheets.into_iter().map(|sheet| {
            let (row, invoices) = with_states(sheet, &[]);
            ClosedDay {
                // Nobody will ever see this seal again.
                row: DayRow { seal: None, ..row },
                invoices: Some(invoices),
            }
        });
        Ok(ClosedDays {
            closed: rehearsed.collect(),
            dry_run: true,
        })
    }

    /// Each day was kept in the commit that closed it, so that a close which was cut short and is
    /// repeated answers with all that was closed under the key.
    fn whole(tx: &Write<'_>, keyed: &Keyed, _: &ClosedDays) -> Result<ClosedDays, AppError> {
        Ok(ClosedDays {
            closed: keyed.parts(tx)?,
            dry_run: false,
        })
    }
}

impl Door {
    fn days_to_close(
        &self,
        caller: &Caller,
        request: &CloseDays,
    ) -> Result<(Vec<Day>, Option<Ahead>), AppError> {
        let (days, ahead) = self.look(caller, |state| {
            let through = request.date.unwrap_or(DayWord::Yesterday);
            let today = state.asker.today;
            let calendar = match through {
                DayWord::Open => state.asker.calendar(state.read)?,
                // Nothing behind today is closed, whatever is open.
                DayWord::Date(_) | DayWord::Today | DayWord::Yesterday | DayWord::Ago(_) => {
                    Calendar {
                        zone: state.asker.zone,
                        today,
                        open: today,
                    }
                }
            };
            let through = through.resolve(&calendar)?;
            if through > calendar.today {
                let (day, today) = (through, calendar.today);
                return Err::<_, AppError>(RangeError::NotYet { day, today }.into());
            }
            let days = accounting::days_to_close(state.read, through)?;
            Ok((days, accounting::ahead(state.read, today)?))
        })?;
        match days.as_slice() {
            [from, .., through] if request.date.is_none() && days.len() > MOST_DAYS => {
                let (from, through) = (*from, *through);
                Err(AppError::ManyDays {
                    days: days.len(),
                    from,
                    through,
                })
            }
            _ => Ok((days, ahead)),
        }
    }

    /// Closes a day, unless another process did so meanwhile.
    fn close_one(
        &self,
        caller: &Caller,
        request: &CloseDays,
        day: Day,
        keyed: Option<&Keyed>,
    ) -> Result<Option<ClosedDay>, AppError> {
        let stamp = self.world().stamp(&Actor::System);
        let close = |tx: &mut Write<'_>| {
            self.admit(tx, caller, request, None)?;
            let positions = consumers::hear_rest(tx, CloseAtOnce::UP_TO_DATE)?;
            let own = tx.head().seq;
            if is_answered(tx, keyed)? {
                return Ok((None, own, None));
            }
            let Some(row) = accounting::close_once(tx, day)? else {
                return Ok((None, own, None));
            };
            let closed = ClosedDay {
                row,
                invoices: None,
            };
            if let Some(keyed) = keyed {
                keyed.keep_part(tx, &day.to_string(), &closed)?;
            }
            let heard = consumers::hear_within(tx, positions, |_| Ok(()))?;
            Ok::<_, AppError>((Some(closed), own, heard))
        };
        let (closed, own, heard) =
            consumers::up_to_date(self.store(), &stamp, CloseAtOnce::UP_TO_DATE, || {
                self.store().write(&stamp, close)
            })?;
        match heard {
            Some(progress) => self.warn(Warning::of(progress)),
            None => self.hear_after(&stamp, own),
        }
        Ok(closed)
    }
}

/// What was closed before something failed is closed.
fn cut_short(closed: &[ClosedDay], error: AppError) -> AppError {
    match closed.last() {
        None => error,
        Some(last) => AppError::ClosedThrough {
            through: last.row.day,
            error: Box::new(error),
        },
    }
}

/// Whether another process has answered under the key meanwhile: then nothing more is done.
fn is_answered(read: &Read<'_>, keyed: Option<&Keyed>) -> Result<bool, AppError> {
    let answered = keyed.map(|keyed| keyed.answered_or_begun::<ClosedDays>(read));
    Ok(answered.transpose()?.flatten().is_some())
}

/// `day.show`: a day with its invoices.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShowDay {
    /// The day.
    pub day: DayWord,
}

/// A day with who was paid, and how far that has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayWithInvoices {
    /// Its totals.
    #[serde(flatten)]
    pub row: DayRow,
    /// Who was paid what.
    pub invoices: Vec<PaidInvoice>,
}

impl Query for ShowDay {
    type Answer = DayWithInvoices;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<DayWithInvoices, AppError> {
        let day = self.day.resolve(&asker.calendar(read)?)?;
        let sheet = accounting::day_show(read, day)?;
        let (row, invoices) = with_states(sheet, &delivery::states(read, day)?);
        Ok(DayWithInvoices { row, invoices })
    }
}

/// A day's invoices with what has become of each.
pub(super) fn with_states(
    sheet: DaySheet,
    states: &[delivery::InvoiceStates],
) -> (DayRow, Vec<PaidInvoice>) {
    let states: HashMap<_, _> = states.iter().map(|it| (it.invoice, it)).collect();
    let invoices = sheet.invoices.into_iter().map(|invoice| {
        let state = states.get(&invoice.id);
        PaidInvoice {
            id: invoice.id,
            user: invoice.user,
            amount_cents: invoice.amount_cents,
            payment: state.map(|it| it.payment),
            mail: state.map(|it| it.mail),
        }
    });
    (sheet.row, invoices.collect())
}

#[cfg(test)]
mod tests;
