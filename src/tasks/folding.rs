//! What searches look at, folded anew in a store of a popug that folded otherwise.

use crate::kernel::ids::TaskId;
use crate::store::{Read, StoreError, Write};
use crate::tasks::sql;

/// Tasks that are looked at together.
const PIECE: i64 = 1_000;

/// Some tasks, one behind the other.
pub struct FoldedPiece {
    /// The last of them; none where there are no more.
    pub last: Option<TaskId>,
    /// Those that are folded otherwise, as they should be.
    unlike: Vec<(TaskId, String)>,
}

impl FoldedPiece {
    /// Those behind `after`.
    pub fn behind(read: &Read<'_>, after: TaskId) -> Result<Self, StoreError> {
        let piece = sql::folded_after(read, after, PIECE)?;
        let last = piece.last().map(|(id, _, _)| *id);
        let folded = piece
            .into_iter()
            .map(|(id, wording, folded)| (id, wording.folded(), folded));
        let unlike = folded.filter(|(_, right, folded)| right != folded);
        Ok(Self {
            last,
            unlike: unlike.map(|(id, right, _)| (id, right)).collect(),
        })
    }

    /// Whether all of them are folded as they should be.
    pub const fn holds(&self) -> bool {
        self.unlike.is_empty()
    }

    /// Folds those that are not.
    pub fn mend(&self, tx: &mut Write<'_>) -> Result<(), StoreError> {
        sql::set_folded(tx, &self.unlike)
    }
}
