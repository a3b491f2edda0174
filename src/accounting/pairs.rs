//! Which adjustments of the log brought a row back: one out of a day ahead of the clock, and the
//! same into an earlier one, at once. Only such a pair has the natural keys of one.

use crate::accounting::sql::ledger::Transaction;
use crate::events::shape::{TransactionCreated, TransactionKind};
use crate::kernel::ids::TransactionId;
use crate::kernel::moment::Moment;

/// The adjustment that came last, where it mends something: the next one may make a pair of it.
#[derive(Default)]
pub struct Pairs {
    first: Option<Adjusted>,
}

struct Adjusted {
    said: TransactionCreated,
    at: Moment,
    key: String,
}

impl Pairs {
    /// Takes a transaction in as it was told, and its row; answers the one whose natural key is not
    /// its own.
    pub fn take_in(
        &mut self,
        at: Moment,
        said: &TransactionCreated,
        row: &Transaction,
    ) -> Option<TransactionId> {
        let before = self.first.take();
        let adjusted = (said.kind == TransactionKind::Adjustment).then(|| Adjusted {
            said: said.clone(),
            at,
            key: row.key.clone(),
        });
        if let (Some(out), Some(into)) = (&before, &adjusted)
            && let Some(row) = out.brings_back(into)
        {
            return out
                .wrong(&format!("back-out/{row}"))
                .or_else(|| into.wrong(&format!("back-in/{row}")));
        }
        self.first = adjusted;
        before.and_then(|it| it.wrong_alone())
    }

    /// There are no more.
    pub fn end(&mut self) -> Option<TransactionId> {
        self.first.take().and_then(|it| it.wrong_alone())
    }
}

impl Adjusted {
    /// The row that this and the next one brought back, if they did.
    fn brings_back(&self, next: &Self) -> Option<TransactionId> {
        let (out, into) = (&self.said, &next.said);
        let is_pair = out.mends == into.mends
            && self.at == next.at
            && (out.from, out.to) == (into.to, into.from)
            && out.amount_cents == into.amount_cents
            && out.day > into.day;
        out.mends.filter(|_| is_pair)
    }

    fn wrong(&self, key: &str) -> Option<TransactionId> {
        (self.key != key).then_some(self.said.transaction)
    }

    fn wrong_alone(&self) -> Option<TransactionId> {
        self.wrong(&format!("adjustment/{}", self.said.transaction))
    }
}
