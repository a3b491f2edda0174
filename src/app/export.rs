//! Everything that a store keeps but its secrets, composed of what each domain gives of its own.
//!
//! Left out is what proves who somebody is, what requests were answered, and what others derive or
//! copy: a test below holds the list.

use serde::{Deserialize, Serialize};

use crate::app::caller::Caller;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::sql;
use crate::kernel::moment::Moment;
use crate::store::{Hash, SCHEMA, Scribe};
use crate::{accounting, auth, delivery, events, tasks};

/// `export.all`: everything but secrets. It holds the event log, which is for admins alone, and
/// with it everybody's e-mail.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportAll {}

/// The state that was exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ExportedState {
    /// The store.
    pub store_id: String,
    /// Whether it is a sandbox.
    pub sandbox: bool,
    /// The version of its tables.
    pub schema: i64,
    /// When it was exported.
    pub exported_at: Moment,
    /// The last event of its log.
    pub seq: i64,
    /// The hash of that event.
    pub hash: Hash,
}

impl Door {
    /// Tells everything from one consistent state, and which that was.
    pub fn export_all<S>(&self, caller: &Caller, scribe: &mut S) -> Result<ExportedState, S::Error>
    where
        S: Scribe,
        S::Error: From<AppError>,
    {
        self.look(caller, |state| {
            state.authorise(&ExportAll {})?;
            let read = state.read;
            scribe.begin()?;
            let kinds = sql::EXPORT.iter().chain(&auth::EXPORT);
            let kinds = kinds.chain(&tasks::EXPORT).chain(&accounting::EXPORT);
            let kinds = kinds.chain(&delivery::EXPORT).chain(&events::EXPORT);
            for kind in kinds {
                kind.tell(read, scribe)?;
            }
            accounting::tell_transactions(read, scribe)?;
            events::tell_log(read, scribe)?;
            let (seq, hash) = events::head(read)?;
            let identity = self.identity()?;
            Ok(ExportedState {
                store_id: identity.store_id.clone(),
                sandbox: identity.sandbox,
                schema: SCHEMA,
                exported_at: self.moment(read),
                seq: seq.get(),
                hash,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::Scratch;

    /// The tables that are told by rows of their own.
    const TOLD: [&str; 3] = ["accounting_transaction", "events_log", "log_head"];

    /// Those that are not told, and why.
    const LEFT_OUT: [(&str, &str); 20] = [
        ("log_write", "keys of the last week's writes"),
        ("auth_beak", "a secret"),
        ("auth_enrolment", "a secret"),
        ("auth_session", "a secret"),
        ("auth_attempt", "of no use elsewhere"),
        ("tasks_user", "a copy"),
        ("tasks_setting", "a copy"),
        ("accounting_user", "a copy"),
        ("accounting_setting", "a copy"),
        ("accounting_task", "a copy"),
        ("accounting_description", "a copy"),
        ("accounting_book", "the first day of the ledger"),
        ("accounting_account_day", "sums of the ledger"),
        ("analytics_generation", "derived from the log"),
        ("analytics_task", "derived from the log"),
        ("analytics_day", "derived from the log"),
        ("analytics_balance", "derived from the log"),
        ("analytics_change", "derived from the log"),
        ("delivery_user", "a copy"),
        ("delivery_setting", "a copy"),
    ];

    #[test]
    fn every_table_is_told_or_left_out_for_a_reason() {
        let scratch = Scratch::new();
        let all = [
            sql::EXPORT.as_slice(),
            &auth::EXPORT,
            &tasks::EXPORT,
            &accounting::EXPORT,
            &delivery::EXPORT,
            &events::EXPORT,
        ];
        let from = |table: &str| {
            let mut statements = all.iter().copied().flatten().map(|kind| kind.sql);
            statements.any(|sql| {
                sql.split_whitespace().skip_while(|it| *it != "FROM").nth(1) == Some(table)
            })
        };
        for name in scratch.raw().tables() {
            let told = TOLD.contains(&name.as_str()) || from(&name);
            let left_out = LEFT_OUT.iter().any(|(table, _)| *table == name);
            assert!(told != left_out, "{name}: told {told}, left out {left_out}");
        }
    }
}
