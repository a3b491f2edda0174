//! Asking the store.

use crate::analytics::AnalyticsSummary;
use crate::app::{
    AppError, Caller, Door, FairnessReport, ShowAhead, ShowCalendar, ShowMyself, ShowPurse,
};
use crate::dashboard::effect::{Answer, Question};
use crate::dashboard::model::Standing;
use crate::delivery::WaitingDays;
use crate::events::{EventConsumers, EventDeadList};
use crate::kernel::permission::Permission;
use crate::tasks::{ShowTask, WhyTask};

/// Asks one question.
pub fn ask(door: &Door, caller: &Caller, question: &Question) -> Result<Answer, AppError> {
    Ok(match question {
        Question::Standing => Answer::Standing(Box::new(standing(door, caller)?)),
        Question::Tasks(page) => Answer::Tasks(door.ask(caller, page)?),
        Question::Task(task) => {
            let task = door.ask(caller, &ShowTask { task: *task })?;
            Answer::Task(Box::new(task))
        }
        Question::Why(task) => {
            let query = WhyTask {
                task: *task,
                all: false,
            };
            let last = door.ask(caller, &query)?.pop();
            let none = || AppError::Task(crate::tasks::TaskError::Unknown(*task));
            Answer::Why(Box::new(last.ok_or_else(none)?))
        }
        Question::Log(page) => Answer::Log(door.ask(caller, page)?),
        Question::History(query) => Answer::History(door.ask(caller, query)?),
        Question::Statement(query) => Answer::Statement(door.ask(caller, query)?),
        Question::Accounts(query) => Answer::Accounts(door.ask(caller, query)?),
        Question::Earnings(query) => Answer::Earnings(door.ask(caller, query)?),
        Question::Days(query) => Answer::Days(door.ask(caller, query)?),
        Question::Waiting => Answer::Waiting(door.ask(caller, &WaitingDays {})?),
        Question::Day(query) => Answer::Day(Box::new(door.ask(caller, query)?)),
        Question::Summary => Answer::Summary(door.ask(caller, &AnalyticsSummary::default())?),
        Question::Top(query) => Answer::Top(door.ask(caller, query)?),
        Question::Fairness(period) => {
            let period = Some(*period);
            Answer::Fairness(door.ask(caller, &FairnessReport { period })?)
        }
        Question::Events(page) => Answer::Events(door.ask(caller, page)?),
        Question::Consumers => Answer::Consumers(door.ask(caller, &EventConsumers {})?),
        Question::DeadLetters => Answer::DeadLetters(door.ask(caller, &EventDeadList {})?),
        Question::People(page) => Answer::People(door.ask(caller, page)?),
    })
}

/// Who one is, and how one stands.
pub fn standing(door: &Door, caller: &Caller) -> Result<Standing, AppError> {
    door.look(caller, |state| {
        let who = state.ask(&ShowMyself {})?;
        let has_account = who.user.is_some() && who.permissions.contains(&Permission::AccountOwn);
        let purse = has_account.then(|| state.ask(&ShowPurse {}));
        Ok(Standing {
            who,
            calendar: state.ask(&ShowCalendar {})?,
            ahead: state.ask(&ShowAhead {})?,
            purse: purse.transpose()?,
        })
    })
}
