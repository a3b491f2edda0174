//! The most expensive closed tasks.

use serde::{Deserialize, Serialize};

use crate::analytics::model::{Text, Top};
use crate::analytics::{AnalyticsError, sql};
use crate::kernel::day::Day;
use crate::kernel::ids::TaskId;
use crate::kernel::money::Money;
use crate::kernel::range::{Period, Range, Span, Step};
use crate::kernel::ticket::Ticket;
use crate::store::{Asker, Query, Read};

/// The most expensive closed task of each day, week or month of a range, and of all of it (N2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AnalyticsTop {
    /// What the range is divided into.
    pub by: Step,
    /// The days; this month where nothing is said.
    pub range: Range,
}

/// The most expensive closed tasks of a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TopAnswer {
    /// Step period, oldest first; periods without a closed task are left out.
    pub rows: Vec<TopRow>,
    /// Of the whole range; `None` where no task was closed in it.
    pub whole: Option<TopRow>,
}

/// The most expensive closed task of a stretch of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TopRow {
    /// The name of the period; `None` for the whole range, which has none.
    pub period: Option<String>,
    /// Its first day, within the range.
    pub from: Day,
    /// Its last day, within the range.
    pub to: Day,
    /// The task that earned most; of several the one that was closed first.
    pub task: TopTask,
    /// What closing it earned.
    pub reward_cents: Money,
    /// How many other tasks closed in the stretch earned exactly as much.
    pub tied: i64,
}

/// A task as analytics shows it, with the text that it has now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TopTask {
    /// The task.
    pub id: TaskId,
    /// Its ticket.
    pub ticket: Option<Ticket>,
    /// Its title.
    pub title: String,
}

impl Query for AnalyticsTop {
    type Answer = TopAnswer;
    type Error = AnalyticsError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<TopAnswer, AnalyticsError> {
        let generation = sql::current(read)?.number;
        let span = self.span(read, generation, asker)?;
        let tops = sql::tops(read, generation, &span)?;

        let mut rows: Vec<Best> = Vec::new();
        let mut whole: Option<Best> = None;
        for (day, top, text) in tops {
            let best = Best { day, top, text };
            whole = Some(best.clone().or(whole));
            match rows.pop() {
                Some(last) if self.by.around(last.day) == self.by.around(day) => {
                    rows.push(best.or(Some(last)));
                }
                last => rows.extend(last.into_iter().chain([best])),
            }
        }
        let rows = rows.into_iter().map(|best| self.row(best, span));
        Ok(TopAnswer {
            rows: rows.collect(),
            whole: whole.map(|best| best.shown(None, span)),
        })
    }
}

impl AnalyticsTop {
    fn span(
        &self,
        read: &Read<'_>,
        generation: i64,
        asker: &Asker,
    ) -> Result<Span, AnalyticsError> {
        let calendar = &asker.calendar(read)?;
        if self.range == Range::default() {
            return Ok(Period::ThisMonth.resolve(calendar));
        }
        let first = sql::first_day(read, generation)?.unwrap_or(calendar.open);
        Ok(self.range.resolve(calendar, first, calendar.open)?)
    }

    fn row(&self, best: Best, span: Span) -> TopRow {
        let period = self.by.around(best.day);
        let within = Span {
            from: period.from.max(span.from),
            to: period.to.min(span.to),
        };
        let name = self.by.name(best.day);
        best.shown(Some(name), within)
    }
}

/// The best of some days, with one of these days to tell the period by.
#[derive(Clone)]
struct Best {
    day: Day,
    top: Top,
    text: Text,
}

impl Best {
    fn or(self, other: Option<Self>) -> Self {
        let Some(other) = other else {
            return self;
        };
        let top = self.top.or(other.top);
        let winner = if top.task == self.top.task {
            self
        } else {
            other
        };
        Self { top, ..winner }
    }

    fn shown(self, period: Option<String>, span: Span) -> TopRow {
        TopRow {
            period,
            from: span.from,
            to: span.to,
            task: TopTask {
                id: self.top.task,
                ticket: self.text.ticket,
                title: self.text.title,
            },
            reward_cents: self.top.reward,
            tied: self.top.sharing.saturating_sub(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::testing::{ask, ask_on, day, retitled, reward, task, told};
    use crate::store::testing::Scratch;

    fn top(scratch: &Scratch, by: Step, from: &str, to: &str) -> TopAnswer {
        let range = Range {
            from: Some(from.parse().expect("a day")),
            to: Some(to.parse().expect("a day")),
            period: None,
        };
        ask_on(scratch, &AnalyticsTop { by, range }, day("2026-11-30"))
    }

    /// Four closed tasks over three weeks, the first two and the last of equal worth.
    fn company() -> Scratch {
        let scratch = Scratch::new();
        let tasks = (1..=4).map(|id| task(id, "Oil the perch"));
        told(&scratch, &tasks.collect::<Vec<_>>());
        told(&scratch, &[reward("2026-11-09", 1, 3_000, 2)]);
        told(
            &scratch,
            &[
                reward("2026-11-12", 1, 3_000, 1),
                retitled(2, "Oil both perches"),
                reward("2026-11-18", 1, 2_100, 3),
            ],
        );
        told(&scratch, &[reward("2026-11-29", 1, 3_000, 4)]);
        scratch
    }

    #[test]
    fn a_week_and_the_whole_know_the_first_of_those_that_tie() {
        let answer = top(&company(), Step::Week, "2026-11-10", "2026-11-30");
        let json = serde_json::to_string_pretty(&answer).expect("json");
        insta::assert_snapshot!(json, @r#"
        {
          "rows": [
            {
              "period": "2026-W46",
              "from": "2026-11-10",
              "to": "2026-11-15",
              "task": {
                "id": 1,
                "ticket": "POPUG-1",
                "title": "Oil the perch"
              },
              "reward_cents": 3000,
              "tied": 0
            },
            {
              "period": "2026-W47",
              "from": "2026-11-16",
              "to": "2026-11-22",
              "task": {
                "id": 3,
                "ticket": "POPUG-3",
                "title": "Oil the perch"
              },
              "reward_cents": 2100,
              "tied": 0
            },
            {
              "period": "2026-W48",
              "from": "2026-11-23",
              "to": "2026-11-29",
              "task": {
                "id": 4,
                "ticket": "POPUG-4",
                "title": "Oil the perch"
              },
              "reward_cents": 3000,
              "tied": 0
            }
          ],
          "whole": {
            "period": null,
            "from": "2026-11-10",
            "to": "2026-11-30",
            "task": {
              "id": 1,
              "ticket": "POPUG-1",
              "title": "Oil the perch"
            },
            "reward_cents": 3000,
            "tied": 1
          }
        }
        "#);
    }

    #[test]
    fn rows_are_days_of_this_month_unless_more_is_said() {
        let answer = ask(&company(), &AnalyticsTop::default());
        let periods: Vec<_> = answer.rows.iter().map(|row| row.period.clone()).collect();
        let days = ["2026-11-09", "2026-11-12", "2026-11-18", "2026-11-29"];
        assert_eq!(periods, days.map(|day| Some(day.to_owned())));
        let whole = answer.whole.expect("closed tasks");
        assert_eq!(
            (whole.from, whole.to),
            (day("2026-11-01"), day("2026-11-30"))
        );
        assert_eq!((whole.task.id.get(), whole.tied), (2, 2));
        assert_eq!(whole.task.title, "Oil both perches");
        assert_eq!(whole.task.ticket, None);
    }

    #[test]
    fn a_month_is_clipped_to_the_range() {
        let answer = top(&company(), Step::Month, "2026-10-20", "2026-11-10");
        let [row] = answer.rows.as_slice() else {
            panic!("one month with closed tasks: {answer:?}");
        };
        assert_eq!(row.period.as_deref(), Some("2026-11"));
        assert_eq!((row.from, row.to), (day("2026-11-01"), day("2026-11-10")));
        assert_eq!(row.tied, 0);
    }

    #[test]
    fn nothing_closed_is_no_row_and_no_whole() {
        let answer = top(&company(), Step::Day, "2026-11-13", "2026-11-17");
        let json = serde_json::to_string(&answer).expect("json");
        assert_eq!(json, r#"{"rows":[],"whole":null}"#);
    }
}
