//! Drawing closed days: what each came to and what of it has not arrived; and a day's invoices.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use crate::dashboard::model::Model;
use crate::dashboard::model::books::{Pane, Sheet};
use crate::dashboard::theme::Tone;
use crate::dashboard::view::frames::framed;
use crate::dashboard::view::log::tone;
use crate::dashboard::view::table::{Cell, Column, Side, column, draw_held};
use crate::dashboard::view::text::left;
use crate::delivery::{LetterState, PaymentState, WaitingDay};
use crate::kernel::figures::plural;

const DAYS: [Column; 6] = [
    column("DAY", Side::Left, 10, 10, 0),
    column("PAYOUTS", Side::Right, 7, 7, 0),
    column("PAID", Side::Right, 7, 14, 0),
    column("EARNED", Side::Right, 7, 14, 0),
    column("DEBTS", Side::Right, 7, 14, 1),
    column("DELIVERY", Side::Left, 12, 0, 0),
];

const INVOICES: [Column; 5] = [
    column("INVOICE", Side::Right, 7, 9, 0),
    column("POPUG", Side::Left, 8, 0, 0),
    column("AMOUNT", Side::Right, 8, 16, 0),
    column("PAYMENT", Side::Left, 9, 9, 0),
    column("MAIL", Side::Left, 7, 7, 0),
];

/// Draws the closed days.
pub fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let books = &model.books;
    let here = books.pane == Pane::Days;
    let nothing = (here, "No day is closed yet.");
    draw_held(
        frame,
        area,
        model,
        (&DAYS, books.days.rows(), books.days.at()),
        nothing,
        |_, row| {
            let currency = &model.locale.currency;
            let delivery = match books.waiting_of(row.day) {
                Some(waiting) => not_arrived(waiting),
                None if row.payouts == 0 => ("–".to_owned(), Tone::Dim),
                None => ("all arrived".to_owned(), Tone::Good),
            };
            vec![
                (row.day.to_string(), Tone::Plain),
                (row.payouts.to_string(), Tone::Plain),
                (currency.show(row.paid_cents), Tone::Plain),
                (
                    currency.show_change(row.earned_cents),
                    tone(row.earned_cents),
                ),
                (currency.show(row.debts_cents), Tone::Dim),
                delivery,
            ]
        },
    );
}

/// `mail: 2 pending, 1 dead; pay: 1 refused`.
fn not_arrived(waiting: &WaitingDay) -> Cell {
    let part = |name: &str, counts: [(i64, &str); 2]| {
        let there = counts.iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = there
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        (!counts.is_empty()).then(|| format!("{name}: {}", counts.join(", ")))
    };
    let letters = [
        (waiting.letters_pending, LetterState::Pending.as_str()),
        (waiting.letters_dead, LetterState::Dead.as_str()),
    ];
    let payments = [
        (waiting.payments_pending, PaymentState::Pending.as_str()),
        (waiting.payments_refused, PaymentState::Refused.as_str()),
    ];
    let parts = [part("mail", letters), part("pay", payments)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let over = waiting.letters_dead + waiting.payments_refused > 0;
    let tone = if over { Tone::Bad } else { Tone::Warning };
    (parts.join("; "), tone)
}

/// Where the totals and the invoices of a day stand.
fn halves(body: Rect) -> [Rect; 2] {
    Layout::vertical([Constraint::Length(5), Constraint::Fill(1)]).areas(body)
}

/// Where the invoices of a day stand.
pub fn table_of(body: Rect) -> Rect {
    let [_, table] = halves(body);
    table
}

/// Draws a day.
pub fn draw_sheet(frame: &mut Frame<'_>, body: Rect, model: &Model, sheet: &Sheet) {
    let [totals, table] = halves(body);
    let title = format!(" Day {} ", sheet.day);
    let inner = framed(frame, totals, model, (&title, false));
    let columns = usize::from(inner.width);
    for (line, row) in sheet_lines(model, sheet).iter().zip(inner.rows()) {
        frame.render_widget(Line::raw(left(line, columns)), row);
    }
    let inner = framed(frame, table, model, (" Invoices ", true));
    let nothing = match &sheet.row {
        None => "…",
        Some(row) if row.closed_at.is_none() => "Invoices are written when the day is closed.",
        Some(_) => "Nobody was in the black.",
    };
    let invoices = &sheet.invoices;
    let list = (&INVOICES[..], invoices.rows(), invoices.at());
    draw_held(frame, inner, model, list, (true, nothing), |_, row| {
        vec![
            (row.id.to_string(), Tone::Dim),
            (row.user.to_string(), Tone::Plain),
            (model.locale.currency.show(row.amount_cents), Tone::Plain),
            payment(row.payment),
            letter(row.mail),
        ]
    });
}

fn payment(state: Option<PaymentState>) -> Cell {
    let tone = match state {
        None => Tone::Dim,
        Some(PaymentState::Pending) => Tone::Warning,
        Some(PaymentState::Processed) => Tone::Good,
        Some(PaymentState::Refused) => Tone::Bad,
    };
    let word = state.map_or("–", PaymentState::as_str);
    (word.to_owned(), tone)
}

fn letter(state: Option<LetterState>) -> Cell {
    let tone = match state {
        None => Tone::Dim,
        Some(LetterState::Pending) => Tone::Warning,
        Some(LetterState::Sent) => Tone::Good,
        Some(LetterState::Dead) => Tone::Bad,
    };
    let word = state.map_or("–", LetterState::as_str);
    (word.to_owned(), tone)
}

/// What a day's sheet says above its invoices.
fn sheet_lines(model: &Model, sheet: &Sheet) -> Vec<String> {
    let Some(row) = &sheet.row else {
        return vec!["…".to_owned()];
    };
    let currency = &model.locale.currency;
    let payouts = usize::try_from(row.payouts).unwrap_or_default();
    let payouts = plural(payouts, "payout", "payouts");
    let (paid, earned) = (
        currency.show(row.paid_cents),
        currency.show_change(row.earned_cents),
    );
    let debts = currency.show(row.debts_cents);
    let sums = format!("{payouts} of {paid}, management {earned}, debts {debts}");
    match (row.closed_at, &row.seal) {
        (Some(at), Some(seal)) => vec![
            sums,
            format!("closed on {}", model.locale.time(at)),
            format!("seal {seal}"),
        ],
        (Some(_), None) | (None, _) => vec![
            format!("so far management {earned}, debts {debts}"),
            "The day is still open.".to_owned(),
        ],
    }
}
