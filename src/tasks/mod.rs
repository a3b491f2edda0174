//! The task tracker: every task lands on a random popug.
//!
//! Says: task.created, task.assigned, task.updated, task.closed. Hears: users (its pool), prices (to
//! show them), the time zone. Owns: tasks, the pool and its changes, draws, assignments.

mod assign;
mod consumer;
mod doctor;
mod draw;
mod error;
mod fairness;
mod folding;
mod known;
mod make;
mod model;
mod requests;
mod rows;
mod sql;

pub use consumer::TasksConsumer;
pub use doctor::examine;
pub use error::TaskError;
pub use fairness::{Hundredths, Odds, Verdict};
pub use folding::FoldedPiece;
#[cfg(test)]
pub use model::Wording;
pub use model::{Assignment, Status, TaskView};
pub use requests::open_count;
pub use requests::{
    AddTask, DrawView, EditTask, ImportTasks, Imported, ListDraws, ListTasks, PageTasks, Reassign,
    Reassigned, Share, ShowDraw, ShowTask, SortBy, StatusFilter, TaskWithAssignments, TasksPage,
    VerifyDraws, Why, WhyTask, close_tasks, fairness_span, find_tasks, shares, verdict,
};
pub use rows::{Gathering, GivenRow, OTHER_FIELDS, ROW_FIELDS, Rows};
pub use sql::EXPORT;
