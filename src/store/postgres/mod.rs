//! PostgreSQL.

mod address;
#[cfg(test)]
#[path = "../../../tests/cluster/mod.rs"]
mod cluster;
mod connect;
mod password;
mod refusal;
mod tls;

pub use address::{Address, AddressError, PARAMETERS};
pub use password::{Password, Passwords};
pub use refusal::ServerError;
