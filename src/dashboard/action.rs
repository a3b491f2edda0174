//! Everything that a key can do: tables, from which come the keys, the bar at the bottom, the help,
//! the palette, and the names by which keys are bound anew. What keys do in one view alone stands
//! with that view.

use crate::kernel::permission::Permission;

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
    /// To the view of this number.
    Go(u8),
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

/// A row of a table.
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
    /// What one has to be allowed to.
    pub permission: Option<Permission>,
    /// How early it stands in the key bar; 0: not at all.
    pub bar: u8,
}

/// A row that everybody may and that does not stand in the key bar.
pub const fn key(
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
        permission: None,
        bar: 0,
    }
}

impl Binding {
    /// For those alone who may.
    pub const fn needs(self, permission: Permission) -> Self {
        Self {
            permission: Some(permission),
            ..self
        }
    }

    /// In the key bar, the lower the earlier.
    pub const fn shown(self, bar: u8) -> Self {
        Self { bar, ..self }
    }
}

/// How one moves, wherever one is.
pub static MOVING: &[Binding] = &[
    key(Action::Up, "up", "one row up", &["up", "k"]),
    key(Action::Down, "down", "one row down", &["down", "j"]),
    key(
        Action::PageUp,
        "page-up",
        "half a screen up",
        &["pageup", "ctrl-u"],
    ),
    key(
        Action::PageDown,
        "page-down",
        "half a screen down",
        &["pagedown", "ctrl-d"],
    ),
    key(Action::First, "first", "to the first row", &["g", "home"]),
    key(Action::Last, "last", "to the last row", &["G", "end"]),
    key(Action::Enter, "go-in", "go in", &["enter", "l", "right"]).shown(30),
    key(
        Action::Back,
        "back",
        "go back; never quits",
        &["esc", "h", "left"],
    ),
    key(Action::NextView, "next-view", "the next view", &["tab"]),
    key(
        Action::PreviousView,
        "previous-view",
        "the view before",
        &["backtab"],
    ),
];

/// What else keys do in every view.
pub static GENERAL: &[Binding] = &[
    key(
        Action::Palette,
        "palette",
        "every action by name; `:12` goes to task 12",
        &[":"],
    )
    .shown(51),
    key(
        Action::Copy,
        "copy",
        "copy the command that shows this",
        &["y"],
    )
    .shown(42),
    key(Action::Help, "help", "every key that there is", &["?"]).shown(50),
    key(
        Action::Refresh,
        "refresh",
        "read everything again",
        &["ctrl-l"],
    ),
    key(
        Action::Suspend,
        "suspend",
        "leave for the shell; `fg` comes back",
        &["ctrl-z"],
    ),
    key(Action::Quit, "quit", "quit", &["q", "ctrl-c"]).shown(52),
];

impl Action {
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
}
