//! A store carried elsewhere, from one engine to the other or to the same: table by table, row by
//! row, all of it or nothing.
//!
//! The copy is made as every store is made, under its name only when it is whole. By then what came
//! was held against what was sent, and whoever asked for it has examined it. Where the store moves,
//! its own write is open all the while: nobody else writes, and its last word is where it has gone.
//! A crash between these two commits leaves a whole copy and a store that is still in use; the same
//! move again then finds the copy there, holds all of it against the store, and ends what was begun.

mod table;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::path;
use std::time::Duration;

use crate::files::Whose;
use crate::kernel::work::{Stage, Work};
use crate::store::copy::table::{Fingerprint, Table};
use crate::store::head::{self, Head};
use crate::store::read::Source;
use crate::store::{Identity, Place, Read, Stamp, Store, StoreError, Write};

/// How long a copy that is there already is waited for.
const WAIT: Duration = Duration::from_secs(60);

/// Where a store is carried.
#[derive(Clone, Copy)]
pub struct Destination<'a> {
    /// The place.
    pub place: &'a Place,
    /// Whose its file is to be, where it is one.
    pub whose: Whose,
    /// How far it is, and whether to give up.
    pub work: &'a Work,
}

/// What was carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The end of the log in it.
    pub head: Head,
    /// How many tables.
    pub tables: usize,
    /// How many rows in them.
    pub rows: usize,
    /// Whether another process had carried it, and ended before it could say so.
    pub resumed: bool,
}

impl Store {
    /// Carries the store elsewhere for good; `check` examines the copy before it gets its name. From
    /// then on nothing is written here any more. It is for whoever owns the store.
    pub fn move_to<E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        to: Destination<'_>,
        mut check: impl FnMut(&Self) -> Result<(), E>,
    ) -> Result<Carried, E> {
        self.check_owner()?;
        let identity = self.identity()?;
        let name = name(to.place);
        let is_there = Cell::new(false);
        let moved = self.write_with_pauses(stamp, |tx| {
            tx.execute("UPDATE log_head SET moved_to = ?1", &[&name])?;
            let made = match Self::check_absent(to.place) {
                Ok(()) => make(tx, stamp, to, &identity, &mut check),
                Err(error) => Err(error.into()),
            };
            // A server may still be at the COMMIT of a process that is gone.
            if made.is_err() && is_present(to.place) {
                let resumed = !is_there.get();
                let carried = resume(tx, stamp, to, &identity)?;
                return Ok(Carried { resumed, ..carried });
            }
            is_there.set(made.is_ok());
            made
        });
        if moved.is_err() && is_there.get() {
            let (here, there) = (self.place(), to.place);
            tracing::warn!(
                "{there} is whole, but {here} does not know that it has moved there; move it again"
            );
        }
        moved
    }

    /// Makes a copy that goes its own way, as the store `identity`; `check` examines it and puts
    /// into it what makes it another store. Everybody goes on working here.
    pub fn copy_to<E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        to: Destination<'_>,
        identity: &Identity,
        mut check: impl FnMut(&Self) -> Result<(), E>,
    ) -> Result<Carried, E> {
        self.check_acknowledged()?;
        Self::check_absent(to.place)?;
        self.read(|read| make(read, stamp, to, identity, &mut check))
    }
}

fn is_present(place: &Place) -> bool {
    matches!(Store::check_absent(place), Err(StoreError::Present(_)))
}

/// How others may name a place.
fn name(place: &Place) -> String {
    let whole = |file: &path::Path| path::absolute(file).ok();
    match place.as_file().and_then(|file| whole(file.path())) {
        Some(path) => path.display().to_string(),
        None => place.to_string(),
    }
}

/// Makes the copy.
fn make<E: From<StoreError>>(
    from: &Read<'_>,
    stamp: &Stamp,
    to: Destination<'_>,
    identity: &Identity,
    check: &mut impl FnMut(&Store) -> Result<(), E>,
) -> Result<Carried, E> {
    let head = head::read(from)?;
    let tables = Table::all(from)?;
    let total = tables.iter().map(|table| table.count(from));
    let total = total.sum::<Result<i64, _>>()?;
    Store::create(to.place, &to.whose, identity, |copy| {
        to.work.at(Stage::Copying, 0, total);
        let sent = copy.write(stamp, |tx| carry(from, tx, head, &tables, to.work))?;
        to.work.at(Stage::Comparing, 0, total);
        let come = copy.read(|read| content(read, &tables, to.work))?;
        if let Some(table) = difference(&tables, &sent, &come) {
            let place = to.place.clone();
            return Err(StoreError::Uneven { place, table }.into());
        }
        check(copy)?;
        // A store that was let go meanwhile may have been written to.
        head::read(from)?;
        Ok(Carried {
            head,
            tables: tables.len(),
            rows: sent.rows(),
            resumed: false,
        })
    })
}

/// What a store holds.
struct Content {
    head: Head,
    tables: Vec<Fingerprint>,
}

impl Content {
    fn rows(&self) -> usize {
        self.tables.iter().map(|it| it.rows).sum()
    }
}

fn carry(
    from: &Read<'_>,
    tx: &mut Write<'_>,
    head: Head,
    tables: &[Table],
    work: &Work,
) -> Result<Content, StoreError> {
    check_alike(tables, tx)?;
    let mut sent = Vec::with_capacity(tables.len());
    for table in tables {
        sent.push(table.carry(from, tx, work)?);
    }
    tx.advance(head.seq, head.hash);
    take_stock(tx, tables)?;
    Ok(Content { head, tables: sent })
}

/// Refuses tables that are not laid in the copy as they are laid here.
fn check_alike(tables: &[Table], copy: &Read<'_>) -> Result<(), StoreError> {
    let laid = Table::all(copy)?;
    let unlike = tables.iter().find(|table| !laid.contains(table));
    unlike.map_or(Ok(()), |table| {
        Err(StoreError::Unlike(table.name.to_owned()))
    })
}

/// Lets a server see what has come.
fn take_stock(tx: &Write<'_>, tables: &[Table]) -> Result<(), StoreError> {
    match tx.from {
        Source::Sqlite(_) => Ok(()),
        Source::Postgres(session) => {
            let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
            session.take_stock(&names)
        }
    }
}

fn content(read: &Read<'_>, tables: &[Table], work: &Work) -> Result<Content, StoreError> {
    let found = tables.iter().map(|table| table.fingerprint(read, work));
    let tables = found.collect::<Result<_, _>>()?;
    let head = head::read(read)?;
    Ok(Content { head, tables })
}

/// The first table in which two stores differ.
fn difference(tables: &[Table], one: &Content, other: &Content) -> Option<String> {
    let both = one.tables.iter().zip(&other.tables);
    let mut each = tables.iter().zip(both);
    let table = each.find(|(_, (one, other))| one != other);
    let head = (one.head != other.head).then_some("log_head");
    table
        .map(|(table, _)| table.name)
        .or(head)
        .map(str::to_owned)
}

/// Whether what is there is the copy of a move that came to no end: the same store, with all that
/// it holds. Nobody writes there meanwhile; whoever does so just now, or is the store itself by
/// another name, is left alone.
fn resume(
    from: &Read<'_>,
    stamp: &Stamp,
    to: Destination<'_>,
    identity: &Identity,
) -> Result<Carried, StoreError> {
    let present = || StoreError::Present(to.place.clone());
    let is_no_copy = |error: StoreError| if error.is_passing() { error } else { present() };
    let there = Store::open(to.place, WAIT).map_err(is_no_copy)?;
    if there.identity()? != *identity {
        return Err(present());
    }
    let tables = Table::all(from)?;
    let compared = there.write_at_once(stamp, |tx| {
        check_alike(&tables, tx)?;
        content(tx, &tables, to.work)
    });
    let there = compared.map_err(|error| {
        let others = matches!(error, StoreError::Busy(_) | StoreError::Moved(_));
        if others { present() } else { error }
    })?;
    let here = content(from, &tables, to.work)?;
    match difference(&tables, &here, &there) {
        None => Ok(Carried {
            head: here.head,
            tables: tables.len(),
            rows: here.rows(),
            resumed: true,
        }),
        Some(table) => {
            let place = to.place.clone();
            Err(StoreError::Diverged { place, table })
        }
    }
}
