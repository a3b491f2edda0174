//! `popug task list` and `popug task mine`.

use std::ops::ControlFlow;

use clap::{Args, ValueEnum};

use crate::cli::args::RangeArgs;
use crate::cli::context::{Context, Ending, Run};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Column, Format, LongList, Source, Table, Tone};
use crate::cli::reader::Rows;
use crate::kernel::money::Money;
use crate::kernel::name::Who;
use crate::kernel::ticket::Ticket;
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

    /// At most so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
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
            limit: wanted(context, self.limit),
        };
        let entered = context.enter()?;
        context.look(&entered, |out, state| {
            let rows = Rows {
                state,
                query: &request,
            };
            let list = LongList::of(&rows).limit(self.limit);
            match status {
                StatusFilter::Open => out.long(&list, &open_table(), open_cells)?,
                StatusFilter::Closed | StatusFilter::All => {
                    out.long(&list, &all_table(), all_cells)?
                }
            };
            Ok(Ending::Done)
        })
    }
}

fn wanted(context: &Context, limit: Option<usize>) -> Option<u32> {
    let rows = context.out.wanted_rows(limit)?;
    Some(u32::try_from(rows).unwrap_or(u32::MAX))
}

fn open_table() -> Table<7> {
    Table::new([
        Column::right("id", "ID"),
        Column::left("ticket", "TICKET"),
        Column::left("title", "TITLE").flexible(),
        Column::left("assignee", "ASSIGNEE"),
        Column::right("fee_cents", "FEE"),
        Column::right("reward_cents", "REWARD"),
        Column::right("created_at", "AGE"),
    ])
}

fn open_cells(task: &TaskView) -> [Cell; 7] {
    [
        Cell::text(task.id),
        ticket(task.ticket.as_ref()),
        Cell::text(&task.title),
        Cell::text(&task.assignee),
        price(task.fee_cents),
        price(task.reward_cents),
        Cell::Age(task.created_at),
    ]
}

fn all_table() -> Table<8> {
    Table::new([
        Column::right("id", "ID"),
        Column::left("status", "STATUS"),
        Column::left("ticket", "TICKET"),
        Column::left("title", "TITLE").flexible(),
        Column::left("assignee", "ASSIGNEE"),
        Column::right("fee_cents", "FEE"),
        Column::right("reward_cents", "REWARD"),
        Column::right("closed_at", "CLOSED"),
    ])
}

fn all_cells(task: &TaskView) -> [Cell; 8] {
    [
        Cell::text(task.id),
        status(task.status),
        ticket(task.ticket.as_ref()),
        Cell::text(&task.title),
        Cell::text(&task.assignee),
        price(task.fee_cents),
        price(task.reward_cents),
        Cell::maybe(task.closed_at, Cell::Age),
    ]
}

/// The word for a status, in its tone.
pub fn status(status: Status) -> Cell {
    match status {
        Status::Open => Cell::word("open", Tone::Warning),
        Status::Closed => Cell::word("closed", Tone::Good),
    }
}

fn ticket(ticket: Option<&Ticket>) -> Cell {
    ticket.map_or(Cell::Blank, Cell::text)
}

/// A price, without the colours of what is earned or owed.
fn price(price: Option<Money>) -> Cell {
    Cell::maybe(price, Cell::Price)
}

/// Your open tasks.
///
/// The last line says what closing all of them would earn.
///
/// Example: popug mine
#[derive(Args, Debug)]
pub struct Mine {
    /// At most so many; 0 for all
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
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
            let mut table = Table::new([
                Column::right("id", "ID"),
                Column::left("ticket", "TICKET"),
                Column::left("title", "TITLE").flexible(),
                Column::right("reward_cents", "REWARD"),
                Column::right("assigned_at", "AGE"),
            ]);
            if out.format() == Format::Table
                && let Some(total) = to_be_earned(&rows)?
            {
                let label = Cell::text("to be earned");
                table = table.total([
                    Cell::Blank,
                    Cell::Blank,
                    label,
                    Cell::Price(total),
                    Cell::Blank,
                ]);
            }
            let list = LongList::of(&rows).limit(self.limit);
            if out.long(&list, &table, mine_cells)? == 0 {
                out.stderr().note("no open task is yours");
            }
            Ok(Ending::Done)
        })
    }
}

fn mine_cells(task: &TaskView) -> [Cell; 5] {
    [
        Cell::text(task.id),
        ticket(task.ticket.as_ref()),
        Cell::text(&task.title),
        price(task.reward_cents),
        Cell::Age(task.assigned_at),
    ]
}

/// What closing all of them would earn; `None` where there are no several.
fn to_be_earned(rows: &Rows<'_, ListTasks>) -> Result<Option<Money>, CliError> {
    let (mut count, mut sum) = (0, Some(Money::ZERO));
    rows.each(&mut |task| {
        count += 1;
        sum = sum.and_then(|sum| sum.checked_add(task.reward_cents.unwrap_or_default()));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(sum.filter(|_| count > 1))
}
