//! A statement in words: what `account statement` prints, and word for word the letter that the
//! popug gets at the day's end (B3, B4).
//!
//! Plain text of at most 72 columns. Each line says when, what and how much, and beside it what
//! was in the account then, so that the last sum can be followed from the first.

use unicode_width::UnicodeWidthStr;

use crate::accounting::columns::{COLUMNS, Columns, cut, wrapped};
use crate::accounting::statement::{LogRow, Statement};
use crate::events::shape::TransactionKind;
use crate::kernel::day::{Day, Zone};
use crate::kernel::moment::Moment;
use crate::kernel::money::{Currency, Money};
use crate::kernel::text::shown;

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
    columns: Columns,
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
            columns: Columns {
                change: changes
                    .map(|it| width(currency.show_change(it)))
                    .fold("Amount".len(), usize::max),
                balance: balances
                    .map(|it| width(currency.show(it)))
                    .fold("Balance".len(), usize::max),
            },
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
        lines.push(self.columns.row("When", "What", "", "Amount", "Balance"));
        lines.push("-".repeat(COLUMNS));
        lines.push(self.carried_over());
    }

    fn carried_over(&self) -> String {
        let opening = self.currency.show(self.statement.opening_cents);
        self.columns.total("Carried over", "", &opening)
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
        let mut about = about(entry, self.columns.about()).into_iter();
        let first = about.next().unwrap_or_default();
        lines.push(
            self.columns
                .row(&when, what(entry.kind), &first, &change, &balance),
        );
        lines.extend(about.map(|more| self.columns.row("", "", &more, "", "")));
    }

    /// Opening + earned + other − paid = closing, in this order.
    fn totals(&self, lines: &mut Vec<String>) {
        let statement = self.statement;
        let change = |amount: Money| self.currency.show_change(amount);
        lines.push("-".repeat(COLUMNS));
        lines.push(self.carried_over());
        let earned = change(statement.earned_cents);
        lines.push(self.columns.total(&self.derived(), &earned, ""));
        if statement.lines.iter().any(is_other) {
            let other = change(statement.other_cents);
            lines.push(self.columns.total("Adjusted and reversed", &other, ""));
        }
        if statement.paid_cents.is_positive() {
            let paid = change(paid_change(statement));
            lines.push(self.columns.total("Paid out", &paid, ""));
        }
        let closing = self.currency.show(statement.closing_cents);
        lines.push(self.columns.total("Carried on", "", &closing));
    }

    /// `Earned: 2 closed +$61.00, 1 assigned -$14.00`, as far as there is something to tell.
    fn derived(&self) -> String {
        let part = |kind: TransactionKind, word: &str| {
            let lines = self.statement.lines.iter();
            let these = lines.filter(|line| line.kind == kind);
            let count = these.clone().count();
            // Where a part does not fit, it is left out: the whole stands beside it.
            let sum = Money::sum(these.map(|line| line.amount_cents))?;
            (count > 0).then(|| format!("{count} {word} {}", self.currency.show_change(sum)))
        };
        let closed = part(TransactionKind::Reward, "closed");
        let assigned = part(TransactionKind::Fee, "assigned");
        let parts: Vec<String> = closed.into_iter().chain(assigned).collect();
        if parts.is_empty() {
            return "Earned".to_owned();
        }
        format!("Earned: {}", parts.join(", "))
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
            lines.push("close brings you closer to the black again.".into());
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
        lines.push("Keep this letter: whoever changes the books up to this day breaks the".into());
        lines.push("seal. Whether it still holds, you can ask at any time:".into());
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

#[cfg(test)]
mod tests;
