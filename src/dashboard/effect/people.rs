//! Changing popugs, and what stays with those who leave.

use crate::app::{AppError, Caller, Door, Terms};
use crate::auth::{AddUser, ChangedUser, EnrollUser, Secret, SetUser, UserView};
use crate::kernel::name::{UserName, Who};
use crate::kernel::page::{Anchor, Page};
use crate::tasks::{ListTasks, PageTasks};

/// Makes a popug; the code that it sets its beak with, where it has none.
pub fn add(
    door: &Door,
    caller: &Caller,
    command: AddUser,
) -> Result<(UserView, Option<Secret>), AppError> {
    let added = door.run(caller, command, &Terms::default())?;
    let code = added.enroll_code.as_deref().map(Secret::given);
    Ok((added.user, code))
}

/// Gives a popug a new code.
pub fn enroll(
    door: &Door,
    caller: &Caller,
    command: EnrollUser,
) -> Result<(UserName, Secret), AppError> {
    let code = door.run(caller, command, &Terms::default())?;
    Ok((code.name, Secret::given(&code.enroll_code)))
}

/// Changes a popug; so many open tasks stay with it though it draws none any more.
pub fn set(
    door: &Door,
    caller: &Caller,
    command: SetUser,
) -> Result<(ChangedUser, usize), AppError> {
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
    Ok((changed, open))
}

/// Finds out how many open tasks would stay with a popug that leaves.
pub fn leaving(
    door: &Door,
    caller: &Caller,
    command: SetUser,
) -> Result<(SetUser, usize), AppError> {
    let open = open_tasks(door, caller, command.name.clone())?;
    Ok((command, open))
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
