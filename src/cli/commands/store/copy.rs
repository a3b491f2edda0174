//! `popug store copy`.

use clap::Args;

use crate::app::{AppError, CopiedStore, Keeping, Letters};
use crate::cli::commands::directory::{make_directory, whose};
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::stop::stoppable;
use crate::files::Whose;
use crate::kernel::finding::counted;
use crate::kernel::work::Work;
use crate::store::{Destination, Place, StoreError};

/// Move the store to another place, from a file to PostgreSQL or back.
///
/// The store is examined as by `doctor`. Then everything is copied, and held against it row by row
/// before it is there; what is at TO already is left alone. Meanwhile others can read the store, and
/// whoever writes waits. In the end FROM is retired: it can be read, and whatever would be written
/// there is refused with the new place. It is the same store: sessions, tokens and seals hold. Of a
/// move that was cut short the same command again does the rest. For the owner of FROM; needs no
/// login.
///
/// With --trial FROM goes on, and nobody waits: the copy is a store of its own, whose letters stay
/// beside it.
///
/// Example: popug store copy popug.db postgres://popug@db.example/popug
#[derive(Args, Debug)]
pub struct Copy {
    /// The store: a file, or postgres://…
    #[arg(value_name = "FROM")]
    from: String,

    /// Where it is to be: a file, or postgres://…
    #[arg(value_name = "TO")]
    to: String,

    /// Try it: FROM goes on, and the copy is another store
    #[arg(long)]
    trial: bool,

    /// A group that shares a file: TO gets mode 0660, its directory 2770
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
}

impl Run for Copy {
    const TAKES: Takes = Takes::NOTHING.answers::<CopiedStore>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        context.refuse_store()?;
        let (from, to) = (context.named(&self.from)?, context.named(&self.to)?);
        let whose = whose(self.group.as_deref())?;
        if self.group.is_some() && to.as_file().is_none() {
            return Err(CliError::usage("--group is for stores that are files"));
        }
        let keeping = context.keep_at(&from).map_err(refused)?;
        if let Place::File(file) = &to {
            make_directory(context, file, &whose)?;
        }
        let bar = context.watch();
        let copied = stoppable(&context.work, |work| self.copy(&keeping, &to, whose, work))?;
        drop(bar);
        let hints = [new_name(&copied), letters(&keeping, &copied, &to)?];
        context.out.say(&copied, &sentence(&copied))?;
        for hint in hints.into_iter().flatten() {
            context.out.stderr().hint(&hint);
        }
        Ok(Ending::Done)
    }
}

impl Copy {
    fn copy(
        &self,
        keeping: &Keeping,
        place: &Place,
        whose: Whose,
        work: &Work,
    ) -> Result<CopiedStore, CliError> {
        let to = Destination { place, whose, work };
        let copied = match self.trial {
            true => keeping.try_at(to),
            false => keeping.move_to(to),
        };
        copied.map_err(|error| refused(error.into()))
    }
}

/// Why nothing is copied, with what can be done about it here.
fn refused(error: CliError) -> CliError {
    let CliError::App(AppError::Store(error)) = error else {
        return error;
    };
    let hint = if let StoreError::Missing(_) | StoreError::Foreign(_) = error {
        "name the store that is to be copied"
    } else if let StoreError::Present(_) = error {
        "nothing is copied over it; name another place"
    } else if let StoreError::Moved(_) = error {
        "copy the new one; --trial makes another store of what is left here"
    } else if let StoreError::NotOwner(_) = error {
        "whoever owns it moves it; --trial copies it and leaves it alone"
    } else {
        return error.into();
    };
    let (error, hint) = (error.into(), hint.into());
    CliError::Refused { error, hint }
}

fn sentence(copied: &CopiedStore) -> String {
    let CopiedStore {
        from,
        to,
        seq,
        hash,
        ..
    } = copied;
    let rows = counted(
        u64::try_from(copied.rows).unwrap_or(u64::MAX),
        "row",
        "rows",
    );
    let whole = format!("{rows} up to event {seq}, hash {hash}");
    match (copied.trial, copied.resumed) {
        (true, _) => format!("{to} is a trial of {from}: {whole}"),
        (false, true) => format!("{to} was there already; {from} has moved there: {whole}"),
        (false, false) => format!("{from} has moved to {to}: {whole}"),
    }
}

/// What everybody has to do.
fn new_name(copied: &CopiedStore) -> Option<String> {
    let CopiedStore { from, to, .. } = copied;
    (!copied.trial).then(|| {
        format!("name {to} with --store or POPUG_STORE from now on; {from} can only be read")
    })
}

/// What becomes of letters.
fn letters(
    keeping: &Keeping,
    copied: &CopiedStore,
    to: &Place,
) -> Result<Option<String>, CliError> {
    Ok(match keeping.letters_of(copied, to)? {
        Letters::AsBefore => None,
        Letters::To(directory) if copied.trial => {
            let directory = directory.display();
            Some(format!(
                "letters of the trial go to {directory}, and to nobody"
            ))
        }
        Letters::To(directory) => {
            let directory = directory.display();
            Some(format!("letters go to {directory} from now on"))
        }
        Letters::Nowhere { pending } => {
            let waiting = match pending {
                0 => String::new(),
                _ => format!(", and {} wait", counted(pending, "letter", "letters")),
            };
            Some(format!(
                "beside a database there is no place for letters{waiting}: \
                 `popug setting set mail maildir:/PATH --store {}`",
                to.to_type()
            ))
        }
    })
}
