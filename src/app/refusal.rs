//! A refusal as data: its kind, what is said, and what can be done, decided here and nowhere else.

mod domains;
mod store;

use serde::{Deserialize, Serialize};

use crate::app::error::AppError;
use crate::app::kind::Kind;
use crate::kernel::actor::Actor;
use crate::kernel::permission::Permission;
use crate::kernel::role::Role;

/// Why something was not done, as every face tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Refusal {
    /// What kind it is; decides the exit code.
    pub kind: Kind,
    /// What is wrong, lower case and without a full stop.
    pub message: String,
    /// What can be done, where something can.
    pub hint: Option<String>,
}

impl Refusal {
    /// A refusal without a hint.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            hint: None,
        }
    }

    /// With what can be done about it.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }

    /// In one line.
    pub fn line(&self) -> String {
        match &self.hint {
            Some(hint) => format!("{}; {hint}", self.message),
            None => self.message.clone(),
        }
    }
}

impl From<&AppError> for Refusal {
    fn from(error: &AppError) -> Self {
        let (kind, hint) = verdict(error);
        Self {
            kind,
            message: error.to_string(),
            hint,
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::from(&error)
    }
}

/// The kind of a failure, and what can be done about it.
type Verdict = (Kind, Option<String>);

/// With a hint that is always the same.
fn hinted(kind: Kind, hint: &str) -> Verdict {
    (kind, Some(hint.to_owned()))
}

fn verdict(error: &AppError) -> Verdict {
    let (kind, hint) = match error {
        AppError::Forbidden { actor, permission } => {
            return (Kind::Forbidden, Some(what_may(actor, *permission)));
        }
        AppError::NoSandbox => (
            Kind::Usage,
            "leave them out, or try things on a sandbox: `popug demo`",
        ),
        AppError::KeyUsed(_) => (Kind::Conflict, "use a key of its own for each request"),
        AppError::KeyRefused(_) | AppError::KeyOnDryRun => (Kind::Usage, "leave --key out"),
        AppError::NoDryRun(_) => (Kind::Usage, "leave --dry-run out"),
        AppError::ManyDays { through, .. } => {
            let hint = format!("if it is, say so: `popug day close --date {through}`");
            return (Kind::Conflict, Some(hint));
        }
        AppError::ClosedThrough { error, .. } => {
            (verdict(error).0, "close again: what is closed stays closed")
        }
        AppError::NowhereForLetters => (
            Kind::Unavailable,
            "name one with its whole path: `popug setting set mail maildir:/var/mail/popug`",
        ),
        AppError::Unsound { .. } => (
            Kind::Unavailable,
            "`popug doctor` tells all of it; the store goes on as it was",
        ),
        AppError::DamagedBackup { .. } => (
            Kind::Check,
            "it is left alone; take another backup, or, as a last resort, restore this one as it \
             is with --damaged and look at it with `popug doctor`",
        ),
        AppError::PaymentTarget(_) => (Kind::Unavailable, "set it to none"),
        AppError::MailTarget(_) => (Kind::Unavailable, "set it to maildir or maildir:PATH"),
        AppError::NoDay(_) => (Kind::Usage, "set the clock, or name another time zone"),
        AppError::Zone(_) | AppError::Currency(_) => return (Kind::Usage, None),
        AppError::NoSession(refusal) => return (refusal.kind, refusal.hint.clone()),
        AppError::Json(_) => return (Kind::Failure, None),
        AppError::Range(error) => return domains::range(error),
        AppError::Setting(error) => return domains::setting(error),
        AppError::Auth(error) => return domains::auth(error),
        AppError::Task(error) => return domains::task(error),
        AppError::Accounting(error) => return domains::accounting(error),
        AppError::Analytics(error) => return domains::analytics(error),
        AppError::Delivery(error) => return domains::delivery(error),
        AppError::Log(error) => return domains::log(error),
        AppError::Store(error) => return store::verdict(error),
    };
    hinted(kind, hint)
}

/// Who may, or which token would.
fn what_may(actor: &Actor, permission: Permission) -> String {
    match actor {
        // No token is made for tokens.
        _ if permission == Permission::TokenManage => who_may(permission),
        Actor::Token { permissions, .. } if !permissions.contain(permission) => {
            // These are of use with an account alone.
            let of_somebody = matches!(
                permission,
                Permission::TaskCreate | Permission::TaskClose | Permission::AccountOwn
            );
            let acting = if of_somebody { " --as USER" } else { "" };
            format!(
                "it takes a token made for it: `popug token create NAME --for {permission}{acting}`"
            )
        }
        Actor::System | Actor::Popug { .. } | Actor::Token { .. } => who_may(permission),
    }
}

/// `managers and admins may`.
fn who_may(permission: Permission) -> String {
    let roles: Vec<&str> = Role::ALL
        .into_iter()
        .filter(|role| permission.belongs_to(*role))
        .map(|role| match role {
            Role::Admin => "admins",
            Role::Manager => "managers",
            Role::Accountant => "accountants",
            Role::Worker => "workers",
        })
        .collect();
    format!("{} may", roles.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::AccountingError;
    use crate::analytics::AnalyticsError;
    use crate::auth::AuthError;
    use crate::delivery::DeliveryError;
    use crate::events::LogError;
    use crate::store::StoreError;
    use crate::tasks::TaskError;

    #[test]
    fn what_can_be_done_about_the_store_is_told_whoever_passes_it_on() {
        let busy = || StoreError::Busy(60);
        let plain = Refusal::from(AppError::Store(busy()));
        assert!(plain.hint.is_some() && plain.kind == Kind::Unavailable);
        let logged = || LogError::Store(busy());
        let passed_on: [AppError; 10] = [
            logged().into(),
            AuthError::Store(busy()).into(),
            AuthError::Log(logged()).into(),
            TaskError::Store(busy()).into(),
            TaskError::Log(logged()).into(),
            AccountingError::Store(busy()).into(),
            AccountingError::Log(logged()).into(),
            AnalyticsError::Store(busy()).into(),
            DeliveryError::Store(busy()).into(),
            DeliveryError::Log(logged()).into(),
        ];
        for error in passed_on {
            assert_eq!(Refusal::from(&error), plain, "{error:?}");
        }
    }
}
