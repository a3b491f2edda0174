//! What can be set.

use crate::kernel::address::may_hold_password;

/// A setting, by the variable that sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variable {
    /// Where the store is.
    Store,
    /// Where a running server is.
    Server,
    /// Whose session is used.
    As,
    /// A token to act with.
    Token,
    /// The filter for logs.
    Log,
    /// The form of logs.
    LogFormat,
    /// An instant taken as now.
    Clock,
    /// A number that choices follow from.
    Seed,
    /// Where mail goes.
    Mail,
    /// Where payouts go.
    Payments,
    /// The password for the mail server.
    MailPassword,
    /// The token for the payment gateway.
    PaymentsToken,
}

impl Variable {
    /// Every one.
    pub const ALL: [Self; 12] = [
        Self::Store,
        Self::Server,
        Self::As,
        Self::Token,
        Self::Log,
        Self::LogFormat,
        Self::Clock,
        Self::Seed,
        Self::Mail,
        Self::Payments,
        Self::MailPassword,
        Self::PaymentsToken,
    ];

    /// Its key in a settings file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::Server => "server",
            Self::As => "as",
            Self::Token => "token",
            Self::Log => "log",
            Self::LogFormat => "log_format",
            Self::Clock => "clock",
            Self::Seed => "seed",
            Self::Mail => "mail",
            Self::Payments => "payments",
            Self::MailPassword => "mail_password",
            Self::PaymentsToken => "payments_token",
        }
    }

    /// Its name in the environment.
    pub fn name(self) -> String {
        format!("POPUG_{}", self.key().to_ascii_uppercase())
    }

    /// The flag that beats it, where there is one.
    pub const fn flag(self) -> Option<&'static str> {
        match self {
            Self::Store => Some("--store"),
            Self::As | Self::Token => Some("--as"),
            Self::Log => Some("-q, -v"),
            Self::Server
            | Self::LogFormat
            | Self::Clock
            | Self::Seed
            | Self::Mail
            | Self::Payments
            | Self::MailPassword
            | Self::PaymentsToken => None,
        }
    }

    /// What it is for.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Store => "the store: a file, or postgres://…",
            Self::Server => "a server to work through; none so far",
            Self::As => "act with another session kept here",
            Self::Token => "act with a token; beats sessions",
            Self::Log => "what is logged, as popug=debug",
            Self::LogFormat => "text or json",
            Self::Clock => "the time taken as now, on a sandbox",
            Self::Seed => "what chance follows from, on a sandbox",
            Self::Mail => "where letters go instead",
            Self::Payments => "where payouts go instead",
            Self::MailPassword => "for a mail server; none so far",
            Self::PaymentsToken => "for a gateway; none so far",
        }
    }

    /// Whether it may hold a secret, if only as the password in an address; then it has a twin
    /// that names a file.
    pub const fn may_be_secret(self) -> bool {
        match self {
            Self::Store
            | Self::Server
            | Self::Token
            | Self::Mail
            | Self::Payments
            | Self::MailPassword
            | Self::PaymentsToken => true,
            Self::As | Self::Log | Self::LogFormat | Self::Clock | Self::Seed => false,
        }
    }

    /// Whether this value of it is a secret, or has one in it.
    pub(super) fn holds_secret(self, value: &str) -> bool {
        match self {
            Self::Token | Self::MailPassword | Self::PaymentsToken => true,
            Self::Store | Self::Server | Self::Mail | Self::Payments => may_hold_password(value),
            Self::As | Self::Log | Self::LogFormat | Self::Clock | Self::Seed => false,
        }
    }

    /// The one with this key, and whether the key is its own or its twin's.
    pub(super) fn of_key(key: &str) -> Option<(Self, Spelling)> {
        let own = Self::ALL.into_iter().find(|it| it.key() == key);
        if let Some(variable) = own {
            return Some((variable, Spelling::Value));
        }
        let twin = key.strip_suffix("_file")?;
        let mut secrets = Self::ALL.into_iter().filter(|it| it.may_be_secret());
        Some((secrets.find(|it| it.key() == twin)?, Spelling::File))
    }
}

/// Whether a setting is given itself or as the name of a file that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    Value,
    File,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_variable_in_lower_case() {
        for variable in Variable::ALL {
            let name = variable.name();
            let key = name.strip_prefix("POPUG_").expect("a prefix");
            assert_eq!(key.to_ascii_lowercase(), variable.key());
            assert_eq!(
                Variable::of_key(variable.key()),
                Some((variable, Spelling::Value))
            );
        }
    }

    #[test]
    fn only_what_may_be_secret_has_a_twin() {
        let token = Some((Variable::Token, Spelling::File));
        assert_eq!(Variable::of_key("token_file"), token);
        assert_eq!(Variable::of_key("log_file"), None);
        assert_eq!(Variable::of_key("stor"), None);
    }
}
