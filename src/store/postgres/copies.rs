//! Copies of a store: PostgreSQL's own programs make them, and this is what to type.

use std::path::Path;
use std::time::Duration;

use crate::kernel::shell::quoted;
use crate::store::StoreError;
use crate::store::postgres::{Address, Postgres};

/// How long a server is waited for.
const WAIT: Duration = Duration::from_secs(60);

impl Postgres {
    /// What makes a copy, instead of popug.
    pub(in crate::store) fn backup_elsewhere(&self, file: &Path) -> StoreError {
        let schema = match self.schema() {
            Ok(schema) => schema,
            Err(error) => return error,
        };
        let pattern = only(&schema);
        let (schema, file) = (quoted(&pattern), file.to_string_lossy());
        let (file, url) = (quoted(&file), self.address.to_type());
        let url = quoted(&url);
        StoreError::OfFiles {
            command: "backup",
            instead: format!("pg_dump --format=custom --schema={schema} --file={file} {url}"),
        }
    }

    /// What brings a copy back, instead of popug, where there is room for a store.
    pub(in crate::store) fn restore_elsewhere(address: &Address, file: &Path) -> StoreError {
        let schema = Self::reached(address, WAIT).and_then(|postgres| {
            postgres.check_room()?;
            match postgres.is_absent()? {
                true => postgres.schema(),
                false => Err(postgres.present()),
            }
        });
        let schema = match schema {
            Ok(schema) => schema,
            Err(error) => return error,
        };
        let (schema, file) = (quoted(&schema), file.to_string_lossy());
        let (file, url) = (quoted(&file), address.to_type());
        let url = quoted(&url);
        StoreError::OfFiles {
            command: "restore",
            instead: format!(
                "pg_restore --exit-on-error --single-transaction --schema={schema} --dbname={url} {file}"
            ),
        }
    }
}

/// A name as the pattern that it alone matches, by psql's rules.
fn only(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    match name.bytes().all(plain) {
        true => name.to_owned(),
        false => format!("\"{}\"", name.replace('"', "\"\"")),
    }
}
