//! Commands that come again under the key that they had.

use super::Company;
use crate::accounting::{AccountAdjust, LogRow};
use crate::app::{Caller, CloseDays, CloseTasks, ClosedDays, ClosedTask, Door, Terms};
use crate::tasks::{AddTask, Reassign, Reassigned, TaskView};

/// A command that was kept under a key, with its answer.
pub enum Kept {
    Add(AddTask, TaskView),
    Finish(CloseTasks, Vec<ClosedTask>),
    Reassign(Reassigned),
    Adjust(AccountAdjust, LogRow),
    Close(CloseDays, ClosedDays),
}

impl Kept {
    /// Whether the same command under the same key gets the same answer. What followed from it
    /// after its process had died is in the answer now.
    fn is_answered_as_before(&self, door: &Door, caller: &Caller, terms: &Terms) -> bool {
        match self {
            Self::Add(it, answer) => {
                let again = door.run(caller, it.clone(), terms).expect("again");
                again == priced(answer, &again)
            }
            Self::Finish(it, answer) => {
                let again = door.run(caller, it.clone(), terms).expect("again");
                let expected = answer.iter().zip(&again).map(|(before, again)| ClosedTask {
                    task: priced(&before.task, &again.task),
                    balance_cents: before.balance_cents.or(again.balance_cents),
                });
                let expected: Vec<ClosedTask> = expected.collect();
                again == expected && again.iter().all(|it| it.balance_cents.is_some())
            }
            Self::Reassign(answer) => {
                let it = Reassign { dry_run: false };
                door.run(caller, it, terms).expect("again") == *answer
            }
            Self::Adjust(it, answer) => {
                door.run(caller, it.clone(), terms).expect("again") == *answer
            }
            Self::Close(it, answer) => {
                door.run(caller, it.clone(), terms).expect("again") == *answer
            }
        }
    }
}

/// A task as it was answered, with the prices that it has by now.
fn priced(before: &TaskView, again: &TaskView) -> TaskView {
    assert!(again.fee_cents.is_some() && again.reward_cents.is_some());
    TaskView {
        fee_cents: before.fee_cents.or(again.fee_cents),
        reward_cents: before.reward_cents.or(again.reward_cents),
        ..before.clone()
    }
}

impl Company {
    /// Twice is once: the answer is that of before, and the log stays as it is.
    pub fn retry(&mut self, which: usize) {
        if self.kept.is_empty() {
            return;
        }
        let kept = self.kept.swap_remove(which % self.kept.len());
        let (popug, role, key, what) = &kept;
        if self.popugs[*popug].active && self.popugs[*popug].role == *role {
            self.door().catch_up().expect("heard");
            let caller = self.caller(*popug);
            let terms = Terms {
                key: Some(key.clone()),
                dry_run: false,
            };
            let head = self.door().store().head().expect("a head");
            let same = what.is_answered_as_before(self.door(), &caller, &terms);
            assert!(same, "{key} was answered otherwise");
            assert_eq!(self.door().store().head().expect("a head"), head);
        }
        self.kept.push(kept);
    }
}
