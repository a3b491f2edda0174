//! What somebody can do about a failure.

use crate::accounting::{self, AccountingError};
use crate::app::error::AppError;
use crate::app::settings::{SettingError, SettingKey};
use crate::auth::{AuthError, TokenError};
use crate::kernel::actor::Actor;
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;
use crate::kernel::shell::quoted;
use crate::store::{AddressError, PARAMETERS, SchemaError, ServerError, StoreError};
use crate::tasks::TaskError;

/// What a token without a popug behind it can do.
const NO_POPUG: &str = "a token made with `--as USER` acts for one";

/// So many keystrokes away a word is taken for a slip.
const NEAR: usize = 3;

impl AppError {
    /// What to do about it, where something can be done.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Forbidden { actor, permission } => Some(what_may(actor, *permission)),
            Self::NoSandbox => {
                Some("leave them out, or try things on a sandbox: `popug demo`".to_owned())
            }
            Self::KeyUsed(_) => Some("use a key of its own for each request".to_owned()),
            Self::KeyRefused(_) | Self::KeyOnDryRun => Some("leave --key out".to_owned()),
            Self::ManyDays { through, .. } => Some(format!(
                "if it is, say so: `popug day close --date {through}`"
            )),
            Self::ClosedThrough { .. } => {
                Some("close again: what is closed stays closed".to_owned())
            }
            Self::NowhereForLetters => Some(
                "name one with its whole path: `popug setting set mail maildir:/var/mail/popug`"
                    .to_owned(),
            ),
            Self::Unsound { .. } => {
                Some("`popug doctor` tells all of it; the store goes on as it was".to_owned())
            }
            Self::DamagedBackup { .. } => Some(
                "it is left alone; take another backup, or, as a last resort, restore this one as it \
                 is with --damaged and look at it with `popug doctor`"
                    .to_owned(),
            ),
            Self::Auth(error) => auth_hint(error),
            Self::Task(error) => task_hint(error),
            Self::Accounting(AccountingError::NobodysAccount(_)) => Some(NO_POPUG.to_owned()),
            Self::Accounting(AccountingError::ClosedAhead { .. }) => {
                Some(accounting::CLOSED.to_owned())
            }
            Self::Store(error) => store_hint(error),
            Self::PaymentTarget(_) => Some("set it to none".to_owned()),
            Self::MailTarget(_) => Some("set it to maildir or maildir:PATH".to_owned()),
            Self::Setting(error) => setting_hint(error),
            Self::NoDay(_) => Some("set the clock, or name another time zone".to_owned()),
            Self::Zone(_)
            | Self::Currency(_)
            | Self::Range(_)
            | Self::Json(_)
            | Self::Accounting(_)
            | Self::Analytics(_)
            | Self::Delivery(_)
            | Self::Log(_) => None,
        }
    }
}

/// Who may, or which token would.
fn what_may(actor: &Actor, permission: Permission) -> String {
    match actor {
        // No token is made for tokens.
        _ if permission == Permission::TokenManage => who_may(permission),
        Actor::Token { permissions, .. } if !permissions.contain(permission) => {
            // These are of use with an account alone.
            let of_somebody = matches!(
                permission,
                Permission::TaskCreate | Permission::TaskClose | Permission::AccountOwn
            );
            let acting = if of_somebody { " --as USER" } else { "" };
            format!(
                "it takes a token made for it: `popug token create NAME --for {permission}{acting}`"
            )
        }
        Actor::System | Actor::Popug { .. } | Actor::Token { .. } => who_may(permission),
    }
}

/// `managers and admins may`.
fn who_may(permission: Permission) -> String {
    let roles: Vec<&str> = Role::ALL
        .into_iter()
        .filter(|role| permission.belongs_to(*role))
        .map(|role| match role {
            Role::Admin => "admins",
            Role::Manager => "managers",
            Role::Accountant => "accountants",
            Role::Worker => "workers",
        })
        .collect();
    format!("{} may", roles.join(" and "))
}

fn setting_hint(error: &SettingError) -> Option<String> {
    match error {
        SettingError::Unknown(key) => Some(settings_like(key)),
        SettingError::PriceOrder { .. } => Some("move the other end of the range first".to_owned()),
        SettingError::Home(_) => Some("write the whole path, as maildir:/home/…".to_owned()),
        SettingError::GatewayOverridden => Some("leave POPUG_PAYMENTS out".to_owned()),
        SettingError::Zone(_)
        | SettingError::Currency(_)
        | SettingError::CurrencyFixed(_)
        | SettingError::Price { .. }
        | SettingError::Mail(_)
        | SettingError::MailFrom(_)
        | SettingError::Payments(_)
        | SettingError::Text(_) => None,
    }
}

/// The settings that there are, behind the nearest one where one is near.
fn settings_like(typed: &str) -> String {
    let keys = SettingKey::ALL.map(SettingKey::as_str);
    let all = format!("the settings are {}", keys.join(", "));
    let distance = |key: &&str| strsim::osa_distance(key, &typed.to_lowercase());
    match keys.into_iter().min_by_key(distance) {
        Some(near) if distance(&near) <= NEAR => format!("did you mean {near}? {all}"),
        Some(_) | None => all,
    }
}

fn auth_hint(error: &AuthError) -> Option<String> {
    let hint = match error {
        AuthError::SessionIdle(name) => return Some(format!("log in: `popug login {name}`")),
        AuthError::SessionEnded => "log in: `popug login NAME`",
        AuthError::WrongCode => "ask an admin for a new one",
        AuthError::Unknown(_) => "`popug user list` shows everybody",
        AuthError::LastAdmin(_) => "make another admin first",
        AuthError::NoPopug(_) => NO_POPUG,
        AuthError::NotActive(_) => "make it active first: `popug user set NAME --active true`",
        AuthError::WrongBeak
        | AuthError::WrongOldBeak
        | AuthError::Blocked { .. }
        | AuthError::ShortBeak { .. }
        | AuthError::LongBeak(_)
        | AuthError::Taken(_)
        | AuthError::Twice { .. }
        | AuthError::Lines(_)
        | AuthError::NoChange
        | AuthError::Email(_)
        | AuthError::Hash(_)
        | AuthError::Name(_)
        | AuthError::Role(_)
        | AuthError::Text(_)
        | AuthError::Entropy(_)
        | AuthError::Log(_) => return None,
        AuthError::Token(error) => return token_hint(error),
        AuthError::Store(error) => return store_hint(error),
    };
    Some(hint.to_owned())
}

fn token_hint(error: &TokenError) -> Option<String> {
    let hint = match error {
        TokenError::Unknown => {
            "look at POPUG_TOKEN; an admin makes a token: `popug token create NAME --for PERMISSION`"
        }
        TokenError::Revoked(_) | TokenError::Expired { .. } => {
            "an admin makes another: `popug token create NAME --for PERMISSION`"
        }
        TokenError::OfLeaver { .. } => "an admin makes one for somebody else, or for nobody",
        TokenError::MadeByLeaver { .. } => "an admin who stays makes it anew",
        TokenError::Beyond { .. } => "an admin who is logged in may",
        TokenError::RoleChanged(_) => "try again",
        TokenError::ForTokens => "tokens are made by admins who are logged in",
        TokenError::BeyondRole { .. } => "`popug user set NAME --role ROLE` changes a role",
        TokenError::Taken(_) => "choose another name, or end it: `popug token revoke NAME`",
        TokenError::Missing(_) => "`popug token list` shows all",
        TokenError::NotYoursToGive(_) => return None,
    };
    Some(hint.to_owned())
}

fn task_hint(error: &TaskError) -> Option<String> {
    let hint = match error {
        TaskError::EmptyPool => {
            "an admin makes one: `popug user add NAME --role worker --email ADDRESS`"
        }
        TaskError::NoPopug(_) => NO_POPUG,
        TaskError::NotYours { .. } => "`popug mine` lists your own",
        TaskError::UnknownDraw(_) => "`popug draw list` shows all",
        TaskError::NoIds => "`popug mine` lists your own",
        TaskError::TwoRows { .. } => "give each row a key of its own",
        TaskError::Unknown(_)
        | TaskError::UnknownUser(_)
        | TaskError::NotYoursToEdit { .. }
        | TaskError::ClosedAlready(_)
        | TaskError::NoChange
        | TaskError::TwoTickets { .. }
        | TaskError::Ticket(_)
        | TaskError::Text(_)
        | TaskError::Range(_)
        | TaskError::NeverCreated(_)
        | TaskError::NoRows
        | TaskError::Row(_)
        | TaskError::NoZone
        | TaskError::Entropy(_)
        | TaskError::Log(_) => return None,
        TaskError::Store(error) => return store_hint(error),
    };
    Some(hint.to_owned())
}

#[expect(
    clippy::too_many_lines,
    reason = "a flat list with a line for each failure, which two functions would only part"
)]
fn store_hint(error: &StoreError) -> Option<String> {
    let hint = match error {
        StoreError::Missing(_) => {
            "make one with `popug init`, look around with `popug demo`, or name another with --store"
        }
        StoreError::Present(_) => "log in to it with `popug login`, or name another with --store",
        StoreError::Address(_) => {
            "for example --store popug.db or --store postgres://HOST/DATABASE"
        }
        StoreError::Url(error) => return url_hint(error),
        StoreError::Server(error) => return server_hint(error),
        StoreError::Foreign(_) => "name a store with --store or POPUG_STORE",
        StoreError::Dangling { .. } => {
            "bring back what it leads to, remove the link, or name another store with --store"
        }
        StoreError::TooNew { .. } => "use the popug that upgraded it, or a newer one",
        StoreError::ToUpgrade { .. } => "upgrade it with `popug store upgrade`",
        StoreError::NetworkFilesystem { .. } => "put the store on a local disk",
        StoreError::Busy(_) | StoreError::Locked(_) | StoreError::Recovering => {
            "try again, or wait longer with --wait SECONDS"
        }
        StoreError::Occupied(error) => return store_hint(error),
        StoreError::Unshared(misfit) => {
            let mending = misfit.mending();
            return Some(format!(
                "name a store in a directory of its own; or where all of it is to be the group's: {mending}"
            ));
        }
        StoreError::FileThere(_) => "name another file",
        StoreError::File { .. } => "see whether its directory is there and may be written to",
        StoreError::NoBackup(_) => "`popug backup FILE` makes one",
        StoreError::InUse(_) => "make a backup of it: `popug backup FILE --store STORE`",
        StoreError::Unsound { .. } => "take another backup",
        StoreError::NotOwner(_) => {
            "whoever owns the store can do this; an admin can let a popug enrol: `popug user enroll NAME`"
        }
        StoreError::Moved(_) => "name the new one with --store or POPUG_STORE",
        StoreError::OfFiles { instead, .. } => return Some(format!("`{instead}`")),
        StoreError::Schema(error) => return Some(schema_hint(error)),
        StoreError::Diverged { .. } => {
            "go on with one of them alone, or move the copy out of the way and copy anew"
        }
        StoreError::NoSchema(_) => {
            "make it, `CREATE SCHEMA NAME`, or name another: options=-csearch_path%3DNAME"
        }
        StoreError::Unlike(_) | StoreError::Uneven { .. } => {
            "nothing was copied; the store goes on as it was"
        }
        StoreError::Lost(_) => "nothing was changed; try again, or look at the server",
        StoreError::GaveWay(_) => "nothing was changed; try again",
        StoreError::Unconfirmed => "look whether it was done before you do it again",
        StoreError::Full(_) | StoreError::NoRoom(_) => {
            "make room and try again; nothing was changed"
        }
        StoreError::Denied { .. } | StoreError::ReadOnly => "ask whoever owns the file for access",
        StoreError::SecondName { path, why } => return Some(why.hint(path)),
        StoreError::ReadOnlyPlace(_) => {
            "it can be read; to write, mount it writable, or work on a copy: `popug backup FILE`, \
             then `popug restore FILE --store STORE`"
        }
        StoreError::ReadOnlyWal(_) => {
            "mount it writable and look at it once, which takes the -wal in, or copy the store with \
             its -wal to where it can be written"
        }
        StoreError::Id(_) => {
            "somebody changed it by hand: put a backup in its place, `popug restore FILE`"
        }
        StoreError::LostCommits { .. } => {
            "look with `popug doctor`, keep a copy of the store and its -wal file, then go on \
             without what is lost: `popug store accept-loss`"
        }
        StoreError::Io(_) => {
            "nothing was changed; look at the disk, and save what it still gives: `popug backup FILE`"
        }
        StoreError::Trouble(_) => "nothing was changed; look at the server's log",
        StoreError::Damaged(_) | StoreError::Column { .. } | StoreError::NoRow(_) => {
            "look with `popug doctor`; move the store's files aside and put a backup in their \
             place: `popug restore FILE`"
        }
        StoreError::NothingLost
        | StoreError::Stopped
        | StoreError::Engine(_)
        | StoreError::Constraint(_)
        | StoreError::Sql(_) => return None,
    };
    Some(hint.to_owned())
}

fn url_hint(error: &AddressError) -> Option<String> {
    match error {
        AddressError::Unknown(_) => Some(format!("there are {}", PARAMETERS.join(", "))),
        // The likeliest reason is a letter of the password that means something else in a URL.
        AddressError::StrayAt | AddressError::Encoding | AddressError::Host => Some(
            "in a user's name and a password write @ as %40, : as %3A, / as %2F, ? as %3F, % as %25"
                .to_owned(),
        ),
        AddressError::RootUnused(_) => {
            Some("leave it out, or say sslmode=verify-full".to_owned())
        }
        AddressError::RootNeeded(_) => {
            Some("or let the name count as well: sslmode=verify-full".to_owned())
        }
        AddressError::Words => Some(
            "write postgres://USER@HOST:PORT/DATABASE?NAME=VALUE; the password may stand in ~/.pgpass"
                .to_owned(),
        ),
        AddressError::NoUser => Some("name one: postgres://USER@…".to_owned()),
        AddressError::Scheme => Some(
            "write postgres://HOST/DATABASE; a file of such a name is ./NAME".to_owned(),
        ),
        AddressError::Pairs
        | AddressError::Value { .. }
        | AddressError::Count { .. } => None,
    }
}

fn schema_hint(error: &SchemaError) -> String {
    match error {
        SchemaError::NotOwner { owner, .. } => {
            format!("connect as that role: --store postgres://{owner}@…")
        }
        SchemaError::Forbidden(_) => {
            "the tables' owner grants it, after each upgrade again: examples/postgresql-roles.sql"
                .to_owned()
        }
        SchemaError::Absent { schema, .. } => format!(
            "make it, `CREATE SCHEMA {schema}` in psql, or name another: ?options=-csearch_path%3DNAME"
        ),
        SchemaError::Closed { schema, role } => format!(
            "whoever owns it lets the role in: `GRANT USAGE ON SCHEMA {schema} TO {role}` in psql"
        ),
        SchemaError::NoRoom { schema, role } => format!(
            "whoever owns it allows it, `GRANT CREATE ON SCHEMA {schema} TO {role}` in psql; or name \
             another: ?options=-csearch_path%3DNAME"
        ),
        SchemaError::Encoding(_) => {
            "make another: `createdb --encoding=UTF8 --template=template0 NAME`".to_owned()
        }
    }
}

fn server_hint(error: &ServerError) -> Option<String> {
    let hint = match error {
        ServerError::Unreachable { .. } | ServerError::Silent(_) | ServerError::Unknown { .. } => {
            "is the address right, does the server run, does it listen there?"
        }
        ServerError::NotReady { .. } | ServerError::TooMany { .. } => {
            "try again, or wait longer with --wait SECONDS"
        }
        ServerError::ReadOnly(_) => {
            "name all servers, and the one that takes writes is found: postgres://HOST,HOST/…"
        }
        ServerError::NoPassword { .. } => {
            "give it by PGPASSWORD, a line in ~/.pgpass, or the URL in POPUG_STORE_FILE"
        }
        ServerError::WrongPassword { .. } => {
            "look at the URL, PGPASSWORD and ~/.pgpass, in this order; an unknown role is told so too"
        }
        ServerError::NoRole { .. } => "make the role, or name another: postgres://USER@…",
        ServerError::NoDatabase { database, .. } => {
            return Some(format!("make it: `createdb {}`", quoted(database)));
        }
        ServerError::NoTls(_) => "switch TLS on there, or do without: sslmode=prefer",
        ServerError::Untrusted { .. } => {
            "name the authority that is to be trusted: sslrootcert=PATH"
        }
        ServerError::OtherName { .. } => {
            "name the server as its certificate does, or look at the authority alone: \
             sslmode=verify-ca&sslrootcert=PATH"
        }
        ServerError::Roots { .. } => "see whether sslrootcert names a file with certificates (PEM)",
        ServerError::NoRoots(_) => "name a file with authorities: sslrootcert=PATH",
        ServerError::All(refusals) => return refusals.iter().rev().find_map(server_hint),
        ServerError::Tls { .. } | ServerError::Refused { .. } => return None,
    };
    Some(hint.to_owned())
}
