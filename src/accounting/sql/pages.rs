//! The statements that read an audit log by pages.

use crate::accounting::model::AccountId;
use crate::accounting::sql::ledger::{Entry, entry};
use crate::kernel::ids::TransactionId;
use crate::kernel::page::Way;
use crate::kernel::range::Span;
use crate::store::{Bind, Read, StoreError};

/// What left the account and what reached it, each as its index has it, and merged.
const NEWEST: &str =
    "SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = gone.task_id) AS description
    FROM (SELECT id, at, day, kind, -amount_cents AS change_cents,
                 from_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE from_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id DESC LIMIT ?6) AS gone
    UNION ALL
    SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = come.task_id) AS description
    FROM (SELECT id, at, day, kind, amount_cents AS change_cents,
                 to_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE to_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id DESC LIMIT ?6) AS come
    ORDER BY id DESC LIMIT ?6";

/// The same from the oldest on.
const OLDEST: &str =
    "SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = gone.task_id) AS description
    FROM (SELECT id, at, day, kind, -amount_cents AS change_cents,
                 from_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE from_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id LIMIT ?6) AS gone
    UNION ALL
    SELECT id, at, day, kind, change_cents, balance_cents, task_id, ticket, title, memo,
           actor, mends,
           (SELECT description FROM accounting_description
            WHERE accounting_description.task_id = come.task_id) AS description
    FROM (SELECT id, at, day, kind, amount_cents AS change_cents,
                 to_balance_cents AS balance_cents, task_id, ticket, title, memo, actor, mends
          FROM accounting_transaction
          WHERE to_account = ?1 AND id BETWEEN ?2 AND ?3 AND day BETWEEN ?4 AND ?5
          ORDER BY id LIMIT ?6) AS come
    ORDER BY id LIMIT ?6";

/// At most so many rows of an account within these days and numbers: down from the newest, or up
/// from the oldest.
pub fn entries(
    read: &Read<'_>,
    account: AccountId,
    span: Span,
    (first, last): (TransactionId, TransactionId),
    (way, most): (Way, i64),
) -> Result<Vec<Entry>, StoreError> {
    let sql = match way {
        Way::Down => NEWEST,
        Way::Up => OLDEST,
    };
    let bind: [&dyn Bind; 6] = [&account, &first, &last, &span.from, &span.to, &most];
    read.all(sql, &bind, entry)
}
