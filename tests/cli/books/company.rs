//! Who there is, which tasks there are and to whom they fell: what the answers told, kept outside.

use chrono::{DateTime, Utc};

use super::answers::{About, Task, User};

/// A popug, and whether it has a beak: without one it is assigned tasks and can do nothing.
#[derive(Clone, Debug)]
pub struct Popug {
    pub user: User,
    pub beak: bool,
}

/// One fall of a task to somebody.
#[derive(Clone, Debug)]
pub struct Fall {
    pub task: u64,
    pub draw: u64,
    pub index: u64,
    pub at: DateTime<Utc>,
    pub by: String,
    pub pool: Vec<String>,
    pub assignee: String,
    pub fee: i64,
}

/// One draw.
#[derive(Clone, Debug)]
pub struct Draw {
    pub at: DateTime<Utc>,
    pub by: String,
    pub reason: &'static str,
    pub tasks: usize,
    pub pool: usize,
}

#[derive(Default)]
pub struct Company {
    /// By id.
    pub popugs: Vec<Popug>,
    /// By id.
    pub tasks: Vec<Task>,
    pub falls: Vec<Fall>,
    pub draws: Vec<Draw>,
}

impl Company {
    /// Everybody's name, by id.
    pub fn names(&self) -> Vec<String> {
        self.popugs.iter().map(|it| it.user.name.clone()).collect()
    }

    pub fn popug(&mut self, name: &str) -> &mut Popug {
        let found = self.popugs.iter_mut().find(|it| it.user.name == name);
        found.expect("a popug")
    }

    pub fn user(&self, name: &str) -> &User {
        let found = self.popugs.iter().find(|it| it.user.name == name);
        &found.expect("a popug").user
    }

    fn active(&self, roles: &[&str]) -> Vec<&Popug> {
        let of_role = |it: &&Popug| roles.contains(&it.user.role.as_str());
        let popugs = self.popugs.iter().filter(of_role);
        popugs.filter(|it| it.user.active).collect()
    }

    /// The popugs with one of these roles that can do something, by id.
    pub fn actors(&self, roles: &[&str]) -> Vec<String> {
        let actors = self.active(roles).into_iter().filter(|it| it.beak);
        actors.map(|it| it.user.name.clone()).collect()
    }

    /// Whom tasks may fall to, by id (T2).
    pub fn pool(&self) -> Vec<String> {
        let pool = self.active(&["worker", "accountant"]);
        pool.iter().map(|it| it.user.name.clone()).collect()
    }

    pub fn open_tasks(&self) -> Vec<u64> {
        let open = self.tasks.iter().filter(|it| it.status == "open");
        open.map(|it| it.id).collect()
    }

    pub fn open_tasks_of(&self, name: &str) -> Vec<u64> {
        let mut open = self.open_tasks();
        open.retain(|id| self.task(*id).assignee == name);
        open
    }

    pub fn task(&self, id: u64) -> &Task {
        &self.tasks[place(id)]
    }

    pub fn task_mut(&mut self, id: u64) -> &mut Task {
        &mut self.tasks[place(id)]
    }

    /// The task as money that moves now names it.
    pub fn about(&self, id: u64) -> About {
        let task = self.task(id);
        About {
            id,
            ticket: task.ticket.clone(),
            title: task.title.clone(),
        }
    }
}

fn place(id: u64) -> usize {
    usize::try_from(id).expect("few") - 1
}
