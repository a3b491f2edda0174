//! The words that every floor above shares: money, days, ids, names, roles, clock and dice.
//!
//! Nothing in here reads or writes anything outside of the process, but for the wall clock and the
//! system's randomness, which stand in `clock` and `dice` and nowhere else.

pub mod actor;
pub mod address;
pub mod clock;
pub mod day;
pub mod dice;
pub mod email;
pub mod figures;
pub mod finding;
pub mod ids;
pub mod locale;
pub mod moment;
pub mod money;
pub mod name;
pub mod page;
pub mod permission;
pub mod permissions;
pub mod pieces;
pub mod range;
pub mod role;
#[cfg(test)]
pub mod schema;
pub mod shell;
pub mod text;
pub mod ticket;
pub mod width;
pub mod work;
