//! One's own account: what it earned, its log, and its statement.

use crate::accounting::{AccountHistory, AccountStatement, EarnedDay, LogRow, PageLog};
use crate::app::StatementText;
use crate::dashboard::action::{Action, Binding, key};
use crate::dashboard::model::listing::{Listing, Row};
use crate::dashboard::model::stretch::Stretch;
use crate::kernel::name::Who;
use crate::kernel::page::Page;
use crate::kernel::range::Range;

/// What keys do here.
pub static KEYS: &[Binding] = &[
    key(Action::Pane, "pane", "the log, or the statement", &["p"]).shown(20),
    key(Action::Earlier, "earlier", "the days before", &["["]).shown(31),
    key(Action::Later, "later", "the days after", &["]"]).shown(43),
    key(Action::By, "by", "by day, week, or month", &["b"]).shown(32),
    key(Action::Now, "today", "back to today", &["t"]).shown(44),
];

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

/// Why a row of a log does not lead to a task.
pub fn without_task(row: &LogRow) -> Option<String> {
    let kind = row.kind.as_str();
    row.task
        .is_none()
        .then(|| format!("no task belongs to this {kind}"))
}
