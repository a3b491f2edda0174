//! Everything that can be asked, against the books.

use super::books::{Books, Moved, Other, Prices, Row};
use super::drive::{Company, number};
use crate::accounting::{AccountEarnings, AccountKind, AccountList, AccountLog, DayList};
use crate::analytics::{self, AnalyticsSummary, AnalyticsTop, Rebuild};
use crate::app::mail::send_letters;
use crate::app::{Examine, KeptSeal, ShowDay};
use crate::events::shape::TransactionKind;
use crate::kernel::day::Day;
use crate::kernel::finding::{Finding, Level};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::range::{DayWord, Range, Step};
use crate::tasks::VerifyDraws;

/// What doctor says of a server, which here is one to be thrown away.
const OF_THE_SERVER: [&str; 3] = ["server", "connection", "rights"];

impl Company {
    /// Hears and sends the rest, then compares.
    pub fn compare(&mut self) {
        self.reach_the_last_day();
        let prices = self.prices();
        send_letters(self.door()).expect("handed over");
        self.compare_accounts(&prices);
        self.compare_logs(&prices);
        self.compare_days(&prices);
        self.compare_letters();
        self.compare_analytics(&prices);
        let draws = self.ask(&VerifyDraws { draw: None });
        assert!(draws.iter().all(|draw| draw.verified == Some(true)));

        let seals = self.books.closed.iter().map(|it| KeptSeal {
            day: it.day,
            seal: it.seal.expect("a seal"),
        });
        let seals: Vec<KeptSeal> = seals.collect();
        let found = self.door().enter(&Examine { seals }).expect("examined");
        let bad: Vec<&Finding> = found
            .iter()
            .filter(|it| it.level != Level::Ok && !OF_THE_SERVER.contains(&it.check.as_str()))
            .collect();
        assert!(bad.is_empty(), "{bad:?}");
    }

    /// After a clock that ran ahead there are days that are not there yet, and nobody can ask about.
    fn reach_the_last_day(&mut self) {
        let days = self.books.days(self.now);
        let last = days.last().expect("a day").date();
        let noon = last.and_hms_opt(12, 0, 0).expect("noon").and_utc();
        let left = Moment::from_utc(noon).seconds_since(self.now);
        if left > 0 {
            self.jump(left / 60 + 1);
        }
    }

    fn compare_accounts(&mut self, prices: &Prices) {
        let days = self.books.days(self.now);
        let dates = days.into_iter().map(Some).chain([None]);
        for date in dates {
            let told = self.ask(&AccountList {
                date: date.map(DayWord::Date),
                all: true,
            });
            let day = date.unwrap_or_else(|| self.books.open(self.now));
            let through = date.unwrap_or(Day::LAST);
            let books = &self.books;
            for row in &told {
                let name = row.user.as_ref().map(ToString::to_string);
                let popug = self
                    .popugs
                    .iter()
                    .position(|it| Some(&it.name) == name.as_ref());
                let (balance, today) = match (row.kind, popug) {
                    (AccountKind::Popug, Some(popug)) => (
                        books.balance(popug, through, prices),
                        books.earned_by(popug, day, prices),
                    ),
                    (AccountKind::Management, None) => (
                        books.balance_of(Other::Management, through, prices),
                        books.earned(day, prices),
                    ),
                    (AccountKind::Bank, None) => {
                        (books.balance_of(Other::Bank, through, prices), 0)
                    }
                    _ => panic!("whose is {row:?}?"),
                };
                let told = [row.balance_cents, row.today_cents].map(Money::cents);
                assert_eq!(told, [balance, today], "{row:?}");
            }
            assert_eq!(told.len(), self.popugs.len() + 2);
        }
    }

    fn compare_logs(&mut self, prices: &Prices) {
        let mut ids = Vec::new();
        for popug in 0..self.popugs.len() {
            let told = self.ask(&AccountLog {
                who: Who::from(self.popugs[popug].name.clone()),
                range: Range::default(),
                limit: None,
            });
            let mine = |row: &&Row| row.popug == popug;
            let rows: Vec<Row> = self.books.rows.iter().filter(mine).copied().collect();
            assert_eq!(told.len(), rows.len());
            let mut balance = 0;
            for (told, row) in told.iter().zip(&rows) {
                let cents = self.books.cents(row, prices);
                balance += cents;
                assert_eq!((told.at, told.day, told.kind), (row.at, row.day, kind(row)));
                let money = [told.amount_cents, told.balance_cents].map(Money::cents);
                assert_eq!(money, [cents, balance], "{told:?}");
                ids.push(told.id.get());
            }
        }
        ids.sort_unstable();
        assert!(ids.into_iter().eq(1..=number(self.books.rows.len())));
    }

    fn compare_days(&mut self, prices: &Prices) {
        let told = self.ask(&DayList {
            range: Range::default(),
            limit: None,
        });
        assert_eq!(told, self.books.closed);
        for day in self.books.days(self.now) {
            let sheet = self.ask(&ShowDay {
                day: DayWord::Date(day),
            });
            let told = sheet.invoices.iter();
            let told = told.map(|it| (it.user.to_string(), it.amount_cents.cents()));
            assert_eq!(told.collect::<Vec<_>>(), self.paid(day));
        }
        let days = self.books.days(self.now);
        let range = range_of(&days);
        let by = Step::Day;
        let told = self.ask(&AccountEarnings { range, by });
        assert_eq!(told.len(), days.len());
        for (row, day) in told.iter().zip(days) {
            let told = [row.earned_cents, row.adjustments_cents].map(Money::cents);
            let books = &self.books;
            let expected = [books.earned(day, prices), books.adjusted(day, prices)];
            assert_eq!((row.day, told), (day, expected));
        }
    }

    fn paid(&self, day: Day) -> Vec<(String, i64)> {
        let paid = self.books.paid(day).into_iter();
        paid.map(|(popug, cents)| (self.popugs[popug].name.clone(), cents))
            .collect()
    }

    /// One letter a payout, no more and no fewer.
    fn compare_letters(&self) {
        let maildir = self.directory().join("letters/new");
        let letters = std::fs::read_dir(maildir).map_or(0, Iterator::count);
        let rows = self.books.rows.iter();
        let payouts = rows.filter(|row| matches!(row.moved, Moved::Paid(_)));
        assert_eq!(letters, payouts.count());
    }

    /// What analytics says, and says again once it is rebuilt.
    fn compare_analytics(&mut self, prices: &Prices) {
        let told = self.watched();
        let popugs = self.popugs.len();
        let books: &Books = &self.books;
        for (day, earned, red) in &told.0 {
            let balances = (0..popugs).map(|it| books.balance(it, *day, prices));
            let expected = number(balances.filter(|it| *it < 0).count());
            assert_eq!((*earned, *red), (books.earned(*day, prices), expected));
        }
        if let Some((task, reward, tied)) = &told.1 {
            let rewards = books.rows.iter().filter_map(|row| match row.moved {
                Moved::Reward(task) => Some((task, prices[&task].1)),
                Moved::Fee(_) | Moved::Paid(_) | Moved::Adjusted(_) | Moved::Back(_) => None,
            });
            let rewards: Vec<(i64, i64)> = rewards.collect();
            let highest = rewards.iter().map(|it| it.1).max().expect("a reward");
            let mut dearest = rewards.iter().filter(|it| it.1 == highest);
            let first = dearest.next().expect("the dearest").0;
            assert_eq!((*task, *reward), (first, highest));
            assert_eq!(*tied, number(dearest.count()));
        }
        let begun = self.door().write(analytics::begin_rebuild);
        begun.expect("begun");
        loop {
            let heard = self.door().write(analytics::rebuild_batch);
            if let Rebuild::Done(_) = heard.expect("heard") {
                break;
            }
        }
        assert_eq!(self.watched(), told);
    }

    /// Every day's earnings and debtors, and the dearest task of all days.
    #[expect(clippy::type_complexity, reason = "two lists of figures")]
    fn watched(&mut self) -> (Vec<(Day, i64, i64)>, Option<(i64, i64, i64)>) {
        let days = self.books.days(self.now);
        let range = range_of(&days);
        let figures = days.into_iter().map(|day| {
            let date = Some(DayWord::Date(day));
            let told = self.ask(&AnalyticsSummary { date });
            (day, told.earned_cents.cents(), told.in_the_red)
        });
        let figures = figures.collect();
        let by = Step::Week;
        let whole = self.ask(&AnalyticsTop { by, range }).whole;
        let whole = whole.map(|it| (it.task.id.get(), it.reward_cents.cents(), it.tied));
        (figures, whole)
    }
}

fn range_of(days: &[Day]) -> Range {
    Range {
        from: days.first().copied().map(DayWord::Date),
        to: days.last().copied().map(DayWord::Date),
        period: None,
    }
}

fn kind(row: &Row) -> TransactionKind {
    match row.moved {
        Moved::Fee(_) => TransactionKind::Fee,
        Moved::Reward(_) => TransactionKind::Reward,
        Moved::Paid(_) => TransactionKind::Payout,
        Moved::Adjusted(_) => TransactionKind::Adjustment,
        Moved::Back(_) => TransactionKind::Reversal,
    }
}
