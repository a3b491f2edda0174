//! `popug token`.

use clap::Args;

use crate::auth::{CreateToken, ListTokens, RevokeToken, TokenView};
use crate::cli::args::FirstArg;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Table, Tone};
use crate::kernel::moment::Moment;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::permissions::Permissions;

/// The longest that a token may last without lasting for ever.
const MOST_DAYS: u32 = 3_650;

group! {
    /// Tokens: programs that act for the company, or for a popug.
    Token {
        Create(Create),
        List(List),
        Revoke(Revoke),
    }
}

/// Make a token for a program.
///
/// It is shown this once; the program gives it as POPUG_TOKEN, or names a file that holds it in
/// POPUG_TOKEN_FILE. Whatever it does is told as token:NAME. It may what it was made for, as long
/// as whoever made it may that too, and never manages tokens or admins; acting for a popug it also
/// keeps within that popug's role of the moment. It ends when it is revoked, or by itself; a change
/// of beak leaves it alone.
///
/// Example: popug token create cron --for day.close --expires 365d
#[derive(Args, Debug)]
pub struct Create {
    /// What it is called: a letter, then letters, digits, dots, underscores or hyphens
    #[arg(value_name = "NAME")]
    name: String,

    /// What it may; `popug whoami` lists what there is
    #[arg(long = "for", value_name = "PERMISSION,…")]
    permissions: Permissions,

    /// The popug that it acts for; POPUG_AS says who makes it
    // By its id it stands in the place of the flag that stands everywhere.
    #[arg(id = "user", long = "as", value_name = "USER")]
    acts_as: Option<UserName>,

    /// How long it lasts, in days, or never
    #[arg(long, value_name = "365d|never", default_value = "365d", value_parser = lasts)]
    expires: Lasts,
}

/// For how many days; `None` for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lasts(Option<u32>);

fn lasts(text: &str) -> Result<Lasts, String> {
    if text == "never" {
        return Ok(Lasts(None));
    }
    let days = text.strip_suffix('d').and_then(|days| days.parse().ok());
    match days {
        Some(days) if (1..=MOST_DAYS).contains(&days) => Ok(Lasts(Some(days))),
        _ => Err(format!("days from 1d to {MOST_DAYS}d, or never")),
    }
}

impl Run for Create {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let created = context.enter()?.run(CreateToken {
            name: self.name,
            permissions: self.permissions,
            acts_as: self.acts_as.map(|name| name.to_string()),
            days: self.expires.0,
        })?;
        context.out.say(&created, &created.token)?;
        let until = match created.expires_at {
            Some(at) => format!("until {}", context.out.locale().zone.day_of(at)),
            None => "until it is revoked".to_owned(),
        };
        let name = &created.name;
        let note = format!("that is the token {name}, shown this once; it is good {until}");
        context.out.stderr().note(&note);
        Ok(Ending::Done)
    }
}

/// Every token that was not revoked.
///
/// When it was last used is noted once an hour. Under LOST stands what it was made for and may not
/// at the moment, since whoever made it, or whom it acts for, was demoted or has left.
///
/// Example: popug token list
#[derive(Args, Debug)]
pub struct List {
    #[command(flatten)]
    limit: FirstArg,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let tokens = context.enter()?.ask(&ListTokens {})?;
        let now = context.out.locale().now;
        let table = Table::<TokenView>::new()
            .left("name", "NAME", |token| Cell::text(&token.name))
            .flexible("for", "FOR", |token| Cell::text(&token.permissions))
            .left("as", "AS", |token| {
                Cell::maybe(token.acts_as.as_ref(), Cell::text)
            })
            .left("created_by", "MADE BY", |token| {
                Cell::text(&token.created_by)
            })
            .left("last_used_at", "LAST USED", |token| {
                Cell::maybe(token.last_used_at, Cell::Time)
            })
            .left("expires_at", "ENDS", |token| end(token.expires_at, now))
            .flexible("lost", "LOST", |token| lost(&token.lost));
        context.list_held(&tokens, self.limit.rows(), &table)
    }
}

/// What the token was made for and may not at the moment.
fn lost(permissions: &[Permission]) -> Cell {
    let words: Vec<&str> = permissions.iter().map(|it| it.as_str()).collect();
    match words.is_empty() {
        true => Cell::word("–", Tone::Dim),
        false => Cell::word(words.join(","), Tone::Bad),
    }
}

fn end(at: Option<Moment>, now: Moment) -> Cell {
    match at {
        None => Cell::word("never", Tone::Dim),
        Some(at) if at <= now => Cell::word("ended", Tone::Bad),
        Some(at) => Cell::Time(at),
    }
}

/// End a token, at once and for good.
///
/// Its name may be given again.
///
/// Example: popug token revoke cron
#[derive(Args, Debug)]
pub struct Revoke {
    /// Which
    #[arg(value_name = "NAME")]
    name: String,
}

impl Run for Revoke {
    const TAKES: Takes = Takes::of::<RevokeToken>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let revoked = context.enter()?.run(RevokeToken { name: self.name })?;
        let sentence = format!("the token {} is revoked", revoked.name);
        context.out.say(&revoked, &sentence)?;
        Ok(Ending::Done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_lasts_for_days_or_for_ever() {
        assert_eq!(lasts("365d"), Ok(Lasts(Some(365))));
        assert_eq!(lasts("never"), Ok(Lasts(None)));
        for wrong in ["", "365", "0d", "3651d", "-1d", "1y", "Never"] {
            assert!(lasts(wrong).is_err(), "{wrong}");
        }
    }
}
