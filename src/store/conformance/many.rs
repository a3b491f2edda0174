//! Many rows of values at once: what is added to sums, what is put, and what is asked for.

use super::NOW;
use crate::store::testing::{Engine, Scratch, stamp};
use crate::store::{Add, StoreError, Update, Value, columns};

on_both_engines! {
    what_is_not_there_begins_with_what_is_added,
    what_is_put_is_all_that_is_there_of_a_key,
    each_is_asked_and_says_what_it_is_about,
    of_more_than_go_at_once_each_is_asked,
    nothing_is_asked_for_nobody,
}

const BALANCES: Add = Add {
    table: "analytics_balance",
    key: &["generation", "user_id"],
    sums: &["balance_cents"],
};

fn row(user: i64, amount: i64) -> [Value<'static>; 3] {
    [Value::Int(1), Value::Int(user), Value::Int(amount)]
}

fn what_is_not_there_begins_with_what_is_added(on: Engine) {
    let scratch = Scratch::on(on);
    let found = scratch.store.write(&stamp(NOW), |tx| {
        assert_eq!(tx.add_many(&BALANCES, [row(1, 5), row(2, -7)])?, 2);
        assert_eq!(tx.add_many(&BALANCES, [row(2, 3), row(4, 1)])?, 2);
        let none = Vec::<[Value<'_>; 3]>::new();
        assert_eq!(tx.add_many(&BALANCES, none)?, 0);
        let sql = "SELECT user_id, balance_cents FROM analytics_balance ORDER BY user_id";
        tx.all(sql, &[], columns)
    });
    let found: Result<Vec<(i64, i64)>, StoreError> = found;
    assert_eq!(found.expect("added"), [(1, 5), (2, -4), (4, 1)]);
}

fn what_is_put_is_all_that_is_there_of_a_key(on: Engine) {
    let users = Update {
        table: "delivery_user",
        key: &["id"],
        set: &["name", "email", "full_name"],
    };
    let row = |id: i64, name: &'static str, full_name: Option<&'static str>| {
        let full_name = full_name.map_or(Value::Null, |it| Value::Text(it.into()));
        let email = Value::Text("x@x.example".into());
        [Value::Int(id), Value::Text(name.into()), email, full_name]
    };
    let scratch = Scratch::on(on);
    let found = scratch.store.write(&stamp(NOW), |tx| {
        tx.put_many(&users, [row(1, "kesha", Some("K")), row(2, "iskra", None)])?;
        tx.put_many(&users, [row(1, "kesha", None), row(3, "gosha", None)])?;
        let sql = "SELECT id, name, full_name FROM delivery_user ORDER BY id";
        tx.all(sql, &[], columns)
    });
    let found: Result<Vec<(i64, String, Option<String>)>, StoreError> = found;
    let found = found.expect("put").into_iter();
    let found: Vec<_> = found
        .map(|(id, name, full)| format!("{id} {name} {full:?}"))
        .collect();
    assert_eq!(found, ["1 kesha None", "2 iskra None", "3 gosha None"]);
}

fn each_is_asked_and_says_what_it_is_about(on: Engine) {
    let keys = [(1, "a", 1), (1, "b?1", 2), (2, "a", 3), (2, "ü", 4)];
    let sql = "SELECT author_id, key, task_id FROM tasks_import_key
               WHERE author_id = ?1 AND key >= ?2 AND key <> '?2' ORDER BY key LIMIT 1";
    let asked = [(1, "a"), (1, "b"), (2, "b"), (3, "a")];
    let scratch = Scratch::on(on);
    let found = scratch.store.write(&stamp(NOW), |tx| {
        let insert = "INSERT INTO tasks_import_key (author_id, key, task_id)
                      VALUES (?1, ?2, ?3)";
        for (author, key, task) in keys {
            tx.execute(insert, &[&author, &key, &task])?;
        }
        let asked = asked.map(|(author, key)| [Value::Int(author), Value::Text(key.into())]);
        tx.all_of_each(sql, asked, columns)
    });
    let found: Result<Vec<(i64, String, i64)>, StoreError> = found;
    let mut found = found.expect("found");
    found.sort();
    let found = found
        .iter()
        .map(|(author, key, task)| (*author, key.as_str(), *task));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [(1, "a", 1), (1, "b?1", 2), (2, "ü", 4)]
    );
}

fn of_more_than_go_at_once_each_is_asked(on: Engine) {
    const MANY: i64 = 25_000;
    let scratch = Scratch::on(on);
    let found = scratch.store.write(&stamp(NOW), |tx| {
        let rows = (1..=MANY).map(|user| row(user, user));
        tx.add_many(&BALANCES, rows)?;
        let sql = "SELECT balance_cents FROM analytics_balance
                   WHERE generation = 1 AND user_id = ?1";
        let asked = (1..=2 * MANY).map(|user| [Value::Int(user)]);
        tx.all_of_each(sql, asked, columns)
    });
    let found: Result<Vec<i64>, StoreError> = found;
    let found = found.expect("found");
    let sum: i64 = found.iter().sum();
    assert_eq!((found.len(), sum), (25_000, MANY * (MANY + 1) / 2));
}

fn nothing_is_asked_for_nobody(on: Engine) {
    let scratch = Scratch::on(on);
    let found = scratch.store.read(|read| {
        let sql = "SELECT id FROM tasks_task WHERE id = ?1";
        read.all_of_each(
            sql,
            Vec::<[Value<'_>; 1]>::new(),
            crate::store::columns::<i64>,
        )
    });
    let found: Result<Vec<i64>, StoreError> = found;
    assert_eq!(found.expect("nothing"), Vec::<i64>::new());
}
