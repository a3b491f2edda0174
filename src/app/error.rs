//! Every failure of a request, its kind and what can be done: decided here and nowhere else.

mod who;

use std::path::PathBuf;

use crate::accounting::AccountingError;
use crate::analytics::AnalyticsError;
use crate::app::error::who::who;
use crate::app::key::Key;
use crate::app::kind::Kind;
use crate::app::settings::SettingError;
use crate::auth::{AuthError, TokenError};
use crate::delivery::{DeliveryError, MailTargetError, PaymentTargetError};
use crate::events::LogError;
use crate::kernel::actor::Actor;
use crate::kernel::day::{Day, NoDay, ZoneError};
use crate::kernel::money::CurrencyError;
use crate::kernel::permission::Permission;
use crate::kernel::range::RangeError;
use crate::store::{SchemaError, StoreError};
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
        match self {
            Self::Forbidden { .. } => Kind::Forbidden,
            Self::DamagedBackup { .. } => Kind::Check,
            Self::NowhereForLetters | Self::Unsound { .. } => Kind::Unavailable,
            Self::NoSandbox
            | Self::KeyRefused(_)
            | Self::KeyOnDryRun
            | Self::Zone(_)
            | Self::Currency(_)
            | Self::NoDay(_) => Kind::Usage,
            Self::Range(error) => range_kind(error),
            Self::KeyUsed(_) | Self::ManyDays { .. } => Kind::Conflict,
            Self::Json(_) => Kind::Failure,
            Self::ClosedThrough { error, .. } => error.kind(),
            Self::MailTarget(_) | Self::PaymentTarget(_) => Kind::Unavailable,
            Self::Setting(error) => setting_kind(error),
            Self::Auth(error) => auth_kind(error),
            Self::Task(error) => task_kind(error),
            Self::Accounting(error) => accounting_kind(error),
            Self::Analytics(error) => analytics_kind(error),
            Self::Delivery(error) => delivery_kind(error),
            Self::Log(error) => log_kind(error),
            Self::Store(error) => store_kind(error),
        }
    }
}

impl AppError {
    /// Whether nobody knows what has become of the request: the store failed while it was kept.
    pub fn is_unconfirmed(&self) -> bool {
        if let Self::ClosedThrough { error, .. } = self {
            return error.is_unconfirmed();
        }
        matches!(
            self,
            Self::Store(StoreError::Unconfirmed)
                | Self::Log(LogError::Store(StoreError::Unconfirmed))
                | Self::Auth(AuthError::Store(StoreError::Unconfirmed))
                | Self::Task(TaskError::Store(StoreError::Unconfirmed))
                | Self::Accounting(AccountingError::Store(StoreError::Unconfirmed))
                | Self::Analytics(AnalyticsError::Store(StoreError::Unconfirmed))
                | Self::Delivery(DeliveryError::Store(StoreError::Unconfirmed))
        )
    }
}

fn setting_kind(error: &SettingError) -> Kind {
    match error {
        SettingError::Unknown(_) => Kind::NotFound,
        SettingError::CurrencyFixed(_) => Kind::Conflict,
        SettingError::Zone(_)
        | SettingError::Currency(_)
        | SettingError::Price { .. }
        | SettingError::PriceOrder { .. }
        | SettingError::Mail(_)
        | SettingError::Home(_)
        | SettingError::MailFrom(_)
        | SettingError::Payments(_)
        | SettingError::GatewayOverridden
        | SettingError::Text(_) => Kind::Usage,
    }
}

fn auth_kind(error: &AuthError) -> Kind {
    match error {
        AuthError::WrongBeak
        | AuthError::WrongOldBeak
        | AuthError::Blocked { .. }
        | AuthError::SessionEnded
        | AuthError::SessionIdle(_)
        | AuthError::WrongCode => Kind::Unauthenticated,
        AuthError::ShortBeak { .. }
        | AuthError::LongBeak(_)
        | AuthError::NoChange
        | AuthError::Email(_)
        | AuthError::Twice { .. }
        | AuthError::Name(_)
        | AuthError::Role(_)
        | AuthError::Text(_) => Kind::Usage,
        AuthError::Lines(lines) => lines.first().map_or(Kind::Usage, auth_kind),
        AuthError::Token(error) => token_kind(error),
        AuthError::Unknown(_) => Kind::NotFound,
        AuthError::NoPopug(_) => Kind::Forbidden,
        AuthError::Taken(_) | AuthError::NotActive(_) | AuthError::LastAdmin(_) => Kind::Conflict,
        AuthError::Hash(_) | AuthError::Entropy(_) => Kind::Failure,
        AuthError::Log(error) => log_kind(error),
        AuthError::Store(error) => store_kind(error),
    }
}

const fn token_kind(error: &TokenError) -> Kind {
    match error {
        TokenError::Unknown
        | TokenError::Revoked(_)
        | TokenError::Expired { .. }
        | TokenError::OfLeaver { .. }
        | TokenError::MadeByLeaver { .. }
        | TokenError::RoleChanged(_) => Kind::Unauthenticated,
        TokenError::NotYoursToGive(_) | TokenError::Beyond { .. } => Kind::Forbidden,
        TokenError::ForTokens => Kind::Usage,
        TokenError::BeyondRole { .. } | TokenError::Taken(_) => Kind::Conflict,
        TokenError::Missing(_) => Kind::NotFound,
    }
}

fn task_kind(error: &TaskError) -> Kind {
    match error {
        TaskError::Unknown(_) | TaskError::UnknownDraw(_) | TaskError::UnknownUser(_) => {
            Kind::NotFound
        }
        TaskError::NotYours { .. } | TaskError::NotYoursToEdit { .. } | TaskError::NoPopug(_) => {
            Kind::Forbidden
        }
        TaskError::ClosedAlready(_) | TaskError::EmptyPool => Kind::Conflict,
        TaskError::NoIds
        | TaskError::NoChange
        | TaskError::NoRows
        | TaskError::TwoRows { .. }
        | TaskError::TwoTickets { .. }
        | TaskError::Ticket(_)
        | TaskError::Text(_) => Kind::Usage,
        TaskError::Range(error) => range_kind(error),
        TaskError::NeverCreated(_)
        | TaskError::Row(_)
        | TaskError::NoZone
        | TaskError::Entropy(_) => Kind::Failure,
        TaskError::Log(error) => log_kind(error),
        TaskError::Store(error) => store_kind(error),
    }
}

/// A day that is not there yet is no bad word for one.
const fn range_kind(error: &RangeError) -> Kind {
    match error {
        RangeError::NotYet { .. } => Kind::Conflict,
        RangeError::Day(_) | RangeError::Period(_) | RangeError::Backwards { .. } => Kind::Usage,
    }
}

fn accounting_kind(error: &AccountingError) -> Kind {
    match error {
        AccountingError::UnknownPopug(_)
        | AccountingError::NoAccount(_)
        | AccountingError::UnknownTransaction(_) => Kind::NotFound,
        AccountingError::OwnAccount | AccountingError::NobodysAccount(_) => Kind::Forbidden,
        AccountingError::ReversedAlready { .. }
        | AccountingError::IsReversal(_)
        | AccountingError::NotOfAccount { .. }
        | AccountingError::ClosedAhead { .. }
        | AccountingError::OlderOpen { .. }
        | AccountingError::BeforeFirst { .. } => Kind::Conflict,
        AccountingError::NoAmount | AccountingError::TooMuch { .. } | AccountingError::Text(_) => {
            Kind::Usage
        }
        AccountingError::Range(error) => range_kind(error),
        AccountingError::Overflow(_)
        | AccountingError::Totals(_)
        | AccountingError::NoBook
        | AccountingError::NoSetting(_)
        | AccountingError::Setting { .. }
        | AccountingError::PriceRange { .. }
        | AccountingError::Unpriced(_)
        | AccountingError::PricedAlready(_)
        | AccountingError::RewardedAlready(_)
        | AccountingError::NotPayout(_)
        | AccountingError::Dice(_) => Kind::Failure,
        AccountingError::Log(error) => log_kind(error),
        AccountingError::Store(error) => store_kind(error),
    }
}

fn analytics_kind(error: &AnalyticsError) -> Kind {
    match error {
        AnalyticsError::Range(error) => range_kind(error),
        AnalyticsError::TooLarge(_) => Kind::Failure,
        AnalyticsError::NoRebuild => Kind::Conflict,
        AnalyticsError::Store(error) => store_kind(error),
    }
}

fn delivery_kind(error: &DeliveryError) -> Kind {
    match error {
        DeliveryError::UnknownLetter(_) | DeliveryError::UnknownPayment(_) => Kind::NotFound,
        DeliveryError::LetterSent(_)
        | DeliveryError::DiscardedAlready { .. }
        | DeliveryError::PaymentProcessed(_)
        | DeliveryError::PaymentRefused(_) => Kind::Conflict,
        DeliveryError::Log(error) => log_kind(error),
        DeliveryError::Store(error) => store_kind(error),
    }
}

fn log_kind(error: &LogError) -> Kind {
    match error {
        LogError::Store(error) => store_kind(error),
        LogError::Unknown(_) | LogError::NoSchema { .. } | LogError::NoLetter(_) => Kind::NotFound,
        LogError::NotDead { .. } => Kind::Conflict,
        LogError::UnknownName { .. }
        | LogError::UnknownVersion { .. }
        | LogError::Shape { .. }
        | LogError::Unheard { .. }
        | LogError::Stopped(_) => Kind::Unavailable,
    }
}

fn store_kind(error: &StoreError) -> Kind {
    match error {
        StoreError::Present(_)
        | StoreError::FileThere(_)
        | StoreError::Unshared(_)
        | StoreError::Occupied(_)
        | StoreError::InUse(_)
        | StoreError::Moved(_)
        | StoreError::OfFiles { .. }
        | StoreError::Diverged { .. }
        | StoreError::NothingLost => Kind::Conflict,
        StoreError::NoBackup(_) => Kind::NotFound,
        StoreError::NotOwner(_) | StoreError::Schema(SchemaError::NotOwner { .. }) => {
            Kind::Forbidden
        }
        StoreError::Stopped => Kind::Failure,
        StoreError::Address(_) | StoreError::Url(_) => Kind::Usage,
        StoreError::Missing(_)
        | StoreError::Foreign(_)
        | StoreError::Dangling { .. }
        | StoreError::TooNew { .. }
        | StoreError::ToUpgrade { .. }
        | StoreError::NetworkFilesystem { .. }
        | StoreError::Busy(_)
        | StoreError::Full(_)
        | StoreError::NoRoom(_)
        | StoreError::Unsound { .. }
        | StoreError::NoSchema(_)
        | StoreError::Unlike(_)
        | StoreError::Uneven { .. }
        | StoreError::Denied { .. }
        | StoreError::Schema(_)
        | StoreError::LostCommits { .. }
        | StoreError::Io(_)
        | StoreError::Damaged(_)
        | StoreError::Trouble(_)
        | StoreError::Column { .. }
        | StoreError::NoRow(_)
        | StoreError::File { .. }
        | StoreError::Engine(_)
        | StoreError::ReadOnly
        | StoreError::ReadOnlyPlace(_)
        | StoreError::ReadOnlyWal(_)
        | StoreError::SecondName { .. }
        | StoreError::Id(_)
        | StoreError::Locked(_)
        | StoreError::Lost(_)
        | StoreError::Unconfirmed
        | StoreError::Recovering
        | StoreError::GaveWay(_)
        | StoreError::Constraint(_)
        | StoreError::Server(_)
        | StoreError::Sql(_) => Kind::Unavailable,
    }
}
