//! Why a URL is not the address of a store.

/// Every way in which a URL can be wrong. None of them repeats the URL: it may hold a password, and
/// where it is wrong nobody can tell where the password ends.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Another scheme.
    #[error("it begins with neither postgres:// nor postgresql://")]
    Scheme,
    /// What libpq takes as well, and popug does not.
    #[error("it is a list of NAME=VALUE")]
    Words,
    /// An `@` that is not the one before the hosts.
    #[error("there is an @ too many")]
    StrayAt,
    /// No percent encoding, or no text.
    #[error("a % is not followed by two hexadecimal digits, or they stand for no text")]
    Encoding,
    /// A host that is none.
    #[error("a host's name or its port cannot be read")]
    Host,
    /// A parameter without a value.
    #[error("what follows the ? must be NAME=VALUE&NAME=VALUE")]
    Pairs,
    /// A parameter that means nothing here.
    #[error("it has no parameter '{0}'")]
    Unknown(String),
    /// A value that cannot be read.
    #[error("its {parameter} must be {expected}")]
    Value {
        /// The parameter.
        parameter: &'static str,
        /// What it takes.
        expected: &'static str,
    },
    /// As many as there are hosts, or one for all.
    #[error("it has {found} values of {parameter} for {hosts} hosts")]
    Count {
        /// The parameter.
        parameter: &'static str,
        /// How many values it has.
        found: usize,
        /// How many hosts there are.
        hosts: usize,
    },
    /// Nobody to connect as.
    #[error("it names no user, and the system has no name for this one")]
    NoUser,
    /// Roots for a mode that looks at none.
    #[error("it has an sslrootcert, which sslmode={0} never looks at")]
    RootUnused(&'static str),
    /// Any holder of any certificate of a public authority would do.
    #[error("its sslmode={0} needs the authority of its own servers: sslrootcert=PATH")]
    RootNeeded(&'static str),
}
