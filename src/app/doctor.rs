//! The examination of everything that a store holds.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::accounting;
use crate::analytics;
use crate::app::ask::Entry;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::identity;
use crate::app::kind::Kind;
use crate::app::losses;
use crate::app::settings::SettingKey;
use crate::app::sql;
use crate::auth;
use crate::delivery;
use crate::events::{self, Event, EventName};
use crate::kernel::day::Day;
use crate::kernel::finding::{Finding, counted};
use crate::store::{Hash, Identity, Place, Read, SCHEMA, Store, StoreError, unlike};
use crate::tasks;

/// A seal that somebody kept: the day, and what stands in the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KeptSeal {
    /// The day.
    pub day: Day,
    /// The seal.
    pub seal: Hash,
}

/// `doctor`: examines everything that a store holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Examine {
    /// The seals that somebody kept.
    pub seals: Vec<KeptSeal>,
}

impl Entry for Examine {
    type Answer = Vec<Finding>;

    fn enter(&self, door: &Door) -> Result<Vec<Finding>, AppError> {
        door.examine(&self.seals)
    }
}

const BY_HAND: &str =
    "something other than popug changed the store, or its disk did: compare with a backup";

impl Door {
    /// Examines store, log, consumers, users, settings, tasks, draws, ledger, days, deliveries and
    /// analytics, and compares the seals that somebody kept.
    fn examine(&self, seals: &[KeptSeal]) -> Result<Vec<Finding>, AppError> {
        let mut findings = vec![self.integrity()?];
        findings.extend(examined("moved", self.moved())?);
        let acknowledged = examined("acknowledged", self.acknowledged())?;
        let offsets = examined("consumers", self.read(|read| Ok(events::misplaced(read)?)))?;
        if acknowledged.iter().chain(&offsets).all(|it| it.ok)
            && let Err(error) = self.catch_up()
        {
            tracing::warn!("the log was not heard to its end: {error}");
        }
        findings.extend(acknowledged);
        findings.extend(offsets);
        findings.extend(self.read(|read| everything(read, seals))?);
        findings.push(Finding::fine(
            "version",
            format!("popug {}, schema {SCHEMA}", env!("CARGO_PKG_VERSION")),
        ));
        findings.extend(examined("clock", self.clock())?);
        findings.extend(examined("letters", self.letters())?);
        findings.extend(examined("files", self.files())?);
        findings.extend(self.store().examine_server()?);
        findings.push(self.trust(self.identity()?));
        Ok(findings)
    }

    /// Whether anything lies ahead of the clock.
    fn clock(&self) -> Result<Option<Finding>, AppError> {
        let today = self.calendar()?.today;
        self.read(|read| Ok(accounting::examine_ahead(read, today)?))
    }

    /// Whether letters have a place to go to.
    fn letters(&self) -> Result<Option<Finding>, AppError> {
        let nowhere = self.letters_lead_nowhere()?;
        Ok(nowhere.then(|| {
            let error = AppError::NowhereForLetters;
            let hint = error.hint().unwrap_or_default();
            Finding::warning("letters", error.to_string(), &hint)
        }))
    }

    /// Who may read the store's files, and whether any lie there that should not.
    fn files(&self) -> Result<Option<Finding>, AppError> {
        let Some(mode) = self.store().mode()? else {
            return Ok(None);
        };
        let faults = self.store().file_faults(self.mailbox()?.as_deref())?;
        let Some(first) = faults.first() else {
            let whose = match mode & 0o060 {
                0 => "its owner alone",
                _ => "its owner and group",
            };
            return Ok(Some(Finding::fine("files", format!("for {whose}"))));
        };
        let more = match faults.len() {
            1 => String::new(),
            many => format!("; {} more", many - 1),
        };
        let detail = format!("{first}{more}");
        Ok(Some(match first.is_in_the_way() {
            true => Finding::failure("files", detail, &first.hint()),
            false => Finding::warning("files", detail, &first.hint()),
        }))
    }

    fn integrity(&self) -> Result<Finding, AppError> {
        let complaints = match self.store().integrity() {
            Err(StoreError::Damaged(complaint)) => vec![complaint],
            complaints => complaints?,
        };
        Ok(match complaints.first() {
            None => Finding::fine("store", format!("{} is sound", self.store().place())),
            Some(first) => {
                let hint = match self.store().place() {
                    Place::File(_) => {
                        "the file is damaged: move it aside with what lies beside it, and put a \
                         backup in its place: `popug restore FILE`"
                    }
                    Place::Postgres(_) => {
                        "look at the server's log and its disk, and bring a backup back into another \
                         database"
                    }
                };
                Finding::failure("store", first.clone(), hint)
            }
        })
    }

    /// Where the store has gone, if it has.
    fn moved(&self) -> Result<Option<Finding>, AppError> {
        let moved_to = self.store().moved_to()?;
        Ok(moved_to.map(|to| {
            let detail = format!("it has moved to {to}, and is written no more");
            let hint = "name the new one with --store or POPUG_STORE";
            Finding::warning("moved", detail, hint)
        }))
    }

    /// Whether what was acknowledged is there. Beside a database nothing remembers what that was: what
    /// its server promises is examined instead.
    fn acknowledged(&self) -> Result<Option<Finding>, AppError> {
        if self.store().place().as_file().is_none() {
            return Ok(None);
        }
        match self.store().check_acknowledged() {
            Ok(()) => {
                let head = self.store().head()?.seq;
                Ok(Some(Finding::fine(
                    "acknowledged",
                    format!("nothing is lost up to event {head}"),
                )))
            }
            Err(error @ StoreError::LostCommits { .. }) => Ok(Some(Finding::failure(
                "acknowledged",
                error.to_string(),
                "writes are refused; keep a copy of the store and its -wal file, then go on without \
                 what is lost: `popug store accept-loss`",
            ))),
            Err(error) => Err(error.into()),
        }
    }

    /// What a reader of these findings can rely on (README, the trust model).
    fn trust(&self, identity: &Identity) -> Finding {
        let sandbox = if identity.sandbox { "a sandbox; " } else { "" };
        let enforced = match self.store().place() {
            Place::File(_) => {
                "a file: roles are tamper-evident, and enforced by the file's permissions"
            }
            Place::Postgres(_) => {
                "a database: roles are tamper-evident, and enforced by who may log in to it"
            }
        };
        Finding::fine("trust", format!("{sandbox}{enforced}"))
    }
}

/// A part of what is examined.
pub struct Examination {
    /// What is told of it where it cannot be examined.
    check: &'static str,
    examine: fn(&Read<'_>) -> Result<Vec<Finding>, AppError>,
}

impl Examination {
    /// A part with its name.
    pub const fn new(
        check: &'static str,
        examine: fn(&Read<'_>) -> Result<Vec<Finding>, AppError>,
    ) -> Self {
        Self { check, examine }
    }

    /// What is found; rows that cannot be read are a finding as well.
    pub fn of(&self, read: &Read<'_>) -> Result<Vec<Finding>, AppError> {
        examined(self.check, (self.examine)(read))
    }
}

/// All of them, in their order.
pub const EXAMINATIONS: [Examination; 10] = [
    Examination::new("schema", |read| Ok(vec![schema(read)?])),
    Examination::new("log", |read| Ok(events::examine(read)?)),
    Examination::new("identity", |read| Ok(vec![identity::examine(read)?])),
    Examination::new("users", |read| Ok(auth::examine(read)?)),
    Examination::new("settings", |read| Ok(vec![settings(read)?])),
    Examination::new("losses", |read| {
        Ok(losses::examine(read)?.into_iter().collect())
    }),
    Examination::new("tasks", |read| Ok(tasks::examine(read)?)),
    Examination::new("ledger", |read| Ok(accounting::examine(read)?)),
    Examination::new("deliveries", |read| Ok(delivery::examine(read)?)),
    Examination::new("analytics", |read| Ok(analytics::examine(read)?)),
];

fn everything(read: &Read<'_>, seals: &[KeptSeal]) -> Result<Vec<Finding>, AppError> {
    let mut findings = Vec::new();
    for examination in &EXAMINATIONS {
        findings.extend(examination.of(read)?);
    }
    for kept in seals {
        findings.extend(examined("seal", seal(read, *kept).map(Some))?);
    }
    Ok(findings)
}

/// What was found; what could not be, since rows or sums make no sense, is a finding of its own, and
/// whoever examines goes on. What will pass, or was asked for in vain, is an error.
fn examined(
    check: &str,
    found: Result<impl IntoIterator<Item = Finding>, AppError>,
) -> Result<Vec<Finding>, AppError> {
    match found {
        Ok(found) => Ok(found.into_iter().collect()),
        Err(error) => {
            let of_rules = error.of_the_store().is_none() && error.kind() != Kind::NotFound;
            match is_damage(&error) || of_rules {
                true => Ok(vec![unexaminable(check, &error)]),
                false => Err(error),
            }
        }
    }
}

/// Examines a store that cannot be opened. Where its head alone makes no sense, or names an older
/// schema than its tables are of, everything else is examined; of what is damaged beyond that, it is told.
///
/// # Errors
/// Whatever else keeps it from being opened.
pub fn examine_unopened(
    place: &Place,
    wait: Duration,
    seals: &[KeptSeal],
    error: AppError,
) -> Result<Vec<Finding>, AppError> {
    let of_head = match error.of_the_store() {
        Some(StoreError::ToUpgrade { found, .. }) => {
            let store = Store::open_as_it_is(place, wait)?;
            if !store.read(unlike)?.is_empty() {
                return Err(error);
            }
            let detail = format!("its head says schema {found}, its tables are of {SCHEMA}");
            Finding::failure("store", detail, BY_HAND)
        }
        Some(of_rows) if of_rows.is_of_the_rows() => unexaminable("store", &error),
        _ if is_damage(&error) => return Ok(vec![unexaminable("store", &error)]),
        _ => return Err(error),
    };
    let store = Store::open_as_it_is(place, wait)?;
    let mut findings = vec![of_head];
    findings.extend(store.read(|read| everything(read, seals))?);
    Ok(findings)
}

fn unexaminable(check: &str, error: &AppError) -> Finding {
    Finding::failure(check, error.to_string(), BY_HAND)
}

/// Whether the store itself or its rows are damaged.
fn is_damage(error: &AppError) -> bool {
    error.of_the_store().is_some_and(|error| {
        matches!(error, StoreError::Damaged(_) | StoreError::Sql(_)) || error.is_of_the_rows()
    })
}

/// The tables, indexes and triggers are those that popug makes.
fn schema(read: &Read<'_>) -> Result<Finding, AppError> {
    let unlike = unlike(read)?;
    let Some(first) = unlike.first() else {
        return Ok(Finding::fine(
            "schema",
            "tables, indexes and triggers as popug makes them",
        ));
    };
    let more = match unlike.len() {
        1 => String::new(),
        many => format!("; {} more", many - 1),
    };
    let hint =
        "somebody changed the store by hand: put a backup in its place, `popug restore FILE`";
    Ok(Finding::failure("schema", format!("{first}{more}"), hint))
}

/// Every setting is what its last event says.
fn settings(read: &Read<'_>) -> Result<Finding, AppError> {
    let mut said = BTreeMap::new();
    events::each_of(read, &[EventName::SettingUpdated], |heard| {
        if let Event::SettingUpdated(it) = heard.event
            && it.key.parse::<SettingKey>().is_ok()
        {
            said.insert(it.key, it.value);
        }
        Ok::<_, AppError>(())
    })?;
    let kept: BTreeMap<String, String> = sql::settings(read)?.into_iter().collect();
    for key in said.keys().chain(kept.keys()) {
        if kept.get(key) != said.get(key) {
            let detail = format!("{key} is not what the log says");
            return Ok(Finding::failure(
                "settings",
                detail,
                "somebody changed the store by hand",
            ));
        }
    }
    let settings = counted(said.len(), "setting", "settings");
    let detail = format!("{settings}, each as the log tells it");
    Ok(Finding::fine("settings", detail))
}

fn seal(read: &Read<'_>, kept: KeptSeal) -> Result<Finding, AppError> {
    let found = accounting::day_show(read, kept.day)?.row.seal;
    let day = kept.day;
    if found == Some(kept.seal) {
        return Ok(Finding::fine(
            "seal",
            format!("{day} has the seal that was kept"),
        ));
    }
    let detail = format!("{day} does not have the seal that was kept");
    Ok(Finding::failure(
        "seal",
        detail,
        "the log was rewritten after that letter was sent",
    ))
}
