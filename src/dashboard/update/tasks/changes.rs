//! What changes tasks: making, editing, closing and drawing them anew. What it costs is told before.

use std::borrow::Cow;

use crate::app::{CloseTasks, ClosedTask};
use crate::dashboard::model::form::Field;
use crate::dashboard::model::{Call, Effect, Form, Model, Notice};
use crate::dashboard::update::deeds;
use crate::kernel::figures::plural;
use crate::kernel::ids::TaskId;
use crate::kernel::money::Money;
use crate::kernel::ticket;
use crate::tasks::{AddTask, EditTask, Reassign, Reassigned, TaskView};

/// Opens the form of a new task.
pub fn new(model: &mut Model) -> Vec<Effect> {
    let fields = vec![Field::empty("title"), Field::empty("description")];
    let title = "A new task, for a random popug";
    model.fill_in(Form::new(title, fields, meaning, (), add))
}

/// Opens the form of the task that one is on.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(task) = model.tasks.list.selected() else {
        return Vec::new();
    };
    let ticket = task.ticket.as_ref().map_or("", |it| it.as_str());
    let description = task.description.as_deref().unwrap_or_default();
    let fields = vec![
        Field::filled("title", &task.title),
        Field::filled("ticket", ticket),
        Field::filled("description", description),
    ];
    let title = format!("Task {}", task.id);
    let edited = Form::new(title, fields, meaning, task.id, save);
    model.fill_in(edited)
}

/// What will be split off in front of the title.
fn meaning(form: &Form) -> Cow<'static, str> {
    let title = form.value("title").trim();
    if title.is_empty() {
        return "A ticket in front is split off: [POPUG-42] Oil the perch".into();
    }
    match ticket::split(title) {
        Ok(split) => match split.ticket {
            Some(ticket) => format!("ticket {ticket}, title: {}", split.title).into(),
            None => format!("no ticket, title: {}", split.title).into(),
        },
        Err(error) => error.to_string().into(),
    }
}

fn add(model: &mut Model, form: &mut Form, (): &()) -> Vec<Effect> {
    let description = form.value("description");
    let command = AddTask {
        title: form.value("title").to_owned(),
        ticket: None,
        description: (!description.is_empty()).then(|| description.to_owned()),
    };
    deeds::begin(
        model,
        "adding",
        Call::run(command, |model, task| added(model, &task)),
    )
}

fn added(model: &mut Model, task: &TaskView) -> Vec<Effect> {
    let fee = task.fee_cents.and_then(Money::checked_neg);
    let fee = fee.map_or_else(String::new, |fee| {
        format!(", {}", model.locale.currency.show_change(fee))
    });
    let text = format!("{} is {}'s{fee}", named(task), task.assignee);
    model.tell(Notice::good(text))
}

fn save(model: &mut Model, form: &mut Form, task: &TaskId) -> Vec<Effect> {
    let command = EditTask {
        task: *task,
        title: Some(form.value("title").to_owned()),
        ticket: Some(form.value("ticket").to_owned()),
        description: Some(form.value("description").to_owned()),
    };
    let saved = Call::run(command, |model, task| {
        model.tell(Notice::good(format!("{} is saved", named(&task))))
    });
    deeds::begin(model, "saving", saved)
}

fn named(task: &TaskView) -> String {
    format!("task {} ({})", task.id, task.title)
}

/// Tells the money before it is moved: `close 2 tasks: +$31.00 → balance $17.00`.
pub fn ask_to_close(model: &mut Model) -> Vec<Effect> {
    let chosen = model.tasks.chosen();
    let rewards = chosen.iter().map(|task| task.reward_cents);
    let sum = rewards.collect::<Option<Vec<Money>>>().and_then(Money::sum);
    let what = match chosen.as_slice() {
        [one] => format!("close {} {}", one.id, one.title),
        many => format!("close {} tasks", many.len()),
    };
    let tasks: Vec<TaskId> = chosen.iter().map(|task| task.id).collect();
    let currency = &model.locale.currency;
    let purse = model.standing.as_ref().and_then(|it| it.purse.as_ref());
    let after = sum.and_then(|sum| purse?.balance_cents.checked_add(sum));
    let money = match (sum, after) {
        (Some(sum), Some(after)) => {
            let (sum, after) = (currency.show_change(sum), currency.show(after));
            format!("{sum} → balance {after}")
        }
        _ => "not priced yet".to_owned(),
    };
    let close = Call::run(CloseTasks { tasks }, |model, tasks| closed(model, &tasks));
    model.confirm(format!("{what}: {money}"), "closing", close)
}

fn closed(model: &mut Model, closed: &[ClosedTask]) -> Vec<Effect> {
    let currency = &model.locale.currency;
    let rewards = closed.iter().filter_map(|it| it.task.reward_cents);
    let sum = Money::sum(rewards).map(|sum| currency.show_change(sum));
    let balance = closed.iter().filter_map(|it| it.balance_cents).next_back();
    let balance = balance.map(|it| format!("balance {}", currency.show(it)));
    let money: Vec<String> = sum.into_iter().chain(balance).collect();
    model.tasks.marked.clear();
    let text = format!("closed {}: {}", closed.len(), money.join(", "));
    model.tell(Notice::good(text))
}

/// Finds out what drawing every open task anew would cost.
pub fn reassign(model: &mut Model) -> Vec<Effect> {
    let command = Reassign { dry_run: true };
    deeds::rehearse(model, Call::rehearse(command, ask_to_reassign))
}

/// `reassign 40 tasks among 3 popugs: fees of $612.00, management +$612.00`.
fn ask_to_reassign(model: &mut Model, (_, answer): (Reassign, Reassigned)) -> Vec<Effect> {
    if answer.reassigned == 0 {
        return model.tell(Notice::plain("there is no open task to reassign"));
    }
    let currency = &model.locale.currency;
    let tasks = plural(answer.reassigned, "task", "tasks");
    let pool = plural(answer.pool, "popug", "popugs");
    let fees = match answer.fees_cents {
        Some(fees) => {
            let (fees, gain) = (currency.show(fees), currency.show_change(fees));
            format!("fees of {fees}, management {gain}")
        }
        None => "some are not priced yet".to_owned(),
    };
    let question = format!("reassign {tasks} among {pool}: {fees}");
    let reassign = Call::run(Reassign { dry_run: false }, |model, it| {
        reassigned(model, &it)
    });
    model.confirm(question, "reassigning", reassign)
}

fn reassigned(model: &mut Model, answer: &Reassigned) -> Vec<Effect> {
    let tasks = plural(answer.reassigned, "task", "tasks");
    let fees = answer.fees_cents;
    let fees = fees.map(|it| format!(", management {}", model.locale.currency.show_change(it)));
    let text = format!("reassigned {tasks}{}", fees.unwrap_or_default());
    model.tell(Notice::good(text))
}
