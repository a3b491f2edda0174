//! The threads that ask and act, each through a door of its own.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::kind::Kind;
use crate::app::{AppError, Caller, ChangeToken, Door, LogIn, Refusal, World};
use crate::auth::{Secret, Session};
use crate::dashboard::effect::standing::AskStanding;
use crate::dashboard::message::Message;
use crate::dashboard::model::{Answer, Call, Hands, Job};
use crate::delivery::MailTarget;
use crate::kernel::moment::Moment;
use crate::store::Place;

/// So many times as long as the answers took nobody looks around after them.
const REST: u32 = 3;

/// How the store is opened, once for each thread.
#[derive(Clone)]
pub struct Opening {
    /// Where it is.
    pub place: Place,
    /// How long writes wait for others.
    pub wait: Duration,
    /// Time and chance.
    pub world: World,
    /// Where letters go instead of where the company's setting says.
    pub mail: Option<MailTarget>,
    /// Whether anything may be written.
    pub hands: Hands,
}

impl Opening {
    /// Opens the store.
    pub fn door(&self) -> Result<Door, AppError> {
        let door = Door::open(&self.place, self.wait, self.world)?;
        let door = door.with_mail(self.mail.clone());
        Ok(match self.hands {
            Hands::Free => door,
            Hands::Tied => door.without_traces(),
        })
    }
}

/// Where a session is kept once somebody has logged in.
pub type Keep = Box<dyn Fn(&Session) -> Result<(), String> + Send>;

/// The threads, and the way to them. They end with whoever holds this.
pub struct Threads {
    asking: Sender<Job>,
    acting: Sender<Job>,
}

/// A thread that has ended before its time.
#[derive(Debug, thiserror::Error)]
#[error("a part of the dashboard has stopped working")]
pub struct Ended;

impl Threads {
    /// Starts both. `asking` is the door through which the store was opened first.
    pub fn start(opening: Opening, asking: Door, keep: Keep, tell: &Sender<Message>) -> Self {
        let (to_asking, asked) = mpsc::channel();
        let (to_acting, acted) = mpsc::channel();
        let told = tell.clone();
        thread::spawn(move || {
            let _watched = Watched(told.clone());
            Asking::new(asking, told).run(&asked);
        });
        let told = tell.clone();
        thread::spawn(move || {
            let _watched = Watched(told.clone());
            act(&opening, &keep, &acted, &told);
        });
        Self {
            asking: to_asking,
            acting: to_acting,
        }
    }

    /// None: they have ended.
    #[cfg(test)]
    pub fn ended() -> Self {
        let (asking, acting) = (mpsc::channel().0, mpsc::channel().0);
        Self { asking, acting }
    }

    /// Gives a job to the thread whose it is.
    pub fn give(&self, job: Job) -> Result<(), Ended> {
        let give = |to: &Sender<Job>, job| to.send(job).map_err(|_| Ended);
        match job {
            Job::Ask(..) => give(&self.asking, job),
            Job::Rehearse(_) | Job::Do(_) | Job::LogIn { .. } => give(&self.acting, job),
            Job::Enter(token) => {
                give(&self.asking, Job::Enter(token.clone()))?;
                give(&self.acting, Job::Enter(token))
            }
        }
    }
}

/// Tells when the thread that holds it panics.
pub struct Watched(pub Sender<Message>);

impl Drop for Watched {
    fn drop(&mut self) {
        if thread::panicking() {
            // Where nobody listens any more, the program is ending anyway.
            let _ = self.0.send(Message::Broken);
        }
    }
}

/// The thread that asks, and that looks whether others have changed the store.
struct Asking {
    door: Door,
    tell: Sender<Message>,
    /// What proves who sits there, and when that ends.
    caller: Option<(Secret, Option<Moment>)>,
    /// Whoever could not be looked at while the store did not answer.
    again: Option<Secret>,
    waiting: VecDeque<(u64, Call)>,
    seen: Option<ChangeToken>,
    /// What the answers since the last look around took.
    busy: Duration,
    /// When the last of them was there.
    answered: Instant,
}

impl Asking {
    fn new(door: Door, tell: Sender<Message>) -> Self {
        Self {
            door,
            tell,
            caller: None,
            again: None,
            waiting: VecDeque::new(),
            seen: None,
            busy: Duration::ZERO,
            answered: Instant::now(),
        }
    }

    /// Ends when nobody gives jobs any more, or nobody listens.
    fn run(mut self, jobs: &Receiver<Job>) {
        let pause = self.door.pause();
        // From before the first question on: what changes after an answer is seen.
        self.seen = self.door.change_token().ok();
        loop {
            let job = match self.waiting.is_empty() {
                true => jobs.recv_timeout(pause),
                false => jobs.try_recv().map_err(|error| match error {
                    mpsc::TryRecvError::Empty => RecvTimeoutError::Timeout,
                    mpsc::TryRecvError::Disconnected => RecvTimeoutError::Disconnected,
                }),
            };
            let told = match job {
                Ok(job) => self.take(job),
                Err(RecvTimeoutError::Timeout) => match self.waiting.pop_front() {
                    Some((number, question)) => self.answer_measured(number, question),
                    None if self.is_resting() => Ok(()),
                    None => self.look_around(),
                },
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if told.is_err() {
                return;
            }
        }
    }

    /// A question replaces one of its kind that waits: only the newest answer is wanted.
    fn take(&mut self, job: Job) -> Result<(), mpsc::SendError<Message>> {
        match job {
            Job::Ask(number, question) => {
                let kind = question.kind();
                self.waiting.retain(|(_, it)| it.kind() != kind);
                self.waiting.push_back((number, question));
                Ok(())
            }
            Job::Enter(token) => {
                (self.caller, self.again) = (None, None);
                self.enter(token)
            }
            Job::Rehearse(_) | Job::Do(_) | Job::LogIn { .. } => Ok(()),
        }
    }

    fn answer_measured(
        &mut self,
        number: u64,
        question: Call,
    ) -> Result<(), mpsc::SendError<Message>> {
        let began = Instant::now();
        let told = self.answer(number, question);
        self.answered = Instant::now();
        self.busy += self.answered - began;
        told
    }

    /// Answers that take long are not asked for again and again while others write: that would keep
    /// a core busy, and the store from tidying up.
    fn is_resting(&self) -> bool {
        self.answered.elapsed() < self.busy * REST
    }

    fn answer(&mut self, number: u64, question: Call) -> Result<(), mpsc::SendError<Message>> {
        self.leave_what_is_over()?;
        let Some((token, _)) = &self.caller else {
            return Ok(());
        };
        let answer = question.through(&self.door, &Caller::token(token));
        let answer = answer.map_err(Refusal::from);
        self.tell.send(Message::Answered(number, answer))
    }

    /// A session that has come to its end shows nothing more.
    fn leave_what_is_over(&mut self) -> Result<(), mpsc::SendError<Message>> {
        let now = self.door.now();
        let over = |(_, ends): &mut (Secret, Option<Moment>)| ends.is_some_and(|it| it <= now);
        match self.caller.take_if(over) {
            Some((token, _)) => self.enter(token),
            None => Ok(()),
        }
    }

    /// Whether others have changed the store since; then whoever sits there is looked at again.
    fn look_around(&mut self) -> Result<(), mpsc::SendError<Message>> {
        self.leave_what_is_over()?;
        self.busy = Duration::ZERO;
        if let Some(token) = self.again.take() {
            self.enter(token)?;
        }
        let seen = match self.door.change_token() {
            Ok(seen) => seen,
            Err(_) if self.caller.is_none() => return Ok(()),
            Err(error) => {
                return self.tell.send(Message::Unheard(error.into()));
            }
        };
        if self.seen.replace(seen).is_none_or(|it| it == seen) {
            return Ok(());
        }
        if let Some((token, _)) = self.caller.take() {
            self.enter(token)?;
        }
        self.tell.send(Message::Changed)
    }

    fn enter(&mut self, token: Secret) -> Result<(), mpsc::SendError<Message>> {
        match AskStanding.ask(&self.door, &Caller::token(&token)) {
            Ok(standing) => {
                self.caller = Some((token, standing.who.expires_at));
                self.tell.send(Message::Entered(Box::new(standing)))
            }
            Err(error) => {
                let trouble = Refusal::from(error);
                // Whoever is not known is asked to log in; a store that is busy is asked again.
                if trouble.kind != Kind::Unauthenticated {
                    self.again = Some(token);
                    return self.tell.send(Message::Unheard(trouble));
                }
                self.tell.send(Message::Unknown(trouble))
            }
        }
    }
}

/// The thread that acts.
fn act(opening: &Opening, keep: &Keep, jobs: &Receiver<Job>, tell: &Sender<Message>) {
    let mut acting = Acting {
        opening,
        door: None,
        caller: None,
    };
    for job in jobs {
        let told = match job {
            Job::Do(deed) => Some(Message::Done(acting.run(deed))),
            Job::Rehearse(deed) => Some(Message::Rehearsed(acting.run(deed))),
            Job::LogIn { name, beak } => Some(match acting.log_in(&name, &beak, keep) {
                Ok(token) => Message::LoggedIn(token),
                Err(trouble) => Message::NotLoggedIn(trouble),
            }),
            Job::Enter(token) => {
                acting.caller = Some(token);
                None
            }
            Job::Ask(..) => None,
        };
        if let Some(told) = told
            && tell.send(told).is_err()
        {
            return;
        }
    }
}

struct Acting<'o> {
    opening: &'o Opening,
    door: Option<Door>,
    caller: Option<Secret>,
}

impl Acting<'_> {
    /// The door is opened when it is first needed, so that the first screen does not wait for it.
    fn door(&mut self) -> Result<&Door, AppError> {
        let door = match self.door.take() {
            Some(door) => door,
            None => self.opening.door()?,
        };
        Ok(self.door.insert(door))
    }

    fn run(&mut self, deed: Call) -> Result<Answer, Refusal> {
        let token = self.caller.clone().unwrap_or_else(|| Secret::given(""));
        let caller = Caller::token(&token);
        let done = self.door().and_then(|door| deed.through(door, &caller));
        done.map_err(Refusal::from)
    }

    fn log_in(&mut self, name: &str, beak: &Secret, keep: &Keep) -> Result<Secret, Refusal> {
        let session = self
            .door()
            .and_then(|door| {
                door.enter(&LogIn {
                    name: name.to_owned(),
                    beak: beak.clone(),
                })
            })
            .map_err(Refusal::from)?;
        keep(&session).map_err(|text| Refusal::new(Kind::Failure, text))?;
        Ok(session.token)
    }
}

#[cfg(test)]
mod tests;
