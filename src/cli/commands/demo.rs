//! `popug demo`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use clap::Args;

use crate::app::{self, AppError, Caller, Door, Founded, Founding, World};
use crate::auth::{Beak, NewUser};
use crate::cli::commands::directory::make_directory;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::demo::{ADMIN, BEAK, Company, Plan, Story, Told, WORKERS, at, log_in};
use crate::cli::error::CliError;
use crate::cli::output::Format;
use crate::files::{self, Whose};
use crate::kernel::clock::Clock;
use crate::kernel::day::Zone;
use crate::kernel::dice::Dice;
use crate::kernel::locale::Locale;
use crate::kernel::money::Currency;
use crate::kernel::role::Role;
use crate::kernel::shell::quoted_path;
use crate::store::{FilePlace, Identity, Place, StoreError};

/// Fill a sandbox with a company's past days.
///
/// The past goes up to an open today, through the same requests as anybody's, and its story is
/// told. Every popug is logged in for --as, the admin is the current one.
///
/// Example: popug demo --fresh --days 14
#[derive(Args, Debug)]
pub struct Demo {
    /// Days before today
    #[arg(long, value_name = "N", default_value_t = 7,
          value_parser = clap::value_parser!(u64).range(1..=90))]
    days: u64,

    /// Popugs that draw tasks, beside the accountant
    #[arg(long, value_name = "N", default_value_t = 5,
          value_parser = clap::value_parser!(u64).range(1..=16))]
    workers: u64,

    /// Tasks over all days
    #[arg(long, value_name = "N", default_value_t = 42,
          value_parser = clap::value_parser!(u64).range(1..=2_000))]
    tasks: u64,

    /// The number that the whole past follows from
    #[arg(long, value_name = "N", default_value_t = 42)]
    seed: u64,

    /// Replace a store that demo made, where it is a file
    #[arg(long)]
    fresh: bool,
}

impl Run for Demo {
    const TAKES: Takes = Takes::NOTHING.answers::<Told>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let place = if context.global.store.is_some() {
            context.place()?
        } else {
            context.demo_place()?
        };
        self.make_room(context, &place)?;
        let plan = Plan {
            days: self.days,
            workers: usize::try_from(self.workers).unwrap_or(WORKERS.len()),
            tasks: self.tasks,
            seed: self.seed,
        };
        let now = context.world.clock.now();
        let today = Zone::UTC.day_of(now);
        let first = today.minus(self.days);
        let morning = Clock::Fixed(at(first, 8 * 60));
        let world = World {
            clock: morning,
            dice: Dice::Seeded(self.seed),
        };
        let founding = founding(context, &place)?;
        // As soon as it is there, --fresh knows it, however far it comes.
        mark(&place, &founding)?;
        let founded = app::found(&place, &world, &founding)?;
        let lived = || {
            let mut door = Door::open(&place, Duration::from_secs(60), world)?;
            let admin = Caller::session(&founded.session.token);
            let mut company = Company::new(&mut door, plan, admin);
            company.live(first, today, now)?;
            door.set_clock(Clock::Fixed(now));
            self.keep_sessions(context, &mut door, plan, &founded)?;
            Ok(door)
        };
        let door = lived().map_err(|error| half_made(context, &place, error))?;
        self.tell(context, &door, &place)
    }
}

impl Demo {
    /// Refuses to write over anything but a demo, and over that only with `--fresh`.
    fn make_room(&self, context: &mut Context, place: &Place) -> Result<(), CliError> {
        let Place::File(file) = place else {
            return app::check_absent(place).map_err(left_alone);
        };
        let present = match app::check_absent(place) {
            Ok(()) => return make_directory(context, file, &Whose::MINE),
            Err(present @ AppError::Store(StoreError::Present(_))) => present,
            Err(error) => return Err(error.into()),
        };
        let demo = is_demo(context, place, file);
        if !self.fresh || !demo {
            let hint = if demo {
                let with_store = with_store(context, place)?;
                format!("replace it with --fresh, or look around: popug task list {with_store}")
            } else {
                "it is no demo and is left alone; name another with --store".to_owned()
            };
            return Err(CliError::Refused {
                error: present,
                hint: hint.into(),
            });
        }
        for suffix in ["", "-wal", "-shm", "-head", DEMO_MARK] {
            let beside = file.beside(suffix);
            remove(&beside, |path| fs::remove_file(path))?;
        }
        remove(&file.beside("-mail"), |path| fs::remove_dir_all(path))
    }

    fn keep_sessions(
        &self,
        context: &Context,
        door: &mut Door,
        plan: Plan,
        founded: &Founded,
    ) -> Result<(), CliError> {
        let sessions = context.sessions_of(&founded.store_id)?;
        // The first session of the admin may have ended long ago.
        let session = door.enter(&log_in(ADMIN.name))?;
        let admin = Caller::session(&session.token);
        for session in Company::new(door, plan, admin).log_everybody_in()? {
            sessions.keep(&session)?;
        }
        Ok(())
    }

    fn tell(&self, context: &mut Context, door: &Door, place: &Place) -> Result<Ending, CliError> {
        context.out.set_locale(door.locale()?);
        let sessions = context.sessions(door)?;
        let token = sessions.token(None)?;
        let story = Story::gather(door, &Caller::session(&token))?;
        if context.out.format() == Format::Table && context.global.fields.is_none() {
            let called = called(&context.program);
            let with_store = with_store(context, place)?;
            let text = story.text(&company_locale(context), &called, &with_store);
            context.out.text(&text)?;
        } else {
            let told = story.told(place);
            context.out.json(&told)?;
        }
        Ok(Ending::Done)
    }
}

/// What leads other commands to the demo.
fn with_store(context: &Context, place: &Place) -> Result<String, CliError> {
    Ok(match *place == context.demo_place()? {
        true => "--demo".to_owned(),
        false => format!("--store {}", place.to_type()),
    })
}

/// Why a demo did not come to its end, and what becomes of the part that is there.
fn half_made(context: &Context, place: &Place, error: CliError) -> CliError {
    let CliError::App(error) = error else {
        return error;
    };
    let again = match (place, &context.global.store) {
        (Place::Postgres(_), _) => "drop its schema before the next".to_owned(),
        (Place::File(_), None) => "replace it: popug demo --fresh".to_owned(),
        (Place::File(_), Some(_)) => {
            let place = place.to_type();
            format!("replace it: popug demo --fresh --store {place}")
        }
    };
    let hint = format!("part of a demo is there; {again}").into();
    CliError::Refused { error, hint }
}

/// Nothing lies beside a database that says whether demo made what is there.
fn left_alone(error: AppError) -> CliError {
    let AppError::Store(StoreError::Present(_)) = error else {
        return error.into();
    };
    let hint = "on a server nothing is replaced; give the demo a schema of its own, \
                ?options=-csearch_path%3DNAME, or drop this one if it is a demo's";
    let hint = hint.into();
    CliError::Refused { error, hint }
}

/// What lies beside a store that demo made.
const DEMO_MARK: &str = "-demo";

/// The longest that it is read.
const LONGEST_MARK: u64 = 100;

fn mark(place: &Place, founding: &Founding) -> Result<(), CliError> {
    let Place::File(file_place) = place else {
        return Ok(());
    };
    let mark = file_place.beside(DEMO_MARK);
    let text = format!("{}\n", founding.store_id);
    let marked = files::replace(&mark, &founding.whose, text.as_bytes());
    marked.map_err(|error| file(&mark, &error))
}

/// The mark names the store: one that was put in a demo's place is none.
fn is_demo(context: &Context, place: &Place, file: &FilePlace) -> bool {
    let marked = files::read_plain(&file.beside(DEMO_MARK), LONGEST_MARK);
    let marked = marked.ok().flatten().unwrap_or_default();
    let marked = String::from_utf8_lossy(&marked);
    let door = Door::open(place, Duration::from_secs(1), context.world);
    let is_its = |it: &Identity| it.sandbox && it.store_id == marked.trim();
    door.and_then(|door| door.identity().cloned())
        .is_ok_and(|it| is_its(&it))
}

fn company_locale(context: &Context) -> Locale {
    context.out.locale().clone()
}

fn founding(context: &Context, place: &Place) -> Result<Founding, CliError> {
    let email = format!("{}@uberpopug.example", ADMIN.name);
    let admin = NewUser::parse(ADMIN.name, Role::Admin, &email, Some(ADMIN.full_name));
    Ok(Founding {
        store_id: app::new_id(&context.world, &place.name())?,
        admin: admin.map_err(AppError::Auth)?,
        beak: Beak::new(BEAK).map_err(AppError::Auth)?,
        timezone: Zone::UTC,
        currency: Currency::default(),
        whose: Whose::MINE,
        sandbox: true,
    })
}

/// The program as it was called: by name where it was found on the path.
fn called(program: &Path) -> String {
    quoted_path(program)
}

fn remove(path: &Path, remove: impl FnOnce(&Path) -> std::io::Result<()>) -> Result<(), CliError> {
    match remove(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        removed => removed.map_err(|error| file(path, &error)),
    }
}

fn file(path: &Path, error: &std::io::Error) -> CliError {
    let (path, reason) = (path.to_owned(), error.to_string());
    AppError::Store(StoreError::File { path, reason }).into()
}
