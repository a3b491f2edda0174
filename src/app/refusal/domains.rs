//! The refusals of settings, domains and the log.

use crate::accounting::{self, AccountingError};
use crate::analytics::AnalyticsError;
use crate::app::kind::Kind;
use crate::app::refusal::{Verdict, hinted, store};
use crate::app::settings::{SettingError, SettingKey};
use crate::auth::{AuthError, TokenError};
use crate::delivery::DeliveryError;
use crate::events::LogError;
use crate::kernel::range::RangeError;
use crate::tasks::TaskError;

/// What a token without a popug behind it can do.
const NO_POPUG: &str = "a token made with `--as USER` acts for one";

/// So many keystrokes away a word is taken for a slip.
const NEAR: usize = 3;

pub(super) fn setting(error: &SettingError) -> Verdict {
    match error {
        SettingError::Unknown(key) => (Kind::NotFound, Some(settings_like(key))),
        SettingError::CurrencyFixed(_) => (Kind::Conflict, None),
        SettingError::PriceOrder { .. } => {
            hinted(Kind::Usage, "move the other end of the range first")
        }
        SettingError::Home(_) => hinted(Kind::Usage, "write the whole path, as maildir:/home/…"),
        SettingError::GatewayOverridden => hinted(Kind::Usage, "leave POPUG_PAYMENTS out"),
        SettingError::Zone(_)
        | SettingError::Currency(_)
        | SettingError::Price { .. }
        | SettingError::Mail(_)
        | SettingError::MailFrom(_)
        | SettingError::Payments(_)
        | SettingError::Text(_) => (Kind::Usage, None),
    }
}

/// The settings that there are, behind the nearest one where one is near.
fn settings_like(typed: &str) -> String {
    let keys = SettingKey::ALL.map(SettingKey::as_str);
    let all = format!("the settings are {}", keys.join(", "));
    let distance = |key: &&str| strsim::osa_distance(key, &typed.to_lowercase());
    match keys.into_iter().min_by_key(distance) {
        Some(near) if distance(&near) <= NEAR => format!("did you mean {near}? {all}"),
        Some(_) | None => all,
    }
}

pub(super) fn auth(error: &AuthError) -> Verdict {
    let (kind, hint) = match error {
        AuthError::SessionIdle(name) => {
            let hint = format!("log in: `popug login {name}`");
            return (Kind::Unauthenticated, Some(hint));
        }
        AuthError::SessionEnded => (Kind::Unauthenticated, "log in: `popug login NAME`"),
        AuthError::WrongCode => (Kind::Unauthenticated, "ask an admin for a new one"),
        AuthError::Unknown(_) => (Kind::NotFound, "`popug user list` shows everybody"),
        AuthError::LastAdmin(_) => (Kind::Conflict, "make another admin first"),
        AuthError::NoPopug(_) => (Kind::Forbidden, NO_POPUG),
        AuthError::NotActive(_) => (
            Kind::Conflict,
            "make it active first: `popug user set NAME --active true`",
        ),
        AuthError::WrongBeak | AuthError::WrongOldBeak | AuthError::Blocked { .. } => {
            return (Kind::Unauthenticated, None);
        }
        AuthError::Taken(_) => return (Kind::Conflict, None),
        AuthError::ShortBeak { .. }
        | AuthError::LongBeak(_)
        | AuthError::NoChange
        | AuthError::Email(_)
        | AuthError::Twice { .. }
        | AuthError::Name(_)
        | AuthError::Role(_)
        | AuthError::Text(_) => return (Kind::Usage, None),
        AuthError::Lines(lines) => {
            let first = lines.first().map(auth);
            return (first.map_or(Kind::Usage, |(kind, _)| kind), None);
        }
        AuthError::Hash(_) | AuthError::Entropy(_) => return (Kind::Failure, None),
        AuthError::Token(error) => return token(error),
        AuthError::Log(error) => return log(error),
        AuthError::Store(error) => return store::verdict(error),
    };
    hinted(kind, hint)
}

fn token(error: &TokenError) -> Verdict {
    let (kind, hint) = match error {
        TokenError::Unknown => (
            Kind::Unauthenticated,
            "look at POPUG_TOKEN; an admin makes a token: `popug token create NAME --for PERMISSION`",
        ),
        TokenError::Revoked(_) | TokenError::Expired { .. } | TokenError::MadeAhead { .. } => (
            Kind::Unauthenticated,
            "an admin makes another: `popug token create NAME --for PERMISSION`",
        ),
        TokenError::OfLeaver { .. } => (
            Kind::Unauthenticated,
            "an admin makes one for somebody else, or for nobody",
        ),
        TokenError::MadeByLeaver { .. } => {
            (Kind::Unauthenticated, "an admin who stays makes it anew")
        }
        TokenError::Beyond { .. } => (Kind::Forbidden, "an admin who is logged in may"),
        TokenError::NotYoursToGive(_) => return (Kind::Forbidden, None),
        TokenError::ForTokens => (Kind::Usage, "tokens are made by admins who are logged in"),
        TokenError::BeyondRole { .. } => (
            Kind::Conflict,
            "`popug user set NAME --role ROLE` changes a role",
        ),
        TokenError::Taken(_) => (
            Kind::Conflict,
            "choose another name, or end it: `popug token revoke NAME`",
        ),
        TokenError::Missing(_) => (Kind::NotFound, "`popug token list` shows all"),
    };
    hinted(kind, hint)
}

pub(super) fn task(error: &TaskError) -> Verdict {
    let (kind, hint) = match error {
        TaskError::EmptyPool => (
            Kind::Conflict,
            "an admin makes one: `popug user add NAME --role worker --email ADDRESS`",
        ),
        TaskError::NoPopug(_) => (Kind::Forbidden, NO_POPUG),
        TaskError::NotYours { .. } => (Kind::Forbidden, "`popug mine` lists your own"),
        TaskError::UnknownDraw(_) => (Kind::NotFound, "`popug draw list` shows all"),
        TaskError::NoIds => (Kind::Usage, "`popug mine` lists your own"),
        TaskError::TwoRows { .. } => (Kind::Usage, "give each row a key of its own"),
        TaskError::Unknown(_) | TaskError::UnknownUser(_) => return (Kind::NotFound, None),
        TaskError::NotYoursToEdit { .. } => return (Kind::Forbidden, None),
        TaskError::ClosedAlready(_) => return (Kind::Conflict, None),
        TaskError::NoChange
        | TaskError::NoRows
        | TaskError::TwoTickets { .. }
        | TaskError::Ticket(_)
        | TaskError::Text(_) => return (Kind::Usage, None),
        TaskError::NeverCreated(_)
        | TaskError::Row(_)
        | TaskError::NoZone
        | TaskError::Entropy(_) => return (Kind::Failure, None),
        TaskError::Range(error) => return range(error),
        TaskError::Log(error) => return log(error),
        TaskError::Store(error) => return store::verdict(error),
    };
    hinted(kind, hint)
}

/// A day that is not there yet is no bad word for one.
pub(super) const fn range(error: &RangeError) -> Verdict {
    match error {
        RangeError::NotYet { .. } => (Kind::Conflict, None),
        RangeError::Day(_) | RangeError::Period(_) | RangeError::Backwards { .. } => {
            (Kind::Usage, None)
        }
    }
}

pub(super) fn accounting(error: &AccountingError) -> Verdict {
    match error {
        AccountingError::NobodysAccount(_) => hinted(Kind::Forbidden, NO_POPUG),
        AccountingError::OwnAccount => (Kind::Forbidden, None),
        AccountingError::ClosedAhead { .. } => hinted(Kind::Conflict, accounting::CLOSED),
        AccountingError::ReversedAlready { .. }
        | AccountingError::IsReversal(_)
        | AccountingError::NotOfAccount { .. }
        | AccountingError::OlderOpen { .. }
        | AccountingError::BeforeFirst { .. } => (Kind::Conflict, None),
        AccountingError::UnknownPopug(_)
        | AccountingError::NoAccount(_)
        | AccountingError::UnknownTransaction(_) => (Kind::NotFound, None),
        AccountingError::NoAmount | AccountingError::TooMuch { .. } | AccountingError::Text(_) => {
            (Kind::Usage, None)
        }
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
        | AccountingError::Dice(_) => (Kind::Failure, None),
        AccountingError::Range(error) => range(error),
        AccountingError::Log(error) => log(error),
        AccountingError::Store(error) => store::verdict(error),
    }
}

pub(super) fn analytics(error: &AnalyticsError) -> Verdict {
    match error {
        AnalyticsError::TooLarge(_) => (Kind::Failure, None),
        AnalyticsError::NoRebuild => (Kind::Conflict, None),
        AnalyticsError::Range(error) => range(error),
        AnalyticsError::Store(error) => store::verdict(error),
    }
}

pub(super) fn delivery(error: &DeliveryError) -> Verdict {
    match error {
        DeliveryError::UnknownLetter(_) | DeliveryError::UnknownPayment(_) => {
            (Kind::NotFound, None)
        }
        DeliveryError::LetterSent(_)
        | DeliveryError::DiscardedAlready { .. }
        | DeliveryError::PaymentProcessed(_)
        | DeliveryError::PaymentRefused(_) => (Kind::Conflict, None),
        DeliveryError::Log(error) => log(error),
        DeliveryError::Store(error) => store::verdict(error),
    }
}

pub(super) fn log(error: &LogError) -> Verdict {
    match error {
        LogError::Unknown(_) | LogError::NoSchema { .. } | LogError::NoLetter(_) => {
            (Kind::NotFound, None)
        }
        LogError::NotDead { .. } => (Kind::Conflict, None),
        LogError::UnknownName { .. }
        | LogError::UnknownVersion { .. }
        | LogError::Shape { .. }
        | LogError::Unheard { .. }
        | LogError::Behind { .. }
        | LogError::Stopped(_) => (Kind::Unavailable, None),
        LogError::Store(error) => store::verdict(error),
    }
}
