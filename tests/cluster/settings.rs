//! What a server is started with.

use std::net::{Ipv4Addr, TcpListener};

/// What a server is started with.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    values: Vec<(String, String)>,
    /// The port on this machine, where it listens to the network as well.
    pub(super) port: Option<u16>,
    /// Whether it speaks TLS there.
    pub(super) tls: bool,
}

impl Settings {
    /// Those of the server that all share: fast, and nothing outlives a crash of the machine.
    pub fn shared() -> Self {
        Self::default()
            .with("fsync", "off")
            .with("full_page_writes", "off")
            .with("wal_level", "minimal")
            .with("max_wal_senders", "0")
            .with("max_connections", "300")
            .with("shared_buffers", "64MB")
            .with("max_wal_size", "256MB")
            .with("checkpoint_timeout", "1h")
    }

    /// Those of a server that keeps what it acknowledged, and that another one may follow.
    pub fn durable() -> Self {
        Self::default()
            .with("fsync", "on")
            .with("wal_level", "replica")
            .with("hot_standby", "on")
            // A standby that finds its primary not quite there looks again soon, not in 5 s.
            .with("wal_retrieve_retry_interval", "50ms")
    }

    /// One more, by PostgreSQL's name for it.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.values.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Lets the server listen to a free port of 127.0.0.1, where it asks for passwords.
    pub fn on_a_port(mut self) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|it| it.local_addr());
        self.port = Some(free.expect("a free port").port());
        self
    }

    /// Lets the server speak TLS there too, as `localhost` of the test `AUTHORITY`.
    pub fn with_tls(self) -> Self {
        let tls = true;
        Self {
            tls,
            ..self.on_a_port()
        }
    }

    pub(super) fn values(&self) -> impl Iterator<Item = String> {
        let values = self.values.iter();
        values.map(|(name, value)| format!("{name}={value}"))
    }
}
