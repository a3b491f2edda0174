//! `popug user`.

mod enroll;
mod import;

use clap::Args;

use crate::auth::{AddUser, ListUsers, ListedUser, SetUser, ShowUser, UserView};
use crate::cli::args::{BeakArg, FirstArg};
use crate::cli::ask::BeakFrom;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details, Table, Tone};
use crate::kernel::figures::plural;
use crate::kernel::name::Who;
use crate::kernel::role::Role;
use crate::tasks::ListTasks;

group! {
    /// Popugs: who they are and what they may.
    User {
        Add(Add),
        List(List),
        Show(Show),
        Set(Set),
        Enroll(enroll::Enroll),
        Import(import::Import),
    }
}

/// Make a popug.
///
/// Without a beak it gets a code, valid for seven days and shown this once, with which it sets its
/// own: popug enroll CODE
///
/// Example: popug user add kesha --role worker --email kesha@uberpopug.example
#[derive(Args, Debug)]
pub struct Add {
    /// Its name: a letter, then letters, digits, dots, underscores or hyphens
    #[arg(value_name = "NAME")]
    name: String,

    /// admin, manager, accountant or worker
    #[arg(long, value_name = "ROLE")]
    role: Role,

    /// Where its letters go
    #[arg(long, value_name = "ADDRESS")]
    email: String,

    /// Its name in full
    #[arg(long, value_name = "NAME")]
    full_name: Option<String>,

    #[command(flatten)]
    beak: BeakArg,
}

impl Run for Add {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let beak = if self.beak.beak_stdin {
            let given = context.person.beak("beak", BeakFrom::StandardInput)?;
            Some(given.reveal().to_owned())
        } else {
            None
        };
        let added = entered.run(AddUser {
            name: self.name,
            role: self.role,
            email: self.email,
            full_name: self.full_name,
            beak,
            hash: None,
        })?;
        let UserView { name, role, .. } = &added.user;
        let sentence = match &added.enroll_code {
            None => format!("{name} ({role}) can log in"),
            Some(code) => format!("{name} ({role}) sets its beak with: popug enroll {code}"),
        };
        context.out.say(&added, &sentence)?;
        Ok(Ending::Done)
    }
}

/// Everybody, by name.
///
/// Roles and e-mails are for admins to see, and one's own.
///
/// Example: popug user list
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    limit: FirstArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let table = Table::<ListedUser>::new()
            .left("name", "NAME", |user| Cell::text(&user.name))
            .left("role", "ROLE", |user| Cell::maybe(user.role, Cell::text))
            .flexible("email", "E-MAIL", |user| {
                Cell::maybe(user.email.as_ref(), Cell::text)
            })
            .flexible("full_name", "FULL NAME", |user| {
                Cell::maybe(user.full_name.as_ref(), Cell::text)
            })
            .left("active", "ACTIVE", |user| activity(user.active));
        context.list(&ListUsers {}, self.limit.rows(), &table)
    }
}

fn activity(active: bool) -> Cell {
    if active {
        Cell::word("yes", Tone::Good)
    } else {
        Cell::word("no", Tone::Dim)
    }
}

/// One popug; yourself, or anybody to an admin.
///
/// Example: popug user show me
#[derive(Args, Debug)]
pub struct Show {
    /// Whom
    #[arg(value_name = "NAME")]
    name: Who,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let user = context.enter()?.ask(&ShowUser { name: self.name })?;
        let details = Details::new()
            .line("name", "Name", Cell::text(&user.name))
            .line(
                "full_name",
                "Full name",
                Cell::maybe(user.full_name.as_ref(), Cell::text),
            )
            .line("role", "Role", Cell::text(user.role))
            .line("email", "E-mail", Cell::text(&user.email))
            .line("active", "Active", activity(user.active));
        context.out.show(&user, &details)?;
        Ok(Ending::Done)
    }
}

/// Change a popug.
///
/// What is left out stays. A popug that leaves keeps its open tasks until the next reassign, and is
/// still paid what it has earned. Tokens that it made, or that act for it, may no more than itself:
/// how many end or weaken is told.
///
/// Example: popug user set kesha --role manager
#[derive(Args, Debug)]
pub struct Set {
    /// Whom
    #[arg(value_name = "NAME")]
    name: Who,

    /// admin, manager, accountant or worker
    #[arg(long, value_name = "ROLE")]
    role: Option<Role>,

    /// Where its letters go
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,

    /// Its name in full; '' clears it
    #[arg(long, value_name = "NAME")]
    full_name: Option<String>,

    /// Whether it takes part
    #[arg(long, value_name = "BOOL")]
    active: Option<bool>,
}

impl Run for Set {
    const TAKES: Takes = Takes::of::<SetUser>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let changed = entered.run(SetUser {
            name: self.name,
            role: self.role,
            email: self.email,
            full_name: self.full_name,
            active: self.active,
        })?;
        let UserView {
            name, role, active, ..
        } = &changed.user;
        let state = if *active { "active" } else { "not active" };
        context
            .out
            .say(&changed, &format!("{name} is {role}, {state}"))?;
        if let Some(tokens) = changed.tokens_told() {
            let stderr = context.out.stderr();
            stderr.warn(&format!("{tokens}: `popug token list`"));
        }
        if !active || !role.draws_tasks() {
            let assignee = Some(Who::Named(name.to_string()));
            let theirs = ListTasks {
                assignee,
                ..ListTasks::default()
            };
            // Whoever has just demoted itself may no longer ask.
            let open = entered.ask(&theirs).map_or(0, |tasks| tasks.len());
            if open > 0 {
                let tasks = plural(open, "open task stays", "open tasks stay");
                let note = format!("{tasks} with {name} until the next `popug task reassign`");
                context.out.stderr().note(&note);
            }
        }
        Ok(Ending::Done)
    }
}
