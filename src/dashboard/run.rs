//! The loop: a message, the model, a frame.

use std::io;
use std::iter;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::app::AppError;
use crate::auth::Secret;
use crate::dashboard::effect::threads::{Ended, Keep, Opening, Threads};
use crate::dashboard::hang_up::is_of_closed_terminal;
use crate::dashboard::message::Message;
use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::model::{Effect, Job, Manner, Model};
use crate::dashboard::terminal::{Mouse, Terminal, hear_hang_up, hear_keys, hear_signals};
use crate::dashboard::update::{log_in, update};
use crate::dashboard::views;

/// How often ages on the screen are counted anew.
const TICK: Duration = Duration::from_secs(30);
/// From when on it is shown that an answer is waited for.
const LATE: Duration = Duration::from_millis(150);

/// With what the dashboard starts.
pub struct Start {
    /// How the store is opened.
    pub opening: Opening,
    /// The session or token to act with; without one it asks for a name and a beak.
    pub token: Option<Secret>,
    /// The name that is proposed then.
    pub name: Option<String>,
    /// Keeps a session that was begun here.
    pub keep: Keep,
    /// Keys, colours, and whether one may change anything.
    pub manner: Manner,
    /// Whether it gets the mouse.
    pub mouse: Mouse,
    /// What would be written to the terminal, had nobody taken it.
    pub warnings: Receiver<String>,
}

/// Why the dashboard cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum DashboardError {
    /// The store cannot be opened.
    #[error(transparent)]
    App(#[from] AppError),
    /// The terminal does not take what is drawn.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] io::Error),
    /// A thread has ended.
    #[error(transparent)]
    Ended(#[from] Ended),
}

/// Runs until somebody quits. The store is opened before the terminal is taken over.
pub fn run(start: Start) -> Result<(), DashboardError> {
    let door = start.opening.door()?;
    let clock = start.opening.world.clock;
    // Ages are counted by the store's clock.
    let ahead = clock.now().seconds_since(door.now());
    let now = || clock.now().plus_seconds(-ahead);
    let (tell, told) = mpsc::channel();
    let threads = Threads::start(start.opening, door, start.keep, &tell);
    hear_signals(&tell)?;
    hear_warnings(start.warnings, &tell);
    let mut terminal = Terminal::take(start.mouse)?;
    hear_hang_up(&tell);
    hear_keys(&tell);
    let mut model = views::begin(start.manner, terminal.size()?, now());
    match start.token {
        Some(token) => threads.give(Job::Enter(token))?,
        None => model.overlay = Some(Overlay::Form(log_in::form(start.name.as_deref(), None))),
    }
    let running = Running {
        terminal: &mut terminal,
        threads: &threads,
    };
    match running.until_quit(&mut model, &told, now) {
        // Whoever closes the terminal has quit.
        Err(DashboardError::Terminal(error)) if is_of_closed_terminal(&error) => Ok(()),
        ended => ended,
    }
}

/// Shows from here on what would be written over the screen.
fn hear_warnings(warnings: Receiver<String>, tell: &Sender<Message>) {
    let told = tell.clone();
    thread::spawn(move || {
        let mut warnings = warnings.into_iter().map(Message::Warned);
        warnings.try_for_each(|warning| told.send(warning))
    });
}

struct Running<'r> {
    terminal: &'r mut Terminal,
    threads: &'r Threads,
}

impl Running<'_> {
    fn until_quit(
        mut self,
        model: &mut Model,
        told: &Receiver<Message>,
        now: impl Fn() -> crate::kernel::moment::Moment,
    ) -> Result<(), DashboardError> {
        loop {
            self.terminal.draw(model)?;
            let wonders = model.is_waiting() && !model.late;
            let first = match told.recv_timeout(if wonders { LATE } else { TICK }) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) if wonders => Message::Late,
                Err(RecvTimeoutError::Timeout) => Message::Tick(now()),
                Err(RecvTimeoutError::Disconnected) => return Err(Ended.into()),
            };
            // Whatever has come meanwhile is drawn in one frame.
            for message in iter::once(first).chain(told.try_iter()) {
                if let Message::Broken = message {
                    return Err(Ended.into());
                }
                for effect in update(model, message) {
                    if let Effect::Quit = effect {
                        return Ok(());
                    }
                    self.bring_about(effect)?;
                }
            }
        }
    }

    fn bring_about(&mut self, effect: Effect) -> Result<(), DashboardError> {
        match effect {
            Effect::Job(job) => self.threads.give(job)?,
            Effect::Copy(text) => self.terminal.copy(&text)?,
            Effect::Suspend => self.terminal.suspend()?,
            Effect::Redraw => self.terminal.redraw()?,
            Effect::Quit => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
