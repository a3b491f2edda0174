//! What the store has answered.

use crate::app::Refusal;
use crate::app::kind::Kind;
use crate::dashboard::effect::{Answer, Effect};
use crate::dashboard::model::{Model, Notice, Standing};
use crate::dashboard::update::{analytics, ask_who, events, money, people, tasks};
use crate::kernel::figures::plural;

/// Takes an answer in. What is no longer waited for is left alone.
pub fn take(model: &mut Model, number: u64, answer: Result<Answer, Refusal>) -> Vec<Effect> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(trouble) if trouble.kind == Kind::Unauthenticated => return ask_who(model, &trouble),
        Err(trouble) => {
            model.tasks.list.expects(number);
            model.account.log.expects(number);
            model.books.accounts.expects(number);
            model.books.days.expects(number);
            if let Some(sheet) = &mut model.books.sheet {
                sheet.invoices.expects(number);
            }
            if let Some(log) = &mut model.books.log {
                log.rows.expects(number);
            }
            model.events.list.expects(number);
            model.people.list.expects(number);
            model.notice = Some(Notice::bad(trouble.line()));
            return Vec::new();
        }
    };
    match answer {
        Answer::Standing(standing) => {
            model.standing = Some(*standing);
            Vec::new()
        }
        Answer::Tasks(page) => {
            if !model.tasks.list.expects(number) {
                return Vec::new();
            }
            model.tasks.count = (page.count, page.more);
            model.tasks.list.take(page.page);
            tasks::detail(model)
        }
        Answer::Task(task) => {
            if model.tasks.detail_asked == number {
                model.tasks.detail = Some(*task);
            }
            Vec::new()
        }
        Answer::Why(why) => {
            model.tasks.why = Some(*why);
            Vec::new()
        }
        Answer::Log(_)
        | Answer::History(_)
        | Answer::Statement(_)
        | Answer::Accounts(_)
        | Answer::Earnings(_)
        | Answer::Days(_)
        | Answer::Waiting(_)
        | Answer::Day(_) => {
            money::take(model, number, answer);
            Vec::new()
        }
        Answer::Summary(_)
        | Answer::Top(_)
        | Answer::Fairness(_)
        | Answer::Events(_)
        | Answer::Consumers(_)
        | Answer::DeadLetters(_)
        | Answer::People(_) => {
            admins(model, number, answer);
            Vec::new()
        }
    }
}

/// What admins are answered.
fn admins(model: &mut Model, number: u64, answer: Answer) {
    match answer {
        Answer::Summary(summary) => model.analytics.summary = Some(summary),
        Answer::Top(answer) => analytics::take_tops(model, number, answer),
        Answer::Fairness(answer) => analytics::take_fairness(model, number, answer),
        Answer::Events(around) => events::take(model, number, around),
        Answer::Consumers(rows) => {
            let held = &mut model.events.consumers;
            held.take(rows, |one, other| one.consumer == other.consumer);
        }
        Answer::DeadLetters(rows) => events::take_dead(model, rows),
        Answer::People(page) => people::take(model, number, page),
        Answer::Standing(_)
        | Answer::Tasks(_)
        | Answer::Task(_)
        | Answer::Why(_)
        | Answer::Log(_)
        | Answer::History(_)
        | Answer::Statement(_)
        | Answer::Accounts(_)
        | Answer::Earnings(_)
        | Answer::Days(_)
        | Answer::Waiting(_)
        | Answer::Day(_) => {}
    }
}

/// What others have done to what is mine, between two looks.
pub fn news(model: &Model, before: Option<&Standing>, now: &Standing) -> Option<Notice> {
    let (before, now) = (before?.purse.as_ref()?, now.purse.as_ref()?);
    let moved = now.balance_cents.checked_sub(before.balance_cents)?;
    let tasks = now.open - before.open;
    if tasks == 0 && moved.cents() == 0 {
        return None;
    }
    let many = usize::try_from(tasks.abs()).unwrap_or(usize::MAX);
    let tasks = match tasks {
        0 => None,
        1.. => Some(plural(many, "new task", "new tasks")),
        _ => Some(format!("{} fewer", plural(many, "task", "tasks"))),
    };
    let money = (moved.cents() != 0).then(|| model.locale.currency.show_change(moved));
    let parts: Vec<String> = tasks.into_iter().chain(money).collect();
    Some(Notice::plain(format!("for you: {}", parts.join(", "))))
}
