//! The ledger, told piece by piece to whoever writes it down elsewhere: as it was posted, or as
//! books that are kept by day.
//!
//! An account is named by its popug, or `management` or `bank`, which no popug can be called.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::accounting::AccountingError;
use crate::accounting::model::{AccountId, AccountKind, BANK, MANAGEMENT, TaskRef};
use crate::accounting::sql::export::{self as rows, Ids};
use crate::accounting::sql::{self, account_days, days};
use crate::events::shape::TransactionKind;
use crate::kernel::actor::Actor;
use crate::kernel::day::Day;
use crate::kernel::ids::TransactionId;
use crate::kernel::moment::Moment;
use crate::kernel::money::Money;
use crate::kernel::permission::Permission;
use crate::kernel::range::{Range, Span};
use crate::kernel::request::{Asker, Request};
use crate::store::{Hash, Read, StoreError, Telling};

/// A transaction with both of its sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// Its number.
    pub id: TransactionId,
    /// When its cause happened.
    pub at: Moment,
    /// Its business day.
    pub day: Day,
    /// Why money moved.
    pub kind: TransactionKind,
    /// The account that the money left.
    pub from: String,
    /// The account that it reached.
    pub to: String,
    /// How much, above zero.
    pub amount_cents: Money,
    /// What was in the account it left once it was posted.
    pub from_balance_cents: Money,
    /// What was in the account it reached once it was posted.
    pub to_balance_cents: Money,
    /// The task as it read then.
    pub task: Option<TaskRef>,
    /// The reason in words.
    pub memo: Option<String>,
    /// Who acted.
    pub actor: String,
    /// The transaction that it mends.
    pub mends: Option<TransactionId>,
}

/// The rows of the ledger that belong to these days, in the order of posting.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExportLedger {
    /// Which days; left out: all.
    pub range: Range,
}

/// The books of these days, day by day.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExportBooks {
    /// Which days; left out: all.
    pub range: Range,
}

/// An account and what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Whose.
    pub account: String,
    /// How much.
    pub balance_cents: Money,
}

/// A piece of the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BooksPiece {
    /// Comes first: every account there is, with what was in it before the first day.
    Opening {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
        /// Together they hold nothing.
        accounts: Vec<Holding>,
    },
    /// A transaction; they come by day, and within a day in the order of posting.
    Row(LedgerRow),
    /// Behind the last transaction of a closed day: what was then in each account that the day
    /// touched, in management's and in the bank's.
    Close {
        /// The day.
        day: Day,
        /// Its seal.
        seal: Hash,
        /// What was in the accounts.
        balances: Vec<Holding>,
    },
}

impl Request for ExportLedger {
    const NAME: &'static str = "export.ledger";
    type Answer = LedgerRow;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Telling for ExportLedger {
    type Error = AccountingError;

    fn tell<E: From<AccountingError> + From<StoreError>>(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        mut piece: impl FnMut(LedgerRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let span = span(read, asker, &self.range)?;
        let within = rows::days(read, span)?.into_iter().map(|(_, ids)| ids);
        let all = within.reduce(|all, ids| Ids {
            first: all.first.min(ids.first),
            last: all.last.max(ids.last),
        });
        match all {
            None => Ok(()),
            Some(ids) => rows::each(read, ids, span, |told| piece(told.row)),
        }
    }
}

impl Request for ExportBooks {
    const NAME: &'static str = "export.books";
    type Answer = BooksPiece;

    fn permission(&self, _: &Actor) -> Permission {
        Permission::AccountRead
    }
}

impl Telling for ExportBooks {
    type Error = AccountingError;

    fn tell<E: From<AccountingError> + From<StoreError>>(
        &self,
        read: &Read<'_>,
        asker: &Asker,
        mut piece: impl FnMut(BooksPiece) -> Result<(), E>,
    ) -> Result<(), E> {
        let span = span(read, asker, &self.range)?;
        piece(opening(read, span)?)?;
        for (day, of_day) in days_within(read, span)? {
            let mut touched = BTreeMap::from([
                (MANAGEMENT, "management".to_owned()),
                (BANK, "bank".to_owned()),
            ]);
            if let Some(ids) = of_day.ids {
                let this_day = Span { from: day, to: day };
                rows::each(read, ids, this_day, |told| {
                    for (id, name) in [(told.from, &told.row.from), (told.to, &told.row.to)] {
                        touched.entry(id).or_insert_with(|| name.clone());
                    }
                    piece(BooksPiece::Row(told.row))
                })?;
            }
            if let Some(seal) = of_day.seal {
                let balances = balances(read, day, touched)?;
                piece(BooksPiece::Close {
                    day,
                    seal,
                    balances,
                })?;
            }
        }
        Ok(())
    }
}

/// The days meant: through the last that anything is dated on, a clock that ran ahead included.
fn span(read: &Read<'_>, asker: &Asker, range: &Range) -> Result<Span, AccountingError> {
    let open = asker.calendar.open;
    let first = sql::first_day(read)?.unwrap_or(open);
    let last = rows::last_day(read)?.map_or(open, |day| day.max(open));
    Ok(range.resolve(&asker.calendar, first, last)?)
}

fn opening(read: &Read<'_>, span: Span) -> Result<BooksPiece, AccountingError> {
    let listed = days::listed_at(read, span.from.previous())?.into_iter();
    let accounts = listed.map(|it| Holding {
        account: match (it.user, it.kind) {
            (Some(user), _) => user.to_string(),
            (None, AccountKind::Bank) => "bank".to_owned(),
            (None, AccountKind::Management | AccountKind::Popug) => "management".to_owned(),
        },
        balance_cents: it.balance,
    });
    Ok(BooksPiece::Opening {
        from: span.from,
        to: span.to,
        accounts: accounts.collect(),
    })
}

/// What there is to tell of a day.
#[derive(Default)]
struct OfDay {
    ids: Option<Ids>,
    seal: Option<Hash>,
}

/// The days on which something was posted or that are closed.
fn days_within(read: &Read<'_>, span: Span) -> Result<BTreeMap<Day, OfDay>, StoreError> {
    let mut days: BTreeMap<Day, OfDay> = BTreeMap::new();
    for (day, ids) in rows::days(read, span)? {
        days.entry(day).or_default().ids = Some(ids);
    }
    for (day, seal) in rows::seals(read, span)? {
        days.entry(day).or_default().seal = Some(seal);
    }
    Ok(days)
}

/// As accounting keeps them, so that whoever adds the rows up checks the one against the other.
fn balances(
    read: &Read<'_>,
    day: Day,
    accounts: BTreeMap<AccountId, String>,
) -> Result<Vec<Holding>, StoreError> {
    let holding = |(id, account)| {
        Ok(Holding {
            account,
            balance_cents: account_days::balance_at(read, id, day)?,
        })
    };
    accounts.into_iter().map(holding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounting::testing::{BERT, Books, ISKRA, KESHA, day, popug};
    use crate::kernel::range::DayWord;
    use crate::kernel::role::Role;

    /// Monday is closed on Wednesday, so that its payout is posted after Tuesday's rows.
    fn books() -> Books {
        let books = Books::open();
        books.assign("2026-11-02T09:00:00Z", 1, KESHA);
        books.finish("2026-11-02T10:00:00Z", 1, KESHA);
        books.assign("2026-11-03T09:00:00Z", 2, KESHA);
        books.assign("2026-11-03T10:00:00Z", 3, ISKRA);
        books
            .close("2026-11-04T00:05:00Z", "2026-11-02")
            .expect("closes");
        books
    }

    fn from(text: &str) -> Range {
        Range {
            from: Some(DayWord::Date(day(text))),
            to: None,
            period: None,
        }
    }

    fn told<Q: Telling<Error = AccountingError>>(books: &Books, request: &Q) -> Vec<Q::Answer> {
        let asker = books.asker(popug(BERT, Role::Accountant), "2026-11-04T09:00:00Z");
        let mut pieces = Vec::new();
        let told = books.store().read(|read| {
            request.tell(read, &asker, |piece| {
                pieces.push(piece);
                Ok::<_, AccountingError>(())
            })
        });
        told.expect("told");
        pieces
    }

    /// A piece in a line: `2 02 kesha>bank 2000`, `close 02 bank 2000`.
    fn line(piece: &BooksPiece) -> String {
        let held = |held: &[Holding]| {
            let all = held
                .iter()
                .map(|it| (&it.account, it.balance_cents.cents()));
            all.map(|(name, cents)| format!(" {name} {cents}"))
                .collect::<String>()
        };
        match piece {
            BooksPiece::Opening { from, to, accounts } => {
                format!("{from} to {to}:{}", held(accounts))
            }
            BooksPiece::Row(it) => {
                let cents = it.amount_cents.cents();
                format!("{} {} {}>{} {cents}", it.day, it.id, it.from, it.to)
            }
            BooksPiece::Close { day, balances, .. } => format!("{day} closed:{}", held(balances)),
        }
    }

    fn lines(books: &Books, range: Range) -> String {
        let pieces = told(books, &ExportBooks { range });
        let lines: Vec<String> = pieces.iter().map(line).collect();
        lines.join("\n")
    }

    #[test]
    fn books_are_told_by_day_whatever_was_posted_first() {
        insta::assert_snapshot!(lines(&books(), Range::default()), @"
        2026-11-02 to 2026-11-04: bert 0 iskra 0 kesha 0 management 0 bank 0
        2026-11-02 1 kesha>management 1000
        2026-11-02 2 management>kesha 3000
        2026-11-02 5 kesha>bank 2000
        2026-11-02 closed: management -2000 bank 2000 kesha 0
        2026-11-03 3 kesha>management 1000
        2026-11-03 4 iskra>management 1000
        ");
    }

    #[test]
    fn books_of_later_days_begin_with_what_was_carried() {
        insta::assert_snapshot!(lines(&books(), from("2026-11-03")), @"
        2026-11-03 to 2026-11-04: bert 0 iskra 0 kesha 0 management -2000 bank 2000
        2026-11-03 3 kesha>management 1000
        2026-11-03 4 iskra>management 1000
        ");
        insta::assert_snapshot!(lines(&books(), from("2026-11-09")), @"2026-11-09 to 2026-11-09: bert 0 iskra -1000 kesha -1000 management 0 bank 2000");
    }

    #[test]
    fn a_closed_day_without_rows_asserts_what_the_company_holds() {
        let books = books();
        for day in ["2026-11-03", "2026-11-04"] {
            books.close("2026-11-05T00:05:00Z", day).expect("closes");
        }
        insta::assert_snapshot!(lines(&books, from("2026-11-04")), @"
        2026-11-04 to 2026-11-05: bert 0 iskra -1000 kesha -1000 management 0 bank 2000
        2026-11-04 closed: management 0 bank 2000
        ");
    }

    #[test]
    fn the_ledger_is_told_in_the_order_of_posting() {
        let ids = |range| {
            let rows = told(&books(), &ExportLedger { range }).into_iter();
            rows.map(|row| row.id.get()).collect::<Vec<_>>()
        };
        assert_eq!(ids(Range::default()), [1, 2, 3, 4, 5]);
        assert_eq!(ids(Range::day(DayWord::Date(day("2026-11-02")))), [1, 2, 5]);
        assert!(ids(from("2026-11-09")).is_empty());
    }

    #[test]
    fn a_row_has_the_keys_that_scripts_know() {
        let rows = told(
            &books(),
            &ExportLedger {
                range: Range::default(),
            },
        );
        let json = serde_json::to_string(&rows[0]).expect("JSON");
        insta::assert_snapshot!(json, @r#"{"id":1,"at":"2026-11-02T09:00:00Z","day":"2026-11-02","kind":"fee","from":"kesha","to":"management","amount_cents":1000,"from_balance_cents":-1000,"to_balance_cents":1000,"task":{"id":1,"ticket":"POPUG-1","title":"Oil perch 1"},"memo":null,"actor":"system","mends":null}"#);
    }

    #[test]
    fn whoever_takes_it_down_may_stop() {
        let books = books();
        let asker = books.asker(popug(BERT, Role::Accountant), "2026-11-04T09:00:00Z");
        let mut seen = 0;
        let request = ExportLedger {
            range: Range::default(),
        };
        let stopped: Result<(), AccountingError> = books.store().read(|read| {
            request.tell(read, &asker, |_| {
                seen += 1;
                Err(AccountingError::NoAmount)
            })
        });
        assert!(matches!(stopped, Err(AccountingError::NoAmount)));
        assert_eq!(seen, 1);
    }
}
