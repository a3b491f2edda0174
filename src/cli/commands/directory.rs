//! The directory of a store that is to be made: there, and for whom the store is to be.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::app::AppError;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::files::{self, Misfit, Whose, closed_above, group_name};
use crate::store::{FilePlace, StoreError};

/// Whose a store is to be: its maker's alone, or a group's of the system that shares it.
pub fn whose(group: Option<&str>) -> Result<Whose, CliError> {
    let Some(name) = group else {
        return Ok(Whose::MINE);
    };
    let found = nix::unistd::Group::from_name(name).ok().flatten();
    let found = found.ok_or_else(|| CliError::usage(format!("there is no group '{name}'")))?;
    Ok(Whose::shared_with(found.gid))
}

/// Makes the directory of the store, closed to others. One that is there already is given to the
/// group that is to share the store, where nothing else is in it that would go along.
pub fn make_directory(
    context: &mut Context,
    place: &FilePlace,
    whose: &Whose,
) -> Result<(), CliError> {
    let directory = place.directory();
    files::make_directory(directory, whose).map_err(|error| {
        let (path, reason) = (directory.to_owned(), error.to_string());
        StoreError::Denied { path, reason }
    })?;
    let Some(group) = whose.sharing() else {
        return Ok(());
    };
    if let Some(misfit) = Misfit::among_directories(&[directory.to_owned()], whose) {
        let is_free = is_free(directory, place).unwrap_or(false);
        if !is_free || files::give_directory(directory, whose).is_err() {
            return Err(AppError::Store(StoreError::Unshared(misfit)).into());
        }
        let (path, group) = (directory.display(), group_name(group));
        let note = format!("{path} is for the group {group} now, with mode 2770");
        context.out.stderr().note(&note);
    }
    if let Some(above) = closed_above(directory, group) {
        context.out.stderr().warn(&format!(
            "the group {} cannot get to {}: {} is closed to it",
            group_name(group),
            place,
            above.display()
        ));
    }
    Ok(())
}

/// Whether nothing lies there but what belongs to the store.
fn is_free(directory: &Path, place: &FilePlace) -> io::Result<bool> {
    // Where everybody may put something, as in /tmp.
    let is_everybodys = directory.metadata()?.mode() & 0o1000 != 0;
    if is_everybodys {
        return Ok(false);
    }
    let store = place.path().file_name().unwrap_or_default();
    let store = store.as_encoded_bytes();
    for entry in std::fs::read_dir(directory)? {
        if !entry?.file_name().as_encoded_bytes().starts_with(store) {
            return Ok(false);
        }
    }
    Ok(true)
}
