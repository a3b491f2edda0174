//! A statement in words: what `account statement` prints, and word for word the letter that the
//! popug gets at the day's end (B3, B4).
//!
//! Plain text of at most 72 columns. Each line says when, what and how much, and beside it what
//! was in the account then, so that the last sum can be followed from the first.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::accounting::statement::{LogRow, Statement};
use crate::events::shape::TransactionKind;
use crate::kernel::day::{Day, Zone};
use crate::kernel::moment::Moment;
use crate::kernel::money::{Currency, Money};
use crate::kernel::text::shown;

/// The widest line.
const COLUMNS: usize = 72;
/// `09:14`, or `24 Nov` for what happened on another date than the line's day.
const WHEN: usize = 6;
/// The longest of the words for what happened.
const WHAT: usize = 8;
/// Between two columns.
const GAP: usize = 2;
/// The least that is left for titles and reasons, however long the amounts.
const LEAST: usize = 12;

/// The statement as plain text, times in the company's zone.
pub fn letter_text(statement: &Statement, currency: &Currency, zone: Zone) -> String {
    let letter = Letter::new(statement, currency, zone);
    let mut lines = letter.greeting();
    letter.heading(&mut lines);
    letter.entries(&mut lines);
    letter.totals(&mut lines);
    letter.farewell(&mut lines);
    let mut text = String::new();
    for line in lines {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

struct Letter<'a> {
    statement: &'a Statement,
    currency: &'a Currency,
    zone: Zone,
    /// How wide the longest change is, and the longest balance.
    change: usize,
    balance: usize,
}

impl<'a> Letter<'a> {
    fn new(statement: &'a Statement, currency: &'a Currency, zone: Zone) -> Self {
        let width = |text: String| text.width();
        let totals = [
            statement.earned_cents,
            statement.other_cents,
            paid_change(statement),
        ];
        let lines = &statement.lines;
        let changes = lines.iter().map(|line| line.amount_cents).chain(totals);
        let balances = lines.iter().map(|line| line.balance_cents);
        let balances = balances.chain([statement.opening_cents, statement.closing_cents]);
        Self {
            statement,
            currency,
            zone,
            change: changes
                .map(|it| width(currency.show_change(it)))
                .fold("Amount".len(), usize::max),
            balance: balances
                .map(|it| width(currency.show(it)))
                .fold("Balance".len(), usize::max),
        }
    }

    fn greeting(&self) -> Vec<String> {
        let Statement { user, from, to, .. } = self.statement;
        let about = if from == to {
            format!("this is how {} went on your account.", in_full(*from))
        } else {
            format!(
                "this is your account from {} to {}.",
                date(*from),
                date(*to)
            )
        };
        vec![format!("Dear {user},"), String::new(), about, String::new()]
    }

    fn heading(&self, lines: &mut Vec<String>) {
        lines.push(self.row("When", "What", "", "Amount", "Balance"));
        lines.push("-".repeat(COLUMNS));
        let opening = self.currency.show(self.statement.opening_cents);
        lines.push(self.row("", "Carried", "from before", "", &opening));
    }

    fn entries(&self, lines: &mut Vec<String>) {
        let many_days = self.statement.day.is_none();
        let mut day = None;
        for entry in &self.statement.lines {
            if many_days && day != Some(entry.day) {
                lines.push(String::new());
                lines.push(in_full(entry.day));
                day = Some(entry.day);
            }
            self.entry(entry, lines);
        }
    }

    fn entry(&self, entry: &LogRow, lines: &mut Vec<String>) {
        let change = self.currency.show_change(entry.amount_cents);
        let balance = self.currency.show(entry.balance_cents);
        let when = self.when(entry);
        let mut about = about(entry, self.about()).into_iter();
        let first = about.next().unwrap_or_default();
        lines.push(self.row(&when, what(entry.kind), &first, &change, &balance));
        lines.extend(about.map(|more| self.row("", "", &more, "", "")));
    }

    fn totals(&self, lines: &mut Vec<String>) {
        let statement = self.statement;
        let closing = self.currency.show(statement.closing_cents);
        let change = |amount: Money| self.currency.show_change(amount);
        lines.push("-".repeat(COLUMNS));
        let earned = change(statement.earned_cents);
        lines.push(self.row("", "Earned", &self.derived(), &earned, ""));
        if statement.lines.iter().any(is_other) {
            let other = change(statement.other_cents);
            lines.push(self.row("", "Mended", "", &other, ""));
        }
        if statement.paid_cents.is_positive() {
            let paid = change(paid_change(statement));
            lines.push(self.row("", "Paid out", "", &paid, ""));
        }
        lines.push(self.row("", "Carried", "on", "", &closing));
    }

    /// `+$31.00 closing, -$14.00 assigned`: what the earnings are made of.
    fn derived(&self) -> String {
        let sum = |kind: TransactionKind| {
            let lines = self.statement.lines.iter();
            let these = lines.filter(|line| line.kind == kind);
            let count = these.clone().count();
            // It fits, as the sum of both does.
            let sum = Money::sum(these.map(|line| line.amount_cents)).unwrap_or_default();
            (count, self.currency.show_change(sum))
        };
        let (closed, rewards) = sum(TransactionKind::Reward);
        let (assigned, fees) = sum(TransactionKind::Fee);
        match (closed, assigned) {
            (0, 0) => String::new(),
            (_, 0) => format!("{closed} closed"),
            (0, _) => format!("{assigned} assigned"),
            _ => cut(
                &format!("{closed} closed {rewards}, {assigned} assigned {fees}"),
                self.about(),
            ),
        }
    }

    fn farewell(&self, lines: &mut Vec<String>) {
        let statement = self.statement;
        let Some(day) = statement.day else {
            return;
        };
        lines.push(String::new());
        let Some((closed_at, seal)) = statement.closed_at.zip(statement.seal) else {
            lines.push("The day is still open, so there may be more to come.".to_owned());
            return;
        };
        let paid = statement.paid_cents;
        if paid.is_positive() {
            let paid = self.currency.show(paid);
            lines.push(format!("{paid} is on its way to you. Well flown!"));
        } else if statement.closing_cents.is_negative() {
            lines.push("What you owe goes with you into the next day. Every task that you".into());
            lines.push("close brings you closer to the black.".into());
        } else {
            lines.push("Nothing is owed on either side. A quiet day has its charms.".into());
        }
        lines.push(String::new());
        lines.push(format!(
            "Closed on {}, under this seal:",
            self.moment(closed_at)
        ));
        lines.push(String::new());
        lines.push(seal.to_string());
        lines.push(String::new());
        lines.push("Keep it. Whoever changes what is in the books up to this day cannot".into());
        lines.push("keep the seal the same, and you can ask for it at any time:".into());
        lines.push(String::new());
        lines.push(format!("    popug day verify {day} SEAL"));
    }

    fn moment(&self, moment: Moment) -> String {
        let local = self.zone.local(moment);
        format!("{} ({})", local.format("%-d %B %Y at %H:%M"), self.zone)
    }

    fn when(&self, entry: &LogRow) -> String {
        let local = self.zone.local(entry.at);
        let same = self.zone.day_of(entry.at) == entry.day;
        let format = if same { "%H:%M" } else { "%-d %b" };
        local.format(format).to_string()
    }

    /// What is left for titles and reasons.
    fn about(&self) -> usize {
        let taken = WHEN + WHAT + self.change + self.balance + 4 * GAP;
        COLUMNS.saturating_sub(taken).max(LEAST)
    }

    fn row(&self, when: &str, what: &str, about: &str, change: &str, balance: &str) -> String {
        let gap = " ".repeat(GAP);
        [
            left(when, WHEN),
            left(what, WHAT),
            left(about, self.about()),
            right(change, self.change),
            right(balance, self.balance),
        ]
        .join(&gap)
    }
}

fn paid_change(statement: &Statement) -> Money {
    // A payout is the balance of an account, so its opposite fits.
    statement.paid_cents.checked_neg().unwrap_or_default()
}

fn is_other(line: &LogRow) -> bool {
    match line.kind {
        TransactionKind::Reversal | TransactionKind::Adjustment => true,
        TransactionKind::Fee | TransactionKind::Reward | TransactionKind::Payout => false,
    }
}

const fn what(kind: TransactionKind) -> &'static str {
    match kind {
        TransactionKind::Fee => "Assigned",
        TransactionKind::Reward => "Closed",
        TransactionKind::Payout => "Paid out",
        TransactionKind::Reversal => "Reversed",
        TransactionKind::Adjustment => "Adjusted",
    }
}

/// A task by number, ticket and title, cut to one line; a reason in full, on as many as it needs.
fn about(entry: &LogRow, width: usize) -> Vec<String> {
    let task = entry.task.as_ref().map(|task| {
        let ticket = task.ticket.as_ref();
        let ticket = ticket.map_or_else(String::new, |ticket| format!("{ticket} "));
        cut(
            &format!("#{} {ticket}{}", task.id, shown(&task.title)),
            width,
        )
    });
    let reason = entry.memo.as_ref().map(|memo| match entry.mends {
        None => shown(memo).into_owned(),
        Some(mended) => format!("transaction {mended}: {}", shown(memo)),
    });
    let reason = reason.map_or_else(Vec::new, |reason| wrapped(&reason, width));
    task.into_iter().chain(reason).collect()
}

fn in_full(day: Day) -> String {
    day.date().format("%A, %-d %B %Y").to_string()
}

fn date(day: Day) -> String {
    day.date().format("%-d %B %Y").to_string()
}

fn left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

/// As much as fits into `width` columns, with an ellipsis where something is left out.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let (kept, _) = split(text, width.saturating_sub(1));
    format!("{}…", kept.trim_end())
}

/// The longest beginning that fits into `width` columns, and the rest.
fn split(text: &str, width: usize) -> (&str, &str) {
    let mut taken = 0;
    let end = text.char_indices().find(|(_, c)| {
        taken += c.width().unwrap_or(0);
        taken > width
    });
    text.split_at(end.map_or(text.len(), |(index, _)| index))
}

/// Broken at spaces into lines of `width` columns; a longer word is broken within.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while rest.width() > width {
        let (head, _) = split(rest, width);
        let end = match head.rfind(' ') {
            Some(space) if !rest[head.len()..].starts_with(' ') => space,
            _ => head.len(),
        };
        // A single character that is wider than the line still has to go somewhere.
        let end = if end == 0 {
            rest.chars().next().map_or(rest.len(), char::len_utf8)
        } else {
            end
        };
        let (line, more) = rest.split_at(end);
        lines.push(line.trim_end().to_owned());
        rest = more.trim_start();
    }
    lines.push(rest.to_owned());
    lines
}
