//! `popug login`, `logout`, `whoami` and `enroll`.

use clap::Args;
use serde::{Deserialize, Serialize};

use crate::app::{AppError, Caller, Enrol, LogIn, LogOut, ShowMyself, Terms, WhoAmI, WhoseCode};
use crate::auth::{Enrolled, Secret, Session};
use crate::cli::args::{BeakArg, STREAM};
use crate::cli::context::{Context, Ending, Run, Takes, beak_from};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Details};
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;

/// Log in.
///
/// Whoever else is logged in here stays so, for --as.
///
/// Example: popug login kesha
#[derive(Args, Debug)]
pub struct Login {
    /// Who; the current popug where it is left out
    #[arg(value_name = "NAME")]
    name: Option<UserName>,

    #[command(flatten)]
    beak: BeakArg,
}

/// Whoever has just logged in.
#[derive(Debug, Serialize, Deserialize)]
struct LoggedIn {
    user: UserName,
    role: Option<Role>,
}

impl Run for Login {
    const TAKES: Takes = Takes::NOTHING.answers::<LoggedIn>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let door = context.open()?;
        let sessions = context.sessions(&door)?;
        let name = match self.name {
            Some(name) => name.to_string(),
            None => {
                let current = sessions.current()?;
                let proposed = current.as_ref().map(UserName::as_str);
                context.person.value("the name", proposed)?
            }
        };
        let beak = context
            .person
            .beak("beak", beak_from(self.beak.beak_stdin))?;
        let session = door.enter(&LogIn {
            name,
            beak: Secret::typed(beak.reveal()),
        })?;
        sessions.keep(&session)?;

        let Session { user, role, .. } = session;
        let sentence = format!("{user} ({role}) is logged in");
        let role = Some(role);
        context.out.say(&LoggedIn { user, role }, &sentence)?;
        warn_of_token(context);
        Ok(Ending::Done)
    }
}

/// Whoever has just logged in acts with its session only where no token is set.
fn warn_of_token(context: &mut Context) {
    if context.settings.token.is_some() {
        let stderr = context.out.stderr();
        stderr.warn("POPUG_TOKEN is set and beats this session");
    }
}

/// Log out.
///
/// The current popug, or the one that --as names.
///
/// Example: popug logout
#[derive(Args, Debug)]
pub struct Logout {
    /// End every session of this popug, on other machines too
    #[arg(long)]
    all: bool,
}

/// Whoever has just logged out.
#[derive(Debug, Serialize, Deserialize)]
struct LoggedOut {
    user: Option<UserName>,
}

impl Run for Logout {
    const TAKES: Takes = Takes::NOTHING.answers::<LoggedOut>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let door = context.open()?;
        let sessions = context.sessions(&door)?;
        let user = match context.user()? {
            Some(user) => Some(user),
            None => sessions.current()?,
        };
        let Some(user) = user else {
            context
                .out
                .say(&LoggedOut { user: None }, "nobody is logged in here")?;
            return Ok(Ending::Done);
        };
        let token = sessions.token(Some(&user))?;
        let request = LogOut {
            everywhere: self.all,
        };
        let ended = door.run(&Caller::session(&token), request, &Terms::default());
        match ended {
            // It may have ended by itself.
            Ok(_) | Err(AppError::Auth(_)) => {}
            Err(error) => return Err(error.into()),
        }
        sessions.forget(&user)?;
        let sentence = format!("{user} is logged out");
        context
            .out
            .say(&LoggedOut { user: Some(user) }, &sentence)?;
        Ok(Ending::Done)
    }
}

/// Who you are here, and what you may.
///
/// Example: popug whoami
#[derive(Args, Debug)]
pub struct Whoami {}

impl Run for Whoami {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let me = entered.ask(&ShowMyself {})?;
        let permissions: Vec<&str> = me
            .permissions
            .iter()
            .map(|it| Permission::as_str(*it))
            .collect();
        let store = match (me.sandbox, &me.moved_to) {
            (true, Some(to)) => format!("{} (a sandbox; moved to {to})", me.store),
            (false, Some(to)) => format!("{} (moved to {to})", me.store),
            (true, None) => format!("{} (a sandbox)", me.store),
            (false, None) => me.store.clone(),
        };
        let details = Details::new()
            .line("user", "User", Cell::maybe(me.user.as_ref(), Cell::text))
            .line("role", "Role", Cell::maybe(me.role, Cell::text))
            .line("via", "Known by", Cell::text(known_by(&me)))
            .line(
                "expires_at",
                "Until",
                Cell::maybe(me.expires_at, Cell::Time),
            )
            .line("store", "Store", Cell::text(store))
            .line("timezone", "Time zone", Cell::text(me.timezone))
            .line("currency", "Currency", Cell::text(&me.currency))
            .line("permissions", "May", Cell::text(permissions.join(", ")));
        context.out.show(&me, &details)?;
        Ok(Ending::Done)
    }
}

/// `session`, or `token cron`.
fn known_by(me: &WhoAmI) -> String {
    match &me.token {
        Some(token) => format!("{} {token}", me.via),
        None => me.via.clone(),
    }
}

/// Set your first beak with your one-time code, and log in.
///
/// An admin gives you the code. It may be typed in any case, and with or without its hyphens. Left
/// out, it is asked for, and other users of the machine do not see it. With --beak-stdin as well, -
/// reads the code's line before the beak's.
///
/// Example: popug enroll abcd-efgh-jkmn-pqrs-tuvw
#[derive(Args, Debug)]
pub struct Enroll {
    /// The code; asked for where it is left out, and - reads a line of standard input
    #[arg(value_name = "CODE")]
    code: Vec<String>,

    #[command(flatten)]
    beak: BeakArg,
}

impl Run for Enroll {
    const TAKES: Takes = Takes::NOTHING.answers::<Enrolled>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let door = context.open()?;
        let code = match self.code.as_slice() {
            [] => context.person.code()?,
            [stream] if stream == STREAM => context.person.code_line()?,
            groups => groups.concat(),
        };
        let code = Secret::given_code(&code);
        let name = door.enter(&WhoseCode { code: code.clone() })?;
        let question = format!("a beak for {name}");
        let beak = context
            .person
            .new_beak(&question, beak_from(self.beak.beak_stdin))?;
        let session = door.enter(&Enrol {
            code,
            beak: Secret::typed(beak.reveal()),
        })?;
        context.sessions(&door)?.keep(&session)?;
        let Session { user, role, .. } = session;
        let sentence = format!("{user} ({role}) is enrolled and logged in");
        let enrolled = Enrolled { user, role };
        context.out.say(&enrolled, &sentence)?;
        warn_of_token(context);
        Ok(Ending::Done)
    }
}
