//! `popug help permissions`.

use serde::{Deserialize, Serialize};

use crate::app::requests_for;
use crate::cli::commands::help::prose;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::Listing;
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;

/// A permission, the roles that have it, and the requests that it is for.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    permission: String,
    worker: bool,
    accountant: bool,
    manager: bool,
    admin: bool,
    about: String,
    requests: Vec<String>,
}

impl Row {
    fn of(permission: Permission) -> Self {
        Self {
            permission: permission.to_string(),
            worker: permission.belongs_to(Role::Worker),
            accountant: permission.belongs_to(Role::Accountant),
            manager: permission.belongs_to(Role::Manager),
            admin: permission.belongs_to(Role::Admin),
            about: permission.about().to_owned(),
            requests: requests_for(permission).map(str::to_owned).collect(),
        }
    }

    fn line(&self) -> String {
        let roles = [self.worker, self.accountant, self.manager, self.admin];
        let marks = roles.map(|has| if has { "x" } else { "." }).join(" ");
        format!("  {:14}  {marks}  {}", self.permission, self.about)
    }
}

/// Every permission, who has it, and what it allows.
pub fn tell(context: &mut Context) -> Result<(), CliError> {
    let rows = Permission::ALL.map(Row::of);
    prose(
        context,
        "Who may do what: w a worker, c an accountant, m a manager, a an admin.\n\n  \
         PERMISSION      w c m a\n",
    )?;
    let listing = Listing::of(&rows);
    context.out.lines(&listing, |row, _| row.line())?;
    prose(
        context,
        "\nWorkers and accountants draw tasks. Nobody adjusts or reverses on the own account.\n\
         Whoever may not is refused with exit code 4, and nothing changes.\n\
         `popug whoami` shows your own.\n",
    )
}
