//! Deeds: one at a time, told of when they are done.

use crate::app::kind::Kind;
use crate::app::{Refusal, Retried};
use crate::dashboard::effect::{Deed, Done, Effect, Rehearsed};
use crate::dashboard::model::overlay::{Code, Confirm, Overlay};
use crate::dashboard::model::{Model, Notice};
use crate::dashboard::update::{ask_who, forms, mend, people, reload};
use crate::kernel::figures::plural;
use crate::kernel::money::Money;
use crate::tasks::{Reassigned, TaskView};

/// Begins a deed, unless another one is under way.
pub fn begin(model: &mut Model, doing: &'static str, deed: Deed) -> Vec<Effect> {
    if let Some(doing) = model.working {
        model.notice = Some(Notice::bad(format!("still {doing}")));
        return Vec::new();
    }
    model.working = Some(doing);
    vec![Effect::Do(deed)]
}

/// Finds out what a deed would do, to ask for it then.
pub fn rehearse(model: &mut Model, deed: Deed) -> Vec<Effect> {
    if let Some(doing) = model.working {
        model.notice = Some(Notice::bad(format!("still {doing}")));
        return Vec::new();
    }
    model.working = Some("looking what that would do");
    vec![Effect::Rehearse(deed)]
}

/// What a deed would do is known: asks for it.
pub fn rehearsed(model: &mut Model, rehearsed: Result<Rehearsed, Refusal>) -> Vec<Effect> {
    model.working = None;
    match rehearsed {
        Err(trouble) if trouble.kind == Kind::Unauthenticated => return ask_who(model, &trouble),
        Err(trouble) => {
            if !forms::refused(model, &trouble) {
                model.notice = Some(Notice::bad(trouble.line()));
            }
        }
        Ok(
            rehearsed @ (Rehearsed::Adjust(..)
            | Rehearsed::Reverse(..)
            | Rehearsed::Retry(..)
            | Rehearsed::CloseDays(..)),
        ) => mend::rehearsed(model, rehearsed),
        Ok(Rehearsed::Reassign(answer)) if answer.reassigned == 0 => {
            model.notice = Some(Notice::plain("there is no open task to reassign"));
        }
        Ok(Rehearsed::Leave(command, open)) => people::ask_to_leave(model, command, open),
        Ok(Rehearsed::Reassign(answer)) => {
            model.overlay = Some(Overlay::Confirm(Confirm {
                question: reassign(model, &answer),
                deed: Deed::Reassign,
                doing: "reassigning",
                word: None,
            }));
        }
    }
    Vec::new()
}

/// `reassign 40 tasks: fees of $612.00, management +$612.00`.
fn reassign(model: &Model, answer: &Reassigned) -> String {
    let tasks = plural(answer.reassigned, "task", "tasks");
    let currency = &model.locale.currency;
    let fees = answer.fees_cents.map(|fees| {
        let (fees, gain) = (currency.show(fees), currency.show_change(fees));
        format!("fees of {fees}, management {gain}")
    });
    let fees = fees.unwrap_or_else(|| "some are not priced yet".to_owned());
    format!(
        "reassign {tasks} among {}: {fees}",
        plural(answer.pool, "popug", "popugs")
    )
}

/// A deed was done, or refused: then whatever was filled in is there again.
pub fn done(model: &mut Model, done: Result<Done, Refusal>) -> Vec<Effect> {
    model.working = None;
    match done {
        Err(trouble) if trouble.kind == Kind::Unauthenticated => ask_who(model, &trouble),
        Err(trouble) => {
            if !forms::refused(model, &trouble) {
                model.notice = Some(Notice::bad(trouble.line()));
            }
            Vec::new()
        }
        Ok(done) => {
            if matches!(model.overlay, Some(Overlay::Form(_))) {
                model.overlay = None;
            }
            let notice = mend::told(model, &done).unwrap_or_else(|| notice(model, &done));
            if let Done::Closed(_) = done {
                model.tasks.marked.clear();
            }
            if let Some(code) = code_of(done) {
                people::show_code(model, code);
            }
            let effects = reload(model);
            model.notice = Some(notice);
            effects
        }
    }
}

fn notice(model: &Model, done: &Done) -> Notice {
    let text = told(model, done);
    let stays_dead = |letters: &[Retried]| letters.iter().any(|it| it.dead.is_some());
    if matches!(done, Done::HeardAgain(letters) if stays_dead(letters)) {
        return Notice::bad(text);
    }
    Notice::good(text)
}

/// The code that a popug sets its beak with, where there is one.
fn code_of(done: Done) -> Option<Code> {
    match done {
        Done::UserAdded(user, Some(code)) => Some(Code {
            name: user.name.to_string(),
            code,
        }),
        Done::Enrolled(name, code) => Some(Code {
            name: name.to_string(),
            code,
        }),
        Done::UserAdded(_, None)
        | Done::Added(_)
        | Done::Edited(_)
        | Done::Closed(_)
        | Done::Reassigned(_)
        | Done::Mended(_)
        | Done::Retried(_)
        | Done::ClosedDays(..)
        | Done::HeardAgain(_)
        | Done::Discarded(_)
        | Done::UserSet(..) => None,
    }
}

/// What became of dead letters, as the command line says it.
fn retried(letters: &[Retried]) -> String {
    let lines = letters.iter().map(|it| match (it.dead, &it.reason) {
        (Some(dead), Some(reason)) if dead == it.id => {
            format!("letter {dead} stays dead: {reason}")
        }
        (Some(dead), Some(reason)) => {
            let (id, heard) = (it.id, it.heard);
            format!("letter {id}: {heard} heard; letter {dead} stays dead: {reason}")
        }
        _ => format!("letter {}: {} heard", it.id, it.heard),
    });
    lines.collect::<Vec<_>>().join("; ")
}

fn told(model: &Model, done: &Done) -> String {
    let currency = &model.locale.currency;
    match done {
        Done::Added(task) => {
            let fee = task.fee_cents.and_then(Money::checked_neg);
            let fee = fee.map_or_else(String::new, |fee| {
                format!(", {}", currency.show_change(fee))
            });
            format!("{} is {}'s{fee}", named(task), task.assignee)
        }
        Done::Edited(task) => format!("{} is saved", named(task)),
        Done::Closed(closed) => {
            let rewards = closed.iter().filter_map(|it| it.task.reward_cents);
            let sum = Money::sum(rewards).map(|sum| currency.show_change(sum));
            let balance = closed.iter().filter_map(|it| it.balance_cents).next_back();
            let balance = balance.map(|it| format!("balance {}", currency.show(it)));
            let money: Vec<String> = sum.into_iter().chain(balance).collect();
            format!("closed {}: {}", closed.len(), money.join(", "))
        }
        Done::Reassigned(answer) => {
            let tasks = plural(answer.reassigned, "task", "tasks");
            let fees = answer.fees_cents.map(|it| currency.show_change(it));
            let fees = fees.map_or_else(String::new, |it| format!(", management {it}"));
            format!("reassigned {tasks}{fees}")
        }
        Done::Mended(_) | Done::Retried(_) | Done::ClosedDays(..) => String::new(),
        Done::HeardAgain(letters) => retried(letters),
        Done::Discarded(letter) => format!("letter {} is given up", letter.id),
        Done::UserAdded(user, _) => format!("{} ({}) is there", user.name, user.role),
        Done::UserSet(user, open) => people::told(user, *open),
        Done::Enrolled(name, _) => format!("{name} has a new code; its beak and its sessions end"),
    }
}

fn named(task: &TaskView) -> String {
    format!("task {} ({})", task.id, task.title)
}
