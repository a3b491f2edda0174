//! `popug account adjust` and `popug account reverse`: mending a mistake by a further transaction.

use clap::Args;

use crate::accounting::{AccountAdjust, AccountReverse, LogRow};
use crate::app::Change;
use crate::cli::context::{Context, Ending, Run, Takes};
use crate::cli::error::CliError;
use crate::kernel::ids::TransactionId;
use crate::kernel::money::Money;
use crate::kernel::name::Who;

/// Give or take money, with a reason (accountants and admins).
///
/// The money is management's, the day the open one, and the account not one's own. At most
/// 1000000000 whole units at a time. Asks first.
///
/// Example: popug account adjust kesha +12.50 --reason 'the window was worth it' --yes
#[derive(Args, Debug)]
pub struct Adjust {
    /// Whose account
    #[arg(value_name = "NAME")]
    name: Who,

    /// With its sign, in whole units of the currency: +12.50 is given, -12.50 is taken
    #[arg(value_name = "AMOUNT", allow_hyphen_values = true, value_parser = Money::signed)]
    amount: Money,

    /// Why, for the audit log
    #[arg(long, value_name = "REASON")]
    reason: String,

    /// The transaction that it mends
    #[arg(long, value_name = "ID")]
    mends: Option<TransactionId>,
}

impl Run for Adjust {
    const TAKES: Takes = Takes::of::<AccountAdjust>().dry_run();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = AccountAdjust {
            who: self.name.clone(),
            amount_cents: self.amount,
            reason: self.reason,
            mends: self.mends,
        };
        mend(
            context,
            request,
            &format!("adjust {}", String::from(self.name)),
        )
    }
}

/// Take a transaction back (accountants and admins).
///
/// By its exact inverse, once, into the open day, and not on one's own account. Asks first.
///
/// Example: popug account reverse 2 --reason 'wrong popug' --yes
#[derive(Args, Debug)]
pub struct Reverse {
    /// Which transaction, as the audit log numbers it
    #[arg(value_name = "ID")]
    id: TransactionId,

    /// Why, for the audit log
    #[arg(long, value_name = "REASON")]
    reason: String,
}

impl Run for Reverse {
    const TAKES: Takes = Takes::of::<AccountReverse>().dry_run();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let request = AccountReverse {
            id: self.id,
            reason: self.reason,
        };
        mend(
            context,
            request,
            &format!("reverse transaction {}", self.id),
        )
    }
}

/// Asks beforehand, with what it would come to.
fn mend<C>(context: &mut Context, request: C, what: &str) -> Result<Ending, CliError>
where
    C: Change<Answer = LogRow> + Clone,
{
    let entered = context.enter()?;
    if let Some(row) = entered.answered(&request)? {
        return told(context, &row);
    }
    let expected = entered.rehearse(request.clone())?;
    let figures = figures(context, what, &expected);
    if context.global.dry_run {
        context.out.say(&expected, &format!("would {figures}"))?;
        return Ok(Ending::Done);
    }
    let question = format!("{figures}?");
    context.person.confirm(&question, context.consent())?;
    let row = entered.run(request)?;
    told(context, &row)
}

/// `adjust kesha: +$12.50, balance $29.50`.
fn figures(context: &Context, what: &str, row: &LogRow) -> String {
    let (amount, balance) = (
        context.change(row.amount_cents),
        context.money(row.balance_cents),
    );
    format!("{what}: {amount}, balance {balance}")
}

fn told(context: &mut Context, row: &LogRow) -> Result<Ending, CliError> {
    let figures = figures(context, &format!("transaction {}", row.id), row);
    context.out.say(row, &figures)?;
    Ok(Ending::Done)
}
