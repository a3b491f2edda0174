//! The audit of what is watched: management's earnings, who is in the red, the dearest tasks.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use super::answers::{Earnings, Summary, Top, TopRow};
use super::history::History;
use super::ledger::{Kind, next};

const STEPS: [&str; 3] = ["day", "week", "month"];

/// The last day of the stretch of the calendar that a day lies in.
fn last_of(step: &str, day: NaiveDate) -> NaiveDate {
    let ends = |day: &NaiveDate| match step {
        "day" => true,
        "week" => day.weekday() == Weekday::Sun,
        _ => next(*day).day() == 1,
    };
    day.iter_days().find(ends).expect("an end")
}

fn period(step: &str, day: NaiveDate) -> String {
    match step {
        "day" => day.to_string(),
        "week" => format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week()),
        _ => format!("{}-{:02}", day.year(), day.month()),
    }
}

/// The stretches that a range falls into, clipped to it.
fn stretches(step: &str, days: &RangeInclusive<NaiveDate>) -> Vec<RangeInclusive<NaiveDate>> {
    let mut stretches = Vec::new();
    let mut from = *days.start();
    while from <= *days.end() {
        let to = last_of(step, from).min(*days.end());
        stretches.push(from..=to);
        from = next(to);
    }
    stretches
}

impl History {
    pub fn audit_earnings(&mut self) {
        let whole = self.books.days(self.now);
        self.earnings("day", &whole, true);
        for step in STEPS {
            let some = self.some_days();
            self.earnings(step, &some, true);
        }
        let open = self.books.open(self.now);
        let week = open - chrono::TimeDelta::days(6)..=open;
        self.earnings("day", &week, false);
    }

    fn earnings(&mut self, step: &str, days: &RangeInclusive<NaiveDate>, named: bool) {
        let rows = stretches(step, days).into_iter().map(|stretch| {
            let (fees, rewards) = self.books.fees_and_rewards(&stretch);
            Earnings {
                day: *stretch.start(),
                fees_cents: fees,
                rewards_cents: rewards,
                earned_cents: fees - rewards,
                adjustments_cents: self.books.adjusted(&stretch),
                closed_at: self
                    .books
                    .closing(*stretch.end())
                    .and_then(|it| it.closed_at),
            }
        });
        let expected: Vec<Earnings> = rows.collect();
        let (from, to) = (days.start().to_string(), days.end().to_string());
        let mut args = vec!["account", "earnings", "--by", step];
        if named {
            args.extend(["--from", &from, "--to", &to]);
        }
        let told: Vec<Earnings> = self.ask("polly", &args);
        assert_eq!(told, expected);
    }

    pub fn audit_summaries(&mut self) {
        let open = self.books.open(self.now);
        self.summary(None, open);
        for day in self.days() {
            self.summary(Some(day), day);
        }
    }

    pub fn summary(&mut self, date: Option<NaiveDate>, day: NaiveDate) {
        let date = date.map(|day| day.to_string());
        let mut args = vec!["analytics", "summary"];
        args.extend(date.iter().flat_map(|day| ["--date", day]));
        let told: Summary = self.ask("polly", &args);
        let expected = Summary {
            day,
            earned_cents: self.books.earned(day),
            in_the_red: self.books.in_the_red(&self.company.names(), day),
        };
        assert_eq!(told, expected);
    }

    pub fn audit_tops(&mut self) {
        let whole = self.books.days(self.now);
        self.top("day", &whole, true);
        for step in STEPS {
            let some = self.some_days();
            self.top(step, &some, true);
        }
        let today = self.books.date(self.now);
        let first = today.with_day(1).expect("a first day");
        self.top("week", &(first..=last_of("month", today)), false);
    }

    fn top(&mut self, step: &str, days: &RangeInclusive<NaiveDate>, named: bool) {
        let rows = stretches(step, days).into_iter().filter_map(|stretch| {
            let name = period(step, *stretch.start());
            self.dearest(Some(name), &stretch)
        });
        let expected = Top {
            rows: rows.collect(),
            whole: self.dearest(None, days),
        };
        let (from, to) = (days.start().to_string(), days.end().to_string());
        let mut args = vec!["analytics", "top", "--by", step];
        if named {
            args.extend(["--from", &from, "--to", &to]);
        }
        let told: Top = self.ask("polly", &args);
        assert_eq!(told, expected);
    }

    /// The task with the highest reward of those closed within some days; of several the first.
    fn dearest(&self, period: Option<String>, days: &RangeInclusive<NaiveDate>) -> Option<TopRow> {
        let rows = self.books.rows.iter();
        let rewards = rows.filter(|row| row.kind == Kind::Reward && days.contains(&row.day));
        let rewards: Vec<_> = rewards.collect();
        let highest = rewards.iter().map(|row| row.cents).max()?;
        let mut highest = rewards.iter().filter(|row| row.cents == highest);
        let first = highest.next()?;
        let task = first.task.as_ref()?.id;
        Some(TopRow {
            period,
            from: *days.start(),
            to: *days.end(),
            task: self.company.about(task),
            reward_cents: first.cents,
            tied: highest.count(),
        })
    }
}
