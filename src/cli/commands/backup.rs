//! `popug backup` and `popug restore`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::app::{self, AppError, BackedUp, Restored};
use crate::cli::args::named_path;
use crate::cli::commands::directory::{make_directory, whose};
use crate::cli::commands::store::warn_of_move;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::stop::stoppable;
use crate::store::{Accepts, Place, Restoring, SCHEMA, StoreError};

/// Copy the store into one file, while everybody goes on working.
///
/// It holds everything that was acknowledged before it began, is checked before it gets its name,
/// and readable by its owner alone. A file that is there is left alone. Of a PostgreSQL store pg_dump
/// makes a copy; this says what to type. Needs no login.
///
/// Example: popug backup monday.backup
#[derive(Args, Debug)]
pub struct Backup {
    /// The file to make
    #[arg(value_name = "FILE", value_parser = named_path())]
    file: PathBuf,
}

impl Run for Backup {
    const TAKES: Takes = Takes::NOTHING.answers::<BackedUp>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let keeping = context.keep()?;
        warn_of_move(context, keeping.moved_to()?);
        if let Some(loss) = keeping.loss()? {
            context.out.stderr().warn(&format!(
                "the store has lost commits: event {} was acknowledged, and the backup ends at {}",
                loss.acknowledged, loss.found
            ));
        }
        let made = stoppable(&context.work, |work| Ok(keeping.back_up(&self.file, work)?))?;
        let BackedUp {
            file,
            seq,
            hash,
            bytes,
            ..
        } = &made;
        let size = size(*bytes);
        let sentence = format!("{file} holds the store up to event {seq} ({size}), hash {hash}");
        context.out.say(&made, &sentence)?;
        Ok(Ending::Done)
    }
}

/// Make a store out of a backup.
///
/// It is examined first, as `doctor` would examine the store that it makes: where something is
/// wrong, it is left alone. The store is made where --store says, or in the default place, where
/// there must be none. Sessions, queues and everything else stand as they stood in the backup. Where
/// the store that lay there had acknowledged more than the backup holds, it asks first. On
/// PostgreSQL pg_restore brings a copy back; this says what to type. Needs no login.
///
/// Example: popug restore monday.backup --store restored.db
#[derive(Args, Debug)]
pub struct Restore {
    /// The backup
    #[arg(value_name = "FILE", value_parser = named_path())]
    file: PathBuf,

    /// A group that shares the store: its file gets mode 0660, its directory 2770
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,

    /// As it is, whatever is wrong with it: the last resort
    #[arg(long)]
    damaged: bool,
}

impl Run for Restore {
    const TAKES: Takes = Takes::NOTHING.answers::<Restored>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let place = context.place()?;
        let whose = whose(self.group.as_deref())?;
        let restoring =
            Restoring::begin(&place, &self.file).map_err(|error| self.refused(error, &place))?;
        if let Some(loss) = restoring.loss() {
            let question = format!(
                "event {} was acknowledged here, and the backup ends at {}: restore it without \
                 what is missing?",
                loss.acknowledged, loss.found
            );
            context.person.confirm(&question, context.consent())?;
        }
        let absent = absent_directories(&place);
        if let Place::File(file) = &place {
            make_directory(context, file, &whose)?;
        }
        let accepts = self.accepts();
        let world = context.world;
        let bar = context.watch();
        let restored = stoppable(&context.work, |work| {
            let wanted = (&whose, accepts);
            Ok(app::restore(restoring, &place, wanted, &world, work)?)
        });
        drop(bar);
        let restored = restored.inspect_err(|_| remove(&absent))?;
        let moved_to = context.keep_at(&place)?.moved_to()?;
        let ending = tell(context, &restored)?;
        warn_of_move(context, moved_to);
        if accepts == Accepts::Damaged {
            let stderr = context.out.stderr();
            stderr.warn("the backup was not examined");
            stderr.hint("look at what has come of it with `popug doctor`");
        }
        Ok(ending)
    }
}

impl Restore {
    const fn accepts(&self) -> Accepts {
        if self.damaged {
            Accepts::Damaged
        } else {
            Accepts::Whole
        }
    }

    /// Why nothing is restored, with what can be done about it here.
    fn refused(&self, error: StoreError, place: &Place) -> CliError {
        let hint = match (&error, place) {
            (StoreError::Present(_), Place::File(_)) => {
                "it is left alone; restore elsewhere with --store, or move it aside with what lies \
                 beside it"
            }
            (StoreError::Present(_), Place::Postgres(_)) => {
                "it is left alone; restore elsewhere with --store"
            }
            (StoreError::Foreign(_), _) => "name a file that `popug backup` made",
            (StoreError::Occupied(_), _) => return AppError::Store(error).into(),
            _ if self.damaged => return AppError::Store(error).into(),
            _ => return app::of_backup(&self.file, error.into()).into(),
        };
        let (error, hint) = (error.into(), hint.into());
        CliError::Refused { error, hint }
    }
}

fn tell(context: &mut Context, restored: &Restored) -> Result<Ending, CliError> {
    let Restored {
        store, seq, hash, ..
    } = restored;
    let sentence = format!("{store} is the store, restored up to event {seq}, hash {hash}");
    context.out.say(restored, &sentence)?;
    if restored.schema < SCHEMA {
        context
            .out
            .stderr()
            .hint("it is of an older popug; upgrade it with `popug store upgrade`");
    }
    Ok(Ending::Done)
}

/// The directories of a store that are not there yet, the innermost first.
fn absent_directories(place: &Place) -> Vec<PathBuf> {
    let above = place.directory().into_iter().flat_map(Path::ancestors);
    let absent = above.take_while(|it| !it.as_os_str().is_empty() && !it.exists());
    absent.map(Path::to_owned).collect()
}

/// Nothing is left of a store that was not made; what others use meanwhile stays.
fn remove(directories: &[PathBuf]) {
    let mut gone = directories.iter().map(fs::remove_dir);
    let _ = gone.find(Result::is_err);
}

/// `268 KiB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{} KiB", bytes.div_ceil(1_024)),
        _ => format!("{} MiB", bytes.div_ceil(1_048_576)),
    }
}
