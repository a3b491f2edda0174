//! The one place that writes to standard output.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::{mem, panic, slice, thread};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cli::output::backlog::{Backlog, Inflow};
use crate::cli::output::data::{Data, json, picks};
use crate::cli::output::details::Details;
use crate::cli::output::error::OutputError;
use crate::cli::output::format::{Fields, Format};
use crate::cli::output::paint::Paint;
use crate::cli::output::stderr::Stderr;
use crate::kernel::locale::Locale;
use crate::kernel::text::shown_lines;

/// How answers are to be written.
#[derive(Clone, Debug)]
pub struct Manner {
    /// The form.
    pub format: Format,
    /// The fields wanted; `None` for all.
    pub fields: Option<Fields>,
    /// Whether standard output is painted.
    pub paint: Paint,
    /// The columns of the terminal; `None` where there is none.
    pub width: Option<usize>,
}

/// Standard output and standard error, and how to write to them.
///
/// Every method leaves what it wrote flushed. A reader that has gone comes back as
/// [`OutputError::PipeClosed`], which ends the program quietly.
pub struct Output<'a> {
    pub(super) stdout: BufWriter<Passing<'a>>,
    pub(super) stderr: Stderr<'a>,
    pub(super) manner: Manner,
    locale: Locale,
    read_in: Arc<OnceLock<Locale>>,
}

type Written = Result<(), OutputError>;

impl<'a> Output<'a> {
    /// Onto these two. The locale is that of nowhere in particular until the store is open.
    pub fn new(
        stdout: impl Write + Send + 'a,
        stderr: Stderr<'a>,
        manner: Manner,
        locale: Locale,
    ) -> Self {
        Self {
            stdout: Passing::onto(Box::new(stdout)),
            stderr,
            manner,
            locale,
            read_in: Arc::default(),
        }
    }

    /// Where the first answer leaves where and when it is read.
    pub fn read_in(&self) -> Arc<OnceLock<Locale>> {
        Arc::clone(&self.read_in)
    }

    /// The company's zone and currency, once they are known.
    pub fn set_locale(&mut self, locale: Locale) {
        self.read_in = Arc::default();
        self.locale = locale;
    }

    /// Where and when answers are read.
    pub fn locale(&self) -> &Locale {
        self.read_in.get().unwrap_or(&self.locale)
    }

    /// Whether standard output is painted.
    pub const fn paint(&self) -> Paint {
        self.manner.paint
    }

    /// The form that was asked for.
    pub const fn format(&self) -> Format {
        self.manner.format
    }

    /// For what is told beside the answer.
    pub const fn stderr(&mut self) -> &mut Stderr<'a> {
        &mut self.stderr
    }

    /// One thing, as labelled values for people.
    pub fn show<T>(&mut self, answer: &T, details: &Details) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.one(answer);
        }
        let picks = picks(self.manner.fields.as_ref(), slice::from_ref(answer))?;
        let narrowed = picks.map(|picks| details.narrowed(&picks, &json(answer)));
        let details = narrowed.as_ref().unwrap_or(details);
        let Manner { paint, width, .. } = self.manner;
        let locale = self.locale().clone();
        details.draw(&mut self.stdout, &locale, paint, width)?;
        self.flushed()
    }

    /// What a write did, as a sentence for people.
    pub fn say<T>(&mut self, answer: &T, sentence: &str) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.one(answer);
        }
        if self.manner.fields.is_some() {
            return self.show(answer, &Details::new());
        }
        writeln!(self.stdout, "{}", shown_lines(sentence))?;
        self.flushed()
    }

    /// More about a thing that was shown, in words: for people only, like a section.
    pub fn passage(&mut self, text: &str) -> Written {
        if self.manner.format != Format::Table || self.manner.fields.is_some() {
            return Ok(());
        }
        writeln!(self.stdout)?;
        self.text(text)
    }

    /// One thing that people, too, read as the JSON document that it is, such as an event.
    pub fn json<T>(&mut self, answer: &T) -> Written
    where
        T: Serialize + DeserializeOwned,
    {
        if self.manner.format != Format::Table {
            return self.one(answer);
        }
        if self.manner.fields.is_some() {
            return self.show(answer, &Details::new());
        }
        self.data().one(Format::Json, answer)?;
        self.flushed()
    }

    /// Text of many lines, such as a letter or a story.
    pub fn text(&mut self, text: &str) -> Written {
        self.script(&shown_lines(text))
    }

    /// Text for another program, as it is: it says nothing that anybody typed.
    pub fn script(&mut self, text: &str) -> Written {
        self.stdout.write_all(text.as_bytes())?;
        self.flushed()
    }

    /// Lets an answer be made that does not wait for whoever reads it: what is not read yet waits in
    /// memory, then in a file of that directory. Once it is made, it is waited for.
    pub fn unhurried<T, E: From<OutputError>>(
        &mut self,
        directory: Option<&Path>,
        make: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let backlog = Arc::new(Backlog::new(directory.map(Path::to_owned)));
        let inflow = Box::new(Inflow(Arc::clone(&backlog)));
        let mut sink = mem::replace(&mut self.stdout.get_mut().to, inflow);
        self.stderr.hold();
        let (made, handed) = thread::scope(|scope| {
            let handing = scope.spawn(|| backlog.hand_on(&mut sink));
            let ending = backlog.ending();
            let made = make(self);
            if made.is_err() {
                self.forget();
                backlog.forget();
            }
            drop(ending);
            let handed = handing.join().unwrap_or_else(|it| panic::resume_unwind(it));
            (made, handed)
        });
        self.stdout.get_mut().to = sink;
        self.stderr.let_go();
        let made = made?;
        handed.map_err(OutputError::from)?;
        Ok(made)
    }

    /// Standard output itself, for what is written as it comes.
    pub fn stream(&mut self) -> &mut (dyn Write + 'a) {
        &mut self.stdout
    }

    /// The fields wanted, where they are not of the answer but of what is written elsewhere.
    pub fn take_fields(&mut self) -> Option<Fields> {
        self.manner.fields.take()
    }

    fn one<T: Serialize + DeserializeOwned>(&mut self, answer: &T) -> Written {
        let format = self.manner.format;
        self.data().one(format, answer)?;
        self.flushed()
    }

    fn data(&mut self) -> Data<'_, BufWriter<Passing<'a>>> {
        Data {
            out: &mut self.stdout,
            fields: self.manner.fields.as_ref(),
        }
    }

    /// Begins an answer whose source may fail on the way and be asked again: what is left of an
    /// attempt before is forgotten, unless some of it has gone out.
    pub(super) fn begin(&mut self) -> Written {
        if self.stdout.get_ref().passed {
            return Err(OutputError::CutShort);
        }
        self.forget();
        Ok(())
    }

    /// Forgets what has not gone out of an answer that will not be whole.
    pub fn forget(&mut self) {
        if !self.stdout.buffer().is_empty() {
            let nowhere = Passing::onto(Box::new(io::sink()));
            let (passing, _) = mem::replace(&mut self.stdout, nowhere).into_parts();
            self.stdout = Passing::onto(passing.to);
        }
    }

    pub(super) fn flushed(&mut self) -> Written {
        self.stdout.flush()?;
        self.stdout.get_mut().passed = false;
        Ok(())
    }
}

/// A sink that knows whether anything has gone out since an answer was whole.
pub(super) struct Passing<'a> {
    to: Box<dyn Write + Send + 'a>,
    passed: bool,
}

impl<'a> Passing<'a> {
    fn onto(to: Box<dyn Write + Send + 'a>) -> BufWriter<Self> {
        BufWriter::with_capacity(64 * 1024, Self { to, passed: false })
    }
}

impl Write for Passing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.passed = true;
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
