//! What the program answers with `--json`, as this test reads it: types of its own, so that a
//! change of a name, a sign or a format shows.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    pub name: String,
    pub role: String,
    pub email: String,
    pub full_name: Option<String>,
    pub active: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Task {
    pub id: u64,
    pub title: String,
    pub ticket: Option<String>,
    pub description: Option<String>,
    pub status: String,
    pub author: String,
    pub assignee: String,
    pub created_at: DateTime<Utc>,
    pub assigned_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub fee_cents: i64,
    pub reward_cents: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Closed {
    #[serde(flatten)]
    pub task: Task,
    pub balance_cents: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Shown {
    #[serde(flatten)]
    pub task: Task,
    pub assignments: Vec<Assignment>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Assignment {
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    pub assignee: String,
    pub fee_cents: i64,
    pub draw: u64,
    pub by: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Reassigned {
    pub reassigned: usize,
    pub pool: usize,
    pub fees_cents: i64,
    pub draw: Option<u64>,
    pub dry_run: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Why {
    pub task: u64,
    pub draw: u64,
    pub drawn_at: DateTime<Utc>,
    pub drawn_by: String,
    pub algorithm: String,
    pub seed: String,
    pub seed_given: bool,
    pub pool: usize,
    pub pool_members: Vec<String>,
    pub index: u64,
    pub assignee: String,
    pub verified: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Draw {
    pub id: u64,
    pub at: DateTime<Utc>,
    pub by: String,
    pub reason: String,
    pub tasks: usize,
    pub pool: usize,
    pub algorithm: String,
    pub seed: String,
    pub verified: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Account {
    pub user: Option<String>,
    pub kind: String,
    pub balance_cents: i64,
    pub today_cents: i64,
    pub day: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct About {
    pub id: u64,
    pub ticket: Option<String>,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LogRow {
    pub id: u64,
    pub at: DateTime<Utc>,
    pub day: NaiveDate,
    pub kind: String,
    pub amount_cents: i64,
    pub balance_cents: i64,
    pub task: Option<About>,
    pub memo: Option<String>,
    pub actor: String,
    pub mends: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Statement {
    pub user: String,
    pub day: Option<NaiveDate>,
    pub closed_at: Option<DateTime<Utc>>,
    pub opening_cents: i64,
    pub lines: Vec<LogRow>,
    pub earned_cents: i64,
    pub other_cents: i64,
    pub paid_cents: i64,
    pub closing_cents: i64,
    pub seal: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Earnings {
    pub day: NaiveDate,
    pub fees_cents: i64,
    pub rewards_cents: i64,
    pub earned_cents: i64,
    pub adjustments_cents: i64,
    pub closed_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Day {
    pub day: NaiveDate,
    pub closed_at: Option<DateTime<Utc>>,
    pub payouts: usize,
    pub paid_cents: i64,
    pub earned_cents: i64,
    pub debts_cents: i64,
    pub seal: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Sheet {
    #[serde(flatten)]
    pub row: Day,
    pub invoices: Vec<Invoice>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Invoice {
    pub id: u64,
    pub user: String,
    pub amount_cents: i64,
    pub payment: Option<String>,
    pub mail: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ClosedDays<D> {
    pub closed: Vec<D>,
    pub dry_run: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Summary {
    pub day: NaiveDate,
    pub earned_cents: i64,
    pub in_the_red: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Top {
    pub rows: Vec<TopRow>,
    pub whole: Option<TopRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TopRow {
    pub period: Option<String>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub task: About,
    pub reward_cents: i64,
    pub tied: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QueuedLetter {
    pub id: u64,
    pub day: NaiveDate,
    pub user: String,
    pub amount_cents: i64,
    pub state: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Finding {
    pub check: String,
    pub ok: bool,
    pub level: String,
    pub detail: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Consumer {
    pub consumer: String,
    pub lag: u64,
    pub dead: u64,
    pub parked: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Verified {
    pub day: NaiveDate,
    pub seal: Option<String>,
    pub holds: bool,
}
