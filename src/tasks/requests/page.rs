//! A page of the list of tasks.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::kernel::ids::TaskId;
use crate::kernel::page::{Page, Paged, Way};
use crate::store::{Asker, Query, Read};
use crate::tasks::model::TaskView;
use crate::tasks::requests::ListTasks;
use crate::tasks::{TaskError, sql};

/// Tasks are counted no further than this.
const COUNTED: i64 = 10_000;

/// `task.page`: what is around a task in the list of tasks.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageTasks {
    /// The list; its limit is that of the page.
    pub list: ListTasks,
    /// The page.
    pub page: Page,
}

/// A page of tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TasksPage {
    /// The tasks.
    pub page: Paged<TaskView>,
    /// How many tasks the whole list has, counted as far as 10,000.
    pub count: i64,
    /// Whether there are more than were counted.
    pub more: bool,
}

impl Query for PageTasks {
    type Answer = TasksPage;
    type Error = TaskError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<TasksPage, TaskError> {
        let filter = self.list.filter(read, asker)?;
        let order = self.list.order();
        let walk = |way, from: Option<i64>, most| {
            let sort = match way {
                Way::Down => order,
                Way::Up => order.reversed(),
            };
            let mut rows = Vec::new();
            let from = from.map(TaskId::new);
            sql::list(read, &filter, (sort, from), most, &mut |row| {
                rows.push(row);
                ControlFlow::Continue(())
            })?;
            Ok::<_, TaskError>(rows)
        };
        let page = self.page.read(walk, |task| task.id.get())?;
        let count = if page.above || page.below {
            sql::count(read, &filter, COUNTED + 1)?
        } else {
            i64::try_from(page.rows.len()).unwrap_or(i64::MAX)
        };
        Ok(TasksPage {
            page,
            count: count.min(COUNTED),
            more: count > COUNTED,
        })
    }
}
