//! Where a PostgreSQL store is: the servers, the database in them, and who goes there.

use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use postgres::config::ChannelBinding;

use crate::store::StoreError;
use crate::store::postgres::password::{Asked, Password, Passwords};

mod error;
mod shown;
#[cfg(test)]
mod tests;
mod url;

pub use error::AddressError;
pub use url::is_list_of_words;

/// Where a server listens unless its port is named.
const PORT: u16 = 5432;

/// Where servers of this machine have their sockets: the first by Debian's and Red Hat's packages, the
/// second by PostgreSQL's own source.
const SOCKETS: [&str; 2] = ["/var/run/postgresql", "/tmp"];

/// How long a server may take to let somebody in, unless `connect_timeout` says otherwise.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How a server's lists name popug, unless `application_name` says otherwise.
const PROGRAM: &str = "popug";

/// The parameters that a URL may have, by libpq's names.
pub const PARAMETERS: [&str; 13] = [
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "options",
    "application_name",
    "connect_timeout",
    "target_session_attrs",
    "sslmode",
    "sslrootcert",
    "channel_binding",
];

/// The address of a PostgreSQL store: a URL as libpq takes it.
///
/// It differs from libpq where a store is better off with it: only servers that take writes are
/// gone to, a given `sslrootcert` asks for `verify-full` where no `sslmode` is given, `verify-full` alone
/// trusts the system's roots, no other variable of libpq's is read than `PGPASSWORD` and `PGPASSFILE`,
/// `~/.postgresql` is not looked into, and an `@` stands once in a URL.
///
/// The password shows nowhere. As text an address is a URL that leads to the same schema of the same
/// database for the same role, without what says how to get there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub(super) servers: Vec<Server>,
    pub(super) user: String,
    pub(super) database: String,
    pub(super) options: Option<String>,
    pub(super) application_name: String,
    pub(super) connect_timeout: Duration,
    pub(super) channel_binding: ChannelBinding,
    pub(super) trust: Trust,
}

/// One server, and the password for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Server {
    pub(super) host: Host,
    pub(super) port: u16,
    pub(super) password: Option<Password>,
}

/// How a server is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Host {
    /// By a socket in a directory of this machine.
    Socket(PathBuf),
    /// By the network: the name, which its certificate must be made for, and the address where the
    /// name is not to be looked up.
    Name(String, Option<IpAddr>),
}

/// What must be known of a server before it is talked to: `sslmode` and `sslrootcert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Nothing, and nothing is encrypted.
    Plain,
    /// Nothing; what the server can encrypt is.
    Preferred,
    /// Nothing, but everything is encrypted.
    Encrypted,
    /// That an authority in this file speaks for it.
    Chain(PathBuf),
    /// That an authority speaks for its name.
    Name(Roots),
}

/// The authorities that are believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Roots {
    /// Those of the system.
    System,
    /// Those in a file.
    File(PathBuf),
}

impl Address {
    /// With the passwords that it does not hold itself.
    pub fn with_passwords(mut self, passwords: &Passwords) -> Self {
        if self.servers.iter().all(|server| server.password.is_some()) {
            return self;
        }
        let passwords = passwords.read();
        for server in &mut self.servers {
            let asked = Asked {
                host: server.host.in_password_file(),
                port: server.port,
                database: &self.database,
                user: &self.user,
            };
            let own = server.password.take();
            server.password = own.or_else(|| passwords.find(&asked));
        }
        self
    }

    fn of(mut given: Given) -> Result<Self, AddressError> {
        let user = given.take("user").or_else(system_user);
        let user = user.ok_or(AddressError::NoUser)?;
        let database = given.take("dbname").unwrap_or_else(|| user.clone());
        check_session(given.take("target_session_attrs").as_deref())?;
        let application_name = given.take("application_name");
        let address = Self {
            servers: given.servers()?,
            user,
            database,
            options: given.take("options"),
            application_name: application_name.unwrap_or_else(|| PROGRAM.to_owned()),
            connect_timeout: connect_timeout(given.take("connect_timeout"))?,
            channel_binding: channel_binding(given.take("channel_binding").as_deref())?,
            trust: trust(given.take("sslmode").as_deref(), given.take("sslrootcert"))?,
        };
        match given.0.into_keys().next() {
            None => Ok(address),
            Some(unknown) => Err(AddressError::Unknown(unknown)),
        }
    }
}

/// What a URL gives and is not taken yet.
struct Given(BTreeMap<String, String>);

impl Given {
    fn take(&mut self, parameter: &str) -> Option<String> {
        self.0.remove(parameter)
    }

    fn servers(&mut self) -> Result<Vec<Server>, AddressError> {
        let (names, addresses) = (self.list("host"), self.list("hostaddr"));
        let hosts = names.len().max(addresses.len()).max(1);
        let counted = |parameter, found: usize| match found {
            0 => Ok(()),
            found if found == hosts => Ok(()),
            found => Err(AddressError::Count {
                parameter,
                found,
                hosts,
            }),
        };
        counted("host", names.len())?;
        counted("hostaddr", addresses.len())?;
        let ports = self.list("port");
        if ports.len() != 1 {
            counted("port", ports.len())?;
        }
        let password = self.take("password").map(Password::new);
        let at = |list: &[String], at: usize| list.get(at).filter(|it| !it.is_empty()).cloned();
        (0..hosts)
            .map(|number| {
                let port = at(&ports, number.min(ports.len().saturating_sub(1)));
                let port = port.map_or(Ok(PORT), |text| read_port(&text))?;
                let address = at(&addresses, number).map(|text| read_address(&text));
                let host = Host::of(at(&names, number), address.transpose()?, port);
                let password = password.clone();
                Ok(Server {
                    host,
                    port,
                    password,
                })
            })
            .collect()
    }

    fn list(&mut self, parameter: &str) -> Vec<String> {
        let list = self.take(parameter);
        let values = list.iter().flat_map(|list| list.split(','));
        values.map(str::to_owned).collect()
    }
}

impl Host {
    /// `port` tells where a server of this machine is, if neither name nor address are given.
    fn of(name: Option<String>, address: Option<IpAddr>, port: u16) -> Self {
        match (name, address) {
            (Some(path), _) if path.starts_with('/') => Self::Socket(PathBuf::from(path)),
            (Some(name), address) => Self::Name(name, address),
            (None, Some(address)) => Self::Name(address.to_string(), Some(address)),
            (None, None) => Self::Socket(default_socket(port)),
        }
    }

    /// What a line of a password file calls it: the usual sockets are `localhost` there.
    fn in_password_file(&self) -> &str {
        match self {
            Self::Name(name, _) => name,
            Self::Socket(path) if SOCKETS.iter().any(|usual| path == Path::new(usual)) => {
                "localhost"
            }
            Self::Socket(path) => path.to_str().unwrap_or_default(),
        }
    }
}

/// The first usual directory that has the socket.
fn default_socket(port: u16) -> PathBuf {
    let mut usual = SOCKETS.into_iter().map(PathBuf::from);
    let found = usual.find(|directory| directory.join(socket_name(port)).exists());
    found.unwrap_or_else(|| PathBuf::from(SOCKETS[0]))
}

fn socket_name(port: u16) -> String {
    format!(".s.PGSQL.{port}")
}

fn system_user() -> Option<String> {
    let user = nix::unistd::User::from_uid(nix::unistd::geteuid());
    Some(user.ok().flatten()?.name)
}

fn read_port(text: &str) -> Result<u16, AddressError> {
    let port = text.parse().ok().filter(|port| *port > 0);
    port.ok_or(AddressError::Value {
        parameter: "port",
        expected: "a number from 1 to 65535",
    })
}

fn read_address(text: &str) -> Result<IpAddr, AddressError> {
    text.parse().map_err(|_| AddressError::Value {
        parameter: "hostaddr",
        expected: "an address such as 192.0.2.1 or 2001:db8::1",
    })
}

/// As in libpq, 0 and less are no limit of the address's own.
fn connect_timeout(text: Option<String>) -> Result<Duration, AddressError> {
    let Some(text) = text else {
        return Ok(CONNECT_TIMEOUT);
    };
    let seconds: i32 = text.trim().parse().map_err(|_| AddressError::Value {
        parameter: "connect_timeout",
        expected: "a whole number of seconds",
    })?;
    let seconds = u64::try_from(seconds).ok().filter(|seconds| *seconds > 0);
    Ok(seconds.map_or(Duration::MAX, Duration::from_secs))
}

/// A store is written, whatever else the URL is used for.
fn check_session(text: Option<&str>) -> Result<(), AddressError> {
    match text {
        None | Some("read-write" | "primary") => Ok(()),
        Some(_) => Err(AddressError::Value {
            parameter: "target_session_attrs",
            expected: "read-write, since a store is written",
        }),
    }
}

fn channel_binding(text: Option<&str>) -> Result<ChannelBinding, AddressError> {
    match text {
        None | Some("prefer") => Ok(ChannelBinding::Prefer),
        Some("disable") => Ok(ChannelBinding::Disable),
        Some("require") => Ok(ChannelBinding::Require),
        Some(_) => Err(AddressError::Value {
            parameter: "channel_binding",
            expected: "disable, prefer or require",
        }),
    }
}

fn trust(mode: Option<&str>, roots: Option<String>) -> Result<Trust, AddressError> {
    let roots = roots.map(|text| match text.as_str() {
        "system" => Roots::System,
        path => Roots::File(PathBuf::from(path)),
    });
    match (mode, roots) {
        (None | Some("prefer"), None) => Ok(Trust::Preferred),
        (Some("disable"), None) => Ok(Trust::Plain),
        (Some("disable"), Some(_)) => Err(AddressError::RootUnused("disable")),
        (Some("prefer"), Some(_)) => Err(AddressError::RootUnused("prefer")),
        (Some("require"), None) => Ok(Trust::Encrypted),
        (Some("require"), Some(Roots::System)) => Err(AddressError::RootNeeded("require")),
        (Some("verify-ca"), None | Some(Roots::System)) => {
            Err(AddressError::RootNeeded("verify-ca"))
        }
        (Some("require" | "verify-ca"), Some(Roots::File(path))) => Ok(Trust::Chain(path)),
        (Some("verify-full"), None) => Ok(Trust::Name(Roots::System)),
        (None | Some("verify-full"), Some(roots)) => Ok(Trust::Name(roots)),
        (Some(_), _) => Err(AddressError::Value {
            parameter: "sslmode",
            expected: "disable, prefer, require, verify-ca or verify-full",
        }),
    }
}

impl FromStr for Address {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let given = url::parameters(text).map(Given);
        given.and_then(Self::of).map_err(StoreError::Url)
    }
}

/// As messages name it.
impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Host::Socket(path) => path.join(socket_name(self.port)).display().fmt(f),
            Host::Name(name, _) if name.contains(':') => write!(f, "[{name}]:{}", self.port),
            Host::Name(name, _) => write!(f, "{name}:{}", self.port),
        }
    }
}
