//! How much is tried of what is random, or of what takes long.

/// With this in the environment far more is tried.
const LONG: &str = "POPUG_TEST_LONG";

/// So many in the short form, so many in the long one.
#[expect(clippy::disallowed_methods, reason = "how tests are run is no setting")]
pub fn short_or_long(short: usize, long: usize) -> usize {
    match std::env::var_os(LONG) {
        None => short,
        Some(_) => long,
    }
}
