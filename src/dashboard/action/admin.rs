//! The rows of the views that are the admins'.

use crate::dashboard::action::{Action, Binding, View, everywhere};
use crate::kernel::permission::Permission;

const ANALYTICS: &[View] = &[View::Analytics];
const EVENTS: &[View] = &[View::Events];
const PEOPLE: &[View] = &[View::People];

/// What keys do in analytics, among the events and among popugs.
pub static BINDINGS: &[Binding] = &[
    everywhere(Action::New, "new", "make a popug; it gets a code", &["n"])
        .within(PEOPLE)
        .needs(Permission::UserManage)
        .shown(20),
    everywhere(
        Action::Edit,
        "edit",
        "change its role, its e-mail or its full name",
        &["e"],
    )
    .within(PEOPLE)
    .needs(Permission::UserManage)
    .shown(21),
    everywhere(
        Action::Pane,
        "pane",
        "the most expensive tasks, or fairness",
        &["p"],
    )
    .within(ANALYTICS)
    .shown(20),
    everywhere(
        Action::Pane,
        "pane",
        "the log, its consumers, or dead letters",
        &["p"],
    )
    .within(EVENTS)
    .shown(20),
    everywhere(
        Action::Earlier,
        "earlier",
        "the time before this one",
        &["["],
    )
    .within(ANALYTICS)
    .shown(21),
    everywhere(Action::Later, "later", "the time after this one", &["]"])
        .within(ANALYTICS)
        .shown(22),
    everywhere(Action::By, "by", "by day, week or month", &["b"])
        .within(ANALYTICS)
        .shown(23),
    everywhere(Action::Now, "today", "back to today", &["t"])
        .within(ANALYTICS)
        .shown(24),
    everywhere(
        Action::Retry,
        "retry",
        "let it be heard again, and what waits behind it",
        &["r"],
    )
    .within(EVENTS)
    .needs(Permission::EventManage)
    .shown(21),
    everywhere(
        Action::Discard,
        "discard",
        "give a dead letter up, with a reason",
        &["x"],
    )
    .within(EVENTS)
    .needs(Permission::EventManage)
    .shown(22),
    everywhere(
        Action::Code,
        "code",
        "give it a new code; its beak and its sessions end",
        &["i"],
    )
    .within(PEOPLE)
    .needs(Permission::UserManage)
    .shown(22),
    everywhere(
        Action::Activity,
        "leave",
        "let it take part no longer, or again",
        &["x"],
    )
    .within(PEOPLE)
    .needs(Permission::UserManage)
    .shown(23),
];
