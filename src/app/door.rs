//! The door: who asks, whether they may, one transaction, and who hears of it.

use std::time::Duration;

use crate::accounting;
use crate::app::change::Change;
use crate::app::clock::Doubt;
use crate::app::consumers;
use crate::app::error::AppError;
use crate::app::key::Key;
use crate::app::keys::Keyed;
use crate::app::request::Request;
use crate::app::settings::{self, Company, SettingError, SettingKey};
use crate::app::state::State;
use crate::auth::Proof;
use crate::delivery::{MailTarget, PaymentTarget};
use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::dice::Dice;
use crate::kernel::ids::Seq;
use crate::kernel::locale::Locale;
use crate::kernel::moment::Moment;
use crate::kernel::permission::Permission;
use crate::kernel::range::Calendar;
use crate::kernel::request::Asker;
use crate::store::{Command, Identity, Place, Query, Read, Stamp, Store, StoreError, Write};

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
    identity: Identity,
    mail: Option<MailTarget>,
    traces: Traces,
    pub(super) doubt: Doubt,
}

/// Whether it is noted that somebody came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Traces {
    Left,
    None,
}

/// Whoever asks, and what proves it.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// When the proof ends; `None`: never.
    pub expires_at: Option<Moment>,
    pub(super) proof: Proof,
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
    /// Opens the store that is there. A given clock or seed is refused outside of a sandbox.
    pub fn open(place: &Place, wait: Duration, world: World) -> Result<Self, AppError> {
        Self::to(Store::open(place, wait)?, world)
    }

    /// Opens the store for one look that hardly waits and leaves no trace.
    pub fn glance(place: &Place, world: World) -> Result<Self, AppError> {
        Ok(Self::to(Store::glance(place)?, world)?.without_traces())
    }

    fn to(store: Store, world: World) -> Result<Self, AppError> {
        let identity = store.identity()?;
        if world.is_given() && !identity.sandbox {
            return Err(AppError::NoSandbox);
        }
        Ok(Self {
            store,
            world,
            identity,
            mail: None,
            traces: Traces::Left,
            doubt: Doubt::default(),
        })
    }

    /// What the store says of itself.
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The store behind the door.
    pub(super) const fn store(&self) -> &Store {
        &self.store
    }

    /// With letters going elsewhere than the company's setting says, for this process.
    pub fn with_mail(self, mail: Option<MailTarget>) -> Self {
        Self { mail, ..self }
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
    pub fn company(&self) -> Result<Company, AppError> {
        self.store.read(settings::company)
    }

    /// What the words for days mean now.
    pub fn calendar(&self) -> Result<Calendar, AppError> {
        self.store.read(|read| calendar(read, self.moment(read)))
    }

    /// Answers a query from one consistent state.
    pub fn ask<Q>(&self, caller: &Caller, query: &Q) -> Result<Q::Answer, AppError>
    where
        Q: Request + Query,
        AppError: From<Q::Error>,
    {
        authorise(&caller.actor, query.permission(&caller.actor))?;
        self.store.read(|read| {
            let asker = asker(read, &caller.actor, self.moment(read))?;
            Ok(query.ask(read, &asker)?)
        })
    }

    /// Lets somebody look at one consistent state for as long as it takes.
    pub fn look<T, E: From<AppError>>(
        &self,
        caller: &Caller,
        mut look: impl FnMut(&State<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let looked = self.store.read(|read| {
            let asker = asker(read, &caller.actor, self.moment(read));
            let state = State::new(read, asker.map_err(|error| Looked(error.into()))?);
            look(&state).map_err(Looked)
        });
        looked.map_err(|Looked(error)| error)
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
        authorise(&caller.actor, command.permission(&caller.actor))?;
        match keyed(caller, command, terms)? {
            None => Ok(None),
            Some(keyed) => self.store.read(|read| keyed.answered(read)),
        }
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
        let keyed = keyed(caller, &command, terms)?;
        command.prepare()?;
        let stamp = self.world.stamp(&caller.actor);
        let mut change = |tx: &mut Write<'_>| {
            self.confirm(tx, caller)?;
            self.doubt.about(tx);
            if let Some(keyed) = &keyed
                && let Some(answer) = keyed.answered(tx)?
            {
                return Ok((answer, tx.head().seq, None));
            }
            let positions = consumers::hear_rest(tx, C::UP_TO_DATE)?;
            let asker = asker(tx, &caller.actor, tx.now())?;
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
        let (mut answer, own, heard) =
            consumers::up_to_date(&self.store, &stamp, C::UP_TO_DATE, || match terms.dry_run {
                true => self.store.rehearse(&stamp, &mut change),
                false => self.store.write(&stamp, &mut change),
            })?;
        if terms.dry_run {
            return Ok(answer);
        }
        if let Some(progress) = heard {
            consumers::warn(progress);
            return Ok(answer);
        }
        self.heed(&stamp, own);
        if let Err(error) = self.settle(caller, &command, &mut answer) {
            tracing::warn!("it is done, but the answer lacks what follows from it: {error}");
        }
        Ok(answer)
    }

    /// Lets everybody hear what a command appended from `own` on.
    pub(super) fn heed(&self, stamp: &Stamp, own: Seq) {
        consumers::catch_up_after(&self.store, stamp, own);
    }

    fn settle<C>(
        &self,
        caller: &Caller,
        command: &C,
        answer: &mut C::Answer,
    ) -> Result<(), AppError>
    where
        C: Request + Command,
        AppError: From<C::Error>,
    {
        self.store.read(|read| {
            let asker = asker(read, &caller.actor, self.moment(read))?;
            Ok(command.settle(read, &asker, answer)?)
        })
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

/// An error of whoever looks, or of the store that it looks at.
struct Looked<E>(E);

impl<E: From<AppError>> From<StoreError> for Looked<E> {
    fn from(error: StoreError) -> Self {
        Self(AppError::from(error).into())
    }
}

/// The key that stands for a request, where there is one.
pub(super) fn keyed<R: Request>(
    caller: &Caller,
    request: &R,
    terms: &Terms,
) -> Result<Option<Keyed>, AppError> {
    match &terms.key {
        None => Ok(None),
        Some(_) if !R::KEYED => Err(AppError::KeyRefused(R::NAME)),
        Some(_) if terms.dry_run => Err(AppError::KeyOnDryRun),
        Some(key) => Keyed::new(&caller.actor, key.clone(), request).map(Some),
    }
}

/// Refuses whoever may not (A4).
pub fn authorise(actor: &Actor, permission: Permission) -> Result<(), AppError> {
    if actor.may(permission) {
        return Ok(());
    }
    Err(AppError::Forbidden {
        actor: Box::new(actor.clone()),
        permission,
    })
}

fn asker(read: &Read<'_>, actor: &Actor, now: Moment) -> Result<Asker, AppError> {
    Ok(Asker {
        actor: actor.clone(),
        calendar: calendar(read, now)?,
    })
}

/// What the words for days mean at a moment.
pub(super) fn calendar(read: &Read<'_>, now: Moment) -> Result<Calendar, AppError> {
    let zone = settings::company(read)?.timezone;
    zone.check_day_of(now)?;
    let today = zone.day_of(now);
    Ok(Calendar {
        zone,
        today,
        open: accounting::open_day(read, today)?,
    })
}
