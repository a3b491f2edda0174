//! `popug init`.

use clap::Args;
use serde::{Deserialize, Serialize};

use crate::app::{self, AppError, Founding};
use crate::auth::{Beak, NewUser};
use crate::cli::args::BeakArg;
use crate::cli::commands::directory::{make_directory, whose};
use crate::cli::context::{Context, Ending, Run, Takes, beak_from};
use crate::cli::error::CliError;
use crate::kernel::day::Zone;
use crate::kernel::money::Currency;
use crate::kernel::name::UserName;
use crate::kernel::role::Role;
use crate::store::Place;

/// Make a store and its first admin.
///
/// The admin is logged in. What is missing is asked for. A store that is there already is left
/// alone.
///
/// Example: popug init --admin polly --email polly@uberpopug.example --timezone Europe/Berlin
#[derive(Args, Debug)]
pub struct Init {
    /// The first admin's name
    #[arg(long, value_name = "NAME")]
    admin: Option<String>,

    /// Where the admin's letters go
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,

    #[command(flatten)]
    beak: BeakArg,

    /// Where midnight is [default: this machine's time zone]
    #[arg(long, value_name = "TZ")]
    timezone: Option<Zone>,

    /// What is paid in, as in ISO 4217
    #[arg(long, value_name = "CURRENCY", default_value = "USD")]
    currency: Currency,

    /// A group that shares the store: its file gets mode 0660, its directory 2770
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
}

/// What was made.
#[derive(Debug, Serialize, Deserialize)]
struct Made {
    store: String,
    store_id: String,
    admin: UserName,
}

impl Run for Init {
    const TAKES: Takes = Takes::NOTHING.answers::<Made>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let place = context.place()?;
        app::check_absent(&place)?;
        let whose = whose(self.group.as_deref())?;
        if self.group.is_some() && place.as_file().is_none() {
            return Err(CliError::usage("--group is for stores that are files"));
        }
        let timezone = self.timezone.unwrap_or_else(machine_zone);
        let now = app::moment_at(&place, context.world.clock)?;
        timezone.check_day_of(now).map_err(AppError::NoDay)?;
        let name = match self.admin {
            Some(name) => name,
            None => context
                .person
                .value("the admin's name", login_name().as_deref())?,
        };
        let email = match self.email {
            Some(email) => email,
            None => context.person.value("the admin's e-mail", None)?,
        };
        let admin = NewUser::parse(&name, Role::Admin, &email, None).map_err(AppError::Auth)?;
        let beak = context
            .person
            .new_beak("beak", beak_from(self.beak.beak_stdin))?;
        let beak = Beak::new(beak.reveal()).map_err(AppError::Auth)?;

        if let Place::File(file) = &place {
            make_directory(context, file, &whose)?;
        }
        let founding = Founding {
            store_id: app::new_id(&context.world, &place.name())?,
            admin,
            beak,
            timezone,
            currency: self.currency,
            whose,
            sandbox: context.world.is_given(),
        };
        let founded = app::found(&place, &context.world, &founding)?;
        context
            .sessions_of(&founded.store_id)?
            .keep(&founded.session)?;
        let made = Made {
            store: place.to_string(),
            store_id: founded.store_id,
            admin: founded.session.user,
        };
        tell(context, &made, &place)
    }
}

fn tell(context: &mut Context, made: &Made, place: &Place) -> Result<Ending, CliError> {
    let sentence = format!(
        "{} is the store; {} is its admin and logged in",
        made.store, made.admin
    );
    context.out.say(made, &sentence)?;
    let store = match context.global.store {
        Some(_) => format!(" --store {}", place.to_type()),
        None => String::new(),
    };
    let mut next = vec![
        "user add kesha --role worker --email kesha@uberpopug.example",
        "add '[POPUG-1] Oil the perch'",
        "task list",
    ];
    if context.settings.mail.is_none() && place.as_file().is_none() {
        // Nothing lies beside a database.
        next.push("setting set mail maildir:/var/mail/popug");
    }
    let next = next.iter().map(|next| format!("popug {next}{store}"));
    let next = next.collect::<Vec<_>>().join("\n");
    context.out.stderr().hint(&format!("next:\n{next}"));
    Ok(Ending::Done)
}

/// The machine's own time zone, UTC where it does not say.
fn machine_zone() -> Zone {
    let name = iana_time_zone::get_timezone().ok();
    name.and_then(|name| name.parse().ok()).unwrap_or(Zone::UTC)
}

/// Who runs the program, as a proposal for the admin's name.
fn login_name() -> Option<String> {
    let user = nix::unistd::User::from_uid(nix::unistd::getuid())
        .ok()
        .flatten()?;
    user.name
        .parse::<UserName>()
        .ok()
        .map(|name| name.to_string())
}
