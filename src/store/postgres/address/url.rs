//! A URL taken apart as libpq does it, into the parameters of a connection.

use std::collections::BTreeMap;

use super::{AddressError, PARAMETERS};

/// Words of libpq's that such a list may begin with, and that mean nothing in a URL here.
const OTHERS: [&str; 6] = [
    "service",
    "passfile",
    "client_encoding",
    "gssencmode",
    "sslcert",
    "keepalives",
];

/// What both schemes mean the same by.
const SCHEMES: [&str; 2] = ["postgres://", "postgresql://"];

/// Whether a text is what libpq takes instead of a URL: `host=db.example dbname=popug`. It may hold a
/// password, and so is not taken for the path of a file, which messages repeat.
pub fn is_list_of_words(text: &str) -> bool {
    let (first, _) = text.split_once('=').unwrap_or_default();
    let is_parameter = |name: &str| PARAMETERS.contains(&name) || OTHERS.contains(&name);
    let secret = |word: &str| word.starts_with("password=");
    is_parameter(first.trim()) || text.split_whitespace().skip(1).any(secret)
}

/// The parameters that a URL gives, by libpq's names; what is empty is not given.
pub(super) fn parameters(url: &str) -> Result<BTreeMap<String, String>, AddressError> {
    let mut schemes = SCHEMES.into_iter();
    let rest = schemes.find_map(|scheme| url.strip_prefix(scheme));
    let rest = rest.ok_or(AddressError::Scheme)?;
    let mut found = BTreeMap::new();

    // A password may hold a ?, so the credentials are looked for first; a / ends them.
    let authority = rest.split('/').next().unwrap_or(rest);
    let rest = match authority.split_once('@') {
        None => rest,
        Some((credentials, _)) => {
            let behind = rest.get(credentials.len() + 1..).unwrap_or_default();
            let (user, password) = credentials.split_once(':').unwrap_or((credentials, ""));
            found.insert("user".to_owned(), decoded(user)?);
            found.insert("password".to_owned(), decoded(password)?);
            behind
        }
    };
    // What stands before it may be half of a password; libpq would take it for a name.
    if rest.contains('@') {
        return Err(AddressError::StrayAt);
    }

    let (rest, pairs) = rest.split_once('?').unwrap_or((rest, ""));
    let (hosts, database) = rest.split_once('/').unwrap_or((rest, ""));
    let (names, ports) = servers(hosts)?;
    found.insert("host".to_owned(), names);
    found.insert("port".to_owned(), ports);
    found.insert("dbname".to_owned(), decoded(database)?);
    for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').ok_or(AddressError::Pairs)?;
        found.insert(decoded(name)?, decoded(value)?);
    }
    found.retain(|_, value| !value.is_empty());
    Ok(found)
}

/// `a:1,[::1]:2,c` as `a,::1,c` and `1,2,`.
fn servers(hosts: &str) -> Result<(String, String), AddressError> {
    let (mut names, mut ports) = (Vec::new(), Vec::new());
    for host in hosts.split(',') {
        let (name, port) = match host.strip_prefix('[') {
            Some(bracketed) => {
                let (name, behind) = bracketed.split_once(']').ok_or(AddressError::Host)?;
                match behind.strip_prefix(':') {
                    Some(port) => (name, port),
                    None if behind.is_empty() => (name, ""),
                    None => return Err(AddressError::Host),
                }
            }
            None => host.split_once(':').unwrap_or((host, "")),
        };
        if !port.chars().all(|digit| digit.is_ascii_digit()) {
            return Err(AddressError::Host);
        }
        names.push(decoded(name)?);
        ports.push(port);
    }
    // A list of nothing gives nothing.
    let given = |list: String| if list.is_empty() { None } else { Some(list) };
    Ok((
        given(names.join(",")).unwrap_or_default(),
        given(ports.join(",")).unwrap_or_default(),
    ))
}

/// Without percent encoding. A `+` is a `+`.
fn decoded(text: &str) -> Result<String, AddressError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|it| char::from(it).to_digit(16));
        let (high, low) = digit().zip(digit()).ok_or(AddressError::Encoding)?;
        match u8::try_from(high * 16 + low) {
            Ok(byte) if byte != 0 => bytes.push(byte),
            Ok(_) | Err(_) => return Err(AddressError::Encoding),
        }
    }
    String::from_utf8(bytes).map_err(|_| AddressError::Encoding)
}

/// With percent encoding, but for the letters that are everywhere themselves, and for `plain` ones.
pub(super) fn encoded(text: &str, plain: &[u8]) -> String {
    let mut url = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || plain.contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url
}
