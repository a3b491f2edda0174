//! Closing days, one transaction each, and showing them with what became of their payouts.

use serde::{Deserialize, Serialize};

use crate::accounting::{self, AccountingError, DayRow, DaySheet};
use crate::app::consumers;
use crate::app::door::{Caller, Door, Terms, authorise};
use crate::app::error::AppError;
use crate::app::keys::Keyed;
use crate::delivery::{self, LetterState, PaymentState};
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::ids::InvoiceId;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::range::DayWord;
use crate::kernel::request::{Asker, Request};
use crate::store::{Command, Query, Read, Write};

/// Without being told through which day, a close catches up no more than so many: a clock that ran
/// ahead must not close years.
const MOST_DAYS: usize = 31;

/// `day.close`: closes every open day through this one, oldest first; through yesterday where none
/// is named.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CloseDays {
    /// Through which day.
    pub date: Option<DayWord>,
}

/// What a close did, or would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedDays {
    /// The days that it closed, oldest first.
    pub closed: Vec<ClosedDay>,
    /// Whether nothing of it was kept.
    pub dry_run: bool,
}

/// A day that was closed; with its invoices where nothing was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Request for CloseDays {
    const NAME: &'static str = "day.close";
    type Answer = ClosedDays;

    fn permission(&self, _actor: &Actor) -> Permission {
        Permission::DayClose
    }
}

/// All of the days in one transaction: what a dry run needs.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct CloseAtOnce {
    days: Vec<Day>,
}

impl Request for CloseAtOnce {
    const NAME: &'static str = "day.close-at-once";
    type Answer = Vec<DaySheet>;

    fn permission(&self, _actor: &Actor) -> Permission {
        Permission::DayClose
    }
}

impl Command for CloseAtOnce {
    type Error = AppError;

    const UP_TO_DATE: &'static [&'static str] = &["accounting"];

    fn run(&self, tx: &mut Write<'_>, _asker: &Asker) -> Result<Vec<DaySheet>, AppError> {
        self.days
            .iter()
            .map(|day| Ok(accounting::close(tx, *day)?))
            .collect()
    }
}

impl Door {
    /// Closes days, each in a transaction of its own, oldest first. Twice is once; of two at once
    /// one closes each day.
    pub fn close_days(
        &self,
        caller: &Caller,
        request: &CloseDays,
        terms: &Terms,
    ) -> Result<ClosedDays, AppError> {
        authorise(&caller.actor, Permission::DayClose)?;
        let keyed = self.keyed(caller, request, terms)?;
        if let Some(keyed) = &keyed
            && let Some(answer) = self.read(|read| keyed.answered(read))?
        {
            return Ok(answer);
        }
        self.catch_up()?;
        let days = self.days_to_close(request)?;
        if terms.dry_run {
            return self.rehearse_close(caller, days, terms);
        }
        self.close_each(caller, &days, keyed.as_ref())
    }

    fn keyed(
        &self,
        caller: &Caller,
        request: &CloseDays,
        terms: &Terms,
    ) -> Result<Option<Keyed>, AppError> {
        match &terms.key {
            None => Ok(None),
            Some(_) if terms.dry_run => Err(AppError::KeyOnDryRun),
            Some(key) => Keyed::new(&caller.actor.to_string(), key.clone(), request).map(Some),
        }
    }

    fn days_to_close(&self, request: &CloseDays) -> Result<Vec<Day>, AppError> {
        let calendar = self.calendar()?;
        let through = request
            .date
            .unwrap_or(DayWord::Yesterday)
            .resolve(&calendar);
        if through > calendar.today {
            let (day, today) = (through, calendar.today);
            return Err(AppError::Accounting(AccountingError::NotYet { day, today }));
        }
        let days = self.read(|read| accounting::days_to_close(read, through))?;
        match days.as_slice() {
            [from, .., through] if request.date.is_none() && days.len() > MOST_DAYS => {
                let (from, through) = (*from, *through);
                Err(AppError::ManyDays {
                    days: days.len(),
                    from,
                    through,
                })
            }
            _ => Ok(days),
        }
    }

    /// What all of it came to is kept under the key in the commit of the last day.
    fn close_each(
        &self,
        caller: &Caller,
        days: &[Day],
        keyed: Option<&Keyed>,
    ) -> Result<ClosedDays, AppError> {
        let mut answer = ClosedDays {
            closed: Vec::with_capacity(days.len()),
            dry_run: false,
        };
        let Some((last, before)) = days.split_last() else {
            return match keyed {
                None => Ok(answer),
                Some(keyed) => self.write(|tx| keyed.keep_once(tx, answer.clone())),
            };
        };
        for day in before {
            answer = self.close_one(caller, *day, &answer, None)?;
        }
        self.close_one(caller, *last, &answer, keyed)
    }

    /// Closes a day, unless another process did so meanwhile; answers `so_far` with it.
    fn close_one(
        &self,
        caller: &Caller,
        day: Day,
        so_far: &ClosedDays,
        keyed: Option<&Keyed>,
    ) -> Result<ClosedDays, AppError> {
        self.catch_up()?;
        let stamp = self.world().stamp(&caller.actor);
        let (answer, own) = self.store().write(&stamp, |tx| {
            self.confirm(tx, caller)?;
            consumers::hear_rest(tx, CloseAtOnce::UP_TO_DATE)?;
            let own = tx.head().seq;
            let mut answer = so_far.clone();
            if accounting::days_to_close(tx, day)?.contains(&day) {
                answer.closed.push(ClosedDay {
                    row: accounting::close(tx, day)?.row,
                    invoices: None,
                });
            }
            let answer = match keyed {
                None => answer,
                Some(keyed) => keyed.keep_once(tx, answer)?,
            };
            Ok::<_, AppError>((answer, own))
        })?;
        self.heed(&stamp, own);
        Ok(answer)
    }

    fn rehearse_close(
        &self,
        caller: &Caller,
        days: Vec<Day>,
        terms: &Terms,
    ) -> Result<ClosedDays, AppError> {
        let sheets = self.run(caller, CloseAtOnce { days }, terms)?;
        let rehearsed = sheets.into_iter().map(|sheet| {
            let (row, invoices) = with_states(sheet, &[]);
            ClosedDay {
                row,
                invoices: Some(invoices),
            }
        });
        Ok(ClosedDays {
            closed: rehearsed.collect(),
            dry_run: true,
        })
    }
}

/// `day.show`: a day with its invoices.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ShowDay {
    /// The day.
    pub day: DayWord,
}

/// A day with who was paid, and how far that has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayWithInvoices {
    /// Its totals.
    #[serde(flatten)]
    pub row: DayRow,
    /// Who was paid what.
    pub invoices: Vec<PaidInvoice>,
}

impl Request for ShowDay {
    const NAME: &'static str = "day.show";
    type Answer = DayWithInvoices;

    fn permission(&self, _actor: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Query for ShowDay {
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<DayWithInvoices, AppError> {
        let day = self.day.resolve(&asker.calendar);
        let sheet = accounting::day_show(read, day)?;
        let (row, invoices) = with_states(sheet, &delivery::states(read, day)?);
        Ok(DayWithInvoices { row, invoices })
    }
}

fn with_states(sheet: DaySheet, states: &[delivery::InvoiceStates]) -> (DayRow, Vec<PaidInvoice>) {
    let invoices = sheet.invoices.into_iter().map(|invoice| {
        let state = states.iter().find(|it| it.invoice == invoice.id);
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
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::door::World;
    use crate::app::init::{Founding, found};
    use crate::app::key::Key;
    use crate::auth::{Beak, NewUser, Secret};
    use crate::kernel::clock::Clock;
    use crate::kernel::day::Zone;
    use crate::kernel::dice::Dice;
    use crate::kernel::money::Currency;
    use crate::kernel::role::Role;
    use crate::store::Place;
    use crate::store::testing::moment;
    use crate::tasks::AddTask;

    fn world(now: &str) -> World {
        World {
            clock: Clock::Fixed(moment(now)),
            dice: Dice::Seeded(1),
        }
    }

    /// A company that was founded on the second of November, and its admin's token.
    fn company(directory: &tempfile::TempDir) -> (Place, Secret) {
        let place = Place::file(directory.path().join("popug.db"));
        let admin = NewUser::parse("polly", Role::Admin, "polly@uberpopug.example", None);
        let founding = Founding {
            admin: admin.expect("an admin"),
            beak: Beak::new("a long beak").expect("a beak"),
            timezone: Zone::UTC,
            currency: Currency::default(),
            mode: 0o600,
            sandbox: true,
        };
        let founded = found(&place, &world("2026-11-02T08:00:00Z"), &founding);
        (place, founded.expect("founded").session.token)
    }

    fn open(place: &Place, token: &Secret, now: &str) -> (Door, Caller) {
        let door = Door::open(place, Duration::from_secs(10), world(now)).expect("opens");
        let caller = door.authenticate(token).expect("a caller");
        (door, caller)
    }

    fn key() -> Terms {
        Terms {
            key: Some("k".parse::<Key>().expect("a key")),
            dry_run: false,
        }
    }

    #[test]
    fn closes_at_once_under_one_key_close_once_and_answer_the_same() {
        let directory = tempfile::tempdir().expect("a directory");
        let (place, token) = company(&directory);
        let close = || {
            let (door, caller) = open(&place, &token, "2026-11-05T08:00:00Z");
            let closed = door.close_days(&caller, &CloseDays { date: None }, &key());
            closed.expect("closed")
        };
        let answers: Vec<ClosedDays> = std::thread::scope(|scope| {
            let each = [(); 8].map(|()| scope.spawn(close));
            each.map(|it| it.join().expect("a thread")).into()
        });
        assert!(answers.iter().all(|it| *it == answers[0]));
        assert!(!answers[0].closed.is_empty());
        let (door, _) = open(&place, &token, "2026-11-05T08:00:00Z");
        let through = "2026-11-04".parse().expect("a day");
        let left = door.read(|read| accounting::days_to_close(read, through));
        assert_eq!(left.expect("days"), []);
    }

    /// A process that ended between the commit of the last day and its answer.
    #[test]
    fn what_a_close_came_to_is_kept_with_its_last_day() {
        let directory = tempfile::tempdir().expect("a directory");
        let (place, token) = company(&directory);
        let (door, caller) = open(&place, &token, "2026-11-05T08:00:00Z");
        let request = CloseDays { date: None };
        let keyed = door.keyed(&caller, &request, &key()).expect("a key");
        let days: Vec<Day> = door.days_to_close(&request).expect("days");
        let closed = door.close_each(&caller, &days, keyed.as_ref());
        assert_eq!(closed.as_ref().expect("closed").closed.len(), 3);
        let again = door.close_days(&caller, &request, &key());
        assert_eq!(again.expect("again"), closed.expect("closed"));
    }

    /// A process that ended right after its commit, before anybody heard of it.
    #[test]
    fn the_answer_of_a_key_is_completed_when_it_is_given_again() {
        let directory = tempfile::tempdir().expect("a directory");
        let (place, token) = company(&directory);
        let (door, caller) = open(&place, &token, "2026-11-02T09:00:00Z");
        let kesha = crate::auth::AddUser {
            name: "kesha".to_owned(),
            role: Role::Worker,
            email: "kesha@uberpopug.example".to_owned(),
            full_name: None,
            beak: None,
            hash: None,
        };
        let made = door.run(&caller, kesha, &Terms::default());
        made.expect("a worker");
        let add = AddTask {
            title: "Oil the perch".to_owned(),
            ticket: None,
            description: None,
        };
        let keyed = Keyed::new("polly", key().key.expect("a key"), &add).expect("keyed");
        let asker = Asker {
            actor: caller.actor.clone(),
            calendar: door.calendar().expect("a calendar"),
        };
        let stamp = door.world().stamp(&caller.actor);
        let first = door.store().write(&stamp, |tx| {
            let answer = add.run(tx, &asker)?;
            keyed.keep(tx, &answer)?;
            Ok::<_, AppError>(answer)
        });
        assert_eq!(first.expect("a task").fee_cents, None);
        let again = door.run(&caller, add, &key()).expect("again");
        assert_eq!(again.id.get(), 1);
        assert!(again.fee_cents.is_some());
    }
}
