//! What a command works with: the flags, the door, whoever sits there, and where answers go.

mod takes;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::kind::Kind;
use crate::app::{
    AppError, Ask, Caller, Change, Door, Keeping, Refusal, Request, State, Terms, World,
};
use crate::auth::Secret;
use crate::cli::args::Global;
use crate::cli::ask::{BeakFrom, Consent, Person};
use crate::cli::bar::Bar;
use crate::cli::error::CliError;
use crate::cli::output::{
    Fields, Format, Limit, Listing, Output, OutputError, Table, check_fields,
};
use crate::cli::reader::{Reader, Rows};
use crate::cli::sessions::Sessions;
use crate::cli::settings::{Paths, Settings, Where};
use crate::kernel::money::Money;
use crate::kernel::name::{NameError, UserName};
use crate::kernel::work::Work;
use crate::store::{ListQuery, Passwords, Place};

pub use takes::{Declared, Run, Takes};

/// How long a write waits for others unless told otherwise, in seconds.
pub const WAIT_SECONDS: u64 = 60;

/// Where nothing says where to keep things.
const NO_HOME: &str = "there is no home directory; set HOME, or name a store with --store";

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Done, or nothing to do.
    Done,
    /// A check found something wrong.
    Wrong,
    /// Something could not be handed over to a service.
    Undelivered,
}

/// Everything that a command is given.
pub struct Context {
    /// The flags that stand everywhere.
    pub global: Global,
    /// The environment and the settings files.
    pub settings: Settings,
    /// Where the platform keeps what.
    pub paths: Paths,
    /// Time and chance.
    pub world: World,
    /// Where answers go.
    pub out: Output<'static>,
    /// Whoever sits there.
    pub person: Person<'static>,
    /// The program, as it was called.
    pub program: PathBuf,
    /// What the command is about, where it takes long.
    pub work: Work,
    /// Everything that can be typed.
    pub grammar: fn() -> clap::Command,
}

/// An open door, and whoever goes through it.
pub struct Entered {
    /// The door.
    pub door: Door,
    /// Who.
    pub caller: Caller,
    /// How commands are run.
    pub terms: Terms,
    /// The fields wanted of answers.
    fields: Option<Fields>,
}

impl Context {
    /// Where the store is.
    pub fn place(&self) -> Result<Place, CliError> {
        if self.global.demo {
            return self.demo_place();
        }
        match &self.settings.place {
            Where::Store(text) => self.named(text),
            Where::Default => {
                let store = self.paths.default_store().map(Place::file);
                store.ok_or_else(|| CliError::usage(NO_HOME))
            }
            Where::Server(_) => Err(CliError::usage(
                "this popug works on a store of its own and knows no servers; name a store",
            )),
        }
    }

    /// The place that a text names.
    pub fn named(&self, text: &str) -> Result<Place, CliError> {
        let place: Place = text.parse().map_err(AppError::Store)?;
        Ok(place.with_passwords(&self.passwords()))
    }

    /// The passwords for a store whose address has none.
    fn passwords(&self) -> Passwords {
        Passwords {
            usual_file: self.paths.passwords.clone(),
            ..self.settings.passwords.clone()
        }
    }

    /// Where the demo's store is.
    pub fn demo_place(&self) -> Result<Place, CliError> {
        let store = self.paths.demo_store().map(Place::file);
        store.ok_or_else(|| CliError::usage(NO_HOME))
    }

    /// Opens the store; from here on answers speak the company's currency and time.
    pub fn open(&mut self) -> Result<Door, CliError> {
        self.open_waiting(self.waiting())
    }

    /// The same, with a time of its own that writes wait for others.
    pub fn open_waiting(&mut self, wait: Duration) -> Result<Door, CliError> {
        let door = self.checked_door(wait)?;
        self.out.set_locale(door.locale()?);
        Ok(door)
    }

    fn checked_door(&self, wait: Duration) -> Result<Door, CliError> {
        let door = self.door(wait)?;
        if let Some(target) = self.settings.payments {
            door.check_payments(target)?;
        }
        Ok(door)
    }

    /// The same to examine it: settings that make no sense are found, and stop nobody here.
    pub fn open_to_examine(&mut self) -> Result<Door, CliError> {
        let door = self.door(self.waiting())?;
        door.identity()?;
        if let Ok(locale) = door.locale() {
            self.out.set_locale(locale);
        }
        Ok(door)
    }

    /// How long others are waited for.
    pub fn waiting(&self) -> Duration {
        Duration::from_secs(self.global.wait.unwrap_or(WAIT_SECONDS))
    }

    fn door(&self, wait: Duration) -> Result<Door, CliError> {
        let door = Door::open(&self.place()?, wait, self.world)?;
        Ok(door
            .with_mail(self.settings.mail.clone())
            .watched(&self.work))
    }

    /// Opens the store to keep or mend it, for whoever may open its file.
    pub fn keep(&self) -> Result<Keeping, CliError> {
        self.keep_at(&self.place()?)
    }

    /// The same for a store that the command itself names.
    pub fn keep_at(&self, place: &Place) -> Result<Keeping, CliError> {
        let wait = self.waiting();
        Ok(Keeping::open(place, wait, self.world)?.watched(&self.work))
    }

    /// Opens the store for whoever is logged in.
    pub fn enter(&mut self) -> Result<Entered, CliError> {
        let door = self.checked_door(self.waiting())?;
        let read_in = self.out.read_in();
        let door = door.with_audience(Arc::new(Reader { read_in }));
        let caller = self.caller()?;
        Ok(Entered {
            door,
            caller,
            terms: self.terms(),
            fields: self.global.fields.clone(),
        })
    }

    /// Looks at one consistent state, to answer a list of any length from it. However long somebody
    /// takes to read the answer, the state is held no longer than it takes to make it.
    pub fn look<T>(
        &mut self,
        entered: &Entered,
        mut look: impl FnMut(&mut Output<'static>, &State<'_>) -> Result<T, CliError>,
    ) -> Result<T, CliError> {
        self.out.unhurried(entered.directory(), |out| {
            let door = &entered.door;
            door.look(&entered.caller, |state| look(out, state))
        })
    }

    /// Lists what a query finds, however much it is.
    pub fn list<Q>(
        &mut self,
        query: &Q,
        limit: Limit,
        table: &Table<'_, Q::Row>,
    ) -> Result<Ending, CliError>
    where
        Q: Request + ListQuery,
        AppError: From<Q::Error>,
    {
        let entered = self.enter()?;
        self.look(&entered, |out, state| {
            let rows = Rows { state, query };
            out.list(&Listing::visiting(&rows).limit(limit), table)?;
            Ok(Ending::Done)
        })
    }

    /// Lists the rows of an answer.
    pub fn list_held<T>(
        &mut self,
        rows: &[T],
        limit: Limit,
        table: &Table<'_, T>,
    ) -> Result<Ending, CliError>
    where
        T: Serialize + DeserializeOwned,
    {
        self.out.list(&Listing::of(rows).limit(limit), table)?;
        Ok(Ending::Done)
    }

    /// By the token of the environment, or else by a session that is kept here.
    pub fn caller(&self) -> Result<Caller, CliError> {
        if let Some(token) = &self.settings.token {
            return Ok(Caller::token(&Secret::given(token.reveal())));
        }
        let (state, user) = (self.state()?.to_owned(), self.user()?);
        Ok(Caller::kept(move |store_id| {
            let sessions = Sessions::of_store(&state, store_id);
            let session = sessions.token(user.as_ref());
            session.map_err(|error| {
                let error = CliError::from(error);
                let unnamed = || Refusal::new(Kind::Failure, error.to_string());
                error.failure().unwrap_or_else(unnamed)
            })
        }))
    }

    /// Whom `--as` or the environment names.
    pub fn user(&self) -> Result<Option<UserName>, CliError> {
        let named = self.settings.acting_as.as_deref();
        let named = named.map(str::parse).transpose();
        named.map_err(|error: NameError| CliError::usage(error.to_string()))
    }

    /// The sessions that are kept here for this store.
    pub fn sessions(&self, door: &Door) -> Result<Sessions, CliError> {
        self.sessions_of(&door.identity()?.store_id)
    }

    /// The sessions that are kept here for the store with this id.
    pub fn sessions_of(&self, store_id: &str) -> Result<Sessions, CliError> {
        Ok(Sessions::of_store(self.state()?, store_id))
    }

    /// Where the platform keeps sessions.
    fn state(&self) -> Result<&Path, CliError> {
        let state = self.paths.state.as_deref();
        state.ok_or_else(|| CliError::usage(NO_HOME))
    }

    /// How commands are run.
    pub fn terms(&self) -> Terms {
        Terms {
            key: self.global.key.clone(),
            dry_run: self.global.dry_run,
        }
    }

    /// Whether a yes was given beforehand.
    pub const fn consent(&self) -> Consent {
        if self.global.yes {
            Consent::Given
        } else {
            Consent::Asked
        }
    }

    /// A bar that shows how far the work is, until it is dropped.
    pub fn watch(&self) -> Bar {
        Bar::watch(&self.work, self.global.quiet)
    }

    /// An amount for people.
    pub fn money(&self, amount: Money) -> String {
        self.out.locale().currency.show(amount)
    }

    /// An amount that was added, for people.
    pub fn change(&self, amount: Money) -> String {
        self.out.locale().currency.show_change(amount)
    }

    /// Refuses to be told of another store than those that the command itself names.
    pub fn refuse_store(&self) -> Result<(), CliError> {
        if self.global.store.is_some() || self.global.demo {
            return Err(CliError::usage(
                "this command names its stores itself; leave --store and --demo out",
            ));
        }
        Ok(())
    }

    /// Refuses a form or fields for what is written for another program and has one form.
    pub fn refuse_forms(&self) -> Result<(), CliError> {
        if self.out.format() != Format::Table || self.global.fields.is_some() {
            return Err(CliError::usage(
                "this has a form of its own; leave --json, --format and --fields out",
            ));
        }
        Ok(())
    }
}

impl Entered {
    /// Answers a query.
    pub fn ask<Q: Ask>(&self, query: &Q) -> Result<Q::Answer, CliError> {
        Ok(self.door.ask(&self.caller, query)?)
    }

    /// Looks at one consistent state, for what cannot begin again once it has begun.
    pub fn look_once<T>(
        &self,
        look: impl FnOnce(&State<'_>) -> Result<T, CliError>,
    ) -> Result<T, CliError> {
        let mut look = Some(look);
        let look = |state: &State<'_>| look.take().ok_or(OutputError::CutShort)?(state);
        self.door.look(&self.caller, look)
    }

    /// Where there is room for what an answer is made of.
    pub fn directory(&self) -> Option<&Path> {
        self.door.directory()
    }

    /// Runs a command on the terms of the command line.
    pub fn run<C>(&self, command: C) -> Result<C::Answer, CliError>
    where
        C: Change + Clone,
    {
        if let Some(fields) = &self.fields {
            self.check(fields, command.clone())?;
        }
        Ok(self.door.run(&self.caller, command, &self.terms)?)
    }

    /// The answer that a command got before under the key of the command line.
    pub fn answered<C: Change>(&self, command: &C) -> Result<Option<C::Answer>, CliError> {
        Ok(self.door.answered(&self.caller, command, &self.terms)?)
    }

    /// What is done cannot be undone because of a field that its answer lacks, so it is rehearsed.
    /// Whatever else the rehearsal fails of, the command itself says.
    fn check<C>(&self, fields: &Fields, command: C) -> Result<(), CliError>
    where
        C: Change,
    {
        match self.rehearse(command) {
            Ok(expected) => Ok(check_fields(fields, &expected)?),
            Err(_) => Ok(()),
        }
    }

    /// Runs a command to its end and keeps nothing of it.
    pub fn rehearse<C>(&self, command: C) -> Result<C::Answer, CliError>
    where
        C: Change,
    {
        let terms = Terms {
            key: None,
            dry_run: true,
        };
        Ok(self.door.run(&self.caller, command, &terms)?)
    }
}

/// Where a beak is taken from.
pub const fn beak_from(stdin: bool) -> BeakFrom {
    if stdin {
        BeakFrom::StandardInput
    } else {
        BeakFrom::Terminal
    }
}
