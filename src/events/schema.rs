//! JSON schemas.
