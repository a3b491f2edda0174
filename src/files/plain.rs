//! Files that are there already, opened for what they are.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use nix::libc;

/// A regular file that has one name; `None` where there is no such file: nothing, a link, a file
/// that has another name elsewhere, or what is no file at all. Nothing is waited for.
pub fn open_plain(path: &Path, options: &mut OpenOptions) -> io::Result<Option<File>> {
    let flags = libc::O_NOFOLLOW | libc::O_NONBLOCK;
    let file = match options.custom_flags(flags).open(path) {
        Err(error) if is_of_the_name(&error) => return Ok(None),
        opened => opened?,
    };
    let found = file.metadata()?;
    Ok((found.is_file() && found.nlink() == 1).then_some(file))
}

/// What such a file holds, up to `longest` bytes.
pub fn read_plain(path: &Path, longest: u64) -> io::Result<Option<Vec<u8>>> {
    let Some(file) = open_plain(path, OpenOptions::new().read(true))? else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    file.take(longest).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Nothing is there, or a link, a socket, a pipe that nobody reads, a directory.
fn is_of_the_name(error: &io::Error) -> bool {
    let code = error.raw_os_error();
    let of_the_name = [
        libc::ENOENT,
        libc::ELOOP,
        libc::EMLINK,
        libc::ENXIO,
        libc::EISDIR,
    ];
    code.is_some_and(|code| of_the_name.contains(&code))
}
