//! Who may do what: the table of REQUIREMENTS.md, part A, as one function.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kernel::role::Role;

/// Something that a popug may or may not do. Rules about whose task or account it is stand with
/// the domain that owns it; the permission says only that a role may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Permission {
    /// See all tasks with prices, assignments and draws; the fairness report; verify a seal.
    #[serde(rename = "task.read")]
    TaskRead,
    /// Create and import tasks.
    #[serde(rename = "task.create")]
    TaskCreate,
    /// Close a task that is one's own.
    #[serde(rename = "task.close")]
    TaskClose,
    /// Edit a task as its author or assignee.
    #[serde(rename = "task.edit")]
    TaskEdit,
    /// Edit any task.
    #[serde(rename = "task.edit-any")]
    TaskEditAny,
    /// Reassign all open tasks.
    #[serde(rename = "task.reassign")]
    TaskReassign,
    /// One's own user, beak and session; everyone's name; settings to read.
    #[serde(rename = "self")]
    OwnUser,
    /// One's own balance, today's earnings, audit log and statement.
    #[serde(rename = "account.own")]
    AccountOwn,
    /// Every account, management's earnings, days, payouts, invoices, queues, exports.
    #[serde(rename = "account.read")]
    AccountRead,
    /// Adjust and reverse, never on one's own account.
    #[serde(rename = "account.mend")]
    AccountMend,
    /// Close the day.
    #[serde(rename = "day.close")]
    DayClose,
    /// Analytics.
    #[serde(rename = "analytics.read")]
    AnalyticsRead,
    /// Users with role and e-mail, to see and to change.
    #[serde(rename = "user.manage")]
    UserManage,
    /// Tokens.
    #[serde(rename = "token.manage")]
    TokenManage,
    /// Change settings.
    #[serde(rename = "setting.write")]
    SettingWrite,
    /// The event log and the dead letters.
    #[serde(rename = "event.manage")]
    EventManage,
}

/// Why a text is no permission.
#[derive(Debug, thiserror::Error)]
#[error("'{text}' is no permission; there are {}", known())]
pub struct PermissionError {
    /// What was asked for.
    pub text: String,
}

fn known() -> String {
    Permission::ALL.map(Permission::as_str).join(", ")
}

impl Permission {
    /// Every permission, in the order of the table.
    pub const ALL: [Self; 16] = [
        Self::TaskRead,
        Self::TaskCreate,
        Self::TaskClose,
        Self::TaskEdit,
        Self::TaskEditAny,
        Self::TaskReassign,
        Self::OwnUser,
        Self::AccountOwn,
        Self::AccountRead,
        Self::AccountMend,
        Self::DayClose,
        Self::AnalyticsRead,
        Self::UserManage,
        Self::TokenManage,
        Self::SettingWrite,
        Self::EventManage,
    ];

    /// The word for it, as tokens and `whoami` write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TaskRead => "task.read",
            Self::TaskCreate => "task.create",
            Self::TaskClose => "task.close",
            Self::TaskEdit => "task.edit",
            Self::TaskEditAny => "task.edit-any",
            Self::TaskReassign => "task.reassign",
            Self::OwnUser => "self",
            Self::AccountOwn => "account.own",
            Self::AccountRead => "account.read",
            Self::AccountMend => "account.mend",
            Self::DayClose => "day.close",
            Self::AnalyticsRead => "analytics.read",
            Self::UserManage => "user.manage",
            Self::TokenManage => "token.manage",
            Self::SettingWrite => "setting.write",
            Self::EventManage => "event.manage",
        }
    }

    /// What it allows, for people.
    pub const fn about(self) -> &'static str {
        match self {
            Self::TaskRead => "see every task, price and draw; verify a seal",
            Self::TaskCreate => "make and import tasks",
            Self::TaskClose => "close tasks, one's own only",
            Self::TaskEdit => "edit a task's text, as its author or assignee",
            Self::TaskEditAny => "edit any task's text",
            Self::TaskReassign => "reassign all open tasks",
            Self::OwnUser => "one's own user, beak, session; read settings",
            Self::AccountOwn => "see the own balance, audit log, statement",
            Self::AccountRead => "see all money, days, letters, payments; export",
            Self::AccountMend => "adjust and reverse, not on the own account",
            Self::DayClose => "close the day",
            Self::AnalyticsRead => "see analytics",
            Self::UserManage => "see and change users",
            Self::TokenManage => "make and revoke tokens",
            Self::SettingWrite => "change settings",
            Self::EventManage => "the event log and the dead letters",
        }
    }

    /// Whether a popug of this role has it.
    pub const fn belongs_to(self, role: Role) -> bool {
        match self {
            Self::TaskRead
            | Self::TaskCreate
            | Self::TaskClose
            | Self::TaskEdit
            | Self::OwnUser
            | Self::AccountOwn => true,
            Self::TaskEditAny | Self::TaskReassign => matches!(role, Role::Manager | Role::Admin),
            Self::AccountRead | Self::AccountMend | Self::DayClose => {
                matches!(role, Role::Accountant | Role::Admin)
            }
            Self::AnalyticsRead
            | Self::UserManage
            | Self::TokenManage
            | Self::SettingWrite
            | Self::EventManage => matches!(role, Role::Admin),
        }
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Permission {
    type Err = PermissionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|it| it.as_str() == text);
        found.ok_or_else(|| PermissionError {
            text: text.to_owned(),
        })
    }
}
