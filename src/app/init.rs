//! Making a store: its settings and its first admin, all or nothing.

use crate::app::consumers;
use crate::app::door::World;
use crate::app::error::AppError;
use crate::app::identity;
use crate::app::settings;
use crate::auth::{self, Beak, NewUser, Session};
use crate::files::Whose;
use crate::kernel::actor::Actor;
use crate::kernel::clock::Clock;
use crate::kernel::day::Zone;
use crate::kernel::moment::Moment;
use crate::kernel::money::Currency;
use crate::store::{Identity, Place, Store};

/// What a company starts with.
pub struct Founding {
    /// The store's id.
    pub store_id: String,
    /// Its first admin.
    pub admin: NewUser,
    /// The admin's beak.
    pub beak: Beak,
    /// Where midnight is.
    pub timezone: Zone,
    /// What is paid in.
    pub currency: Currency,
    /// Whose the store's file is to be.
    pub whose: Whose,
    /// Whether clock and seed may be given later on.
    pub sandbox: bool,
}

/// A company that has just been founded.
pub struct Founded {
    /// The store's id.
    pub store_id: String,
    /// The admin's session.
    pub session: Session,
}

/// Refuses a place where there is a store already.
pub fn check_absent(place: &Place) -> Result<(), AppError> {
    Ok(Store::check_absent(place)?)
}

/// What time it is where a store is to be made.
pub fn moment_at(place: &Place, clock: Clock) -> Result<Moment, AppError> {
    Ok(Store::moment_at(place, clock)?)
}

/// Makes the store, lays its settings, makes and logs in its first admin. What is there already is
/// left alone.
pub fn found(place: &Place, world: &World, founding: &Founding) -> Result<Founded, AppError> {
    let hash = founding.beak.hash()?;
    let identity = Identity {
        store_id: founding.store_id.clone(),
        sandbox: founding.sandbox,
        created_at: Store::moment_at(place, world.clock)?,
    };
    let stamp = world.stamp(&Actor::System);
    let session = Store::create(place, &founding.whose, &identity, |store| {
        let session = store.write(&stamp, |tx| {
            settings::lay(tx, founding.timezone, &founding.currency)?;
            identity::tell(tx, &identity)?;
            Ok::<_, AppError>(auth::add_first_admin(tx, founding.admin.clone(), &hash)?)
        })?;
        consumers::catch_up(store, &stamp)?;
        Ok::<_, AppError>(session)
    })?;
    Ok(Founded {
        store_id: identity.store_id,
        session,
    })
}
