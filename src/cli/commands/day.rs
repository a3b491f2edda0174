//! `popug day`.

use clap::Args;

use crate::accounting::{DayList, DayRow, DayVerify};
use crate::app::{
    AppError, CloseDays, ClosedDay, ClosedDays, PaidInvoice, Refusal, SendDue, ShowCalendar,
    ShowDay, Terms,
};
use crate::cli::args::{NewestArg, RangeArgs};
use crate::cli::ask::Consent;
use crate::cli::commands::mail::warn_of_failed;
use crate::cli::commands::report;
use crate::cli::context::{Context, Ending, Entered, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Format, Listing, Table, Tone};
use crate::delivery::{LetterState, PaymentState};
use crate::kernel;
use crate::kernel::figures::plural;
use crate::kernel::locale::Locale;
use crate::kernel::range::DayWord;
use crate::store::Hash;

group! {
    /// Business days: close them, look at them, verify their seals.
    Day {
        Close(Close),
        List(List),
        Show(Show),
        Verify(Verify),
        Report(report::Report),
    }
}

/// Close the days that have ended, pay and mail (accountants and admins).
///
/// Every open day through yesterday is closed, oldest first: whoever is in the black is invoiced,
/// paid and mailed. Run it from cron, at any hour and as often as you like. With --date today it
/// closes today early, and asks first; what follows belongs to the next day.
///
/// Example: popug day close
#[derive(Args, Debug)]
pub struct Close {
    /// Through which day: YYYY-MM-DD, today, yesterday, -3d
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    date: Option<DayWord>,
}

impl Run for Close {
    const TAKES: Takes = Takes::of::<CloseDays>()
        .dry_run()
        .answers_within::<ClosedDays, DayRow>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let request = CloseDays { date: self.date };
        let asks = context.consent() == Consent::Asked && !context.global.dry_run;
        if asks && let Some(today) = self.closes_early(&entered)? {
            let question = format!("close {today} early? what follows belongs to the next day");
            context.person.confirm(&question, Consent::Asked)?;
        }
        let bar = context.watch();
        let answer = entered.door.run(&entered.caller, request, &entered.terms)?;
        drop(bar);
        // The days are closed, whatever becomes of the answer.
        let written = write_closed(context, &answer);
        if !answer.dry_run {
            deliver(context, &entered);
        }
        written.map(|()| Ending::Done)
    }
}

impl Close {
    /// The day that has not ended yet, where it is to be closed.
    fn closes_early(&self, entered: &Entered) -> Result<Option<kernel::day::Day>, CliError> {
        let Some(date) = self.date else {
            return Ok(None);
        };
        let calendar = entered.ask(&ShowCalendar {})?;
        let through = date.resolve(&calendar).map_err(AppError::Range)?;
        Ok((through == calendar.today).then_some(calendar.today))
    }
}

fn write_closed(context: &mut Context, answer: &ClosedDays) -> Result<(), CliError> {
    let listing = Listing::within(answer, "closed", &answer.closed).like::<DayRow>();
    context.out.lines(&listing, closed_line)?;
    if answer.dry_run && context.out.format() == Format::Table {
        for day in &answer.closed {
            write_invoices(context, day.invoices.as_deref().unwrap_or_default())?;
        }
    }
    Ok(())
}

/// `closed 2026-11-22: 3 payouts of $81.00, management +$24.00, debts $12.00, seal 9f2c…`.
fn closed_line(day: &ClosedDay, locale: &Locale) -> String {
    let row = &day.row;
    let would = if day.invoices.is_some() {
        "would close"
    } else {
        "closed"
    };
    let payouts = plural(
        usize::try_from(row.payouts).unwrap_or(0),
        "payout",
        "payouts",
    );
    let show = |amount| locale.currency.show(amount);
    let earned = locale.currency.show_change(row.earned_cents);
    let (paid, debts) = (show(row.paid_cents), show(row.debts_cents));
    let line = format!(
        "{would} {}: {payouts} of {paid}, management {earned}, debts {debts}",
        row.day
    );
    match (&row.seal, &day.invoices) {
        (Some(seal), None) => format!("{line}, seal {seal}"),
        _ => line,
    }
}

/// A failing delivery warns and leaves the exit code alone.
fn deliver(context: &mut Context, entered: &Entered) {
    let sent = entered
        .door
        .run(&entered.caller, SendDue {}, &Terms::default());
    let stderr = context.out.stderr();
    let sent = match sent {
        Ok(sent) => sent,
        Err(error) => {
            stderr.warn(&format!("nothing was delivered: {error}"));
            return error.hint().iter().for_each(|hint| stderr.hint(hint));
        }
    };
    warn_of_failed(stderr, &sent.letters);
    if let Some(Refusal { message, hint, .. }) = sent.letters_stopped {
        stderr.warn(&format!("letters were not handed over: {message}"));
        hint.iter().for_each(|hint| stderr.hint(hint));
    }
    if let Some(refusal) = sent.payments_stopped {
        stderr.warn(&format!("payouts were not paid out: {}", refusal.message));
    }
}

/// Who was paid, and how far that has come.
pub fn write_invoices(context: &mut Context, invoices: &[PaidInvoice]) -> Result<(), CliError> {
    let table = Table::<PaidInvoice>::new()
        .right("id", "INVOICE", |it| Cell::text(it.id))
        .left("user", "POPUG", |it| Cell::text(&it.user))
        .money("amount_cents", "AMOUNT", |it| it.amount_cents)
        .left("payment", "PAYMENT", |it| Cell::maybe(it.payment, payment))
        .left("mail", "MAIL", |it| Cell::maybe(it.mail, letter));
    Ok(context.out.section("Invoices", invoices, &table)?)
}

/// The word for a payment's state, in its tone.
pub fn payment(state: PaymentState) -> Cell {
    let tone = match state {
        PaymentState::Pending => Tone::Warning,
        PaymentState::Processed => Tone::Good,
        PaymentState::Refused => Tone::Bad,
    };
    Cell::word(state.as_str(), tone)
}

/// The word for a letter's state, in its tone.
pub fn letter(state: LetterState) -> Cell {
    let tone = match state {
        LetterState::Pending => Tone::Warning,
        LetterState::Sent => Tone::Good,
        LetterState::Dead => Tone::Bad,
    };
    Cell::word(state.as_str(), tone)
}

/// Closed days, oldest first (accountants and admins).
///
/// Example: popug day list --period this-month
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    range: RangeArgs,

    #[command(flatten)]
    limit: NewestArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let days = context.enter()?.ask(&DayList {
            range: self.range.range(),
            limit: context.out.wanted(self.limit.rows()),
        })?;
        let table = Table::<DayRow>::new()
            .left("day", "DAY", |row| Cell::text(row.day))
            .right("payouts", "PAYOUTS", |row| Cell::text(row.payouts))
            .price("paid_cents", "PAID", |row| row.paid_cents)
            .change("earned_cents", "EARNED", |row| row.earned_cents)
            .price("debts_cents", "DEBTS", |row| row.debts_cents)
            .left("closed_at", "CLOSED", |row| {
                Cell::maybe(row.closed_at, Cell::Time)
            })
            .flexible("seal", "SEAL", |row| Cell::maybe(row.seal, Cell::text));
        context.list_held(&days, self.limit.rows(), &table)
    }
}

/// One day with its invoices (accountants and admins).
///
/// It says how far payments and letters have come.
///
/// Example: popug day show yesterday
#[derive(Args, Debug)]
pub struct Show {
    /// Which day
    #[arg(value_name = "DAY", allow_hyphen_values = true)]
    day: DayWord,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let shown = context.enter()?.ask(&ShowDay { day: self.day })?;
        context.out.show(&shown, &details(&shown.row))?;
        write_invoices(context, &shown.invoices)?;
        Ok(Ending::Done)
    }
}

fn details(row: &DayRow) -> Details {
    Details::new()
        .line("day", "Day", Cell::text(row.day))
        .line(
            "closed_at",
            "Closed",
            Cell::maybe(row.closed_at, Cell::Time),
        )
        .line("payouts", "Payouts", Cell::text(row.payouts))
        .line("paid_cents", "Paid", Cell::Price(row.paid_cents))
        .line(
            "earned_cents",
            "Management earned",
            Cell::Change(row.earned_cents),
        )
        .line("debts_cents", "Debts", Cell::Price(row.debts_cents))
        .line("seal", "Seal", Cell::maybe(row.seal, Cell::text))
}

/// Does the seal in my letter still hold?
///
/// If it does not, the log was rewritten after the letter was sent; ends with 7 then.
///
/// Example: popug day verify 2026-11-22 SEAL
#[derive(Args, Debug)]
pub struct Verify {
    /// The letter's day
    #[arg(value_name = "DAY", allow_hyphen_values = true)]
    day: DayWord,

    /// The seal in the letter: 64 hexadecimal digits
    #[arg(value_name = "HEX")]
    seal: Hash,
}

impl Run for Verify {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = DayVerify {
            day: self.day,
            seal: self.seal,
        };
        let verified = context.enter()?.ask(&request)?;
        let (day, ending) = (
            verified.day,
            if verified.holds {
                Ending::Done
            } else {
                Ending::Wrong
            },
        );
        let sentence = match (verified.holds, verified.seal) {
            (true, _) => format!("the seal of {day} holds"),
            (false, None) => format!("the seal of {day} does NOT hold: the day is open here"),
            (false, Some(_)) => {
                format!("the seal of {day} does NOT hold: the log is not what it was")
            }
        };
        context.out.say(&verified, &sentence)?;
        Ok(ending)
    }
}
