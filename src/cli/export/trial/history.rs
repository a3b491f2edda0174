//! Random ledgers, made by the same path as any: events that accounting hears, adjustments,
//! reversals, refused payouts, and closes that come late.

use crate::accounting::testing::{Books, assigned, closed, created, popug, user};
use crate::accounting::{
    AccountAdjust, AccountList, AccountReverse, BooksPiece, ExportBooks, days_to_close,
};
use crate::events::shape::{Outcome, TransactionKind, TransactionProcessed};
use crate::events::{Append, Event, LogError};
use crate::kernel::actor::Actor;
use crate::kernel::day::{Day, Zone};
use crate::kernel::dice::{Seed, uniform};
use crate::kernel::ids::{TransactionId, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::range::{DayWord, Range};
use crate::kernel::role::Role;
use crate::store::testing::{moment, stamp};

/// Popugs by their ids, whose names every format spells in its own way; Bert mends.
const NAMES: [&str; 6] = ["kesha", "iskra", "bert", "jack.sparrow", "a_b-c", "a.b_c-"];
const BERT: UserId = UserId::new(3);

/// Titles that would rather be something else, and bits that they are made of.
const BITS: [&str; 40] = [
    "perch",
    "POPUG-1",
    " ",
    "  ",
    ";",
    " ; ",
    "|",
    "\"",
    "\\",
    "\\\"",
    "\\n",
    "@",
    "@@ 5 USD",
    "{1 USD}",
    "[2026-01-01]",
    "[=2026-01-01]",
    "(7)",
    "*",
    "!",
    "#tag",
    "^link",
    ":a:b:",
    "k: v",
    "k:: 1+1",
    "date: 2026-01-01",
    "= 5.00 USD",
    "%",
    "~",
    "'",
    "`",
    ",",
    "<b>",
    "жёрдочка",
    "🦜",
    "Assets:Bank  -5.00 USD",
    "2026-11-03 open Assets:X",
    "include /etc/passwd",
    "end comment",
    "\u{a0}",
    "\u{3000}",
];
/// What nobody can type, and an old event may still hold.
const UNTYPED: [&str; 9] = [
    "\n",
    "\r\n",
    "\t",
    "\n2026-11-03 * forged\n    Assets:Bank  5.00 USD\n    Equity:Management",
    "\u{2028}",
    "\u{202e}",
    "\u{85}",
    "\u{0}",
    "\u{1b}[2J",
];

/// Choices that follow from a number.
struct Chance {
    seed: Seed,
    made: u64,
}

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.made += 1;
        let bound = u64::try_from(bound).expect("small");
        usize::try_from(uniform(&self.seed, self.made, bound)).expect("small")
    }

    fn of<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    fn text(&mut self, bits: &[&str]) -> String {
        (0..=self.below(6)).map(|_| *self.of(bits)).collect()
    }
}

/// A company's books over a few days.
pub struct RandomLedger {
    books: Books,
    chance: Chance,
    now: Moment,
    tasks: i64,
    open: Vec<i64>,
    unheard: Vec<Event>,
}

impl RandomLedger {
    /// The ledger of this number, which is the same each time.
    pub fn number(number: usize) -> Self {
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&number.to_be_bytes());
        let books = Books::open();
        let mut ledger = Self {
            books,
            chance: Chance { seed, made: 0 },
            now: moment("2026-11-02T09:00:00Z"),
            tasks: 0,
            open: Vec::new(),
            unheard: Vec::new(),
        };
        for (id, name) in (1..).zip(NAMES).skip(3) {
            ledger.unheard.push(user(UserId::new(id), name).into());
        }
        for _ in 0..12 + ledger.chance.below(14) {
            ledger.step();
        }
        ledger.hear();
        ledger
    }

    /// Some of its days, or all of them.
    pub fn range(&mut self) -> Range {
        let first: Day = "2026-11-02".parse().expect("a day");
        let today = Zone::UTC.day_of(self.now);
        let mut bound = || {
            let days = u64::try_from(self.chance.below(7)).expect("few");
            let day = (days > 0).then(|| first.plus(days));
            day.filter(|day| *day <= today).map(DayWord::Date)
        };
        let range = Range {
            from: bound(),
            to: None,
            period: None,
        };
        let to = bound().filter(|to| match (range.from, to) {
            (Some(DayWord::Date(from)), DayWord::Date(to)) => from <= *to,
            _ => true,
        });
        Range { to, ..range }
    }

    /// Tells the books of these days.
    pub fn tell(&self, range: Range) -> Vec<BooksPiece> {
        let books = ExportBooks { range };
        let told = self.books.ask(&books, bert(), &self.now.to_string());
        told.expect("told")
    }

    /// What `account list --all` says there is at the end of these days, by account.
    pub fn balances(&self, range: Range) -> Vec<(String, i64)> {
        let list = AccountList {
            date: range.to,
            all: true,
        };
        let rows = self.books.ask(&list, bert(), &self.now.to_string());
        let rows = rows.expect("accounts").into_iter().map(|row| {
            let kind = serde_json::to_value(row.kind).expect("JSON");
            let kind = kind.as_str().expect("a word").to_owned();
            let name = row.user.map_or(kind, |user| user.to_string());
            (name, row.balance_cents.cents())
        });
        rows.collect()
    }

    fn step(&mut self) {
        match self.chance.below(16) {
            0..4 => self.create(),
            4 | 5 => self.assign(),
            6..9 => self.finish(),
            9 => self.adjust(),
            10 => self.reverse(),
            11 => self.refuse(),
            12 | 13 => {
                let hours = i64::try_from(self.chance.below(60)).expect("few");
                self.now = self.now.plus_seconds((hours - 8) * 3_600);
            }
            _ => self.close(),
        }
    }

    fn popug(&mut self) -> UserId {
        UserId::new(i64::try_from(self.chance.below(NAMES.len())).expect("few") + 1)
    }

    fn create(&mut self) {
        self.tasks += 1;
        let mut task = created(self.tasks);
        task.title = self.chance.text(&BITS);
        if self.chance.below(4) == 0 {
            task.title.push_str(&self.chance.text(&UNTYPED));
        }
        self.unheard.push(task.into());
        self.open.push(self.tasks);
        let to = self.popug();
        self.unheard.push(assigned(self.tasks, to).into());
    }

    fn assign(&mut self) {
        if !self.open.is_empty() {
            let (task, to) = (*self.chance.of(&self.open), self.popug());
            self.unheard.push(assigned(task, to).into());
        }
    }

    fn finish(&mut self) {
        if !self.open.is_empty() {
            let place = self.chance.below(self.open.len());
            let (task, by) = (self.open.remove(place), self.popug());
            self.unheard.push(closed(task, by).into());
        }
    }

    /// Lets accounting hear what has happened; everything of a stretch happened now.
    fn hear(&mut self) {
        let at = stamp(&self.now.to_string());
        let said = self.books.store().write(&at, |tx| {
            for event in &self.unheard {
                tx.append(event.clone())?;
            }
            Ok::<_, LogError>(())
        });
        said.expect("said");
        self.unheard.clear();
        self.books.hear();
    }

    fn adjust(&mut self) {
        self.hear();
        let who = loop {
            let who = *self.chance.of(&NAMES);
            if who != NAMES[2] {
                break who;
            }
        };
        let cents = i64::try_from(self.chance.below(9_999)).expect("small") - 5_000;
        let adjust = AccountAdjust {
            who: Who::from(who.to_owned()),
            amount_cents: Money::from_cents(if cents == 0 { 1 } else { cents }),
            reason: format!("x{}", self.chance.text(&BITS)),
            mends: None,
        };
        let done = self.books.run(&adjust, bert(), &self.now.to_string());
        done.expect("adjusted");
    }

    /// Takes one of the rows back, if that one can be.
    fn reverse(&mut self) {
        self.hear();
        let rows = self.books.transactions();
        if rows.is_empty() {
            return;
        }
        let id = self.chance.of(&rows).transaction;
        let reason = format!("x{}", self.chance.text(&BITS));
        let reverse = AccountReverse { id, reason };
        // A reversal, what is reversed already and what is Bert's own stay.
        let _ = self.books.run(&reverse, bert(), &self.now.to_string());
    }

    fn refuse(&mut self) {
        self.hear();
        let rows = self.books.transactions().into_iter();
        let payouts = rows.filter(|row| row.kind == TransactionKind::Payout);
        let payouts: Vec<TransactionId> = payouts.map(|row| row.transaction).collect();
        if !payouts.is_empty() {
            let refused = TransactionProcessed {
                transaction: *self.chance.of(&payouts),
                outcome: Outcome::Refused,
                reference: None,
            };
            self.unheard.push(refused.into());
        }
    }

    /// Closes some of the days that have begun, late or early.
    fn close(&mut self) {
        self.hear();
        let through = Zone::UTC.day_of(self.now);
        let days = self.books.store().read(|read| days_to_close(read, through));
        let days = days.expect("days");
        let many = self.chance.below(days.len() + 1);
        for day in &days[..many] {
            let closed = self.books.close(&self.now.to_string(), &day.to_string());
            closed.expect("closed");
        }
    }
}

fn bert() -> Actor {
    popug(BERT, Role::Accountant)
}
