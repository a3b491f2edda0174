//! What admins ask analytics for.

mod summary;
mod top;

pub use summary::{AnalyticsSummary, Summary};
pub use top::{AnalyticsTop, TopAnswer, TopRow};
