//! What the dashboard wants done outside of itself: plain values, and the threads that do it.
//!
//! Questions and deeds go to a thread each, so that a long deed keeps nobody from looking around.

mod deeds;
mod questions;
mod threads;

use crate::app::{CloseTasks, ClosedTask};
use crate::auth::Secret;
use crate::dashboard::model::Standing;
use crate::kernel::ids::TaskId;
use crate::tasks::{
    AddTask, EditTask, PageTasks, Reassigned, TaskView, TaskWithAssignments, TasksPage, Why,
};

#[cfg(test)]
pub use deeds::{act, rehearse};
#[cfg(test)]
pub use questions::{ask, standing};
pub use threads::{Ended, Job, Opening, Threads, Watched};

/// Something that is to be done outside of the model.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Ask the store; the number tells answers apart.
    Ask(u64, Question),
    /// Find out what a deed would do.
    Rehearse(Deed),
    /// Do it.
    Do(Deed),
    /// Log in.
    LogIn {
        /// Who.
        name: String,
        /// What proves it.
        beak: Secret,
    },
    /// Go on with this session.
    Enter(Secret),
    /// Put a text where the terminal keeps what is copied.
    Copy(String),
    /// Leave the terminal to the shell until `fg`.
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// End.
    Quit,
}

/// What the store is asked.
#[derive(Clone, Debug)]
pub enum Question {
    /// Who one is, and how one stands.
    Standing,
    /// A page of tasks.
    Tasks(PageTasks),
    /// A task with its assignments.
    Task(TaskId),
    /// Which draw chose the popug.
    Why(TaskId),
}

/// What the store answers, in the order of the questions.
#[derive(Clone, Debug)]
pub enum Answer {
    /// How one stands.
    Standing(Box<Standing>),
    /// A page of tasks.
    Tasks(TasksPage),
    /// A task.
    Task(Box<TaskWithAssignments>),
    /// A draw.
    Why(Box<Why>),
}

/// What changes the store.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Make a task.
    Add(AddTask),
    /// Edit one.
    Edit(EditTask),
    /// Close some, all or none.
    Close(CloseTasks),
    /// Draw all open ones anew.
    Reassign,
}

/// What a deed would do, told by a rehearsal.
#[derive(Clone, Debug)]
pub enum Rehearsed {
    /// So much would be reassigned.
    Reassign(Reassigned),
}

/// What a deed did.
#[derive(Clone, Debug)]
pub enum Done {
    /// A task was made.
    Added(Box<TaskView>),
    /// A task was edited.
    Edited(Box<TaskView>),
    /// Tasks were closed.
    Closed(Vec<ClosedTask>),
    /// All open tasks were drawn anew.
    Reassigned(Reassigned),
}

/// Where a session is kept once somebody has logged in.
pub type Keep = Box<dyn Fn(&crate::auth::Session) -> Result<(), String> + Send>;
