//! `popug event`.

use std::io;

use clap::{Args, ValueEnum};

use crate::app::{AppError, Derived, RebuildConsumer, Rebuilt};
use crate::cli::args::NewestArg;
use crate::cli::commands::dead;
use crate::cli::context::{Context, Ending, Entered, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{
    Cell, Format, Limit, Listing, Source, Stream, Table, Tone, Visitor, terminal_width,
};
use crate::cli::reader::Rows;
use crate::cli::stop::{Stop, nobody_reads};
use crate::events::{
    CloudEvent, ConsumerState, EventConsumers, EventHead, EventList, EventName, EventPage,
    EventSchema, EventSchemas, EventShow, LogHead, SchemaName,
};
use crate::kernel::ids::Seq;
use crate::store::StoreError;

group! {
    /// The log: every event, who hears it, and the schemas.
    Event {
        List(List),
        Show(Show),
        Consumers(Consumers),
        Schema(Schema),
        Dead = subcommand dead::Dead,
        Rebuild(Rebuild),
    }
}

/// Events, oldest first (admins).
///
/// As JSON they are CloudEvents 1.0.
///
/// Example: popug event list --name task.assigned --limit 10
#[derive(Args, Debug)]
pub struct List {
    /// Behind this one
    #[arg(long, value_name = "SEQ")]
    after: Option<u32>,

    /// Of this name, such as task.created
    #[arg(long, value_name = "NAME")]
    name: Option<EventName>,

    /// About this, such as task/12
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<String>,

    #[command(flatten)]
    limit: NewestArg,

    /// Go on as events are appended, until interrupted
    #[arg(short, long)]
    follow: bool,
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = EventList {
            after: self.after.map(|seq| Seq::new(seq.into())),
            name: self.name,
            subject: self.subject,
            limit: context.out.wanted(self.limit.rows()),
        };
        if self.follow && context.out.format() == Format::Json {
            return Err(CliError::usage(
                "--follow has no end, and one document needs one; use jsonl",
            ));
        }
        let entered = context.enter()?;
        let table = table(self.follow.then(width_of_names));
        let last = std::cell::Cell::new(request.after.unwrap_or(Seq::START));
        context.look(&entered, |out, state| {
            let rows = Rows {
                state,
                query: &request,
            };
            let rows = Noted {
                rows: &rows,
                last: &last,
            };
            out.list(&Listing::visiting(&rows).limit(self.limit.rows()), &table)
        })?;
        if !self.follow {
            return Ok(Ending::Done);
        }
        let page = EventPage {
            after: last.get(),
            name: request.name,
            subject: request.subject,
        };
        follow(context, &entered, page)
    }
}

/// Events of which the last that was shown is noted.
struct Noted<'a> {
    rows: &'a Rows<'a, EventList>,
    last: &'a std::cell::Cell<Seq>,
}

impl Source for Noted<'_> {
    type Row = CloudEvent;
    type Error = CliError;

    fn each(&self, visit: &mut Visitor<'_, CloudEvent, CliError>) -> Result<(), CliError> {
        self.rows.each(&mut |event| {
            if let Ok(seq) = event.id.parse() {
                self.last.set(seq);
            }
            visit(event)
        })
    }
}

/// Writes what is appended, until the process is asked to end or nobody reads it any more.
fn follow(
    context: &mut Context,
    entered: &Entered,
    mut page: EventPage,
) -> Result<Ending, CliError> {
    let stop = Stop::on_signals()?;
    let table = table(Some(width_of_names()));
    let mut seen = None;
    while stop.go_on() && !nobody_reads() {
        let token = match seen {
            None => entered.door.change_token()?,
            Some(before) => match entered.door.wait(before)? {
                same if same == before => continue,
                other => other,
            },
        };
        let LogHead { seq, moved_to } = entered.ask(&EventHead {})?;
        let events = entered.ask(&page)?;
        match events.last().and_then(|event| event.id.parse().ok()) {
            None => {
                // It was told to the end, and nothing comes any more.
                if let Some(to) = moved_to {
                    return Err(AppError::Store(StoreError::Moved(to)).into());
                }
                seen = Some(token);
                // What was passed over is not read again.
                page.after = page.after.max(seq);
            }
            Some(last) => {
                page.after = last;
                let more = Listing::of(&events).continued();
                context.out.list(&more, &table)?;
            }
        }
    }
    Ok(Ending::Done)
}

/// In a table which goes on nobody knows the further rows: with so many columns for names, a row is
/// as wide as most of them, so that columns stay below each other, and all but the data fit into a
/// terminal.
fn table(names: Option<usize>) -> Table<'static, CloudEvent> {
    let padded = move |text: &str, wide: usize| {
        let wide = names.map_or(0, |_| wide);
        Cell::text(format!("{text:<wide$}"))
    };
    Table::<CloudEvent>::new()
        .right("id", "SEQ", |event| Cell::text(&event.id))
        .left("time", "AT", |event| Cell::Time(event.time))
        .left("type", "EVENT", move |event| {
            let name = event.kind.trim_start_matches("popug.");
            padded(name, names.unwrap_or(0))
        })
        .left("subject", "SUBJECT", move |event| {
            padded(&event.subject, 14)
        })
        .left("actor", "BY", move |event| padded(&event.actor, 6))
        .right("cause", "CAUSE", move |event| {
            let cause = event.cause.map_or_else(String::new, |it| it.to_string());
            let wide = names.map_or(0, |_| event.id.len());
            Cell::text(format!("{cause:>wide$}"))
        })
        .flexible("data", "DATA", |event| Cell::text(&event.data))
}

/// Columns that the names of events get in a table which goes on: enough for all of them where
/// there is room, and else for most.
fn width_of_names() -> usize {
    match terminal_width(Stream::of(&io::stdout())) {
        Some(..100) => 16,
        Some(_) | None => 21,
    }
}

/// One event, in full (admins).
///
/// It is shown as CloudEvents 1.0 write it, its data in the version that was stored.
///
/// Example: popug event show 1
#[derive(Args, Debug)]
pub struct Show {
    /// Which event
    #[arg(value_name = "SEQ")]
    seq: Seq,
}

impl Run for Show {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let event = context.enter()?.ask(&EventShow { seq: self.seq })?;
        context.out.json(&event)?;
        Ok(Ending::Done)
    }
}

/// Who hears the log, and how far each has heard (admins).
///
/// It says how many events each could not take in.
///
/// Example: popug event consumers
#[derive(Args, Debug)]
pub struct Consumers {}

impl Run for Consumers {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let consumers = context.enter()?.ask(&EventConsumers {})?;
        let table = Table::<ConsumerState>::new()
            .left("consumer", "CONSUMER", |row| Cell::text(&row.consumer))
            .right("offset", "OFFSET", |row| Cell::text(row.offset))
            .right("head", "HEAD", |row| Cell::text(row.head))
            .right("lag", "LAG", |row| counted(row.lag, Tone::Warning))
            .right("dead", "DEAD", |row| counted(row.dead, Tone::Bad))
            .right("parked", "PARKED", |row| counted(row.parked, Tone::Bad));
        context.list_held(&consumers, Limit::first(None), &table)
    }
}

fn counted(count: i64, tone: Tone) -> Cell {
    if count == 0 {
        Cell::text(0)
    } else {
        Cell::word(count, tone)
    }
}

/// The JSON schemas of events.
///
/// One of them where an event is named, in its newest version unless told otherwise; else which
/// there are.
///
/// Example: popug event schema task.created 1
#[derive(Args, Debug)]
pub struct Schema {
    /// Of which event
    #[arg(value_name = "NAME")]
    name: Option<EventName>,

    /// In which version
    #[arg(id = "schema_version", value_name = "VERSION")]
    version: Option<i64>,
}

impl Run for Schema {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let Some(name) = self.name else {
            let schemas = entered.ask(&EventSchemas {})?;
            let table = Table::<SchemaName>::new()
                .left("name", "EVENT", |row| Cell::text(row.name))
                .right("version", "VERSION", |row| Cell::text(row.version))
                .left("dataschema", "SCHEMA", |row| Cell::text(&row.dataschema));
            return context.list_held(&schemas, Limit::first(None), &table);
        };
        let schema = entered.ask(&EventSchema {
            name,
            version: self.version,
        })?;
        context.out.json(&schema)?;
        Ok(Ending::Done)
    }
}

/// Derive a consumer's tables anew from the log (admins).
///
/// They are derived from the first event on, then put in place of the old ones. Others go on
/// working meanwhile.
///
/// Example: popug event rebuild analytics
#[derive(Args, Debug)]
pub struct Rebuild {
    /// Whose
    #[arg(value_name = "CONSUMER", value_enum)]
    consumer: Named,
}

/// The consumers that only derive.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Named {
    /// What admins watch
    Analytics,
}

impl Run for Rebuild {
    const TAKES: Takes = Takes::of::<RebuildConsumer>().answers::<Rebuilt>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let bar = context.watch();
        let consumer = match self.consumer {
            Named::Analytics => Derived::Analytics,
        };
        let rebuilt = entered.run(RebuildConsumer { consumer })?;
        drop(bar);
        let sentence = format!(
            "{} is rebuilt through event {}",
            rebuilt.consumer, rebuilt.through
        );
        context.out.say(&rebuilt, &sentence)?;
        Ok(Ending::Done)
    }
}
