//! Who is who.

use tui_input::Input;

use crate::auth::{PageUsers, UserRow};
use crate::dashboard::action::Action;
use crate::dashboard::model::listing::{Listing, Row};
use crate::kernel::page::Page;

impl Row for UserRow {
    fn id(&self) -> i64 {
        self.id.get()
    }
}

/// Who is who.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Everybody, by name.
    pub list: Listing<UserRow>,
    /// What the list is narrowed to.
    pub filter: Input,
    /// Whether the filter is being typed.
    pub typing: bool,
}

impl People {
    /// The list as it is asked for.
    pub fn wanted(&self, page: Page) -> PageUsers {
        PageUsers {
            like: self.filter.value().trim().to_owned(),
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
