//! A page of the list of popugs.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::auth::error::AuthError;
use crate::auth::model::UserView;
use crate::auth::sql;
use crate::kernel::ids::UserId;
use crate::kernel::page::{Page, Paged, Way};
use crate::kernel::text::folded;
use crate::store::{Asker, Query, Read};

/// `user.page`: what is around a popug in the list of all, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PageUsers {
    /// Only those with this in their names, their e-mail or their role; all where it is empty.
    pub like: String,
    /// The page.
    pub page: Page,
}

/// A popug in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UserRow {
    /// Its number.
    pub id: UserId,
    /// The popug.
    #[serde(flatten)]
    pub user: UserView,
}

impl Query for PageUsers {
    type Answer = Paged<UserRow>;
    type Error = AuthError;

    fn ask(&self, read: &Read<'_>, _: &Asker) -> Result<Paged<UserRow>, AuthError> {
        let like = folded(self.like.trim());
        let walk = |way: Way, from: Option<i64>, most: i64| {
            let from = match from {
                Some(id) => sql::name_of(read, UserId::new(id))?,
                None => None,
            };
            let most = usize::try_from(most).unwrap_or(usize::MAX);
            let mut rows = Vec::new();
            sql::users_from(read, (way, from.as_deref()), &mut |(id, user)| {
                if has(&user, &like) {
                    rows.push(UserRow { id, user });
                }
                if rows.len() < most {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            })?;
            Ok::<_, AuthError>(rows)
        };
        self.page.read(walk, |row| row.id.get())
    }
}

fn has(user: &UserView, like: &str) -> bool {
    let full_name = user.full_name.as_deref().unwrap_or_default();
    let texts = [
        user.name.as_str(),
        full_name,
        &user.email,
        user.role.as_str(),
    ];
    like.is_empty() || texts.into_iter().any(|it| folded(it).contains(like))
}
