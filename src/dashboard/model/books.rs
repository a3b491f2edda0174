//! Everybody's accounts, what management earned, and the closed days; from there to a day's
//! invoices, and to a popug's log.

use crate::accounting::{
    AccountEarnings, AccountKind, AccountRow, DayRow, EarningsRow, LogRow, PageAccounts, PageDays,
    PageLog, RankedAccount,
};
use crate::app::{PageInvoices, PaidInvoice};
use crate::dashboard::action::{Action, Binding, key};
use crate::dashboard::effect::books::Retry;
use crate::dashboard::model::account::without_task;
use crate::dashboard::model::held::Held;
use crate::dashboard::model::listing::{Listing, Row};
use crate::dashboard::model::stretch::Stretch;
use crate::delivery::WaitingDay;
use crate::kernel::day::Day;
use crate::kernel::money::Money;
use crate::kernel::name::{UserName, Who};
use crate::kernel::page::Page;
use crate::kernel::permission::Permission;
use crate::kernel::range::{DayWord, Range, Span, Step};

impl Row for RankedAccount {
    fn id(&self) -> i64 {
        self.id
    }
}

impl Row for PaidInvoice {
    fn id(&self) -> i64 {
        self.id.get()
    }
}

impl Row for DayRow {
    fn id(&self) -> i64 {
        self.day.number()
    }
}

/// What keys do here.
pub static KEYS: &[Binding] = &[
    key(Action::Pane, "pane", "the next of the lists", &["p"]).shown(20),
    key(Action::Earlier, "earlier", "the days before", &["["]).shown(31),
    key(Action::Later, "later", "the days after", &["]"]).shown(43),
    key(Action::By, "by", "by day, week, or month", &["b"]).shown(32),
    key(Action::Now, "today", "back to today", &["t"]).shown(44),
    key(
        Action::Adjust,
        "adjust",
        "give a popug money of management's, or take it",
        &["a"],
    )
    .needs(Permission::AccountMend)
    .shown(11),
    key(
        Action::TakeBack,
        "take-back",
        "reverse this transaction by its exact inverse",
        &["v"],
    )
    .needs(Permission::AccountMend)
    .shown(12),
    key(
        Action::Retry,
        "retry",
        "try letters and payments again that wait or are dead",
        &["r"],
    )
    .needs(Permission::AccountRead)
    .shown(13),
    key(
        Action::CloseDays,
        "close-days",
        "close the days that have ended, pay and mail",
        &["D"],
    )
    .needs(Permission::DayClose)
    .shown(10),
    key(
        Action::CloseToday,
        "close-today",
        "close today early; what follows belongs to the next day",
        &["C"],
    )
    .needs(Permission::DayClose),
];

/// Which of the three lists one moves in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The accounts.
    #[default]
    Accounts,
    /// Management's earnings.
    Earnings,
    /// The closed days.
    Days,
}

/// Where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Among accounts, earnings and days.
    Top,
    /// In a day.
    Day(Day),
    /// In somebody's log.
    Log,
}

/// A day with its invoices.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its totals; none until they are known.
    pub row: Option<DayRow>,
    /// The day.
    pub day: Day,
    /// Who was paid what.
    pub invoices: Listing<PaidInvoice>,
}

/// Somebody's log.
#[derive(Clone, Debug)]
pub struct LogOf {
    /// Whose.
    pub user: UserName,
    /// Of these days; none: all.
    pub stretch: Option<Stretch>,
    /// Its rows, newest first.
    pub rows: Listing<LogRow>,
}

/// How many accounts there are, and what they come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// So many are richer than the first that is held.
    pub before: usize,
    /// So many there are.
    pub count: usize,
    /// What is in all of them.
    pub sum: Money,
}

/// Everybody's accounts.
#[derive(Clone, Debug, Default)]
pub struct Books {
    /// Which of the three lists one moves in.
    pub pane: Pane,
    /// The accounts, the richest first.
    pub accounts: Listing<RankedAccount>,
    /// All of them together.
    pub together: Together,
    /// What management earned, oldest first.
    pub earnings: Held<EarningsRow>,
    /// How the earnings are taken together.
    pub step: Step,
    /// The last day of the earnings; the open day where none is chosen.
    pub until: Option<Day>,
    /// The day that is to be selected among the earnings when they come.
    pub wanted_day: Option<Day>,
    /// Whether there are no earlier ones: the books begin here.
    pub begins_here: bool,
    /// The closed days, newest first.
    pub days: Listing<DayRow>,
    /// How many of them there are.
    pub many_days: usize,
    /// The days of which something has not arrived.
    pub waiting: Vec<WaitingDay>,
    /// The day one is in.
    pub sheet: Option<Sheet>,
    /// The log one is in.
    pub log: Option<LogOf>,
}

impl Books {
    /// Where one is.
    pub fn depth(&self) -> Depth {
        match (&self.log, &self.sheet) {
            (Some(_), _) => Depth::Log,
            (None, Some(sheet)) => Depth::Day(sheet.day),
            (None, None) => Depth::Top,
        }
    }

    /// A page of the accounts.
    pub const fn wanted_accounts(page: Page) -> PageAccounts {
        PageAccounts { page }
    }

    /// A page of the closed days.
    pub const fn wanted_days(page: Page) -> PageDays {
        PageDays { page }
    }

    /// The days of the earnings; `open` is the open day.
    pub fn earnings_span(&self, open: Day) -> Span {
        let to = self.until.unwrap_or(open);
        let days = match self.step {
            Step::Day => 27,
            Step::Week => 25 * 7,
            Step::Month => 700,
        };
        let from = self.step.around(to.minus(days)).from;
        Span { from, to }
    }

    /// The earnings as they are asked for.
    pub fn wanted_earnings(&self, open: Day) -> AccountEarnings {
        let Span { from, to } = self.earnings_span(open);
        AccountEarnings {
            range: Range {
                from: Some(DayWord::Date(from)),
                to: Some(DayWord::Date(to)),
                period: None,
            },
            by: self.step,
        }
    }

    /// The popug that is meant: of the log, the invoice, or the account one is on.
    pub fn popug(&self) -> Option<&UserName> {
        match (&self.log, &self.sheet) {
            (Some(log), _) => Some(&log.user),
            (None, Some(sheet)) => sheet.invoices.selected().map(|it| &it.user),
            (None, None) if self.pane == Pane::Accounts => {
                self.accounts.selected().and_then(|it| it.row.user.as_ref())
            }
            (None, None) => None,
        }
    }

    /// The letters and payments that would be tried again: of the invoice one is on.
    pub fn to_retry(&self) -> Retry {
        let mut retry = Retry::default();
        let sheet = self.sheet.as_ref().filter(|_| self.log.is_none());
        if let Some(invoice) = sheet.and_then(|it| it.invoices.selected()) {
            retry.add(invoice);
        }
        retry
    }

    /// Why an action cannot be done with what is selected.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what else there is can always be done"
    )]
    pub fn obstacle(&self, action: Action) -> Option<String> {
        match action {
            Action::Enter => self.obstacle_to_entering(),
            Action::TakeBack => {
                let row = self.log.as_ref().map(|log| log.rows.selected());
                match row {
                    None => Some("go to a popug's log first".to_owned()),
                    Some(None) => Some("there is no transaction here".to_owned()),
                    Some(Some(_)) => None,
                }
            }
            Action::Retry => self.obstacle_to_trying(),
            Action::Earlier if self.depth() == Depth::Top && self.begins_here => {
                Some("the books begin here".to_owned())
            }
            Action::By if matches!(self.depth(), Depth::Day(_)) => {
                Some("a day is not taken together with others".to_owned())
            }
            Action::Pane if self.depth() != Depth::Top => Some("go back first".to_owned()),
            _ => None,
        }
    }

    fn obstacle_to_entering(&self) -> Option<String> {
        let nothing = || Some("there is nothing here".to_owned());
        match (&self.log, &self.sheet, self.pane) {
            (Some(log), ..) => log.rows.selected().map_or_else(nothing, without_task),
            (None, Some(sheet), _) => match sheet.invoices.selected() {
                None => Some("nobody was paid here".to_owned()),
                Some(_) => None,
            },
            (None, None, Pane::Accounts) => self.accounts.selected().map_or_else(nothing, |_| None),
            (None, None, Pane::Earnings) => self.earnings.selected().map_or_else(nothing, |_| None),
            (None, None, Pane::Days) => self.days.selected().map_or_else(nothing, |_| None),
        }
    }

    fn obstacle_to_trying(&self) -> Option<String> {
        match (self.depth(), self.pane) {
            (Depth::Day(_), _) => {}
            (Depth::Top, Pane::Days) => {
                let day = self.days.selected().map(|it| it.day);
                let waits = day.is_some_and(|day| self.waiting_of(day).is_some());
                return (!waits).then(|| "everything of this day has arrived".to_owned());
            }
            (Depth::Top | Depth::Log, _) => {
                return Some("go to a closed day or an invoice first".to_owned());
            }
        }
        if self.to_retry() == Retry::default() {
            return Some("nothing of this invoice waits or is dead".to_owned());
        }
        None
    }

    /// What of a day has not arrived.
    pub fn waiting_of(&self, day: Day) -> Option<&WaitingDay> {
        self.waiting.iter().find(|it| it.day == day)
    }
}

impl Sheet {
    /// A page of it.
    pub const fn wanted(&self, page: Page) -> PageInvoices {
        PageInvoices {
            day: self.day,
            page,
        }
    }
}

impl LogOf {
    /// A page of it.
    pub fn wanted(&self, page: Page) -> PageLog {
        PageLog {
            who: Who::Named(self.user.to_string()),
            range: self.stretch.map_or_else(Range::default, Stretch::range),
            page,
        }
    }
}

/// Whose account it is.
pub fn owner(row: &AccountRow) -> String {
    match (&row.user, row.kind) {
        (Some(user), _) => user.to_string(),
        (None, AccountKind::Management) => "(management)".to_owned(),
        (None, AccountKind::Bank) => "(bank)".to_owned(),
        (None, AccountKind::Popug) => "(popug)".to_owned(),
    }
}
