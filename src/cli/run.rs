//! From the arguments to the exit code.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory;

use crate::app::kind::Kind;
use crate::app::{AppError, Refusal, Timed, World};
use crate::cli::args::Global;
use crate::cli::ask::Person;
use crate::cli::commands::{Command, Dashboard};
use crate::cli::context::{Context, Declared, Ending};
use crate::cli::error::CliError;
use crate::cli::failure;
use crate::cli::help;
use crate::cli::logging::{self, Logging, Verbosity};
use crate::cli::output::{
    Colour, ColourWishes, Format, Manner, Notes, Output, Paint, Stderr, Stream, terminal_width,
};
use crate::cli::parser::Cli;
use crate::cli::settings::{Environment, Layer, Paths, Settings, Variable};
use crate::cli::usage;
use crate::kernel::clock::Clock;
use crate::kernel::day::Zone;
use crate::kernel::dice::Dice;
use crate::kernel::locale::Locale;
use crate::kernel::money::Currency;
use crate::kernel::work::Work;
use crate::store::prepare_process;

/// Runs what was typed; never panics on it.
pub fn run(arguments: &[OsString]) -> ExitCode {
    let environment = Environment::of_process();
    let wishes = environment.colour_wishes();
    let (mut cli, name) = match help::parse(arguments) {
        Ok(parsed) => parsed,
        Err(error) => return unparsed(&error, arguments, wishes),
    };
    let Some(command) = cli.command.take().or_else(dashboard) else {
        let missing = usage::missing_command();
        return tell(
            &missing,
            cli.global.format(),
            stderr_paint(&cli.global, wishes),
        );
    };
    command.claim(&mut cli.global);
    let paint = stderr_paint(&cli.global, wishes);
    if let Err(refused) = command.takes().check(&cli.global) {
        return failed(&refused, &cli.global, paint);
    }
    let silent = command.is_silent();
    let done = context(&cli.global, silent, &environment, arguments).and_then(|mut context| {
        let typed = if name.is_empty() {
            "dashboard".to_owned()
        } else {
            name
        };
        let _timed = Timed::begin(typed);
        let ended = command.run(&mut context);
        if ended.is_err() {
            context.out.forget();
        }
        ended
    });
    match done {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::Wrong) => code(Kind::Check),
        Ok(Ending::Undelivered) => code(Kind::Unavailable),
        Err(_) if silent => ExitCode::SUCCESS,
        Err(error) => failed(&error, &cli.global, paint),
    }
}

fn code(kind: Kind) -> ExitCode {
    ExitCode::from(kind.exit_code())
}

fn failed(error: &CliError, global: &Global, paint: Paint) -> ExitCode {
    let Some(failure) = error.failure_under(global.key.as_ref()) else {
        return ExitCode::SUCCESS;
    };
    tell(&failure, global.format(), paint)
}

fn tell(refusal: &Refusal, format: Format, paint: Paint) -> ExitCode {
    let mut stderr = Stderr::new(io::stderr(), paint, Notes::Told);
    failure::tell(refusal, &mut stderr, format);
    ExitCode::from(refusal.kind.exit_code())
}

/// What `popug` alone means: on a terminal the dashboard.
fn dashboard() -> Option<Command> {
    let terminal = Stream::of(&io::stdin()) == Stream::Terminal
        && Stream::of(&io::stdout()) == Stream::Terminal;
    terminal.then(|| Command::Dashboard(Declared(Dashboard::default())))
}

fn stderr_paint(global: &Global, wishes: ColourWishes) -> Paint {
    let colour = global.color.unwrap_or_default();
    Paint::decide(colour, wishes, Stream::of(&io::stderr()))
}

/// The world that the command was typed into.
fn context(
    global: &Global,
    silent: bool,
    environment: &Environment,
    arguments: &[OsString],
) -> Result<Context, CliError> {
    prepare_process().map_err(AppError::Store)?;
    let paths = Paths::of_platform();
    let settings = Settings::resolve(flags(global)?, environment, &paths)?;
    let wishes = environment.colour_wishes();
    let colour = global.color.unwrap_or_default();
    let on_stderr = stderr_paint(global, wishes);
    let verbosity = if global.quiet {
        Verbosity::Quiet
    } else {
        Verbosity::louder(global.verbose)
    };
    if !silent {
        logging::start(&Logging {
            verbosity,
            filter: settings.log.clone(),
            format: settings.log_format,
            paint: on_stderr,
        })?;
    }
    let world = World {
        clock: settings.clock.map_or(Clock::System, Clock::Fixed),
        dice: settings.seed.map_or(Dice::System, Dice::Seeded),
    };
    let notes = if global.quiet {
        Notes::Kept
    } else {
        Notes::Told
    };
    let stderr = Stderr::new(io::stderr(), on_stderr, notes);
    Ok(Context {
        out: output(global, colour, wishes, stderr, world),
        global: global.clone(),
        settings,
        paths,
        world,
        person: Person::here(),
        program: arguments
            .first()
            .map_or_else(|| PathBuf::from("popug"), PathBuf::from),
        work: Work::default(),
        grammar: Cli::command,
    })
}

fn output(
    global: &Global,
    colour: Colour,
    wishes: ColourWishes,
    stderr: Stderr<'static>,
    world: World,
) -> Output<'static> {
    let stream = Stream::of(&io::stdout());
    let manner = Manner {
        format: global.format(),
        fields: global.fields.clone(),
        paint: Paint::decide(colour, wishes, stream),
        width: terminal_width(stream),
    };
    let locale = Locale {
        zone: Zone::UTC,
        currency: Currency::default(),
        now: world.clock.now(),
    };
    Output::new(io::stdout(), stderr, manner, locale)
}

/// What the flags say, as the highest layer of settings.
fn flags(global: &Global) -> Result<Layer, CliError> {
    let user = global.user.as_ref().map(ToString::to_string);
    let layer = Layer::default().flag(Variable::Store, "--store", global.store.clone())?;
    Ok(layer.flag(Variable::As, "--as", user)?)
}

/// Help and versions are answers; anything else that cannot be parsed is bad usage, told in the
/// form that was asked for.
fn unparsed(error: &clap::Error, arguments: &[OsString], wishes: ColourWishes) -> ExitCode {
    let paint = Paint::decide(Colour::Auto, wishes, Stream::of(&io::stderr()));
    let format = wanted_format(arguments);
    let failure = usage::failure(error).or_else(|| {
        let unprinted = help::print(error).err()?;
        CliError::from(unprinted).failure_under(None)
    });
    failure.map_or(ExitCode::SUCCESS, |it| tell(&it, format, paint))
}

/// The form that was asked for, read from arguments that cannot be parsed as a whole.
fn wanted_format(arguments: &[OsString]) -> Format {
    let mut words = arguments.iter().filter_map(|word| word.to_str()).peekable();
    while let Some(word) = words.next() {
        let value = word
            .strip_prefix("--format=")
            .or_else(|| (word == "--format").then(|| words.peek().copied().unwrap_or_default()));
        match (word, value) {
            ("--json", _) | (_, Some("json")) => return Format::Json,
            (_, Some("jsonl")) => return Format::Jsonl,
            ("--", _) => return Format::Table,
            _ => {}
        }
    }
    Format::Table
}
