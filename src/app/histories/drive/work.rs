//! What popugs do with tasks.

use crate::app::CloseTasks;
use crate::app::histories::Life;
use crate::app::histories::books::Moved;
use crate::kernel::ids::TaskId;
use crate::kernel::money::Money;
use crate::tasks::{AddTask, EditTask, ListTasks, Reassign};

use super::retry::Kept;
use super::{Company, GRUFF, chosen, number};

impl Company {
    pub(super) fn add(&mut self, who: usize, life: Life) {
        let who = chosen(&self.active(), who);
        let command = AddTask {
            title: format!("[EGG-{0}] Count egg {0}", self.tasks.len() + 1),
            ticket: None,
            description: None,
        };
        let answer = self.run(who, command.clone(), life).expect("added");
        let assignee = self.popug(answer.assignee.as_str());
        assert!(self.pool().contains(&assignee));
        let id = number(self.tasks.len()) + 1;
        assert_eq!((answer.id.get(), answer.created_at), (id, self.now));
        self.tasks.push((assignee, true));
        self.books.post(self.now, assignee, Moved::Fee(id));
        self.keep(who, life, Kept::Add(command, answer));
    }

    pub(super) fn finish(&mut self, who: usize, many: usize, life: Life) {
        let open = self.open_tasks();
        let active = self.active();
        let mut busy: Vec<usize> = open.iter().map(|it| self.tasks[*it].0).collect();
        busy.retain(|it| active.contains(it));
        if busy.is_empty() {
            return;
        }
        let who = chosen(&busy, who);
        let mine = open.into_iter().filter(|it| self.tasks[*it].0 == who);
        let mine: Vec<usize> = mine.take(many % 3 + 1).collect();
        let ids = mine.iter().map(|it| TaskId::new(number(*it) + 1));
        let command = CloseTasks {
            tasks: ids.collect(),
        };
        let answer = self.run(who, command.clone(), life).expect("closed");
        let mut expected = Vec::new();
        for task in mine {
            self.tasks[task].1 = false;
            self.books
                .post(self.now, who, Moved::Reward(number(task) + 1));
            expected.push(self.books.rows.len());
        }
        if life != Life::Cut {
            let prices = self.prices();
            for (closed, posted) in answer.iter().zip(expected) {
                let rows = self.books.rows[..posted].iter();
                let his = rows.filter(|row| row.popug == who);
                let balance: i64 = his.map(|row| self.books.cents(row, &prices)).sum();
                assert_eq!(closed.balance_cents, Some(Money::from_cents(balance)));
            }
        }
        self.keep(who, life, Kept::Finish(command, answer));
    }

    pub(super) fn reassign(&mut self, life: Life) {
        let open = self.open_tasks();
        let answer = self.run(GRUFF, Reassign { dry_run: false }, life);
        let answer = answer.expect("reassigned");
        assert_eq!(
            (answer.reassigned, answer.pool, answer.draw.is_some()),
            (open.len(), self.pool().len(), !open.is_empty())
        );
        let listed = self.ask(&ListTasks::default());
        for task in open {
            let id = TaskId::new(number(task) + 1);
            let found = listed.iter().find(|it| it.id == id).expect("listed");
            let assignee = self.popug(found.assignee.as_str());
            assert!(self.pool().contains(&assignee));
            self.tasks[task].0 = assignee;
            self.books.post(self.now, assignee, Moved::Fee(id.get()));
        }
        self.keep(GRUFF, life, Kept::Reassign(answer));
    }

    pub(super) fn edit(&mut self, task: usize) {
        if self.tasks.is_empty() {
            return;
        }
        let task = TaskId::new(number(task % self.tasks.len()) + 1);
        let edit = EditTask {
            task,
            title: Some(format!("Count all eggs but {}", self.now)),
            ticket: None,
            description: None,
        };
        let edited = self.run(GRUFF, edit.clone(), Life::Whole).expect("edited");
        assert_eq!(Some(edited.title), edit.title);
    }
}
