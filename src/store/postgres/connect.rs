//! A connection to the first server that takes writes, and what is set for its session.

use std::net::{IpAddr, ToSocketAddrs};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use postgres::config::{SslMode, TargetSessionAttrs};
use postgres::error::{DbError, SqlState};
use postgres::{Client, Config, Error, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::StoreError;
use crate::store::postgres::address::{Address, Host, Server, Trust};
use crate::store::postgres::patience::Patience;
use crate::store::postgres::refusal::ServerError;
use crate::store::postgres::tls;

#[cfg(test)]
mod tests;

/// A connection that says nothing for so long is asked whether it lives.
const KEEPALIVES_IDLE: Duration = Duration::from_secs(10);
/// So often.
const KEEPALIVES_INTERVAL: Duration = Duration::from_secs(5);
/// So many times, before it is given up.
const KEEPALIVES_RETRIES: u32 = 3;
/// What was sent and is not acknowledged for so long is lost: as long as the three above take.
const USER_TIMEOUT: Duration = Duration::from_secs(25);

/// Who has less time may hear nothing where an earlier attempt heard why.
const HURRY: Duration = Duration::from_secs(1);

/// The server gives a client up as soon as the client gives it up, so that whoever fell asleep with
/// the head of the log in hand stops nobody else. `synchronous_commit` is left alone where it is
/// stronger than what a file promises, or waits for a standby; `off` would lose what was acknowledged.
/// No statement runs so long that compiling it would pay.
pub(super) const SETTINGS: &str = "
    SET LOCAL lock_timeout = '2s';
    SET LOCAL idle_in_transaction_session_timeout = '30s';
    SET LOCAL statement_timeout = 0;
    SET LOCAL jit = off;
    SET LOCAL tcp_keepalives_idle = 10;
    SET LOCAL tcp_keepalives_interval = 5;
    SET LOCAL tcp_keepalives_count = 3;
    SET LOCAL tcp_user_timeout = '25s';
    SET LOCAL client_min_messages = warning;
    SET LOCAL standard_conforming_strings = on;
    SELECT set_config('synchronous_commit', 'on', true)
        WHERE current_setting('synchronous_commit') = 'off'; ";

/// Connects to the first of the servers that takes writes, in the order of the address, within
/// `patience`.
///
/// As with libpq each server, and each network address of it, has `connect_timeout`; other than there
/// that includes looking the name up, and a server that does not let popug in is no reason not to ask
/// the others. `prefer` goes on without TLS where the handshake fails or the server wants none; where it
/// refuses for another reason, libpq would send the password once more in clear, and popug does not.
pub(super) fn connect(address: &Address, patience: Duration) -> Result<Client, StoreError> {
    first_of(address, patience, Checked::Here)
}

/// Who finds out whether a server takes writes, which costs a question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Checked {
    /// Whoever connects.
    Here,
    /// Whoever asks first, where there is but one server.
    ByTheFirstQuestion,
}

fn first_of(address: &Address, patience: Duration, checked: Checked) -> Result<Client, StoreError> {
    let checked = match address.servers.len() {
        1 => checked,
        _ => Checked::Here,
    };
    let begun = Instant::now();
    let tls = connector(address)?;
    let mut refusals = Vec::new();
    for (number, server) in address.servers.iter().enumerate() {
        let left = patience.saturating_sub(begun.elapsed());
        let time = share(left, address.servers.len() - number);
        let attempt = Attempt::at(address, server, tls.clone(), checked);
        match enter(attempt, time.min(address.connect_timeout)) {
            Ok(client) => return Ok(client),
            Err(refusal) => {
                tracing::debug!("{refusal}");
                refusals.push(refusal);
            }
        }
    }
    Err(StoreError::Server(match refusals.pop() {
        Some(only) if refusals.is_empty() => only,
        last => ServerError::All(refusals.into_iter().chain(last).collect()),
    }))
}

/// The same for a store that is opened. A server that is starting is waited for, and so are several of
/// which one will be the primary; one that is not there is told at once.
pub(super) fn reach(
    address: &Address,
    wait: Duration,
    checked: Checked,
) -> Result<Client, StoreError> {
    let mut patience = Patience::of(wait);
    let mut told: Option<ServerError> = None;
    loop {
        let left = patience.left();
        let refused = match first_of(address, left, checked) {
            Ok(client) => return Ok(client),
            Err(StoreError::Server(refused)) => refused,
            Err(error) => return Err(error),
        };
        let refused = match told.take() {
            Some(told) if left < HURRY && told.silent() < refused.silent() => told,
            Some(_) | None => refused,
        };
        if !refused.is_worth_waiting() || !patience.again(&refused.to_string()) {
            return Err(StoreError::Server(refused));
        }
        told = Some(refused);
    }
}

/// PostgreSQL speaks no TLS over the sockets of a machine, and libpq asks for none there either.
fn connector(address: &Address) -> Result<Option<MakeRustlsConnect>, StoreError> {
    let mut hosts = address.servers.iter().map(|server| &server.host);
    match hosts.any(|host| matches!(host, Host::Name(..))) {
        true => tls::connector(&address.trust).map_err(StoreError::Server),
        false => Ok(None),
    }
}

/// The time for one of `among`, so that the first leaves some to the others.
fn share(left: Duration, among: usize) -> Duration {
    u32::try_from(among)
        .ok()
        .and_then(|among| left.checked_div(among))
        .unwrap_or(left)
}

/// Asks one server. The client has no limit for anything but the network's own handshake, so it is
/// left behind when it takes too long; it ends with the connection, by the keepalives at the latest.
fn enter(attempt: Attempt, time: Duration) -> Result<Client, ServerError> {
    let name = attempt.server.to_string();
    let (tell, told) = mpsc::sync_channel(1);
    let asking = thread::Builder::new()
        .name("connect".to_owned())
        .spawn(move || {
            // Nobody waits any more for what comes too late.
            let _ = tell.send(attempt.run(time));
        });
    if let Err(error) = asking {
        let reason = error.to_string();
        return Err(ServerError::Unreachable {
            server: name,
            reason,
        });
    }
    match told.recv_timeout(time) {
        Ok(answer) => answer,
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            Err(ServerError::Silent(name))
        }
    }
}

/// What is asked of one server.
struct Attempt {
    address: Address,
    server: Server,
    config: Config,
    tls: Option<MakeRustlsConnect>,
    checked: Checked,
}

impl Attempt {
    fn at(
        address: &Address,
        server: &Server,
        tls: Option<MakeRustlsConnect>,
        checked: Checked,
    ) -> Self {
        let mut config = Config::new();
        config
            .user(&address.user)
            .dbname(&address.database)
            .application_name(&address.application_name)
            .channel_binding(address.channel_binding)
            .port(server.port)
            .keepalives_idle(KEEPALIVES_IDLE)
            .keepalives_interval(KEEPALIVES_INTERVAL)
            .keepalives_retries(KEEPALIVES_RETRIES)
            .tcp_user_timeout(USER_TIMEOUT)
            .notice_callback(|notice| log(&notice));
        if let Some(options) = &address.options {
            config.options(options);
        }
        if let Some(password) = &server.password {
            config.password(password.reveal());
        }
        let tls = match &server.host {
            Host::Socket(path) => {
                config.host_path(path);
                None
            }
            Host::Name(name, _) => {
                config.host(name);
                tls
            }
        };
        let (address, server) = (address.clone(), server.clone());
        Self {
            address,
            server,
            config,
            tls,
            checked,
        }
    }

    fn run(&self, time: Duration) -> Result<Client, ServerError> {
        let begun = Instant::now();
        let found = self.look_up()?;
        let mut refusal = None;
        // A name may stand for several servers.
        let writes = match (self.checked, found.len()) {
            (Checked::ByTheFirstQuestion, 1) => TargetSessionAttrs::Any,
            _ => TargetSessionAttrs::ReadWrite,
        };
        for (number, ip) in found.iter().enumerate() {
            let mut config = self.config.clone();
            config.target_session_attrs(writes);
            if let Some(ip) = ip {
                config.hostaddr(*ip);
            }
            let left = time.saturating_sub(begun.elapsed());
            config.connect_timeout(share(left, found.len() - number));
            match self.open(config) {
                Ok(client) => return Ok(client),
                Err(error) => refusal = Some(self.more_telling(refusal, &error)),
            }
        }
        let server = self.server.to_string();
        let reason = "it has no address".to_owned();
        Err(refusal.unwrap_or(ServerError::Unknown { server, reason }))
    }

    /// The network addresses behind the name; one that is none for a socket.
    fn look_up(&self) -> Result<Vec<Option<IpAddr>>, ServerError> {
        let name = match &self.server.host {
            Host::Socket(_) => return Ok(vec![None]),
            Host::Name(_, Some(ip)) => return Ok(vec![Some(*ip)]),
            Host::Name(name, None) => name.as_str(),
        };
        match (name, self.server.port).to_socket_addrs() {
            Ok(found) => Ok(found.map(|it| Some(it.ip())).collect()),
            Err(error) => Err(ServerError::Unknown {
                server: self.server.to_string(),
                reason: error.to_string(),
            }),
        }
    }

    /// Of two refusals by addresses of one server: `localhost` is often two, with a server on one.
    fn more_telling(&self, earlier: Option<ServerError>, error: &Error) -> ServerError {
        let later = ServerError::of(error, &self.address, &self.server);
        match (earlier, later) {
            (Some(earlier), ServerError::Unreachable { .. }) => earlier,
            (_, later) => later,
        }
    }

    fn open(&self, mut config: Config) -> Result<Client, Error> {
        let client = match (&self.tls, &self.address.trust) {
            (None, _) => config.ssl_mode(SslMode::Disable).connect(NoTls)?,
            (Some(tls), Trust::Preferred) => {
                config.ssl_mode(SslMode::Prefer);
                match config.connect(tls.clone()) {
                    Err(error) if is_about_tls(&error) => {
                        config.ssl_mode(SslMode::Disable).connect(NoTls)?
                    }
                    answer => answer?,
                }
            }
            (Some(tls), _) => config.ssl_mode(SslMode::Require).connect(tls.clone())?,
        };
        Ok(client)
    }
}

/// Whether it may be otherwise without TLS.
fn is_about_tls(error: &Error) -> bool {
    match error.code() {
        Some(code) => *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION,
        None => ServerError::is_of_tls(error),
    }
}

fn log(notice: &DbError) {
    tracing::debug!(
        "the server says: {}: {}",
        notice.severity(),
        notice.message()
    );
}
