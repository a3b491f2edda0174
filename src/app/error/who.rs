//! Who was refused, in words.

use crate::kernel::actor::{Actor, Principal};
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;

/// The actor, and whoever stands behind it and bounds it.
pub fn who(actor: &Actor, permission: Permission) -> String {
    match actor {
        Actor::System => "popug".to_owned(),
        Actor::Popug { name, role, .. } => format!("{name} is {} and", a_or_an(*role)),
        // Where it lies with none of them, who stands behind the token says nothing.
        Actor::Token { maker, acts_as, .. } => {
            let bounded = |it: &&Principal| !permission.belongs_to(it.role);
            let acts_as = acts_as.as_ref();
            if let Some(Principal { name, role, .. }) = acts_as.filter(bounded) {
                return format!("{actor} acts for {name}, who is {}, and", a_or_an(*role));
            }
            match Some(maker).filter(bounded) {
                Some(Principal { name, role, .. }) => {
                    format!("{actor} was made by {name}, who is {}, and", a_or_an(*role))
                }
                None => actor.to_string(),
            }
        }
    }
}

fn a_or_an(role: Role) -> String {
    match role {
        Role::Admin | Role::Accountant => format!("an {role}"),
        Role::Manager | Role::Worker => format!("a {role}"),
    }
}
