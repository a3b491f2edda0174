//! Why no server lets popug in.

use std::error::Error as Cause;
use std::io;
use std::path::PathBuf;

use postgres::Error;
use postgres::error::{DbError, SqlState};
use rustls::CertificateError;

use crate::store::postgres::address::{Address, Server};

/// Every reason for which a server is not to be had.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// Nothing answers there.
    #[error("{server} cannot be reached: {reason}")]
    Unreachable {
        /// The server.
        server: String,
        /// What the system said.
        reason: String,
    },
    /// Nobody knows where that is.
    #[error("{server} cannot be looked up: {reason}")]
    Unknown {
        /// The server.
        server: String,
        /// What the system said.
        reason: String,
    },
    /// It lets nobody in, nor refuses.
    #[error("{0} does not answer")]
    Silent(String),
    /// It starts, stops, or mends itself.
    #[error("{server} is not ready: {reason}")]
    NotReady {
        /// The server.
        server: String,
        /// What it said.
        reason: String,
    },
    /// As many are in as may be.
    #[error("{server} lets nobody in any more: {reason}")]
    TooMany {
        /// The server.
        server: String,
        /// What it said.
        reason: String,
    },
    /// A standby, or made read-only.
    #[error("{0} takes no writes")]
    ReadOnly(String),
    /// It asks for a password, and none is given.
    #[error("{server} asks for the password of {user}, and none is given")]
    NoPassword {
        /// The server.
        server: String,
        /// The role.
        user: String,
    },
    /// The password is wrong, or there is no such role: servers do not say which.
    #[error("{server} does not take the password of {user}")]
    WrongPassword {
        /// The server.
        server: String,
        /// The role.
        user: String,
    },
    /// The role is unknown, or may not log in.
    #[error("{server} does not let {user} in: {reason}")]
    NoRole {
        /// The server.
        server: String,
        /// The role.
        user: String,
        /// What the server said.
        reason: String,
    },
    /// There is no such database.
    #[error("{server} has no database {database}")]
    NoDatabase {
        /// The server.
        server: String,
        /// The database.
        database: String,
    },
    /// It does not encrypt.
    #[error("{0} speaks no TLS")]
    NoTls(String),
    /// Its certificate is not taken.
    #[error("the certificate of {server} is not trusted: {reason}")]
    Untrusted {
        /// The server.
        server: String,
        /// Why.
        reason: String,
    },
    /// Its certificate is another server's.
    #[error("the certificate of {server} is made for {names}")]
    OtherName {
        /// The server.
        server: String,
        /// The names in it.
        names: String,
    },
    /// It cannot agree with popug on how to encrypt.
    #[error("{server} and popug do not agree on TLS: {reason}")]
    Tls {
        /// The server.
        server: String,
        /// What was said.
        reason: String,
    },
    /// The authorities that are to be trusted cannot be read.
    #[error("the authorities in {} cannot be read: {reason}", path.display())]
    Roots {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The system has no authorities, or none that can be used.
    #[error("the authorities of this system cannot be used: {0}")]
    NoRoots(String),
    /// Anything else.
    #[error("{server} refuses: {reason}")]
    Refused {
        /// The server.
        server: String,
        /// What it said.
        reason: String,
    },
    /// Each of several servers, and why.
    #[error("no server takes writes: {}", each(.0))]
    All(Vec<Self>),
}

fn each(refusals: &[ServerError]) -> String {
    let each: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    each.join("; ")
}

impl ServerError {
    /// Whether it may pass without anybody doing anything: servers come back, standbys are promoted.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable { .. }
            | Self::Silent(_)
            | Self::NotReady { .. }
            | Self::TooMany { .. }
            | Self::ReadOnly(_) => true,
            Self::All(refusals) => refusals.iter().any(Self::is_passing),
            Self::Unknown { .. }
            | Self::NoPassword { .. }
            | Self::WrongPassword { .. }
            | Self::NoRole { .. }
            | Self::NoDatabase { .. }
            | Self::NoTls(_)
            | Self::Untrusted { .. }
            | Self::OtherName { .. }
            | Self::Tls { .. }
            | Self::Roots { .. }
            | Self::NoRoots(_)
            | Self::Refused { .. } => false,
        }
    }

    /// Whether a store that is opened waits for it: a server that starts is there soon, and of several
    /// one will take writes; one that is not there may never have been.
    pub fn is_worth_waiting(&self) -> bool {
        let soon = matches!(
            self,
            Self::NotReady { .. } | Self::TooMany { .. } | Self::All(_)
        );
        soon && self.is_passing()
    }

    /// How many servers said nothing in time.
    pub(super) fn silent(&self) -> usize {
        if let Self::All(refusals) = self {
            return refusals.iter().map(Self::silent).sum();
        }
        usize::from(matches!(self, Self::Silent(_)))
    }

    /// What the client says of an attempt to get in.
    pub(super) fn of(error: &Error, address: &Address, server: &Server) -> Self {
        if let Some(said) = error.as_db_error() {
            return Self::of_server(said, address, server);
        }
        let user = address.user.clone();
        let server = server.to_string();
        if let Some(error) = caused_by::<rustls::Error>(error) {
            return Self::of_tls(error, server);
        }
        // The client has these words for it, and no kinds that can be asked for.
        let reason = error.source().unwrap_or(error).to_string();
        match reason.as_str() {
            "password missing" => return Self::NoPassword { server, user },
            "server does not support TLS" => return Self::NoTls(server),
            "database does not allow writes" => return Self::ReadOnly(server),
            _ => {}
        }
        // It let popug in, and ended that before it was done: as a server does that stops.
        let of_the_way = caused_by::<io::Error>(error);
        let hung_up = [
            io::ErrorKind::BrokenPipe,
            io::ErrorKind::ConnectionReset,
            io::ErrorKind::UnexpectedEof,
        ];
        let hangs_up = of_the_way.is_some_and(|it| hung_up.contains(&it.kind()));
        if (error.is_closed() || hangs_up) && !Self::is_of_tls(error) {
            return Self::NotReady { server, reason };
        }
        let of_the_way = of_the_way.is_some();
        match of_the_way {
            _ if Self::is_of_tls(error) => Self::Tls { server, reason },
            true => Self::Unreachable { server, reason },
            false => Self::Refused { server, reason },
        }
    }

    /// Whether TLS is what fails.
    pub(super) fn is_of_tls(error: &Error) -> bool {
        let handshake = "error performing TLS handshake";
        error.to_string() == handshake || caused_by::<rustls::Error>(error).is_some()
    }

    /// Appendix A of PostgreSQL's manual, "PostgreSQL Error Codes".
    fn of_server(said: &DbError, address: &Address, server: &Server) -> Self {
        let server = server.to_string();
        let user = address.user.clone();
        let database = address.database.clone();
        let reason = said.message().to_owned();
        let code = said.code();
        if *code == SqlState::INVALID_PASSWORD {
            return Self::WrongPassword { server, user };
        }
        // The same code stands for a role that is unknown and for one that may not come from here.
        let of_role = said.routine() == Some("InitializeSessionUserId");
        if *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION && of_role {
            return Self::NoRole {
                server,
                user,
                reason,
            };
        }
        if *code == SqlState::INVALID_CATALOG_NAME {
            return Self::NoDatabase { server, database };
        }
        match code.code().get(..2) {
            Some("53") => Self::TooMany { server, reason },
            Some("57") => Self::NotReady { server, reason },
            _ => Self::Refused { server, reason },
        }
    }

    fn of_tls(error: &rustls::Error, server: String) -> Self {
        let rustls::Error::InvalidCertificate(certificate) = error else {
            let reason = error.to_string();
            return Self::Tls { server, reason };
        };
        if let CertificateError::NotValidForNameContext { presented, .. } = certificate {
            let names = names(presented);
            return Self::OtherName { server, names };
        }
        let has_expired = matches!(
            certificate,
            CertificateError::Expired | CertificateError::ExpiredContext { .. }
        );
        let reason = if has_expired {
            "it has expired".to_owned()
        } else if *certificate == CertificateError::UnknownIssuer {
            "no authority that is trusted issued it".to_owned()
        } else {
            certificate.to_string()
        };
        Self::Untrusted { server, reason }
    }
}

/// As rustls has them: `DnsName("db.example")`, `IpAddress(192.0.2.1)`.
fn names(presented: &[String]) -> String {
    if presented.is_empty() {
        return "no name".to_owned();
    }
    let plain = presented.iter().map(|name| {
        let inner = name
            .split_once('(')
            .and_then(|(_, name)| name.strip_suffix(')'));
        inner.unwrap_or(name).trim_matches('"')
    });
    plain.collect::<Vec<_>>().join(", ")
}

/// The first cause of this kind. An I/O error hands on what it wraps, not itself.
fn caused_by<T: Cause + 'static>(error: &Error) -> Option<&T> {
    let mut cause = error.source();
    while let Some(found) = cause {
        if let Some(wanted) = found.downcast_ref::<T>() {
            return Some(wanted);
        }
        let inner = found
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        cause = match inner {
            Some(inner) => Some(inner),
            None => found.source(),
        };
    }
    None
}
