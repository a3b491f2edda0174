//! What a descriptor or a name stands for, as a whole path.

use std::ffi::CStr;

use nix::libc::{self, c_char, c_int};

use crate::calls::system;
use crate::plan;

/// The path behind a descriptor, where what happens to it counts.
pub fn of_descriptor(file: c_int) -> Option<Vec<u8>> {
    let path = behind(&format!("/proc/self/fd/{file}\0"))?;
    plan::counts(&path).then_some(path)
}

/// The path that a name stands for, where what happens to it counts.
pub fn of_name(directory: c_int, name: *const c_char) -> Option<Vec<u8>> {
    let path = whole(directory, name)?;
    plan::counts(&path).then_some(path)
}

/// The path that a name stands for.
pub fn whole(directory: c_int, name: *const c_char) -> Option<Vec<u8>> {
    // SAFETY: whoever makes the call gives a text that ends with a zero.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes();
    if let Some(rest) = name.strip_prefix(b"/proc/self/fd/") {
        return by_descriptor(rest);
    }
    if name.first() == Some(&b'/') {
        return Some(name.to_vec());
    }
    let mut path = match directory {
        libc::AT_FDCWD => behind("/proc/self/cwd\0")?,
        directory => behind(&format!("/proc/self/fd/{directory}\0"))?,
    };
    path.push(b'/');
    path.extend(name);
    Some(path)
}

/// What lies below a directory that is open, by its number and the names behind it.
fn by_descriptor(rest: &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|it| *it == b'/');
    let (number, below) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
    let number = std::str::from_utf8(number).ok()?;
    let mut path = behind(&format!("/proc/self/fd/{number}\0"))?;
    path.extend(below);
    Some(path)
}

/// Where a link of the system's leads.
fn behind(link: &str) -> Option<Vec<u8>> {
    let mut path = vec![0; 4096];
    let length = system::read_link(link.as_ptr().cast(), &mut path);
    path.truncate(usize::try_from(length).ok()?);
    Some(path)
}
