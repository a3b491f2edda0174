//! What happened at the company, for people.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use crate::accounting::{
    AccountEarnings, AccountList, AccountRow, AccountStatement, DayList, DayRow, EarningsRow,
    Statement, letter_text,
};
use crate::analytics::{AnalyticsTop, TopRow};
use crate::app::{AppError, Ask, Caller, CheckMail, Door};
use crate::auth::{ListUsers, ListedUser};
use crate::cli::demo::cast::BEAK;
use crate::kernel::day::{Day, Zone};
use crate::kernel::figures::{bar, plural};
use crate::kernel::locale::Locale;
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::range::{DayWord, Range, Step};
use crate::kernel::role::Role;
use crate::store::Place;
use crate::tasks::{ListTasks, StatusFilter};

/// Columns of a bar.
const BAR: usize = 24;

/// Everything that is told.
pub struct Story {
    users: Vec<ListedUser>,
    accounts: Vec<AccountRow>,
    earned: Vec<(String, Money)>,
    earnings: Vec<EarningsRow>,
    days: Vec<DayRow>,
    top: Vec<TopRow>,
    letter: Option<Statement>,
    has_mailbox: bool,
    open: usize,
    closed: usize,
}

/// The story as a summary for scripts.
#[derive(Debug, Serialize, Deserialize)]
pub struct Told {
    store: String,
    first_day: Option<Day>,
    days_closed: usize,
    users: usize,
    tasks_open: usize,
    tasks_closed: usize,
    management_earned_cents: Option<Money>,
    paid_cents: Option<Money>,
    in_the_red: usize,
    beak: String,
}

impl Story {
    /// Asks for everything, as the admin could.
    pub fn gather(door: &Door, admin: &Caller) -> Result<Self, AppError> {
        let days = ask(
            door,
            admin,
            &DayList {
                range: Range::default(),
                limit: None,
            },
        )?;
        let from = days.first().map(|row| DayWord::Date(row.day));
        let range = Range {
            from,
            to: Some(DayWord::Open),
            period: None,
        };
        let top = ask(
            door,
            admin,
            &AnalyticsTop {
                by: Step::Day,
                range,
            },
        )?;
        let mut top = top.rows;
        top.sort_by_key(|row| std::cmp::Reverse(row.reward_cents));
        top.truncate(3);
        let accounts = ask(
            door,
            admin,
            &AccountList {
                date: None,
                all: false,
            },
        )?;
        let tasks = |status| ListTasks {
            status,
            ..ListTasks::default()
        };
        Ok(Self {
            users: ask(door, admin, &ListUsers {})?,
            earned: earned(door, admin, &accounts, range)?,
            accounts,
            earnings: ask(
                door,
                admin,
                &AccountEarnings {
                    range,
                    by: Step::Day,
                },
            )?,
            letter: letter(door, admin, &days)?,
            has_mailbox: ask(door, admin, &CheckMail {}).is_ok(),
            days,
            top,
            open: ask(door, admin, &tasks(StatusFilter::Open))?.len(),
            closed: ask(door, admin, &tasks(StatusFilter::Closed))?.len(),
        })
    }

    /// For scripts.
    pub fn told(&self, place: &Place) -> Told {
        Told {
            store: place.to_string(),
            first_day: self.days.first().map(|row| row.day),
            days_closed: self.days.len(),
            users: self.users.len(),
            tasks_open: self.open,
            tasks_closed: self.closed,
            management_earned_cents: Money::sum(self.earnings.iter().map(|row| row.earned_cents)),
            paid_cents: Money::sum(self.days.iter().map(|row| row.paid_cents)),
            in_the_red: self.in_the_red().count(),
            beak: BEAK.to_owned(),
        }
    }

    fn in_the_red(&self) -> impl Iterator<Item = &AccountRow> {
        self.accounts
            .iter()
            .filter(|row| row.balance_cents.is_negative())
    }

    /// For people. `program` is popug as it was called, `with_store` the flag that finds the store.
    pub fn text(&self, locale: &Locale, program: &str, with_store: &str) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text, locale, program, with_store);
        text
    }

    fn write(
        &self,
        out: &mut String,
        locale: &Locale,
        program: &str,
        with_store: &str,
    ) -> fmt::Result {
        self.write_opening(out)?;
        self.write_popugs(out, locale)?;
        self.write_management(out, locale)?;
        self.write_top(out, locale)?;
        self.write_letter(out, locale)?;
        write_next(out, program, with_store)
    }

    fn write_opening(&self, out: &mut String) -> fmt::Result {
        let days = plural(self.days.len(), "day", "days");
        writeln!(out, "UberPopug Inc, {days} later")?;
        writeln!(out)?;
        let drawing = self
            .users
            .iter()
            .filter(|user| user.role.is_some_and(Role::draws_tasks))
            .count();
        let (all, closed, open) = (self.open + self.closed, self.closed, self.open);
        writeln!(
            out,
            "{all} tasks fell to {drawing} popugs at random; {closed} are closed, {open} are open."
        )?;
        match self.caught_up() {
            Some(day) => writeln!(
                out,
                "Cron closed {days}. It missed the night after {day} and caught up on the\n\
                 next one: the books look as if it had not."
            ),
            None => writeln!(out, "Cron closed {days}."),
        }
    }

    /// A day that was closed on the same morning as the one behind it.
    fn caught_up(&self) -> Option<Day> {
        let morning = |row: &DayRow| row.closed_at.map(|at| Zone::UTC.day_of(at));
        let mut pairs = self.days.iter().zip(self.days.iter().skip(1));
        let missed = pairs.find(|(day, next)| morning(day) == morning(next));
        missed.map(|(day, _)| day.day)
    }

    fn write_popugs(&self, out: &mut String, locale: &Locale) -> fmt::Result {
        writeln!(out, "\nWho earned what")?;
        for (name, earned) in &self.earned {
            let row = self.accounts.iter().find(|row| is(row, name));
            let balance = row.map_or(Money::ZERO, |row| row.balance_cents);
            let mood = if balance.is_negative() {
                "in the red"
            } else {
                ""
            };
            let change = locale.currency.show_change(*earned);
            let balance = locale.currency.show(balance);
            let line = format!("  {name:<10} earned {change:>10}   balance {balance:>10}   {mood}");
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    fn write_management(&self, out: &mut String, locale: &Locale) -> fmt::Result {
        writeln!(out, "\nWhat management earned")?;
        let cents = self
            .earnings
            .iter()
            .map(|row| row.earned_cents.cents().saturating_abs());
        let most = cents.max().unwrap_or(0);
        for row in &self.earnings {
            let amount = locale.currency.show_change(row.earned_cents);
            let cents = row.earned_cents.cents();
            let bar = bar(cents.saturating_abs(), most, BAR);
            let open = if row.closed_at.is_none() {
                " (open)"
            } else {
                ""
            };
            let line = format!("  {}{open:<7} {amount:>10}  {bar}", row.day);
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    fn write_top(&self, out: &mut String, locale: &Locale) -> fmt::Result {
        writeln!(out, "\nThe most expensive closed tasks")?;
        for row in &self.top {
            let reward = locale.currency.show(row.reward_cents);
            let ticket = row
                .task
                .ticket
                .as_ref()
                .map(|it| format!("[{it}] "))
                .unwrap_or_default();
            writeln!(
                out,
                "  {reward:>8}  {}  {ticket}{}",
                row.from, row.task.title
            )?;
        }
        Ok(())
    }

    fn write_letter(&self, out: &mut String, locale: &Locale) -> fmt::Result {
        let Some(letter) = &self.letter else {
            return Ok(());
        };
        let user = &letter.user;
        match self.has_mailbox {
            true => writeln!(out, "\nA letter that {user} found in its mailbox\n")?,
            false => writeln!(out, "\nA letter to {user}, which waits for a mailbox\n")?,
        }
        for line in letter_text(letter, &locale.currency, locale.zone).lines() {
            writeln!(out, "{}", format!("  | {line}").trim_end())?;
        }
        Ok(())
    }
}

fn is(row: &AccountRow, name: &str) -> bool {
    row.user.as_ref().is_some_and(|user| user.as_str() == name)
}

fn ask<Q: Ask>(door: &Door, caller: &Caller, query: &Q) -> Result<Q::Answer, AppError> {
    door.ask(caller, query)
}

/// What each popug that draws tasks earned over all days, the most first.
fn earned(
    door: &Door,
    admin: &Caller,
    accounts: &[AccountRow],
    range: Range,
) -> Result<Vec<(String, Money)>, AppError> {
    let mut earned = Vec::new();
    for name in accounts.iter().filter_map(|row| row.user.as_ref()) {
        let who = Who::Named(name.to_string());
        let statement = ask(door, admin, &AccountStatement { who, range })?;
        if !statement.lines.is_empty() {
            earned.push((name.to_string(), statement.earned_cents));
        }
    }
    earned.sort_by_key(|(_, earned)| std::cmp::Reverse(*earned));
    Ok(earned)
}

/// The letter about the largest payout of the last day that had one.
fn letter(door: &Door, admin: &Caller, days: &[DayRow]) -> Result<Option<Statement>, AppError> {
    let Some(day) = days.iter().rev().find(|row| row.payouts > 0) else {
        return Ok(None);
    };
    let shown = ask(
        door,
        admin,
        &crate::app::ShowDay {
            day: DayWord::Date(day.day),
        },
    )?;
    let Some(paid) = shown.invoices.into_iter().max_by_key(|it| it.amount_cents) else {
        return Ok(None);
    };
    let range = Range::day(DayWord::Date(day.day));
    let who = Who::Named(paid.user.to_string());
    ask(door, admin, &AccountStatement { who, range }).map(Some)
}

fn write_next(out: &mut String, program: &str, with_store: &str) -> fmt::Result {
    writeln!(
        out,
        "\nLook around (all are logged in; everybody's beak is '{BEAK}')"
    )?;
    for (command, what) in [
        ("task list", "what is to be done"),
        ("task why 7", "why a task fell to whom it fell"),
        ("mine --as kesha", "what kesha has to do"),
        (
            "account statement kesha --date yesterday",
            "its letter of yesterday, derived anew",
        ),
        (
            "task reassign --dry-run --as gruff",
            "what a reassign would cost",
        ),
        ("day list", "the closed days and their seals"),
        ("analytics top --by week", "the most expensive tasks"),
        ("event list --limit 5", "the log behind it all"),
        ("doctor", "everything, examined"),
        ("dashboard", "all of it, on a full screen"),
    ] {
        writeln!(out, "  # {what}\n  {program} {command} {with_store}")?;
    }
    Ok(())
}
