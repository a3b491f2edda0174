//! Making a store in a schema of a database: all of it or nothing.

use std::time::Duration;

use crate::kernel::moment::Moment;
use crate::store::Identity;
use crate::store::dialect::for_postgres;
use crate::store::head::Head;
use crate::store::migrate::{MIGRATIONS, SCHEMA};
use crate::store::open::Engine;
use crate::store::postgres::patience::Patience;
use crate::store::postgres::{Address, Postgres};
use crate::store::{Place, Read, Store, StoreError, columns};

/// How long a server is waited for.
const WAIT: Duration = Duration::from_secs(60);

/// Of two that make a store in one schema, one waits until the other is done. Nobody else waits for
/// what is not there yet, so that one that is filled from afar may pause for long.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED; \
                     SET LOCAL idle_in_transaction_session_timeout = '30min'; \
                     SELECT pg_advisory_xact_lock(hashtext('popug ' || current_schema()))";

impl Postgres {
    /// Makes a store, and lets `fill` put its first rows in: everything is one transaction, and
    /// what `fill` writes is a part of it.
    pub(in crate::store) fn create<T, E: From<StoreError>>(
        address: &Address,
        identity: &Identity,
        fill: impl FnOnce(&Store) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut postgres = Self::reached(address, WAIT)?;
        postgres.session.borrow().batch(BEGIN)?;
        postgres.enclosed = true;
        if !postgres.is_absent()? {
            return Err(postgres.present().into());
        }
        postgres.check_room()?;
        postgres.lay(identity)?;
        let store = Store::on(Engine::Postgres(Box::new(postgres)));
        let answer = fill(&store)?;
        if let Engine::Postgres(postgres) = store.engine {
            postgres.publish(identity)?;
        }
        Ok(answer)
    }

    /// Whether the schema holds a store already, or none can be made there.
    pub(in crate::store) fn check_absent(address: &Address) -> Result<(), StoreError> {
        let postgres = Self::reached(address, WAIT)?;
        if postgres.is_absent()? {
            return postgres.check_room();
        }
        Err(postgres.present())
    }

    /// What time it is by the server.
    pub(in crate::store) fn moment_at(address: &Address) -> Result<Option<Moment>, StoreError> {
        let postgres = Self::reached(address, WAIT)?;
        postgres.read(|_| Ok::<_, StoreError>(()))?;
        Ok(postgres.now())
    }

    pub(super) fn present(&self) -> StoreError {
        StoreError::Present(Place::Postgres(Box::new(self.address.clone())))
    }

    fn lay(&self, identity: &Identity) -> Result<(), StoreError> {
        let session = self.session.borrow();
        for sql in MIGRATIONS {
            session.batch(&for_postgres(sql))?;
        }
        let sql = "INSERT INTO log_head (one, seq, hash, schema, store_id, sandbox, created_at)
                   VALUES (1, 0, ?1, ?2, ?3, ?4, ?5)";
        session.changed(
            sql,
            &[
                &Head::EMPTY.hash,
                &SCHEMA,
                &identity.store_id,
                &identity.sandbox,
                &identity.created_at,
            ],
        )?;
        Ok(())
    }

    /// Commits. Where the answer is lost, the next connection sees whether a store is there, and
    /// whose.
    fn publish(mut self, identity: &Identity) -> Result<(), StoreError> {
        let committed = self.session.borrow().batch("COMMIT");
        self.enclosed = false;
        let lost = match committed {
            Err(lost @ StoreError::Lost(_)) => lost,
            committed => return committed,
        };
        let recovered = self.recover(&mut Patience::of(WAIT));
        recovered.map_err(|_| StoreError::Unconfirmed)?;
        if self.is_absent()? {
            return Err(lost);
        }
        let sql = "SELECT store_id FROM log_head";
        let id: String = self.read(|read: &Read<'_>| read.one(sql, &[], columns))?;
        if id == identity.store_id {
            return Ok(());
        }
        Err(self.present())
    }
}
