//! What admins watch: the open day, the most expensive closed tasks, and fairness.

use crate::analytics::{AnalyticsTop, Summary, TopRow};
use crate::app::FairnessRow;
use crate::dashboard::action::{Action, Binding, key};
use crate::dashboard::model::held::Held;
use crate::kernel::day::Day;
use crate::kernel::range::{Calendar, Period, Range, Span, Step};
use crate::tasks::Verdict;

/// What keys do here.
pub static KEYS: &[Binding] = &[
    key(
        Action::Pane,
        "pane",
        "the most expensive tasks, or fairness",
        &["p"],
    )
    .shown(20),
    key(
        Action::Earlier,
        "earlier",
        "the time before this one",
        &["["],
    )
    .shown(21),
    key(Action::Later, "later", "the time after this one", &["]"]).shown(22),
    key(Action::By, "by", "by day, week or month", &["b"]).shown(23),
    key(Action::Now, "today", "back to today", &["t"]).shown(24),
];

/// In which list one moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The most expensive closed tasks.
    #[default]
    Top,
    /// Everybody's part in what was drawn.
    Fairness,
}

/// What admins watch.
#[derive(Clone, Debug, Default)]
pub struct Analytics {
    /// The open day in two numbers.
    pub summary: Option<Summary>,
    /// What the time is divided into.
    pub by: Step,
    /// A day of the time that is shown; today where it is not set.
    pub day: Option<Day>,
    /// The most expensive task of each day, week or month.
    pub tops: Held<TopRow>,
    /// The most expensive one of all.
    pub whole: Option<TopRow>,
    /// Whether they are those of another time: one begins at their end.
    pub anew: bool,
    /// Everybody's part.
    pub fairness: Held<FairnessRow>,
    /// What chance says of it.
    pub verdict: Option<Verdict>,
    /// In which list one moves.
    pub pane: Pane,
}

impl Analytics {
    /// The name of the time that is shown: a month by day, else a year.
    pub fn period_name(&self, calendar: &Calendar) -> String {
        let month = Step::Month.name(self.day.unwrap_or(calendar.open));
        match self.by {
            Step::Day => month,
            Step::Week | Step::Month => month.split('-').next().unwrap_or_default().to_owned(),
        }
    }

    /// The time that is shown.
    pub fn period(&self, calendar: &Calendar) -> Period {
        let said = self.period_name(calendar).parse();
        said.unwrap_or(Period::ThisMonth)
    }

    /// Its days.
    pub fn span(&self, calendar: &Calendar) -> Span {
        self.period(calendar).resolve(calendar)
    }

    /// The most expensive tasks as they are asked for.
    pub fn wanted(&self, calendar: &Calendar) -> AnalyticsTop {
        AnalyticsTop {
            by: self.by,
            range: Range {
                period: Some(self.period(calendar)),
                ..Range::default()
            },
        }
    }

    /// The word for what the time is divided into.
    pub const fn by_word(&self) -> &'static str {
        match self.by {
            Step::Day => "day",
            Step::Week => "week",
            Step::Month => "month",
        }
    }

    /// Why an action cannot be done with what is selected.
    pub fn obstacle(&self, action: Action) -> Option<String> {
        match (action, self.pane) {
            (Action::Enter, Pane::Top) if self.tops.selected().is_none() => {
                Some("no task was closed in this time".to_owned())
            }
            (Action::Enter, Pane::Fairness) => {
                Some("nothing lies behind a popug's part".to_owned())
            }
            _ => None,
        }
    }
}
