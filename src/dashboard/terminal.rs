//! The terminal: taken over, and given back as it was, however the program ends.

use std::io::{self, Stdout};
use std::mem::ManuallyDrop;
use std::os::fd::AsFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    Event,
};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::dashboard::effect::threads::Watched;
use crate::dashboard::hang_up::{Watch, is_gone};
use crate::dashboard::message::Message;
use crate::dashboard::model::Model;
use crate::dashboard::view;
use crate::store;

/// Whether clicks and the wheel come to the program, instead of to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// The terminal keeps it, so that text can be selected.
    #[default]
    Left,
    /// The program gets it.
    Taken,
}

/// Whether the terminal is taken over. It is changed under the lock of standard output, under which
/// frames are drawn as well: nobody draws on a terminal that was given back.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// A terminal that is taken over until this is dropped.
pub struct Terminal {
    /// Never dropped: it would complain on standard error that a closed terminal shows no cursor,
    /// and panic where that is closed as well.
    screen: ManuallyDrop<ratatui::Terminal<CrosstermBackend<Stdout>>>,
    mouse: Mouse,
}

impl Terminal {
    /// Takes the terminal over. From here on a panic gives it back before it tells of itself.
    pub fn take(mouse: Mouse) -> io::Result<Self> {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            give_back();
            told(panic);
        }));
        enter(mouse)?;
        let screen = ratatui::Terminal::new(CrosstermBackend::new(io::stdout()));
        let screen = ManuallyDrop::new(screen.inspect_err(|_| give_back())?);
        Ok(Self { screen, mouse })
    }

    /// Its columns and rows.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.size()?;
        Ok((size.width, size.height))
    }

    /// Draws what the model says, as far as it has changed.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        let _whole = io::stdout().lock();
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.screen
            .draw(|frame| view::draw(frame, model))
            .map(|_| ())
    }

    /// Draws every cell the next time. `clear` would ask the terminal where its cursor is, and the
    /// answer would come in among the keys.
    pub fn redraw(&mut self) -> io::Result<()> {
        let (columns, rows) = self.size()?;
        self.screen.resize(Rect::new(0, 0, columns, rows))
    }

    /// Puts a text where the terminal keeps what is copied (OSC 52).
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the terminal to the shell, and takes it over again once it is given back by `fg`.
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back();
        store::suspend(|| emulate_default_handler(SIGTSTP))?;
        enter(self.mouse)?;
        self.redraw()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter(mouse: Mouse) -> io::Result<()> {
    let mut out = io::stdout().lock();
    TAKEN.store(true, Ordering::SeqCst);
    let entered = enable_raw_mode()
        .and_then(|()| execute!(out, EnterAlternateScreen, EnableBracketedPaste))
        .and_then(|()| match mouse {
            Mouse::Taken => execute!(out, EnableMouseCapture),
            Mouse::Left => Ok(()),
        });
    entered.inspect_err(|_| give_back())
}

/// Gives the terminal back as it was, once: what is told after that stays where it is. A terminal
/// that is gone needs nothing of it.
fn give_back() {
    let mut out = io::stdout().lock();
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = execute!(
        out,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// Listens to signals from here on. It begins before the terminal is taken over, so that none ends
/// the program without giving it back.
pub fn hear_signals(tell: &Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT])?;
    let told = tell.clone();
    thread::spawn(move || {
        let _watched = Watched(told.clone());
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Suspend,
                SIGCONT => Message::Redraw,
                _ => Message::Stop,
            };
            if told.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Looks from here on whether the terminal was closed: no key tells of that, and not every signal.
pub fn hear_hang_up(tell: &Sender<Message>) {
    let told = tell.clone();
    thread::spawn(move || {
        let _watched = Watched(told.clone());
        let (stdin, stdout) = (io::stdin(), io::stdout());
        // A terminal that cannot be looked at is gone as well.
        let _ = is_gone([stdin.as_fd(), stdout.as_fd()], Watch::Always);
        // Where nobody listens any more, the program is ending anyway.
        let _ = told.send(Message::Stop);
    });
}

/// Listens to keys from here on, and to whatever else the terminal tells.
pub fn hear_keys(tell: &Sender<Message>) {
    let told = tell.clone();
    thread::spawn(move || {
        let _watched = Watched(told.clone());
        loop {
            let message = match event::read() {
                Ok(Event::Key(key)) => Message::Key(key),
                Ok(Event::Paste(text)) => Message::Paste(text),
                Ok(Event::Mouse(event)) => Message::Mouse(event),
                Ok(Event::Resize(columns, rows)) => Message::Resized(columns, rows),
                Ok(Event::FocusGained | Event::FocusLost) => continue,
                // A terminal that can no longer be read is gone.
                Err(_) => Message::Stop,
            };
            let ends = matches!(message, Message::Stop);
            if told.send(message).is_err() || ends {
                return;
            }
        }
    });
}
