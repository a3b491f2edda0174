//! Changing the store.

use crate::app::{AppError, Caller, Door, RetryDead, Terms};
use crate::dashboard::effect::{Deed, Done, Rehearsed, books, people};
use crate::tasks::Reassign;

/// Does it.
pub fn act(door: &Door, caller: &Caller, deed: Deed) -> Result<Done, AppError> {
    let terms = Terms::default();
    Ok(match deed {
        Deed::Add(command) => Done::Added(Box::new(door.run(caller, command, &terms)?)),
        Deed::Edit(command) => Done::Edited(Box::new(door.run(caller, command, &terms)?)),
        Deed::Close(command) => Done::Closed(door.run(caller, command, &terms)?),
        Deed::Reassign => {
            let command = Reassign { dry_run: false };
            Done::Reassigned(door.run(caller, command, &terms)?)
        }
        Deed::Adjust(command) => Done::Mended(Box::new(door.run(caller, command, &terms)?)),
        Deed::Reverse(command) => Done::Mended(Box::new(door.run(caller, command, &terms)?)),
        Deed::Retry(retry) => Done::Retried(books::retry(door, caller, retry)?),
        Deed::RetryDay(day) => {
            let (retry, _) = books::to_retry(door, caller, day)?;
            Done::Retried(books::retry(door, caller, retry)?)
        }
        Deed::CloseDays(request) => {
            let (closed, delivered) = books::close(door, caller, &request)?;
            Done::ClosedDays(closed, delivered)
        }
        Deed::HearAgain(letter) => Done::HeardAgain(door.run(
            caller,
            RetryDead { ids: vec![letter] },
            &Terms::default(),
        )?),
        Deed::Discard(command) => Done::Discarded(Box::new(door.run(caller, command, &terms)?)),
        Deed::AddUser(command) => people::add(door, caller, command)?,
        Deed::SetUser(command) => people::set(door, caller, command)?,
        Deed::Enroll(command) => people::enroll(door, caller, command)?,
    })
}

/// Finds out what it would do; `None` for what is not rehearsed.
pub fn rehearse(door: &Door, caller: &Caller, deed: &Deed) -> Result<Option<Rehearsed>, AppError> {
    let terms = Terms {
        dry_run: true,
        ..Terms::default()
    };
    Ok(match deed {
        Deed::Reassign => {
            let command = Reassign { dry_run: true };
            let answer = door.run(caller, command, &terms)?;
            Some(Rehearsed::Reassign(answer))
        }
        Deed::Adjust(command) => {
            let row = door.run(caller, command.clone(), &terms)?;
            Some(Rehearsed::Adjust(command.clone(), Box::new(row)))
        }
        Deed::Reverse(command) => {
            let row = door.run(caller, command.clone(), &terms)?;
            Some(Rehearsed::Reverse(command.clone(), Box::new(row)))
        }
        Deed::RetryDay(day) => {
            let (retry, amount) = books::to_retry(door, caller, *day)?;
            Some(Rehearsed::Retry(*day, retry, amount))
        }
        Deed::CloseDays(request) => {
            let days = door.run(caller, request.clone(), &terms)?;
            Some(Rehearsed::CloseDays(request.clone(), days))
        }
        Deed::SetUser(command) => Some(people::leaving(door, caller, command)?),
        Deed::Add(_)
        | Deed::Edit(_)
        | Deed::Close(_)
        | Deed::Retry(_)
        | Deed::HearAgain(_)
        | Deed::Discard(_)
        | Deed::AddUser(_)
        | Deed::Enroll(_) => None,
    })
}
