//! The worker: consumers and deliveries, for ever.
//!
//! Several of them are harmless: an offset is moved by one of them, a letter has one name in its
//! mailbox, a payment ends once. Between two rounds no transaction is open, and an idle worker asks
//! the store for no more than one number.

use std::time::{Duration, Instant};

use crate::app::consumers::{self, Heard};
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::{mail, payments};
use crate::delivery::DeliveryError;
use crate::events::LogError;
use crate::kernel::actor::Actor;
use crate::store::refuse_moved;

/// How long a worker rests before it looks whether it is to end.
const NAP: Duration = Duration::from_millis(250);
/// How often the queues are looked at where nobody has written: a letter's time may have come, or
/// the clock may have been set.
const LOOK: Duration = Duration::from_secs(5);
/// How long it waits after a failure that may pass, doubled for each one after,
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// but never longer than this.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Works until `go_on` says no longer, which is asked between any two steps; what is open then is
/// finished. Ends with an error only where waiting does not help.
pub fn work(door: &Door, go_on: &dyn Fn() -> bool) -> Result<(), AppError> {
    let mut worker = Worker {
        door,
        go_on,
        seen: None,
        looked: None,
        told: Vec::new(),
    };
    let mut pause = FIRST_PAUSE;
    while go_on() {
        match worker.round() {
            Ok(Round::Idle) => std::thread::sleep(door.store().pause()),
            Ok(Round::Worked) => pause = FIRST_PAUSE,
            Err(error) if is_passing(&error) => {
                tracing::warn!("{error}; trying again in {} s", pause.as_secs());
                worker.rest(pause);
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Whether a failure may pass without anybody doing anything.
fn is_passing(error: &AppError) -> bool {
    let (AppError::Store(store)
    | AppError::Log(LogError::Store(store))
    | AppError::Delivery(
        DeliveryError::Store(store) | DeliveryError::Log(LogError::Store(store)),
    )) = error
    else {
        return false;
    };
    store.is_passing()
}

/// What a round came to.
enum Round {
    /// Something was done, or looked for.
    Worked,
    /// There was no reason to look.
    Idle,
}

struct Worker<'d> {
    door: &'d Door,
    go_on: &'d dyn Fn() -> bool,
    /// The commits of others when it looked last.
    seen: Option<i64>,
    /// When it looked last.
    looked: Option<Instant>,
    /// What keeps something from being done, and was told; it is told once.
    told: Vec<String>,
}

impl Worker<'_> {
    fn round(&mut self) -> Result<Round, AppError> {
        let commits = self.door.store().others_commits()?;
        let since = self.looked.map(|looked| looked.elapsed());
        if self.seen == Some(commits) && since.is_some_and(|since| since < LOOK) {
            return Ok(Round::Idle);
        }
        self.door.read(refuse_moved)?;
        let mut hindered = Vec::new();
        let more = self.hear(&mut hindered)? | self.deliver(&mut hindered)?;
        self.tell(hindered);
        // Only now: what failed on the way is looked for again.
        self.seen = (!more).then_some(commits);
        self.looked = Some(Instant::now());
        Ok(Round::Worked)
    }

    /// Lets the consumers hear a part of what they have not heard; answers whether there is more.
    fn hear(&self, hindered: &mut Vec<String>) -> Result<bool, AppError> {
        let stamp = self.door.world().stamp(&Actor::System);
        let heard = consumers::hear_some(self.door.store(), &stamp)?;
        hindered.extend(heard.stopped().map(|it| it.to_string()));
        Ok(matches!(heard, Heard::More))
    }

    /// Hands over a page of what is due; answers whether there may be more.
    fn deliver(&self, hindered: &mut Vec<String>) -> Result<bool, AppError> {
        let settled = hinder(payments::settle_page(self.door), hindered)?.unwrap_or_default();
        let now = self.door.now();
        let handed = mail::send_page(self.door, now, self.go_on);
        let handed = hinder(handed, hindered)?;
        let (handed, rest) = handed.unwrap_or((mail::Handed::default(), mail::Rest::Nothing));
        for (id, reason) in &handed.failed {
            tracing::warn!("letter {id} was not handed over: {reason}");
        }
        let more_letters = match rest {
            mail::Rest::Cut => true,
            mail::Rest::More => !handed.sent.is_empty(),
            mail::Rest::Nothing => false,
        };
        Ok(!settled.is_empty() || more_letters)
    }

    /// Tells what hinders it, once as long as it does.
    fn tell(&mut self, hindered: Vec<String>) {
        for hindrance in &hindered {
            if !self.told.contains(hindrance) {
                tracing::warn!("{hindrance}");
            }
        }
        self.told = hindered;
    }

    /// Waits, unless it is told to end.
    fn rest(&self, pause: Duration) {
        let began = Instant::now();
        while (self.go_on)() && began.elapsed() < pause {
            std::thread::sleep(NAP);
        }
    }
}

/// A target that is set wrongly hinders its queue alone, until somebody sets it right.
fn hinder<T>(done: Result<T, AppError>, hindered: &mut Vec<String>) -> Result<Option<T>, AppError> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(error @ (AppError::MailTarget(_) | AppError::PaymentTarget(_))) => {
            hindered.push(error.to_string());
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
