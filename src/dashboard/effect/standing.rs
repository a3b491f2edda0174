//! Who one is, and how one stands.

use crate::accounting::Ahead;
use crate::app::{
    AppError, Caller, Door, Purse, ShowAhead, ShowCalendar, ShowMyself, ShowPurse, WhoAmI,
};
use crate::kernel::permission::Permission;
use crate::kernel::range::Calendar;

/// Who one is, and how one stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who, where, and what one may.
    pub who: WhoAmI,
    /// Today, and the open day.
    pub calendar: Calendar,
    /// What lies ahead of the clock.
    pub ahead: Option<Ahead>,
    /// One's balance and open tasks; none for whoever has no account.
    pub purse: Option<Purse>,
}

/// Asks for it.
#[derive(Clone, Copy, Debug)]
pub struct AskStanding;

impl AskStanding {
    /// Asks.
    pub fn ask(self, door: &Door, caller: &Caller) -> Result<Standing, AppError> {
        door.look(caller, |state| {
            let who = state.ask(&ShowMyself {})?;
            let may = who.permissions.contains(&Permission::AccountOwn);
            let has_account = who.user.is_some() && may;
            let purse = has_account.then(|| state.ask(&ShowPurse {}));
            Ok(Standing {
                who,
                calendar: state.ask(&ShowCalendar {})?,
                ahead: state.ask(&ShowAhead {})?,
                purse: purse.transpose()?,
            })
        })
    }
}
