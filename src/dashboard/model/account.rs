//! One's own account: what it earned, its log, and its statement.

use crate::accounting::{AccountHistory, AccountStatement, EarnedDay, LogRow, PageLog};
use crate::app::StatementText;
use crate::dashboard::action::Action;
use crate::dashboard::model::Model;
use crate::dashboard::model::listing::{Listing, Row};
use crate::dashboard::model::stretch::Stretch;
use crate::kernel::day::Day;
use crate::kernel::name::Who;
use crate::kernel::page::Page;
use crate::kernel::range::Range;

/// Days of which it is drawn what was earned on them.
pub const DAYS: u32 = 30;

impl Row for LogRow {
    fn id(&self) -> i64 {
        self.id.get()
    }
}

/// Where one moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Half {
    /// In the log.
    #[default]
    Log,
    /// In the statement.
    Statement,
}

/// One's own account.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// What was earned on the last days, the open one last.
    pub history: Vec<EarnedDay>,
    /// The audit log, newest first.
    pub log: Listing<LogRow>,
    /// The days of the statement; the open day where none is chosen.
    pub stretch: Option<Stretch>,
    /// The statement, as the letter has it.
    pub statement: String,
    /// Where one moves.
    pub half: Half,
    /// How far the statement is scrolled.
    pub scroll: usize,
}

impl Account {
    /// What is asked for the days that are drawn.
    pub const fn wanted_history(&self) -> AccountHistory {
        AccountHistory {
            who: Who::Me,
            days: DAYS,
        }
    }

    /// A page of the log.
    pub fn wanted_log(&self, page: Page) -> PageLog {
        PageLog {
            who: Who::Me,
            range: Range::default(),
            page,
        }
    }

    /// The statement of some days.
    pub fn wanted_statement(&self, stretch: Stretch) -> StatementText {
        StatementText {
            statement: AccountStatement {
                who: Who::Me,
                range: stretch.range(),
            },
        }
    }

    /// Why an action cannot be done with what is selected.
    pub fn obstacle(&self, action: Action) -> Option<String> {
        if action != Action::Enter || self.half == Half::Statement {
            return None;
        }
        match self.log.selected() {
            None => Some("nothing has happened here".to_owned()),
            Some(row) => without_task(row),
        }
    }
}

impl Model {
    /// The open day.
    pub fn open_day(&self) -> Option<Day> {
        self.standing.as_ref().map(|it| it.calendar.open)
    }

    /// The days of the statement.
    pub fn stretch(&self) -> Option<Stretch> {
        let open = self.open_day()?;
        Some(self.account.stretch.unwrap_or(Stretch::day(open)))
    }
}

/// Why a row of a log does not lead to a task.
pub fn without_task(row: &LogRow) -> Option<String> {
    let kind = row.kind.as_str();
    row.task
        .is_none()
        .then(|| format!("no task belongs to this {kind}"))
}
