//! Whether the log is whole and its consumers are well.

use crate::events::chain::Walk;
use crate::events::{CONSUMERS, LogError, dead_letter, sql};
use crate::kernel::finding::Finding;
use crate::kernel::ids::Seq;
use crate::store::{Read, StoreError, unguarded};

const LOG: &str = "log";
const CONSUMER: &str = "consumers";
const RESTORE: &str = "restore a backup: the log is not what was written";

/// Examines the log and its consumers. It reads the whole log once.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, LogError> {
    let mut findings = log(read)?;
    if let Some(table) = unguarded(read)?.first() {
        let detail = format!("nothing keeps rows of {table} from being changed or removed");
        findings.push(Finding::failure(LOG, detail, RESTORE));
    }
    if findings.is_empty() {
        let (head, _) = sql::head(read)?;
        let detail = format!("{head} events, an unbroken chain");
        findings.push(Finding::fine(LOG, detail));
    }
    findings.extend(consumers(read)?);
    Ok(findings)
}

/// What is wrong with the log: the first break of the chain, and the first event that cannot be
/// read.
fn log(read: &Read<'_>) -> Result<Vec<Finding>, StoreError> {
    let mut walk = Walk::new();
    let mut broken = None;
    let mut unreadable = None;
    let walked = sql::each_stored(read, |event| {
        let found = walk.step(event);
        broken = broken.take().or(found);
        if unreadable.is_none() {
            unreadable = event.heard().err().map(|error| (event.seq, error));
        }
        Ok(())
    });
    let mut findings = Vec::new();
    match walked {
        Ok(()) => broken = broken.or(walk.end(read)?),
        Err(error @ StoreError::Column { .. }) => {
            let detail = format!("the event behind {} cannot be read: {error}", walk.last());
            findings.push(Finding::failure(LOG, detail, RESTORE));
        }
        Err(error) => return Err(error),
    }
    if let Some(broken) = broken {
        let detail = format!(
            "the chain breaks at event {}: {}",
            broken.seq, broken.reason
        );
        findings.push(Finding::failure(LOG, detail, RESTORE));
    }
    if let Some((seq, error)) = unreadable {
        let detail = format!("event {seq} cannot be read: {error}");
        findings.push(Finding::failure(LOG, detail, RESTORE));
    }
    Ok(findings)
}

fn consumers(read: &Read<'_>) -> Result<Vec<Finding>, StoreError> {
    let (head, _) = sql::head(read)?;
    let mut findings = Vec::new();
    for consumer in CONSUMERS {
        findings.extend(consumer_at(read, consumer, head)?);
    }
    if findings.is_empty() {
        let detail = format!("all have heard every event through {head}");
        findings.push(Finding::fine(CONSUMER, detail));
    }
    Ok(findings)
}

fn consumer_at(read: &Read<'_>, consumer: &str, head: Seq) -> Result<Vec<Finding>, StoreError> {
    let offset = sql::offset(read, consumer)?;
    let waiting = dead_letter::counts(read, consumer)?;
    let stopped = dead_letter::has_stopped(read, consumer, offset.heard)?;
    let mut findings = Vec::new();
    if offset.seq > head {
        let at = offset.seq;
        let detail = format!("{consumer} has heard through {at}, but the log ends at {head}");
        findings.push(Finding::failure(CONSUMER, detail, RESTORE));
    }
    if stopped {
        let detail = format!(
            "{consumer} has stopped behind {} dead letters",
            waiting.dead
        );
        let hint = "see `popug event dead list`; retry or discard them";
        findings.push(Finding::failure(CONSUMER, detail, hint));
    } else if waiting.dead > 0 {
        let (dead, parked) = (waiting.dead, waiting.parked);
        let detail = format!("{consumer} has {dead} dead letters, {parked} events wait behind");
        findings.push(Finding::warning(CONSUMER, detail, "popug event dead list"));
    }
    if offset.seq < head {
        let lag = head.get() - offset.seq.get();
        let detail = format!("{consumer} is {lag} events behind");
        findings.push(Finding::warning(CONSUMER, detail, "popug event consumers"));
    }
    Ok(findings)
}
