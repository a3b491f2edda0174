//! What a server promises: whether acknowledged means kept, whether others can listen, and whether
//! this role could change what is append-only.

mod rights;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use crate::kernel::finding::{Finding, counted};
use crate::store::postgres::Postgres;
use crate::store::postgres::address::Trust;
use crate::store::postgres::schema::UTF8;
use crate::store::{Read, StoreError, columns, fields};

/// Where a server's promises are told of.
const PAGE: &str = "docs/POSTGRESQL.md tells what it means";

/// What a server says of its settings, as they are for this session.
struct Promise {
    version: String,
    encoding: String,
    fsync: bool,
    full_page_writes: bool,
    synchronous_commit: String,
    standbys: String,
}

/// The way to the server, as the server sees it.
struct Way {
    /// The server's own address; none where it is a socket of this machine.
    server: Option<String>,
    /// The version of TLS.
    tls: Option<String>,
}

impl Postgres {
    /// Everything that a server is examined for.
    pub(in crate::store) fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let (promise, way, rights) =
            self.read(|read| Ok::<_, StoreError>((promise(read)?, way(read)?, rights::of(read)?)))?;
        let mut findings = self.server(&promise);
        findings.push(self.connection(&way));
        findings.push(rights);
        Ok(findings)
    }

    /// Damage that the server itself has seen.
    pub(in crate::store) fn integrity(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT coalesce(CAST(checksum_failures AS BIGINT), 0)
                   FROM pg_catalog.pg_stat_database WHERE datname = current_database()";
        let pages: i64 = self.read(|read| read.one(sql, &[], columns))?;
        if pages == 0 {
            return Ok(Vec::new());
        }
        let pages = counted(pages, "damaged page", "damaged pages");
        Ok(vec![format!(
            "the server has read {pages} of this database"
        )])
    }

    fn server(&self, promise: &Promise) -> Vec<Finding> {
        let mut findings = Vec::new();
        if promise.encoding != UTF8 {
            let detail = format!(
                "the database is encoded in {}, not in UTF8",
                promise.encoding
            );
            let hint = "not every text can be kept; bring a copy into another one: \
                        `createdb --encoding=UTF8 --template=template0 NAME`";
            findings.push(Finding::failure("server", detail, hint));
        }
        let weak = self.weaknesses(promise);
        findings.extend(
            weak.into_iter()
                .map(|detail| Finding::warning("server", detail, PAGE)),
        );
        if findings.is_empty() {
            let kept = match promise.standbys.is_empty() {
                true => "on its disk",
                false => "on its disk and a standby's",
            };
            let detail = format!(
                "PostgreSQL {}; what it acknowledges is {kept}",
                promise.version
            );
            findings.push(Finding::fine("server", detail));
        }
        findings
    }

    /// Why what was acknowledged may be gone after all.
    fn weaknesses(&self, promise: &Promise) -> Vec<String> {
        let mut weak = Vec::new();
        if !promise.fsync {
            weak.push("fsync is off: a crash of its machine may damage everything".to_owned());
        }
        if !promise.full_page_writes {
            weak.push(
                "full_page_writes is off: a crash of its machine may damage pages".to_owned(),
            );
        }
        let level = promise.synchronous_commit.as_str();
        let waits = matches!(level, "on" | "remote_apply");
        let fails_over = self.address.servers.len() > 1;
        match (promise.standbys.is_empty(), waits) {
            (false, false) => weak.push(format!(
                "synchronous_commit is {level}: a failover may lose what was acknowledged"
            )),
            (true, _) if fails_over => weak.push(
                "it waits for no standby: a failover may lose what was acknowledged".to_owned(),
            ),
            (true | false, _) => {}
        }
        weak
    }

    fn connection(&self, way: &Way) -> Finding {
        let Some(server) = &way.server else {
            return Finding::fine("connection", "by a socket of this machine");
        };
        let network = server.parse().is_ok_and(|it: IpAddr| !it.is_loopback());
        let known = matches!(self.address.trust, Trust::Chain(_) | Trust::Name(_));
        match &way.tls {
            Some(tls) if known || !network => Finding::fine("connection", format!("by {tls}")),
            Some(tls) => {
                let detail =
                    format!("by {tls}, with whoever answered: its certificate is not looked at");
                Finding::warning("connection", detail, "ask for it: sslmode=verify-full")
            }
            None if network => {
                let detail = "it goes through a network and is not encrypted";
                Finding::warning("connection", detail, "ask for it: sslmode=verify-full")
            }
            None => Finding::fine("connection", "within this machine, not encrypted"),
        }
    }
}

fields!(Promise: version, encoding, fsync, full_page_writes, synchronous_commit, standbys);

fn promise(read: &Read<'_>) -> Result<Promise, StoreError> {
    let sql = "SELECT CAST(current_setting('server_version') AS TEXT),
                      CAST(current_setting('server_encoding') AS TEXT),
                      CAST(current_setting('fsync') AS BOOLEAN),
                      CAST(current_setting('full_page_writes') AS BOOLEAN),
                      CAST(current_setting('synchronous_commit') AS TEXT),
                      CAST(current_setting('synchronous_standby_names') AS TEXT)";
    read.one(sql, &[], columns)
}

fields!(Way: server, tls);

fn way(read: &Read<'_>) -> Result<Way, StoreError> {
    let sql = "SELECT host(inet_server_addr()),
                      (SELECT version FROM pg_catalog.pg_stat_ssl
                       WHERE pid = pg_backend_pid() AND ssl)";
    read.one(sql, &[], columns)
}
