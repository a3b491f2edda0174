//! `popug store`: upgrading a store, moving it, and going on after it has lost something.

mod copy;

use clap::Args;

use crate::app::{AcceptedLoss, Upgraded};
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::stop::stoppable;
use crate::store::{Place, SCHEMA};

group! {
    /// Upgrade the store, move it, or go on after it has lost something.
    Store {
        Upgrade(Upgrade),
        Copy(copy::Copy),
        AcceptLoss(AcceptLoss),
    }
}

/// What has moved is still there, to be read, kept and upgraded; but that is not where work goes on.
pub(super) fn warn_of_move(context: &mut Context, moved_to: Option<String>) {
    if let Some(to) = moved_to {
        let stderr = context.out.stderr();
        stderr.warn(&format!(
            "this store has moved to {to}, and is written no more"
        ));
    }
}

/// Bring a store of an older popug to the schema of this one.
///
/// A backup is made first, beside the store; of a PostgreSQL store pg_dump makes one, and only the
/// role that owns its tables upgrades it. Whoever works with an older popug is refused from then on. Asks first; a store that needs none is left as it is. Needs no login.
///
/// Example: popug store upgrade --yes
#[derive(Args, Debug)]
pub struct Upgrade {}

impl Run for Upgrade {
    const TAKES: Takes = Takes::NOTHING.answers::<Upgraded>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let Self {} = self;
        let keeping = context.keep()?;
        let from = keeping.schema()?;
        if from < SCHEMA {
            keeping.check_upgrader()?;
            warn_of_move(context, keeping.moved_to()?);
            let question = question(keeping.place(), from);
            context.person.confirm(&question, context.consent())?;
        }
        let upgraded = stoppable(&context.work, |work| Ok(keeping.upgrade(work)?))?;
        let Upgraded {
            store, from, to, ..
        } = &upgraded;
        let sentence = match &upgraded.backup {
            None if from == to => format!("{store} has schema {to}, the newest: nothing to do"),
            None => format!("{store} has schema {to} now; it had schema {from}"),
            Some(backup) => {
                format!("{store} has schema {to} now; as it was with schema {from} it is {backup}")
            }
        };
        context.out.say(&upgraded, &sentence)?;
        if let (Place::Postgres(_), true) = (keeping.place(), from < to) {
            context.out.stderr().hint(GRANT_AGAIN);
        }
        Ok(Ending::Done)
    }
}

/// New tables are their owner's alone.
const GRANT_AGAIN: &str = "where other roles work with it, grant them their rights again: \
                           examples/postgresql-roles.sql";

/// Whoever says yes knows whether there is a way back.
fn question(place: &Place, from: i64) -> String {
    match place {
        Place::File(_) => format!("back {place} up and upgrade it from schema {from} to {SCHEMA}?"),
        Place::Postgres(_) => format!(
            "upgrade {place} from schema {from} to {SCHEMA}, without a backup but your own?"
        ),
    }
}

/// Go on without commits that were acknowledged and lost.
///
/// After a lost WAL writes are refused. This says what is missing, asks, records it in the log for
/// good, and lets writes go on. Look with `popug doctor` and keep a copy of the store's files first.
/// For the owner of the store's file; needs no login.
///
/// Example: popug store accept-loss --yes
#[derive(Args, Debug)]
pub struct AcceptLoss {}

impl Run for AcceptLoss {
    const TAKES: Takes = Takes::NOTHING.answers::<AcceptedLoss>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let Self {} = self;
        let keeping = context.keep()?;
        let loss = keeping.acceptable_loss()?;
        let question = format!(
            "event {} was acknowledged, and the log ends at {}: go on without what is missing?",
            loss.acknowledged, loss.found
        );
        context.person.confirm(&question, context.consent())?;
        let accepted = keeping.accept_loss()?;
        let sentence = format!(
            "{} goes on from event {}, though event {} had been acknowledged; event {} records it",
            accepted.store, accepted.seq, accepted.acknowledged, accepted.recorded
        );
        context.out.say(&accepted, &sentence)?;
        Ok(Ending::Done)
    }
}
