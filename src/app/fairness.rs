//! The fairness report (B9): what fell to each popug, and what it paid and earned by that.

use serde::{Deserialize, Serialize};

use crate::accounting;
use crate::app::error::AppError;
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::permission::Permission;
use crate::kernel::range::{Period, Span};
use crate::store::{Asker, Query, Read};
use crate::tasks::{self, Hundredths, Share, Verdict};

/// `draw.fairness`: everybody's part in what was drawn.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Fairness {
    /// Of which days; left out: of all.
    pub period: Option<Period>,
}

/// A popug's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FairnessRow {
    /// The popug.
    pub user: UserName,
    /// Its open tasks of the moment.
    pub open: i64,
    /// The tasks that fell to it.
    pub assigned: i64,
    /// How many the dice promised it: of each draw the tasks, by those who were in the pool.
    pub expected_assigned: Hundredths,
    /// The tasks that it closed.
    pub closed: i64,
    /// What it was charged; null where whoever asks may not see its account.
    pub fees_cents: Option<Money>,
    /// What it earned by closing; null where whoever asks may not see its account.
    pub rewards_cents: Option<Money>,
}

impl Query for Fairness {
    type Answer = Vec<FairnessRow>;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<Vec<FairnessRow>, AppError> {
        let span = tasks::fairness_span(self.period, &asker.calendar(read)?)?;
        rows(read, asker, span, tasks::shares(read, span)?)
    }
}

/// `draw.fairness-report`: the same, and what chance says of it, from one look.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FairnessReport {
    /// Of which days; left out: of all.
    pub period: Option<Period>,
}

/// Everybody's part, and what chance says of the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WeighedParts {
    /// Everybody's part.
    pub rows: Vec<FairnessRow>,
    /// Whether dice alone would have spread tasks so unevenly.
    pub verdict: Verdict,
}

impl Query for FairnessReport {
    type Answer = WeighedParts;
    type Error = AppError;

    fn ask(&self, read: &Read<'_>, asker: &Asker) -> Result<WeighedParts, AppError> {
        let span = tasks::fairness_span(self.period, &asker.calendar(read)?)?;
        let shares = tasks::shares(read, span)?;
        Ok(WeighedParts {
            verdict: tasks::verdict(&shares),
            rows: rows(read, asker, span, shares)?,
        })
    }
}

fn rows(
    read: &Read<'_>,
    asker: &Asker,
    span: Span,
    shares: Vec<Share>,
) -> Result<Vec<FairnessRow>, AppError> {
    let money = accounting::fees_and_rewards(read, span)?;
    let sees_all = asker.actor.may(Permission::AccountRead);
    let rows = shares.into_iter().map(|share| {
        let seen = sees_all || asker.actor.user() == Some(share.id);
        let money = seen.then(|| money.get(&share.id).copied().unwrap_or_default());
        let (fees_cents, rewards_cents) = money.unzip();
        FairnessRow {
            user: share.user,
            open: share.open,
            assigned: share.assigned,
            expected_assigned: share.promise.rounded(),
            closed: share.closed,
            fees_cents,
            rewards_cents,
        }
    });
    Ok(rows.collect())
}
