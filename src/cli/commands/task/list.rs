//! `popug task list` and `popug task mine`.

use clap::{Args, ValueEnum};

use crate::cli::args::{FirstArg, RangeArgs};
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Listing, Table, Tone};
use crate::cli::reader::Rows;
use crate::kernel::name::Who;
use crate::tasks::{ListTasks, SortBy, Status, StatusFilter, TaskView};

/// Tasks, narrowed and sorted.
///
/// Open ones, the newest first, unless told otherwise.
///
/// Example: popug task list --assignee kesha --sort reward
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct List {
    /// Those to be done (the default)
    #[arg(long, conflicts_with_all = ["closed", "all"])]
    open: bool,

    /// Those done
    #[arg(long, conflicts_with = "all")]
    closed: bool,

    /// All
    #[arg(long)]
    all: bool,

    /// Whose
    #[arg(long, value_name = "NAME")]
    assignee: Option<Who>,

    /// Who made them
    #[arg(long, value_name = "NAME")]
    author: Option<Who>,

    /// Their ticket
    #[arg(long, value_name = "TICKET")]
    ticket: Option<String>,

    /// A text in title, ticket or description
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    search: Option<String>,

    /// The days on which they were closed, with --closed; else made
    #[command(flatten)]
    range: RangeArgs,

    /// By what
    #[arg(long, value_name = "KEY", value_enum, default_value = "id")]
    sort: SortKey,

    /// The other way round
    #[arg(long)]
    reverse: bool,

    #[command(flatten)]
    limit: FirstArg,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum SortKey {
    /// Newest first
    Id,
    /// Newest first
    Created,
    /// Most lately assigned first
    Assigned,
    /// Most lately closed first
    Closed,
    /// Highest first
    Fee,
    /// Highest first
    Reward,
    /// From a to z
    Title,
    /// From a to z
    Assignee,
}

impl SortKey {
    const fn sort_by(self) -> SortBy {
        match self {
            Self::Id => SortBy::Id,
            Self::Created => SortBy::Created,
            Self::Assigned => SortBy::Assigned,
            Self::Closed => SortBy::Closed,
            Self::Fee => SortBy::Fee,
            Self::Reward => SortBy::Reward,
            Self::Title => SortBy::Title,
            Self::Assignee => SortBy::Assignee,
        }
    }
}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let status = match (self.closed, self.all) {
            (true, _) => StatusFilter::Closed,
            (_, true) => StatusFilter::All,
            _ => StatusFilter::Open,
        };
        let request = ListTasks {
            status,
            assignee: self.assignee,
            author: self.author,
            ticket: self.ticket,
            search: self.search,
            range: self.range.range(),
            sort: self.sort.sort_by(),
            reverse: self.reverse,
            limit: context.out.wanted(self.limit.rows()),
        };
        let table = match status {
            StatusFilter::Open => open_table(),
            StatusFilter::Closed | StatusFilter::All => all_table(),
        };
        context.list(&request, self.limit.rows(), &table)
    }
}

fn open_table() -> Table<'static, TaskView> {
    Table::<TaskView>::new()
        .right("id", "ID", |task| Cell::text(task.id))
        .left("ticket", "TICKET", ticket)
        .flexible("title", "TITLE", title)
        .left("assignee", "ASSIGNEE", |task| Cell::text(&task.assignee))
        .price("fee_cents", "FEE", |task| task.fee_cents)
        .price("reward_cents", "REWARD", |task| task.reward_cents)
        .right("created_at", "AGE", |task| Cell::Age(task.created_at))
}

fn all_table() -> Table<'static, TaskView> {
    Table::<TaskView>::new()
        .right("id", "ID", |task| Cell::text(task.id))
        .left("status", "STATUS", |task| status(task.status))
        .left("ticket", "TICKET", ticket)
        .flexible("title", "TITLE", title)
        .left("assignee", "ASSIGNEE", |task| Cell::text(&task.assignee))
        .price("fee_cents", "FEE", |task| task.fee_cents)
        .price("reward_cents", "REWARD", |task| task.reward_cents)
        .right("closed_at", "CLOSED", |task| {
            Cell::maybe(task.closed_at, Cell::Age)
        })
}

/// The word for a status, in its tone.
pub fn status(status: Status) -> Cell {
    match status {
        Status::Open => Cell::word("open", Tone::Warning),
        Status::Closed => Cell::word("closed", Tone::Good),
    }
}

fn ticket(task: &TaskView) -> Cell {
    Cell::if_any(task.ticket.as_ref())
}

fn title(task: &TaskView) -> Cell {
    Cell::text(&task.title)
}

/// Your open tasks.
///
/// The last line says what closing all of them would earn.
///
/// Example: popug mine
#[derive(Args, Debug)]
pub struct Mine {
    #[command(flatten)]
    limit: FirstArg,
}

impl Run for Mine {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let mine = ListTasks {
            assignee: Some(Who::Me),
            ..ListTasks::default()
        };
        let entered = context.enter()?;
        context.look(&entered, |out, state| {
            let rows = Rows {
                state,
                query: &mine,
            };
            let listing = Listing::visiting(&rows).limit(self.limit.rows());
            if out.list(&listing, &mine_table())? == 0 {
                out.stderr().note("no open task is yours");
            }
            Ok(Ending::Done)
        })
    }
}

fn mine_table() -> Table<'static, TaskView> {
    Table::<TaskView>::new()
        .right("id", "ID", |task| Cell::text(task.id))
        .left("ticket", "TICKET", ticket)
        .flexible("title", "TITLE", title)
        .price("reward_cents", "REWARD", |task| task.reward_cents)
        .right("assigned_at", "AGE", |task| Cell::Age(task.assigned_at))
        .sums(2, Some(("title", "to be earned")))
}
