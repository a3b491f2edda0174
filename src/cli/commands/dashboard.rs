//! `popug dashboard`, and `popug` alone on a terminal.

use std::io::{self, IsTerminal};
use std::time::Duration;

use clap::Args;

use crate::auth::Secret;
use crate::cli::context::{Context, Ending, Run, WAIT_SECONDS};
use crate::cli::error::CliError;
use crate::cli::logging::Covered;
use crate::cli::output::Paint;
use crate::cli::sessions::{SessionError, Sessions};
use crate::dashboard::{self, Depth, Hands, Manner, Mouse, Opening, Start, Theme};
use crate::kernel::shell::quoted;

/// Everything on one screen: tasks, money, and what goes on.
///
/// What a popug may not see is not shown. `?` lists the keys, `:` finds every action by its name,
/// and whatever moves money says exactly how before `y` does it. Without a session it asks for a
/// name and a beak. `popug` alone, on a terminal, is the same.
///
/// Example: popug dashboard --read-only
#[derive(Args, Debug, Default)]
pub struct Dashboard {
    /// Change nothing: for a screen on a wall
    #[arg(long)]
    read_only: bool,
}

impl Run for Dashboard {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(CliError::Usage {
                message: "the dashboard needs a terminal".to_owned(),
                hint: Some("--help lists the commands for scripts".to_owned()),
            });
        }
        let door = context.open()?;
        let sessions = context.sessions(&door)?;
        let (token, name) = known(context, &sessions)?;
        let hands = if self.read_only {
            Hands::Tied
        } else {
            Hands::Free
        };
        let opening = Opening {
            place: context.place()?,
            wait: Duration::from_secs(context.global.wait.unwrap_or(WAIT_SECONDS)),
            world: context.world,
            mail: context.settings.mail.clone(),
            hands,
        };
        drop(door);
        let manner = manner(context, hands)?;
        let mouse = context.settings.screen.mouse.unwrap_or_default();
        let (_covered, warnings) = Covered::by_screen();
        dashboard::run(Start {
            opening,
            token,
            name,
            keep: Box::new(move |session| {
                let kept = sessions.keep(session);
                kept.map_err(|error| error.to_string())
            }),
            manner,
            mouse: if mouse { Mouse::Taken } else { Mouse::Left },
            warnings,
        })?;
        Ok(Ending::Done)
    }
}

/// What proves who sits there, or the name to ask for a beak with.
fn known(
    context: &Context,
    sessions: &Sessions,
) -> Result<(Option<Secret>, Option<String>), CliError> {
    if let Some(token) = &context.settings.token {
        return Ok((Some(Secret::given(token.reveal())), None));
    }
    let user = context.user()?;
    match sessions.token(user.as_ref()) {
        Ok(token) => Ok((Some(token), None)),
        Err(SessionError::Nobody) => Ok((None, None)),
        Err(SessionError::NotHere(name)) => Ok((None, Some(name.to_string()))),
        Err(error) => Err(error.into()),
    }
}

/// What the settings say of keys and colours.
fn manner(context: &Context, hands: Hands) -> Result<Manner, CliError> {
    let screen = &context.settings.screen;
    let depth = match context.out.paint() {
        Paint::Plain => Depth::None,
        Paint::Colours => Depth::Colours,
    };
    let keymap = dashboard::keymap(&screen.keys);
    let theme = Theme::with(depth, &screen.theme);
    Ok(Manner {
        keymap: keymap.map_err(|error| CliError::usage(format!("[dashboard.keys]: {error}")))?,
        theme: theme.map_err(|error| CliError::usage(format!("[dashboard.theme]: {error}")))?,
        hands,
        program: called(context)?,
    })
}

/// The program as it was called, with what says where and as whom; no password is shown.
fn called(context: &Context) -> Result<String, CliError> {
    let mut words = vec![context.program.display().to_string()];
    if context.global.demo {
        words.push("--demo".to_owned());
    } else if context.global.store.is_some() {
        words.extend(["--store".to_owned(), context.place()?.to_string()]);
    }
    if let Some(name) = &context.global.user {
        words.extend(["--as".to_owned(), name.to_string()]);
    }
    let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
    Ok(words.join(" "))
}
