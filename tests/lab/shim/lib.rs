//! A library that is loaded before a program's own: it counts what the program does to the files
//! below a directory, keeps a record of it, and at the n-th time lets it fail, tear, stop or end.
//!
//! It asks the system directly, so that nothing it does comes back to it. What it is to do stands in
//! the environment (`plan.rs`); without that the program runs as ever.

#![cfg_attr(
    target_os = "linux",
    expect(
        unsafe_code,
        reason = "it stands before the C library's calls, and asks the system itself"
    )
)]

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod names;
#[cfg(target_os = "linux")]
mod paths;
#[cfg(target_os = "linux")]
mod plan;
