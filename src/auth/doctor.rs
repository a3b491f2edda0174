//! Users, held against the log.

use std::collections::BTreeMap;

use crate::auth::error::AuthError;
use crate::auth::model::UserView;
use crate::auth::sql;
use crate::events::{Event, EventName, Heard, each_heard};
use crate::kernel::actor::Actor;
use crate::kernel::finding::{Finding, counted};
use crate::kernel::ids::UserId;
use crate::store::Read;

/// Examines what auth owns; a failure names the first bad row.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, AuthError> {
    let mut said = BTreeMap::new();
    let mut recovered = Vec::new();
    each_heard(read, |heard| {
        if let Some((id, user)) = told(&heard.event) {
            if is_recovery(&heard) {
                recovered.push(format!("{} at event {}", user.name, heard.seq));
            }
            said.insert(id, user);
        }
        Ok::<_, AuthError>(())
    })?;
    let mut kept: BTreeMap<UserId, UserView> = sql::users(read)?.into_iter().collect();
    for (id, expected) in &said {
        match kept.remove(id) {
            Some(user) if user == *expected => {}
            Some(user) => {
                return Ok(vec![bad(&format!(
                    "{}: {}",
                    user.name,
                    differs(&user, expected)
                ))]);
            }
            None => return Ok(vec![bad(&format!("{} is missing", expected.name))]),
        }
    }
    if let Some(user) = kept.values().next() {
        return Ok(vec![bad(&format!("{} is not in the log", user.name))]);
    }
    let popugs = counted(said.len(), "popug", "popugs");
    let mut detail = format!("{popugs}, each as the log tells it");
    if !recovered.is_empty() {
        let recovered = recovered.join(", ");
        detail = format!("{detail}; recovered by the file's owner: {recovered}");
    }
    Ok(vec![Finding::fine("users", detail)])
}

/// Nobody but whoever recovers a popug changes one in popug's own name.
fn is_recovery(heard: &Heard) -> bool {
    heard.actor == Actor::System.to_string() && heard.event.name() == EventName::UserUpdated
}

fn told(event: &Event) -> Option<(UserId, UserView)> {
    let (id, name, role, email, full_name, active) = match event {
        Event::UserCreated(it) => (
            it.user,
            &it.name,
            it.role,
            &it.email,
            &it.full_name,
            it.active,
        ),
        Event::UserUpdated(it) => (
            it.user,
            &it.name,
            it.role,
            &it.email,
            &it.full_name,
            it.active,
        ),
        Event::SettingUpdated(_)
        | Event::TaskCreated(_)
        | Event::TaskAssigned(_)
        | Event::TaskUpdated(_)
        | Event::TaskClosed(_)
        | Event::TaskPriced(_)
        | Event::TransactionCreated(_)
        | Event::TransactionProcessed(_)
        | Event::AccountFinalized(_)
        | Event::DayClosed(_) => return None,
    };
    let (name, email, full_name) = (name.clone(), email.clone(), full_name.clone());
    Some((
        id,
        UserView {
            name,
            role,
            email,
            full_name,
            active,
        },
    ))
}

fn differs(user: &UserView, expected: &UserView) -> String {
    if user.role != expected.role {
        return format!("its role is {}, the log says {}", user.role, expected.role);
    }
    let what = if user.active != expected.active {
        "activity"
    } else if user.email != expected.email {
        "e-mail"
    } else if user.full_name != expected.full_name {
        "full name"
    } else {
        "name"
    };
    format!("its {what} is not what the log says")
}

fn bad(detail: &str) -> Finding {
    Finding::failure(
        "users",
        detail,
        "somebody changed the store by hand; set it right with `popug user set`",
    )
}
