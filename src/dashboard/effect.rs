//! What the dashboard wants done outside of itself: plain values, and the threads that do it.
//!
//! A call carries a request through the door, and with it the function that takes the answer into the
//! model `M`. Questions and deeds go to a thread each, so that a long deed keeps nobody from looking
//! around.

pub mod books;
pub mod people;
pub mod standing;
pub mod threads;

use std::any::TypeId;
use std::fmt::Debug;

use crate::app::{AppError, Ask, Caller, Change, Door, Terms};
use crate::auth::Secret;

/// Something that is to be done outside of the model.
#[derive(Debug)]
pub enum Effect<M> {
    /// A job for the threads.
    Job(Job<M>),
    /// Put a text where the terminal keeps what is copied.
    Copy(String),
    /// Leave the terminal to the shell until `fg`.
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// End.
    Quit,
}

/// What a thread is told to do.
#[derive(Debug)]
pub enum Job<M> {
    /// Ask the store; the number tells answers apart.
    Ask(u64, Call<M>),
    /// Find out what a deed would do.
    Rehearse(Call<M>),
    /// Do it.
    Do(Call<M>),
    /// Log in.
    LogIn {
        /// Who.
        name: String,
        /// What proves it.
        beak: Secret,
    },
    /// Go on with this session.
    Enter(Secret),
}

/// A request, how it goes through the door, and what takes its answer into the model.
#[derive(Debug)]
pub struct Call<M>(Box<dyn Run<M>>);

/// What was answered, and what takes it into the model.
#[derive(Debug)]
pub struct Answer<M>(Box<dyn Apply<M>>);

/// Takes an answer into the model, and tells what is to be done then.
pub type Take<M, A> = fn(&mut M, A) -> Vec<Effect<M>>;

impl<M: Debug + 'static> Call<M> {
    /// Asks a query.
    pub fn ask<Q>(query: Q, take: Take<M, Q::Answer>) -> Self
    where
        Q: Ask + Debug + Send + 'static,
        Q::Answer: Debug + Send + 'static,
    {
        Self::by(query, |door, caller, query| door.ask(caller, &query), take)
    }

    /// Runs a request that changes something.
    pub fn run<C>(change: C, take: Take<M, C::Answer>) -> Self
    where
        C: Change + Debug + Send + 'static,
        C::Answer: Debug + Send + 'static,
    {
        let run =
            |door: &Door, caller: &Caller, change| door.run(caller, change, &Terms::default());
        Self::by(change, run, take)
    }

    /// Runs it and keeps nothing: what it would answer comes with the request itself.
    pub fn rehearse<C>(change: C, take: Take<M, (C, C::Answer)>) -> Self
    where
        C: Change + Clone + Debug + Send + 'static,
        C::Answer: Debug + Send + 'static,
    {
        let run = |door: &Door, caller: &Caller, change: C| {
            let terms = Terms {
                dry_run: true,
                ..Terms::default()
            };
            Ok((change.clone(), door.run(caller, change, &terms)?))
        };
        Self::by(change, run, take)
    }

    /// Runs something by a function of its own.
    pub fn by<R, A>(
        request: R,
        run: fn(&Door, &Caller, R) -> Result<A, AppError>,
        take: Take<M, A>,
    ) -> Self
    where
        R: Debug + Send + 'static,
        A: Debug + Send + 'static,
    {
        Self(Box::new(Made { request, run, take }))
    }

    /// What it asks for: of the questions of one kind only the newest answer is wanted.
    pub fn kind(&self) -> TypeId {
        self.0.kind()
    }

    /// Goes through the door.
    pub fn through(self, door: &Door, caller: &Caller) -> Result<Answer<M>, AppError> {
        self.0.run(door, caller)
    }
}

impl<M> Answer<M> {
    /// Takes it into the model.
    pub fn apply(self, model: &mut M) -> Vec<Effect<M>> {
        self.0.apply(model)
    }
}

trait Run<M>: Debug + Send {
    fn kind(&self) -> TypeId;

    fn run(self: Box<Self>, door: &Door, caller: &Caller) -> Result<Answer<M>, AppError>;
}

trait Apply<M>: Debug + Send {
    fn apply(self: Box<Self>, model: &mut M) -> Vec<Effect<M>>;
}

#[derive(Debug)]
struct Made<R, A, M> {
    request: R,
    run: fn(&Door, &Caller, R) -> Result<A, AppError>,
    take: Take<M, A>,
}

#[derive(Debug)]
struct Answered<A, M> {
    answer: A,
    take: Take<M, A>,
}

impl<R, A, M> Run<M> for Made<R, A, M>
where
    R: Debug + Send + 'static,
    A: Debug + Send + 'static,
    M: Debug + 'static,
{
    fn kind(&self) -> TypeId {
        TypeId::of::<R>()
    }

    fn run(self: Box<Self>, door: &Door, caller: &Caller) -> Result<Answer<M>, AppError> {
        let Self { request, run, take } = *self;
        let answer = run(door, caller, request)?;
        Ok(Answer(Box::new(Answered { answer, take })))
    }
}

impl<A, M> Apply<M> for Answered<A, M>
where
    A: Debug + Send,
    M: Debug,
{
    fn apply(self: Box<Self>, model: &mut M) -> Vec<Effect<M>> {
        (self.take)(model, self.answer)
    }
}
