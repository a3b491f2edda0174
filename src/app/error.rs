//! Every failure of a request; `refusal` tells its kind and what can be done.

mod who;

use std::path::PathBuf;

use crate::accounting::AccountingError;
use crate::analytics::AnalyticsError;
use crate::app::error::who::who;
use crate::app::key::Key;
use crate::app::kind::Kind;
use crate::app::refusal::Refusal;
use crate::app::settings::SettingError;
use crate::auth::AuthError;
use crate::delivery::{DeliveryError, MailTargetError, PaymentTargetError};
use crate::events::LogError;
use crate::kernel::actor::Actor;
use crate::kernel::day::{Day, NoDay, ZoneError};
use crate::kernel::money::CurrencyError;
use crate::kernel::permission::Permission;
use crate::kernel::range::RangeError;
use crate::store::StoreError;
use crate::tasks::TaskError;

/// Why a request is refused or fails.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The role does not allow it.
    #[error("{} may not do this: it needs {permission}", who(actor, *permission))]
    Forbidden {
        /// Who asked.
        actor: Box<Actor>,
        /// What it needs.
        permission: Permission,
    },
    /// No session is kept for the store.
    #[error("{}", .0.message)]
    NoSession(Box<Refusal>),
    /// A clock or a seed for a store that is for real.
    #[error("POPUG_CLOCK and POPUG_SEED are taken on a sandbox only, and this store is none")]
    NoSandbox,
    /// A key that stood for something else.
    #[error("the key '{0}' was used for another request")]
    KeyUsed(Key),
    /// A key on a request that makes or carries a secret.
    #[error("{0} makes or carries a secret and takes no key")]
    KeyRefused(&'static str),
    /// A key for what is not kept.
    #[error("a dry run keeps nothing, so a key for it would stand for nothing")]
    KeyOnDryRun,
    /// A dry run of what keeps each of its steps.
    #[error("{0} keeps what it does and has no dry run")]
    NoDryRun(&'static str),
    /// Letters have no directory.
    #[error("letters have nowhere to go: beside a database there is no place for them")]
    NowhereForLetters,
    /// A catch-up of so many days that the clock is to be doubted.
    #[error("{days} days would be closed, from {from} through {through}: is the clock right?")]
    ManyDays {
        /// How many.
        days: usize,
        /// The first of them.
        from: Day,
        /// The last of them.
        through: Day,
    },
    /// Some of several days are closed, and then something fails.
    #[error("{error}; the days through {through} are closed")]
    ClosedThrough {
        /// The last day that is closed.
        through: Day,
        /// What fails.
        error: Box<AppError>,
    },
    /// No time zone.
    #[error(transparent)]
    Zone(#[from] ZoneError),
    /// No currency.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// No range.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// A clock that no calendar of the company has.
    #[error(transparent)]
    NoDay(#[from] NoDay),
    /// A request or an answer that is no JSON.
    #[error("an answer cannot be written or read again: {0}")]
    Json(serde_json::Error),
    /// Auth refuses.
    #[error(transparent)]
    Auth(#[from] AuthError),
    /// Tasks refuse.
    #[error(transparent)]
    Task(#[from] TaskError),
    /// Accounting refuses.
    #[error(transparent)]
    Accounting(#[from] AccountingError),
    /// Analytics refuse.
    #[error(transparent)]
    Analytics(#[from] AnalyticsError),
    /// Letters have nowhere to go.
    #[error("the setting mail: {0}")]
    MailTarget(MailTargetError),
    /// Payouts have no way to go.
    #[error("the setting payments: {0}")]
    PaymentTarget(PaymentTargetError),
    /// A setting is not found, or does not take a value.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// Delivery refuses.
    #[error(transparent)]
    Delivery(#[from] DeliveryError),
    /// A store that would be copied does not hold.
    #[error("nothing was copied, since something is wrong with the store: {check}: {detail}")]
    Unsound {
        /// What was examined.
        check: String,
        /// What was found.
        detail: String,
    },
    /// A backup holds what an examination would not pass.
    #[error("{} would make no sound store: {reason}", backup.display())]
    DamagedBackup {
        /// The backup.
        backup: PathBuf,
        /// The first thing that is wrong.
        reason: String,
    },
    /// The log fails.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The store fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AppError {
    /// What kind of failure it is.
    pub fn kind(&self) -> Kind {
        Refusal::from(self).kind
    }

    /// What to do about it, where something can be done.
    pub fn hint(&self) -> Option<String> {
        Refusal::from(self).hint
    }

    /// What the store says, whoever passes it on.
    pub fn of_the_store(&self) -> Option<&StoreError> {
        if let Self::Store(error)
        | Self::Log(LogError::Store(error))
        | Self::Auth(AuthError::Store(error) | AuthError::Log(LogError::Store(error)))
        | Self::Task(TaskError::Store(error) | TaskError::Log(LogError::Store(error)))
        | Self::Accounting(
            AccountingError::Store(error) | AccountingError::Log(LogError::Store(error)),
        )
        | Self::Analytics(AnalyticsError::Store(error))
        | Self::Delivery(
            DeliveryError::Store(error) | DeliveryError::Log(LogError::Store(error)),
        ) = self
        {
            return Some(error);
        }
        None
    }

    /// Whether nobody knows what has become of the request: the store failed while it was kept.
    pub fn is_unconfirmed(&self) -> bool {
        if let Self::ClosedThrough { error, .. } = self {
            return error.is_unconfirmed();
        }
        matches!(self.of_the_store(), Some(StoreError::Unconfirmed))
    }
}
