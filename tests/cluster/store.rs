//! Places for a store: a schema in the database that all share, or a database.

use std::sync::atomic::{AtomicUsize, Ordering};

use postgres::{Client, NoTls};

use super::{ROLE, Server};

/// No two places of a server have the same number.
static NUMBER: AtomicUsize = AtomicUsize::new(1);

fn number() -> usize {
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// An empty schema.
#[derive(Debug)]
pub struct Schema {
    url: String,
}

impl Schema {
    /// Makes one.
    pub fn new(server: &Server) -> Self {
        let name = format!("test_{}", number());
        let mut client = server.connect("postgres");
        let make = format!("CREATE SCHEMA {name}");
        client.batch_execute(&make).expect("a schema");
        let url = server.url("postgres");
        Self {
            url: format!("{url}?options=-csearch_path%3D{name}"),
        }
    }

    /// Its URL.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A database, gone with its value.
#[derive(Debug)]
pub struct Database {
    server: &'static Server,
    name: String,
}

impl Database {
    /// Makes an empty one.
    pub fn new(server: &'static Server) -> Self {
        Self::like(server, "template1")
    }

    /// One of its own that begins as this one stands. Nobody may be connected to this one.
    pub fn copy(&self) -> Self {
        Self::like(self.server, &self.name)
    }

    fn like(server: &'static Server, template: &str) -> Self {
        let name = format!("world{}", number());
        let make = format!("CREATE DATABASE {name} TEMPLATE {template}");
        let made = server.connect("postgres").batch_execute(&make);
        made.expect("a database");
        Self { server, name }
    }

    /// Its URL.
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// Its URL for another role.
    pub fn url_of(&self, role: &str) -> String {
        self.url().replacen(ROLE, role, 1)
    }

    /// A connection of its own.
    pub fn connect(&self) -> Client {
        self.server.connect(&self.name)
    }

    /// The same for another role.
    pub fn connect_as(&self, role: &str) -> Client {
        let client = Client::connect(&self.url_of(role), NoTls);
        client.expect("a connection")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        let dropped = self.server.connect("postgres").batch_execute(&drop);
        if !std::thread::panicking() {
            dropped.expect("a database less");
        }
    }
}
