//! Why analytics cannot answer.

use crate::kernel::day::Day;
use crate::kernel::range::RangeError;
use crate::store::StoreError;

/// Every failure of analytics.
#[derive(Debug, thiserror::Error)]
pub enum AnalyticsError {
    /// The range makes no sense.
    #[error(transparent)]
    Range(#[from] RangeError),
    /// What was earned on a day does not fit into 64 bits of cents.
    #[error("the sum of {0} is too large")]
    TooLarge(Day),
    /// No rebuild has begun.
    #[error("no rebuild of analytics has begun")]
    NoRebuild,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
