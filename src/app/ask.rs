//! Requests that change nothing, each answered from one consistent state of the store.

use std::ops::ControlFlow;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::accounting;
use crate::app::caller::{Authenticated, Caller};
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::request::Request;
use crate::app::settings::{self, Company};
use crate::kernel::locale::Locale;
use crate::store::{Asker, ListQuery, Read, StoreError};

/// A request that changes nothing. The registry says for each row who answers it.
pub trait Ask: Request {
    /// What it answers.
    type Answer: Serialize + DeserializeOwned;

    /// Answers it from a state, to whom it is let in.
    fn ask_in(&self, state: &State<'_>) -> Result<Self::Answer, AppError>;
}

/// A request that no domain answers alone: about the door, or about whoever stands before it.
pub trait Look: Request {
    /// What it answers.
    type Answer: Serialize + DeserializeOwned;

    /// Answers it from a state.
    fn look(&self, state: &State<'_>) -> Result<Self::Answer, AppError>;
}

/// A request that is taken before it is known who asks, from whoever may open the store: what it takes
/// besides, only a server asks for.
pub trait Entry: Request {
    /// What it answers.
    type Answer: Serialize + DeserializeOwned;

    /// Answers it.
    fn enter(&self, door: &Door) -> Result<Self::Answer, AppError>;
}

/// What somebody may see of the store at one moment. However long it is looked at, nothing changes
/// in it; others go on writing.
pub struct State<'r> {
    pub(super) door: &'r Door,
    pub(super) read: &'r Read<'r>,
    pub(super) who: Authenticated,
    pub(super) company: Company,
    pub(super) asker: Asker,
}

impl State<'_> {
    /// Answers a request.
    pub fn ask<Q: Ask>(&self, request: &Q) -> Result<Q::Answer, AppError> {
        self.authorise(request)?;
        request.ask_in(self)
    }

    /// Answers a query a row at a time, until the visitor has seen enough or fails.
    pub fn each<Q, E>(
        &self,
        query: &Q,
        mut visit: impl FnMut(Q::Row) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E>
    where
        Q: Request + ListQuery,
        AppError: From<Q::Error>,
        E: From<AppError>,
    {
        self.authorise(query)?;
        let mut failed = None;
        let mut visit = |row| match visit(row) {
            Ok(flow) => flow,
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        };
        let seen = query.each(self.read, &self.asker, &mut visit);
        match failed {
            Some(error) => Err(error),
            None => Ok(seen.map_err(AppError::from)?),
        }
    }

    /// Refuses whoever may not ask that.
    pub(super) fn authorise<R: Request>(&self, request: &R) -> Result<(), AppError> {
        self.who.authorise(request.permission(&self.who.actor))
    }
}

impl Door {
    /// Answers a request that changes nothing.
    pub fn ask<Q: Ask>(&self, caller: &Caller, request: &Q) -> Result<Q::Answer, AppError> {
        self.look(caller, |state| state.ask(request))
    }

    /// Answers a request of whoever may open the store.
    pub fn enter<E: Entry>(&self, request: &E) -> Result<E::Answer, AppError> {
        request.enter(self)
    }

    /// Lets somebody look at one consistent state for as long as it takes.
    pub fn look<T, E: From<AppError>>(
        &self,
        caller: &Caller,
        mut look: impl FnMut(&State<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut came = None;
        let looked = self.read(|read| {
            let who = self.authenticate_in(read, caller);
            let who = who.map_err(|error| Looked(error.into()))?;
            came = Some(who.clone());
            let asked = self.asker(read, &who);
            let (asker, company) = asked.map_err(|error| Looked(error.into()))?;
            let state = State {
                door: self,
                read,
                who,
                company,
                asker,
            };
            look(&state).map_err(Looked)
        });
        came.iter().for_each(|who| self.note_use(who));
        looked.map_err(|Looked(error)| error)
    }

    /// What a request may know of whoever asks and of the day; tells in passing where and when the
    /// answer is read.
    pub(super) fn asker(
        &self,
        read: &Read<'_>,
        who: &Authenticated,
    ) -> Result<(Asker, Company), AppError> {
        let company = settings::company(read)?;
        let (zone, now) = (company.timezone, self.moment(read));
        zone.check_day_of(now)?;
        self.audience().reads_in(&Locale {
            zone,
            currency: company.currency.clone(),
            now,
        });
        let today = zone.day_of(now);
        let find_open = accounting::open_day;
        let asker = Asker::new(who.actor.clone(), zone, today, find_open);
        Ok((asker, company))
    }
}

/// An error of whoever looks, or of the store that it looks at.
struct Looked<E>(E);

impl<E: From<AppError>> From<StoreError> for Looked<E> {
    fn from(error: StoreError) -> Self {
        Self(AppError::from(error).into())
    }
}
