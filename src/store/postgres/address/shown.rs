//! An address as text: the same URL for the same store, however it was written. It has no password.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use postgres::config::ChannelBinding;

use super::{Address, CONNECT_TIMEOUT, Host, PROGRAM, Roots, Server, Trust, url};

/// Letters of a value that no reader of URLs takes for something else.
const OF_VALUES: &[u8] = b"/,:";

impl Address {
    /// The URL with what says how to get there: to be typed again, for popug or for PostgreSQL's own
    /// programs. The password is left out here too.
    pub fn to_type(&self) -> String {
        let mut all = self.to_string();
        for (name, value) in self.ways() {
            let before = if all.contains('?') { '&' } else { '?' };
            all.push_str(&format!(
                "{before}{name}={}",
                url::encoded(&value, OF_VALUES)
            ));
        }
        all
    }

    /// What is not as it is where nothing is said.
    fn ways(&self) -> Vec<(&'static str, String)> {
        let (mode, roots) = match &self.trust {
            Trust::Plain => (Some("disable"), None),
            Trust::Preferred => (None, None),
            Trust::Encrypted => (Some("require"), None),
            Trust::Chain(path) => (Some("verify-ca"), Some(path.display().to_string())),
            Trust::Name(Roots::System) => (Some("verify-full"), Some("system".to_owned())),
            Trust::Name(Roots::File(path)) => {
                (Some("verify-full"), Some(path.display().to_string()))
            }
        };
        let binding = match self.channel_binding {
            ChannelBinding::Disable => Some("disable"),
            ChannelBinding::Require => Some("require"),
            ChannelBinding::Prefer | _ => None,
        };
        let timeout =
            (self.connect_timeout != CONNECT_TIMEOUT).then(|| match self.connect_timeout {
                Duration::MAX => "0".to_owned(),
                limit => limit.as_secs().to_string(),
            });
        let name = (self.application_name != PROGRAM).then(|| self.application_name.clone());
        let all = [
            ("hostaddr", self.addresses()),
            ("sslmode", mode.map(str::to_owned)),
            ("sslrootcert", roots),
            ("channel_binding", binding.map(str::to_owned)),
            ("connect_timeout", timeout),
            ("application_name", name),
        ];
        let given = all.into_iter();
        given
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// The network addresses of names that are not looked up.
    fn addresses(&self) -> Option<String> {
        let own = |server: &Server| match &server.host {
            Host::Name(name, Some(ip)) if name.parse() != Ok(*ip) => Some(*ip),
            Host::Name(..) | Host::Socket(_) => None,
        };
        let all: Vec<Option<IpAddr>> = self.servers.iter().map(own).collect();
        let text = |ip: &Option<IpAddr>| ip.map_or_else(String::new, |ip| ip.to_string());
        let given = all.iter().any(Option::is_some);
        given.then(|| all.iter().map(text).collect::<Vec<_>>().join(","))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "postgres://{}@", url::encoded(&self.user, b""))?;
        for (number, server) in self.servers.iter().enumerate() {
            let comma = if number == 0 { "" } else { "," };
            let host = match &server.host {
                Host::Name(name, _) if name.contains(':') => format!("[{name}]"),
                Host::Name(name, _) => url::encoded(name, b""),
                Host::Socket(path) => url::encoded(&path.to_string_lossy(), b""),
            };
            write!(f, "{comma}{host}:{}", server.port)?;
        }
        write!(f, "/{}", url::encoded(&self.database, b""))?;
        match &self.options {
            None => Ok(()),
            Some(options) => write!(f, "?options={}", url::encoded(options, OF_VALUES)),
        }
    }
}
