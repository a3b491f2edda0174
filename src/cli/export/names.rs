//! What the formats of plain-text accounting share: accounts, amounts, and what a transaction is
//! called.

use crate::accounting::LedgerRow;
use crate::kernel::money::{Currency, Money};

/// Where popugs' accounts stand.
const POPUGS: &str = "Assets:Popugs";

/// An account by its name in popug: management's, the bank's or a popug's, which is spelled so
/// that the format takes it.
pub fn account(name: &str, spelled: impl Fn(&str) -> String) -> String {
    match name {
        "management" => "Equity:Management".to_owned(),
        "bank" => "Assets:Bank".to_owned(),
        popug => format!("{POPUGS}:{}", spelled(popug)),
    }
}

/// `-12.05 USD`.
pub fn amount(money: Money, currency: &Currency) -> String {
    let sign = if money.is_negative() { "-" } else { "" };
    let cents = money.cents().unsigned_abs();
    format!("{sign}{}.{:02} {currency}", cents / 100, cents % 100)
}

/// The same with the other sign; the one amount that has none does not fit into a ledger.
pub fn opposite(money: Money, currency: &Currency) -> String {
    amount(money.checked_neg().unwrap_or(money), currency)
}

/// `fee: [POPUG-1] Oil the perch`, with the reason behind it where there is one.
pub fn about(row: &LedgerRow) -> String {
    let task = row.task.as_ref().map(|task| match &task.ticket {
        Some(ticket) => format!("[{ticket}] {}", task.title),
        None => task.title.clone(),
    });
    let parts: Vec<String> = task.into_iter().chain(row.memo.clone()).collect();
    if parts.is_empty() {
        return row.kind.as_str().to_owned();
    }
    format!("{}: {}", row.kind.as_str(), parts.join(" - "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_two_decimals_and_its_sign() {
        let usd = Currency::default();
        for (cents, text) in [
            (0, "0.00 USD"),
            (5, "0.05 USD"),
            (-5, "-0.05 USD"),
            (123_456, "1234.56 USD"),
            (i64::MIN, "-92233720368547758.08 USD"),
        ] {
            assert_eq!(amount(Money::from_cents(cents), &usd), text);
        }
        assert_eq!(opposite(Money::from_cents(5), &usd), "-0.05 USD");
    }

    #[test]
    fn no_popug_can_be_called_like_an_account_of_the_company() {
        let plain = |name: &str| account(name, str::to_owned);
        assert_eq!(plain("bank"), "Assets:Bank");
        assert_eq!(plain("management"), "Equity:Management");
        assert_eq!(plain("a.b_c-d"), "Assets:Popugs:a.b_c-d");
    }
}
