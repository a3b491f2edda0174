//! Whether the log is whole and its consumers are well.

use crate::events::chain::Walk;
use crate::events::{CONSUMERS, LogError, dead_letter, sql};
use crate::kernel::finding::Finding;
use crate::kernel::ids::Seq;
use crate::store::{Read, StoreError, unguarded};

const LOG: &str = "log";
const CONSUMER: &str = "consumers";
const RESTORE: &str = "the log is not what was written: move the store aside and put a backup in its \
                       place, `popug restore FILE`";

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
    let mut damaged = None;
    sql::each_row::<StoreError>(read, |event| {
        let event = match event {
            Ok(event) => event,
            Err(StoreError::Column { place, reason }) => {
                let last = walk.last();
                damaged.get_or_insert((last, place, reason));
                walk.step_over();
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let found = walk.step(event);
        broken = broken.take().or(found);
        if unreadable.is_none() {
            unreadable = event.heard().err().map(|error| (event.seq, error));
        }
        Ok(())
    })?;
    broken = broken.or(walk.end(read)?);
    let mut findings = Vec::new();
    if let Some((last, place, reason)) = damaged {
        let detail = format!("the event behind {last} cannot be read: it holds {reason} ({place})");
        findings.push(Finding::failure(LOG, detail, RESTORE));
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

/// What is wrong with where consumers are in the log. Hearing it from there would take in again what
/// they have taken in.
pub fn misplaced(read: &Read<'_>) -> Result<Vec<Finding>, LogError> {
    let offsets = sql::offsets(read)?;
    let bad = |detail: String| Ok(vec![Finding::failure(CONSUMER, detail, RESTORE)]);
    for (consumer, offset) in &offsets {
        if !CONSUMERS.contains(&consumer.as_str()) {
            return bad(format!(
                "there is an offset of {consumer}, which is no consumer"
            ));
        }
        if offset.heard > offset.seq {
            let (heard, seq) = (offset.heard, offset.seq);
            return bad(format!(
                "{consumer} has heard event {heard}, but its offset is {seq}"
            ));
        }
    }
    let missing = CONSUMERS.iter().find(|it| !offsets.contains_key(**it));
    if let Some(consumer) = missing.filter(|_| !offsets.is_empty()) {
        return bad(format!("the offset of {consumer} is missing"));
    }
    for (consumer, cause) in sql::last_causes(read)? {
        if let Some(offset) = offsets.get(&consumer).filter(|it| it.seq < cause) {
            let seq = offset.seq;
            return bad(format!(
                "{consumer} has acted on event {cause}, but its offset is {seq}"
            ));
        }
    }
    Ok(Vec::new())
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
        let detail = format!("{consumer}: dead letters: {dead}, parked behind them: {parked}");
        findings.push(Finding::warning(CONSUMER, detail, "popug event dead list"));
    }
    if offset.seq < head {
        let detail = format!("{consumer} has heard through {} of {head}", offset.seq);
        findings.push(Finding::warning(CONSUMER, detail, "popug event consumers"));
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::Consumer;
    use crate::events::testing::{Listener, World};

    fn found(world: &World) -> String {
        let findings = world.store().read(examine).expect("an examination");
        let lines = findings.iter().map(|it| {
            let hint = it.hint.as_deref().unwrap_or("-");
            format!("{:?} {}: {} ({hint})", it.level, it.check, it.detail)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Four events, which every consumer has behind it.
    fn world() -> World {
        let world = World::new();
        world.close(1..=4);
        let offsets = "INSERT INTO events_offset (consumer, seq) VALUES
                       ('accounting', 4), ('tasks', 4), ('analytics', 4), ('delivery', 4)";
        world.scratch.raw().batch(offsets);
        world
    }

    fn edit(world: &World, sql: &str) {
        world.scratch.raw().edit("events_log", sql);
    }

    #[test]
    fn a_whole_log_that_all_have_heard_is_fine() {
        insta::assert_snapshot!(found(&world()), @r"
        Ok log: 4 events, an unbroken chain (-)
        Ok consumers: all have heard every event through 4 (-)
        ");
    }

    #[test]
    fn the_first_break_of_the_chain_is_named() {
        let world = world();
        edit(
            &world,
            "UPDATE events_log SET data = '{\"task\":2,\"by\":9}' WHERE seq = 2",
        );
        insta::assert_snapshot!(found(&world), @r"
        Fail log: the chain breaks at event 2: its hash is not the one of its content (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Ok consumers: all have heard every event through 4 (-)
        ");
        edit(&world, "DELETE FROM events_log WHERE seq = 1");
        insta::assert_snapshot!(found(&world), @r"
        Fail log: the chain breaks at event 2: an event is missing before it (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Ok consumers: all have heard every event through 4 (-)
        ");
    }

    #[test]
    fn an_end_that_was_cut_off_is_found() {
        let world = world();
        edit(&world, "DELETE FROM events_log WHERE seq = 4");
        insta::assert_snapshot!(found(&world), @r"
        Fail log: the chain breaks at event 3: the head of the log names another last event (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Ok consumers: all have heard every event through 4 (-)
        ");
        edit(&world, "UPDATE log_head SET seq = 3");
        insta::assert_snapshot!(found(&world), @r"
        Fail log: the chain breaks at event 3: the head of the log names another last event (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Fail consumers: accounting has heard through 4, but the log ends at 3 (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Fail consumers: tasks has heard through 4, but the log ends at 3 (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Fail consumers: analytics has heard through 4, but the log ends at 3 (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Fail consumers: delivery has heard through 4, but the log ends at 3 (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        ");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let world = world();
        world.poison(1, "task.closed", 9, "{}");
        insta::assert_snapshot!(found(&world), @r"
        Fail log: event 5 cannot be read: there is no version 9 of task.closed (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Warn consumers: accounting has heard through 4 of 5 (popug event consumers)
        Warn consumers: tasks has heard through 4 of 5 (popug event consumers)
        Warn consumers: analytics has heard through 4 of 5 (popug event consumers)
        Warn consumers: delivery has heard through 4 of 5 (popug event consumers)
        ");
        let world = self::world();
        let hash = "z".repeat(64);
        edit(
            &world,
            &format!("UPDATE events_log SET hash = '{hash}' WHERE seq = 3"),
        );
        insta::assert_snapshot!(found(&world), @r"
        Fail log: the event behind 2 cannot be read: it holds 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz' is no seal: a seal has 64 hexadecimal digits (events_log, row 3, column hash) (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Ok consumers: all have heard every event through 4 (-)
        ");
    }

    #[test]
    fn a_table_without_its_guards_is_named() {
        let world = world();
        world.scratch.raw().unguard("tasks_draw");
        insta::assert_snapshot!(found(&world), @r"
        Fail log: nothing keeps rows of tasks_draw from being changed or removed (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        Ok consumers: all have heard every event through 4 (-)
        ");
    }

    #[test]
    fn consumers_that_are_behind_or_have_dead_letters_are_a_warning() {
        let world = world();
        world.close(5..=6);
        let accounting = Listener::accounting();
        accounting.refuse(5);
        let consumers: [&dyn Consumer; 1] = [&accounting];
        world.hear(&consumers);
        insta::assert_snapshot!(found(&world), @r"
        Ok log: 7 events, an unbroken chain (-)
        Warn consumers: accounting: dead letters: 1, parked behind them: 0 (popug event dead list)
        Warn consumers: tasks has heard through 4 of 7 (popug event consumers)
        Warn consumers: analytics has heard through 4 of 7 (popug event consumers)
        Warn consumers: delivery has heard through 4 of 7 (popug event consumers)
        ");
    }

    #[test]
    fn a_consumer_that_stopped_or_is_beyond_the_log_is_a_failure() {
        let world = World::new();
        world.close(1..=100);
        let accounting = Listener::accounting();
        (1..=100).for_each(|task| accounting.refuse(task));
        world.hear(&[&accounting]);
        let beyond = "INSERT INTO events_offset (consumer, seq) VALUES
                      ('tasks', 101), ('analytics', 100), ('delivery', 100)";
        world.scratch.raw().batch(beyond);
        insta::assert_snapshot!(found(&world), @r"
        Ok log: 100 events, an unbroken chain (-)
        Fail consumers: accounting has stopped behind 100 dead letters (see `popug event dead list`; retry or discard them)
        Fail consumers: tasks has heard through 101, but the log ends at 100 (the log is not what was written: move the store aside and put a backup in its place, `popug restore FILE`)
        ");
    }
}
