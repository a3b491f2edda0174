//! Logs: a stream on standard error, for people as plain lines, for machines as JSON. While a screen
//! has the terminal, warnings are told to it, and nothing is written over it.

use std::fmt::{self, Debug, Write as _};
use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::writer::OptionalWriter;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields, MakeWriter};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{EnvFilter, fmt as lines, registry};

use crate::cli::output::{Paint, Tone};
use crate::kernel::text::{shown, shown_json};

/// A filter that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("'{filter}' is no filter for logs: {reason}")]
pub struct LogFilterError {
    /// The filter given.
    filter: String,
    /// What is wrong with it.
    reason: String,
}

/// How much is told, by `-q`, `-v` and `-vv`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verbosity {
    /// Errors only.
    Quiet,
    /// Warnings too, or what the environment asks for.
    #[default]
    Normal,
    /// What popug does.
    Verbose,
    /// And how.
    Debug,
}

/// The form of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One object a line, with its time (`POPUG_LOG_FORMAT=json`).
    Json,
}

/// What is logged, and how.
#[derive(Clone, Debug)]
pub struct Logging {
    /// By the flags, which beat the filter.
    pub verbosity: Verbosity,
    /// `POPUG_LOG`, as tracing's `EnvFilter`.
    pub filter: Option<String>,
    /// The form.
    pub format: LogFormat,
    /// Whether standard error is painted.
    pub paint: Paint,
}

impl Verbosity {
    /// From how often `-v` was given.
    pub const fn louder(times: u8) -> Self {
        match times {
            0 => Self::Normal,
            1 => Self::Verbose,
            2.. => Self::Debug,
        }
    }
}

/// Starts logging to standard error for the whole process. A second start changes nothing.
pub fn start(logging: &Logging) -> Result<(), LogFilterError> {
    let dispatch = dispatch(logging, beside_the_screen)?;
    let _ = tracing::dispatcher::set_global_default(dispatch);
    Ok(())
}

/// The screen that has the terminal, if one has.
static SCREEN: Mutex<Option<Sender<String>>> = Mutex::new(None);

fn screen() -> MutexGuard<'static, Option<Sender<String>>> {
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A screen has the terminal until this is dropped.
pub struct Covered(());

impl Covered {
    /// From here on warnings are told there, and standard error gets what is logged only where it
    /// is no terminal.
    pub fn by_screen() -> (Self, Receiver<String>) {
        let (tell, told) = mpsc::channel();
        *screen() = Some(tell);
        (Self(()), told)
    }
}

impl Drop for Covered {
    fn drop(&mut self) {
        *screen() = None;
    }
}

fn beside_the_screen() -> OptionalWriter<io::Stderr> {
    if screen().is_some() && io::stderr().is_terminal() {
        return OptionalWriter::none();
    }
    OptionalWriter::some(io::stderr())
}

/// Tells warnings to the screen that has the terminal.
struct OntoScreen;

impl<S: Subscriber> Layer<S> for OntoScreen {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() > Level::WARN {
            return;
        }
        if let Some(screen) = &*screen() {
            // A screen that hears no more is about to end.
            let told = Told::of(event);
            let _ = screen.send(told.message + &told.fields);
        }
    }
}

/// Everything up to the sink.
fn dispatch<W>(logging: &Logging, sink: W) -> Result<tracing::Dispatch, LogFilterError>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let told = registry().with(filter(logging)?).with(OntoScreen);
    let lines = lines::layer().with_ansi(false);
    Ok(match logging.format {
        LogFormat::Json => {
            let lines = lines.with_writer(Harmless(sink)).json();
            tracing::Dispatch::new(told.with(lines))
        }
        LogFormat::Text => {
            let line = Line {
                paint: logging.paint,
            };
            let lines = lines.with_writer(sink).event_format(line);
            tracing::Dispatch::new(told.with(lines))
        }
    })
}

/// A sink for JSON, and its writers, that pass nothing on that a terminal would obey.
struct Harmless<W>(W);

impl<'w, W: MakeWriter<'w>> MakeWriter<'w> for Harmless<W> {
    type Writer = Harmless<W::Writer>;

    fn make_writer(&'w self) -> Self::Writer {
        Harmless(self.0.make_writer())
    }
}

impl<W: io::Write> io::Write for Harmless<W> {
    /// Whole lines come here, each at once.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        self.0.write_all(shown_json(&text).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn filter(logging: &Logging) -> Result<EnvFilter, LogFilterError> {
    let directives = match (logging.verbosity, &logging.filter) {
        (Verbosity::Normal, Some(filter)) => filter,
        (Verbosity::Normal, None) => "warn",
        (Verbosity::Quiet, _) => "error",
        (Verbosity::Verbose, _) => "warn,popug=info",
        (Verbosity::Debug, _) => "warn,popug=debug",
    };
    EnvFilter::try_new(directives).map_err(|error| LogFilterError {
        filter: directives.to_owned(),
        reason: error.to_string(),
    })
}

/// `warning: the store is busy store=popug.db`: no time, no target, no thread.
struct Line {
    paint: Paint,
}

impl<S, N> FormatEvent<S, N> for Line
where
    S: Subscriber + for<'l> LookupSpan<'l>,
    N: for<'w> FormatFields<'w> + 'static,
{
    fn format_event(
        &self,
        _: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let (label, tone) = label(*event.metadata().level());
        let told = Told::of(event);
        let text = told.message + &told.fields;
        writeln!(writer, "{} {}", self.paint.text(label, tone), shown(&text))?;
        match told.hint.as_str() {
            "" => Ok(()),
            hint => {
                let label = self.paint.text("hint:", Tone::Strong);
                writeln!(writer, "{label} {}", shown(hint))
            }
        }
    }
}

fn label(level: Level) -> (&'static str, Tone) {
    match level {
        Level::ERROR => ("error:", Tone::Bad),
        Level::WARN => ("warning:", Tone::Warning),
        Level::INFO => ("popug:", Tone::Strong),
        Level::DEBUG => ("debug:", Tone::Dim),
        Level::TRACE => ("trace:", Tone::Dim),
    }
}

/// The message, what can be done, and the other fields as ` key=value`.
#[derive(Default)]
struct Told {
    message: String,
    hint: String,
    fields: String,
}

impl Told {
    fn of(event: &Event<'_>) -> Self {
        let mut told = Self::default();
        event.record(&mut told);
        told
    }
}

impl Visit for Told {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // Writing to a string cannot fail.
        let _ = match field.name() {
            "message" => write!(self.message, "{value:?}"),
            "hint" => write!(self.hint, "{value:?}"),
            name => write!(self.fields, " {name}={value:?}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Sink(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("a lock").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logging(verbosity: Verbosity, filter: Option<&str>) -> Logging {
        Logging {
            verbosity,
            filter: filter.map(str::to_owned),
            format: LogFormat::Text,
            paint: Paint::Plain,
        }
    }

    fn logged(logging: &Logging) -> String {
        let sink = Sink::default();
        let to = sink.clone();
        let dispatch = dispatch(logging, move || to.clone()).expect("a filter");
        tracing::dispatcher::with_default(&dispatch, || {
            tracing::error!("the disk is full");
            tracing::warn!(store = "popug.db", waited = 2, "busy \u{1b}[2J");
            tracing::info!(target: "popug::app", "listening");
            tracing::debug!(target: "popug::app", "caught up");
            tracing::debug!(target: "hyper", "noise");
        });
        let bytes = sink.0.lock().expect("a lock").clone();
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn people_get_plain_lines() {
        insta::assert_snapshot!(logged(&logging(Verbosity::Normal, None)), @r"
        error: the disk is full
        warning: busy \u{1b}[2J store=popug.db waited=2
        ");
    }

    #[test]
    fn flags_beat_the_filter() {
        let lines = |verbosity, filter| logged(&logging(verbosity, filter)).lines().count();
        assert_eq!(lines(Verbosity::Quiet, Some("trace")), 1);
        assert_eq!(lines(Verbosity::Verbose, Some("off")), 3);
        assert_eq!(lines(Verbosity::Debug, None), 4);
        assert_eq!(lines(Verbosity::Normal, Some("debug")), 5);
        assert_eq!(lines(Verbosity::Normal, Some("popug::app=info")), 1);
    }

    #[test]
    fn machines_get_an_object_a_line() {
        let json = Logging {
            format: LogFormat::Json,
            ..logging(Verbosity::Quiet, None)
        };
        let line: serde_json::Value = serde_json::from_str(&logged(&json)).expect("JSON");
        assert_eq!(line["level"], "ERROR");
        assert_eq!(line["fields"]["message"], "the disk is full");
    }

    #[test]
    fn a_filter_that_cannot_be_read_is_refused() {
        let wrong = filter(&logging(Verbosity::Normal, Some("popug=loud")));
        assert!(wrong.is_err());
    }
}
