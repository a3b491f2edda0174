//! Making tasks: each has an assignee from its first moment on (T2).

use crate::events::shape::{TaskAssigned, TaskCreated};
use crate::events::{Append, Event};
use crate::kernel::ids::{Seq, TaskId, UserId};
use crate::store::Write;
use crate::tasks::TaskError;
use crate::tasks::assign::Drawing;
use crate::tasks::draw::{Draw, Pool};
use crate::tasks::model::Wording;
use crate::tasks::sql::{self, NewTask};

/// Tasks that are written at once: enough to be quick, few enough to hold,
const CHUNK: usize = 1_000;
/// however long their descriptions are.
const CHUNK_BYTES: usize = 256 * 1024;

/// Tasks that are being made by one draw, a chunk at a time.
pub struct Making<'d> {
    drawing: Drawing<'d>,
    author: UserId,
    next: TaskId,
    tasks: Vec<NewTask>,
    assigned: Vec<TaskAssigned>,
    bytes: usize,
}

impl<'d> Making<'d> {
    /// With nothing made yet; tasks are numbered from `first` on.
    pub const fn begin(draw: &'d Draw, pool: &'d Pool, author: UserId, first: TaskId) -> Self {
        Self {
            drawing: Drawing::begin(draw, pool),
            author,
            next: first,
            tasks: Vec::new(),
            assigned: Vec::new(),
            bytes: 0,
        }
    }

    /// Makes a task that says this.
    pub fn take(&mut self, tx: &mut Write<'_>, wording: Wording) -> Result<(), TaskError> {
        let id = self.next;
        self.next = TaskId::new(id.get().saturating_add(1));
        let assigned = self.drawing.next(id)?;
        self.bytes += wording.title.len() + wording.description.as_ref().map_or(0, String::len);
        self.tasks.push(NewTask {
            id,
            wording,
            author: self.author,
            assignee: assigned.assignee,
        });
        self.assigned.push(assigned);
        if self.tasks.len() >= CHUNK || self.bytes >= CHUNK_BYTES {
            self.write(tx)?;
        }
        Ok(())
    }

    /// Writes what is left.
    pub fn end(mut self, tx: &mut Write<'_>) -> Result<(), TaskError> {
        self.write(tx)
    }

    fn write(&mut self, tx: &mut Write<'_>) -> Result<(), TaskError> {
        let (draw, many) = (self.drawing.draw(), self.tasks.len());
        sql::insert_tasks(tx, &self.tasks, (draw.at, draw.day))?;
        sql::insert_assignments(tx, &self.assigned)?;
        let (cause, mut next) = (tx.cause(), tx.head().seq.next());
        let tasks = self.tasks.drain(..).zip(self.assigned.drain(..));
        let events = tasks.flat_map(|(task, assigned)| {
            let created = next;
            next = created.next().next();
            told(task, assigned, cause, created)
        });
        tx.append_many(events)?;
        tx.step(many);
        self.bytes = 0;
        Ok(())
    }
}

/// That a task appeared, at `created`, and whom it fell to.
fn told(
    task: NewTask,
    assigned: TaskAssigned,
    cause: Option<Seq>,
    created: Seq,
) -> [(Event, Option<Seq>); 2] {
    let made = TaskCreated {
        task: task.id,
        ticket: task.wording.ticket,
        title: task.wording.title,
        description: task.wording.description,
        author: task.author,
    };
    [(made.into(), cause), (assigned.into(), Some(created))]
}
