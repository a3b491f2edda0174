//! What tests do to a door from inside.

use crate::app::caller::Caller;
use crate::app::consumers;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::key::Key;
use crate::app::keys::Keyable;
use crate::app::request::Request;
use crate::auth::Secret;
use crate::kernel::actor::Actor;
use crate::store::Command;

impl Door {
    /// Whose session it is, which must be one.
    pub fn known(&self, session: &Secret) -> Caller {
        let caller = Caller::session(session);
        self.authenticate(&caller).expect("a session");
        caller
    }

    /// Who acts with a token, which must be one.
    pub fn known_token(&self, token: &Secret) -> Caller {
        let caller = Caller::token(token);
        self.authenticate(&caller).expect("a token");
        caller
    }

    /// Runs a command as a process does that ends right after its commit: nobody has heard of it.
    pub fn run_and_end<C>(
        &self,
        caller: &Caller,
        command: &C,
        key: Key,
    ) -> Result<C::Answer, AppError>
    where
        C: Request + Command,
        AppError: From<C::Error>,
    {
        let keyed = Keyable::new(key, command)?;
        let stamp = self.world().stamp(&Actor::System);
        self.store().write(&stamp, |tx| {
            let (who, keyed) = self.admit(tx, caller, command, Some(&keyed))?;
            consumers::hear_rest(tx, C::UP_TO_DATE)?;
            let (asker, _) = self.asker(tx, &who)?;
            let answer = command.run(tx, &asker)?;
            keyed.iter().try_for_each(|it| it.keep(tx, &answer))?;
            Ok(answer)
        })
    }
}
