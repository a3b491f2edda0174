//! Paying payouts out: what is due goes through the transport that the setting `payments` names.

use serde::{Deserialize, Serialize};

use crate::app::caller::Caller;
use crate::app::change::Procedure;
use crate::app::door::Door;
use crate::app::error::AppError;
use crate::app::keys::Keyed;
use crate::app::settings::SettingKey;
use crate::delivery::{self, DuePayment, PaymentTarget};
use crate::kernel::ids::InvoiceId;

/// Payments that are settled between two looks at the queue, in one commit.
const AT_ONCE: i64 = 500;

/// `payment.send`: pays out every payment that is due.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SendPayments {}

/// What became of the payments that were due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Paid {
    /// Those that went through.
    pub processed: Vec<InvoiceId>,
}

impl Procedure for SendPayments {
    type Answer = Paid;

    fn proceed(&self, door: &Door, _: &Caller, _: Option<&Keyed>) -> Result<Paid, AppError> {
        door.catch_up()?;
        let processed = settle_payments(door)?;
        Ok(Paid { processed })
    }
}

/// Settles the payments that are due, page by page, and lets everybody hear of it.
pub fn settle_payments(door: &Door) -> Result<Vec<InvoiceId>, AppError> {
    let mut all = Vec::new();
    loop {
        let page = settle_page(door)?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
        door.catch_up()?;
    }
}

/// Settles the payments that have been due for longest. Those that wait for a gateway which this
/// program does not know go on waiting, and the error says which.
pub fn settle_page(door: &Door) -> Result<Vec<InvoiceId>, AppError> {
    let due = door.read(|read| delivery::due_payments(read, door.moment(read), AT_ONCE))?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let settled = match target(door)? {
        PaymentTarget::Nowhere => settle_without_gateway(door, &due)?,
    };
    for payment in &settled {
        tracing::debug!("payment {payment} is processed");
    }
    if !settled.is_empty() {
        tracing::info!("{} payments are processed", settled.len());
    }
    Ok(settled)
}

fn target(door: &Door) -> Result<PaymentTarget, AppError> {
    let set = door.read(delivery::mail_settings)?.payments;
    let set = set.as_deref();
    let set = set.unwrap_or(SettingKey::Payments.default_value());
    set.parse().map_err(AppError::PaymentTarget)
}

/// Without a gateway the money counts as gone at once.
fn settle_without_gateway(door: &Door, due: &[DuePayment]) -> Result<Vec<InvoiceId>, AppError> {
    door.write(|tx| {
        let mut settled = Vec::with_capacity(due.len());
        for payment in due {
            if delivery::mark_processed(tx, payment)? {
                settled.push(payment.invoice);
            }
        }
        Ok(settled)
    })
}
