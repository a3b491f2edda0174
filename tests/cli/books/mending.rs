//! Mistakes, and how they are mended: by further transactions, never on one's own account.

use super::answers::LogRow;
use super::audit::same;
use super::history::{History, read};
use super::ledger::{Kind, Row};

const REASON: &str = "a broken egg cup";

impl History {
    fn mender(&mut self) -> String {
        let menders = self.company.actors(&["accountant", "admin"]);
        self.chance.pick(&menders).expect("polly at least")
    }

    /// A row whose number is certain.
    fn some_row(&mut self, of: Option<&str>) -> Option<Row> {
        let rows = self.books.rows.iter();
        let rows = rows.filter(|row| of.is_none_or(|who| row.who == who));
        let rows = rows.filter(|row| row.ids.start() == row.ids.end());
        let rows: Vec<Row> = rows.cloned().collect();
        self.chance.pick(&rows)
    }

    pub fn adjust(&mut self) {
        let by = self.mender();
        let who = self.chance.pick(&self.company.names()).expect("polly");
        let cents = self.chance.between(1, 4_000);
        let (sign, change) = if self.chance.one_in(2) {
            ("+", cents)
        } else {
            ("-", -cents)
        };
        let amount = format!("{sign}{}.{:02}", cents / 100, cents % 100);
        let mut args = vec!["account", "adjust", &who, &amount];
        args.extend(["--reason", REASON, "--yes"]);
        let mends = if self.chance.one_in(2) {
            self.some_row(Some(&who))
        } else {
            None
        };
        let number = mends.as_ref().map(|row| row.ids.start().to_string());
        args.extend(number.iter().flat_map(|id| ["--mends", id]));
        if by == who {
            return self.refused(&by, &args, 4);
        }
        let told: LogRow = read(&self.ask_keyed(&by, &args));
        let moved = (who.as_str(), change, by.as_str());
        let row = self.books.adjust(self.now, moved, REASON, mends.as_ref());
        let row = row.clone();
        same(&told, &row, self.books.balance(&who));
    }

    /// Once, never of a reversal, and not on the own account.
    pub fn reverse(&mut self) {
        let by = self.mender();
        let Some(wrong) = self.some_row(None) else {
            return;
        };
        let id = wrong.ids.start();
        let number = id.to_string();
        let args = ["account", "reverse", &number, "--reason", REASON, "--yes"];
        if wrong.who == by {
            return self.refused(&by, &args, 4);
        }
        let mut rows = self.books.rows.iter();
        let again = rows.any(|row| row.kind == Kind::Reversal && row.mends == Some(*id));
        if again || wrong.kind == Kind::Reversal {
            return self.refused(&by, &args, 5);
        }
        let told: LogRow = read(&self.ask_keyed(&by, &args));
        let row = self.books.reverse(self.now, &wrong, REASON, &by).clone();
        same(&told, &row, self.books.balance(&wrong.who));
    }
}
