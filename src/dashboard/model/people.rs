//! Who is who.

use crate::auth::{PageUsers, UserRow};
use crate::dashboard::action::{Action, Binding, key};
use crate::dashboard::model::listing::{Listing, Row};
use crate::dashboard::model::view::Filter;
use crate::kernel::page::Page;
use crate::kernel::permission::Permission;

impl Row for UserRow {
    fn id(&self) -> i64 {
        self.id.get()
    }
}

/// What keys do here.
pub static KEYS: &[Binding] = &[
    key(Action::Filter, "filter", "filter as you type", &["/"]).shown(26),
    key(Action::New, "new", "make a popug; it gets a code", &["n"])
        .needs(Permission::UserManage)
        .shown(20),
    key(
        Action::Edit,
        "edit",
        "change its role, its e-mail or its full name",
        &["e"],
    )
    .needs(Permission::UserManage)
    .shown(21),
    key(
        Action::Code,
        "code",
        "give it a new code; its beak and its sessions end",
        &["i"],
    )
    .needs(Permission::UserManage)
    .shown(22),
    key(
        Action::Activity,
        "leave",
        "let it take part no longer, or again",
        &["x"],
    )
    .needs(Permission::UserManage)
    .shown(23),
];

/// Who is who.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Everybody, by name.
    pub list: Listing<UserRow>,
    /// What the list is narrowed to.
    pub filter: Filter,
}

impl People {
    /// The list as it is asked for.
    pub fn wanted(&self, page: Page) -> PageUsers {
        PageUsers {
            like: self.filter.text().to_owned(),
            page,
        }
    }

    /// Why an action cannot be done with what is selected.
    pub fn obstacle(&self, action: Action) -> Option<String> {
        let selected = self.list.selected();
        match (action, selected) {
            (
                Action::Enter | Action::Edit | Action::Code | Action::Activity | Action::Copy,
                None,
            ) => Some("there is no popug here".to_owned()),
            (Action::Code, Some(row)) if !row.user.active => {
                Some(format!("{} is not active", row.user.name))
            }
            _ => None,
        }
    }
}
