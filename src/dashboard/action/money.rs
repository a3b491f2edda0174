//! The rows of the table for one's own account, and for everybody's.

use crate::dashboard::action::{Action, Binding, View, everywhere};
use crate::kernel::permission::Permission;

const ACCOUNT: &[View] = &[View::Account];
const BOOKS: &[View] = &[View::Books];
/// Where there are days to move about in.
const PERIODS: &[View] = &[View::Account, View::Books];

/// The rows.
pub static BINDINGS: &[Binding] = &[
    everywhere(Action::Pane, "pane", "the log, or the statement", &["p"])
        .within(ACCOUNT)
        .shown(20),
    everywhere(Action::Pane, "pane", "the next of the lists", &["p"])
        .within(BOOKS)
        .shown(20),
    everywhere(Action::Earlier, "earlier", "the days before", &["["])
        .within(PERIODS)
        .shown(31),
    everywhere(Action::Later, "later", "the days after", &["]"])
        .within(PERIODS)
        .shown(43),
    everywhere(Action::By, "by", "by day, week, or month", &["b"])
        .within(PERIODS)
        .shown(32),
    everywhere(Action::Now, "today", "back to today", &["t"])
        .within(PERIODS)
        .shown(44),
    everywhere(
        Action::Adjust,
        "adjust",
        "give a popug money of management's, or take it",
        &["a"],
    )
    .within(BOOKS)
    .needs(Permission::AccountMend)
    .shown(11),
    everywhere(
        Action::TakeBack,
        "take-back",
        "reverse this transaction by its exact inverse",
        &["v"],
    )
    .within(BOOKS)
    .needs(Permission::AccountMend)
    .shown(12),
    everywhere(
        Action::Retry,
        "retry",
        "try letters and payments again that wait or are dead",
        &["r"],
    )
    .within(BOOKS)
    .needs(Permission::AccountRead)
    .shown(13),
    everywhere(
        Action::CloseDays,
        "close-days",
        "close the days that have ended, pay and mail",
        &["D"],
    )
    .within(BOOKS)
    .needs(Permission::DayClose)
    .shown(10),
    everywhere(
        Action::CloseToday,
        "close-today",
        "close today early; what follows belongs to the next day",
        &["C"],
    )
    .within(BOOKS)
    .needs(Permission::DayClose),
];
