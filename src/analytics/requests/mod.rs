//! What admins ask analytics for.

mod summary;
mod top;

pub use summary::AnalyticsSummary;
pub use top::{AnalyticsTop, TopRow};
