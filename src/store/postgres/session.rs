//! A connection: statements, and rows a page at a time.

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::time::Instant;

use postgres::types::{ToSql, Type};
use postgres::{Client, Error, SimpleQueryMessage, SimpleQueryRow};

use crate::kernel::moment::Moment;
use crate::store::dialect::placeholders;
use crate::store::postgres::failure::Fault;
use crate::store::postgres::values::Param;
use crate::store::{Bind, Row, StoreError, head};

/// Rows that are held at a time of an answer of any length.
const PAGE: usize = 1000;

/// Cursors that were read to their end are closed so many at a time: each on its own would wait for
/// the server once more.
const FINISHED: usize = 16;

/// A connection to the server, and what it knows. Nothing of it lives in the server beyond a
/// transaction: no statement is prepared and nothing set, so that the next transaction may be another
/// connection's, as a pooler hands them out.
pub struct Session {
    client: RefCell<Client>,
    finished: RefCell<Vec<String>>,
    cursors: Cell<u64>,
    fault: RefCell<Option<Fault>>,
    heard: Cell<Option<Heard>>,
}

/// The server's time, and when it was heard.
#[derive(Clone, Copy)]
struct Heard {
    time: Moment,
    at: Instant,
}

impl Heard {
    fn of(row: &SimpleQueryRow) -> Result<Self, StoreError> {
        let time = head::moment(row.get("now").unwrap_or_default())?;
        let at = Instant::now();
        Ok(Self { time, at })
    }
}

impl Session {
    pub(super) fn new(client: Client) -> Self {
        Self {
            client: RefCell::new(client),
            finished: RefCell::default(),
            cursors: Cell::default(),
            fault: RefCell::default(),
            heard: Cell::default(),
        }
    }

    /// The same over another connection.
    pub(super) fn anew(&self, client: Client) -> Self {
        Self {
            heard: self.heard.clone(),
            ..Self::new(client)
        }
    }

    /// Visits the rows of an answer that is held in memory.
    pub fn whole<E: From<StoreError>>(
        &self,
        sql: &'static str,
        bind: &[&dyn Bind],
        mut visit: impl FnMut(&Row<'_>) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        for row in self.rows(sql, bind)? {
            if visit(&Row::postgres(&row, sql))?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Visits the rows of an answer of any length. The visitor may run other statements.
    pub fn paged<E: From<StoreError>>(
        &self,
        sql: &str,
        bind: &[&dyn Bind],
        mut visit: impl FnMut(&Row<'_>) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        let cursor = self.declare(sql, bind)?;
        let fetch = format!("FETCH FORWARD {PAGE} FROM {cursor}");
        loop {
            let page = self.ask(&fetch, |client| client.query_typed(&fetch, &[]))?;
            for row in &page {
                if visit(&Row::postgres(row, sql))?.is_break() {
                    return Ok(self.finish(cursor)?);
                }
            }
            if page.len() < PAGE {
                return Ok(self.finish(cursor)?);
            }
        }
    }

    fn declare(&self, sql: &str, bind: &[&dyn Bind]) -> Result<String, StoreError> {
        let number = self.cursors.get();
        self.cursors.set(number + 1);
        let cursor = format!("popug_{number}");
        let sql = placeholders::for_postgres(sql);
        let declare = format!("DECLARE {cursor} NO SCROLL CURSOR FOR {sql}");
        let params = params(bind);
        self.ask(&declare, |client| {
            client.execute_typed(&declare, &typed(&params))
        })?;
        Ok(cursor)
    }

    fn finish(&self, cursor: String) -> Result<(), StoreError> {
        let mut finished = self.finished.borrow_mut();
        finished.push(cursor);
        if finished.len() < FINISHED {
            return Ok(());
        }
        let close: Vec<String> = finished.drain(..).map(|it| format!("CLOSE {it}")).collect();
        self.batch(&close.join("; "))
    }

    /// Runs a statement; answers how many rows it changed.
    pub fn changed(&self, sql: &str, bind: &[&dyn Bind]) -> Result<usize, StoreError> {
        let (sql, params) = (placeholders::for_postgres(sql), params(bind));
        counted(self.ask(&sql, |client| client.execute_typed(&sql, &typed(&params)))?)
    }

    fn rows(&self, sql: &str, bind: &[&dyn Bind]) -> Result<Vec<postgres::Row>, StoreError> {
        let (sql, params) = (placeholders::for_postgres(sql), params(bind));
        self.ask(&sql, |client| client.query_typed(&sql, &typed(&params)))
    }

    /// Begins a transaction, of which the last statement answers a row with the server's time in
    /// `now`; the cursors of the one before are gone with it.
    pub(super) fn begin(&self, sql: &str) -> Result<SimpleQueryRow, StoreError> {
        self.finished.borrow_mut().clear();
        let answer = self.ask(sql, |client| client.simple_query(sql))?;
        let mut last = None;
        for message in answer {
            if let SimpleQueryMessage::Row(row) = message {
                last = Some(row);
            }
        }
        let row = last.ok_or(StoreError::NoRow("log_head"))?;
        self.heard.set(Some(Heard::of(&row)?));
        Ok(row)
    }

    /// The server's time: what it said last, and what has passed since.
    pub fn now(&self) -> Option<Moment> {
        let heard = self.heard.get()?;
        Some(heard.time.plus(heard.at.elapsed()))
    }

    /// Runs statements that neither take nor give values.
    pub(super) fn batch(&self, sql: &str) -> Result<(), StoreError> {
        self.ask(sql, |client| client.batch_execute(sql))
    }

    /// Ends a transaction, whatever has become of it.
    pub(super) fn end(&self, sql: &str) {
        if let Err(error) = self.batch(sql) {
            tracing::debug!("a transaction could not be ended: {error}");
        }
    }

    /// Lets the client be asked for `sql`, and remembers what another attempt may mend.
    pub(super) fn ask<T>(
        &self,
        sql: &str,
        ask: impl FnOnce(&mut Client) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        tracing::trace!("{sql}");
        let answer = ask(&mut self.client.borrow_mut());
        answer.map_err(|error| {
            let error = StoreError::from_postgres(&error);
            self.note(&error);
            error
        })
    }

    /// Remembers what another attempt may mend; the first counts.
    fn note(&self, error: &StoreError) {
        if let Some(fault) = Fault::of(error) {
            self.fault.borrow_mut().get_or_insert(fault);
        }
    }

    /// What another attempt may mend, of everything since the last look.
    pub(super) fn take_fault(&self) -> Option<Fault> {
        self.fault.borrow_mut().take()
    }

    /// The same, left where it is.
    pub(super) fn fault(&self) -> Option<Fault> {
        self.fault.borrow().clone()
    }

    /// Whether nothing can be asked any more.
    pub(super) fn is_closed(&self) -> bool {
        self.client.borrow().is_closed()
    }
}

fn params<'b>(bind: &'b [&'b dyn Bind]) -> Vec<Param<'b>> {
    bind.iter().map(|it| Param(it.value())).collect()
}

fn typed<'p>(params: &'p [Param<'p>]) -> Vec<(&'p (dyn ToSql + Sync), Type)> {
    let typed = params.iter().map(|it| (it as _, it.declared()));
    typed.collect()
}

/// How many rows, as the rest of popug counts them.
pub(super) fn counted(rows: u64) -> Result<usize, StoreError> {
    usize::try_from(rows).map_err(|error| StoreError::Sql(error.to_string()))
}
