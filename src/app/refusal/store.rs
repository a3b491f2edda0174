//! The refusals of the store.

use crate::app::kind::Kind;
use crate::app::refusal::{Verdict, hinted};
use crate::kernel::shell::quoted;
use crate::store::{AddressError, PARAMETERS, SchemaError, ServerError, StoreError};

#[expect(
    clippy::too_many_lines,
    reason = "a flat list with a line for each failure, which two functions would only part"
)]
pub(super) fn verdict(error: &StoreError) -> Verdict {
    let hint = match error {
        StoreError::Present(_) => {
            let hint = "log in to it with `popug login`, or name another with --store";
            return hinted(Kind::Conflict, hint);
        }
        StoreError::FileThere(_) => return hinted(Kind::Conflict, "name another file"),
        StoreError::Unshared(misfit) => {
            let mending = misfit.mending();
            let hint = format!(
                "name a store in a directory of its own; or where all of it is to be the group's: {mending}"
            );
            return (Kind::Conflict, Some(hint));
        }
        StoreError::Occupied(error) => return (Kind::Conflict, verdict(error).1),
        StoreError::InUse(_) => {
            let hint = "make a backup of it: `popug backup FILE --store STORE`";
            return hinted(Kind::Conflict, hint);
        }
        StoreError::Moved(_) => {
            let hint = "name the new one with --store or POPUG_STORE";
            return hinted(Kind::Conflict, hint);
        }
        StoreError::OfFiles { instead, .. } => {
            return (Kind::Conflict, Some(format!("`{instead}`")));
        }
        StoreError::Diverged { .. } => {
            let hint =
                "go on with one of them alone, or move the copy out of the way and copy anew";
            return hinted(Kind::Conflict, hint);
        }
        StoreError::NothingLost => return (Kind::Conflict, None),
        StoreError::NoBackup(_) => {
            return hinted(Kind::NotFound, "`popug backup FILE` makes one");
        }
        StoreError::NotOwner(_) => {
            let hint = "whoever owns the store can do this; an admin can let a popug enrol: `popug user enroll NAME`";
            return hinted(Kind::Forbidden, hint);
        }
        StoreError::Stopped => return (Kind::Failure, None),
        StoreError::Address(_) => {
            let hint = "for example --store popug.db or --store postgres://HOST/DATABASE";
            return hinted(Kind::Usage, hint);
        }
        StoreError::Url(error) => return (Kind::Usage, url_hint(error)),
        StoreError::Schema(error @ SchemaError::NotOwner { .. }) => {
            return (Kind::Forbidden, Some(schema_hint(error)));
        }
        StoreError::Schema(error) => return (Kind::Unavailable, Some(schema_hint(error))),
        StoreError::Server(error) => return (Kind::Unavailable, server_hint(error)),
        StoreError::SecondName { path, why } => return (Kind::Unavailable, Some(why.hint(path))),
        StoreError::Engine(_) | StoreError::Constraint(_) | StoreError::Sql(_) => {
            return (Kind::Unavailable, None);
        }
        StoreError::Missing(_) => {
            "make one with `popug init`, look around with `popug demo`, or name another with --store"
        }
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
        StoreError::File { .. } => "see whether its directory is there and may be written to",
        StoreError::Unsound { .. } => "take another backup",
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
    };
    hinted(Kind::Unavailable, hint)
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
