//! Why auth refuses.

use std::fmt;

use crate::auth::tokens::TokenError;
use crate::events::LogError;
use crate::kernel::dice::NoEntropy;
use crate::kernel::name::{NameError, UserName};
use crate::kernel::role::RoleError;
use crate::kernel::text::TextError;
use crate::store::StoreError;

/// Every refusal of the authentication service.
#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    /// No such popug, or another beak: which of both is not told.
    #[error("the name or the beak is wrong")]
    WrongBeak,
    /// The old beak, as its popug gave it to set a new one.
    #[error("the old beak is wrong")]
    WrongOldBeak,
    /// Too many wrong beaks.
    #[error("too many wrong beaks; try again in {seconds} s")]
    Blocked {
        /// How long to wait.
        seconds: i64,
    },
    /// The session is no more.
    #[error("the session has ended")]
    SessionEnded,
    /// The session was not used for a week.
    #[error("the session of {0} was not used for seven days")]
    SessionIdle(UserName),
    /// No open enrolment has this code.
    #[error("this enrolment code is wrong, used already or too old")]
    WrongCode,
    /// A beak that is too short.
    #[error("a beak needs at least {least} characters; this one has {length}")]
    ShortBeak {
        /// How many it needs.
        least: usize,
        /// How many it has.
        length: usize,
    },
    /// A beak that no one can have typed.
    #[error("a beak has at most {0} characters")]
    LongBeak(usize),
    /// No popug has this name.
    #[error("there is no popug '{0}'")]
    Unknown(String),
    /// Whoever asks is no popug and has no user.
    #[error("{0} acts for no popug")]
    NoPopug(String),
    /// Whoever left sets no beak.
    #[error("{0} is not active")]
    NotActive(UserName),
    /// The name is taken.
    #[error("there is a popug '{0}' already")]
    Taken(UserName),
    /// Somebody has to be able to run the company.
    #[error("{0} is the last active admin and must stay one")]
    LastAdmin(UserName),
    /// Nothing to change was given.
    #[error("say what to change: a role, an e-mail, a full name or whether it is active")]
    NoChange,
    /// An address that no letter reaches.
    #[error("'{0}' is no e-mail address")]
    Email(String),
    /// A stored hash that cannot be read, or a beak that cannot be hashed.
    #[error("the beak cannot be hashed: {0}")]
    Hash(String),
    /// A name that another line has.
    #[error("{name} stands in line {line} already")]
    Twice {
        /// The name.
        name: UserName,
        /// The other line.
        line: u64,
    },
    /// Lines of a file that cannot be taken.
    #[error(transparent)]
    Lines(WrongLines),
    /// A token is refused, or not made.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// A name that is none.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A role that is none.
    #[error(transparent)]
    Role(#[from] RoleError),
    /// A full name that is not taken.
    #[error(transparent)]
    Text(#[from] TextError),
    /// No secret can be made.
    #[error(transparent)]
    Entropy(#[from] NoEntropy),
    /// The log failed.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AuthError {
    /// Whether it lies in rows that cannot be read.
    pub fn is_of_the_rows(&self) -> bool {
        matches!(self, Self::Store(error) | Self::Log(LogError::Store(error)) if error.is_of_the_rows())
    }
}

/// So many wrong lines are told; the others are counted.
const TOLD: usize = 10;

/// Lines of a file that cannot be taken, each with the reason.
#[derive(Debug, Default)]
pub struct WrongLines(Vec<(u64, AuthError)>);

impl WrongLines {
    /// And this one.
    pub fn add(&mut self, line: u64, error: AuthError) {
        self.0.push((line, error));
    }

    /// Goes on where there is none.
    pub fn none(self) -> Result<(), AuthError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(AuthError::Lines(self))
        }
    }

    /// The first reason, whose kind is that of all.
    pub fn first(&self) -> Option<&AuthError> {
        self.0.first().map(|(_, error)| error)
    }
}

impl fmt::Display for WrongLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [(line, error)] = self.0.as_slice() {
            return write!(f, "line {line}: {error}");
        }
        write!(f, "{} rows cannot be taken, so none was", self.0.len())?;
        for (line, error) in self.0.iter().take(TOLD) {
            write!(f, "\nline {line}: {error}")?;
        }
        match self.0.len().saturating_sub(TOLD) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl std::error::Error for WrongLines {}
