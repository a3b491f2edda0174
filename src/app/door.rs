//! The door: who asks, whether they may, one transaction, and who hears of it.

use std::cell::OnceCell;
use std::sync::Arc;
use std::time::Duration;

use crate::accounting;
use crate::app::audience::{Audience, Log, Warning};
use crate::app::caller::{Authenticated, Caller};
use crate::app::change::Change;
use crate::app::clock::Doubt;
use crate::app::consumers;
use crate::app::error::AppError;
use crate::app::key::Key;
use crate::app::keys::{Keyable, Keyed};
use crate::app::request::Request;
use crate::app::settings::{self, Company, SettingError, SettingKey};
use crate::delivery::{MailTarget, PaymentTarget};
use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::kernel::locale::Locale;
use crate::kernel::moment::Moment;
use crate::kernel::range::Calendar;
use crate::kernel::work::Work;
use crate::store::{Command, Identity, Place, Read, Stamp, Store, StoreError, Write};

/// Time and chance, as they reach everything below.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// What time it is.
    pub clock: Clock,
    /// Where seeds come from.
    pub dice: Dice,
}

impl World {
    /// What an actor's write is told.
    pub fn stamp(&self, actor: &Actor) -> Stamp {
        Stamp {
            clock: self.clock,
            dice: self.dice,
            actor: actor.clone(),
        }
    }

    /// Whether clock or seed were given: a sandbox alone takes that.
    pub const fn is_given(&self) -> bool {
        self.clock.is_fixed() || self.dice.is_given()
    }
}

/// An open store, and everything that requests go through on their way to it.
pub struct Door {
    store: Store,
    world: World,
    identity: OnceCell<Identity>,
    mail: Option<MailTarget>,
    traces: Traces,
    audience: Arc<dyn Audience>,
    doubt: Doubt,
}

/// Whether it is noted that somebody came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Traces {
    Left,
    None,
}

/// How a command is to be run.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// The key that stands for it.
    pub key: Option<Key>,
    /// Whether to keep nothing.
    pub dry_run: bool,
}

impl Door {
    /// Opens the store that is there.
    pub fn open(place: &Place, wait: Duration, world: World) -> Result<Self, AppError> {
        let door = Self::to(Store::open_unasked(place, wait)?, world);
        // A given clock or seed is for sandboxes, whatever is asked first.
        if matches!(place, Place::File(_)) || world.is_given() {
            door.identity()?;
        }
        Ok(door)
    }

    /// Opens the store for one look that hardly waits and leaves no trace.
    pub fn glance(place: &Place, world: World) -> Result<Self, AppError> {
        let door = Self::to(Store::glance(place)?, world).without_traces();
        door.identity()?;
        Ok(door)
    }

    fn to(store: Store, world: World) -> Self {
        Self {
            store,
            world,
            identity: OnceCell::new(),
            mail: None,
            traces: Traces::Left,
            audience: Arc::new(Log),
            doubt: Doubt::default(),
        }
    }

    /// What the store says of itself. A given clock or seed is refused outside of a sandbox.
    pub fn identity(&self) -> Result<&Identity, AppError> {
        if let Some(identity) = self.identity.get() {
            return Ok(identity);
        }
        let identity = self.store.identity()?;
        if self.world.is_given() && !identity.sandbox {
            return Err(AppError::NoSandbox);
        }
        Ok(self.identity.get_or_init(|| identity))
    }

    /// The store behind the door.
    pub(super) const fn store(&self) -> &Store {
        &self.store
    }

    /// With letters going elsewhere than the company's setting says, for this process.
    pub fn with_mail(self, mail: Option<MailTarget>) -> Self {
        Self { mail, ..self }
    }

    /// Where this face is told what comes along with answers.
    pub fn with_audience(self, audience: Arc<dyn Audience>) -> Self {
        Self { audience, ..self }
    }

    /// Who is told what comes along with answers.
    pub(super) fn audience(&self) -> &dyn Audience {
        &*self.audience
    }

    /// With somebody who looks on at long work.
    pub fn watched(self, work: &Work) -> Self {
        let store = self.store.watched(work);
        Self { store, ..self }
    }

    /// Where it is not noted that somebody came.
    pub fn without_traces(self) -> Self {
        let traces = Traces::None;
        Self { traces, ..self }
    }

    pub(super) fn leaves_traces(&self) -> bool {
        self.traces == Traces::Left
    }

    /// Where letters go instead of where the company's setting says.
    pub const fn mail_override(&self) -> Option<&MailTarget> {
        self.mail.as_ref()
    }

    /// Refuses a process that would pay nobody where the company pays through a gateway.
    pub fn check_payments(&self, target: PaymentTarget) -> Result<(), AppError> {
        let kept = self.read(|read| settings::value(read, SettingKey::Payments))?;
        match target {
            PaymentTarget::Nowhere if kept != target.to_string() => {
                Err(SettingError::GatewayOverridden.into())
            }
            PaymentTarget::Nowhere => Ok(()),
        }
    }

    /// Moves the clock of a sandbox.
    pub const fn set_clock(&mut self, clock: Clock) {
        self.world.clock = clock;
    }

    /// Time and chance.
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// What time it is where the store is.
    pub fn now(&self) -> Moment {
        self.store.now(self.world.clock)
    }

    /// The moment that a read judges by.
    pub(super) fn moment(&self, read: &Read<'_>) -> Moment {
        read.moment(self.world.clock)
    }

    /// Where and when answers are read.
    pub fn locale(&self) -> Result<Locale, AppError> {
        let company = self.company()?;
        Ok(Locale {
            zone: company.timezone,
            currency: company.currency,
            now: self.now(),
        })
    }

    /// The company's zone and currency.
    fn company(&self) -> Result<Company, AppError> {
        self.store.read(settings::company)
    }

    /// What the words for days mean now.
    pub(super) fn calendar(&self) -> Result<Calendar, AppError> {
        self.store.read(|read| {
            let (zone, now) = (settings::company(read)?.timezone, self.moment(read));
            zone.check_day_of(now)?;
            let today = zone.day_of(now);
            let open = accounting::open_day(read, today)?;
            Ok(Calendar { zone, today, open })
        })
    }

    /// The answer that a command got before under its key; `None` where the key is new, or there is
    /// none. What would be rehearsed or asked first is not when it was done already.
    pub fn answered<C>(
        &self,
        caller: &Caller,
        command: &C,
        terms: &Terms,
    ) -> Result<Option<C::Answer>, AppError>
    where
        C: Change,
    {
        let keyed = keyed(command, terms)?;
        self.look(caller, |state| {
            state.authorise(command)?;
            match &keyed {
                None => Ok(None),
                Some(keyed) => keyed.of(&state.who.actor).answered(state.read),
            }
        })
    }

    /// Runs a command in one commit; then lets everybody hear of it and completes the answer with
    /// what they derived.
    pub(super) fn command<C>(
        &self,
        caller: &Caller,
        mut command: C,
        terms: &Terms,
    ) -> Result<C::Answer, AppError>
    where
        C: Request + Command,
        AppError: From<C::Error>,
    {
        let keyed = keyed(&command, terms)?;
        // Whose session it is depends on the store: that is not looked for while others wait.
        self.identity()?;
        if C::PREPARES {
            self.look(caller, |state| state.authorise(&command))?;
            command.prepare()?;
        }
        let stamp = self.world.stamp(&Actor::System);
        let mut came = None;
        let mut change = |tx: &mut Write<'_>| {
            let (who, keyed) = self.admit(tx, caller, &command, keyed.as_ref())?;
            came = Some(who.clone());
            if let Some(keyed) = &keyed
                && let Some(answer) = keyed.answered(tx)?
            {
                return Ok((answer, tx.head().seq, None));
            }
            let positions = consumers::hear_rest(tx, C::UP_TO_DATE)?;
            let (asker, _) = self.asker(tx, &who)?;
            let own = tx.head().seq;
            let mut answer = command.run(tx, &asker)?;
            keyed.as_ref().map(|it| it.keep(tx, &answer)).transpose()?;
            let heard = match terms.dry_run {
                true => None,
                false => consumers::hear_within(tx, positions, |read| {
                    Ok(command.settle(read, &asker, &mut answer)?)
                })?,
            };
            Ok::<_, AppError>((answer, own, heard))
        };
        let ended =
            consumers::up_to_date(&self.store, &stamp, C::UP_TO_DATE, || match terms.dry_run {
                true => self.store.rehearse(&stamp, &mut change),
                false => self.store.write(&stamp, &mut change),
            });
        came.iter().for_each(|who| self.note_use(who));
        let (mut answer, own, heard) = ended?;
        if terms.dry_run {
            return Ok(answer);
        }
        if let Some(progress) = heard {
            self.warn(Warning::of(progress));
            return Ok(answer);
        }
        self.hear_after(&stamp, own);
        let settled = self.look(caller, |state| {
            let settled = command.settle(state.read, &state.asker, &mut answer);
            settled.map_err(AppError::from)
        });
        self.warn(settled.err().map(|it| Warning::Unsettled(it.to_string())));
        Ok(answer)
    }

    /// Lets a request in, inside of the write that it is: rights, then the key; from here on it is
    /// its caller who acts.
    pub(super) fn admit<R: Request>(
        &self,
        tx: &mut Write<'_>,
        caller: &Caller,
        request: &R,
        keyed: Option<&Keyable>,
    ) -> Result<(Authenticated, Option<Keyed>), AppError> {
        let who = self.authenticate_in(tx, caller)?;
        who.authorise(request.permission(&who.actor))?;
        self.warn(self.doubt.about(tx));
        tx.act_as(who.actor.clone());
        let keyed = keyed.map(|it| it.of(&who.actor));
        Ok((who, keyed))
    }

    /// Tells whoever listens, if there is anything to tell.
    pub(super) fn warn(&self, warning: Option<Warning>) {
        if let Some(warning) = warning {
            self.audience.is_warned(&warning);
        }
    }

    /// Lets everybody hear what a command has just appended from `own` on, and of what others left
    /// behind no more than a process can take upon itself. What goes wrong is a warning: the command
    /// itself is committed.
    pub(super) fn hear_after(&self, stamp: &Stamp, own: Seq) {
        self.warn(match consumers::catch_up_after(&self.store, stamp, own) {
            Ok(progress) => Warning::of(progress),
            Err(error) => Some(Warning::Unheard(error.to_string())),
        });
    }

    /// Runs a read that needs no caller.
    pub fn read<T, E: From<StoreError>>(
        &self,
        ask: impl FnMut(&Read<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.store.read(ask)
    }

    /// Runs a write of popug's own, or of whoever is about to prove who it is.
    pub fn write<T, E: From<StoreError>>(
        &self,
        change: impl FnMut(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.store.write(&self.world.stamp(&Actor::System), change)
    }

    /// Lets everybody hear everything.
    pub fn catch_up(&self) -> Result<(), AppError> {
        consumers::catch_up(&self.store, &self.world.stamp(&Actor::System))?;
        Ok(())
    }
}

/// The key that stands for a request, where there is one.
pub(super) fn keyed<R: Request>(request: &R, terms: &Terms) -> Result<Option<Keyable>, AppError> {
    match &terms.key {
        None => Ok(None),
        Some(_) if !R::KEYED => Err(AppError::KeyRefused(R::NAME)),
        Some(_) if terms.dry_run => Err(AppError::KeyOnDryRun),
        Some(key) => Keyable::new(key.clone(), request).map(Some),
    }
}
