//! A row of the log.

use std::borrow::Cow;

use crate::events::{CloudEvent, sql};
use crate::kernel::ids::Seq;
use crate::kernel::moment::Moment;
use crate::store::{Hash, Read, Scribe};

/// A row of the log, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its place.
    pub seq: Seq,
    /// Its name.
    pub name: Cow<'static, str>,
    /// The version of its data.
    pub version: i64,
    /// What it is about.
    pub subject: String,
    /// Who says it.
    pub producer: Cow<'static, str>,
    /// When.
    pub occurred_at: Moment,
    /// Who acted.
    pub actor: String,
    /// The event that led to it.
    pub cause: Option<Seq>,
    /// Its data: JSON, byte for byte as it was written.
    pub data: String,
    /// Its hash in the chain.
    pub hash: Hash,
}

/// Tells the whole log, as CloudEvents.
pub fn tell_log<S: Scribe>(read: &Read<'_>, scribe: &mut S) -> Result<(), S::Error> {
    scribe.kind("events")?;
    let store_id = sql::store_id(read)?;
    sql::each_row(read, |stored| {
        scribe.row(&CloudEvent::new(stored?.clone(), &store_id))
    })
}
