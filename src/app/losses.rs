//! Commits that were acknowledged and given up: written into the log, where they stay.
//!
//! The record is an event like any other, so the chain and every seal behind it cover it, and
//! nobody takes it out again. It is a `setting.updated` of a key that is no setting: the names of
//! events are a closed set, and every consumer passes over a setting that it does not know.

use serde::{Deserialize, Serialize};

use crate::app::error::AppError;
use crate::app::settings;
use crate::events::shape::SettingUpdated;
use crate::events::{self, Append, Event};
use crate::kernel::finding::Finding;
use crate::kernel::ids::Seq;
use crate::store::{Hash, Loss, Read, Write};

/// The key of the records.
const KEY: &str = "lost_commits";

/// How it came that a store went on without commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// `store accept-loss`.
    AcceptLoss,
    /// `restore`, of a backup that was older than what lay there.
    Restore,
}

/// What a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    how: How,
    acknowledged: Seq,
    acknowledged_hash: Hash,
    found: Seq,
    found_hash: Hash,
}

/// Writes down what is given up; answers the event that tells of it.
pub fn record(tx: &mut Write<'_>, loss: &Loss, how: How) -> Result<Seq, AppError> {
    let record = Record {
        how,
        acknowledged: loss.acknowledged,
        acknowledged_hash: loss.acknowledged_hash,
        found: loss.found,
        found_hash: loss.found_hash,
    };
    let key = KEY.to_owned();
    let value = serde_json::to_string(&record).map_err(AppError::Json)?;
    let (seq, _) = tx.append(SettingUpdated { key, value })?;
    Ok(seq)
}

/// What was ever given up; none where nothing was.
pub fn examine(read: &Read<'_>) -> Result<Option<Finding>, AppError> {
    let mut times = 0_u64;
    let mut last = None;
    events::each_heard(read, |heard| {
        if let Event::SettingUpdated(it) = heard.event
            && it.key == KEY
        {
            times += 1;
            last = Some((heard.seq, heard.at, it.value));
        }
        Ok::<_, AppError>(())
    })?;
    let Some((seq, at, value)) = last else {
        return Ok(None);
    };
    let record: Record = serde_json::from_str(&value).map_err(AppError::Json)?;
    let day = settings::company(read)?.timezone.day_of(at);
    let how = match record.how {
        How::AcceptLoss => "popug store accept-loss",
        How::Restore => "popug restore",
    };
    let (found, acknowledged) = (record.found, record.acknowledged);
    let before = match times {
        1 => String::new(),
        times => format!("{times} times, at last: "),
    };
    let detail = format!(
        "{before}on {day} the store went on from event {found}, though event {acknowledged} had \
         been acknowledged (`{how}`)"
    );
    let hint = format!("event {seq} records it; seals of what was lost do not hold");
    Ok(Some(Finding::warning("losses", detail, &hint)))
}
