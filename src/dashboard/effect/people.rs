//! Changing popugs, and what stays with those who leave.

use crate::app::{AppError, Caller, Door, Terms};
use crate::auth::{AddUser, EnrollUser, Secret, SetUser};
use crate::dashboard::effect::{Done, Rehearsed};
use crate::kernel::name::Who;
use crate::kernel::page::{Anchor, Page};
use crate::tasks::{ListTasks, PageTasks};

/// Makes a popug.
pub fn add(door: &Door, caller: &Caller, command: AddUser) -> Result<Done, AppError> {
    let added = door.run(caller, command, &Terms::default())?;
    let code = added.enroll_code.as_deref().map(Secret::given);
    Ok(Done::UserAdded(Box::new(added.user), code))
}

/// Gives a popug a new code.
pub fn enroll(door: &Door, caller: &Caller, command: EnrollUser) -> Result<Done, AppError> {
    let code = door.run(caller, command, &Terms::default())?;
    Ok(Done::Enrolled(code.name, Secret::given(&code.enroll_code)))
}

/// Changes a popug.
pub fn set(door: &Door, caller: &Caller, command: SetUser) -> Result<Done, AppError> {
    let changed = door.run(caller, command, &Terms::default())?;
    let user = &changed.user;
    let stays = !user.active || !user.role.draws_tasks();
    let name = Who::Named(user.name.to_string());
    // Whoever has just demoted itself may no longer ask; the change is made all the same.
    let open = if stays {
        open_tasks(door, caller, name).unwrap_or(0)
    } else {
        0
    };
    Ok(Done::UserSet(Box::new(changed), open))
}

/// How many open tasks stay with a popug that leaves.
pub fn leaving(door: &Door, caller: &Caller, command: &SetUser) -> Result<Rehearsed, AppError> {
    let open = open_tasks(door, caller, command.name.clone())?;
    Ok(Rehearsed::Leave(command.clone(), open))
}

fn open_tasks(door: &Door, caller: &Caller, name: Who) -> Result<usize, AppError> {
    let list = ListTasks {
        assignee: Some(name),
        ..ListTasks::default()
    };
    let page = Page {
        anchor: Anchor::First,
        reach: 1,
    };
    let theirs = door.ask(caller, &PageTasks { list, page })?;
    Ok(usize::try_from(theirs.count).unwrap_or(0))
}
