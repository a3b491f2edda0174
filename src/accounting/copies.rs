//! Whether what accounting keeps of others, and the day its books begin, are what the log says.

use crate::accounting::consumer::Accounting;
use crate::accounting::{AccountingError, sql};
use crate::events::{Event, EventName, Told, each_of};
use crate::kernel::day::{Day, Zone};
use crate::kernel::finding::Finding;
use crate::store::Read;

/// What is wrong with the copies; nothing where each is as the log tells it.
pub fn examine(read: &Read<'_>) -> Result<Vec<Finding>, AccountingError> {
    let told = Told::to(read, Accounting::NAME)?;
    let popug = told.popug(sql::users(read)?, |it| it.name.clone());
    let setting = told.setting(&sql::settings(read)?);
    let begun = begun(read)?;
    Ok([popug, setting, begun].into_iter().flatten().collect())
}

/// The books begin on the local date of the first word about the time zone.
fn begun(read: &Read<'_>) -> Result<Option<Finding>, AccountingError> {
    let mut said: Option<Day> = None;
    each_of::<AccountingError>(read, &[EventName::SettingUpdated], |heard| {
        if let Event::SettingUpdated(it) = &heard.event
            && it.key == "timezone"
            && said.is_none()
        {
            let zone: Option<Zone> = it.value.parse().ok();
            said = zone.map(|zone| zone.day_of(heard.at));
        }
        Ok(())
    })?;
    let found = sql::first_day(read)?;
    Ok((found != said).then(|| {
        let detail = "the first day of the books is not what the log says";
        Finding::failure("copies", detail, "somebody changed the store by hand")
    }))
}
