//! The books kept outside: a list of what moved, summed anew for every question. It knows the
//! rules of DESIGN.md, part 4, and nothing of how the program keeps them.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::answers::{About, Day};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Fee,
    Reward,
    Payout,
    Adjustment,
    Reversal,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Reward => "reward",
            Self::Payout => "payout",
            Self::Adjustment => "adjustment",
            Self::Reversal => "reversal",
        }
    }
}

/// What moved on a popug's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The numbers that it may have: payouts of one close stand in no order that counts.
    pub ids: RangeInclusive<u64>,
    pub who: String,
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    pub kind: Kind,
    pub cents: i64,
    /// Whether the bank was on the other side, and not management.
    pub bank: bool,
    pub task: Option<About>,
    pub memo: Option<String>,
    pub actor: String,
    pub mends: Option<u64>,
}

/// Money that moves for a task.
pub struct Move<'a> {
    pub who: &'a str,
    pub task: About,
    pub cents: i64,
    pub actor: &'a str,
}

impl Row {
    fn is_of_task(&self) -> bool {
        matches!(self.kind, Kind::Fee | Kind::Reward)
    }

    /// Whether it is an adjustment or a reversal.
    pub fn mended(&self) -> bool {
        matches!(self.kind, Kind::Adjustment | Kind::Reversal)
    }
}

pub struct Books {
    zone: Tz,
    pub first: NaiveDate,
    /// The closed days as the program told of them, seals and all.
    pub closed: Vec<Day>,
    pub rows: Vec<Row>,
}

impl Books {
    pub fn begin(zone: Tz, now: DateTime<Utc>) -> Self {
        let first = now.with_timezone(&zone).date_naive();
        Self {
            zone,
            first,
            closed: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// The calendar date.
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    fn oldest_open(&self) -> NaiveDate {
        let last = self.closed.last();
        last.map_or(self.first, |it| next(it.day))
    }

    /// The open business day.
    pub fn open(&self, now: DateTime<Utc>) -> NaiveDate {
        self.date(now).max(self.oldest_open())
    }

    pub fn charge(&mut self, now: DateTime<Utc>, it: Move<'_>) {
        let cents = -it.cents;
        self.post(now, Kind::Fee, Move { cents, ..it });
    }

    pub fn credit(&mut self, now: DateTime<Utc>, it: Move<'_>) {
        self.post(now, Kind::Reward, it);
    }

    fn post(&mut self, at: DateTime<Utc>, kind: Kind, it: Move<'_>) {
        let row = Row {
            kind,
            task: Some(it.task),
            ..self.row(at, it.who, it.cents, it.actor)
        };
        self.rows.push(row);
    }

    /// A row that adjusts, unless more is said of it.
    fn row(&self, at: DateTime<Utc>, who: &str, cents: i64, actor: &str) -> Row {
        let id = self.next_id();
        Row {
            ids: id..=id,
            who: who.to_owned(),
            at,
            day: self.open(at),
            kind: Kind::Adjustment,
            cents,
            bank: false,
            task: None,
            memo: None,
            actor: actor.to_owned(),
            mends: None,
        }
    }

    /// Money of management's is given or taken, perhaps to mend the row at a place.
    pub fn adjust(
        &mut self,
        now: DateTime<Utc>,
        (who, cents, actor): (&str, i64, &str),
        reason: &str,
        mends: Option<&Row>,
    ) -> &Row {
        let row = Row {
            task: mends.and_then(|row| row.task.clone()),
            memo: Some(reason.to_owned()),
            mends: mends.map(|row| *row.ids.start()),
            ..self.row(now, who, cents, actor)
        };
        self.rows.push(row);
        self.rows.last().expect("posted just now")
    }

    /// A row is taken back by its exact inverse.
    pub fn reverse(&mut self, now: DateTime<Utc>, wrong: &Row, reason: &str, actor: &str) -> &Row {
        let row = Row {
            kind: Kind::Reversal,
            bank: wrong.bank,
            task: wrong.task.clone(),
            memo: Some(reason.to_owned()),
            mends: Some(*wrong.ids.start()),
            ..self.row(now, &wrong.who, -wrong.cents, actor)
        };
        self.rows.push(row);
        self.rows.last().expect("posted just now")
    }

    fn next_id(&self) -> u64 {
        u64::try_from(self.rows.len()).expect("few") + 1
    }

    fn sum(&self, of: impl Fn(&Row) -> bool) -> i64 {
        let rows = self.rows.iter().filter(|row| of(row));
        rows.map(|row| row.cents).sum()
    }

    pub fn balance(&self, who: &str) -> i64 {
        self.sum(|row| row.who == who)
    }

    /// What all that is dated up to the end of a day comes to.
    pub fn balance_at(&self, who: &str, day: NaiveDate) -> i64 {
        self.sum(|row| row.who == who && row.day <= day)
    }

    /// What a popug earned on a day: rewards less fees.
    pub fn earned_by(&self, who: &str, day: NaiveDate) -> i64 {
        self.sum(|row| row.who == who && row.day == day && row.is_of_task())
    }

    /// Fees and rewards from one day to another, as sizes.
    pub fn fees_and_rewards(&self, days: &RangeInclusive<NaiveDate>) -> (i64, i64) {
        let of = |kind| self.sum(|row| days.contains(&row.day) && row.kind == kind);
        (-of(Kind::Fee), of(Kind::Reward))
    }

    /// What management earned on a day (M4).
    pub fn earned(&self, day: NaiveDate) -> i64 {
        let (fees, rewards) = self.fees_and_rewards(&(day..=day));
        fees - rewards
    }

    /// Adjustments and reversals of management's, from one day to another.
    pub fn adjusted(&self, days: &RangeInclusive<NaiveDate>) -> i64 {
        -self.sum(|row| days.contains(&row.day) && row.mended() && !row.bank)
    }

    /// Management's balance and the bank's, at a day's end.
    pub fn others_at(&self, day: NaiveDate) -> [i64; 2] {
        [false, true].map(|bank| -self.sum(|row| row.day <= day && row.bank == bank))
    }

    pub fn in_the_red(&self, popugs: &[String], day: NaiveDate) -> usize {
        let red = popugs.iter().filter(|who| self.balance_at(who, day) < 0);
        red.count()
    }

    pub fn debts(&self, popugs: &[String], day: NaiveDate) -> i64 {
        let balances = popugs.iter().map(|who| self.balance_at(who, day));
        -balances.filter(|it| *it < 0).sum::<i64>()
    }

    /// The days that a close through a day closes, oldest first.
    pub fn due(&self, through: NaiveDate) -> Vec<NaiveDate> {
        let days = self.oldest_open().iter_days();
        days.take_while(|day| *day <= through).collect()
    }

    /// Closes the oldest open day: pays whoever is in the black at its end (D1).
    pub fn close(&mut self, popugs: &[String], now: DateTime<Utc>, actor: &str) -> Day {
        let day = self.oldest_open();
        let balances = popugs.iter().map(|who| (who, self.balance_at(who, day)));
        let payees: Vec<_> = balances.filter(|(_, balance)| *balance > 0).collect();
        let ids = self.next_id()..=self.next_id() + u64::try_from(payees.len()).expect("few") - 1;
        let row = Day {
            day,
            closed_at: Some(now),
            payouts: payees.len(),
            paid_cents: payees.iter().map(|(_, balance)| balance).sum(),
            earned_cents: self.earned(day),
            debts_cents: self.debts(popugs, day),
            seal: None,
        };
        for (who, balance) in payees {
            let row = Row {
                ids: ids.clone(),
                day,
                kind: Kind::Payout,
                bank: true,
                ..self.row(now, who, -balance, actor)
            };
            self.rows.push(row);
        }
        self.closed.push(row.clone());
        row
    }

    /// Who was paid how much on a day, by name.
    pub fn paid(&self, day: NaiveDate) -> Vec<(String, i64)> {
        let paid = self.rows.iter();
        let paid = paid.filter(|row| row.day == day && row.kind == Kind::Payout);
        let mut paid: Vec<_> = paid.map(|row| (row.who.clone(), -row.cents)).collect();
        paid.sort();
        paid
    }

    pub fn closing(&self, day: NaiveDate) -> Option<&Day> {
        self.closed.iter().find(|it| it.day == day)
    }

    /// From the first day to the last that anything is dated on, or is open.
    pub fn days(&self, now: DateTime<Utc>) -> RangeInclusive<NaiveDate> {
        let last = self.rows.iter().map(|row| row.day).max();
        self.first..=last.unwrap_or(self.first).max(self.open(now))
    }
}

pub fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().expect("a day after")
}
