//! The terminal: taken over, and given back as it was, however the program ends.

use std::io::{self, Stdout, Write};
use std::panic;
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
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::dashboard::message::Message;
use crate::dashboard::model::Model;
use crate::dashboard::view;

/// Whether clicks and the wheel come to the program, instead of to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// The terminal keeps it, so that text can be selected.
    #[default]
    Left,
    /// The program gets it.
    Taken,
}

/// A terminal that is taken over until this is dropped.
pub struct Terminal {
    screen: ratatui::Terminal<CrosstermBackend<Stdout>>,
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
        let screen = screen.inspect_err(|_| give_back())?;
        Ok(Self { screen, mouse })
    }

    /// Its columns and rows.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.size()?;
        Ok((size.width, size.height))
    }

    /// Draws what the model says, as far as it has changed.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.screen
            .draw(|frame| view::draw(frame, model))
            .map(|_| ())
    }

    /// Draws every cell the next time.
    pub fn redraw(&mut self) -> io::Result<()> {
        self.screen.clear()
    }

    /// Puts a text where the terminal keeps what is copied (OSC 52).
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the terminal to the shell, and takes it over again once it is given back by `fg`.
    pub fn suspend(&mut self) -> io::Result<()> {
        give_back();
        emulate_default_handler(SIGTSTP)?;
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
    enable_raw_mode()?;
    let entered = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste);
    let entered = entered.and_then(|()| match mouse {
        Mouse::Taken => execute!(io::stdout(), EnableMouseCapture),
        Mouse::Left => Ok(()),
    });
    entered.inspect_err(|_| give_back())
}

/// Gives the terminal back as it was. A terminal that is gone needs nothing of it.
fn give_back() {
    let mut out = io::stdout();
    let _ = execute!(
        out,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Listens to keys and signals from here on, each in a thread of its own.
pub fn listen(tell: &Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT])?;
    let told = tell.clone();
    thread::spawn(move || {
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
    let told = tell.clone();
    thread::spawn(move || {
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
    Ok(())
}
