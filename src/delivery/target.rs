//! Where letters and payouts go: the settings `mail` and `payments`.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::store::Place;

/// Where letters are handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailTarget {
    /// `maildir`: a maildir beside the store.
    MaildirBesideStore,
    /// `maildir:PATH`; a relative path is looked for where the store is.
    Maildir(PathBuf),
}

/// Why a text is no place for letters. It names no more of the text than its scheme, since
/// addresses of mail servers are written with passwords in them by mistake.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailTargetError {
    /// A scheme that popug does not deliver to.
    #[error("letters go to maildirs only so far, not to '{scheme}:'; say maildir or maildir:PATH")]
    Scheme {
        /// What stands before the colon.
        scheme: String,
    },
    /// Neither a scheme nor a word that means something.
    #[error("that is no place for letters; say maildir or maildir:PATH")]
    Shape,
    /// A maildir without a path behind its colon.
    #[error("there is no path behind 'maildir:'")]
    NoPath,
}

impl MailTarget {
    /// The maildir's directory, for a store at `place`. Nothing lies beside a database: there a
    /// maildir needs its whole path.
    pub fn directory(&self, place: &Place) -> Option<PathBuf> {
        match (self, place) {
            (Self::MaildirBesideStore, Place::File(file)) => Some(file.beside("-mail")),
            (Self::Maildir(path), Place::File(file)) => {
                let beside = file.path().parent().unwrap_or(Path::new(""));
                Some(beside.join(path))
            }
            (Self::Maildir(path), Place::Postgres(_)) => path.is_absolute().then(|| path.clone()),
            (Self::MaildirBesideStore, Place::Postgres(_)) => None,
        }
    }
}

impl fmt::Display for MailTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MaildirBesideStore => f.write_str("maildir"),
            Self::Maildir(path) => write!(f, "maildir:{}", path.display()),
        }
    }
}

impl FromStr for MailTarget {
    type Err = MailTargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text == "maildir" {
            return Ok(Self::MaildirBesideStore);
        }
        let (scheme, path) = text.split_once(':').ok_or(MailTargetError::Shape)?;
        match scheme {
            "maildir" if path.is_empty() => Err(MailTargetError::NoPath),
            "maildir" => Ok(Self::Maildir(PathBuf::from(path))),
            scheme if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                let scheme = scheme.to_owned();
                Err(MailTargetError::Scheme { scheme })
            }
            _ => Err(MailTargetError::Shape),
        }
    }
}

/// Where payouts go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentTarget {
    /// `none`: nowhere, a payout counts as processed at once.
    Nowhere,
}

/// Why a text is no place for payouts. It names nothing of the text, which may hold a password.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("payouts go to no gateway so far; say none")]
pub struct PaymentTargetError;

impl fmt::Display for PaymentTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nowhere => f.write_str("none"),
        }
    }
}

impl FromStr for PaymentTarget {
    type Err = PaymentTargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim() {
            "none" => Ok(Self::Nowhere),
            _ => Err(PaymentTargetError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(text: &str) -> MailTarget {
        text.parse().expect("a place for letters")
    }

    #[test]
    fn a_maildir_is_beside_the_store_unless_a_path_is_said() {
        let place = Place::file("/var/lib/popug/popug.db");
        for (text, directory) in [
            ("maildir", "/var/lib/popug/popug.db-mail"),
            ("maildir:letters", "/var/lib/popug/letters"),
            ("maildir:/home/kesha/Maildir", "/home/kesha/Maildir"),
        ] {
            assert_eq!(target(text).directory(&place), Some(directory.into()));
            assert_eq!(target(text).to_string(), text);
        }
        let here = target("maildir:letters").directory(&Place::file("popug.db"));
        assert_eq!(here, Some("letters".into()));
    }

    #[test]
    fn beside_a_database_a_maildir_needs_its_whole_path() {
        let place = "postgres://popug@db.example/popug"
            .parse()
            .expect("a place");
        let directory = |text| target(text).directory(&place);
        assert_eq!(directory("maildir"), None);
        assert_eq!(directory("maildir:letters"), None);
        assert_eq!(
            directory("maildir:/var/mail/popug"),
            Some("/var/mail/popug".into())
        );
    }

    #[test]
    fn another_scheme_is_refused_without_telling_its_secrets() {
        let refused = "smtp://kesha:beak@mail.example".parse::<MailTarget>();
        assert_eq!(
            refused.expect_err("no transport").to_string(),
            "letters go to maildirs only so far, not to 'smtp:'; say maildir or maildir:PATH"
        );
        let refused = "https://popug:beak@bank.example".parse::<PaymentTarget>();
        assert_eq!(refused, Err(PaymentTargetError));
        assert_eq!(" none ".parse(), Ok(PaymentTarget::Nowhere));
        for (text, error) in [
            ("maildir:", MailTargetError::NoPath),
            ("", MailTargetError::Shape),
            ("kesha@mail.example:25", MailTargetError::Shape),
        ] {
            assert_eq!(text.parse::<MailTarget>(), Err(error), "{text}");
        }
    }
}
