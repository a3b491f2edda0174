//! The schema that a store lies in: whether it is there, and what this role may do there.

use crate::store::postgres::Postgres;
use crate::store::{Place, StoreError, columns, fields};

/// Why a database or its schema does not serve a role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SchemaError {
    /// It is the owner's of the tables to do.
    #[error("{store} belongs to the role {owner}, which alone may do this")]
    NotOwner {
        /// The store.
        store: String,
        /// The role.
        owner: String,
    },
    /// The server does not let this role do it.
    #[error("this role lacks a right: {0}")]
    Forbidden(String),
    /// There is no such schema.
    #[error("there is no schema {schema} in the database {database}")]
    Absent {
        /// The database.
        database: String,
        /// The schema.
        schema: String,
    },
    /// The schema is there, and not for this role.
    #[error("the role {role} may not use the schema {schema}")]
    Closed {
        /// The schema.
        schema: String,
        /// The role.
        role: String,
    },
    /// No store can be made in the schema by this role.
    #[error("the role {role} may not make tables in the schema {schema}")]
    NoRoom {
        /// The schema.
        schema: String,
        /// The role.
        role: String,
    },
    /// The database cannot hold every text.
    #[error("the database is encoded in {0}, which cannot hold every text; it must be UTF8")]
    Encoding(String),
}

/// What a server says of the schema that comes first, and of who asks.
struct Found {
    schema: Option<String>,
    path: String,
    role: String,
    may_create: bool,
    encoding: String,
}

fields!(Found: schema, path, role, may_create, encoding);

impl Postgres {
    /// Whether the schema holds no store.
    pub(super) fn is_absent(&self) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM pg_catalog.pg_tables
                   WHERE schemaname = current_schema() AND tablename = 'log_head')";
        self.read(|read| read.one(sql, &[], columns))
    }

    /// Why there is no store, where there is none.
    pub(super) fn missing(&self) -> StoreError {
        match self.found() {
            Ok(Found {
                schema: None,
                path,
                role,
                ..
            }) => self.no_schema(&path, role),
            Ok(Found {
                schema: Some(_), ..
            }) => StoreError::Missing(Place::Postgres(Box::new(self.address.clone()))),
            Err(error) => error,
        }
    }

    /// Refuses to make a store where its tables cannot be made, or could not hold every text.
    pub(super) fn check_room(&self) -> Result<(), StoreError> {
        let found = self.found()?;
        let Some(schema) = found.schema else {
            return Err(self.no_schema(&found.path, found.role));
        };
        if !found.may_create {
            let role = found.role;
            return Err(StoreError::Schema(SchemaError::NoRoom { schema, role }));
        }
        if found.encoding != UTF8 {
            return Err(StoreError::Schema(SchemaError::Encoding(found.encoding)));
        }
        Ok(())
    }

    /// The schema that this store lies in.
    pub(super) fn schema(&self) -> Result<String, StoreError> {
        let found = self.found()?;
        match found.schema {
            Some(schema) => Ok(schema),
            None => Err(self.no_schema(&found.path, found.role)),
        }
    }

    /// Refuses whoever has not the rights of the tables' owner.
    pub(in crate::store) fn check_owner(&self) -> Result<(), StoreError> {
        let sql = "SELECT pg_has_role(current_user, relowner, 'USAGE'),
                          CAST(pg_get_userbyid(relowner) AS TEXT)
                   FROM pg_catalog.pg_class WHERE oid = to_regclass('log_head')";
        let owned = self.read(|read| read.one(sql, &[], columns));
        match owned? {
            (true, _) => Ok(()),
            (false, owner) => Err(StoreError::Schema(SchemaError::NotOwner {
                store: self.address.to_string(),
                owner,
            })),
        }
    }

    fn found(&self) -> Result<Found, StoreError> {
        let sql = "
            SELECT CAST(current_schema() AS TEXT),
                   CAST(current_setting('search_path') AS TEXT),
                   CAST(current_user AS TEXT),
                   coalesce(has_schema_privilege(current_schema(), 'CREATE'), false),
                   CAST(current_setting('server_encoding') AS TEXT)";
        self.read(|read| read.one(sql, &[], columns))
    }

    /// None of the search path is there, or none is for this role.
    fn no_schema(&self, path: &str, role: String) -> StoreError {
        let sql = "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?1";
        let names = path.split(',').map(|name| name.trim().trim_matches('"'));
        let names = names.map(|name| if name == "$user" { &role } else { name });
        let names: Vec<String> = names.map(str::to_owned).collect();
        for schema in &names {
            let there = self.read(|read| read.first(sql, &[schema], |_| Ok(())));
            match there {
                Ok(Some(())) => {
                    let schema = schema.clone();
                    return StoreError::Schema(SchemaError::Closed { schema, role });
                }
                Ok(None) => {}
                Err(error) => return error,
            }
        }
        StoreError::Schema(SchemaError::Absent {
            database: self.address.database.clone(),
            schema: names.into_iter().next_back().unwrap_or_default(),
        })
    }
}

/// What a database is to be encoded in.
pub(super) const UTF8: &str = "UTF8";
