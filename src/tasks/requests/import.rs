//! Making many tasks at one stroke.

use serde::{Deserialize, Serialize};

use std::collections::HashSet;

use crate::events::shape::DrawReason;
use crate::kernel::ids::{DrawId, TaskId, UserId};
use crate::kernel::money::Money;
use crate::kernel::work::Stage;
use crate::store::{Asker, Command, Hash, Read, Write};
use crate::tasks::TaskError;
use crate::tasks::assign;
use crate::tasks::make::Making;
use crate::tasks::rows::Rows;
use crate::tasks::sql;

/// `task.import`: makes a task of each row, all or none, by one draw. A row with a key is imported
/// once for ever by one author.
///
/// A million rows are no field of a request: it names them by their number and content, and they
/// travel beside it, as the body of an upload does.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImportTasks {
    /// How many rows there are.
    pub rows: u64,
    /// What they say, as SHA-256.
    pub content: Hash,
    /// Whether nothing of it is to be kept.
    #[serde(default)]
    pub dry_run: bool,
    #[serde(skip)]
    body: Option<Rows>,
}

/// What an import did, or would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Imported {
    /// How many tasks were made.
    pub imported: i64,
    /// How many rows were imported before, by their keys.
    pub skipped: i64,
    /// The draw; null where there was nothing to draw, or nothing was kept.
    pub draw: Option<DrawId>,
    /// The first task.
    pub first_id: Option<TaskId>,
    /// The last task; all between them are of this import.
    pub last_id: Option<TaskId>,
    /// The fees of all of them; null until they are priced.
    pub fees_cents: Option<Money>,
    /// Whether nothing of it was kept.
    pub dry_run: bool,
}

impl ImportTasks {
    /// Of these rows.
    pub const fn of(rows: Rows) -> Self {
        Self {
            rows: rows.count(),
            content: rows.content(),
            dry_run: false,
            body: Some(rows),
        }
    }

    /// The same, of which nothing is kept.
    pub fn rehearsed(&self) -> Self {
        Self {
            dry_run: true,
            ..self.clone()
        }
    }

    /// The rows, which must be the ones that the request names.
    fn body(&self) -> Result<&Rows, TaskError> {
        let body = self.body.as_ref();
        let body = body.filter(|it| it.count() == self.rows && it.content() == self.content);
        body.ok_or(TaskError::NoRows)
    }
}

impl Command for ImportTasks {
    type Answer = Imported;
    type Error = TaskError;

    const UP_TO_DATE: &'static [&'static str] = &["tasks"];

    fn run(&self, tx: &mut Write<'_>, asker: &Asker) -> Result<Imported, TaskError> {
        let rows = self.body()?;
        let no_popug = || TaskError::NoPopug(asker.actor.to_string());
        let author = asker.actor.user().ok_or_else(no_popug)?;
        let first = sql::next_task_id(tx)?;
        let skipped = claim_keys(tx, rows, author, first)?;
        let imported = rows.count().saturating_sub(skipped.count);
        let mut answer = Imported {
            imported: counted(imported),
            skipped: counted(skipped.count),
            draw: None,
            first_id: None,
            last_id: None,
            fees_cents: (imported == 0).then_some(Money::ZERO),
            dry_run: self.dry_run,
        };
        if imported == 0 {
            return Ok(answer);
        }
        let pool = assign::pool(tx)?;
        if self.dry_run {
            return Ok(answer);
        }
        let concerning = tx.head().seq.next();
        let draw =
            assign::begin_draw(tx, &pool, DrawReason::Imported, answer.imported, concerning)?;
        answer.draw = Some(draw.id);
        answer.first_id = Some(first);
        answer.last_id = Some(later(first, answer.imported.saturating_sub(1)));
        tx.at(Stage::Importing, 0, answer.imported);
        let mut making = Making::begin(&draw, &pool, author, first);
        let mut place = 0;
        rows.each(|row| {
            let again = skipped.holds(place);
            place += 1;
            if again {
                return Ok(());
            }
            making.take(tx, row.into_wording())
        })?;
        making.end(tx)?;
        Ok(answer)
    }

    /// With the fees, once accounting has drawn them and tasks have heard of it.
    fn settle(
        &self,
        read: &Read<'_>,
        _asker: &Asker,
        answer: &mut Imported,
    ) -> Result<(), TaskError> {
        if let Some((first, last)) = answer.first_id.zip(answer.last_id) {
            answer.fees_cents = sql::fees_between(read, first, last)?;
        }
        Ok(())
    }
}

/// Rows whose keys are claimed at once.
const CHUNK: usize = 1_000;

/// Keeps the keys of the rows that are new; tells which are not. Of rows with one key, wherever
/// they stand, the first counts.
fn claim_keys(
    tx: &mut Write<'_>,
    rows: &Rows,
    author: UserId,
    first: TaskId,
) -> Result<Skipped, TaskError> {
    let mut claims = Claims {
        author,
        next: first,
        place: 0,
        skipped: Skipped::default(),
        keys: Vec::with_capacity(CHUNK),
    };
    rows.each(|row| {
        claims.keys.push(row.key);
        if claims.keys.len() == CHUNK {
            claims.claim(tx)?;
        }
        Ok(())
    })?;
    claims.claim(tx)?;
    Ok(claims.skipped)
}

/// The keys of some rows, and how far the rows before them came.
struct Claims {
    author: UserId,
    next: TaskId,
    place: usize,
    skipped: Skipped,
    keys: Vec<Option<String>>,
}

impl Claims {
    fn claim(&mut self, tx: &mut Write<'_>) -> Result<(), TaskError> {
        let asked = self.keys.iter().flatten();
        let mut taken: HashSet<String> = sql::claimed_keys(tx, self.author, asked)?;
        let mut claimed = Vec::new();
        for key in self.keys.drain(..) {
            if key.as_ref().is_some_and(|key| taken.contains(key)) {
                self.skipped.add(self.place);
            } else {
                if let Some(key) = key {
                    taken.insert(key.clone());
                    claimed.push((key, self.next));
                }
                self.next = later(self.next, 1);
            }
            self.place += 1;
        }
        Ok(sql::claim_keys(tx, self.author, claimed)?)
    }
}

/// Rows by their places, a bit for each: of a million rows any number may be skipped.
#[derive(Default)]
struct Skipped {
    count: u64,
    words: Vec<u64>,
}

impl Skipped {
    fn add(&mut self, place: usize) {
        let (word, bit) = (place / 64, place % 64);
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        if let Some(word) = self.words.get_mut(word) {
            *word |= 1 << bit;
            self.count += 1;
        }
    }

    fn holds(&self, place: usize) -> bool {
        let word = self.words.get(place / 64);
        word.is_some_and(|word| word & (1 << (place % 64)) != 0)
    }
}

fn later(first: TaskId, by: i64) -> TaskId {
    TaskId::new(first.get().saturating_add(by))
}

fn counted(rows: u64) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}
