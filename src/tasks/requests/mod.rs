//! What tasks are asked for.

mod add;
mod close;
mod draws;
mod edit;
mod fairness;
mod import;
mod list;
mod page;
mod reassign;
mod show;
mod why;

pub use add::AddTask;
pub use close::{close_tasks, find_tasks};
pub use draws::is_verified;
pub use draws::{DrawView, ListDraws, ShowDraw, VerifyDraws};
pub use edit::EditTask;
pub use fairness::{Share, fairness_span, shares, verdict};
pub use import::{ImportTasks, Imported};
pub use list::open_count;
pub use list::{ListTasks, SortBy, StatusFilter};
pub use page::{PageTasks, TasksPage};
pub use reassign::{Reassign, Reassigned};
pub use show::{ShowTask, TaskWithAssignments};
pub use why::{Why, WhyTask};
