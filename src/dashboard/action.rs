//! Everything that a key can do: one table, from which come the keys, the bar at the bottom, the
//! help, the palette, and the names by which keys are bound anew.

mod admin;
mod money;

use crate::kernel::permission::Permission;

/// A view: a part of the program that fills the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// The tasks.
    #[default]
    Tasks,
    /// One's own account.
    Account,
    /// Everybody's accounts and the days.
    Books,
    /// What admins watch: earnings, the most expensive tasks, fairness.
    Analytics,
    /// The log, who hears it, and what could not be heard.
    Events,
    /// Who is who.
    People,
}

impl View {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 6] = [
        Self::Tasks,
        Self::Account,
        Self::Books,
        Self::Analytics,
        Self::Events,
        Self::People,
    ];

    /// What stands on its tab.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Tasks => "Tasks",
            Self::Account => "My account",
            Self::Books => "Accounting",
            Self::Analytics => "Analytics",
            Self::Events => "Events",
            Self::People => "People",
        }
    }

    /// The number that leads to it.
    pub const fn number(self) -> char {
        match self {
            Self::Tasks => '1',
            Self::Account => '2',
            Self::Books => '3',
            Self::Analytics => '4',
            Self::Events => '5',
            Self::People => '6',
        }
    }

    /// What one has to be allowed to see it.
    pub const fn permission(self) -> Permission {
        match self {
            Self::Tasks => Permission::TaskRead,
            Self::Account => Permission::AccountOwn,
            Self::Books => Permission::AccountRead,
            Self::Analytics => Permission::AnalyticsRead,
            Self::Events => Permission::EventManage,
            Self::People => Permission::UserManage,
        }
    }
}

/// Something that a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Enter,
    Back,
    NextView,
    PreviousView,
    Go1,
    Go2,
    Go3,
    Go4,
    Go5,
    Go6,
    New,
    Edit,
    Mark,
    Close,
    Mine,
    Status,
    Why,
    Reassign,
    SortColumn,
    SortDirection,
    Filter,
    Pane,
    Earlier,
    Later,
    By,
    Now,
    Adjust,
    TakeBack,
    Retry,
    CloseDays,
    CloseToday,
    Discard,
    Code,
    Activity,
    Palette,
    Copy,
    CopyTitle,
    CopyId,
    Help,
    Refresh,
    Suspend,
    Quit,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What is done.
    pub action: Action,
    /// The name by which keys are bound anew, and which stands in the key bar.
    pub name: &'static str,
    /// What it does, for the help and the palette.
    pub about: &'static str,
    /// The keys that do it unless bound anew; the first one is shown.
    pub keys: &'static [&'static str],
    /// The views in which it means this; none: everywhere.
    pub views: &'static [View],
    /// What one has to be allowed to.
    pub permission: Option<Permission>,
    /// How early it stands in the key bar; 0: not at all.
    pub bar: u8,
}

const fn everywhere(
    action: Action,
    name: &'static str,
    about: &'static str,
    keys: &'static [&'static str],
) -> Binding {
    Binding {
        action,
        name,
        about,
        keys,
        views: &[],
        permission: None,
        bar: 0,
    }
}

impl Binding {
    const fn within(self, views: &'static [View]) -> Self {
        Self { views, ..self }
    }

    const fn needs(self, permission: Permission) -> Self {
        Self {
            permission: Some(permission),
            ..self
        }
    }

    const fn shown(self, bar: u8) -> Self {
        Self { bar, ..self }
    }

    /// Whether it means this in a view.
    pub fn applies_in(&self, view: View) -> bool {
        self.views.is_empty() || self.views.contains(&view)
    }
}

const TASKS: &[View] = &[View::Tasks];
/// Where a list is narrowed to what is typed.
const FILTERED: &[View] = &[View::Tasks, View::Events, View::People];

/// The table. An action may have several rows, of which at most one applies in a view.
pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    let money = money::BINDINGS.iter();
    BINDINGS.iter().chain(money).chain(admin::BINDINGS)
}

static BINDINGS: &[Binding] = &[
    everywhere(Action::Up, "up", "one row up", &["up", "k"]),
    everywhere(Action::Down, "down", "one row down", &["down", "j"]),
    everywhere(
        Action::PageUp,
        "page-up",
        "half a screen up",
        &["pageup", "ctrl-u"],
    ),
    everywhere(
        Action::PageDown,
        "page-down",
        "half a screen down",
        &["pagedown", "ctrl-d"],
    ),
    everywhere(Action::First, "first", "to the first row", &["g", "home"]),
    everywhere(Action::Last, "last", "to the last row", &["G", "end"]),
    everywhere(Action::Enter, "go-in", "go in", &["enter", "l", "right"]).shown(30),
    everywhere(
        Action::Back,
        "back",
        "go back; never quits",
        &["esc", "h", "left"],
    ),
    everywhere(Action::NextView, "next-view", "the next view", &["tab"]),
    everywhere(
        Action::PreviousView,
        "previous-view",
        "the view before",
        &["backtab"],
    ),
    everywhere(Action::Go1, "view-1", "go to Tasks", &["1"]),
    everywhere(Action::Go2, "view-2", "go to My account", &["2"]),
    everywhere(Action::Go3, "view-3", "go to Accounting", &["3"]),
    everywhere(Action::Go4, "view-4", "go to Analytics", &["4"]),
    everywhere(Action::Go5, "view-5", "go to Events", &["5"]),
    everywhere(Action::Go6, "view-6", "go to People", &["6"]),
    everywhere(
        Action::New,
        "new",
        "make a task; it lands on a random popug",
        &["n"],
    )
    .within(TASKS)
    .needs(Permission::TaskCreate)
    .shown(20),
    everywhere(Action::Edit, "edit", "edit the task's text", &["e"])
        .within(TASKS)
        .needs(Permission::TaskEdit)
        .shown(21),
    everywhere(
        Action::Mark,
        "mark",
        "mark the row, to close several at once",
        &["space"],
    )
    .within(TASKS)
    .shown(22),
    everywhere(
        Action::Close,
        "close",
        "close the marked tasks or this one, all or none",
        &["c"],
    )
    .within(TASKS)
    .needs(Permission::TaskClose)
    .shown(10),
    everywhere(Action::Mine, "mine", "my tasks, or everybody's", &["m"])
        .within(TASKS)
        .shown(23),
    everywhere(
        Action::Status,
        "status",
        "open, closed, or all tasks",
        &["o"],
    )
    .within(TASKS)
    .shown(40),
    everywhere(
        Action::Why,
        "why",
        "which draw chose this popug, drawn again",
        &["w"],
    )
    .within(TASKS)
    .needs(Permission::TaskRead)
    .shown(24),
    everywhere(
        Action::Reassign,
        "reassign",
        "draw every open task anew",
        &["R"],
    )
    .within(TASKS)
    .needs(Permission::TaskReassign)
    .shown(25),
    everywhere(
        Action::SortColumn,
        "sort",
        "sort by the next column",
        &["s"],
    )
    .within(TASKS)
    .shown(41),
    everywhere(
        Action::SortDirection,
        "reverse",
        "sort the other way round",
        &["S"],
    )
    .within(TASKS),
    everywhere(Action::Filter, "filter", "filter as you type", &["/"])
        .within(FILTERED)
        .shown(26),
    everywhere(
        Action::Palette,
        "palette",
        "every action by name; `:12` goes to task 12",
        &[":"],
    )
    .shown(51),
    everywhere(
        Action::CopyTitle,
        "copy-title",
        "copy the task's title",
        &["Y"],
    )
    .within(TASKS),
    everywhere(Action::CopyId, "copy-id", "copy the task's number", &["#"]).within(TASKS),
    everywhere(
        Action::Copy,
        "copy",
        "copy the command that shows this",
        &["y"],
    )
    .shown(42),
    everywhere(Action::Help, "help", "every key that there is", &["?"]).shown(50),
    everywhere(
        Action::Refresh,
        "refresh",
        "read everything again",
        &["ctrl-l"],
    ),
    everywhere(
        Action::Suspend,
        "suspend",
        "leave for the shell; `fg` comes back",
        &["ctrl-z"],
    ),
    everywhere(Action::Quit, "quit", "quit", &["q", "ctrl-c"]).shown(52),
];

impl Action {
    /// What it means in a view; nothing where it does nothing there.
    pub fn binding(self, view: View) -> Option<&'static Binding> {
        let mut all = bindings().filter(|it| it.action == self);
        all.find(|it| it.applies_in(view))
    }

    /// Whether it changes anything in the store.
    pub const fn changes(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Edit
                | Self::Close
                | Self::Mark
                | Self::Reassign
                | Self::Adjust
                | Self::TakeBack
                | Self::Retry
                | Self::CloseDays
                | Self::CloseToday
                | Self::Discard
                | Self::Code
                | Self::Activity
        )
    }

    /// The view that it leads to.
    #[expect(clippy::wildcard_enum_match_arm, reason = "most actions lead nowhere")]
    pub const fn destination(self) -> Option<View> {
        match self {
            Self::Go1 => Some(View::Tasks),
            Self::Go2 => Some(View::Account),
            Self::Go3 => Some(View::Books),
            Self::Go4 => Some(View::Analytics),
            Self::Go5 => Some(View::Events),
            Self::Go6 => Some(View::People),
            _ => None,
        }
    }
}
