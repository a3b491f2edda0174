//! What is told meanwhile, line by line.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};

use tracing::Level;
use tracing::subscriber::with_default;

/// Where what is told goes.
pub struct Told {
    to: Sender<String>,
}

/// Writes each line on its own.
struct Teller(Sender<String>);

impl Told {
    /// Nothing so far, and where it comes out.
    pub fn new() -> (Self, Receiver<String>) {
        let (to, from) = mpsc::channel();
        (Self { to }, from)
    }

    /// Does something, and takes down what this thread tells of it to whoever uses popug.
    pub fn by<T>(&self, what: impl FnOnce() -> T) -> T {
        let to = self.to.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(Level::WARN)
            .with_target(false)
            .with_level(false)
            .without_time()
            .with_ansi(false)
            .with_writer(move || Teller(to.clone()))
            .finish();
        with_default(subscriber, what)
    }
}

impl io::Write for Teller {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line).trim().to_owned();
        // Whoever has heard enough listens no more.
        let _ = self.0.send(text);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
