//! Users and tokens, held against the log.

use std::collections::BTreeMap;

use crate::auth::error::AuthError;
use crate::auth::model::UserView;
use crate::auth::sql;
use crate::auth::sql::tokens::TokenRow;
use crate::events::{Event, EventName, Heard, each_of, first_acts};
use crate::kernel::actor::Actor;
use crate::kernel::finding::{Finding, counted, examined};
use crate::kernel::ids::{Seq, UserId};
use crate::kernel::moment::Moment;
use crate::kernel::permission::Permission;
use crate::store::Read;

const UNREADABLE: &str = "somebody changed the store by hand: compare with a backup";

/// What the log says of popugs, and of the tokens that acted.
#[derive(Default)]
struct Said {
    users: BTreeMap<UserId, UserView>,
    created: BTreeMap<UserId, Moment>,
    recovered: Vec<String>,
    tokens: BTreeMap<String, Seq>,
}

/// Examines what auth owns; a failure names the first bad row.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, AuthError> {
    let mut said = Said {
        tokens: first_acts(read, "token:")?,
        ..Said::default()
    };
    let users = [EventName::UserCreated, EventName::UserUpdated];
    each_of(read, &users, |heard| {
        said.hear(&heard);
        Ok::<_, AuthError>(())
    })?;
    let users = || {
        let kept = sql::users(read)?.into_iter().collect();
        Ok(compared(&said, kept, &sql::created(read)?))
    };
    let tokens = || Ok(tokens(&said, &sql::tokens::all(read)?));
    let of_rows = AuthError::is_of_the_rows;
    Ok(vec![
        examined("users", UNREADABLE, users(), of_rows)?,
        examined("tokens", UNREADABLE, tokens(), of_rows)?,
    ])
}

impl Said {
    fn hear(&mut self, heard: &Heard) {
        if let Some((id, user)) = told(&heard.event) {
            if is_recovery(heard) {
                let recovered = format!("{} at event {}", user.name, heard.seq);
                self.recovered.push(recovered);
            }
            self.users.insert(id, user);
            self.created.entry(id).or_insert(heard.at);
        }
    }
}

fn compared(
    said: &Said,
    mut kept: BTreeMap<UserId, UserView>,
    created: &BTreeMap<UserId, Moment>,
) -> Finding {
    for (id, expected) in &said.users {
        match kept.remove(id) {
            Some(user) if created.get(id) != said.created.get(id) => {
                return bad(&format!(
                    "{}: when it was added is not what the log says",
                    user.name
                ));
            }
            Some(user) if user == *expected => {}
            Some(user) => return bad(&format!("{}: {}", user.name, differs(&user, expected))),
            None => return bad(&format!("{} is missing", expected.name)),
        }
    }
    if let Some(user) = kept.values().next() {
        return bad(&format!("{} is not in the log", user.name));
    }
    let popugs = counted(said.users.len(), "popug", "popugs");
    let mut detail = format!("{popugs}, each as the log tells it");
    if !said.recovered.is_empty() {
        let recovered = said.recovered.join(", ");
        detail = format!("{detail}; recovered by the file's owner: {recovered}");
    }
    Finding::fine("users", detail)
}

/// The log knows of a token what it did; who made it, and for what, is kept here alone.
fn tokens(said: &Said, kept: &[TokenRow]) -> Finding {
    let is_kept = |name: &str| kept.iter().any(|token| token.name.as_str() == name);
    if let Some((name, seq)) = said.tokens.iter().find(|(name, _)| !is_kept(name)) {
        let detail = format!("event {seq} tells of the token {name}, which is not kept");
        let hint = "somebody changed the store by hand: compare with a backup";
        return Finding::failure("tokens", detail, hint);
    }
    let open: Vec<&TokenRow> = kept.iter().filter(|it| it.revoked_at.is_none()).collect();
    let mightier = open
        .iter()
        .find(|it| it.permissions.contain(Permission::TokenManage));
    if let Some(token) = mightier {
        let detail = format!("the token {} is for what no token is for", token.name);
        let hint = "somebody changed the store by hand: `popug token revoke NAME`";
        return Finding::failure("tokens", detail, hint);
    }
    if let Some(token) = open.iter().find(|it| !it.lost().is_empty()) {
        let lost: Vec<&str> = token.lost().into_iter().map(Permission::as_str).collect();
        let (name, maker, lost) = (&token.name, &token.maker.popug.name, lost.join(", "));
        let detail = format!("the token {name}, made by {maker}, may no longer {lost}");
        let hint = "make it anew, or if nobody needs it: `popug token revoke NAME`";
        return Finding::warning("tokens", detail, hint);
    }
    let tokens = counted(open.len(), "token", "tokens");
    Finding::fine("tokens", format!("{tokens}; each that acted is kept"))
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
