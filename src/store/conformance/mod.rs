//! What a store promises, tried on both engines: one list of tests, with the engine as a parameter.
//!
//! Without PostgreSQL on the machine its half does nothing, which is said once.

/// A test on each engine, of functions that take one.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[test]
                fn $test() {
                    super::$test(super::Engine::Sqlite);
                }
            )+
        }

        mod postgres {
            $(
                #[test]
                fn $test() {
                    if crate::store::testing::is_there(super::Engine::Postgres) {
                        super::$test(super::Engine::Postgres);
                    }
                }
            )+
        }
    };
}

mod lists;
mod making;
mod many;
mod reads;
mod rows;
mod schema;
mod waits;
mod writes;

/// The moment of what happens here.
const NOW: &str = "2026-11-23T18:30:00Z";

/// A table with a key, a number and a text, either of which may be absent.
const ROWS: &str = "CREATE TABLE test_row (
    id BIGINT NOT NULL PRIMARY KEY,
    n BIGINT,
    text TEXT
);";
